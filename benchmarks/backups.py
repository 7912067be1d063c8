"""A backup, opened, checked and counted, against copying the file and flushing the copy."""

import os
from pathlib import Path
from shutil import copyfile, rmtree

from benchmarks.measure import Line, World, compared, in_turn, line, seconds
from thidua_desktop.db import backup


def lines(world: World) -> list[Line]:
    """Of the province and of the district."""
    folder = world.folder / "backups"
    found = []
    for name, path in (("province", world.province), ("district", world.district)):
        size = path.stat().st_size / 1e6
        ours, limit = compared(
            lambda path=path: made(path, folder), lambda path=path: copied(path, folder), world.few_rounds
        )
        found.append(line(f"backup and check, {name}, {size:.0f} MB", ours, limit, "copy + fsync", 2))
    again = in_turn([lambda: seconds(lambda: backup.make(world.district, folder))], world.rounds)[0]
    copy = in_turn([lambda: seconds(lambda: copied(world.district, folder / "one"))], world.rounds)[0]
    rmtree(folder)
    return [*found, line("backup when nothing changed", again, copy, "copy + fsync", None)]


def made(path: Path, folder: Path) -> None:
    """Make the first backup of a folder."""
    rmtree(folder, ignore_errors=True)
    backup.make(path, folder)


def copied(path: Path, folder: Path) -> None:
    """Copy the file and wait for the disk."""
    folder.mkdir(parents=True, exist_ok=True)
    copy = Path(copyfile(path, folder / "copy"))
    with copy.open("r+b") as file:
        os.fsync(file.fileno())
    copy.unlink()
