"""The fund of each year in đồng: what is planned, and what the bonuses noted make of it."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, and_, func, select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import award, award_kind, decision, fund, payment
from thidua_desktop.domain import vietnamese
from thidua_desktop.records.query import ListQuery


@dataclass(frozen=True)
class FundRow:
    """The money of a year, in đồng.

    Attributes:
        id: the year itself: money may have been spent in a year nobody planned.
        fund_id: the id of what was planned, None where nothing was.
        owed: bonuses set for awards decided in the year and not paid yet, revoked ones left out.
        spent: bonuses paid in the year; returned: what came back in it.
        recover: of what was paid in the year, what belongs to revoked awards and did not come back.
        unset: how many awards decided in the year, not revoked, have no bonus noted.

    """

    id: int
    fund_id: int | None
    planned: int | None
    note: str
    owed: int
    spent: int
    returned: int
    recover: int
    unset: int

    @property
    def left(self) -> int | None:
        """What is left of the plan: what came back is there again."""
        return None if self.planned is None else self.planned - self.spent + self.returned


@dataclass(frozen=True)
class GivenRow:
    """An award not revoked with the money noted of it; amount None: nothing noted."""

    id: int
    decision_id: int
    number: str
    decided_on: date
    level: str
    award: str
    recipient: str
    person_id: int | None
    household_id: int | None
    unit_id: int | None
    year: int
    amount: int | None
    paid_on: date | None


def all_(session: Session) -> list[FundRow]:
    """Every year with a plan or money, the latest first."""
    planned = {row.year: row for row in session.all(select(fund))}
    owed, spent, returned, recover = (_by_year(session, part) for part in _PARTS.values())
    unset = _unset(session)
    found = []
    for year in sorted({*planned, *owed, *spent, *returned, *recover}, reverse=True):
        plan = planned.get(year)
        found.append(
            FundRow(
                year,
                plan.id if plan else None,
                plan.planned if plan else None,
                plan.note if plan else "",
                owed.get(year, 0),
                spent.get(year, 0),
                returned.get(year, 0),
                recover.get(year, 0),
                unset.get(year, 0),
            )
        )
    return found


def ids(session: Session, query: ListQuery) -> "array[int]":
    """The years that hold what is searched for, the latest first."""
    found = [row.id for row in all_(session) if vietnamese.matches(query.search, f"{row.id} {row.note}")]
    return array("q", found if query.descending or not query.sort else found[::-1])


def rows(session: Session, ids_: Sequence[int]) -> list[FundRow]:
    """The money of some years, in the order given."""
    by_year = {row.id: row for row in all_(session)}
    return [by_year[year] for year in ids_ if year in by_year]


def plan(session: Session, year: int, amount: int, note: str) -> None:
    """Keep what is planned for a year."""
    there = session.value(select(fund.c.id).where(fund.c.year == year))
    values = {"planned": amount, "note": vietnamese.nfc(note)}
    if there is None:
        session.insert(fund, {"year": year, **values})
    else:
        session.update(fund, there, values)


def unplan(session: Session, years: Sequence[int]) -> None:
    """Take back what was planned for some years."""
    session.delete(fund, session.ids(select(fund.c.id).where(fund.c.year.in_(years))))


_UNPAID = payment.c.paid_on.is_(None) & award.c.revoked_by.is_(None)
_LOST = payment.c.paid_on.is_not(None) & payment.c.returned_on.is_(None) & award.c.revoked_by.is_not(None)
_PARTS: dict[str, tuple[Any, Any]] = {  # by part: the day whose year counts, and of which payments
    "owed": (decision.c.decided_on, _UNPAID),
    "spent": (payment.c.paid_on, payment.c.paid_on.is_not(None)),
    "returned": (payment.c.returned_on, payment.c.returned_on.is_not(None)),
    "recover": (payment.c.paid_on, _LOST),
}


def awards_of(part: str, year: int) -> Select[Any]:
    """The ids of the awards whose money a figure of a year is made of."""
    day, which = _PARTS[part]
    return _money(payment.c.award_id).where(which, func.substr(day, 1, 4) == str(year))


def given(session: Session, year: int) -> list[GivenRow]:
    """The awards decided in a year and not revoked, decision by decision in the order of the paper."""
    days = decision.c.decided_on.between(date(year, 1, 1), date(year, 12, 31))
    order = (decision.c.decided_on, decision.c.id, award.c.place, award.c.id)
    return [_row(row) for row in session.all(_given().where(days).order_by(*order))]


def beside(session: Session, year: int, earned: Iterable[int], codes: Iterable[str]) -> list[GivenRow]:
    """Awards of these codes for these years, not revoked, that other years decided."""
    days = decision.c.decided_on.between(date(year, 1, 1), date(year, 12, 31))
    alike = and_(award.c.year.in_(list(earned)), award_kind.c.code.in_(list(codes)), ~days)
    return [_row(row) for row in session.all(_given().where(alike).order_by(award.c.id))]


def _by_year(session: Session, part: tuple[Any, Any]) -> dict[int, int]:
    day, which = part
    year = func.substr(day, 1, 4).label("year")
    statement = _money(year, func.sum(payment.c.amount).label("amount")).where(which).group_by(year)
    return {int(row.year): int(row.amount) for row in session.all(statement)}


def _unset(session: Session) -> dict[int, int]:
    year = func.substr(decision.c.decided_on, 1, 4).label("year")
    statement = (
        select(year, func.count().label("awards"))
        .select_from(award)
        .join(decision, decision.c.id == award.c.decision_id)
        .outerjoin(payment, payment.c.award_id == award.c.id)
        .where(payment.c.id.is_(None), award.c.revoked_by.is_(None))
        .group_by(year)
    )
    return {int(row.year): int(row.awards) for row in session.all(statement)}


def _money(*columns: Any) -> Select[Any]:
    return (
        select(*columns)
        .select_from(payment)
        .join(award, award.c.id == payment.c.award_id)
        .join(decision, decision.c.id == award.c.decision_id)
    )


def _given() -> Select[Any]:
    return (
        select(
            award.c.id,
            award.c.decision_id,
            decision.c.number,
            decision.c.decided_on,
            decision.c.level,
            award_kind.c.code,
            award.c.recipient,
            award.c.person_id,
            award.c.household_id,
            award.c.unit_id,
            award.c.year,
            payment.c.amount,
            payment.c.paid_on,
        )
        .join(decision, decision.c.id == award.c.decision_id)
        .join(award_kind, award_kind.c.id == award.c.kind_id)
        .outerjoin(payment, payment.c.award_id == award.c.id)
        .where(award.c.revoked_by.is_(None))
    )


def _row(row: Any) -> GivenRow:
    return GivenRow(*row)
