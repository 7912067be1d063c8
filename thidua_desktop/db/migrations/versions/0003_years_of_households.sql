CREATE TABLE meeting (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
uid TEXT NOT NULL,
council_id INTEGER NOT NULL,
held_on TEXT NOT NULL,
place TEXT DEFAULT '' NOT NULL,
members INTEGER NOT NULL,
present INTEGER,
absent TEXT DEFAULT '' NOT NULL,
note TEXT DEFAULT '' NOT NULL,
UNIQUE (uid),
FOREIGN KEY(council_id) REFERENCES council (id)
)
STRICT;

CREATE TABLE pledge (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
uid TEXT NOT NULL,
recipient TEXT NOT NULL,
person_id INTEGER,
unit_id INTEGER,
household_id INTEGER,
year INTEGER NOT NULL,
kind_id INTEGER NOT NULL,
pledged_on TEXT,
note TEXT DEFAULT '' NOT NULL,
CONSTRAINT any_recipient CHECK ((recipient = 'person' AND person_id IS NOT NULL AND household_id IS NULL) OR (recipient = 'household' AND household_id IS NOT NULL AND person_id IS NULL) OR (recipient = 'collective' AND unit_id IS NOT NULL AND person_id IS NULL AND household_id IS NULL)),
UNIQUE (uid),
FOREIGN KEY(person_id) REFERENCES person (id),
FOREIGN KEY(unit_id) REFERENCES unit (id),
FOREIGN KEY(household_id) REFERENCES household (id),
FOREIGN KEY(kind_id) REFERENCES award_kind (id)
)
STRICT;

CREATE TABLE attested (
id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
uid TEXT NOT NULL,
recipient TEXT NOT NULL,
person_id INTEGER,
unit_id INTEGER,
household_id INTEGER,
year INTEGER,
"key" TEXT NOT NULL,
value TEXT NOT NULL,
document TEXT DEFAULT '' NOT NULL,
CONSTRAINT any_recipient CHECK ((recipient = 'person' AND person_id IS NOT NULL AND household_id IS NULL) OR (recipient = 'household' AND household_id IS NOT NULL AND person_id IS NULL) OR (recipient = 'collective' AND unit_id IS NOT NULL AND person_id IS NULL AND household_id IS NULL)),
UNIQUE (uid),
FOREIGN KEY(person_id) REFERENCES person (id),
FOREIGN KEY(unit_id) REFERENCES unit (id),
FOREIGN KEY(household_id) REFERENCES household (id)
)
STRICT;

CREATE INDEX ix_attested_household_id ON attested (household_id);

CREATE INDEX ix_pledge_household_id ON pledge (household_id);
