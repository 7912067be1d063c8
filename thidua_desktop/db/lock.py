"""One process per file: a lock the system lets go by itself when the process ends, however it ends."""

import os
import sys
from pathlib import Path
from typing import IO

from thidua_desktop.domain.errors import Unavailable


class FileLock:
    """A lock beside the office's file; raises Unavailable when another process holds it."""

    def __init__(self, path: Path) -> None:
        self._path = path.with_name(path.name + ".khoa")
        self._file: IO[str] | None = None

    def take(self) -> None:
        """Take the lock or raise Unavailable with a clear sentence."""
        file = self._path.open("a+", encoding="utf-8")
        try:
            _lock(file)
        except OSError as error:
            file.close()
            name = self._path.name.removesuffix(".khoa")
            raise Unavailable(
                f"Tệp “{name}” đang mở trong một cửa sổ Thi đua Desktop khác. "
                "Chuyển sang cửa sổ đó, hoặc đóng nó rồi mở lại."
            ) from error
        file.seek(0)
        file.truncate()
        file.write(str(os.getpid()))
        file.flush()
        self._file = file

    def release(self) -> None:
        """Let the file go."""
        if self._file is not None:
            self._file.close()
            self._file = None


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[str]) -> None:
        file.seek(0x10000)  # far beyond the text, so that the text stays readable
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: IO[str]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
