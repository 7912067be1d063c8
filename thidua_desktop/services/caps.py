"""Caps on how many of a unit may be proposed, e.g. 15 % of those with another title, while a law says so."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from thidua_desktop.db import Session
from thidua_desktop.domain.dossier import VOTED_DOWN
from thidua_desktop.domain.law.card import Law
from thidua_desktop.records import dossiers, eligibility, nominations, units
from thidua_desktop.records.dossiers import DossierRow
from thidua_desktop.records.eligibility import GivenInUnit
from thidua_desktop.records.nominations import NominationRow
from thidua_desktop.records.query import ListQuery

Capped = Mapping[str, Sequence[str]]
"""The awards a law caps, each with what it is counted against."""
Shares = dict[str, tuple[int, int]]
"""By way of counting and award, as "cap:DH_CSTD_CS": how many have it or are proposed for it, of how many.

"cap" is of a unit by a day, "cap_all" of the whole office; "cap_later" and "cap_all_later" count what was
given for the year after that day too, where there is any.
"""
_BY_DAY, _OF_YEAR = "", "_later"
_CLOSED = frozenset({"decided", "returned"})
_LOST = frozenset({"refused", VOTED_DOWN})


class UnitCaps:
    """Caps by unit, from what was given for a year: the share when one more person is proposed."""

    def __init__(self, given: Iterable[GivenInUnit], capped: Capped, on: date) -> None:
        self._capped = capped
        self._given: dict[int, list[GivenInUnit]] = defaultdict(list)
        self._having: dict[tuple[str, int | None, str], set[int]] = defaultdict(set)
        self._bases: dict[tuple[str, int | None, str], int] = {}
        self._later: set[str] = set()
        for one in given:
            if one.day <= on:
                self._given[one.person].append(one)
                self._count(_BY_DAY, one)
            else:
                self._later.add(one.code)
            self._count(_OF_YEAR, one)

    def of(self, person: int) -> Shares:
        """The shares of the unit in which a person was commended for the year; none where that is unknown."""
        found: Shares = {}
        for code, of in self._capped.items():
            unit = self._unit(person, code)
            if unit is None:
                continue
            for time in (_BY_DAY, _OF_YEAR) if self._later.intersection((code, *of)) else (_BY_DAY,):
                found[f"cap{time}:{code}"] = self._share(time, unit, code, person)
                found[f"cap_all{time}:{code}"] = self._share(time, None, code, person)
        return found

    def _count(self, time: str, one: GivenInUnit) -> None:
        for unit in (one.unit, None):
            self._having[time, unit, one.code].add(one.person)

    def _share(self, time: str, unit: int | None, code: str, person: int) -> tuple[int, int]:
        having, key = self._having[time, unit, code], (time, unit, code)
        if key not in self._bases:
            base = (self._having[time, unit, other] for other in self._capped[code])
            self._bases[key] = len(set().union(*base))
        return len(having) + (person not in having), self._bases[key]

    def _unit(self, person: int, code: str) -> int | None:
        """The unit of the award capped, else of what it is counted against, the last given; in any order."""
        given = self._given.get(person, ())
        own = [one for one in given if one.code == code]
        others = own or [one for one in given if one.code in self._capped[code]]
        last = max(others, key=lambda one: (one.day, one.unit), default=None)
        return last.unit if last else None


def of_units(session: Session, law: Law, year: int, on: date) -> UnitCaps:
    """The caps of a year by the law of a day."""
    capped_ = capped(law, on)
    return UnitCaps(_given(session, capped_, year), capped_, on)


def of_dossier(session: Session, law: Law, dossier: DossierRow, rows: Sequence[NominationRow]) -> Shares:
    """The shares in the unit of a dossier; those given for the year and those proposed count once."""
    capped_ = capped(law, dossier.received_on)
    proposed: dict[str, set[int]] = defaultdict(set)
    for row in rows if capped_ else ():
        if row.standing != "rejected" and row.person_id is not None:
            proposed[row.award].add(row.person_id)
    under = frozenset(units.within(session, dossier.unit_id)) if capped_ else frozenset()
    having: dict[str, dict[str, set[int]]] = {
        name: defaultdict(set, {code: set(who) for code, who in proposed.items()})
        for name in ("cap", "cap_all", "cap_later", "cap_all_later")
    }
    later = False
    for given in _given(session, capped_, dossier.year):
        after = given.day > dossier.received_on
        later = later or after
        for time in (_OF_YEAR,) if after else (_BY_DAY, _OF_YEAR):
            having[f"cap_all{time}"][given.code].add(given.person)
            if given.unit in under:
                having[f"cap{time}"][given.code].add(given.person)
    return {
        f"{name}:{code}": (len(some[code]), len(set().union(*(some[other] for other in of))))
        for code, of in capped_.items()
        for name, some in having.items()
        if later or not name.endswith(_OF_YEAR)
    }


def elsewhere(
    session: Session, law: Law, dossier: DossierRow, rows: Sequence[NominationRow]
) -> dict[str, int]:
    """How many more the other open dossiers of its unit propose for the year, by award capped."""
    asked: dict[str, set[int | None]] = defaultdict(set)
    for row in rows:
        asked[row.award].add(row.person_id)
    awards = asked.keys() & capped(law, dossier.received_on).keys()
    if not awards:
        return {}
    more: dict[str, set[int]] = defaultdict(set)
    same = ListQuery(filters={"unit": dossier.unit_id, "year": dossier.year})
    for other in dossiers.rows(session, dossiers.ids(session, same)):
        if other.id == dossier.id or other.state in _CLOSED:
            continue
        for row in nominations.of(session, other.id):
            open_ = row.standing != "rejected" and row.result not in _LOST and row.award_id is None
            if open_ and row.award in awards and row.person_id not in {None, *asked[row.award]}:
                more[row.award].add(row.who)
    return {award: len(who) for award, who in more.items()}


def capped(law: Law, day: date) -> Capped:
    """The awards the law of a day caps, each with what it is counted against."""
    return {
        str(value["count"]): list(value["of"])
        for criterion in law.book.criteria
        if criterion.in_force(day)
        for value in _caps_in(criterion.test)
    }


def _given(session: Session, capped_: Capped, year: int) -> Iterable[GivenInUnit]:
    codes = {*capped_, *(code for of in capped_.values() for code in of)}
    return eligibility.given_in_units(session, codes, year) if codes else ()


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
