"""Bonus money: coefficient × base salary on the day of the decision, rounded as the decree says."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase
from fractions import Fraction

from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.law.rulebook import Regime, Rulebook, decides, not_known, status_in

UNIT = 10_000
_NOT_CHECKED = "Căn cứ chưa đối chiếu: kiểm tra văn bản trước khi chi."
_AT_MOST = "Mức tối đa theo quy định: chi bao nhiêu trong mức này do cơ quan tặng quyết định."


@dataclass(frozen=True)
class Bonus:
    """What one award brings.

    Attributes:
        coefficient: None when the law of that day names none for this recipient, or it was not read.
        amount: 0 where the law of that day says that nothing is paid; None where no sum is known.
        raw: coefficient × base salary, before rounding.
        cite: the article of the coefficient and the decree of the salary.
        status: "seen" only when everything the sum rests on was checked, "local" when the office itself
            entered a part of it.
        reason: why there is no sum, why it needs checking, or that it is the most allowed; "" otherwise.

    """

    coefficient: Fraction | None
    base_salary: int | None
    raw: Fraction | None
    amount: int | None
    regime: str
    cite: str
    status: str
    reason: str = ""


def bonus(
    book: Rulebook,
    award: str,
    recipient: str,
    day: date,
    *,
    round_up: bool = True,
    kinds: frozenset[str] = frozenset(),
) -> Bonus:
    """Reckon the bonus of one award decided on a day; Refused when no regime is known for it.

    kinds: what is entered of the recipient's kind, since some kinds are paid nothing.
    """
    regime, salary = book.regime_on(day), book.salary_on(day)
    if regime is None:
        raise Refused(not_known(day))
    if salary is None:
        raise Refused(f"Phần mềm không biết mức lương cơ sở ngày {day:%d/%m/%Y}.")
    nothing = _unpaid(book, regime, award, kinds, salary.amount)
    if nothing is not None:
        return nothing
    found = book.coefficient_on(day, award, recipient)
    if found is None:
        reason = "Không có hệ số tiền thưởng cho đối tượng này trong quy định đã đối chiếu."
        return Bonus(None, salary.amount, None, None, regime.code, salary.cite, "unverified", reason)
    raw = found.value * salary.amount
    unit, rule, rounding = book.rounding_on(day) or (UNIT, "", "unverified")
    statuses = {found.status, salary.status, rounding}
    checked = "unverified" not in statuses
    return Bonus(
        coefficient=found.value,
        base_salary=salary.amount,
        raw=raw,
        amount=_rounded(raw, unit) if round_up else round(raw),
        regime=regime.code,
        cite="; ".join(part for part in (found.cite, salary.cite, rule if round_up else "") if part),
        status="unverified" if not checked else "local" if "local" in statuses else "seen",
        reason=" ".join(filter(None, (_AT_MOST if found.at_most else "", "" if checked else _NOT_CHECKED))),
    )


def _unpaid(
    book: Rulebook, regime: Regime, award: str, kinds: frozenset[str], base_salary: int
) -> Bonus | None:
    for rule in book.unpaid:
        meant = any(fnmatchcase(award, one) for one in rule["awards"]) or kinds & set(rule.get("kinds", ()))
        if meant and regime.code in rule["regimes"]:
            status, said = status_in(rule, regime), f"{rule['text']}."
            return Bonus(None, base_salary, None, 0, regime.code, rule["cite"], status, said)
    return None


@dataclass(frozen=True)
class Paid:
    """An award as the rules on several awards at once look at it.

    Attributes:
        year: that of the achievement.
        category: title or form.
        decided: what puts the awards in the order they were decided in, for two of one amount.

    """

    year: int | None
    category: str
    amount: int | None
    decided: tuple[date, int, int] | None = None


def payable(book: Rulebook, day: date, awards: Sequence[Paid]) -> tuple[bool | None, ...]:
    """Say of each of one recipient's awards whether it is paid; None where no rule was read.

    Titles of one year: only the highest where the regime says so, of equal ones the one decided first;
    title and form are both paid.
    """
    regime = book.regime_on(day)
    rules = (one for one in book.combination if regime and regime.code in one["regimes"])
    rule = next((one for one in rules if decides(one, regime)), None)
    answers: list[bool | None] = []
    for place, award in enumerate(awards):
        rivals = sorted(
            (-(other.amount or 0), other.decided or (day, 0, 0), at)
            for at, other in enumerate(awards)
            if award.category == other.category == "title" and other.year == award.year
        )
        if len(rivals) < 2:
            answers.append(True if rule else None)
            continue
        said = rule and (rule.get("same_period_titles") or rule.get("same_time_same_achievement_titles"))
        known = said == "highest" and award.year is not None
        answers.append(rivals[0][-1] == place if known else None)
    return tuple(answers)


def _rounded(raw: Fraction, unit: int) -> int:
    return -int(-raw // unit) * unit
