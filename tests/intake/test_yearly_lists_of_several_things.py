"""Lists of a year that tell several things of each person: every one is read, each with its own columns."""

from datetime import date

from tests.intake.making import workbook
from tests.intake.test_yearly import BOOK, told
from thidua_desktop.intake.layouts import Layout
from thidua_desktop.intake.read import read_file

HEADING = ("KẾT QUẢ XẾP LOẠI VIÊN CHỨC NĂM 2022",)
WHO = ("STT", "Họ và tên", "Đơn vị")


def read(tmp_path, *rows, layouts=()):
    path = workbook(tmp_path / "so-lieu.xlsx", rows)
    return read_file(path, BOOK, layouts={layout.key: layout for layout in layouts})


def person(*cells):
    return (1, "Lý Văn An", "Phòng Y tế", *cells)


def test_everything_of_a_row_is_read(tmp_path):
    header = (
        *(*WHO, "Số tháng công tác", "Số ngày nghỉ", "Mức độ hoàn thành nhiệm vụ", "Sáng kiến"),
        *("Hình thức kỷ luật", "Từ ngày"),
    )
    reading = read(
        tmp_path,
        ("TỔNG HỢP DỮ LIỆU XÉT THI ĐUA NĂM 2021",),
        header,
        person(12, 2, "HTXSNV", "Vườn trường xanh", "Không", ""),
        (2, "Hà Thị Bé", "Phòng Y tế", 10, "", "HTNV", "", "Khiển trách", "01/03/2021"),
        (3, "Ma Văn Cường", "Phòng Y tế", "", "", "HTTNV", "Không", "", ""),
    )
    assert sorted(told(reading, "row", "subject", "code", "months", "leave_days", "text", "year")) == [
        (3, "idea", "co_so", None, None, "Vườn trường xanh", 2021),
        (3, "rating", "HTXS", None, None, "", 2021),
        (3, "work_year", "", 12, 2, "", 2021),
        (4, "discipline", "khien_trach", None, None, "", None),
        (4, "rating", "HT", None, None, "", 2021),
        (4, "work_year", "", 10, None, "", 2021),
        (5, "rating", "HTT", None, None, "", 2021),
    ]
    assert (reading.problems, reading.rows_read) == ((), 3)


def test_a_rating_beside_a_pledge_and_beside_an_idea_with_its_level(tmp_path):
    reading = read(tmp_path, HEADING, (*WHO, "Xếp loại", "Danh hiệu đăng ký"), person("HTXSNV", "LĐTT"))
    assert sorted(told(reading, "subject", "code")) == [("pledge", "DH_LDTT"), ("rating", "HTXS")]
    header = (*WHO, "Xếp loại", "Tên sáng kiến", "Cấp công nhận sáng kiến")
    rows = (person("HTXSNV", "Vườn trường xanh", "Cấp tỉnh"), (2, "Hà Thị Bé", "Phòng Y tế", "HTTNV", "", ""))
    reading = read(tmp_path, HEADING, header, *rows)
    assert sorted(told(reading, "row", "subject", "code")) == [
        (3, "idea", "tinh"),
        (3, "rating", "HTXS"),
        (4, "rating", "HTT"),
    ]
    assert reading.problems == ()


def test_each_thing_has_the_decision_that_stands_behind_it(tmp_path):
    header = (
        *(*WHO, "Xếp loại", "Số quyết định", "Tên sáng kiến", "Cấp công nhận", "Số quyết định"),
        *("Hình thức kỷ luật", "Từ ngày", "Số quyết định"),
    )
    row = person(
        "HTXSNV", "1/QĐ-UBND", "Vườn xanh", "Cơ sở", "2/QĐ-UBND", "Khiển trách", "1/2/2022", "3/QĐ-UBND"
    )
    reading = read(tmp_path, HEADING, header, row)
    assert {one.subject: one.document for one in reading.yearly} == {
        "rating": "1/QĐ-UBND",
        "idea": "2/QĐ-UBND",
        "discipline": "3/QĐ-UBND",
    }


def test_marks_stand_beside_other_things(tmp_path):
    header = (*WHO, "HTXSNV", "HTTNV", "HTNV", "Số tháng công tác")
    rows = (person("", "x", "", 9), (2, "Hà Thị Bé", "Phòng Y tế", "", "", "", 12))
    reading = read(tmp_path, HEADING, header, *rows)
    assert sorted(told(reading, "row", "subject", "code", "months")) == [
        (3, "rating", "HTT", None),
        (3, "work_year", "", 9),
        (4, "work_year", "", 12),
    ]
    assert [problem.row for problem in reading.problems] == [4]


def test_what_rates_an_initiative_rates_nobody(tmp_path):
    header = ("STT", "Họ và tên", "Đơn vị", "Tên sáng kiến", "Xếp loại")
    heading = ("SÁNG KIẾN CẤP CƠ SỞ NĂM 2022",)
    for rated in ("A", "Tốt", "Xuất sắc"):
        reading = read(tmp_path, heading, header, person("Vườn trường xanh", rated))
        assert (told(reading, "subject"), reading.problems) == ([("idea",)], ())


def test_a_row_that_tells_nothing_at_all_is_told(tmp_path):
    reading = read(
        tmp_path, HEADING, (*WHO, "Số tháng công tác", "Tên sáng kiến"), person("", ""), person(9, "")
    )
    assert told(reading, "row", "months") == [(4, 9)]
    assert [problem.row for problem in reading.problems] == [3]


def test_what_is_only_pledged_beside_titles_pledged_is_told_and_left(tmp_path):
    heading = ("ĐĂNG KÝ THI ĐUA VÀ ĐỀ TÀI, SÁNG KIẾN NĂM 2023",)
    header = (*WHO, "Đăng ký danh hiệu", "Tên đề tài, sáng kiến đăng ký")
    rows = (heading, header, person("CSTĐCS", "Vườn trường xanh"))
    reading = read(tmp_path, *rows)
    assert told(reading, "subject", "code") == [("pledge", "DH_CSTD_CS")]
    [problem] = reading.problems
    assert (problem.row, "“Tên đề tài, sáng kiến đăng ký” chưa đọc" in problem.reason) == (2, True)
    [table] = reading.tables
    assert table.roles == ("place", "name", "unit", "pledge", "")


def test_all_that_the_officer_names_is_read(tmp_path):
    odd = ("Số", "Người", "Chỗ", "Được", "Làm", "Nghĩ")
    key = "|".join(map(str.lower, odd))
    said = Layout(key, ("place", "name", "unit", "rating", "months", "idea"))
    reading = read(tmp_path, HEADING, odd, person("HTT", 11, "Vườn trường xanh"), layouts=(said,))
    assert sorted(told(reading, "subject")) == [("idea",), ("rating",), ("work_year",)]


def test_ratings_of_two_years_do_not_give_their_years_to_what_stands_beside(tmp_path):
    header = (
        *WHO,
        "Xếp loại năm 2021",
        "Xếp loại năm 2022",
        "Hình thức kỷ luật",
        "Từ ngày",
        "Số tháng công tác",
    )
    reading = read(
        tmp_path, ("TỔNG HỢP NĂM 2022",), header, person("HT", "HTT", "Khiển trách", "01/03/2021", 11)
    )
    assert sorted(told(reading, "subject", "code", "starts", "months"), key=str) == [
        ("discipline", "khien_trach", date(2021, 3, 1), None),
        ("rating", "HT", None, None),
        ("rating", "HTT", None, None),
        ("work_year", "", None, 11),
    ]
    assert {(one.subject, one.year) for one in reading.yearly} == {
        ("discipline", None),
        ("rating", 2021),
        ("rating", 2022),
        ("work_year", 2022),
    }


def test_groups_of_columns_tell_what_stands_below_them(tmp_path):
    header = (*WHO, "Kết quả xếp loại", None, "Sáng kiến", None, None, "Kỷ luật", None)
    below = (None, None, None, "Điểm", "Mức", "Tên", "Cấp", "Xếp loại", "Hình thức", "Từ ngày")
    row = person(95, "HTTNV", "Vườn trường xanh", "Cơ sở", "A", "Khiển trách", "1/2/2022")
    reading = read(tmp_path, HEADING, header, below, row)
    assert sorted(told(reading, "subject", "code", "text")) == [
        ("discipline", "khien_trach", ""),
        ("idea", "co_so", "Vườn trường xanh"),
        ("rating", "HTT", ""),
    ]
    assert reading.problems == ()


def test_the_term_of_service_is_no_year_of_work(tmp_path):
    reading = read(tmp_path, HEADING, (*WHO, "Thời gian công tác", "Xếp loại"), person("10 năm", "HTTNV"))
    assert (told(reading, "subject"), reading.problems) == ([("rating",)], ())


def test_titles_pledged_are_marked_beside_ratings(tmp_path):
    heading = ("XẾP LOẠI VÀ ĐĂNG KÝ THI ĐUA NĂM 2022",)
    reading = read(tmp_path, heading, (*WHO, "Xếp loại", "LĐTT", "CSTĐCS"), person("HTTNV", "x", ""))
    assert sorted(told(reading, "subject", "code")) == [("pledge", "DH_LDTT"), ("rating", "HTT")]


def test_discipline_of_the_party_stands_beside_that_of_the_office(tmp_path):
    heading = ("DANH SÁCH CÁN BỘ BỊ KỶ LUẬT ĐANG TRONG THỜI GIAN THI HÀNH",)
    header = (*WHO, "Hình thức kỷ luật Đảng", "Hình thức kỷ luật chính quyền", "Từ ngày")
    reading = read(tmp_path, heading, header, person("Cảnh cáo", "Khiển trách", "1/2/2022"))
    assert told(reading, "code") == [("khien_trach",)]
    [problem] = reading.problems
    assert "“Hình thức kỷ luật Đảng” chưa đọc" in problem.reason


def test_what_stands_beside_pledges_is_never_lost_unsaid(tmp_path):
    heading = ("ĐĂNG KÝ DANH HIỆU THI ĐUA NĂM 2024",)
    for title in ("Danh hiệu", "Danh hiệu đăng ký"):
        header = (*WHO, "Mức độ hoàn thành nhiệm vụ", title, "Số tháng công tác")
        reading = read(tmp_path, heading, header, person("HTXSNV", "LĐTT", 12))
        assert told(reading, "subject", "code") == [("pledge", "DH_LDTT")]
        assert [problem.reason.split("”")[0] for problem in reading.problems] == [
            "Cột “Mức độ hoàn thành nhiệm vụ",
            "Cột “Số tháng công tác",
        ]


def test_leave_beside_ratings_is_asked_where_it_is_not_understood(tmp_path):
    reading = read(
        tmp_path, HEADING, (*WHO, "Xếp loại", "Số ngày nghỉ"), person("HTTNV", "40 ngày không lương")
    )
    assert told(reading, "subject") == [("rating",)]
    assert ["40 ngày" in problem.reason for problem in reading.problems] == [True]


def test_training_beside_ratings_alone_is_told(tmp_path):
    header = (*WHO, "Xếp loại", "Đào tạo, bồi dưỡng")
    reading = read(tmp_path, HEADING, header, person("HTTNV", "Trung cấp lý luận chính trị"))
    assert told(reading, "subject") == [("rating",)]
    assert ["“Đào tạo, bồi dưỡng” chưa đọc" in problem.reason for problem in reading.problems] == [True]
    reading = read(tmp_path, HEADING, (*header, "Số tháng công tác"), person("HTTNV", "Tin học", 12))
    assert sorted(told(reading, "subject", "text")) == [("rating", ""), ("work_year", "Tin học")]
