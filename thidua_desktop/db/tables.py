"""The tables of an office's file; STRICT, with real constraints, and uids that survive exchange."""

from typing import Any

from sqlalchemy import CheckConstraint, Column, Computed, ForeignKey, Index, Integer, MetaData, Table, Text

from thidua_desktop.db.types import Day, Partial

metadata = MetaData()


def _text(name: str, *, required: bool = False) -> Column[str]:
    return Column(name, Text, nullable=False, server_default=None if required else "")


def _link(name: str, target: str, *, required: bool = False, index: bool = True) -> Column[int]:
    return Column(name, Integer, ForeignKey(target), nullable=not required, index=index)


def _table(name: str, *parts: Any) -> Table:
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


def _keys() -> tuple[Column[str], Column[str], Column[str]]:
    """What a name is found and sorted by: accentless, exact, and in Vietnamese order."""
    return _text("search", required=True), _text("exact", required=True), _text("sort", required=True)


setting = Table(
    "setting",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("value", Text, nullable=False),
    sqlite_strict=True,
    sqlite_autoincrement=True,
)

unit = _table(
    "unit",
    _text("name", required=True),
    *_keys(),
    _text("kind", required=True),
    _link("parent_id", "unit.id"),
    _text("block"),
    Column("valid_from", Day),
    Column("valid_to", Day),
    _text("note"),
    Index("unit_by_name", "sort", "search"),
    Index("unit_by_exact", "exact"),
)
unit_name = _table(
    "unit_name",
    _link("unit_id", "unit.id", required=True),
    _text("name", required=True),
    *_keys(),
    Column("until", Day),
    Index("unit_name_by_exact", "exact"),
)
succession = _table(
    "succession",
    _link("old_id", "unit.id", required=True),
    _link("new_id", "unit.id"),
    _text("kind", required=True),
    Column("on_day", Day, nullable=False),
    _text("document"),
)

person = _table(
    "person",
    _text("name", required=True),
    *_keys(),
    Column("birth", Partial),
    _text("gender"),
    _text("note"),
    _text("citizen_id"),
    _text("ethnicity"),
    Column("party_member", Integer),
    CheckConstraint("gender IN ('', 'male', 'female')", name="gender_known"),
    Index("person_by_name", "sort", "search"),
    Index("person_by_exact", "exact"),
    Index("person_by_search", "search"),
)
post = _table(
    "post",
    _link("person_id", "person.id", required=True),
    _text("title"),
    _link("unit_id", "unit.id"),
    _text("unit_written"),
    Column("since", Partial),
    Column("until", Partial),
)
household = _table(
    "household",
    _text("name", required=True),
    *_keys(),
    _link("unit_id", "unit.id"),
    _text("address"),
    _text("note"),
    Index("household_by_name", "sort", "search"),
    Index("household_by_exact", "exact"),
)
identity = _table(  # "có phải cùng một người?": asked once, the answer remembered
    "identity",
    _link("person_id", "person.id", required=True),
    _link("other_id", "person.id", required=True),
    _text("answer"),  # "" open, same, different
    CheckConstraint("person_id < other_id", name="pair_in_order"),
    Index("identity_pair", "person_id", "other_id", unique=True),
)

campaign = _table(
    "campaign",
    _text("name", required=True),
    *_keys(),
    _text("form", required=True),
    _text("level", required=True),
    _text("kind", required=True),
    _link("parent_id", "campaign.id"),
    Column("starts", Partial),
    Column("ends", Partial),
    _text("document"),
    _text("note"),
    Index("campaign_by_name", "sort", "search"),
)
campaign_content = _table(
    "campaign_content",
    _link("campaign_id", "campaign.id", required=True),
    Column("place", Integer, nullable=False),
    _text("text", required=True),
)
campaign_unit = _table(
    "campaign_unit",
    _link("campaign_id", "campaign.id", required=True),
    _link("unit_id", "unit.id", required=True),
)
milestone = _table(
    "milestone",
    _link("campaign_id", "campaign.id", required=True),
    _text("kind", required=True),
    Column("on_day", Partial),
    _text("note"),
)
role_model = _table(
    "role_model",
    _link("campaign_id", "campaign.id", required=True),
    _link("person_id", "person.id"),
    _link("unit_id", "unit.id"),
    _link("household_id", "household.id"),
    _text("citation"),
)

award_kind = _table(
    "award_kind",
    Column("code", Text, nullable=False, unique=True),
    _text("name", required=True),
    _text("short"),
    _text("category", required=True),
    _text("group_code"),
    _text("recipients", required=True),  # codes joined by "|"
    _text("levels"),
    Column("annual", Integer, nullable=False, server_default="0"),
    Column("place", Integer, nullable=False, server_default="0"),
    Column("valid_from", Day),
    Column("valid_to", Day),
    Column("retired", Integer, nullable=False, server_default="0"),
    _text("law"),
    _text("status"),
    CheckConstraint("category IN ('title', 'form')", name="title_or_form"),
)
synonym = _table(
    "synonym",
    _link("award_kind_id", "award_kind.id", required=True),
    _text("text", required=True),
)

event = _table(
    "event",
    _text("name", required=True),
    *_keys(),
    Column("held_on", Partial),
    _text("host"),
    _text("place"),
    _link("launched_campaign_id", "campaign.id"),
    _text("note"),
)
delegate = _table(
    "delegate",
    _link("event_id", "event.id", required=True),
    Column("place", Integer, nullable=False),
    _text("name", required=True),
    _text("offices"),  # one a line
)
speech = _table(
    "speech",
    _link("event_id", "event.id", required=True),
    Column("place", Integer, nullable=False),
    _text("speaker"),
    _text("text"),
)

decision = _table(
    "decision",
    _text("number", required=True),
    _text("number_key", required=True),
    _text("search", required=True),
    Column("decided_on", Day, nullable=False),
    _text("level", required=True),
    _text("authority"),
    _text("signer"),
    _text("signer_post"),
    _text("type", required=True),
    Column("year", Integer),
    _link("campaign_id", "campaign.id"),
    _link("event_id", "event.id"),
    Column("stated_persons", Integer),
    Column("stated_collectives", Integer),
    Column("stated_households", Integer),
    Column("stated_total", Integer),
    _text("note"),
    CheckConstraint("decided_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'", name="whole_date"),
    Index("decision_by_day", "decided_on"),
    Index("decision_by_number", "number_key"),
)
award = _table(
    "award",
    _link("decision_id", "decision.id", required=True, index=False),
    Column("place", Integer, nullable=False),
    _link("kind_id", "award_kind.id", required=True, index=False),
    _text("recipient", required=True),
    _link("person_id", "person.id"),
    _link("unit_id", "unit.id", index=False),
    _link("household_id", "household.id"),
    Column("year", Integer, nullable=False),
    _text("name_written", required=True),
    _text("post_written"),
    _text("unit_written"),
    _text("title_written"),
    _text("citation"),
    _link("revoked_by", "decision.id", index=False),
    # One integer for whoever is commended, so that distinct counts are one comparison.
    Column(
        "who",
        Integer,
        Computed(
            "CASE recipient WHEN 'collective' THEN unit_id * 4 WHEN 'household' THEN household_id * 4 + 1 "
            "ELSE person_id * 4 + 2 END",
            persisted=False,
        ),
    ),
    CheckConstraint(
        "(recipient = 'person' AND person_id IS NOT NULL AND household_id IS NULL) OR "
        "(recipient = 'collective' AND unit_id IS NOT NULL AND person_id IS NULL "
        "AND household_id IS NULL) OR "
        "(recipient = 'household' AND household_id IS NOT NULL AND person_id IS NULL)",
        name="one_recipient",
    ),
    # The place comes second, so that lists in the order of the paper need no sorting.
    Index(
        "award_by_decision",
        *("decision_id", "place", "kind_id", "recipient", "year", "who", "unit_id", "revoked_by"),
    ),
    # These two hold all that figures count: an index that lacked a column would be slower than none.
    Index("award_by_year", "year", "unit_id", "kind_id", "who", "revoked_by", "decision_id"),
    Index("award_by_kind", "kind_id", "year"),
    Index("award_by_unit", "unit_id", "year", "kind_id", "who", "revoked_by", "decision_id"),
    # Only revoked awards: of a whole one the planner would believe that few awards are not revoked.
    Index("award_by_revocation", "revoked_by", sqlite_where=Column("revoked_by").is_not(None)),
)
total = _table(
    "total",
    Column("times", Integer, nullable=False),
    _text("awards", required=True),  # catalogue codes joined by "+"
    _text("recipient", required=True),
    _text("level", required=True),
    Column("start", Day, nullable=False),
    Column("end", Day, nullable=False),
    _text("source", required=True),
    _link("event_id", "event.id"),
    _link("unit_id", "unit.id"),
    _link("campaign_id", "campaign.id"),
    _text("type"),
    _text("note"),
    Column("replaced_on", Day),
)
attachment = _table(
    "attachment",
    _link("decision_id", "decision.id"),
    _link("event_id", "event.id"),
    _text("kind", required=True),  # scan, photograph, document
    _text("name", required=True),
    _text("stored", required=True),  # path below the office's folder of papers
    _text("sha256", required=True),
    Column("size", Integer, nullable=False),
)
import_file = _table(
    "import_file",
    _text("name", required=True),
    _text("sha256", required=True),
    _text("form"),
    _text("read_at", required=True),
    Column("rows_read", Integer, nullable=False),
    Column("rows_written", Integer, nullable=False),
    _text("problems"),
    _text("repairs"),  # JSON: old text before and after, by column
    _text("answers"),  # JSON, on the first file of an import: what was asked and answered
)

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
