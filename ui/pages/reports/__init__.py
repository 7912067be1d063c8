"""Báo cáo: the period report with its sentence, tables and charts, and the other reports."""

from PySide6.QtWidgets import QHBoxLayout, QListWidget, QStackedWidget

from ui.pages.reports.others import OTHERS, OtherReport
from ui.pages.reports.period_view import PeriodView
from ui.theme import GAP, WIDE_GAP
from ui.widgets.page import Context, Page

_LIST_WIDTH = 210


def make(context: Context) -> Page:
    """The page of reports."""
    return ReportsPage(context)


class ReportsPage(Page):
    """A list of reports on the left, the chosen one beside it."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.names = QListWidget()
        self.names.setAccessibleName("Các báo cáo")
        self.names.setFixedWidth(_LIST_WIDTH)
        self.names.ensurePolished()  # rows are placed now, with the paddings of the style sheet
        self.stack = QStackedWidget()
        self.period = PeriodView(context)
        self._add("Báo cáo kỳ", self.period)
        for other in OTHERS:
            self._add(other.title, OtherReport(context, other))
        row = QHBoxLayout(self)
        row.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, GAP)
        row.setSpacing(WIDE_GAP)
        row.addWidget(self.names)
        row.addWidget(self.stack, 1)
        self.names.currentRowChanged.connect(self.stack.setCurrentIndex)
        self.names.setCurrentRow(0)

    def entered(self) -> None:
        """Count anew what changed while the page was out of sight."""
        self.period.entered()

    def _add(self, title: str, view: PeriodView | OtherReport) -> None:
        self.names.addItem(title)
        self.stack.addWidget(view)
        view.followed.connect(self.followed)
        view.said.connect(self.said)
        view.document_asked.connect(self.document_asked)
