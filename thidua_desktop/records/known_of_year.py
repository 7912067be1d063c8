"""What is kept of many recipients' years at once, as an eligibility card looks at it: one query a table."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Select, Table, func, or_, select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import (
    attested,
    award,
    award_kind,
    decision,
    discipline,
    idea,
    idea_author,
    pledge,
    rating,
    work_year,
)
from thidua_desktop.domain.attested import KIND, MEETING_ON, REPORT_ON, read, read_day
from thidua_desktop.domain.law.facts import DISCIPLINES, MAY_HAVE_ENDED, RATINGS, Discipline, Idea


@dataclass
class Years:
    """What is known of one recipient up to a year.

    pledged holds what was pledged for that year by its code, with the first day where one is entered.
    """

    ratings: dict[int, str] = field(default_factory=dict)
    ideas: list[Idea] = field(default_factory=list)
    disciplines: list[Discipline] = field(default_factory=list)
    months: int | None = None
    leave_days: int | None = None
    training: str = ""
    pledged: dict[str, date | None] = field(default_factory=dict)
    meeting_on: date | None = None
    report_on: date | None = None
    stated: dict[str, bool | float] = field(default_factory=dict)
    kinds: set[str] = field(default_factory=set)


def of_people(session: Session, year: int) -> dict[int, Years]:
    """Everybody of whom anything is known, by person id."""
    found: dict[int, Years] = {}
    _add_common(session, "person", year, found)
    _add_ideas(session, found)
    worked = select(work_year).where(work_year.c.year == year)
    for row in session.all(worked):
        one = found.setdefault(row.person_id, Years())
        one.months, one.leave_days, one.training = row.months, row.leave_days, row.training
    return found


def of_units(session: Session, year: int) -> dict[int, Years]:
    """Every unit of which anything is known, by unit id."""
    found: dict[int, Years] = {}
    _add_common(session, "collective", year, found)
    return found


def of_households(session: Session, year: int) -> dict[int, Years]:
    """Every household of which anything is known, by household id."""
    found: dict[int, Years] = {}
    _add_said(session, "household", year, found)
    return found


def shares_of_units(session: Session, year: int, until: date) -> dict[int, dict[str, int]]:
    """How many people of each unit were given each award for a year by a day, by unit id and code."""
    people = func.count(award.c.person_id.distinct()).label("people")
    statement = (
        select(award.c.unit_id, award_kind.c.code, people)
        .join(award_kind, award_kind.c.id == award.c.kind_id)
        .join(decision, decision.c.id == award.c.decision_id)
        .where(award.c.year == year, award.c.person_id.is_not(None), award.c.revoked_by.is_(None))
        .where(decision.c.decided_on <= until)
        .group_by(award.c.unit_id, award_kind.c.code)
    )
    found: dict[int, dict[str, int]] = {}
    for row in session.all(statement):
        if row.unit_id is not None:
            found.setdefault(row.unit_id, {})[row.code] = row.people
    return found


def units_given_later(session: Session, year: int, day: date) -> frozenset[int]:
    """The units whose people were given awards for a year after a day: by that day not all were given."""
    statement = (
        select(award.c.unit_id)
        .join(decision, decision.c.id == award.c.decision_id)
        .where(award.c.year == year, award.c.person_id.is_not(None), award.c.revoked_by.is_(None))
        .where(decision.c.decided_on > day, award.c.unit_id.is_not(None))
        .distinct()
    )
    return frozenset(row.unit_id for row in session.all(statement))


def ratings_of_members(session: Session, year: int) -> dict[int, tuple[int, str]]:
    """Of each unit, how many people are rated for a year and the lowest rating among them."""
    statement = select(rating.c.unit_id, rating.c.rating).where(
        rating.c.year == year, rating.c.recipient == "person", rating.c.unit_id.is_not(None)
    )
    found: dict[int, tuple[int, str]] = {}
    for row in session.all(statement):
        rated, lowest = found.get(row.unit_id, (0, row.rating))
        found[row.unit_id] = rated + 1, min(lowest, row.rating, key=RATINGS.__getitem__)
    return found


def discipline_of_members(session: Session, year: int, *, whole: bool) -> dict[int, str]:
    """Of each unit, the heaviest discipline that stood against one of its people in a year.

    whole: all discipline of the year is entered, so that one without an end is known to stand still.
    """
    statement = _standing(year, "person").where(discipline.c.unit_id.is_not(None))
    found: dict[int, str] = {}
    for row in session.all(statement):
        told = MAY_HAVE_ENDED if not whole and row.ends is None and row.starts.year < year else row.form
        found[row.unit_id] = max(found.get(row.unit_id, told), told, key=_weight)
    return found


def _weight(form: str) -> float:
    """How heavy a form is; one whose weight is not known stands just under what decides against a unit."""
    return DISCIPLINES.get(form, DISCIPLINES["canh_cao"] - 0.5)


def _add_common(session: Session, recipient: str, year: int, found: dict[int, Years]) -> None:
    for row in session.all(_about(rating, recipient).where(rating.c.year <= year)):
        found.setdefault(row.who, Years()).ratings[row.year] = row.rating
    for row in session.all(_about(discipline, recipient).order_by(discipline.c.starts, discipline.c.id)):
        kept = Discipline(row.form, row.starts, row.ends, row.id)
        found.setdefault(row.who, Years()).disciplines.append(kept)
    _add_said(session, recipient, year, found)


def _add_said(session: Session, recipient: str, year: int, found: dict[int, Years]) -> None:
    pledged = _about(pledge, recipient).add_columns(award_kind.c.code)
    pledged = pledged.join(award_kind, award_kind.c.id == pledge.c.kind_id).where(pledge.c.year == year)
    for row in session.all(pledged):
        known = found.setdefault(row.who, Years()).pledged
        days = [day for day in (known.get(row.code), row.pledged_on) if day]
        known[row.code] = min(days, default=None)
    told = _about(attested, recipient).where(or_(attested.c.year.is_(None), attested.c.year == year))
    for row in session.all(told.order_by(attested.c.year.is_not(None), attested.c.id)):
        one = found.setdefault(row.who, Years())
        value = read(row.value)
        if row.key == KIND:
            one.kinds.add(row.value)
        elif row.key == MEETING_ON:
            one.meeting_on = read_day(row.value)
        elif row.key == REPORT_ON:
            one.report_on = read_day(row.value)
        elif value is not None:
            one.stated[row.key] = value


def _add_ideas(session: Session, found: dict[int, Years]) -> None:
    statement = (
        select(idea, idea_author.c.person_id, func.coalesce(award_kind.c.code, "").label("used"))
        .join(idea_author, idea_author.c.idea_id == idea.c.id)
        .outerjoin(award_kind, award_kind.c.id == idea.c.used_for)
        .order_by(idea.c.year, idea.c.id)
    )
    for row in session.all(statement):
        applied = None if row.applied is None else bool(row.applied)
        kept = Idea(row.year, row.level, row.kind, row.state, applied, row.used, row.id, row.used_year)
        found.setdefault(row.person_id, Years()).ideas.append(kept)


def _about(table: Table, recipient: str) -> Select[Any]:
    columns = {"person": "person_id", "household": "household_id"}
    who = table.c[columns.get(recipient, "unit_id")]
    return select(table, who.label("who")).where(table.c.recipient == recipient)


def _standing(year: int, recipient: str) -> Select[Any]:
    first, last = date(year, 1, 1), date(year, 12, 31)
    lasting = or_(discipline.c.ends.is_(None), discipline.c.ends >= first)
    return select(discipline).where(discipline.c.recipient == recipient, discipline.c.starts <= last, lasting)


def years_of(spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    """All the years of some spans."""
    return frozenset(year for first, last in spans for year in range(first, last + 1))
