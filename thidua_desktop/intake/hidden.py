"""Rows and columns a sheet hides, rows struck through: left out, and said so."""

import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import IO
from xml.parsers import expat

from thidua_desktop.intake.extent import chunks
from thidua_desktop.intake.source import Row
from thidua_desktop.intake.workbook_parts import MAIN, sheet_parts, tree

_CHUNK = 1 << 20
_OVERLAP = 8  # bytes, more than a cut word
_HIDDEN = re.compile(rb"""hidden\s*=\s*["'](?:1|true)["']""")
_ROW = re.compile(rb"""<(?:\w+:)?row\s([^>]*)>""")
_COLUMN = re.compile(rb"""<(?:\w+:)?col\s([^>]*)>""")
_CELL = re.compile(rb"""<(?:\w+:)?c\s([^>]*)>""")
_ATTRIBUTE = re.compile(rb"""\b([rst])\s*=\s*["']([^"']*)["']""")
_TEXTS = frozenset((b"s", b"str", b"inlineStr"))
_NUMBERS = {name: re.compile(rb'\b%s\s*=\s*["\'](\d{1,7})["\']' % name) for name in (b"r", b"min", b"max")}
_MOST_COLUMNS = 16_384
_MOST_ROWS = 1_048_576
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_FEW = 5  # places named in a sentence


@dataclass
class Hidden:
    """Rows by number and columns by place that a sheet hides, rows whose text is struck through."""

    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)
    struck: set[int] = field(default_factory=set)


def left_out(hidden: Hidden, rows: Iterable[Row]) -> tuple[list[Row], list[str]]:
    """Return the rows without what is hidden, and what to say of hidden rows and columns with text."""
    kept: list[Row] = []
    numbers: list[int] = []
    struck: list[int] = []
    places: set[int] = set()
    for row in rows:
        if row.number in hidden.rows or row.number in hidden.struck:
            (numbers if row.number in hidden.rows else struck).append(row.number)
            continue
        covered = {place for place in hidden.columns if place < len(row.cells) and row.cells[place]}
        if covered:
            places |= covered
        cells = tuple("" if place in covered else cell for place, cell in enumerate(row.cells))
        if any(cells):
            kept.append(row._replace(cells=cells))
    said = []
    for found, how, what in (
        (numbers, "đang ẩn", "bỏ ẩn, bỏ lọc"),
        (struck, "bị gạch ngang", "bỏ gạch"),
    ):
        if found:
            named = ", ".join(map(str, found[:_FEW])) + ("…" if len(found) > _FEW else "")
            said.append(f"{len(found)} dòng {how} (dòng {named}) nên chưa đọc: {what} rồi nhập lại nếu cần.")
    if places:
        named = ", ".join(column_letters(place) for place in sorted(places)[:_FEW])
        said.append(f"Cột {named} đang ẩn nên chưa đọc: bỏ ẩn rồi nhập lại nếu cần.")
    return kept, said


def column_letters(place: int) -> str:
    """Return the letters a spreadsheet shows over a column."""
    letters = ""
    place += 1
    while place:
        place, letter = divmod(place - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def in_workbook(archive: zipfile.ZipFile) -> dict[str, Hidden]:
    """Return what each sheet of an .xlsx hides: by hand, by a filter, or as a folded group."""
    styles = _struck_styles(archive)
    found = {name: _in_part(archive, part) for name, part in sheet_parts(archive)}
    if styles:
        for name, part in sheet_parts(archive):
            found[name].struck = _struck_rows(archive, part, styles)
    return {name: one for name, one in found.items() if one.rows or one.columns or one.struck}


def _struck_styles(archive: zipfile.ZipFile) -> frozenset[bytes]:
    """Return the numbers of the cell styles whose font is struck through."""
    if "xl/styles.xml" not in archive.namelist() or b"strike" not in archive.read("xl/styles.xml"):
        return frozenset()
    root = tree(archive, "xl/styles.xml")
    struck = {
        place
        for place, font in enumerate(root.iterfind(f"{MAIN}fonts/{MAIN}font"))
        if (mark := font.find(f"{MAIN}strike")) is not None and mark.get("val", "1") in {"1", "true"}
    }
    styles = enumerate(root.iterfind(f"{MAIN}cellXfs/{MAIN}xf"))
    return frozenset(str(at).encode() for at, style in styles if int(style.get("fontId", "0")) in struck)


def _struck_rows(archive: zipfile.ZipFile, part: str, styles: frozenset[bytes]) -> set[int]:
    """Return the rows that hold a text in one of the styles."""
    rows = set()
    with archive.open(part) as xml:
        for piece in chunks(xml):
            for attributes in _CELL.findall(piece):
                told = dict(_ATTRIBUTE.findall(attributes))
                if told.get(b"s") in styles and told.get(b"t") in _TEXTS:
                    rows.add(int(re.sub(rb"\D", b"", told.get(b"r", b"")) or 0))
    return rows


def _in_part(archive: zipfile.ZipFile, part: str) -> Hidden:
    found = Hidden()
    with archive.open(part) as xml:
        if not any(b"hidden" in piece for piece in _overlapping(xml)):
            return found
        xml.seek(0)
        for piece in chunks(xml):
            _take(piece, found)
    return found


def _overlapping(xml: IO[bytes]) -> Iterator[bytes]:
    """Give a part in pieces, the end of each again before the next."""
    end = b""
    while piece := xml.read(_CHUNK):
        yield end + piece[:_OVERLAP]
        yield piece
        end = piece[-_OVERLAP:]


def _take(piece: bytes, found: Hidden) -> None:
    for attributes in _ROW.findall(piece):
        if _HIDDEN.search(attributes):
            found.rows.add(_number(b"r", attributes))
    for attributes in _COLUMN.findall(piece):
        if _HIDDEN.search(attributes):
            first, last = _number(b"min", attributes), _number(b"max", attributes)
            found.columns |= set(range(first - 1, min(last, _MOST_COLUMNS)))


def _number(name: bytes, attributes: bytes) -> int:
    found = _NUMBERS[name].search(attributes)
    return int(found[1]) if found else 0


def in_open_document(archive: zipfile.ZipFile) -> dict[str, Hidden]:
    """Return what each sheet of an .ods hides."""
    content = archive.read("content.xml")
    if b"visibility=" not in content:
        return {}
    tables = _OpenTables()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = tables.start
    parser.Parse(content, True)
    return tables.found


class _OpenTables:
    """Notes the hidden rows and columns while the elements of the tables pass."""

    def __init__(self) -> None:
        self.found: dict[str, Hidden] = {}
        self._hidden = Hidden()
        self._row = self._column = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        covered = attributes.get(f"{_TABLE}visibility", "visible") != "visible"
        if name == f"{_TABLE}table":
            self._hidden = self.found[attributes.get(f"{_TABLE}name", "")] = Hidden()
            self._row = self._column = 0
        elif name == f"{_TABLE}table-row":
            end = min(self._row + _times(attributes, "rows"), _MOST_ROWS)
            if covered:
                self._hidden.rows |= set(range(self._row + 1, end + 1))
            self._row = end
        elif name == f"{_TABLE}table-column":
            end = min(self._column + _times(attributes, "columns"), _MOST_COLUMNS)
            if covered:
                self._hidden.columns |= set(range(self._column, end))
            self._column = end


def _times(attributes: dict[str, str], what: str) -> int:
    return int(attributes.get(f"{_TABLE}number-{what}-repeated", "1"))
