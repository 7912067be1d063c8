"""What an import asks: what settles most rows first, both records side by side, answers by key."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.domain.vietnamese import number
from thidua_desktop.services.import_doubts import KINDS, LATER
from ui.forms.import_sides import SidePanel
from ui.theme import GAP, ROW_HEIGHT
from ui.widgets.answers import Answers
from ui.widgets.combo import Combo

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua_desktop.services.importing import Doubt, Option

_NONE = "Không có câu hỏi nào: mọi đơn vị, người và danh hiệu trong các tệp đều rõ."
_HINT = (
    "Bấm nút hoặc phím số để trả lời, Enter sang câu sau; trả lời rồi vẫn đổi lại được. "
    "Câu để trống không ngăn việc ghi vào sổ."
)
_OPEN = "chưa trả lời"
_MORE = "Danh hiệu, hình thức khác…"
_MORE_OF = {"year": "Năm khác…", "level": "Cấp khác…"}
_GUESSED = (
    "Chưa ghi: {} dòng mang tên mà trong sổ nhiều đơn vị cùng mang. Trả lời ở đây, "
    "hoặc bấm “Ghi vào sổ” lần nữa để ghi các dòng đó vào đơn vị thứ nhất."
)
_LISTED, _MAYBE = "Trong danh sách", "Có thể là"
_ALIKE = ("title", "unit", "level")  # kinds of which a group may be answered at once; people never
_KEYS = 9
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_WIDTHS = (500, 450)


class QuestionsPage(QWidget):
    """Shows doubts and takes answers.

    Signals:
        answered: answers by the keys of doubts, "" for one taken back.
        kind_asked: the Doubt whose wording is to become a kind of its own.
    """

    answered = Signal(object)
    kind_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._doubts: list[Doubt] = []
        self._given: dict[str, str] = {}
        self._last: dict[tuple[object, ...], str] = {}  # the level given last to questions alike
        self._told: set[str] = set()  # open questions the officer was sent to before writing
        self.table = _table()
        self.hint, self.question = QLabel(), QLabel()
        self.question.setWordWrap(True)
        self.question.setProperty("role", "title")
        self.sides = (SidePanel(_LISTED), SidePanel(_MAYBE))
        self.buttons: list[QPushButton] = []
        self.group_button, self.back_button = QPushButton(), QPushButton("Bỏ câu trả lời")
        self.more = Combo()
        self.more.setAccessibleName(_MORE)
        self.more.setMinimumContentsLength(len(_MORE))
        self.new_button = QPushButton("Thêm vào danh mục…")
        self.new_button.setToolTip("Cách gọi này là một danh hiệu, hình thức chưa có trong danh mục")
        self.back_button.setToolTip("Delete: câu này lại chưa trả lời")
        for button in (self.group_button, self.new_button, self.back_button):
            button.setAutoDefault(False)
        self._answers = QVBoxLayout()
        self._choices = Answers(self._answers)
        self._lay_out()
        self.table.currentCellChanged.connect(self._show)
        self.group_button.clicked.connect(self._answer_group)
        self.more.activated.connect(self._answer_otherwise)
        self.back_button.clicked.connect(self._take_back)
        self.new_button.clicked.connect(lambda: self.kind_asked.emit(self._current()))
        self._key(Qt.Key.Key_Delete, self._take_back)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._key(key, self._go_on)
        for place in range(_KEYS):
            self._key(Qt.Key(Qt.Key.Key_1 + place), partial(self._answer, place))

    @property
    def open(self) -> int:
        """How many questions have no answer."""
        return sum(not self._given[doubt.key] for doubt in self._doubts)

    def show_doubts(self, doubts: Sequence[Doubt]) -> None:
        """Show these; a question seen before keeps its place, the one in sight stays in sight."""
        shown = self._current()
        places = {doubt.key: place for place, doubt in enumerate(self._doubts)}
        self._doubts = sorted(doubts, key=lambda doubt: places.get(doubt.key, len(places)))
        self._given = {doubt.key: doubt.answer for doubt in doubts}
        keys = [doubt.key for doubt in self._doubts]
        at = keys.index(shown.key) if shown is not None and shown.key in keys else 0
        height = self.table.verticalScrollBar().value()
        with QSignalBlocker(self.table):
            self.table.setRowCount(len(keys))
            for row in range(len(keys)):
                self._fill(row)
            self.table.setCurrentCell(at if keys else -1, 0)
        self.table.verticalScrollBar().setValue(height)
        self.hint.setText(_HINT if keys else _NONE)
        self._split.setVisible(bool(keys))
        self._show()

    def order_anew(self) -> None:
        """Let the next doubts stand in their own order, since files came or were read anew."""
        self._doubts = []

    def go_to_guess(self) -> str:
        """Go to an open question whose rows a unit would get by guess, and say so; "" when all were told."""
        guessed = [one for one in self._doubts if one.kind == "shared" and not self._given[one.key]]
        fresh = [one for one in guessed if one.key not in self._told]
        if not fresh:
            return ""
        self._told |= {one.key for one in fresh}
        self.table.setCurrentCell(self._doubts.index(fresh[0]), 0)
        return _GUESSED.format(number(sum(one.rows for one in guessed)))

    def answer(self, key: str, code: str) -> None:
        """Give a question an answer that was not offered with it."""
        self._give({key: code})

    def _current(self) -> Doubt | None:
        row = self.table.currentRow()
        return self._doubts[row] if 0 <= row < len(self._doubts) else None

    def _fill(self, row: int) -> None:
        doubt = self._doubts[row]
        given = self._given[doubt.key]
        options = (*doubt.options, *doubt.more)
        label = next((option.label for option in options if option.code == given), _OPEN)
        rows = number(doubt.rows)
        asked = doubt.question.removeprefix(f"{rows} dòng: ")  # a column tells them
        for column, text in enumerate((rows, KINDS[doubt.kind], asked[:1].upper() + asked[1:], label)):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            if column == 0:
                item.setTextAlignment(_RIGHT)
            self.table.setItem(row, column, item)

    def _show(self) -> None:
        """Show the question in sight with its answers."""
        for button in self.buttons:
            self._answers.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        doubt = self._current()
        alike = self._alike(doubt)
        self.group_button.setVisible(len(alike) > 1)
        self.back_button.setVisible(doubt is not None)
        self.new_button.setVisible(doubt is not None and doubt.kind == "title")
        if doubt is None:
            return
        given = self._given[doubt.key]
        self.question.setText(doubt.question)
        for side, record in zip(self.sides, (doubt.left, doubt.right), strict=True):
            side.show_record(record)
            side.setVisible(bool(record.name or record.facts))  # a year is no record
        for place, option in enumerate(doubt.options):
            self._add_button(place, option.label, chosen=option.code == given)
        self.more.clear()
        other = _MORE_OF.get(doubt.kind, _MORE)
        self.more.setAccessibleName(other)
        self.more.addItems([other, *(option.label for option in doubt.more)])
        self.more.setVisible(bool(doubt.more))
        self.back_button.setEnabled(bool(given))
        words = f"Cả nhóm: “{self._likely(doubt).label}” cho {number(len(alike))} câu như thế"
        self.group_button.setText(words.replace("&", "&&"))
        self.group_button.setToolTip("\n".join(one.question for one in alike))

    def _add_button(self, place: int, label: str, *, chosen: bool) -> None:
        key = f"{place + 1}.  " if place < _KEYS else ""
        button = QPushButton(f"{key}{label}{'  ✓' if chosen else ''}".replace("&", "&&"))
        button.setAutoDefault(False)
        button.setAccessibleName(f"{label}, đã chọn" if chosen else label)
        button.clicked.connect(partial(self._answer, place))
        self._answers.addWidget(button)
        self.buttons.append(button)

    def _alike(self, doubt: Doubt | None) -> list[Doubt]:
        """Open questions of titles, units or levels with the same likely answer, this one among them."""
        if doubt is None or doubt.kind not in _ALIKE or doubt.options[0].code == LATER:
            return []
        meant = _meant(doubt)
        return [one for one in self._doubts if not self._given[one.key] and _meant(one) == meant]

    def _likely(self, doubt: Doubt) -> Option:
        """The answer offered for a whole group: the likeliest, or the level given last to one of it."""
        last = self._last.get(_meant(doubt), "")
        return next((option for option in doubt.options if option.code == last), doubt.options[0])

    def _answer(self, place: int) -> None:
        doubt = self._current()
        if doubt is not None and place < len(doubt.options):
            self._give({doubt.key: doubt.options[place].code})
            self._go_on()

    def _answer_otherwise(self, place: int) -> None:
        doubt = self._current()
        if doubt is not None and place:
            self._give({doubt.key: doubt.more[place - 1].code})
            self._go_on()

    def _answer_group(self) -> None:
        doubt = self._current()
        alike = self._alike(doubt)
        if alike:
            self._give({one.key: self._likely(one).code for one in alike})
            self._go_on()

    def _take_back(self) -> None:
        doubt = self._current()
        if doubt is not None and self._given[doubt.key]:
            self._give({doubt.key: ""})
            self._show()

    def _give(self, answers: dict[str, str]) -> None:
        self._given.update(answers)
        for row, doubt in enumerate(self._doubts):
            if doubt.key in answers:
                self._fill(row)
                if doubt.kind == "level" and answers[doubt.key] not in {"", LATER}:
                    self._last[_meant(doubt)] = answers[doubt.key]
        self.answered.emit(answers)

    def _go_on(self) -> None:
        """Go to the next question without an answer, below first; where there is none, stay."""
        at, count = self.table.currentRow(), len(self._doubts)
        following = ((at + step) % count for step in range(1, count))
        free = next((row for row in following if not self._given[self._doubts[row].key]), None)
        self.table.setFocus()
        if free is None:
            self._show()
        else:
            self.table.setCurrentCell(free, 0)

    def _key(self, key: Qt.Key, done: object) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(done)

    def _lay_out(self) -> None:
        self.hint.setWordWrap(True)
        self.hint.setProperty("role", "soft")
        both = QHBoxLayout()
        both.setSpacing(GAP)
        for side in self.sides:
            both.addWidget(side, 1)
        self._answers.setSpacing(GAP // 2)
        last = QHBoxLayout()
        last.addWidget(self.group_button)
        last.addWidget(self.more)
        last.addWidget(self.new_button)
        last.addStretch(1)
        last.addWidget(self.back_button)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(GAP, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.question)
        column.addLayout(both, 1)
        column.addWidget(self._choices)
        column.addLayout(last)
        split = self._split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(right)
        split.setSizes(_WIDTHS)
        split.setStretchFactor(1, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, GAP // 2, 0, 0)
        rows.setSpacing(GAP // 2)
        rows.addWidget(self.hint)
        rows.addWidget(self._split, 1)
        rows.addStretch()


def _meant(doubt: Doubt) -> tuple[object, ...]:
    """What the likeliest answer says: the same for questions that may be answered together."""
    if doubt.kind == "title":
        return doubt.kind, doubt.options[0].code
    if doubt.kind == "level":
        return doubt.kind, doubt.options
    return doubt.kind, doubt.options[0].code, doubt.right.kept, doubt.right.name


def _table() -> QTableWidget:
    table = QTableWidget(0, 4)
    table.setAccessibleName("Những câu hỏi của lần nhập")
    table.setHorizontalHeaderLabels(["Dòng", "Về", "Câu hỏi", "Trả lời"])
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT - 4)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
    for column, width in ((0, 56), (1, 124), (3, 100)):
        table.setColumnWidth(column, width)
    return table
