"""The charts of a document as recorded strokes, drawn once and played on every page that asks."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QPainter, QPicture
from PySide6.QtSvg import QSvgRenderer

from thidua_desktop.documents.document import Chart, Document
from thidua_desktop.documents.letterhead import text_mm
from ui.printing.fonts import MM


@dataclass(frozen=True, slots=True)
class DrawnChart:
    """A chart as recorded strokes and its size, both in units."""

    picture: QPicture
    width: float
    height: float


def draw_charts(document: Document) -> Mapping[Chart, DrawnChart]:
    """Draw the charts of a document as wide as its text; costs nothing where there is none."""
    width = float(text_mm(landscape=document.landscape))
    return {block: _drawn(block, width) for block in document.content if isinstance(block, Chart)}


def _drawn(chart: Chart, width_mm: float) -> DrawnChart:
    from thidua_desktop.documents import charts

    height_mm = charts.natural_height(chart, width_mm)
    svg = charts.draw(chart, width_mm, height_mm).svg
    width, height = width_mm * MM, height_mm * MM
    picture = QPicture()
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(svg)).render(painter, QRectF(0, 0, width, height))
    painter.end()
    return DrawnChart(picture, width, height)
