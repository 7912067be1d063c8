"""What the steps of a dossier say of its decision and submission: they follow when these are renumbered."""

from collections.abc import Iterable
from datetime import date

from thidua_desktop.db import Session
from thidua_desktop.domain.dates import show
from thidua_desktop.domain.vietnamese import clean
from thidua_desktop.records import decisions, dossiers, drafted, meetings, submissions
from thidua_desktop.records.decisions import DecisionRow
from thidua_desktop.records.meetings import MeetingRow
from thidua_desktop.records.submissions import SubmissionRow
from thidua_desktop.services.recipients import today


def signed(number: str) -> str:
    """The note of a step that a decision made."""
    return f"Quyết định số {clean(number)}"


def sent(number: str) -> str:
    """The note of a step that a submission made."""
    return f"Tờ trình số {number}" if number else ""


def answered(number: str) -> str:
    """The note of a step that the answer to a submission made."""
    return f"Kết quả tờ trình số {number}" if number else "Kết quả trình cấp trên"


def put_before_council(held_on: date) -> str:
    """The note of a step that an agenda made."""
    return f"Họp Hội đồng ngày {show(held_on)}"


def voted(held_on: date) -> str:
    """The note of a step that the votes of a meeting made."""
    return f"Kết quả họp Hội đồng ngày {show(held_on)}"


def drafted_name(number: str) -> str:
    """What a decision drafted from the answer to a submission is called."""
    return f"Về việc khen thưởng theo tờ trình số {number}".removesuffix(" số ")


def to_council(session: Session, meeting: MeetingRow) -> None:
    """Bring appraised dossiers of an agenda before the council, on the day they came on it."""
    on, note = min(meeting.held_on, today()), put_before_council(meeting.held_on)
    for row in dossiers.rows(session, dossiers.of_meeting(session, meeting.id)):
        if row.state in {"received", "appraised"} and row.appraised == row.proposed:
            dossiers.move(session, row.id, "council", on, note)


def off_council(session: Session, meeting: MeetingRow) -> None:
    """Bring the dossiers of a meeting that is not held back to where they were before it."""
    for dossier_id in dossiers.of_meeting(session, meeting.id):
        dossiers.step_back(session, dossier_id, "decided", voted(meeting.held_on))
        dossiers.step_back(session, dossier_id, "council", put_before_council(meeting.held_on))


def follow_meeting(session: Session, before: MeetingRow) -> None:
    """Say in the dossiers of a meeting on which day it is held by now."""
    held = meetings.get(session, before.id).held_on
    if held == before.held_on:
        return
    for dossier_id in dossiers.of_meeting(session, before.id):
        told = (None, put_before_council(before.held_on)), (min(held, today()), put_before_council(held))
        dossiers.retell(session, dossier_id, "council", *told)
        dossiers.retell(session, dossier_id, "decided", (None, voted(before.held_on)), (held, voted(held)))


def follow_decision(session: Session, before: DecisionRow) -> None:
    """Say in the dossiers of a decision what it is called by now."""
    after = decisions.get(session, before.id)
    _follow(
        session,
        dossiers.of_decision(session, before.id),
        "decided",
        (before.decided_on, signed(before.number)),
        (after.decided_on, signed(after.number)),
    )


def unsign(session: Session, decision: DecisionRow) -> None:
    """Bring the dossiers a decision closed back to where they were before it."""
    for dossier_id in dossiers.of_decision(session, decision.id):
        dossiers.step_back(session, dossier_id, "decided", signed(decision.number))


def follow_submission(session: Session, before: SubmissionRow) -> None:
    """Say in the dossiers and drafts of a submission what it is called by now, and when it came back."""
    after = submissions.get(session, before.id)
    ids = dossiers.of_submission(session, before.id)
    steps = (before.sent_on, sent(before.number)), (after.sent_on, sent(after.number))
    _follow(session, ids, "submitted", *steps)
    if before.back_on and after.back_on:
        told = (before.back_on, answered(before.number)), (after.back_on, answered(after.number))
        _follow(session, ids, "decided", *told)
    if after.number != before.number:
        drafted.rename(session, before.id, drafted_name(before.number), drafted_name(after.number))


def _follow(
    session: Session, ids: Iterable[int], state: str, before: tuple[date, str], after: tuple[date, str]
) -> None:
    if before != after:
        for dossier_id in ids:
            dossiers.retell(session, dossier_id, state, before, after)
