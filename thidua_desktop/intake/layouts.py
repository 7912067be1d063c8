"""Layouts of tables: the key by which the next table of the same make is known, and what was said of it."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from thidua_desktop.domain.vietnamese import fold, same_key
from thidua_desktop.intake.header import NamesAward, titles_over
from thidua_desktop.intake.source import Row
from thidua_desktop.intake.unit_words import starts_as_unit

READ, NO_HEADER, GUESS = "read", "no_header", "guess"

_BETWEEN, _BELOW = "|", "/"
_SHAPE = "="
_LOOKED_AT = 200  # rows that show the make of a table without a header
_YEAR = re.compile(r"(?:19|20)\d\d")
_DATE = re.compile(r"\d{1,2}[/.\- ]\d{1,2}[/.\- ]\d{2,4}|\d{4}-\d\d-\d\d")
_GENDERS = frozenset(("nam", "nu", "x"))
_MOSTLY = 0.7


@dataclass(frozen=True)
class Layout:
    """What the officer said of the tables of one layout.

    Attributes:
        key: of `layout_key` for a table with a header, of `shape_key` for one without.
        roles: the role of each column, "" where nothing was said; codes of intake.roles.WORDS.
        use: READ as the roles say, NO_HEADER where the row only looks like a header, GUESS to forget.
        remembered: whether it was said of an earlier file.

    """

    key: str
    roles: tuple[str, ...] = ()
    use: str = READ
    remembered: bool = False

    @property
    def is_shape(self) -> bool:
        """Whether it speaks of tables without a header."""
        return self.key.startswith(_SHAPE)


Layouts = Mapping[str, Layout]
"""Layouts by their keys."""


def layout_key(rows: Sequence[Row]) -> str:
    """Return the key of tables with this header, of one to three rows: its titles in order."""
    paths = titles_over(rows)
    titles = [_BELOW.join(map(_plain, paths.get(place, ()))) for place in range(len(paths))]
    return _BETWEEN.join(titles).rstrip(_BETWEEN)


def shape_key(rows: Iterable[Row], names_award: NamesAward) -> str:
    """Return the key of tables without a header: what the cells of each column look like."""
    looked_at = list(rows)[:_LOOKED_AT]
    width = max((len(row.cells) for row in looked_at), default=0)
    kinds = []
    for place in range(width):
        cells = [row.cells[place] for row in looked_at if place < len(row.cells) and row.cells[place]]
        kinds.append(_kind(cells, names_award))
    return f"{_SHAPE}{_BETWEEN.join(kinds)}".rstrip(_BETWEEN)


def starts(keys: Iterable[str]) -> set[tuple[int, str]]:
    """Return where the first filled cell of a header of these keys may stand, and its words."""
    return {
        (place, title.split(_BELOW)[0])
        for key in keys
        for place, title in enumerate(key.split(_BETWEEN))
        if title
    }


def start_of(row: Row) -> tuple[int, str]:
    """Return where the first filled cell of a row stands, and its words as keys hold them."""
    place = next((place for place, cell in enumerate(row.cells) if cell), 0)
    return place, _plain(row.cells[place]) if row.cells else ""


def _plain(title: str) -> str:
    """Words alone: "Năm" and "Nam" stay two, for they tell a year and a man."""
    return " ".join(re.sub(r"[^\w]|_", " ", same_key(title)).split())


def _kind(cells: Sequence[str], names_award: NamesAward) -> str:
    if not cells:
        return ""
    counted = Counter(_looks(cell, names_award) for cell in cells)
    kind, count = counted.most_common(1)[0]
    return kind if count >= _MOSTLY * len(cells) else "text"


def _looks(cell: str, names_award: NamesAward) -> str:
    if _YEAR.fullmatch(cell):
        return "year"
    if cell.isdecimal():
        return "number"
    if _DATE.fullmatch(cell):
        return "date"
    if fold(cell) in _GENDERS:
        return "gender"
    if names_award(cell):
        return "award"
    return "unit" if starts_as_unit(cell) else "text"
