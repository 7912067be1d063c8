"""The period report on screen: choose, read the sentence, look behind every figure and bar."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout

from thidua_desktop.records import awards, settings
from thidua_desktop.reports import period as report
from thidua_desktop.reports.period.tables import chart
from ui.pages.reports import figures
from ui.pages.reports.choices import Choices
from ui.pages.reports.report_view import Build, ReportView
from ui.pages.reports.results import Results
from ui.theme import GAP
from ui.widgets.page import Context, Follow

if TYPE_CHECKING:
    from thidua_desktop.db.session import Session
    from thidua_desktop.documents.charts import Picture
    from thidua_desktop.documents.document import Document
    from thidua_desktop.domain.figures import ChartFigures
    from thidua_desktop.reports.period import Options, PeriodRows
    from ui.tasks import Progress
    from ui.widgets.figures_table import FigureLine

_KINDS = frozenset({"award", "decision", "total", "event", "campaign", "unit", "award_kind", "setting"})
_COPIED = "Đã chép câu báo cáo. Dán vào Word bằng Ctrl+V."


@dataclass(frozen=True)
class Counted:
    """What one count found, with the words of the office of that moment."""

    options: Options
    rows: PeriodRows
    sentence: str
    notes: tuple[str, ...]


class PeriodView(ReportView):
    """Counts again whenever the choice or the records change."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.choices = Choices(context)
        self.results = Results()
        self.counted: Counted | None = None
        self._asked: Options | None = None
        self._begun = self._copy_wanted = self._drawn = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.choices)
        column.addWidget(self.results, 1)
        self.choices.changed.connect(self.count)
        self.choices.period.changed.connect(self._tell_period)
        context.period.changed.connect(self.choices.show_five_years)
        self.results.copy_asked.connect(self.copy_sentence)
        self.results.charts_asked.connect(self._draw)
        self.results.line_opened.connect(self._open_line)
        self.results.inherited_opened.connect(self._open_totals)
        self.results.bar_opened.connect(self._open_bar)
        context.tasks.changed.connect(self._records_changed)

    def entered(self) -> None:
        """Count when something changed while out of sight; the first time, begin where the book ends."""
        if self._begun and not self.context.period.is_a_guess:
            self.count()
            return
        self._begun = True
        self.context.tasks.read(awards.years, self._begin, owner=self)

    def count(self) -> None:
        """Count what is chosen, unless it is counted already or cannot be read."""
        options = self.choices.options()
        self.results.setEnabled(options is not None)
        if options is None or options == self._asked:
            return
        self._asked, self.counted = options, None
        self.context.tasks.read(
            partial(_count, options), self._show, owner=self, failed=self._failed, key="period"
        )

    def copy_sentence(self) -> None:
        """Copy the report sentence; one that is being counted is copied once it is there."""
        self._copy_wanted = self.counted is None
        if self.counted is not None:
            QGuiApplication.clipboard().setText(self.counted.sentence)
            self.said.emit(_COPIED)

    def build(self, *, all_rows: bool) -> Build | None:
        """What composes the report as chosen."""
        options = self.choices.options()
        return None if options is None else partial(_compose, replace(options, all_rows=all_rows))

    def folder(self) -> str:
        """The period."""
        options = self.choices.options()
        return options.period.label if options else ""

    def _begin(self, years: list[int]) -> None:
        self.context.period.begin(years)
        self.choices.period.choose("five", self.context.period.first)

    def _tell_period(self) -> None:
        if self.choices.period.five_years():
            self.context.period.choose(self.choices.period.five_years())

    def _show(self, counted: Counted) -> None:
        self.counted = counted
        rows = counted.rows
        empty = not (rows.total.total or rows.event_total.total)
        self.results.show_sentence(counted.sentence, counted.notes, empty=empty)
        self.results.show_awards(
            figures.AWARD_HEADER,
            figures.award_lines(rows.lines, rows.event_lines, rows.total, rows.event_total),
        )
        year = "Năm thành tích" if counted.options.period.basis == "earned" else "Năm quyết định"
        self.results.show_groups(
            {
                code: (figures.group_header(first), figures.group_lines(groups, rows.total))
                for code, first, groups in (
                    ("year", year, rows.by_year),
                    ("unit", "Đơn vị", rows.by_unit),
                    ("campaign", "Phong trào, cuộc vận động", rows.by_campaign),
                    ("type", "Loại hình", rows.by_type),
                )
            }
        )
        self._drawn = False
        if self.results.charts_shown:
            self._draw()
        if self._copy_wanted:
            self.copy_sentence()

    def _failed(self, error: Exception) -> None:
        """Let it be asked for again; no old figures stand for the new choice."""
        self._asked = None
        self._copy_wanted = False
        self.results.setEnabled(False)
        self.context.tasks.failed.emit(error)

    def _draw(self) -> None:
        """Draw the charts of what was counted last, once they are in sight."""
        if self.counted is None or self._drawn:
            return
        self._drawn = True
        counted = self.counted
        self.results.show_drawing()
        self.context.tasks.work(
            partial(_drawn, counted.rows.charts), partial(self._show_charts, counted), owner=self
        )

    def _show_charts(self, counted: Counted, charts: list[tuple[ChartFigures, Picture]]) -> None:
        if counted is self.counted:
            self.results.show_charts(charts)

    def _open_line(self, line: FigureLine) -> None:
        if line.filters is not None:
            self.followed.emit(Follow("award", filters=dict(line.filters), note=line.note))

    def _open_totals(self, line: FigureLine) -> None:
        if len(line.totals) == 1:
            self.followed.emit(Follow("total", line.totals[0]))
        else:
            ids = "+".join(map(str, line.totals))
            self.followed.emit(Follow("total", filters={"ids": ids}, note=line.note))

    def _open_bar(self, chart: ChartFigures, category: int, series: int) -> None:
        filters = chart.filters[series][category]
        if filters is not None:
            note = f"{chart.series[series]} – {chart.categories[category]}"
            self.followed.emit(Follow("award", filters=dict(filters), note=note))

    def _records_changed(self, kinds: frozenset[str]) -> None:
        if kinds & _KINDS:
            self._asked = None
            if self.isVisible():
                self.count()


def _count(options: Options, session: Session) -> Counted:
    rows, office = report.build(session, options), settings.all_(session)
    return Counted(options, rows, report.sentence(rows, options, office), tuple(report.notes(rows, options)))


def _compose(options: Options, session: Session) -> Document:
    return report.compose(report.build(session, options), options, settings.all_(session))


def _drawn(charts: tuple[ChartFigures, ...], _progress: Progress) -> list[tuple[ChartFigures, Picture]]:
    from thidua_desktop.documents.charts import draw

    return [(counted, draw(chart(counted))) for counted in charts]
