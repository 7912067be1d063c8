"""What the decisions of a year give in bonuses: noted, or reckoned by the law of their days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from thidua_desktop.db import Session
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.law.bonus import Bonus
from thidua_desktop.domain.law.fund import OrganisingShare, organising_share
from thidua_desktop.domain.law.rulebook import Rulebook
from thidua_desktop.domain.level import own_level
from thidua_desktop.records import funds, settings
from thidua_desktop.records.funds import FundRow, GivenRow
from thidua_desktop.services import bonuses


@dataclass(frozen=True)
class DecisionMoney:
    """What a decision costs, in đồng.

    Attributes:
        times: its awards not revoked whose money is the office's to pay.
        noted: the amounts noted of them; paid: those of them paid.
        reckoned: what the law of the day gives those of which no amount is noted.
        unset: how many of its awards have no amount noted; unsure: how many of those the checked law names
            no certain amount for; nothing is added for them.

    """

    id: int
    number: str
    decided_on: date
    times: int
    noted: int
    paid: int
    reckoned: int
    unset: int
    unsure: int

    @property
    def due(self) -> int:
        """What is to be paid by the decision, paid or not."""
        return self.noted + self.reckoned

    @property
    def unpaid(self) -> int:
        """What of it is still to be paid."""
        return self.due - self.paid


@dataclass(frozen=True)
class YearFund:
    """The fund of a year beside what its decisions give.

    Attributes:
        decisions: those with money of the office; level: the level whose decisions it pays itself.
        share: the part for organising by the law of the year; None when none is known.

    """

    row: FundRow
    decisions: tuple[DecisionMoney, ...]
    level: str
    share: OrganisingShare | None

    @property
    def id(self) -> int:
        """The year."""
        return self.row.id

    @property
    def due(self) -> int:
        """What the decisions of the year give, paid or not."""
        return sum(one.due for one in self.decisions)

    @property
    def reckoned(self) -> int:
        """What of it is noted nowhere and follows from the law."""
        return sum(one.reckoned for one in self.decisions)

    @property
    def unset(self) -> int:
        """How many awards of the office's own decisions have no amount noted."""
        return sum(one.unset for one in self.decisions)

    @property
    def unsure(self) -> int:
        """How many awards have neither a note nor a certain amount by law."""
        return sum(one.unsure for one in self.decisions)

    @property
    def unpaid(self) -> int:
        """What of it is still to be paid."""
        return sum(one.unpaid for one in self.decisions)

    @property
    def organising(self) -> int | None:
        """The part of the plan for organising."""
        if self.share is None or self.row.planned is None:
            return None
        return round(self.share.share * self.row.planned)

    @property
    def left_after(self) -> int | None:
        """What the plan leaves when the part for organising is set aside and all that is due is paid."""
        if self.row.left is None:
            return None
        return self.row.left - (self.organising or 0) - self.unpaid


def of_years(session: Session, book: Rulebook, years: Sequence[int]) -> list[YearFund]:
    """The funds of years, in the order given."""
    level = own_level(settings.all_(session)["office"])
    titles, kinds = bonuses.titles_of(session), bonuses.kinds_unpaid(session, book)
    return [
        YearFund(
            row,
            _decisions(session, book, row.id, titles, kinds, level),
            level,
            organising_share(book, row.id),
        )
        for row in funds.rows(session, years)
    ]


def _decisions(
    session: Session,
    book: Rulebook,
    year: int,
    titles: frozenset[str],
    kinds: bonuses.Kinds,
    level: str,
) -> tuple[DecisionMoney, ...]:
    given = funds.given(session, year)
    earned = {row.year for row in given if row.award in titles}
    others = funds.beside(session, year, earned, titles) if earned else []
    everywhere = bonuses.by_title([*given, *others], titles)
    found = []
    for decision_id, group in groupby(given, key=lambda row: row.decision_id):
        here = list(group)
        ours = [row for row in here if row.amount is not None or row.level == level]
        if ours:
            day = here[0].decided_on
            beside = {
                key: bonuses.counted_with(
                    book, day, (row for row in everywhere[key] if row.decision_id != decision_id)
                )
                for key in bonuses.by_title(here, titles)
            }
            found.append(_money(ours, _reckon(book, here, beside, titles, kinds)))
    return tuple(found)


def _reckon(
    book: Rulebook,
    here: Sequence[GivenRow],
    beside: dict[bonuses.Key, list[bonuses.Given]],
    titles: frozenset[str],
    kinds: bonuses.Kinds,
) -> dict[int, Bonus]:
    """The bonuses by the law of the day; nothing where no law is known for it."""
    try:
        return bonuses.settle(book, here[0].decided_on, here, beside, titles, kinds=kinds)
    except Refused:
        return {}


def _money(ours: Sequence[GivenRow], by_law: dict[int, Bonus]) -> DecisionMoney:
    reckoned, unsure = 0, 0
    for row in ours:
        one = by_law.get(row.id)
        if row.amount is not None:
            continue
        if one is None or one.amount is None or one.status == "unverified":
            unsure += 1
        else:
            reckoned += one.amount
    head = ours[0]
    return DecisionMoney(
        head.decision_id,
        head.number,
        head.decided_on,
        times=len(ours),
        noted=sum(row.amount or 0 for row in ours),
        paid=sum(row.amount or 0 for row in ours if row.paid_on),
        reckoned=reckoned,
        unset=sum(row.amount is None for row in ours),
        unsure=unsure,
    )
