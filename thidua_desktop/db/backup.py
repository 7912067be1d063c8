"""Backups: copied by SQLite's own means, opened, checked and counted before they bear their name."""

import os
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from thidua_desktop import disk
from thidua_desktop.db import schema
from thidua_desktop.db.lock import FileLock
from thidua_desktop.db.trouble import told
from thidua_desktop.db.verify import Verified, content_hash, counts, damage, verify
from thidua_desktop.domain.errors import Refused, Unavailable

__all__ = [
    "Backup",
    "Verified",
    "content_hash",
    "folder_of",
    "kept",
    "make",
    "make_beside",
    "restore",
    "taken_at",
    "verify",
]

_STAMP = "%Y%m%d-%H%M%S"
_DAYS, _WEEKS, _MONTHS = 7, 4, 12
_LARGE = 64_000_000  # bytes; beyond, the whole check would take ten times as long as the copy
_READER_ENDS = 1.0  # seconds
_HALF = ".dang-ghi"  # the ending of a copy not yet checked
_HALVES = (_HALF, f"{_HALF}-journal")  # and of what SQLite leaves beside it when the disk is full


@dataclass(frozen=True)
class Backup:
    """A checked copy: where it is, rows per table, size in bytes."""

    path: Path
    counts: dict[str, int]
    size: int


def folder_of(path: Path) -> Path:
    """Where the backups of an office's file lie."""
    return path.with_name(path.stem + "-sao-luu")


def kept(folder: Path, stem: str) -> list[Path]:
    """The backups of one file in a folder, newest first."""
    if not folder.is_dir():
        return []
    return sorted(_named(folder, stem, ".thidua"), reverse=True)


def taken_at(path: Path) -> datetime:
    """When a backup was made, by its name."""
    return datetime.strptime(path.stem[-15:], _STAMP).astimezone()


def make(source: Path, folder: Path, now: datetime | None = None, *, alone: bool = True) -> Backup:
    """Back a file up, then let old backups go: 7 daily, 4 weekly, 12 monthly are kept.

    Nothing is written when nothing changed since the newest backup, which is then returned. Raises Refused
    when the file itself is damaged, Unavailable when the folder or the disk does not take the copy. Where
    another process has the file open (not alone), a half copy there may be its own and is left to it.
    """
    with told("Chưa sao lưu được"):
        folder.mkdir(parents=True, exist_ok=True)
        for ending in _HALVES if alone else ():  # a process ended in the middle
            for half in _named(folder, source.stem, ".thidua" + ending):
                half.unlink()
        older = kept(folder, source.stem)
        with closing(_opened(source)) as connection:
            connection.execute("BEGIN")  # the copy, the stamp and the counts are of one moment
            if older and _stamp(connection) == _stamp_of(older[0]):
                return Backup(older[0], counts(connection), older[0].stat().st_size)
            made = _copy(connection, _free_name(folder, source.stem, now or datetime.now().astimezone()))
    _rotate(folder, source.stem, made.path)
    return made


def make_beside(source: Path, folder: Path) -> Backup:
    """Back a file up though another process may have it open; the file is only read.

    Raises as make does, and Refused for what is no office's file.
    """
    schema.check(source)
    lock = FileLock(source)
    try:
        lock.take()
    except Unavailable:
        return make(source, folder, alone=False)
    try:
        return make(source, folder)
    finally:
        lock.release()


def restore(backup: Path, target: Path) -> Path | None:
    """Put a backup in the place of an office's file; what was there is kept aside, and where is returned.

    Raises Refused when the backup cannot be trusted or no file can bear the name, Unavailable when the file
    is open or the disk refuses; then the present file is as it was.
    """
    checked = verify(backup)
    if not checked.ok:
        raise Refused(f"Không khôi phục từ “{backup.name}”: {checked.problems[0]}")
    lock = FileLock(target)
    with told(f"Chưa khôi phục được tệp “{target.name}”"):
        target.parent.mkdir(parents=True, exist_ok=True)
        lock.take()
        fresh = target.with_name(target.name + ".khoi-phuc")
        try:
            with closing(_opened(backup)) as connection:
                _copy(connection, fresh)
            aside = _exchange(target, fresh)
            _flush_folder(target.parent)
        finally:
            fresh.unlink(missing_ok=True)
            lock.release()
    return aside


def _exchange(target: Path, fresh: Path) -> Path | None:
    """Put the fresh file in the target's place, and say where the old one is; all of it, or nothing."""
    folder = folder_of(target)
    # Not named as a backup is, so that rotation never takes it away.
    aside = _free_name(folder, target.stem + "-truoc-khoi-phuc", datetime.now().astimezone())
    there = target.exists()
    try:
        if there:
            folder.mkdir(parents=True, exist_ok=True)
            _set_aside(target, aside)
        if target.exists():
            _fold_log(target)
        for ending in ("-wal", "-shm", "-journal"):  # a log of the old file would spoil the new one
            disk.patiently(partial(target.with_name(target.name + ending).unlink, missing_ok=True))
        disk.patiently(lambda: fresh.replace(target))
    except (OSError, sqlite3.Error, Refused, Unavailable):
        if target.exists():
            aside.unlink(missing_ok=True)
        else:
            _move(aside, target)
        raise
    return aside if there else None


def _set_aside(target: Path, aside: Path) -> None:
    try:
        with closing(_opened(target)) as connection:
            _copy(connection, aside)
    except (Refused, sqlite3.DatabaseError):  # damaged, hence the restoring: kept as it is, log and all
        _move(target, aside)


def _move(old: Path, new: Path) -> None:
    """Move a file as it is with its log, if it has one."""
    for ending in ("", "-wal"):
        with suppress(FileNotFoundError):
            old.with_name(old.name + ending).replace(new.with_name(new.name + ending))


def _fold_log(target: Path) -> None:
    """Bring into the file what was committed to its log only: Windows may refuse the exchange afterwards."""
    with closing(sqlite3.connect(target, timeout=_READER_ENDS, isolation_level=None)) as connection:
        busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    if busy:
        raise Unavailable(
            f"Chưa khôi phục được tệp “{target.name}”: tệp đang mở trong chương trình khác. "
            "Đóng chương trình đó rồi khôi phục lại; tệp vẫn như cũ."
        )


def _named(folder: Path, stem: str, ending: str) -> list[Path]:
    pattern = re.compile(re.escape(stem) + r"-\d{8}-\d{6}" + re.escape(ending))
    return [path for path in folder.iterdir() if pattern.fullmatch(path.name)]


def _opened(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None)


def _copy(source: sqlite3.Connection, path: Path) -> Backup:
    """Copy, flush, open again, check, count; only then give it its name."""
    half = path.with_name(path.name + _HALF)
    half.unlink(missing_ok=True)
    try:
        with closing(_opened(half)) as copy:
            copy.execute("PRAGMA synchronous = OFF")  # flushed once, below
            source.backup(copy, pages=-1)
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, wherever it is carried
        _flush(half)
        found = damage(half, thorough=half.stat().st_size < _LARGE)
        if found:
            raise Refused(
                f"Tệp số liệu đã hỏng nên không sao lưu được. {found[0]} Khôi phục bản sao lưu gần nhất."
            )
        with closing(_opened(half)) as copy:
            copied = counts(copy)
        if copied != counts(source):
            raise Unavailable(
                "Chưa sao lưu được: bản sao thiếu dòng so với tệp gốc. Sao lưu lại sang ổ khác."
            )
        disk.patiently(lambda: half.replace(path))
        _flush_folder(path.parent)
    finally:
        for ending in _HALVES:
            path.with_name(path.name + ending).unlink(missing_ok=True)
    return Backup(path, copied, path.stat().st_size)


def _flush(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    if os.name != "posix":
        return  # Windows keeps names in its own journal and opens no folder
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _free_name(folder: Path, stem: str, now: datetime) -> Path:
    while (path := folder / f"{stem}-{now.strftime(_STAMP)}.thidua").exists():
        now += timedelta(seconds=1)
    return path


def _stamp(connection: sqlite3.Connection) -> list[tuple[object, ...]]:
    """What differs whenever the records do: every write is an action, undo and redo change its state."""
    revision = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    actions = connection.execute(
        "SELECT state, count(*), max(id), max(at) FROM action GROUP BY state ORDER BY state"
    )
    return revision + actions.fetchall()


def _stamp_of(path: Path) -> list[tuple[object, ...]] | None:
    try:
        with closing(_opened(path)) as connection:
            return _stamp(connection)
    except sqlite3.Error:  # a backup nobody can read is no reason not to make another
        return None


def _rotate(folder: Path, stem: str, made: Path) -> None:
    """Keep the newest of each of the last days, weeks and months that have one, and what was just made."""
    backups = {path: taken_at(path) for path in kept(folder, stem)}
    staying = {made}
    periods: list[tuple[int, Callable[[datetime], object]]] = [
        (_DAYS, datetime.date),
        (_WEEKS, lambda moment: moment.isocalendar()[:2]),
        (_MONTHS, lambda moment: (moment.year, moment.month)),
    ]
    for number, period in periods:
        newest: dict[object, Path] = {}
        for path, moment in backups.items():
            newest.setdefault(period(moment), path)
        staying |= set(list(newest.values())[:number])
    for path in backups.keys() - staying:
        with suppress(OSError):  # held by another program: it goes the next time
            path.unlink()
