"""Who is commended: recipients of lists are found among the kept records, or made in place."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from thidua_desktop.db import Session
from thidua_desktop.domain import vietnamese
from thidua_desktop.domain.decision import AwardDraft
from thidua_desktop.domain.person import HouseholdDraft, PersonDraft, PostDraft
from thidua_desktop.domain.unit import UnitDraft
from thidua_desktop.domain.unit_words import kind_of
from thidua_desktop.records import households, people, side_by_side, units
from thidua_desktop.services import identities
from thidua_desktop.services.matching import NOTHING, Known, Line, Listed, Matched, Someone, match


@dataclass
class Made:
    """What was made in place: new units and people, and the namesakes to ask about later."""

    units: list[int] = field(default_factory=list)
    people: list[int] = field(default_factory=list)
    questions: list[tuple[int, int]] = field(default_factory=list)


class Links(NamedTuple):
    """The records a line speaks of."""

    unit_id: int | None
    person_id: int | None
    household_id: int | None


def settle(
    session: Session, awards: Sequence[AwardDraft], made: Made | None = None, on: date | None = None
) -> list[AwardDraft]:
    """The same awards with person_id, unit_id and household_id filled in; unknown recipients are made."""
    [links], [told] = settle_lists(session, [Listed(awards, on)])
    if made is not None:
        made.units += told.units
        made.people += told.people
        made.questions += told.questions
    return [replace(award, **link._asdict()) for award, link in zip(awards, links, strict=True)]


def settle_lists(
    session: Session, lists: Sequence[Listed], known: Known = NOTHING
) -> tuple[list[list[Links]], list[Made]]:
    """The records of every line, list by list, and what was made for each list; see matching.match.

    No award waits for the question whether two namesakes are one: it is kept for the officer.
    """
    matched = match(session, lists, known)
    identities.apply(session, matched, known.people)
    made = [Made() for _ in lists]
    unit_ids = _make_units(session, matched, made)
    _make_people(session, matched, unit_ids, made)
    home_ids = _make_households(session, matched, unit_ids)

    def links(line: Line, award: AwardDraft) -> Links:
        person_id = line.person.id if line.person else award.person_id
        return Links(_made(line.unit_id, unit_ids), person_id, _made(line.household_id, home_ids))

    rows = [
        list(map(links, lines, listed.awards)) for lines, listed in zip(matched.lines, lists, strict=True)
    ]
    return rows, made


def _made(record_id: int | None, made: Sequence[int]) -> int | None:
    """A record's id: negative ones stand for those made, -1 for the first."""
    return record_id if record_id is None or record_id > 0 else made[-record_id - 1]


def _make_units(session: Session, matched: Matched, made: Sequence[Made]) -> list[int]:
    """Make the new units; a part comes after the unit it is of, so all wholes are made first."""
    wholes = [place for place, unit in enumerate(matched.units) if unit.parent is None]
    parts = [place for place, unit in enumerate(matched.units) if unit.parent is not None]
    ids = [0] * len(matched.units)
    for places in (wholes, parts):
        some = [matched.units[place] for place in places]
        drafts = [UnitDraft(unit.name, kind_of(unit.name), _made(unit.parent, ids)) for unit in some]
        for place, unit_id in zip(places, units.add_many(session, drafts) if drafts else (), strict=True):
            ids[place] = unit_id
    for unit, unit_id in zip(matched.units, ids, strict=True):
        made[unit.at].units.append(unit_id)
    return ids


def _make_people(session: Session, matched: Matched, unit_ids: Sequence[int], made: Sequence[Made]) -> None:
    """Make the people met, fill in what was told of those kept, ask about namesakes."""
    for one in matched.told:
        people.fill_in(session, one.id, birth=one.birth, gender=one.gender)
    ids = people.add_many(session, [_person(one, unit_ids) for one in matched.people])
    for one, person_id in zip(matched.people, ids, strict=True):
        one.id = person_id
        made[one.at].people.append(person_id)
    for before, one in matched.questions:
        made[one.at].questions.append((before.id, one.id))
    people.add_questions(session, ((before.id, one.id) for before, one in matched.questions))
    side_by_side.keep_apart(session, ((before.id, one.id) for before, one in matched.apart))
    for one, told in matched.posts:
        people.add_post(session, one.id, _person(told, unit_ids).posts[0])


def _person(one: Someone, unit_ids: Sequence[int]) -> PersonDraft:
    if one.first is None:
        raise ValueError("only somebody met in a list is made")
    unit_id = _made(one.place or None, unit_ids)
    held = (PostDraft(one.first.post, unit_id),) if one.first.post or unit_id else ()
    return PersonDraft(vietnamese.clean(one.first.name), one.birth, one.gender, posts=held)


def _make_households(session: Session, matched: Matched, unit_ids: Sequence[int]) -> list[int]:
    drafts = [HouseholdDraft(name, _made(unit_id, unit_ids)) for name, unit_id in matched.households]
    return households.add_many(session, drafts)


def today() -> date:
    """Today by the PC's clock."""
    return date.today()  # noqa: DTZ011 - the officer's own day, no time zone on paper
