"""What every list does: ids in order first, then the rows of the few that are on screen."""

from array import array
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from sqlalchemy import Select

from thidua_desktop.db import Session

T = TypeVar("T")


def ids_of(session: Session, statement: Select[Any]) -> "array[int]":
    """The ids a statement yields, in its order, eight bytes each."""
    return session.ids(statement)


def rows_of(
    session: Session,
    ids: Sequence[int],
    statement: Callable[[list[int]], Select[Any]],
    make: Callable[[Any], T],
) -> list[T]:
    """Rows for ids in the order of the ids; ids no longer there are left out."""
    found: dict[int, T] = {}
    for some in session.chunks(ids):
        for row in session.all(statement(some)):
            found[row.id] = make(row)
    return [found[row_id] for row_id in ids if row_id in found]


def grouped(rows: Iterable[Any], key: str) -> dict[int, list[Any]]:
    """Rows by the value of one column, in their order."""
    groups: dict[int, list[Any]] = {}
    for row in rows:
        groups.setdefault(getattr(row, key), []).append(row)
    return groups
