"""From the council's list to the decision: drafted, corrected, signed with number and day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from thidua_desktop.db import Session
from thidua_desktop.domain.decision import AwardDraft, DecisionDraft
from thidua_desktop.domain.dossier import PROPOSED, VOTED_DOWN
from thidua_desktop.domain.drafted import DraftedDraft, check
from thidua_desktop.domain.errors import Problem, Refused
from thidua_desktop.records import awards, dossiers, drafted, nominations
from thidua_desktop.records.nominations import NominationRow
from thidua_desktop.records.query import ListQuery
from thidua_desktop.services import decisions, dossier_steps
from thidua_desktop.services.dossiers import refuse_returned, refuse_voted_down


@dataclass(frozen=True)
class Signature:
    """What makes a draft a decision: number, day, who signed, the event it is handed over at."""

    number: str
    decided_on: date | None
    signer: str = ""
    signer_post: str = ""
    event_id: int | None = None


def draft(session: Session, head: DraftedDraft, nomination_ids: Sequence[int]) -> int:
    """Draft a decision for nominations agreed to."""
    _refuse(check(head))
    drafted_id = drafted.add(session, head)
    put_in(session, drafted_id, nomination_ids)
    return drafted_id


def correct(session: Session, drafted_id: int, head: DraftedDraft) -> None:
    """Correct the head of a draft; a signed decision is corrected itself."""
    _refuse(check(head))
    _unsigned(session, drafted_id)
    drafted.change(session, drafted_id, head)


def put_in(session: Session, drafted_id: int, nomination_ids: Sequence[int]) -> None:
    """Put nominations agreed to into a draft."""
    _unsigned(session, drafted_id)
    rows = nominations.rows(session, nomination_ids)
    refuse_returned(rows)
    refuse_voted_down(rows)
    for row in rows:
        if row.standing not in PROPOSED:
            raise Refused(f"Đề nghị khen {row.name} chưa được thẩm định đồng ý.")
        if row.award_id is not None or row.drafted_id not in (None, drafted_id):
            raise Refused(f"{row.name} đã ở quyết định hoặc dự thảo khác.")
        if row.submission_id is not None and row.result != "granted":
            raise Refused(f"{row.name} đã được trình cấp trên mà chưa có kết quả được khen.")
        nominations.change(session, row.id, {"drafted_id": drafted_id})


def put_agreed(drafted_id: int, dossier_id: int, session: Session) -> None:
    """Put everything agreed to of a dossier, and on no draft yet, into a draft."""
    rows = nominations.of(session, dossier_id)
    refuse_returned(rows)
    free = [row.id for row in rows if row.standing in PROPOSED and row.waits]
    if not free:
        raise Refused(Problem("dossier", "Hồ sơ này không còn đề nghị nào đã đồng ý mà chưa vào dự thảo."))
    put_in(session, drafted_id, free)


def choose(session: Session, drafted_id: int, nomination_ids: Sequence[int]) -> None:
    """Let just these nominations stand on a draft: the others there are taken out, the new ones put in."""
    _unsigned(session, drafted_id)
    there = {row.id for row in _of(session, drafted_id)}
    take_out(session, sorted(there - set(nomination_ids)))
    put_in(session, drafted_id, [one for one in nomination_ids if one not in there])


def take_out(session: Session, nomination_ids: Sequence[int]) -> None:
    """Take nominations out of their draft."""
    for row in nominations.rows(session, nomination_ids):
        if row.award_id is not None:
            raise Refused(f"Quyết định khen {row.name} đã ký: sửa ở quyết định.")
        nominations.change(session, row.id, {"drafted_id": None})


def sign(session: Session, drafted_id: int, signature: Signature) -> int:
    """Sign a draft: the decision and its awards come into being; dossiers wholly decided are closed."""
    _unsigned(session, drafted_id)
    head = drafted.get(session, drafted_id)
    rows = _of(session, drafted_id)
    if not rows:
        raise Refused("Dự thảo chưa có ai được khen: đưa danh sách vào trước khi ký.")
    decision_id = decisions.register(
        session,
        DecisionDraft(
            number=signature.number,
            decided_on=signature.decided_on,
            level=head.level,
            authority=head.authority,
            signer=signature.signer or head.signer,
            signer_post=signature.signer_post or head.signer_post,
            type=head.type,
            year=head.year,
            campaign_id=head.campaign_id,
            event_id=signature.event_id,
            note=head.note,
            awards=tuple(map(_award, rows)),
        ),
    )
    drafted.sign(session, drafted_id, decision_id)
    given = awards.of_decision(session, decision_id)
    for row, award in zip(rows, given, strict=True):
        nominations.change(session, row.id, {"award_id": award.id})
    if signature.decided_on is not None:
        note = dossier_steps.signed(signature.number)
        close(session, {row.dossier_id for row in rows}, signature.decided_on, note)
    return decision_id


def close(session: Session, dossier_ids: Iterable[int], on: date, note: str) -> None:
    """Close those dossiers of which nothing is open any more."""
    for dossier_id in sorted(dossier_ids):
        if settled(session, dossier_id) and dossiers.get(session, dossier_id).state != "decided":
            dossiers.move(session, dossier_id, "decided", on, note)


def settled(session: Session, dossier_id: int) -> bool:
    """Whether every nomination of a dossier is given, rejected, voted down or refused above by now."""
    no = {"refused", VOTED_DOWN}
    rows = nominations.of(session, dossier_id)
    return all(row.award_id or row.standing == "rejected" or row.result in no for row in rows)


def remove(session: Session, ids: Sequence[int]) -> None:
    """Remove drafts not signed; their nominations wait again."""
    for drafted_id in ids:
        _unsigned(session, drafted_id)
        drafted.remove(session, drafted_id)


def _of(session: Session, drafted_id: int) -> list[NominationRow]:
    return nominations.rows(session, nominations.ids(session, ListQuery(filters={"drafted": drafted_id})))


def _unsigned(session: Session, drafted_id: int) -> None:
    row = drafted.get(session, drafted_id)
    if row.decision_id is not None:
        raise Refused(f"Dự thảo này đã ký thành quyết định {row.decision}: sửa ở quyết định ấy.")


def _award(row: NominationRow) -> AwardDraft:
    return AwardDraft(
        row.award,
        row.recipient,
        row.name,
        row.year,
        person_id=row.person_id,
        unit_id=row.unit_id,
        household_id=row.household_id,
        post=row.post,
        unit_written=row.unit,
        citation=row.citation,
    )


def _refuse(problems: tuple[Problem, ...]) -> None:
    if problems:
        raise Refused(*problems)
