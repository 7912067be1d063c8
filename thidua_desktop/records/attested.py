"""What the officer stated of recipients."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import or_, select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import attested
from thidua_desktop.domain import vietnamese
from thidua_desktop.domain.about import About
from thidua_desktop.domain.attested import AttestedDraft
from thidua_desktop.records import yearly
from thidua_desktop.records.listing import ids_of, rows_of
from thidua_desktop.records.query import ListQuery


@dataclass(frozen=True)
class AttestedRow:
    """One statement as kept, with the name of whom it is about and the unit; year None: for every year."""

    id: int
    about: About
    name: str
    unit: str
    key: str
    value: str
    year: int | None
    document: str


def ids(session: Session, query: ListQuery) -> "array[int]":
    """Ids of the statements asked for; filters: person, household, unit, under, recipient, year, key."""
    return ids_of(session, yearly.found(attested, query, ("year", "key")))


def rows(session: Session, ids_: Sequence[int]) -> list[AttestedRow]:
    """Statements by id, in the order given."""
    return rows_of(session, ids_, lambda some: yearly.named(attested).where(attested.c.id.in_(some)), _row)


def of(session: Session, about: About, year: int | None = None) -> list[AttestedRow]:
    """Statements about somebody, all or those that hold for a year."""
    statement = yearly.named(attested).where(yearly.of(attested, about)).order_by(attested.c.id)
    if year is not None:
        statement = statement.where(or_(attested.c.year.is_(None), attested.c.year == year))
    return [_row(row) for row in session.all(statement)]


def people_of(session: Session, key: str, value: str) -> frozenset[int]:
    """The people of whom a value is stated for every year."""
    said = (attested.c.key == key, attested.c.value == value, attested.c.year.is_(None))
    rows = session.all(select(attested.c.person_id).where(attested.c.person_id.is_not(None), *said))
    return frozenset(row.person_id for row in rows)


def add(session: Session, drafts: Sequence[AttestedDraft]) -> list[int]:
    """Add statements in their order."""
    return list(session.insert_many(attested, [_values(draft) for draft in drafts]))


def change(session: Session, attested_id: int, draft: AttestedDraft) -> None:
    """Change a statement."""
    session.update(attested, attested_id, _values(draft))


def remove(session: Session, ids_: Iterable[int]) -> None:
    """Remove statements."""
    session.delete(attested, ids_)


def _row(row: Any) -> AttestedRow:
    about = yearly.about(row)
    return AttestedRow(row.id, about, row.name, row.unit_name, row.key, row.value, row.year, row.document)


def _values(draft: AttestedDraft) -> dict[str, object]:
    return {
        **yearly.columns_of(draft.about, attested),
        "key": draft.key,
        "value": draft.value,
        "year": draft.year,
        "document": vietnamese.clean(draft.document),
    }
