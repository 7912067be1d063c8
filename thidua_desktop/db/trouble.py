"""What the machine says when it cannot, as a Vietnamese sentence; bugs are told apart and pass through."""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from thidua_desktop import disk
from thidua_desktop.domain.errors import Unavailable

_FULL = "ổ đĩa đã đầy. Xóa bớt tệp trên ổ rồi làm lại."
_HELD = "tệp đang bị chương trình khác giữ. Đóng chương trình đó hoặc đợi một lát rồi làm lại."
_CLOSED = "thư mục chỉ đọc, không có hoặc ổ đã bị rút. Chọn thư mục khác hoặc cắm lại ổ rồi làm lại."
_HELD_OR_CLOSED = (
    "tệp đang bị chương trình khác giữ, hoặc máy không cho ghi vào tệp này. "
    "Đóng chương trình đó, hoặc chọn thư mục khác, rồi làm lại."
)
_PROTECTED = "tệp được đặt chỉ cho đọc. Bỏ dấu Read-only trong Properties của tệp rồi làm lại."
_NAME = 'Windows không nhận tên này. Đặt tên khác, không có ký tự \\ / : * ? " < > | rồi làm lại.'
_LONG = "đường dẫn quá dài. Chọn tên ngắn hơn hoặc thư mục gần gốc ổ đĩa hơn rồi làm lại."
_GONE = "ổ đĩa không phản hồi hoặc đã bị rút ra. Cắm lại ổ, kiểm tra dây cắm rồi làm lại."
_WORN = "ổ đĩa báo lỗi đọc, ghi. Kiểm tra ổ và dây cắm rồi làm lại."
_BROKEN = "tệp đã hỏng. Khôi phục từ bản sao lưu gần nhất."

_SQLITE = {
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_BUSY: _HELD,
    sqlite3.SQLITE_LOCKED: _HELD,
    sqlite3.SQLITE_IOERR: _WORN,
    sqlite3.SQLITE_CORRUPT: _BROKEN,
    sqlite3.SQLITE_NOTADB: _BROKEN,
}
_SYSTEM = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EBUSY: _HELD,
    errno.EIO: _WORN,
}
_WINDOWS = {
    **dict.fromkeys(disk.FULL, _FULL),
    **dict.fromkeys(disk.GONE, _GONE),
    **dict.fromkeys(disk.BAD_NAMES, _NAME),
    disk.BAD_CHECKSUM: _WORN,
    disk.SHARED: _HELD,
    disk.LOCKED: _HELD,
}
# Said alike for a file another program holds and for a folder that takes no files.
_SQLITE_CLOSED = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}
Kinds = type[Exception] | tuple[type[Exception], ...]


def cause(error: BaseException | None, at: Path | None = None) -> str | None:
    """What the user can do about an error of the machine; None for a bug, which must not be dressed up.

    at: the file worked on, for errors that do not name it.
    """
    if isinstance(error, DBAPIError):
        return cause(error.orig, at)
    if isinstance(error, sqlite3.Error):
        # The low byte is the kind of trouble, the rest its detail; errors of Python's own have no code.
        kind = getattr(error, "sqlite_errorcode", 0) & 0xFF
        return _closed(at, _HELD_OR_CLOSED) if kind in _SQLITE_CLOSED else _SQLITE.get(kind)
    if isinstance(error, OSError):
        return _of_system(error, at)
    return None


def _of_system(error: OSError, at: Path | None) -> str:
    windows = disk.code(error)
    if windows in _WINDOWS:
        return _WINDOWS[windows]
    named = error.filename2 or error.filename  # a move names first what moves, then its target
    file = Path(named) if isinstance(named, str | os.PathLike) else at
    if disk.too_long(error, file or Path()):
        return _LONG
    if windows == disk.DENIED:
        return _closed(file, _HELD)
    if windows is None and error.errno == errno.EACCES:
        return _closed(file, _HELD_OR_CLOSED)
    return _SYSTEM.get(error.errno or 0, _CLOSED)


def _closed(file: Path | None, when_there: str) -> str:
    """What keeps a file shut: when it is there and not marked read-only, most often another program."""
    if file is None or not file.is_file():
        return _CLOSED
    return _PROTECTED if disk.write_protected(file) else when_there


def broken(error: BaseException) -> bool:
    """Whether the error says that a file is damaged or no database at all."""
    return cause(error) == _BROKEN


@contextmanager
def told(doing: str, kinds: Kinds = (OSError, sqlite3.Error), *, at: Path | None = None) -> Iterator[None]:
    """Turn what the machine refuses, about the file `at`, into Unavailable: "<doing>: <why, what to do>"."""
    try:
        yield
    except kinds as error:
        reason = cause(error, at)
        if reason is None:
            raise
        raise Unavailable(f"{doing}: {reason}") from error
