"""Rows as the driver sees them: what the journal keeps, and how it is put back."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table

from thidua_desktop.db.tables import metadata


def stored(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Rows as the file keeps them.

    Raises KeyError for a column the table has not, ValueError for rows whose keys differ.
    """
    processes = {name: table.c[name].type.bind_processor(connection.dialect) for name in rows[0]}
    if any(row.keys() != processes.keys() for row in rows):
        raise ValueError(f"rows of {table.name} with different keys")
    return [
        {name: process(row[name]) if process else row[name] for name, process in processes.items()}
        for row in rows
    ]


def row_of(connection: Connection, name: str, row_id: int) -> dict[str, Any] | None:
    """One row, without computed columns; None when there is none."""
    found = rows_of(connection, name, row_id, row_id)
    return found[0] if found else None


def rows_of(connection: Connection, name: str, first: int, last: int) -> list[dict[str, Any]]:
    """The rows of a run of ids, without computed columns, which can be read but not written."""
    columns = [column.name for column in metadata.tables[name].c if column.computed is None]
    found = connection.exec_driver_sql(
        f'SELECT {_listed(columns)} FROM "{name}" WHERE id BETWEEN ? AND ? ORDER BY id',  # noqa: S608 - own names
        (first, last),
    )
    return [dict(zip(columns, row, strict=True)) for row in found]


def take_out(connection: Connection, name: str, first: int, last: int) -> list[dict[str, Any]]:
    """Delete a run of ids and return the rows that were there."""
    rows = rows_of(connection, name, first, last)
    connection.exec_driver_sql(
        f'DELETE FROM "{name}" WHERE id BETWEEN ? AND ?',  # noqa: S608 - a table's own name
        (first, last),
    )
    return rows


def put_back(connection: Connection, name: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows as they were, ids included."""
    if not rows:
        return
    columns = list(rows[0])
    marks = ", ".join("?" * len(columns))
    connection.exec_driver_sql(
        f'INSERT INTO "{name}" ({_listed(columns)}) VALUES ({marks})',  # noqa: S608 - columns' own names
        [tuple(row[column] for column in columns) for row in rows],
    )


def set_columns(connection: Connection, name: str, row_id: int, values: Mapping[str, Any]) -> None:
    """Write columns of one row."""
    settings = ", ".join(f'"{column}" = ?' for column in values)
    connection.exec_driver_sql(
        f'UPDATE "{name}" SET {settings} WHERE id = ?',  # noqa: S608 - columns' own names
        (*values.values(), row_id),
    )


def _listed(columns: Sequence[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)
