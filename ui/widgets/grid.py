"""Entry as fast as in a spreadsheet: paste a block, Tab, Enter, F2, Ctrl+D, with known values offered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLineEdit,
    QMenu,
    QTableView,
    QWidget,
)

from thidua_desktop.domain.vietnamese import same_key
from ui.theme import ROW_HEIGHT
from ui.widgets.grid_delegate import GridDelegate
from ui.widgets.grid_model import PROBLEM, REMARK, GridColumn, GridModel
from ui.widgets.grid_resolver import Resolver

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QContextMenuEvent

    from ui.widgets.suggest import Suggestion

_Standard = QKeySequence.StandardKey
_LEAVING = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class EntryGrid(QTableView):
    """A grid of rows typed or pasted; its rows are dicts by column code.

    Rows in this API are positions in `rows()`, which leaves empty lines out.

    Signals:
        changed: cells or rows changed.
        picked: row, column code and Suggestion, when a lookup cell was resolved to a known record.
    """

    changed = Signal()
    picked = Signal(int, str, object)

    def __init__(
        self, columns: Sequence[GridColumn], parent: QWidget | None = None, *, fixed: bool = False
    ) -> None:
        super().__init__(parent)
        self._model = GridModel(columns, self, fixed=fixed)
        self._delegate = GridDelegate(self._model, self)
        self._tab_start: tuple[int, int] | None = None
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self._set_look()
        self._model.edited.connect(self.changed)
        self._delegate.left.connect(self._move_on)
        self._delegate.picked.connect(self._tell_picked)
        Resolver(self._model, self).resolved.connect(self._tell_picked)
        self._put_cursor(0, 0)

    def rows(self) -> list[dict[str, Any]]:
        """Return the rows that hold anything."""
        return self._model.values()

    def set_rows(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Show these rows."""
        self._model.set_values(rows)
        self._put_cursor(0, 0)

    def fill(self, row: int, values: Mapping[str, Any], *, only_empty: bool = True) -> None:
        """Put values into cells of a row, by default only into empty ones, as part of the last step."""
        line = self._model.lines()[row]
        cells = {
            (line, code): value
            for code, value in values.items()
            if not only_empty or not self._model.value(line, code)
        }
        self._model.amend(cells)

    def show_problems(self, problems: Mapping[tuple[int, str], str]) -> None:
        """Mark cells, by row and column code, with a sentence that says what is wrong."""
        self._show_marks(PROBLEM, problems)

    def show_remarks(self, remarks: Mapping[tuple[int, str], str]) -> None:
        """Mark cells with a question that need not be answered, e.g. a namesake."""
        self._show_marks(REMARK, remarks)

    def problems(self) -> dict[tuple[int, str], str]:
        """Return what is wrong now, also what the grid itself found."""
        told = {}
        for row, line in enumerate(self._model.lines()):
            for place, column in enumerate(self._model.columns):
                text = self._model.index(line, place).data(PROBLEM)
                if text:
                    told[row, column.code] = text
        return told

    def go_to(self, row: int, code: str) -> None:
        """Put the cursor on a cell."""
        codes = [column.code for column in self._model.columns]
        place = codes.index(code) if code in codes else 0
        self._put_cursor(self._model.lines()[row], place)
        self.setFocus()

    def paste(self) -> None:
        """Put the block on the clipboard into the cells from the cursor on; rows are made as needed."""
        from ui.widgets.clipboard import read_block

        block = read_block(QGuiApplication.clipboard().text())
        if self._is_header(block[0] if block else []):
            block = block[1:]
        top, left = self._corner()
        columns = self._model.columns[left:]
        cells = {
            (top + down, column.code): column.read(text)
            for down, texts in enumerate(block)
            for column, text in zip(columns, texts, strict=False)
        }
        if len(cells) == 1:
            value = next(iter(cells.values()))
            same = self._model.columns[left].code
            cells = {(line, same): value for line, place in self._selected() if place == left} or cells
        if cells:
            self._model.put(cells, "dán")

    def copy(self) -> None:
        """Put the selected block on the clipboard."""
        selected = self._selected()
        if not selected:
            return
        lines, places = sorted({line for line, _ in selected}), sorted({place for _, place in selected})
        from ui.widgets.clipboard import put_block

        put_block([[str(self._model.index(line, place).data()) for place in places] for line in lines])

    def clear_cells(self) -> None:
        """Empty the selected cells."""
        columns = self._model.columns
        cells = {(line, columns[p].code): columns[p].empty() for line, p in self._selected()}
        self._model.put(cells, "xóa ô")

    def fill_down(self) -> None:
        """Repeat the first selected line in the lines below it; a single cell takes what stands above it."""
        selected = self._selected()
        if not selected:
            return
        first = min(line for line, _ in selected)
        if all(line == first for line, _ in selected):
            first -= 1
        if first >= 0:
            codes = [column.code for column in self._model.columns]
            below = [(line, codes[place]) for line, place in selected if line > first]
            self._model.put({(line, c): self._model.value(first, c) for line, c in below}, "điền xuống")

    def insert_row(self) -> None:
        """Make an empty row above the cursor."""
        place = self.currentIndex()
        self._model.insert_rows(max(place.row(), 0), 1)
        self._put_cursor(max(place.row(), 0), max(place.column(), 0))

    def remove_rows(self) -> None:
        """Take the selected rows away."""
        place = self.currentIndex()
        self._model.remove_rows({line for line, _ in self._selected()})
        line = min(place.row(), self._model.rowCount() - 1)
        self._put_cursor(line, place.column())

    def undo(self) -> None:
        """Take back the last step made in the grid."""
        self._model.stack.undo()

    def redo(self) -> None:
        """Do the last undone step again."""
        self._model.stack.redo()

    def event(self, event: QEvent) -> bool:
        # The window's own Ctrl+Z takes back what was saved; here it belongs to what is being typed.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._slot(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        slot = self._slot(event)
        if slot is not None:
            slot()
        elif event.key() in _LEAVING:
            self._move_on(Qt.Key(event.key()))
        elif event.key() == Qt.Key.Key_F2:
            self._edit_in_place()
        else:
            if not event.text():
                self._tab_start = None
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own signature
        """Tab walks the cells; at the end of the rows, or back from the first cell, it leaves the grid."""
        place = self.currentIndex()
        last = self._model.is_end(place.row(), place.column())
        first = place.row() == 0 and place.column() == 0
        if (forward and last) or (not forward and first) or not place.isValid():
            return super().focusNextPrevChild(forward)
        self._move_on(Qt.Key.Key_Tab if forward else Qt.Key.Key_Backtab)
        return True

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        rows = (("Chèn dòng (Ctrl++)", self.insert_row), ("Xóa dòng (Ctrl+-)", self.remove_rows))
        for text, slot in (
            ("Chép (Ctrl+C)", self.copy),
            ("Dán (Ctrl+V)", self.paste),
            ("Điền xuống (Ctrl+D)", self.fill_down),
            ("Xóa ô (Del)", self.clear_cells),
            *(() if self._model.fixed else rows),
            ("Hoàn tác (Ctrl+Z)", self.undo),
            ("Làm lại (Ctrl+Y)", self.redo),
        ):
            menu.addAction(text).triggered.connect(slot)
        menu.popup(event.globalPos())

    def _set_look(self) -> None:
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT - 2)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.verticalHeader().setMinimumWidth(38)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setHighlightSections(False)
        for place, column in enumerate(self._model.columns):
            self.setColumnWidth(place, column.width)

    def _slot(self, event: QKeyEvent) -> Callable[[], None] | None:
        """What a key means while no cell is open."""
        slots: tuple[tuple[Any, Callable[[], None]], ...] = (
            (_Standard.Copy, self.copy),
            (_Standard.Paste, self.paste),
            (_Standard.Undo, self.undo),
            (_Standard.Redo, self.redo),
        )
        for keys, slot in slots:
            if event.matches(keys):
                return slot
        if event.key() == Qt.Key.Key_Delete:
            return self.clear_cells
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return {
                Qt.Key.Key_D: self.fill_down,
                Qt.Key.Key_Y: self.redo,
                Qt.Key.Key_X: self._cut,
                Qt.Key.Key_Plus: self.insert_row,
                Qt.Key.Key_Equal: self.insert_row,
                Qt.Key.Key_Minus: self.remove_rows,
            }.get(Qt.Key(event.key()))
        return None

    def _cut(self) -> None:
        self.copy()
        self.clear_cells()

    def _edit_in_place(self) -> None:
        self.edit(self.currentIndex())
        editor = QApplication.focusWidget()
        if isinstance(editor, QLineEdit):
            editor.end(False)

    def _move_on(self, key: Qt.Key) -> None:
        """Tab goes right and on to the next line, Enter down to where the run of Tabs began."""
        place = self.currentIndex()
        line, column, last = place.row(), place.column(), len(self._model.columns) - 1
        if key == Qt.Key.Key_Tab:
            if self._tab_start is None or self._tab_start[0] != line:
                self._tab_start = line, column
            line, column = (line, column + 1) if column < last else (line + 1, 0)
        elif key == Qt.Key.Key_Backtab:
            line, column = (line, column - 1) if column > 0 else (line - 1, last)
        else:
            if self._tab_start is not None and self._tab_start[0] == line:
                column = self._tab_start[1]
            line += 1
            self._tab_start = None
        if 0 <= line < self._model.rowCount():
            self._put_cursor(line, column)

    def _put_cursor(self, line: int, place: int) -> None:
        # setCurrentIndex() would toggle or extend while Ctrl or Shift is still held
        index = self._model.index(line, place)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def _selected(self) -> list[tuple[int, int]]:
        return [(index.row(), index.column()) for index in self.selectionModel().selectedIndexes()]

    def _corner(self) -> tuple[int, int]:
        selected = self._selected()
        if not selected:
            return max(self.currentIndex().row(), 0), max(self.currentIndex().column(), 0)
        return min(line for line, _ in selected), min(place for _, place in selected)

    def _is_header(self, texts: Sequence[str]) -> bool:
        titles = {same_key(column.title) for column in self._model.columns}
        return sum(same_key(text) in titles for text in texts if text) > 1

    def _show_marks(self, role: int, marks: Mapping[tuple[int, str], str]) -> None:
        lines = self._model.lines()
        self._model.mark(role, {(lines[row], code): text for (row, code), text in marks.items()})

    def _tell_picked(self, line: int, code: str, suggestion: Suggestion) -> None:
        lines = self._model.lines()
        if line in lines:
            self.picked.emit(lines.index(line), code, suggestion)
