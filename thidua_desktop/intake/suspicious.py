"""Programs and links that pass for lists in a folder or on a USB stick: pointed out, never opened."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.intake.reading import IntakeProblem

_PROGRAMS = frozenset(
    f".{suffix}"
    for suffix in (
        *("exe", "scr", "com", "pif", "bat", "cmd", "vbs", "vbe", "js", "jse", "wsf", "wsh", "ps1"),
        *("hta", "msi", "jar", "cpl", "reg", "dll"),
    )
)
_LINKS = frozenset((".lnk", ".url"))
_LISTS = frozenset(
    (
        ".xlsx",
        ".xlsm",
        ".xls",
        ".xlsb",
        ".ods",
        ".csv",
        ".docx",
        ".docm",
        ".doc",
        ".rtf",
        ".odt",
        ".pdf",
        ".txt",
    )
)
_TURNED = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f]")  # signs that turn the way letters run
_MOST = 20_000
_PROGRAM_STARTS = (b"MZ", b"\x7fELF")
_TURNED_NAME = (
    "Tên tệp có ký tự đảo chiều chữ để giấu đuôi thật: không mở, xóa tệp hoặc báo người phụ trách máy."
)
_PROGRAM_AS_LIST = (
    "Đây là chương trình ({}) mang tên như danh sách: có thể là mã độc, không mở; hãy quét diệt vi-rút."
)
_LINK = "Đây là lối tắt ({}), không phải danh sách: có thể dẫn tới mã độc, không mở; hãy chọn tệp gốc."
_CONTENT = (
    "Tệp mang đuôi {} nhưng bên trong là chương trình: có thể là mã độc, không mở; hãy quét diệt vi-rút."
)


def suspicious(paths: Iterable[Path]) -> tuple[IntakeProblem, ...]:
    """Point out what passes for a list among files and in folders, a sentence each."""
    found = []
    for file in islice(_files(paths), _MOST):
        if reason := _reason(file):
            found.append(IntakeProblem(file.name, "", None, str(file), reason))
    return tuple(found)


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in map(Path, paths):
        try:
            if path.is_dir() and not path.is_symlink():
                yield from sorted(file for file in path.rglob("*") if file.is_file() or file.is_symlink())
            else:
                yield path
        except (OSError, ValueError):
            continue


def _reason(file: Path) -> str:
    if _TURNED.search(file.name):
        return _TURNED_NAME
    suffix = file.suffix.strip().lower()
    if suffix in _LINKS:
        return _LINK.format(suffix)
    if suffix in _PROGRAMS and _looks_like_list(file):
        return _PROGRAM_AS_LIST.format(suffix)
    return _CONTENT.format(suffix) if suffix in _LISTS and _is_program(file) else ""


def _looks_like_list(file: Path) -> bool:
    """Tell whether a program is named as a list: a second suffix, words of lists, or a sibling's name."""
    stem = file.stem.rstrip(" .\u00a0")
    if Path(stem).suffix.lower() in _LISTS or stem != file.stem or _WORDS.search(fold(stem)):
        return True
    try:
        return any(
            other != file and other.stem.casefold() == stem.casefold()
            for other in file.parent.iterdir()
            if other.is_dir() or other.suffix.lower() in _LISTS
        )
    except OSError:
        return False


_WORDS = re.compile(r"\b(?:danh sach|quyet dinh|khen thuong|thi dua|to trinh|phu luc|bao cao|qd)\b")


def _is_program(file: Path) -> bool:
    try:
        with file.open("rb") as content:
            return content.read(4).startswith(_PROGRAM_STARTS)
    except (OSError, ValueError):
        return False
