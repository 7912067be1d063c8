"""A period of law the office begins: it takes over every line of the one before, none of them checked."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.law.local_entry import Entry, days_of
from thidua_desktop.domain.law.rulebook import (
    Coefficient,
    Criterion,
    Regime,
    Rulebook,
    cited,
    decides,
    in_force,
)
from thidua_desktop.domain.vietnamese import says

PART = "regime"
_ROWS = ("general", "councils", "combination", "unpaid", "terms", "dossiers", "funds")
_SAID = {"replaces", "was", "part", "name", "read_for", "read_as", "changed", "checked", "within", "award"}


def lapsed(book: Rulebook, entries: Iterable[Entry]) -> frozenset[str]:
    """Name the periods among entries that gave way."""
    return frozenset(str(one["id"]) for one in entries if one.get("part") == PART) - {
        regime.code for regime in book.regimes
    }


def depends_on(entry: Entry, name: str) -> bool:
    """Tell whether an entry is about a line of a period the office began, or was said in it."""
    of_line = str(entry.get("replaces", "")).startswith(f"{name}.") or name in entry.get("regimes", ())
    return of_line or entry.get("within") == name


def begun(book: Rulebook, corrected: Rulebook, entry: Entry) -> Rulebook:
    """Lay a period over a book, its lines taken over as the office corrected them; Refused for a wrong one.

    One that does not begin after the law shipped with the program gives way: that law was read since.
    """
    last = max(book.regimes, key=lambda one: one.start)
    new = _period(entry)
    if new.start <= last.start or last.end is not None:
        return book
    eve = new.start - timedelta(days=1)
    ended = replace(last, end=eve)
    rounding = corrected.rounding_on(new.start)
    rows: dict[str, Any] = {
        field: (*getattr(book, field), *_taken_over(getattr(corrected, field), last, new)) for field in _ROWS
    }
    return replace(
        book,
        regimes=(*(ended if one == last else one for one in book.regimes), new),
        criteria=(*_until(book, ended, eve), *_copied(book, corrected, last, new)),
        coefficients={**book.coefficients, **dict(_rates(book, corrected, last, new))},
        rounding={**book.rounding, **({new.code: (*rounding[:2], "unverified")} if rounding else {})},
        **rows,
    )


def _period(entry: Entry) -> Regime:
    name = str(entry["id"])
    what = f"Thời kỳ pháp luật “{name}”"
    cited(entry, what)
    law = str(entry.get("law") or "").strip()
    if not says(law):
        raise Refused(f"{what}: ghi tên luật, nghị định, thông tư.")
    if entry.get("struck") or entry.get("checked"):
        raise Refused(f"{what}: đối chiếu hoặc bỏ từng dòng của thời kỳ, không phải cả thời kỳ.")
    days = days_of(entry, what)
    if days.end is not None:
        raise Refused(f"{what}: để trống ngày hết hiệu lực; thời kỳ sau bắt đầu thì thời kỳ này kết thúc.")
    return Regime(name, days.start, None, law, "unverified", own=True)


def _until(book: Rulebook, ended: Regime, eve: date) -> Iterator[Criterion]:
    """The lines of the book, those of the law that ends up to its last day."""
    for one in book.criteria:
        if one.regime != ended.code:
            yield one
        elif one.start <= eve:
            yield replace(one, end=min(one.end or eve, eve))


def _copied(book: Rulebook, corrected: Rulebook, last: Regime, new: Regime) -> Iterator[Criterion]:
    """The lines of the law that ends as they stand in the one that begins, in their order, unchecked."""
    places = {one.code: place for place, one in reversed(list(enumerate(book.criteria)))}
    lines = [one for one in corrected.criteria if one.regime == last.code]
    for one in sorted(lines, key=lambda one: places[one.replaces or one.code]):
        if one.end is None or one.end >= new.start:
            yield replace(
                one,
                code=new.code + (one.replaces or one.code).removeprefix(last.code),
                regime=new.code,
                start=max(one.start, new.start),
                status="unverified",
                origin="law",
                own="",
                replaces="",
                carried=one.counts and (last.own or last.status == "seen"),
            )


def _rates(
    book: Rulebook, corrected: Rulebook, last: Regime, new: Regime
) -> Iterator[tuple[tuple[str, str, str], Coefficient]]:
    known = {(award, who) for regime, award, who in book.coefficients if regime == last.code}
    known |= {(one.what[1], one.what[2]) for one in corrected.own if one.what[0] == "bonus"}
    for award, who in sorted(known):
        rate = corrected.coefficient_on(new.start, award, who)
        if rate is not None:
            yield (new.code, award, who), replace(rate, status="unverified")


def _taken_over(rows: Iterable[Mapping[str, Any]], last: Regime, new: Regime) -> Iterator[Mapping[str, Any]]:
    """The rows of the law that ends, as they stand in the one that begins: rows of their own."""
    for row in rows:
        if last.code in row["regimes"] and _reaches(row, new.start):
            said, stands_for = _SAID if "name" in row else (), {}
            if row.get("replaces"):
                stands_for = {"stands_for": row["replaces"].partition("|")[2]}
            kept = {key: value for key, value in row.items() if key not in said}
            carried = decides(row, last) and (last.own or last.status == "seen")
            own = {"regimes": [new.code], "status": "unverified", "carried": carried}
            yield {**kept, **stands_for, **own}


def _reaches(row: Mapping[str, Any], start: date) -> bool:
    return in_force(row, start) or date.fromisoformat(row.get("valid_from") or "0001-01-01") > start
