"""The five years an office is working on: told beside its name, and what the period report begins with."""

from collections.abc import Iterable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

FIRST_YEAR = 1945
_FIVE = 5


class WorkingPeriod(QObject):
    """Holds the first of the five years; 0 until it is known.

    Attributes:
        is_a_guess: the book spoke of no year yet.

    Signals:
        changed: the first year, each time one is chosen.

    """

    changed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.first = 0
        self.is_a_guess = False

    def choose(self, first: int) -> None:
        """Work on the five years that begin so."""
        self.first, self.is_a_guess = first, False
        self.changed.emit(first)

    def begin(self, years: Iterable[int]) -> None:
        """Begin with the latest five years the book speaks of; the year between two periods ends one.

        An empty book begins with today's, until it speaks of any.
        """
        latest = max(years, default=0)
        if not self.first or (self.is_a_guess and latest):
            self.choose(five_of((latest or datetime.now().astimezone().year) - 1))
            self.is_a_guess = not latest


def five_of(year: int) -> int:
    """The first of the five years a year lies in."""
    return year - year % _FIVE


def periods_of_five() -> dict[int, str]:
    """The periods of five years to choose from by their first year, the latest first."""
    now = datetime.now().astimezone().year
    return {year: f"{year} – {year + _FIVE}" for year in range(five_of(now), FIRST_YEAR - 1, -_FIVE)}
