"""The money that goes with an award: coefficient times base salary on the day of the decision, rounded up.

What is not known stays unknown: no amount is made up where the data hold no coefficient or no salary.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_CEILING, Decimal
from pathlib import Path
from typing import Any

from thidua_desktop.domain.dates import show
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.regimes import Regime, regime_on, regimes

UP, EXACT = "up", "exact"
ROUNDINGS: dict[str, str] = {UP: "làm tròn lên", EXACT: "giữ số lẻ"}
_TABLES = ("base_salary", "rounding", "highest_title", "not_paid", "coefficients")
_NO_REGIME = "Chưa có quy định về tiền thưởng của ngày {} trong dữ liệu."
_NO_COEFFICIENT = "Chưa có hệ số đã dẫn nguồn cho danh hiệu, hình thức này ở ngày {}."
_NO_SALARY = "Chưa có mức lương cơ sở của ngày {} trong dữ liệu."
_NOT_PAID = "Không kèm tiền thưởng."
_HIGHER = "Cùng năm đã được “{}” mức cao hơn: chỉ thưởng mức cao nhất."


@dataclass(frozen=True)
class Given:
    """An award as money looks at it: who is a key of the recipient, title whether it is a danh hiệu."""

    id: int
    award: str
    name: str
    recipient: str
    who: str
    year: int
    decision_id: int
    title: bool


@dataclass(frozen=True)
class Bonus:
    """What an award brings: dong, None where it is not known; cites, and "unverified" where one is."""

    coefficient: Decimal | None = None
    base_salary: int | None = None
    raw: Decimal | None = None
    amount: int | None = None
    cites: tuple[str, ...] = ()
    status: str = "seen"
    note: str = ""


@dataclass(frozen=True)
class BonusRules:
    """Dated rows of law about money, each with its citation."""

    regimes: tuple[Regime, ...]
    tables: Mapping[str, Sequence[Mapping[str, Any]]]

    def of(self, award: str, recipient: str, day: date, rounding: str = UP) -> Bonus:
        """The bonus of one award by itself."""
        regime = regime_on(self.regimes, day)
        if regime is None:
            return Bonus(status="unverified", note=_NO_REGIME.format(show(day)))
        free = self._of(regime, "not_paid", lambda row: award in row["awards"])
        if free is not None:
            return Bonus(Decimal(0), None, Decimal(0), 0, (free["cite"],), free["status"], _NOT_PAID)
        row = next(
            (
                row
                for row in self.tables["coefficients"]
                if (row["regime"], row["award"], row["recipient"]) == (regime.id, award, recipient)
            ),
            None,
        )
        if row is None:
            return Bonus(status="unverified", note=_NO_COEFFICIENT.format(show(day)))
        coefficient = Decimal(row["coefficient"])
        salary = self._salary(day)
        if salary is None:
            note = _NO_SALARY.format(show(day))
            return Bonus(coefficient, cites=(row["cite"],), status="unverified", note=note)
        raw = coefficient * salary["vnd"]
        rule = self._of(regime, "rounding", lambda _row: rounding == UP)
        used = [row, salary, *([rule] if rule else [])]
        amount = _up(raw, rule["up_to"]) if rule else raw
        status = "seen" if all(one["status"] == "seen" for one in used) else "unverified"
        cites = tuple(one["cite"] for one in used)
        return Bonus(coefficient, salary["vnd"], raw, int(amount), cites, status)

    def of_decision(
        self, given: Sequence[Given], others: Iterable[Given], day: date, rounding: str = UP
    ) -> dict[int, Bonus]:
        """The bonuses of the awards of one decision by their ids.

        Where the law pays only the highest title of a time, the others are paid nothing; `others` are
        awards of the same recipients in other decisions.
        """
        found = {one.id: self.of(one.award, one.recipient, day, rounding) for one in given}
        regime = regime_on(self.regimes, day)
        rule = self._of(regime, "highest_title", lambda _row: True) if regime else None
        if rule is None:
            return found
        beside = [*given, *(others if rule["among"] == "year" else ())]
        for one in given:
            rivals = [other for other in beside if one.title and _rivals(one, other)]
            better = max(rivals, key=lambda other: self._worth(other, day), default=None)
            mine = found[one.id]
            if better is not None and mine.coefficient and self._worth(better, day) > mine.coefficient:
                note = _HIGHER.format(better.name)
                found[one.id] = replace(mine, amount=0, cites=(*mine.cites, rule["cite"]), note=note)
        return found

    def _worth(self, one: Given, day: date) -> Decimal:
        return self.of(one.award, one.recipient, day).coefficient or Decimal(0)

    def _salary(self, day: date) -> Mapping[str, Any] | None:
        begun = [row for row in self.tables["base_salary"] if date.fromisoformat(row["from"]) <= day]
        return max(begun, key=lambda row: str(row["from"]), default=None)

    def _of(self, regime: Regime, table: str, fits: Any) -> Mapping[str, Any] | None:
        rows = (row for row in self.tables[table] if regime.id in row["regimes"] and fits(row))
        return next(rows, None)


def load(resources: Path) -> BonusRules:
    """Read money.json of the resources folder; raises Refused for a rule without its citation."""
    return rules(json.loads((resources / "money.json").read_text(encoding="utf-8")))


def rules(data: Mapping[str, Any]) -> BonusRules:
    """Rules from data; raises Refused for one without its citation."""
    for table in _TABLES:
        for place, row in enumerate(data[table], start=1):
            if not row.get("cite"):
                raise Refused(f"Quy định thứ {place} ở bảng {table} không dẫn nguồn: không nạp.")
    return BonusRules(regimes(data["regimes"]), {table: data[table] for table in _TABLES})


def _up(raw: Decimal, unit: int) -> Decimal:
    """Round up; `//` of decimals would cut off."""
    return (raw / unit).to_integral_value(ROUND_CEILING) * unit


def _rivals(one: Given, other: Given) -> bool:
    return other.title and other.id != one.id and (other.who, other.year) == (one.who, one.year)
