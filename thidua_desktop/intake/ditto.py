"""Marks that repeat what stands above: ", -nt-, như trên."""

import re
from functools import lru_cache

from thidua_desktop.domain.vietnamese import fold

_DITTO = re.compile(r"[\"“”″〃\u00b4`'’‘,.\-–/ ]{1,6}|[-–\" ]*(?:nt|nhu tren|nhu nt|n t)[-–\" .]*")
_LONGEST = 12


def is_ditto(cell: str) -> bool:
    """Tell whether a cell only repeats the one above it."""
    return len(cell) <= _LONGEST and _repeats(cell)


@lru_cache(maxsize=4096)
def _repeats(cell: str) -> bool:
    return bool(_DITTO.fullmatch(fold(cell) or cell)) and cell not in {"-", "–"}
