"""What lists sent back would change, one line each, with the side to take; what is asked stands first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from thidua_desktop.domain.unit_template import COLUMNS
from thidua_desktop.services.unit_template_plan import Change, TemplatePlan, shown
from ui.theme import ROW_HEIGHT, WARN
from ui.widgets.combo import Combo

if TYPE_CHECKING:
    from thidua_desktop.services.unit_templates import Side

_TITLES = ("Đơn vị", "Người", "Việc", "Lúc xuất", "Của ta", "Của đơn vị", "Lấy")
_WIDTHS = (165, 155, 190, 115, 140, 150, 195)
_SIDE = len(_TITLES) - 1
_THEIRS = _SIDE - 1
_UNDECIDED = "Chưa chọn"
_CHOICES: dict[str, tuple[tuple[str, Side], ...]] = {
    "correction": (("Lấy của đơn vị", "theirs"), ("Giữ của ta", "ours")),
    "new": (("Thêm người mới", "theirs"), ("Không thêm", "ours")),
    "conflict": (("Giữ của ta", "ours"), ("Lấy của đơn vị", "theirs")),
    "removed_here": (("Vẫn xóa", "ours"), ("Thêm lại", "theirs")),
    "another": (("Thêm thành người mới", "new"), ("Sửa tên người cũ", "theirs"), ("Giữ của ta", "ours")),
}
_WHOLE = {
    "new": "Người mới",
    "removed_here": "Đã xóa ở đây, đơn vị sửa",
    "another": "Dòng ghi đè người khác?",
}


class ChangesTable(QTableWidget):
    """The changes with a choice at the end of each line.

    Signals:
        decided: a side was chosen.
    """

    decided = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, len(_TITLES), parent)
        self.setAccessibleName("Các chỗ đơn vị sửa và lựa chọn")
        self.setHorizontalHeaderLabels(list(_TITLES))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT + 4)
        self.setTabKeyNavigation(False)
        header = self.horizontalHeader()
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, width)
        header.setSectionResizeMode(_THEIRS, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_SIDE, QHeaderView.ResizeMode.Fixed)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._changes: list[Change] = []

    def show_plans(self, plans: Sequence[TemplatePlan]) -> None:
        """Show the changes of some lists; what was chosen before is forgotten."""
        listed = [(plan.unit, change) for plan in plans for change in plan.changes]
        listed.sort(key=lambda pair: not pair[1].asks)
        self._changes = [change for _, change in listed]
        self.setColumnHidden(0, len(plans) < 2)
        self.setRowCount(len(listed))
        for row, (unit, change) in enumerate(listed):
            what = COLUMNS[change.field] if change.field else _WHOLE[change.kind]
            self._fill(row, (unit, change.person, what, *shown(change)), asks=change.asks)
            self.setCellWidget(row, _SIDE, self._combo(change))
        self.scrollToTop()

    def answers(self) -> dict[str, Side]:
        """The sides chosen, by the keys of the changes."""
        found: dict[str, Side] = {}
        for row, change in enumerate(self._changes):
            side = self.combo(row).currentData()
            if side:
                found[change.key] = side
        return found

    def combo(self, row: int) -> Combo:
        """The choice of a line."""
        widget = self.cellWidget(row, _SIDE)
        assert isinstance(widget, Combo)
        return widget

    def answer(self, sides: dict[str, Side]) -> None:
        """Choose sides by the keys of changes."""
        for row, change in enumerate(self._changes):
            if change.key in sides:
                combo = self.combo(row)
                combo.setCurrentIndex(combo.findData(sides[change.key]))
        self.decided.emit()

    def go_to_first_open(self) -> None:
        """Bring the first choice not yet made into sight."""
        for row in range(self.rowCount()):
            if not self.combo(row).currentData():
                self.scrollTo(self.model().index(row, 1))
                self.combo(row).setFocus()
                return

    def _fill(self, row: int, texts: Sequence[str], *, asks: bool) -> None:
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            if asks:  # the style sheet of tables leaves no ground to colour
                item.setForeground(QBrush(QColor(WARN)))
                font = item.font()
                font.setBold(True)
                item.setFont(font)
            self.setItem(row, column, item)

    def _combo(self, change: Change) -> Combo:
        combo = Combo(self)
        combo.setAccessibleName(f"Lấy bên nào: {change.person}")
        if change.asks:
            combo.addItem(_UNDECIDED, "")
        for words, side in _CHOICES[change.kind]:
            combo.addItem(words, side)
        combo.activated.connect(lambda _place: self.decided.emit())
        return combo
