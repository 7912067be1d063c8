"""What goes up to the authority above and what comes back: submitted, answered, decided there."""

from collections.abc import Sequence
from datetime import date

from thidua_desktop.db import Session
from thidua_desktop.domain.dates import show
from thidua_desktop.domain.dossier import PROPOSED
from thidua_desktop.domain.drafted import DraftedDraft
from thidua_desktop.domain.errors import Problem, Refused
from thidua_desktop.domain.level import LEVELS
from thidua_desktop.domain.submission import AnswerDraft, SubmissionDraft, check, check_answers, may_go_to
from thidua_desktop.records import catalogue, dossiers, nominations, submissions
from thidua_desktop.records.nominations import NominationRow
from thidua_desktop.records.query import ListQuery
from thidua_desktop.records.submissions import SubmissionRow
from thidua_desktop.services import dossier_steps, drafting
from thidua_desktop.services.dossiers import refuse_returned, refuse_voted_down
from thidua_desktop.services.drafting import Signature

_BEFORE = {"received", "appraised", "council"}


def submit(session: Session, draft: SubmissionDraft, nomination_ids: Sequence[int]) -> int:
    """Enter a submission with the nominations it asks for."""
    _refuse(check(draft))
    submission_id = submissions.add(session, draft)
    put_in(session, submission_id, nomination_ids)
    return submission_id


def correct(session: Session, submission_id: int, draft: SubmissionDraft) -> None:
    """Correct the head of a submission; what it asks for and what came back stay."""
    _refuse(check(draft))
    row = submissions.get(session, submission_id)
    if row.back_on and draft.sent_on and draft.sent_on > row.back_on:
        raise Refused(Problem("sent_on", f"Đã có kết quả từ ngày {show(row.back_on)}."))
    submissions.change(session, submission_id, draft)
    dossier_steps.follow_submission(session, row)


def put_in(session: Session, submission_id: int, nomination_ids: Sequence[int]) -> None:
    """Put nominations agreed to into a submission; their dossiers count as submitted from its day."""
    head = submissions.get(session, submission_id)
    rows = nominations.rows(session, nomination_ids)
    refuse_returned(rows)
    refuse_voted_down(rows)
    for row in rows:
        if row.standing not in PROPOSED:
            raise Refused(f"Đề nghị khen {row.name} chưa được thẩm định đồng ý.")
        if not row.waits:
            raise Refused(f"{row.name} đã ở quyết định, dự thảo hoặc tờ trình khác.")
        nominations.change(session, row.id, {"submission_id": submission_id})
    _mark_submitted(session, head, rows)


def put_agreed(submission_id: int, dossier_id: int, session: Session) -> None:
    """Put into a submission what was agreed to of a dossier and its authority or one above may give."""
    level = submissions.get(session, submission_id).level
    kinds = catalogue.by_code(session)
    listed = nominations.of(session, dossier_id)
    refuse_returned(listed)
    rows = [row for row in listed if row.standing in PROPOSED and row.waits]
    fitting = [row.id for row in rows if may_go_to(kinds[row.award].levels, level)]
    if not fitting:
        said = f"Hồ sơ này không còn đề nghị nào đã đồng ý mà {LEVELS[level]} hoặc cấp trên nữa khen."
        raise Refused(Problem("dossier", said))
    put_in(session, submission_id, fitting)


def choose(session: Session, submission_id: int, nomination_ids: Sequence[int]) -> None:
    """Let just these nominations stand on a submission: the others are withdrawn, the new ones put in."""
    there = {row.id for row in _of(session, submission_id)}
    take_out(session, sorted(there - set(nomination_ids)))
    put_in(session, submission_id, [one for one in nomination_ids if one not in there])


def take_out(session: Session, nomination_ids: Sequence[int]) -> None:
    """Withdraw nominations from their submission; Refused when the answer became an award."""
    for row in nominations.rows(session, nomination_ids):
        _undecided(row)
        values = {"submission_id": None, "result": "", "result_reason": ""}
        nominations.change(session, row.id, values)


def answer(
    session: Session, submission_id: int, back_on: date | None, answers: Sequence[AnswerDraft]
) -> None:
    """Keep what came back; dossiers refused in every line are closed."""
    head = submissions.get(session, submission_id)
    _refuse(check_answers(answers, head.sent_on, back_on))
    rows = {row.id: row for row in _of(session, submission_id)}
    for one in answers:
        row = rows[one.nomination_id]
        if one.result != row.result:
            _undecided(row)
    submissions.came_back(session, submission_id, back_on, answers)
    if back_on is not None:
        note = dossier_steps.answered(head.number)
        dossier_steps.follow_submission(session, head)
        drafting.close(session, {row.dossier_id for row in rows.values()}, back_on, note)


def decide(session: Session, submission_id: int, level: str, authority: str, signature: Signature) -> int:
    """Enter the decision that came back: the awards of that level granted and not on a decision yet."""
    if level not in LEVELS:
        raise Refused(Problem("level", "Chọn cấp ban hành quyết định."))
    kinds = catalogue.by_code(session)
    granted = [
        row
        for row in _of(session, submission_id)
        if row.result == "granted" and row.drafted_id is None and row.award_id is None
    ]
    given = [row for row in granted if not kinds[row.award].levels or level in kinds[row.award].levels]
    if not given:
        said = f"Không còn ai được khen ở cấp {LEVELS[level]} mà chưa có quyết định: ghi kết quả trước."
        raise Refused(Problem("level", said))
    head = submissions.get(session, submission_id)
    draft = DraftedDraft(
        dossier_steps.drafted_name(head.number), given[0].year, level, authority, type=given[0].type
    )
    drafted_id = drafting.draft(session, draft, [row.id for row in given])
    return drafting.sign(session, drafted_id, signature)


def remove(session: Session, ids: Sequence[int]) -> None:
    """Remove submissions of which no award came; their nominations wait again."""
    for submission_id in ids:
        for row in _of(session, submission_id):
            _undecided(row)
        submissions.remove(session, submission_id)


def _mark_submitted(session: Session, head: SubmissionRow, rows: Sequence[NominationRow]) -> None:
    note = dossier_steps.sent(head.number)
    for dossier_id in dict.fromkeys(row.dossier_id for row in rows):
        if dossiers.get(session, dossier_id).state in _BEFORE:
            dossiers.move(session, dossier_id, "submitted", head.sent_on, note)


def _of(session: Session, submission_id: int) -> list[NominationRow]:
    ids = nominations.ids(session, ListQuery(filters={"submission": submission_id}))
    return nominations.rows(session, ids)


def _undecided(row: NominationRow) -> None:
    if row.award_id is not None or row.drafted_id is not None:
        raise Refused(f"{row.name} đã được khen theo tờ trình này: sửa ở quyết định.")


def _refuse(problems: Sequence[Problem]) -> None:
    if problems:
        raise Refused(*problems)
