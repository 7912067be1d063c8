"""Units, people, campaigns, the catalogue, events, decisions and awards, inherited totals, papers."""

from sqlalchemy import CheckConstraint, Column, Computed, Index, Integer, Table, Text

from thidua_desktop.db.tables.parts import keys, link, metadata, table, text
from thidua_desktop.db.types import Day, Partial

setting = Table(
    "setting",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("value", Text, nullable=False),
    sqlite_strict=True,
    sqlite_autoincrement=True,
)

unit = table(
    "unit",
    text("name", required=True),
    *keys(),
    text("kind", required=True),
    link("parent_id", "unit.id"),
    text("block"),
    Column("valid_from", Day),
    Column("valid_to", Day),
    text("note"),
    Index("unit_by_name", "sort", "search"),
    Index("unit_by_exact", "exact"),
)
unit_name = table(
    "unit_name",
    link("unit_id", "unit.id", required=True),
    text("name", required=True),
    *keys(),
    Column("until", Day),
    Index("unit_name_by_exact", "exact"),
)
succession = table(
    "succession",
    link("old_id", "unit.id", required=True),
    link("new_id", "unit.id"),
    text("kind", required=True),
    Column("on_day", Day, nullable=False),
    text("document"),
)

person = table(
    "person",
    text("name", required=True),
    *keys(),
    Column("birth", Partial),
    text("gender"),
    text("note"),
    text("citizen_id"),
    text("ethnicity"),
    Column("party_member", Integer),
    CheckConstraint("gender IN ('', 'male', 'female')", name="gender_known"),
    Index("person_by_name", "sort", "search"),
    Index("person_by_exact", "exact"),
    Index("person_by_search", "search"),
)
post = table(
    "post",
    link("person_id", "person.id", required=True),
    text("title"),
    link("unit_id", "unit.id"),
    text("unit_written"),
    Column("since", Partial),
    Column("until", Partial),
)
household = table(
    "household",
    text("name", required=True),
    *keys(),
    link("unit_id", "unit.id"),
    text("address"),
    text("note"),
    Index("household_by_name", "sort", "search"),
    Index("household_by_exact", "exact"),
)
identity = table(  # "có phải cùng một người?": asked once, the answer remembered
    "identity",
    link("person_id", "person.id", required=True),
    link("other_id", "person.id", required=True),
    text("answer"),  # "" open, same, different
    CheckConstraint("person_id < other_id", name="pair_in_order"),
    Index("identity_pair", "person_id", "other_id", unique=True),
)

campaign = table(
    "campaign",
    text("name", required=True),
    *keys(),
    text("form", required=True),
    text("level", required=True),
    text("kind", required=True),
    link("parent_id", "campaign.id"),
    Column("starts", Partial),
    Column("ends", Partial),
    text("document"),
    text("note"),
    Index("campaign_by_name", "sort", "search"),
)
campaign_content = table(
    "campaign_content",
    link("campaign_id", "campaign.id", required=True),
    Column("place", Integer, nullable=False),
    text("text", required=True),
)
campaign_unit = table(
    "campaign_unit",
    link("campaign_id", "campaign.id", required=True),
    link("unit_id", "unit.id", required=True),
)
milestone = table(
    "milestone",
    link("campaign_id", "campaign.id", required=True),
    text("kind", required=True),
    Column("on_day", Partial),
    text("note"),
)
role_model = table(
    "role_model",
    link("campaign_id", "campaign.id", required=True),
    link("person_id", "person.id"),
    link("unit_id", "unit.id"),
    link("household_id", "household.id"),
    text("citation"),
)

award_kind = table(
    "award_kind",
    Column("code", Text, nullable=False, unique=True),
    text("name", required=True),
    text("short"),
    text("category", required=True),
    text("group_code"),
    text("recipients", required=True),  # codes joined by "|"
    text("levels"),
    Column("annual", Integer, nullable=False, server_default="0"),
    Column("place", Integer, nullable=False, server_default="0"),
    Column("valid_from", Day),
    Column("valid_to", Day),
    Column("retired", Integer, nullable=False, server_default="0"),
    text("law"),
    text("status"),
    CheckConstraint("category IN ('title', 'form')", name="title_or_form"),
)
synonym = table(
    "synonym",
    link("award_kind_id", "award_kind.id", required=True),
    text("text", required=True),
)

event = table(
    "event",
    text("name", required=True),
    *keys(),
    Column("held_on", Partial),
    text("host"),
    text("place"),
    link("launched_campaign_id", "campaign.id"),
    text("note"),
)
delegate = table(
    "delegate",
    link("event_id", "event.id", required=True),
    Column("place", Integer, nullable=False),
    text("name", required=True),
    text("offices"),  # one a line
)
speech = table(
    "speech",
    link("event_id", "event.id", required=True),
    Column("place", Integer, nullable=False),
    text("speaker"),
    text("text"),
)

decision = table(
    "decision",
    text("number", required=True),
    text("number_key", required=True),
    text("search", required=True),
    Column("decided_on", Day, nullable=False),
    text("level", required=True),
    text("authority"),
    text("signer"),
    text("signer_post"),
    text("type", required=True),
    Column("year", Integer),
    link("campaign_id", "campaign.id"),
    link("event_id", "event.id"),
    Column("stated_persons", Integer),
    Column("stated_collectives", Integer),
    Column("stated_households", Integer),
    Column("stated_total", Integer),
    text("note"),
    CheckConstraint("decided_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'", name="whole_date"),
    Index("decision_by_day", "decided_on"),
    Index("decision_by_number", "number_key"),
)
award = table(
    "award",
    link("decision_id", "decision.id", required=True, index=False),
    Column("place", Integer, nullable=False),
    link("kind_id", "award_kind.id", required=True, index=False),
    text("recipient", required=True),
    link("person_id", "person.id"),
    link("unit_id", "unit.id", index=False),
    link("household_id", "household.id"),
    Column("year", Integer, nullable=False),
    text("name_written", required=True),
    text("post_written"),
    text("unit_written"),
    text("title_written"),
    text("citation"),
    link("revoked_by", "decision.id", index=False),
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
total = table(
    "total",
    Column("times", Integer, nullable=False),
    text("awards", required=True),  # catalogue codes joined by "+"
    text("recipient", required=True),
    text("level", required=True),
    Column("start", Day, nullable=False),
    Column("end", Day, nullable=False),
    text("source", required=True),
    link("event_id", "event.id"),
    link("unit_id", "unit.id"),
    link("campaign_id", "campaign.id"),
    text("type"),
    text("note"),
    Column("replaced_on", Day),
)
attachment = table(
    "attachment",
    link("decision_id", "decision.id"),
    link("event_id", "event.id"),
    text("kind", required=True),  # scan, photograph, document
    text("name", required=True),
    text("stored", required=True),  # path below the office's folder of papers
    text("sha256", required=True),
    Column("size", Integer, nullable=False),
)
import_file = table(
    "import_file",
    text("name", required=True),
    text("sha256", required=True),
    text("form"),
    text("read_at", required=True),
    Column("rows_read", Integer, nullable=False),
    Column("rows_written", Integer, nullable=False),
    text("problems"),
    text("repairs"),  # JSON: old text before and after, by column
    text("answers"),  # JSON, on the first file of an import: what was asked and answered
)
