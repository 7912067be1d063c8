"""The head of a view behind a page: the way back, its title, a grey line, its buttons."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from ui.theme import GAP, WIDE_GAP
from ui.widgets.page import Context, Page


class BehindPage(Page):
    """A view one goes to and comes back from, by its button or Esc.

    Signals:
        left: the user wants to go back.
    """

    left = Signal()

    def __init__(self, context: Context, title: str, back: str) -> None:
        super().__init__(context)
        self.back = QPushButton(f"← {back}")
        self.back.setToolTip("Esc")
        self.back.clicked.connect(self.left)
        self.title = QLabel(title)
        self.title.setProperty("role", "title")
        self.told = QLabel()
        self.told.setProperty("role", "soft")
        self.head = QHBoxLayout()
        self.head.setSpacing(WIDE_GAP)
        for part in (self.back, self.title, self.told):
            self.head.addWidget(part)
        self.head.addStretch(1)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, GAP)
        self.rows.setSpacing(GAP)
        self.rows.addLayout(self.head)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.left)
