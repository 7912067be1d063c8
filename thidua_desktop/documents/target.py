"""The file a document becomes: written beside its target, then put in its place whole, or not at all."""

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from thidua_desktop import disk
from thidua_desktop.domain.errors import Refused, Unavailable

_FULL = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}
_LOCKED_FOR_WRITING_ON_WINDOWS = 19
_GONE = {errno.EIO, errno.ENODEV, errno.ENXIO}


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Lend a new path beside the target; the file written there takes the target's place at the end.

    Raises Refused for a name no file can bear; Unavailable, leaving what was there, when the folder is
    missing or takes no files, the target is open elsewhere, or the drive is full, read-only or gone.
    """
    if trouble := disk.name_trouble(path):
        raise Refused(trouble)
    temporary = path.with_name(f"~{secrets.token_hex(6)}.tmp")
    try:
        yield temporary
        _flush(temporary)
        disk.patiently(lambda: temporary.replace(path))
    except OSError as error:
        told = sentence(error, path)
        if told is None and not _takes_files(temporary):
            told = f"Không ghi được tệp vào thư mục “{path.parent}” – chọn thư mục khác."
        if told is None:
            raise
        raise Unavailable(told) from error
    finally:
        with suppress(OSError):  # the drive may be the very thing that failed
            temporary.unlink(missing_ok=True)


def _takes_files(temporary: Path) -> bool:
    """Whether the folder lets this file be made; each system has its own error for one that does not."""
    try:
        temporary.touch()
    except OSError:
        return False
    return True


def _flush(path: Path) -> None:
    """Wait until the bytes are on the disk, so that a power cut cannot leave an empty file."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def sentence(error: OSError, path: Path) -> str | None:
    """What the officer reads about a failed write; None when it was not about this file or its drive."""
    windows = disk.code(error)
    return _about_drive(error, path, windows) or _about_path(error, path, windows) or _about_file(error, path)


def _about_drive(error: OSError, path: Path, windows: int | None) -> str | None:
    if error.errno in _FULL or windows in disk.FULL:
        return f"Ổ đĩa không còn đủ chỗ cho tệp “{path.name}” – xóa bớt tệp cũ hoặc lưu vào ổ đĩa khác."
    if error.errno in _GONE or windows in {*disk.GONE, disk.BAD_CHECKSUM}:
        return f"Ổ đĩa chứa “{path.parent}” không phản hồi hoặc đã bị rút ra – cắm lại rồi lưu lần nữa."
    if error.errno == errno.EROFS or windows == _LOCKED_FOR_WRITING_ON_WINDOWS:
        return f"Ổ đĩa chứa “{path.parent}” chỉ cho đọc – mở khóa ghi hoặc lưu vào ổ đĩa khác."
    return None


def _about_path(error: OSError, path: Path, windows: int | None) -> str | None:
    if disk.too_long(error, path):
        return f"Đường dẫn tới “{path.name}” quá dài – chọn tên ngắn hơn hoặc thư mục gần gốc ổ đĩa hơn."
    if windows in disk.BAD_NAMES:
        return f"Windows không nhận đường dẫn “{path}” – đổi tên tệp hoặc chọn thư mục khác."
    if windows in disk.NO_FOLDER or not path.parent.is_dir():
        return f"Không tìm thấy thư mục “{path.parent}” – kiểm tra ổ đĩa hoặc chọn thư mục khác."
    return None


def _about_file(error: OSError, path: Path) -> str | None:
    if not isinstance(error, PermissionError | IsADirectoryError):
        return None
    if path.is_dir():
        return f"“{path.name}” là thư mục – ghi thêm tên tệp."
    if disk.write_protected(path):
        return (
            f"Tệp “{path.name}” được đặt chỉ cho đọc – bỏ dấu Read-only trong Properties của tệp "
            "hoặc lưu với tên khác."
        )
    if path.exists():
        return (
            f"Tệp “{path.name}” đang mở trong chương trình khác (Excel hoặc Word) – "
            "đóng lại hoặc lưu với tên khác."
        )
    return f"Không có quyền ghi vào thư mục “{path.parent}” – chọn thư mục khác."
