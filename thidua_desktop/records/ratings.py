"""Yearly ratings of people and units."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import rating
from thidua_desktop.domain import vietnamese
from thidua_desktop.domain.about import About
from thidua_desktop.domain.rating import RatingDraft
from thidua_desktop.records import yearly
from thidua_desktop.records.listing import ids_of, rows_of
from thidua_desktop.records.query import ListQuery


@dataclass(frozen=True)
class RatingRow:
    """A rating as kept; name is the person's or the unit's, unit the unit of that day."""

    id: int
    about: About
    name: str
    unit: str
    year: int
    rating: str
    document: str
    note: str


def ids(session: Session, query: ListQuery) -> "array[int]":
    """Ids of the ratings asked for; filters: person, unit, under, recipient, year, rating."""
    return ids_of(session, yearly.found(rating, query, ("year", "rating")))


def rows(session: Session, ids_: Sequence[int]) -> list[RatingRow]:
    """Ratings by id, in the order given."""
    return rows_of(session, ids_, lambda some: yearly.named(rating).where(rating.c.id.in_(some)), _row)


def draft_of(row: RatingRow) -> RatingDraft:
    """A rating as a draft to change."""
    return RatingDraft(row.about, row.year, row.rating, row.document, row.note)


def find(session: Session, about: About, year: int) -> int | None:
    """The rating of somebody in a year."""
    whose = rating.c.person_id == about.person_id
    if about.person_id is None:
        whose = rating.c.person_id.is_(None) & (rating.c.unit_id == about.unit_id)
    found = session.value(select(rating.c.id).where(whose, rating.c.year == year))
    return None if found is None else int(found)


def add(session: Session, drafts: Sequence[RatingDraft]) -> list[int]:
    """Add ratings in their order."""
    return list(session.insert_many(rating, [_values(draft) for draft in drafts]))


def change(session: Session, rating_id: int, draft: RatingDraft) -> None:
    """Change a rating."""
    session.update(rating, rating_id, _values(draft))


def remove(session: Session, ids_: Iterable[int]) -> None:
    """Remove ratings."""
    session.delete(rating, ids_)


def _row(row: Any) -> RatingRow:
    return RatingRow(
        row.id, yearly.about(row), row.name, row.unit_name, row.year, row.rating, row.document, row.note
    )


def _values(draft: RatingDraft) -> dict[str, object]:
    return {
        **yearly.columns_of(draft.about, rating),
        "year": draft.year,
        "rating": draft.rating,
        "document": vietnamese.clean(draft.document),
        "note": vietnamese.nfc(draft.note),
    }
