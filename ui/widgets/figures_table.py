"""A table of figures whose numbers open the rows behind them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from thidua_desktop.domain.vietnamese import number
from ui.theme import INK_SOFT, LINE, ROW_HEIGHT, ZEBRA
from ui.widgets.clipboard import put_block

_FIRST_WIDTH = 155  # at least
_MARGINS, _NARROW_MARGINS = 28, 18  # about a title, and where room is scarce
_INDENT = "     "

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class FigureLine:
    """One line: its words, its numbers, and what opens behind them.

    filters open the rows counted (None: there are none); totals are the inherited totals in it.
    """

    words: tuple[str, ...]
    numbers: tuple[int | None, ...] = ()
    filters: Mapping[str, str | int] | None = None
    totals: tuple[int, ...] = ()
    note: str = ""
    strong: bool = False
    section: bool = False
    indent: int = 0


class FiguresModel(QAbstractTableModel):
    """Lines of figures under a header; numbers stand at the right, as their titles do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header: tuple[str, ...] = ()
        self.words = 0  # columns of words before the numbers
        self.lines: Sequence[FigureLine] = ()

    def show_lines(self, header: tuple[str, ...], words: int, lines: Sequence[FigureLine]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.header, self.words, self.lines = header, words, lines
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.header)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.header[section]
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        return None

    def text(self, row: int, column: int) -> str:
        """What a cell says."""
        line = self.lines[row]
        if column < len(line.words):
            return (_INDENT * line.indent if column == 0 else "") + line.words[column]
        value = self._number(line, column)
        return "" if value is None else number(value)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        if role == Qt.ItemDataRole.FontRole and (line.strong or line.section):
            return _bold()
        if role == Qt.ItemDataRole.ForegroundRole:
            pale = line.indent or self._number(line, index.column()) == 0
            return QBrush(QColor(INK_SOFT)) if pale else None
        if role == Qt.ItemDataRole.BackgroundRole and line.section:
            return QBrush(QColor(ZEBRA).darker(103))
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.text(index.row(), index.column()) if index.column() < self.words else _tip(line)
        return None

    def _number(self, line: FigureLine, column: int) -> int | None:
        place = column - self.words
        return line.numbers[place] if 0 <= place < len(line.numbers) else None

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if column >= self.words else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


class FiguresTable(QTableView):
    """Shows figures.

    Signals:
        opened: the FigureLine whose rows the user wants to see.
        inherited_opened: the FigureLine whose inherited totals the user wants to see.
    """

    opened = Signal(object)
    inherited_opened = Signal(object)

    def __init__(self, name: str, inherited: str, parent: QWidget | None = None) -> None:
        """Make an empty table; inherited is the title of the column whose numbers open totals."""
        super().__init__(parent)
        self._model = FiguresModel(self)
        self._inherited = inherited
        self.setModel(self._model)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT - 4)
        self.horizontalHeader().setHighlightSections(False)
        self.setStyleSheet(f"QTableView::item {{ border-bottom: 1px solid {LINE}; }}")
        self.doubleClicked.connect(self._open)

    def figures(self) -> FiguresModel:
        """The model, to read what is shown."""
        return self._model

    def show_lines(self, header: tuple[str, ...], words: int, lines: Sequence[FigureLine]) -> None:
        """Show lines with so many columns of words before the numbers; the cursor stays on its line."""
        at, top = self.currentIndex(), self.verticalScrollBar().value()
        self._model.show_lines(header, words, lines)
        self.clearSpans()
        for row, line in enumerate(lines):
            if line.section:
                self.setSpan(row, 0, 1, len(header))
        self._fit()
        if lines and at.isValid():
            row = min(at.row(), len(lines) - 1)
            self.setCurrentIndex(self._model.index(row, at.column()))
        self.verticalScrollBar().setValue(top)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the rows of the line, Ctrl+C copies the table."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_C and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.copy()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def copy(self) -> None:
        """Copy the selected lines, or all, with the header."""
        chosen = sorted({index.row() for index in self.selectionModel().selectedRows()})
        rows = chosen if len(chosen) > 1 else range(self._model.rowCount())
        columns = range(self._model.columnCount())
        put_block(
            [[self._model.text(row, column).strip() for column in columns] for row in rows],
            list(self._model.header),
        )

    def _fit(self) -> None:
        """Give every title its room and the words of the first column the rest."""
        metrics, room = QFontMetrics(_bold()), self.viewport().width()
        titles = [metrics.horizontalAdvance(title) for title in self._model.header[1:]]
        scarce = sum(titles) + len(titles) * _MARGINS + _FIRST_WIDTH > room
        widths = [title + (_NARROW_MARGINS if scarce else _MARGINS) for title in titles]
        for column, width in enumerate((max(_FIRST_WIDTH, room - sum(widths)), *widths)):
            self.setColumnWidth(column, width)

    def _open(self, index: Index) -> None:
        if not index.isValid():
            return
        line = self._model.lines[index.row()]
        asked = self._model.header[index.column()] == self._inherited
        if line.totals and (asked or line.filters is None):
            self.inherited_opened.emit(line)
        elif line.filters is not None:
            self.opened.emit(line)


def _bold() -> QFont:
    font = QFont()
    font.setBold(True)
    return font


def _tip(line: FigureLine) -> str | None:
    return "Enter hoặc bấm đúp để xem các dòng đã đếm" if line.filters or line.totals else None
