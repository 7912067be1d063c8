"""A label that gives way: what does not fit ends in “…” and is told whole by its tip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_NARROWEST = 60


class ElidedLabel(QLabel):
    """One line of text, shortened to the room there is."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        """Far less than the whole text."""
        whole = super().minimumSizeHint()
        return QSize(min(whole.width(), _NARROWEST), whole.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        place = self.contentsRect()
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.end()
