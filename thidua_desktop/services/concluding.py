"""What a council's votes mean for the dossiers before it: who was voted down, and which dossier is done."""

from collections.abc import Iterable

from thidua_desktop.db import Session
from thidua_desktop.domain.council import BallotDraft, MeetingDraft
from thidua_desktop.domain.dossier import VOTED_DOWN
from thidua_desktop.domain.law.rulebook import Rulebook
from thidua_desktop.records import dossiers, meetings, nominations
from thidua_desktop.records.meetings import MeetingRow
from thidua_desktop.services import councils, dossier_steps, drafting
from thidua_desktop.services.balloting import results


def count(session: Session, book: Rulebook, meeting_id: int, votes: Iterable[BallotDraft]) -> None:
    """Keep the votes counted and what they came to; dossiers in which nobody waits any more are closed."""
    councils.count_votes(session, meeting_id, votes)
    _conclude(session, book, meetings.get(session, meeting_id))


def correct_meeting(session: Session, book: Rulebook, meeting_id: int, draft: MeetingDraft) -> None:
    """Correct a meeting; its votes are counted again over the members it has now."""
    councils.correct_meeting(session, meeting_id, draft)
    _conclude(session, book, meetings.get(session, meeting_id))


def _conclude(session: Session, book: Rulebook, meeting: MeetingRow) -> None:
    """Only the last meeting that counted votes on a nomination tells what became of it."""
    for one in results(session, book, meeting.id):
        row = one.row
        free = row.drafted_id is None and row.award_id is None and row.submission_id is None
        if free and meetings.last_counted(session, row.id) in (None, meeting.id):
            result = VOTED_DOWN if one.lost else ""
            if result != row.result:
                nominations.change(session, row.id, {"result": result})
    note = dossier_steps.voted(meeting.held_on)
    ids = dossiers.of_meeting(session, meeting.id)
    for dossier_id in ids:
        if not drafting.settled(session, dossier_id):
            dossiers.step_back(session, dossier_id, "decided", note)
    drafting.close(session, ids, meeting.held_on, note)
