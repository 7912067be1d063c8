"""A printable document as a value: writers, preview and printer all take this and nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Align = Literal["left", "center", "right"]
Cell = str | int | float | date | None


@dataclass(frozen=True)
class Column:
    """One column of a printed table; width is relative to the other columns.

    grouped is False for numbers that name rather than count: a year is 2019, not 2.019.
    """

    title: str
    width: float = 1.0
    align: Align = "left"
    grouped: bool = True


@dataclass(frozen=True)
class Paragraph:
    """A paragraph in one of the few styles a report needs."""

    text: str
    style: Literal["title", "subtitle", "heading", "body", "note"] = "body"


@dataclass(frozen=True)
class Table:
    """Rows of cells under a header that is repeated on every page; numbers stay numbers, dates stay dates.

    strong lists the indexes of rows set in bold (totals); section rows have text in the first cell only
    and span the table.
    """

    columns: tuple[Column, ...]
    rows: Sequence[tuple[Cell, ...]]
    title: str = ""
    strong: frozenset[int] = frozenset()
    sections: frozenset[int] = frozenset()
    name: str = ""  # sheet name in Excel, at most 31 characters


@dataclass(frozen=True)
class Series:
    """One named run of values of a chart, one value per category."""

    name: str
    values: tuple[float, ...]


@dataclass(frozen=True)
class Chart:
    """A chart that must survive a black-and-white printer: hatches, and numbers on bars."""

    title: str
    kind: Literal["bar", "stacked", "share"]
    categories: tuple[str, ...]
    series: tuple[Series, ...]


@dataclass(frozen=True)
class Signatures:
    """The signature block: recipients of copies on the left, place, date and signer on the right.

    A second signer, e.g. the secretary of a meeting, stands on the left in the place of the copies.
    """

    place_date: str = ""
    role: str = ""
    name: str = ""
    left: tuple[str, ...] = ()
    second_role: str = ""
    second_name: str = ""


@dataclass(frozen=True)
class PageBreak:
    """The next block begins on a new page."""


@dataclass(frozen=True)
class Letterhead:
    """The two upper corners of an official paper: issuing body on the left, national motto on the right."""

    parent: str  # e.g. ỦY BAN NHÂN DÂN HUYỆN BẠCH THÔNG
    body: str  # e.g. PHÒNG NỘI VỤ
    number: str = ""
    place_date: str = ""


Block = Paragraph | Table | Chart | Signatures | PageBreak


@dataclass(frozen=True)
class Document:
    """A whole document; slug is an ASCII file name without extension."""

    title: str
    blocks: tuple[Block, ...]
    landscape: bool = False
    letterhead: Letterhead | None = None
    slug: str = "tai-lieu"
    footer: str = ""
    extra_sheets: tuple[Table, ...] = field(default=())  # Excel only: e.g. all rows behind the figures

    @property
    def content(self) -> tuple[Block, ...]:
        """The blocks in reading order: the document's title first, unless a block already is a title."""
        if not self.title or any(isinstance(b, Paragraph) and b.style == "title" for b in self.blocks):
            return self.blocks
        return (Paragraph(self.title, "title"), *self.blocks)
