"""What the office does after signing: hand over, pay, have money and artefacts returned."""

from collections.abc import Mapping, Sequence
from datetime import date

from thidua_desktop.db import Session
from thidua_desktop.domain.dates import show
from thidua_desktop.domain.errors import Problem, Refused
from thidua_desktop.records import awards, decisions, handing
from thidua_desktop.records.handing import ArtefactRow, HandedRow, PaidRow


def hand_over(
    session: Session,
    award_ids: Sequence[int],
    on: date | None,
    *,
    receiver: str = "",
    event_id: int | None = None,
    note: str = "",
) -> None:
    """Note awards as handed over on a day; Refused for revoked ones and days before the decision."""
    if on is None:
        raise Refused(Problem("on", "Chưa nhập ngày trao."))
    for row in awards.rows(session, award_ids):
        if row.revoked_by is not None:
            raise Refused(f"Lượt khen của {row.name} đã bị thu hồi nên không trao.")
        if on < row.decided_on:
            raise Refused(
                Problem("on", f"Ngày trao trước ngày ký quyết định {row.number} ({show(row.decided_on)}).")
            )
    handing.hand_over(session, [HandedRow(one, on, event_id, receiver, note) for one in award_ids])


def take_back(session: Session, award_ids: Sequence[int]) -> None:
    """Say that awards were not handed over after all."""
    handing.take_back(session, award_ids)


def pay(
    session: Session, amounts: Mapping[int, int], on: date | None, *, document: str = "", note: str = ""
) -> None:
    """Note the bonuses of awards, in đồng by award; without a day they are set but not yet paid."""
    wrong = [amount for amount in amounts.values() if amount <= 0]
    if wrong:
        raise Refused(Problem("amount", "Số tiền phải lớn hơn 0."))
    for row in awards.rows(session, list(amounts)):
        if row.revoked_by is not None:
            raise Refused(f"Lượt khen của {row.name} đã bị thu hồi nên không chi tiền thưởng.")
    rows = [PaidRow(one, amount, on, None, document, note) for one, amount in amounts.items()]
    handing.pay(session, rows)


def give_back(session: Session, award_ids: Sequence[int], on: date | None) -> None:
    """Note that the money of revoked awards came back; Refused for days before it was paid or revoked."""
    if on is None:
        raise Refused(Problem("on", "Chưa nhập ngày nộp lại."))
    paid = handing.paid(session, award_ids)
    for row in awards.rows(session, award_ids):
        there = paid.get(row.id)
        if there is None or there.paid_on is None:
            raise Refused(f"Chưa ghi đã chi tiền thưởng cho {row.name}.")
        if row.revoked_by is not None and on < there.paid_on:
            raise Refused(Problem("on", f"Ngày nộp lại trước ngày chi tiền ({show(there.paid_on)})."))
    _refuse_before_revoked(session, award_ids, on)
    kept = [
        PaidRow(one.award_id, one.amount, one.paid_on, on, one.document, one.note) for one in paid.values()
    ]
    handing.pay(session, kept)


def return_artefacts(session: Session, award_ids: Sequence[int], on: date | None, *, note: str = "") -> None:
    """Note that what went with revoked awards came back; Refused for others and days before."""
    if on is None:
        raise Refused(Problem("on", "Chưa nhập ngày nộp lại."))
    _refuse_before_revoked(session, award_ids, on)
    handing.return_artefacts(session, [ArtefactRow(one, on, note) for one in award_ids])


def forget_artefacts(session: Session, award_ids: Sequence[int]) -> None:
    """Say that what went with awards did not come back after all."""
    handing.forget_artefacts(session, award_ids)


def _refuse_before_revoked(session: Session, award_ids: Sequence[int], on: date) -> None:
    """Refuse awards that are not revoked, and a day before they were."""
    given = awards.rows(session, award_ids)
    revoking = decisions.rows(session, list({row.revoked_by for row in given if row.revoked_by is not None}))
    revoked = {row.id: row for row in revoking}
    for row in given:
        if row.revoked_by is None:
            raise Refused(f"Lượt khen của {row.name} không bị thu hồi.")
        by = revoked[row.revoked_by]
        if on < by.decided_on:
            said = f"quyết định thu hồi {by.number} ({show(by.decided_on)})"
            raise Refused(Problem("on", f"Ngày nộp lại trước ngày ký {said}."))


def unpay(session: Session, award_ids: Sequence[int]) -> None:
    """Forget bonuses noted by mistake."""
    handing.unpay(session, award_ids)
