"""Đã đối chiếu nhiều dòng: the lines of one award that were read in the same text, kept as one action."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua_desktop.domain.correction import CorrectionDraft
from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.services import local_rules as services
from thidua_desktop.services.recipients import today
from ui.forms import laws
from ui.widgets.fields import DateField, TextField
from ui.widgets.form_dialog import FormDialog
from ui.widgets.ticks_field import TicksField

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from thidua_desktop.db import Session
    from thidua_desktop.domain.law.lines import Line
    from ui.widgets.page import Context

_LINES = 9


class ConfirmDialog(FormDialog):
    """Asks which lines were read, in what text, by whom; each is kept, and can be taken back, on its own."""

    def __init__(
        self, context: Context, lines: Sequence[tuple[str, Line]], parent: QWidget | None = None
    ) -> None:
        fields = (
            TicksField("read", "Các dòng đã đối chiếu", wide=True, lines=_LINES),
            TextField("cite", "Căn cứ", required=True, placeholder="Văn bản số …, Điều …, khoản …"),
            TextField("checked_by", "Người đối chiếu", required=True),
            DateField("checked_on", "Ngày đối chiếu", required=True),
        )
        super().__init__("Đã đối chiếu nhiều dòng", fields, context.state, "rules-confirm", parent)
        self._context, self._lines = context, lines
        named = {place: _named(text, line) for place, (text, line) in enumerate(lines)}
        self.load({"read": {"lines": named, "ticked": ()}, "checked_on": today()})
        self.saved.connect(self._keep)

    def _keep(self, values: Mapping[str, Any]) -> None:
        if not values["read"]:
            self.show_problems([Problem("read", "Đánh dấu những dòng đã đối chiếu với văn bản.")])
            return
        drafts = [_draft(self._lines[place][1], values) for place in values["read"]]

        def keep(session: Session) -> None:
            for draft in drafts:
                services.say(session, laws.shipped(), draft)

        self.write(
            self._context.tasks, f"Đối chiếu {number(len(drafts))} dòng quy định ({values['cite']})", keep
        )


def _named(text: str, line: Line) -> str:
    """A line of many lines is known by those that say most: whom it is for is not one of them."""
    said = [one.strip(" –+•") for one in text.split("\n") if not one.startswith(("Áp dụng cho", "Ghi chú"))]
    return f"{'; '.join(said).replace(':;', ':')} ({line.cite})"


def _draft(line: Line, values: Mapping[str, Any]) -> CorrectionDraft:
    return CorrectionDraft(
        line.entry,
        "confirm",
        values["cite"],
        line.start,
        line.end,
        checked_by=values["checked_by"],
        checked_on=values["checked_on"],
    )
