"""Who is commended: recipients of a list are found among the kept records, or made in place."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from thidua_desktop.db import Session
from thidua_desktop.domain import vietnamese
from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.domain.decision import AwardDraft
from thidua_desktop.domain.person import HouseholdDraft, PersonDraft, PostDraft, births_agree, finer_birth
from thidua_desktop.domain.unit import UnitDraft
from thidua_desktop.domain.unit_words import kind_of
from thidua_desktop.records import households, people, unit_days, units


@dataclass
class Made:
    """What was made in place: new units and people, and the namesakes to ask about later."""

    units: list[int] = field(default_factory=list)
    people: list[int] = field(default_factory=list)
    questions: list[tuple[int, int]] = field(default_factory=list)


@dataclass
class _Namesake:
    """Somebody of one name, kept (id) or met in the list (first); places are unit ids, 0 for none."""

    places: frozenset[int]
    birth: PartialDate | None
    gender: str
    id: int = 0
    first: AwardDraft | None = None
    told: bool = False  # the list knew something new


def settle(
    session: Session, awards: Sequence[AwardDraft], made: Made | None = None, on: date | None = None
) -> list[AwardDraft]:
    """The same awards with person_id, unit_id and household_id filled in; unknown recipients are made.

    The same name in the same unit is the same person; a namesake elsewhere is another person and the question
    whether they are one is kept. No award waits for it. Units are those that bore the name on the day.
    """
    made = made if made is not None else Made()
    placed = _with_units(session, awards, made, on)
    return _with_households(session, _with_people(session, placed, made))


def _with_units(
    session: Session, awards: Sequence[AwardDraft], made: Made, on: date | None
) -> list[AwardDraft]:
    wanted = [_unit_words(award) for award in awards]
    known = unit_days.index(session, on) if any(wanted) else {}
    fresh = {vietnamese.same_key(words): words for words in wanted if words}
    fresh = {key: words for key, words in fresh.items() if key not in known}
    drafts = [UnitDraft(vietnamese.clean(words), kind_of(words)) for words in fresh.values()]
    ids = units.add_many(session, drafts)
    made.units += ids
    known |= dict(zip(fresh, ids, strict=True))
    return [
        replace(award, unit_id=known[vietnamese.same_key(words)]) if words else award
        for award, words in zip(awards, wanted, strict=True)
    ]


def _unit_words(award: AwardDraft) -> str:
    if award.unit_id is not None:
        return ""
    return vietnamese.clean(award.name if award.recipient == "collective" else award.unit_written)


def _with_people(session: Session, awards: list[AwardDraft], made: Made) -> list[AwardDraft]:
    waiting = [award for award in awards if award.recipient == "person" and award.person_id is None]
    kept = people.index(session, (_key(award.name) for award in waiting))
    by_name = {
        key: [_Namesake(one.unit_ids, one.birth, one.gender, one.id) for one in known]
        for key, known in kept.items()
    }
    met: list[_Namesake] = []
    chosen: dict[int, _Namesake] = {}
    for award in waiting:
        namesakes = by_name.setdefault(_key(award.name), [])
        one = _same(namesakes, award)
        if one is None:
            one = _Namesake(frozenset({award.unit_id or 0}), award.birth, award.gender, first=award)
            namesakes.append(one)
            met.append(one)
        _learn(one, award)
        chosen[id(award)] = one
    _keep(session, met, by_name, made)
    return [
        replace(award, person_id=chosen[id(award)].id) if id(award) in chosen else award for award in awards
    ]


def _same(namesakes: Sequence[_Namesake], award: AwardDraft) -> _Namesake | None:
    """The one the line can only mean; None where there is none, or several and the birth does not tell."""
    place = award.unit_id or 0
    fitting = [one for one in namesakes if place in one.places and births_agree(one.birth, award.birth)]
    alike = [one for one in fitting if one.birth == award.birth]
    if alike:
        return alike[0]
    told = [one for one in fitting if one.birth and award.birth]
    return next((found[0] for found in (told, fitting) if len(found) == 1), None)


def _learn(one: _Namesake, award: AwardDraft) -> None:
    birth, gender = finer_birth(one.birth, award.birth), one.gender or award.gender
    one.told = one.told or (birth, gender) != (one.birth, one.gender)
    one.birth, one.gender = birth, gender


def _keep(
    session: Session, met: Sequence[_Namesake], by_name: dict[str, list[_Namesake]], made: Made
) -> None:
    """Make the people met, fill in what was told of those kept, ask about namesakes."""
    for one in (one for known in by_name.values() for one in known if one.id and one.told):
        people.fill_in(session, one.id, birth=one.birth, gender=one.gender)
    ids = people.add_many(session, [_person(one) for one in met])
    for one, person_id in zip(met, ids, strict=True):
        one.id = person_id
    made.people += ids
    questions = [
        (before.id, one.id)
        for known in by_name.values()
        for place, one in enumerate(known)
        if one.first is not None
        for before in known[:place]
    ]
    people.add_questions(session, questions)
    made.questions += questions


def _person(one: _Namesake) -> PersonDraft:
    award = one.first
    if award is None:
        raise ValueError("only somebody met in the list is made")
    held = (PostDraft(award.post, award.unit_id),) if award.post or award.unit_id else ()
    return PersonDraft(vietnamese.clean(award.name), one.birth, one.gender, posts=held)


def _with_households(session: Session, awards: list[AwardDraft]) -> list[AwardDraft]:
    waiting = [award for award in awards if award.recipient == "household" and award.household_id is None]
    known = households.index(session, (award.name for award in waiting))
    fresh = {(_key(award.name), award.unit_id): award for award in waiting}
    fresh = {key: award for key, award in fresh.items() if key not in known}
    drafts = [HouseholdDraft(vietnamese.clean(award.name), award.unit_id) for award in fresh.values()]
    known |= dict(zip(fresh, households.add_many(session, drafts), strict=True))
    return [
        replace(award, household_id=known[_key(award.name), award.unit_id])
        if award.recipient == "household" and award.household_id is None
        else award
        for award in awards
    ]


def _key(name: str) -> str:
    return vietnamese.same_key(vietnamese.clean(name))


def today() -> date:
    """Today by the PC's clock."""
    return date.today()  # noqa: DTZ011 - the officer's own day, no time zone on paper
