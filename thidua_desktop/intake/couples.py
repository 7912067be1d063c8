"""Husband and wife below each other in the cell of one household."""

import re
from collections.abc import Sequence

from thidua_desktop.intake.name_lines import is_whole_name, words_of_name

_TOLD = re.compile(r"(ông|bà)\s+(?=\S)", re.IGNORECASE)
_MAN, _WOMAN = "Văn", "Thị"


def couple_in(lines: Sequence[str]) -> str:
    """Return a man and a woman named on two lines as one name of a household, "" for any other lines."""
    if len(lines) != 2 or {_gender(line) for line in lines} != {_MAN, _WOMAN}:
        return ""
    first, second = (line.strip(" ,;.") for line in lines)
    led = _TOLD.match(second)
    return f"{first} và {second[:1].lower() + second[1:] if led else second}"


def _gender(line: str) -> str:
    """Return the middle name usual for the gender a line tells, "" where it tells none."""
    led = _TOLD.match(line)
    words = words_of_name(line[led.end() :] if led else line)
    middle = words[1].capitalize() if len(words) > 1 else ""
    if led and words:
        return _MAN if led[1].lower() == "ông" else _WOMAN
    return middle if is_whole_name(line) and middle in {_MAN, _WOMAN} else ""
