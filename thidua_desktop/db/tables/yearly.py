"""What is known of a year: ratings, initiatives, discipline, work, pledges, and what is entered whole."""

from sqlalchemy import CheckConstraint, Column, Index, Integer

from thidua_desktop.db.tables.parts import any_recipient, keys, link, person_or_unit, table, text
from thidua_desktop.db.types import Day

rating = table(
    "rating",
    *person_or_unit(),
    Column("year", Integer, nullable=False),
    text("rating", required=True),
    text("document"),
    text("note"),
    # One rating a year: whoever is rated again is corrected.
    Index(
        "rating_of_person", "person_id", "year", unique=True, sqlite_where=Column("person_id").is_not(None)
    ),
    Index("rating_of_unit", "unit_id", "year", unique=True, sqlite_where=Column("person_id").is_(None)),
)
idea = table(
    "idea",
    text("name", required=True),
    *keys(),
    text("kind", required=True),  # initiative, research
    Column("year", Integer, nullable=False),
    text("level", required=True),
    text("state"),
    Column("applied", Integer),
    text("document"),
    link("used_for", "award_kind.id"),
    Column("used_year", Integer),
    text("note"),
    CheckConstraint("kind IN ('initiative', 'research')", name="initiative_or_research"),
    Index("idea_by_year", "year"),
)
idea_author = table(
    "idea_author",
    link("idea_id", "idea.id", required=True),
    link("person_id", "person.id", required=True),
    Column("place", Integer, nullable=False),
)
discipline = table(
    "discipline",
    *person_or_unit(),
    text("form", required=True),
    Column("starts", Day, nullable=False),
    Column("ends", Day),
    text("document"),
    text("note"),
)
work_year = table(
    "work_year",
    link("person_id", "person.id", required=True, index=False),
    Column("year", Integer, nullable=False),
    Column("months", Integer),
    Column("leave_days", Integer),
    text("training"),
    text("note"),
    Index("work_year_of_person", "person_id", "year", unique=True),
)
pledge = table(
    "pledge",
    *any_recipient(),
    Column("year", Integer, nullable=False),
    link("kind_id", "award_kind.id", required=True),
    Column("pledged_on", Day),
    text("note"),
    Index("pledge_by_year", "year", "unit_id", "kind_id"),
)
attested = table(
    "attested",
    *any_recipient(),
    Column("year", Integer),
    text("key", required=True),
    text("value", required=True),
    text("document"),
)
whole = table(  # "đã nhập đủ": only then does a missing row mean that there was none
    "whole",
    text("subject", required=True),
    Column("first_year", Integer, nullable=False),
    Column("last_year", Integer, nullable=False),
    Column("from_start", Integer, nullable=False, server_default="0"),
    text("note"),
    CheckConstraint("first_year <= last_year", name="years_in_order"),
)
