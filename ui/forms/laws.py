"""The law as the office applies it: the rules shipped with the program under the office's own."""

from collections.abc import Callable
from functools import lru_cache

from thidua_desktop.db import Session
from thidua_desktop.domain.law.asked import Statement
from thidua_desktop.domain.law.asked import statements as statements_of
from thidua_desktop.domain.law.card import Law
from thidua_desktop.domain.law.rulebook import Rulebook
from thidua_desktop.domain.law.rules_file import load_rules
from thidua_desktop.domain.law.wording import by_code
from thidua_desktop.records import local_rules
from thidua_desktop.services.local_rules import book_with
from thidua_desktop.services.local_rules import ground as ground_of
from thidua_desktop.workspace import RESOURCES


@lru_cache(maxsize=1)
def shipped() -> Rulebook:
    """The rules shipped with the program, read when first asked for."""
    return load_rules(RESOURCES)


def ground(session: Session) -> Rulebook:
    """The rules under those of this office: the ones shipped, in the periods of law it began too."""
    return _ground(local_rules.bodies(session))


def law(session: Session) -> Law:
    """The law ready to judge, with the rules of this office."""
    return _law(local_rules.bodies(session))


def book(session: Session) -> Rulebook:
    """The rules with those of this office."""
    return law(session).book


def wording(session: Session) -> Callable[[str], str]:
    """What puts a condition into words by the code a card carries."""
    words = _words(local_rules.bodies(session))
    return lambda code: words.get(code, code)


def statements(session: Session) -> dict[str, Statement]:
    """What may be stated of somebody so that conditions can be judged, by code."""
    return _statements(local_rules.bodies(session))


@lru_cache(maxsize=2)
def _ground(bodies: tuple[str, ...]) -> Rulebook:
    return ground_of(shipped(), bodies)


@lru_cache(maxsize=2)
def _law(bodies: tuple[str, ...]) -> Law:
    return Law(book_with(shipped(), bodies))


@lru_cache(maxsize=2)
def _words(bodies: tuple[str, ...]) -> dict[str, str]:
    return by_code(_law(bodies).book)


@lru_cache(maxsize=2)
def _statements(bodies: tuple[str, ...]) -> dict[str, Statement]:
    return {one.code: one for one in statements_of(_words(bodies))}
