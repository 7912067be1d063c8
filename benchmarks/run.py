"""Measure everything and print the table: python benchmarks/run.py [--quick] [--only NAME].

Makes its districts and its province in a temporary folder (or once in FOLDER); takes about eight minutes, two
when quick. Exit code 1 when a target is missed.
"""

import argparse
import os
import sys
import time
from datetime import datetime
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

ROOT = str(Path(__file__).resolve().parent.parent)
sys.path[0] = ROOT  # the folder of this file holds modules with names of the standard library's kind

if TYPE_CHECKING:
    from benchmarks.measure import Line, World

SUBJECTS = (
    *(
        "start",
        "search",
        "lists",
        "figures",
        "report",
        "eligibility",
        "importing",
        "parsing",
        "reading",
        "exporting",
        "printing",
        "word",
    ),
    *("backups", "commit", "growth"),
)


def main() -> int:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description="Measures the program against the limits of its libraries.")
    parser.add_argument("--quick", action="store_true", help="smaller files, fewer rounds: about a minute")
    parser.add_argument("--only", choices=SUBJECTS, help="one subject")
    parser.add_argument(
        "--offices", type=Path, help="a folder to keep the invented offices in between two runs"
    )
    asked = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with TemporaryDirectory(prefix="thidua-benchmarks-", ignore_cleanup_errors=True) as temporary:
        folder = Path(temporary)
        world = made(asked.offices or folder, folder, quick=asked.quick)
        lines = []
        for subject in [asked.only] if asked.only else SUBJECTS:
            began = time.monotonic()
            lines += import_module(f"benchmarks.{subject}").lines(world)
            print(f"{subject}: {time.monotonic() - began:.0f} s", file=sys.stderr)
    print(table(lines))
    return int(any(line.met is False for line in lines))


def made(kept: Path, folder: Path, *, quick: bool) -> "World":
    """The offices to measure on, made unless they are there."""
    from benchmarks import offices
    from benchmarks.measure import World

    kept.mkdir(parents=True, exist_ok=True)
    size = 5 if quick else 1
    sizes = {  # people, units, awards
        "district": (5_000, 200, 60_000),
        "double": (10_000, 200, 120_000),
        f"province{size}": (50_000 // size, 200, 1_000_000 // size),
    }
    paths = [kept / f"{name}.thidua" for name in sizes]
    for path, numbers in zip(paths, sizes.values(), strict=True):
        if not path.exists():
            offices.make(path, *numbers)
    return World(folder, *paths, quick)


def table(lines: "list[Line]") -> str:
    """The lines as Markdown, and how many targets were met."""
    judged = [line for line in lines if line.met is not None]
    rows = [
        "| work | ours | limit | ratio | target | |",
        "|---|---|---|---|---|---|",
        *(
            f"| {line.what} | {line.ours} | {line.limit} | {_ratio(line.ratio)} | {_target(line.target)} | "
            f"{'' if line.met is None else 'met' if line.met else '**missed**'} |"
            for line in lines
        ),
    ]
    met = sum(bool(line.met) for line in judged)
    day = f"{datetime.now().astimezone():%d/%m/%Y}"
    told = f"{met} of {len(judged)} targets met, {day}, {os.cpu_count()} cores, {_system()}."
    return "\n".join([*rows, "", told])


def _ratio(ratio: float | None) -> str:
    return "" if ratio is None else f"{ratio:.2f}×"


def _target(target: float | None) -> str:
    return "" if target is None else f"≤ {target:g}×"


def _system() -> str:
    import platform
    import sqlite3

    return f"{platform.system()}, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"


if __name__ == "__main__":
    sys.exit(main())
