"""Households as recipients."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ScalarSelect, Select, func, select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import (
    attested,
    award,
    decision,
    household,
    nomination,
    pledge,
    role_model,
    unit,
)
from thidua_desktop.domain import vietnamese
from thidua_desktop.domain.person import HouseholdDraft
from thidua_desktop.records.award_filters import BY_AWARDS, conditions, needs_decision
from thidua_desktop.records.listing import ids_of, rows_of
from thidua_desktop.records.names import contains, person_name
from thidua_desktop.records.query import ListQuery


@dataclass(frozen=True)
class HouseholdRow:
    """A household as kept."""

    id: int
    name: str
    unit_id: int | None
    unit: str
    address: str
    note: str
    awards: int


def ids(session: Session, query: ListQuery) -> "array[int]":
    """Ids of the households asked for; filters: unit; award (kind id), year, campaign, level."""
    statement = select(household.c.id)
    if query.search:
        statement = statement.where(contains(household, query.search))
    if query.filters.get("unit"):
        statement = statement.where(household.c.unit_id == query.filters["unit"])
    given = {code: query.filters[code] for code in BY_AWARDS if query.filters.get(code)}
    if given:
        holding = select(award.c.household_id).where(award.c.household_id.is_not(None), *conditions(given))
        if needs_decision(given):
            holding = holding.join(decision, decision.c.id == award.c.decision_id)
        statement = statement.where(household.c.id.in_(holding))
    order = [*([_awards_given()] if query.sort == "awards" else []), household.c.sort]
    columns = (column.desc() if query.descending else column for column in order)
    return ids_of(session, statement.order_by(*columns, household.c.id))


def rows(session: Session, ids_: Sequence[int]) -> list[HouseholdRow]:
    """Households by id, in the order given."""
    return rows_of(session, ids_, _select, _row)


def get(session: Session, household_id: int) -> HouseholdRow:
    """One household; raises LookupError when not there."""
    found = rows(session, [household_id])
    if not found:
        raise LookupError(f"household {household_id}")
    return found[0]


def names(session: Session, ids_: Iterable[int]) -> dict[int, str]:
    """Present names by id."""
    found: dict[int, str] = {}
    for some in session.chunks(ids_):
        for row in session.all(select(household.c.id, household.c.name).where(household.c.id.in_(some))):
            found[row.id] = row.name
    return found


def add(session: Session, draft: HouseholdDraft) -> int:
    """Add a household."""
    return session.insert(household, _values(draft))


def add_many(session: Session, drafts: Sequence[HouseholdDraft]) -> list[int]:
    """Add households at once, in their order."""
    return list(session.insert_many(household, [_values(draft) for draft in drafts]))


def change(session: Session, household_id: int, draft: HouseholdDraft) -> None:
    """Change a household."""
    session.update(household, household_id, _values(draft))


def remove(session: Session, household_id: int) -> None:
    """Remove a household without awards."""
    lines = session.all(select(role_model.c.id).where(role_model.c.household_id == household_id))
    session.delete(role_model, [row.id for row in lines])
    session.delete(household, household_id)


def find(session: Session, name: str, unit_id: int | None) -> int | None:
    """The household of exactly this name in this unit."""
    return index(session, [name]).get((_key(name), unit_id))


def index(session: Session, names: Iterable[str]) -> dict[tuple[str, int | None], int]:
    """Households of these names by exact key and unit; for reading long lists at once."""
    found: dict[tuple[str, int | None], int] = {}
    keys = sorted({_key(name) for name in names})
    for start in range(0, len(keys), 400):
        statement = select(household.c.exact, household.c.unit_id, household.c.id).where(
            household.c.exact.in_(keys[start : start + 400])
        )
        for row in session.all(statement.order_by(household.c.id.desc())):
            found[row.exact, row.unit_id] = row.id
    return found


def count_awards(session: Session, household_id: int) -> int:
    """How many awards, revoked ones too, stand in a household's name."""
    held = select(func.count()).select_from(award).where(award.c.household_id == household_id)
    return int(session.value(held))


def count_nominations(session: Session, household_id: int) -> int:
    """How many nominations stand in a household's name."""
    own = select(func.count()).select_from(nomination).where(nomination.c.household_id == household_id)
    return int(session.value(own))


def remove_years(session: Session, household_id: int) -> None:
    """Remove what a household pledged and what was stated of it."""
    for table in (pledge, attested):
        own = select(table.c.id).where(table.c.household_id == household_id)
        session.delete(table, [row.id for row in session.all(own)])


def _key(name: str) -> str:
    return vietnamese.same_key(vietnamese.clean(name))


def _awards_given() -> ScalarSelect[int]:
    """How many awards, revoked ones left out, a household of the statement around was given."""
    given = award.c.household_id == household.c.id, award.c.revoked_by.is_(None)
    return select(func.count()).select_from(award).where(*given).scalar_subquery()


def _select(some: Iterable[int]) -> Select[Any]:
    return (
        select(household, func.coalesce(unit.c.name, "").label("unit"), _awards_given().label("awards"))
        .outerjoin(unit, unit.c.id == household.c.unit_id)
        .where(household.c.id.in_(list(some)))
    )


def _row(row: Any) -> HouseholdRow:
    return HouseholdRow(row.id, row.name, row.unit_id, row.unit, row.address, row.note, row.awards)


def _values(draft: HouseholdDraft) -> dict[str, object]:
    return {
        **person_name(draft.name),
        "unit_id": draft.unit_id,
        "address": vietnamese.clean(draft.address),
        "note": vietnamese.nfc(draft.note),
    }
