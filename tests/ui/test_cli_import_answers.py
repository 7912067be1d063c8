"""Doubts go out as JSON with stable keys; answers come back in the same shape and are taken."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from openpyxl import Workbook

from thidua_desktop.db.backup import content_hash
from ui.cli import main


@pytest.fixture
def data(capsys):
    def run(*words):
        code = main([*map(str, words), "--json"])
        told = capsys.readouterr()
        assert (code, told.err) == (0, "")
        return json.loads(told.out)

    return run


@pytest.fixture
def office(template, tmp_path):
    return Path(shutil.copy(template, tmp_path / "phong.thidua"))


def listed(path, number, *rows):
    sheet = (book := Workbook()).active
    for line in (
        "DANH SÁCH CÁ NHÂN ĐẠT DANH HIỆU LAO ĐỘNG TIÊN TIẾN NĂM 2019",
        f"(Kèm theo Quyết định số {number}/QĐ-UBND ngày 20/12/2019 của Chủ tịch UBND huyện Bạch Thông)",
    ):
        sheet.append([line])
    sheet.append([])
    sheet.append(["STT", "Họ và tên", "Chức vụ", "Đơn vị"])
    for place, row in enumerate(rows, 1):
        sheet.append([place, *row])
    book.save(path)
    return path


@pytest.fixture
def lists(tmp_path):
    first = listed(tmp_path / "a.xlsx", 10, ("Nông Thị Lan", "Giáo viên", "Trường Tiểu học Cao Sơn"))
    rows = (("Nông Thị Loan", "Giáo viên"), ("Lý Văn Bảo", "Kế toán"))
    second = listed(tmp_path / "b.xlsx", 11, *((*row, "Trường TH Cao Sơn") for row in rows))
    return first, second


def test_answers_in_the_shape_of_the_doubts_settle_units_then_people(office, lists, data, tmp_path):
    looked = data("import", *lists, "--dry-run", "--db", office)
    [unit] = looked["doubts"]
    assert (unit["kind"], unit["rows"], unit["answer"]) == ("unit", 2, "")
    assert set(unit["options"]) == {"same", "different", "later"}
    assert unit["right"]["name"] == "Trường Tiểu học Cao Sơn"
    unit["answer"] = "same"
    answers = tmp_path / "tra-loi.json"
    answers.write_text(json.dumps({"doubts": [unit]}, ensure_ascii=False), encoding="utf-8")
    again = data("import", *lists, "--dry-run", "--answers", answers, "--db", office)
    assert {one["kind"]: one["answer"] for one in again["doubts"]} == {"unit": "same", "person": ""}
    for one in again["doubts"]:
        one["answer"] = "same"
    answers.write_text(json.dumps(again, ensure_ascii=False), encoding="utf-8")
    written = data("import", *lists, "--answers", answers, "--db", office)
    assert (written["rows_written"], written["new_people"], written["new_units"]) == (3, 2, 1)
    with closing(sqlite3.connect(office)) as connection:
        people = connection.execute("SELECT name FROM person ORDER BY name").fetchall()
    assert people == [("Lý Văn Bảo",), ("Nông Thị Lan",)]


def test_open_questions_are_listed_for_people_too(office, lists, capsys):
    assert main([*map(str, ("import", *lists, "--dry-run", "--db", office))]) == 0
    out = capsys.readouterr().out
    assert "Cần hỏi: 2 dòng: “Trường TH Cao Sơn” là “Trường Tiểu học Cao Sơn”?" in out
    assert "--answers TỆP" in out


@pytest.mark.parametrize(
    ("text", "reason"),
    [("không phải", "không phải JSON"), ('{"doubts": 3}', "không đúng khuôn"), ("[1]", "không đúng khuôn")],
)
def test_answers_that_are_none_are_refused_and_nothing_is_written(
    office, lists, capsys, tmp_path, text, reason
):
    answers = tmp_path / "tra-loi.json"
    answers.write_text(text, encoding="utf-8")
    before = content_hash(office)
    for given in (answers, tmp_path / "vang.json"):
        code = main([*map(str, ("import", *lists, "--answers", given, "--db", office))])
        told = capsys.readouterr()
        assert (code, told.out, content_hash(office)) == (2, "", before)
        assert (reason if given == answers else "Không đọc được") in told.err


def test_a_level_is_answered_by_its_key_or_left_for_later(office, data, tmp_path):
    sheet = (book := Workbook()).active
    for line in (
        ("DANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG NĂM 2019",),
        ("(Kèm theo Quyết định số 12/QĐ-UBND ngày 20/12/2019)",),
        ("STT", "Họ và tên", "Chức vụ", "Đơn vị", "Hình thức khen thưởng"),
        (1, "Nông Thị Lan", "Giáo viên", "Trường Tiểu học Cao Sơn", "LĐTT"),
        (2, "Lý Văn Bảo", "Kế toán", "Trường Tiểu học Cao Sơn", "Giấy khen"),
    ):
        sheet.append(line)
    book.save(path := tmp_path / "ds.xlsx")
    before = content_hash(office)
    [doubt] = data("import", path, "--dry-run", "--db", office)["doubts"]
    assert (doubt["kind"], doubt["rows"], list(doubt["options"])) == (
        "level",
        2,
        ["district", "commune", "later"],
    )
    answers = tmp_path / "tra-loi.json"
    for answer, written in (("later", 0), ("commune", 2)):
        given = {"doubts": [{"key": doubt["key"], "answer": answer}]}
        answers.write_text(json.dumps(given, ensure_ascii=False), encoding="utf-8")
        told = data("import", path, "--answers", answers, "--db", office)
        assert (told["rows_written"], told["doubts"][0]["answer"]) == (written, answer)
        assert (content_hash(office) == before) == (written == 0)
    assert [one["level"] for one in told["files"][0]["decisions"]] == ["commune"]
