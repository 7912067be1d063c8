"""A drawn chart on screen: the same picture as on paper, its bars open what they count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.theme import INK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua_desktop.documents.charts import Picture, Region

_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
_OPENING = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class ChartView(QWidget):
    """Shows a picture as wide as it may; bars say their figures and are opened by click, or arrows and Enter.

    Signals:
        opened: category and series of the bar chosen.
        pointed: the words of the bar under the mouse or the cursor, "" for none.
    """

    opened = Signal(int, int)
    pointed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: Picture | None = None
        self._tips: Sequence[Sequence[str]] = ()
        self._at: int | None = None
        self._renderer = QSvgRenderer(self)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_picture(self, picture: Picture, name: str, tips: Sequence[Sequence[str]]) -> None:
        """Show a chart; tips are the words for each bar, by series and category."""
        self._picture, self._tips, self._at = picture, tips, None
        self._renderer.load(QByteArray(picture.svg))
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def regions(self) -> tuple[Region, ...]:
        """The bars that can be pointed at, as fractions of the picture."""
        return self._picture.regions if self._picture else ()

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
        """Draw the picture, whole and unstretched, and the cursor of the keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = self._place()
        self._renderer.render(painter, place)
        region = self._current() if self.hasFocus() else None
        if region is not None:
            painter.setPen(QPen(QColor(INK), 2, Qt.PenStyle.DotLine))
            painter.drawRect(_on(place, region))
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over what can be opened."""
        over = self._region(event.position().x(), event.position().y())
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        self.pointed.emit(self._words(over))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at any more."""
        self.pointed.emit("")
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the bar under the mouse."""
        region = self._region(event.position().x(), event.position().y())
        if region is not None and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(region.category, region.series)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from bar to bar, Enter opens the bar."""
        regions = self.regions()
        step = _STEPS.get(Qt.Key(event.key()))
        if step and regions:
            self._at = (0 if step > 0 else -1) if self._at is None else self._at + step
            self._at %= len(regions)
            self.pointed.emit(self._words(self._current()))
            self.update()
        elif event.key() in _OPENING and (region := self._current()) is not None:
            self.opened.emit(region.category, region.series)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the cursor away."""
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Say the figure of the bar under the mouse."""
        if isinstance(event, QHelpEvent):
            region = self._region(event.pos().x(), event.pos().y())
            if region is not None:
                QToolTip.showText(event.globalPos(), self._words(region), self)
                return True
        return super().event(event)

    def _current(self) -> Region | None:
        return self.regions()[self._at] if self._at is not None else None

    def _words(self, region: Region | None) -> str:
        return self._tips[region.series][region.category] if region else ""

    def _place(self) -> QRectF:
        size = self._renderer.defaultSize()
        if size.width() <= 0 or size.height() <= 0:
            return QRectF()
        scale = min(self.width() / size.width(), self.height() / size.height())
        return QRectF(0, 0, size.width() * scale, size.height() * scale)

    def _region(self, x: float, y: float) -> Region | None:
        place = self._place()
        inside = (region for region in self.regions() if _on(place, region).contains(x, y))
        return next(inside, None)


def _on(place: QRectF, region: Region) -> QRectF:
    """Where a bar stands on screen."""
    wide, tall = place.width(), place.height()
    return QRectF(
        region.x0 * wide, region.y0 * tall, (region.x1 - region.x0) * wide, (region.y1 - region.y0) * tall
    )
