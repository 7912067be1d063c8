"""Plain text: tables with ; , tab or | between the cells, or lines; whatever alphabet it was saved in."""

import csv
import io
import unicodedata
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from thidua_desktop.intake.columns import is_title
from thidua_desktop.intake.encodings.scoring import as_is
from thidua_desktop.intake.encodings.tables import NAMES, decode
from thidua_desktop.intake.encodings.verdict import weigh
from thidua_desktop.intake.plain_text import mended
from thidua_desktop.intake.source import Row, Sheet, Source
from thidua_desktop.intake.unreadable import Unreadable
from thidua_desktop.intake.zip_check import MAX_CELLS

_DELIMITERS = (";", "\t", ",", "|")
_LOOKED_AT = 300  # lines from which alphabet and delimiter are told
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CONTROLS = frozenset(map(chr, (*range(9), *range(14, 32)))) - set(
    "\x02\x05\x06\x14\x19\x1e"
)  # VISCII letters


def read_text(path: Path) -> Source:
    """Read a file of text; a table where a line holds titles of columns, else lines.

    Raises Unreadable when it is no text or too much.
    """
    text = _decoded(path.read_bytes())
    lines = text.splitlines()
    delimiter = _delimiter(lines[:_LOOKED_AT])
    if not delimiter:
        rows = tuple(Row(number, (line,)) for number, line in enumerate(lines, 1) if line.strip())
        return Source("document", (Sheet("", rows),))
    try:
        rows = tuple(_rows(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)))
    except csv.Error as error:
        raise Unreadable(
            "Tệp có ô quá dài hoặc dấu nháy kép không khép: mở bằng Excel, lưu lại thành .xlsx rồi nhập."
        ) from error
    return Source("workbook", (Sheet("", rows),))


def _rows(records: Iterable[list[str]]) -> Iterable[Row]:
    cells = 0
    for number, record in enumerate(records, 1):
        cells += len(record)
        if cells > MAX_CELLS:
            raise Unreadable("Tệp có quá nhiều ô: chia nhỏ rồi nhập lại.")
        if any(map(str.strip, record)):
            yield Row(number, tuple(record))


def _decoded(content: bytes) -> str:
    encoding = next((name for mark, name in _MARKS if content.startswith(mark)), "") or _wide(content)
    if encoding:
        text = content.decode(encoding, errors="replace")
    else:
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError:
            text = _one_byte(content)
    if len(_CONTROLS.intersection(text)) > 3:
        raise Unreadable("Nội dung không phải là văn bản thuần: đổi lại đúng đuôi của tệp rồi nhập.")
    return text


def _wide(content: bytes) -> str:
    """Return the kind of UTF-16 a file without a mark is in, by where its zero bytes stand."""
    start = content[:2000]
    even, odd = start[::2].count(0), start[1::2].count(0)
    if max(even, odd) * 4 < len(start) // 2 or min(even, odd) * 4 > max(even, odd):
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _one_byte(content: bytes) -> str:
    """Read text of one byte a letter: Windows-1258 where that reads best, else left for the repair."""
    plain = "".join(map(_LATIN.__getitem__, content))
    accented = [line for line in plain.splitlines() if not line.isascii()][:_LOOKED_AT]
    windows = unicodedata.normalize("NFC", content.decode("cp1258", errors="replace"))
    read = [line for line in windows.splitlines() if not line.isascii()][:_LOOKED_AT]
    best = weigh(accented)
    others = sum(as_is(line).score for line in accented) + (best.gain if best else 0)
    return windows if sum(as_is(line).score for line in read) > others else plain


def _letter(byte: int) -> str:
    """Return what Windows shows for a byte; five bytes it has no letter for stay as they are."""
    try:
        return bytes((byte,)).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


_LATIN = tuple(map(_letter, range(256)))


def _delimiter(lines: list[str]) -> str:
    """Return the delimiter under which a line holds most titles of columns; "" where none does."""
    best = max(_DELIMITERS, key=lambda delimiter: _titles(lines, delimiter))
    return best if _titles(lines, best) > 1 else ""


def _titles(lines: list[str], delimiter: str) -> int:
    try:
        records = list(islice(csv.reader(lines, delimiter=delimiter), _LOOKED_AT))
    except csv.Error:
        return 0
    return max((sum(map(_is_title, record)) for record in records if len(record) > 1), default=0)


def _is_title(cell: str) -> bool:
    readings = (cell,) if cell.isascii() else (cell, *(decode(cell, encoding) for encoding in NAMES))
    return any(is_title(mended(reading)) for reading in readings)
