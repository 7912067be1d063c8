"""Collectives called alike in two communes stay two: what tells them apart is part of the name."""

from pathlib import Path

import pytest

from tests.intake.short_lists import HEADER, names, sheet, typed

_TITLE = "DANH SÁCH CÁC TẬP THỂ ĐƯỢC TẶNG GIẤY KHEN CỦA CHỦ TỊCH UBND HUYỆN NĂM 2018"
_DECISION = "(Kèm theo Quyết định số 998/QĐ-UBND ngày 11/5/2019 của Chủ tịch UBND huyện Bạch Thông)"


@pytest.mark.parametrize(
    "name",
    [
        "Cán bộ và nhân dân thôn Nà Ví",
        "Cán bộ, đảng viên và nhân dân thôn Nà Ví",
        "Toàn thể cán bộ, nhân dân thôn Nà Ví",
        "Cán bộ, giáo viên, nhân viên Trường Tiểu học",
        "Bà con nhân dân thôn Nà Ví",
        "Đồng bào Dao thôn Nà Ví",
    ],
)
def test_people_of_a_hamlet_are_of_its_commune(tmp_path: Path, name: str) -> None:
    read = typed(tmp_path, _TITLE, _DECISION, f"1. {name}, xã Thử Một;", f"2. {name}, xã Thử Hai.")

    assert (read.problems, names(read)) == ((), [f"{name}, xã Thử Một", f"{name}, xã Thử Hai"])


def test_so_beside_a_column_of_communes(tmp_path: Path) -> None:
    head = ("STT", "Tên tập thể", "Xã")
    name = "Đồng bào Dao thôn Nà Ví"
    read = sheet(tmp_path, (_TITLE,), (_DECISION,), head, (1, name, "Thử Một"), (2, name, "Thử Hai"))

    assert (read.problems, names(read)) == ((), [f"{name}, xã Thử Một", f"{name}, xã Thử Hai"])


def test_a_person_called_lanh_is_none(tmp_path: Path) -> None:
    title = "DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN CỦA CHỦ TỊCH UBND HUYỆN NĂM 2018"
    read = sheet(tmp_path, (title,), (_DECISION,), HEADER, (1, "Đoàn Thị Thử", "Cán bộ", "UBND xã Thử Một"))

    assert names(read) == ["Đoàn Thị Thử"]
