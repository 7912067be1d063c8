"""Dossiers a new law finds open: the law they came in under, or the new one where it favours them."""

from collections.abc import Mapping
from datetime import date, timedelta
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
    """Give the rule for a dossier received under one law and still open under the next; None for others."""
    old = book.regime_on(facts.day)
    new = book.regime_on(facts.judged_on) if facts.judged_on else None
    if old is None or new is None or old.end is None or new.start != old.end + timedelta(days=1):
        return None
    rule = book.general_rule(NAME, new, new.start)
    if rule is None or facts.day >= date.fromisoformat(rule["rule"]["dossier_received_before"]):
        return None
    return Transition(rule, new, new.start)
