"""Working days: Saturdays, Sundays and the days off an office names are not counted."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import NamedTuple

_ONE = timedelta(days=1)
_FIXED = (
    (1, 1, "Tết Dương lịch"),
    (4, 30, "Ngày Chiến thắng"),
    (5, 1, "Ngày Quốc tế lao động"),
    (9, 2, "Quốc khánh"),
)


class DayOff(NamedTuple):
    """A day nobody works, and whether the rule on it was checked."""

    day: date
    name: str
    status: str


def fixed_days_off(year: int) -> tuple[DayOff, ...]:
    """Propose the days off that fall on the same day every year; Tết and the Hùng Kings' day are entered.

    No text on them was read: they are unverified, and nothing counts them until the office takes them over.
    """
    return tuple(DayOff(date(year, month, day), name, "unverified") for month, day, name in _FIXED)


def is_working(day: date, days_off: Collection[date] = (), worked: Collection[date] = ()) -> bool:
    """Tell whether a day is worked: worked names Saturdays and Sundays worked in exchange for another day."""
    return day in worked or (day.weekday() < 5 and day not in days_off)


def due(
    start: date, working_days: int, days_off: Collection[date] = (), worked: Collection[date] = ()
) -> date:
    """Give the last day of a term of so many working days; the first counted is the day after the start."""
    if working_days < 0:
        raise ValueError("A term is not negative")
    day = start
    while working_days:
        day += _ONE
        working_days -= is_working(day, days_off, worked)
    return day


def left(today: date, due_on: date, days_off: Collection[date] = (), worked: Collection[date] = ()) -> int:
    """Count the working days still left, the last one included; below zero the days it is overdue."""
    first, last = min(today, due_on), max(today, due_on)
    days = ((first + timedelta(days=at)) for at in range(1, (last - first).days + 1))
    counted = sum(is_working(day, days_off, worked) for day in days)
    return counted if today <= due_on else -counted
