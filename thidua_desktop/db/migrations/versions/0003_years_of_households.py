"""Households: what they pledged, what the office states of them; meetings: who was absent."""

from alembic import op
from sqlalchemy import MetaData, Table, insert, select

from thidua_desktop.db.migrations.frozen import run

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_WIDENED = ("pledge", "attested", "meeting")


def upgrade() -> None:
    """Make the tables anew beside their rows, as SQLite changes no constraint of a table."""
    connection = op.get_bind()
    connection.exec_driver_sql("PRAGMA legacy_alter_table = ON")  # what links to a table keeps its name
    indexes: list[str] = []
    for table in _WIDENED:
        found = connection.exec_driver_sql(
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL",
            (table,),
        ).all()
        for name, sql in found:
            connection.exec_driver_sql(f"DROP INDEX {name}")
            indexes.append(sql)
        connection.exec_driver_sql(f"ALTER TABLE {table} RENAME TO {table}_before")
    connection.exec_driver_sql("PRAGMA legacy_alter_table = OFF")
    run(__file__)
    for table in _WIDENED:
        before = Table(f"{table}_before", MetaData(), autoload_with=connection)
        widened = Table(table, MetaData(), autoload_with=connection)
        columns = [column.name for column in before.c]
        connection.execute(insert(widened).from_select(columns, select(before)))
        # An id is never used twice, also that of a row deleted since.
        connection.exec_driver_sql("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
        connection.exec_driver_sql(
            "UPDATE sqlite_sequence SET name = ? WHERE name = ?", (table, f"{table}_before")
        )
        connection.exec_driver_sql(f"DROP TABLE {table}_before")
    for sql in indexes:
        connection.exec_driver_sql(sql)
