"""Caps on how many of a unit may be proposed, e.g. 15 % of those with another title, while a law says so."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from thidua_desktop.db import Session
from thidua_desktop.domain.law.card import Law
from thidua_desktop.records import eligibility, units
from thidua_desktop.records.dossiers import DossierRow
from thidua_desktop.records.eligibility import GivenInUnit
from thidua_desktop.records.nominations import NominationRow

Shares = dict[str, tuple[int, int]]
"""By "cap:<award>": how many of a unit have it or are proposed for it, of how many it is counted against.

By "cap_all:<award>" the same of the whole office.
"""


class UnitCaps:
    """Caps by unit, from what was given for a year by a day: the share when one more person is proposed."""

    def __init__(self, session: Session, law: Law, year: int, on: date) -> None:
        self._capped = dict(_capped(law, on))
        codes = {*self._capped, *(code for of in self._capped.values() for code in of)}
        self._given: dict[int, list[GivenInUnit]] = defaultdict(list)
        self._having: dict[tuple[int, str], set[int]] = defaultdict(set)
        self._all: dict[str, set[int]] = defaultdict(set)
        self._later: set[tuple[int, str]] = set()
        for given in eligibility.given_in_units(session, codes, year) if codes else ():
            if given.day > on:
                self._later.add((given.unit, given.code))
                continue
            self._given[given.person].append(given)
            self._having[given.unit, given.code].add(given.person)
            self._all[given.code].add(given.person)
        self._bases = {
            code: len(set().union(*(self._all[o] for o in of))) for code, of in self._capped.items()
        }

    def of(self, person: int) -> Shares:
        """The shares of the unit in which a person was commended for the year; none where that is unknown."""
        found: Shares = {}
        for code, of in self._capped.items():
            unit = self._unit(person, code)
            base = set().union(*(self._having[unit, other] for other in of)) if unit else ()
            if unit and base:
                found[f"cap:{code}"] = (len(self._having[unit, code] | {person}), len(base))
                more = person not in self._all[code]
                found[f"cap_all:{code}"] = (len(self._all[code]) + more, self._bases[code])
        return found

    def whole_for(self, person: int) -> bool:
        """Tell whether nothing a person's caps are counted against was given in the unit after the day."""
        units = {code: self._unit(person, code) for code in self._capped}
        return not any(
            (units[code], other) in self._later for code, of in self._capped.items() for other in of
        )

    def _unit(self, person: int, code: str) -> int | None:
        """The unit of the award capped, else of what it is counted against, the last given; in any order."""
        given = self._given.get(person, ())
        own = [one for one in given if one.code == code]
        others = own or [one for one in given if one.code in self._capped[code]]
        last = max(others, key=lambda one: (one.day, one.unit), default=None)
        return last.unit if last else None


def of_dossier(
    session: Session, law: Law, dossier: DossierRow, rows: Sequence[NominationRow]
) -> tuple[Shares, bool]:
    """The shares in the unit of a dossier; those given by its day for the year and those proposed count once.

    Also whether nobody else was given for the year, after that day, what the shares are counted against.
    """
    capped = dict(_capped(law, dossier.received_on))
    if not capped:
        return {}, True
    having: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        if row.standing != "rejected" and row.person_id is not None:
            having[row.award].add(row.person_id)
    whole: dict[str, set[int]] = defaultdict(set, {code: set(who) for code, who in having.items()})
    under = frozenset(units.within(session, dossier.unit_id))
    later: dict[str, set[int]] = defaultdict(set)
    codes = {*capped, *(code for of in capped.values() for code in of)}
    for given in eligibility.given_in_units(session, codes, dossier.year):
        if given.day > dossier.received_on:
            later[given.code].add(given.person)
            continue
        whole[given.code].add(given.person)
        if given.unit in under:
            having[given.code].add(given.person)
    found = {}
    for code, of in capped.items():
        for name, some in (("cap", having), ("cap_all", whole)):
            base = set().union(*(some[other] for other in of))
            if base:
                found[f"{name}:{code}"] = (len(some[code]), len(base))
    return found, not any(later[other] - whole[other] for of in capped.values() for other in of)


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
