"""How much of each year people worked."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import person, work_year
from thidua_desktop.domain import vietnamese
from thidua_desktop.domain.work_year import WorkYearDraft
from thidua_desktop.records.listing import ids_of, rows_of
from thidua_desktop.records.names import contains
from thidua_desktop.records.query import ListQuery


@dataclass(frozen=True)
class WorkYearRow:
    """A year of work as kept; None: not known."""

    id: int
    person_id: int
    name: str
    year: int
    months: int | None
    leave_days: int | None
    training: str
    note: str


def ids(session: Session, query: ListQuery) -> "array[int]":
    """Ids of the years of work asked for; filters: year, person."""
    statement = select(work_year.c.id).join(person, person.c.id == work_year.c.person_id)
    if query.search.strip():
        statement = statement.where(contains(person, query.search))
    for code, column in (("year", work_year.c.year), ("person", work_year.c.person_id)):
        if query.filters.get(code):
            statement = statement.where(column == query.filters[code])
    first = person.c.sort if query.sort == "name" else work_year.c.year
    order = first.desc() if query.descending else first, person.c.sort, work_year.c.id
    return ids_of(session, statement.order_by(*order))


def rows(session: Session, ids_: Sequence[int]) -> list[WorkYearRow]:
    """Years of work by id, in the order given."""
    return rows_of(session, ids_, _select, _row)


def draft_of(row: WorkYearRow) -> WorkYearDraft:
    """A year of work as a draft to change."""
    return WorkYearDraft(row.person_id, row.year, row.months, row.leave_days, row.training, row.note)


def find(session: Session, person_id: int, year: int) -> int | None:
    """What is kept of somebody's year."""
    own = select(work_year.c.id).where(work_year.c.person_id == person_id, work_year.c.year == year)
    found = session.value(own)
    return None if found is None else int(found)


def add(session: Session, drafts: Sequence[WorkYearDraft]) -> list[int]:
    """Add years of work in their order."""
    return list(session.insert_many(work_year, [_values(draft) for draft in drafts]))


def change(session: Session, work_year_id: int, draft: WorkYearDraft) -> None:
    """Change a year of work."""
    session.update(work_year, work_year_id, _values(draft))


def remove(session: Session, ids_: Iterable[int]) -> None:
    """Remove years of work."""
    session.delete(work_year, ids_)


def _select(some: Iterable[int]) -> Select[Any]:
    statement = select(work_year, person.c.name).join(person, person.c.id == work_year.c.person_id)
    return statement.where(work_year.c.id.in_(list(some)))


def _row(row: Any) -> WorkYearRow:
    return WorkYearRow(
        row.id, row.person_id, row.name, row.year, row.months, row.leave_days, row.training, row.note
    )


def _values(draft: WorkYearDraft) -> dict[str, object]:
    return {
        "person_id": draft.person_id,
        "year": draft.year,
        "months": draft.months,
        "leave_days": draft.leave_days,
        "training": vietnamese.clean(draft.training),
        "note": vietnamese.nfc(draft.note),
    }
