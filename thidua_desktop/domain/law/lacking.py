"""What a card still lacks: each condition once, those of which one is enough as one choice."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from thidua_desktop.domain.law import transition
from thidua_desktop.domain.law.card import Card, Judged
from thidua_desktop.domain.law.compiled import code_of
from thidua_desktop.domain.law.facts import MET, NOT_MET
from thidua_desktop.domain.law.rulebook import Criterion, Rulebook

Way = tuple[str, ...]
"""Codes of conditions that are enough together."""
_MOST = 24  # ways of one choice told apart; an article has fewer


@dataclass(frozen=True)
class Lack:
    """Something still lacking: one of these ways is enough; failed: each of them is known not to hold."""

    ways: tuple[Way, ...]
    failed: bool = False

    def codes(self) -> Iterator[str]:
        """Each condition named."""
        for way in self.ways:
            yield from way

    def words(self, words: Callable[[str], str]) -> str:
        """In words: one condition, or "một trong: … hoặc …"."""
        told = [" và ".join(words(code).split("\n")[0] for code in way) for way in self.ways]
        return told[0] if len(told) == 1 else f"một trong: {', hoặc '.join(dict.fromkeys(told))}"


class Lacking:
    """Tells what cards judged by a rulebook lack."""

    def __init__(self, book: Rulebook) -> None:
        self._criteria = {criterion.code: criterion for criterion in book.criteria}

    def of(self, card: Card) -> tuple[Lack, ...]:
        """What a card lacks; nothing when it is met."""
        if card.verdict == MET:
            return ()
        by_entry: dict[str, dict[str, str]] = {}
        for one in card.criteria:
            by_entry.setdefault(one.entry, {}).setdefault(one.finding.code, one.finding.verdict)
        failed = {one.finding.code for one in card.criteria if one.finding.verdict == NOT_MET}
        known = {code: self._criteria[code] for code in by_entry if code in self._criteria}
        grounds = [one for one in known.values() if not one.extra]
        grounds = [one for one in grounds if one.counts] or grounds
        extras = [one for one in known.values() if one.extra and one.counts]
        choices = [_any(_of_entry(one, by_entry[one.code]) for one in grounds)] if len(grounds) > 1 else []
        alone = extras if choices else [*grounds, *extras]
        needed = [need for one in alone for need in _of_entry(one, by_entry[one.code])]
        needed += [need for choice in choices for need in choice]
        needed += [[(one.finding.code,)] for one in _general(card, known)]
        return tuple(_tidied(needed, failed))


def _general(card: Card, known: Mapping[str, Criterion]) -> list[Judged]:
    others = [one for one in card.criteria if one.entry not in known and one.entry != transition.NAME]
    return [one for one in others if one.finding.verdict != MET]


def _of_entry(criterion: Criterion, verdicts: Mapping[str, str]) -> list[list[Way]]:
    """What an entry lacks, whom it is written for first."""
    kind = f"kind:{criterion.kind}"
    whose: list[list[Way]] = [[(kind,)]] if verdicts.get(kind, MET) != MET else []
    return [*whose, *_needs(criterion.test, verdicts)]


def _needs(test: Mapping[str, Any], verdicts: Mapping[str, str]) -> list[list[Way]]:
    """What a condition lacks: all of these, each in one of its ways."""
    [(name, value)] = test.items()
    if name == "any_of":
        return _any(_needs(part, verdicts) for part in value)
    if name == "all_of":
        return [need for part in value for need in _needs(part, verdicts)]
    code = code_of(name, value)
    if verdicts.get(code, MET) != MET:
        return [[(code,)]]
    inner = value["all_of"] if name in ("after_award", "window") else ()
    return [need for part in inner for need in _needs(part, verdicts)]


def _any(alternatives: Iterable[list[list[Way]]]) -> list[list[Way]]:
    """One of several is enough: nothing is lacking when one of them lacks nothing."""
    ways: list[Way] = []
    for needs in alternatives:
        if not needs:
            return []
        whole: list[Way] = [()]
        for need in needs:
            whole = _both(whole, need)
        ways += whole
    return [ways[:_MOST]]


def _both(one: list[Way], other: list[Way]) -> list[Way]:
    return [(*a, *(code for code in b if code not in a)) for a in one for b in other][:_MOST]


def _tidied(needed: list[list[Way]], failed: set[str]) -> Iterator[Lack]:
    """Each condition once: what every way asks stands alone, ways known to be closed are left out."""
    open_ = [_open(ways, failed) for ways in needed]
    alone = dict.fromkeys(code for ways in open_ for code in ways[0] if all(code in way for way in ways))
    for code in alone:
        yield Lack(((code,),), code in failed)
    for ways in open_:
        left = [tuple(code for code in way if code not in alone) for way in ways]
        if all(left):
            least = [way for way in left if not any(set(other) < set(way) for other in left)]
            told = tuple(dict.fromkeys(least))
            yield Lack(told, all(not failed.isdisjoint(way) for way in told))


def _open(ways: list[Way], failed: set[str]) -> list[Way]:
    return [way for way in ways if failed.isdisjoint(way)] or ways
