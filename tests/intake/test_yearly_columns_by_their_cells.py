"""Columns of lists of a year whose titles may mean several things are told by what stands in their cells."""

from datetime import date

import pytest

from tests.intake.making import workbook
from tests.intake.test_yearly import BOOK, told
from thidua_desktop.intake.read import read_file

HEADING = ("KẾT QUẢ ĐÁNH GIÁ, PHÂN LOẠI CÔNG CHỨC NĂM 2018",)
WHO = ("STT", "Họ và tên", "Đơn vị")
ROW = (1, "Lý Văn An", "Phòng Nội vụ")


def read(tmp_path, *rows):
    return read_file(workbook(tmp_path / "so-lieu.xlsx", rows), BOOK)


@pytest.mark.parametrize(
    "title",
    [
        *("Phân loại", "Kết quả phân loại", "Mức phân loại", "Phân loại đánh giá", "Đánh giá, phân loại"),
        *(
            "Phân loại chung",
            "Cấp có thẩm quyền xếp loại",
            "Cả năm",
            "Mức độ HTNV",
            "Kết luận xếp loại",
            "Kết quả",
        ),
        "Cấp có thẩm quyền đánh giá, xếp loại",
    ],
)
def test_a_column_of_ratings_is_known_by_them(tmp_path, title):
    rows = (
        (*ROW, "Hoàn thành tốt nhiệm vụ"),
        (2, "Hà Thị Bé", "nt", "nt"),
        (3, "Lý Ba", "nt", "Nghỉ thai sản"),
    )
    reading = read(tmp_path, HEADING, (*WHO, title), *rows)
    assert told(reading, "name", "code") == [("Lý Văn An", "HTT"), ("Hà Thị Bé", "HTT")]
    assert [problem.row for problem in reading.problems] == [5]


def test_what_one_says_of_oneself_or_of_a_quarter_is_left(tmp_path):
    header = (*WHO, "Cá nhân tự xếp loại", "Tập thể đơn vị xếp loại", "Cấp có thẩm quyền xếp loại")
    reading = read(tmp_path, HEADING, header, (*ROW, "HTXSNV", "HTXSNV", "HTNV"))
    assert (told(reading, "code"), reading.problems) == ([("HT",)], ())
    header = (*WHO, "Quý I", "Quý II", "Quý III", "Quý IV", "Cả năm")
    reading = read(tmp_path, HEADING, header, (*ROW, "HTNV", "HTNV", "HTNV", "HTNV", "HTTNV"))
    assert (told(reading, "code"), reading.problems) == ([("HTT",)], ())


def test_years_alone_over_ratings_are_of_these_years(tmp_path):
    for years in ((2017, 2018), ("Năm 2017", "Năm 2018")):
        reading = read(tmp_path, ("KẾT QUẢ ĐÁNH GIÁ VIÊN CHỨC",), (*WHO, *years), (*ROW, "HTTNV", "HTXSNV"))
        assert (told(reading, "year", "code"), reading.problems) == ([(2017, "HTT"), (2018, "HTXS")], ())


def test_years_below_a_title_that_ratings_make_clear(tmp_path):
    header, below = (*WHO, "Kết quả phân loại", None), (None, None, None, 2017, 2018)
    reading = read(tmp_path, ("ĐÁNH GIÁ VIÊN CHỨC",), header, below, (*ROW, "HTTNV", "HTXSNV"))
    assert (told(reading, "year", "code"), reading.problems) == ([(2017, "HTT"), (2018, "HTXS")], ())


def test_years_over_awards_are_of_awards(tmp_path):
    reading = read(tmp_path, ("DANH HIỆU ĐÃ ĐẠT",), (*WHO, 2017, 2018), (*ROW, "LĐTT", "CSTĐCS"))
    assert reading.yearly == ()


def test_forms_alone_are_of_discipline_where_the_heading_is(tmp_path):
    header = (*WHO, "Hình thức", "Ngày bắt đầu", "Ngày kết thúc")
    reading = read(
        tmp_path,
        ("DANH SÁCH BỊ KỶ LUẬT NĂM 2021",),
        header,
        (*ROW, "Khiển trách", "01/03/2021", "01/03/2022"),
    )
    assert told(reading, "subject", "code", "starts") == [("discipline", "khien_trach", date(2021, 3, 1))]
    assert (reading.problems, reading.decisions) == ((), ())


def test_pledges_are_marked_under_two_groups_of_titles(tmp_path):
    header = (*WHO, "Danh hiệu thi đua", None, "Hình thức khen thưởng")
    below = (None, None, None, "LĐTT", "CSTĐCS", "Giấy khen")
    reading = read(tmp_path, ("TỔNG HỢP ĐĂNG KÝ THI ĐUA NĂM 2021",), header, below, (*ROW, "x", "x", ""))
    assert told(reading, "code") == [("DH_LDTT",), ("DH_CSTD_CS",)]
    assert reading.problems == ()


def test_ratings_stand_over_their_rows(tmp_path):
    rows = (
        ("I", "Hoàn thành xuất sắc nhiệm vụ: 1 đồng chí"),
        ROW,
        ("II. Hoàn thành tốt nhiệm vụ",),
        (1, "Hà Thị Bé", "Phòng Y tế"),
    )
    reading = read(tmp_path, ("DANH SÁCH XẾP LOẠI CÔNG CHỨC NĂM 2019",), WHO, *rows)
    assert told(reading, "name", "unit", "code") == [
        ("Lý Văn An", "Phòng Nội vụ", "HTXS"),
        ("Hà Thị Bé", "Phòng Y tế", "HTT"),
    ]
    assert (reading.problems, reading.decisions) == ((), ())


def test_of_leave_in_parts_the_total_is_taken(tmp_path):
    header = (*WHO, "Tổng số ngày nghỉ trong năm", "Nghỉ phép", "Nghỉ ốm")
    reading = read(tmp_path, ("NGÀY NGHỈ NĂM 2022",), header, (*ROW, 9, 6, 3))
    assert (told(reading, "leave_days"), reading.problems) == ([(9,)], ())


@pytest.mark.parametrize(
    ("titles", "cells", "days"),
    [
        (("Nghỉ phép", "Nghỉ ốm", "Nghỉ không lương"), (5, 2, ""), 7),
        (("Nghỉ phép", "Nghỉ ốm", "Nghỉ không lương"), ("", 10, 0), 10),
        (("Số ngày nghỉ phép", "Số ngày nghỉ ốm"), (5, 5), 10),
        (("Nghỉ có phép", "Nghỉ không phép"), ("3 ngày", "không"), 3),
        (("Nghỉ phép", "Nghỉ ốm", "Nghỉ thai sản"), (5, 2, 180), 7),
        (("Số ngày nghỉ", "Trong đó nghỉ ốm"), (5, 2), 5),
    ],
)
def test_parts_of_leave_without_a_total_are_added_up(tmp_path, titles, cells, days):
    reading = read(tmp_path, ("NGÀY NGHỈ NĂM 2022",), (*WHO, *titles), (*ROW, *cells))
    assert (told(reading, "leave_days"), reading.problems) == ([(days,)], ())


def test_parts_of_leave_under_one_title_are_added_up_and_that_is_said(tmp_path):
    header = ((*WHO, "Số ngày nghỉ", "", ""), ("", "", "", "Phép", "Ốm", "Thai sản"))
    reading = read(tmp_path, ("NGÀY NGHỈ NĂM 2022",), *header, (*ROW, 4, 3, 120))
    assert told(reading, "leave_days", "inferred") == [(7, ("Số ngày nghỉ là tổng: Phép 4, Ốm 3",))]


def test_a_part_of_leave_that_is_no_number_is_asked(tmp_path):
    reading = read(tmp_path, ("NGÀY NGHỈ NĂM 2022",), (*WHO, "Nghỉ phép", "Nghỉ ốm"), (*ROW, 5, "cả tuần"))
    assert (told(reading, "leave_days"), [one.reason for one in reading.problems]) == (
        [],
        ["Không hiểu con số “cả tuần”."],
    )


def test_kinds_of_recipients_are_no_units(tmp_path):
    rows = (("I", "Tập thể"), (1, "Tổ 1", "HTTNV"), ("II", "Cá nhân"), (1, "Lý Văn An", "HTNV"))
    header = ("STT", "Tập thể, cá nhân", "Xếp loại")
    reading = read(tmp_path, ("TRƯỜNG TIỂU HỌC CAO KỲ",), ("XẾP LOẠI NĂM 2022",), header, *rows)
    assert told(reading, "recipient", "name", "unit") == [
        ("collective", "Tổ 1", ""),
        ("person", "Lý Văn An", "Trường Tiểu học Cao Kỳ"),
    ]
    assert reading.problems == ()


def test_what_explains_or_dates_a_list_is_no_row(tmp_path):
    rows = (
        (*ROW, "HTTNV"),
        ("Ghi chú: HTXSNV: Hoàn thành xuất sắc nhiệm vụ; HTTNV: Hoàn thành tốt nhiệm vụ",),
        ("HTNV: Hoàn thành nhiệm vụ",),
        ("", "", "", "Nà Mô, ngày 20 tháng 12 năm 2019"),
        ("Ghi chú: ông Lý Văn Ba chưa xếp loại",),
    )
    reading = read(tmp_path, HEADING, (*WHO, "Xếp loại"), *rows)
    assert told(reading, "name", "year") == [("Lý Văn An", 2018)]
    assert [problem.row for problem in reading.problems] == [7]


def test_the_unit_is_that_behind_the_title_or_right_above_the_table(tmp_path):
    header, row = ("STT", "Họ và tên", "Xếp loại"), (1, "Lý Văn An", "HTTNV")
    for above in (
        (("Kết quả xếp loại cán bộ năm 2020 - Phòng Y tế",),),
        (("KẾT QUẢ XẾP LOẠI NĂM 2020",), ("1. Phòng Y tế",)),
    ):
        reading = read(tmp_path, *above, header, row)
        assert told(reading, "name", "unit", "year") == [("Lý Văn An", "Phòng Y tế", 2020)]


def test_a_row_of_an_author_and_his_unit_alone_is_a_row(tmp_path):
    header = ("STT", "Tên sáng kiến", "Tác giả", "Đơn vị")
    rows = ((1, "Mái hiên", "Lý Văn An", "Phòng Y tế"), ("", "", "Hà Thị Bé", "Phòng Nội vụ"))
    reading = read(tmp_path, ("SÁNG KIẾN CẤP CƠ SỞ NĂM 2022",), header, *rows)
    assert told(reading, "name", "text", "unit") == [
        ("Lý Văn An", "Mái hiên", "Phòng Y tế"),
        ("Hà Thị Bé", "Mái hiên", "Phòng Nội vụ"),
    ]


def test_kinds_of_recipients_below_a_unit_leave_it(tmp_path):
    rows = (
        ("I", "TRƯỜNG TH NÀ LÀI"),
        (1, "Tập thể"),
        ("", "Tổ 1", "HTTNV"),
        (2, "Cá nhân"),
        (1, "Lý Văn An", "HTNV"),
    )
    reading = read(tmp_path, ("XẾP LOẠI NĂM 2022",), ("STT", "Họ và tên", "Xếp loại"), *rows)
    assert [(one.name, one.unit) for one in reading.yearly][-1:] == [("Lý Văn An", "TRƯỜNG TH NÀ LÀI")]
    assert reading.problems == ()


def test_a_heading_not_understood_ends_the_unit_above_it(tmp_path):
    rows = (
        ("I", "Trường TH Nà Lài"),
        (1, "Lý Văn An", "HTNV"),
        ("II", "Cấp học Mầm non"),
        (1, "Hà Thị Bé", "HTNV"),
    )
    reading = read(tmp_path, ("XẾP LOẠI NĂM 2022",), ("STT", "Họ và tên", "Xếp loại"), *rows)
    assert told(reading, "name", "unit") == [("Lý Văn An", "Trường TH Nà Lài"), ("Hà Thị Bé", "")]
    assert [problem.row for problem in reading.problems] == [5]


def test_an_office_that_signs_ends_the_list_and_a_heading_of_one_does_not(tmp_path):
    header = (*WHO, "Xếp loại")
    for signers in (
        (("", "", "", "HIỆU TRƯỞNG"), ("", "", "", "Ma Văn Tư")),
        (("", "KẾ TOÁN", "", "HIỆU TRƯỞNG"), ("", "Hà Thị Bé", "", "Ma Văn Tư")),
    ):
        reading = read(tmp_path, HEADING, header, (*ROW, "HTTNV"), *signers)
        assert (told(reading, "name"), reading.problems) == ([("Lý Văn An",)], ())
    reading = read(tmp_path, HEADING, header, ("HIỆU TRƯỞNG",), (*ROW, "HTTNV"))
    assert told(reading, "name") == [("Lý Văn An",)]
