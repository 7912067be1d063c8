"""The answers of a period report: the sentence, the tables, the charts."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.documents.charts import Picture
from thidua_desktop.domain.figures import ChartFigures
from ui.pages.reports.figures import bar_words
from ui.theme import GAP
from ui.widgets.chart_view import ChartView
from ui.widgets.figures_table import FigureLine, FiguresTable

_GROUPS = {"year": "Theo năm", "unit": "Theo đơn vị", "campaign": "Theo phong trào", "type": "Theo loại hình"}
_SENTENCE_LINES = 6
_CHART_WIDTH = 900


class Results(QWidget):
    """Shows what was counted.

    Signals:
        copy_asked: copy the sentence.
        line_opened: the FigureLine to look behind.
        bar_opened: the ChartFigures with category and series of a bar.
    """

    copy_asked = Signal()
    line_opened = Signal(object)
    bar_opened = Signal(object, int, int)

    def __init__(self) -> None:
        super().__init__()
        self.sentence = QPlainTextEdit()
        self.sentence.setReadOnly(True)
        self.sentence.setAccessibleName("Câu báo cáo")
        self.sentence.setFixedHeight(self.sentence.fontMetrics().lineSpacing() * _SENTENCE_LINES + 2 * GAP)
        self.notes = QLabel()
        self.notes.setProperty("role", "soft")
        self.notes.setWordWrap(True)
        self.tabs = QTabWidget()
        self.awards = self._table("Theo cấp khen")
        self.groups = {code: self._table(title) for code, title in _GROUPS.items()}
        self.charts = QWidget()
        self._charts = QVBoxLayout(self.charts)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(self.charts)
        self.tabs.addTab(scroll, "Biểu đồ")
        self._lay_out()

    def show_sentence(self, sentence: str, notes: Sequence[str]) -> None:
        """Show the report sentence and what must be known beside it."""
        self.sentence.setPlainText(sentence)
        self.notes.setText("  ·  ".join(notes))
        self.notes.setVisible(bool(notes))

    def show_awards(self, header: tuple[str, ...], lines: Sequence[FigureLine]) -> None:
        """Show the table by authority, award and recipient."""
        self.awards.show_lines(header, 2, lines)

    def show_groups(self, code: str, header: tuple[str, ...], lines: Sequence[FigureLine]) -> None:
        """Show the table of one grouping."""
        self.groups[code].show_lines(header, 1, lines)

    def show_charts(self, charts: Sequence[tuple[ChartFigures, Picture]]) -> None:
        """Show the drawn charts."""
        for old in self.charts.findChildren(ChartView):
            self._charts.removeWidget(old)
            old.deleteLater()
        for chart, picture in charts:
            view = ChartView()
            view.setMaximumWidth(_CHART_WIDTH)
            view.show_picture(picture, chart.title, bar_words(chart))
            view.opened.connect(
                lambda category, series, opened=chart: self.bar_opened.emit(opened, category, series)
            )
            self._charts.addWidget(view, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)

    def _table(self, title: str) -> FiguresTable:
        table = FiguresTable(title)
        table.opened.connect(self.line_opened)
        self.tabs.addTab(table, title)
        return table

    def _lay_out(self) -> None:
        copy = QPushButton("Chép câu báo cáo")
        copy.clicked.connect(self.copy_asked)
        top = QHBoxLayout()
        title = QLabel("Câu báo cáo")
        title.setProperty("role", "heading")
        top.addWidget(title)
        top.addStretch(1)
        top.addWidget(copy)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GAP // 2)
        rows.addLayout(top)
        rows.addWidget(self.sentence)
        rows.addWidget(self.notes)
        rows.addWidget(self.tabs, 1)
