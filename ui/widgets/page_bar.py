"""The bar on top of a page: what switches lists on the left, what is done with them on the right."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from ui.theme import GAP


class PageBar(QWidget):
    """Buttons in one line; those added later stand left of those every page has."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left = QHBoxLayout()
        self._right = QHBoxLayout()
        self._extra = 0
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (self._left, self._right):
            part.setSpacing(GAP)
        layout.addLayout(self._left)
        layout.addStretch(1)
        layout.addLayout(self._right)

    def add_left(self, widget: QWidget) -> None:
        """Put a widget at the left, e.g. a button that switches to another list."""
        self._left.addWidget(widget)

    def add_button(
        self, text: str, slot: Callable[[], object], *, tip: str = "", primary: bool = False
    ) -> QPushButton:
        """Put a button at the right, before the common ones."""
        button = self._button(text, slot, tip)
        if primary:
            button.setProperty("role", "primary")
        self._right.insertWidget(self._extra, button)
        self._extra += 1
        return button

    def add_common(
        self, text: str, slot: Callable[[], object], *, tip: str = "", primary: bool = False
    ) -> QPushButton:
        """Put a button every page has at the right end."""
        button = self.add_button(text, slot, tip=tip, primary=primary)
        self._extra -= 1
        self._right.removeWidget(button)
        self._right.addWidget(button)
        return button

    def add_menu(self, text: str, menu: Callable[[], QMenu], *, tip: str = "") -> QPushButton:
        """Put a button at the right end that opens a menu made anew each time."""
        button = self.add_common(text, lambda: None, tip=tip)
        button.clicked.connect(lambda: menu().popup(button.mapToGlobal(QPoint(0, button.height()))))
        return button

    def _button(self, text: str, slot: Callable[[], object], tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(tip)
        button.clicked.connect(lambda: slot())  # noqa: PLW0108 - clicked carries a bool
        return button
