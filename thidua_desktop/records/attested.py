"""What the officer stated of recipients."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import or_, select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import attested
from thidua_desktop.domain import vietnamese
from thidua_desktop.domain.about import About
from thidua_desktop.domain.attested import AttestedDraft
from thidua_desktop.records import yearly


@dataclass(frozen=True)
class AttestedRow:
    """One statement as kept; year None: for every year."""

    id: int
    about: About
    key: str
    value: str
    year: int | None
    document: str


def of(session: Session, about: About, year: int | None = None) -> list[AttestedRow]:
    """Statements about somebody, all or those that hold for a year."""
    statement = select(attested).where(yearly.of(attested, about)).order_by(attested.c.id)
    if year is not None:
        statement = statement.where(or_(attested.c.year.is_(None), attested.c.year == year))
    return [
        AttestedRow(row.id, yearly.about(row), row.key, row.value, row.year, row.document)
        for row in session.all(statement)
    ]


def add(session: Session, drafts: Sequence[AttestedDraft]) -> list[int]:
    """Add statements in their order."""
    return list(session.insert_many(attested, [_values(draft) for draft in drafts]))


def change(session: Session, attested_id: int, draft: AttestedDraft) -> None:
    """Change a statement."""
    session.update(attested, attested_id, _values(draft))


def remove(session: Session, ids_: Iterable[int]) -> None:
    """Remove statements."""
    session.delete(attested, ids_)


def _values(draft: AttestedDraft) -> dict[str, object]:
    return {
        **yearly.columns_of(draft.about, attested),
        "key": draft.key,
        "value": draft.value,
        "year": draft.year,
        "document": vietnamese.clean(draft.document),
    }
