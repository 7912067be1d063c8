"""Word documents as neutral text: each paragraph a row of one cell, each table row a row of its cells."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_desktop.domain.vietnamese import clean
from thidua_desktop.intake.guard import Unreadable
from thidua_desktop.intake.old_encodings import old_example, said_old, without_soft_hyphens
from thidua_desktop.intake.source import Row, Sheet, Source
from thidua_desktop.intake.word_numbering import NAMESPACE as W
from thidua_desktop.intake.word_numbering import Numbering, read_numbering

if TYPE_CHECKING:
    from lxml.etree import _Element

_PARAGRAPH, _TABLE = f"{W}p", f"{W}tbl"
_MAX_DOCUMENT = 20 << 20  # the XML becomes a tree in memory
_SKIPPED = {
    f"{W}del",
    f"{W}moveFrom",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
_SPACES = {f"{W}tab": " ", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_MAX_SPAN = 32


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
            numbering = read_numbering(archive, parser)
        except etree.XMLSyntaxError as error:
            raise Unreadable("Văn bản bị hỏng: mở bằng Word, lưu lại rồi nhập.") from error
    rows = tuple(_rows(body, numbering)) if body is not None else ()
    example = old_example(cell for row in rows for cell in row.cells)
    if example:
        return Source("document", (), (("", said_old(example)),))
    return Source("document", (Sheet("", rows),))


def _main_part(archive: zipfile.ZipFile) -> str:
    names = [
        name for name in archive.namelist() if name.startswith("word/document") and name.endswith(".xml")
    ]
    if not names:
        raise Unreadable("Trong tệp không có nội dung văn bản: mở bằng Word rồi lưu lại.")
    return min(names, key=len)


def _rows(body: "_Element", numbering: Numbering) -> Iterator[Row]:
    paragraph = table = 0
    for block in _blocks(body):
        if block.tag == _PARAGRAPH:
            paragraph += 1
            for line in _lines(block, numbering):
                yield Row(paragraph, (line,))
        else:
            table += 1
            yield from _table_rows(block, table, numbering)


def _blocks(body: "_Element") -> Iterator["_Element"]:
    """Give paragraphs and tables in order, looking into content controls and into nested tables."""
    waiting = list(reversed(body))
    while waiting:
        element = waiting.pop()
        if element.tag in {_PARAGRAPH, _TABLE}:
            yield element
        if element.tag == _TABLE:
            waiting += reversed(list(_inside(element, _TABLE)))
        elif element.tag not in {_PARAGRAPH, *_SKIPPED}:
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


def _table_rows(table: "_Element", number: int, numbering: Numbering) -> Iterator[Row]:
    above: list[str] = []
    for place, row in enumerate(_inside(table, f"{W}tr"), 1):
        above = _cells(row, above, numbering)
        if any(above):
            yield Row(place, tuple(above), number)


def _cells(row: "_Element", above: list[str], numbering: Numbering) -> list[str]:
    """Return the texts of a row, spans padded, cells merged downwards repeated from the row above."""
    cells = [""] * _number(row, "trPr", "gridBefore", 0)
    for cell in _inside(row, f"{W}tc"):
        merged = cell.find(f"{W}tcPr/{W}vMerge")
        if merged is not None and merged.get(f"{W}val") != "restart" and len(cells) < len(above):
            text = above[len(cells)]
        else:
            text = " ".join(line for part in _inside(cell, _PARAGRAPH) for line in _lines(part, numbering))
        cells += [text] + [""] * (_number(cell, "tcPr", "gridSpan", 1) - 1)
    return cells


def _number(element: "_Element", properties: str, name: str, default: int) -> int:
    found = element.find(f"{W}{properties}/{W}{name}")
    value = found.get(f"{W}val", "") if found is not None else ""
    return min(int(value), _MAX_SPAN) if value.isdecimal() else default


def _lines(paragraph: "_Element", numbering: Numbering) -> list[str]:
    """Return the text of a paragraph, split where the writer broke the line, with its automatic number."""
    text = "".join(_pieces(paragraph))
    lines = [without_soft_hyphens(line) for line in map(clean, text.split("\n")) if line]
    if lines and (label := numbering.label(paragraph)):
        lines[0] = f"{label} {lines[0]}"
    return lines


def _pieces(paragraph: "_Element") -> Iterator[str]:
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if element.tag == f"{W}t":
            yield element.text or ""
        elif element.tag in _SPACES:
            yield _SPACES[element.tag]
        elif element.tag not in _SKIPPED:
            waiting += reversed(element)
