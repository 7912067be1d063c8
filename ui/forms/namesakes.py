"""Có phải cùng một người? Asked beside the list being entered, never in its way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from thidua_desktop.db import Session
from thidua_desktop.domain.decision import AwardDraft
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.records import awards, people
from thidua_desktop.records.people import PersonRow
from thidua_desktop.services import people as services
from thidua_desktop.services.matching import Listed, match
from ui.forms.decision_grid import person_words
from ui.theme import GAP


@dataclass(frozen=True)
class Found:
    """What entering a list would make, and for each row that makes a person the kept namesakes."""

    people: int
    units: int
    namesakes: Mapping[int, Sequence[PersonRow]]


def look(session: Session, drafts: Sequence[AwardDraft], on: date | None) -> Found:
    """Match a list as registering it would; nothing is written."""
    matched = match(session, [Listed(drafts, on)])
    asked: dict[int, list[int]] = {}
    for before, one in matched.questions:
        if before.id:
            asked.setdefault(id(one), []).append(before.id)
    rows = {row.id: row for row in people.rows(session, sorted({i for ids in asked.values() for i in ids}))}
    namesakes = {
        place: [rows[person_id] for person_id in asked[id(line.person)]]
        for place, line in enumerate(matched.lines[0])
        if line.person is not None and id(line.person) in asked and line.person.first is drafts[place]
    }
    return Found(len(matched.people), len(matched.units), namesakes)


def tell_apart(session: Session, decision_id: int, others: Mapping[int, frozenset[int]]) -> None:
    """Remember which namesakes the people of some rows are not; rows by their place on the decision."""
    listed = awards.of_decision(session, decision_id)
    pairs = {frozenset({listed[place].person_id, other}) for place, ids in others.items() for other in ids}
    if not pairs:
        return
    for question_id, one, other in people.open_questions(session):
        if frozenset({one.id, other.id}) in pairs:
            services.tell_apart(session, question_id)


class NamesakeBar(QFrame):
    """One question at a time, answered by a button or Alt and its letter.

    Signals:
        same, other, later: the answer.
    """

    same = Signal()
    other = Signal()
    later = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("tone", "warn")
        self._text = QLabel()
        self._text.setWordWrap(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GAP, 2, GAP, 2)
        layout.setSpacing(GAP)
        layout.addWidget(self._text, 1)
        self.buttons = []
        for text, told in (("&Cùng người", self.same), ("&Người khác", self.other), ("Để &sau", self.later)):
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(told)
            layout.addWidget(button)
            self.buttons.append(button)
        self.hide()

    def ask(self, row: int, person: PersonRow, left: int) -> None:
        """Ask whether a row, counted from 0, speaks of a person kept; left are the questions in all."""
        held = f" – đã có {number(person.awards)} lượt khen" if person.awards else ""
        more = f"  (còn {left} câu hỏi)" if left > 1 else ""
        self._text.setText(f"Dòng {row + 1}: Có phải cùng một người? {person_words(person)}{held}{more}")
        self.show()

    def text(self) -> str:
        """The question on screen."""
        return self._text.text()
