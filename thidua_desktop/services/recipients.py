"""Who is commended: recipients of a list are found among the kept records, or made in place."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from thidua_desktop.db import Session
from thidua_desktop.domain import vietnamese
from thidua_desktop.domain.decision import AwardDraft
from thidua_desktop.domain.person import HouseholdDraft, PersonDraft, PostDraft
from thidua_desktop.domain.unit import UnitDraft
from thidua_desktop.domain.unit_words import kind_of
from thidua_desktop.records import households, people, units


@dataclass
class Made:
    """What was made in place: new units and people, and the namesakes to ask about later."""

    units: list[int] = field(default_factory=list)
    people: list[int] = field(default_factory=list)
    questions: list[tuple[int, int]] = field(default_factory=list)


def settle(session: Session, awards: Sequence[AwardDraft], made: Made | None = None) -> list[AwardDraft]:
    """The same awards with person_id, unit_id and household_id filled in; unknown recipients are made.

    The same name in the same unit is the same person; a namesake elsewhere is another person and the question
    whether they are one is kept. No award waits for it.
    """
    made = made if made is not None else Made()
    placed = _with_units(session, awards, made)
    return [_with_household(session, award) for award in _with_people(session, placed, made)]


def _with_units(session: Session, awards: Sequence[AwardDraft], made: Made) -> list[AwardDraft]:
    known = units.index(session)
    wanted = [_unit_words(award) for award in awards]
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
    return (award.name if award.recipient == "collective" else award.unit_written).strip()


def _with_people(session: Session, awards: list[AwardDraft], made: Made) -> list[AwardDraft]:
    waiting = [award for award in awards if award.recipient == "person" and award.person_id is None]
    kept = people.index(session, (_key(award.name) for award in waiting))
    drafts: list[PersonDraft] = []
    fresh: dict[tuple[str, int], list[tuple[int, AwardDraft]]] = {}
    settled: list[AwardDraft | tuple[AwardDraft, int]] = []
    for award in awards:
        if award.recipient != "person" or award.person_id is not None:
            settled.append(award)
            continue
        same = _same(kept.get(_key(award.name), []), award)
        if same is not None:
            people.fill_in(session, same, birth=award.birth, gender=award.gender)
            settled.append(replace(award, person_id=same))
            continue
        beside = fresh.setdefault((_key(award.name), award.unit_id or 0), [])
        place = next((at for at, other in beside if _births_agree(other.birth, award.birth)), None)
        if place is None:
            place = len(drafts)
            beside.append((place, award))
            drafts.append(_person(award))
        settled.append((award, place))
    ids = people.add_many(session, drafts)
    made.people += ids
    _ask(session, drafts, ids, kept, made)
    return [
        entry if isinstance(entry, AwardDraft) else replace(entry[0], person_id=ids[entry[1]])
        for entry in settled
    ]


def _same(namesakes: Sequence[people.Known], award: AwardDraft) -> int | None:
    place = award.unit_id or 0
    for known in namesakes:
        here = place in known.unit_ids or (not place and not known.unit_ids)
        if here and _births_agree(known.birth, award.birth):
            return known.id
    return None


def _births_agree(one: object, other: object) -> bool:
    years = {getattr(birth, "year", None) for birth in (one, other)} - {None}
    return len(years) < 2


def _ask(
    session: Session,
    drafts: list[PersonDraft],
    ids: list[int],
    kept: dict[str, list[people.Known]],
    made: Made,
) -> None:
    by_name = {key: [known.id for known in namesakes] for key, namesakes in kept.items()}
    for draft, person_id in zip(drafts, ids, strict=True):
        before = by_name.setdefault(_key(draft.name), [])
        made.questions += [(other, person_id) for other in before]
        before.append(person_id)
    if made.questions:
        people.add_questions(session, made.questions)


def _person(award: AwardDraft) -> PersonDraft:
    held: tuple[PostDraft, ...] = ()
    if award.post or award.unit_id:
        held = (PostDraft(award.post, award.unit_id),)
    return PersonDraft(vietnamese.clean(award.name), award.birth, award.gender, posts=held)


def _with_household(session: Session, award: AwardDraft) -> AwardDraft:
    if award.recipient != "household" or award.household_id is not None:
        return award
    found = households.find(session, award.name, award.unit_id)
    if found is None:
        found = households.add(session, HouseholdDraft(vietnamese.clean(award.name), award.unit_id))
    return replace(award, household_id=found)


def _key(name: str) -> str:
    return vietnamese.same_key(vietnamese.clean(name))


def today() -> date:
    """Today by the PC's clock."""
    return date.today()  # noqa: DTZ011 - the officer's own day, no time zone on paper
