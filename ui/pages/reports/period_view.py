"""The period report on screen: choose, read the sentence, look behind every figure and bar, take it along."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thidua_desktop.records import settings
from thidua_desktop.reports import period as report
from ui.pages.reports import figures
from ui.pages.reports.choices import Choices
from ui.pages.reports.results import Results
from ui.theme import GAP
from ui.widgets.page import Context, Follow, Page

if TYPE_CHECKING:
    from thidua_desktop.db.session import Session
    from thidua_desktop.documents.charts import Picture
    from thidua_desktop.documents.document import Document
    from thidua_desktop.domain.figures import ChartFigures
    from thidua_desktop.reports.period import Options, PeriodRows
    from ui.tasks import Progress
    from ui.widgets.figures_table import FigureLine

_KINDS = frozenset({"award", "decision", "total", "event", "campaign", "unit", "award_kind", "setting"})
_FORMATS = ("xlsx", "docx", "pdf")


@dataclass(frozen=True)
class Counted:
    """What one count found, with the words of the office of that moment."""

    rows: PeriodRows
    sentence: str
    notes: tuple[str, ...]
    office: Mapping[str, str]


class PeriodView(Page):
    """Counts again whenever the choice or the records change."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.choices = Choices(context)
        self.results = Results()
        self.counted: Counted | None = None
        self._stale = True
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.choices)
        column.addWidget(self.results, 1)
        self.choices.changed.connect(self.count)
        self.choices.preview_asked.connect(lambda: self._ask("preview"))
        self.choices.export_asked.connect(lambda: self._ask("export"))
        self.choices.usb_asked.connect(self.take_to_usb)
        self.results.copy_asked.connect(self.copy_sentence)
        self.results.line_opened.connect(self._open_line)
        self.results.bar_opened.connect(self._open_bar)
        context.tasks.changed.connect(self._records_changed)

    def entered(self) -> None:
        """Count when something changed while out of sight."""
        if self._stale:
            self.count()

    def count(self) -> None:
        """Count what is chosen; nothing happens while the choice cannot be read."""
        options = self.choices.options()
        if options is None:
            return
        self._stale = False
        self.context.tasks.read(partial(_count, options), self._show, owner=self, key="period")

    def copy_sentence(self) -> None:
        """Copy the report sentence."""
        if self.counted is not None:
            QGuiApplication.clipboard().setText(self.counted.sentence)
            self.said.emit("Đã chép câu báo cáo. Dán vào Word bằng Ctrl+V.")

    def take_to_usb(self) -> QWidget | None:
        """Ask for a drive and write the report there as Excel, Word and PDF, read back and compared."""
        options = self.choices.options()
        if options is None:
            return None
        from ui.exporting.usb_dialog import UsbDialog

        tasks = self.context.tasks
        opened: list[QWidget] = []

        def show(document: Document) -> None:
            office = self.context.office.settings.get("office", "")
            label = options.period.label
            dialog = UsbDialog(partial(_files, document), office, label, tasks, self)
            opened.append(dialog)
            dialog.open()

        tasks.read(_composer(replace(options, all_rows=True)), show, owner=self)
        return opened[0] if opened else None

    def _show(self, counted: Counted) -> None:
        self.counted = counted
        self.results.show_sentence(counted.sentence, counted.notes)
        rows = counted.rows
        self.results.show_awards(
            figures.AWARD_HEADER,
            figures.award_lines(rows.lines, rows.event_lines, rows.total, rows.event_total),
        )
        for name, groups in (
            ("year", rows.by_year),
            ("unit", rows.by_unit),
            ("campaign", rows.by_campaign),
            ("type", rows.by_type),
        ):
            self.results.show_groups(name, figures.GROUP_HEADER, figures.group_lines(groups, rows.total))
        self.context.tasks.work(partial(_draw, rows.charts), self.results.show_charts, owner=self)

    def _ask(self, verb: str) -> None:
        options = self.choices.options()
        if options is not None:
            self.document_asked.emit(verb, _composer(replace(options, all_rows=verb == "export")))

    def _open_line(self, line: FigureLine) -> None:
        if line.filters is not None:
            self.followed.emit(Follow("award", filters=dict(line.filters), note=line.note))

    def _open_bar(self, chart: ChartFigures, category: int, series: int) -> None:
        filters = chart.filters[series][category]
        if filters is not None:
            note = f"{chart.series[series]} – {chart.categories[category]}"
            self.followed.emit(Follow("award", filters=dict(filters), note=note))

    def _records_changed(self, kinds: frozenset[str]) -> None:
        if kinds & _KINDS:
            self._stale = True
            if self.isVisible():
                self.count()


def _count(options: Options, session: Session) -> Counted:
    rows, office = report.build(session, options), settings.all_(session)
    return Counted(rows, report.sentence(rows, options, office), report.notes(rows, options), office)


def _composer(options: Options) -> Callable[[Session], Document]:
    def build(session: Session) -> Document:
        return report.compose(report.build(session, options), options, settings.all_(session))

    return build


def _draw(charts: tuple[ChartFigures, ...], _progress: Progress) -> list[tuple[ChartFigures, Picture]]:
    from thidua_desktop.documents.charts import draw
    from thidua_desktop.documents.document import Chart, Series

    return [
        (
            chart,
            draw(
                Chart(
                    chart.title,
                    chart.kind,
                    chart.categories,
                    tuple(
                        Series(name, tuple(float(value) for value in values))
                        for name, values in zip(chart.series, chart.values, strict=True)
                    ),
                )
            ),
        )
        for chart in charts
    ]


def _files(document: Document) -> dict[str, bytes]:
    from ui.papers import write

    with TemporaryDirectory() as folder:
        paths = [write(document, Path(folder) / f"{document.slug}.{suffix}") for suffix in _FORMATS]
        return {path.name: path.read_bytes() for path in paths}
