"""Pledges (đăng ký thi đua) of a year, and whether they were achieved."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, case, exists, func, or_, select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import award, award_kind, dossier, nomination, pledge
from thidua_desktop.domain import vietnamese
from thidua_desktop.domain.about import About
from thidua_desktop.domain.pledge import PledgeDraft
from thidua_desktop.records import yearly
from thidua_desktop.records.listing import ids_of, rows_of
from thidua_desktop.records.query import ListQuery

Pledged = tuple[tuple[str, int | None], int]
"""Who pledged what: whom a record is about, and the id of the kind of award."""


@dataclass(frozen=True)
class PledgeRow:
    """A pledge as kept; achieved: the title was given for that year and not revoked."""

    id: int
    about: About
    name: str
    unit: str
    year: int
    award: str
    title: str
    pledged_on: date | None
    achieved: bool
    note: str


def ids(session: Session, query: ListQuery) -> "array[int]":
    """Ids of the pledges asked for.

    Filters: person, household, unit, under, recipient, year, award (kind id), achieved ("yes" or "no"),
    proposed ("yes" or "no"): in a dossier of that year and title not returned.
    """
    statement = yearly.found(pledge, query, ("year",))
    if query.filters.get("award"):
        statement = statement.where(pledge.c.kind_id == query.filters["award"])
    if query.filters.get("achieved"):
        given = _given()
        statement = statement.where(given if query.filters["achieved"] == "yes" else ~given)
    if query.filters.get("proposed"):
        asked = _proposed()
        statement = statement.where(asked if query.filters["proposed"] == "yes" else ~asked)
    return ids_of(session, statement)


def rows(session: Session, ids_: Sequence[int]) -> list[PledgeRow]:
    """Pledges by id, in the order given."""
    title = func.coalesce(func.nullif(award_kind.c.short, ""), award_kind.c.name).label("title")
    shown = yearly.named(pledge, award_kind.c.code, title, _given().label("given"))
    shown = shown.join(award_kind, award_kind.c.id == pledge.c.kind_id)
    return rows_of(session, ids_, lambda some: shown.where(pledge.c.id.in_(some)), _row)


def counts(session: Session, query: ListQuery) -> tuple[int, int]:
    """How many pledges are asked for, and how many of them were achieved."""
    asked = yearly.found(pledge, query, ("year",)).order_by(None)
    if query.filters.get("award"):
        asked = asked.where(pledge.c.kind_id == query.filters["award"])
    given = case((_given(), 1), else_=0)
    [row] = session.all(
        select(func.count().label("whole"), func.sum(given).label("reached"))
        .select_from(pledge)
        .where(pledge.c.id.in_(asked))
    )
    return row.whole, row.reached or 0


def draft_of(row: PledgeRow) -> PledgeDraft:
    """A pledge as a draft to change."""
    return PledgeDraft(row.about, row.year, row.award, row.pledged_on, row.note)


def kept(session: Session, year: int) -> set[Pledged]:
    """Who pledged what in a year."""
    found = session.all(select(pledge).where(pledge.c.year == year))
    return {(yearly.about(row).key, row.kind_id) for row in found}


def add(session: Session, drafts: Sequence[PledgeDraft], kinds: dict[str, int]) -> list[int]:
    """Add pledges in their order; kinds are the ids of the catalogue by code."""
    return list(session.insert_many(pledge, [_values(draft, kinds) for draft in drafts]))


def change(session: Session, pledge_id: int, draft: PledgeDraft, kinds: dict[str, int]) -> None:
    """Change a pledge."""
    session.update(pledge, pledge_id, _values(draft, kinds))


def remove(session: Session, ids_: Iterable[int]) -> None:
    """Remove pledges."""
    session.delete(pledge, ids_)


def _given() -> ColumnElement[bool]:
    """Whether the title was given; asked of each kind of recipient by itself, so that its index is used."""
    same = (
        award.c.kind_id + 0 == pledge.c.kind_id,  # + 0: SQLite would look through all of a title and year
        award.c.year + 0 == pledge.c.year,
        award.c.recipient == pledge.c.recipient,
        award.c.revoked_by.is_(None),
    )
    columns = (
        (award.c.person_id, pledge.c.person_id),
        (award.c.household_id, pledge.c.household_id),
        (award.c.unit_id, case((pledge.c.recipient == "collective", pledge.c.unit_id))),
    )
    return or_(*(exists(select(award.c.id).where(given == pledged, *same)) for given, pledged in columns))


def _proposed() -> ColumnElement[bool]:
    """Whether a dossier of that year, not given back, asks for the title."""
    who = case(
        (pledge.c.recipient == "person", nomination.c.person_id == pledge.c.person_id),
        (pledge.c.recipient == "household", nomination.c.household_id == pledge.c.household_id),
        else_=nomination.c.unit_id == pledge.c.unit_id,
    )
    asked = select(nomination.c.id).join(dossier, dossier.c.id == nomination.c.dossier_id)
    return exists(
        asked.where(
            nomination.c.asked_kind_id == pledge.c.kind_id,
            nomination.c.recipient == pledge.c.recipient,
            dossier.c.year == pledge.c.year,
            dossier.c.state != "returned",
            who,
        )
    )


def _row(row: Any) -> PledgeRow:
    return PledgeRow(
        row.id,
        yearly.about(row),
        row.name,
        row.unit_name,
        row.year,
        row.code,
        row.title,
        row.pledged_on,
        bool(row.given),
        row.note,
    )


def _values(draft: PledgeDraft, kinds: dict[str, int]) -> dict[str, object]:
    return {
        **yearly.columns_of(draft.about, pledge),
        "year": draft.year,
        "kind_id": kinds[draft.award],
        "pledged_on": draft.pledged_on,
        "note": vietnamese.nfc(draft.note),
    }
