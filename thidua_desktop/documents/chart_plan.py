"""Planning a chart: how tall it wants to be, whether its bars stand or lie, and where everything goes."""

from thidua_desktop.documents import chart_lying, chart_upright
from thidua_desktop.documents.chart_layout import EMPTY, Measure, Plan, Words, frame, is_empty
from thidua_desktop.documents.chart_style import MM_PER_INCH, font_file
from thidua_desktop.documents.document import Chart

POINTS_PER_MM = 72 / MM_PER_INCH
WIDTH_MM = 165.0
HEIGHT_MM = 90.0
TALLEST_MM = 225.0  # what a page holds under a letterhead
_COLUMNS_MM = 75.0
_FINE = 10  # measuring at ten times the size keeps hinting's rounding out


def natural_height(chart: Chart, width_mm: float = WIDTH_MM) -> float:
    """The height at which a chart of this width reads well; it grows with lying bars, up to a page."""
    if is_empty(chart):
        return HEIGHT_MM / 2
    measure = ruler()
    _, area = frame(chart, width_mm * POINTS_PER_MM, HEIGHT_MM * POINTS_PER_MM, measure)
    edges = HEIGHT_MM * POINTS_PER_MM - area.height
    if chart_upright.fits(chart, area, measure):
        return max(HEIGHT_MM, edges / POINTS_PER_MM + _COLUMNS_MM)
    wanted = edges + len(chart.categories) * chart_lying.slot_height(chart)
    return min(wanted / POINTS_PER_MM, TALLEST_MM)


def plan(chart: Chart, width_mm: float, height_mm: float) -> Plan:
    """Place the parts of a chart in a picture of this size, in millimetres."""
    measure = ruler()
    placed, area = frame(chart, width_mm * POINTS_PER_MM, height_mm * POINTS_PER_MM, measure)
    if is_empty(chart):
        placed.words.append(Words(area.x + area.width / 2, area.y + area.height / 2, EMPTY))
    elif chart_upright.fits(chart, area, measure):
        chart_upright.place(chart, area, placed, measure)
    else:
        chart_lying.place(chart, area, placed, measure)
    return placed


def ruler() -> Measure:
    """How wide a text is when drawn, in points."""
    from matplotlib.ft2font import FT2Font

    faces = {bold: FT2Font(font_file(bold=bold)) for bold in (False, True)}

    def measure(text: str, size: float, bold: bool) -> float:  # noqa: FBT001 - the shape of Measure
        face = faces[bold]
        face.set_size(size, 72 * _FINE)
        face.set_text(text)
        return face.get_width_height()[0] / 64 / _FINE

    return measure
