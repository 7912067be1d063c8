"""The bar on top of a page: what switches lists on the left, what is done with them on the right."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from ui.theme import GAP


class PageBar(QWidget):
    """Buttons in one line; those added later stand left of those every page has.

    Where the window is too narrow for all, the plain ones at the right fold into a menu.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left = QHBoxLayout()
        self._right = QHBoxLayout()
        self._extra = 0
        self._folded: list[QPushButton] = []
        self._more = self._button("Khác ▾", self._show_folded, "Những việc khác của trang này")
        self._more.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (self._left, self._right):
            part.setSpacing(GAP)
        layout.addLayout(self._left)
        layout.addStretch(1)
        layout.addWidget(self._more)
        layout.addLayout(self._right)

    def add_left(self, widget: QWidget) -> None:
        """Put a widget at the left, e.g. a button that switches to another list."""
        self._left.addWidget(widget)

    def add_button(
        self,
        text: str,
        slot: Callable[[], object],
        *,
        tip: str = "",
        primary: bool = False,
        main: bool = False,
    ) -> QPushButton:
        """Put a button at the right, before the common ones; a main one folds away last."""
        button = self._button(text, slot, tip)
        button.setProperty("main", main)
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

    def minimumSizeHint(self) -> QSize:
        kept = [button for button in self._buttons() if _is_primary(button)]
        spared = self._left.sizeHint().width() - self._left.minimumSize().width()
        return QSize(self._needed([self._more, *kept]) - spared, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _buttons(self) -> list[QPushButton]:
        widgets = (self._right.itemAt(place).widget() for place in range(self._right.count()))
        return [widget for widget in widgets if isinstance(widget, QPushButton)]

    def _needed(self, buttons: list[QPushButton]) -> int:
        """The width, in pixels, of the left part with these buttons."""
        return self._left.sizeHint().width() + sum(button.sizeHint().width() + GAP for button in buttons)

    def _fold(self) -> None:
        """Fold plain buttons until the rest fits, main ones when the left part cannot give way further."""
        shown = self._buttons()
        folded: list[QPushButton] = []
        plain = [button for button in shown if not _is_primary(button)]
        spared = self._left.sizeHint().width() - self._left.minimumSize().width()
        for main, room in ((False, self.width()), (True, self.width() + spared)):
            waiting = [button for button in plain if bool(button.property("main")) is main]
            while waiting and self._needed([*shown, *([self._more] if folded else [])]) > room:
                folded.append(waiting.pop(0))
                shown.remove(folded[-1])
        self._folded = folded
        for button in self._buttons():
            button.setVisible(button not in folded)
        self._more.setVisible(bool(folded))

    def _show_folded(self) -> None:
        menu = QMenu(self)
        for button in self._folded:
            action = menu.addAction(button.text())
            action.setEnabled(button.isEnabled())
            action.triggered.connect(button.click)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _button(self, text: str, slot: Callable[[], object], tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(tip)
        button.clicked.connect(lambda: slot())  # noqa: PLW0108 - clicked carries a bool
        return button


def _is_primary(button: QPushButton) -> bool:
    return bool(button.property("role") == "primary")
