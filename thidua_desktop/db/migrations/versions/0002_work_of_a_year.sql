CREATE TABLE council (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
uid TEXT NOT NULL,
name TEXT NOT NULL,
level TEXT NOT NULL,
document TEXT DEFAULT '' NOT NULL,
valid_from TEXT,
valid_to TEXT,
note TEXT DEFAULT '' NOT NULL,
UNIQUE (uid)
)
STRICT;

CREATE TABLE submission (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
uid TEXT NOT NULL,
number TEXT DEFAULT '' NOT NULL,
level TEXT NOT NULL,
addressee TEXT DEFAULT '' NOT NULL,
sent_on TEXT NOT NULL,
back_on TEXT,
note TEXT DEFAULT '' NOT NULL,
UNIQUE (uid)
)
STRICT;

CREATE TABLE fund (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
uid TEXT NOT NULL,
year INTEGER NOT NULL,
planned INTEGER NOT NULL,
note TEXT DEFAULT '' NOT NULL,
UNIQUE (uid),
UNIQUE (year)
)
STRICT;

CREATE TABLE local_rule (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
uid TEXT NOT NULL,
code TEXT NOT NULL,
body TEXT NOT NULL,
cite TEXT NOT NULL,
note TEXT DEFAULT '' NOT NULL,
UNIQUE (uid)
)
STRICT;

CREATE TABLE day_off (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
uid TEXT NOT NULL,
on_day TEXT NOT NULL,
name TEXT DEFAULT '' NOT NULL,
UNIQUE (uid),
UNIQUE (on_day)
)
STRICT;

CREATE TABLE whole (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
uid TEXT NOT NULL,
subject TEXT NOT NULL,
first_year INTEGER NOT NULL,
last_year INTEGER NOT NULL,
from_start INTEGER DEFAULT '0' NOT NULL,
note TEXT DEFAULT '' NOT NULL,
CONSTRAINT years_in_order CHECK (first_year <= last_year),
UNIQUE (uid)
)
STRICT;

CREATE TABLE dossier (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
uid TEXT NOT NULL,
number TEXT DEFAULT '' NOT NULL,
submitted_on TEXT,
received_on TEXT NOT NULL,
unit_id INTEGER NOT NULL,
year INTEGER NOT NULL,
type TEXT NOT NULL,
campaign_id INTEGER,
state TEXT NOT NULL,
note TEXT DEFAULT '' NOT NULL,
UNIQUE (uid),
FOREIGN KEY(unit_id) REFERENCES unit (id),
FOREIGN KEY(campaign_id) REFERENCES campaign (id)
)
STRICT;

CREATE TABLE council_member (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
uid TEXT NOT NULL,
council_id INTEGER NOT NULL,
place INTEGER NOT NULL,
name TEXT NOT NULL,
post TEXT DEFAULT '' NOT NULL,
role TEXT NOT NULL,
UNIQUE (uid),
FOREIGN KEY(council_id) REFERENCES council (id)
)
STRICT;

CREATE TABLE meeting (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
uid TEXT NOT NULL,
council_id INTEGER NOT NULL,
held_on TEXT NOT NULL,
place TEXT DEFAULT '' NOT NULL,
members INTEGER NOT NULL,
present INTEGER,
note TEXT DEFAULT '' NOT NULL,
UNIQUE (uid),
FOREIGN KEY(council_id) REFERENCES council (id)
)
STRICT;

CREATE TABLE rating (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
uid TEXT NOT NULL,
recipient TEXT NOT NULL,
person_id INTEGER,
unit_id INTEGER,
year INTEGER NOT NULL,
rating TEXT NOT NULL,
document TEXT DEFAULT '' NOT NULL,
note TEXT DEFAULT '' NOT NULL,
CONSTRAINT person_or_unit CHECK ((recipient = 'person' AND person_id IS NOT NULL) OR (recipient = 'collective' AND unit_id IS NOT NULL AND person_id IS NULL)),
UNIQUE (uid),
FOREIGN KEY(person_id) REFERENCES person (id),
FOREIGN KEY(unit_id) REFERENCES unit (id)
)
STRICT;

CREATE TABLE idea (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
uid TEXT NOT NULL,
name TEXT NOT NULL,
search TEXT NOT NULL,
exact TEXT NOT NULL,
sort TEXT NOT NULL,
kind TEXT NOT NULL,
year INTEGER NOT NULL,
level TEXT NOT NULL,
state TEXT DEFAULT '' NOT NULL,
applied INTEGER,
document TEXT DEFAULT '' NOT NULL,
used_for INTEGER,
used_year INTEGER,
note TEXT DEFAULT '' NOT NULL,
CONSTRAINT initiative_or_research CHECK (kind IN ('initiative', 'research')),
UNIQUE (uid),
FOREIGN KEY(used_for) REFERENCES award_kind (id)
)
STRICT;

CREATE TABLE discipline (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
uid TEXT NOT NULL,
recipient TEXT NOT NULL,
person_id INTEGER,
unit_id INTEGER,
form TEXT NOT NULL,
starts TEXT NOT NULL,
ends TEXT,
document TEXT DEFAULT '' NOT NULL,
note TEXT DEFAULT '' NOT NULL,
CONSTRAINT person_or_unit CHECK ((recipient = 'person' AND person_id IS NOT NULL) OR (recipient = 'collective' AND unit_id IS NOT NULL AND person_id IS NULL)),
UNIQUE (uid),
FOREIGN KEY(person_id) REFERENCES person (id),
FOREIGN KEY(unit_id) REFERENCES unit (id)
)
STRICT;

CREATE TABLE work_year (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
uid TEXT NOT NULL,
person_id INTEGER NOT NULL,
year INTEGER NOT NULL,
months INTEGER,
leave_days INTEGER,
training TEXT DEFAULT '' NOT NULL,
note TEXT DEFAULT '' NOT NULL,
UNIQUE (uid),
FOREIGN KEY(person_id) REFERENCES person (id)
)
STRICT;

CREATE TABLE pledge (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
uid TEXT NOT NULL,
recipient TEXT NOT NULL,
person_id INTEGER,
unit_id INTEGER,
year INTEGER NOT NULL,
kind_id INTEGER NOT NULL,
pledged_on TEXT,
note TEXT DEFAULT '' NOT NULL,
CONSTRAINT person_or_unit CHECK ((recipient = 'person' AND person_id IS NOT NULL) OR (recipient = 'collective' AND unit_id IS NOT NULL AND person_id IS NULL)),
UNIQUE (uid),
FOREIGN KEY(person_id) REFERENCES person (id),
FOREIGN KEY(unit_id) REFERENCES unit (id),
FOREIGN KEY(kind_id) REFERENCES award_kind (id)
)
STRICT;

CREATE TABLE attested (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
uid TEXT NOT NULL,
recipient TEXT NOT NULL,
person_id INTEGER,
unit_id INTEGER,
year INTEGER,
"key" TEXT NOT NULL,
value TEXT NOT NULL,
document TEXT DEFAULT '' NOT NULL,
CONSTRAINT person_or_unit CHECK ((recipient = 'person' AND person_id IS NOT NULL) OR (recipient = 'collective' AND unit_id IS NOT NULL AND person_id IS NULL)),
UNIQUE (uid),
FOREIGN KEY(person_id) REFERENCES person (id),
FOREIGN KEY(unit_id) REFERENCES unit (id)
)
STRICT;

CREATE TABLE dossier_step (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
uid TEXT NOT NULL,
dossier_id INTEGER NOT NULL,
state TEXT NOT NULL,
on_day TEXT NOT NULL,
note TEXT DEFAULT '' NOT NULL,
UNIQUE (uid),
FOREIGN KEY(dossier_id) REFERENCES dossier (id)
)
STRICT;

CREATE TABLE dossier_paper (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
uid TEXT NOT NULL,
dossier_id INTEGER NOT NULL,
place INTEGER NOT NULL,
name TEXT NOT NULL,
cite TEXT DEFAULT '' NOT NULL,
there INTEGER DEFAULT '0' NOT NULL,
note TEXT DEFAULT '' NOT NULL,
UNIQUE (uid),
FOREIGN KEY(dossier_id) REFERENCES dossier (id)
)
STRICT;

CREATE TABLE idea_author (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
uid TEXT NOT NULL,
idea_id INTEGER NOT NULL,
person_id INTEGER NOT NULL,
place INTEGER NOT NULL,
UNIQUE (uid),
FOREIGN KEY(idea_id) REFERENCES idea (id),
FOREIGN KEY(person_id) REFERENCES person (id)
)
STRICT;

CREATE TABLE drafted (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
uid TEXT NOT NULL,
name TEXT NOT NULL,
level TEXT NOT NULL,
authority TEXT DEFAULT '' NOT NULL,
signer TEXT DEFAULT '' NOT NULL,
signer_post TEXT DEFAULT '' NOT NULL,
type TEXT NOT NULL,
year INTEGER NOT NULL,
campaign_id INTEGER,
note TEXT DEFAULT '' NOT NULL,
decision_id INTEGER,
UNIQUE (uid),
FOREIGN KEY(campaign_id) REFERENCES campaign (id),
FOREIGN KEY(decision_id) REFERENCES decision (id)
)
STRICT;

CREATE TABLE nomination (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
uid TEXT NOT NULL,
dossier_id INTEGER NOT NULL,
place INTEGER NOT NULL,
recipient TEXT NOT NULL,
person_id INTEGER,
unit_id INTEGER,
household_id INTEGER,
kind_id INTEGER NOT NULL,
asked_kind_id INTEGER NOT NULL,
name_written TEXT NOT NULL,
post_written TEXT DEFAULT '' NOT NULL,
unit_written TEXT DEFAULT '' NOT NULL,
citation TEXT DEFAULT '' NOT NULL,
standing TEXT DEFAULT '' NOT NULL,
reason TEXT DEFAULT '' NOT NULL,
fits INTEGER,
fits_reason TEXT DEFAULT '' NOT NULL,
drafted_id INTEGER,
award_id INTEGER,
submission_id INTEGER,
result TEXT DEFAULT '' NOT NULL,
result_reason TEXT DEFAULT '' NOT NULL,
CONSTRAINT one_recipient CHECK ((recipient = 'person' AND person_id IS NOT NULL AND household_id IS NULL) OR (recipient = 'collective' AND unit_id IS NOT NULL AND person_id IS NULL AND household_id IS NULL) OR (recipient = 'household' AND household_id IS NOT NULL AND person_id IS NULL)),
UNIQUE (uid),
FOREIGN KEY(dossier_id) REFERENCES dossier (id),
FOREIGN KEY(person_id) REFERENCES person (id),
FOREIGN KEY(unit_id) REFERENCES unit (id),
FOREIGN KEY(household_id) REFERENCES household (id),
FOREIGN KEY(kind_id) REFERENCES award_kind (id),
FOREIGN KEY(asked_kind_id) REFERENCES award_kind (id),
FOREIGN KEY(drafted_id) REFERENCES drafted (id),
FOREIGN KEY(award_id) REFERENCES award (id),
FOREIGN KEY(submission_id) REFERENCES submission (id)
)
STRICT;

CREATE TABLE payment (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
uid TEXT NOT NULL,
award_id INTEGER NOT NULL,
amount INTEGER NOT NULL,
paid_on TEXT,
returned_on TEXT,
document TEXT DEFAULT '' NOT NULL,
note TEXT DEFAULT '' NOT NULL,
UNIQUE (uid),
FOREIGN KEY(award_id) REFERENCES award (id)
)
STRICT;

CREATE TABLE handover (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
uid TEXT NOT NULL,
award_id INTEGER NOT NULL,
on_day TEXT NOT NULL,
event_id INTEGER,
receiver TEXT DEFAULT '' NOT NULL,
note TEXT DEFAULT '' NOT NULL,
UNIQUE (uid),
FOREIGN KEY(award_id) REFERENCES award (id),
FOREIGN KEY(event_id) REFERENCES event (id)
)
STRICT;

CREATE TABLE ballot (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
uid TEXT NOT NULL,
meeting_id INTEGER NOT NULL,
nomination_id INTEGER NOT NULL,
place INTEGER NOT NULL,
yes INTEGER,
no INTEGER,
written_yes INTEGER,
written_no INTEGER,
UNIQUE (uid),
FOREIGN KEY(meeting_id) REFERENCES meeting (id),
FOREIGN KEY(nomination_id) REFERENCES nomination (id)
)
STRICT;

CREATE UNIQUE INDEX ballot_once ON ballot (meeting_id, nomination_id);

CREATE INDEX dossier_by_year ON dossier (year, received_on);

CREATE UNIQUE INDEX handover_once ON handover (award_id);

CREATE INDEX idea_by_year ON idea (year);

CREATE INDEX ix_attested_person_id ON attested (person_id);

CREATE INDEX ix_attested_unit_id ON attested (unit_id);

CREATE INDEX ix_ballot_nomination_id ON ballot (nomination_id);

CREATE INDEX ix_council_member_council_id ON council_member (council_id);

CREATE INDEX ix_discipline_person_id ON discipline (person_id);

CREATE INDEX ix_discipline_unit_id ON discipline (unit_id);

CREATE INDEX ix_dossier_campaign_id ON dossier (campaign_id);

CREATE INDEX ix_dossier_paper_dossier_id ON dossier_paper (dossier_id);

CREATE INDEX ix_dossier_step_dossier_id ON dossier_step (dossier_id);

CREATE INDEX ix_dossier_unit_id ON dossier (unit_id);

CREATE INDEX ix_drafted_campaign_id ON drafted (campaign_id);

CREATE INDEX ix_drafted_decision_id ON drafted (decision_id);

CREATE INDEX ix_handover_event_id ON handover (event_id);

CREATE INDEX ix_idea_author_idea_id ON idea_author (idea_id);

CREATE INDEX ix_idea_author_person_id ON idea_author (person_id);

CREATE INDEX ix_idea_used_for ON idea (used_for);

CREATE INDEX ix_meeting_council_id ON meeting (council_id);

CREATE INDEX ix_nomination_asked_kind_id ON nomination (asked_kind_id);

CREATE INDEX ix_nomination_award_id ON nomination (award_id);

CREATE INDEX ix_nomination_dossier_id ON nomination (dossier_id);

CREATE INDEX ix_nomination_drafted_id ON nomination (drafted_id);

CREATE INDEX ix_nomination_household_id ON nomination (household_id);

CREATE INDEX ix_nomination_kind_id ON nomination (kind_id);

CREATE INDEX ix_nomination_person_id ON nomination (person_id);

CREATE INDEX ix_nomination_submission_id ON nomination (submission_id);

CREATE INDEX ix_nomination_unit_id ON nomination (unit_id);

CREATE INDEX ix_pledge_kind_id ON pledge (kind_id);

CREATE INDEX ix_pledge_person_id ON pledge (person_id);

CREATE INDEX ix_pledge_unit_id ON pledge (unit_id);

CREATE INDEX ix_rating_person_id ON rating (person_id);

CREATE INDEX ix_rating_unit_id ON rating (unit_id);

CREATE UNIQUE INDEX payment_once ON payment (award_id);

CREATE INDEX pledge_by_year ON pledge (year, unit_id, kind_id);

CREATE UNIQUE INDEX rating_of_person ON rating (person_id, year) WHERE person_id IS NOT NULL;

CREATE UNIQUE INDEX rating_of_unit ON rating (unit_id, year) WHERE person_id IS NULL;

CREATE UNIQUE INDEX work_year_of_person ON work_year (person_id, year);
