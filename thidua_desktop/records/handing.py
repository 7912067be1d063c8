"""What happens after signing: awards handed over, bonuses paid and returned, artefacts given back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Table, func, select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import artefact, award, decision, handover, payment
from thidua_desktop.domain import vietnamese


@dataclass(frozen=True)
class HandedRow:
    """An award handed over: when, at which event, to whom."""

    award_id: int
    on: date
    event_id: int | None
    receiver: str
    note: str


@dataclass(frozen=True)
class PaidRow:
    """A bonus: its amount in đồng, when paid, and when the money of a revoked award came back."""

    award_id: int
    amount: int
    paid_on: date | None
    returned_on: date | None
    document: str
    note: str


@dataclass(frozen=True)
class ArtefactRow:
    """What went with a revoked award: the day it came back."""

    award_id: int
    on: date
    note: str = ""


def handed(session: Session, award_ids: Iterable[int]) -> dict[int, HandedRow]:
    """Of these awards, those handed over."""
    found = {}
    for some in session.chunks(award_ids):
        for row in session.all(select(handover).where(handover.c.award_id.in_(some))):
            found[row.award_id] = HandedRow(row.award_id, row.on_day, row.event_id, row.receiver, row.note)
    return found


def paid(session: Session, award_ids: Iterable[int]) -> dict[int, PaidRow]:
    """Of these awards, those with a bonus noted."""
    found = {}
    for some in session.chunks(award_ids):
        for row in session.all(select(payment).where(payment.c.award_id.in_(some))):
            found[row.award_id] = PaidRow(
                row.award_id, row.amount, row.paid_on, row.returned_on, row.document, row.note
            )
    return found


def artefacts(session: Session, award_ids: Iterable[int]) -> dict[int, ArtefactRow]:
    """Of these awards, those whose artefact came back."""
    found = {}
    for some in session.chunks(award_ids):
        for row in session.all(select(artefact).where(artefact.c.award_id.in_(some))):
            found[row.award_id] = ArtefactRow(row.award_id, row.on_day, row.note)
    return found


def return_artefacts(session: Session, rows: Sequence[ArtefactRow]) -> None:
    """Note artefacts as given back, in place of what was noted before."""
    before = _ids(session, artefact, [row.award_id for row in rows])
    for row in rows:
        _put(session, artefact, before, row.award_id, {"on_day": row.on, "note": vietnamese.nfc(row.note)})


def forget_artefacts(session: Session, award_ids: Iterable[int]) -> None:
    """Note artefacts as not given back after all."""
    session.delete(artefact, list(_ids(session, artefact, award_ids).values()))


def hand_over(session: Session, rows: Sequence[HandedRow]) -> None:
    """Note awards as handed over, in place of what was noted before."""
    before = _ids(session, handover, [row.award_id for row in rows])
    for row in rows:
        values = {
            "on_day": row.on,
            "event_id": row.event_id,
            "receiver": vietnamese.clean(row.receiver),
            "note": vietnamese.nfc(row.note),
        }
        _put(session, handover, before, row.award_id, values)


def pay(session: Session, rows: Sequence[PaidRow]) -> None:
    """Note bonuses, in place of what was noted before."""
    before = _ids(session, payment, [row.award_id for row in rows])
    for row in rows:
        values = {
            "amount": row.amount,
            "paid_on": row.paid_on,
            "returned_on": row.returned_on,
            "document": vietnamese.clean(row.document),
            "note": vietnamese.nfc(row.note),
        }
        _put(session, payment, before, row.award_id, values)


def take_back(session: Session, award_ids: Iterable[int]) -> None:
    """Note awards as not handed over after all."""
    session.delete(handover, list(_ids(session, handover, award_ids).values()))


def unpay(session: Session, award_ids: Iterable[int]) -> None:
    """Forget the bonuses noted of awards."""
    session.delete(payment, list(_ids(session, payment, award_ids).values()))


def waiting(session: Session) -> int:
    """How many awards not revoked are signed and not handed over."""
    statement = (
        select(func.count())
        .select_from(award)
        .outerjoin(handover, handover.c.award_id == award.c.id)
        .where(handover.c.id.is_(None), award.c.revoked_by.is_(None))
    )
    return int(session.value(statement))


def waiting_since(session: Session, day: date) -> int:
    """How many awards decided on a day or later, not revoked, are not handed over."""
    statement = (
        select(func.count())
        .select_from(award)
        .join(decision, decision.c.id == award.c.decision_id)
        .outerjoin(handover, handover.c.award_id == award.c.id)
        .where(handover.c.id.is_(None), award.c.revoked_by.is_(None), decision.c.decided_on >= day)
    )
    return int(session.value(statement))


def to_be_returned(session: Session) -> list[int]:
    """Revoked awards whose bonus was paid and did not come back."""
    statement = (
        select(award.c.id)
        .join(payment, payment.c.award_id == award.c.id)
        .join(decision, decision.c.id == award.c.revoked_by)
        .where(payment.c.paid_on.is_not(None), payment.c.returned_on.is_(None))
    )
    return list(session.ids(statement.order_by(award.c.id)))


def _ids(session: Session, table: Table, award_ids: Iterable[int]) -> dict[int, int]:
    found: dict[int, int] = {}
    for some in session.chunks(award_ids):
        for row in session.all(select(table.c.id, table.c.award_id).where(table.c.award_id.in_(some))):
            found[row.award_id] = row.id
    return found


def _put(
    session: Session, table: Table, before: Mapping[int, int], award_id: int, values: Mapping[str, object]
) -> None:
    if award_id in before:
        session.update(table, before[award_id], values)
    else:
        session.insert(table, {"award_id": award_id, **values})
