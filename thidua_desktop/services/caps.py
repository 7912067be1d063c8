"""Caps on how many of a unit may be proposed, e.g. 15 % of those with another title, while a law says so."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from thidua_desktop.db import Session
from thidua_desktop.domain.law.card import Law
from thidua_desktop.records import awards, eligibility
from thidua_desktop.records.dossiers import DossierRow
from thidua_desktop.records.nominations import NominationRow
from thidua_desktop.records.query import ListQuery

Shares = dict[str, tuple[int, int]]
"""By "cap:<award>": how many of a unit have it or are proposed for it, of how many it is counted against.

By "cap_all:<award>" the same of the whole office.
"""


class UnitCaps:
    """Caps by unit, from what was given for a year: what the share is when one more person is proposed."""

    def __init__(self, session: Session, law: Law, year: int, on: date) -> None:
        self._capped = dict(_capped(law, on))
        codes = {*self._capped, *(code for of in self._capped.values() for code in of)}
        self._unit_of: dict[int, int] = {}
        self._having: dict[tuple[int, str], set[int]] = defaultdict(set)
        self._all: dict[str, set[int]] = defaultdict(set)
        for person, unit, code in eligibility.given_in_units(session, codes, year) if codes else ():
            self._unit_of[person] = unit
            self._having[unit, code].add(person)
            self._all[code].add(person)
        self._bases = {
            code: len(set().union(*(self._all[o] for o in of))) for code, of in self._capped.items()
        }

    def of(self, person: int) -> Shares:
        """The shares of the unit in which a person was commended for the year; none where that is unknown."""
        found: Shares = {}
        unit = self._unit_of.get(person)
        if unit is None:
            return found
        for code, of in self._capped.items():
            base = set().union(*(self._having[unit, other] for other in of))
            if base:
                found[f"cap:{code}"] = (len(self._having[unit, code] | {person}), len(base))
                more = person not in self._all[code]
                found[f"cap_all:{code}"] = (len(self._all[code]) + more, self._bases[code])
        return found


def of_dossier(session: Session, law: Law, dossier: DossierRow, rows: Sequence[NominationRow]) -> Shares:
    """The shares in the unit of a dossier; those given before for the year and those proposed count once."""
    capped = dict(_capped(law, dossier.received_on))
    if not capped:
        return {}
    having: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        if row.standing != "rejected" and row.person_id is not None:
            having[row.award].add(row.person_id)
    given = ListQuery(filters={"under": dossier.unit_id, "year": dossier.year, "recipient": "person"})
    for award in awards.rows(session, awards.ids(session, given)):
        if award.person_id is not None:
            having[award.award].add(award.person_id)
    whole: dict[str, set[int]] = defaultdict(set, {code: set(who) for code, who in having.items()})
    codes = {*capped, *(code for of in capped.values() for code in of)}
    for person, _unit, code in eligibility.given_in_units(session, codes, dossier.year):
        whole[code].add(person)
    found = {}
    for code, of in capped.items():
        for name, some in (("cap", having), ("cap_all", whole)):
            base = set().union(*(some[other] for other in of))
            if base:
                found[f"{name}:{code}"] = (len(some[code]), len(base))
    return found


def _capped(law: Law, day: date) -> Iterator[tuple[str, Sequence[str]]]:
    """The awards the law of a day caps, each with what it is counted against."""
    for criterion in law.book.criteria:
        if criterion.in_force(day):
            for value in _caps_in(criterion.test):
                yield str(value["count"]), list(value["of"])


def _caps_in(test: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(test, Mapping):
        for name, value in test.items():
            if name == "ratio_cap":
                yield value
            else:
                yield from _caps_in(value)
    elif isinstance(test, list | tuple):
        for part in test:
            yield from _caps_in(part)
