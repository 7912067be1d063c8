CREATE TABLE setting (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
"key" TEXT NOT NULL,
value TEXT NOT NULL,
UNIQUE ("key")
)
STRICT;

CREATE TABLE unit (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
uid TEXT NOT NULL,
name TEXT NOT NULL,
search TEXT NOT NULL,
exact TEXT NOT NULL,
sort TEXT NOT NULL,
kind TEXT NOT NULL,
parent_id INTEGER,
block TEXT DEFAULT '' NOT NULL,
valid_from TEXT,
valid_to TEXT,
note TEXT DEFAULT '' NOT NULL,
UNIQUE (uid),
FOREIGN KEY(parent_id) REFERENCES unit (id)
)
STRICT;

CREATE TABLE person (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
uid TEXT NOT NULL,
name TEXT NOT NULL,
search TEXT NOT NULL,
exact TEXT NOT NULL,
sort TEXT NOT NULL,
birth TEXT,
gender TEXT DEFAULT '' NOT NULL,
note TEXT DEFAULT '' NOT NULL,
citizen_id TEXT DEFAULT '' NOT NULL,
ethnicity TEXT DEFAULT '' NOT NULL,
party_member INTEGER,
CONSTRAINT gender_known CHECK (gender IN ('', 'male', 'female')),
UNIQUE (uid)
)
STRICT;

CREATE TABLE campaign (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
uid TEXT NOT NULL,
name TEXT NOT NULL,
search TEXT NOT NULL,
exact TEXT NOT NULL,
sort TEXT NOT NULL,
form TEXT NOT NULL,
level TEXT NOT NULL,
kind TEXT NOT NULL,
parent_id INTEGER,
starts TEXT,
ends TEXT,
document TEXT DEFAULT '' NOT NULL,
note TEXT DEFAULT '' NOT NULL,
UNIQUE (uid),
FOREIGN KEY(parent_id) REFERENCES campaign (id)
)
STRICT;

CREATE TABLE award_kind (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
uid TEXT NOT NULL,
code TEXT NOT NULL,
name TEXT NOT NULL,
short TEXT DEFAULT '' NOT NULL,
category TEXT NOT NULL,
group_code TEXT DEFAULT '' NOT NULL,
recipients TEXT NOT NULL,
levels TEXT DEFAULT '' NOT NULL,
annual INTEGER DEFAULT '0' NOT NULL,
place INTEGER DEFAULT '0' NOT NULL,
valid_from TEXT,
valid_to TEXT,
retired INTEGER DEFAULT '0' NOT NULL,
law TEXT DEFAULT '' NOT NULL,
status TEXT DEFAULT '' NOT NULL,
CONSTRAINT title_or_form CHECK (category IN ('title', 'form')),
UNIQUE (uid),
UNIQUE (code)
)
STRICT;

CREATE TABLE import_file (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
uid TEXT NOT NULL,
name TEXT NOT NULL,
sha256 TEXT NOT NULL,
form TEXT DEFAULT '' NOT NULL,
read_at TEXT NOT NULL,
rows_read INTEGER NOT NULL,
rows_written INTEGER NOT NULL,
problems TEXT DEFAULT '' NOT NULL,
repairs TEXT DEFAULT '' NOT NULL,
answers TEXT DEFAULT '' NOT NULL,
UNIQUE (uid)
)
STRICT;

CREATE TABLE action (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
name TEXT NOT NULL,
at TEXT NOT NULL,
state TEXT NOT NULL
)
STRICT;

CREATE TABLE unit_name (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
uid TEXT NOT NULL,
unit_id INTEGER NOT NULL,
name TEXT NOT NULL,
search TEXT NOT NULL,
exact TEXT NOT NULL,
sort TEXT NOT NULL,
until TEXT,
UNIQUE (uid),
FOREIGN KEY(unit_id) REFERENCES unit (id)
)
STRICT;

CREATE TABLE succession (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
uid TEXT NOT NULL,
old_id INTEGER NOT NULL,
new_id INTEGER,
kind TEXT NOT NULL,
on_day TEXT NOT NULL,
document TEXT DEFAULT '' NOT NULL,
UNIQUE (uid),
FOREIGN KEY(old_id) REFERENCES unit (id),
FOREIGN KEY(new_id) REFERENCES unit (id)
)
STRICT;

CREATE TABLE post (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
uid TEXT NOT NULL,
person_id INTEGER NOT NULL,
title TEXT DEFAULT '' NOT NULL,
unit_id INTEGER,
unit_written TEXT DEFAULT '' NOT NULL,
since TEXT,
until TEXT,
UNIQUE (uid),
FOREIGN KEY(person_id) REFERENCES person (id),
FOREIGN KEY(unit_id) REFERENCES unit (id)
)
STRICT;

CREATE TABLE household (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
uid TEXT NOT NULL,
name TEXT NOT NULL,
search TEXT NOT NULL,
exact TEXT NOT NULL,
sort TEXT NOT NULL,
unit_id INTEGER,
address TEXT DEFAULT '' NOT NULL,
note TEXT DEFAULT '' NOT NULL,
UNIQUE (uid),
FOREIGN KEY(unit_id) REFERENCES unit (id)
)
STRICT;

CREATE TABLE identity (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
uid TEXT NOT NULL,
person_id INTEGER NOT NULL,
other_id INTEGER NOT NULL,
answer TEXT DEFAULT '' NOT NULL,
CONSTRAINT pair_in_order CHECK (person_id < other_id),
UNIQUE (uid),
FOREIGN KEY(person_id) REFERENCES person (id),
FOREIGN KEY(other_id) REFERENCES person (id)
)
STRICT;

CREATE TABLE campaign_content (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
uid TEXT NOT NULL,
campaign_id INTEGER NOT NULL,
place INTEGER NOT NULL,
text TEXT NOT NULL,
UNIQUE (uid),
FOREIGN KEY(campaign_id) REFERENCES campaign (id)
)
STRICT;

CREATE TABLE campaign_unit (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
uid TEXT NOT NULL,
campaign_id INTEGER NOT NULL,
unit_id INTEGER NOT NULL,
UNIQUE (uid),
FOREIGN KEY(campaign_id) REFERENCES campaign (id),
FOREIGN KEY(unit_id) REFERENCES unit (id)
)
STRICT;

CREATE TABLE milestone (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
uid TEXT NOT NULL,
campaign_id INTEGER NOT NULL,
kind TEXT NOT NULL,
on_day TEXT,
note TEXT DEFAULT '' NOT NULL,
UNIQUE (uid),
FOREIGN KEY(campaign_id) REFERENCES campaign (id)
)
STRICT;

CREATE TABLE synonym (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
uid TEXT NOT NULL,
award_kind_id INTEGER NOT NULL,
text TEXT NOT NULL,
UNIQUE (uid),
FOREIGN KEY(award_kind_id) REFERENCES award_kind (id)
)
STRICT;

CREATE TABLE event (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
uid TEXT NOT NULL,
name TEXT NOT NULL,
search TEXT NOT NULL,
exact TEXT NOT NULL,
sort TEXT NOT NULL,
held_on TEXT,
host TEXT DEFAULT '' NOT NULL,
place TEXT DEFAULT '' NOT NULL,
launched_campaign_id INTEGER,
note TEXT DEFAULT '' NOT NULL,
UNIQUE (uid),
FOREIGN KEY(launched_campaign_id) REFERENCES campaign (id)
)
STRICT;

CREATE TABLE change (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
action_id INTEGER NOT NULL,
kind TEXT NOT NULL,
subject TEXT NOT NULL,
first_id INTEGER NOT NULL,
last_id INTEGER NOT NULL,
"before" TEXT,
"after" TEXT,
FOREIGN KEY(action_id) REFERENCES action (id)
)
STRICT;

CREATE TABLE role_model (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
uid TEXT NOT NULL,
campaign_id INTEGER NOT NULL,
person_id INTEGER,
unit_id INTEGER,
household_id INTEGER,
citation TEXT DEFAULT '' NOT NULL,
UNIQUE (uid),
FOREIGN KEY(campaign_id) REFERENCES campaign (id),
FOREIGN KEY(person_id) REFERENCES person (id),
FOREIGN KEY(unit_id) REFERENCES unit (id),
FOREIGN KEY(household_id) REFERENCES household (id)
)
STRICT;

CREATE TABLE delegate (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
uid TEXT NOT NULL,
event_id INTEGER NOT NULL,
place INTEGER NOT NULL,
name TEXT NOT NULL,
offices TEXT DEFAULT '' NOT NULL,
UNIQUE (uid),
FOREIGN KEY(event_id) REFERENCES event (id)
)
STRICT;

CREATE TABLE speech (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
uid TEXT NOT NULL,
event_id INTEGER NOT NULL,
place INTEGER NOT NULL,
speaker TEXT DEFAULT '' NOT NULL,
text TEXT DEFAULT '' NOT NULL,
UNIQUE (uid),
FOREIGN KEY(event_id) REFERENCES event (id)
)
STRICT;

CREATE TABLE decision (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
uid TEXT NOT NULL,
number TEXT NOT NULL,
number_key TEXT NOT NULL,
search TEXT NOT NULL,
decided_on TEXT NOT NULL,
level TEXT NOT NULL,
authority TEXT DEFAULT '' NOT NULL,
signer TEXT DEFAULT '' NOT NULL,
signer_post TEXT DEFAULT '' NOT NULL,
type TEXT NOT NULL,
year INTEGER,
campaign_id INTEGER,
event_id INTEGER,
stated_persons INTEGER,
stated_collectives INTEGER,
stated_households INTEGER,
stated_total INTEGER,
note TEXT DEFAULT '' NOT NULL,
CONSTRAINT whole_date CHECK (decided_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
UNIQUE (uid),
FOREIGN KEY(campaign_id) REFERENCES campaign (id),
FOREIGN KEY(event_id) REFERENCES event (id)
)
STRICT;

CREATE TABLE total (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
uid TEXT NOT NULL,
times INTEGER NOT NULL,
awards TEXT NOT NULL,
recipient TEXT NOT NULL,
level TEXT NOT NULL,
start TEXT NOT NULL,
"end" TEXT NOT NULL,
source TEXT NOT NULL,
event_id INTEGER,
unit_id INTEGER,
campaign_id INTEGER,
type TEXT DEFAULT '' NOT NULL,
note TEXT DEFAULT '' NOT NULL,
replaced_on TEXT,
UNIQUE (uid),
FOREIGN KEY(event_id) REFERENCES event (id),
FOREIGN KEY(unit_id) REFERENCES unit (id),
FOREIGN KEY(campaign_id) REFERENCES campaign (id)
)
STRICT;

CREATE TABLE award (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
uid TEXT NOT NULL,
decision_id INTEGER NOT NULL,
place INTEGER NOT NULL,
kind_id INTEGER NOT NULL,
recipient TEXT NOT NULL,
person_id INTEGER,
unit_id INTEGER,
household_id INTEGER,
year INTEGER NOT NULL,
name_written TEXT NOT NULL,
post_written TEXT DEFAULT '' NOT NULL,
unit_written TEXT DEFAULT '' NOT NULL,
title_written TEXT DEFAULT '' NOT NULL,
citation TEXT DEFAULT '' NOT NULL,
revoked_by INTEGER,
who INTEGER GENERATED ALWAYS AS (CASE recipient WHEN 'collective' THEN unit_id * 4 WHEN 'household' THEN household_id * 4 + 1 ELSE person_id * 4 + 2 END) VIRTUAL,
CONSTRAINT one_recipient CHECK ((recipient = 'person' AND person_id IS NOT NULL AND household_id IS NULL) OR (recipient = 'collective' AND unit_id IS NOT NULL AND person_id IS NULL AND household_id IS NULL) OR (recipient = 'household' AND household_id IS NOT NULL AND person_id IS NULL)),
UNIQUE (uid),
FOREIGN KEY(decision_id) REFERENCES decision (id),
FOREIGN KEY(kind_id) REFERENCES award_kind (id),
FOREIGN KEY(person_id) REFERENCES person (id),
FOREIGN KEY(unit_id) REFERENCES unit (id),
FOREIGN KEY(household_id) REFERENCES household (id),
FOREIGN KEY(revoked_by) REFERENCES decision (id)
)
STRICT;

CREATE TABLE attachment (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
uid TEXT NOT NULL,
decision_id INTEGER,
event_id INTEGER,
kind TEXT NOT NULL,
name TEXT NOT NULL,
stored TEXT NOT NULL,
sha256 TEXT NOT NULL,
size INTEGER NOT NULL,
UNIQUE (uid),
FOREIGN KEY(decision_id) REFERENCES decision (id),
FOREIGN KEY(event_id) REFERENCES event (id)
)
STRICT;

CREATE INDEX award_by_decision ON award (decision_id, place, kind_id, recipient, year, who, unit_id, revoked_by);

CREATE INDEX award_by_kind ON award (kind_id, year);

CREATE INDEX award_by_revocation ON award (revoked_by) WHERE revoked_by IS NOT NULL;

CREATE INDEX award_by_unit ON award (unit_id, year, kind_id, who, revoked_by, decision_id);

CREATE INDEX award_by_year ON award (year, unit_id, kind_id, who, revoked_by, decision_id);

CREATE INDEX campaign_by_name ON campaign (sort, search);

CREATE INDEX change_by_subject ON change (subject, first_id, last_id);

CREATE INDEX decision_by_day ON decision (decided_on);

CREATE INDEX decision_by_number ON decision (number_key);

CREATE INDEX household_by_exact ON household (exact);

CREATE INDEX household_by_name ON household (sort, search);

CREATE UNIQUE INDEX identity_pair ON identity (person_id, other_id);

CREATE INDEX ix_attachment_decision_id ON attachment (decision_id);

CREATE INDEX ix_attachment_event_id ON attachment (event_id);

CREATE INDEX ix_award_household_id ON award (household_id);

CREATE INDEX ix_award_person_id ON award (person_id);

CREATE INDEX ix_campaign_content_campaign_id ON campaign_content (campaign_id);

CREATE INDEX ix_campaign_parent_id ON campaign (parent_id);

CREATE INDEX ix_campaign_unit_campaign_id ON campaign_unit (campaign_id);

CREATE INDEX ix_campaign_unit_unit_id ON campaign_unit (unit_id);

CREATE INDEX ix_change_action_id ON change (action_id);

CREATE INDEX ix_decision_campaign_id ON decision (campaign_id);

CREATE INDEX ix_decision_event_id ON decision (event_id);

CREATE INDEX ix_delegate_event_id ON delegate (event_id);

CREATE INDEX ix_event_launched_campaign_id ON event (launched_campaign_id);

CREATE INDEX ix_household_unit_id ON household (unit_id);

CREATE INDEX ix_identity_other_id ON identity (other_id);

CREATE INDEX ix_identity_person_id ON identity (person_id);

CREATE INDEX ix_milestone_campaign_id ON milestone (campaign_id);

CREATE INDEX ix_post_person_id ON post (person_id);

CREATE INDEX ix_post_unit_id ON post (unit_id);

CREATE INDEX ix_role_model_campaign_id ON role_model (campaign_id);

CREATE INDEX ix_role_model_household_id ON role_model (household_id);

CREATE INDEX ix_role_model_person_id ON role_model (person_id);

CREATE INDEX ix_role_model_unit_id ON role_model (unit_id);

CREATE INDEX ix_speech_event_id ON speech (event_id);

CREATE INDEX ix_succession_new_id ON succession (new_id);

CREATE INDEX ix_succession_old_id ON succession (old_id);

CREATE INDEX ix_synonym_award_kind_id ON synonym (award_kind_id);

CREATE INDEX ix_total_campaign_id ON total (campaign_id);

CREATE INDEX ix_total_event_id ON total (event_id);

CREATE INDEX ix_total_unit_id ON total (unit_id);

CREATE INDEX ix_unit_name_unit_id ON unit_name (unit_id);

CREATE INDEX ix_unit_parent_id ON unit (parent_id);

CREATE INDEX person_by_exact ON person (exact);

CREATE INDEX person_by_name ON person (sort, search);

CREATE INDEX person_by_search ON person (search);

CREATE INDEX unit_by_exact ON unit (exact);

CREATE INDEX unit_by_name ON unit (sort, search);

CREATE INDEX unit_name_by_exact ON unit_name (exact);
