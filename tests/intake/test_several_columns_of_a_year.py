"""Lists of a year with several columns of the same thing: each of its year, or asked where they differ."""

from tests.intake.making import workbook
from tests.intake.test_yearly import BOOK, told
from thidua_desktop.intake.layouts import Layout
from thidua_desktop.intake.read import read_file

HEADING = ("XẾP LOẠI NĂM 2023",)


def read(tmp_path, *rows, layouts=()):
    path = workbook(tmp_path / "so-lieu.xlsx", rows)
    return read_file(path, BOOK, layouts={layout.key: layout for layout in layouts})


def person(*cells):
    return (1, "Nguyễn Thị Mai", "Phòng Nội vụ", *cells)


def test_each_column_of_a_year_gives_the_rating_of_that_year(tmp_path):
    header = ("STT", "Họ và tên", "Đơn vị", "Xếp loại năm 2022", "Xếp loại năm 2023")
    reading = read(tmp_path, HEADING, header, person("HTT", "HTXS"), (2, "Lý Văn An", "Phòng Y tế", "HT", ""))

    assert told(reading, "name", "year", "code") == [
        ("Nguyễn Thị Mai", 2022, "HTT"),
        ("Nguyễn Thị Mai", 2023, "HTXS"),
        ("Lý Văn An", 2022, "HT"),
    ]
    assert reading.problems == ()


def test_years_below_a_title_that_stands_over_them_are_its_years(tmp_path):
    header = ("STT", "Họ và tên", "Đơn vị", "Kết quả xếp loại", None)
    reading = read(tmp_path, HEADING, header, (None, None, None, "Năm 2022", "2023"), person("HTT", "HTXS"))

    assert told(reading, "row", "year", "code") == [(4, 2022, "HTT"), (4, 2023, "HTXS")]
    assert reading.problems == ()
    assert reading.tables[0].titles[3:] == ("Kết quả xếp loại / Năm 2022", "Kết quả xếp loại / 2023")


def test_the_year_of_the_only_column_stands_over_that_of_the_heading(tmp_path):
    header = ("STT", "Họ và tên", "Đơn vị", "Mức độ hoàn thành nhiệm vụ năm 2022")
    assert told(read(tmp_path, HEADING, header, person("HTT")), "year") == [(2022,)]


def test_columns_that_differ_without_a_year_are_asked_and_settled_by_leaving_one_out(tmp_path):
    header = ("STT", "Họ và tên", "Đơn vị", "Đánh giá, xếp loại", "Kết quả đánh giá")
    rows = (HEADING, header, person("HTT", "HTXS"), (2, "Lý Văn An", "Phòng Y tế", "HT", "HT"))
    reading = read(tmp_path, *rows)
    assert told(reading, "name", "code") == [("Lý Văn An", "HT")]
    [problem] = reading.problems
    assert (problem.row, "HTT; HTXS" in problem.reason) == (3, True)

    key = reading.tables[0].layout
    said = Layout(key, ("place", "name", "unit", "skip", "rating"))
    assert told(read(tmp_path, *rows, layouts=(said,)), "code") == [("HTXS",), ("HT",)]


def test_the_one_column_filled_is_taken(tmp_path):
    header = ("STT", "Họ và tên", "Đơn vị", "Kỷ luật", "Hình thức kỷ luật", "Từ ngày")
    reading = read(tmp_path, header, person("", "Khiển trách", "01/02/2023"))
    assert (told(reading, "code"), reading.problems) == ([("khien_trach",)], ())


def test_months_and_leave_of_two_years_stay_with_their_years(tmp_path):
    header = (
        *("STT", "Họ và tên", "Đơn vị", "Số tháng làm việc năm 2022", "Số ngày nghỉ năm 2022"),
        *("Số tháng làm việc năm 2023", "Số ngày nghỉ năm 2023"),
    )
    reading = read(tmp_path, ("THEO DÕI NGÀY CÔNG",), header, person(12, 5, 8, 40))
    assert told(reading, "year", "months", "leave_days") == [(2022, 12, 5), (2023, 8, 40)]


def test_pledges_in_two_columns_are_both_pledged(tmp_path):
    header = ("STT", "Họ và tên", "Đơn vị", "Danh hiệu đăng ký", "Đăng ký danh hiệu cao hơn")
    reading = read(tmp_path, ("ĐĂNG KÝ THI ĐUA NĂM 2024",), header, person("LĐTT", "CSTĐCS"))
    assert told(reading, "year", "code") == [(2024, "DH_LDTT"), (2024, "DH_CSTD_CS")]


def test_births_and_genders_stand_in_columns_for_men_and_for_women(tmp_path):
    births = (
        ("STT", "Họ và tên", "Năm sinh", None, "Đơn vị", "Xếp loại"),
        (None, None, "Nam", "Nữ", None, None),
        (1, "Nguyễn Thị Mai", None, 1980, "Phòng Nội vụ", "HTT"),
        (2, "Lý Văn An", 1975, None, "Phòng Nội vụ", "HT"),
    )
    reading = read(tmp_path, HEADING, *births)
    assert [(one.gender, one.birth.year, one.year) for one in reading.yearly] == [
        ("female", 1980, 2023),
        ("male", 1975, 2023),
    ]
    assert reading.problems == ()

    marks = ("STT", "Họ và tên", "Nam", "Nữ", "Đơn vị", "Xếp loại")
    reading = read(tmp_path, HEADING, marks, (1, "Nguyễn Thị Mai", "", "x", "Phòng Nội vụ", "HTT"))
    assert (told(reading, "gender", "year"), reading.problems) == ([("female", 2023)], ())


def test_of_members_counted_in_parts_the_sum_of_the_others_is_taken(tmp_path):
    header = ("STT", "Đơn vị", "Tổng số cán bộ, công chức", "Số viên chức", "Số lao động")
    rows = ((1, "Phòng Nội vụ", 5, 3, 2), (2, "Phòng Y tế", 12, 3, 2), (3, "Phòng Tư pháp", 4, 2, 2))
    reading = read(tmp_path, ("SỐ THÀNH VIÊN NĂM 2023",), header, *rows)
    assert told(reading, "name", "code") == [("Phòng Nội vụ", "5"), ("Phòng Tư pháp", "4")]
    assert [problem.row for problem in reading.problems] == [4]
