"""The rules of law as the program knows them: regimes by date, criteria, coefficients, councils, caps."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.vietnamese import says

STATUSES: dict[str, str] = {
    "seen": "đã đối chiếu",
    "unverified": "chưa đối chiếu",
    "local": "quy định của tỉnh, cơ quan",
}


@dataclass(frozen=True)
class Regime:
    """The laws in force together from one day to another (end None: still in force).

    Attributes:
        own: whether the office began it itself.

    """

    code: str
    start: date
    end: date | None
    law: str
    status: str
    own: bool = False

    def covers(self, day: date) -> bool:
        """Tell whether the day lies in the regime, both ends included."""
        return self.start <= day and (self.end is None or day <= self.end)


@dataclass(frozen=True)
class Criterion:
    """One entry of a regime for an award.

    Attributes:
        code: what it is called, stable while the data stands: regime, award and place.
        kind: the sub-kind of recipient it is written for, "" for all.
        extra: it must hold in addition to one of the others, instead of being a ground of its own.
        test: the predicate as data, under all_of or any_of.
        origin: "law", or "local" when the officer entered it.
        own: the name of the office's rule it comes from, "" for the law's.
        replaces: the code of the law's entry it stands for, "" when it stands beside them.
        carried: whether a period of the office's own took it over from a law that was read.

    """

    code: str
    award: str
    regime: str
    recipients: tuple[str, ...]
    kind: str
    extra: bool
    test: Mapping[str, Any]
    cite: str
    status: str
    start: date
    end: date | None
    note: str = ""
    origin: str = "law"
    own: str = ""
    replaces: str = ""
    carried: bool = False

    @property
    def checked(self) -> bool:
        """Whether it was read in the text itself, or entered by the office with its citation."""
        return self.status in ("seen", "local")

    @property
    def counts(self) -> bool:
        """Whether it may decide: checked, or carried over from a law that was, until it is read anew."""
        return self.checked or self.carried

    def in_force(self, day: date) -> bool:
        """Tell whether the entry holds on a day, both ends included."""
        return self.start <= day and (self.end is None or day <= self.end)


@dataclass(frozen=True)
class Coefficient:
    """How many base salaries go with an award (at_most: no more than so many), and which article says so."""

    value: Fraction
    cite: str
    status: str
    at_most: bool = False


@dataclass(frozen=True)
class BaseSalary:
    """The base salary (lương cơ sở) of a month, in đồng, from a day on."""

    start: date
    amount: int
    cite: str
    status: str


@dataclass(frozen=True)
class OwnFigure:
    """A figure of money as the office entered it, in force from one day to another.

    Attributes:
        what: ("bonus", award, recipient), ("salary",) or ("rounding",).
        value: None where nothing is paid.
        name: the office's rule it comes from.

    """

    what: tuple[str, ...]
    start: date
    end: date | None
    value: Fraction | None
    cite: str
    name: str
    at_most: bool = False

    def on(self, day: date) -> bool:
        """Tell whether the figure holds on a day, both ends included."""
        return self.start <= day and (self.end is None or day <= self.end)


@dataclass(frozen=True)
class Rulebook:
    """Everything the program knows of the law; ask it by the day that counts.

    Attributes:
        coefficients: by regime, award and recipient.
        general: the rules that hold for every award, as data.
        councils: thresholds and membership, as data.
        unpaid: the awards no bonus goes with, as data.
        terms: how long steps may take and by which day, as data.
        dossiers: the papers of a dossier and their copies, as data.
        funds: how much a fund may hold and what part of it goes where, as data.
        names: what awards are called, by code.
        own: figures of money the office entered.

    """

    regimes: tuple[Regime, ...]
    criteria: tuple[Criterion, ...]
    coefficients: Mapping[tuple[str, str, str], Coefficient]
    salaries: tuple[BaseSalary, ...]
    general: tuple[Mapping[str, Any], ...]
    councils: tuple[Mapping[str, Any], ...]
    rounding: Mapping[str, tuple[int, str, str]]
    combination: tuple[Mapping[str, Any], ...]
    unpaid: tuple[Mapping[str, Any], ...] = ()
    terms: tuple[Mapping[str, Any], ...] = ()
    dossiers: tuple[Mapping[str, Any], ...] = ()
    funds: tuple[Mapping[str, Any], ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    own: tuple[OwnFigure, ...] = ()

    def regime_on(self, day: date) -> Regime | None:
        """Give the regime in force on a day; None when the program does not know one."""
        return next((regime for regime in self.regimes if regime.covers(day)), None)

    def own_on(self, day: date, *what: str) -> OwnFigure | None:
        """Give the office's own figure of a day, the one that began last; None where it entered none."""
        found = [one for one in self.own if one.what == what and one.on(day)]
        return max(found, key=lambda one: one.start) if found else None

    def coefficient_on(self, day: date, award: str, recipient: str) -> Coefficient | None:
        """Give the coefficient of a day, the office's own before that of the law."""
        own, regime = self.own_on(day, "bonus", award, recipient), self.regime_on(day)
        if own is not None:
            return None if own.value is None else Coefficient(own.value, own.cite, "local", own.at_most)
        return self.coefficients.get((regime.code, award, recipient)) if regime else None

    def salary_on(self, day: date) -> BaseSalary | None:
        """Give the base salary in force on a day; a decree later than the office's own ends that one."""
        known = [salary for salary in self.salaries if salary.start <= day]
        law = max(known, key=lambda salary: salary.start) if known else None
        own = self.own_on(day, "salary")
        if own is None or own.value is None or (law and law.start > own.start):
            return law
        return BaseSalary(own.start, int(own.value), own.cite, "local")

    def rounding_on(self, day: date) -> tuple[int, str, str] | None:
        """Give the unit sums are rounded up to on a day, its article and status."""
        own, regime = self.own_on(day, "rounding"), self.regime_on(day)
        if own is not None and own.value is not None:
            return int(own.value), own.cite, "local"
        return self.rounding.get(regime.code) if regime else None

    def general_rule(self, name: str, regime: Regime, day: date) -> Mapping[str, Any] | None:
        """Give a general rule as it stands on a day of a regime; none is checked under a law nobody read."""
        for rule in self.general:
            if rule["id"] == name and regime.code in rule["regimes"] and in_force(rule, day):
                said = {"status": status_in(rule, regime), "decides": decides(rule, regime)}
                return None if rule.get("struck") else {**rule, **said}
        return None

    def council_for(self, award: str, day: date) -> tuple[Mapping[str, Any], ...]:
        """Give the council's rules for an award on a day: ballot, share, of whom."""
        regime = self.regime_on(day)
        return standing(
            rule
            for rule in self.councils
            if regime is not None
            and regime.code in rule["regimes"]
            and (rule["awards"] == "*" or (isinstance(rule["awards"], list) and award in rule["awards"]))
            and in_force(rule, day)
        )


def in_force(row: Mapping[str, Any], day: date) -> bool:
    """Tell whether a row of the data holds on a day, both ends included."""
    start, end = row.get("valid_from") or "0001-01-01", row.get("valid_to") or "9999-12-31"
    return date.fromisoformat(start) <= day <= date.fromisoformat(end)


def key_of(row: Mapping[str, Any]) -> str:
    """Name a row of the law by what it says of whom: its place may change with the file.

    One taken over as the office had corrected it bears the name of the row it was a correction of.
    """
    awards = row.get("awards", "*")
    of = row.get("id") or (awards if isinstance(awards, str) else ",".join(awards))
    base = row.get("stands_for") or f"{of}|{row['cite']}"
    return f"{','.join(row['regimes'])}|{base}"


def ref_of(part: str, row: Mapping[str, Any]) -> str:
    """Name a line an officer may point at: a row of the law, or the office's own rule."""
    return f"own:{row['name']}" if row["status"] == "local" else f"{part}:{key_of(row)}"


def standing(rows: Iterable[Mapping[str, Any]]) -> tuple[Mapping[str, Any], ...]:
    """Leave out the rows the office struck or put its own in the place of."""
    found = tuple(rows)
    gone = {row["replaces"] for row in found if row.get("replaces")}
    left = []
    for row in found:
        if not row.get("struck") and key_of(row) not in gone:
            left.append(row)
        if row.get("stands_for"):
            gone.add(key_of(row))
    return tuple(left)


def status_in(rule: Mapping[str, Any], regime: Regime | None) -> str:
    """Nothing is checked under a law nobody read, but what the office itself entered."""
    status = status_of(rule["status"])
    return status if status == "local" or (regime and regime.status == "seen") else "unverified"


def decides(rule: Mapping[str, Any], regime: Regime | None) -> bool:
    """Whether a row may decide: it was read, or carried over from a law that was and not read anew yet."""
    return status_in(rule, regime) != "unverified" or bool(rule.get("carried"))


def carries(book: "Rulebook", code: str) -> bool:
    """Whether a period of the office's own follows on a law that was read, or on another of its own."""
    before = [one for one in book.regimes if one.code == code]
    earlier = [one for one in book.regimes if before and one.start < before[0].start]
    last = max(earlier, key=lambda one: one.start, default=None)
    return last is not None and (last.own or last.status == "seen")


def not_known(day: date) -> str:
    """Say that the program knows no law for that day."""
    return (
        f"Phần mềm không biết quy định nào có hiệu lực ngày {day:%d/%m/%Y}: cơ quan đối chiếu văn bản của "
        "thời gian đó và tự kết luận."
    )


def cited(entry: Mapping[str, Any], what: str, key: str = "cite") -> str:
    """Give the citation of an entry; Refused when it has none."""
    cite = str(entry.get(key) or "").strip()
    if not says(cite):
        raise Refused(f"{what} không ghi căn cứ pháp lý; mỗi quy định phải dẫn điều, khoản của văn bản.")
    return cite


def status_of(text: str) -> str:
    """Only what was read in the text itself counts as checked; all else is chưa đối chiếu."""
    if text == "local":
        return text
    return "seen" if text.startswith(("seen", "law", "NĐ")) and text != "seen-weak" else "unverified"
