"""Awards of each year as a small chart; a bar opens the awards it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from thidua_desktop.domain.vietnamese import number
from thidua_desktop.records.overview import YearBar
from ui.pages.overview.panel import Panel
from ui.tasks import Tasks
from ui.widgets.chart_view import ChartView
from ui.widgets.page import Follow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua_desktop.documents.charts import Picture

_YEARS = 10
_WIDTH, _HEIGHT = 150.0, 62.0  # millimetres
_KINDS = {"people": ("person", "Cá nhân"), "collectives": ("collective", "Tập thể")}
_KINDS["households"] = ("household", "Hộ gia đình")


class Years(Panel):
    """The last years side by side.

    Signals:
        followed: the awards of one bar.
    """

    followed = Signal(object)

    def __init__(self, tasks: Tasks) -> None:
        super().__init__("Lượt khen theo năm thành tích")
        self._tasks = tasks
        self._bars: tuple[YearBar, ...] = ()
        self._kinds: list[str] = []
        self.chart = ChartView()
        self.chart.opened.connect(self._open)
        self.body.addWidget(self.chart)
        self.hide()

    def show_years(self, bars: Sequence[YearBar]) -> None:
        """Draw the chart on the worker, unless it is drawn already."""
        last = _last(bars)
        if last == self._bars:
            return
        self._bars = last
        self._kinds = [kind for kind in _KINDS if any(getattr(bar, kind) for bar in last)]
        self.setVisible(bool(last))
        if last:
            values = [(_KINDS[kind][1], tuple(getattr(bar, kind) for bar in last)) for kind in self._kinds]
            years = tuple(str(bar.year) for bar in last)
            self._tasks.work(lambda _progress: _drawn(years, values), self._show, owner=self)

    def _show(self, picture: Picture) -> None:
        tips = [
            [
                f"Năm {bar.year}, {_KINDS[kind][1].lower()}: {number(getattr(bar, kind))} lượt. Bấm để xem."
                for bar in self._bars
            ]
            for kind in self._kinds
        ]
        told = ", ".join(f"{bar.year}: {number(_sum(bar))}" for bar in self._bars)
        self.chart.show_picture(picture, f"Biểu đồ lượt khen theo năm. {told}", tips)

    def _open(self, category: int, series: int) -> None:
        year = self._bars[category].year
        code, name = _KINDS[self._kinds[series]]
        note = f"Lượt khen năm {year} – {name.lower()}"
        self.followed.emit(Follow("award", filters={"year": year, "recipient": code}, note=note))


def _drawn(years: tuple[str, ...], values: Sequence[tuple[str, tuple[int, ...]]]) -> Picture:
    from thidua_desktop.documents.charts import draw
    from thidua_desktop.documents.document import Chart, Series

    chart = Chart("", "stacked", years, tuple(Series(name, counts) for name, counts in values))
    return draw(chart, _WIDTH, _HEIGHT)


def _last(bars: Sequence[YearBar]) -> tuple[YearBar, ...]:
    """The last years without gaps: a year nobody was commended in is seen."""
    if not bars:
        return ()
    known = {bar.year: bar for bar in bars}
    newest = bars[-1].year
    first = max(bars[0].year, newest - _YEARS + 1)
    return tuple(known.get(year, YearBar(year, 0, 0, 0)) for year in range(first, newest + 1))


def _sum(bar: YearBar) -> int:
    return bar.people + bar.collectives + bar.households
