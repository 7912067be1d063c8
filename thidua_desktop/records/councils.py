"""Councils with their members."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import council, council_member, meeting
from thidua_desktop.domain import vietnamese
from thidua_desktop.domain.council import CouncilDraft, MemberDraft
from thidua_desktop.records.listing import ids_of, rows_of
from thidua_desktop.records.query import ListQuery


@dataclass(frozen=True)
class CouncilRow:
    """A council as kept, with the number of its members."""

    id: int
    name: str
    level: str
    document: str
    valid_from: date | None
    valid_to: date | None
    note: str
    members: int


def ids(session: Session, query: ListQuery) -> "array[int]":
    """Ids of all councils, the latest first."""
    del query
    return ids_of(session, select(council.c.id).order_by(council.c.valid_from.desc(), council.c.id.desc()))


def rows(session: Session, ids_: Sequence[int]) -> list[CouncilRow]:
    """Councils by id, in the order given."""
    own = select(func.count()).select_from(council_member).where(council_member.c.council_id == council.c.id)
    shown = select(council, own.scalar_subquery().label("members"))
    return rows_of(session, ids_, lambda some: shown.where(council.c.id.in_(some)), _row)


def get(session: Session, council_id: int) -> CouncilRow:
    """One council; raises LookupError when not there."""
    found = rows(session, [council_id])
    if not found:
        raise LookupError(f"council {council_id}")
    return found[0]


def members(session: Session, council_id: int) -> list[MemberDraft]:
    """The members of a council in their order."""
    own = select(council_member).where(council_member.c.council_id == council_id)
    found = session.all(own.order_by(council_member.c.place, council_member.c.id))
    return [MemberDraft(row.name, row.post, row.role) for row in found]


def draft_of(session: Session, row: CouncilRow) -> CouncilDraft:
    """A council as a draft to change."""
    return CouncilDraft(
        row.name,
        row.level,
        row.document,
        row.valid_from,
        row.valid_to,
        tuple(members(session, row.id)),
        row.note,
    )


def add(session: Session, draft: CouncilDraft) -> int:
    """Add a council with its members."""
    council_id = session.insert(council, _values(draft))
    session.insert_many(council_member, [{"council_id": council_id, **one} for one in _members(draft)])
    return council_id


def change(session: Session, council_id: int, draft: CouncilDraft) -> None:
    """Change a council and its members."""
    session.update(council, council_id, _values(draft))
    session.replace_children(council_member, "council_id", council_id, _members(draft))


def meetings_of(session: Session, council_id: int) -> int:
    """How many meetings a council held."""
    own = select(func.count()).select_from(meeting).where(meeting.c.council_id == council_id)
    return int(session.value(own))


def remove(session: Session, council_id: int) -> None:
    """Remove a council that never met, with its members."""
    own = select(council_member.c.id).where(council_member.c.council_id == council_id)
    session.delete(council_member, session.ids(own))
    session.delete(council, council_id)


def _row(row: Any) -> CouncilRow:
    return CouncilRow(
        row.id, row.name, row.level, row.document, row.valid_from, row.valid_to, row.note, row.members
    )


def _values(draft: CouncilDraft) -> dict[str, object]:
    return {
        "name": vietnamese.clean(draft.name),
        "level": draft.level,
        "document": vietnamese.clean(draft.document),
        "valid_from": draft.valid_from,
        "valid_to": draft.valid_to,
        "note": vietnamese.nfc(draft.note),
    }


def _members(draft: CouncilDraft) -> list[dict[str, object]]:
    return [
        {
            "place": place,
            "name": vietnamese.clean(member.name),
            "post": vietnamese.clean(member.post),
            "role": member.role,
        }
        for place, member in enumerate(draft.members, 1)
    ]
