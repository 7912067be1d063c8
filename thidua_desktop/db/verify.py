"""Whether a file can be trusted: its structure, its links, its records; and its content as one hash."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from thidua_desktop.db import schema
from thidua_desktop.db.doubts import doubts
from thidua_desktop.db.tables import JOURNAL
from thidua_desktop.db.trouble import broken, told
from thidua_desktop.domain.errors import Refused

_SHOWN = 10  # problems of one kind in one answer
_ROWS_AT_ONCE = 2000


@dataclass(frozen=True)
class Verified:
    """What was found in a file: Vietnamese sentences, none when all is well, and rows per table."""

    ok: bool
    problems: tuple[str, ...]
    counts: dict[str, int]


def verify(path: Path) -> Verified:
    """Check a file from its structure up to its records; raises Unavailable when it cannot be read."""
    try:
        revision = schema.check(path)
    except Refused as refused:
        return Verified(ok=False, problems=(str(refused),), counts={})
    with told(f"Không đọc được tệp “{path.name}”", at=path), closing(sqlite3.connect(path)) as connection:
        found = damage(path)
        if not found and revision == schema.HEAD:
            found = doubts(connection)
        return Verified(not found, tuple(found), {} if found else counts(connection))


def damage(path: Path, *, thorough: bool = True) -> list[str]:
    """What is broken in the structure of a file or in its links, as Vietnamese sentences.

    Not thorough: every page and row is read, but rows are not looked up in every index, which loses no record
    when it is wrong and takes nine tenths of the time on a large file.
    """
    structure = "PRAGMA integrity_check" if thorough else "PRAGMA quick_check"
    try:
        with ThreadPoolExecutor(1) as beside:  # the two long questions at once
            links = beside.submit(_answers, path, "PRAGMA foreign_key_check")
            torn = [row[0] for row in _answers(path, structure)]
            lost = links.result()
    except sqlite3.DatabaseError as error:
        if not broken(error):
            raise
        torn, lost = [str(error)], []
    if torn != ["ok"]:
        return [f"Cấu trúc tệp hỏng: {line}." for line in torn]
    return [
        f"Bảng {table}, dòng {row}: trỏ tới dòng không còn trong bảng {to}." for table, row, to, _ in lost
    ]


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    """Rows per table."""
    return {name: _count(connection, f'"{name}"') for name in _tables(connection)}


def content_hash(source: Path | sqlite3.Connection) -> str:
    """One hash of every record, the same whenever the records are; history and counters are left out."""
    if isinstance(source, Path):
        with closing(sqlite3.connect(source)) as connection:
            return content_hash(connection)
    digest = sha256()
    for name in _tables(source):
        if name in JOURNAL:
            continue
        columns = [row[1] for row in source.execute(f'PRAGMA table_info("{name}")')]  # none that are computed
        listed = ", ".join(f'"{column}"' for column in columns)
        digest.update(f"{name}: {listed}\n".encode())
        rows = source.execute(f'SELECT {listed} FROM "{name}" ORDER BY id')  # noqa: S608 - own names
        while some := rows.fetchmany(_ROWS_AT_ONCE):
            digest.update("\n".join(map(repr, some)).encode())
    return digest.hexdigest()


def _answers(path: Path, question: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA cache_size = -16000")
        return connection.execute(question).fetchmany(_SHOWN)


def _count(connection: sqlite3.Connection, source: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {source}").fetchone()[0])  # noqa: S608 - own names


def _tables(connection: sqlite3.Connection) -> list[str]:
    found = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' "
        "AND name NOT LIKE 'sqlite%' AND name != 'alembic_version' ORDER BY name"
    )
    return [row[0] for row in found]
