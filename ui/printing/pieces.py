"""What a page is made of: light pieces that know their size and words, and nothing of any painter."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtGui import QPicture

from thidua_desktop.documents.document import Align, Letterhead, Signatures
from ui.printing.fonts import Face
from ui.printing.tables import MeasuredTable


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text in one face."""

    text: str
    face: Face
    align: Align = "left"
    indent: float = 0.0

    @property
    def height(self) -> float:
        return self.face.line_height


@dataclass(frozen=True, slots=True)
class Rows:
    """Places first up to last of a table, under its header."""

    measured: MeasuredTable
    first: int
    last: int

    @property
    def height(self) -> float:
        return self.measured.height(self.first, self.last)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart drawn beforehand; scale makes it fit the paper."""

    picture: QPicture
    width: float
    height: float
    scale: float


@dataclass(frozen=True, slots=True)
class Words:
    """Lines set under one another in one face, centred on or starting at an x."""

    lines: tuple[str, ...]
    face: Face
    rule: Literal["none", "short", "long"] = "none"  # the stroke under the last line
    after: float = 0.0

    @property
    def height(self) -> float:
        return len(self.lines) * self.face.line_height + self.after


@dataclass(frozen=True, slots=True)
class Stack:
    """Two columns of words side by side: a letterhead, or the signatures with the copies."""

    source: Letterhead | Signatures
    split: float  # where the right column begins
    left: tuple[Words, ...]
    right: tuple[Words, ...]
    left_align: Align = "center"

    @property
    def height(self) -> float:
        return max(sum(w.height for w in side) for side in (self.left, self.right))


Content = Line | Rows | Drawing | Stack


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece and where its top stands below the top of the page's body, in units."""

    top: float
    content: Content

    @property
    def bottom(self) -> float:
        return self.top + self.content.height
