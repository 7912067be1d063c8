"""A small grid inside a form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ui.theme import ROW_HEIGHT
from ui.widgets.editors import Editor
from ui.widgets.grid import EntryGrid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.widgets.grid_model import GridColumn


class TableEditor(Editor):
    """Rows typed or pasted; the value is a list of dicts by column code."""

    input: EntryGrid

    def __init__(self, columns: Sequence[GridColumn], lines: int, *, fixed: bool = False) -> None:
        super().__init__(EntryGrid(columns, fixed=fixed))
        self.input.setFixedHeight(ROW_HEIGHT * (lines + 1) + 4)
        self._loading = False
        self.input.changed.connect(self._tell_changed)

    def value(self) -> Any:
        return self.input.rows()

    def set_value(self, value: Any) -> None:
        self._loading = True
        self.input.set_rows(value or ())
        self._loading = False

    def problem(self) -> str:
        """Tell the first cell that holds nothing usable."""
        for (row, _code), text in self.input.problems().items():
            return f"Dòng {row + 1}: {text}"
        return ""

    def set_read_only(self) -> None:
        self.input.setEditTriggers(EntryGrid.EditTrigger.NoEditTriggers)

    def show_problem(self, text: str) -> None:
        super().show_problem(text)
        if not text:
            self.input.show_problems({})

    def show_part_problem(self, path: str, text: str) -> None:
        """Mark the cell "3.name", and say the first one under the grid too."""
        row, _, code = path.partition(".")
        if not row.isdecimal() or int(row) >= len(self.input.rows()):
            self.show_problem(text)
            return
        told = {key: told for key, told in self.input.problems().items() if key != (int(row), code)}
        self.input.show_problems(told | {(int(row), code): text})
        if not self.shown_problem():
            super().show_problem(f"Dòng {int(row) + 1}: {text}")

    def _tell_changed(self) -> None:
        if not self._loading:
            self.changed.emit()
