"""What an .ods would take in memory: it counts repeated rows and cells instead of writing them out."""

from typing import IO
from xml.parsers import expat

_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
_PARAGRAPH = "urn:oasis:names:tc:opendocument:xmlns:text:1.0 p"
_CELLS = {f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"}
_MOST = 10**9


class DamagedXmlError(Exception):
    """The text of the file is no XML; a parser could wait for its end for ever."""


def largest_area(content: IO[bytes]) -> int:
    """Return rows times columns of the largest table, up to its last filled cells.

    Raises DamagedXmlError.
    """
    areas = _Areas()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = areas.start
    parser.EndElementHandler = areas.end
    try:
        parser.ParseFile(content)
    except expat.ExpatError as error:
        raise DamagedXmlError from error
    return areas.largest


class _Areas:
    """Counts while the elements of the tables pass."""

    def __init__(self) -> None:
        self.largest = 0
        self._rows = self._width = self._column = self._filled = 0
        self._times = 1

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name in _CELLS:
            self._column += _count(attributes, "columns")
            if f"{_OFFICE}value-type" in attributes:
                self._filled = self._column
        elif name == _PARAGRAPH:
            self._filled = self._column
        elif name == f"{_TABLE}table-row":
            self._times, self._column, self._filled = _count(attributes, "rows"), 0, 0
        elif name == f"{_TABLE}table":
            self._rows = self._width = 0

    def end(self, name: str) -> None:
        if name != f"{_TABLE}table-row":
            return
        self._rows += self._times
        if self._filled:
            self._width = max(self._width, self._filled)
            self.largest = max(self.largest, self._rows * self._width)


def _count(attributes: dict[str, str], what: str) -> int:
    said = attributes.get(f"{_TABLE}number-{what}-repeated", "1")
    return min(int(said), _MOST) if said.isdecimal() and len(said) < 10 else _MOST
