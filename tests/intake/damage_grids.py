"""Damage by rule: files cut short, bytes turned over, parts gone or in the place of others."""

import zipfile
from functools import partial
from pathlib import Path

from tests.intake import damage, making
from tests.intake.damage import GOOD, Maker, any_end, noise, refused

SAMPLE = Path(__file__).parents[1] / "data" / "samples" / "files" / "LDTT_2015.xls"
CUTS = (1, 4, 30, 0.1, 0.25, 0.5, 0.75, 0.9, -30, -1)
FLIPPED = (0, 2, 6, 8, 14, 18, 26, 0.2, 0.4, 0.6, 0.8, -4, -10, -18, -22)
PARTS = {
    "xlsx": (
        *("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"),
        *("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/theme/theme1.xml"),
        *("docProps/app.xml", "docProps/core.xml"),
    ),
    "docx": ("[Content_Types].xml", "word/document.xml"),
    "ods": ("mimetype", "content.xml", "META-INF/manifest.xml"),
}
DEEP = "<a>" * 5000 + "</a>" * 5000
INSTEAD = {
    "nothing": b"",
    "noise": noise(600, 11),
    "zeros": bytes(400),
    "no XML": "Họ và tên; Đơn vị".encode(),
    "an unclosed element": b'<?xml version="1.0"?><worksheet><sheetData>',
    "a page of the web": b"<!DOCTYPE html><html><body><table><tr><td>1</td></tr></table></body></html>",
    "another root": b'<?xml version="1.0"?><something/>',
    "elements five thousand deep": DEEP.encode(),
    "letters no XML allows": b'<?xml version="1.0"?><a>\x00\x01\x0b\xff\xfe</a>',
    "an encoding nobody knows": b'<?xml version="1.0" encoding="x-la"?><a/>',
}


def _at(path: Path, place: float) -> int:
    size = path.stat().st_size
    return int(size * place) if isinstance(place, float) else place % size


def _cut(make: Maker, place: float, folder: Path) -> Path:
    path = make(folder)
    path.write_bytes(path.read_bytes()[: _at(path, place)])
    return path


def _flip(make: Maker, place: float, folder: Path) -> Path:
    path = make(folder)
    content = bytearray(path.read_bytes())
    content[_at(path, place)] ^= 0xFF
    path.write_bytes(content)
    return path


def _old(folder: Path) -> Path:
    path = folder / "a.xls"
    path.write_bytes(SAMPLE.read_bytes())
    return path


def _lacks(make: Maker, part: str, folder: Path) -> Path:
    return making.without(make(folder), part)


def _instead(make: Maker, part: str, content: bytes, folder: Path) -> Path:
    return damage.with_part(make(folder), part, content)


def _twice(make: Maker, part: str, folder: Path) -> Path:
    path = make(folder)
    with zipfile.ZipFile(path) as packed:
        content = packed.read(part)
    with zipfile.ZipFile(path, "a") as packed:
        packed.writestr(part.swapcase(), content)
    return path


for _kind, _make in GOOD.items():
    for _place in CUTS:
        refused(f"{_kind} cut at {_place}")(partial(_cut, _make, _place))
    for _place in FLIPPED:
        any_end(f"{_kind} with the byte at {_place} turned over")(partial(_flip, _make, _place))
    for _part in PARTS[_kind]:
        any_end(f"{_kind} without {_part}")(partial(_lacks, _make, _part))
        any_end(f"{_kind} with {_part} twice")(partial(_twice, _make, _part))
for _kind, _part in (
    *(("xlsx", part) for part in ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml")),
    *(("xlsx", part) for part in ("xl/styles.xml", "xl/_rels/workbook.xml.rels")),
    ("docx", "word/document.xml"),
    ("ods", "content.xml"),
):
    for _name, _content in INSTEAD.items():
        any_end(f"{_kind} with {_name} for {_part}")(partial(_instead, GOOD[_kind], _part, _content))
for _place in CUTS[:5]:
    refused(f"an old workbook cut at {_place}")(partial(_cut, _old, _place))
