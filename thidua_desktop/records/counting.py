"""Figures: times (lượt), distinct recipients and decisions, grouped as a report asks."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Row, exists, func, select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import award, award_kind, decision
from thidua_desktop.records.award_filters import (
    RECIPIENT,
    RECIPIENT_CODES,
    conditions,
    needs_decision,
    with_decision,
)

_OF_AWARD: dict[str, ColumnElement[Any]] = {
    "award": award.c.kind_id,
    "recipient": RECIPIENT,
    "year": award.c.year,
    "unit": award.c.unit_id,
}
_OF_DECISION: dict[str, ColumnElement[Any]] = {
    "level": decision.c.level,
    "campaign": decision.c.campaign_id,
    "type": decision.c.type,
    "event": decision.c.event_id,
    "decided": func.substr(decision.c.decided_on, 1, 4),
}


class Figure(NamedTuple):
    """One counted group: its keys in the order asked for, and the three counters."""

    keys: tuple[Any, ...]
    times: int
    distinct: int
    decisions: int


def figures(
    session: Session, by: tuple[str, ...], filters: Mapping[str, Any], *, decisions: bool = True
) -> list[Figure]:
    """Count awards by award (kind id), recipient, year, unit, level, campaign, type, event, decided (year).

    decisions=False leaves the third counter at 0, which lets one covering index answer alone.
    """
    keys = [_OF_AWARD[code] if code in _OF_AWARD else _OF_DECISION[code] for code in by]
    columns = [*keys, func.count(), func.count(award.c.who.distinct())]
    if decisions:
        columns.append(func.count(award.c.decision_id.distinct()))
    statement = select(*columns).where(*conditions(filters)).group_by(*keys).order_by(*keys)
    if needs_decision(filters) or any(code in _OF_DECISION for code in by):
        statement = statement.select_from(with_decision(filters))
    width = len(keys)
    return [
        Figure(_keys(by, row), row[width], row[width + 1], row[width + 2] if decisions else 0)
        for row in session.all(statement)
    ]


def decisions(
    session: Session, by: tuple[str, ...], filters: Mapping[str, Any]
) -> dict[tuple[Any, ...], int]:
    """Count the decisions with an award under the filters by level, campaign, type, event or decided (year).

    These are told by the decision alone, so one award found is enough: far less work than counting awards.
    """
    keys = [_OF_DECISION[code] for code in by]
    given = exists().where(award.c.decision_id == decision.c.id, *conditions(filters)).correlate(decision)
    statement = select(*keys, func.count()).select_from(decision).where(given).group_by(*keys)
    return {tuple(row[:-1]): row[-1] for row in session.all(statement)}


def _keys(by: tuple[str, ...], row: Row[Any]) -> tuple[Any, ...]:
    keys = tuple(row[: len(by)])
    if "recipient" not in by:
        return keys
    place = by.index("recipient")
    return (*keys[:place], RECIPIENT_CODES[keys[place]], *keys[place + 1 :])


def kind_codes(session: Session) -> dict[int, str]:
    """Catalogue codes by kind id."""
    return {row.id: row.code for row in session.all(select(award_kind.c.id, award_kind.c.code))}
