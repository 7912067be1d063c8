"""Lists that a hasty reader takes for something else: what is not plain is asked, never entered."""

import pytest
import xlsxwriter

from tests.intake.generated import BOOK
from tests.intake.making import REFERENCE
from tests.intake.short_lists import (
    ADVANCED,
    AN,
    HEADER,
    SCHOOL,
    awards,
    names,
    reasons,
    reasons_by_row,
    sheet,
    told,
    typed,
)
from thidua_desktop.intake.read import read_file

GIVEN = "DANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN CỦA CHỦ TỊCH UBND HUYỆN NĂM 2018"
OTHER = "Trường THCS Quân Hà"
NA = ("2", "Lý Thị Na", "Kế toán", OTHER)


@pytest.mark.parametrize("heading", ["Gương điển hình tiên tiến: 01 cá nhân", "Gương điển hình tiên tiến"])
def test_a_heading_behind_a_plain_number_is_nobody_and_ends_the_award_before(tmp_path, heading):
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), HEADER, AN, ("2", heading), ("1", *NA[1:]))
    assert told(reading) == [("Nguyễn Văn An", "DH_LDTT", 2018)]
    [(row, reason)] = reasons_by_row(reading)
    assert row == 6
    assert reason.startswith("Không có “Gương điển hình tiên tiến” trong danh mục")


def test_known_awards_behind_plain_numbers_hold_for_the_rows_below_them(tmp_path):
    reading = sheet(
        tmp_path,
        (ADVANCED,),
        (REFERENCE,),
        HEADER,
        ("1", "Lao động tiên tiến: 01 cá nhân"),
        AN,
        ("2", "Chiến sĩ thi đua cơ sở: 01 cá nhân"),
        ("1", *NA[1:]),
    )
    assert told(reading) == [("Nguyễn Văn An", "DH_LDTT", 2018), ("Lý Thị Na", "DH_CSTD_CS", 2018)]
    assert reasons(reading) == []


def test_such_headings_stand_in_numbered_lists_of_word_too(tmp_path):
    reading = typed(
        tmp_path,
        ADVANCED,
        REFERENCE,
        "1. Ông Nguyễn Văn An, Giáo viên, Trường Tiểu học Cẩm Giàng;",
        "2. Chiến sĩ thi đua cơ sở: 01 cá nhân",
        "1. Bà Lý Thị Na, Kế toán, Trường THCS Quân Hà.",
    )
    assert told(reading) == [("Nguyễn Văn An", "DH_LDTT", 2018), ("Lý Thị Na", "DH_CSTD_CS", 2018)]


def test_kinds_behind_numbers_are_headings_and_dashes_number_rows(tmp_path):
    reading = sheet(
        tmp_path,
        (GIVEN,),
        (REFERENCE,),
        ("STT", "Tên", "Đơn vị"),
        ("IV", "GIẤY KHEN CỦA CHỦ TỊCH UBND HUYỆN"),
        ("1", "Tập thể"),
        ("-", SCHOOL, ""),
        ("2", "Cá nhân"),
        ("-", "Nguyễn Văn An", OTHER),
    )
    assert [(one.recipient, one.name, one.unit) for one in awards(reading)] == [
        ("collective", SCHOOL, ""),
        ("person", "Nguyễn Văn An", OTHER),
    ]
    assert reasons(reading) == []


def test_somebody_with_a_post_is_no_collective_whatever_the_award_says(tmp_path):
    row = ("1", "Triệu Tòn Phú", "Hiệu trưởng", OTHER, "TTLĐTT")
    reading = sheet(tmp_path, (GIVEN,), (REFERENCE,), (*HEADER, "Danh hiệu"), row)
    assert awards(reading) == []
    assert "danh hiệu chỉ tặng tập thể" in reasons(reading)[0]


def test_the_same_row_twice_is_asked(tmp_path):
    rows = AN, NA, *((str(place), *AN[1:]) for place in range(3, 5))
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), HEADER, *rows)
    assert len(awards(reading)) == 2, "the paper may mean two people, or one written twice"
    assert [(one.row, one.candidate.name) for one in reading.problems] == [(6, AN[1]), (7, AN[1])]
    assert all("giống hệt dòng 4" in reason for reason in reasons(reading))
    assert reading.decisions[0].remarks == ()


def test_namesakes_told_apart_by_post_or_birth_are_both_taken(tmp_path):
    header = (*HEADER, "Năm sinh")
    rows = (*AN, "1970"), ("2", *AN[1:], "1985"), ("3", AN[1], "Bảo vệ", SCHOOL, "1985")
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), header, *rows)
    assert len(awards(reading)) == 3
    assert reading.decisions[0].remarks == ()


@pytest.mark.parametrize(
    ("name", "is_asked"),
    [
        ("Nguyễn Văn An Giáo viên", True),
        ("Nguyễn Văn An Hiệu trưởng", True),
        ("Lý Na Phó Chủ tịch", True),
        ("Nguyễn\nVăn An", False),
        ("Nguyễn văn an", False),
        ("Lê Kế Toán", False),
        ("NGUYỄN VĂN AN", False),
    ],
)
def test_a_post_written_below_a_name_is_no_part_of_it(tmp_path, name, is_asked):
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), ("STT", "Họ và tên", "Đơn vị"), ("1", name, SCHOOL))
    assert bool(awards(reading)) is not is_asked
    assert bool(reasons(reading)) is is_asked
    if is_asked:
        assert "không chỉ là họ tên" in reasons(reading)[0]


def test_how_many_a_unit_has_is_no_award(tmp_path):
    reading = sheet(
        tmp_path,
        ("BIỂU TỔNG HỢP SỐ LƯỢNG DANH HIỆU THI ĐUA NĂM 2018",),
        (REFERENCE,),
        ("STT", "Đơn vị", "LĐTT", "CSTĐCS", "Giấy khen", "TTLĐTT"),
        ("1", SCHOOL, "12", "2", "0", "1"),
        ("2", OTHER, "1", "1", "0", "1"),
    )
    assert awards(reading) == []
    assert [(problem.row, problem.rows) for problem in reading.problems] == [(4, 2)]


def test_ones_are_marks_where_nothing_is_counted(tmp_path):
    header = ("STT", "Họ và tên", "Đơn vị", "LĐTT", "CSTĐCS")
    rows = ("1", "Nguyễn Văn An", SCHOOL, "1", "1"), ("2", "Lý Thị Na", OTHER, "1", "0")
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), header, *rows)
    assert [(name, award) for name, award, _ in told(reading)] == [
        ("Nguyễn Văn An", "DH_LDTT"),
        ("Nguyễn Văn An", "DH_CSTD_CS"),
        ("Lý Thị Na", "DH_LDTT"),
    ]


def test_years_below_a_merged_title_are_columns_of_years(tmp_path):
    path = tmp_path / "danh sach.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet()
        rows = (
            ("DANH SÁCH CHIẾN SĨ THI ĐUA CƠ SỞ GIAI ĐOẠN 2017-2018",),
            (REFERENCE,),
            ("STT", "Họ và tên", "Đơn vị"),
            ("", "", "", 2017, 2018),
            (1, "Nguyễn Văn An", SCHOOL, "x", "x"),
            (2, "Lý Thị Na", OTHER, "", "x"),
        )
        for place, row in enumerate(rows):
            page.write_row(place, 0, row)
        page.merge_range("D3:E3", "Năm được công nhận")
    reading = read_file(path, BOOK)
    assert told(reading) == [
        ("Nguyễn Văn An", "DH_CSTD_CS", 2017),
        ("Nguyễn Văn An", "DH_CSTD_CS", 2018),
        ("Lý Thị Na", "DH_CSTD_CS", 2018),
    ]
    assert reasons(reading) == []


def test_a_list_of_flags_states_no_total_and_keeps_its_year(tmp_path):
    reading = sheet(
        tmp_path,
        ("DANH SÁCH CỜ THI ĐUA CỦA UBND TỈNH VÀ TẬP THỂ LAO ĐỘNG XUẤT SẮC NĂM 2018",),
        (REFERENCE.replace("huyện Bạch Thông", "tỉnh Bắc Kạn"),),
        ("STT", "Tên tập thể", "Danh hiệu"),
        ("1", SCHOOL, "Cờ thi đua"),
        ("2", OTHER, "Tập thể lao động xuất sắc"),
    )
    assert told(reading) == [(SCHOOL, "DH_CO_TINH", 2018), (OTHER, "DH_TTLDXS", 2018)]
    assert [decision.remarks for decision in reading.decisions] == [()]


def test_the_old_and_the_dead_are_called_by_their_names(tmp_path):
    rows = ("1", "Cụ Nguyễn Văn An", "Hội viên", SCHOOL), ("2", "Cố Triệu Tòn Phú", "Hội viên", OTHER)
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), HEADER, *rows)
    assert names(reading) == ["Nguyễn Văn An", "Triệu Tòn Phú"]


@pytest.mark.parametrize("title", [GIVEN.replace("TẬP THỂ, ", ""), ADVANCED])
def test_two_lists_side_by_side_are_asked_whole(tmp_path, title):
    reading = sheet(
        tmp_path,
        (title,),
        (REFERENCE,),
        ("STT", "Tên tập thể", "", "STT", "Họ và tên", "Chức vụ, đơn vị"),
        ("1", SCHOOL, "", "1", "Lý Thị Na", f"Kế toán, {OTHER}"),
    )
    assert awards(reading) == []
    assert [row for row, reason in reasons_by_row(reading) if "hai danh sách đứng cạnh nhau" in reason] == [4]


def test_a_unit_named_above_a_second_table_is_that_of_its_rows(tmp_path):
    reading = sheet(
        tmp_path,
        (ADVANCED,),
        (f"Đơn vị: {SCHOOL}",),
        (REFERENCE,),
        HEADER[:3],
        AN[:3],
        (f"Đơn vị: {OTHER}",),
        HEADER[:3],
        ("1", *NA[1:3]),
    )
    assert [(one.name, one.unit) for one in awards(reading)] == [
        ("Nguyễn Văn An", SCHOOL),
        ("Lý Thị Na", OTHER),
    ]
