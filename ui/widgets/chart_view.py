"""A drawn chart on screen: the same picture as on paper, its bars open what they count."""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from thidua_desktop.documents.charts import Picture, Region


class ChartView(QWidget):
    """Shows a picture as wide as it may; each bar says its figure and can be clicked.

    Signals:
        opened: category and series of the bar clicked.
    """

    opened = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: Picture | None = None
        self._tips: Sequence[Sequence[str]] = ()
        self._renderer = QSvgRenderer(self)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_picture(self, picture: Picture, name: str, tips: Sequence[Sequence[str]]) -> None:
        """Show a chart; tips are the words for each bar, by series and category."""
        self._picture, self._tips = picture, tips
        self._renderer.load(QByteArray(picture.svg))
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As large as the picture was drawn."""
        return self._renderer.defaultSize()

    def hasHeightForWidth(self) -> bool:
        """The picture keeps its shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that keeps the picture's shape."""
        size = self._renderer.defaultSize()
        return round(width * size.height() / size.width()) if size.width() > 0 else 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture, whole and unstretched."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._renderer.render(painter, self._place())
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over what can be opened."""
        over = self._region(event.position().x(), event.position().y())
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the bar under the mouse."""
        region = self._region(event.position().x(), event.position().y())
        if region is not None and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(region.category, region.series)

    def event(self, event: QEvent) -> bool:
        """Say the figure of the bar under the mouse."""
        if isinstance(event, QHelpEvent):
            region = self._region(event.pos().x(), event.pos().y())
            if region is not None:
                QToolTip.showText(event.globalPos(), self._tips[region.series][region.category], self)
                return True
        return super().event(event)

    def _place(self) -> QRectF:
        size = self._renderer.defaultSize()
        if size.width() <= 0 or size.height() <= 0:
            return QRectF()
        scale = min(self.width() / size.width(), self.height() / size.height())
        return QRectF(0, 0, size.width() * scale, size.height() * scale)

    def _region(self, x: float, y: float) -> Region | None:
        place = self._place()
        if self._picture is None or place.isEmpty():
            return None
        across, down = x / place.width(), y / place.height()
        inside = (
            region
            for region in self._picture.regions
            if region.x0 <= across <= region.x1 and region.y0 <= down <= region.y1
        )
        return next(inside, None)
