"""The records of a person's years as one: moved when two people turn out to be one, removed with a person."""

from typing import Any

from sqlalchemy import Row, Table, and_, select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import attested, discipline, idea_author, pledge, rating, work_year

_TABLES = (rating, work_year, discipline, pledge, attested, idea_author)
_ONE_A_YEAR = (rating, work_year)
_SAME = {
    rating: ("year",),
    work_year: ("year",),
    pledge: ("year", "kind_id"),
    attested: ("year", "key", "value"),
    idea_author: ("idea_id",),
    discipline: ("form", "starts", "ends", "document"),
}
_TOLD = {rating: ("rating",), work_year: ("months", "leave_days")}


def contradicted(session: Session, one_id: int, other_id: int) -> list[int]:
    """Years of which two people are told different things, where only one can be true."""
    years: set[int] = set()
    for table in _ONE_A_YEAR:
        other = table.alias()
        differ = [table.c[name].is_distinct_from(other.c[name]) for name in _TOLD[table]]
        for condition in differ:
            both = and_(table.c.person_id == one_id, other.c.person_id == other_id, condition)
            same_year = select(table.c.year).join(other, other.c.year == table.c.year).where(both)
            years.update(row.year for row in session.all(same_year))
    return sorted(years)


def move(session: Session, from_id: int, to_id: int) -> None:
    """Move all of one person's years to another; what is there already is not doubled."""
    for table in _TABLES:
        there = {_what(table, row) for row in _of(session, table, to_id)}
        for row in _of(session, table, from_id):
            if _what(table, row) in there:
                session.delete(table, row.id)
            else:
                session.update(table, row.id, {"person_id": to_id})


def remove(session: Session, person_id: int) -> None:
    """Remove everything known of a person's years."""
    for table in _TABLES:
        session.delete(table, [row.id for row in _of(session, table, person_id)])


def _of(session: Session, table: Table, person_id: int) -> list[Row[Any]]:
    return list(session.all(select(table).where(table.c.person_id == person_id).order_by(table.c.id)))


def _what(table: Table, row: object) -> tuple[object, ...]:
    return tuple(getattr(row, name) for name in _SAME[table])
