"""What the words of a condition are made with: names of awards, tables of words, one function a condition."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from thidua_desktop.domain.law import words

Value = Mapping[str, Any]


class Context(NamedTuple):
    """What words depend on: names of awards by code, and whether an article names the years looked at."""

    names: Mapping[str, str]
    inside: bool = False

    def award(self, code: str) -> str:
        """Name an award in quotes."""
        return f"“{self.names.get(code) or words.GROUPED.get(code, code)}”"

    def awards(self, codes: Iterable[str]) -> str:
        """Name several awards, any of which will do."""
        return " hoặc ".join(map(self.award, codes))

    def years(self) -> str:
        """Say which years are meant."""
        return "trong từng năm của thời gian đó" if self.inside else "trong năm xét"


Words = Callable[[Any, Context], str]


class Wordings(dict[str, Words]):
    """The words of each condition by its name; used as a decorator it enters one."""

    def __call__(self, *names: str) -> Callable[[Words], Words]:
        def kept(function: Words) -> Words:
            self.update(dict.fromkeys(names, function))
            return function

        return kept


def told_of(table: Mapping[str, str], codes: str | Iterable[str], between: str = " hoặc ") -> str:
    """Name codes from a table, alternatives parted by "|"; a code it does not know is told as it is."""
    parts = codes.split("|") if isinstance(codes, str) else codes
    return between.join(dict.fromkeys(table.get(part, part) for part in parts))


def percent(share: float) -> str:
    """Tell a share as a percentage."""
    return f"{round(share * 100)} %"


def day_of(text: str) -> str:
    """Tell a day of every year, kept as month-day."""
    month, _, day = text.partition("-")
    return f"{day}/{month}"


def lowered(text: str) -> str:
    """Begin a sentence small, to stand inside another."""
    return text[:1].lower() + text[1:]


def raised(text: str) -> str:
    """Begin a sentence with a capital."""
    return text[:1].upper() + text[1:]
