"""Keep an office's file of today's schema for good: python tests/db/keep_office.py writes tests/data/office-<revision>.thidua.

Run once per revision, when its schema is final; every later build must open what was kept.
"""

import sqlite3
import sys
from contextlib import closing
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Column, Integer, Table

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from thidua_desktop.db import schema  # noqa: E402 - found by the line above when run as a script
from thidua_desktop.db.tables import JOURNAL, award, metadata, person  # noqa: E402
from thidua_desktop.db.types import Day, Partial  # noqa: E402
from thidua_desktop.domain.dates import PartialDate  # noqa: E402
from thidua_desktop.workspace import Workspace  # noqa: E402

SEEDED = {"award_kind", "synonym"}
ONCE = {"identity", "payment", "handover", "artefact", "ballot"}  # one row for each pair or award
CHOSEN: dict[tuple[str, str], Any] = {
    ("person", "gender"): "female",
    ("identity", "other_id"): 2,
    ("award", "recipient"): "person",
    ("award", "unit_id"): None,
    ("award", "household_id"): None,
    ("award", "revoked_by"): None,
    ("unit", "parent_id"): None,
    ("campaign", "parent_id"): None,
    ("succession", "new_id"): 2,
    ("rating", "recipient"): "person",
    ("discipline", "recipient"): "person",
    ("pledge", "recipient"): "person",
    ("pledge", "household_id"): None,
    ("attested", "recipient"): "household",
    ("attested", "person_id"): None,
    ("idea", "kind"): "research",
    ("nomination", "recipient"): "person",
    ("nomination", "household_id"): None,
}


def keep(path: Path) -> None:
    """Two rows in every table, an action undone, and the history that tells of it."""
    with TemporaryDirectory() as folder:
        made = Path(folder) / path.name
        workspace = Workspace.create(made)
        with workspace.write("Nhập mẫu") as session:
            for table in metadata.sorted_tables:
                if table.name not in JOURNAL | SEEDED:
                    for number in (1, 2):
                        if number == 1 or table.name not in ONCE:
                            session.insert(table, _row(table, number))
        with workspace.write("Sửa mẫu") as session:
            session.update(person, 1, {"birth": PartialDate(1954)})
            session.delete(award, 2)
        with workspace.write("Việc lấy lại") as session:
            session.insert(person, _row(person, 3))
        workspace.undo()
        workspace.close(backed_up=False)
        with closing(sqlite3.connect(made)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("VACUUM")
        path.write_bytes(made.read_bytes())


def _row(table: Table, number: int) -> dict[str, Any]:
    given = {"id", "uid"}
    columns = [column for column in table.c if column.name not in given and column.computed is None]
    return {column.name: CHOSEN.get((table.name, column.name), _value(column, number)) for column in columns}


def _value(column: Column[Any], number: int) -> Any:
    if isinstance(column.type, Day):
        return date(2019, 12, 19 + number)
    if isinstance(column.type, Partial):
        return PartialDate(1987, 5)
    if isinstance(column.type, Integer):
        return 1 if column.foreign_keys else number
    return f"Mẫu {column.table.name} {column.name} {number}"


if __name__ == "__main__":
    keep(ROOT / "tests" / "data" / f"office-{schema.HEAD}.thidua")
