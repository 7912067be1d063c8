"""The fields of a person, with known namesakes told beside the name before anything is saved."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel

from thidua_desktop.db import Session
from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.domain.errors import Problem, Refused
from thidua_desktop.domain.person import PersonDraft, PostDraft
from thidua_desktop.domain.recipient import GENDERS
from thidua_desktop.domain.vietnamese import clean, number, same_key
from thidua_desktop.records import people, units
from thidua_desktop.records.people import PersonRow
from ui.forms.suggestions import suggest_units
from ui.tasks import Tasks
from ui.widgets.editors import TextEditor
from ui.widgets.fields import (
    ChoiceField,
    Field,
    Heading,
    LongTextField,
    PartialDateField,
    TableField,
    TextField,
)
from ui.widgets.grid_model import GridColumn
from ui.widgets.suggest import Picked, asking

_DELAY = 250  # milliseconds of silence before namesakes are looked for
_TOLD = 4
_PARTY = (("1", "Là đảng viên"), ("0", "Không phải đảng viên"))
_PARTY_CODES = {None: "", True: "1", False: "0"}

Ask = Callable[[str, Callable[[Sequence[str]], None]], None]


@dataclass(frozen=True)
class NameField(TextField):
    """A person's name; `ask` tells the known people of exactly the name typed, a line each."""

    ask: Ask = lambda _name, then: then(())

    def editor(self) -> NameEditor:
        return NameEditor(self.ask, self.placeholder)


class NameEditor(TextEditor):
    """Asks "Có phải cùng một người?" under the name; saving stays possible."""

    def __init__(self, ask: Ask, placeholder: str) -> None:
        super().__init__(placeholder)
        self._ask = ask
        self._loaded = ""
        self.question = QLabel()
        self.question.setProperty("tone", "warn")
        self.question.setWordWrap(True)
        self.question.hide()
        self._layout.addWidget(self.question)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY)
        self._timer.timeout.connect(self._look)
        self.input.textEdited.connect(self._timer.start)
        self.input.editingFinished.connect(self._finish)

    def set_value(self, value: Any) -> None:
        super().set_value(value)
        self._loaded = same_key(clean(self.input.text()))
        self._timer.stop()
        self._show(())

    def _finish(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self._look()

    def _look(self) -> None:
        name = clean(self.input.text())
        if name and same_key(name) != self._loaded:
            self._ask(name, self._show)
        else:
            self._show(())

    def _show(self, known: Sequence[str]) -> None:
        shown = [f"• {line}" for line in known[:_TOLD]]
        if len(known) > _TOLD:
            shown.append(f"… và {number(len(known) - _TOLD)} người nữa")
        asked = "Có phải cùng một người? Trong sổ đã có:"
        self.question.setText("\n".join([asked, *shown]))
        self.question.setVisible(bool(known))


def person_fields(tasks: Tasks, *, sensitive: bool) -> tuple[Field | Heading, ...]:
    """The form of a person; citizen number, ethnicity and Party membership only when switched on."""
    return (
        NameField("name", "Họ và tên", required=True, ask=_asking_namesakes(tasks)),
        PartialDateField("birth", "Ngày sinh", tip="Chỉ biết năm thì gõ năm: 1983"),
        ChoiceField("gender", "Giới tính", options=tuple(GENDERS.items()), empty=None),
        *(_sensitive_fields() if sensitive else ()),
        TableField(
            "posts",
            "Chức vụ (đang giữ: để trống cột “Đến”)",
            wide=True,
            lines=3,
            columns=(
                GridColumn("title", "Chức vụ", 100),
                GridColumn("unit", "Đơn vị", 110, "lookup", suggest=asking(tasks, suggest_units)),
                GridColumn("since", "Từ", 62, tip="Ngày, tháng hoặc chỉ năm"),
                GridColumn("until", "Đến", 62, tip="Ngày, tháng hoặc chỉ năm"),
            ),
        ),
        LongTextField("note", "Ghi chú", lines=2),
    )


def person_values(session: Session, draft: PersonDraft) -> dict[str, Any]:
    """What the fields show of a person kept."""
    unit_ids = [post.unit_id for post in draft.posts if post.unit_id]
    names = {row.id: row.name for row in units.rows(session, unit_ids)}
    return {
        "name": draft.name,
        "birth": draft.birth,
        "gender": draft.gender,
        "note": draft.note,
        "citizen_id": draft.citizen_id,
        "ethnicity": draft.ethnicity,
        "party_member": _PARTY_CODES[draft.party_member],
        "posts": [
            {
                "title": post.title,
                "unit": Picked(post.unit_id, names.get(post.unit_id or 0, post.unit_written)),
                "since": str(post.since or ""),
                "until": str(post.until or ""),
            }
            for post in draft.posts
        ],
    }


def person_draft(values: Mapping[str, Any], before: PersonDraft) -> PersonDraft:
    """The person as typed; what the form does not show stays as before.

    Raises Refused when a day of a post cannot be read.
    """
    draft = replace(
        before,
        name=values["name"],
        birth=values["birth"],
        gender=values["gender"],
        note=values["note"],
        posts=_posts(values["posts"]),
    )
    if "citizen_id" in values:
        draft = replace(
            draft,
            citizen_id=values["citizen_id"].replace(" ", ""),
            ethnicity=values["ethnicity"],
            party_member={"1": True, "0": False}.get(values["party_member"]),
        )
    return draft


def person_words(row: PersonRow) -> str:
    """A person told from namesakes: birth, post, unit, how many awards."""
    born = f"sinh {row.birth}" if row.birth else "chưa rõ ngày sinh"
    where = ", ".join(filter(None, (row.post, row.unit)))
    return " · ".join(filter(None, (row.name, born, where, f"{number(row.awards)} lượt khen")))


def _sensitive_fields() -> tuple[Field, ...]:
    return (
        TextField("citizen_id", "Số CCCD", tip="12 chữ số; không hiện trong danh sách"),
        TextField("ethnicity", "Dân tộc"),
        ChoiceField("party_member", "Đảng viên", options=_PARTY, empty="Chưa rõ"),
    )


def _asking_namesakes(tasks: Tasks) -> Ask:
    def find(session: Session, name: str) -> list[str]:
        return [person_words(row) for row in people.rows(session, people.namesakes(session, name))]

    def ask(name: str, then: Callable[[Sequence[str]], None]) -> None:
        tasks.read(lambda session: find(session, name), then, key="namesakes")

    return ask


def _posts(rows: Sequence[Mapping[str, Any]]) -> tuple[PostDraft, ...]:
    problems: list[Problem] = []
    posts = []
    for place, row in enumerate(rows):
        since, until = (_day(row[code], f"posts.{place}.{code}", problems) for code in ("since", "until"))
        unit: Picked = row["unit"]
        written = "" if unit.id is not None else unit.text
        kept = int(unit.id) if unit.id is not None else None
        posts.append(PostDraft(row["title"], kept, written, since, until))
    if problems:
        raise Refused(*problems)
    return tuple(posts)


def _day(text: str, field: str, problems: list[Problem]) -> PartialDate | None:
    try:
        return PartialDate.parse(text) if text.strip() else None
    except ValueError as error:
        problems.append(Problem(field, str(error)))
        return None
