"""Discipline of people and units."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import or_

from thidua_desktop.db import Session
from thidua_desktop.db.tables import discipline
from thidua_desktop.domain import vietnamese
from thidua_desktop.domain.about import About
from thidua_desktop.domain.discipline import DisciplineDraft
from thidua_desktop.records import yearly
from thidua_desktop.records.listing import ids_of, rows_of
from thidua_desktop.records.query import ListQuery


@dataclass(frozen=True)
class DisciplineRow:
    """A discipline as kept; ends None: not known to have ended."""

    id: int
    about: About
    name: str
    unit: str
    form: str
    starts: date
    ends: date | None
    document: str
    note: str


def ids(session: Session, query: ListQuery) -> "array[int]":
    """Ids of the disciplines asked for; filters: person, unit, under, recipient, form, year stood in."""
    statement = yearly.found(discipline, query, ("form",), "starts")
    if query.filters.get("year"):
        year = int(query.filters["year"])
        open_or_later = or_(discipline.c.ends.is_(None), discipline.c.ends >= date(year, 1, 1))
        statement = statement.where(discipline.c.starts <= date(year, 12, 31), open_or_later)
    return ids_of(session, statement)


def rows(session: Session, ids_: Sequence[int]) -> list[DisciplineRow]:
    """Disciplines by id, in the order given."""
    return rows_of(
        session, ids_, lambda some: yearly.named(discipline).where(discipline.c.id.in_(some)), _row
    )


def draft_of(row: DisciplineRow) -> DisciplineDraft:
    """A discipline as a draft to change."""
    return DisciplineDraft(row.about, row.form, row.starts, row.ends, row.document, row.note)


def add(session: Session, drafts: Sequence[DisciplineDraft]) -> list[int]:
    """Add disciplines in their order."""
    return list(session.insert_many(discipline, [_values(draft) for draft in drafts]))


def change(session: Session, discipline_id: int, draft: DisciplineDraft) -> None:
    """Change a discipline."""
    session.update(discipline, discipline_id, _values(draft))


def remove(session: Session, ids_: Iterable[int]) -> None:
    """Remove disciplines."""
    session.delete(discipline, ids_)


def _row(row: Any) -> DisciplineRow:
    return DisciplineRow(
        row.id,
        yearly.about(row),
        row.name,
        row.unit_name,
        row.form,
        row.starts,
        row.ends,
        row.document,
        row.note,
    )


def _values(draft: DisciplineDraft) -> dict[str, object]:
    return {
        **yearly.columns_of(draft.about, discipline),
        "form": draft.form,
        "starts": draft.starts,
        "ends": draft.ends,
        "document": vietnamese.clean(draft.document),
        "note": vietnamese.nfc(draft.note),
    }
