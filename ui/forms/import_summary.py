"""What was understood, a file a row: what it is, what will be written, what is not understood, its totals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QListWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.domain.decision import Stated
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.services.import_yearly import NOUNS
from thidua_desktop.services.importing import gaps
from ui.theme import GAP, ROW_HEIGHT, WARN

if TYPE_CHECKING:
    from thidua_desktop.intake.reading import CandidateAward, FileReading, IntakeProblem
    from thidua_desktop.services.importing import Plan, PlannedFile
    from ui.forms.import_lists import Place

_FORMS: dict[str, str] = {
    "annex": "Danh sách kèm theo",
    "grouped": "Danh sách chia theo đơn vị",
    "word_table": "Bảng trong văn bản",
    "numbered": "Danh sách đánh số",
    "unit-template": "Mẫu của đơn vị",
    "yearly": "Số liệu của năm",
}
_UNREAD, _NO_LIST = "Không đọc được", "Không phải danh sách"
_COLUMNS = (
    ("Tệp", 190, ""),
    ("Là gì", 134, ""),
    ("Quyết định", 96, ""),
    ("Đọc được", 88, "Số dòng có người, tập thể, hộ được khen đã hiểu"),
    ("Sẽ ghi", 70, "Số lượt khen sẽ ghi vào sổ"),
    ("Dở dang", 84, "Số dòng mới hiểu một phần, chờ bổ sung ở trang “Cần xem lại”"),
    ("Không hiểu", 98, "Số dòng, trang hoặc tệp không hiểu, lý do ở trang “Cần xem lại”"),
    ("So với văn bản", 116, "Số ghi trên quyết định so với số dòng đọc được"),
    ("Ghi chú", 0, ""),
)
_OPENS = "Enter hoặc nhấp đúp vào một tệp: mở các quyết định của tệp, hoặc lý do không đọc được."
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_FIRST_NUMBER, _LAST_NUMBER = 2, 6
_STATED = 7
_PASSED_HEIGHT, _BAR = 132, 16


class SummaryPage(QWidget):
    """Shows a plan file by file.

    Signals:
        opened: the place of the file to look at.
    """

    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files = 0
        self.table = _table()
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.note.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.note.setFixedHeight(2 * self.note.fontMetrics().lineSpacing())  # the list must not jump
        self.passed_title, self.passed = QLabel(), QListWidget()
        self.passed_title.setProperty("role", "soft")
        self.passed.setAccessibleName("Những chỗ đã hiểu mà không cần hỏi")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, GAP // 2, 0, 0)
        rows.setSpacing(GAP // 2)
        for part in (self.table, self.note, self.passed_title, self.passed):
            rows.addWidget(part)
        self.table.activated.connect(self._open)
        self.table.currentCellChanged.connect(self._tell)

    def show_plan(self, plan: Plan, strangers: Sequence[IntakeProblem]) -> None:
        """Show a plan, then what lay beside the lists and only passes for one."""
        at, height = self.table.currentRow(), self.table.verticalScrollBar().value()
        lines = [_line(file) for file in plan.files]
        lines += [(one.file, _NO_LIST, "", "", "", "", "", "", one.reason) for one in strangers]
        self.table.setRowCount(len(lines))
        for row, line in enumerate(lines):
            differs = row < len(plan.files) and bool(_differences(plan.files[row]))
            for column, text in enumerate(line):
                self.table.setItem(row, column, _item(column, text, warn=differs and column == _STATED))
        self.table.setCurrentCell(min(max(at, 0), len(lines) - 1), 0)
        self.table.verticalScrollBar().setValue(height)
        self.passed.clear()
        self.passed.addItems(plan.passed)
        self.passed_title.setText(f"Đã hiểu, không cần hỏi ({number(len(plan.passed))}):")
        for part in (self.passed_title, self.passed):
            part.setVisible(bool(plan.passed))
        self._files = len(plan.files)
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give names what room there is beside the figures, files what is beside the sentences."""
        super().resizeEvent(event)
        room = max(self.width() - sum(width for _, width, _ in _COLUMNS) - _BAR, 0)
        for column, most in ((0, 60), (1, 40)):
            self.table.setColumnWidth(column, _COLUMNS[column][1] + min(room, most))
        self.passed.setMaximumHeight(min(_PASSED_HEIGHT, self.height() // 4))

    def _tell(self) -> None:
        """Say whole what the last column has no room for."""
        name, note = (self.table.item(self.table.currentRow(), column) for column in (0, len(_COLUMNS) - 1))
        self.note.setText(f"{name.text()}: {note.text()}" if name and note and note.text() else _OPENS)

    def _open(self) -> None:
        row = self.table.currentRow()
        if 0 <= row < self._files:
            self.opened.emit(row)


def summary(plan: Plan) -> str:
    """What would be written, in one line."""
    if not plan.files:
        return ""
    waiting = sum(_rows(file) - len(_known(file)) for file in plan.files)
    parts = [
        f"{number(len(plan.files))} tệp",
        f"{number(len(plan.to_write))} quyết định",
        f"{number(plan.rows_to_write)} lượt khen sẽ ghi",
    ]
    if plan.yearly_to_write:
        parts.append(f"{number(plan.yearly_to_write)} dòng xếp loại, sáng kiến, kỷ luật, đăng ký sẽ ghi")
    for count, words in (
        (plan.new_people, "cá nhân mới"),
        (plan.new_units, "đơn vị mới"),
        (len(plan.new_campaigns), "phong trào mới"),
        (len(plan.new_events), "hội nghị mới"),
        (plan.questions, "trường hợp trùng tên để xem lại sau"),
        (sum(len(_known(file)) for file in plan.files), "quyết định đã có, không nhập lại"),
        (waiting, "chỗ cần xem lại, chưa ghi"),
    ):
        if count:
            parts.append(f"{number(count)} {words}")
    return " · ".join(parts)


def settled(
    readings: Sequence[FileReading], plan: Plan, at: Place | None
) -> tuple[list[CandidateAward], Sequence[str] | None]:
    """The rows of a decision that answers made awards, and what is to be told of it after them."""
    if at is None:
        return [], None
    file, place = at
    read = Counter((award.sheet, award.row) for award in readings[file].decisions[place].awards)
    found = []
    planned = plan.files[file].decisions[place].candidate
    for award in planned.awards:
        read[award.sheet, award.row] -= 1
        if read[award.sheet, award.row] < 0:
            found.append(award)
    return found, planned.remarks


def _line(file: PlannedFile) -> tuple[str, ...]:
    begun = sum(problem.candidate is not None or problem.yearly is not None for problem in file.problems)
    kept = sum(planned.kept is not None for planned in file.decisions)
    notes = [f"{number(kept)} quyết định đã có trong sổ"] if kept else []
    notes += _differences(file)
    if file.reading.yearly:
        notes.append(f"Số liệu của năm: {_subjects(file)}.")
    if not file.decisions:
        notes += [problem.reason for problem in file.problems[:1]]
    understood = sum(len(planned.candidate.awards) for planned in file.decisions) + len(file.reading.yearly)
    return (
        file.reading.name,
        _FORMS.get(file.reading.form, _UNREAD),
        number(len(file.decisions)),
        number(understood),
        number(file.rows_to_write + file.yearly_to_write),
        _count(begun),
        _count(_rows(file) - begun - len(_known(file))),
        _agreement(file),
        " ".join(notes),
    )


def _rows(file: PlannedFile) -> int:
    """How many rows and places are to be looked at; a list refused as a whole counts with all its rows."""
    return sum(problem.rows for problem in file.problems)


def _known(file: PlannedFile) -> list[IntakeProblem]:
    """What is only told: decisions met before that say the same, so that nothing is left to look at."""
    same = {
        planned.place
        for planned in file.decisions
        if planned.difference is not None and not planned.difference.words and planned.draft is None
    }
    return [problem for problem in file.problems if problem.row is None and problem.decision in same]


def _subjects(file: PlannedFile) -> str:
    counted = Counter(row.subject for row in file.reading.yearly)
    return ", ".join(f"{number(rows)} dòng {NOUNS[subject]}" for subject, rows in counted.items())


def _agreement(file: PlannedFile) -> str:
    if _differences(file):
        return "lệch"
    return "khớp" if any(planned.candidate.stated != Stated() for planned in file.decisions) else ""


def _differences(file: PlannedFile) -> list[str]:
    return [words for planned in file.decisions for words in gaps(planned.candidate)]


def _count(some: int) -> str:
    return number(some) if some else ""


def _item(column: int, text: str, *, warn: bool) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setToolTip(text)
    if _FIRST_NUMBER <= column <= _LAST_NUMBER:
        item.setTextAlignment(_RIGHT)
    if warn:
        item.setForeground(QColor(WARN))
    return item


def _table() -> QTableWidget:
    table = QTableWidget(0, len(_COLUMNS))
    table.setAccessibleName("Các tệp và những gì đọc được")
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT - 4)
    table.horizontalHeader().setHighlightSections(False)
    table.horizontalHeader().setStretchLastSection(True)
    for column, (words, width, tip) in enumerate(_COLUMNS):
        title = QTableWidgetItem(words)
        title.setTextAlignment(_RIGHT if _FIRST_NUMBER <= column <= _LAST_NUMBER else _LEFT)
        title.setToolTip(tip)
        table.setHorizontalHeaderItem(column, title)
        if width:
            table.setColumnWidth(column, width)
    return table
