"""Columns told and said in the terminal: pointed out in one file, remembered for the next."""

import json
import shutil
from pathlib import Path

import pytest

from tests.intake import making
from ui.cli import main

HEADER = ("Số", "Người", "Sinh", "Việc", "Chỗ", "Được")
ROLES = dict(zip("ABCDEF", ("place", "name", "birth", "post", "unit", "title"), strict=True))


@pytest.fixture
def typed(capsys, template, tmp_path):
    office = Path(shutil.copy(template, tmp_path / "phong.thidua"))

    def run(*words):
        code = main(["import", *map(str, words), "--db", str(office), "--json"])
        told = capsys.readouterr()
        return json.loads(told.out) if code == 0 else told.err

    return run


def odd(path, number, name):
    above = ((making.HEADING,), (making.REFERENCE.replace("95/QĐ", f"{number}/QĐ"),))
    return making.workbook(path, (*above, HEADER, (1, name, *making.PEOPLE[0][2:])))


def said(path, *layouts):
    path.write_text(json.dumps({"layouts": layouts}, ensure_ascii=False), encoding="utf-8")
    return path


def test_columns_said_once_are_known_for_the_next_file_of_the_layout(typed, tmp_path):
    first = odd(tmp_path / "a.xlsx", 95, "Hoàng Thị Mẫu")
    looked = typed(first, "--dry-run")
    [table] = looked["files"][0]["tables"]
    assert (looked["rows_understood"], table["how"], table["header"]) == (0, "unknown", [])
    key = next(row["layout"] for row in table["rows"] if row["cells"] == list(HEADER))

    told = typed(first, "--columns", said(tmp_path / "cot.json", {"layout": key, "columns": ROLES}))
    [table] = told["files"][0]["tables"]
    assert (told["rows_written"], table["how"], table["header"]) == (1, "said", [3])
    assert table["columns"]["B"] == {"title": "Người", "role": "name"}

    told = typed(odd(tmp_path / "b.xlsx", 96, "Lý Văn Thử"))
    assert (told["rows_written"], told["files"][0]["tables"][0]["how"]) == (1, "remembered")
    assert "cột đọc theo cách đã chỉ cho mẫu bảng này" in told["passed"][0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "không phải JSON"),
        ('{"layouts": [{"columns": {"B": "name"}}]}', "không đúng khuôn"),
        ('{"layouts": [{"layout": "a|b", "columns": {"2": "name"}}]}', "không đúng khuôn"),
        ('{"layouts": [{"layout": "a|b", "columns": {"A": "unit"}}]}', "Chưa có cột nào là tên được khen"),
        ('{"layouts": [{"layout": "a|b", "columns": {"A": "name", "B": "name"}}]}', "Cột A “a” và cột B “b”"),
    ],
)
def test_a_file_of_columns_that_cannot_be_is_refused(text, words, typed, tmp_path):
    path = tmp_path / "cot.json"
    path.write_text(text, encoding="utf-8")
    assert words in typed(odd(tmp_path / "a.xlsx", 95, "Hoàng Thị Mẫu"), "--columns", path)
