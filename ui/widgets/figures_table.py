"""A table of figures whose numbers open the rows behind them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFont, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from thidua_desktop.domain.vietnamese import number
from ui.theme import ACCENT_DARK, INK_SOFT, ROW_HEIGHT, ZEBRA
from ui.widgets.clipboard import put_block

_FIRST_WIDTH = 430
_WIDTH = 106

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class FigureLine:
    """One line: its words, its numbers, and what opens behind them (None: nothing).

    inherited is the place of the number whose rows are inherited totals; they open by `totals`.
    """

    words: tuple[str, ...]
    numbers: tuple[int | None, ...] = ()
    filters: Mapping[str, str | int] | None = None
    note: str = ""
    strong: bool = False
    section: bool = False
    indent: int = 0


class FiguresModel(QAbstractTableModel):
    """Lines of figures under a header."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._header: tuple[str, ...] = ()
        self.lines: Sequence[FigureLine] = ()

    def show_lines(self, header: tuple[str, ...], lines: Sequence[FigureLine]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._header, self.lines = header, lines
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._header)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._header[section]
        return None

    def text(self, row: int, column: int) -> str:
        """What a cell says."""
        line = self.lines[row]
        if column < len(line.words):
            return ("     " * line.indent if column == 0 else "") + line.words[column]
        place = column - len(line.words)
        value = line.numbers[place] if place < len(line.numbers) else None
        return "" if value is None else number(value)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        is_number = index.column() >= len(line.words)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole and is_number:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.FontRole and (line.strong or line.section):
            font = QFont()
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.ForegroundRole:
            return QBrush(QColor(INK_SOFT)) if line.indent else _ink(line, is_number=is_number)
        if role == Qt.ItemDataRole.BackgroundRole and line.section:
            return QBrush(QColor(ZEBRA).darker(103))
        if role == Qt.ItemDataRole.ToolTipRole and is_number and line.filters is not None:
            return "Enter hoặc bấm đúp để xem các dòng đã đếm"
        return None


def _ink(line: FigureLine, *, is_number: bool) -> QBrush | None:
    return QBrush(QColor(ACCENT_DARK)) if is_number and line.filters is not None else None


class FiguresTable(QTableView):
    """Shows figures.

    Signals:
        opened: the FigureLine whose rows the user wants to see.
    """

    opened = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = FiguresModel(self)
        self.setModel(self._model)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.horizontalHeader().setHighlightSections(False)
        self.doubleClicked.connect(lambda index: self._open(index.row()))

    def figures(self) -> FiguresModel:
        """The model, to read what is shown."""
        return self._model

    def show_lines(self, header: tuple[str, ...], words: int, lines: Sequence[FigureLine]) -> None:
        """Show lines with so many columns of words before the numbers."""
        self._model.show_lines(header, lines)
        self.clearSpans()
        bar = self.horizontalHeader()
        bar.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column in range(len(header)):
            self.setColumnWidth(column, _FIRST_WIDTH if column == 0 else _WIDTH)
        if words:
            bar.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for row, line in enumerate(lines):
            if line.section:
                self.setSpan(row, 0, 1, len(header))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the rows of the line, Ctrl+C copies the table."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_C and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.copy()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Copy the selected lines, or all, with the header."""
        chosen = sorted({index.row() for index in self.selectionModel().selectedRows()})
        rows = chosen if len(chosen) > 1 else range(self._model.rowCount())
        columns = range(self._model.columnCount())
        header = [str(self._model.headerData(column, Qt.Orientation.Horizontal)) for column in columns]
        put_block([[self._model.text(row, column).strip() for column in columns] for row in rows], header)

    def _open(self, row: int) -> None:
        if 0 <= row < self._model.rowCount() and self._model.lines[row].filters is not None:
            self.opened.emit(self._model.lines[row])
