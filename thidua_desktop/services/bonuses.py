"""The money of the awards of a decision, by the law of its day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Protocol

from thidua_desktop.db import Session
from thidua_desktop.domain.law.bonus import Bonus, Paid, bonus, payable
from thidua_desktop.domain.law.rulebook import Rulebook
from thidua_desktop.records import awards, catalogue, decisions
from thidua_desktop.records.awards import AwardRow
from thidua_desktop.records.query import ListQuery

_NOT_PAID = "Cùng năm có danh hiệu mức thưởng cao hơn: chỉ thưởng mức cao nhất."
_UNSURE = "Có nhiều danh hiệu cùng năm, chưa rõ quy định: kiểm tra văn bản trước khi chi."

Key = tuple[str, int | None, int]


class Given(Protocol):
    """What the money of an award depends on."""

    @property
    def id(self) -> int: ...
    @property
    def decision_id(self) -> int: ...
    @property
    def award(self) -> str: ...
    @property
    def recipient(self) -> str: ...
    @property
    def person_id(self) -> int | None: ...
    @property
    def household_id(self) -> int | None: ...
    @property
    def unit_id(self) -> int | None: ...
    @property
    def year(self) -> int: ...


def of_decision(
    session: Session, decision_id: int, book: Rulebook, *, round_up: bool = True
) -> list[tuple[AwardRow, Bonus]]:
    """Every award of a decision not revoked, in the order of the paper, with its bonus.

    Raises Refused when no regime or base salary is known for the day of the decision.
    """
    titles = titles_of(session)
    day = decisions.rows(session, [decision_id])[0].decided_on
    here = _read(session, decision=decision_id)
    beside = list(_elsewhere(session, decision_id, here, titles)) if across_decisions(book, day) else []
    found = settle(book, day, here, by_title(beside, titles), titles, round_up=round_up)
    return [(row, found[row.id]) for row in here]


def titles_of(session: Session) -> frozenset[str]:
    """The awards that are titles of a year, of which one recipient may hold several."""
    return frozenset(row.code for row in catalogue.list_(session) if row.category == "title")


def across_decisions(book: Rulebook, day: date) -> bool:
    """Whether titles of one year count together whatever decision gave them, not only within one."""
    regime = book.regime_on(day)
    rules = [rule for rule in book.combination if regime and regime.code in rule["regimes"]]
    return any(rule.get("same_period_titles") == "highest" for rule in rules)


def by_title(rows: Iterable[Given], titles: frozenset[str]) -> dict[Key, list[Given]]:
    """The titles among awards, by recipient and year."""
    found: dict[Key, list[Given]] = defaultdict(list)
    for row in rows:
        if row.award in titles:
            found[_key(row)].append(row)
    return found


def settle(
    book: Rulebook,
    day: date,
    here: Sequence[Given],
    beside: Mapping[Key, Sequence[Given]],
    titles: frozenset[str],
    *,
    round_up: bool = True,
) -> dict[int, Bonus]:
    """The bonus of each award of a decision of that day; beside are titles that count together with them."""
    known: dict[tuple[str, str, bool], Bonus] = {}

    def ask(row: Given, *, up: bool) -> Bonus:
        key = (row.award, row.recipient, up)
        if key not in known:
            known[key] = bonus(book, row.award, row.recipient, day, round_up=up)
        return known[key]

    found = {row.id: ask(row, up=round_up) for row in here}
    for key, own in by_title(here, titles).items():
        rivals = [*own, *beside.get(key, ())]
        if len(rivals) > 1:
            paid = [Paid(row.year, "title", ask(row, up=True).amount) for row in rivals]
            for row, answer in zip(own, payable(book, day, paid), strict=False):
                found[row.id] = _settled(found[row.id], answer)
    return found


def _settled(one: Bonus, answer: bool | None) -> Bonus:  # noqa: FBT001 - an answer, not a switch
    if answer is False:
        return replace(one, amount=0, reason=_NOT_PAID)
    return replace(one, status="unverified", reason=_UNSURE) if answer is None else one


def _elsewhere(
    session: Session, decision_id: int, here: list[AwardRow], titles: frozenset[str]
) -> Iterable[AwardRow]:
    for year in {row.year for row in here if row.award in titles}:
        for row in _read(session, year=year):
            if row.decision_id != decision_id:
                yield row


def _read(session: Session, **filters: int) -> list[AwardRow]:
    return awards.rows(session, awards.ids(session, ListQuery(sort="entered", filters=filters)))


def _key(row: Given) -> Key:
    return row.recipient, row.person_id or row.household_id or row.unit_id, row.year
