"""One process per file: a lock the system lets go by itself when the process ends, however it ends."""

import errno
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO

from thidua_desktop import disk
from thidua_desktop.db.trouble import told
from thidua_desktop.domain.errors import Refused, Unavailable

_HELD = {errno.EAGAIN, errno.EACCES, errno.EDEADLK}


class FileLock:
    """A lock beside the office's file, which must bear a name files can have: Refused otherwise."""

    def __init__(self, path: Path) -> None:
        if trouble := disk.name_trouble(path):
            raise Refused(trouble)
        real = path.resolve()  # one file, one lock, by whatever link it was reached
        self._name = path.name
        self._path = real.parent / (real.name + ".khoa")
        self._file: IO[bytes] | None = None

    def take(self) -> None:
        """Take the lock or raise Unavailable with a clear sentence."""
        with told(f"Không khoá được tệp “{self._name}”", at=self._path):
            file = self._path.open("ab")
        try:
            _lock(file)
        except OSError as error:
            file.close()
            if error.errno in _HELD:
                raise Unavailable(
                    f"Tệp “{self._name}” đang mở trong một cửa sổ Thi đua Desktop khác. "
                    "Chuyển sang cửa sổ đó, hoặc đóng nó rồi mở lại."
                ) from error
            raise Unavailable(
                f"Ổ chứa tệp “{self._name}” không cho khoá tệp. Chuyển tệp về ổ đĩa của máy rồi mở lại."
            ) from error
        self._file = file

    def release(self) -> None:
        """Let the file go."""
        if self._file is not None:
            with suppress(OSError):
                _unlock(self._file)
            self._file.close()
            self._file = None


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

    def _unlock(file: IO[bytes]) -> None:
        file.seek(0)  # Windows lets a lock left to the closing go only when it gets round to it
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(file: IO[bytes]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_UN)
