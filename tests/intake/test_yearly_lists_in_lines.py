"""Lists of a year in numbered lines, without a table: each line under its section or with a colon."""

import pytest

from tests.intake.making import document, lines, paragraph, table
from tests.intake.test_yearly import BOOK, told
from thidua_desktop.intake.read import read_file

OFFICE = "PHÒNG Y TẾ"
RATED = "Kết quả xếp loại công chức năm 2022"
PLEDGED = "DANH SÁCH ĐĂNG KÝ DANH HIỆU THI ĐUA NĂM 2022"


def read(tmp_path, *texts):
    return read_file(lines(tmp_path / "so-lieu.docx", texts), BOOK)


def asked(reading):
    return [problem.row for problem in reading.problems]


def test_ratings_stand_behind_a_colon(tmp_path):
    reading = read(
        tmp_path,
        OFFICE,
        "THÔNG BÁO KẾT QUẢ XẾP LOẠI NĂM 2022",
        "1. Ông Lý Văn An, Văn thư: Hoàn thành tốt nhiệm vụ",
        "2. Bà Lò Thị Mai, Trưởng phòng: Hoàn thành xuất sắc nhiệm vụ;",
        "3. Ông Vi Văn Bảy: HTNV.",
        "TRƯỞNG PHÒNG",
        "Lò Thị Mai",
    )
    assert told(reading, "row", "name", "gender", "post", "unit", "year", "code") == [
        (3, "Lý Văn An", "male", "Văn thư", "Phòng Y tế", 2022, "HTT"),
        (4, "Lò Thị Mai", "female", "Trưởng phòng", "Phòng Y tế", 2022, "HTXS"),
        (5, "Vi Văn Bảy", "male", "", "Phòng Y tế", 2022, "HT"),
    ]
    assert reading.problems == ()


def test_ratings_stand_over_sections(tmp_path):
    reading = read(
        tmp_path,
        OFFICE,
        RATED,
        "I. Hoàn thành xuất sắc nhiệm vụ: 01 đồng chí",
        "1. Lý Văn An - Kế toán",
        "II. Hoàn thành tốt nhiệm vụ:",
        "1. Lò Thị Mai - Phó Trưởng phòng",
        "2. Vi Văn Bảy - Chuyên viên",
        "III. Không hoàn thành nhiệm vụ: Không.",
        "IV. Không xếp loại:",
        "1. Hà Văn Sáu - Chuyên viên",
    )
    assert told(reading, "name", "post", "code") == [
        ("Lý Văn An", "Kế toán", "HTXS"),
        ("Lò Thị Mai", "Phó Trưởng phòng", "HTT"),
        ("Vi Văn Bảy", "Chuyên viên", "HTT"),
    ]
    assert asked(reading) == [10]


def test_pledges_stand_over_sections_and_behind_a_colon(tmp_path):
    reading = read(
        tmp_path,
        "TRƯỜNG MẦM NON VÍ DỤ",
        PLEDGED,
        "1. Chiến sĩ thi đua cơ sở:",
        "- Lý Văn An",
        "2. Lao động tiên tiến:",
        "- Lò Thị Mai",
        "- Vi Văn Bảy",
        "3. Trường Mầm non Ví Dụ: Tập thể lao động tiên tiến",
        "4. Tập thể: Tập thể lao động tiên tiến",
    )
    assert told(reading, "subject", "recipient", "name", "code") == [
        ("pledge", "person", "Lý Văn An", "DH_CSTD_CS"),
        ("pledge", "person", "Lò Thị Mai", "DH_LDTT"),
        ("pledge", "person", "Vi Văn Bảy", "DH_LDTT"),
        ("pledge", "collective", "Trường Mầm non Ví Dụ", "DH_TTLDTT"),
    ]
    assert asked(reading) == [9]


def test_what_stands_in_lines_above_a_table_is_read_too(tmp_path):
    rows = (("TT", "Họ và tên", "Chức vụ", "LĐTT", "CSTĐCS"), ("1", "Lý Văn An", "Chuyên viên", "x", ""))
    above = (OFFICE, PLEDGED, "I. TẬP THỂ", "1. Phòng Y tế: Tập thể lao động tiên tiến", "II. CÁ NHÂN")
    body = "".join(map(paragraph, above)) + table(rows)
    reading = read_file(document(tmp_path / "so-lieu.docx", body), BOOK)
    assert sorted(told(reading, "name", "code", "year")) == [
        ("Lý Văn An", "DH_LDTT", 2022),
        ("Phòng Y tế", "DH_TTLDTT", 2022),
    ]
    assert reading.problems == ()


def test_a_heading_not_understood_ends_the_section_above_it(tmp_path):
    reading = read(
        tmp_path,
        OFFICE,
        RATED,
        "I. Hoàn thành tốt nhiệm vụ:",
        "1. Lý Văn An - Kế toán",
        "2. Lò Thị Mai - Văn thư",
        "II. Các trường hợp khác:",
        "1. Vi Văn Bảy - Chuyên viên",
    )
    assert told(reading, "name") == [("Lý Văn An",), ("Lò Thị Mai",)]
    assert 7 in asked(reading)


@pytest.mark.parametrize(
    "heading",
    [
        "DANH SÁCH ĐỀ NGHỊ XẾP LOẠI NĂM 2022",
        "DANH SÁCH CÁ NHÂN HOÀN THÀNH NHIỆM VỤ ĐƯỢC TẶNG GIẤY KHEN NĂM 2022",
        "KẾT QUẢ XẾP LOẠI ĐẢNG VIÊN NĂM 2022",
    ],
)
def test_lines_of_something_else_give_nothing_of_a_year(tmp_path, heading):
    reading = read(tmp_path, OFFICE, heading, "1. Ông Lý Văn An, Văn thư: Hoàn thành tốt nhiệm vụ")
    assert reading.yearly == ()
    assert reading.problems
