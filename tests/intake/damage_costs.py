"""Reads the heaviest hostile files and tells as JSON what each cost: python -m tests.intake.damage_costs FOLDER."""

import json
import sys
import time
from pathlib import Path

from tests.intake import damage, damage_bytes, damage_cells, damage_documents, damage_workbooks
from thidua_desktop.domain.catalogue_file import load_catalogue
from thidua_desktop.domain.titles import TitleBook, entry_of
from thidua_desktop.intake.read import read_file

TABLES = (damage_bytes, damage_cells, damage_documents, damage_workbooks)
ROOT = Path(__file__).parents[2]


def peak() -> float:
    """The most memory this process ever held, in megabytes."""
    status = Path("/proc/self/status")
    if status.exists():  # ru_maxrss would tell what the process held that started this one
        held = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(held.split()[1]) / 1024
    return 0.0  # told by no module of the standard library


def main(folder: Path) -> None:
    """Make and read each of them."""
    book = TitleBook(map(entry_of, load_catalogue(ROOT / "resources")))
    kinds = {}
    for place, name in enumerate(sorted(damage.HEAVY)):
        here = folder / str(place)
        here.mkdir()
        path = {**damage.REFUSED, **damage.ANY}[name](here)
        began = time.monotonic()
        reading = read_file(path, book)
        seconds = time.monotonic() - began
        kinds[name] = {"seconds": seconds, "read": sum(len(one.awards) for one in reading.decisions)}
    sys.stdout.write(json.dumps({"kinds": kinds, "megabytes": peak()}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
