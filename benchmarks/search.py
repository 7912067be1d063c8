"""What each keystroke costs: people by name, and awards through the people."""

import sqlite3
from collections.abc import Callable, Iterable
from functools import partial

from benchmarks import offices
from benchmarks.files import raw, reading
from benchmarks.measure import Line, World, compared, line, share
from thidua_desktop.db import Session
from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.records import awards, people
from thidua_desktop.records.query import ListQuery

SCAN = "SELECT id FROM person INDEXED BY person_by_name WHERE instr(search, ?) > 0 ORDER BY sort, search, id"


def lines(world: World) -> list[Line]:
    """Ours against a scan of the covering index, keystroke by keystroke."""
    with reading(world.province) as session, raw(world.province) as connection:

        def scan(typed: str) -> object:
            return connection.execute(SCAN, (fold(typed),)).fetchall()

        def of_people(typed: str) -> object:
            return people.ids(session, ListQuery(search=typed))

        def of_awards(typed: str) -> object:
            return awards.ids(session, ListQuery(search=typed))

        def begun(typed: str) -> object:
            return awards.first_rows(session, ListQuery(search=typed))

        typed = _each(of_people, scan, keystrokes(), 1 if world.quick else 3)
        whole = _each(of_awards, of_people, whole_names(), 1 if world.quick else 3)
        first = _each(begun, of_people, keystrokes()[:24], 1)
    count = "10,000" if world.quick else "50,000"
    return [
        _line(f"search people, each keystroke, {count} people, p50", typed, "covering scan", 50, None),
        _line("search people, each keystroke, p95", typed, "covering scan", 95, 2),
        _line("awards found through people, whole names, p50", whole, "people search", 50, None),
        _line("awards found through people, whole names, p95", whole, "people search", 95, 2),
        _line("first awards found, each keystroke, p95", first, "people search", 95, None),
    ]


def search_people(session: Session) -> None:
    """Type some names, letter by letter."""
    for typed in keystrokes():
        people.ids(session, ListQuery(search=typed))


def scan_people(connection: sqlite3.Connection) -> None:
    """The same words looked for by the driver alone."""
    for typed in keystrokes():
        connection.execute(SCAN, (fold(typed),)).fetchall()


def whole_names() -> list[str]:
    """Names as typed to the end, with and without accents."""
    names = [offices.name(number * 397) for number in range(40)]
    return [fold(name) if place % 2 else name for place, name in enumerate(names)]


def keystrokes() -> list[str]:
    """What stands in the search box after each key of some names."""
    return [name[:end] for name in whole_names()[:6] for end in range(1, len(name) + 1)]


def _each(
    ours: Callable[[str], object], limit: Callable[[str], object], typed: Iterable[str], rounds: int
) -> list[tuple[float, float]]:
    """The median times of each word, ours and the limit's."""
    return [compared(partial(ours, words), partial(limit, words), rounds, 0) for words in typed]


def _line(what: str, times: list[tuple[float, float]], of: str, percent: int, target: float | None) -> Line:
    ours, limit = (share(column, percent) for column in zip(*times, strict=True))
    return line(what, ours, limit, of, target)
