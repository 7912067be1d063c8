"""What taking in lists costs the database, against the same rows by executemany into the same indexes."""

import random
import sqlite3
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from benchmarks import offices
from benchmarks.files import fresh, raw
from benchmarks.measure import Line, World, in_turn, line, seconds
from thidua_desktop.db import Session
from thidua_desktop.db.engine import open_engine
from thidua_desktop.domain.decision import AwardDraft, DecisionDraft
from thidua_desktop.services.decisions import register_many

ROWS = 100_000
A_DECISION = 200


def lines(world: World) -> list[Line]:
    """A hundred thousand rows, a fifth of them of people the office does not know."""
    count = world.rows(ROWS)
    ours, limit = in_turn(
        [lambda: registered(world.district, world.folder, count), lambda: inserted(world, count)],
        world.few_rounds,
    )
    return [line(f"import, database part, {count:,} rows", ours, limit, "executemany, same indexes", 4)]


def registered(path: Path, folder: Path, count: int) -> float:
    """Seconds to register drafts read from lists, committed."""
    drafts = decisions(path, count)
    target = fresh(path, folder, "importing.thidua")
    engine = open_engine(target)

    def work() -> None:
        with engine.connect().execution_options(writes=True) as connection, connection.begin():
            register_many(Session(connection, "Nhập"), drafts)

    taken = seconds(work)
    engine.dispose()
    return taken


def inserted(world: World, count: int) -> float:
    """Seconds to insert what `registered` left behind, committed."""
    after = world.folder / "importing.thidua"
    target = fresh(world.district, world.folder, "inserting.thidua")
    with raw(after) as kept, raw(target) as connection:
        tables = ("unit", "person", "post", "identity", "decision", "award")
        inserts = [_of(kept, connection, table) for table in tables]
        assert sum(len(rows) for _, rows in inserts) > count

        def work() -> None:
            connection.execute("BEGIN IMMEDIATE")
            for statement, rows in inserts:
                connection.executemany(statement, rows)
            connection.execute("COMMIT")

        return seconds(work)


def _of(
    kept: sqlite3.Connection, target: sqlite3.Connection, table: str
) -> tuple[str, list[tuple[object, ...]]]:
    columns = [row[1] for row in kept.execute(f"PRAGMA table_info({table})")]
    last = target.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()[0]
    rows = kept.execute(f"SELECT {', '.join(columns)} FROM {table} WHERE id > ?", (last,)).fetchall()
    marks = ", ".join("?" * len(columns))
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows


def decisions(path: Path, count: int) -> list[DecisionDraft]:
    """Drafts as intake makes them: names, posts and units in words."""
    chance = random.Random(7)
    with raw(path) as connection:
        known = connection.execute(
            "SELECT person.name, post.title, unit.name FROM person JOIN post ON post.person_id = person.id "
            "JOIN unit ON unit.id = post.unit_id ORDER BY person.id"
        ).fetchall()
    return [
        DecisionDraft(
            number=f"N{place}/QĐ-UBND",
            decided_on=date(2021, 1, 4) + timedelta(days=place % 300),
            level="district",
            type="merit",
            year=2020,
            awards=tuple(_award(known, chance) for _ in range(A_DECISION)),
        )
        for place in range(count // A_DECISION)
    ]


def _award(known: list[tuple[str, str, str]], chance: random.Random) -> AwardDraft:
    name, post, unit = chance.choice(known)
    if chance.random() < 0.2:
        name = offices.name(chance.randrange(1_000_000))
    return AwardDraft(award="DH_LDTT", recipient="person", name=name, post=post, unit_written=unit)


def growing(path: Path, folder: Path) -> Callable[[int], float]:
    """Seconds for so many rows."""
    return lambda count: registered(path, folder, count)
