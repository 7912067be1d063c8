"""The rules of the province or the office itself, as entries of law."""

import json
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import award_kind, local_rule
from thidua_desktop.domain import vietnamese
from thidua_desktop.records.listing import ids_found, rows_of
from thidua_desktop.records.query import ListQuery


@dataclass(frozen=True)
class LocalRuleRow:
    """A rule as kept: its entry in the shape of the law's own, its citation, a note."""

    id: int
    code: str
    entry: Mapping[str, Any]
    cite: str
    note: str


def ids(session: Session, query: ListQuery) -> "array[int]":
    """Ids of the rules searched for, in the order they were entered."""
    award = award_kind.c.code == func.json_extract(local_rule.c.body, "$.award")
    statement = select(local_rule.c.id).outerjoin(award_kind, award).order_by(local_rule.c.id)
    texts = (local_rule.c.cite, award_kind.c.name, award_kind.c.short, local_rule.c.note)
    return ids_found(session, statement, query.search, *texts)


def rows(session: Session, ids_: Sequence[int]) -> list[LocalRuleRow]:
    """Rules by id, in the order given."""
    return rows_of(session, ids_, lambda some: select(local_rule).where(local_rule.c.id.in_(some)), _row)


def bodies(session: Session) -> tuple[str, ...]:
    """The entries as they are kept, in order; equal when the rules are."""
    return tuple(row.body for row in session.all(select(local_rule.c.body).order_by(local_rule.c.id)))


def next_code(session: Session) -> str:
    """A code no rule bears."""
    used = {row.code for row in session.all(select(local_rule.c.code))}
    number = len(used) + 1
    while f"DP.{number}" in used:
        number += 1
    return f"DP.{number}"


def add(session: Session, entry: Mapping[str, Any], note: str) -> int:
    """Add a rule."""
    return session.insert(local_rule, _values(entry, note))


def change(session: Session, rule_id: int, entry: Mapping[str, Any], note: str) -> None:
    """Change a rule."""
    session.update(local_rule, rule_id, _values(entry, note))


def remove(session: Session, ids_: Iterable[int]) -> None:
    """Remove rules."""
    session.delete(local_rule, ids_)


def _row(row: Any) -> LocalRuleRow:
    return LocalRuleRow(row.id, row.code, json.loads(row.body), row.cite, row.note)


def _values(entry: Mapping[str, Any], note: str) -> dict[str, object]:
    return {
        "code": entry["id"],
        "body": json.dumps(entry, ensure_ascii=False),
        "cite": vietnamese.clean(str(entry["cite"])),
        "note": vietnamese.nfc(note),
    }
