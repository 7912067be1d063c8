"""Buttons below each other: all of them where there is room, else as many as fit, the others by scrolling."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QSizePolicy, QWidget

_SEEN = 88  # two answers and part of the next


class Answers(QScrollArea):
    """Holds a layout of buttons at their full height."""

    def __init__(self, buttons: QLayout) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        held = _Whole()
        held.setProperty("role", "plain")
        buttons.setContentsMargins(0, 0, 0, 0)
        held.setLayout(buttons)
        self.setWidget(held)

    def sizeHint(self) -> QSize:
        return self.widget().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, min(self.sizeHint().height(), _SEEN))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class _Whole(QWidget):
    """Never lower than what it holds, which the look alone would let be pressed together."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())
