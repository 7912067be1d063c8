"""Renaming, merging, splitting or dissolving units from a day on."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from thidua_desktop.db import Session
from thidua_desktop.domain.errors import Problem, Refused
from thidua_desktop.domain.unit import SUCCESSIONS, SuccessionDraft, UnitDraft
from thidua_desktop.records import units
from thidua_desktop.services import units as services
from ui.widgets.fields import ChoiceField, DateField, LinesField, TextField
from ui.widgets.form_dialog import FormDialog
from ui.widgets.page import Context

_FIELDS = (
    ChoiceField("kind", "Hình thức", options=tuple(SUCCESSIONS.items()), empty=None),
    DateField("on", "Từ ngày", required=True),
    LinesField("olds", "Đơn vị cũ", tip="Mỗi dòng một tên đơn vị đang có trong sổ", required=True),
    LinesField("news", "Đơn vị mới", tip="Mỗi dòng một tên; tên chưa có trong sổ sẽ được tạo mới", lines=3),
    TextField("document", "Văn bản", placeholder="Số, ngày nghị quyết"),
)


class SuccessionDialog(FormDialog):
    """Asks what became of the chosen units; one save, one undo."""

    def __init__(self, context: Context, chosen: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__("Đổi tên, sáp nhập đơn vị", _FIELDS, context.state, "succession", parent)
        self._context = context
        self.load({"kind": "merged"})
        self.saved.connect(self._keep)
        wanted = list(chosen)
        context.tasks.read(lambda session: [row.name for row in units.rows(session, wanted)], self._show_olds)

    def _show_olds(self, names: list[str]) -> None:
        self.load({"kind": "merged" if len(names) != 1 else "renamed", "olds": names})

    def _keep(self, values: dict[str, Any]) -> None:
        name = f"{SUCCESSIONS[values['kind']]} đơn vị: {', '.join(values['olds'])}"
        self._context.tasks.write(
            name, lambda session: _succeed(session, values), self._kept, refused=self._refused
        )

    def _kept(self, _ids: list[int]) -> None:
        self.accept()

    def _refused(self, refused: Refused) -> None:
        self.show_problems([Problem(_field(problem.field), problem.message) for problem in refused.problems])


def _field(code: str) -> str:
    """The field of this form behind a field of the draft: "new_units.0.name" is typed in "news"."""
    head = code.partition(".")[0]
    return {"old_ids": "olds", "new_ids": "news", "new_units": "news"}.get(head, code)


def _succeed(session: Session, values: dict[str, Any]) -> list[int]:
    olds = [_known(session, name) for name in values["olds"]]
    kept: list[int] = []
    fresh: list[UnitDraft] = []
    parents = [units.get(session, old) for old in olds]
    for name in values["news"]:
        found = None if values["kind"] == "renamed" else units.find(session, name)
        if found is None:
            pattern = parents[0]
            fresh.append(UnitDraft(name, pattern.kind, pattern.parent_id, pattern.block, values["on"]))
        else:
            kept.append(found)
    draft = SuccessionDraft(
        values["kind"], values["on"], tuple(olds), tuple(kept), tuple(fresh), values["document"]
    )
    return services.succeed(session, draft)


def _known(session: Session, name: str) -> int:
    found = units.find(session, name)
    if found is None:
        raise Refused(
            Problem("olds", f"Không có đúng một đơn vị tên “{name}”: chọn lại từ danh sách đơn vị.")
        )
    return found
