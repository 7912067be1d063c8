"""Files that cannot or must not be read: each ends in a sentence or is read right, and nothing is changed."""

import hashlib
import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from tests.intake import (
    damage_bytes,
    damage_cells,
    damage_documents,
    damage_grids,
    damage_workbooks,
    making,
)
from tests.intake.damage import ANY, HEAVY, OLE, REFUSED
from tests.intake.short_lists import names
from thidua_desktop.domain.titles import TitleBook
from thidua_desktop.intake.read import read_file
from thidua_desktop.intake.reading import FileReading

TABLES = (damage_bytes, damage_cells, damage_documents, damage_grids, damage_workbooks)
SHEET = damage_workbooks.SHEET
GOOD_NAMES = [row[1] for row in making.PEOPLE]
SIGNS = set("=|<>\\{}@#$%^~")


def fingerprint(path: Path) -> tuple[str, int]:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns
    except (OSError, ValueError):
        return "", 0


def read(make: damage_grids.Maker, folder: Path, book: TitleBook) -> FileReading:
    """Read a file of the table; whatever its end, it is said in sentences and the file stays as it was."""
    path = make(folder)
    before = fingerprint(path)
    reading = read_file(path, book)
    for problem in reading.problems:
        assert problem.file == path.name
        assert problem.reason[0].isupper() or problem.reason[0] == "“"
        assert problem.reason.endswith((".", "?"))
        assert not problem.reason.isascii()
    assert fingerprint(path) == before
    return reading


@pytest.mark.parametrize("name", [name for name in REFUSED if name not in HEAVY])
def test_a_damaged_or_hostile_file_ends_in_a_sentence(name: str, tmp_path: Path, book: TitleBook) -> None:
    reading = read(REFUSED[name], tmp_path, book)
    assert names(reading) == []
    assert reading.problems


@pytest.mark.parametrize("name", [name for name in ANY if name not in HEAVY])
def test_what_is_read_of_a_hostile_file_is_clean_and_the_rest_is_said(
    name: str, tmp_path: Path, book: TitleBook
) -> None:
    reading = read(ANY[name], tmp_path, book)
    found = names(reading)
    assert reading.problems or len(found) == len(GOOD_NAMES)
    assert len(found) + len(reading.problems) >= 1
    for one in found:
        assert any(map(str.isalpha, one))
        assert not SIGNS & set(one)
        assert not any(unicodedata.category(letter) in {"Cc", "Cf", "Cs"} for letter in one)
        assert len(one) <= 300
        assert one not in {"nan", "inf"}


def test_the_heaviest_cost_neither_much_memory_nor_much_time(tmp_path: Path) -> None:
    asked = [sys.executable, "-m", "tests.intake.damage_costs", str(tmp_path)]
    root = Path(__file__).parents[2]
    told = subprocess.run(
        asked, cwd=root, capture_output=True, encoding="utf-8", timeout=120, check=True, env=os.environ
    )
    costs = json.loads(told.stdout)
    assert {name for name, cost in costs["kinds"].items() if cost["read"]} == set()
    assert max(cost["seconds"] for cost in costs["kinds"].values()) < 60
    assert costs["megabytes"] < 500


def test_there_are_at_least_three_hundred_kinds_of_damage() -> None:
    assert all(table.__doc__ for table in TABLES)
    assert len(REFUSED) + len(ANY) >= 300


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files on Windows")
def test_a_pipe_is_not_waited_for(tmp_path: Path, book: TitleBook) -> None:
    os.mkfifo(tmp_path / "a.xlsx")

    assert "không phải là tệp thường" in read_file(tmp_path / "a.xlsx", book).problems[0].reason


def test_a_file_that_may_not_be_read_says_so(
    tmp_path: Path, book: TitleBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = making.workbook(tmp_path / "a.xlsx", making.GOOD)
    opened = Path.open

    def refuse(self: Path, *args: object, **options: object) -> object:
        if self == path:
            raise PermissionError(13, "Permission denied")
        return opened(self, *args, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)

    assert "đóng tệp rồi nhập lại" in read_file(path, book).problems[0].reason


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("bytes of mat khau.xlsx", "mật khẩu"),
        ("bytes of rong.xlsx", "rỗng"),
        ("bytes of van ban.doc", ".docx"),
        ("bytes of chu so.csv", "thuần"),
        ("an open document of endless cells", "quá xa nhau"),
        ("an open document with a password", "mật khẩu"),
        ("bytes of ~$Danh sach.xlsx", "tệp tạm"),
        ("a document under the name of a workbook", "Đuôi tệp"),
        ("a zip bomb", "bất thường"),
        ("a long text shown in very many cells", "bất thường"),
        ("a bomb of entities in a document", "DTD"),
        ("filled cells in opposite corners of a sheet", "quá xa nhau"),
        ("only a hidden sheet holds the list", "đang ẩn"),
        ("a file that is gone", "Không còn tệp"),
        ("a file beyond all measure", "64 MB"),
    ],
)
def test_the_sentence_names_what_is_wrong(name: str, says: str, tmp_path: Path, book: TitleBook) -> None:
    assert says in read_file(REFUSED[name](tmp_path), book).problems[0].reason


def test_a_sheet_said_to_be_endless_is_read_by_what_it_holds(tmp_path: Path, book: TitleBook) -> None:
    path = making.workbook(tmp_path / "a.xlsx", making.GOOD)
    making.changed(path, SHEET, '<dimension ref="A1:F7"/>', '<dimension ref="A1:XFD1048576"/>')
    making.changed(path, SHEET, "</sheetData>", '<row r="1048576"><c r="F1048576" s="0"/></row></sheetData>')

    reading = read_file(path, book)

    assert (reading.rows_read, reading.problems) == (2, ())


def test_macros_and_links_in_a_workbook_are_left_alone(tmp_path: Path, book: TitleBook) -> None:
    path = making.workbook_with(
        tmp_path / "a.xlsm",
        {"xl/vbaProject.bin": OLE, "xl/externalLinks/externalLink1.xml": "<externalLink/>"},
    )

    assert read_file(path, book).rows_read == 2
