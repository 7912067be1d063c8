"""Sửa, đối chiếu, không áp dụng một dòng quy định: only the fields that line has."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtWidgets import QLabel, QWidget

from thidua_desktop.domain.correction import ACTS, PARTS, CorrectionDraft, part_of, shown
from thidua_desktop.domain.law.figures import Figure, conditions, figures
from thidua_desktop.services import local_rules as services
from thidua_desktop.services.recipients import today
from ui.forms import laws
from ui.widgets.fields import (
    ChoiceField,
    DateField,
    Field,
    LinesField,
    LongTextField,
    NumberField,
    TextField,
)
from ui.widgets.form_dialog import FormDialog
from ui.widgets.ticks_field import TicksField

if TYPE_CHECKING:
    from thidua_desktop.db import Session
    from ui.widgets.page import Context

_MOST_LINES = 6
_ALL = "all"


class Begun(NamedTuple):
    """A correction as the form begins with it.

    Attributes:
        told: what the line says without the office, with its article.
        awards: the awards the law says it of, where it may be said of all of them.
        rule_id: the rule kept, None for a new one; values are then those kept with it.

    """

    entry: Mapping[str, Any]
    act: str
    told: str = ""
    start: date | None = None
    end: date | None = None
    awards: tuple[str, ...] = ()
    rule_id: int | None = None
    cite: str = ""
    note: str = ""


class CorrectionDialog(FormDialog):
    """Keeps what the office says of one line."""

    def __init__(self, context: Context, begun: Begun, parent: QWidget | None = None) -> None:
        self._begun = begun
        self._context = context
        self._figures = figures(begun.entry, laws.shipped().names) if begun.act == "change" else ()
        part = PARTS[part_of(begun.entry)]
        new = begun.rule_id is None and not begun.told
        title = f"Thêm {part}" if new else f"{ACTS[begun.act]}: {part}"
        above = QLabel(begun.told)
        above.setWordWrap(True)
        above.setProperty("role", "soft")
        above.setVisible(bool(begun.told))
        super().__init__(
            title,
            self._fields(),
            context.state,
            f"rule-{begun.act}-{part_of(begun.entry)}",
            parent,
            above=above,
        )
        self.load(self._values())
        self.saved.connect(self._keep)

    def _fields(self) -> tuple[Field, ...]:
        begun = self._begun
        fields: list[Field] = []
        fields += [_field(place, one) for place, one in enumerate(self._figures)]
        if len(self._conditions()) > 1:
            lines = min(len(self._conditions()), _MOST_LINES)
            fields.append(TicksField("kept", "Các điều kiện còn áp dụng", wide=True, lines=lines))
        if begun.act == "change" and part_of(begun.entry) == "criteria":
            fields.append(LongTextField("wording", "Lời văn bản, nếu cần ghi", wide=True, lines=2))
        if begun.awards:
            options = (("", "Danh hiệu, hình thức đang đọc"), (_ALL, "Mọi danh hiệu, hình thức của dòng này"))
            fields.append(ChoiceField("awards", "Áp dụng cho", options=options, empty=None))
        fields.append(TextField("cite", "Căn cứ", required=True, placeholder="Văn bản số …, Điều …, khoản …"))
        fields += [DateField("valid_from", "Từ ngày", required=True), DateField("valid_to", "Đến ngày")]
        if begun.act == "confirm":
            fields.append(TextField("checked_by", "Người đối chiếu", required=True))
            fields.append(DateField("checked_on", "Ngày đối chiếu", required=True))
        return (*fields, TextField("note", "Ghi chú"))

    def _conditions(self) -> dict[str, str]:
        if self._begun.act != "change" or part_of(self._begun.entry) != "criteria":
            return {}
        return conditions(self._begun.entry, laws.shipped().names)

    def _values(self) -> dict[str, Any]:
        begun = self._begun
        told = begun.entry.get("checked") or {"by": "", "on": today().isoformat()}
        values: dict[str, Any] = {
            "wording": begun.entry.get("note", ""),
            "awards": "",
            "cite": begun.cite,
            "valid_from": begun.start,
            "valid_to": begun.end,
            "checked_by": told["by"],
            "checked_on": date.fromisoformat(told["on"]),
            "note": begun.note,
            "kept": {"lines": self._conditions(), "ticked": tuple(self._conditions())},
        }
        values |= {f"f{place}": shown(one) for place, one in enumerate(self._figures)}
        return {code: value for code, value in values.items() if code in self.form.values()}

    def _keep(self, values: Mapping[str, Any]) -> None:
        draft, begun = self._draft(values), self._begun

        def keep(session: Session) -> None:
            if begun.rule_id is None:
                services.say(session, laws.shipped(), draft)
            else:
                services.say_again(session, laws.shipped(), begun.rule_id, draft)

        self.write(self._context.tasks, f"{self.windowTitle()} ({draft.cite})", keep)

    def _draft(self, values: Mapping[str, Any]) -> CorrectionDraft:
        return CorrectionDraft(
            self._begun.entry,
            self._begun.act,
            values["cite"],
            values["valid_from"],
            values["valid_to"],
            tuple(values[f"f{place}"] for place in range(len(self._figures))),
            values.get("kept"),
            self._begun.awards if values.get("awards") == _ALL else (),
            values.get("checked_by", ""),
            values.get("checked_on"),
            values.get("wording", ""),
            values["note"],
        )


def _field(place: int, one: Figure) -> Field:
    code, wide = f"f{place}", len(one.label) > 18
    if one.kind == "choice":
        return ChoiceField(code, one.label, options=one.options, empty=None, wide=wide)
    if one.kind == "lines":
        return LinesField(code, one.label, wide=True, lines=min(max(len(one.value), 3), _MOST_LINES))
    if one.kind in ("text", "day"):
        hint = "ngày/tháng, hằng năm" if one.kind == "day" else ""
        return TextField(code, one.label, wide=wide, placeholder=hint)
    label = f"{one.label} (%)" if one.kind == "percent" else one.label
    return NumberField(code, label, wide=wide, decimals=one.kind in ("percent", "decimal"))
