"""What Windows does to files and Linux does not: names it cannot keep, files it lets go after a while."""

import errno
import re
import stat
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
RESERVED = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[1-9¹²³]) *(\.|$)")
DENIED, SHARED, LOCKED = 5, 32, 33  # ERROR_ACCESS_DENIED, _SHARING_VIOLATION, _LOCK_VIOLATION
BAD_NAMES = {123, 161}  # ERROR_INVALID_NAME, ERROR_BAD_PATHNAME
TOO_LONG = 206  # ERROR_FILENAME_EXCED_RANGE
LONGEST = 259  # characters of a path; beyond, Windows says that there is no such file
NO_FOLDER = {267}  # ERROR_DIRECTORY
FULL = {39, 112}  # ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL
BAD_CHECKSUM = 23  # ERROR_CRC
GONE = {21, 31, 433, 1117, 1167}  # not ready, not functioning, no such device, I/O error, not connected
_TRIES, _PAUSE = 5, 0.1  # seconds; a virus scanner is done with a new file before that


def code(error: BaseException) -> int | None:
    """Windows' own number of an error; None elsewhere, and where Python was told the one of C only."""
    number: int | None = getattr(error, "winerror", None)
    return number


def name_trouble(path: Path) -> str | None:
    """Why no file can be written under this name, as a sentence; None when one can.

    Windows would write to a device (CON), beside the file (a:b), or under a shorter name (a trailing dot).
    """
    if path.name in {"", ".."}:
        return f"“{path}” là thư mục – ghi thêm tên tệp."
    if sys.platform == "win32" and not windows_keeps(path.name):
        return (
            f'Windows không nhận tên tệp “{path.name}” – đặt tên khác, không có ký tự \\ / : * ? " < > |, '
            "không phải CON, NUL, COM1…, không kết thúc bằng dấu chấm hay dấu cách."
        )
    return None


def windows_keeps(name: str) -> bool:
    """Whether Windows keeps a file under this very name."""
    return not (FORBIDDEN.search(name) or RESERVED.match(name) or name.endswith((".", " ")))


def too_long(error: OSError, path: Path) -> bool:
    """Whether the error comes from a path, or a name in it, that is too long."""
    if error.errno == errno.ENAMETOOLONG or code(error) == TOO_LONG:
        return True
    unfound = sys.platform == "win32" and error.errno == errno.ENOENT
    return unfound and len(str(path.absolute())) > LONGEST


def write_protected(path: Path) -> bool:
    """Whether a file bears Windows' read-only mark."""
    try:
        return bool(getattr(path.stat(), "st_file_attributes", 0) & stat.FILE_ATTRIBUTE_READONLY)
    except OSError:
        return False


def patiently(act: Callable[[], T]) -> T:
    """Do it, again and again for half a second while Windows says that somebody else holds the file."""
    for _ in range(_TRIES - 1):
        try:
            return act()
        except PermissionError as error:
            if code(error) not in {DENIED, SHARED}:
                raise
        time.sleep(_PAUSE)
    return act()
