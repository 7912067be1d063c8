"""The council in force: its name, the decision that set it up, its members with their roles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from thidua_desktop.domain.council import ROLES, CouncilDraft, MemberDraft
from thidua_desktop.domain.level import LEVELS
from thidua_desktop.records import councils
from thidua_desktop.records.query import ListQuery
from thidua_desktop.services import councils as services
from ui.widgets.fields import ChoiceField, DateField, LongTextField, TableField, TextField
from ui.widgets.form_dialog import FormDialog
from ui.widgets.grid_model import GridColumn

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from thidua_desktop.db import Session
    from ui.widgets.page import Context

_NEW = "Lập Hội đồng"
_LATEST = "Hội đồng Thi đua - Khen thưởng"
_ROLES = tuple(ROLES.items())
Kept = tuple[int | None, dict[str, Any]]


class CouncilDialog(FormDialog):
    """Edits the latest council, or sets up a new one."""

    def __init__(self, context: Context, *, new: bool = False, parent: QWidget | None = None) -> None:
        fields = (
            TextField("name", "Tên Hội đồng", required=True),
            ChoiceField("level", "Cấp", options=tuple(LEVELS.items()), empty=None),
            TextField("document", "Quyết định", placeholder="Số, ngày quyết định thành lập"),
            DateField("valid_from", "Từ ngày"),
            DateField("valid_to", "Đến ngày", tip="Khi đã lập Hội đồng khác"),
            TableField(
                "members",
                "Thành viên",
                wide=True,
                lines=8,
                columns=(
                    GridColumn("name", "Họ và tên", 170),
                    GridColumn("post", "Chức vụ", 170),
                    GridColumn(
                        "role", "Vai trò", 140, "choice", options=tuple(ROLES.items()), default="member"
                    ),
                ),
            ),
            LongTextField("note", "Ghi chú", lines=2),
        )
        super().__init__(_NEW if new else "Hội đồng", fields, context.state, "council", parent)
        self._context = context
        self._id: int | None = None
        self.load({"name": _LATEST, "level": "district"})
        self.saved.connect(self._keep)
        if not new:
            context.tasks.read(_latest, self._fill, owner=self)

    def _fill(self, kept: Kept) -> None:
        self._id, values = kept
        if self._id is not None:
            self.load(values)

    def _keep(self, values: Mapping[str, Any]) -> None:
        draft, council_id = _draft(values), self._id

        def keep(session: Session) -> None:
            if council_id is None:
                services.set_up(session, draft)
            else:
                services.correct(session, council_id, draft)

        self.write(self._context.tasks, f"{_NEW if council_id is None else 'Sửa'} {draft.name}", keep)


def _latest(session: Session) -> Kept:
    ids = councils.ids(session, ListQuery())
    if not ids:
        return None, {}
    row = councils.get(session, ids[0])
    draft = councils.draft_of(session, row)
    members = [{"name": one.name, "post": one.post, "role": one.role} for one in draft.members]
    return row.id, {
        "name": draft.name,
        "level": draft.level,
        "document": draft.document,
        "valid_from": draft.valid_from,
        "valid_to": draft.valid_to,
        "members": members,
        "note": draft.note,
    }


def _draft(values: Mapping[str, Any]) -> CouncilDraft:
    return CouncilDraft(
        values["name"],
        values["level"],
        values["document"],
        values["valid_from"],
        values["valid_to"],
        tuple(MemberDraft(row["name"], row["post"], row["role"] or "member") for row in values["members"]),
        values["note"],
    )
