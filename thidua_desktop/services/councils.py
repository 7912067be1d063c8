"""What the office does with its council: set up, convene, put on the agenda, count votes."""

from collections.abc import Iterable, Sequence

from thidua_desktop.db import Session
from thidua_desktop.domain.council import (
    BallotDraft,
    CouncilDraft,
    MeetingDraft,
    check_ballot,
    check_council,
    check_meeting,
)
from thidua_desktop.domain.dossier import PROPOSED
from thidua_desktop.domain.errors import Problem, Refused
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.records import councils, meetings, nominations
from thidua_desktop.services import dossier_steps
from thidua_desktop.services.dossiers import refuse_returned


def set_up(session: Session, draft: CouncilDraft) -> int:
    """Enter a council with its members."""
    _refuse(check_council(draft))
    return councils.add(session, draft)


def correct(session: Session, council_id: int, draft: CouncilDraft) -> None:
    """Correct a council; the meetings it held keep the membership of their day."""
    _refuse(check_council(draft))
    councils.change(session, council_id, draft)


def dissolve(session: Session, ids: Sequence[int]) -> None:
    """Remove councils that never met; Refused otherwise."""
    for council_id in ids:
        held = councils.meetings_of(session, council_id)
        if held:
            name = councils.get(session, council_id).name
            raise Refused(f"“{name}” đã họp {number(held)} lần: ghi ngày hết hiệu lực thay vì xóa.")
        councils.remove(session, council_id)


def convene(session: Session, draft: MeetingDraft) -> int:
    """Enter a meeting of a council."""
    _refuse(check_meeting(draft))
    return meetings.add(session, draft)


def correct_meeting(session: Session, meeting_id: int, draft: MeetingDraft) -> None:
    """Correct a meeting; Refused when votes counted no longer fit its numbers."""
    _refuse(check_meeting(draft))
    for ballot in meetings.ballots(session, meeting_id).values():
        _refuse(check_ballot(ballot, draft.members or 0, draft.present))
    before = meetings.get(session, meeting_id)
    meetings.change(session, meeting_id, draft)
    dossier_steps.follow_meeting(session, before)


def put_on_agenda(session: Session, meeting_id: int, nomination_ids: Sequence[int]) -> int:
    """Put appraised nominations on the agenda; returns how many are new."""
    rows = nominations.rows(session, nomination_ids)
    refuse_returned(rows)
    waiting = [row.name for row in rows if row.standing not in PROPOSED]
    if waiting:
        more = f" và {number(len(waiting) - 3)} đề nghị khác" if len(waiting) > 3 else ""
        raise Refused(f"Chưa được thẩm định đồng ý: {', '.join(waiting[:3])}{more}.")
    open_ = [row.id for row in rows if row.award_id is None]
    new = meetings.put_on_agenda(session, meeting_id, open_)
    dossier_steps.to_council(session, meetings.get(session, meeting_id))
    return new


def put_dossier(meeting_id: int, dossier_id: int, session: Session) -> int:
    """Put everything agreed to of a dossier on the agenda; returns how many are new."""
    rows = nominations.of(session, dossier_id)
    agreed = [row.id for row in rows if row.standing in PROPOSED]
    if not agreed:
        raise Refused(Problem("dossier", "Hồ sơ này chưa có đề nghị nào được thẩm định đồng ý."))
    return put_on_agenda(session, meeting_id, agreed)


def count_votes(session: Session, meeting_id: int, votes: Iterable[BallotDraft]) -> None:
    """Keep the votes counted; Refused when they are more than the members."""
    meeting = meetings.get(session, meeting_id)
    counted = list(votes)
    problems = [
        Problem(f"votes.{place}.{problem.field}", problem.message)
        for place, one in enumerate(counted)
        for problem in check_ballot(one, meeting.members, meeting.present)
    ]
    _refuse(tuple(problems))
    meetings.count_votes(session, meeting_id, counted)


def cancel(session: Session, ids: Sequence[int]) -> None:
    """Remove meetings with their votes and what came of these; its dossiers wait for another."""
    for meeting_id in ids:
        dossier_steps.off_council(session, meetings.get(session, meeting_id))
        for nomination_id in meetings.ballots(session, meeting_id):
            if meetings.last_counted(session, nomination_id) == meeting_id:
                nominations.no_vote(session, nomination_id)
        meetings.remove(session, meeting_id)


def _refuse(problems: tuple[Problem, ...]) -> None:
    if problems:
        raise Refused(*problems)
