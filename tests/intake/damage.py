"""The table of damaged and hostile files: a kind is a name and a maker; some must be refused, others may be read."""

import random
import zipfile
from collections.abc import Callable
from pathlib import Path

from tests.intake import making

Maker = Callable[[Path], Path]
REFUSED: dict[str, Maker] = {}
"""Nothing can be understood of these."""
ANY: dict[str, Maker] = {}
"""These end in a sentence, or are read as what they are; never as something else."""
HEAVY = frozenset(
    (
        "a sheet of 1,048,576 rows",
        "a file beyond all measure",
        "a zip bomb",
        "hundreds of thousands of cells in one nameless row",
        "a long text shown in very many cells",
        "an open document of endless cells",
        "tables nested a thousand deep",
    )
)
"""These are measured in a process of their own."""
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refused(name: str) -> Callable[[Maker], Maker]:
    """Keep a maker of files of which nothing can be understood."""
    return _keep(REFUSED, name)


def any_end(name: str) -> Callable[[Maker], Maker]:
    """Keep a maker of files that may be read, if they are read right."""
    return _keep(ANY, name)


def _keep(table: dict[str, Maker], name: str) -> Callable[[Maker], Maker]:
    def keep(maker: Maker) -> Maker:
        assert name not in REFUSED, name
        assert name not in ANY, name
        table[name] = maker
        return maker

    return keep


def raw(name: str, content: bytes) -> None:
    """Keep a file of these bytes, of which nothing can be understood."""

    @refused(f"bytes of {name}")
    def _(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(content)
        return path


def noise(size: int, seed: int) -> bytes:
    """The same noise at every run."""
    return random.Random(seed).randbytes(size)


def good_workbook(folder: Path) -> Path:
    """A list of two people."""
    return making.workbook(folder / "a.xlsx", making.GOOD)


def good_document(folder: Path) -> Path:
    """A list of two people."""
    return making.lines(folder / "a.docx")


def good_open_workbook(folder: Path) -> Path:
    """A list of two people."""
    return making.open_workbook(folder / "a.ods", making.GOOD)


GOOD = {"xlsx": good_workbook, "docx": good_document, "ods": good_open_workbook}


def with_part(path: Path, part: str, content: bytes) -> Path:
    """Put other bytes in the place of one part of an archive."""
    with zipfile.ZipFile(path) as packed:
        parts: dict[str, str | bytes] = {name: packed.read(name) for name in packed.namelist()}
    parts[part] = content
    return making.archive(path, parts)
