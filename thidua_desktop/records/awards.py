"""Awards: lines of decisions, with the words of their day."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, cast, func, or_, select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import award, award_kind, campaign, decision, household, person, unit, unit_name
from thidua_desktop.domain import decision as decision_domain
from thidua_desktop.domain import vietnamese
from thidua_desktop.records import award_traces
from thidua_desktop.records.award_filters import conditions, with_decision
from thidua_desktop.records.listing import ids_of, rows_of
from thidua_desktop.records.names import contains
from thidua_desktop.records.query import ListQuery

_BEGUN = 2  # letters of a word that is being typed


@dataclass(frozen=True)
class AwardRow:
    """One award as kept; name, post, unit and title are the words of its day where the paper had them."""

    id: int
    decision_id: int
    number: str
    decided_on: date
    level: str
    authority: str
    type: str
    campaign_id: int | None
    campaign: str
    event_id: int | None
    award: str  # catalogue code
    title: str  # the catalogue's name for lists
    title_written: str
    recipient: str
    person_id: int | None
    unit_id: int | None
    household_id: int | None
    name: str
    post: str
    unit: str
    year: int
    citation: str
    revoked_by: int | None


@dataclass(frozen=True)
class Summary:
    """What stands below a list: times, distinct recipients by kind, decisions."""

    times: int
    people: int
    collectives: int
    households: int
    decisions: int


def ids(session: Session, query: ListQuery) -> "array[int]":
    """Ids of the awards asked for; filters of award_filters.

    Sorts: decided, number, name, unit, award, year, campaign, entered; the latest decision first without one.
    """
    statement = _matching(select(award.c.id), query).order_by(*_order(query))
    return ids_of(session, statement)


def rows(session: Session, ids_: Sequence[int]) -> list[AwardRow]:
    """Awards by id, in the order given."""
    return rows_of(session, ids_, _select, _row)


def first_ids(session: Session, query: ListQuery, limit: int = 256) -> "array[int]":
    """The first ids of a list, without waiting for all of them."""
    statement = _matching(select(award.c.id), query).order_by(*_order(query)).limit(limit)
    return ids_of(session, statement)


def first_rows(session: Session, query: ListQuery, limit: int = 256) -> list[AwardRow]:
    """The first rows of a list."""
    return rows(session, first_ids(session, query, limit))


def of(session: Session, **filters: str | int) -> list[AwardRow]:
    """Awards of one person, unit, household or decision, in order of year."""
    return rows(session, ids(session, ListQuery(filters=filters, sort="year")))


def of_decision(session: Session, decision_id: int) -> list[AwardRow]:
    """The awards of a decision, revoked ones too, in the order of the paper."""
    statement = (
        select(award.c.id).where(award.c.decision_id == decision_id).order_by(award.c.place, award.c.id)
    )
    return rows(session, ids_of(session, statement))


def revoked_by(session: Session, decision_id: int) -> list[AwardRow]:
    """The awards a decision revoked, those of the oldest decision first."""
    statement = select(award.c.id).where(award.c.revoked_by == decision_id, award.c.revoked_by.is_not(None))
    return rows(session, ids_of(session, statement.order_by(award.c.decision_id, award.c.place, award.c.id)))


def matching_ids(query: ListQuery) -> Select[Any]:
    """A statement for the ids of a list, for use inside another."""
    return _matching(select(award.c.id), query)


def summary(session: Session, query: ListQuery) -> Summary:
    """Times, distinct people, collectives, households and decisions of a list."""

    def distinct(kind: str) -> Any:
        return func.count(award.c.who.distinct()).filter(award.c.recipient == kind)

    statement = select(
        func.count(),
        distinct("person"),
        distinct("collective"),
        distinct("household"),
        func.count(award.c.decision_id.distinct()),
    )
    found = session.first(_matching(statement, query))
    return Summary(*(found or (0, 0, 0, 0, 0)))


def number_order() -> list[ColumnElement[Any]]:
    """Decisions by number as officers read it: 9 before 10, then by what follows."""
    return [cast(decision.c.number_key, Integer), decision.c.number_key]


def years(session: Session) -> list[int]:
    """Years awards were earned in, the latest first; stepped from year to year, not through all awards."""
    found = select(func.max(award.c.year).label("year")).cte("found", recursive=True)
    before = select(func.max(award.c.year)).where(award.c.year < found.c.year).scalar_subquery()
    every = found.union_all(select(before).where(found.c.year.is_not(None)))
    listed = select(every.c.year).where(every.c.year.is_not(None)).order_by(every.c.year.desc())
    return [row.year for row in session.all(listed)]


def add_many(session: Session, values: Sequence[Mapping[str, Any]]) -> range:
    """Add awards at once; each mapping holds the columns of the award table but id and uid."""
    return session.insert_many(award, values)


def change(session: Session, award_id: int, values: Mapping[str, Any]) -> None:
    """Change columns of one award."""
    session.update(award, award_id, values)


def remove(session: Session, award_ids: Iterable[int]) -> None:
    """Remove awards with the money and the handing over noted of them; their nominations wait again."""
    gone = list(award_ids)
    award_traces.remove(session, gone)
    session.delete(award, gone)


def revoke(session: Session, award_ids: Iterable[int], by: int | None) -> None:
    """Mark awards as revoked by a decision (None takes the revocation back)."""
    for award_id in award_ids:
        session.update(award, award_id, {"revoked_by": by})


def _order(query: ListQuery) -> list[Any]:
    orders: dict[str, list[Any]] = {
        "number": number_order(),
        "name": [func.coalesce(person.c.sort, household.c.sort, unit.c.sort)],
        "unit": [unit.c.sort],
        "award": [award_kind.c.place],
        "year": [award.c.year],
        "campaign": [campaign.c.sort],
        "entered": [award.c.id],
    }
    order = orders.get(query.sort)
    if order is None:
        day = [decision.c.decided_on, decision.c.id]
        oldest_first = query.sort == "decided" and not query.descending
        return [*(day if oldest_first else (column.desc() for column in day)), award.c.place]
    tail = [decision.c.decided_on, decision.c.id, award.c.place]
    return [*((column.desc() for column in order) if query.descending else order), *tail]


def _matching(statement: Select[Any], query: ListQuery) -> Select[Any]:
    search = query.search.strip()
    source = with_decision(query.filters, searched=len(search) > _BEGUN)
    if query.sort in {"name", "unit"}:
        source = source.outerjoin(unit, unit.c.id == award.c.unit_id)
    if query.sort == "name":
        source = source.outerjoin(person, person.c.id == award.c.person_id)
        source = source.outerjoin(household, household.c.id == award.c.household_id)
    if query.sort == "award":
        source = source.join(award_kind, award_kind.c.id == award.c.kind_id)
    if query.sort == "campaign":
        source = source.outerjoin(campaign, campaign.c.id == decision.c.campaign_id)
    statement = statement.select_from(source).where(*conditions(query.filters))
    return statement.where(_found(search)) if search else statement


def _found(search: str) -> ColumnElement[bool]:
    """Awards whose recipient, unit or decision number holds what was typed, through the small tables.

    A word just begun fits so many that their awards are looked at one by one, the latest first; a longer one
    fits few, whose awards are looked up.
    """
    units = select(unit.c.id).where(contains(unit, search))
    former = select(unit_name.c.unit_id).where(contains(unit_name, search))
    fitting: list[tuple[Any, Any]] = [
        (award.c.person_id, select(person.c.id).where(contains(person, search))),
        (award.c.unit_id, units.union(former)),
        (award.c.household_id, select(household.c.id).where(contains(household, search))),
    ]
    if any(char.isdigit() for char in vietnamese.nfc(search)):
        number = decision_domain.number_key(search)
        numbers = select(decision.c.id).where(func.instr(decision.c.number_key, number or search) > 0)
        fitting.append((award.c.decision_id, numbers))
    if len(search) <= _BEGUN:
        return or_(*(column.in_(found) for column, found in fitting))
    hits = [select(award.c.id).where(column.in_(found)) for column, found in fitting]
    return award.c.id.in_(hits[0].union(*hits[1:]))


def _select(some: Iterable[int]) -> Select[Any]:
    return (
        select(
            award,
            decision.c.number,
            decision.c.decided_on,
            decision.c.level,
            decision.c.authority,
            decision.c.type,
            decision.c.campaign_id,
            decision.c.event_id,
            func.coalesce(campaign.c.name, "").label("campaign"),
            award_kind.c.code,
            award_kind.c.name.label("kind_name"),
            award_kind.c.short.label("kind_short"),
            func.coalesce(unit.c.name, "").label("unit_name"),
        )
        .join(decision, decision.c.id == award.c.decision_id)
        .join(award_kind, award_kind.c.id == award.c.kind_id)
        .outerjoin(campaign, campaign.c.id == decision.c.campaign_id)
        .outerjoin(unit, unit.c.id == award.c.unit_id)
        .where(award.c.id.in_(list(some)))
    )


def _row(row: Any) -> AwardRow:
    unit_of_day = row.unit_written or ("" if row.recipient == "collective" else row.unit_name)
    return AwardRow(
        id=row.id,
        decision_id=row.decision_id,
        number=row.number,
        decided_on=row.decided_on,
        level=row.level,
        authority=row.authority,
        type=row.type,
        campaign_id=row.campaign_id,
        campaign=row.campaign,
        event_id=row.event_id,
        award=row.code,
        title=row.kind_short or row.kind_name,
        title_written=row.title_written,
        recipient=row.recipient,
        person_id=row.person_id,
        unit_id=row.unit_id,
        household_id=row.household_id,
        name=row.name_written,
        post=row.post_written,
        unit=unit_of_day,
        year=row.year,
        citation=row.citation,
        revoked_by=row.revoked_by,
    )
