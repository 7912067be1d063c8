"""What the steps of a dossier say of its decision and submission: they follow when these are renumbered."""

from collections.abc import Iterable
from datetime import date

from thidua_desktop.db import Session
from thidua_desktop.domain.vietnamese import clean
from thidua_desktop.records import decisions, dossiers, drafted, submissions
from thidua_desktop.records.decisions import DecisionRow
from thidua_desktop.records.submissions import SubmissionRow


def signed(number: str) -> str:
    """The note of a step that a decision made."""
    return f"Quyết định số {clean(number)}"


def sent(number: str) -> str:
    """The note of a step that a submission made."""
    return f"Tờ trình số {number}" if number else ""


def answered(number: str) -> str:
    """The note of a step that the answer to a submission made."""
    return f"Kết quả tờ trình số {number}" if number else "Kết quả trình cấp trên"


def drafted_name(number: str) -> str:
    """What a decision drafted from the answer to a submission is called."""
    return f"Về việc khen thưởng theo tờ trình số {number}".removesuffix(" số ")


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
