"""Who was commended when: those not for years, and the shares among those who were."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Subquery, and_, func, select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import award, person, post, unit


@dataclass(frozen=True)
class Waiting:
    """Somebody not commended for years; last is the year of the last award, None for never."""

    recipient: str
    id: int
    name: str
    unit: str
    last: int | None


@dataclass(frozen=True)
class Told:
    """One person commended in a year: how written on the decision, gender, block of the unit."""

    person_id: int
    post: str
    gender: str
    block: str


Within = Collection[int] | None
"""The units asked for, None for all."""


def people_waiting(session: Session, before: int, within: Within = None) -> list[Waiting]:
    """People in office whose last award is of a year before, or who were never commended."""
    current = (
        select(post.c.person_id, func.max(post.c.id).label("id"))
        .where(post.c.until.is_(None))
        .group_by(post.c.person_id)
        .subquery()
    )
    last = _last(award.c.person_id)
    statement = (
        select(
            person.c.id,
            person.c.name,
            func.coalesce(unit.c.name, post.c.unit_written, "").label("unit"),
            last.c.year,
        )
        .join(current, current.c.person_id == person.c.id)
        .join(post, post.c.id == current.c.id)
        .outerjoin(unit, unit.c.id == post.c.unit_id)
        .outerjoin(last, last.c.who == person.c.id)
        .where(func.coalesce(last.c.year, 0) < before, *_in(post.c.unit_id, within))
        .order_by(unit.c.sort, person.c.sort, person.c.id)
    )
    return [Waiting("person", row.id, row.name, row.unit, row.year) for row in session.all(statement)]


def units_waiting(session: Session, before: int, within: Within = None) -> list[Waiting]:
    """Units still there whose last award is of a year before, or which were never commended."""
    above = unit.alias("above")
    last = _last(award.c.unit_id, award.c.recipient == "collective")
    statement = (
        select(unit.c.id, unit.c.name, func.coalesce(above.c.name, "").label("unit"), last.c.year)
        .outerjoin(above, above.c.id == unit.c.parent_id)
        .outerjoin(last, last.c.who == unit.c.id)
        .where(unit.c.valid_to.is_(None), func.coalesce(last.c.year, 0) < before, *_in(unit.c.id, within))
        .order_by(unit.c.sort, unit.c.id)
    )
    return [Waiting("collective", row.id, row.name, row.unit, row.year) for row in session.all(statement)]


def people_of(session: Session, year: int, within: Within = None) -> list[Told]:
    """Each person commended for a year, once; within: in these units."""
    statement = (
        select(award.c.person_id, func.max(award.c.post_written).label("post"), person.c.gender, unit.c.block)
        .join(person, person.c.id == award.c.person_id)
        .outerjoin(unit, unit.c.id == award.c.unit_id)
        .where(award.c.year == year, award.c.revoked_by.is_(None), *_in(award.c.unit_id, within))
        .group_by(award.c.person_id)
        .order_by(award.c.person_id)
    )
    return [Told(row.person_id, row.post, row.gender, row.block or "") for row in session.all(statement)]


def _in(column: ColumnElement[Any], within: Within) -> list[ColumnElement[bool]]:
    return [] if within is None else [column.in_(within)]


def _last(column: ColumnElement[Any], *conditions: ColumnElement[bool]) -> Subquery:
    statement = select(column.label("who"), func.max(award.c.year).label("year"))
    return (
        statement.where(and_(column.is_not(None), award.c.revoked_by.is_(None), *conditions))
        .group_by(column)
        .subquery()
    )
