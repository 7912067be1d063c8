"""Decisions drafted and not yet signed."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import campaign, decision, drafted, nomination
from thidua_desktop.domain import vietnamese
from thidua_desktop.domain.drafted import DraftedDraft
from thidua_desktop.records.listing import ids_found, rows_of
from thidua_desktop.records.query import ListQuery


@dataclass(frozen=True)
class DraftedRow:
    """A draft as kept; decision is the number it was signed under, "" before."""

    id: int
    name: str
    level: str
    authority: str
    signer: str
    signer_post: str
    type: str
    year: int
    campaign_id: int | None
    campaign: str
    note: str
    decision_id: int | None
    decision: str
    awards: int


def ids(session: Session, query: ListQuery) -> "array[int]":
    """Ids of the drafts asked for, the latest first; filters: year, signed ("yes", "no")."""
    statement = select(drafted.c.id).outerjoin(decision, decision.c.id == drafted.c.decision_id)
    if query.filters.get("year"):
        statement = statement.where(drafted.c.year == query.filters["year"])
    if query.filters.get("signed"):
        signed = drafted.c.decision_id.is_not(None)
        statement = statement.where(signed if query.filters["signed"] == "yes" else ~signed)
    texts = (drafted.c.name, drafted.c.authority, decision.c.number)
    return ids_found(session, statement.order_by(drafted.c.id.desc()), query.search, *texts)


def rows(session: Session, ids_: Sequence[int]) -> list[DraftedRow]:
    """Drafts by id, in the order given."""
    return rows_of(session, ids_, _select, _row)


def get(session: Session, drafted_id: int) -> DraftedRow:
    """One draft; raises LookupError when not there."""
    found = rows(session, [drafted_id])
    if not found:
        raise LookupError(f"drafted {drafted_id}")
    return found[0]


def add(session: Session, draft: DraftedDraft) -> int:
    """Add a draft."""
    return session.insert(drafted, _values(draft))


def change(session: Session, drafted_id: int, draft: DraftedDraft) -> None:
    """Change a draft."""
    session.update(drafted, drafted_id, _values(draft))


def sign(session: Session, drafted_id: int, decision_id: int | None) -> None:
    """Note the decision a draft became, or that it is a draft again."""
    session.update(drafted, drafted_id, {"decision_id": decision_id})


def rename(session: Session, submission_id: int, before: str, after: str) -> None:
    """Call drafts of a submission that bear a name by another."""
    own = select(nomination.c.drafted_id).where(nomination.c.submission_id == submission_id)
    named = select(drafted.c.id).where(drafted.c.id.in_(own), drafted.c.name == before)
    for drafted_id in session.ids(named):
        session.update(drafted, drafted_id, {"name": vietnamese.clean(after)})


def remove(session: Session, drafted_id: int) -> None:
    """Remove a draft; its nominations wait again."""
    for nomination_id in session.ids(select(nomination.c.id).where(nomination.c.drafted_id == drafted_id)):
        session.update(nomination, nomination_id, {"drafted_id": None})
    session.delete(drafted, drafted_id)


def _select(some: Iterable[int]) -> Select[Any]:
    own = select(func.count()).select_from(nomination).where(nomination.c.drafted_id == drafted.c.id)
    return (
        select(
            drafted,
            func.coalesce(campaign.c.name, "").label("campaign"),
            func.coalesce(decision.c.number, "").label("decision"),
            own.scalar_subquery().label("awards"),
        )
        .outerjoin(campaign, campaign.c.id == drafted.c.campaign_id)
        .outerjoin(decision, decision.c.id == drafted.c.decision_id)
        .where(drafted.c.id.in_(list(some)))
    )


def _row(row: Any) -> DraftedRow:
    return DraftedRow(
        row.id,
        row.name,
        row.level,
        row.authority,
        row.signer,
        row.signer_post,
        row.type,
        row.year,
        row.campaign_id,
        row.campaign,
        row.note,
        row.decision_id,
        row.decision,
        row.awards,
    )


def _values(draft: DraftedDraft) -> dict[str, object]:
    return {
        "name": vietnamese.clean(draft.name),
        "level": draft.level,
        "authority": vietnamese.clean(draft.authority),
        "signer": vietnamese.clean(draft.signer),
        "signer_post": vietnamese.clean(draft.signer_post),
        "type": draft.type,
        "year": draft.year,
        "campaign_id": draft.campaign_id,
        "note": vietnamese.nfc(draft.note),
    }
