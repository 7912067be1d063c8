"""What every list does: ids in order first, then the rows of the few that are on screen."""

from array import array
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select

from thidua_desktop.db import Session
from thidua_desktop.domain.vietnamese import matches

T = TypeVar("T")


def ids_of(session: Session, statement: Select[Any]) -> "array[int]":
    """The ids a statement yields, in its order, eight bytes each."""
    return session.ids(statement)


def ids_found(
    session: Session, statement: Select[Any], search: str, *texts: ColumnElement[Any]
) -> "array[int]":
    """The ids a statement yields whose texts hold what is searched for; for lists of a few thousand."""
    if not search.strip():
        return ids_of(session, statement)
    found = session.all(statement.add_columns(*texts))
    return array("q", [row[0] for row in found if matches(search, " ".join(filter(None, row[1:])))])


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
