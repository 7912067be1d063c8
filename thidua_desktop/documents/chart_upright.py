"""Columns standing on a line: for a few categories with short names, such as years."""

from thidua_desktop.documents.cells import clean, figure
from thidua_desktop.documents.chart_layout import (
    GAP,
    LABEL_PT,
    LEADING,
    SEGMENT_PT,
    Area,
    Box,
    Measure,
    Plan,
    Words,
    portions,
    total,
    value_label,
)
from thidua_desktop.documents.chart_style import wrapped
from thidua_desktop.documents.document import Chart

_MOST_CATEGORIES = 16
_NAME_LINES = 3
_WIDEST = 46.0  # points: one lonely column must not become a wall


def fits(chart: Chart, area: Area, measure: Measure) -> bool:
    """Whether every name and number finds room under and over its column."""
    if chart.kind == "share" or len(chart.categories) > _MOST_CATEGORIES:
        return False
    slot = area.width / len(chart.categories)
    names_fit = all(
        _name(name, slot, measure).replace("\n", " ") == " ".join(clean(name).split())
        for name in chart.categories
    )
    if chart.kind == "bar":
        return names_fit and _bar_width(chart, slot) >= LABEL_PT * LEADING
    return names_fit and all(
        measure(figure(total(chart, c)), LABEL_PT, True) <= slot - 2 for c in range(len(chart.categories))
    )


def place(chart: Chart, area: Area, plan: Plan, measure: Measure) -> None:
    """Stand the columns in the area: names below, numbers above, and inside the parts of a stack."""
    slot = area.width / len(chart.categories)
    names = [_name(name, slot, measure) for name in chart.categories]
    below = (max(name.count("\n") for name in names) + 1) * LABEL_PT * LEADING + GAP / 2
    base = area.y + area.height - below
    for category, name in enumerate(names):
        x = area.x + (category + 0.5) * slot
        plan.words.append(Words(x, base + GAP / 2, name, along="top"))
    plan.rules.append((area.x, base, area.x + area.width, base))
    room = Area(area.x, area.y, area.width, area.height - below)
    if chart.kind == "stacked":
        _stacks(chart, room, plan, measure)
    else:
        _groups(chart, room, plan, measure)


def _name(name: str, slot: float, measure: Measure) -> str:
    return wrapped(clean(name), slot - 4, _NAME_LINES, lambda t: measure(t, LABEL_PT, False))


def _bar_width(chart: Chart, slot: float) -> float:
    return min(slot * 0.8 / len(chart.series), _WIDEST)


def _groups(chart: Chart, room: Area, plan: Plan, measure: Measure) -> None:
    slot = room.width / len(chart.categories)
    width = _bar_width(chart, slot)
    values = portions(chart)
    labels = {
        (s, c): value_label(chart, s, c)
        for s in range(len(chart.series))
        for c in range(len(chart.categories))
        if len(chart.series) == 1 or values[s][c]
    }
    widest = max(measure(label, LABEL_PT, False) for label in labels.values())
    upended = widest > width + (0 if len(chart.series) > 1 else slot - width - 2)
    above = (widest if upended else LABEL_PT * LEADING) + GAP / 2
    scale = (room.height - above) / max(max(run) for run in values)
    base = room.y + room.height
    for (s, c), label in labels.items():
        x = room.x + (c + 0.5) * slot + (s - len(chart.series) / 2) * width
        height = values[s][c] * scale
        if height > 0:
            plan.boxes.append(Box(x, base - height, width, height, s, c))
        plan.words.append(Words(x + width / 2, base - height - 2, label, along="bottom", upended=upended))


def _stacks(chart: Chart, room: Area, plan: Plan, measure: Measure) -> None:
    slot = room.width / len(chart.categories)
    width = min(slot * 0.7, _WIDEST)
    totals = [total(chart, c) for c in range(len(chart.categories))]
    scale = (room.height - LABEL_PT * LEADING - GAP / 2) / max(totals)
    for c, whole in enumerate(totals):
        middle = room.x + (c + 0.5) * slot
        y = room.y + room.height
        thin: list[tuple[float, str]] = []
        for s, series in enumerate(chart.series):
            height = series.values[c] * scale
            y -= height
            if height <= 0:
                continue
            plan.boxes.append(Box(middle - width / 2, y, width, height, s, c))
            label = figure(series.values[c])
            fits_in = height >= SEGMENT_PT * 0.8 and measure(label, SEGMENT_PT, False) + 4 <= width
            if fits_in and series.values[c] < whole:
                plan.words.append(Words(middle, y + height / 2, label, SEGMENT_PT, plate=True))
            elif series.values[c] < whole:
                thin.append((y + height / 2, label))
        plan.words.append(Words(middle, y - 2, figure(whole), bold=True, along="bottom"))
        beside = Area(middle + width / 2 + 2, y, (slot - width) / 2 - 3, room.y + room.height - y)
        _beside(thin, beside, plan, measure)


def _beside(thin: list[tuple[float, str]], room: Area, plan: Plan, measure: Measure) -> None:
    """Number the parts too thin for words at the right of their column, from the top down in their order."""
    step = SEGMENT_PT * 1.1
    lowest = room.y - step / 2
    for own, label in reversed(thin):
        at = max(own, lowest + step)
        if at + step / 2 <= room.y + room.height and measure(label, SEGMENT_PT, False) <= room.width:
            plan.words.append(Words(room.x, at, label, SEGMENT_PT, across="left"))
            lowest = at
