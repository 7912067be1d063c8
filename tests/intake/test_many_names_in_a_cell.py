"""A cell that names several recipients line by line gives each of them; where that is not sure, it asks."""

import pytest

from tests.intake.making import REFERENCE
from tests.intake.short_lists import ADVANCED, HEADER, placed, sheet

UNIT = "Trường Tiểu học Cao Sơn"
AN, NA = ("Nguyễn Văn An", "", UNIT), ("Lý Thị Na", "", UNIT)
AT_WORK = [("Nguyễn Văn An", "Giáo viên", UNIT), ("Lý Thị Na", "Kế toán", UNIT)]


def read(tmp_path, header, *rows):
    return sheet(tmp_path, (ADVANCED,), (REFERENCE,), header, *rows)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("1. Nguyễn Văn An\n2. Lý Thị Na", [AN, NA]),
        ("1) Nguyễn Văn An\n2) Lý Thị Na", [AN, NA]),
        ("Ông Nguyễn Văn An\nBà Lý Thị Na", [AN, NA]),
        ("- Ông Nguyễn Văn An;\n- Bà Lý Thị Na.", [AN, NA]),
        ("Nguyễn Văn An\nLý Thị Na", [AN, NA]),
        ("- Nguyễn Văn An\n- Lý Thị Na", [AN, NA]),
        ("Châu Văn Ba\nLý Thị Na", [("Châu Văn Ba", "", UNIT), NA]),
        ("Lý Thị Na\nĐỗ Hùng", [NA, ("Đỗ Hùng", "", UNIT)]),
        ("Trần Lệ\nLý Thị Na", [("Trần Lệ", "", UNIT), NA]),
        ("1. Nguyễn Văn An, Giáo viên\n2. Lý Thị Na, Kế toán", AT_WORK),
        ("1. Nguyễn Văn An - Giáo viên\n2. Lý Thị Na - Kế toán", AT_WORK),
        ("1. Nguyễn Văn An\nGiáo viên\n2. Lý Thị Na\nKế toán", AT_WORK),
        ("Ông Nguyễn Văn An, Giáo viên\nBà Lý Thị Na, Kế toán", AT_WORK),
    ],
)
def test_each_line_is_a_recipient_of_the_unit_beside_it(tmp_path, cell, expected):
    reading = read(tmp_path, ("Đơn vị", "Họ và tên"), (UNIT, cell), ("Phòng Nội vụ", "Hà Văn Tư"))
    assert placed(reading) == [*expected, ("Hà Văn Tư", "", "Phòng Nội vụ")]
    assert reading.problems == ()
    assert reading.rows_read == 3


def test_cells_beside_with_as_many_lines_tell_each_his_own(tmp_path):
    row = ("1", "Nguyễn Văn An\nLý Thị Na", "Giáo viên\nKế toán", UNIT)
    reading = read(tmp_path, HEADER, row)
    assert placed(reading) == AT_WORK
    assert all("2 đối tượng" in " ".join(one.inferred) for one in reading.decisions[0].awards)


@pytest.mark.parametrize(
    "cell",
    [
        "Nguyễn Thị\nHoàng Anh",
        "Hoàng Thị Ngọc\nÁnh Tuyết",
        "Lò Thị\nMai Anh",
        "Nguyễn Văn\nAn",
        "Nguyễn Văn An\nvà Lý Thị Na",
        "Quàng Văn An\nLò Văn Ơn\nX",
    ],
)
def test_lines_that_may_be_one_name_are_never_two_people(tmp_path, cell):
    reading = read(tmp_path, ("Đơn vị", "Họ và tên"), (UNIT, cell))
    assert len(placed(reading)) + len(reading.problems) == 1


@pytest.mark.parametrize(
    "cell",
    [
        "Hoàng Thị Ngọc\nMai Anh",
        "Lò Hùng\nVi Anh",
        "Xồng Bá\nThò Chá",
        "Nguyễn Văn An\nÊban Hoa",
        "Trần Lệ\nÊban Hoa\nLý Thị Na",
    ],
)
def test_lines_that_may_be_two_people_are_asked(tmp_path, cell):
    reading = read(tmp_path, ("Đơn vị", "Họ và tên"), (UNIT, cell))
    assert placed(reading) == []
    assert "nhiều dòng" in reading.problems[0].reason


def test_numbered_heads_of_one_cell_are_two_households(tmp_path):
    heading = "DANH SÁCH GIA ĐÌNH VĂN HÓA NĂM 2018"
    header = ("STT", "Họ và tên chủ hộ", "Địa chỉ")
    row = ("1", "1. Nguyễn Văn An\n2. Lò Văn Ơn", "Thôn Nà Cà, xã Cao Kỳ")
    assert len(placed(sheet(tmp_path, (heading,), (REFERENCE,), header, row))) == 2


@pytest.mark.parametrize("name", ["Trường Tiểu học\nKim Đồng", "Phòng Giáo dục\nvà Đào tạo"])
def test_the_lines_of_a_unit_are_one_name(tmp_path, name):
    heading = "DANH SÁCH TẬP THỂ LAO ĐỘNG TIÊN TIẾN NĂM 2018"
    reading = sheet(tmp_path, (heading,), (REFERENCE,), ("STT", "Tên tập thể"), ("1", name))
    assert [one[0] for one in placed(reading)] == [name.replace("\n", " ")]


def test_two_lists_side_by_side_in_one_row_are_asked(tmp_path):
    row = (f"1. {UNIT}\n2. Phòng Nội vụ", "1. Nguyễn Văn An\n2. Lý Thị Na")
    reading = read(tmp_path, ("Tập thể", "Họ và tên"), row)
    assert placed(reading) == []
    assert all("hai danh sách" in problem.reason for problem in reading.problems)
    assert reading.problems


def test_numbers_under_a_header_of_two_columns_are_no_row(tmp_path):
    reading = read(tmp_path, ("Đơn vị", "Họ và tên"), ("(1)", "(2)"), (UNIT, "Nguyễn Văn An"))
    assert placed(reading) == [AN]
    assert reading.problems == ()
