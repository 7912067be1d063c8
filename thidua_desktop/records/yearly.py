"""What the lists of a year have in common: whom a row is about, and how they are narrowed and sorted."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, func, or_, select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import person, unit
from thidua_desktop.domain.about import About
from thidua_desktop.records import unit_tree
from thidua_desktop.records.names import contains
from thidua_desktop.records.query import ListQuery


def named(table: Table, *more: ColumnElement[Any]) -> Select[Any]:
    """Rows of a table about people or units, with name and unit_name as they are called today."""
    return (
        select(
            table,
            func.coalesce(person.c.name, unit.c.name).label("name"),
            func.coalesce(unit.c.name, "").label("unit_name"),
            *more,
        )
        .outerjoin(person, person.c.id == table.c.person_id)
        .outerjoin(unit, unit.c.id == table.c.unit_id)
    )


def found(table: Table, query: ListQuery, columns: Iterable[str], order: str = "year") -> Select[Any]:
    """Ids of a table about people or units; filters: person, unit, under, recipient and the columns named.

    Sorted by name, or by a column of the table (then by name).
    """
    statement = (
        select(table.c.id)
        .outerjoin(person, person.c.id == table.c.person_id)
        .outerjoin(unit, unit.c.id == table.c.unit_id)
    )
    if query.search.strip():
        of_person = and_(person.c.id.is_not(None), contains(person, query.search))
        statement = statement.where(
            or_(of_person, and_(unit.c.id.is_not(None), contains(unit, query.search)))
        )
    for code, column in (("person", table.c.person_id), ("unit", table.c.unit_id)):
        if query.filters.get(code):
            statement = statement.where(column == query.filters[code])
    if query.filters.get("under"):
        statement = statement.where(table.c.unit_id.in_(unit_tree.within(int(query.filters["under"]))))
    for code in ("recipient", *columns):
        if query.filters.get(code):
            statement = statement.where(table.c[code] == query.filters[code])
    name = func.coalesce(person.c.sort, unit.c.sort)
    sort = query.sort or order
    first = name if sort == "name" else unit.c.sort if sort == "unit" else table.c[sort]
    return statement.order_by(first.desc() if query.descending else first, name, table.c.id)


def about(row: Any) -> About:
    """Whom a row is about."""
    return About(row.recipient, row.person_id, row.unit_id)


def columns_of(about_: About) -> dict[str, object]:
    """The columns that tell whom a row is about."""
    return {"recipient": about_.recipient, "person_id": about_.person_id, "unit_id": about_.unit_id}


def years(session: Session, table: Table) -> list[int]:
    """The years of a table, the latest first."""
    statement = select(table.c.year).where(table.c.year.is_not(None)).distinct()
    return [row.year for row in session.all(statement.order_by(table.c.year.desc()))]
