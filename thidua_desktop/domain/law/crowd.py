"""Verdicts on many recipients and awards at once: those alike in what a condition reads are judged once."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import reduce
from operator import and_, or_
from typing import Any, NamedTuple

from thidua_desktop.domain.law.card import STOPS, Law
from thidua_desktop.domain.law.compiled import compiled, follows, reads_of, spread_of
from thidua_desktop.domain.law.facts import MET, NOT_MET, UNKNOWN, Facts, Held, Span
from thidua_desktop.domain.law.rulebook import Criterion
from thidua_desktop.domain.law.stated import kind

_SAID = (UNKNOWN, MET, NOT_MET)


class Column(NamedTuple):
    """The verdicts on everyone as two sets of people, each a number with one bit a person."""

    met: int
    not_met: int


UNSAID = Column(0, 0)


class Crowd:
    """Recipients proposed on one day for one year, judged like `Law.card`, unexplained."""

    def __init__(self, law: Law, everyone: Sequence[Facts]) -> None:
        self._law = law
        self._everyone = everyone
        self._all = (1 << len(everyone)) - 1
        self._labels: dict[str, list[int]] = {}
        self._alike: dict[frozenset[str], list[tuple[Facts, list[int]]]] = {}
        self._columns: dict[tuple[str, Span], Column] = {}
        self._stops: dict[str, Column] = {}
        self._awards: dict[str, Column] = {}
        if len({(facts.year, facts.day, facts.recipient) for facts in everyone}) > 1:
            raise ValueError("A crowd is of one kind, judged for one year on one day")

    def verdicts(self, award: str) -> list[str]:
        """Give the verdict on each recipient, in the order they came."""
        if not self._everyone:
            return []
        met, not_met = (f"{people:0{len(self._everyone)}b}" for people in self._award(award))
        return [_SAID[(yes == "1") + 2 * (no == "1")] for yes, no in zip(met, not_met, strict=True)]

    def _award(self, award: str) -> Column:
        if award not in self._awards:
            self._awards[award] = self._judged(award)
        return self._awards[award]

    def _judged(self, award: str) -> Column:
        one = self._everyone[0]
        regime = self._law.book.regime_on(one.day)
        entries = self._law.entries_on(regime, award, one) if regime else []
        if regime is None or not entries:
            return UNSAID
        span = self._law.span_of(regime, award, one)
        met, failed, present, besides = 0, self._all, 0, []
        for criterion, _ in entries:
            fit = self._fits(criterion)
            there = self._all & ~fit.not_met
            counted = criterion.status == "seen"
            found = _every([self._test(criterion.test, span), fit]) if counted else UNSAID
            if criterion.extra:
                besides += [Column(found.met | fit.not_met, found.not_met & there)] if counted else []
            else:
                present |= there
                met |= found.met & there
                failed &= found.not_met | fit.not_met
        besides += [self._stopped(name) for name in STOPS if (name, regime.code) in self._law.rules]
        return _every([Column(met, failed & present), *besides])

    def _fits(self, criterion: Criterion) -> Column:
        if not criterion.kind:
            return Column(self._all, 0)
        return self._leaf(
            ("kinds",), lambda facts: kind(facts, criterion.kind, Span(None, facts.year), "").verdict
        )

    def _stopped(self, name: str) -> Column:
        if name not in self._stops:
            reads, stops, _ = STOPS[name]
            self._stops[name] = self._leaf((reads,), lambda facts: NOT_MET if stops(facts) else MET)
        return self._stops[name]

    def _test(self, test: Mapping[str, Any], span: Span) -> Column:
        name, value = next(iter(test.items()))
        if name == "any_of":
            return _some(self._test(part, span) for part in value)
        if name == "all_of":
            wide = span.spread(spread_of(value))
            return _every(self._test(part, wide if follows(part) else span) for part in value)
        key = (json.dumps(test, sort_keys=True), span)
        if key not in self._columns:
            self._columns[key] = self._one(name, value, test, span)
        return self._columns[key]

    def _one(self, name: str, value: Any, test: Mapping[str, Any], span: Span) -> Column:
        if name == "meets":
            codes = value.split("|")
            return _some([*(self._held(code, span.last) for code in codes), *map(self._award, codes)])
        function = compiled(test, lambda facts, award: self._law.card(award, facts).verdict)
        return self._leaf(reads_of(test), lambda facts: function(facts, span)[0])

    def _held(self, award: str, year: int) -> Column:
        """Everyone who was given the award for the year; nothing follows for the others."""
        found = self._leaf(
            (f"awards:{award}",),
            lambda facts: MET if any(h.award == award and h.year == year for h in facts.awards) else NOT_MET,
        )
        return Column(found.met, self._all & ~found.met)

    def _leaf(self, reads: Iterable[str], judge: Callable[[Facts], str]) -> Column:
        """Judge one of those alike and give its verdict to all of them."""
        met: list[int] = []
        not_met: list[int] = []
        for one, places in self._groups(frozenset(reads)):
            verdict = judge(one)
            if verdict != UNKNOWN:
                (met if verdict == MET else not_met).extend(places)
        return Column(_set(met, len(self._everyone)), _set(not_met, len(self._everyone)))

    def _groups(self, reads: frozenset[str]) -> list[tuple[Facts, list[int]]]:
        if reads not in self._alike:
            found: dict[tuple[int, ...], list[int]] = {}
            for place, labels in enumerate(zip(*map(self._labelled, sorted(reads)), strict=True)):
                found.setdefault(labels, []).append(place)
            self._alike[reads] = [(self._everyone[places[0]], places) for places in found.values()]
        return self._alike[reads]

    def _labelled(self, field: str) -> list[int]:
        """Number what each has in a field, the same number for the same content."""
        if field not in self._labels:
            numbers: dict[Any, int] = {}
            self._labels[field] = [
                numbers.setdefault(content, len(numbers)) for content in self._contents(field)
            ]
        return self._labels[field]

    def _contents(self, field: str) -> Iterator[Any]:
        name, _, code = field.partition(":")
        for facts in self._everyone:
            if name == "awards":
                yield _content(held for held in facts.awards if held.award == code)
            elif name == "any_award":
                yield _content(facts.awards)
            else:
                content = getattr(facts, name)
                yield frozenset(content.items()) if isinstance(content, Mapping) else content


def _content(awards: Iterable[Held]) -> tuple[Any, ...]:
    return tuple((held.award, held.year, held.day, held.award_type) for held in awards)


def _set(places: list[int], size: int) -> int:
    """The people at those places as a set; the first is the highest bit."""
    bits = bytearray(b"0" * size)
    for place in places:
        bits[place] = 49
    return int(bits, 2)


def _every(columns: Iterable[Column]) -> Column:
    met, not_met = zip(*columns, strict=True)
    return Column(reduce(and_, met), reduce(or_, not_met))


def _some(columns: Iterable[Column]) -> Column:
    met, not_met = zip(*columns, strict=True)
    return Column(reduce(or_, met), reduce(and_, not_met))
