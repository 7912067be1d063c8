"""Events: delegates, speeches, and the campaign launched there."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import (
    attachment,
    award,
    campaign,
    decision,
    delegate,
    event,
    handover,
    speech,
    total,
)
from thidua_desktop.domain import vietnamese
from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.domain.event import Delegate, EventDraft, Speech
from thidua_desktop.records.listing import ids_of, rows_of
from thidua_desktop.records.names import contains, thing_name
from thidua_desktop.records.query import ListQuery


@dataclass(frozen=True)
class EventRow:
    """An event as kept; honourees counts the awards of its decisions."""

    id: int
    name: str
    held_on: PartialDate | None
    host: str
    place: str
    launched_campaign_id: int | None
    launched: str
    note: str
    honourees: int


def ids(session: Session, query: ListQuery) -> "array[int]":
    """Ids of the events asked for, the latest first unless sorted otherwise."""
    statement = select(event.c.id)
    if query.search:
        statement = statement.where(contains(event, query.search))
    if query.sort == "name":
        order = event.c.sort.desc() if query.descending else event.c.sort
    else:
        order = event.c.held_on if query.sort and not query.descending else event.c.held_on.desc()
    return ids_of(session, statement.order_by(order, event.c.id))


def rows(session: Session, ids_: Sequence[int]) -> list[EventRow]:
    """Events by id, in the order given."""
    return rows_of(session, ids_, _select, _row)


def get(session: Session, event_id: int) -> EventRow:
    """One event; raises LookupError when not there."""
    found = rows(session, [event_id])
    if not found:
        raise LookupError(f"event {event_id}")
    return found[0]


def names(session: Session) -> dict[int, str]:
    """Every event's name by id, latest first."""
    return {
        row.id: row.name
        for row in session.all(select(event.c.id, event.c.name).order_by(event.c.held_on.desc()))
    }


def find(session: Session, name: str) -> int | None:
    """The event of exactly this name."""
    key = vietnamese.same_key(vietnamese.clean(name))
    return session.value(select(event.c.id).where(event.c.exact == key).limit(1))  # type: ignore[no-any-return]  # one integer column


def draft(session: Session, event_id: int) -> EventDraft:
    """An event as a draft to change."""
    row = get(session, event_id)
    delegates = session.all(
        select(delegate).where(delegate.c.event_id == event_id).order_by(delegate.c.place)
    )
    speeches = session.all(select(speech).where(speech.c.event_id == event_id).order_by(speech.c.place))
    return EventDraft(
        name=row.name,
        held_on=row.held_on,
        host=row.host,
        place=row.place,
        delegates=tuple(Delegate(d.name, tuple(filter(None, d.offices.split("\n")))) for d in delegates),
        speeches=tuple(Speech(s.speaker, s.text) for s in speeches),
        launched_campaign_id=row.launched_campaign_id,
        note=row.note,
    )


def add(session: Session, draft_: EventDraft) -> int:
    """Add an event with delegates and speeches."""
    event_id = session.insert(event, _values(draft_))
    _write_children(session, event_id, draft_)
    return event_id


def change(session: Session, event_id: int, draft_: EventDraft) -> None:
    """Change an event."""
    session.update(event, event_id, _values(draft_))
    _write_children(session, event_id, draft_)


def in_use(session: Session, event_id: int) -> str | None:
    """Why an event cannot be removed, in words; None when it can."""
    for column, words in (
        (decision.c.event_id, "quyết định"),
        (total.c.event_id, "số liệu kế thừa"),
        (handover.c.event_id, "lượt trao thưởng"),
    ):
        count = session.value(select(func.count()).select_from(column.table).where(column == event_id))
        if count:
            return f"{count} {words}"
    return None


def remove(session: Session, event_id: int) -> None:
    """Remove an event no decision belongs to."""
    for table in (delegate, speech, attachment):
        found = session.all(select(table.c.id).where(table.c.event_id == event_id))
        session.delete(table, [row.id for row in found])
    session.delete(event, event_id)


def _write_children(session: Session, event_id: int, draft_: EventDraft) -> None:
    delegates = [
        {"place": place, "name": vietnamese.clean(d.name), "offices": _listed(d.offices)}
        for place, d in enumerate(draft_.delegates)
    ]
    speeches = [
        {"place": place, "speaker": vietnamese.clean(s.speaker), "text": vietnamese.nfc(s.text)}
        for place, s in enumerate(draft_.speeches)
    ]
    session.replace_children(delegate, "event_id", event_id, delegates)
    session.replace_children(speech, "event_id", event_id, speeches)


def _listed(offices: Iterable[str]) -> str:
    return "\n".join(filter(None, map(vietnamese.clean, offices)))


def _select(some: Iterable[int]) -> Select[Any]:
    honoured = (
        select(func.count())
        .select_from(award.join(decision, decision.c.id == award.c.decision_id))
        .where(decision.c.event_id == event.c.id, award.c.revoked_by.is_(None))
        .scalar_subquery()
    )
    return (
        select(event, func.coalesce(campaign.c.name, "").label("launched"), honoured.label("honourees"))
        .outerjoin(campaign, campaign.c.id == event.c.launched_campaign_id)
        .where(event.c.id.in_(list(some)))
    )


def _row(row: Any) -> EventRow:
    return EventRow(
        row.id,
        row.name,
        row.held_on,
        row.host,
        row.place,
        row.launched_campaign_id,
        row.launched,
        row.note,
        row.honourees,
    )


def _values(draft_: EventDraft) -> dict[str, object]:
    return {
        **thing_name(draft_.name),
        "held_on": draft_.held_on,
        "host": vietnamese.clean(draft_.host),
        "place": vietnamese.clean(draft_.place),
        "launched_campaign_id": draft_.launched_campaign_id,
        "note": vietnamese.nfc(draft_.note),
    }
