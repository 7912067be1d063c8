"""One sheet of a workbook, written from the top down."""

import math
import textwrap
from collections.abc import Iterator
from typing import Any

from thidua_desktop.documents import letterhead
from thidua_desktop.documents.cells import clean, free_widths, section_text, widths
from thidua_desktop.documents.document import Letterhead, Paragraph, Signatures, Table
from thidua_desktop.documents.xlsx_cells import RowWriter, Styles, plain
from thidua_desktop.domain.errors import Refused

_CHARACTERS = {False: 84.0, True: 128.0}  # of a line of text across A4, upright and lying
_LINE_PT = 16.5
_TALLEST_LINES = 20  # Excel holds no row taller than 409 points
_CAPITALS = 0.75  # of the characters of a line, when they are capitals
_BOLD = 0.9
_NARROW = 1.1  # letters of a text to the digits Excel measures columns with
_LAST_ROW = 1_048_576
_WRAPPED_ROWS = 2000  # beyond, Excel would measure every row of a long list when it opens
_FROZEN_ROWS = 12  # a header further down would freeze the whole screen
_HEADER = {"bold": True, "align": "center", "valign": "vcenter", "text_wrap": True, "border": 1}
_COPIES_TITLE = {"bold": True, "italic": True}

_PARAGRAPHS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": letterhead.TITLE_PT, "align": "center"},
    "subtitle": {"bold": True, "align": "center"},
    "heading": {"bold": True},
    "body": {"align": "justify"},
    "note": {"italic": True},
}


class Sheet:
    """A worksheet and the row that comes next; without a page to share, columns take what they need."""

    def __init__(
        self, worksheet: Any, styles: Styles, table: Table | None, *, landscape: bool | None, footer: str
    ) -> None:
        self.worksheet = worksheet
        self.row = 0
        self._styles = styles
        total = _CHARACTERS[landscape is not False]
        if table is None:
            self.widths = [total * letterhead.LEFT_SHARE]
        else:
            self.widths = free_widths(table) if landscape is None else widths(table, total)
        if len(self.widths) == 1:
            self.widths.append(max(total - self.widths[0], 10.0))
        self._set_paper(landscape=landscape is not False, footer=footer)
        for column, width in enumerate(self.widths):
            worksheet.set_column(column, column, width)

    def _set_paper(self, *, landscape: bool, footer: str) -> None:
        margins = letterhead.MARGINS
        sides = (margins.left, margins.right, margins.top, margins.bottom)
        self.worksheet.set_paper(9)  # A4
        self.worksheet.set_margins(*(side / 25.4 for side in sides))
        if landscape:
            self.worksheet.set_landscape()
        self.worksheet.fit_to_pages(1, 0)
        said = clean(footer).replace("&", "&&")[:180]
        font = f'&"{letterhead.FONT},Regular"&{letterhead.SMALL_PT}'
        self.worksheet.set_footer(f"&L{font} {said}&R{font} Trang &P/&N" if said else f"&C{font} Trang &P/&N")

    @property
    def last(self) -> int:
        """The last column in use."""
        return len(self.widths) - 1

    def skip(self, rows: int) -> None:
        """Leave rows empty."""
        self.row += rows

    def _across(self, text: str, first: int, last: int, style: Any) -> None:
        """Write a text over several cells of the present row."""
        if first == last:
            self.worksheet.write_string(self.row, first, plain(text), style)
        else:
            self.worksheet.merge_range(self.row, first, self.row, last, "", style)
            self.worksheet.write_string(self.row, first, plain(text), style)

    def _set_height(self, *shown: tuple[str, float]) -> None:
        """Give the present row the height its texts need in their widths; one line is left to Excel."""
        lines = max((_lines(text, width) for text, width in shown), default=1)
        if lines > 1:
            self.worksheet.set_row(self.row, min(lines, _TALLEST_LINES) * _LINE_PT)

    def write_paragraph(self, paragraph: Paragraph) -> None:
        """Write a paragraph across the sheet."""
        style = self._styles.get(text_wrap=True, valign="top", **_PARAGRAPHS[paragraph.style])
        characters = sum(self.widths)
        for piece in _pieces(paragraph.text, int(characters * _TALLEST_LINES)):
            self._set_height((piece, characters * (_CAPITALS if paragraph.style == "title" else 1)))
            self._across(piece, 0, self.last, style)
            self.row += 1
        if paragraph.style in {"subtitle", "body"}:
            self.row += 1

    def _halves(self) -> int:
        """The first column of the right half."""
        wanted = sum(self.widths) * letterhead.LEFT_SHARE
        reached = 0.0
        for column, width in enumerate(self.widths[:-1]):
            reached += width
            if reached >= wanted:
                return column + 1
        return self.last

    def _pair(self, left: str, right: str, left_style: dict[str, Any], right_style: dict[str, Any]) -> None:
        """Write one row of two halves."""
        middle = self._halves()
        shape = {"text_wrap": True, "valign": "top"}
        room = sum(self.widths[:middle])
        self._set_height((left, room * (_CAPITALS if left.isupper() else 1)))
        self._across(left, 0, middle - 1, self._styles.get(**shape, **left_style))
        self._across(right, middle, self.last, self._styles.get(**shape, **right_style))
        self.row += 1

    def write_letterhead(self, head: Letterhead) -> None:
        """Write the two upper corners."""
        parent, body = letterhead.corner(head)
        centre = {"align": "center"}
        bold = {**centre, "bold": True}
        lined = {**bold, "underline": 1}
        self._pair(parent, letterhead.NATION, centre, bold)
        self._pair(body, letterhead.MOTTO, lined, lined)
        self._pair(head.number, head.place_date, centre, {**centre, "italic": True})
        self.row += 1

    def write_ending(self, block: Paragraph | Signatures) -> None:
        """Write what stands under the table: a paragraph, or the signature block."""
        if self.row:
            self.row += 1
        if isinstance(block, Paragraph):
            self.write_paragraph(block)
            return
        copies = list(letterhead.copies(block))
        centre = {"align": "center"}
        small = {"font_size": letterhead.SMALL_PT}
        if block.place_date:
            self._pair("", block.place_date, small, {**centre, "italic": True})
        signer = {**centre, "bold": True}
        if block.second_role:
            self._pair(block.second_role.upper(), block.role.upper(), signer, signer)
            copies = []
        else:
            self._pair("Nơi nhận:" if copies else "", block.role.upper(), _COPIES_TITLE, signer)
        for line in [*copies, *[""] * (4 - len(copies))]:
            self._pair(line, "", small, centre)
        self._pair(block.second_name, block.name, signer if block.second_role else small, signer)

    def write_table(self, table: Table, *, filtered: bool = False) -> int:
        """Write title, header and rows; give the header's row. Refused when Excel cannot hold the rows."""
        if self.row + len(table.rows) + 2 > _LAST_ROW:
            name = table.title or table.name
            raise Refused(f"Bảng “{name}” có quá nhiều dòng cho một trang tính Excel – hãy lọc bớt.")
        if table.title:
            self.write_paragraph(Paragraph(table.title, "heading"))
        header = self.row
        style = self._styles.get(
            bold=True, align="center", valign="vcenter", text_wrap=True, border=1, bg_color="#EDEDED"
        )
        self._set_height(
            *((spec.title, w * _BOLD) for spec, w in zip(table.columns, self.widths, strict=False))
        )
        for column, spec in enumerate(table.columns):
            self.worksheet.write_string(header, column, plain(spec.title), style)
        if header < _FROZEN_ROWS:
            self.worksheet.freeze_panes(header + 1, 0)
        self.worksheet.repeat_rows(header)
        if filtered and table.rows:
            self.worksheet.autofilter(header, 0, header + len(table.rows), len(table.columns) - 1)
        self.row += 1
        self._write_rows(table)
        return header

    def _write_rows(self, table: Table) -> None:
        wrapped = len(table.rows) <= _WRAPPED_ROWS
        writers = [
            RowWriter(self.worksheet, self._styles, table.columns, text_wrap=wrapped, bold=strong)
            for strong in (False, True)
        ]
        section = self._styles.get(bold=True, border=1, bg_color="#F5F5F5", text_wrap=True, valign="top")
        last = len(table.columns) - 1
        for index, row in enumerate(table.rows):
            if index in table.sections:
                self._set_height((section_text(row), sum(self.widths) * _BOLD))
                self._across(section_text(row), 0, last, section)
            else:
                if wrapped:
                    self._set_height(
                        *((c, w) for c, w in zip(row, self.widths, strict=False) if isinstance(c, str))
                    )
                writers[index in table.strong].write(self.row, row)
            self.row += 1


def _lines(text: str, width: float) -> int:
    """How many lines a text takes in a width of so many characters."""
    width *= _NARROW
    count = 0
    for paragraph in text.split("\n"):
        room = 0.0
        for word in paragraph.split():
            room -= len(word) + 1
            if room < -1:
                count += max(math.ceil(len(word) / width), 1)
                room = width - len(word) % width
        count += not paragraph.strip()
    return max(count, 1)


def _pieces(text: str, longest: int) -> Iterator[str]:
    """The text, cut between words into pieces that a row can show."""
    if len(text) <= longest:
        yield text
        return
    yield from textwrap.wrap(text, longest, break_long_words=False)
