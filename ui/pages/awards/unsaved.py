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
        self.text = QLabel(keeping.words(self._left) if self._left else "")
        self.more, self.drop = QPushButton("Nhập tiếp"), QPushButton("Bỏ")
        self.more.clicked.connect(self._go_on)
        self.drop.clicked.connect(self._drop)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GAP, 2, GAP, 2)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.more)
        layout.addWidget(self.drop)
        self.setVisible(self._left is not None)

    def _go_on(self) -> None:
        self.hide()
        open_decision(self._context, self._page, self._saved, left=self._left)

    def _drop(self) -> None:
        self.hide()
        keeping.forget(self._context.state)
