"""A window that only lists lines to be read, or copied."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.theme import GAP, WIDE_GAP
from ui.widgets.clipboard import put_block

_SIZE = (720, 420)


class ListedDialog(QDialog):
    """Shows lines one below the other; Ctrl+C copies the chosen ones."""

    def __init__(self, title: str, lines: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.lines = QListWidget()
        self.lines.setAccessibleName(title)
        self.lines.setWordWrap(True)
        self.lines.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.lines.addItems(list(lines))
        QShortcut(QKeySequence.StandardKey.Copy, self.lines, self._copy)
        close = QPushButton("Đóng (Esc)")
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE_GAP, WIDE_GAP, WIDE_GAP, WIDE_GAP)
        layout.setSpacing(GAP)
        layout.addWidget(self.lines, 1)
        layout.addLayout(foot)
        self.resize(*_SIZE)
        if self.lines.count():
            self.lines.setCurrentRow(0)

    def _copy(self) -> None:
        put_block([[item.text()] for item in self.lines.selectedItems()])
