"""What single cells of lists of a year say: spellings of ratings, days, terms, denials."""

from datetime import date

import pytest

from tests.intake.making import workbook
from tests.intake.test_yearly import BOOK, told
from thidua_desktop.domain.rating import RATINGS
from thidua_desktop.intake.read import read_file
from thidua_desktop.intake.yearly_values import day_in, days_in, rating_in, term_in

PUNISHED = ("STT", "Họ và tên", "Đơn vị", "Hình thức kỷ luật")


def read(tmp_path, *rows):
    return read_file(workbook(tmp_path / "so-lieu.xlsx", rows), BOOK)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        *((words, code) for code, words in RATINGS.items()),
        ("HT xuất sắc NV", "HTXS"),
        ("HT xuất sắc", "HTXS"),
        ("Hoàn thành XS nhiệm vụ", "HTXS"),
        ("HTXS NV", "HTXS"),
        ("HTXS nhiệm vụ", "HTXS"),
        ("H.thành tốt NV", "HTT"),
        ("Hoàn thành nhiệm vụ ở mức tốt", "HTT"),
        ("Hoàn thành tốt chức trách, nhiệm vụ", "HTT"),
        ("Hoàn thành chức trách, nhiệm vụ", "HT"),
        ("HTNV nhưng còn hạn chế về năng lực", "HT"),
        ("Không hoàn thành nhiệm vụ được giao", "KHT"),
        ("KHTNV", "KHT"),
        ("K.HTNV", "KHT"),
        ("Không hoàn thành tốt nhiệm vụ", ""),
        ("Không hoàn thành xuất sắc nhiệm vụ", ""),
        ("Hoàn thành chương trình lớp học", ""),
        ("Hoàn thành nhiệm vụ ở mức trung bình", ""),
    ],
)
def test_ratings_are_known_by_every_spelling_and_others_are_asked(words, code):
    assert rating_in(words) == code


def test_days_and_terms():
    assert day_in("15/3/21") == date(2021, 3, 15)
    assert day_in("15/3/98") == date(1998, 3, 15)
    assert day_in("30/02/24") is None
    assert days_in("01/02/2022 - 01/02/2023") == (date(2022, 2, 1), date(2023, 2, 1))
    assert days_in("từ ngày 01/02/2022 đến ngày 01/02/2023") == (date(2022, 2, 1), date(2023, 2, 1))
    assert days_in("05/06/2022-05/06/2023") == (date(2022, 6, 5), date(2023, 6, 5))
    assert days_in("5/2022") == days_in("01/02/2022") == (None, None)
    assert [term_in(words) for words in ("12 tháng", "06 th", "1 năm", "lâu dài")] == [12, 6, 12, None]


def test_days_of_leave_are_not_counted_in_months(tmp_path):
    header = ("Họ tên", "Đơn vị", "Năm", "Số tháng làm việc", "Số ngày nghỉ")
    said = (("9 th", "3 ngày"), (12, "6 tháng"), (12, "2 tuần"), ("40 ngày", ""), ("", "Không"))
    reading = read(
        tmp_path, header, *(("Lý Văn An", "Phòng Y tế", 2020 + at, *one) for at, one in enumerate(said))
    )
    assert told(reading, "year", "months", "leave_days") == [(2020, 9, 3), (2024, None, 0)]
    assert [problem.row for problem in reading.problems] == [3, 4, 5]


def test_a_discipline_ends_where_its_term_does(tmp_path):
    rows = (
        (1, "Lý Văn An", "Phòng Y tế", "Khiển trách", "01/03/2021", "12 tháng"),
        (2, "Lý Văn Ba", "Phòng Y tế", "Cảnh cáo", "31/08/2021", "06 tháng"),
        (3, "Lý Văn Tư", "Phòng Y tế", "Cảnh cáo", "01/03/2021", "đến khi có quyết định mới"),
        (4, "Lý Văn Sáu", "Phòng Y tế", "Buộc thôi việc", "01/03/2021", ""),
    )
    reading = read(tmp_path, ("KỶ LUẬT",), (*PUNISHED, "Ngày quyết định", "Thời hạn"), *rows)
    assert told(reading, "row", "starts", "ends", "document") == [
        (3, date(2021, 3, 1), date(2022, 3, 1), ""),
        (4, date(2021, 8, 31), date(2022, 2, 28), ""),
        (6, date(2021, 3, 1), None, ""),
    ]
    assert "ngày của quyết định" in " ".join(reading.yearly[0].inferred)
    [problem] = reading.problems
    assert (problem.row, "Thời hạn" in problem.reason) == (5, True)


@pytest.mark.parametrize(
    ("titles", "cells"),
    [
        (("Ngày bắt đầu", "Ngày kết thúc"), ("01/03/2021", "01/03/2022")),
        (("Từ", "Đến"), ("01/03/2021", "01/03/2022")),
        (("Thời gian thi hành từ ngày", "đến ngày"), ("01/03/2021", "01/03/2022")),
        (("Có hiệu lực từ", "Hết hiệu lực"), ("1/3/21", "1/3/22")),
        (("Thời gian",), ("01/03/2021 - 01/03/2022",)),
        (("Thời gian", "Ghi chú"), ("từ 01/03/2021 đến 01/03/2022", "")),
    ],
)
def test_the_days_of_a_discipline_under_other_titles(tmp_path, titles, cells):
    reading = read(
        tmp_path, ("KỶ LUẬT",), (*PUNISHED, *titles), (1, "Lý Văn An", "Phòng Y tế", "Khiển trách", *cells)
    )
    assert (told(reading, "starts", "ends"), reading.problems) == ([(date(2021, 3, 1), date(2022, 3, 1))], ())
