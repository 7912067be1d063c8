"""Lists for units from the terminal: given out, filled in, taken back; both values told where both changed."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from shutil import copyfile

import pytest
from openpyxl import load_workbook

from tests.records.offices import person, unit
from thidua_desktop.db.backup import content_hash
from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.domain.unit_template import COLUMNS, SHEET
from thidua_desktop.workspace import Workspace
from ui.cli import main

SCHOOL = "Trường Tiểu học Bản Mẫu"
PLACE = {code: number for number, code in enumerate(COLUMNS, start=1)}


@pytest.fixture
def file(template, tmp_path):
    """A closed office with one school of two people."""
    path = Path(copyfile(template, tmp_path / "phong.thidua"))
    office = Workspace.open(path, backed_up=False)
    school = unit(office, SCHOOL, "school")
    person(office, "Nông Văn Đức", school, "Giáo viên", birth=PartialDate(1980))
    person(office, "Triệu Thị Mây", school, "Giáo viên")
    office.close(backed_up=False)
    return path


@pytest.fixture
def typed(capsys, file):
    def run(*words):
        code = main([*map(str, words), "--db", str(file)])
        told = capsys.readouterr()
        return code, told.out, told.err

    return run


@pytest.fixture
def data(typed):
    def run(*words):
        code, out, err = typed(*words, "--json")
        assert (code, err) == (0, "")
        return json.loads(out)

    return run


def fill(path, **cells):
    """Type into rows found by the last word of the name: fill(path, Đức={"birth": "1982"})."""
    book = load_workbook(path)
    for row in book[SHEET].iter_rows():
        word = str(row[PLACE["name"] - 1].value or "").split(" ")[-1]
        for code, text in cells.get(word, {}).items():
            row[PLACE[code] - 1].value = text
    book.save(path)


def births(file):
    with closing(sqlite3.connect(file)) as connection:
        return dict(connection.execute("SELECT name, birth FROM person"))


def export(data, folder):
    [written] = data("template", "export", "--unit", SCHOOL, "--year", 2020, "--out", folder)["files"]
    return Path(written["file"])


def test_a_list_goes_out_and_what_the_unit_changed_comes_back(data, typed, file, tmp_path):
    path = export(data, tmp_path)
    assert path.name == f"Mẫu 2020 - {SCHOOL}.xlsx"
    fill(path, Mây={"birth": "1988", "title": "Lao động tiên tiến"})
    told = data("template", "merge", path)
    assert (told["corrected"], told["added"], told["unanswered"]) == (1, 0, 0)
    [one] = told["files"]
    assert (one["unit"], one["year"], one["original_trusted"]) == (SCHOOL, 2020, True)
    assert [(change["field"], change["theirs"], change["taken"]) for change in one["changes"]] == [
        ("birth", "1988", "theirs")
    ]
    assert [(award["name"], award["award"]) for award in one["proposals"]] == [("Triệu Thị Mây", "DH_LDTT")]
    assert births(file) == {"Nông Văn Đức": "1980", "Triệu Thị Mây": "1988"}
    before = content_hash(file)
    code, out, _ = typed("template", "merge", path)
    assert (code, "Không có gì để ghi." in out, "1 đề nghị" in out) == (0, True, True)
    assert content_hash(file) == before


def test_what_both_changed_waits_until_a_side_is_chosen(data, typed, file, tmp_path):
    first, second = export(data, tmp_path), export(data, tmp_path)
    fill(first, Đức={"birth": "1981"})
    fill(second, Đức={"birth": "1982"})
    data("template", "merge", first)
    told = data("template", "merge", second)
    [change] = told["files"][0]["changes"]
    assert (change["kind"], change["base"], change["ours"], change["theirs"], change["taken"]) == (
        "conflict",
        "1980",
        "1981",
        "1982",
        "ours",
    )
    assert (told["unanswered"], births(file)["Nông Văn Đức"]) == (1, "1981")
    code, out, _ = typed("template", "merge", second)
    assert (code, "hai bên cùng sửa" in out, "--take theirs" in out) == (0, True, True)
    assert data("template", "merge", second, "--take", "ours")["unanswered"] == 0
    assert births(file)["Nông Văn Đức"] == "1981"
    assert data("template", "merge", second, "--take", "theirs")["corrected"] == 1
    assert births(file)["Nông Văn Đức"] == "1982"


def test_a_file_already_there_is_never_written_over(data, tmp_path):
    first = export(data, tmp_path)
    before = first.read_bytes()
    second = export(data, tmp_path)
    assert (second.name, first.read_bytes()) == (f"Mẫu 2020 - {SCHOOL} (2).xlsx", before)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("export", "--unit", "Trường không có", "--out", "."), "Trường không có"),
        (("export", "--unit", SCHOOL, "--out", "khong/co"), "thư mục"),
        (("merge", "vang.xlsx"), "vang.xlsx"),
        (("merge", "--take", "cả hai", "a.xlsx"), "--take"),
    ],
)
def test_what_cannot_be_done_is_refused_in_one_line(typed, file, words, reason):
    before = content_hash(file)
    code, out, err = typed("template", *words)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert reason in err
    assert content_hash(file) == before


def test_a_list_of_a_unit_among_others_is_led_to_where_it_is_taken_back(typed, tmp_path):
    assert typed("template", "export", "--unit", SCHOOL, "--year", "2020", "--out", tmp_path)[0] == 0
    [path] = tmp_path.glob("*.xlsx")
    code, out, err = typed("import", path)
    assert (code, out) == (2, "")
    assert f"Mẫu của đơn vị “{SCHOOL}” năm 2020: bấm “Nhận mẫu…”" in err
