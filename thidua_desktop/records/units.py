"""Units of the district, with the names they had and what became of them."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, func, or_, select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import (
    award,
    decision,
    person,
    post,
    succession,
    unit,
    unit_name,
)
from thidua_desktop.domain import vietnamese
from thidua_desktop.domain.unit import SuccessionDraft, UnitDraft
from thidua_desktop.records import unit_tree
from thidua_desktop.records.award_filters import BY_AWARDS, conditions, needs_decision
from thidua_desktop.records.listing import ids_of, rows_of
from thidua_desktop.records.names import contains, thing_name
from thidua_desktop.records.query import ListQuery

_FEW = 12  # units whose awards are counted one unit after the other


@dataclass(frozen=True)
class UnitRow:
    """A unit as kept; awards counts those given to it as a collective."""

    id: int
    name: str
    kind: str
    parent_id: int | None
    parent: str
    block: str
    valid_from: date | None
    valid_to: date | None
    note: str
    awards: int


@dataclass(frozen=True)
class Succession:
    """What became of a unit, or where it came from."""

    kind: str
    on: date
    old_id: int
    old: str
    new_id: int | None
    new: str
    document: str


def ids(session: Session, query: ListQuery) -> "array[int]":
    """Ids of the units asked for; filters: kind, parent, block, active ("1" still existing, "0" ended);

    and award (kind id), year, campaign, level of what was given to them.
    """
    statement = select(unit.c.id)
    if query.search:
        former = select(unit_name.c.unit_id).where(contains(unit_name, query.search))
        statement = statement.where(or_(contains(unit, query.search), unit.c.id.in_(former)))
    for code, column in (("kind", unit.c.kind), ("block", unit.c.block), ("parent", unit.c.parent_id)):
        if query.filters.get(code) not in (None, ""):
            statement = statement.where(column == query.filters[code])
    given = {code: query.filters[code] for code in BY_AWARDS if query.filters.get(code)}
    if given:
        holding = select(award.c.unit_id).where(award.c.recipient == "collective", *conditions(given))
        if needs_decision(given):
            holding = holding.join(decision, decision.c.id == award.c.decision_id)
        statement = statement.where(unit.c.id.in_(holding))
    if query.filters.get("active") == "1":
        statement = statement.where(unit.c.valid_to.is_(None))
    if query.filters.get("active") == "0":
        statement = statement.where(unit.c.valid_to.is_not(None))
    orders = {
        "kind": [unit.c.kind, unit.c.sort],
        "block": [unit.c.block, unit.c.sort],
        "valid_to": [unit.c.valid_to],
    }
    order = orders.get(query.sort, [unit.c.sort])
    return ids_of(
        session, statement.order_by(*((c.desc() for c in order) if query.descending else order), unit.c.id)
    )


def rows(session: Session, ids_: Sequence[int]) -> list[UnitRow]:
    """Units by id, in the order given."""
    given = _awards_of(session, ids_)
    return rows_of(session, ids_, _select, lambda row: _row(row, given.get(row.id, 0)))


def get(session: Session, unit_id: int) -> UnitRow:
    """One unit; raises LookupError when it is not there."""
    found = rows(session, [unit_id])
    if not found:
        raise LookupError(f"unit {unit_id}")
    return found[0]


def list_(session: Session) -> list[UnitRow]:
    """All units by name."""
    return rows(session, ids(session, ListQuery()))


def names(session: Session) -> dict[int, str]:
    """Every unit's present name by id."""
    return {row.id: row.name for row in session.all(select(unit.c.id, unit.c.name).order_by(unit.c.sort))}


def find(session: Session, name: str) -> int | None:
    """The unit of exactly this name, now or formerly; None when there is none or more than one."""
    called_so = called(session, name)
    return called_so[0] if len(called_so) == 1 else None


def called(session: Session, name: str) -> list[int]:
    """Every unit of exactly this name; those that bore it formerly only where none bears it now."""
    key = vietnamese.same_key(name)
    present = session.all(select(unit.c.id).where(unit.c.exact == key).order_by(unit.c.id))
    if present:
        return [row.id for row in present]
    former = select(unit_name.c.unit_id).where(unit_name.c.exact == key).distinct()
    return [row.unit_id for row in session.all(former.order_by(unit_name.c.unit_id))]


def path(session: Session, unit_id: int) -> tuple[str, ...]:
    """The name of a unit and of each unit above it, the nearest first."""
    names_above: list[str] = []
    at: int | None = unit_id
    while at is not None:
        row = session.all(select(unit.c.name, unit.c.parent_id).where(unit.c.id == at))[0]
        names_above.append(row.name)
        at = row.parent_id
    return tuple(names_above)


def twin(session: Session, name: str, parent_id: int | None, but: Iterable[int] = ()) -> int | None:
    """A unit still existing under this parent with exactly this name, other than those left out."""
    statement = select(unit.c.id).where(
        unit.c.exact == vietnamese.same_key(name),
        unit.c.parent_id.is_(parent_id),
        unit.c.valid_to.is_(None),
        unit.c.id.not_in(list(but)),
    )
    return session.value(statement.limit(1))  # type: ignore[no-any-return]  # one integer column


def add(session: Session, draft: UnitDraft) -> int:
    """Add a unit."""
    return session.insert(unit, _values(draft))


def add_many(session: Session, drafts: Sequence[UnitDraft]) -> list[int]:
    """Add units at once, in their order."""
    return list(session.insert_many(unit, [_values(draft) for draft in drafts]))


def change(session: Session, unit_id: int, draft: UnitDraft) -> None:
    """Change a unit; a changed spelling is a correction, not a renaming (see succeed)."""
    session.update(unit, unit_id, _values(draft))


def rename(session: Session, unit_id: int, name: str, on: date) -> None:
    """Give a unit a new name from a day; the old one is still found and still stands on its awards."""
    old = get(session, unit_id)
    session.insert(unit_name, {"unit_id": unit_id, **thing_name(old.name), "until": on})
    session.update(unit, unit_id, thing_name(name))


def end(session: Session, unit_id: int, on: date) -> None:
    """Mark a unit as ended on a day."""
    session.update(unit, unit_id, {"valid_to": on})


def add_successions(session: Session, draft: SuccessionDraft, new_ids: Sequence[int]) -> None:
    """Note which units became which; a unit that goes on among those merged became nothing new."""
    pairs: list[tuple[int, int | None]] = [
        (old, new) for old in draft.old_ids for new in new_ids if old != new or draft.kind == "renamed"
    ]
    pairs = pairs or [(old, None) for old in draft.old_ids]
    act = {"kind": draft.kind, "on_day": draft.on, "document": vietnamese.clean(draft.document)}
    session.insert_many(succession, [{"old_id": old, "new_id": new, **act} for old, new in pairs])


def successions(session: Session, unit_id: int | None = None) -> list[Succession]:
    """What became of a unit and where it came from, oldest first; of all units when none is named."""
    old, new = unit.alias("old"), unit.alias("new")
    statement = (
        select(succession, old.c.name.label("old"), func.coalesce(new.c.name, "").label("new"))
        .join(old, old.c.id == succession.c.old_id)
        .outerjoin(new, new.c.id == succession.c.new_id)
        .order_by(succession.c.on_day, succession.c.id)
    )
    if unit_id is not None:
        statement = statement.where(or_(succession.c.old_id == unit_id, succession.c.new_id == unit_id))
    found = []
    for row in session.all(statement):
        was, became = row.old, row.new
        if row.old_id == row.new_id:
            was, became = _renaming(session, row.old_id, row.on_day, row.new)
        found.append(Succession(row.kind, row.on_day, row.old_id, was, row.new_id, became, row.document))
    return found


def _renaming(session: Session, unit_id: int, on: date, present: str) -> tuple[str, str]:
    """The name a unit gave up on a day and the one it took."""
    later = [name for name, until in former_names(session, unit_id) if until is not None and until >= on]
    return (*later, present, present)[0], (*later, present, present)[1]


def former_names(session: Session, unit_id: int) -> list[tuple[str, date | None]]:
    """Names a unit had, with the day each ended."""
    statement = select(unit_name.c.name, unit_name.c.until).where(unit_name.c.unit_id == unit_id)
    return [
        (row.name, row.until) for row in session.all(statement.order_by(unit_name.c.until, unit_name.c.id))
    ]


def below(session: Session, unit_id: int) -> list[int]:
    """A unit and every unit below it."""
    return [row[0] for row in session.all(unit_tree.below(unit_id))]


def within(session: Session, unit_id: int) -> list[int]:
    """A unit, every unit below it and those that went wholly into one of these."""
    return [row[0] for row in session.all(unit_tree.within(unit_id))]


def remove(session: Session, unit_id: int) -> None:
    """Remove a unit nothing refers to, with its former names."""
    for child in (unit_name.c.unit_id, succession.c.old_id):
        session.delete(
            child.table, [row.id for row in session.all(select(child.table.c.id).where(child == unit_id))]
        )
    session.delete(unit, unit_id)


def blocks(session: Session) -> list[str]:
    """The blocks (khối) in use."""
    statement = select(unit.c.block).where(unit.c.block != "").distinct().order_by(unit.c.block)
    return [row.block for row in session.all(statement)]


def people_in(session: Session, unit_id: int) -> list[tuple[int, str, str]]:
    """People holding a post in a unit now: id, name, post."""
    statement = (
        select(person.c.id, person.c.name, post.c.title)
        .join(post, post.c.person_id == person.c.id)
        .where(post.c.unit_id == unit_id, post.c.until.is_(None))
        .order_by(person.c.sort)
    )
    return [(row.id, row.name, row.title) for row in session.all(statement)]


def draft_of(row: UnitRow) -> UnitDraft:
    """A unit as a draft to change."""
    return UnitDraft(row.name, row.kind, row.parent_id, row.block, row.valid_from, row.valid_to, row.note)


def _awards_of(session: Session, ids_: Sequence[int]) -> dict[int, int]:
    """Awards given to units as collectives; of many units in one pass over an index that holds enough."""
    # Added to 0 so that the index by unit, which lacks the recipient, is not taken for so many.
    by = award.c.unit_id + 0 if len(ids_) > _FEW else award.c.unit_id
    counted = select(by.label("unit"), func.count().label("times")).where(
        award.c.recipient == "collective", award.c.revoked_by.is_(None)
    )
    if len(ids_) <= _FEW:
        counted = counted.where(award.c.unit_id.in_(list(ids_)))
    return {row.unit: row.times for row in session.all(counted.group_by(by))}


def _select(some: Iterable[int]) -> Select[Any]:
    parent = unit.alias("parent")
    return (
        select(unit, func.coalesce(parent.c.name, "").label("parent"))
        .outerjoin(parent, parent.c.id == unit.c.parent_id)
        .where(unit.c.id.in_(list(some)))
    )


def _row(row: Any, awards: int) -> UnitRow:
    return UnitRow(
        row.id,
        row.name,
        row.kind,
        row.parent_id,
        row.parent,
        row.block,
        row.valid_from,
        row.valid_to,
        row.note,
        awards,
    )


def _values(draft: UnitDraft) -> dict[str, object]:
    return {
        **thing_name(draft.name),
        "kind": draft.kind,
        "parent_id": draft.parent_id,
        "block": vietnamese.clean(draft.block),
        "valid_from": draft.valid_from,
        "valid_to": draft.valid_to,
        "note": vietnamese.nfc(draft.note),
    }
