"""Decisions with the totals stated on the paper and what is really entered."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, and_, cast, func, or_, select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import attachment, award, campaign, decision, event
from thidua_desktop.domain import vietnamese
from thidua_desktop.domain.decision import AwardDraft, DecisionDraft, Stated, number_key, one_authority
from thidua_desktop.records import award_traces, awards
from thidua_desktop.records.listing import ids_of, rows_of
from thidua_desktop.records.query import ListQuery

_YEAR = func.coalesce(
    decision.c.year, cast(func.substr(decision.c.decided_on, 1, 4), Integer)
)  # as its awards


@dataclass(frozen=True)
class DecisionRow:
    """A decision as kept, with its counted rows beside the totals on the paper."""

    id: int
    number: str
    decided_on: date
    level: str
    authority: str
    signer: str
    signer_post: str
    type: str
    year: int | None
    campaign_id: int | None
    campaign: str
    event_id: int | None
    event: str
    stated: Stated
    counted: Stated
    note: str
    scans: int


def ids(session: Session, query: ListQuery) -> "array[int]":
    """Ids of the decisions asked for; filters: level, campaign, event, type, year, award, unit, differing."""
    statement = select(decision.c.id)
    if query.search.strip():
        found = awards.matching_ids(ListQuery(search=query.search, filters={"revoked": "1"}))
        through = select(award.c.decision_id).where(award.c.id.in_(found))
        hits = [func.instr(decision.c.search, vietnamese.fold(query.search)) > 0, decision.c.id.in_(through)]
        if any(char.isdigit() for char in query.search):
            hits.append(func.instr(decision.c.number_key, number_key(query.search)) > 0)
        statement = statement.where(or_(*hits))
    for code, column in (
        ("level", decision.c.level),
        ("campaign", decision.c.campaign_id),
        ("event", decision.c.event_id),
        ("type", decision.c.type),
        ("year", _YEAR),
    ):
        if query.filters.get(code):
            statement = statement.where(column == query.filters[code])
    for code, column in (("award", award.c.kind_id), ("unit", award.c.unit_id)):
        if query.filters.get(code):
            holding = select(award.c.decision_id).where(column == query.filters[code])
            statement = statement.where(decision.c.id.in_(holding))
    if query.filters.get("differing"):
        statement = statement.where(_differing())
    orders: dict[str, list[Any]] = {
        "number": awards.number_order(),
        "level": [decision.c.level],
        "year": [_YEAR],
    }
    order = orders.get(query.sort, [decision.c.decided_on])
    newest_first = query.descending or not query.sort
    columns = (column.desc() if newest_first else column for column in order)
    return ids_of(session, statement.order_by(*columns, decision.c.id.desc()))


def rows(session: Session, ids_: Sequence[int]) -> list[DecisionRow]:
    """Decisions by id, in the order given."""
    return rows_of(session, ids_, _select, _row)


def get(session: Session, decision_id: int) -> DecisionRow:
    """One decision; raises LookupError when not there."""
    found = rows(session, [decision_id])
    if not found:
        raise LookupError(f"decision {decision_id}")
    return found[0]


def draft(session: Session, decision_id: int) -> DecisionDraft:
    """A decision as a draft to change, its awards in the order of the paper."""
    row = get(session, decision_id)
    lines = awards.of_decision(session, decision_id)
    return DecisionDraft(
        number=row.number,
        decided_on=row.decided_on,
        level=row.level,
        authority=row.authority,
        signer=row.signer,
        signer_post=row.signer_post,
        type=row.type,
        year=row.year,
        campaign_id=row.campaign_id,
        event_id=row.event_id,
        stated=row.stated,
        note=row.note,
        awards=tuple(_award_draft(line) for line in lines),
    )


def find(
    session: Session,
    number: str,
    decided_on: date,
    level: str,
    *,
    authority: str = "",
    but: int | None = None,
) -> int | None:
    """The decision of this number, day and level; where many sign at a level, of this authority if known."""
    statement = select(decision.c.id, decision.c.authority).where(
        decision.c.number_key == number_key(number),
        decision.c.decided_on == decided_on,
        decision.c.level == level,
        decision.c.id != (but or 0),
    )
    same = (row.id for row in session.all(statement) if one_authority(level, row.authority, authority))
    return next(same, None)


def add(session: Session, draft_: DecisionDraft) -> int:
    """Add a decision without its awards (see awards.add_many)."""
    return session.insert(decision, _values(draft_))


def add_many(session: Session, drafts: Sequence[DecisionDraft]) -> list[int]:
    """Add decisions at once, in their order, without their awards."""
    return list(session.insert_many(decision, [_values(draft_) for draft_ in drafts]))


def change(session: Session, decision_id: int, draft_: DecisionDraft) -> None:
    """Change what stands on the paper's head; awards are changed by themselves."""
    session.update(decision, decision_id, _values(draft_))


def remove(session: Session, decision_id: int) -> None:
    """Remove a decision with its awards and the notes of its scans; revocations it made are taken back."""
    revoked = session.all(select(award.c.id).where(award.c.revoked_by == decision_id))
    awards.revoke(session, [row.id for row in revoked], None)
    awards.remove(
        session, [row.id for row in session.all(select(award.c.id).where(award.c.decision_id == decision_id))]
    )
    scans = session.all(select(attachment.c.id).where(attachment.c.decision_id == decision_id))
    session.delete(attachment, [row.id for row in scans])
    award_traces.unsign(session, decision_id)
    session.delete(decision, decision_id)


def _award_draft(line: awards.AwardRow) -> AwardDraft:
    return AwardDraft(
        id=line.id,
        award=line.award,
        recipient=line.recipient,
        name=line.name,
        year=line.year,
        person_id=line.person_id,
        unit_id=line.unit_id,
        household_id=line.household_id,
        post=line.post,
        unit_written=line.unit,
        title_written=line.title_written,
        citation=line.citation,
    )


def _differing() -> ColumnElement[bool]:
    """Whether a total stated on the paper is not the number of rows entered."""
    rows_of_paper = select(func.count()).where(award.c.decision_id == decision.c.id)
    return or_(
        and_(
            decision.c.stated_total.is_not(None), decision.c.stated_total != rows_of_paper.scalar_subquery()
        ),
        *(
            and_(
                on_paper.is_not(None),
                on_paper != rows_of_paper.where(award.c.recipient == kind).scalar_subquery(),
            )
            for kind, on_paper in (
                ("person", decision.c.stated_persons),
                ("collective", decision.c.stated_collectives),
                ("household", decision.c.stated_households),
            )
        ),
    )


def _select(some: Iterable[int]) -> Select[Any]:
    wanted = list(some)

    def count(kind: str) -> Any:
        return func.count().filter(award.c.recipient == kind).label(f"{kind}s")

    counted = (
        select(award.c.decision_id, count("person"), count("collective"), count("household"))
        .where(award.c.decision_id.in_(wanted))
        .group_by(award.c.decision_id)
        .subquery()
    )
    scans = select(func.count()).where(attachment.c.decision_id == decision.c.id).scalar_subquery()
    return (
        select(
            decision,
            func.coalesce(campaign.c.name, "").label("campaign"),
            func.coalesce(event.c.name, "").label("event"),
            func.coalesce(counted.c.persons, 0).label("persons"),
            func.coalesce(counted.c.collectives, 0).label("collectives"),
            func.coalesce(counted.c.households, 0).label("households"),
            scans.label("scans"),
        )
        .outerjoin(campaign, campaign.c.id == decision.c.campaign_id)
        .outerjoin(event, event.c.id == decision.c.event_id)
        .outerjoin(counted, counted.c.decision_id == decision.c.id)
        .where(decision.c.id.in_(wanted))
    )


def _row(row: Any) -> DecisionRow:
    total = row.persons + row.collectives + row.households
    return DecisionRow(
        id=row.id,
        number=row.number,
        decided_on=row.decided_on,
        level=row.level,
        authority=row.authority,
        signer=row.signer,
        signer_post=row.signer_post,
        type=row.type,
        year=row.year,
        campaign_id=row.campaign_id,
        campaign=row.campaign,
        event_id=row.event_id,
        event=row.event,
        stated=Stated(row.stated_persons, row.stated_collectives, row.stated_households, row.stated_total),
        counted=Stated(row.persons, row.collectives, row.households, total),
        note=row.note,
        scans=row.scans,
    )


def _values(draft_: DecisionDraft) -> dict[str, object]:
    number = vietnamese.clean(draft_.number)
    return {
        "number": number,
        "number_key": number_key(number),
        "search": vietnamese.fold(f"{number} {draft_.authority} {draft_.signer}"),
        "decided_on": draft_.decided_on,
        "level": draft_.level,
        "authority": vietnamese.clean(draft_.authority),
        "signer": vietnamese.clean(draft_.signer),
        "signer_post": vietnamese.clean(draft_.signer_post),
        "type": draft_.type,
        "year": draft_.year,
        "campaign_id": draft_.campaign_id,
        "event_id": draft_.event_id,
        "stated_persons": draft_.stated.persons,
        "stated_collectives": draft_.stated.collectives,
        "stated_households": draft_.stated.households,
        "stated_total": draft_.stated.total,
        "note": vietnamese.nfc(draft_.note),
    }
