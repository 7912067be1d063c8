"""Inherited totals: figures without names, replaced once when the detailed rows arrive."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, func, select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import award_kind, campaign, event, total, unit
from thidua_desktop.domain import vietnamese
from thidua_desktop.domain.total import TotalDraft
from thidua_desktop.records.listing import ids_of, rows_of
from thidua_desktop.records.query import ListQuery


@dataclass(frozen=True)
class TotalRow:
    """An inherited total as kept; replaced_on is the day its detailed rows took its place."""

    id: int
    times: int
    awards: tuple[str, ...]
    recipient: str
    level: str
    start: date
    end: date
    source: str
    event_id: int | None
    event: str
    unit_id: int | None
    unit: str
    campaign_id: int | None
    campaign: str
    type: str
    note: str
    replaced_on: date | None


def ids(session: Session, query: ListQuery) -> "array[int]":
    """Ids of the totals asked for; filters: level, recipient, ids joined by "+"."""
    statement = select(total.c.id)
    if query.search.strip():
        statement = statement.where(total.c.id.in_(_holding(session, query.search)))
    for code, column in (("level", total.c.level), ("recipient", total.c.recipient)):
        if query.filters.get(code):
            statement = statement.where(column == query.filters[code])
    if query.filters.get("ids"):
        statement = statement.where(total.c.id.in_(map(int, str(query.filters["ids"]).split("+"))))
    orders = {"times": total.c.times, "awards": total.c.awards}
    order = orders.get(query.sort, total.c.start)
    return ids_of(session, statement.order_by(order.desc() if query.descending else order, total.c.id))


def rows(session: Session, ids_: Sequence[int]) -> list[TotalRow]:
    """Totals by id, in the order given."""
    return rows_of(session, ids_, _select, _row)


def counted(session: Session) -> list[TotalRow]:
    """Totals not yet replaced by detailed rows."""
    statement = select(total.c.id).where(total.c.replaced_on.is_(None)).order_by(total.c.start, total.c.id)
    return rows(session, ids_of(session, statement))


def get(session: Session, total_id: int) -> TotalRow:
    """One inherited total; raises LookupError when not there."""
    found = rows(session, [total_id])
    if not found:
        raise LookupError(f"total {total_id}")
    return found[0]


def draft_of(row: TotalRow) -> TotalDraft:
    """An inherited total as a draft to change."""
    return TotalDraft(
        row.times,
        row.awards,
        row.recipient,
        row.level,
        row.start,
        row.end,
        row.source,
        row.event_id,
        row.unit_id,
        row.campaign_id,
        row.type,
        row.note,
    )


def add(session: Session, draft: TotalDraft) -> int:
    """Add an inherited total."""
    return session.insert(total, _values(draft))


def change(session: Session, total_id: int, draft: TotalDraft) -> None:
    """Change an inherited total."""
    session.update(total, total_id, _values(draft))


def replace(session: Session, total_id: int, on: date | None) -> None:
    """Note that detailed rows have taken a total's place (or, with None, that they have not)."""
    session.update(total, total_id, {"replaced_on": on})


def remove(session: Session, total_id: int) -> None:
    """Remove an inherited total."""
    session.delete(total, total_id)


def _holding(session: Session, typed: str) -> list[int]:
    """Totals whose source or awards hold what was typed; there are never many of them."""
    called = {
        row.code: f"{row.short} · {row.name}"
        for row in session.all(select(award_kind.c.code, award_kind.c.short, award_kind.c.name))
    }
    found = []
    for row in session.all(select(total.c.id, total.c.source, total.c.awards, total.c.note)):
        awards = " · ".join(called.get(code, "") for code in row.awards.split("+"))
        if vietnamese.matches(typed, f"{row.source} · {awards} · {row.note}"):
            found.append(row.id)
    return found


def _select(some: Iterable[int]) -> Select[Any]:
    return (
        select(
            total,
            func.coalesce(event.c.name, "").label("event"),
            func.coalesce(unit.c.name, "").label("unit"),
            func.coalesce(campaign.c.name, "").label("campaign"),
        )
        .outerjoin(event, event.c.id == total.c.event_id)
        .outerjoin(unit, unit.c.id == total.c.unit_id)
        .outerjoin(campaign, campaign.c.id == total.c.campaign_id)
        .where(total.c.id.in_(list(some)))
    )


def _row(row: Any) -> TotalRow:
    return TotalRow(
        row.id,
        row.times,
        tuple(row.awards.split("+")),
        row.recipient,
        row.level,
        row.start,
        row.end,
        row.source,
        row.event_id,
        row.event,
        row.unit_id,
        row.unit,
        row.campaign_id,
        row.campaign,
        row.type,
        row.note,
        row.replaced_on,
    )


def _values(draft: TotalDraft) -> dict[str, object]:
    return {
        "times": draft.times,
        "awards": "+".join(draft.awards),
        "recipient": draft.recipient,
        "level": draft.level,
        "start": draft.start,
        "end": draft.end,
        "source": vietnamese.clean(draft.source),
        "event_id": draft.event_id,
        "unit_id": draft.unit_id,
        "campaign_id": draft.campaign_id,
        "type": draft.type,
        "note": vietnamese.nfc(draft.note),
    }
