"""What the records know of recipients, ready for eligibility cards; what is not entered stays unknown."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date

from thidua_desktop.db import Session
from thidua_desktop.domain.attested import MEMBERS, PENDING
from thidua_desktop.domain.law.facts import Facts, Pledge
from thidua_desktop.domain.workplace import kinds_by_unit
from thidua_desktop.records import catalogue, eligibility, known_of_year, people, units, whole, workplaces
from thidua_desktop.records.known_of_year import Years, years_of
from thidua_desktop.records.people import PersonRow
from thidua_desktop.records.workplaces import Workplace
from thidua_desktop.services.caps import UnitCaps


class Known:
    """The facts of recipients of one kind for one year, as known on one day.

    Caps of a year whose awards are not entered whole are told as far as they go: they decide nothing.

    Attributes:
        whole: every award for the year is entered.

    """

    def __init__(
        self,
        session: Session,
        recipient: str,
        ids: Collection[int],
        year: int,
        on: date,
        caps: UnitCaps | None = None,
    ) -> None:
        self._recipient, self._year, self._on = recipient, year, on
        self._session, self._ids = session, list(ids)
        self._people: dict[int, PersonRow] | None = None
        self._held = eligibility.held_by(session, recipient, ids, on)
        said = {subject: whole.of(session, subject) for subject in ("award", "idea", "discipline", "pledge")}
        self._whole = {
            subject: years_of((row.first_year, row.last_year) for row in rows)
            for subject, rows in said.items()
        }
        starts = {row.first_year for row in said["award"] if row.from_start}
        self._register, self._from_start = _register(self._whole["award"], year, starts)
        self.whole = year in self._whole["award"]
        self._caps = caps
        self._years: Mapping[int, Years] = {}
        self._workplaces: Mapping[int, Workplace] = {}
        if recipient == "person":
            self._years = known_of_year.of_people(session, year)
            self._workplaces = workplaces.of_people(session, year)
        elif recipient == "collective":
            self._read_units(session)
        else:
            self._years = known_of_year.of_households(session, year)

    def _read_units(self, session: Session) -> None:
        year = self._year
        self._years = known_of_year.of_units(session, year)
        self._shares = known_of_year.shares_of_units(session, year, self._on)
        self._later = known_of_year.units_given_later(session, year, self._on)
        self._rated = known_of_year.ratings_of_members(session, year)
        self._punished = known_of_year.discipline_of_members(
            session, year, whole=year in self._whole["discipline"]
        )
        self._titles = [c for c, kind in catalogue.by_code(session).items() if "person" in kind.recipients]
        self._units = {row.id: row for row in units.list_(session)}

    def of(self, who: int) -> Facts:
        """The facts of one of them, but for what was pledged."""
        years = self._years.get(who) or Years()
        pending = years.stated.get(PENDING)
        place = self._workplaces.get(who)
        by_unit = kinds_by_unit(place.kind, place.name) if place and not years.kinds else frozenset()
        facts = Facts(
            year=self._year,
            day=self._on,
            recipient=self._recipient,
            kinds=frozenset(years.kinds) or by_unit or None,
            kinds_by_unit=bool(by_unit),
            awards=self._held.get(who, ()),
            register=self._register,
            whole_register=self._from_start,
            ratings=years.ratings,
            ideas=tuple(years.ideas),
            ideas_whole=self._whole["idea"],
            disciplines=tuple(years.disciplines),
            discipline_whole=self._whole["discipline"],
            employed_months=years.months,
            leave_days=years.leave_days,
            training=years.training,
            stated=years.stated,
            registered_any=bool(years.pledged),
            meeting_on=years.meeting_on,
            report_on=years.report_on,
            pending=pending if isinstance(pending, bool) else None,
            shares=self._caps.of(who) if self._caps else {},
            shares_whole=self.whole,
        )
        return self._of_unit(who, years, facts) if self._recipient == "collective" else facts

    def pledged(self, who: int, award: str) -> Pledge:
        """Whether and when the award was pledged for the year; None when pledges are not entered whole."""
        years = self._years.get(who)
        if years is not None and award in years.pledged:
            return Pledge(registered=True, on=years.pledged[award])
        return Pledge(registered=False if self._year in self._whole["pledge"] else None)

    def for_award(self, who: int, award: str) -> Facts:
        """The facts of one of them for one award, with what of a person is only looked at."""
        facts = self.pledged(who, award).laid_over(self.of(who))
        if self._recipient != "person":
            return facts
        if self._people is None:
            self._people = {row.id: row for row in people.rows(self._session, self._ids)}
        known = self._people[who]
        return replace(facts, post=known.post, woman=known.gender == "female")

    def _of_unit(self, who: int, years: Years, facts: Facts) -> Facts:
        unit = self._units.get(who)
        members = years.stated.get(MEMBERS)
        of = int(members) if members is not None and not isinstance(members, bool) else 0
        given = self._shares.get(who, {})
        rated, lowest = self._rated.get(who, (0, ""))
        clean = "" if self._year in self._whole["discipline"] else None
        return replace(
            facts,
            shares={code: (given.get(code, 0), of) for code in self._titles} if of else {},
            shares_whole=self._year in self._whole["award"] and who not in self._later,
            members_lowest=lowest if of and rated >= of else None,
            members_discipline=self._punished.get(who, clean),
            founded=unit.valid_from.year if unit and unit.valid_from else None,
            dissolved=None if unit is None or unit.valid_to is None else unit.valid_to <= self._on,
        )


def _register(
    entered: frozenset[int], year: int, starts: Collection[int]
) -> tuple[tuple[int, int] | None, bool]:
    """The run of years entered whole that reaches furthest up to the year, and whether nothing was before."""
    ends = [one for one in entered if one <= year]
    if not ends:
        return None, False
    last = first = max(ends)
    while first - 1 in entered:
        first -= 1
    while last + 1 in entered:
        last += 1
    return (first, last), first in starts
