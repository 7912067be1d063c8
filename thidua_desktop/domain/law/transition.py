"""Dossiers a new law finds open: the law they came in under, or the new one where it favours them."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from thidua_desktop.domain.law.facts import Facts
from thidua_desktop.domain.law.rulebook import Regime, Rulebook

NAME = "transition_2026"
WORDS = "Luật mới có lợi hơn thì áp dụng luật mới"


class Transition(NamedTuple):
    """The rule a new law brings for what it finds open, and the first day of that law."""

    rule: Mapping[str, Any]
    regime: Regime
    day: date


def found_open(book: Rulebook, facts: Facts) -> Transition | None:
    """Give the rule for a dossier received before a law and still open under it; None for others."""
    if facts.judged_on is None or book.regime_on(facts.day) is None:
        return None
    later = (one for one in book.regimes if facts.day < one.start <= facts.judged_on)
    for new in sorted(later, key=lambda one: one.start):
        rule = book.general_rule(NAME, new, new.start)
        if rule is not None and _concerns(rule["rule"], facts.day):
            return Transition(rule, new, new.start)
    return None


def _concerns(rule: Mapping[str, Any], received: date) -> bool:
    """Whether a dossier came in under the law the new one amends, not under one gone before that."""
    first, before = rule.get("dossier_received_from", "0001-01-01"), rule["dossier_received_before"]
    return date.fromisoformat(first) <= received < date.fromisoformat(before)
