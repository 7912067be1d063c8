"""Renaming, merging, splitting or dissolving units from a day on."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from thidua_desktop.db import Session
from thidua_desktop.domain.errors import Problem, Refused
from thidua_desktop.domain.unit import SUCCESSIONS, SuccessionDraft, UnitDraft
from thidua_desktop.domain.vietnamese import same_key
from thidua_desktop.records import units
from thidua_desktop.services import units as services
from thidua_desktop.services.unit_choice import meant, telling_name
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
        self._chosen: dict[str, int] = {}

        def read(session: Session) -> list[tuple[str, int]]:
            return [(telling_name(session, one), one) for one in wanted]

        context.tasks.read(read, self._show_olds, owner=self)

    def _show_olds(self, olds: list[tuple[str, int]]) -> None:
        self._chosen = {same_key(name): unit_id for name, unit_id in olds}
        names = [name for name, _unit_id in olds]
        self.load({"kind": "merged" if len(names) != 1 else "renamed", "olds": names})

    def _keep(self, values: dict[str, Any]) -> None:
        name = f"{SUCCESSIONS[values['kind']]} đơn vị: {', '.join(values['olds'])}"
        self._context.tasks.write(
            name, lambda session: _succeed(session, values, self._chosen), self._kept, refused=self._refused
        )

    def _kept(self, _ids: list[int]) -> None:
        self.accept()

    def _refused(self, refused: Refused) -> None:
        self.show_problems([Problem(_field(problem.field), problem.message) for problem in refused.problems])


def _field(code: str) -> str:
    """The field of this form behind a field of the draft: "new_units.0.name" is typed in "news"."""
    head = code.partition(".")[0]
    return {"old_ids": "olds", "new_ids": "news", "new_units": "news"}.get(head, code)


def _succeed(session: Session, values: dict[str, Any], chosen: Mapping[str, int]) -> list[int]:
    """Do it; chosen are the units chosen in the list, by the names they stand under in the form."""
    olds = [chosen.get(same_key(name)) or _known(session, name) for name in values["olds"]]
    kept: list[int] = []
    fresh: list[UnitDraft] = []
    parents = [units.get(session, old) for old in olds]
    pattern = parents[0]
    for name in values["news"]:
        found = None if values["kind"] == "renamed" else _going_on(session, name, parents)
        if found is None:
            fresh.append(UnitDraft(name, pattern.kind, pattern.parent_id, pattern.block, values["on"]))
        else:
            kept.append(found)
    draft = SuccessionDraft(
        values["kind"], values["on"], tuple(olds), tuple(kept), tuple(fresh), values["document"]
    )
    return services.succeed(session, draft)


def _going_on(session: Session, name: str, olds: Sequence[units.UnitRow]) -> int | None:
    """The unit that takes the others in: one of them, or one beside them; elsewhere only when told where."""
    there = [row for row in units.rows(session, meant(session, name)) if row.valid_to is None]
    beside = [row for row in there if row.parent_id == olds[0].parent_id]
    found = [row for row in there if row in olds] or (there if "," in name else beside)
    return found[0].id if found else None


def _known(session: Session, name: str) -> int:
    found = meant(session, name)
    if len(found) > 1:
        told = "; ".join(telling_name(session, unit_id) for unit_id in found)
        raise Refused(Problem("olds", f"Có {len(found)} đơn vị tên “{name}”: ghi rõ {told}."))
    if not found:
        raise Refused(Problem("olds", f"Không có đơn vị “{name}”: chọn lại từ danh sách đơn vị."))
    return found[0]
