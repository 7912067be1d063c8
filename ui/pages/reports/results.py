"""The answers of a period report: the sentence, the tables, the charts."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
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
from ui.pages.reports.figures import INHERITED, bar_words
from ui.theme import GAP
from ui.widgets.chart_view import ChartView
from ui.widgets.elided import ElidedLabel
from ui.widgets.figures_table import FigureLine, FiguresTable

_GROUPS = {"year": "Theo năm", "unit": "Theo đơn vị", "campaign": "Theo phong trào", "type": "Theo loại hình"}
_CHART_WIDTH = 710
_SENTENCE_SHARE = 5  # the sentence takes at most a fifth of the height
_SENTENCE_FRAME = 22  # margins and frame of the sentence, pixels
_LOW = 420  # below this height the notes have one line, whole in its tip
_OF_TABLES = "Bấm đúp (hoặc Enter) vào một số để xem những dòng đã đếm. Ctrl+C chép bảng sang Excel."
_OF_CHARTS = "Bấm vào một cột để xem danh sách; bằng bàn phím: mũi tên rồi Enter."
_DRAWING = "Đang vẽ biểu đồ…"
NOTHING = (
    "Kỳ và phạm vi này chưa có lượt khen nào.\n\nChọn kỳ khác ở trên; hoặc nhập các danh sách đã có: "
    "trang Khen thưởng, “Nhập từ Excel, Word…” (Ctrl+I)."
)


class Results(QWidget):
    """Shows what was counted.

    Signals:
        copy_asked: copy the sentence.
        charts_asked: the charts came into sight.
        line_opened, inherited_opened: the FigureLine to look behind.
        bar_opened: the ChartFigures with category and series of a bar.
    """

    copy_asked = Signal()
    charts_asked = Signal()
    line_opened = Signal(object)
    inherited_opened = Signal(object)
    bar_opened = Signal(object, int, int)

    def __init__(self) -> None:
        super().__init__()
        self.sentence = QPlainTextEdit()
        self.sentence.setReadOnly(True)
        self.sentence.setTabChangesFocus(True)
        self.sentence.setAccessibleName("Câu báo cáo")
        self.copy_button = QPushButton("Chép câu báo cáo")
        self.notes, self.nothing, self.hint = QLabel(), QLabel(NOTHING), ElidedLabel(_OF_TABLES)
        self.notes_in_short = ElidedLabel()
        self.words = QWidget()  # the sentence with its notes; the charts need their room
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.awards = self._table("Theo cấp khen")
        self.groups = {code: self._table(title) for code, title in _GROUPS.items()}
        self.charts = QWidget()
        self._charts = QVBoxLayout(self.charts)
        self._charts_tab = QScrollArea()
        self._lay_out()
        self.copy_button.clicked.connect(self.copy_asked)
        self.tabs.currentChanged.connect(self._tab_changed)

    @property
    def charts_shown(self) -> bool:
        """Whether the charts are in sight."""
        return self.tabs.currentWidget() is self._charts_tab

    def show_sentence(self, sentence: str, notes: Sequence[str], *, empty: bool) -> None:
        """Show the report sentence and what must be known beside it; empty says that nothing was counted."""
        self.sentence.setPlainText(sentence)
        self.sentence.setToolTip("\n".join(notes))
        for label in (self.notes, self.notes_in_short):
            label.setText("  ·  ".join(notes))
        self._fit()
        self.nothing.setVisible(empty)
        self.hint.setVisible(not empty)
        self.tabs.setVisible(not empty)

    def show_awards(self, header: tuple[str, ...], lines: Sequence[FigureLine]) -> None:
        """Show the table by authority, award and recipient."""
        self.awards.show_lines(header, 2, lines)

    def show_groups(self, groups: Mapping[str, tuple[tuple[str, ...], Sequence[FigureLine]]]) -> None:
        """Show the tables of the groupings, each with its header."""
        for code, (header, lines) in groups.items():
            self.groups[code].show_lines(header, 1, lines)

    def show_drawing(self) -> None:
        """Say that the charts are being drawn; those of another choice are shown no longer."""
        self.hint.setText(_DRAWING)
        self._clear_charts()

    def show_charts(self, charts: Sequence[tuple[ChartFigures, Picture]]) -> None:
        """Show the drawn charts."""
        self._clear_charts()
        for chart, picture in charts:
            view = ChartView()
            view.setMaximumWidth(_CHART_WIDTH)
            view.show_picture(picture, chart.title, bar_words(chart))
            view.opened.connect(
                lambda category, series, opened=chart: self.bar_opened.emit(opened, category, series)
            )
            view.pointed.connect(self._tell_bar)
            self._charts.addWidget(view)
        self._tell_bar("")

    def _clear_charts(self) -> None:
        for old in self.charts.findChildren(ChartView):
            self._charts.removeWidget(old)
            old.hide()
            old.deleteLater()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Let the sentence take the lines it needs, within its share."""
        spacing = self.sentence.fontMetrics().lineSpacing()
        most = max(3, self.height() // _SENTENCE_SHARE // spacing)
        lines = min(most, max(1, round(self.sentence.document().size().height())))
        self.sentence.setFixedHeight(lines * spacing + _SENTENCE_FRAME)
        low = self.height() <= _LOW
        self.notes.setVisible(not low)
        self.notes_in_short.setVisible(low and bool(self.notes.text()))

    def _tab_changed(self) -> None:
        self._tell_bar("")
        self.words.setVisible(not self.charts_shown)
        if self.charts_shown:
            self.charts_asked.emit()

    def _tell_bar(self, words: str) -> None:
        self.hint.setText(words or (_OF_CHARTS if self.charts_shown else _OF_TABLES))

    def _table(self, title: str) -> FiguresTable:
        table = FiguresTable(title, INHERITED)
        table.opened.connect(self.line_opened)
        table.inherited_opened.connect(self.inherited_opened)
        self.tabs.addTab(table, title)
        return table

    def _lay_out(self) -> None:
        self._charts_tab.setFrameShape(QFrame.Shape.NoFrame)
        self._charts_tab.setWidgetResizable(True)
        self._charts_tab.setWidget(self.charts)
        self._charts_tab.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.tabs.addTab(self._charts_tab, "Biểu đồ")
        for soft in (self.notes, self.notes_in_short, self.hint, self.nothing):
            soft.setProperty("role", "soft")
        for long in (self.notes, self.nothing):
            long.setWordWrap(True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.hide()
        across = QHBoxLayout()
        across.setSpacing(GAP)
        across.addWidget(self.sentence, 1)
        across.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignTop)
        below = QVBoxLayout(self.words)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(GAP // 2)
        below.addLayout(across)
        below.addWidget(self.notes)
        below.addWidget(self.notes_in_short)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GAP // 2)
        rows.addWidget(self.tabs, 1)
        rows.addWidget(self.nothing, 1)
        rows.addWidget(self.hint)
        rows.addWidget(self.words)
