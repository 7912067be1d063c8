"""The fonts of a workbook's cells, where some of them are fonts of an old encoding."""

import re
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from thidua_desktop.intake.encodings.tables import Typed, typed_in
from thidua_desktop.intake.source import Mark
from thidua_desktop.intake.workbook_parts import MAIN, sheet_parts, tree

if TYPE_CHECKING:
    from lxml.etree import _Element

_OLD_FONT = re.compile(rb"""(?:name|rFont)\s+val\s*=\s*["'](?:\.vn|vni[- ]|vps[- ]|vi[- ])""", re.IGNORECASE)
SheetFonts = dict[int, tuple[Mark, ...]]
"""What the fonts of a row's cells tell, by its number."""

_Pieces = tuple[tuple[int, Typed | str | None], ...]
_CELLS_OWN = "cell"  # a piece that says no font has the font of its cell
_LETTERS = re.compile(r"([A-Z]+)(\d+)")


def read_fonts(archive: zipfile.ZipFile) -> dict[str, SheetFonts]:
    """Return by sheet and row number what the fonts tell of each cell; nothing where no old font is used."""
    names = set(archive.namelist())
    parts = ("xl/styles.xml", "xl/sharedStrings.xml", *_inline(names))
    if not any(_names_old_font(archive.read(name)) for name in parts if name in names):
        return {}
    styles = _styles(archive) if "xl/styles.xml" in names else []
    rich = _rich(archive) if "xl/sharedStrings.xml" in names else {}
    return {sheet: dict(_rows(archive, part, styles, rich)) for sheet, part in sheet_parts(archive)}


def _names_old_font(part: bytes) -> bool:
    return (b"rFont" in part or b"<fonts" in part or b":fonts" in part) and bool(_OLD_FONT.search(part))


def _inline(names: set[str]) -> Iterator[str]:
    """Give the sheets that may hold rich text themselves, as some programs write it."""
    if "xl/sharedStrings.xml" not in names:
        yield from (name for name in names if name.startswith("xl/worksheets/") and name.endswith(".xml"))


def _styles(archive: zipfile.ZipFile) -> list[Typed | None]:
    """Return what the font of each cell style tells."""
    root = tree(archive, "xl/styles.xml")
    fonts = [_name_of(font, "name") for font in root.iterfind(f"{MAIN}fonts/{MAIN}font")]
    places = [int(style.get("fontId", "0")) for style in root.iterfind(f"{MAIN}cellXfs/{MAIN}xf")]
    return [fonts[place] if place < len(fonts) else None for place in places]


def _name_of(font: "_Element | None", tag: str) -> Typed | None:
    name = font.find(f"{MAIN}{tag}") if font is not None else None
    return typed_in(name.get("val", "")) if name is not None else None


def _rich(archive: zipfile.ZipFile) -> dict[int, _Pieces]:
    """Return the pieces of the shared texts that have several fonts."""
    items = tree(archive, "xl/sharedStrings.xml").iterfind(f"{MAIN}si")
    return {place: pieces for place, item in enumerate(items) if (pieces := _pieces(item))}


def _pieces(item: "_Element") -> _Pieces:
    found = []
    for run in item.iterfind(f"{MAIN}r"):
        text = "".join(part.text or "" for part in run.iterfind(f"{MAIN}t"))
        named = run.find(f"{MAIN}rPr/{MAIN}rFont")
        found.append((len(text), typed_in(named.get("val", "")) if named is not None else _CELLS_OWN))
    return tuple(found)


def _rows(
    archive: zipfile.ZipFile, part: str, styles: list[Typed | None], rich: dict[int, _Pieces]
) -> Iterator[tuple[int, tuple[Mark, ...]]]:
    from lxml import etree

    shared: dict[tuple[Mark, ...], tuple[Mark, ...]] = {}
    with archive.open(part) as xml:
        for _, row in etree.iterparse(xml, tag=f"{MAIN}row", resolve_entities=False, no_network=True):
            marks: list[Mark] = []
            number = 0
            for cell in row.iterfind(f"{MAIN}c"):
                place = _LETTERS.fullmatch(cell.get("r", ""))
                if place:
                    number = int(place[2])
                    marks += [None] * (_column(place[1]) - len(marks))
                marks.append(_mark(cell, styles, rich))
            if number and any(marks):
                told = tuple(marks)
                yield number, shared.setdefault(told, told)
            row.clear()
            while row.getprevious() is not None:
                del row.getparent()[0]


def _mark(cell: "_Element", styles: list[Typed | None], rich: dict[int, _Pieces]) -> Mark:
    kind, style = cell.get("t"), int(cell.get("s", "0"))
    own = styles[style] if style < len(styles) else None
    pieces: _Pieces = ()
    if kind == "s":
        value = cell.findtext(f"{MAIN}v") or ""
        pieces = rich.get(int(value), ()) if value.isdecimal() else ()
    elif kind == "inlineStr":
        text = cell.find(f"{MAIN}is")
        pieces = _pieces(text) if text is not None else ()
    elif kind != "str":
        return None
    if not pieces:
        return own
    told = tuple((length, own if isinstance(font, str) else font) for length, font in pieces)
    return told if any(font for _, font in told) else None


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
