"""Two records of people that are one person: compared, then merged into the one to keep."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from thidua_desktop.db import Session
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.recipient import GENDERS
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.records import people
from thidua_desktop.records.people import PersonRow
from thidua_desktop.services import people as services
from ui.forms.suggestions import suggest_people
from ui.widgets.fields import LookupField
from ui.widgets.form_dialog import FormDialog
from ui.widgets.page import Context
from ui.widgets.page_spec import Line, Section
from ui.widgets.sections import Sections
from ui.widgets.suggest import Picked, asking

_COMPARED_HEIGHT = 270  # pixels the comparison takes once both are chosen
_FACTS = ("Ngày sinh", "Giới tính", "Chức vụ", "Đơn vị", "Lượt khen")


class MergeDialog(FormDialog):
    """Asks which record is merged into which; one save, one undo.

    Signals:
        merged: the id of the record kept.
    """

    merged = Signal(int)

    def __init__(self, context: Context, chosen: Sequence[int], parent: QWidget | None = None) -> None:
        suggest = asking(context.tasks, suggest_people)
        fields = (
            LookupField("kept", "Giữ hồ sơ", required=True, suggest=suggest),
            LookupField("other", "Gộp vào đó", required=True, suggest=asking(context.tasks, suggest_people)),
        )
        self._compared = Sections()
        self._compared.setMinimumHeight(_COMPARED_HEIGHT)
        super().__init__("Gộp hai người", fields, context.state, "merge-people", parent, below=self._compared)
        self._context = context
        self.form.changed.connect(self._compare)
        self.saved.connect(self._merge)
        self._compared.show_sections([_explained([])])
        ids = list(chosen)
        context.tasks.read(lambda session: people.rows(session, ids), self._fill, owner=self)

    def _fill(self, rows: list[PersonRow]) -> None:
        """The record with more awards, then the older one, is kept unless the user says otherwise."""
        ordered = sorted(rows, key=lambda row: (-row.awards, row.id))
        picked = [Picked(row.id, row.name) for row in ordered]
        self.load(dict(zip(("kept", "other"), picked, strict=False)))
        self._compared.show_sections([_explained(ordered)])

    def _compare(self) -> None:
        values = self.form.values()
        ids = [int(values[code].id) for code in ("kept", "other") if values[code].id is not None]
        self._context.tasks.read(
            lambda session: people.rows(session, ids), self._show_compared, owner=self, key="compare"
        )

    def _show_compared(self, rows: list[PersonRow]) -> None:
        self._compared.show_sections([_explained(rows)])

    def _merge(self, values: dict[str, Any]) -> None:
        kept, other = values["kept"], values["other"]

        def merge(session: Session) -> int:
            services.merge(session, int(other.id), int(kept.id))
            return int(kept.id)

        self._context.tasks.write(
            f"Gộp {other.text} vào {kept.text}", merge, self._merged, owner=self, refused=self._refused
        )

    def _merged(self, kept: int) -> None:
        self.merged.emit(kept)
        self.accept()

    def _refused(self, refused: Refused) -> None:
        self.show_problems(refused.problems)


def _explained(rows: Sequence[PersonRow]) -> Section:
    note = Line(
        ("Lượt khen, chức vụ của hồ sơ thứ hai chuyển sang hồ sơ giữ lại. Hoàn tác được bằng Ctrl+Z.",),
        tone="warn",
    )
    if len(rows) < len(("kept", "other")):
        return Section("So sánh", empty="Chọn hai người để so sánh.")
    told = [_facts(row) for row in rows]
    lines = [Line((fact, *sides)) for fact, *sides in zip(_FACTS, *told, strict=True)]
    return Section("So sánh", [*lines, note], header=("", "Giữ hồ sơ", "Gộp vào đó"))


def _facts(row: PersonRow) -> tuple[str, ...]:
    return (str(row.birth or ""), GENDERS[row.gender], row.post, row.unit, number(row.awards))
