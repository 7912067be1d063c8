"""What a sheet would take in memory - its block of cells, its repeated texts - before a parser makes it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import IO

_CHUNK = 1 << 20
_USUAL = b'<c r="'
_ODD = re.compile(rb"<c[/>\t\r\n]|<\w+:c[\s/>]")
_FAR = re.compile(rb"""r=["'](?:[A-Za-z]{0,3}(?:\d{7,}|[2-9]\d{5}|1[5-9]\d{4})["']|[A-Za-z]{2,}\d)""")
_TOKEN = re.compile(rb"""<(?:\w+:)?(row|c)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(/?)>""")
_REFERENCE = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]*)(\d*)""")
_SHARED = re.compile(rb"""\bt\s*=\s*["']s["'][^>]*>\s*<(?:\w+:)?v[^>]*>\s*(\d+)""")


@dataclass
class Scan:
    """What one pass over a part shows: how many cells, and whether all lie near the origin."""

    cells: int = 0
    near: bool = True  # all cells name themselves as Excel does and lie within A1:Z149999

    def take(self, chunk: bytes) -> None:
        """Look at a piece that cuts no tag."""
        usual = chunk.count(b"<c ")
        self.cells += usual
        if usual != chunk.count(_USUAL) or _ODD.search(chunk) or (usual and _FAR.search(chunk)):
            self.near = False
            self.cells += chunk.count(b":c ")


def filled_area(part: IO[bytes], most: int) -> int:
    """Return rows times columns of the smallest block holding every filled cell, or of one beyond `most`."""
    row = column = 0
    top, left, bottom, right = 1 << 30, 1 << 30, 0, 0
    for chunk in chunks(part):
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
        if (bottom - top + 1) * (right - left + 1) > most:
            break
    return max(0, bottom - top + 1) * max(0, right - left + 1)


def text_lengths(part: IO[bytes]) -> list[int]:
    """Return how many bytes each shared text of a workbook takes."""
    lengths, open_length = [], 0
    for chunk in chunks(part):
        first, *others = (len(piece) for piece in chunk.split(b"</si>"))
        lengths += [open_length + first, *others]
        open_length = lengths.pop()
    return lengths


def repeated_text(part: IO[bytes], lengths: Sequence[int]) -> int:
    """Return how many bytes the shared texts take once written out in every cell that shows them."""
    shown = (int(place) for chunk in chunks(part) for place in _SHARED.findall(chunk))
    return sum(lengths[place] for place in shown if place < len(lengths))


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number


def chunks(part: IO[bytes]) -> Iterator[bytes]:
    """Give a part in pieces that never cut a tag."""
    rest = b""
    while piece := part.read(_CHUNK):
        piece = rest + piece
        cut = piece.rfind(b"<")
        cut = len(piece) if cut < 0 else cut
        piece, rest = piece[:cut], piece[cut:]
        yield piece
    yield rest
