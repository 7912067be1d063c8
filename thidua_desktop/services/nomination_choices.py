"""Who may be chosen for a draft or a submission: those there, and those that wait for one."""

from thidua_desktop.db import Session
from thidua_desktop.domain.submission import may_go_to
from thidua_desktop.records import catalogue, nominations, submissions
from thidua_desktop.records.nominations import NominationRow
from thidua_desktop.records.query import ListQuery

Choices = tuple[list[NominationRow], frozenset[int]]
"""Everybody who may be chosen, those there first, and the ids of those."""


def for_draft(session: Session, drafted_id: int) -> Choices:
    """Those of a draft, and all agreed to that wait or were granted above."""
    there = _of(session, "drafted", drafted_id)
    return [*there, *_of(session, "waits", "1")], frozenset(row.id for row in there)


def for_submission(session: Session, submission_id: int) -> Choices:
    """Those of a submission, and all agreed to that wait and its authority or one above gives."""
    there, level = _of(session, "submission", submission_id), submissions.get(session, submission_id).level
    kinds = catalogue.by_code(session)
    fitting = [
        row for row in _of(session, "waits", "1") if row.waits and may_go_to(kinds[row.award].levels, level)
    ]
    return [*there, *fitting], frozenset(row.id for row in there)


def _of(session: Session, code: str, value: int | str) -> list[NominationRow]:
    return nominations.rows(session, nominations.ids(session, ListQuery(filters={code: value})))
