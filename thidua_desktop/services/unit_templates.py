"""Lists given out to units and taken back: their people corrected, all in one action.

What a unit proposes is no award yet: see unit_proposals.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from thidua_desktop.db import Session
from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.person import PersonDraft, PostDraft
from thidua_desktop.domain.unit_template import MERGED, Mark, Template
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.intake.unit_template import FORM
from thidua_desktop.records import catalogue, imports, settings, units
from thidua_desktop.records import people as people_records
from thidua_desktop.records import unit_templates as records
from thidua_desktop.records.imports import ImportedFile
from thidua_desktop.services import people
from thidua_desktop.services.unit_template_plan import Change, PersonPlan, TemplatePlan, plan

__all__ = ["Answers", "Change", "PersonPlan", "Taken", "TemplatePlan", "plan", "take", "template"]

Side = Literal["ours", "theirs", "new"]
_FIRST_FORMS = ("district", "commune", "grassroots", "province", "ministry", "pm")
_CHANGED = "Sổ vừa thay đổi sau khi xem: xem lại các chỗ sửa rồi nhận."
Answers = Mapping[str, Side]


@dataclass(frozen=True)
class Taken:
    """What was written: people corrected and people added."""

    corrected: int
    added: int


def template(session: Session, unit_id: int, year: int, on: date) -> Template:
    """The list of a unit's people to be filled in for a year."""
    mark = Mark(
        records.office_uid(session),
        records.unit_uid(session, unit_id),
        units.get(session, unit_id).name,
        year,
        on.isoformat(),
    )
    kinds = [row for row in catalogue.list_(session, retired=False) if "person" in row.recipients]
    titles = [row.label for row in kinds if row.category == "title"]
    forms = [row for row in kinds if row.category == "form"]
    forms.sort(key=lambda row: min(map(_form_place, row.levels), default=len(_FIRST_FORMS)))
    return Template(
        mark,
        settings.all_(session)["office"],
        tuple(member for _, member in records.staff(session, unit_id)),
        tuple(titles),
        tuple(row.label for row in forms),
    )


def _form_place(level: str) -> int:
    return _FIRST_FORMS.index(level) if level in _FIRST_FORMS else len(_FIRST_FORMS)


def unanswered(plans: Sequence[TemplatePlan], answers: Answers) -> list[Change]:
    """The changes that still wait for an answer."""
    return [change for one in plans for change in one.changes if change.asks and change.key not in answers]


def answer_all(plans: Sequence[TemplatePlan], side: Literal["ours", "theirs"]) -> dict[str, Side]:
    """One answer to every question; theirs of a row written over is another person, so nobody is lost."""
    return {
        change.key: "new" if side == "theirs" and change.kind == "another" else side
        for one in plans
        for change in one.changes
        if change.asks
    }


def take(session: Session, plans: Sequence[TemplatePlan], answers: Answers) -> Taken:
    """Write what the lists correct and add, but where the answer is ours; an unanswered question leaves ours.

    Raises Refused, with nothing written, when the records changed since the plan was made.
    """
    if plan(session, [one.returned for one in plans]) != tuple(plans):
        raise Refused(_CHANGED)
    corrected = added = 0
    for one in plans:
        before = corrected + added
        for person in one.people:
            outcome = _outcome(person, answers)
            if outcome == "add":
                people.add(session, _draft(person.theirs, one.unit_id))
                added += 1
            elif outcome == "correct" and person.ours and person.person_id:
                _correct(session, person.person_id, resolved(person, answers), one.unit_id)
                corrected += 1
        if corrected + added > before:
            imports.add(session, _logged(one, corrected + added - before))
    return Taken(corrected, added)


def counted(plans: Sequence[TemplatePlan], answers: Answers) -> Taken:
    """What would be written under these answers."""
    outcomes = [_outcome(person, answers) for one in plans for person in one.people]
    return Taken(outcomes.count("correct"), outcomes.count("add"))


def name_of(plans: Sequence[TemplatePlan], answers: Answers) -> str:
    """What the action is called in undo and in the history."""
    told = counted(plans, answers)
    whose = f"đơn vị {plans[0].unit}" if len(plans) == 1 else f"{number(len(plans))} đơn vị"
    return f"Nhận mẫu của {whose}: sửa {number(told.corrected)} người, thêm {number(told.added)} người"


def _outcome(person: PersonPlan, answers: Answers) -> Literal["", "add", "correct"]:
    for change in person.changes:
        side = answers.get(change.key)
        if side == "new" or (change.kind == "new" and side != "ours"):
            return "add"
        if change.kind == "removed_here" and side == "theirs":
            return "add"
    if person.ours is not None and resolved(person, answers) != person.ours.merged():
        return "correct"
    return ""


def resolved(person: PersonPlan, answers: Answers) -> dict[str, str]:
    """What is kept of a person under these answers."""
    if person.ours is None or any(answers.get(change.key) == "new" for change in person.changes):
        return {code: person.theirs[code] for code in MERGED}
    values = person.ours.merged()
    for change in person.changes:
        side = answers.get(change.key, "theirs" if change.kind == "correction" else "ours")
        if side == "theirs":
            told = {change.field: change.theirs} if change.field else _filled(person.theirs)
            values |= told
    return values


def _filled(values: Mapping[str, str]) -> dict[str, str]:
    return {code: values[code] for code in MERGED if values[code]}


def _draft(values: Mapping[str, str], unit_id: int) -> PersonDraft:
    birth = PartialDate.from_iso(values["birth"]) if values["birth"] else None
    return PersonDraft(values["name"], birth, values["gender"], posts=(PostDraft(values["post"], unit_id),))


def _correct(session: Session, person_id: int, values: Mapping[str, str], unit_id: int) -> None:
    """Correct a person; of several posts the newest one in this unit is the one the list showed."""
    kept, told = people_records.draft(session, person_id), _draft(values, unit_id)
    posts = list(kept.posts)
    held = [at for at, post in enumerate(posts) if post.unit_id == unit_id and post.until is None]
    if held:
        posts[held[-1]] = replace(posts[held[-1]], title=values["post"])
    elif values["post"]:
        posts.append(PostDraft(values["post"], unit_id))
    draft = replace(kept, name=told.name, birth=told.birth, gender=told.gender, posts=tuple(posts))
    people.change(session, person_id, draft)


def _logged(one: TemplatePlan, written: int) -> ImportedFile:
    returned = one.returned
    read_at = datetime.now().astimezone().isoformat(timespec="seconds")
    left_out = [f"Không còn trong mẫu: {name}" for name in one.missing]
    told = "\n".join((*one.problems, *left_out))
    return ImportedFile(returned.file, returned.sha256, FORM, read_at, len(returned.rows), written, told)
