"""Where the parts of a chart stand, in points from the top left; nothing here knows how they are drawn."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from thidua_desktop.documents.cells import clean, figure
from thidua_desktop.documents.chart_style import wrapped
from thidua_desktop.documents.document import Chart

Measure = Callable[[str, float, bool], float]  # text, size in points, bold → width in points

TITLE_PT = 11.0
LABEL_PT = 9.0
SEGMENT_PT = 8.0
LEADING = 1.25
GAP = 6.0
_LEAST_PERCENT = 0.05  # below it one decimal would say nought
EMPTY = "Chưa có số liệu"


@dataclass(frozen=True)
class Box:
    """A filled rectangle; category is None for a swatch of the legend."""

    x: float
    y: float
    width: float
    height: float
    series: int
    category: int | None = None


@dataclass(frozen=True)
class Words:
    """A line or a few of text around an anchor; plate puts paper behind it so that hatches do not hide it."""

    x: float
    y: float
    text: str
    size: float = LABEL_PT
    bold: bool = False
    across: Literal["left", "center", "right"] = "center"
    along: Literal["top", "center", "bottom"] = "center"
    upended: bool = False
    plate: bool = False


@dataclass
class Plan:
    """Everything drawn in one chart."""

    boxes: list[Box] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    rules: list[tuple[float, float, float, float]] = field(default_factory=list)


@dataclass(frozen=True)
class Area:
    """The room left for the bars."""

    x: float
    y: float
    width: float
    height: float


def is_empty(chart: Chart) -> bool:
    """Whether there is nothing to draw: no category, no series or only zeros."""
    return not chart.categories or not any(value for series in chart.series for value in series.values)


def portions(chart: Chart) -> list[tuple[float, ...]]:
    """The lengths to draw, series by series: the values, or their percentages of the whole for a share."""
    if chart.kind != "share":
        return [series.values for series in chart.series]
    wholes = [sum(series.values) or 1.0 for series in chart.series]
    return [
        tuple(100 * value / whole for value in series.values)
        for series, whole in zip(chart.series, wholes, strict=True)
    ]


def value_label(chart: Chart, series: int, category: int) -> str:
    """The number written beside a bar; a share shows its count too."""
    value = chart.series[series].values[category]
    if chart.kind != "share":
        return figure(value)
    percent = portions(chart)[series][category]
    said = "< 0,1" if 0 < percent < _LEAST_PERCENT else figure(round(percent, 1))
    return f"{said}% ({figure(value)})"


def total(chart: Chart, category: int) -> float:
    """The height of a stack."""
    return sum(series.values[category] for series in chart.series)


def frame(chart: Chart, width: float, height: float, measure: Measure) -> tuple[Plan, Area]:
    """Place the title and the legend, and say what room is left between them."""
    plan = Plan()
    title = wrapped(clean(chart.title), width - 2 * GAP, 3, lambda t: measure(t, TITLE_PT, True))
    top = GAP
    if title:
        plan.words.append(Words(width / 2, top, title, TITLE_PT, bold=True, along="top"))
        top += (title.count("\n") + 1) * TITLE_PT * LEADING + GAP
    bottom = height - GAP
    if len(chart.series) > 1:
        bottom = _legend(chart, plan, (width, bottom), measure) - GAP
    return plan, Area(2 * GAP, top, width - 4 * GAP, max(bottom - top, 1.0))


def _legend(chart: Chart, plan: Plan, corner: tuple[float, float], measure: Measure) -> float:
    """Flow the series' names in centred lines above the bottom; give the legend's upper edge."""
    width, bottom = corner
    line_height = LABEL_PT * 1.5
    lines = _legend_lines(chart, width - 4 * GAP, measure)
    upper = bottom - len(lines) * line_height
    for row, line in enumerate(lines):
        x = (width - sum(room for _, _, room in line) + 2 * GAP) / 2
        middle = upper + (row + 0.5) * line_height
        for series, name, room in line:
            plan.boxes.append(Box(x, middle - 4, 14, 8, series))
            plan.words.append(Words(x + 18, middle, name, across="left"))
            x += room
    return upper


def _legend_lines(chart: Chart, width: float, measure: Measure) -> list[list[tuple[int, str, float]]]:
    lines: list[list[tuple[int, str, float]]] = [[]]
    used = 0.0
    for index, series in enumerate(chart.series):
        name = wrapped(clean(series.name), width - 18, 1, lambda t: measure(t, LABEL_PT, False))
        room = 18 + measure(name, LABEL_PT, False) + 2 * GAP
        if lines[-1] and used + room > width:
            lines.append([])
            used = 0.0
        lines[-1].append((index, name, room))
        used += room
    return lines
