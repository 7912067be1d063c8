"""Charts as pictures: one drawing for the window, the preview, the printer and Word.

matplotlib takes half a second to import, so only drawing imports it; no state is shared between threads.
"""

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from thidua_desktop.documents.chart_hatch import strokes
from thidua_desktop.documents.chart_layout import GAP, LEADING, Box, Plan, Words
from thidua_desktop.documents.chart_plan import POINTS_PER_MM, WIDTH_MM, natural_height, plan
from thidua_desktop.documents.chart_style import INK, PAPER, fill, font
from thidua_desktop.documents.document import Chart

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = ["Picture", "Region", "draw", "natural_height", "png"]

_LINE_WIDTH, _DOT_WIDTH = 0.5, 1.1  # points, of the strokes and dots of a hatch
_BASELINE = 0.98  # of the letters' size below a line's top: room for the accents of capitals


@dataclass(frozen=True)
class Region:
    """Where one bar stands, as fractions of the picture from its top left, and what it counts."""

    x0: float
    y0: float
    x1: float
    y1: float
    category: int
    series: int


@dataclass(frozen=True)
class Picture:
    """A drawn chart: scalable, its words as outlines, with the places of its bars."""

    svg: bytes
    regions: tuple[Region, ...]


def draw(chart: Chart, width_mm: float = WIDTH_MM, height_mm: float | None = None) -> Picture:
    """Draw a chart as SVG, width and height in millimetres; without a height it takes what it needs."""
    tall = natural_height(chart, width_mm) if height_mm is None else height_mm
    placed = plan(chart, width_mm, tall)
    wide_pt, tall_pt = width_mm * POINTS_PER_MM, tall * POINTS_PER_MM
    regions = tuple(
        Region(
            box.x / wide_pt,
            box.y / tall_pt,
            (box.x + box.width) / wide_pt,
            (box.y + box.height) / tall_pt,
            box.category,
            box.series,
        )
        for box in placed.boxes
        if box.category is not None
    )
    buffer = io.BytesIO()
    metadata = {"Creator": None, "Date": None, "Format": None, "Type": None}
    _figure(placed, wide_pt, tall_pt).savefig(buffer, format="svg", metadata=metadata)
    return Picture(buffer.getvalue(), regions)


def png(chart: Chart, width_mm: float = WIDTH_MM, height_mm: float | None = None, *, dpi: int = 200) -> bytes:
    """The same drawing as a PNG picture, for programs that take no SVG."""
    tall = natural_height(chart, width_mm) if height_mm is None else height_mm
    placed = plan(chart, width_mm, tall)
    buffer = io.BytesIO()
    figure = _figure(placed, width_mm * POINTS_PER_MM, tall * POINTS_PER_MM)
    figure.savefig(buffer, format="png", dpi=dpi)
    return buffer.getvalue()


def _figure(placed: Plan, width: float, height: float) -> "Figure":
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from matplotlib.lines import Line2D

    figure = Figure(figsize=(width / 72, height / 72), dpi=72, facecolor=PAPER)
    FigureCanvasAgg(figure)
    for box in placed.boxes:
        _add_box(figure, box, width, height)
    for x0, y0, x1, y1 in placed.rules:
        line = Line2D([x0 / width, x1 / width], [1 - y0 / height, 1 - y1 / height], color=INK, linewidth=0.8)
        figure.add_artist(line)
    for words in placed.words:
        _add_words(figure, words, width, height)
    return figure


def _add_box(figure: "Figure", box: Box, width: float, height: float) -> None:
    from matplotlib.patches import Rectangle

    look = fill(box.series)
    corner = (box.x / width, 1 - (box.y + box.height) / height)
    patch = Rectangle(corner, box.width / width, box.height / height, linewidth=0.6)
    patch.set_facecolor(look.color)
    patch.set_edgecolor(INK)
    figure.add_artist(patch)
    _hatch(figure, box, look.hatch, width, height)


def _hatch(figure: "Figure", box: Box, hatch: str, width: float, height: float) -> None:
    """Draw a hatch as one path of strokes: Qt turns those of matplotlib into slow, coarse images."""
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    points = [
        (x / width, 1 - y / height)
        for x0, y0, x1, y1 in strokes(hatch, box.x, box.y, box.width, box.height)
        for x, y in ((x0, y0), (x1, y1))
    ]
    if points:
        path = Path(points, [Path.MOVETO, Path.LINETO] * (len(points) // 2))
        pen = _DOT_WIDTH if hatch.startswith(".") else _LINE_WIDTH
        figure.add_artist(
            PathPatch(path, fill=False, edgecolor=INK, linewidth=pen, capstyle="round", snap=False)
        )


def _add_words(figure: "Figure", words: Words, width: float, height: float) -> None:
    """Set each line on its own baseline: accents above and tails below must not push lines apart."""
    lines = words.text.split("\n")
    leading = words.size * LEADING
    lead_in = {"top": 0.0, "center": len(lines) * leading / 2, "bottom": len(lines) * leading}[words.along]
    for row, line in enumerate(lines):
        baseline = words.y - lead_in + row * leading + words.size * _BASELINE
        figure.text(
            words.x / width,
            1 - (words.y if words.upended else baseline) / height,
            line,
            fontproperties=font(words.size, bold=words.bold),
            color=INK,
            horizontalalignment=words.across,
            verticalalignment="bottom" if words.upended else "baseline",
            rotation=90 if words.upended else 0,
            parse_math=False,
            bbox={"facecolor": PAPER, "edgecolor": "none", "pad": GAP / 6} if words.plate else None,
        )
