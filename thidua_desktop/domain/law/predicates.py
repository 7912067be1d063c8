"""The registry of conditions: a condition of the data is one function here or in a file beside this one."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from thidua_desktop.domain.law.facts import MET, NOT_MET, UNKNOWN, Facts, Finding, Span

Predicate = Callable[[Facts, Any, Span, str], Finding]


class Registry(dict[str, Predicate]):
    """The conditions of one subject by name; used as a decorator it enters one.

    Attributes:
        reads: the fields of the facts a condition looks at: people alike in them are judged once.

    """

    def __init__(self) -> None:
        super().__init__()
        self.reads: dict[str, tuple[str, ...]] = {}

    def __call__(self, *names: str, reads: tuple[str, ...] = ("stated",)) -> Callable[[Predicate], Predicate]:
        def kept(function: Predicate) -> Predicate:
            self.update(dict.fromkeys(names, function))
            self.reads.update(dict.fromkeys(names, reads))
            return function

        return kept


def key_of(name: str, value: Any) -> str:
    """Name a condition with its figures, in one way whatever the order they are written in."""
    if isinstance(value, Mapping):
        return f"{name}:" + ",".join(f"{k}={_said(value[k])}" for k in sorted(value))
    return f"{name}:{_said(value)}"


def _said(value: Any) -> str:
    return "+".join(map(str, value)) if isinstance(value, list) else str(value)


def number(facts: Facts, value: Mapping[str, Any], code: str, unit: str) -> Finding:
    """Compare a figure the officer typed with the least (and the bound it must stay below)."""
    name = code.partition(":")[0]
    stated = facts.stated.get(f"{name}:{value['as']}" if "as" in value else name)
    if stated is None or isinstance(stated, bool):
        return Finding(code, UNKNOWN, "chưa có số liệu")
    enough = stated >= value.get("min", value.get("min_years", 0)) and stated < value.get("below", stated + 1)
    return Finding(code, MET if enough else NOT_MET, f"{stated:g} {unit}")


def not_before(day: date, month_day: str, year: int) -> bool:
    """Tell whether a day comes too late for what must be done before a day of the year."""
    return day >= date.fromisoformat(f"{year}-{month_day}")


def ticked(facts: Facts, code: str) -> Finding:
    """Take the officer's own answer, unknown until there is one."""
    answer = facts.stated.get(code)
    if answer is None:
        return Finding(code, UNKNOWN, "chờ cơ quan xác nhận")
    return Finding(code, MET if answer else NOT_MET, "đã xác nhận" if answer else "xác nhận là không")
