"""Dates as precise as the paper is: 03/02/1930, 05/1987 or 1954 alone; never a day nobody wrote."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import total_ordering

from thidua_desktop.domain.vietnamese import fold

FIRST_YEAR, LAST_YEAR = 1800, 2199
_BETWEEN = " ?[/. ] ?"
_FORMS = tuple(
    re.compile(form, re.ASCII)
    for form in (
        rf"(?:ngay )?(?P<day>\d\d?)(?:{_BETWEEN}| ?thang )(?P<month>\d\d?)(?:{_BETWEEN}| ?nam )(?P<year>\d+)",
        rf"(?P<year>\d{{4}}){_BETWEEN}(?P<month>\d\d?)(?:{_BETWEEN}(?P<day>\d\d?)(?:[ t]00:00:00)?)?",
        rf"(?:thang )?(?P<month>\d\d?)(?:{_BETWEEN}| ?nam )(?P<year>\d+)",
        r"(?:nam )?(?P<year>\d+)",
    )
)
_HOW = "gõ ngày/tháng/năm, ví dụ 03/02/1930; chỉ biết tháng thì gõ 02/1930, chỉ biết năm thì gõ 1930."


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a month of a year, or a day; a year alone sorts before every date of that year.

    Raises ValueError, with a Vietnamese sentence for the user, when there is no such date.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            raise ValueError(f"Năm {self.year} không hợp lệ: gõ năm từ {FIRST_YEAR} đến {LAST_YEAR}.")
        if self.month is None:
            if self.day is not None:
                raise ValueError(f"Có ngày {self.day} mà thiếu tháng: {_HOW}")
        elif not 1 <= self.month <= 12:
            raise ValueError(f"Không có tháng {self.month}: gõ ngày trước, tháng sau, ví dụ 25/12/1990.")
        elif self.day is not None and not 1 <= self.day <= (last := _days(self.year, self.month)):
            raise ValueError(
                f"Tháng {self.month} năm {self.year} chỉ có {last} ngày: gõ ngày từ 1 đến {last}."
            )

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read what a user typed or a file holds; 00 stands for an unknown day or month.

        Raises ValueError with a Vietnamese sentence that says what to type.
        """
        plain = fold(text.replace(",", " ")).strip(" ./")
        found = next((match for form in _FORMS if (match := form.fullmatch(plain))), None)
        if found is None:
            raise ValueError(f"Không hiểu “{text.strip()}”: {_HOW}" if plain else f"Chưa nhập ngày: {_HOW}")
        parts = found.groupdict()
        if len(parts["year"]) != len("1930"):
            example = "03/02/1930" if parts.get("day") else "02/1930" if parts.get("month") else "1930"
            raise ValueError(f"Năm “{parts['year']}” phải viết bằng bốn chữ số: gõ lại, ví dụ {example}.")
        return cls(
            int(parts["year"]), int(parts.get("month") or 0) or None, int(parts.get("day") or 0) or None
        )

    @classmethod
    def of(cls, day: date) -> "PartialDate":
        """Return a whole date as a PartialDate."""
        return cls(day.year, day.month, day.day)

    @classmethod
    def from_iso(cls, text: str) -> "PartialDate":
        """Read what `iso` wrote: 1930-02-03, 1987-05 or 1954."""
        return cls(*map(int, text.split("-")))

    def iso(self) -> str:
        """Return the text kept in the file; its order is the order of the dates."""
        return "-".join([f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part)])

    def first_day(self) -> date:
        """Return the earliest day this can be."""
        return date(self.year, self.month or 1, self.day or 1)

    def last_day(self) -> date:
        """Return the latest day this can be."""
        month = self.month or 12
        return date(self.year, month, self.day or _days(self.year, month))

    def surely_before(self, other: "PartialDate") -> bool:
        """Tell whether this is earlier however the unknown parts are filled in (1954 against 05/1954: no)."""
        return self.last_day() < other.first_day()

    def in_words(self) -> str:
        """Return "ngày 03 tháng 02 năm 1930", "tháng 5 năm 1987" or "năm 1954"."""
        return f"{_month_in_words(self.month, self.day)}năm {self.year}"

    def __str__(self) -> str:
        return "/".join([*(f"{part:02d}" for part in (self.day, self.month) if part), f"{self.year:04d}"])

    def __lt__(self, other: "PartialDate") -> bool:
        return self._key() < other._key()

    def _key(self) -> tuple[int, int, int]:
        return self.year, self.month or 0, self.day or 0


def parse_date(text: str) -> date:
    """Read a whole date; raises ValueError, with a Vietnamese sentence, when the day or month is missing."""
    found = PartialDate.parse(text)
    if not found.day:
        raise ValueError(f"“{text.strip()}” thiếu ngày hoặc tháng: gõ đủ ngày/tháng/năm, ví dụ 03/02/1930.")
    return found.first_day()


def show(day: date) -> str:
    """Return the date as dd/mm/yyyy."""
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def long_date(day: date) -> str:
    """Return the date as official papers write it: "ngày 03 tháng 02 năm 1930"."""
    return f"{_month_in_words(day.month, day.day)}năm {day.year}"


def months_later(day: date, months: int) -> date:
    """Return the same day so many months later, the last of that month where it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, _days(year, month + 1)))


def _month_in_words(month: int | None, day: int | None) -> str:
    """Days below 10 and the months 1 and 2 take a zero (Decree 30/2020/NĐ-CP, annex I)."""
    said = f"ngày {day:02d} " if day else ""
    return f"{said}tháng {month:02d} " if month and month <= 2 else f"{said}tháng {month} " if month else said


def _days(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]
