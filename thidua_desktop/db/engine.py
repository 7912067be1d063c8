"""The SQLite engine: pragmas, explicit BEGIN, and the journal mode that suits the disk."""

import sys
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.pool import QueuePool

_ELSEWHERE = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afpfs", "ncpfs", "davfs", "vboxsf", "vmhgfs"}
_REMOVABLE = {"vfat", "exfat", "msdos"}
_FIXED_DRIVE = 3


def open_engine(path: Path) -> Engine:
    """An engine on one file; the driver's implicit transactions are off, BEGIN is ours.

    With SQLAlchemy's defaults a failing migration would not be rolled back on SQLite.
    """
    url = URL.create("sqlite", database=str(path))
    engine = create_engine(url, poolclass=QueuePool, pool_size=2, max_overflow=2)
    journal_mode = "WAL" if is_local(path) else "DELETE"

    @event.listens_for(engine, "connect")
    def connected(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in (
            "foreign_keys = ON",
            "busy_timeout = 5000",
            f"journal_mode = {journal_mode}",
            "synchronous = FULL",
            "cache_size = -16000",
            "temp_store = MEMORY",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        # IMMEDIATE: a writer finds out at once that another process holds the file, not half-way.
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def is_local(path: Path, mounts: Path = Path("/proc/mounts")) -> bool:
    """Whether the file lies on a local fixed disk; WAL breaks on network shares and suits no USB stick."""
    if sys.platform == "win32":
        import ctypes

        root = path.resolve().anchor
        return int(ctypes.windll.kernel32.GetDriveTypeW(root)) == _FIXED_DRIVE
    kind = _mount_type(path.resolve(), mounts)
    return kind not in _ELSEWHERE | _REMOVABLE and not kind.startswith("fuse")


def _mount_type(path: Path, mounts: Path) -> str:
    if not mounts.exists():
        return ""
    best, found = "", ""
    for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines():
        folder, kind = line.split(" ")[1:3]
        folder = folder.replace(r"\040", " ")  # how the system writes a space
        if path.is_relative_to(folder) and len(folder) >= len(best):
            best, found = folder, kind
    return found
