"""Tables typed with tabs in Word: a line of titles, below it numbered lines of as many parts."""

import re
from collections.abc import Sequence

from thidua_desktop.intake.columns import role_of
from thidua_desktop.intake.encodings.tables import Typed

Line = tuple[tuple[str, Typed | None], ...]
"""The pieces of a line with what the font of each tells."""

_TABS = re.compile(r"\t+")
_NUMBER = re.compile(r"\d{1,4}\s*[.)]?")
_LEAST = 3  # columns of a table


def tabbed(line: Line) -> list[Line]:
    """Return the parts of a line between tabs, each with its pieces."""
    parts: list[list[tuple[str, Typed | None]]] = [[]]
    for text, font in line:
        first, *others = _TABS.split(text)
        parts[-1].append((first, font))
        parts += [[(other, font)] for other in others]
    return [tuple(part) for part in parts if "".join(text for text, _ in part).strip()]


def heads_columns(parts: Sequence[Line]) -> bool:
    """Tell whether parts are the titles of columns, with one for numbers and one for names."""
    if len(parts) < _LEAST:
        return False
    roles = [role_of(_text(part)) for part in parts]
    return roles[0] == "place" and "name" in roles and sum(map(bool, roles)) >= len(roles) - 1


def counts(parts: Sequence[Line]) -> bool:
    """Tell whether parts begin with the number of a row."""
    return bool(_NUMBER.fullmatch(_text(parts[0])))


def _text(part: Line) -> str:
    return "".join(text for text, _ in part).strip()
