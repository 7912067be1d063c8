"""One search over everything: people, households, units, campaigns, events, decisions."""

from dataclasses import dataclass

from thidua_desktop.db import Session
from thidua_desktop.records import campaigns, decisions, events, households, people, units
from thidua_desktop.records.query import ListQuery

_EACH = 6


@dataclass(frozen=True)
class Found:
    """A record found: its kind, id and one line that tells it from others."""

    kind: str
    id: int
    text: str


def everywhere(session: Session, typed: str) -> list[Found]:
    """What holds the words typed, with or without accents, a few of each kind."""
    query = ListQuery(search=typed)
    found = [
        Found("person", row.id, " · ".join(filter(None, (row.name, _born(row), row.post, row.unit))))
        for row in people.suggest(session, typed, _EACH)
    ]
    for home in households.rows(session, households.ids(session, query)[:_EACH]):
        found.append(Found("household", home.id, f"Hộ {home.name} · {home.unit}".rstrip(" ·")))
    for unit in units.rows(session, units.ids(session, query)[:_EACH]):
        ended = f" · đến {unit.valid_to:%d/%m/%Y}" if unit.valid_to else ""
        found.append(Found("unit", unit.id, f"{unit.name}{ended}"))
    for campaign in campaigns.rows(session, campaigns.ids(session, query)[:_EACH]):
        found.append(Found("campaign", campaign.id, campaign.name))
    for event in events.rows(session, events.ids(session, query)[:_EACH]):
        held = f" · {event.held_on}" if event.held_on else ""
        found.append(Found("event", event.id, f"{event.name}{held}"))
    if any(char.isdigit() for char in typed):
        for row in decisions.rows(session, decisions.ids(session, query)[:_EACH]):
            found.append(
                Found("decision", row.id, f"{row.number} ngày {row.decided_on:%d/%m/%Y} · {row.authority}")
            )
    return found


def _born(row: people.PersonRow) -> str:
    return f"sinh {row.birth}" if row.birth else ""
