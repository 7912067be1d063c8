"""Offers again the decision or dossier that was being entered when the program ended without saving it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from ui.forms import unsaved_store
from ui.theme import GAP
from ui.widgets.page import Context

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.forms.decision_saving import Saved
    from ui.forms.list_keeping import Unsaved


class UnsavedStrip(QFrame):
    """One line above a page with two ways out; hidden when nothing was left."""

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        decided: Callable[[Saved], None] | None = None,
        received: Callable[[int], None] | None = None,
    ) -> None:
        """Offer decisions where decided hears of them once saved, dossiers where received does."""
        super().__init__(parent)
        self._page = parent
        self._context = context
        self._decided, self._received = decided, received
        # What is kept from now on stands in a form still open: only what an earlier run left is offered.
        self._slots = [one.get("slot") for one in unsaved_store.kept(context)]
        self.setProperty("tone", "warn")
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.more, self.drop = QPushButton("Nhập tiếp"), QPushButton("Bỏ")
        self.more.clicked.connect(self._go_on)
        self.drop.clicked.connect(self._drop)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GAP, 2, GAP, 2)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.more)
        layout.addWidget(self.drop)
        self.refresh()

    def refresh(self) -> None:
        """Offer the latest that is still left, or nothing more."""
        left = self._left()
        self.setVisible(left is not None)
        if left is not None:
            from ui.forms.list_keeping import words

            self.text.setText(words(left))

    def _left(self) -> Unsaved | None:
        if not self._slots:
            return None
        from ui.forms import list_keeping as keeping  # forms are not needed to show the first page

        offered = {"decision": self._decided, "dossier": self._received}
        left = (one for one in keeping.unsaved(self._context) if one.slot in self._slots)
        still = [one for one in left if offered.get(one.what)]
        return still[-1] if still else None

    def _go_on(self) -> None:
        left = self._left()
        if left is not None:
            self._slots.remove(left.slot)
            self._open(left)
        self.refresh()

    def _open(self, left: Unsaved) -> None:
        if left.what == "dossier" and self._received is not None:
            from ui.forms.dossier_form import open_dossier

            open_dossier(self._context, self._page, self._received, left=left)
        elif self._decided is not None:
            from ui.forms.decision_form import open_decision

            open_decision(self._context, self._page, self._decided, left=left)

    def _drop(self) -> None:
        left = self._left()
        if left is not None:
            unsaved_store.forget(self._context.state, left.slot)
        self.refresh()
