"""Who may be proposed for what: everybody of a district for every award the law of the day knows."""

import random
from datetime import date
from pathlib import Path
from uuid import UUID

from benchmarks.files import fresh, raw, reading
from benchmarks.measure import Line, World, in_turn, line, seconds, told
from thidua_desktop.db import Session
from thidua_desktop.domain.law.card import Law
from thidua_desktop.domain.law.rules_file import load_rules
from thidua_desktop.services import eligibility

YEAR, DAY = 2024, date(2025, 3, 1)
YEARS_ENTERED = 6
WAITED = 2.0  # seconds one waits for a list of everybody


def lines(world: World) -> list[Line]:
    """Everybody against what one waits for, and the cards for one award, explained."""
    law = rules()
    entered = with_years(world)
    with reading(world.district) as session, reading(entered) as whole:
        everyone, more = in_turn(
            [lambda: seconds(lambda: judge(session, law)), lambda: seconds(lambda: judge(whole, law))],
            world.few_rounds,
        )
        explained = in_turn([lambda: seconds(lambda: explain(whole, law))], world.few_rounds)[0]
        found = judge(session, law)
    what = f"cards, {len(found):,} people × {len(found[0].verdicts)} awards"
    return [
        line(what, everyone, WAITED, "one waits", 1),
        line(
            f"the same, {YEARS_ENTERED} years of everybody's ratings entered too",
            more,
            WAITED,
            "one waits",
            1,
        ),
        Line("the same for one award, each card with its reasons", told(explained), "–"),
    ]


def rules() -> Law:
    """The law shipped with the program."""
    return Law(load_rules(Path(__file__).resolve().parent.parent / "resources"))


def judge(session: Session, law: Law) -> list[eligibility.Prospect]:
    """Read what is known of everybody and judge it."""
    return eligibility.prospects(session, law, "person", YEAR, DAY)


def explain(session: Session, law: Law) -> list[eligibility.Candidate]:
    """Make the cards for one award."""
    return eligibility.eligible(session, law, "DH_CSTD_CS", YEAR, DAY)


def with_years(world: World) -> Path:
    """A copy of the district with ratings, months and kinds of everybody, initiatives of one in five."""
    path = fresh(world.district, world.folder, "years.thidua")
    chance = random.Random(6)
    with raw(path) as db:
        people = [one for (one,) in db.execute("SELECT id FROM person ORDER BY id")]
        ratings, ideas = [], []
        for person in people:
            for year in range(YEAR - YEARS_ENTERED + 1, YEAR + 1):
                rating = chance.choices(["HT", "HTT", "HTXS"], [1, 6, 3])[0]
                ratings.append((UUID(int=len(ratings) + 1).hex, person, year, rating))
                if chance.random() < 0.2:
                    ideas.append((UUID(int=len(ideas) + 1).hex, person, year))
        db.execute("BEGIN")
        db.executemany(
            "INSERT INTO rating (uid, recipient, person_id, year, rating) VALUES (?, 'person', ?, ?, ?)",
            ratings,
        )
        db.executemany(
            "INSERT INTO work_year (uid, person_id, year, months) VALUES (?, ?, ?, 12)",
            [(UUID(int=person).hex, person, YEAR) for person in people],
        )
        db.executemany(
            "INSERT INTO attested (uid, recipient, person_id, key, value) "
            "VALUES (?, 'person', ?, 'kind', 'cbccvc')",
            [(UUID(int=person).hex, person) for person in people],
        )
        for uid, person, year in ideas:
            db.execute(
                "INSERT INTO idea (uid, name, search, exact, sort, kind, year, level) "
                "VALUES (?, 'A', 'a', 'a', 'a', 'initiative', ?, 'co_so')",
                (uid, year),
            )
            db.execute(
                "INSERT INTO idea_author (uid, idea_id, person_id, place) "
                "VALUES (?, last_insert_rowid(), ?, 0)",
                (uid, person),
            )
        db.execute("COMMIT")
    return path
