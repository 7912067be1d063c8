"""A criterion of the office's own, typed as conditions; and what begins the correction of one kept."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize

from thidua_desktop.domain.correction import act_of
from thidua_desktop.domain.local_rule import (
    CONDITIONS,
    WAYS,
    ConditionDraft,
    LocalRuleDraft,
    draft_of,
)
from thidua_desktop.domain.recipient import RECIPIENTS
from thidua_desktop.services import local_rules as services
from ui.forms import laws
from ui.forms.correction_form import Begun
from ui.forms.rule_lines import told_of
from ui.forms.suggestions import suggest_titles
from ui.widgets.fields import (
    ChoiceField,
    DateField,
    Field,
    LongTextField,
    LookupField,
    TableField,
    TextField,
)
from ui.widgets.form_dialog import FormDialog
from ui.widgets.grid_model import GridColumn
from ui.widgets.suggest import Picked, asking

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from thidua_desktop.db import Session
    from thidua_desktop.records.local_rules import LocalRuleRow
    from ui.tasks import Tasks
    from ui.widgets.page import Context

_ANY = (("all", "Phải đủ các điều kiện"), ("any", "Một trong các điều kiện"))


_SIZE = QSize(800, 640)  # the conditions in one sight; fits 1366×768 with a task bar


class OwnRuleDialog(FormDialog):
    """Adds a criterion, or corrects one of the office's own."""

    def __init__(
        self,
        context: Context,
        parent: QWidget | None = None,
        *,
        row: LocalRuleRow | None = None,
        award: Picked | None = None,
        recipient: str = "person",
    ) -> None:
        title = "Sửa quy định" if row else "Thêm quy định"
        super().__init__(title, _fields(context.tasks), context.state, "own-rule", parent, size=_SIZE)
        self._context, self._row = context, row
        fresh = {"award": award, "recipient": recipient, "way": "and", "any": "all"}
        self.load(_values(row) if row else fresh)
        self.saved.connect(self._keep)

    def _keep(self, values: Mapping[str, Any]) -> None:
        draft, row = _draft(values), self._row

        def keep(session: Session) -> None:
            if row is None:
                services.add(session, laws.shipped(), draft)
            else:
                services.correct(session, laws.shipped(), row.id, draft)

        self.write(self._context.tasks, f"{'Sửa' if row else 'Thêm'} quy định {draft.cite}", keep)


def begun_of(session: Session, row: LocalRuleRow) -> Begun:
    """Begin to say otherwise what was said of a line."""
    _, law = told_of(session, row)
    ends = row.entry.get("valid_to")
    return Begun(
        row.entry,
        act_of(row.entry),
        f"{law.text}\n({law.cite})" if law else "",
        date.fromisoformat(row.entry["valid_from"]),
        date.fromisoformat(ends) if ends else None,
        rule_id=row.id,
        cite=row.cite,
        note=row.note,
    )


def _fields(tasks: Tasks) -> tuple[Field, ...]:
    conditions = TableField(
        "conditions",
        "Các điều kiện (các dòng cùng số nhóm: chỉ cần một; khi xét “Một trong” thì phải đủ cả nhóm)",
        wide=True,
        lines=4,
        required=True,
        columns=(
            GridColumn("kind", "Điều kiện", 230, "choice", options=tuple(CONDITIONS.items())),
            GridColumn("number", "Số", 50),
            GridColumn("award", "Danh hiệu", 130, "lookup", suggest=asking(tasks, suggest_titles)),
            GridColumn("text", "Mức, cấp, nội dung", 170),
            GridColumn("group", "Nhóm", 50),
        ),
    )
    return (
        LookupField("award", "Danh hiệu", suggest=asking(tasks, suggest_titles), required=True),
        ChoiceField("recipient", "Đối tượng", options=tuple(RECIPIENTS.items()), empty=None),
        ChoiceField("way", "Áp dụng", options=tuple(WAYS.items()), empty=None),
        TextField("cite", "Căn cứ", required=True, placeholder="Quyết định số … Điều …"),
        DateField("valid_from", "Từ ngày"),
        DateField("valid_to", "Đến ngày"),
        ChoiceField("any", "Xét", options=_ANY, empty=None),
        conditions,
        LongTextField("note", "Ghi chú", lines=2),
    )


def _values(row: LocalRuleRow) -> dict[str, Any]:
    draft, names = draft_of(row.entry, row.note), laws.shipped().names
    return {
        "award": Picked(draft.award, names.get(draft.award, draft.award)),
        "recipient": draft.recipient,
        "way": draft.way,
        "cite": draft.cite,
        "valid_from": draft.valid_from,
        "valid_to": draft.valid_to,
        "any": "any" if draft.any_of else "all",
        "conditions": [
            {
                "kind": one.kind,
                "number": "" if one.number is None else str(one.number),
                "award": Picked(one.award or None, names.get(one.award, one.award)),
                "text": one.text,
                "group": one.group,
            }
            for one in draft.conditions
        ],
        "note": row.note,
    }


def _draft(values: Mapping[str, Any]) -> LocalRuleDraft:
    conditions = tuple(
        ConditionDraft(
            row["kind"],
            int(row["number"]) if str(row["number"]).isdecimal() else None,
            str(row["award"].id or ""),
            row["text"],
            row["group"],
        )
        for row in values["conditions"]
    )
    return LocalRuleDraft(
        str(values["award"].id or ""),
        values["recipient"],
        values["cite"],
        conditions,
        values["way"],
        values["any"] == "any",
        values["valid_from"],
        values["valid_to"],
        values["note"],
    )
