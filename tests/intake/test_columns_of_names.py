"""Columns that are parts of a name or stand beside it: Ông/Bà, Họ và, Tên; none is taken for the name itself."""

import pytest

from tests.intake.making import REFERENCE
from tests.intake.short_lists import ADVANCED, SCHOOL, awards, names, reasons, sheet


@pytest.mark.parametrize("title", ["Ông, Bà", "Ông/Bà", "Ông (Bà)", "Ông, bà", "Danh xưng"])
@pytest.mark.parametrize("name", ["Họ tên", "Họ và tên", "Tên"])
def test_a_column_of_ong_ba_beside_the_names_tells_the_gender(tmp_path, title, name):
    rows = (("1", "Bà", "Lý Thị Na", SCHOOL), ("2", "Ông", "Nguyễn Văn An", SCHOOL))
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), ("STT", title, name, "Đơn vị"), *rows)
    assert names(reading) == ["Lý Thị Na", "Nguyễn Văn An"]
    assert [one.gender for one in awards(reading)] == ["female", "male"]
    assert reading.problems == ()


@pytest.mark.parametrize("title", ["Ông, bà", "Ông/Bà", "Ông (Bà)"])
def test_alone_it_is_the_column_of_names(tmp_path, title):
    reading = sheet(
        tmp_path, (ADVANCED,), (REFERENCE,), ("STT", title, "Đơn vị"), ("1", "Bà Lý Thị Na", SCHOOL)
    )
    assert names(reading) == ["Lý Thị Na"]


def test_a_whole_name_in_a_column_of_ong_ba_is_asked(tmp_path):
    header = ("STT", "Ông, bà", "Họ tên vợ, chồng", "Đơn vị")
    row = ("1", "Nguyễn Văn An", "Lý Thị Na", SCHOOL)
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), header, row)
    assert names(reading) == []
    assert "không phải giới tính" in reasons(reading)[0]


@pytest.mark.parametrize(
    ("family", "given"), [("Họ và", "Tên"), ("Họ và", "tên"), ("Họ", "và tên"), ("Họ, đệm", "Tên")]
)
def test_a_title_parted_over_two_cells_heads_the_two_parts_of_a_name(tmp_path, family, given):
    header = ("TT", family, given, "Đơn vị")
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), header, ("1", "Lý Thị", "Na", SCHOOL))
    assert names(reading) == ["Lý Thị Na"]
    assert reading.problems == ()


def test_a_given_name_alone_is_asked_where_the_column_before_it_is_not_understood(tmp_path):
    header = ("TT", "Phần đầu", "Tên", "Đơn vị")
    rows = (("1", "Lý Thị", "Na", SCHOOL), ("2", "Hà", "Nguyễn Văn An", SCHOOL))
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), header, *rows)
    assert names(reading) == ["Nguyễn Văn An"]
    assert "“Lý Thị”" in reasons(reading)[0]
