"""What the office sees first: how much is kept, what is doubtful, what was done last."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Table, func, or_, select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import award, campaign, decision, household, identity, person, total, unit
from thidua_desktop.domain.decision import Stated, discrepancies
from thidua_desktop.records import history
from thidua_desktop.records.award_filters import RECIPIENT, RECIPIENT_CODES
from thidua_desktop.records.history import ActionRow


@dataclass(frozen=True)
class Counts:
    """How much is kept: existing units, running campaigns, awards (lượt) not revoked of a year and in all."""

    units: int
    people: int
    households: int
    campaigns: int
    decisions: int
    awards_this_year: int
    awards: int


@dataclass(frozen=True)
class Differing:
    """A decision whose rows differ from the totals on the paper, and how, in words."""

    id: int
    number: str
    decided_on: date
    words: tuple[str, ...]


@dataclass(frozen=True)
class Inherited:
    """Inherited totals still counted: lines, and the lượt they stand for."""

    lines: int
    times: int


@dataclass(frozen=True)
class YearBar:
    """Awards (lượt) earned in a year by kind of recipient, revoked ones left out."""

    year: int
    people: int
    collectives: int
    households: int


def counts(session: Session, today: date) -> Counts:
    """How much is kept; the year is today's."""
    iso = today.isoformat()
    begun = or_(campaign.c.starts.is_(None), func.substr(campaign.c.starts, 1) <= iso)
    # A campaign that ends in 2020 runs until 31/12/2020: only as much is compared as is known.
    going = func.substr(campaign.c.ends, 1) >= func.substr(iso, 1, func.length(campaign.c.ends))
    standing = award.c.revoked_by.is_(None)
    return Counts(
        units=_count(session, unit, or_(unit.c.valid_to.is_(None), unit.c.valid_to > today)),
        people=_count(session, person),
        households=_count(session, household),
        campaigns=_count(session, campaign, begun, or_(campaign.c.ends.is_(None), going)),
        decisions=_count(session, decision),
        awards_this_year=_count(session, award, award.c.year == today.year, standing),
        awards=_count(session, award, standing),
    )


def differing(session: Session) -> list[Differing]:
    """Decisions whose stated totals differ from their rows, the latest first."""
    on_paper = (
        decision.c.stated_persons,
        decision.c.stated_collectives,
        decision.c.stated_households,
        decision.c.stated_total,
    )
    stated = or_(*(column.is_not(None) for column in on_paper))
    heads = select(decision.c.id, decision.c.number, decision.c.decided_on, *on_paper).where(stated)
    entered = (
        select(
            award.c.decision_id,
            func.count().filter(award.c.recipient == "person").label("persons"),
            func.count().filter(award.c.recipient == "collective").label("collectives"),
            func.count().filter(award.c.recipient == "household").label("households"),
            func.count().label("times"),
        )
        .where(award.c.decision_id.in_(select(decision.c.id).where(stated)))
        .group_by(award.c.decision_id)
    )
    counted = {
        row.decision_id: Stated(row.persons, row.collectives, row.households, row.times)
        for row in session.all(entered)
    }
    found = []
    for row in session.all(heads.order_by(decision.c.decided_on.desc(), decision.c.id.desc())):
        paper = Stated(row.stated_persons, row.stated_collectives, row.stated_households, row.stated_total)
        words = discrepancies(paper, counted.get(row.id, Stated()))
        if words:
            found.append(Differing(row.id, row.number, row.decided_on, words))
    return found


def open_questions(session: Session) -> int:
    """How many pairs of namesakes still wait for “có phải cùng một người?”."""
    return _count(session, identity, identity.c.answer == "")


def inherited(session: Session) -> Inherited:
    """Inherited totals whose detailed rows have not arrived."""
    waiting = total.c.replaced_on.is_(None)
    times = session.value(select(func.coalesce(func.sum(total.c.times), 0)).where(waiting))
    return Inherited(_count(session, total, waiting), int(times))


def last_actions(session: Session, limit: int = 8) -> list[ActionRow]:
    """What was done last, newest first."""
    return history.actions(session, limit)


def awards_by_year(session: Session) -> list[YearBar]:
    """Awards of each year there are any of, in order."""

    def of(recipient: str, label: str) -> ColumnElement[int]:
        return func.count().filter(RECIPIENT.is_(RECIPIENT_CODES.index(recipient))).label(label)

    statement = (
        select(
            award.c.year,
            of("person", "people"),
            of("collective", "collectives"),
            of("household", "households"),
        )
        .where(award.c.revoked_by.is_(None))
        .group_by(award.c.year)
        .order_by(award.c.year)
    )
    return [YearBar(row.year, row.people, row.collectives, row.households) for row in session.all(statement)]


def _count(session: Session, table: Table, *conditions: ColumnElement[bool]) -> int:
    return int(session.value(select(func.count()).select_from(table).where(*conditions)))
