"""The money of the awards of a decision, by the law of its day."""

from collections.abc import Iterable
from dataclasses import replace

from thidua_desktop.db import Session
from thidua_desktop.domain.law.bonus import Bonus, Paid, bonus, payable
from thidua_desktop.domain.law.rulebook import Rulebook
from thidua_desktop.records import awards, catalogue, decisions
from thidua_desktop.records.awards import AwardRow
from thidua_desktop.records.query import ListQuery

_NOT_PAID = "Cùng năm có danh hiệu mức thưởng cao hơn: chỉ thưởng mức cao nhất."
_UNSURE = "Có nhiều danh hiệu cùng năm, chưa rõ quy định: kiểm tra văn bản trước khi chi."


def of_decision(
    session: Session, decision_id: int, book: Rulebook, *, round_up: bool = True
) -> list[tuple[AwardRow, Bonus]]:
    """Every award of a decision not revoked, in the order of the paper, with its bonus.

    Raises Refused when no regime or base salary is known for the day of the decision.
    """
    titles = {row.code for row in catalogue.list_(session) if row.category == "title"}
    day = decisions.rows(session, [decision_id])[0].decided_on
    here = _read(session, decision=decision_id)
    found = {row.id: bonus(book, row.award, row.recipient, day, round_up=round_up) for row in here}
    beside = list(_elsewhere(session, decision_id, here, titles)) if _by_year(book, here) else []
    by_title: dict[tuple[str, int | None, int], list[AwardRow]] = {}
    for row in (*here, *beside):
        if row.award in titles:
            by_title.setdefault((*_who(row), row.year), []).append(row)
    for rivals in by_title.values():
        if len(rivals) > 1:
            paid = [
                Paid(row.year, "title", bonus(book, row.award, row.recipient, day).amount) for row in rivals
            ]
            for row, answer in zip(rivals, payable(book, day, paid), strict=True):
                if row.id in found:
                    found[row.id] = _settled(found[row.id], answer)
    return [(row, found[row.id]) for row in here]


def _settled(one: Bonus, answer: bool | None) -> Bonus:  # noqa: FBT001 - an answer, not a switch
    if answer is False:
        return replace(one, amount=0, reason=_NOT_PAID)
    return replace(one, status="unverified", reason=_UNSURE) if answer is None else one


def _by_year(book: Rulebook, here: list[AwardRow]) -> bool:
    """Whether titles of one year count together whatever decision gave them, not only within one."""
    regime = book.regime_on(here[0].decided_on) if here else None
    rules = [rule for rule in book.combination if regime and regime.code in rule["regimes"]]
    return any(rule.get("same_period_titles") == "highest" for rule in rules)


def _elsewhere(
    session: Session, decision_id: int, here: list[AwardRow], titles: set[str]
) -> Iterable[AwardRow]:
    for year in {row.year for row in here if row.award in titles}:
        for row in _read(session, year=year):
            if row.decision_id != decision_id:
                yield row


def _read(session: Session, **filters: int) -> list[AwardRow]:
    return awards.rows(session, awards.ids(session, ListQuery(sort="entered", filters=filters)))


def _who(row: AwardRow) -> tuple[str, int | None]:
    return row.recipient, row.person_id or row.household_id or row.unit_id
