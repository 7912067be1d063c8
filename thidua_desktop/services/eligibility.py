"""Who may be proposed for what: the cards of recipients by the law of the day their dossier came in."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from thidua_desktop.db import Session
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.law.card import Card, Law
from thidua_desktop.domain.law.crowd import Crowd
from thidua_desktop.domain.law.rulebook import not_known
from thidua_desktop.domain.vietnamese import same_key
from thidua_desktop.records import catalogue, households, people, units
from thidua_desktop.records.catalogue import AwardKindRow
from thidua_desktop.records.query import ListQuery
from thidua_desktop.services import caps
from thidua_desktop.services.caps import UnitCaps
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
    kinds = catalogue.by_code(session)
    kind = kinds.get(award)
    if kind is None:
        raise Refused(_no_such(award, kinds))
    if law.book.regime_on(on) is None:
        raise Refused(not_known(on))
    found: list[Candidate] = []
    for recipient in kind.recipients:
        known = _recipients(session, recipient, name, within)
        ids = [one for one, *_ in known]
        facts = Known(session, recipient, ids, year, on, caps_for(session, law, recipient, year, on))
        for one, called, unit in known:
            card = law.card(award, facts.for_award(one, award))
            found.append(Candidate(one, recipient, called, unit, card))
    return found


def _no_such(award: str, kinds: Mapping[str, AwardKindRow]) -> str:
    """Say that there is no such award, with the codes nearest to what was typed, be it a code or a name."""
    named = [code for code, kind in kinds.items() if same_key(award) in same_key(f"{kind.name} {kind.short}")]
    near = dict.fromkeys([*named, *get_close_matches(award.upper(), kinds, n=3, cutoff=0.4)])
    told = "; ".join(f"{code} ({kinds[code].label})" for code in list(near)[:4])
    return f"Không có danh hiệu, hình thức mã “{award}”." + (f" Mã gần nhất: {told}." if told else "")


@dataclass(frozen=True)
class Prospect:
    """A recipient with the verdict for every award the law of the day has criteria for."""

    id: int
    recipient: str
    name: str
    unit: str
    verdicts: Mapping[str, str]


def prospects(
    session: Session,
    law: Law,
    recipient: str,
    year: int,
    on: date,
    *,
    within: Collection[int] | None = None,
    told: Callable[[int, int], None] = lambda _done, _of: None,
) -> list[Prospect]:
    """Judge everyone of one kind for every award at once, unexplained; told hears of each award done."""
    if law.book.regime_on(on) is None:
        raise Refused(not_known(on))
    known = _recipients(session, recipient, "", within)
    ids = [one for one, *_ in known]
    facts = Known(session, recipient, ids, year, on, caps_for(session, law, recipient, year, on))
    crowd = Crowd(
        law,
        [facts.of(one) for one, *_ in known],
        lambda award: [facts.pledged(one, award) for one, *_ in known],
    )
    awards = law.awards(on, recipient)
    if not awards:
        return []
    columns = []
    for done, award in enumerate(awards, 1):
        columns.append(crowd.verdicts(award))
        told(done, len(awards))
    return [
        Prospect(one, recipient, name, unit, dict(zip(awards, verdicts, strict=True)))
        for (one, name, unit), verdicts in zip(known, zip(*columns, strict=True), strict=True)
    ]


def caps_for(session: Session, law: Law, recipient: str, year: int, on: date) -> UnitCaps | None:
    """Give the caps of a year where the law of a day caps anything of a recipient kind."""
    return caps.of_units(session, law, year, on) if recipient == "person" else None


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
