"""The law as the office applies it: the rules shipped with the program under the office's own."""

from functools import lru_cache
from pathlib import Path

from thidua_desktop.domain.law.card import Law
from thidua_desktop.domain.law.rulebook import Rulebook
from thidua_desktop.domain.law.rules_file import load_rules
from thidua_desktop.domain.law.wording import by_code

_RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@lru_cache(maxsize=1)
def shipped() -> Rulebook:
    """The rules shipped with the program, read when first asked for."""
    return load_rules(_RESOURCES)


@lru_cache(maxsize=1)
def law() -> Law:
    """The law ready to judge."""
    return Law(shipped())


@lru_cache(maxsize=1)
def words() -> dict[str, str]:
    """Every condition in words, by the code a card carries."""
    return by_code(shipped())


def worded(code: str) -> str:
    """One condition in words; one of the office's own, or a general rule, by what its code says."""
    return words().get(code, code)
