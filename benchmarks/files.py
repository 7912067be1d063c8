"""Files opened for measuring, as the program opens them."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from shutil import copyfile

from thidua_desktop.db import Session
from thidua_desktop.db.engine import open_engine


@contextmanager
def reading(path: Path) -> Iterator[Session]:
    """A session for reading."""
    engine = open_engine(path)
    try:
        with engine.connect() as connection, connection.begin():
            yield Session(connection)
    finally:
        engine.dispose()


@contextmanager
def raw(path: Path) -> Iterator[sqlite3.Connection]:
    """The same file through the driver alone, with the same pragmas."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for pragma in (
            "foreign_keys = ON",
            "journal_mode = WAL",
            "synchronous = FULL",
            "cache_size = -16000",
            "temp_store = MEMORY",
        ):
            connection.execute(f"PRAGMA {pragma}")
        yield connection


def fresh(path: Path, folder: Path, name: str) -> Path:
    """A copy to write to."""
    for ending in ("-wal", "-shm", ".khoa"):
        (folder / (name + ending)).unlink(missing_ok=True)
    return Path(copyfile(path, folder / name))
