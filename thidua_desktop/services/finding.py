"""One search over everything: people, units, campaigns, decisions."""

from dataclasses import dataclass

from thidua_desktop.db import Session
from thidua_desktop.records import campaigns, decisions, people, units
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
    for unit in units.rows(session, units.ids(session, query)[:_EACH]):
        ended = f" · đến {unit.valid_to:%d/%m/%Y}" if unit.valid_to else ""
        found.append(Found("unit", unit.id, f"{unit.name}{ended}"))
    for campaign in campaigns.rows(session, campaigns.ids(session, query)[:_EACH]):
        found.append(Found("campaign", campaign.id, campaign.name))
    if any(char.isdigit() for char in typed):
        for row in decisions.rows(session, decisions.ids(session, query)[:_EACH]):
            found.append(
                Found("decision", row.id, f"{row.number} ngày {row.decided_on:%d/%m/%Y} · {row.authority}")
            )
    return found


def _born(row: people.PersonRow) -> str:
    return f"sinh {row.birth}" if row.birth else ""
