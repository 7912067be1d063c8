"""The widgets of the import dialog: an inviting empty page, then files and a decision."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.domain.vietnamese import number
from ui.forms.import_columns import ColumnsPage
from ui.forms.import_files import is_lent
from ui.forms.import_lists import DecisionTree, ProblemTable
from ui.forms.import_questions import QuestionsPage
from ui.forms.import_repairs import RepairsPage
from ui.forms.import_summary import SummaryPage
from ui.theme import GAP, WIDE_GAP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua_desktop.intake.reading import FileReading, IntakeProblem
    from thidua_desktop.services.importing import Plan
    from ui.forms.import_editor import ImportEditor
    from ui.forms.import_rows import ImportGrid
    from ui.state import State

_SIZE = (1340, 680)  # inside 1366×768 with a title bar and a task bar
_BAR_WIDTH = 320
_WIDTHS = (350, 960)
_INVITATION = (
    "<p style='font-size: 13pt'><b>Kéo thả các tệp Excel, Word hoặc cả thư mục vào đây</b></p>"
    "<p>hoặc bấm “Chọn tệp…”, hoặc dán bảng đã chép (Ctrl+V).</p>"
    "<p>Chương trình chỉ đọc, không bao giờ sửa tệp của cơ quan.</p>"
    "<p>Xem những gì đọc được, sửa nếu cần; chưa có gì được ghi cho đến khi bấm “Ghi vào sổ”.</p>"
)


class ImportLayout:
    """What stands in the dialog; the dialog says what happens."""

    def __init__(self, dialog: QDialog) -> None:
        self._dialog = dialog
        self.choose_button, self.stop_button = _button("Chọn tệp…"), _button("Dừng")
        self.paste_button = _button("Dán (Ctrl+V)")
        self.paste_button.setToolTip(
            "Bảng chép từ Excel, Word cùng dòng tiêu đề, hoặc tệp chép trong thư mục"
        )
        self.template_button = _button("Nhận mẫu…")
        self.template_button.setToolTip(
            "So mẫu đơn vị gửi lại với sổ và với lúc xuất, chỉ hỏi chỗ hai bên cùng sửa"
        )
        self.template_button.hide()
        self.close_button, self.write_button = _button("Đóng"), _button("Ghi vào sổ")
        self.choose_button.setEnabled(False)
        self.paste_button.setEnabled(False)
        self.stop_button.hide()
        self.write_button.setProperty("role", "primary")
        self.write_button.setToolTip("Ctrl+S. Ghi tất cả trong một lần; Ctrl+Z lấy lại được cả lần ghi")
        self.write_button.setEnabled(False)
        self.bar = QProgressBar()
        self.bar.setAccessibleName("Tiến độ đọc tệp")
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(_BAR_WIDTH)
        self.bar.hide()
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self.trouble = QLabel()
        self.trouble.setWordWrap(True)
        self.trouble.setProperty("tone", "warn")
        self.trouble.hide()
        self.tree = DecisionTree()
        self.problems = ProblemTable()
        self.columns, self.repairs = ColumnsPage(), RepairsPage()
        self.overview, self.questions = SummaryPage(), QuestionsPage()
        self.tree.chosen.connect(self._follow)
        self.tabs, self._decisions, self._pages = QTabWidget(), QSplitter(), QStackedWidget()
        self._lay_out()

    def add_editor(self, editor: ImportEditor, state: State, key: str) -> None:
        """Put the editor in its place; now files can be read."""
        self._decisions.addWidget(editor)
        self._decisions.setStretchFactor(1, 1)
        self._decisions.setSizes(_WIDTHS)
        by_tab = Qt.FocusPolicy.TabFocus
        parts = editor.findChildren(QWidget)
        inner = [one for one in parts if one.focusPolicy() & by_tab and one.window() is self._dialog]
        for one, following in pairwise((self.tree, *inner, self.close_button, self.write_button)):
            QWidget.setTabOrder(one, following)
        state.follow_splitter(key, self._decisions)
        state.restore_header(key, editor.grid.horizontalHeader(), editor.grid.codes)
        self.choose_button.setEnabled(True)
        self.paste_button.setEnabled(True)
        self.choose_button.setFocus()

    def show_files(self, readings: Sequence[FileReading]) -> None:
        """Show files and decisions in place of the invitation: of several files first the summary."""
        self.columns.show_readings(readings)
        self.repairs.show_readings(readings)
        templates = sum(map(is_lent, readings))
        self.template_button.setText(f"Nhận {number(templates)} mẫu của đơn vị…")
        self.template_button.setVisible(templates > 0)
        unknown = sum(table.how == "unknown" for reading in readings for table in reading.tables)
        self._title(self.columns, f"{number(unknown)} bảng chưa rõ" if unknown else "")
        if self._pages.currentWidget() is not self.tabs:
            self._pages.setCurrentWidget(self.tabs)
            if len(readings) != 1:
                self.show_page(self.overview, self.overview.table)
            elif readings[0].decisions:
                self.show_decisions()
            else:
                self.show_page(self.problems)

    def show_plan(self, plan: Plan, summary: str, strangers: Sequence[IntakeProblem]) -> None:
        """Show what would be written, and what lay beside the lists and only passes for one."""
        self.tree.show_plan(plan)
        self.overview.show_plan(plan, strangers)
        self.questions.show_doubts(plan.doubts)
        self.count_questions()
        problems = [(place, problem) for place, file in enumerate(plan.files) for problem in file.problems]
        problems += [(len(plan.files), problem) for problem in strangers]
        self.problems.show_problems(problems)
        self._title(self.problems, number(len(problems)) if problems else "")
        self.summary.setText(summary)
        self.write_button.setEnabled(plan.writes)

    def count_questions(self) -> None:
        """Say on the tab how many questions wait for an answer."""
        open_ones = self.questions.open
        self._title(self.questions, f"{number(open_ones)} chưa trả lời" if open_ones else "")

    def asks_first(self) -> bool:
        """Tell, once each, of rows a unit would get by guess; whether the officer should look first."""
        sentence = self.questions.go_to_guess()
        if sentence:
            self.show_page(self.questions, self.questions.table)
            self.tell(sentence)
        return bool(sentence)

    def show_decisions(self) -> None:
        """Show the decisions of the files."""
        self.show_page(self._decisions, self.tree)

    def show_page(self, page: QWidget, focus: QWidget | None = None) -> None:
        """Show a page of the frame, the cursor in its list."""
        self.tabs.setCurrentWidget(page)
        (focus or page).setFocus()

    def show_reading(self, *, on: bool) -> None:
        """Show that files are being read, or no more."""
        self.bar.setVisible(on)
        self.stop_button.setVisible(on)
        self.choose_button.setEnabled(not on)
        self.paste_button.setEnabled(not on)
        self.write_button.setEnabled(False)
        if on:
            self.tell("")

    def tell_progress(self, done: int, total: int, text: str) -> None:
        """Show how far the reading is."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.summary.setText(text)

    def tell(self, sentence: str) -> None:
        """Say something above the buttons; "" takes it away."""
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def restore(self, state: State, key: str) -> None:
        """Give the dialog its remembered size."""
        self._dialog.resize(*_SIZE)
        state.restore_window(key, self._dialog)

    def remember(self, state: State, key: str, grid: ImportGrid | None) -> None:
        """Remember sizes and widths of columns."""
        state.put_window(key, self._dialog)
        if grid is not None:
            state.put_header(key, grid.horizontalHeader(), grid.codes)

    def _follow(self, file: int, _decision: int) -> None:
        """Show the tables of the file the officer goes to."""
        if self.tree.hasFocus():
            self.columns.show_file(file)

    def _title(self, page: QWidget, more: str) -> None:
        title = next(title for one, title in self._titled() if one is page)
        self.tabs.setTabText(self.tabs.indexOf(page), f"{title} ({more})" if more else title)

    def _titled(self) -> tuple[tuple[QWidget, str], ...]:
        return (
            (self.overview, "Tổng hợp"),
            (self._decisions, "Quyết định"),
            (self.questions, "Câu hỏi"),
            (self.problems, "Cần xem lại"),
            (self.columns, "Cột"),
            (self.repairs, "Chữ đã chuyển"),
        )

    def _lay_out(self) -> None:
        self._decisions.setChildrenCollapsible(False)
        self._decisions.setHandleWidth(GAP)
        self._decisions.addWidget(self.tree)
        self.tabs.setDocumentMode(True)
        for page, title in self._titled():
            self.tabs.addTab(page, title)
        self._pages.addWidget(_invitation())
        self._pages.addWidget(self.tabs)
        rows = QVBoxLayout(self._dialog)
        rows.setContentsMargins(WIDE_GAP, WIDE_GAP, WIDE_GAP, WIDE_GAP)
        rows.setSpacing(GAP)
        top = _row(self.choose_button, self.paste_button, self.stop_button, self.bar, self.template_button)
        top.addStretch(1)
        rows.addLayout(top)
        rows.addWidget(self._pages, 1)
        rows.addWidget(self.trouble)
        foot = _row(self.summary, self.close_button, self.write_button)
        foot.setStretch(0, 1)
        rows.addLayout(foot)


def _invitation() -> QLabel:
    label = QLabel(_INVITATION)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setWordWrap(True)
    label.setStyleSheet("QLabel { background: white; border: 2px dashed #B8C0CB; border-radius: 8px; }")
    return label


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GAP)
    for widget in widgets:
        row.addWidget(widget)
    return row


def _button(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    return button
