"""A session: reads with Core statements; every write goes through the journal."""

import json
from array import array
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from secrets import randbits
from time import time_ns
from typing import Any

from sqlalchemy import Connection, Executable, Row, Table, insert, select, text, update

from thidua_desktop.db.rows import put_back, row_of, set_columns, stored, take_out
from thidua_desktop.db.tables import action, change

_CHUNK = 400  # rows in one IN (…), below every SQLite's limit of variables
_IDS_AT_ONCE = 8192


class Session:
    """One transaction on the office's file; a writing session has an action with a human name.

    Attributes:
        touched: names of the tables written so far.

    """

    def __init__(self, connection: Connection, action_name: str | None = None) -> None:
        self._connection = connection
        self._action_name = action_name
        self._action_id: int | None = None
        self.touched: set[str] = set()

    def all(self, statement: Executable, values: Any = None) -> Sequence[Row[Any]]:
        """All rows of a statement."""
        return self._connection.execute(statement, values).all()

    def first(self, statement: Executable, values: Any = None) -> Row[Any] | None:
        """The first row of a statement, or None."""
        return self._connection.execute(statement, values).first()

    def value(self, statement: Executable, values: Any = None) -> Any:
        """The first column of the first row, or None."""
        return self._connection.execute(statement, values).scalar()

    def ids(self, statement: Executable) -> "array[int]":
        """The whole numbers in the first column of a statement, at a third of the price of rows."""
        found = array("q")
        with self._connection.execute(statement) as result:
            while some := result.cursor.fetchmany(_IDS_AT_ONCE):
                found.extend([row[0] for row in some])
        return found

    def raw(self, sql: str, values: Sequence[Any] = ()) -> Sequence[Row[Any]]:
        """All rows of SQL written by hand for the driver, for the few statements Core makes slower."""
        return self._connection.exec_driver_sql(sql, tuple(values)).all()

    def insert(self, table: Table, values: Mapping[str, Any]) -> int:
        """Insert one row and return its id."""
        return self.insert_many(table, [values]).start

    def insert_many(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> range:
        """Insert rows with one executemany and one line of journal; return their ids, a run.

        Every row must have the same keys (ValueError otherwise); id and uid are given here.
        """
        if not rows:
            return range(0)
        self._begin_action(table.name)
        first = self._next_id(table.name)
        ids = range(first, first + len(rows))
        filled = [{**row, "id": row_id} for row_id, row in zip(ids, rows, strict=True)]
        if "uid" in table.c:
            for row, uid in zip(filled, _uids(len(rows)), strict=True):
                row["uid"] = row.get("uid") or uid
        put_back(self._connection, table.name, stored(self._connection, table, filled))
        self._note("insert", table.name, ids)
        return ids

    def update(self, table: Table, row_id: int, values: Mapping[str, Any]) -> bool:
        """Change columns of one row; only what really differs is written. Returns whether anything did."""
        row = row_of(self._connection, table.name, row_id)
        if row is None:
            raise LookupError(f"{table.name} {row_id}")
        wanted = stored(self._connection, table, [values])[0]
        after = {name: value for name, value in wanted.items() if row[name] != value}
        if not after:
            return False
        self._begin_action(table.name)
        set_columns(self._connection, table.name, row_id, after)
        before = {name: row[name] for name in after}
        self._note("update", table.name, range(row_id, row_id + 1), before, after)
        return True

    def delete(self, table: Table, row_ids: int | Iterable[int]) -> None:
        """Delete rows by id; each is kept whole in the journal."""
        for row_id in [row_ids] if isinstance(row_ids, int) else list(row_ids):
            gone = take_out(self._connection, table.name, row_id, row_id)
            for row in gone:
                self._begin_action(table.name)
                self._note("delete", table.name, range(row_id, row_id + 1), row)

    def replace_children(
        self, table: Table, owner: str, owner_id: int, rows: Sequence[Mapping[str, Any]]
    ) -> None:
        """Make the child rows of one owner equal to the given ones, leaving alone what did not change."""
        kept = self.all(select(table).where(table.c[owner] == owner_id).order_by(table.c.id))
        for old, new in zip(kept, rows, strict=False):
            self.update(table, old.id, new)
        self.delete(table, [old.id for old in kept[len(rows) :]])
        fresh = [{**row, owner: owner_id} for row in rows[len(kept) :]]
        self.insert_many(table, fresh)

    def chunks(self, ids: Iterable[int]) -> Iterable[list[int]]:
        """Ids in runs short enough for one IN (…)."""
        whole = list(ids)
        for start in range(0, len(whole), _CHUNK):
            yield whole[start : start + _CHUNK]

    def _begin_action(self, subject: str) -> None:
        if self._action_name is None:
            raise RuntimeError("written in a session opened for reading")
        self.touched.add(subject)
        if self._action_id is None:
            undone = update(action).where(action.c.state == "undone")
            self._connection.execute(undone.values(state="dropped"))
            done = {"name": self._action_name, "at": _now(), "state": "done"}
            self._action_id = self._connection.execute(insert(action), done).lastrowid

    def _note(self, kind: str, subject: str, ids: range, before: Any = None, after: Any = None) -> None:
        self._connection.execute(
            insert(change),
            {
                "action_id": self._action_id,
                "kind": kind,
                "subject": subject,
                "first_id": ids[0],
                "last_id": ids[-1],
                "before": None if before is None else json.dumps(before, ensure_ascii=False),
                "after": None if after is None else json.dumps(after, ensure_ascii=False),
            },
        )

    def _next_id(self, name: str) -> int:
        last = self._connection.execute(
            text("SELECT seq FROM sqlite_sequence WHERE name = :name"), {"name": name}
        ).scalar()
        return int(last or 0) + 1


def _uids(number: int) -> list[str]:
    """Names no other office gives: the time, 80 random bits, and one more for each row.

    They follow each other, so that the index over them grows at its end.
    """
    first = (time_ns() // 1_000_000 << 80) + randbits(80)
    return [f"{first + place:032x}" for place in range(number)]


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
