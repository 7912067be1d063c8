"""Bars lying beside their names: for units and awards, whose names are long, and for shares of a whole."""

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

_NAMES_SHARE = 0.4  # of the width, at most
_SMALLEST_PT = 5.0
_THICKEST = 20.0


def slot_height(chart: Chart) -> float:
    """Points one category wants: two lines of its name, or its bars side by side."""
    bars = len(chart.series) if chart.kind != "stacked" else 1
    return max(2 * LABEL_PT * LEADING + 2, bars * LABEL_PT * LEADING + GAP)


def place(chart: Chart, area: Area, plan: Plan, measure: Measure) -> None:
    """Lay the bars in the area, first category on top: names left, numbers right."""
    slot = area.height / len(chart.categories)
    size = min(LABEL_PT, max(slot * 0.8, _SMALLEST_PT))
    lines = max(int(slot // (size * LEADING)), 1)
    names = [
        wrapped(clean(name), area.width * _NAMES_SHARE, min(lines, 3), lambda t: measure(t, size, False))
        for name in chart.categories
    ]
    left = max(measure(line, size, False) for name in names for line in name.split("\n")) + GAP
    for category, name in enumerate(names):
        y = area.y + (category + 0.5) * slot
        plan.words.append(Words(area.x + left - GAP, y, name, size, across="right"))
    plan.rules.append((area.x + left, area.y, area.x + left, area.y + area.height))
    room = Area(area.x + left, area.y, area.width - left, area.height)
    if chart.kind == "stacked":
        _stacks(chart, room, plan, measure)
    else:
        _groups(chart, room, plan, measure)


def _groups(chart: Chart, room: Area, plan: Plan, measure: Measure) -> None:
    slot = room.height / len(chart.categories)
    thick = min(slot * 0.8 / len(chart.series), _THICKEST)
    size = min(LABEL_PT, max(thick * 0.95, _SMALLEST_PT))
    values = portions(chart)
    cells = [(s, c) for s in range(len(chart.series)) for c in range(len(chart.categories))]
    labels = {cell: value_label(chart, *cell) for cell in cells}
    beside = max(measure(label, size, False) for label in labels.values()) + GAP
    scale = (room.width - beside) / max(max(run) for run in values)
    for (s, c), label in labels.items():
        y = room.y + (c + 0.5) * slot + (s - len(chart.series) / 2) * thick
        length = values[s][c] * scale
        if length > 0:
            plan.boxes.append(Box(room.x, y, length, thick, s, c))
        if length > 0 or len(chart.series) == 1:
            plan.words.append(Words(room.x + length + 3, y + thick / 2, label, size, across="left"))


def _stacks(chart: Chart, room: Area, plan: Plan, measure: Measure) -> None:
    slot = room.height / len(chart.categories)
    thick = min(slot * 0.72, _THICKEST)
    size = min(LABEL_PT, max(slot * 0.8, _SMALLEST_PT))
    small = min(SEGMENT_PT, thick * 0.75)
    totals = [total(chart, c) for c in range(len(chart.categories))]
    beside = max(measure(figure(whole), size, True) for whole in totals) + GAP
    scale = (room.width - beside) / max(totals)
    for c, whole in enumerate(totals):
        middle = room.y + (c + 0.5) * slot
        x = room.x
        for s, series in enumerate(chart.series):
            length = series.values[c] * scale
            if length <= 0:
                continue
            plan.boxes.append(Box(x, middle - thick / 2, length, thick, s, c))
            label = figure(series.values[c])
            fits_in = small >= _SMALLEST_PT and measure(label, small, False) + 5 <= length
            if fits_in and series.values[c] < whole:
                plan.words.append(Words(x + length / 2, middle, label, small, plate=True))
            x += length
        plan.words.append(Words(x + 3, middle, figure(whole), size, bold=True, across="left"))
