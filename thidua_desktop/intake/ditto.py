"""Marks that repeat what stands above: ", -nt-, như trên."""

import re

from thidua_desktop.domain.vietnamese import fold

_DITTO = re.compile(r"[\"“”″'’‘,.\-–/ ]{1,6}|[-–\" ]*(?:nt|nhu tren|nhu nt|n t)[-–\" .]*")
_LONGEST = 12


def is_ditto(cell: str) -> bool:
    """Tell whether a cell only repeats the one above it."""
    return len(cell) <= _LONGEST and bool(_DITTO.fullmatch(fold(cell) or cell)) and cell not in {"-", "–"}
