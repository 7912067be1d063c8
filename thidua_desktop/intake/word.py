"""Word documents as neutral text: each paragraph a row of one cell, each table row a row of its cells."""

import re
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_desktop.intake.columns import is_title
from thidua_desktop.intake.encodings.tables import Typed
from thidua_desktop.intake.source import Mark, Row, Sheet, Source
from thidua_desktop.intake.unreadable import Unreadable
from thidua_desktop.intake.word_fonts import Fonts, read_fonts
from thidua_desktop.intake.word_numbering import NAMESPACE as W
from thidua_desktop.intake.word_numbering import Numbering, read_numbering
from thidua_desktop.intake.word_tabs import Line as _Line
from thidua_desktop.intake.word_tabs import counts, heads_columns, tabbed

if TYPE_CHECKING:
    from lxml.etree import _Element

_PARAGRAPH, _TABLE = f"{W}p", f"{W}tbl"
_MAX_DOCUMENT = 20 << 20  # the XML becomes a tree in memory
_SKIPPED = {
    f"{W}del",
    f"{W}moveFrom",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "\u00ad",  # the letter ư of TCVN3
}
_HIDDEN = "Văn bản có chữ ẩn nên chưa đọc chữ đó: bỏ ẩn (Font, Hidden) rồi nhập lại nếu cần."
_NUMBER = re.compile(r"\s*\d{1,4}\s*[.)]?\s*")
_MAX_SPAN = 32
_MOST_OF_LETTERHEAD = 3  # rows


def read_document(path: Path) -> Source:
    """Read the body of a document; headers, footers, comments, deleted text and pictures are not read.

    Raises Unreadable when the XML is damaged, too large or nested beyond reason.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    with zipfile.ZipFile(path) as archive:
        name = _main_part(archive)
        if archive.getinfo(name).file_size > _MAX_DOCUMENT:
            raise Unreadable("Văn bản quá lớn: chia danh sách thành vài tệp rồi nhập lại.")
        try:
            body = etree.fromstring(archive.read(name), parser).find(f"{W}body")
            reader = _Reader(read_numbering(archive, parser), read_fonts(archive, name, parser))
        except etree.XMLSyntaxError as error:
            raise Unreadable("Văn bản bị hỏng: mở bằng Word, lưu lại rồi nhập.") from error
    rows = tuple(reader.rows(body)) if body is not None else ()
    return Source("document", (Sheet("", rows),), (("", _HIDDEN),) if reader.hid else ())


def _main_part(archive: zipfile.ZipFile) -> str:
    names = [
        name for name in archive.namelist() if name.startswith("word/document") and name.endswith(".xml")
    ]
    if not names:
        raise Unreadable("Trong tệp không có nội dung văn bản: mở bằng Word rồi lưu lại.")
    return min(names, key=len)


def _blocks(body: "_Element") -> Iterator["_Element"]:
    """Give paragraphs and tables in order, looking into content controls."""
    waiting = list(reversed(body))
    while waiting:
        element = waiting.pop()
        if element.tag in {_PARAGRAPH, _TABLE}:
            yield element
        elif element.tag not in _SKIPPED:
            waiting += reversed(element)


def _inside(element: "_Element", tag: str) -> Iterator["_Element"]:
    """Give the elements of a tag that belong to this one, not to one of their kind or a table within it."""
    waiting = list(reversed(element))
    while waiting:
        inner = waiting.pop()
        if inner.tag == tag:
            yield inner
        elif inner.tag not in {_TABLE, *_SKIPPED}:
            waiting += reversed(inner)


def _number(element: "_Element", properties: str, name: str, default: int) -> int:
    found = element.find(f"{W}{properties}/{W}{name}")
    value = found.get(f"{W}val", "") if found is not None else ""
    return min(int(value), _MAX_SPAN) if value.isdecimal() else default


class _Reader:
    """Takes the texts out of a document with what numbers and fonts say of them."""

    def __init__(self, numbering: Numbering, fonts: Fonts) -> None:
        self._numbering, self._fonts = numbering, fonts
        self.hid = False  # text the writer hid was met
        self._tables = 0

    def rows(self, body: "_Element") -> Iterator[Row]:
        """Give paragraphs and rows of tables from top to bottom, a table within another below its row."""
        waiting: list[Iterator[Row | _Element]] = [self._body(body)]
        while waiting:
            found = next(waiting[-1], None)
            if found is None:
                waiting.pop()
            elif isinstance(found, Row):
                yield found
            else:
                self._tables += 1
                waiting.append(self._table_rows(found, self._tables))

    def _body(self, body: "_Element") -> Iterator["Row | _Element"]:
        paragraph = table = width = 0
        for block in _blocks(body):
            if block.tag == _PARAGRAPH:
                paragraph += 1
                for line in self._lines(block):
                    cells = tabbed(line)
                    heads = heads_columns(cells)
                    self._tables += heads
                    table = self._tables if heads else table
                    width = len(cells) if heads or (len(cells) == width and counts(cells)) else 0
                    yield _row(paragraph, cells, table) if width else _row(paragraph, [_commas(line)], 0)
            else:
                width = 0
                yield block

    def _table_rows(self, table: "_Element", number: int) -> Iterator["Row | _Element"]:
        rows = list(_inside(table, f"{W}tr"))
        if letterhead := self._letterhead(rows):
            for place, line in letterhead:
                yield _row(place, [line], number)
            yield from _inside(table, _TABLE)
            return
        above: list[_Line] = []
        later: list[_Element] = []
        for place, row in enumerate(rows, 1):
            above, spans = self._cells(row, above)
            if any(above):
                yield _row(place, above, number, spans)
            inner = list(_inside(row, _TABLE))
            if sum(map(bool, above)) == 1:
                yield from inner  # of what stands alone beside it
            else:
                later += inner
        yield from later

    def _letterhead(self, rows: list["_Element"]) -> list[tuple[int, "_Line"]]:
        """Return the lines of a table that only sets two blocks of lines side by side, with their rows.

        Such are the head of a paper and its signatures: each of its few rows has two cells, and both of the
        first hold several lines.
        """
        told: list[tuple[int, _Line]] = []
        for place, row in enumerate(rows[: _MOST_OF_LETTERHEAD + 1], 1):
            cells = [self._lines_of(cell) for cell in _inside(row, f"{W}tc")]
            if len(cells) != 2 or place > _MOST_OF_LETTERHEAD or (place == 1 and not _is_letterhead(cells)):
                return []
            told += [(place, line) for lines in cells for line in lines]
        return told

    def _lines_of(self, cell: "_Element") -> list["_Line"]:
        return [line for part in _inside(cell, _PARAGRAPH) for line in self._lines(part)]

    def _cells(self, row: "_Element", above: list["_Line"]) -> tuple[list["_Line"], "_Spans"]:
        """Return the texts of a row, spans padded, cells merged downwards repeated from the row above."""
        cells: list[_Line] = [()] * _number(row, "trPr", "gridBefore", 0)
        spans: list[tuple[int, int]] = []
        for cell in _inside(row, f"{W}tc"):
            merged = cell.find(f"{W}tcPr/{W}vMerge")
            if merged is not None and merged.get(f"{W}val") != "restart" and len(cells) < len(above):
                text = above[len(cells)]
            else:
                text = tuple(piece for line in self._lines_of(cell) for piece in (*line, ("\n", None)))
            width = _number(cell, "tcPr", "gridSpan", 1)
            if width > 1:
                spans.append((len(cells), len(cells) + width - 1))
            cells += [text] + [()] * (width - 1)
        return cells, tuple(spans)

    def _lines(self, paragraph: "_Element") -> list["_Line"]:
        """Return the text of a paragraph, split where the line was broken, with its automatic number."""
        lines: list[list[tuple[str, Typed | None]]] = [[]]
        for text, font in self._pieces(paragraph):
            first, *others = text.split("\n")
            lines[-1].append((first, font))
            lines += [[(other, font)] for other in others]
        filled = [tuple(line) for line in lines if any(text.strip() for text, _ in line)]
        if filled and (label := self._numbering.label(paragraph)):
            filled[0] = ((f"{label} ", None), *filled[0])
        return filled

    def _pieces(self, paragraph: "_Element") -> Iterator[tuple[str, Typed | None]]:
        waiting = list(reversed(paragraph))
        while waiting:
            element = waiting.pop()
            if element.tag == f"{W}t":
                yield element.text or "", self._fonts.of(element, paragraph)
            elif element.tag in _SIGNS:
                yield _SIGNS[element.tag], self._fonts.of(element, paragraph)
            elif element.find(f"{W}rPr/{W}vanish") is not None:
                self.hid = True
            elif element.tag not in _SKIPPED:
                waiting += reversed(element)


_Spans = tuple[tuple[int, int], ...]


def _row(number: int, lines: list[_Line], table: int, spans: _Spans = ()) -> Row:
    cells = tuple("".join(text for text, _ in line).replace("\t", " ") for line in lines)
    marks = tuple(map(_mark, lines))
    return Row(number, cells, table, spans, marks if any(marks) else ())


def _is_letterhead(cells: Sequence[Sequence[_Line]]) -> bool:
    """Whether both cells hold several lines, and none is the title of a column."""
    words = ["".join(piece for line in cell for piece, _ in (*line, (" ", None))).strip() for cell in cells]
    return min(map(len, cells)) > 1 and not any(map(is_title, words))


def _commas(line: _Line) -> _Line:
    """Return a numbered line whose parts - name, post, unit - stand behind tabs with commas for them."""
    text = "".join(piece for piece, _ in line)
    number = _NUMBER.match(text)
    if number is None or "\t" not in text[number.end() :].strip():
        return line
    pieces: list[tuple[str, Typed | None]] = []
    place = 0
    for piece, font in line:
        kept = max(0, number.end() - place)
        pieces.append((piece[:kept] + piece[kept:].replace("\t", ", "), font))
        place += len(piece)
    return tuple(pieces)


def _mark(line: _Line) -> Mark:
    """Return the one font of a line, or the pieces where it has several; neighbours of one font are one."""
    pieces: list[tuple[int, Typed | None]] = []
    for text, font in line:
        if not text:
            continue
        if pieces and (pieces[-1][1] == font or text.isspace()):
            pieces[-1] = (pieces[-1][0] + len(text), pieces[-1][1])
        else:
            pieces.append((len(text), font))
    if len(pieces) == 1:
        return pieces[0][1]
    return tuple(pieces) if any(font for _, font in pieces) else None
