"""A foreign file as neutral text: sheets of rows of cells, whatever program wrote it."""

from dataclasses import dataclass
from typing import NamedTuple

from thidua_desktop.intake.encodings.tables import Typed

Mark = Typed | tuple[tuple[int, Typed | None], ...] | None
"""What the font of a cell tells: one reading, or one for each of its pieces by length; None for Unicode."""


class Row(NamedTuple):
    """A row that is not blank: its number for the user, its cells; table 0 is text outside a Word table.

    `spans` are the first and last columns of cells merged sideways. `broken` are the lines of cells that have
    several, by their column; the cells themselves hold them as one line. `fonts` stands beside the cells
    where fonts of an old encoding were used. `repaired` tells that letters without a capital of their own
    were decoded, `doubt` why the text cannot be trusted.
    """

    number: int
    cells: tuple[str, ...]
    table: int = 0
    spans: tuple[tuple[int, int], ...] = ()
    fonts: tuple[Mark, ...] = ()
    repaired: bool = False
    doubt: str = ""
    broken: tuple[tuple[int, tuple[str, ...]], ...] = ()

    def filled(self) -> list[str]:
        """Return the cells that hold something."""
        return [cell for cell in self.cells if cell]

    def text(self) -> str:
        """Return the row on one line."""
        return " | ".join(self.filled())


@dataclass(frozen=True)
class Sheet:
    """A sheet of a workbook, or the body of a document (a paragraph is a row of one cell)."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Source:
    """All that was taken out of a file; kind is "workbook" or "document", left_out says what was not read."""

    kind: str
    sheets: tuple[Sheet, ...]
    left_out: tuple[tuple[str, str], ...] = ()  # (sheet, reason)
