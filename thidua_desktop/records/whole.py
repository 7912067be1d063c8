"""Which years of which subject the office has entered whole."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import String, case, cast, select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import whole
from thidua_desktop.domain import vietnamese
from thidua_desktop.domain.whole import SUBJECTS, WholeDraft
from thidua_desktop.records.listing import ids_found, rows_of
from thidua_desktop.records.query import ListQuery


@dataclass(frozen=True)
class WholeRow:
    """Years entered whole, as kept; from_start: nothing was before the first year either."""

    id: int
    subject: str
    first_year: int
    last_year: int
    from_start: bool
    note: str


def ids(session: Session, query: ListQuery) -> "array[int]":
    """Ids of those searched for, by subject."""
    statement = select(whole.c.id).order_by(whole.c.subject, whole.c.first_year, whole.c.id)
    subject = case(dict(SUBJECTS), value=whole.c.subject)
    years = (cast(whole.c[column], String) for column in ("first_year", "last_year"))
    return ids_found(session, statement, query.search, subject, *years, whole.c.note)


def rows(session: Session, ids_: Sequence[int]) -> list[WholeRow]:
    """Rows by id, in the order given."""
    return rows_of(session, ids_, lambda some: select(whole).where(whole.c.id.in_(some)), _row)


def of(session: Session, subject: str) -> list[WholeRow]:
    """What is entered whole of one subject, by first year."""
    statement = select(whole).where(whole.c.subject == subject).order_by(whole.c.first_year)
    return [_row(row) for row in session.all(statement)]


def draft_of(row: WholeRow) -> WholeDraft:
    """Such years as a draft to change."""
    return WholeDraft(row.subject, row.first_year, row.last_year, row.from_start, row.note)


def add(session: Session, draft: WholeDraft) -> int:
    """Note years as entered whole."""
    return session.insert(whole, _values(draft))


def change(session: Session, whole_id: int, draft: WholeDraft) -> None:
    """Change what is noted."""
    session.update(whole, whole_id, _values(draft))


def remove(session: Session, ids_: Iterable[int]) -> None:
    """Remove what was noted."""
    session.delete(whole, ids_)


def _row(row: Any) -> WholeRow:
    return WholeRow(row.id, row.subject, row.first_year, row.last_year, bool(row.from_start), row.note)


def _values(draft: WholeDraft) -> dict[str, object]:
    return {
        "subject": draft.subject,
        "first_year": draft.first_year,
        "last_year": draft.last_year,
        "from_start": int(draft.from_start),
        "note": vietnamese.nfc(draft.note),
    }
