"""Period statistics: unit × kind × year, times and distinct recipients."""

import sqlite3

from benchmarks.files import raw, reading
from benchmarks.measure import Line, World, compared, in_turn, line, seconds
from thidua_desktop.db import Session
from thidua_desktop.records import counting

BY = ("year", "unit", "award")
SQL = (
    "SELECT year, unit_id, kind_id, count(*), count(DISTINCT who) FROM award "
    "WHERE revoked_by IS NULL GROUP BY year, unit_id, kind_id ORDER BY year, unit_id, kind_id"
)
HALF_YEAR = {"decided_from": "2016-01-01", "decided_to": "2016-06-30"}
ALL_YEARS = {"decided_from": "2000-01-01", "decided_to": "2099-12-31"}


def lines(world: World) -> list[Line]:
    """Ours against the same question put to sqlite3."""
    with reading(world.province) as session, raw(world.province) as connection:
        ours, limit = compared(lambda: count(session), lambda: count_raw(connection), world.rounds)
        half, whole = in_turn(
            [
                lambda: seconds(lambda: count(session, HALF_YEAR)),
                lambda: seconds(lambda: count(session, ALL_YEARS)),
            ],
            world.rounds,
        )
    awards = "1,000,000" if not world.quick else "200,000"
    return [
        line(f"period statistics, unit × kind × year, {awards} awards", ours, limit, "raw sqlite3", 1.5),
        line("a half year of them, by day decided", half, whole, "all years", 0.15),
    ]


def count(session: Session, filters: dict[str, str] | None = None) -> list[counting.Figure]:
    """Count with our own question."""
    return counting.figures(session, BY, filters or {}, decisions=False)


def count_raw(connection: sqlite3.Connection) -> list[object]:
    """Count with the driver alone."""
    return connection.execute(SQL).fetchall()
