"""“Có phải cùng một người?” – namesakes side by side, answered one after another by 1, 2, 3."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from thidua_desktop.db import Session
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.person import births_agree
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.records import questions
from thidua_desktop.services import people as services
from ui.forms.question_side import Person, QuestionSide, read_person
from ui.forms.view_head import BehindPage
from ui.theme import GAP
from ui.widgets.page import Context, Follow

_EXPLAINED = (
    "Cùng một người: lượt khen, chức vụ của hồ sơ kia chuyển sang hồ sơ được giữ. Hoàn tác bằng Ctrl+Z."
)
_ALL_ANSWERED = "Không còn câu hỏi nào. Khi nhập thêm danh sách có người trùng tên, câu hỏi sẽ hiện ở đây."


@dataclass(frozen=True)
class _Asked:
    """What waits, and the question to show with its two people."""

    waiting: list[int]
    id: int | None
    people: tuple[Person, ...]


class QuestionsView(BehindPage):
    """Shows one question at a time; what is put off comes again after the others."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "Có phải cùng một người?", "Tổng quan")
        self._waiting: list[int] = []
        self._later: set[int] = set()
        self._stale = True
        self.asked: _Asked | None = None
        self.sides = (QuestionSide(), QuestionSide())
        self.same = self._button("1 · Cùng một người", "1", self.answer_same)
        self.different = self._button("2 · Khác người", "2", self.answer_different)
        self.put_off = self._button("3 · Để sau", "3", self.answer_later)
        self.explained = QLabel(_EXPLAINED)
        self.problem = QLabel()
        self.nothing = QLabel(_ALL_ANSWERED)
        self.again = QPushButton("Xem lại các câu để sau")
        self._lay_out()
        context.tasks.changed.connect(self._changed)

    def go(self, follow: Follow) -> bool:
        """Show the question asked for, or the first that waits."""
        if follow.kind != "questions":
            return False
        self._later.clear()
        self._ask(follow.id)
        self.put_off.setFocus()  # a careless Enter must not merge
        return True

    def entered(self) -> None:
        """Read again what changed while the view was out of sight."""
        if self._stale and self.isVisible():
            self._ask(None)

    def answer_same(self) -> None:
        """Merge into the record to keep."""
        asked = self.asked
        if asked is None or asked.id is None:
            return
        kept, other = sorted(asked.people, key=lambda one: not self._side(one).keep.isChecked())
        self.context.tasks.write(
            f"Gộp hai hồ sơ {kept.row.name}",
            lambda session: services.merge(session, other.row.id, kept.row.id),
            owner=self,
            refused=self._refused,
        )

    def answer_different(self) -> None:
        """Remember that they are two people."""
        asked = self.asked
        if asked is None or asked.id is None:
            return
        question = asked.id
        self.context.tasks.write(
            f"Ghi {asked.people[0].row.name} là hai người khác nhau",
            lambda session: services.tell_apart(session, question),
            owner=self,
        )

    def answer_later(self) -> None:
        """Leave it open and go on."""
        if self.asked is not None and self.asked.id is not None:
            self._later.add(self.asked.id)
            self._ask(None)

    def keep_side(self, place: int) -> None:
        """Choose which record stays."""
        for at, side in enumerate(self.sides):
            side.keep.setChecked(at == place)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.entered()

    def _changed(self, kinds: frozenset[str]) -> None:
        if kinds & {"identity", "person", "post", "award", "decision", "unit"}:
            self._stale = True
            self.entered()

    def _ask(self, question_id: int | None) -> None:
        """Read what waits, and the wanted question or the next one."""
        self._stale = False
        here = self.asked.id if self.asked else None
        place = _Place(question_id, tuple(self._waiting), here, frozenset(self._later))
        self.context.tasks.read(partial(_read, place), self._show, owner=self, key="question")

    def _show(self, asked: _Asked) -> None:
        same = self.asked is not None and asked.id is not None and asked.id == self.asked.id
        self.asked, self._waiting = asked, asked.waiting
        self._later &= set(asked.waiting)
        open_ = asked.id is not None
        for part in (self._body, self.same, self.different, self.put_off):
            part.setVisible(open_)
        self.nothing.setVisible(not open_)
        self.again.setVisible(not open_ and bool(asked.waiting))
        self._tell()
        self._warn("")
        self.explained.setVisible(open_)
        if not open_:
            (self.again if asked.waiting else self.back).setFocus()
            return
        for side, person in zip(self.sides, asked.people, strict=True):
            side.show_person(person)
        if not same:
            self.keep_side(int(asked.people[1].known > asked.people[0].known))
        one, two = (person.row.birth for person in asked.people)
        if not births_agree(one, two):
            self._warn(f"Hai ngày sinh khác nhau: {one} và {two}.")

    def _tell(self) -> None:
        waiting, later = len(self._waiting), len(self._later)
        told = f"còn {number(waiting)} câu" if waiting else ""
        self.told.setText(f"{told}, {number(later)} câu để sau" if later else told)
        self.nothing.setText(f"Còn {number(later)} câu để sau." if waiting else _ALL_ANSWERED)

    def _refused(self, refused: Refused) -> None:
        self._warn(str(refused))

    def _warn(self, line: str) -> None:
        self.problem.setText(line)
        self.problem.setVisible(bool(line))
        self.explained.setVisible(not line)

    def _side(self, person: Person) -> QuestionSide:
        people = self.asked.people if self.asked else ()
        return self.sides[people.index(person)]

    def _button(self, text: str, keys: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(lambda _checked=False: slot())
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(slot)
        return button

    def _lay_out(self) -> None:
        self._body = QWidget()
        across = QHBoxLayout(self._body)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(GAP)
        for place, side in enumerate(self.sides):
            side.followed.connect(self.followed)
            side.kept.connect(partial(self.keep_side, place))
            across.addWidget(side, 1)
        for label, name, value in (
            (self.explained, "role", "soft"),
            (self.problem, "tone", "warn"),
        ):
            label.setProperty(name, value)
            label.setWordWrap(True)
        self.nothing.setProperty("role", "soft")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.again.clicked.connect(lambda _checked=False: self._begin_again())
        answers = QHBoxLayout()
        answers.setSpacing(GAP)
        for button in (self.same, self.different, self.put_off):
            answers.addWidget(button)
        answers.addWidget(self.explained, 1)
        answers.addWidget(self.problem, 1)
        self.rows.addWidget(self._body, 1)
        self.rows.addWidget(self.nothing, 1)
        self.rows.addWidget(self.again, 0, Qt.AlignmentFlag.AlignCenter)
        self.rows.addLayout(answers)

    def _begin_again(self) -> None:
        self._later.clear()
        self._ask(None)
        self.put_off.setFocus()


@dataclass(frozen=True)
class _Place:
    """Where the officer is among the questions."""

    wanted: int | None
    before: tuple[int, ...]
    here: int | None
    later: frozenset[int]


def _read(place: _Place, session: Session) -> _Asked:
    waiting = questions.waiting(session)
    chosen = _next(place, waiting)
    pair = questions.pair(session, chosen) if chosen is not None else None
    people = tuple(read_person(session, person_id) for person_id in pair or ())
    return _Asked(waiting, chosen, people)


def _next(place: _Place, waiting: list[int]) -> int | None:
    """The question wanted; else one whose answer was just taken back; else this one; else what follows."""
    if place.wanted in waiting:
        return place.wanted
    asked_before = max((*place.before, place.here or 0), default=0)
    for question in waiting:
        if question not in place.before and question <= asked_before:
            return question
    open_ = [question for question in waiting if question not in place.later]
    if not open_:
        return None
    if place.here in open_:
        return place.here
    after = bisect_right(open_, place.here or 0)
    return open_[after % len(open_)]
