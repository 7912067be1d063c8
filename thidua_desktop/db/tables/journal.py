"""The journal: what was done under which name, and what each change was before and after."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text

from thidua_desktop.db.tables.parts import metadata

action = Table(
    "action",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("state", Text, nullable=False),  # done, undone, dropped
    sqlite_strict=True,
    sqlite_autoincrement=True,
)
change = Table(
    "change",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("action_id", Integer, ForeignKey("action.id"), nullable=False, index=True),
    Column("kind", Text, nullable=False),  # insert, update, delete
    Column("subject", Text, nullable=False),  # table name
    Column("first_id", Integer, nullable=False),
    Column("last_id", Integer, nullable=False),
    Column("before", Text),  # JSON: columns changed, or the whole row deleted
    Column("after", Text),  # JSON: columns changed, or the rows an undone insert had made
    Index("change_by_subject", "subject", "first_id", "last_id"),
    sqlite_strict=True,
    sqlite_autoincrement=True,
)
JOURNAL = frozenset({"action", "change"})
