"""What was found in the files: decisions to tick, and rows to look at."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
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

_PLACE = Qt.ItemDataRole.UserRole
_NOT_UNDERSTOOD = "Chưa hiểu dạng danh sách"


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
        self.setHeaderLabels(["Tệp, quyết định", "Lượt", "Cần sửa"])
        self.setRootIsDecorated(True)
        self.setUniformRowHeights(True)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.currentItemChanged.connect(self._tell_chosen)
        self.itemChanged.connect(lambda _item, column: self.ticked.emit() if column == 0 else None)

    def show_plan(self, plan: Plan) -> None:
        """Show what would be written; the chosen decision stays chosen."""
        at = self._place(self.currentItem())
        out = self.left_out()
        with QSignalBlocker(self):
            self.clear()
            for place, file in enumerate(plan.files):
                self._add_file(place, file, out)
            self.expandAll()
            if at is not None:
                self._go_to(*at)

    def left_out(self) -> frozenset[tuple[int, int]]:
        """Decisions the officer unticked."""
        return frozenset(
            place
            for item in self._decisions()
            if (place := self._place(item)) is not None and item.checkState(0) == Qt.CheckState.Unchecked
        )

    def choose(self, file: int, decision: int) -> None:
        """Choose a decision."""
        self._go_to(file, decision)

    def choose_first(self) -> None:
        """Choose the first decision there is."""
        first = next(iter(self._decisions()), None)
        if first is not None:
            self.setCurrentItem(first)

    def _add_file(self, place: int, file: PlannedFile, out: frozenset[tuple[int, int]]) -> None:
        words = file.reading.name if file.decisions else f"{file.reading.name} – {_NOT_UNDERSTOOD}"
        wrong = number(len(file.problems)) if file.problems else ""
        item = QTreeWidgetItem([words, number(file.rows_to_write), wrong])
        item.setToolTip(0, str(file.reading.path))
        _align(item)
        self.addTopLevelItem(item)
        for planned in file.decisions:
            item.addChild(_decision_item(place, planned, ticked=(place, planned.place) not in out))

    def _decisions(self) -> list[QTreeWidgetItem]:
        tops = (self.topLevelItem(row) for row in range(self.topLevelItemCount()))
        return [top.child(row) for top in tops if top is not None for row in range(top.childCount())]

    def _go_to(self, file: int, decision: int) -> None:
        for item in self._decisions():
            if self._place(item) == (file, decision):
                self.setCurrentItem(item)

    def _place(self, item: QTreeWidgetItem | None) -> tuple[int, int] | None:
        found = item.data(0, _PLACE) if item is not None else None
        return (found[0], found[1]) if found else None

    def _tell_chosen(self, item: QTreeWidgetItem | None, _before: QTreeWidgetItem | None) -> None:
        place = self._place(item)
        if place is not None:
            self.chosen.emit(*place)


class ProblemTable(QTableWidget):
    """Rows and files not understood, with the reason.

    Signals:
        opened: the IntakeProblem to look at.
    """

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 5, parent)
        self._problems: Sequence[IntakeProblem] = ()
        self.setAccessibleName("Những dòng cần sửa")
        self.setHorizontalHeaderLabels(["Tệp", "Trang", "Dòng", "Nội dung", "Lý do"])
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        for column, width in enumerate((190, 80, 50, 190)):
            self.setColumnWidth(column, width)
        self.doubleClicked.connect(lambda index: self.opened.emit(self._problems[index.row()]))

    def show_problems(self, problems: Sequence[IntakeProblem]) -> None:
        """Show these problems."""
        self._problems = problems
        self.setRowCount(len(problems))
        for row, problem in enumerate(problems):
            cells = (problem.file, problem.sheet, str(problem.row or ""), problem.text, problem.reason)
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.setItem(row, column, item)


def _decision_item(file: int, planned: PlannedDecision, *, ticked: bool) -> QTreeWidgetItem:
    candidate = planned.candidate
    day = f" ngày {show(candidate.decided_on)}" if candidate.decided_on else " – chưa rõ ngày"
    words = f"{candidate.number or 'Chưa rõ số'}{day}"
    kept = "đã có trong sổ" if planned.kept else ""
    item = QTreeWidgetItem([words, number(len(candidate.awards)), kept])
    item.setData(0, _PLACE, (file, planned.place))
    item.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
    item.setToolTip(0, "\n".join(filter(None, (candidate.authority, candidate.campaign, candidate.event))))
    _align(item)
    return item


def _align(item: QTreeWidgetItem) -> None:
    for column in (1, 2):
        item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
