"""Cells as words on paper, and text freed of what no file format can hold."""

import re
from datetime import date

from thidua_desktop.documents.document import Cell, Column, Table
from thidua_desktop.domain.vietnamese import number

# Control characters, lone surrogates and non-characters: XML 1.0, section 2.2 refuses them.
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """The text without the characters that XML, hence Word and Excel, cannot hold."""
    return ILLEGAL.sub("", text)


def shown(cell: Cell, *, grouped: bool = True) -> str:
    """A cell as printed: 2.281, 12,5, 23/07/2020, or the text itself; nothing for None."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return clean(cell)
    if isinstance(cell, date):
        return f"{cell.day:02}/{cell.month:02}/{cell.year:04}"
    return figure(cell) if grouped else str(cell)


def figure(value: float) -> str:
    """A count or a share in Vietnamese: thousands after dots, at most two decimals after a comma."""
    return number(round(value, 2))


def aligned(column: Column, cell: Cell) -> str:
    """Where a cell stands in its column: what the column says, else numbers right and dates centred."""
    if column.align != "left" or cell is None or isinstance(cell, str):
        return column.align
    return "center" if isinstance(cell, date) else "right"


def section_text(row: tuple[Cell, ...]) -> str:
    """The words of a section row, which stand in its first cell."""
    return shown(row[0]) if row else ""


def widths(table: Table, total: float) -> list[float]:
    """The columns' widths in characters, sharing total; no column narrower than its longest word."""
    needs = [_longest_word(table, index) for index in range(len(table.columns))]
    weights = [max(column.width, 0.05) for column in table.columns]
    if len(set(weights)) == 1:
        weights = [_natural(table, index) for index in range(len(table.columns))]
    spare = max(total - sum(needs), 0.0)
    wanted = [max(total * w / sum(weights) - n, 0.0) for w, n in zip(weights, needs, strict=True)]
    lacking = sum(wanted) or 1.0
    return [n + spare * w / lacking for n, w in zip(needs, wanted, strict=True)]


def free_widths(table: Table) -> list[float]:
    """The columns' widths in characters when there is no paper to share: each what its words need."""
    return [
        max(_longest_word(table, index), _natural(table, index) * _LETTERS)
        for index in range(len(table.columns))
    ]


_LONGEST_WORD = 24.0
_LETTERS = 1.05  # a text is a little wider than as many digits
_PADDING = 1.3  # characters between the words and the lines of a cell
_SAMPLE = 200  # rows looked at: enough to know a column, little enough for lists of a million


def _texts(table: Table, index: int) -> list[str]:
    """The first rows' words in one column; section rows span the table and do not count."""
    column = table.columns[index]
    rows = table.rows[:_SAMPLE]
    return [
        shown(row[index], grouped=column.grouped)
        for at, row in enumerate(rows)
        if at not in table.sections and index < len(row)
    ]


def _longest_word(table: Table, index: int) -> float:
    words = [word for text in (table.columns[index].title, *_texts(table, index)) for word in text.split()]
    return min(max(map(_room, words), default=1.0), _LONGEST_WORD) + _PADDING


def _room(word: str) -> float:
    """Characters a word takes: capitals are wider than the letters and figures lines are counted in."""
    return len(word) + 0.4 * sum(map(str.isupper, word))


def _natural(table: Table, index: int) -> float:
    longest = max(map(len, _texts(table, index)), default=0)
    return min(max(longest, len(table.columns[index].title) / 2, 3), 40) + _PADDING
