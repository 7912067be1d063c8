"""The rows behind an entry grid: cells as typed, marks beside them, every change undone by one step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from math import inf
from typing import TYPE_CHECKING, Any, Literal, cast

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from thidua_desktop.domain.vietnamese import clean, same_key
from ui.widgets.suggest import Picked

if TYPE_CHECKING:
    from ui.widgets.suggest import Options, Suggest

Index = QModelIndex | QPersistentModelIndex
Row = dict[str, Any]

PROBLEM = Qt.ItemDataRole.UserRole + 1
REMARK = Qt.ItemDataRole.UserRole + 2
_KEY = ""  # the row's own number inside its dict; no column has an empty code
_NOT_OFFERED = "“{}” không có trong danh sách: gõ lại hoặc chọn một dòng gợi ý."


@dataclass(frozen=True)
class GridColumn:
    """One column of an entry grid, as data.

    Attributes:
        kind: "text" holds a str; "choice" a code of options, or the text when it is none of them;
            "lookup" a Picked.
        options: (code, label) pairs of a choice.
        match: understands other spellings of a choice: text → code or "".
        suggest: finds known records of a lookup (see `ui.widgets.suggest.asking`).
        resolves: whether a text typed or pasted becomes by itself the one record of exactly that name.
        default: what a new row starts with.
        tip: shown over the header.
        locked: shown, never typed or pasted into.

    """

    code: str
    title: str
    width: int = 140
    kind: Literal["text", "choice", "lookup"] = "text"
    options: Options = ()
    match: Callable[[str], str] | None = None
    suggest: Suggest | None = None
    resolves: bool = True
    default: Any = ""
    tip: str = ""
    locked: bool = False

    def empty(self) -> Any:
        """What an empty cell holds."""
        return Picked() if self.kind == "lookup" else ""

    def text(self, value: Any) -> str:
        """What a cell shows."""
        if self.kind == "lookup":
            return value.text if isinstance(value, Picked) else ""
        return dict(self.options).get(value, str(value)) if self.kind == "choice" else str(value)

    def read(self, text: str) -> Any:
        """What a typed or pasted text means in this column."""
        text = clean(text)
        if self.kind == "lookup":
            return Picked(None, text)
        if self.kind == "choice" and text:
            return self._code(text)
        return text

    def _code(self, text: str) -> str:
        key = same_key(text)
        known = next((code for code, label in self.options if key in {same_key(label), code}), "")
        return known or (self.match(text) if self.match else "") or text

    def own_problem(self, value: Any) -> str:
        """Why a cell holds nothing usable, in a sentence."""
        if self.kind == "choice" and value and value not in dict(self.options):
            return _NOT_OFFERED.format(value)
        return ""


class GridModel(QAbstractTableModel):
    """Rows of cells; one empty row always stands at the end, unless the rows are fixed.

    Signals:
        edited: cells or rows changed, also by undo.
    """

    edited = Signal()

    def __init__(
        self, columns: Sequence[GridColumn], parent: QObject | None = None, *, fixed: bool = False
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.fixed = fixed
        self.stack = QUndoStack(self)
        self._numbers = count(1)
        self._marks: dict[int, dict[tuple[int, str], str]] = {PROBLEM: {}, REMARK: {}}
        self._rows: list[Row] = self._with_end([])

    def values(self) -> list[Row]:
        """Return the rows that hold anything, by column code."""
        return [self._values(self._rows[line]) for line in self.lines()]

    def lines(self) -> list[int]:
        """Return the lines on which the rows of `values` stand."""
        return [line for line, row in enumerate(self._rows) if not self._is_blank(row)]

    def set_values(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Show these rows; what was before cannot be undone."""
        self.stack.clear()
        for marks in self._marks.values():
            marks.clear()
        self._apply(self._with_end([self._new_row(row) for row in rows]))

    def value(self, line: int, code: str) -> Any:
        """Return what one cell holds."""
        return self._rows[line][code]

    def put(self, cells: Mapping[tuple[int, str], Any], name: str) -> None:
        """Put values into cells as one undoable step; lines past the end are made (not among fixed rows)."""
        locked = {column.code for column in self.columns if column.locked}
        end = len(self._rows) if self.fixed else inf
        kept = {
            (line, code): value for (line, code), value in cells.items() if line < end and code not in locked
        }
        self._do(self._with(kept), name)

    def amend(self, cells: Mapping[tuple[int, str], Any]) -> None:
        """Put values into cells as part of the last step: what follows by itself is undone with it."""
        if not cells:
            return
        rows = self._with_end(self._with(cells))
        done = self.stack.index()
        if done:
            cast("_Change", self.stack.command(done - 1)).after = rows
        if done < self.stack.count():
            cast("_Change", self.stack.command(done)).before = rows
        self._apply(rows)

    def insert_rows(self, line: int, number: int) -> None:
        """Make empty rows before a line; fixed rows stay as they are."""
        if self.fixed:
            return
        rows = list(self._rows)
        rows[line:line] = [self._new_row() for _ in range(number)]
        self._do(rows, "chèn dòng")

    def remove_rows(self, lines: Iterable[int]) -> None:
        """Take rows away; fixed rows stay as they are."""
        if self.fixed:
            return
        gone = set(lines)
        self._do([row for line, row in enumerate(self._rows) if line not in gone], "xóa dòng")

    def mark(self, role: int, marks: Mapping[tuple[int, str], str]) -> None:
        """Show these marks (PROBLEM or REMARK) in place of all of that kind, by line and column code."""
        self._marks[role] = {(self._rows[line][_KEY], code): text for (line, code), text in marks.items()}
        self._tell_changed(0, len(self._rows) - 1)

    def add_mark(self, role: int, line: int, code: str, text: str) -> None:
        """Show one mark more."""
        self._marks[role][self._rows[line][_KEY], code] = text
        self._tell_changed(line, line)

    def is_blank(self, line: int) -> bool:
        """Whether nothing was entered on a line."""
        return self._is_blank(self._rows[line])

    def is_end(self, line: int, place: int) -> bool:
        """Whether Tab has nowhere to go from a cell: the last of fixed rows, the empty line of others."""
        if line != len(self._rows) - 1:
            return False
        return place == len(self.columns) - 1 if self.fixed else self.is_blank(line)

    def key(self, line: int) -> int:
        """The number a row keeps wherever it moves."""
        return int(self._rows[line][_KEY])

    def line_of(self, key: int) -> int:
        """The line of a row by its number, -1 when it is gone."""
        return next((line for line, row in enumerate(self._rows) if row[_KEY] == key), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.columns[index.column()].locked:
            return super().flags(index)
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column, row = self.columns[index.column()], self._rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return column.text(row[column.code])
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.data(index, PROBLEM) or self.data(index, REMARK) or None
        if role == PROBLEM:
            return self._marks[PROBLEM].get((row[_KEY], column.code)) or column.own_problem(row[column.code])
        if role == REMARK:
            return self._marks[REMARK].get((row[_KEY], column.code), "")
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        column = self.columns[index.column()]
        if role != Qt.ItemDataRole.EditRole:
            return False
        if isinstance(value, str):
            value = column.read(value)
        if value != self._rows[index.row()][column.code]:
            self.put({(index.row(), column.code): value}, f"sửa {column.title.lower()}")
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Vertical:
            last = section == len(self._rows) - 1 and not self.fixed
            return ("✱" if last else str(section + 1)) if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.columns[section].tip or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _values(self, row: Row) -> Row:
        return {column.code: row[column.code] for column in self.columns}

    def _new_row(self, values: Mapping[str, Any] | None = None) -> Row:
        row: Row = {_KEY: next(self._numbers)}
        for column in self.columns:
            value = (values or {}).get(column.code)
            row[column.code] = value if value is not None else column.default or column.empty()
        return row

    def _is_blank(self, row: Row) -> bool:
        return all(not row[c.code] or row[c.code] == c.default for c in self.columns)

    def _with_end(self, rows: list[Row]) -> list[Row]:
        done = self.fixed or (rows and self._is_blank(rows[-1]))
        return rows if done else [*rows, self._new_row()]

    def _with(self, cells: Mapping[tuple[int, str], Any]) -> list[Row]:
        rows = list(self._rows)
        for (line, code), value in cells.items():
            while line >= len(rows):
                rows.append(self._new_row())
            rows[line] = rows[line] | {code: value}
            for marks in self._marks.values():
                marks.pop((rows[line][_KEY], code), None)
        return rows

    def _do(self, rows: list[Row], name: str) -> None:
        self.stack.push(_Change(name, self._apply, self._rows, self._with_end(rows)))

    def _apply(self, rows: list[Row]) -> None:
        """Show these rows, telling views only what differs, so that the cursor stays."""
        old, shorter = self._rows, min(len(self._rows), len(rows))
        first = next((i for i in range(shorter) if old[i] is not rows[i]), shorter)
        tail = next((i for i in range(shorter - first) if old[-1 - i] is not rows[-1 - i]), shorter - first)
        both = shorter - first - tail
        at, root = first + both, QModelIndex()
        if both:
            self._rows = [*old[:first], *rows[first:at], *old[at:]]
            self._tell_changed(first, at - 1)
        if len(rows) > len(old):
            self.beginInsertRows(root, at, at + len(rows) - len(old) - 1)
            self._rows = rows
            self.endInsertRows()
        elif len(rows) < len(old):
            self.beginRemoveRows(root, at, at + len(old) - len(rows) - 1)
            self._rows = rows
            self.endRemoveRows()
        self._rows = rows
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(rows) - 1)
        self.edited.emit()

    def _tell_changed(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))


class _Change(QUndoCommand):
    """One step: the rows before and after; rows themselves are never altered."""

    def __init__(
        self, name: str, apply: Callable[[list[Row]], None], before: list[Row], after: list[Row]
    ) -> None:
        super().__init__(name)
        self._apply, self.before, self.after = apply, before, after

    def redo(self) -> None:
        self._apply(self.after)

    def undo(self) -> None:
        self._apply(self.before)
