"""Criteria turned once into functions, so that a card costs only what it looks at."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from typing import Any

from thidua_desktop.domain.law import on_record, stated, words
from thidua_desktop.domain.law.facts import (
    MET,
    NOT_MET,
    UNKNOWN,
    Facts,
    Finding,
    Held,
    Span,
    every,
    some,
    truth,
)
from thidua_desktop.domain.law.predicates import key_of

PREDICATES = {**on_record.CONDITIONS, **stated.CONDITIONS}
_GIVEN = {"year", "day", "recipient", "awards"}
READS: dict[str, tuple[str, ...]] = {
    **on_record.CONDITIONS.reads,
    **stated.CONDITIONS.reads,
    "after_award": ("awards", *on_record.REGISTER),
    "window": ("ratings", "ideas", "all_awards"),
    "meets": ("all_awards", *(field.name for field in fields(Facts) if field.name not in _GIVEN)),
}


Test = Callable[[Facts, Span], tuple[str, tuple[Finding, ...]]]
Meets = Callable[[Facts, str], str]


class UnknownConditionError(Exception):
    """A rule names a condition the program cannot look at."""


def compiled(test: Mapping[str, Any], meets: Meets) -> Test:
    """Turn a condition as data into a function; meets answers for the conditions of another award."""
    if len(test) != 1:
        raise UnknownConditionError(", ".join(test))
    name, value = next(iter(test.items()))
    if name in ("all_of", "any_of"):
        return _list(value, meets, every if name == "all_of" else some)
    if name == "meets":
        return _meets(value, meets)
    if name in ("after_award", "window"):
        return _window(name, value, meets)
    if name not in PREDICATES:
        raise UnknownConditionError(name)
    return _leaf(name, value)


def names_of(test: Any) -> Iterator[str]:
    """Name every condition inside one, itself included."""
    if isinstance(test, list):
        for part in test:
            yield from names_of(part)
    elif isinstance(test, Mapping):
        for name, value in test.items():
            yield name
            inner = value if name in ("all_of", "any_of") else None
            if name in ("after_award", "window"):
                inner = value["all_of"]
            yield from names_of(inner)


def code_of(name: str, value: Any) -> str:
    """Give the code a condition's finding carries."""
    if name in ("after_award", "window"):
        return key_of(name, {k: v for k, v in value.items() if k not in ("all_of", "until")})
    return key_of(name, value)


def reads_of(test: Mapping[str, Any]) -> frozenset[str]:
    """Name the fields of the facts a condition looks at; awards of one kind are "awards:BK_TINH"."""
    found: set[str] = set()
    for name, value in test.items():
        if name in ("all_of", "any_of", "after_award", "window"):
            found.update(*map(reads_of, value if isinstance(value, list) else value["all_of"]))
        counted = name == "ratio_cap" and value["count"] not in words.COUNTED
        for field in READS.get(name, ()):
            if counted and field == "stated":
                continue  # the book holds both numbers: nothing is stated of them
            if field == "awards":
                found.update(f"awards:{code}" for code in value.get("titles") or [value["award"]])
            else:
                found.add(field)
    return frozenset(found)


def spread_of(parts: list[Mapping[str, Any]]) -> int:
    """Give the years of "n years in a row": the initiatives beside it are those of the same n years."""
    return max(map(_years, parts), default=0)


def follows(part: Mapping[str, Any]) -> bool:
    """Tell whether a condition looks at the years its sister spreads over."""
    return {"rating", "consecutive"}.isdisjoint(part)


def lasts(part: Mapping[str, Any]) -> bool:
    """Tell whether a condition asks something of every year, so that a longer window can only lose it."""
    return not {"rating", "rating_or_title"}.isdisjoint(part)


def _leaf(name: str, value: Any) -> Test:
    function, code = PREDICATES[name], code_of(name, value)

    def leaf(facts: Facts, span: Span) -> tuple[str, tuple[Finding, ...]]:
        finding = function(facts, value, span, code)
        return finding.verdict, (finding,)

    return leaf


def _list(parts: list[Mapping[str, Any]], meets: Meets, joined: Callable[[list[str]], str]) -> Test:
    tests = [compiled(part, meets) for part in parts]
    spread = spread_of(parts) if joined is every else 0
    following = [follows(part) for part in parts]

    def several(facts: Facts, span: Span) -> tuple[str, tuple[Finding, ...]]:
        wide = span.spread(spread)
        results = [test(facts, wide if apart else span) for test, apart in zip(tests, following, strict=True)]
        return joined([verdict for verdict, _ in results]), tuple(f for _, found in results for f in found)

    return several


def _years(part: Mapping[str, Any]) -> int:
    if "consecutive" in part:
        return int(part["consecutive"]["n"])
    value = part.get("rating") or part.get("rating_or_title")
    return int(value.get("years", 1)) if isinstance(value, Mapping) else 0


def _meets(awards: str, meets: Meets) -> Test:
    codes, name = awards.split("|"), code_of("meets", awards)

    def test(facts: Facts, span: Span) -> tuple[str, tuple[Finding, ...]]:
        held = [h for h in facts.awards if h.award in codes and h.year == span.last]
        if held:
            ids = tuple(("award", one.id) for one in held)
            finding = Finding(name, MET, f"đã được tặng năm {span.last}", ids)
        else:
            finding = Finding(name, some([meets(facts, code) for code in codes]), "xét theo tiêu chuẩn")
        return finding.verdict, (finding,)

    return test


def _window(name: str, value: Mapping[str, Any], meets: Meets) -> Test:
    inner = _Inner(value["all_of"], meets)
    least = least_of(value)
    code = code_of(name, value)
    award = value.get("award", "")

    def anchored(facts: Facts, span: Span) -> tuple[str, tuple[Finding, ...]]:
        start = 0
        held = on_record.held_in(facts, award, span.ever())
        if not held:
            whole = facts.whole_register and facts.register_covers(span.last, span.last)
            finding = Finding(code, truth(yes=False, whole=whole), "chưa ghi nhận được tặng")
            return finding.verdict, (finding,)
        first = min(held, key=lambda h: _counted_from(h, span))
        start = _counted_from(first, span)
        known = facts.whole_register and facts.register_covers(span.last, span.last)
        long_enough = span.last - start >= least
        found = f"đã được tặng năm {start}, {span.last - start} năm tiếp theo"
        finding = Finding(code, truth(yes=long_enough, whole=known), found, (("award", first.id),))
        if not long_enough:
            return finding.verdict, (finding,)
        verdict, findings = _longest(inner, facts, span, least, span.last - start)
        if verdict == NOT_MET and not known:
            verdict = UNKNOWN  # an earlier award not entered would lengthen the window
        return verdict, (finding, *findings)

    def free(facts: Facts, span: Span) -> tuple[str, tuple[Finding, ...]]:
        return _longest(inner, facts, span, least, max(least, reach_of(facts, span)))

    return anchored if award else free


def least_of(window: Mapping[str, Any]) -> int:
    """Give the fewest years a window may have."""
    return int(window.get("min_years") or window["years_min"])


def reach_of(facts: Facts, span: Span) -> int:
    """Reach one year further back than anything known, so that what is not known stays not known."""
    years = [*facts.ratings, *(h.year for h in facts.awards), *(one.year for one in facts.ideas)]
    return span.last - min(years, default=span.last) + 2


class _Inner:
    """What an article asks inside a window, apart what can only be lost as the window grows longer."""

    def __init__(self, parts: list[Mapping[str, Any]], meets: Meets) -> None:
        self.lasting = _list([part for part in parts if lasts(part)], meets, every)
        self.rest = _list([part for part in parts if not lasts(part)], meets, every)


def _longest(
    inner: _Inner, facts: Facts, span: Span, least: int, most: int
) -> tuple[str, tuple[Finding, ...]]:
    """Try every length from the least up: what holds in one of them holds."""
    results: dict[str, tuple[Finding, ...]] = {}
    for length in range(least, most + 1):
        within = span.over(length, enclosed=True)
        lasting, found = inner.lasting(facts, within)
        verdict, more = inner.rest(facts, within)
        verdict = every([lasting, verdict])
        results.setdefault(verdict, (*found, *more))
        if verdict == MET or lasting == NOT_MET or (lasting == UNKNOWN and UNKNOWN in results):
            break  # no longer window would say more
    verdict = some(list(results))
    return verdict, results[verdict]


def _counted_from(held: Held, span: Span) -> int:
    if span.clock_by_decision and held.day is not None:
        return held.day.year
    return held.year
