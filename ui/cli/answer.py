"""What a command answers: data for programs, lines for people."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

_GAP = "  "


@dataclass(frozen=True)
class Answer:
    """The same answer twice: plain values for --json, Vietnamese lines otherwise."""

    data: Any
    text: str

    def said(self, *, as_json: bool) -> str:
        """The answer as printed."""
        return json.dumps(self.data, ensure_ascii=False, indent=1) if as_json else self.text


def table(titles: Sequence[str], rows: Sequence[Sequence[object]], footer: str = "") -> str:
    """Rows under their titles in straight columns, numbers to the right, a line about them below."""
    cells = [["" if cell is None else str(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(titles, *cells, strict=True)]
    right = [bool(rows) and all(isinstance(row[place], int) for row in rows) for place in range(len(titles))]

    def line(row: Sequence[str]) -> str:
        padded = [
            cell.rjust(width) if numeric else cell.ljust(width)
            for cell, width, numeric in zip(row, widths, right, strict=True)
        ]
        return _GAP.join(padded).rstrip()

    rule = _GAP.join("─" * width for width in widths)
    return "\n".join([line(titles), rule, *map(line, cells), *([footer] if footer else [])])
