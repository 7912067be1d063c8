"""What tables are made of: STRICT, with real constraints, and uids that survive exchange."""

from typing import Any

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, MetaData, Table, Text

metadata = MetaData()


def text(name: str, *, required: bool = False) -> Column[str]:
    """A text that is never NULL; not required: empty unless given."""
    return Column(name, Text, nullable=False, server_default=None if required else "")


def link(name: str, target: str, *, required: bool = False, index: bool = True) -> Column[int]:
    """A link to another record."""
    return Column(name, Integer, ForeignKey(target), nullable=not required, index=index)


def table(name: str, *parts: Any) -> Table:
    """A record table: an id never used twice, a uid, and its own parts."""
    return Table(
        name,
        metadata,
        Column("id", Integer, primary_key=True),
        Column("uid", Text, nullable=False, unique=True),
        *parts,
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )


def keys() -> tuple[Column[str], Column[str], Column[str]]:
    """What a name is found and sorted by: accentless, exact, and in Vietnamese order."""
    return text("search", required=True), text("exact", required=True), text("sort", required=True)


def any_recipient() -> tuple[Any, ...]:
    """Whom a row is about: a person or a household, with the unit of that day, or a unit itself."""
    return (
        text("recipient", required=True),
        link("person_id", "person.id"),
        link("unit_id", "unit.id"),
        link("household_id", "household.id"),
        CheckConstraint(
            "(recipient = 'person' AND person_id IS NOT NULL AND household_id IS NULL) OR "
            "(recipient = 'household' AND household_id IS NOT NULL AND person_id IS NULL) OR "
            "(recipient = 'collective' AND unit_id IS NOT NULL AND person_id IS NULL "
            "AND household_id IS NULL)",
            name="any_recipient",
        ),
    )


def person_or_unit() -> tuple[Any, ...]:
    """Whom a row is about: a person, with the unit of that day where known, or a unit itself."""
    return (
        text("recipient", required=True),
        link("person_id", "person.id"),
        link("unit_id", "unit.id"),
        CheckConstraint(
            "(recipient = 'person' AND person_id IS NOT NULL) OR "
            "(recipient = 'collective' AND unit_id IS NOT NULL AND person_id IS NULL)",
            name="person_or_unit",
        ),
    )
