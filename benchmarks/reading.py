"""Lists taken in end to end: the forty sample files, 100,000 rows, and an invented archive of many hands."""

import json
import random
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks import importing, parsing
from benchmarks.files import raw
from benchmarks.measure import ROOT, Line, World, alone, line, seconds, told
from thidua_desktop.intake.read import read_file
from thidua_desktop.services import importing as imports
from thidua_desktop.workspace import Workspace

SAMPLES = ROOT / "tests" / "data" / "samples"
HEADER = ("STT", "Họ và tên", "Năm sinh", "Chức vụ", "Đơn vị công tác", "Danh hiệu", "Năm khen",
          "Số quyết định", "Ngày ký", "Cơ quan ban hành")  # fmt: skip
SEEDS = 500
MOST_MEMORY = 500  # MB


def lines(world: World) -> list[Line]:
    """What comes in, how long it takes, and what is right, asked and wrong of it."""
    return [*_samples(world), *_long(world), *_archive(100 if world.quick else SEEDS)]


def _samples(world: World) -> list[Line]:
    rounds = [alone(__name__, "samples", world.folder / "samples.thidua") for _ in range(world.few_rounds)]
    found = rounds[0]
    took, peak = (median(each[key] for each in rounds) for key in ("seconds", "memory"))
    wrong = found["awards"] - found["right"]
    return [
        Line(f"the forty sample files, {found['awards']:,} rows, read, matched and written", told(took), "–"),
        Line("the same, peak memory", f"{peak:.0f} MB", f"{MOST_MEMORY} MB", peak / MOST_MEMORY, 1),
        Line("the same, rows right without help", f"{found['right']:,}", f"{found['true']:,}"),
        Line("the same, questions asked", f"{found['asked']}", "–"),
        Line("the same, rows wrong", f"{wrong}", "none", wrong, 0),
    ]


def _long(world: World) -> list[Line]:
    """A list of a hundred thousand rows, against what reading its cells and inserting its rows cost alone."""
    count = world.rows(importing.ROWS)
    path, cells = _workbook(world, count), parsing.workbook(world.folder, count)
    importing.registered(world.district, world.folder, count)
    found: dict[str, float] = {}

    def limit() -> float:
        return seconds(lambda: parsing.read_openpyxl(cells)) + importing.inserted(world, count)

    def ours() -> float:
        found.update(alone(__name__, "long", path, world.district, world.folder / "long.thidua"))
        return found["read"] + found["matched"] + found["written"]

    before, taken, after = limit(), ours(), limit()
    assert found["awards"] == count
    parts = ", ".join(f"{name} {told(found[name])}" for name in ("read", "matched", "written"))
    return [
        line(
            f"a list of {count:,} rows end to end ({parts})",
            taken,
            (before + after) / 2,
            "openpyxl read_only + executemany",
            None,
        ),
        Line("the same, peak memory", f"{found['memory']:.0f} MB", f"{MOST_MEMORY} MB",
             found["memory"] / MOST_MEMORY, 1),
    ]  # fmt: skip


def _archive(seeds: int) -> list[Line]:
    from tests.intake import office_corpus
    from tests.intake.generated import BOOK
    from tests.intake.office_figures import Figures, compared

    clear, mixed = Figures(), Figures()
    for seed in range(seeds):
        with TemporaryDirectory() as folder:
            path, paper = office_corpus.write(Path(folder), seed)
            (mixed if paper.is_mixed else clear).add(compared(path, paper, BOOK))
    return [
        *_counted(f"archive of {seeds:,} invented files", clear),
        *_counted("its files put together from several encodings", mixed),
    ]


def _counted(what: str, figures: Any) -> list[Line]:
    rows = figures.right + figures.asked + figures.wrong
    asked = f"only the officer knows: {figures.expected_asked}" if figures.expected_asked else "–"
    return [
        Line(f"{what}, rows right without help", f"{figures.right:,}", f"{rows:,}"),
        Line(f"{what}, rows asked", f"{figures.asked:,}", asked),
        Line(f"{what}, rows wrong", f"{figures.wrong}", "none", figures.wrong, 0),
    ]


def _workbook(world: World, count: int) -> Path:
    """A list of so many rows of decisions of 200, four fifths of them of people the district knows."""
    from xlsxwriter import Workbook

    path = world.folder / f"end-to-end-{count}.xlsx"
    chance, first = random.Random(7), date(2021, 1, 4)
    with raw(world.district) as connection:
        known = connection.execute(
            "SELECT person.name, coalesce(person.birth, ''), post.title, unit.name FROM person "
            "JOIN post ON post.person_id = person.id JOIN unit ON unit.id = post.unit_id ORDER BY person.id"
        ).fetchall()
    with Workbook(str(path), {"default_date_format": "dd/mm/yyyy"}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADER)
        people: list[tuple[str, str, str, str]] = []
        for number in range(count):
            people = people or chance.sample(known, importing.A_DECISION)  # nobody twice in a decision
            name, birth, post, unit = people.pop()
            if chance.random() < 0.2:
                name = importing.offices.name(chance.randrange(1_000_000))
            decision = number // importing.A_DECISION
            told = f"{decision + 1}/QĐ-UBND", first + timedelta(days=decision % 300), "Chủ tịch UBND huyện"
            row = (number + 1, name, birth[:4], post, unit, "Lao động tiên tiến", 2020, *told)
            sheet.write_row(number + 1, 0, row)
    return path


def taken_in(paths: Sequence[Path], office: Workspace) -> dict[str, float]:
    """Seconds to read files, to match what they say, and to write it; awards and questions."""
    steps: dict[str, Any] = {}

    def read() -> None:
        with office.read() as session:
            book = imports.title_book(session)
        steps["readings"] = [read_file(path, book) for path in paths]

    def match() -> None:
        with office.read() as session:
            steps["plan"] = imports.preview(session, steps["readings"])

    def write() -> None:
        with office.write("Nhập") as session:
            steps["told"] = imports.write(session, steps["plan"])

    taken = {"read": seconds(read), "matched": seconds(match), "written": seconds(write)}
    asked = len(steps["plan"].doubts) + sum(len(reading.problems) for reading in steps["readings"])
    return {**taken, "awards": steps["told"].awards, "asked": asked}


def samples_right(path: Path) -> int:
    """The awards of an office that are those of the sample's truth, counted with their decisions."""
    truth = json.loads((SAMPLES / "truth.json").read_text(encoding="utf-8"))
    decided = {each["id"]: (each["number"], each["date"], each["authority"]) for each in truth["decisions"]}
    named = {
        "person": {each["id"]: each["name"] for each in truth["people"]},
        "collective": {each["id"]: each["name"] for each in truth["units"]},
    }
    true = Counter(
        (*decided[each["decision"]], each["code"], each["who"], each["year"], named[each["who"]][each["ref"]])
        for each in truth["awards"]
    )
    with raw(path) as connection:
        kept = Counter(
            connection.execute(
                "SELECT d.number, d.decided_on, d.level, k.code, a.recipient, a.year, "
                "coalesce(p.name, u.name) FROM award a "
                "JOIN decision d ON d.id = a.decision_id JOIN award_kind k ON k.id = a.kind_id "
                "LEFT JOIN person p ON p.id = a.person_id LEFT JOIN unit u ON u.id = a.unit_id"
            ).fetchall()
        )
    return (true & kept).total()


if __name__ == "__main__":
    import sys
    from shutil import copyfile

    from benchmarks.clock import tell
    from benchmarks.measure import memory

    if sys.argv[1] == "samples":
        file = Path(sys.argv[2])
        file.unlink(missing_ok=True)
        opened = Workspace.create(file)
        result = taken_in(sorted((SAMPLES / "files").iterdir()), opened)
    else:
        file = Path(copyfile(sys.argv[3], sys.argv[4]))
        opened = Workspace.open(file, backed_up=False)
        result = taken_in([Path(sys.argv[2])], opened)
    peak = memory()
    opened.close(backed_up=False)
    result["seconds"] = result["read"] + result["matched"] + result["written"]
    if sys.argv[1] == "samples":
        result["right"] = samples_right(file)
        result["true"] = len(json.loads((SAMPLES / "truth.json").read_text(encoding="utf-8"))["awards"])
    tell(**result, memory=peak)
