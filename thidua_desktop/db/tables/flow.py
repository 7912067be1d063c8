"""From dossier to decision: nominations, papers, councils, ballots, drafts, submissions, money."""

from sqlalchemy import CheckConstraint, Column, Index, Integer

from thidua_desktop.db.tables.parts import link, table, text
from thidua_desktop.db.types import Day

dossier = table(
    "dossier",
    text("number"),
    Column("submitted_on", Day),
    Column("received_on", Day, nullable=False),
    link("unit_id", "unit.id", required=True),
    Column("year", Integer, nullable=False),
    text("type", required=True),
    link("campaign_id", "campaign.id"),
    text("state", required=True),
    text("note"),
    Index("dossier_by_year", "year", "received_on"),
)
dossier_step = table(
    "dossier_step",
    link("dossier_id", "dossier.id", required=True),
    text("state", required=True),
    Column("on_day", Day, nullable=False),
    text("note"),
)
dossier_paper = table(
    "dossier_paper",
    link("dossier_id", "dossier.id", required=True),
    Column("place", Integer, nullable=False),
    text("name", required=True),
    text("cite"),
    Column("there", Integer, nullable=False, server_default="0"),
    text("note"),
)
council = table(
    "council",
    text("name", required=True),
    text("level", required=True),
    text("document"),
    Column("valid_from", Day),
    Column("valid_to", Day),
    text("note"),
)
council_member = table(
    "council_member",
    link("council_id", "council.id", required=True),
    Column("place", Integer, nullable=False),
    text("name", required=True),
    text("post"),
    text("role", required=True),
)
meeting = table(
    "meeting",
    link("council_id", "council.id", required=True),
    Column("held_on", Day, nullable=False),
    text("place"),
    Column("members", Integer, nullable=False),
    Column("present", Integer),
    text("absent"),  # in words of the day, one a line: members come and go
    text("note"),
)
drafted = table(  # a decision not yet signed: no award comes of it before
    "drafted",
    text("name", required=True),
    text("level", required=True),
    text("authority"),
    text("signer"),
    text("signer_post"),
    text("type", required=True),
    Column("year", Integer, nullable=False),
    link("campaign_id", "campaign.id"),
    text("note"),
    link("decision_id", "decision.id"),
)
submission = table(
    "submission",
    text("number"),
    text("level", required=True),
    text("addressee"),
    Column("sent_on", Day, nullable=False),
    Column("back_on", Day),
    text("note"),
)
nomination = table(
    "nomination",
    link("dossier_id", "dossier.id", required=True),
    Column("place", Integer, nullable=False),
    text("recipient", required=True),
    link("person_id", "person.id"),
    link("unit_id", "unit.id"),
    link("household_id", "household.id"),
    link("kind_id", "award_kind.id", required=True),
    link("asked_kind_id", "award_kind.id", required=True),
    text("name_written", required=True),
    text("post_written"),
    text("unit_written"),
    text("citation"),
    text("standing"),  # "", kept, raised, lowered, rejected
    text("reason"),
    Column("fits", Integer),  # the officer's own decision over the card
    text("fits_reason"),
    link("drafted_id", "drafted.id"),
    link("award_id", "award.id"),
    link("submission_id", "submission.id"),
    text("result"),  # of a submission: "", granted, refused
    text("result_reason"),
    CheckConstraint(
        "(recipient = 'person' AND person_id IS NOT NULL AND household_id IS NULL) OR "
        "(recipient = 'collective' AND unit_id IS NOT NULL AND person_id IS NULL "
        "AND household_id IS NULL) OR "
        "(recipient = 'household' AND household_id IS NOT NULL AND person_id IS NULL)",
        name="one_recipient",
    ),
)
ballot = table(
    "ballot",
    link("meeting_id", "meeting.id", required=True, index=False),
    link("nomination_id", "nomination.id", required=True),
    Column("place", Integer, nullable=False),
    Column("yes", Integer),
    Column("no", Integer),
    Column("written_yes", Integer),
    Column("written_no", Integer),
    Index("ballot_once", "meeting_id", "nomination_id", unique=True),
)
payment = table(
    "payment",
    link("award_id", "award.id", required=True, index=False),
    Column("amount", Integer, nullable=False),
    Column("paid_on", Day),
    Column("returned_on", Day),
    text("document"),
    text("note"),
    Index("payment_once", "award_id", unique=True),
)
artefact = table(  # what went with a revoked award came back
    "artefact",
    link("award_id", "award.id", required=True, index=False),
    Column("on_day", Day, nullable=False),
    text("note"),
    Index("artefact_once", "award_id", unique=True),
)
fund = table(
    "fund",
    Column("year", Integer, nullable=False, unique=True),
    Column("planned", Integer, nullable=False),
    text("note"),
)
handover = table(
    "handover",
    link("award_id", "award.id", required=True, index=False),
    Column("on_day", Day, nullable=False),
    link("event_id", "event.id"),
    text("receiver"),
    text("note"),
    Index("handover_once", "award_id", unique=True),
)
local_rule = table(
    "local_rule",
    text("code", required=True),
    text("body", required=True),  # JSON in the shape of the rules' own entries
    text("cite", required=True),
    text("note"),
)
day_off = table(
    "day_off",
    Column("on_day", Day, nullable=False, unique=True),
    text("name"),
)
