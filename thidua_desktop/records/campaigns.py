"""Campaigns with their contents, units, milestones and role models."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, Table, func, select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import (
    campaign,
    campaign_content,
    campaign_unit,
    decision,
    dossier,
    drafted,
    event,
    household,
    milestone,
    person,
    role_model,
    total,
    unit,
)
from thidua_desktop.domain import vietnamese
from thidua_desktop.domain.campaign import CampaignDraft, Milestone, RoleModel
from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.records.listing import ids_of, rows_of
from thidua_desktop.records.names import contains, thing_name
from thidua_desktop.records.query import ListQuery

_CHILDREN: tuple[Table, ...] = (campaign_content, campaign_unit, milestone, role_model)


@dataclass(frozen=True)
class CampaignRow:
    """A campaign as kept."""

    id: int
    name: str
    form: str
    level: str
    kind: str
    parent_id: int | None
    parent: str
    starts: PartialDate | None
    ends: PartialDate | None
    document: str
    note: str
    decisions: int


@dataclass(frozen=True)
class RoleModelRow:
    """A role model with the name it goes by."""

    name: str
    citation: str
    person_id: int | None
    unit_id: int | None
    household_id: int | None


def ids(session: Session, query: ListQuery) -> "array[int]":
    """Ids of the campaigns asked for; filters: level, form, kind, year (running in that year)."""
    statement = select(campaign.c.id)
    if query.search:
        statement = statement.where(contains(campaign, query.search))
    for code, column in (("level", campaign.c.level), ("form", campaign.c.form), ("kind", campaign.c.kind)):
        if query.filters.get(code):
            statement = statement.where(column == query.filters[code])
    if query.filters.get("year"):
        year = str(query.filters["year"])
        first, last = (func.substr(column, 1, 4) for column in (campaign.c.starts, campaign.c.ends))
        statement = statement.where(func.coalesce(first, year) <= year, func.coalesce(last, year) >= year)
    orders = {"starts": campaign.c.starts, "level": campaign.c.level}
    order = orders.get(query.sort, campaign.c.sort)
    return ids_of(session, statement.order_by(order.desc() if query.descending else order, campaign.c.id))


def rows(session: Session, ids_: Sequence[int]) -> list[CampaignRow]:
    """Campaigns by id, in the order given."""
    return rows_of(session, ids_, _select, _row)


def get(session: Session, campaign_id: int) -> CampaignRow:
    """One campaign; raises LookupError when not there."""
    found = rows(session, [campaign_id])
    if not found:
        raise LookupError(f"campaign {campaign_id}")
    return found[0]


def names(session: Session) -> dict[int, str]:
    """Every campaign's name by id, in order."""
    return {
        row.id: row.name
        for row in session.all(select(campaign.c.id, campaign.c.name).order_by(campaign.c.sort))
    }


def find(session: Session, name: str) -> int | None:
    """The campaign of exactly this name."""
    key = vietnamese.same_key(vietnamese.clean(name))
    return session.value(select(campaign.c.id).where(campaign.c.exact == key).limit(1))  # type: ignore[no-any-return]  # one integer column


def draft(session: Session, campaign_id: int) -> CampaignDraft:
    """A campaign as a draft to change."""
    row = get(session, campaign_id)

    def children(table: Table) -> Sequence[Any]:
        return session.all(select(table).where(table.c.campaign_id == campaign_id).order_by(table.c.id))

    return CampaignDraft(
        name=row.name,
        form=row.form,
        level=row.level,
        kind=row.kind,
        parent_id=row.parent_id,
        starts=row.starts,
        ends=row.ends,
        document=row.document,
        contents=tuple(child.text for child in children(campaign_content)),
        unit_ids=tuple(child.unit_id for child in children(campaign_unit)),
        milestones=tuple(Milestone(child.kind, child.on_day, child.note) for child in children(milestone)),
        role_models=tuple(
            RoleModel(child.person_id, child.unit_id, child.household_id, child.citation)
            for child in children(role_model)
        ),
        note=row.note,
    )


def role_models(session: Session, campaign_id: int) -> list[RoleModelRow]:
    """The role models of a campaign by name."""
    statement = (
        select(role_model, func.coalesce(person.c.name, household.c.name, unit.c.name).label("name"))
        .outerjoin(person, person.c.id == role_model.c.person_id)
        .outerjoin(household, household.c.id == role_model.c.household_id)
        .outerjoin(unit, unit.c.id == role_model.c.unit_id)
        .where(role_model.c.campaign_id == campaign_id)
        .order_by(role_model.c.id)
    )
    return [
        RoleModelRow(row.name, row.citation, row.person_id, row.unit_id, row.household_id)
        for row in session.all(statement)
    ]


def add(session: Session, draft_: CampaignDraft) -> int:
    """Add a campaign with all that belongs to it."""
    campaign_id = session.insert(campaign, _values(draft_))
    _write_children(session, campaign_id, draft_)
    return campaign_id


def change(session: Session, campaign_id: int, draft_: CampaignDraft) -> None:
    """Change a campaign and what belongs to it."""
    session.update(campaign, campaign_id, _values(draft_))
    _write_children(session, campaign_id, draft_)


def above(session: Session, campaign_id: int) -> list[int]:
    """A campaign and every campaign above it."""
    chain: list[int] = []
    step: int | None = campaign_id
    while step is not None and step not in chain:
        chain.append(step)
        step = session.value(select(campaign.c.parent_id).where(campaign.c.id == step))
    return chain


def in_use(session: Session, campaign_id: int) -> str | None:
    """Why a campaign cannot be removed, in words; None when it can."""
    uses = (
        (decision.c.campaign_id, "quyết định khen thưởng"),
        (campaign.c.parent_id, "phong trào cấp dưới"),
        (event.c.launched_campaign_id, "hội nghị phát động"),
        (total.c.campaign_id, "số liệu kế thừa"),
        (dossier.c.campaign_id, "hồ sơ đề nghị"),
        (drafted.c.campaign_id, "dự thảo quyết định"),
    )
    for column, words in uses:
        count = session.value(select(func.count()).select_from(column.table).where(column == campaign_id))
        if count:
            return f"{count} {words}"
    return None


def remove(session: Session, campaign_id: int) -> None:
    """Remove a campaign nothing refers to."""
    for table in _CHILDREN:
        found = session.all(select(table.c.id).where(table.c.campaign_id == campaign_id))
        session.delete(table, [row.id for row in found])
    session.delete(campaign, campaign_id)


def _write_children(session: Session, campaign_id: int, draft_: CampaignDraft) -> None:
    contents = [{"place": place, "text": vietnamese.nfc(text)} for place, text in enumerate(draft_.contents)]
    units = [{"unit_id": unit_id} for unit_id in draft_.unit_ids]
    steps = [
        {"kind": step.kind, "on_day": step.on, "note": vietnamese.nfc(step.note)}
        for step in draft_.milestones
    ]
    models = [
        {
            "person_id": model.person_id,
            "unit_id": model.unit_id,
            "household_id": model.household_id,
            "citation": vietnamese.nfc(model.citation),
        }
        for model in draft_.role_models
    ]
    children: tuple[list[dict[str, Any]], ...] = (contents, units, steps, models)
    for table, wanted in zip(_CHILDREN, children, strict=True):
        session.replace_children(table, "campaign_id", campaign_id, wanted)


def _select(some: Iterable[int]) -> Select[Any]:
    parent = campaign.alias("parent")
    given = select(func.count()).where(decision.c.campaign_id == campaign.c.id).scalar_subquery()
    return (
        select(campaign, func.coalesce(parent.c.name, "").label("parent"), given.label("decisions"))
        .outerjoin(parent, parent.c.id == campaign.c.parent_id)
        .where(campaign.c.id.in_(list(some)))
    )


def _row(row: Any) -> CampaignRow:
    return CampaignRow(
        row.id,
        row.name,
        row.form,
        row.level,
        row.kind,
        row.parent_id,
        row.parent,
        row.starts,
        row.ends,
        row.document,
        row.note,
        row.decisions,
    )


def _values(draft_: CampaignDraft) -> dict[str, object]:
    return {
        **thing_name(draft_.name),
        "form": draft_.form,
        "level": draft_.level,
        "kind": draft_.kind,
        "parent_id": draft_.parent_id,
        "starts": draft_.starts,
        "ends": draft_.ends,
        "document": vietnamese.clean(draft_.document),
        "note": vietnamese.nfc(draft_.note),
    }
