"""A name over two lines of its cell is one person's, two people's where that is sure, else it is asked."""

import pytest

from tests.intake.making import REFERENCE
from tests.intake.short_lists import ADVANCED, SCHOOL, names, placed, reasons, sheet

HEADER = ("STT", "Họ và tên", "Năm sinh", "Chức vụ", "Đơn vị")


def read(tmp_path, cell, birth="", header=HEADER):
    rows = ("1", cell, birth, "Giáo viên", SCHOOL), ("2", "Lê Văn Ba", "1981", "Giáo viên", SCHOOL)
    return sheet(tmp_path, (ADVANCED,), (REFERENCE,), header, *rows)


@pytest.mark.parametrize("cell", ["Nguyễn Thị Thanh\nHuyền", "Nguyễn Văn\nAn", "NGUYỄN THỊ THANH\nHUYỀN"])
def test_a_last_line_of_one_syllable_goes_on_with_the_name(tmp_path, cell):
    assert names(read(tmp_path, cell)) == [cell.replace("\n", " "), "Lê Văn Ba"]


@pytest.mark.parametrize(
    "cell",
    ["Nguyễn Hoàng\nMai Anh Thư", "Nguyễn Hoàng\nLê Anh", "Nguyễn Thị Ngọc\nLê Mai", "Trần Lệ\nHà Minh Châu"],
)
def test_two_lines_that_are_names_and_may_be_one_are_asked(tmp_path, cell):
    reading = read(tmp_path, cell)
    assert names(reading) == ["Lê Văn Ba"]
    assert "nhiều dòng" in reasons(reading)[0]


@pytest.mark.parametrize(
    "cell", ["Nguyễn Hoàng\nMai Anh Thư", "Nguyễn Thị Thanh\nNgọc Huyền", "Hoàng Thị Ngọc\nMai Anh"]
)
def test_one_birth_beside_them_is_of_one_person(tmp_path, cell):
    reading = read(tmp_path, cell, "12/5/1980")
    assert names(reading) == [cell.replace("\n", " "), "Lê Văn Ba"]
    assert reading.problems == ()


@pytest.mark.parametrize(
    "cell", ["Hoàng Thị Thu\nHà Văn Mai", "1. Hoàng Thị Thu\n2. Hà Văn Mai", "Bà Lý Thị Na\nÔng Đỗ Hùng"]
)
def test_two_people_with_one_birth_are_asked(tmp_path, cell):
    reading = read(tmp_path, cell, "1980")
    assert names(reading) == ["Lê Văn Ba"]
    assert "của ai" in reasons(reading)[0]


@pytest.mark.parametrize(
    "cell", ["Hoàng Thị Thu\nHà Văn Mai", "Hoàng Thị Thu\nHà Thanh Mai", "Trần Lệ\nLý Thị Na"]
)
def test_two_births_are_of_two_people(tmp_path, cell):
    reading = read(tmp_path, cell, "1980\n1982")
    assert names(reading) == [*cell.split("\n"), "Lê Văn Ba"]
    assert [one.birth.year for one in reading.decisions[0].awards] == [1980, 1982, 1981]


def test_two_genders_are_of_two_people(tmp_path):
    header = ("STT", "Họ và tên", "Nam/Nữ", "Chức vụ", "Đơn vị")
    reading = read(tmp_path, "Hoàng Thị Thu\nHà Văn Mai", "Nữ\nNam", header)
    assert [one.gender for one in reading.decisions[0].awards][:2] == ["female", "male"]


def test_one_gender_beside_two_people_is_asked(tmp_path):
    header = ("STT", "Họ và tên", "Nam/Nữ", "Chức vụ", "Đơn vị")
    reading = read(tmp_path, "Hoàng Thị Thu\nHà Văn Mai", "Nữ", header)
    assert "Hoàng Thị Thu" not in names(reading)
    assert reading.problems


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Nguyễn Thị Thanh\nHuyền", ["Nguyễn Thị Thanh Huyền"]),
        ("Hoàng Thị Ngọc\nMai Anh", []),
        ("Lý Thị Na\nĐỗ Hùng", []),
        ("Trần Thị Mai\nLê Văn Ba", []),
    ],
)
def test_lists_of_a_year_too(tmp_path, cell, expected):
    header = ("STT", "Họ và tên", "Chức vụ", "Đơn vị", "Xếp loại")
    row = ("1", cell, "Giáo viên", SCHOOL, "Hoàn thành tốt nhiệm vụ")
    reading = sheet(tmp_path, ("KẾT QUẢ XẾP LOẠI CÁN BỘ NĂM 2018",), header, row)
    assert [one.name for one in reading.yearly] == expected
    assert bool(reading.problems) is not bool(expected)


@pytest.mark.parametrize(
    "cell",
    ["Nguyễn Văn An\nTrần Thị Bé", "1. Nguyễn Văn An\n2. Trần Thị Bé", "- Nguyễn Văn An\n- Trần Thị Bé"],
)
def test_authors_line_by_line_are_each_an_author(tmp_path, cell):
    header = ("STT", "Tên sáng kiến", "Tác giả", "Đơn vị", "Cấp công nhận")
    row = ("1", "Dạy đọc bằng tranh", cell, SCHOOL, "Cấp huyện")
    reading = sheet(tmp_path, ("DANH SÁCH SÁNG KIẾN NĂM 2018",), header, row)
    assert [one.name for one in reading.yearly] == ["Nguyễn Văn An", "Trần Thị Bé"]


def test_a_name_without_a_birth_beside_others_that_have_one(tmp_path):
    assert placed(read(tmp_path, "Lý Thị Na\nĐỗ Hùng"))[:2] == [
        ("Lý Thị Na", "Giáo viên", SCHOOL),
        ("Đỗ Hùng", "Giáo viên", SCHOOL),
    ]


@pytest.mark.parametrize("sign", ["- ", "-", "– ", "• ", "+ ", "* ", "'", "- Ông ", "+ Bà "])
def test_a_sign_before_a_name_is_no_part_of_it(tmp_path, sign):
    assert names(read(tmp_path, f"{sign}Nguyễn Văn An", "1980")) == ["Nguyễn Văn An", "Lê Văn Ba"]
