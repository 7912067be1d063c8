"""Native Excel charts over cells, with patterns and numbers that survive a black-and-white printer."""

import math
from typing import Any

from thidua_desktop.documents import letterhead
from thidua_desktop.documents.cells import clean
from thidua_desktop.documents.chart_layout import is_empty, portions, total
from thidua_desktop.documents.chart_style import INK, PAPER, fill
from thidua_desktop.documents.document import Cell, Chart, Column, Table
from thidua_desktop.documents.xlsx_sheet import Sheet

_PIXELS_PER_CHARACTER = 7.4
_ROW_PIXELS = 22
_MOST_COLUMNS = 12
_LONGEST_NAMES = 22
_THIN = 0.045  # of the longest stack: too little room for a number
_HIDE_ZERO = "#,##0;-#,##0;;"


def chart_table(chart: Chart) -> Table:
    """The chart's numbers as a small table: categories down, series across, a total or a percentage last."""
    columns = [Column("Nội dung", 3), *(Column(clean(series.name), 1, "right") for series in chart.series)]
    rows: list[list[Cell]] = [
        [name, *(series.values[index] for series in chart.series)]
        for index, name in enumerate(chart.categories)
    ]
    if chart.kind == "share":
        columns += [Column(_percent_title(chart, s), 1, "right") for s in range(len(chart.series))]
        for index, row in enumerate(rows):
            row += [round(run[index], 2) for run in portions(chart)]
    elif chart.kind == "stacked" and len(chart.series) > 1:
        columns.append(Column("Cộng", 1, "right"))
        for index, row in enumerate(rows):
            row.append(total(chart, index))
    return Table(tuple(columns), [tuple(row) for row in rows], title=chart.title)


def _percent_title(chart: Chart, series: int) -> str:
    return "Tỷ lệ (%)" if len(chart.series) == 1 else f"{clean(chart.series[series].name)} (%)"


def add_chart(workbook: Any, sheet: Sheet, chart: Chart, name: str, header: int) -> int:
    """Insert the chart under its table, whose header stands in the given row; give the rows it covers."""
    if is_empty(chart):
        return 0
    upright = _stands(chart)
    drawn = workbook.add_chart(
        {
            "type": "column" if upright else "bar",
            "subtype": "stacked" if chart.kind == "stacked" else "clustered",
        }
    )
    first = 1 + (len(chart.series) if chart.kind == "share" else 0)
    for index in range(len(chart.series)):
        drawn.add_series(_series(chart, index, name, (header, first + index)))
    if upright and chart.kind == "stacked" and len(chart.series) > 1:
        drawn.combine(_totals(workbook, chart, name, header))
    width = int(sum(sheet.widths) * _PIXELS_PER_CHARACTER)
    height = _height(chart, upright=upright)
    _dress(drawn, chart, upright=upright)
    drawn.set_size({"width": width, "height": height})
    sheet.worksheet.insert_chart(sheet.row + 1, 0, drawn, {"description": clean(chart.title)})
    return math.ceil(height / _ROW_PIXELS) + 2


def _stands(chart: Chart) -> bool:
    """Columns for a few short names such as years, bars otherwise."""
    longest = max(map(len, chart.categories))
    return (
        chart.kind != "share"
        and len(chart.categories) * len(chart.series if chart.kind == "bar" else "1") <= 2 * _MOST_COLUMNS
        and longest * len(chart.categories) <= _LONGEST_NAMES * 6
    )


def _height(chart: Chart, *, upright: bool) -> int:
    if upright:
        return 420
    bars = 1 if chart.kind == "stacked" else len(chart.series)
    return 140 + len(chart.categories) * max(30, 18 * bars)


def _font(**more: Any) -> dict[str, Any]:
    return {"name": letterhead.FONT, "size": letterhead.SMALL_PT, "bold": False, "color": INK, **more}


def _series(chart: Chart, index: int, sheet: str, at: tuple[int, int]) -> dict[str, Any]:
    header, column = at
    last = header + len(chart.categories)
    look = fill(index)
    label: dict[str, Any] = {"value": True, "font": _font(size=10), "num_format": _HIDE_ZERO}
    if chart.kind == "share":
        label["num_format"] = '0.0"%"'
    if chart.kind == "stacked":
        largest = max(total(chart, c) for c in range(len(chart.categories)))
        thin = [value < largest * _THIN for value in chart.series[index].values]
        left_out = [{"delete": True} if is_thin else None for is_thin in thin]
        label |= {"position": "center", "fill": {"color": PAPER}, "custom": left_out}
    described: dict[str, Any] = {
        "name": [sheet, header, 1 + index],
        "categories": [sheet, header + 1, 0, last, 0],
        "values": [sheet, header + 1, column, last, column],
        "data_labels": label,
        "border": {"color": INK, "width": 0.75},
        "gap": 60,
    }
    if look.pattern == "solid":
        return described | {"fill": {"color": look.color}}
    return described | {"pattern": {"pattern": look.pattern, "fg_color": INK, "bg_color": look.color}}


def _totals(workbook: Any, chart: Chart, sheet: str, header: int) -> Any:
    """A line nobody sees, whose labels stand above the stacks."""
    column = 1 + len(chart.series)
    last = header + len(chart.categories)
    line = workbook.add_chart({"type": "line"})
    line.add_series(
        {
            "name": [sheet, header, column],
            "categories": [sheet, header + 1, 0, last, 0],
            "values": [sheet, header + 1, column, last, column],
            "line": {"none": True},
            "marker": {"type": "none"},
            "data_labels": {"value": True, "position": "above", "font": _font(bold=True)},
        }
    )
    return line


def _dress(drawn: Any, chart: Chart, *, upright: bool) -> None:
    drawn.set_title({"name": clean(chart.title), "name_font": _font(size=13, bold=True), "overlay": False})
    names = {"num_font": _font(), "line": {"color": INK}, "major_tick_mark": "none"}
    values = {"visible": False, "major_gridlines": {"visible": False}, "min": 0}
    if upright:
        drawn.set_x_axis(names)
        drawn.set_y_axis(values)
    else:
        drawn.set_x_axis(values)
        drawn.set_y_axis(names | {"reverse": True})
    if len(chart.series) == 1:
        drawn.set_legend({"none": True})
    else:
        hidden = [len(chart.series)] if upright and chart.kind == "stacked" else []
        drawn.set_legend({"position": "bottom", "font": _font(), "delete_series": hidden})
