"""No figure of a rule can be put a little higher or lower without a worked case noticing."""

import copy
from collections import defaultdict
from dataclasses import replace

from cases import ROOT, worked

from thidua_desktop.domain.law.card import Law
from thidua_desktop.domain.law.facts import RATINGS
from thidua_desktop.domain.law.rules_file import load_rules

BOOK = load_rules(ROOT / "resources")
CASES = defaultdict(list)
for award, _, _, _, verdict, facts, _ in worked(Law(BOOK)):
    if regime := BOOK.regime_on(facts.day):
        CASES[award, regime.code].append((facts, verdict))
SORTED = sorted(RATINGS, key=RATINGS.get)


def figures(value, path=()):
    """Where the figures of a condition stand; a movement is judged by the officer, who sees its years."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key != "movement_result":
                yield from figures(part, (*path, key))
    elif isinstance(value, list):
        for place, part in enumerate(value):
            yield from figures(part, (*path, place))
    elif value in SORTED or (isinstance(value, int | float) and not isinstance(value, bool)):
        yield path, value


def beside(value):
    if value in SORTED:
        place = SORTED.index(value)
        return [SORTED[at] for at in (place - 1, place + 1) if 0 <= at < len(SORTED)]
    step = 0.01 if isinstance(value, float) else 1
    return [value - step, value + step]


def changed(test, path, value):
    test = inner = copy.deepcopy(test)
    for part in path[:-1]:
        inner = inner[part]
    inner[path[-1]] = value
    return test


def test_every_figure_of_every_rule_that_was_read_is_held_in_place_by_a_case():
    free, tried = [], 0
    for criterion in BOOK.criteria:
        if not criterion.counts:
            continue
        others = [one for one in BOOK.criteria if one.regime == criterion.regime and one is not criterion]
        needed = [one for one in others if one.award in {criterion.award, "DH_LDTT", "DH_CSTT", "DH_CO_TINH"}]
        for path, value in figures(criterion.test):
            for other in beside(value):
                tried += 1
                mutant = replace(criterion, test=changed(criterion.test, path, other))
                law = Law(replace(BOOK, criteria=(*needed, mutant)))
                cases = CASES[criterion.award, criterion.regime]
                if all(law.card(criterion.award, known).verdict == said for known, said in cases):
                    free.append((criterion.code, path, value, other))
    assert free == []
    assert tried > 1400
