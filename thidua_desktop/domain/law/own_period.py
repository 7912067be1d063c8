"""A period of law the office begins: it takes over every line of the one before, none of them checked."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.law.local_entry import Entry, days_of
from thidua_desktop.domain.law.rulebook import Criterion, Regime, Rulebook, cited, in_force

PART = "regime"
_ROWS = ("general", "councils", "combination", "unpaid", "terms", "dossiers", "funds")


def with_periods(book: Rulebook, entries: Iterable[Entry]) -> Rulebook:
    """Lay the periods among an office's entries over a book, the earliest first; Refused for a wrong one.

    One that does not begin after the law shipped with the program gives way: that law was read since.
    """
    own = [entry for entry in entries if entry.get("part") == PART]
    for entry in sorted(own, key=lambda one: str(one.get("valid_from", ""))):
        book = _laid(book, entry)
    return book


def lapsed(book: Rulebook, entries: Iterable[Entry]) -> frozenset[str]:
    """Name the periods among entries that gave way."""
    return frozenset(str(one["id"]) for one in entries if one.get("part") == PART) - {
        regime.code for regime in book.regimes
    }


def depends_on(entry: Entry, name: str) -> bool:
    """Tell whether an entry is about a line of a period the office began."""
    return str(entry.get("replaces", "")).startswith(f"{name}.") or name in entry.get("regimes", ())


def _laid(book: Rulebook, entry: Entry) -> Rulebook:
    name = str(entry["id"])
    what = f"Thời kỳ pháp luật “{name}”"
    cited(entry, what)
    law = str(entry.get("law") or "").strip()
    if not law:
        raise Refused(f"{what}: ghi tên luật, nghị định, thông tư.")
    days, last = days_of(entry, what), max(book.regimes, key=lambda one: one.start)
    if days.end is not None:
        raise Refused(f"{what}: để trống ngày hết hiệu lực; thời kỳ sau bắt đầu thì thời kỳ này kết thúc.")
    if days.start <= last.start or last.end is not None:
        return book
    begun = Regime(name, days.start, None, law, "unverified")
    ended = replace(last, end=days.start - timedelta(days=1))
    rates = {
        (name, award, who): replace(rate, status="unverified")
        for (regime, award, who), rate in book.coefficients.items()
        if regime == last.code
    }
    rounding = dict(book.rounding)
    if last.code in rounding:
        unit, cite, _ = rounding[last.code]
        rounding[name] = unit, cite, "unverified"
    rows: dict[str, Any] = {
        field: (*getattr(book, field), *_taken_over(getattr(book, field), last.code, begun))
        for field in _ROWS
    }
    return replace(
        book,
        regimes=(*(ended if one == last else one for one in book.regimes), begun),
        criteria=tuple(part for one in book.criteria for part in _parted(one, ended, begun)),
        coefficients={**book.coefficients, **rates},
        rounding=rounding,
        **rows,
    )


def _parted(one: Criterion, ended: Regime, begun: Regime) -> Iterator[Criterion]:
    """A line of the law that ends, up to its last day, and the same unchecked in the one that begins."""
    if one.regime != ended.code or ended.end is None:
        yield one
        return
    if one.start <= ended.end:
        yield replace(one, end=min(one.end or ended.end, ended.end))
    if one.end is None or one.end >= begun.start:
        yield replace(
            one,
            code=begun.code + one.code.removeprefix(ended.code),
            regime=begun.code,
            start=max(one.start, begun.start),
            status="unverified",
        )


def _taken_over(rows: Iterable[Mapping[str, Any]], code: str, begun: Regime) -> Iterator[Mapping[str, Any]]:
    """The rows of the law that ends, as they stand in the one that begins: rows of their own."""
    for row in rows:
        if code in row["regimes"] and _reaches(row, begun.start):
            yield {**row, "regimes": [begun.code], "status": "unverified"}


def _reaches(row: Mapping[str, Any], start: date) -> bool:
    return in_force(row, start) or date.fromisoformat(row.get("valid_from") or "0001-01-01") > start
