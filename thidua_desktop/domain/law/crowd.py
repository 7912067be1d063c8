"""Verdicts on many recipients and awards at once: those alike in what a condition reads are judged once."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import reduce
from operator import and_, or_
from typing import Any, NamedTuple

from thidua_desktop.domain.law import report_age
from thidua_desktop.domain.law.beside import BESIDE, bears_on
from thidua_desktop.domain.law.card import REGISTERED, STOPS, Law
from thidua_desktop.domain.law.compiled import (
    compiled,
    follows,
    lasts,
    least_of,
    reach_of,
    reads_of,
    spread_of,
)
from thidua_desktop.domain.law.facts import MET, NOT_MET, UNKNOWN, Facts, Pledge, Span
from thidua_desktop.domain.law.rulebook import Criterion
from thidua_desktop.domain.law.stated import kind

Pledged = Callable[[str], Sequence[Pledge]]
_SAID = (UNKNOWN, MET, NOT_MET)
_REGISTERED = {"registered": "registered", "registered_on": "on"}
"""The facts that depend on the award proposed, with what a pledge calls them."""
_FIELDS = {"all_awards": "awards"}
_ASKED_AS = "asked_as"


class Column(NamedTuple):
    """The verdicts on everyone as two sets of people, each a number with one bit a person."""

    met: int
    not_met: int


UNSAID = Column(0, 0)


class Crowd:
    """Recipients proposed on one day for one year, judged like `Law.card`, unexplained.

    Whether and when it was registered depends on the award proposed: pledged tells it of everyone, award by
    award; without it the facts say it.
    """

    def __init__(self, law: Law, everyone: Sequence[Facts], pledged: Pledged | None = None) -> None:
        self._law = law
        self._everyone = everyone
        self._pledged = pledged
        self._by_code = _by_code(everyone)
        self._proposed = ""
        self._told: dict[str, Sequence[Pledge]] = {}
        self._all = (1 << len(everyone)) - 1
        self._labels: dict[tuple[str, str], list[int]] = {}
        self._alike: dict[tuple[frozenset[str], str], list[tuple[Facts, list[int]]]] = {}
        self._asked = any(facts.asked_as for facts in everyone)
        self._columns: dict[tuple[str, str, Span], Column] = {}
        self._stops: dict[str, Column] = {}
        self._awards: dict[tuple[str, str], Column] = {}
        if len({(facts.year, facts.day, facts.recipient) for facts in everyone}) > 1:
            raise ValueError("A crowd is of one kind, judged for one year on one day")

    def verdicts(self, award: str) -> list[str]:
        """Give the verdict on each recipient, in the order they came."""
        if not self._everyone:
            return []
        self._proposed = award if self._pledged else ""
        met, not_met = (f"{people:0{len(self._everyone)}b}" for people in self._award(award))
        return [_SAID[(yes == "1") + 2 * (no == "1")] for yes, no in zip(met, not_met, strict=True)]

    def _award(self, award: str) -> Column:
        key = (award, self._proposed)
        if key not in self._awards:
            self._awards[key] = self._judged(award)
        return self._awards[key]

    def _judged(self, award: str) -> Column:
        one = self._everyone[0]
        regime = self._law.book.regime_on(one.day)
        entries = self._law.entries_on(regime, award, one) if regime else []
        if regime is None or not entries:
            return UNSAID
        span = self._law.span_of(regime, award, one)
        grounds = [criterion for criterion, _ in entries if not criterion.extra]
        met, failed, besides = 0, self._all if grounds else 0, []
        # Who is of none of the kinds the grounds are for is surely not enough where all of them were read.
        present = self._all if all(criterion.counts for criterion in grounds) else 0
        for criterion, _ in entries:
            fit = self._fits(criterion)
            there = self._all & ~fit.not_met
            found = _every([self._test(criterion.test, span), fit]) if criterion.counts else UNSAID
            if criterion.extra:
                besides += (
                    [Column(found.met | fit.not_met, found.not_met & there)] if criterion.counts else []
                )
            else:
                present |= there
                met |= found.met & there
                failed &= found.not_met | fit.not_met
        if self._law.registration(regime, award, one.day):
            besides.append(self._test(REGISTERED, span))
        aged = self._law.report_rule(regime, award, one.day)
        if aged is not None:
            besides.append(self._reported(aged))
        for name in BESIDE:
            rule = self._law.rule(name, regime, one.day)
            if rule is not None and rule["decides"]:
                besides.append(self._beside(name, rule, award))
        for name in STOPS:
            rule = self._law.rule(name, regime, one.day)
            if rule is not None and rule["decides"]:
                besides.append(self._stopped(name))
        return _every([Column(met, failed & present), *besides])

    def _fits(self, criterion: Criterion) -> Column:
        if not criterion.kind:
            return Column(self._all, 0)
        ever = Span(None, self._everyone[0].year)
        return self._leaf(
            ("kinds", "kinds_by_unit"), lambda facts: kind(facts, criterion.kind, ever, "").verdict
        )

    def _reported(self, rule: Mapping[str, Any]) -> Column:
        def judged(facts: Facts) -> str:
            return report_age.found(rule, facts).verdict if report_age.asked_of(rule, facts) else MET

        return self._leaf(("asked_as", "report_on", "sent_on"), judged)

    def _beside(self, name: str, rule: Mapping[str, Any], award: str) -> Column:
        def judged(facts: Facts) -> str:
            finding = BESIDE[name].found(rule, award, facts)
            return finding.verdict if finding else MET

        if not bears_on(rule, award) or (_ASKED_AS in BESIDE[name].reads and not self._asked):
            return Column(self._all, 0)  # of nobody: not worth telling people apart
        return self._leaf(BESIDE[name].reads, judged)

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
            tested = (self._test(part, wide if follows(part) else span) for part in value)
            return _every([Column(self._all, 0), *tested])
        key = (json.dumps(test, sort_keys=True), self._proposed_for(reads_of(test)), span)
        if key not in self._columns:
            self._columns[key] = self._condition(name, value, test, span)
        return self._columns[key]

    def _proposed_for(self, reads: frozenset[str]) -> str:
        """Name the award proposed where the answer depends on it."""
        return "" if reads.isdisjoint(_REGISTERED) else self._proposed

    def _condition(self, name: str, value: Any, test: Mapping[str, Any], span: Span) -> Column:
        if name == "meets":
            codes = value.split("|")
            return _some([*(self._held(code, span.last) for code in codes), *map(self._award, codes)])
        if name == "window":
            return self._window(value, span)
        function = compiled(test, lambda facts, award: self._law.card(award, facts).verdict)
        return self._leaf(reads_of(test), lambda facts: function(facts, span)[0])

    def _window(self, value: Mapping[str, Any], span: Span) -> Column:
        """Try each length for those who reach so far, until no longer one would say more of anybody."""
        parts, least = value["all_of"], least_of(value)
        lasting = {"all_of": [part for part in parts if lasts(part)]}
        reached = [max(least, reach_of(facts, span)) for facts in self._everyone]
        found, still = Column(0, self._all), self._all
        for length in range(least, max(reached) + 1):
            within = span.over(length, enclosed=True)
            these = _set([place for place, most in enumerate(reached) if most >= length], len(reached))
            inner, kept = self._test({"all_of": parts}, within), self._test(lasting, within)
            found = _some([found, Column(inner.met & these, inner.not_met | (self._all & ~these))])
            still &= these & ~found.met & ~kept.not_met & (kept.met | found.not_met)
            if not still:
                break
        return found

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
        key = (reads, self._proposed_for(reads))
        if key not in self._alike:
            found: dict[tuple[int, ...], list[int]] = {}
            for place, labels in enumerate(zip(*map(self._labelled, sorted(reads)), strict=True)):
                found.setdefault(labels, []).append(place)
            self._alike[key] = [(self._one_of(reads, places[0]), places) for places in found.values()]
        return self._alike[key]

    def _one_of(self, reads: frozenset[str], place: int) -> Facts:
        one = self._everyone[place]
        if self._pledged is None or reads.isdisjoint(_REGISTERED):
            return one
        return self._registered()[place].laid_over(one)

    def _registered(self) -> Sequence[Pledge]:
        if self._pledged is None:
            return [Pledge(facts.registered, facts.registered_on) for facts in self._everyone]
        if self._proposed not in self._told:
            self._told[self._proposed] = self._pledged(self._proposed)
        return self._told[self._proposed]

    def _labelled(self, field: str) -> list[int]:
        """Number what each has in a field, the same number for the same content."""
        key = (field, self._proposed_for(frozenset({field})))
        if key not in self._labels:
            numbers: dict[Any, int] = {}
            self._labels[key] = [
                numbers.setdefault(content, len(numbers)) for content in self._contents(field)
            ]
        return self._labels[key]

    def _contents(self, field: str) -> Iterator[Any]:
        name, _, code = field.partition(":")
        if name in _REGISTERED:
            yield from (getattr(pledge, _REGISTERED[name]) for pledge in self._registered())
        elif name == "awards":
            yield from map(self._by_code.get(code, {}).get, range(len(self._everyone)))
        elif name == "ideas":
            yield from (tuple(one[:5] for one in facts.ideas) for facts in self._everyone)
        else:
            contents = (getattr(facts, _FIELDS.get(name, name)) for facts in self._everyone)
            yield from (frozenset(one.items()) if isinstance(one, Mapping) else one for one in contents)


def _by_code(everyone: Sequence[Facts]) -> dict[str, dict[int, tuple[Any, ...]]]:
    """Everybody's awards by their kind; which record they are is no matter here."""
    found: dict[str, dict[int, tuple[Any, ...]]] = {}
    for place, facts in enumerate(everyone):
        for award, year, day, award_type, _ in facts.awards:
            of = found.setdefault(award, {})
            of[place] = (*of.get(place, ()), (year, day and day.year, award_type))
    return found


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
