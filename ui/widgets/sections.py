"""What hangs on a record, under its form: titled lists whose lines may lead elsewhere, coloured notes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.theme import GAP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from ui.widgets.page import Follow
    from ui.widgets.page_spec import Line, Section

_ROW = 26
_ROWS_SHOWN = 12
_ROW_WIDTH = 360  # of buttons
_MEASURED = 60  # rows looked at to find the width of columns


def fair_widths(wanted: Sequence[int], room: int) -> list[int]:
    """Widths that fit into the room: the first column, a name or day, has what others leave, half at least.

    Of those, what wants less than a fair share has it, and the rest share what is left.
    """
    first = min(wanted[0], max(room - sum(wanted[1:]), room // 2))
    widths, left = [first, *wanted[1:]], room - first
    by_need = sorted(range(1, len(wanted)), key=lambda place: wanted[place])
    for done, place in enumerate(by_need, start=1):
        widths[place] = min(wanted[place], left // (len(wanted) - done))
        left -= widths[place]
    return widths


class _LineTable(QTableWidget):
    followed = Signal(object)

    def __init__(self, title: str, header: tuple[str, ...], lines: Sequence[Line]) -> None:
        super().__init__(len(lines), max((len(line.cells) for line in lines), default=1))
        self._lines = lines
        self.setAccessibleName(title)
        self.setProperty("role", "lines")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.horizontalHeader().setVisible(bool(header))
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setResizeContentsPrecision(_MEASURED)
        self.setHorizontalHeaderLabels(header)
        self._fill()
        self.doubleClicked.connect(self._follow)

    def _fill(self) -> None:
        for row, line in enumerate(self._lines):
            for place, text in enumerate(line.cells):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.setItem(row, place, item)
        self.resizeColumnsToContents()
        self._wanted = [self.columnWidth(place) for place in range(self.columnCount())]
        header = (
            self.horizontalHeader().sizeHint().height() if self.horizontalHeader().isVisibleTo(self) else 0
        )
        self.setFixedHeight(min(len(self._lines), _ROWS_SHOWN) * _ROW + header + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for place, width in enumerate(fair_widths(self._wanted, self.viewport().width())):
            self.setColumnWidth(place, width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._follow(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _follow(self, index: QModelIndex) -> None:
        if index.isValid() and self._lines[index.row()].follow:
            self.followed.emit(self._lines[index.row()].follow)


class Sections(QWidget):
    """Shows sections one under the other.

    Signals:
        followed: the Follow of a line, on Enter or double click, or of an action's button.
    """

    followed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "plain")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, GAP, 0, 0)
        self._layout.setSpacing(GAP // 2)

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Show these in place of the ones before."""
        while self._layout.count():
            widget = self._layout.takeAt(0).widget()
            widget.hide()
            widget.deleteLater()
        for section in sections:
            self._add(section)

    def focus_first(self) -> None:
        """Put the cursor onto the first list."""
        tables = self.findChildren(_LineTable)
        if tables:
            tables[0].setFocus()

    def _add(self, section: Section) -> None:
        title = QLabel(section.title)
        title.setProperty("role", "heading")
        title.setContentsMargins(0, GAP, 0, 2)
        self._layout.addWidget(title)
        notes = [line for line in section.lines if line.tone]
        lines = [line for line in section.lines if not line.tone]
        if lines:
            table = _LineTable(section.title, section.header, lines)
            table.followed.connect(self.followed)
            self._layout.addWidget(table)
        elif section.empty and not notes:
            self._add_label(section.empty, "role", "soft")
        for note in notes:
            self._add_label(note.cells[0], "tone", note.tone)
        if section.actions:
            self._add_actions(section)

    def _add_actions(self, section: Section) -> None:
        """Buttons side by side, in as many rows as a panel of the usual width needs."""
        row, used = self._add_row(), 0
        for text, follow in section.actions:
            button = QPushButton(text)
            button.setAccessibleDescription(section.title)
            button.clicked.connect(partial(self._act, follow))
            button.ensurePolished()
            width = button.sizeHint().width() + GAP
            if used and used + width > _ROW_WIDTH:
                row, used = self._add_row(), 0
            row.insertWidget(row.count() - 1, button)
            used += width

    def _add_row(self) -> QHBoxLayout:
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addStretch(1)
        self._layout.addWidget(bar)
        return row

    def _act(self, follow: Follow, _checked: object = None) -> None:
        self.followed.emit(follow)

    def _add_label(self, text: str, name: str, value: str) -> None:
        label = QLabel(text)
        label.setProperty(name, value)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._layout.addWidget(label)
