"""The conversation about namesakes while a list is entered: looks, asks, remembers the answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from thidua_desktop.records.people import PersonRow
from ui.forms.decision_grid import DecisionGrid
from ui.forms.namesakes import Found, NamesakeBar, look
from ui.tasks import Tasks

_AFTER = 400  # ms of silence before the records are asked
_MARK = "Trong sổ đã có người trùng tên: trả lời câu hỏi ở dưới danh sách, hoặc để sau."


class _Question(NamedTuple):
    row: int
    key: int  # the row's own number
    person: PersonRow


class NamesakeTalk(QObject):
    """Asks about one namesake at a time; what is put off is kept open by the records.

    Signals:
        found: what entering the list would make has just been looked up.
    """

    found = Signal(object)

    def __init__(
        self, tasks: Tasks, grid: DecisionGrid, day: Callable[[], date | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._grid = grid
        self._day = day
        self._found = Found(0, 0, {})
        self._others: dict[int, frozenset[int]] = {}
        self._later: set[int] = set()
        self.bar = NamesakeBar()
        self.bar.same.connect(self._same)
        self.bar.other.connect(self._other)
        self.bar.later.connect(self._put_off)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look soon, once typing pauses."""
        self._timer.start()

    def look(self) -> None:
        """Look now."""
        self._timer.stop()
        drafts, day, keys = self._grid.drafts(), self._day(), self._grid.keys()
        self._tasks.read(
            lambda session: look(session, drafts, day), partial(self._take, keys), owner=self, key="look"
        )

    def others(self) -> dict[int, frozenset[int]]:
        """The namesakes the person of a row is not, by the row's place."""
        return {
            place: self._others[key] for place, key in enumerate(self._grid.keys()) if key in self._others
        }

    def _take(self, keys: list[int], found: Found) -> None:
        if keys != self._grid.keys():
            return  # rows moved meanwhile: the next look is on its way
        self._found = found
        self.found.emit(found)
        self._ask()

    def _questions(self) -> list[_Question]:
        keys = self._grid.keys()
        return [
            _Question(row, keys[row], person)
            for row, known in sorted(self._found.namesakes.items())
            for person in known
            if row < len(keys) and person.id not in self._others.get(keys[row], ())
        ]

    def _ask(self) -> None:
        questions = self._questions()
        marks = {(question.row, "name"): _MARK for question in questions}
        self._grid.show_remarks(self._grid.repeated() | marks)
        waiting = self._waiting()
        if waiting:
            self.bar.ask(waiting[0].row, waiting[0].person, len(waiting))
        else:
            self.bar.hide()

    def _waiting(self) -> list[_Question]:
        return [question for question in self._questions() if question.key not in self._later]

    def _same(self) -> None:
        for question in self._waiting()[:1]:
            left = {row: known for row, known in self._found.namesakes.items() if row != question.row}
            self._found = replace(self._found, namesakes=left)
            self._grid.choose_person(question.row, question.person)
            self._ask()

    def _other(self) -> None:
        for question in self._waiting()[:1]:
            self._others[question.key] = self._others.get(question.key, frozenset()) | {question.person.id}
            self._ask()

    def _put_off(self) -> None:
        for question in self._waiting()[:1]:
            self._later.add(question.key)
            self._ask()
