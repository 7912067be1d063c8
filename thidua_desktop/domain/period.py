"""The period of a report: whole days from start to end, by year earned or by date decided, with a cut-off."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from thidua_desktop.domain.dates import show
from thidua_desktop.domain.errors import Problem, Refused

Basis = Literal["earned", "decided"]
BASES: dict[Basis, str] = {"earned": "Theo năm thành tích", "decided": "Theo ngày quyết định"}
_WHOLE_YEAR = ((1, 1), (12, 31))
_PARTS_OF_A_YEAR = {
    ((1, 1), (6, 30)): "6 tháng đầu năm",
    ((7, 1), (12, 31)): "6 tháng cuối năm",
    ((1, 1), (9, 30)): "9 tháng đầu năm",
    ((1, 1), (3, 31)): "quý I năm",
    ((4, 1), (6, 30)): "quý II năm",
    ((7, 1), (9, 30)): "quý III năm",
    ((10, 1), (12, 31)): "quý IV năm",
}


@dataclass(frozen=True, slots=True)
class Period:
    """What a report counts: `decided`, awards decided from start to end; `earned`, awards of these years.

    The cut-off leaves out what was decided after it. Constructors check nothing: call `checked`.
    """

    start: date
    end: date
    basis: Basis = "decided"
    cutoff: date | None = None

    @classmethod
    def year(cls, year: int, basis: Basis = "decided", cutoff: date | None = None) -> "Period":
        """Return one whole year."""
        return cls(date(year, 1, 1), date(year, 12, 31), basis, cutoff)

    @classmethod
    def half(cls, year: int, half: int, basis: Basis = "decided", cutoff: date | None = None) -> "Period":
        """Return the first (1) or second (2) six months of a year."""
        return cls._months(year, 6 * half - 5, 6 * half, basis, cutoff)

    @classmethod
    def quarter(
        cls, year: int, quarter: int, basis: Basis = "decided", cutoff: date | None = None
    ) -> "Period":
        """Return a quarter, 1 to 4, of a year."""
        return cls._months(year, 3 * quarter - 2, 3 * quarter, basis, cutoff)

    @classmethod
    def five_years(cls, first: int, basis: Basis = "decided", cutoff: date | None = None) -> "Period":
        """Return "giai đoạn 2015 – 2020" for 2015: from one conference to the next, both years in."""
        return cls(date(first, 1, 1), date(first + 5, 12, 31), basis, cutoff)

    @classmethod
    def _months(cls, year: int, first: int, last: int, basis: Basis, cutoff: date | None) -> "Period":
        after = date(year + last // 12, last % 12 + 1, 1)
        return cls(date(year, first, 1), after - timedelta(days=1), basis, cutoff)

    def years(self) -> range:
        """Return the years the period touches."""
        return range(self.start.year, self.end.year + 1)

    def effective_cutoff(self) -> date | None:
        """Return the last day a decision counts: the one chosen, else the end unless the year is complete."""
        if self.cutoff is not None:
            return self.cutoff
        return None if (self.end.month, self.end.day) == _WHOLE_YEAR[1] else self.end

    def decision_dates(self) -> tuple[date | None, date | None]:
        """Return the first and the last day on which a decision counts; None where there is no limit."""
        cutoff = self.effective_cutoff()
        if self.basis == "earned":
            return None, cutoff
        return self.start, self.end if cutoff is None else min(self.end, cutoff)

    def counts(self, year_earned: int, decided_on: date) -> bool:
        """Tell whether an award of that year, decided on that day, belongs to the period."""
        first, last = self.decision_dates()
        if self.basis == "earned" and year_earned not in self.years():
            return False
        return (first is None or first <= decided_on) and (last is None or decided_on <= last)

    def check(self) -> tuple[Problem, ...]:
        """What is wrong with the period as chosen, field by field."""
        problems = []
        if self.basis not in BASES:
            problems.append(Problem("basis", "Chọn tính theo năm thành tích hoặc theo ngày quyết định."))
        if self.end < self.start:
            problems.append(
                Problem("end", f"Kỳ báo cáo kết thúc trước ngày {show(self.start)}: xem lại hai ngày.")
            )
        if self.basis == "earned" and (self.start.month, self.start.day) != _WHOLE_YEAR[0]:
            problems.append(Problem("basis", _NOT_FROM_JANUARY.format(show(self.start))))
        if self.cutoff is not None and self.cutoff < self.start:
            problems.append(Problem("cutoff", f"Ngày chốt số liệu phải từ ngày {show(self.start)} trở đi."))
        return tuple(problems)

    def checked(self) -> "Period":
        """Return the period itself; raises Refused when `check` finds something."""
        if problems := self.check():
            raise Refused(*problems)
        return self

    @property
    def label(self) -> str:
        """The period as a heading says it: "năm 2019", "quý III năm 2019", "giai đoạn 2015 – 2020"."""
        days = ((self.start.month, self.start.day), (self.end.month, self.end.day))
        one_year = self.start.year == self.end.year
        if days == _WHOLE_YEAR:
            years = f"{self.start.year} – {self.end.year}"
            return f"năm {self.end.year}" if one_year else f"giai đoạn {years}"
        if one_year and days in _PARTS_OF_A_YEAR:
            return f"{_PARTS_OF_A_YEAR[days]} {self.end.year}"
        return f"từ {show(self.start)} đến {show(self.end)}"

    @property
    def footing(self) -> str:
        """What the figures stand on, below the heading: the basis and the cut-off in words."""
        cutoff = self.effective_cutoff()
        return BASES[self.basis] + (f", quyết định đến hết ngày {show(cutoff)}" if cutoff else "")


_NOT_FROM_JANUARY = (
    "Kỳ bắt đầu ngày {} không chia được theo năm thành tích: "
    "chọn tính theo ngày quyết định, hoặc cho kỳ bắt đầu từ 01/01."
)
