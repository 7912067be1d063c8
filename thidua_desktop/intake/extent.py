"""How large a sheet's block of filled cells is, before a parser makes it in memory."""

import re
from collections.abc import Iterator
from typing import IO

_CHUNK = 1 << 20
_CELL = re.compile(rb"<(?:\w+:)?c[\s/>]")
_USUAL = b'<c r="'
_FAR = re.compile(rb"""r=["'](?:[A-Za-z]{0,3}\d{6,}|[A-Za-z]{2,}\d)""")
_TOKEN = re.compile(rb"""<(?:\w+:)?(row|c)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(/?)>""")
_REFERENCE = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]*)(\d*)""")


def near_origin(part: IO[bytes]) -> bool:
    """Tell quickly whether all cells name themselves and lie within A1:Z99999."""
    for chunk in _chunks(part):
        if sum(1 for _ in _CELL.finditer(chunk)) != chunk.count(_USUAL) or _FAR.search(chunk):
            return False
    return True


def filled_area(part: IO[bytes]) -> int:
    """Return rows times columns of the smallest block holding every filled cell."""
    row = column = 0
    top, left, bottom, right = 1 << 30, 1 << 30, 0, 0
    for chunk in _chunks(part):
        for kind, attributes, empty in _TOKEN.findall(chunk):
            named = _REFERENCE.search(attributes)
            letters, digits = named.groups() if named else (b"", b"")
            if kind == b"row":
                row, column = int(digits) if digits else row + 1, 0
                continue
            column = _column(letters) if letters else column + 1
            row = int(digits) if digits else row
            if not empty:
                top, left = min(top, row), min(left, column)
                bottom, right = max(bottom, row), max(right, column)
    return max(0, bottom - top + 1) * max(0, right - left + 1)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number


def _chunks(part: IO[bytes]) -> Iterator[bytes]:
    """Give the part in pieces that never cut a tag."""
    rest = b""
    while piece := part.read(_CHUNK):
        piece = rest + piece
        cut = piece.rfind(b"<")
        cut = len(piece) if cut < 0 else cut
        piece, rest = piece[:cut], piece[cut:]
        yield piece
    yield rest
