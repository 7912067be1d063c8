"""What the lists of a year have in common: whom a row is about, and how they are narrowed and sorted."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, func, or_, select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import household, person, unit
from thidua_desktop.domain.about import About
from thidua_desktop.records import unit_tree
from thidua_desktop.records.names import contains
from thidua_desktop.records.query import ListQuery


def named(table: Table, *more: ColumnElement[Any]) -> Select[Any]:
    """Rows of a table about recipients, with name and unit_name as they are called today."""
    names = [whose.c.name for whose in _whose(table)]
    return _joined(
        table,
        select(
            table,
            func.coalesce(*names).label("name"),
            func.coalesce(unit.c.name, "").label("unit_name"),
            *more,
        ),
    )


def found(table: Table, query: ListQuery, columns: Iterable[str], order: str = "year") -> Select[Any]:
    """Ids of a table about recipients.

    Filters: person, household, unit, under, recipient and the columns named.
    Sorted by name, or by a column of the table (then by name).
    """
    statement = _joined(table, select(table.c.id))
    whose = _whose(table)
    if query.search.strip():
        named_so = [and_(one.c.id.is_not(None), contains(one, query.search)) for one in whose]
        statement = statement.where(or_(*named_so))
    for one in whose:
        if query.filters.get(one.name):
            statement = statement.where(table.c[f"{one.name}_id"] == query.filters[one.name])
    if query.filters.get("under"):
        statement = statement.where(table.c.unit_id.in_(unit_tree.within(int(query.filters["under"]))))
    for code in ("recipient", *columns):
        if query.filters.get(code):
            statement = statement.where(table.c[code] == query.filters[code])
    name = func.coalesce(*(one.c.sort for one in whose))
    sort = query.sort or order
    first = name if sort == "name" else unit.c.sort if sort == "unit" else table.c[sort]
    return statement.order_by(first.desc() if query.descending else first, name, table.c.id)


def about(row: Any) -> About:
    """Whom a row is about."""
    return About(row.recipient, row.person_id, row.unit_id, getattr(row, "household_id", None))


def columns_of(about_: About, table: Table) -> dict[str, object]:
    """The columns of a table that tell whom a row is about."""
    return {name: value for name, value in asdict(about_).items() if name in table.c}


def of(table: Table, about_: About) -> ColumnElement[bool]:
    """The rows of a table about somebody."""
    _, who = about_.key
    columns = {"person": "person_id", "household": "household_id"}
    column = table.c[columns.get(about_.recipient, "unit_id")]
    return and_(table.c.recipient == about_.recipient, column == who)


def _whose(table: Table) -> list[Table]:
    """The tables of recipients a table links to, the unit last: that of a person is not the recipient."""
    return [one for one in (person, household, unit) if f"{one.name}_id" in table.c]


def _joined(table: Table, statement: Select[Any]) -> Select[Any]:
    for one in _whose(table):
        statement = statement.outerjoin(one, one.c.id == table.c[f"{one.name}_id"])
    return statement


def years(session: Session, table: Table) -> list[int]:
    """The years of a table, the latest first."""
    statement = select(table.c.year).where(table.c.year.is_not(None)).distinct()
    return [row.year for row in session.all(statement.order_by(table.c.year.desc()))]
