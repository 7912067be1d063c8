"""What the machine says when it cannot, as a Vietnamese sentence; bugs are told apart and pass through."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from thidua_desktop.domain.errors import Unavailable

_FULL = "ổ đĩa đã đầy. Xóa bớt tệp trên ổ rồi làm lại."
_HELD = "tệp đang bị chương trình khác giữ. Đợi một lát rồi làm lại."
_CLOSED = "thư mục chỉ đọc, không có hoặc ổ đã bị rút. Chọn thư mục khác hoặc cắm lại ổ rồi làm lại."
_WORN = "ổ đĩa báo lỗi đọc, ghi. Kiểm tra ổ và dây cắm rồi làm lại."
_BROKEN = "tệp đã hỏng. Khôi phục từ bản sao lưu gần nhất."

_SQLITE = {
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_BUSY: _HELD,
    sqlite3.SQLITE_LOCKED: _HELD,
    sqlite3.SQLITE_READONLY: _CLOSED,
    sqlite3.SQLITE_CANTOPEN: _CLOSED,
    sqlite3.SQLITE_PERM: _CLOSED,
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
Kinds = type[Exception] | tuple[type[Exception], ...]


def cause(error: BaseException | None) -> str | None:
    """What the user can do about an error of the machine; None for a bug, which must not be dressed up."""
    if isinstance(error, DBAPIError):
        return cause(error.orig)
    if isinstance(error, sqlite3.Error):
        # The low byte is the kind of trouble, the rest its detail; errors of Python's own have no code.
        return _SQLITE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
    if isinstance(error, OSError):
        return _SYSTEM.get(error.errno or 0, _CLOSED)
    return None


def broken(error: BaseException) -> bool:
    """Whether the error says that a file is damaged or no database at all."""
    return cause(error) == _BROKEN


@contextmanager
def told(doing: str, kinds: Kinds = (OSError, sqlite3.Error)) -> Iterator[None]:
    """Turn what the machine refuses into Unavailable: "<doing>: <why and what to do>"."""
    try:
        yield
    except kinds as error:
        reason = cause(error)
        if reason is None:
            raise
        raise Unavailable(f"{doing}: {reason}") from error
