"""Initiatives and topics of research, with their authors."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, or_, select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import award_kind, idea, idea_author, person
from thidua_desktop.domain import vietnamese
from thidua_desktop.domain.idea import IdeaDraft
from thidua_desktop.records.listing import grouped, ids_of, rows_of
from thidua_desktop.records.names import contains, thing_name
from thidua_desktop.records.query import ListQuery

_FILTERS = ("year", "kind", "level")


@dataclass(frozen=True)
class Author:
    """An author by id and present name."""

    id: int
    name: str


@dataclass(frozen=True)
class IdeaRow:
    """An initiative or topic as kept; used_title is the award it was used for, "" for none."""

    id: int
    name: str
    kind: str
    year: int
    level: str
    state: str
    applied: bool | None
    document: str
    used_for: int | None
    used_title: str
    used_year: int | None
    note: str
    authors: tuple[Author, ...]


def ids(session: Session, query: ListQuery) -> "array[int]":
    """Ids of the ideas asked for; filters: year, kind, level, person, used ("yes", "no")."""
    statement = select(idea.c.id)
    if query.search.strip():
        by_name = select(idea_author.c.idea_id).join(person, person.c.id == idea_author.c.person_id)
        statement = statement.where(
            or_(contains(idea, query.search), idea.c.id.in_(by_name.where(contains(person, query.search))))
        )
    for code in _FILTERS:
        if query.filters.get(code):
            statement = statement.where(idea.c[code] == query.filters[code])
    if query.filters.get("person"):
        own = select(idea_author.c.idea_id).where(idea_author.c.person_id == query.filters["person"])
        statement = statement.where(idea.c.id.in_(own))
    if query.filters.get("used"):
        used = idea.c.used_for.is_not(None)
        statement = statement.where(used if query.filters["used"] == "yes" else ~used)
    first = {"name": idea.c.sort, "level": idea.c.level}.get(query.sort, idea.c.year)
    return ids_of(
        session, statement.order_by(first.desc() if query.descending else first, idea.c.sort, idea.c.id)
    )


def rows(session: Session, ids_: Sequence[int]) -> list[IdeaRow]:
    """Ideas by id, in the order given."""
    authors: dict[int, list[Any]] = {}
    for some in session.chunks(ids_):
        statement = select(idea_author.c.idea_id, person.c.id, person.c.name)
        statement = statement.join(person, person.c.id == idea_author.c.person_id)
        found = statement.where(idea_author.c.idea_id.in_(some)).order_by(
            idea_author.c.idea_id, idea_author.c.place
        )
        authors.update(grouped(session.all(found), "idea_id"))
    return rows_of(session, ids_, _select, lambda row: _row(row, authors.get(row.id, [])))


def draft_of(row: IdeaRow) -> IdeaDraft:
    """An idea as a draft to change."""
    return IdeaDraft(
        row.name,
        row.kind,
        row.year,
        row.level,
        tuple(author.id for author in row.authors),
        row.state,
        row.applied,
        row.document,
        row.used_for,
        row.used_year,
        row.note,
    )


def find(session: Session, name: str, year: int) -> int | None:
    """An idea of exactly this name recognised in this year."""
    key = vietnamese.same_key(vietnamese.clean(name))
    found = session.value(select(idea.c.id).where(idea.c.year == year, idea.c.exact == key))
    return None if found is None else int(found)


def add(session: Session, draft: IdeaDraft) -> int:
    """Add an idea with its authors."""
    idea_id = session.insert(idea, _values(draft))
    session.insert_many(idea_author, [{"idea_id": idea_id, **author} for author in _authors(draft)])
    return idea_id


def change(session: Session, idea_id: int, draft: IdeaDraft) -> None:
    """Change an idea and its authors."""
    session.update(idea, idea_id, _values(draft))
    session.replace_children(idea_author, "idea_id", idea_id, _authors(draft))


def remove(session: Session, ids_: Iterable[int]) -> None:
    """Remove ideas with their authors."""
    for idea_id in ids_:
        own = select(idea_author.c.id).where(idea_author.c.idea_id == idea_id)
        session.delete(idea_author, session.ids(own))
        session.delete(idea, idea_id)


def _select(some: Iterable[int]) -> Select[Any]:
    title = func.coalesce(func.nullif(award_kind.c.short, ""), award_kind.c.name, "")
    return (
        select(idea, title.label("used_title"))
        .outerjoin(award_kind, award_kind.c.id == idea.c.used_for)
        .where(idea.c.id.in_(list(some)))
    )


def _row(row: Any, authors: Sequence[Any]) -> IdeaRow:
    return IdeaRow(
        row.id,
        row.name,
        row.kind,
        row.year,
        row.level,
        row.state,
        None if row.applied is None else bool(row.applied),
        row.document,
        row.used_for,
        row.used_title,
        row.used_year,
        row.note,
        tuple(Author(author.id, author.name) for author in authors),
    )


def _values(draft: IdeaDraft) -> dict[str, object]:
    return {
        **thing_name(draft.name),
        "kind": draft.kind,
        "year": draft.year,
        "level": draft.level,
        "state": draft.state,
        "applied": None if draft.applied is None else int(draft.applied),
        "document": vietnamese.clean(draft.document),
        "used_for": draft.used_for,
        "used_year": draft.used_year,
        "note": vietnamese.nfc(draft.note),
    }


def _authors(draft: IdeaDraft) -> list[dict[str, object]]:
    return [{"person_id": person_id, "place": place} for place, person_id in enumerate(draft.authors, 1)]
