"""Whether a file can be trusted: its structure, its links, its records; and its content as one hash."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from thidua_desktop.db import schema
from thidua_desktop.db.doubts import doubts
from thidua_desktop.db.tables import JOURNAL
from thidua_desktop.db.trouble import told
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
    with told(f"Không đọc được tệp “{path.name}”"), closing(sqlite3.connect(path)) as connection:
        found = damage(connection)
        if not found and revision == schema.HEAD:
            found = doubts(connection)
        return Verified(not found, tuple(found), {} if found else counts(connection))


def damage(connection: sqlite3.Connection) -> list[str]:
    """What is broken in the structure of a file or in its links, as Vietnamese sentences."""
    try:
        torn = [row[0] for row in connection.execute(f"PRAGMA integrity_check({_SHOWN})")]
        if torn != ["ok"]:
            return [f"Cấu trúc tệp hỏng: {line}." for line in torn]
        lost = connection.execute("PRAGMA foreign_key_check").fetchmany(_SHOWN)
    except sqlite3.DatabaseError as error:
        return [f"Cấu trúc tệp hỏng: {error}."]
    return [
        f"Bảng {table}, dòng {row}: trỏ tới dòng không còn trong bảng {to}." for table, row, to, _ in lost
    ]


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    """Rows per table."""
    return {
        name: int(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])  # noqa: S608 - own name
        for name in _tables(connection)
    }


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


def _tables(connection: sqlite3.Connection) -> list[str]:
    found = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' "
        "AND name NOT LIKE 'sqlite%' AND name != 'alembic_version' ORDER BY name"
    )
    return [row[0] for row in found]
