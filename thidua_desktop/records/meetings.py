"""Meetings of councils: the agenda and the votes on each nomination of it."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, func, select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import ballot, council, meeting
from thidua_desktop.domain import vietnamese
from thidua_desktop.domain.council import BallotDraft, MeetingDraft
from thidua_desktop.records.listing import ids_found, rows_of
from thidua_desktop.records.query import ListQuery


@dataclass(frozen=True)
class MeetingRow:
    """A meeting as kept; agenda counts the nominations on it, counted those whose votes are counted."""

    id: int
    council_id: int
    council: str
    level: str
    held_on: date
    place: str
    members: int
    present: int | None
    absent: str
    note: str
    agenda: int
    counted: int


def ids(session: Session, query: ListQuery) -> "array[int]":
    """Ids of the meetings asked for, the latest first; filters: council, year."""
    statement = select(meeting.c.id).join(council, council.c.id == meeting.c.council_id)
    if query.filters.get("council"):
        statement = statement.where(meeting.c.council_id == query.filters["council"])
    if query.filters.get("year"):
        year = int(query.filters["year"])
        statement = statement.where(meeting.c.held_on.between(date(year, 1, 1), date(year, 12, 31)))
    first = meeting.c.held_on if query.sort and not query.descending else meeting.c.held_on.desc()
    texts = (council.c.name, meeting.c.place, meeting.c.note)
    return ids_found(session, statement.order_by(first, meeting.c.id), query.search, *texts)


def rows(session: Session, ids_: Sequence[int]) -> list[MeetingRow]:
    """Meetings by id, in the order given."""
    return rows_of(session, ids_, _select, _row)


def get(session: Session, meeting_id: int) -> MeetingRow:
    """One meeting; raises LookupError when not there."""
    found = rows(session, [meeting_id])
    if not found:
        raise LookupError(f"meeting {meeting_id}")
    return found[0]


def draft_of(row: MeetingRow) -> MeetingDraft:
    """A meeting as a draft to change."""
    numbers = row.members, row.present
    return MeetingDraft(row.council_id, row.held_on, *numbers, row.place, row.note, row.absent)


def ballots(session: Session, meeting_id: int) -> dict[int, BallotDraft]:
    """The votes of a meeting by nomination, in the order of the agenda."""
    own = select(ballot).where(ballot.c.meeting_id == meeting_id).order_by(ballot.c.place, ballot.c.id)
    return {
        row.nomination_id: BallotDraft(row.nomination_id, row.yes, row.no, row.written_yes, row.written_no)
        for row in session.all(own)
    }


def last_counted(session: Session, nomination_id: int) -> int | None:
    """The last meeting that counted votes on a nomination, None while none did."""
    counted = ballot.c.nomination_id == nomination_id, ballot.c.yes.is_not(None)
    held = select(meeting.c.id).join(ballot, ballot.c.meeting_id == meeting.c.id).where(*counted)
    found = session.ids(held.order_by(meeting.c.held_on.desc(), meeting.c.id.desc()).limit(1))
    return found[0] if found else None


def add(session: Session, draft: MeetingDraft) -> int:
    """Add a meeting."""
    return session.insert(meeting, _values(draft))


def change(session: Session, meeting_id: int, draft: MeetingDraft) -> None:
    """Change a meeting."""
    session.update(meeting, meeting_id, _values(draft))


def put_on_agenda(session: Session, meeting_id: int, nomination_ids: Sequence[int]) -> int:
    """Put nominations on the agenda behind those there; returns how many are new."""
    there = ballots(session, meeting_id)
    fresh = [one for one in dict.fromkeys(nomination_ids) if one not in there]
    lines = [
        {"meeting_id": meeting_id, "nomination_id": one, "place": len(there) + place}
        for place, one in enumerate(fresh, 1)
    ]
    session.insert_many(ballot, lines)
    return len(fresh)


def count_votes(session: Session, meeting_id: int, votes: Iterable[BallotDraft]) -> None:
    """Keep the votes on nominations of the agenda."""
    own = select(ballot.c.id, ballot.c.nomination_id).where(ballot.c.meeting_id == meeting_id)
    ids_by = {row.nomination_id: row.id for row in session.all(own)}
    for one in votes:
        values = {"yes": one.yes, "no": one.no, "written_yes": one.written_yes, "written_no": one.written_no}
        session.update(ballot, ids_by[one.nomination_id], values)


def remove(session: Session, meeting_id: int) -> None:
    """Remove a meeting with its votes."""
    session.delete(ballot, session.ids(select(ballot.c.id).where(ballot.c.meeting_id == meeting_id)))
    session.delete(meeting, meeting_id)


def _select(some: Iterable[int]) -> Select[Any]:
    own = select(func.count()).select_from(ballot).where(ballot.c.meeting_id == meeting.c.id)
    return (
        select(
            meeting,
            council.c.name.label("council"),
            council.c.level,
            own.scalar_subquery().label("agenda"),
            own.where(ballot.c.yes.is_not(None)).scalar_subquery().label("counted"),
        )
        .join(council, council.c.id == meeting.c.council_id)
        .where(meeting.c.id.in_(list(some)))
    )


def _row(row: Any) -> MeetingRow:
    return MeetingRow(
        row.id,
        row.council_id,
        row.council,
        row.level,
        row.held_on,
        row.place,
        row.members,
        row.present,
        row.absent,
        row.note,
        row.agenda,
        row.counted,
    )


def _values(draft: MeetingDraft) -> dict[str, object]:
    return {
        "council_id": draft.council_id,
        "held_on": draft.held_on,
        "place": vietnamese.clean(draft.place),
        "members": draft.members,
        "present": draft.present,
        "absent": vietnamese.nfc("\n".join(draft.absentees)),
        "note": vietnamese.nfc(draft.note),
    }
