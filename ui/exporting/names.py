"""File names that Windows takes, on whatever file system the stick has."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import datetime
from pathlib import PurePosixPath

from thidua_desktop.disk import FORBIDDEN, RESERVED

LONGEST_NAME = 120
LONGEST_PATH = 240  # Windows without the long-path policy ends at 260


def safe_name(name: str) -> str:
    """Return one file or folder name as Windows can keep it, at most 120 characters, its suffix kept."""
    clean = FORBIDDEN.sub("-", unicodedata.normalize("NFC", name)).rstrip(". ").lstrip()
    if not clean:
        return "khong-ten"
    if RESERVED.match(clean):
        clean = f"_{clean}"
    if len(clean) <= LONGEST_NAME:
        return clean
    path = PurePosixPath(clean)
    suffix = path.suffix if len(path.suffix) <= 10 else ""
    return clean[: LONGEST_NAME - len(suffix)].rstrip(". ") + suffix


def safe_paths(names: Iterable[str]) -> list[PurePosixPath]:
    """Return a safe relative path for each name, no two alike even where case does not count."""
    taken: set[str] = set()
    paths: list[PurePosixPath] = []
    for name in names:
        parts = [safe_name(part) for part in re.split(r"[/\\]", name) if part not in {"", ".", ".."}]
        path = wanted = PurePosixPath(*parts) if parts else PurePosixPath("khong-ten")
        number = 2
        while str(path).casefold() in taken:
            path = numbered(wanted, f"({number})")
            number += 1
        taken.add(str(path).casefold())
        paths.append(path)
    return paths


def numbered(path: PurePosixPath, mark: str) -> PurePosixPath:
    """Return the path with a mark before its suffix, still no longer than a name may be."""
    room = LONGEST_NAME - len(path.suffix) - len(mark) - 1
    return path.with_name(f"{path.stem[:room]} {mark}{path.suffix}")


def dated(path: PurePosixPath, moment: datetime) -> PurePosixPath:
    """Return the name an earlier file keeps when a new one takes its place."""
    return numbered(path, f"(bản trước {moment:%Y-%m-%d %H.%M.%S})")
