"""What forms offer while typing: units, people, campaigns, events, decisions, titles."""

from collections.abc import Sequence

from thidua_desktop.db import Session
from thidua_desktop.domain.vietnamese import matches
from thidua_desktop.records import campaigns, catalogue, households, people, units
from thidua_desktop.records.query import ListQuery
from ui.widgets.suggest import Suggestion

_MOST = 12


def suggest_units(session: Session, typed: str) -> Sequence[Suggestion]:
    """Units by present or former name; ended ones say so."""
    found = units.rows(session, units.ids(session, ListQuery(search=typed))[:_MOST])
    return [
        Suggestion(row.id, row.name, f"đến {row.valid_to:%d/%m/%Y}" if row.valid_to else row.parent)
        for row in found
    ]


def suggest_people(session: Session, typed: str) -> Sequence[Suggestion]:
    """People by name, told apart by birth, post and unit."""
    return [
        Suggestion(
            row.id,
            row.name,
            " · ".join(filter(None, (f"sinh {row.birth}" if row.birth else "", row.post, row.unit))),
            extra=row,
        )
        for row in people.suggest(session, typed, _MOST)
    ]


def suggest_households(session: Session, typed: str) -> Sequence[Suggestion]:
    """Households by name, told apart by unit and address."""
    found = households.rows(session, households.ids(session, ListQuery(search=typed))[:_MOST])
    return [Suggestion(row.id, row.name, " · ".join(filter(None, (row.address, row.unit)))) for row in found]


def suggest_campaigns(session: Session, typed: str) -> Sequence[Suggestion]:
    """Campaigns by name."""
    found = campaigns.rows(session, campaigns.ids(session, ListQuery(search=typed))[:_MOST])
    return [Suggestion(row.id, row.name) for row in found]


def suggest_events(session: Session, typed: str) -> Sequence[Suggestion]:
    """Events by name."""
    from thidua_desktop.records import events

    found = events.rows(session, events.ids(session, ListQuery(search=typed))[:_MOST])
    return [Suggestion(row.id, row.name, str(row.held_on or "")) for row in found]


def suggest_decisions(session: Session, typed: str) -> Sequence[Suggestion]:
    """Decisions by number."""
    from thidua_desktop.records import decisions

    found = decisions.rows(session, decisions.ids(session, ListQuery(search=typed))[:_MOST])
    return [Suggestion(row.id, row.number, f"{row.decided_on:%d/%m/%Y} · {row.authority}") for row in found]


def suggest_titles(session: Session, typed: str) -> Sequence[Suggestion]:
    """Titles and forms in use, by name, short name or synonym; the code is the id."""
    return [
        Suggestion(row.code, row.label, also=(row.name, row.short, *row.synonyms))
        for row in catalogue.list_(session, retired=False)
        if any(matches(typed, words) for words in (row.name, row.short, *row.synonyms))
    ][:_MOST]
