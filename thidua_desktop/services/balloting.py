"""What the votes of a meeting came to, by the council's rules for each award on that day."""

from dataclasses import dataclass

from thidua_desktop.db import Session
from thidua_desktop.domain.council import BallotDraft
from thidua_desktop.domain.drafted import DraftedDraft
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.law.ballot import Votes, outcome
from thidua_desktop.domain.law.facts import MET, NOT_MET, UNKNOWN
from thidua_desktop.domain.law.rulebook import Rulebook
from thidua_desktop.records import meetings, nominations
from thidua_desktop.records.meetings import MeetingRow
from thidua_desktop.records.nominations import NominationRow
from thidua_desktop.records.query import ListQuery
from thidua_desktop.services import drafting


@dataclass(frozen=True)
class Result:
    """A nomination of the agenda with its votes and what they came to.

    Attributes:
        verdict: met, not_met, or unknown: not counted, or the checked rules name no share.
        majority: more than half of all members were in favour.

    """

    row: NominationRow
    ballot: BallotDraft
    verdict: str
    reason: str
    cite: str
    majority: bool


def results(session: Session, book: Rulebook, meeting_id: int) -> list[Result]:
    """The agenda of a meeting in its order, each with what its votes came to."""
    meeting = meetings.get(session, meeting_id)
    ballots = meetings.ballots(session, meeting_id)
    agenda = nominations.rows(session, nominations.ids(session, ListQuery(filters={"meeting": meeting_id})))
    return [_result(book, meeting, row, ballots[row.id]) for row in agenda]


def draft_agreed(session: Session, book: Rulebook, meeting_id: int, name: str) -> int:
    """Draft a decision for what was agreed to and stands on no draft yet; Refused when that is nothing.

    Where the checked rules name no share, more than half of all members is taken and noted on the draft.
    """
    meeting = meetings.get(session, meeting_id)
    waiting = [one for one in results(session, book, meeting_id) if one.row.drafted_id is None]
    agreed = [one for one in waiting if one.verdict == MET]
    by_majority = [one for one in waiting if one.verdict == UNKNOWN and one.majority]
    if not agreed and not by_majority:
        raise Refused("Chưa có đề nghị nào được Hội đồng đồng ý: kiểm phiếu trước khi lập dự thảo.")
    note = ""
    if by_majority:
        names = ", ".join(one.row.name for one in by_majority)
        note = f"Quy định đã đối chiếu không nêu tỷ lệ phiếu, lấy quá nửa tổng số thành viên: {names}."
    taken = [one.row for one in waiting if one in agreed or one in by_majority]
    head = DraftedDraft(name, taken[0].year, meeting.level, type=taken[0].type, note=note)
    return drafting.draft(session, head, [row.id for row in taken])


def _result(book: Rulebook, meeting: MeetingRow, row: NominationRow, ballot: BallotDraft) -> Result:
    if ballot.for_ is None:
        return Result(row, ballot, UNKNOWN, "chưa kiểm phiếu", "", majority=False)
    room = (ballot.yes or 0) + (ballot.no or 0)
    present = meeting.present if meeting.present is not None else room
    votes = Votes(
        meeting.members,
        present,
        ballot.yes or 0,
        ballot.no or 0,
        ballot.written_yes or 0,
        ballot.written_no or 0,
    )
    try:
        found = outcome(book, row.award, meeting.held_on, votes)
    except Refused as refused:
        return Result(row, ballot, NOT_MET, str(refused), "", majority=False)
    majority = 2 * ballot.for_ > meeting.members
    return Result(row, ballot, found.verdict, found.reason, found.cite, majority)
