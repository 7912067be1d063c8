"""A combo box fit for long forms and long names."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

_POPUP_MARGIN, _POPUP_WIDEST = 40, 520


class Combo(QComboBox):
    """A combo box that the wheel does not change while a form is only scrolled past."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(20)
        self.setMinimumContentsLength(10)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def showPopup(self) -> None:
        """Open the list wide enough for its longest line, within reason."""
        self.view().setMinimumWidth(min(self.view().sizeHintForColumn(0) + _POPUP_MARGIN, _POPUP_WIDEST))
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
