"""What the votes of a meeting came to, by the council's rules for each award on that day."""

from dataclasses import dataclass, replace

from thidua_desktop.db import Session
from thidua_desktop.domain.council import BallotDraft
from thidua_desktop.domain.drafted import DraftedDraft
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.law.ballot import Votes, outcome
from thidua_desktop.domain.law.facts import MET, NOT_MET, UNKNOWN
from thidua_desktop.domain.law.rulebook import Rulebook
from thidua_desktop.domain.submission import SubmissionDraft, goes_up
from thidua_desktop.records import catalogue, meetings, nominations
from thidua_desktop.records.meetings import MeetingRow
from thidua_desktop.records.nominations import NominationRow
from thidua_desktop.records.query import ListQuery
from thidua_desktop.services import drafting, submitting

_NOTHING = "Không có đề nghị nào được Hội đồng đồng ý mà chờ {}: kiểm phiếu trước."
_BY_MAJORITY = "Quy định đã đối chiếu không nêu tỷ lệ phiếu, lấy quá nửa tổng số thành viên: {}."


@dataclass(frozen=True)
class Result:
    """A nomination of the agenda with its votes and what they came to.

    Attributes:
        verdict: met, not_met, or unknown: not counted, or the checked rules name no share.
        majority: more than half of all members were in favour.
        needed: fewest votes that are enough, None where the checked rules name no share.
        lost: a meeting with its quorum gave fewer votes than the checked rules ask for.

    """

    row: NominationRow
    ballot: BallotDraft
    verdict: str
    reason: str
    cite: str
    majority: bool
    needed: int | None = None
    lost: bool = False


def results(session: Session, book: Rulebook, meeting_id: int) -> list[Result]:
    """The agenda of a meeting in its order, each with what its votes came to."""
    meeting = meetings.get(session, meeting_id)
    ballots = meetings.ballots(session, meeting_id)
    agenda = nominations.rows(session, nominations.ids(session, ListQuery(filters={"meeting": meeting_id})))
    return [_result(book, meeting, row, ballots[row.id]) for row in agenda]


def draft_agreed(session: Session, book: Rulebook, meeting_id: int, name: str) -> int:
    """Draft a decision for what was agreed to, waits, and the council's own level gives; Refused when none.

    Where the checked rules name no share, more than half of all members is taken and noted on the draft.
    """
    meeting = meetings.get(session, meeting_id)
    taken, note = _agreed(session, book, meeting, up=False)
    if not taken:
        raise Refused(_NOTHING.format("lập dự thảo"))
    head = DraftedDraft(name, taken[0].year, meeting.level, type=taken[0].type, note=note)
    return drafting.draft(session, head, [row.id for row in taken])


def submit_agreed(session: Session, book: Rulebook, meeting_id: int, head: SubmissionDraft) -> int:
    """Submit what was agreed to, waits, and only an authority above gives; Refused when nothing.

    What was taken by more than half of all members, where no share is named, is noted on the submission.
    """
    taken, note = _agreed(session, book, meetings.get(session, meeting_id), up=True)
    if not taken:
        raise Refused(_NOTHING.format("lập tờ trình"))
    whole = replace(head, note="\n".join(filter(None, (head.note, note))))
    return submitting.submit(session, whole, [row.id for row in taken])


def _agreed(
    session: Session, book: Rulebook, meeting: MeetingRow, *, up: bool
) -> tuple[list[NominationRow], str]:
    """What was agreed to and waits, of the council's own level or above it, and what to note of it."""
    kinds = catalogue.by_code(session)
    found = [
        one
        for one in results(session, book, meeting.id)
        if one.row.waits and goes_up(kinds[one.row.award].levels, meeting.level) == up
    ]
    taken = [one for one in found if one.verdict == MET or (one.verdict == UNKNOWN and one.majority)]
    names = ", ".join(one.row.name for one in taken if one.verdict == UNKNOWN)
    return [one.row for one in taken], _BY_MAJORITY.format(names) if names else ""


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
    needed = None if found.verdict == UNKNOWN else found.needed
    held = found.quorum is None or present >= found.quorum
    lost = found.verdict == NOT_MET and needed is not None and held
    return Result(row, ballot, found.verdict, found.reason, found.cite, majority, needed, lost)
