"""What it costs to keep one change, against one fsync."""

import os
import time
from pathlib import Path

from sqlalchemy import event

from benchmarks.files import fresh
from benchmarks.measure import Line, World, in_turn, line, seconds
from thidua_desktop.db import Session
from thidua_desktop.db.engine import open_engine
from thidua_desktop.db.tables import unit

PAGE = bytes(4096)
CHANGES = 40


def lines(world: World) -> list[Line]:
    """The storage part alone, and the whole write with its line of journal."""
    path = fresh(world.district, world.folder, "commit.thidua")
    engine = open_engine(path)
    began = [0.0]
    event.listen(engine, "commit", lambda _connection: began.__setitem__(0, time.perf_counter()))
    number = [0]

    def change() -> float:
        number[0] += 1
        with engine.connect().execution_options(writes=True) as connection, connection.begin():
            Session(connection, "Sửa đơn vị").update(unit, 1, {"note": f"lần {number[0]}"})
        return time.perf_counter() - began[0]

    change()
    with (world.folder / "flushed").open("wb") as file:
        storage, whole, flushed = in_turn(
            [change, lambda: seconds(change), lambda: seconds(lambda: _flush(file.fileno()))],
            CHANGES * world.few_rounds,
        )
    engine.dispose()
    return [
        line("a committed change, storage part", storage, flushed, "fsync of one page", 3),
        line("a committed change, whole, with its history", whole, flushed, "fsync of one page", None),
    ]


def _flush(file: int) -> None:
    os.write(file, PAGE)
    os.fsync(file)


def change_of(path: Path) -> float:
    """Seconds of one committed change in a file."""
    engine = open_engine(path)
    try:
        with engine.connect().execution_options(writes=True) as connection, connection.begin():
            return seconds(lambda: Session(connection, "Sửa đơn vị").update(unit, 1, {"note": "x"}))
    finally:
        engine.dispose()
