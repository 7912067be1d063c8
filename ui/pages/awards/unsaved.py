"""Offers again the decision that was being entered when the program ended without saving it."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from ui.forms import decision_keeping as keeping
from ui.forms.decision_form import open_decision
from ui.forms.decision_saving import Saved
from ui.theme import GAP
from ui.widgets.page import Context


class UnsavedStrip(QFrame):
    """One line above the list with two ways out; hidden when nothing was left."""

    def __init__(self, context: Context, saved: Callable[[Saved], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._page = parent
        self._context = context
        self._saved = saved
        self._left = keeping.unsaved(context)
        self.setProperty("tone", "warn")
        self.text = QLabel()
        self.more, self.drop = QPushButton("Nhập tiếp"), QPushButton("Bỏ")
        self.more.clicked.connect(self._go_on)
        self.drop.clicked.connect(self._drop)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GAP, 2, GAP, 2)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.more)
        layout.addWidget(self.drop)
        self._offer()

    def _offer(self) -> None:
        """Offer the latest, or nothing more."""
        self.setVisible(bool(self._left))
        if self._left:
            self.text.setText(keeping.words(self._left[-1]))

    def _go_on(self) -> None:
        left = self._left.pop()
        self._offer()
        open_decision(self._context, self._page, self._saved, left=left)

    def _drop(self) -> None:
        keeping.forget(self._context.state, self._left.pop().slot)
        self._offer()
