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

CREATE INDEX idea_by_year ON idea (year);

CREATE INDEX ix_attested_person_id ON attested (person_id);

CREATE INDEX ix_attested_unit_id ON attested (unit_id);

CREATE INDEX ix_discipline_person_id ON discipline (person_id);

CREATE INDEX ix_discipline_unit_id ON discipline (unit_id);

CREATE INDEX ix_idea_author_idea_id ON idea_author (idea_id);

CREATE INDEX ix_idea_author_person_id ON idea_author (person_id);

CREATE INDEX ix_idea_used_for ON idea (used_for);

CREATE INDEX ix_pledge_kind_id ON pledge (kind_id);

CREATE INDEX ix_pledge_person_id ON pledge (person_id);

CREATE INDEX ix_pledge_unit_id ON pledge (unit_id);

CREATE INDEX ix_rating_person_id ON rating (person_id);

CREATE INDEX ix_rating_unit_id ON rating (unit_id);

CREATE INDEX pledge_by_year ON pledge (year, unit_id, kind_id);

CREATE UNIQUE INDEX rating_of_person ON rating (person_id, year) WHERE person_id IS NOT NULL;

CREATE UNIQUE INDEX rating_of_unit ON rating (unit_id, year) WHERE person_id IS NULL;

CREATE UNIQUE INDEX work_year_of_person ON work_year (person_id, year);
