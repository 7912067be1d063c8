"""What the records hold of many recipients at once, as an eligibility card looks at it."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import NamedTuple

from sqlalchemy import select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import award, award_kind, decision
from thidua_desktop.domain.law.facts import Held

_WHO = {"person": award.c.person_id, "collective": award.c.unit_id, "household": award.c.household_id}


class Given(NamedTuple):
    """A form given, with what tells the achievement: its decision's campaign, the words on the paper."""

    held: Held
    campaign_id: int | None
    citation: str


def held_by(
    session: Session, recipient: str, ids: Collection[int], until: date
) -> dict[int, tuple[Held, ...]]:
    """Read what recipients of one kind were awarded by a day, revoked awards left out."""
    who = _WHO[recipient]
    wanted = frozenset(ids)
    decided = {
        row.id: (row.decided_on, row.type)
        for row in session.all(
            select(decision.c.id, decision.c.decided_on, decision.c.type).where(
                decision.c.decided_on <= until
            )
        )
    }
    codes = {row.id: row.code for row in session.all(select(award_kind.c.id, award_kind.c.code))}
    # Joined here: the rows of a query would carry the same few days and codes tens of thousands of times.
    statement = (
        select(who, award.c.kind_id, award.c.year, award.c.decision_id, award.c.id)
        .where(award.c.recipient == recipient, award.c.revoked_by.is_(None))
        .order_by(award.c.year, award.c.id)
    )
    if len(wanted) == 1:
        statement = statement.where(who == next(iter(wanted)))
    found: dict[int, list[Held]] = {}
    for row in session.all(statement):
        one, kind, year, by, id_ = tuple(row)
        if one in wanted and by in decided:
            found.setdefault(one, []).append(Held(codes[kind], year, *decided[by], id_))
    return {key: tuple(held) for key, held in found.items()}


def forms_given(
    session: Session, recipient: str, ids: Collection[int], year: int, until: date
) -> dict[int, list[Given]]:
    """Read the forms of commendation given for a year by a day, by recipient; revoked ones left out."""
    who = _WHO[recipient].label("who")
    statement = (
        select(who, award, award_kind.c.code, decision.c.decided_on, decision.c.type, decision.c.campaign_id)
        .join(award_kind, award_kind.c.id == award.c.kind_id)
        .join(decision, decision.c.id == award.c.decision_id)
        .where(award.c.recipient == recipient, award.c.revoked_by.is_(None), award.c.year == year)
        .where(award_kind.c.category == "form", decision.c.decided_on <= until)
        .order_by(award.c.id)
    )
    found: dict[int, list[Given]] = {}
    for some in session.chunks(ids):
        for row in session.all(statement.where(who.in_(some))):
            held = Held(row.code, row.year, row.decided_on, row.type, row.id)
            found.setdefault(row.who, []).append(Given(held, row.campaign_id, row.citation))
    return found


class GivenInUnit(NamedTuple):
    """Who was given an award in which unit, and when."""

    person: int
    unit: int
    code: str
    day: date


def given_in_units(session: Session, codes: Collection[str], year: int) -> Iterator[GivenInUnit]:
    """Who was given which of some awards for a year in which unit, revoked ones left out."""
    statement = (
        select(award.c.person_id, award.c.unit_id, award_kind.c.code, decision.c.decided_on)
        .join(award_kind, award_kind.c.id == award.c.kind_id)
        .join(decision, decision.c.id == award.c.decision_id)
        .where(award.c.year == year, award.c.revoked_by.is_(None), award_kind.c.code.in_(codes))
        .where(award.c.person_id.is_not(None), award.c.unit_id.is_not(None))
        .order_by(award.c.id)
    )
    for row in session.all(statement):
        yield GivenInUnit(row.person_id, row.unit_id, row.code, row.decided_on)
