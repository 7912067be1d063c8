"""What hangs on awards beside their decision: the nomination they came of, money, handing over."""

from collections.abc import Iterable

from sqlalchemy import select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import artefact, drafted, handover, nomination, payment


def remove(session: Session, award_ids: Iterable[int]) -> None:
    """Take away what hangs on awards that are removed; their nominations are without an award again."""
    for some in session.chunks(award_ids):
        for table in (payment, handover, artefact):
            session.delete(table, session.ids(select(table.c.id).where(table.c.award_id.in_(some))))
        for one in session.ids(select(nomination.c.id).where(nomination.c.award_id.in_(some))):
            session.update(nomination, one, {"award_id": None})


def unsign(session: Session, decision_id: int) -> None:
    """Make the draft a removed decision was signed from a draft again."""
    for one in session.ids(select(drafted.c.id).where(drafted.c.decision_id == decision_id)):
        session.update(drafted, one, {"decision_id": None})
