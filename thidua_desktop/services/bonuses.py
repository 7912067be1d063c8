"""The money of the awards of a decision, by the law of its day."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Protocol

from thidua_desktop.db import Session
from thidua_desktop.domain.attested import KIND
from thidua_desktop.domain.law.bonus import Bonus, Paid, bonus, payable
from thidua_desktop.domain.law.rulebook import Rulebook
from thidua_desktop.records import attested, awards, catalogue, decisions
from thidua_desktop.records.awards import AwardRow
from thidua_desktop.records.query import ListQuery

_NOT_PAID = "Cùng năm có danh hiệu khác đã thưởng mức bằng hoặc cao hơn: chỉ thưởng một lần mức cao nhất."
_UNSURE = "Có nhiều danh hiệu cùng năm, chưa rõ quy định: kiểm tra văn bản trước khi chi."

Key = tuple[str, int | None, int]
Kinds = Mapping[str, Collection[int]]


class Given(Protocol):
    """What the money of an award depends on."""

    @property
    def id(self) -> int: ...
    @property
    def decision_id(self) -> int: ...
    @property
    def decided_on(self) -> date: ...
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
    beside = counted_with(book, day, _elsewhere(session, decision_id, here, titles))
    kinds = kinds_unpaid(session, book)
    found = settle(book, day, here, by_title(beside, titles), titles, round_up=round_up, kinds=kinds)
    return [(row, found[row.id]) for row in here]


def titles_of(session: Session) -> frozenset[str]:
    """The awards that are titles of a year, of which one recipient may hold several."""
    return frozenset(row.code for row in catalogue.list_(session) if row.category == "title")


def kinds_unpaid(session: Session, book: Rulebook) -> Kinds:
    """The people of the kinds some law pays nothing, by kind."""
    kinds = {kind for rule in book.unpaid for kind in rule.get("kinds", ())}
    return {kind: attested.people_of(session, KIND, kind) for kind in kinds}


def counted_with(book: Rulebook, day: date, others: Iterable[Given]) -> list[Given]:
    """Of titles other decisions gave, those that count together with the titles decided on a day.

    All of one year where the law speaks of one period; those of the same day where it speaks of one time.
    """
    regime = book.regime_on(day)
    rules = [rule for rule in book.combination if regime and regime.code in rule["regimes"]]
    if any(rule.get("same_period_titles") == "highest" for rule in rules):
        return list(others)
    if any(rule.get("same_time_same_achievement_titles") == "highest" for rule in rules):
        return [row for row in others if row.decided_on == day]
    return []


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
    kinds: Kinds = MappingProxyType({}),
) -> dict[int, Bonus]:
    """The bonus of each award of a decision of that day; beside are titles that count together with them.

    kinds: the people of the kinds some law pays nothing, by kind.
    """
    known: dict[tuple[str, str, bool, frozenset[str]], Bonus] = {}

    def ask(row: Given, *, up: bool) -> Bonus:
        of = frozenset(kind for kind, people in kinds.items() if row.person_id in people)
        key = (row.award, row.recipient, up, of)
        if key not in known:
            known[key] = bonus(book, row.award, row.recipient, day, round_up=up, kinds=of)
        return known[key]

    found = {row.id: ask(row, up=round_up) for row in here}
    for key, own in by_title(here, titles).items():
        rivals = [*own, *beside.get(key, ())]
        if len(rivals) > 1:
            paid = [_paid(row, ask(row, up=True)) for row in rivals]
            for row, answer in zip(own, payable(book, day, paid), strict=False):
                found[row.id] = _settled(found[row.id], answer)
    return found


def _paid(row: Given, money: Bonus) -> Paid:
    return Paid(row.year, "title", money.amount, (row.decided_on, row.decision_id, row.id))


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
