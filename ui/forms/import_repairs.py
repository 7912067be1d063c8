"""Text that was repaired, column by column: what it was typed in, before and after, to choose otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.domain.vietnamese import number
from thidua_desktop.intake.capitals import FIELDS
from thidua_desktop.intake.encodings.tables import AS_IS, NAMES
from thidua_desktop.intake.reading import Capitals
from ui.theme import GAP, ROW_HEIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from thidua_desktop.intake.reading import FileReading, Repair

GUESS = ""
"""The choice that leaves a column to what its fonts and words tell."""

_COLUMNS = ("Tệp", "Trang, cột", "Chữ gõ bằng", "Số ô", "Trước", "Sau")
_WIDTHS = (120, 160, 190, 56, 150)
_HOW = {"font": "theo phông chữ", "score": "theo cách viết", "chosen": "đã chọn", "unsure": "chưa rõ"}
_LEFT = "Để nguyên"
_GUESS = "Theo phỏng đoán"
_CAPITALS = {False: "Chữ in hoa, để nguyên", True: "Chữ in hoa, viết thường lại"}
_WISHES = {
    True: "Viết thường, hoa chữ cái đầu theo quy tắc tên",
    False: "Để nguyên chữ in hoa",
}
_EVERYWHERE = "Viết thường mọi chữ in hoa của tệp này"
_HINT = (
    "Chữ của những cột dưới đây được chuyển từ bảng mã cũ, hoặc viết hoa toàn bộ. Bấm vào “Chữ gõ bằng” "
    "(hoặc Enter) để chọn lại; chữ gốc được giữ trong biên bản nhập."
)
_NOTHING = "Không có chữ nào phải chuyển: các tệp đều gõ bằng Unicode, không có tên viết hoa toàn bộ."
_CHANGES = 200  # changes of one column shown
_MOST = 500  # columns shown


@dataclass(frozen=True)
class _Line:
    """One line: a column repaired, or a field of a sheet typed in capitals."""

    file: int
    name: str
    what: Repair | Capitals

    @property
    def key(self) -> tuple[int, str, str]:
        """Where it is, the same after the file was read anew."""
        what = self.what
        return self.file, what.sheet, what.field if isinstance(what, Capitals) else what.column


class RepairsPage(QWidget):
    """Shows what was changed in the text of files.

    Signals:
        encoding_chosen: file, sheet and column, and the code chosen: of NAMES, AS_IS or GUESS.
        case_wished: file, its places by sheet and field, and whether capitals are to become name case.
    """

    encoding_chosen = Signal(int, str, str, str)
    case_wished = Signal(int, object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[_Line] = []
        self.hint = QLabel(_HINT)
        self.hint.setWordWrap(True)
        self.table = _table("Cột có chữ được chuyển", _COLUMNS, _WIDTHS)
        self.changes = _table("Trước và sau", ("Trước", "Sau"), (300,))
        self.choose_button = QPushButton("Chọn lại cho cột…")
        self.choose_button.setAutoDefault(False)
        self.choose_button.setToolTip("Enter: chọn lại cho cột đang đứng")
        self._lay_out()
        self.table.cellClicked.connect(self._clicked)
        self.table.currentCellChanged.connect(lambda row, *_: self._show_changes(row))
        self.choose_button.clicked.connect(lambda: self._menu(self.table.currentRow()))
        for keys in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shortcut = QShortcut(QKeySequence(keys), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(self.choose_button.click)
        self.show_readings(())

    def show_readings(self, readings: Sequence[FileReading]) -> None:
        """Show what was changed in these files; the line in sight stays in sight."""
        at = self.table.currentRow()
        kept = self._lines[at].key if 0 <= at < len(self._lines) else None
        self._lines = list(islice(_lines(readings), _MOST))
        keys = [line.key for line in self._lines]
        self.table.setRowCount(len(keys))
        for row, line in enumerate(self._lines):
            for column, text in enumerate(_cells(line)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if column == _COLUMNS.index("Số ô"):
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(row, column, item)
        self.hint.setText(_HINT if keys else _NOTHING)
        self.choose_button.setEnabled(bool(keys))
        self.table.setCurrentCell(keys.index(kept) if kept in keys else min(0, len(keys) - 1), 0)
        self._show_changes(self.table.currentRow())

    def choose(self, row: int, code: str) -> None:
        """Choose what a column was typed in."""
        line = self._lines[row]
        self.encoding_chosen.emit(*line.key, code)

    def wish(self, row: int, *, lowered: bool, everywhere: bool = False) -> None:
        """Wish the capitals of a field, or all of its file, written as names are, or left."""
        line = self._lines[row]
        lines = self._lines if everywhere else [line]
        places = {
            each.key[1:] for each in lines if each.file == line.file and isinstance(each.what, Capitals)
        }
        self.case_wished.emit(line.file, frozenset(places), lowered)

    def _clicked(self, row: int, column: int) -> None:
        if column == _COLUMNS.index("Chữ gõ bằng"):
            self._menu(row)

    def _menu(self, row: int) -> None:
        if not 0 <= row < len(self._lines):
            return
        menu = QMenu(self)
        for label, chosen, act in self._choices(row):
            action = menu.addAction(label, act)
            action.setCheckable(True)
            action.setChecked(chosen)
        index = self.table.model().index(row, _COLUMNS.index("Chữ gõ bằng"))
        menu.popup(self.table.viewport().mapToGlobal(self.table.visualRect(index).bottomLeft()))
        menu.setActiveAction(next(filter(QAction.isChecked, menu.actions()), menu.actions()[0]))

    def _choices(self, row: int) -> Iterator[tuple[str, bool, partial[None]]]:
        what = self._lines[row].what
        if isinstance(what, Capitals):
            for lowered, label in _WISHES.items():
                yield label, what.wished == lowered, partial(self.wish, row, lowered=lowered)
            yield _EVERYWHERE, False, partial(self.wish, row, lowered=True, everywhere=True)
            return
        for code, label in {**NAMES, AS_IS: _LEFT}.items():
            yield label, what.encoding == code, partial(self.choose, row, code)
        if what.how == "chosen":
            yield _GUESS, False, partial(self.choose, row, GUESS)

    def _show_changes(self, row: int) -> None:
        changes = self._lines[row].what.changes[:_CHANGES] if 0 <= row < len(self._lines) else ()
        self.changes.setRowCount(len(changes))
        for place, change in enumerate(changes):
            for column, text in enumerate(change):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.changes.setItem(place, column, item)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(self.hint, 1)
        top.addWidget(self.choose_button)
        body = QSplitter(Qt.Orientation.Vertical)
        body.setChildrenCollapsible(False)
        body.setHandleWidth(GAP)
        body.addWidget(self.table)
        body.addWidget(self.changes)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, GAP, 0, 0)
        rows.setSpacing(GAP)
        rows.addLayout(top)
        rows.addWidget(body, 1)


def _lines(readings: Sequence[FileReading]) -> Iterator[_Line]:
    for file, reading in enumerate(readings):
        yield from (_Line(file, reading.name, repair) for repair in reading.repairs)
        yield from (_Line(file, reading.name, capitals) for capitals in reading.capitals)


def _cells(line: _Line) -> tuple[str, ...]:
    what = line.what
    before, after = what.changes[0] if what.changes else ("", "")
    if isinstance(what, Capitals):
        place, typed = FIELDS[what.field], _CAPITALS[what.wished]
    else:
        place = f"{what.column} “{what.title}”" if what.title else what.column
        typed = f"{NAMES.get(what.encoding, _LEFT)}, {_HOW[what.how]}"
    where = ", ".join(filter(None, (what.sheet, place)))
    return line.name, where, typed, number(what.count), before, after


def _table(name: str, columns: Sequence[str], widths: Sequence[int]) -> QTableWidget:
    table = QTableWidget(0, len(columns))
    table.setAccessibleName(name)
    table.setHorizontalHeaderLabels(columns)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT - 4)
    table.horizontalHeader().setHighlightSections(False)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    table.horizontalHeader().setStretchLastSection(True)
    for column, width in enumerate(widths):
        table.setColumnWidth(column, width)
    return table
