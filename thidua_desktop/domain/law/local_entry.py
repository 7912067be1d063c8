"""What every entry of an office's own rules has in common: days, regimes, awards."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.law import words
from thidua_desktop.domain.law.rulebook import Criterion, Rulebook

Entry = Mapping[str, Any]


class Days(NamedTuple):
    """From one day to another, both included (end None: for good)."""

    start: date
    end: date | None

    def shared(self, other: "Days") -> "Days | None":
        """Give the days that are in both."""
        start, ends = max(self.start, other.start), [end for end in (self.end, other.end) if end]
        end = min(ends) if ends else None
        return None if end and end < start else Days(start, end)

    def without(self, other: "Days") -> Iterator["Days"]:
        """Give the days that are not in the other."""
        if other.start > self.start:
            yield Days(self.start, other.start - timedelta(days=1))
        if other.end and (self.end is None or other.end < self.end):
            yield Days(other.end + timedelta(days=1), self.end)


def days_of(entry: Entry, what: str, replaced: Criterion | None = None) -> Days:
    """Read the days an entry holds on, those of what it replaces where it names none."""
    try:
        start, end = (
            date.fromisoformat(entry[key]) if entry.get(key) else None for key in ("valid_from", "valid_to")
        )
    except (TypeError, ValueError):
        raise Refused(f"{what}: ngày hiệu lực ghi chưa đúng.") from None
    if start and end and end < start:
        raise Refused(f"{what}: ngày hết hiệu lực trước ngày có hiệu lực.")
    if replaced:
        start, end = start or replaced.start, end or replaced.end
        if end and end < start:
            raise Refused(f"{what}: những ngày đó không thuộc thời gian của quy định được sửa.")
    return Days(start or date.min, end)


def in_regimes(book: Rulebook, days: Days, named: object, what: str) -> list[tuple[str, Days]]:
    """Part days by the regimes they fall in, or give those of the one named; Refused when there is none."""
    found = []
    for regime in book.regimes:
        shared = days.shared(Days(regime.start, regime.end))
        if shared and named in (None, "", regime.code):
            found.append((regime.code, shared))
    if not found:
        raise Refused(f"{what}: phần mềm không biết quy định pháp luật nào trong những ngày đó.")
    return found


def award_of(book: Rulebook, code: str, what: str) -> str:
    """Give the code of an award; Refused when there is no such award."""
    if code not in book.names and code not in words.GROUPED:
        raise Refused(f"{what}: không có danh hiệu, hình thức mã “{code}”.")
    return code
