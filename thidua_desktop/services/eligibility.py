"""Who may be proposed for what: the cards of recipients by the law of the day their dossier came in."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from thidua_desktop.db import Session
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.law.card import Card, Law
from thidua_desktop.domain.law.rulebook import not_known
from thidua_desktop.records import catalogue, households, people, units
from thidua_desktop.records.query import ListQuery
from thidua_desktop.services.facts import Known


@dataclass(frozen=True)
class Candidate:
    """A recipient with the card for one award."""

    id: int
    recipient: str
    name: str
    unit: str
    card: Card


def eligible(
    session: Session,
    law: Law,
    award: str,
    year: int,
    on: date,
    *,
    name: str = "",
    within: Collection[int] | None = None,
) -> list[Candidate]:
    """Judge everyone the award can go to, or those of a name or of some units; Refused without a law."""
    kind = catalogue.by_code(session).get(award)
    if kind is None:
        raise Refused(f"Không có danh hiệu, hình thức mã “{award}”. Xem mã đúng: list awards")
    if law.book.regime_on(on) is None:
        raise Refused(not_known(on))
    found: list[Candidate] = []
    for recipient in kind.recipients:
        known = _recipients(session, recipient, name, within)
        facts = Known(session, recipient, [one for one, *_ in known], year, on)
        for one, called, unit in known:
            card = law.card(award, facts.for_award(one, award))
            found.append(Candidate(one, recipient, called, unit, card))
    return found


def _recipients(
    session: Session, recipient: str, name: str, within: Collection[int] | None
) -> list[tuple[int, str, str]]:
    """Give id, name and unit of each recipient asked for."""
    query = ListQuery(search=name)
    if recipient == "person":
        people_ = people.rows(session, people.ids(session, query))
        return [(p.id, p.name, p.unit) for p in people_ if within is None or p.unit_id in within]
    if recipient == "household":
        homes = households.rows(session, households.ids(session, query))
        return [(h.id, h.name, h.unit) for h in homes if within is None or h.unit_id in within]
    rows = units.rows(session, units.ids(session, query))
    return [(u.id, u.name, u.parent) for u in rows if within is None or u.id in within]
