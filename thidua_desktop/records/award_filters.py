"""The filters lists of awards and figures share, so that a figure always opens exactly its own rows.

Codes: unit ("none": without), under (a unit, all below and all that went into them), year, year_from,
year_to, decided_from, decided_to (ISO days), award (kind id), awards (catalogue codes joined by "+"), level,
campaign ("none": without), type, recipient, decision, person, household, event,
gathered ("apart": not given at an event, "event": given at one), revoked ("1": them too),
handed and paid ("yes", "no"), handed_at (an event), money (a figure of a year's fund: "spent 2024").
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Join, select

from thidua_desktop.db.tables import award, award_kind, decision, handover, payment
from thidua_desktop.db.walk import Walk
from thidua_desktop.records import funds, unit_tree

RECIPIENT = award.c.who.op("&")(3)
"""The kind of recipient by its place in RECIPIENT_CODES, as every index that counts holds it."""
RECIPIENT_CODES = ("collective", "household", "person")

_OF_AWARD: dict[str, Callable[[Any], ColumnElement[bool]]] = {
    "unit": lambda value: _is(award.c.unit_id, value),
    "under": lambda value: award.c.unit_id.in_(unit_tree.within(value)),
    "year": lambda value: award.c.year == value,
    "year_from": lambda value: award.c.year >= value,
    "year_to": lambda value: award.c.year <= value,
    "award": lambda value: award.c.kind_id == value,
    "awards": lambda value: award.c.kind_id.in_(
        select(award_kind.c.id).where(award_kind.c.code.in_(str(value).split("+")))
    ),
    "recipient": lambda value: _is(RECIPIENT, RECIPIENT_CODES.index(value)),
    "decision": lambda value: award.c.decision_id == value,
    "person": lambda value: award.c.person_id == value,
    "household": lambda value: award.c.household_id == value,
    "handed": lambda value: _has(handover.c.award_id, value),
    "paid": lambda value: _has(payment.c.award_id, value),
    "handed_at": lambda value: award.c.id.in_(
        select(handover.c.award_id).where(handover.c.event_id == int(value))
    ),
    "money": lambda value: award.c.id.in_(funds.awards_of(value.split()[0], int(value.split()[1]))),
}
# Compared with the days as text: ISO days sort as days.
_OF_DECISION: dict[str, Callable[[Any], ColumnElement[bool]]] = {
    "decided_from": lambda value: decision.c.decided_on >= _day(value),
    "decided_to": lambda value: decision.c.decided_on <= _day(value),
    "level": lambda value: decision.c.level == value,
    "campaign": lambda value: _is(decision.c.campaign_id, value),
    "type": lambda value: decision.c.type == value,
    "event": lambda value: decision.c.event_id == value,
    "gathered": lambda value: (
        decision.c.event_id.is_(None) if value == "apart" else decision.c.event_id.is_not(None)
    ),
}
BY_AWARDS = ("award", "year", "campaign", "level")
"""What lists of people, households and units can be narrowed by: what was given to them, not revoked."""
_FEW = ("person", "household", "unit", "under", "decision", "year", "award", "awards")


def conditions(filters: Mapping[str, Any]) -> list[ColumnElement[bool]]:
    """Conditions on award joined with decision; revoked awards are left out unless asked for."""
    found: list[ColumnElement[bool]] = [] if filters.get("revoked") == "1" else [award.c.revoked_by.is_(None)]
    for code, value in filters.items():
        make = _OF_AWARD.get(code) or _OF_DECISION.get(code)
        if make is not None and value not in ("", None):
            found.append(make(value))
    return found


def needs_decision(filters: Mapping[str, Any]) -> bool:
    """Whether a filter looks at the decision, so that it must be joined."""
    return any(code in _OF_DECISION and filters[code] not in ("", None) for code in filters)


def _is(column: ColumnElement[Any], value: Any) -> ColumnElement[bool]:
    return column.is_(None) if value == "none" else column == int(value)


def with_decision(filters: Mapping[str, Any], *, searched: bool = False) -> Join:
    """Awards joined with their decisions, read decision by decision unless few awards are asked for.

    Left to itself the planner would begin with the awards and look a decision up for every single one.
    Few are those an index of awards finds: of a search, a recipient, a unit, a decision, a year, a kind.
    """
    few = searched or any(filters.get(code) not in ("", None) for code in _FEW)
    return (Join if few else Walk)(decision, award, award.c.decision_id == decision.c.id)


def _has(column: ColumnElement[Any], value: Any) -> ColumnElement[bool]:
    """Whether an award is among those of another table ("yes"), or not ("no")."""
    among = award.c.id.in_(select(column))
    return among if value == "yes" else ~among


def _day(value: Any) -> Any:
    return date.fromisoformat(value) if isinstance(value, str) else value
