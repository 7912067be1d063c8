"""Which units a question about one unit takes in: those below it, and those that became part of it."""

from typing import Any

from sqlalchemy import ColumnElement, Select, exists, select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import succession, unit


def below(unit_id: int) -> Select[tuple[int]]:
    """Ids of a unit and of every unit below it."""
    tree = _begun(unit_id)
    return select(tree.union(_children(tree)).c.id)


def within(unit_id: int) -> Select[tuple[int]]:
    """Ids of a unit, of every unit below it, and of units that went wholly into one of these.

    A unit divided among several belongs to none of them, so that nothing is counted twice.
    """
    tree = _begun(unit_id)
    went = select(succession.c.old_id).where(succession.c.new_id == tree.c.id, ~_divided())
    return select(tree.union(_children(tree), went).c.id)


def came_from(session: Session, unit_id: int) -> tuple[list[str], list[str]]:
    """Names of the units not below it that a unit takes in, and of those that came to it in part only."""
    taken = {row[0] for row in session.all(within(unit_id))}
    under = {row[0] for row in session.all(below(unit_id))}
    old = select(unit.c.id, unit.c.name).join(succession, succession.c.old_id == unit.c.id)
    old = old.where(succession.c.new_id.in_(within(unit_id))).distinct().order_by(unit.c.sort, unit.c.id)
    found = [row for row in session.all(old) if row.id not in under]
    return [row.name for row in found if row.id in taken], [row.name for row in found if row.id not in taken]


def _begun(unit_id: int) -> Any:
    return select(unit.c.id).where(unit.c.id == unit_id).cte("tree", recursive=True)


def _children(tree: Any) -> Any:
    return select(unit.c.id).where(unit.c.parent_id == tree.c.id)


def _divided() -> ColumnElement[bool]:
    other = succession.alias("other")
    elsewhere = other.c.new_id.is_distinct_from(succession.c.new_id)
    return exists().where(other.c.old_id == succession.c.old_id, other.c.kind != "renamed", elsewhere)
