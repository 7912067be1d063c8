"""One of two people side by side: facts, posts, awards, and whether this record is the one to keep."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from thidua_desktop.db import Session
from thidua_desktop.domain.person import PostDraft
from thidua_desktop.domain.recipient import GENDERS
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.records import people, units
from thidua_desktop.records.people import PersonRow
from ui.forms.record_sections import award_section
from ui.theme import GAP, WIDE_GAP
from ui.widgets.page_spec import Line, Section
from ui.widgets.sections import Sections


@dataclass(frozen=True)
class Person:
    """All that helps to say who somebody is."""

    row: PersonRow
    sections: tuple[Section, ...]
    known: int  # how much is known: the fuller record is the one to keep

    @property
    def facts(self) -> str:
        """Birth and gender in one line."""
        birth = f"sinh {self.row.birth}" if self.row.birth else "chưa rõ ngày sinh"
        gender = GENDERS[self.row.gender].lower() if self.row.gender else ""
        return " · ".join(filter(None, (birth, gender, f"{number(self.row.awards)} lượt khen")))


def read_person(session: Session, person_id: int) -> Person:
    """Read one side of a question."""
    row = people.get(session, person_id)
    draft = people.draft(session, person_id)
    names = units.names(session) if any(post.unit_id for post in draft.posts) else {}
    posts = [Line(_post(post, names)) for post in draft.posts]
    note = f"Lượt khen của {row.name}, kể cả đã thu hồi"
    sections = [
        Section("Chức vụ, nơi công tác", posts, empty="Chưa ghi."),
        award_section(session, "Khen thưởng", {"person": row.id}, note),
    ]
    if row.note:
        sections.append(Section("Ghi chú", [Line((row.note,))]))
    known = 10 * row.awards + 2 * len(posts) + len(str(row.birth or "")) + bool(row.gender)
    return Person(row, tuple(sections), known)


class QuestionSide(QFrame):
    """Shows one person of a question.

    Signals:
        followed: where a line leads.
        kept: this record is the one to keep.
    """

    followed = Signal(object)
    kept = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.keep = QRadioButton("Giữ hồ sơ này nếu là một người")
        self.keep.setAutoExclusive(False)
        self.keep.clicked.connect(self.kept)
        self._name = QLabel()
        self._name.setProperty("role", "title")
        self._name.setWordWrap(True)
        self._facts = QLabel()
        self._facts.setProperty("role", "soft")
        self._facts.setWordWrap(True)
        self._sections = Sections()
        self._sections.followed.connect(self.followed)
        self._scroll = QScrollArea()
        self._scroll.setProperty("role", "plain")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(_above_space(self._sections))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(WIDE_GAP, GAP, GAP, GAP)
        rows.setSpacing(GAP // 2)
        for part in (self._name, self._facts, self.keep):
            rows.addWidget(part)
        rows.addWidget(self._scroll, 1)

    def show_person(self, person: Person) -> None:
        """Show who this is."""
        self._name.setText(person.row.name)
        self._facts.setText(person.facts)
        self.keep.setAccessibleName(f"Giữ hồ sơ {person.row.name}, {person.facts}")
        self._sections.show_sections(person.sections)
        self._scroll.verticalScrollBar().setValue(0)


def _above_space(sections: Sections) -> QWidget:
    body = QWidget()
    body.setProperty("role", "plain")
    rows = QVBoxLayout(body)
    rows.setContentsMargins(0, 0, GAP, 0)
    rows.addWidget(sections)
    rows.addStretch(1)
    return body


def _post(post: PostDraft, names: dict[int, str]) -> tuple[str, str, str]:
    since = f"từ {post.since}" if post.since else ""
    until = f"đến {post.until}" if post.until else ""
    unit = names.get(post.unit_id or 0, post.unit_written)
    return post.title or "(chưa ghi chức vụ)", unit, " ".join(filter(None, (since, until)))
