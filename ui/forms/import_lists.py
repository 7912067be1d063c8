"""What was found in the files: decisions to tick, and rows to look at."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from thidua_desktop.domain.dates import show
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.intake.reading import IntakeProblem
from thidua_desktop.services.importing import Plan, PlannedDecision, PlannedFile
from ui.theme import HINT_COLOR, ROW_HEIGHT

Place = tuple[int, int]  # of the file, and of the decision in it

_PLACE = Qt.ItemDataRole.UserRole
_NOTHING_READ = "không đọc được danh sách"
_KEPT = "đã có"
_NO_PROBLEMS = "Không có chỗ nào cần xem lại: mọi dòng của các tệp đều hiểu được."
_INDENT, _NARROWEST = 14, 250
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class DecisionTree(QTreeWidget):
    """Files with their decisions; an unticked decision is not written.

    Signals:
        chosen: place of the file and of the decision in it.
        ticked: a tick changed.
    """

    chosen = Signal(int, int)
    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Các tệp và quyết định đọc được")
        self.setHeaderLabels(["Tệp, quyết định", "Lượt", "Xem"])
        self.headerItem().setToolTip(2, "Số chỗ cần xem lại, hoặc quyết định đã có trong sổ")
        self.setUniformRowHeights(True)
        self.setIndentation(_INDENT)
        self.setMinimumWidth(_NARROWEST)
        header = self.header()
        header.setDefaultAlignment(_LEFT)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
            self.headerItem().setTextAlignment(column, _RIGHT)
        self.currentItemChanged.connect(self._tell_chosen)
        self.itemChanged.connect(lambda _item, column: self.ticked.emit() if column == 0 else None)

    def show_plan(self, plan: Plan) -> None:
        """Show what would be written; what was chosen, unticked and folded stays so."""
        shape = [len(file.decisions) for file in plan.files]
        tops = [self.topLevelItem(row) for row in range(self.topLevelItemCount())]
        with QSignalBlocker(self):
            if [top.childCount() for top in tops if top is not None] != shape:
                self._rebuild(shape)
            for place, file in enumerate(plan.files):
                top = self.topLevelItem(place)
                if top is not None:
                    _fill_file(top, file)

    def left_out(self) -> frozenset[Place]:
        """Decisions the officer unticked."""
        return frozenset(
            place
            for item in self._decisions()
            if (place := self._place(item)) is not None and item.checkState(0) == Qt.CheckState.Unchecked
        )

    def tick_all(self, file: int) -> None:
        """Tick every decision of a file, read anew with others than those unticked."""
        with QSignalBlocker(self):
            for item in self._decisions():
                place = self._place(item)
                if place is not None and place[0] == file:
                    item.setCheckState(0, Qt.CheckState.Checked)

    def choose(self, place: Place) -> None:
        """Choose a decision."""
        for item in self._decisions():
            if self._place(item) == place:
                self.setCurrentItem(item)

    def choose_first(self) -> None:
        """Choose the first decision there is."""
        first = next(iter(self._decisions()), None)
        if first is not None:
            self.setCurrentItem(first)

    def _rebuild(self, shape: Sequence[int]) -> None:
        at, out = self._place(self.currentItem()), self.left_out()
        self.clear()
        for place, decisions in enumerate(shape):
            top = _item()
            for row in range(decisions):
                child = _item()
                child.setData(0, _PLACE, (place, row))
                ticked = (place, row) not in out
                child.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
                top.addChild(child)
            if decisions:
                top.setFlags(top.flags() | Qt.ItemFlag.ItemIsAutoTristate)
            self.addTopLevelItem(top)
        self.expandAll()
        if at is not None:
            self.choose(at)

    def _decisions(self) -> list[QTreeWidgetItem]:
        tops = (self.topLevelItem(row) for row in range(self.topLevelItemCount()))
        return [top.child(row) for top in tops if top is not None for row in range(top.childCount())]

    def _place(self, item: QTreeWidgetItem | None) -> Place | None:
        found = item.data(0, _PLACE) if item is not None else None
        return (found[0], found[1]) if found else None

    def _tell_chosen(self, item: QTreeWidgetItem | None, _before: QTreeWidgetItem | None) -> None:
        place = self._place(item)
        if place is not None:
            self.chosen.emit(*place)


class ProblemTable(QTableWidget):
    """Rows and files not understood, with the reason; Enter or a double click goes there.

    Signals:
        opened: the place of the file and the IntakeProblem to look at.
    """

    opened = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 5, parent)
        self._problems: Sequence[tuple[int, IntakeProblem]] = ()
        self.setAccessibleName("Những chỗ cần xem lại")
        self.setHorizontalHeaderLabels(["Tệp", "Trang", "Dòng", "Nội dung", "Lý do"])
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT - 4)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(_LEFT)
        self.horizontalHeader().setStretchLastSection(True)
        for column, width in enumerate((170, 90, 54, 170)):
            self.setColumnWidth(column, width)
        self.activated.connect(lambda index: self.opened.emit(*self._problems[index.row()]))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._problems:
            painter = QPainter(self.viewport())
            painter.setPen(HINT_COLOR)
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, _NO_PROBLEMS)

    def go_to_file(self, file: int) -> None:
        """Put the cursor on the first line of a file."""
        row = next((row for row, (place, _) in enumerate(self._problems) if place == file), -1)
        if row >= 0:
            self.setCurrentCell(row, 0)

    def show_problems(self, problems: Sequence[tuple[int, IntakeProblem]]) -> None:
        """Show these problems, each with the place of its file."""
        self._problems = problems
        self.setRowCount(len(problems))
        for row, (_file, problem) in enumerate(problems):
            cells = (problem.file, problem.sheet, str(problem.row or ""), problem.text, problem.reason)
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.setItem(row, column, item)


def _fill_file(item: QTreeWidgetItem, file: PlannedFile) -> None:
    name, wrong = file.reading.name, Counter(problem.decision for problem in file.problems)
    words = name if file.decisions else f"{name} – {_NOTHING_READ}"
    _fill(item, words, file.rows_to_write, _count(len(file.problems)))
    item.setToolTip(0, "\n".join([str(file.reading.path), *_reasons(file)]))
    for row, planned in enumerate(file.decisions):
        _fill_decision(item.child(row), planned, wrong[planned.place])


def _fill_decision(item: QTreeWidgetItem, planned: PlannedDecision, wrong: int) -> None:
    candidate = planned.candidate
    day = show(candidate.decided_on) if candidate.decided_on else "chưa rõ ngày"
    words = f"{candidate.number or 'Chưa rõ số'}, {day}"
    _fill(item, words, len(candidate.awards), _KEPT if planned.kept else _count(wrong))
    tip = (words, candidate.authority, candidate.campaign, candidate.event)
    item.setToolTip(0, "\n".join(filter(None, tip)))


def _fill(item: QTreeWidgetItem, words: str, rows: int, wrong: str) -> None:
    for column, text in enumerate((words, number(rows), wrong)):
        item.setText(column, text)


def _item() -> QTreeWidgetItem:
    item = QTreeWidgetItem()
    item.setSizeHint(0, QSize(0, ROW_HEIGHT - 4))
    for column in (1, 2):
        item.setTextAlignment(column, _RIGHT)
    return item


def _count(problems: int) -> str:
    return number(problems) if problems else ""


def _reasons(file: PlannedFile) -> list[str]:
    """Why nothing of a file is there; what is wrong with its rows stands in the table."""
    return [] if file.decisions else [problem.reason for problem in file.problems]
