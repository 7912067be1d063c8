"""Submissions to the authority above, with how many of their nominations were granted."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, func, select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import nomination, submission
from thidua_desktop.domain import vietnamese
from thidua_desktop.domain.submission import AnswerDraft, SubmissionDraft
from thidua_desktop.records.listing import ids_found, rows_of
from thidua_desktop.records.query import ListQuery


@dataclass(frozen=True)
class SubmissionRow:
    """A submission as kept; awarded counts the nominations that stand on a decision by now."""

    id: int
    number: str
    level: str
    addressee: str
    sent_on: date
    back_on: date | None
    note: str
    proposed: int
    granted: int
    refused: int
    awarded: int

    @property
    def open(self) -> int:
        """How many nominations have no answer yet."""
        return self.proposed - self.granted - self.refused

    @property
    def undecided(self) -> int:
        """How many were granted whose decision is not entered yet."""
        return self.granted - self.awarded


def ids(session: Session, query: ListQuery) -> "array[int]":
    """Ids of the submissions asked for, the latest first; filters: year, level, answered ("yes", "no")."""
    statement = select(submission.c.id)
    if query.filters.get("year"):
        year = int(query.filters["year"])
        statement = statement.where(submission.c.sent_on.between(date(year, 1, 1), date(year, 12, 31)))
    if query.filters.get("level"):
        statement = statement.where(submission.c.level == query.filters["level"])
    if query.filters.get("answered"):
        waiting = select(nomination.c.id).where(
            nomination.c.submission_id == submission.c.id, nomination.c.result == ""
        )
        answered = ~waiting.exists()
        statement = statement.where(answered if query.filters["answered"] == "yes" else ~answered)
    first = submission.c.sent_on if query.sort and not query.descending else submission.c.sent_on.desc()
    statement = statement.order_by(first, submission.c.id)
    return ids_found(session, statement, query.search, submission.c.number, submission.c.addressee)


def rows(session: Session, ids_: Sequence[int]) -> list[SubmissionRow]:
    """Submissions by id, in the order given."""
    return rows_of(session, ids_, _select, _row)


def get(session: Session, submission_id: int) -> SubmissionRow:
    """One submission; raises LookupError when not there."""
    found = rows(session, [submission_id])
    if not found:
        raise LookupError(f"submission {submission_id}")
    return found[0]


def answers(session: Session, submission_id: int) -> dict[int, AnswerDraft]:
    """What came back, by nomination, in the order of the paper."""
    own = select(nomination.c.id, nomination.c.result, nomination.c.result_reason).where(
        nomination.c.submission_id == submission_id
    )
    found = session.all(own.order_by(nomination.c.dossier_id, nomination.c.place, nomination.c.id))
    return {row.id: AnswerDraft(row.id, row.result, row.result_reason) for row in found}


def add(session: Session, draft: SubmissionDraft) -> int:
    """Add a submission."""
    return session.insert(submission, _values(draft))


def change(session: Session, submission_id: int, draft: SubmissionDraft) -> None:
    """Change a submission."""
    session.update(submission, submission_id, _values(draft))


def came_back(session: Session, submission_id: int, on: date | None, found: Iterable[AnswerDraft]) -> None:
    """Keep the day of an answer and what it says on each nomination."""
    session.update(submission, submission_id, {"back_on": on})
    for one in found:
        values = {"result": one.result, "result_reason": vietnamese.nfc(one.reason).strip()}
        session.update(nomination, one.nomination_id, values)


def remove(session: Session, submission_id: int) -> None:
    """Remove a submission; its nominations wait again."""
    for nomination_id in answers(session, submission_id):
        values = {"submission_id": None, "result": "", "result_reason": ""}
        session.update(nomination, nomination_id, values)
    session.delete(submission, submission_id)


def _select(some: Iterable[int]) -> Select[Any]:
    own = select(func.count()).select_from(nomination).where(nomination.c.submission_id == submission.c.id)
    return select(
        submission,
        own.scalar_subquery().label("proposed"),
        own.where(nomination.c.result == "granted").scalar_subquery().label("granted"),
        own.where(nomination.c.result == "refused").scalar_subquery().label("refused"),
        own.where(nomination.c.award_id.is_not(None)).scalar_subquery().label("awarded"),
    ).where(submission.c.id.in_(list(some)))


def _row(row: Any) -> SubmissionRow:
    return SubmissionRow(
        row.id,
        row.number,
        row.level,
        row.addressee,
        row.sent_on,
        row.back_on,
        row.note,
        row.proposed,
        row.granted,
        row.refused,
        row.awarded,
    )


def _values(draft: SubmissionDraft) -> dict[str, object]:
    return {
        "number": vietnamese.clean(draft.number),
        "level": draft.level,
        "addressee": vietnamese.clean(draft.addressee),
        "sent_on": draft.sent_on,
        "note": vietnamese.nfc(draft.note),
    }
