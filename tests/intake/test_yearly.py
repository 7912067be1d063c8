"""Lists of ratings, initiatives, discipline, months worked and pledges are read row by row."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.intake.making import GOOD, workbook
from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.domain.rating import RATINGS
from thidua_desktop.domain.titles import TitleBook, TitleEntry
from thidua_desktop.intake.read import read_file
from thidua_desktop.intake.yearly_values import applied_in, form_in, level_in, number_in, rating_in, state_in

BOOK = TitleBook(
    [
        TitleEntry("DH_LDTT", "title", ("person",), ("district",), ("Lao động tiên tiến", "LĐTT")),
        TitleEntry("DH_CSTD_CS", "title", ("person",), ("district",), ("Chiến sĩ thi đua cơ sở", "CSTĐCS")),
        TitleEntry(
            "DH_TTLDTT", "title", ("collective",), ("district",), ("Tập thể lao động tiên tiến", "TTLĐTT")
        ),
    ]
)


def read(tmp_path, *rows, name="so-lieu.xlsx", **more):
    return read_file(workbook(tmp_path / name, rows, **more), BOOK)


def told(reading, *names):
    return [tuple(getattr(row, name) for name in names) for row in reading.yearly]


def test_a_list_of_ratings_is_read_with_the_year_of_its_heading(tmp_path):
    reading = read(
        tmp_path,
        ("UBND HUYỆN BẠCH THÔNG",),
        ("KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC NĂM 2023",),
        (),
        (
            "STT",
            "Họ và tên",
            "Ngày sinh",
            "Chức vụ",
            "Đơn vị công tác",
            "Mức độ hoàn thành nhiệm vụ",
            "Ghi chú",
        ),
        (
            1,
            "Nguyễn Thị Mai",
            "03/02/1980",
            "Giáo viên",
            "Trường Tiểu học Cao Sơn",
            "Hoàn thành xuất sắc nhiệm vụ",
            "",
        ),
        (2, "Lý Văn An", 1975, "Nhân viên", "-nt-", "HTTNV", "Mới chuyển đến"),
        (3, "Trường Tiểu học Cao Sơn", "", "", "", "HTNV", ""),
        (None, "Tổng cộng: 3 trường hợp"),
        ("", "", "", "", "NGƯỜI LẬP BIỂU"),
        ("", "", "", "", "Hà Văn Nam"),
    )
    assert (reading.form, reading.rows_read, reading.decisions, reading.problems) == ("yearly", 3, (), ())
    assert told(reading, "row", "recipient", "name", "unit", "post", "year", "code") == [
        (5, "person", "Nguyễn Thị Mai", "Trường Tiểu học Cao Sơn", "Giáo viên", 2023, "HTXS"),
        (6, "person", "Lý Văn An", "Trường Tiểu học Cao Sơn", "Nhân viên", 2023, "HTT"),
        (7, "collective", "Trường Tiểu học Cao Sơn", "", "", 2023, "HT"),
    ]
    assert told(reading, "birth", "note")[:2] == [
        (PartialDate(1980, 2, 3), ""),
        (PartialDate(1975), "Mới chuyển đến"),
    ]


def test_the_year_stands_in_a_column_a_sheet_or_the_rows_wait(tmp_path):
    header = ("Họ tên", "Đơn vị", "Năm", "Xếp loại")
    reading = read(
        tmp_path, header, ("Lý Văn An", "Phòng Nội vụ", 2021, "HTT"), ("Lý Văn An", "Phòng Nội vụ", "", "HT")
    )
    assert told(reading, "name", "year") == [("Lý Văn An", 2021)]
    assert [(p.row, p.reason) for p in reading.problems] == [
        (3, "Không thấy năm: thêm cột Năm hoặc ghi năm ở đầu đề.")
    ]
    header = ("Họ tên", "Đơn vị", "Xếp loại")
    reading = read(tmp_path, header, ("Lý Văn An", "Phòng Nội vụ", "HTT"), names=["2019"], name="b.xlsx")
    assert told(reading, "year") == [(2019,)]


def test_what_is_not_understood_is_said_with_its_row(tmp_path):
    reading = read(
        tmp_path,
        ("Xếp loại năm 2023",),
        ("Họ tên", "Đơn vị", "Xếp loại"),
        ("Lý Văn An", "Phòng Nội vụ", "Loại A"),
        ("Lý Văn Ba", "Phòng Nội vụ", ""),
        ("", "Phòng Nội vụ", "HTT"),
        ("#CMD", "Phòng Nội vụ", "HTT"),
    )
    assert reading.yearly == ()
    assert [(p.row, p.reason) for p in reading.problems] == [
        (3, "Không hiểu mức độ hoàn thành “Loại A”."),
        (4, "Ô mức độ hoàn thành để trống."),
        (5, "Dòng không có họ tên hoặc tên đơn vị: ghi thêm rồi nhập lại."),
        (6, "Tên có ký tự lạ “#”: sửa lại tên rồi nhập."),
    ]


def test_a_list_of_initiatives_names_each_author(tmp_path):
    reading = read(
        tmp_path,
        ("DANH SÁCH SÁNG KIẾN ĐƯỢC CÔNG NHẬN NĂM HỌC 2021-2022",),
        ("TT", "Tên sáng kiến", "Tác giả", "Đơn vị", "Cấp công nhận", "Số quyết định", "Ngày ký", "Áp dụng"),
        (
            1,
            "Dạy đọc bằng truyện tranh",
            "Nguyễn Thị Mai",
            "Trường TH Cao Sơn",
            "Cơ sở",
            "12/QĐ-UBND",
            "05/06/2022",
            "x",
        ),
        (
            2,
            "Vườn trường xanh",
            "Lý Văn An; Hà Thị Bé",
            "Trường TH Cao Sơn",
            "Cấp huyện",
            "12/QĐ-UBND",
            "05/06/2022",
            "",
        ),
        ("", "", "Ma Văn Cường", "Trường TH Cao Sơn", "Cấp huyện", "12/QĐ-UBND", "05/06/2022", ""),
    )
    assert told(reading, "name", "text", "year", "code", "applied") == [
        ("Nguyễn Thị Mai", "Dạy đọc bằng truyện tranh", 2022, "co_so", True),
        ("Lý Văn An", "Vườn trường xanh", 2022, "huyen", None),
        ("Hà Thị Bé", "Vườn trường xanh", 2022, "huyen", None),
        ("Ma Văn Cường", "Vườn trường xanh", 2022, "huyen", None),
    ]
    assert {row.document for row in reading.yearly} == {"12/QĐ-UBND ngày 05/06/2022"}
    assert not reading.problems


def test_a_list_of_discipline_has_its_days(tmp_path):
    reading = read(
        tmp_path,
        ("Họ và tên", "Đơn vị", "Hình thức kỷ luật", "Từ ngày", "Đến ngày", "Số quyết định"),
        ("Lý Văn An", "Phòng Nội vụ", "Khiển trách", "01/03/2022", "01/03/2023", "7/QĐ-UBND"),
        ("Lý Văn Ba", "Phòng Nội vụ", "Cảnh cáo", 44621, "", ""),
        ("Lý Văn Tư", "Phòng Nội vụ", "Phê bình", "01/03/2022", "", ""),
        ("Lý Văn Năm", "Phòng Nội vụ", "Cách chức", "", "", ""),
        ("Lý Văn Sáu", "Phòng Nội vụ", "Cảnh cáo", "01/03/2022", "01/02/2022", ""),
    )
    assert told(reading, "name", "code", "starts", "ends", "note") == [
        ("Lý Văn An", "khien_trach", date(2022, 3, 1), date(2023, 3, 1), ""),
        ("Lý Văn Ba", "canh_cao", date(2022, 3, 1), None, ""),
        ("Lý Văn Tư", "khac", date(2022, 3, 1), None, "Phê bình"),
    ]
    assert [p.reason for p in reading.problems] == [
        "Không có ngày bắt đầu kỷ luật (Từ ngày).",
        "Ngày hết hiệu lực trước ngày có hiệu lực.",
    ]


def test_a_registration_names_titles_by_their_synonyms_under_the_unit_of_its_heading(tmp_path):
    reading = read(
        tmp_path,
        ("UBND HUYỆN BẠCH THÔNG",),
        ("TRƯỜNG TIỂU HỌC CAO SƠN",),
        ("BẢN ĐĂNG KÝ THI ĐUA NĂM 2024",),
        ("STT", "Họ và tên", "Chức vụ", "Danh hiệu đăng ký"),
        (1, "Nguyễn Thị Mai", "Giáo viên", "LĐTT, CSTĐCS"),
        (2, "Lý Văn An", "Giáo viên", "Lao động tiên tiến"),
        (3, "Hà Thị Bé", "Giáo viên", "Người tốt"),
        (4, "Trường Tiểu học Cao Sơn", "", "TTLĐTT"),
    )
    assert told(reading, "name", "unit", "year", "code") == [
        ("Nguyễn Thị Mai", "Trường Tiểu học Cao Sơn", 2024, "DH_LDTT"),
        ("Nguyễn Thị Mai", "Trường Tiểu học Cao Sơn", 2024, "DH_CSTD_CS"),
        ("Lý Văn An", "Trường Tiểu học Cao Sơn", 2024, "DH_LDTT"),
        ("Trường Tiểu học Cao Sơn", "", 2024, "DH_TTLDTT"),
    ]
    [problem] = reading.problems
    assert "Không có “Người tốt” trong danh mục" in problem.reason


def test_months_worked_and_days_of_leave(tmp_path):
    reading = read(
        tmp_path,
        ("Họ tên", "Đơn vị", "Năm", "Số tháng làm việc", "Số ngày nghỉ"),
        ("Lý Văn An", "Phòng Nội vụ", 2023, 12, 5),
        ("Lý Văn Ba", "Phòng Nội vụ", 2023, "9 tháng", ""),
        ("Lý Văn Tư", "Phòng Nội vụ", 2023, 15, ""),
    )
    assert told(reading, "name", "months", "leave_days") == [("Lý Văn An", 12, 5), ("Lý Văn Ba", 9, None)]
    assert [p.reason for p in reading.problems] == ["Số tháng làm việc trong năm là 15: xem lại."]


def test_a_list_of_awards_stays_one_whatever_its_columns_tell_beside(tmp_path):
    heading, reference, blank, header, *people = GOOD
    rated = [(*row, "HTXSNV") for row in people if len(row) > 2]
    reading = read(tmp_path, heading, reference, blank, (*header, "Mức độ hoàn thành nhiệm vụ"), *rated)
    assert (reading.yearly, len(reading.decisions)) == ((), 1)
    plain = [(*row[:5], "HTXSNV") for row in people if len(row) > 2]
    reading = read(tmp_path, heading, reference, (*header[:5], "Xếp loại"), *plain, name="b.xlsx")
    assert (reading.yearly, len(reading.decisions)) == ((), 1)


def test_a_workbook_may_hold_awards_and_what_is_known_of_a_year(tmp_path):
    rated = (("Xếp loại năm 2018",), ("Họ tên", "Đơn vị", "Xếp loại"), ("Lý Văn Thử", "Phòng Nội vụ", "HTT"))
    reading = read_file(workbook(tmp_path / "hai.xlsx", GOOD, rated), BOOK)
    assert (reading.form, len(reading.decisions[0].awards), len(reading.yearly), reading.rows_read) == (
        "annex",
        2,
        1,
        3,
    )


@pytest.mark.parametrize(
    ("reader", "words", "code"),
    [
        *((rating_in, words, code) for code, words in RATINGS.items()),
        (rating_in, "HTXSNV", "HTXS"),
        (rating_in, "Xuất sắc", "HTXS"),
        (rating_in, "HTT NV", "HTT"),
        (rating_in, "hoàn thành nhiệm vụ nhưng còn hạn chế về năng lực", "HT"),
        (rating_in, "Không HTNV", "KHT"),
        (rating_in, "A", ""),
        (level_in, "Cấp tỉnh", "tinh"),
        (level_in, "Toàn quốc", "toan_quoc"),
        (level_in, "Trường", "co_so"),
        (level_in, "Liên xã", ""),
        (form_in, "Cách chức Phó Chủ tịch", "cach_chuc"),
        (form_in, "", ""),
        (state_in, "Đã nghiệm thu, áp dụng", "nghiem_thu_ap_dung"),
        (state_in, "Đạt", ""),
        (applied_in, "Có", True),
        (applied_in, "Chưa áp dụng", False),
        (applied_in, "?", None),
        (number_in, "12", 12),
        (number_in, "11,0", 11),
        (number_in, "10 tháng", 10),
        (number_in, "mười", None),
    ],
)
def test_what_cells_say(reader, words, code):
    assert reader(words) == code


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["Lý Văn An", "Hà Thị Bé", "Ma Văn Cường", "Nông Thị Dịu"]),
            st.sampled_from(["HTXSNV", "HTTNV", "HTNV", "Không hoàn thành nhiệm vụ"]),
            st.integers(2010, 2030),
        ),
        min_size=1,
        max_size=12,
    ),
    st.permutations(["name", "unit", "year", "rating"]),
    st.booleans(),
)
def test_ratings_come_out_as_written_in_any_order_of_columns(tmp_path_factory, people, order, numbered):
    titles = {"name": "Họ và tên", "unit": "Đơn vị", "year": "Năm", "rating": "Xếp loại"}
    cells = [
        {"name": name, "unit": "Phòng Nội vụ", "year": year, "rating": rating}
        for name, rating, year in people
    ]
    rows = [[titles[code] for code in order], *([one[code] for code in order] for one in cells)]
    if numbered:
        rows = [["STT", *rows[0]], *([place, *row] for place, row in enumerate(rows[1:], 1))]
    reading = read_file(workbook(tmp_path_factory.mktemp("bang") / "a.xlsx", rows), BOOK)
    assert told(reading, "name", "year", "code") == [
        (name, year, rating_in(rating)) for name, rating, year in people
    ]


def test_names_of_titles_in_the_cells_below_a_header_are_no_second_row_of_it(tmp_path):
    reading = read(
        tmp_path,
        ("ĐĂNG KÝ THI ĐUA NĂM 2020",),
        ("STT", "Họ và tên", "Chức vụ", "Danh hiệu đăng ký"),
        ("1", "Hoàng Thị Mẫu", "Giáo viên", "CSTĐCS"),
        ("2", "Lý Văn Thử", "Giáo viên", "LĐTT"),
    )
    assert told(reading, "name", "code") == [("Hoàng Thị Mẫu", "DH_CSTD_CS"), ("Lý Văn Thử", "DH_LDTT")]
    assert reading.problems == ()


def test_units_in_the_column_of_names_and_a_second_year_hold_below_them(tmp_path):
    reading = read(
        tmp_path,
        ("XẾP LOẠI NĂM 2021",),
        ("STT", "Họ và tên", "Chức vụ", "Xếp loại"),
        ("I", "Trường Tiểu học Kim Lư"),
        ("1", "Nông Văn Quyến", "Hiệu trưởng", "HTXSNV"),
        ("XẾP LOẠI NĂM 2022",),
        ("II", "Trường Mầm non Yến Lạc"),
        ("1", "Lường Thị Thắm", "Giáo viên", "HTTNV"),
    )
    assert told(reading, "name", "unit", "year") == [
        ("Nông Văn Quyến", "Trường Tiểu học Kim Lư", 2021),
        ("Lường Thị Thắm", "Trường Mầm non Yến Lạc", 2022),
    ]
    assert reading.problems == ()


def test_the_decision_the_list_came_with_is_kept(tmp_path):
    reading = read(
        tmp_path,
        ("KẾT QUẢ XẾP LOẠI MỨC ĐỘ HOÀN THÀNH NHIỆM VỤ NĂM 2021",),
        ("Căn cứ Quyết định số 12/QĐ-UBND ngày 01/02/2021",),
        ("(Kèm theo Quyết định số 3001/QĐ-UBND ngày 28/12/2021)",),
        ("TT", "Cơ quan, đơn vị", "Điểm", "Xếp loại"),
        (1, "Phòng Nội vụ", 94, "Hoàn thành tốt nhiệm vụ"),
    )
    assert told(reading, "name", "document") == [("Phòng Nội vụ", "3001/QĐ-UBND ngày 28/12/2021")]


def test_a_discipline_stands_from_its_decision_where_no_other_day_is_told(tmp_path):
    reading = read(
        tmp_path,
        ("DANH SÁCH CÁN BỘ BỊ KỶ LUẬT NĂM 2020",),
        ("TT", "Họ và tên", "Chức vụ, đơn vị", "Hình thức kỷ luật", "Số, ngày quyết định"),
        (1, "Lý Văn An", "Kế toán, Trường TH Tân An", "Cảnh cáo", "QĐ 451/QĐ-UBND ngày 20/4/2020"),
        (2, "Lý Văn Ba", "Kế toán, Trường TH Tân An", "Cảnh cáo", "452/QĐ-UBND"),
    )
    assert told(reading, "name", "starts", "document") == [
        ("Lý Văn An", date(2020, 4, 20), "451/QĐ-UBND ngày 20/04/2020")
    ]
    assert "ngày của quyết định" in " ".join(reading.yearly[0].inferred)
    assert [problem.row for problem in reading.problems] == [4]


def test_marks_under_long_titles_of_two_lines(tmp_path):
    reading = read(
        tmp_path,
        ("BẢNG TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ CÔNG CHỨC NĂM 2018",),
        ("STT", "Họ và tên", "Chức danh", "Kết quả đánh giá", "", "", ""),
        (
            *("", "", "", "HTXS nhiệm vụ", "HT tốt nhiệm vụ"),
            *("HT nhiệm vụ nhưng còn hạn chế về năng lực", "Không HT nhiệm vụ"),
        ),
        (1, "Lý Văn An", "CV", "x", "", "", ""),
        (2, "Lý Văn Ba", "CV", "", "", "", "x"),
        (3, "Lý Văn Tư", "CV", "", "", "x", ""),
    )
    assert told(reading, "name", "code") == [("Lý Văn An", "HTXS"), ("Lý Văn Ba", "KHT"), ("Lý Văn Tư", "HT")]


def test_the_military_command_heads_its_own_list(tmp_path):
    reading = read(
        tmp_path,
        ("BAN CHỈ HUY QUÂN SỰ HUYỆN THANH HÒA",),
        ("BẢN ĐĂNG KÝ THI ĐUA NĂM 2024",),
        ("TT", "Họ và tên", "Chức vụ", "Danh hiệu đăng ký"),
        (1, "Lý Văn An", "Trợ lý", "Lao động tiên tiến"),
    )
    assert told(reading, "unit") == [("Ban Chỉ huy Quân sự huyện Thanh Hòa",)]


def test_a_team_keeps_the_unit_beside_it(tmp_path):
    reading = read(
        tmp_path,
        ("PHÒNG GIÁO DỤC VÀ ĐÀO TẠO",),
        ("KẾT QUẢ XẾP LOẠI TẬP THỂ NĂM 2021",),
        ("TT", "Tập thể", "Đơn vị", "Xếp loại"),
        (1, "Tổ Văn phòng", "Trường TH Kim Đồng", "Hoàn thành tốt nhiệm vụ"),
        (2, "Trường TH Tân An", "", "Hoàn thành tốt nhiệm vụ"),
    )
    assert told(reading, "recipient", "name", "unit") == [
        ("collective", "Tổ Văn phòng", "Trường TH Kim Đồng"),
        ("collective", "Trường TH Tân An", ""),
    ]


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("DANH SÁCH CÁN BỘ ĐƯỢC CỬ ĐI ĐÀO TẠO, BỒI DƯỠNG NĂM 2018", "Nội dung đào tạo, bồi dưỡng"),
        ("THEO DÕI ĐÀO TẠO, BỒI DƯỠNG NĂM 2018", "Khóa đào tạo, bồi dưỡng"),
        ("KẾT QUẢ BỒI DƯỠNG THƯỜNG XUYÊN NĂM 2018", "Lớp bồi dưỡng"),
        ("TỔNG HỢP NĂM 2018", "Đào tạo, bồi dưỡng trong năm"),
    ],
)
def test_a_list_of_training_is_read_like_one_of_leave(tmp_path, heading, title):
    reading = read(
        tmp_path,
        (heading,),
        ("STT", "Họ và tên", "Đơn vị", title, "Thời gian", "Kết quả"),
        (1, "Lý Văn An", "Phòng Nội vụ", "Cao cấp lý luận chính trị", "12 tháng", "Khá"),
        (2, "Hà Thị Bé", "Phòng Y tế", "Bồi dưỡng chuyên viên", "", ""),
    )
    assert told(reading, "subject", "name", "year", "text", "months", "leave_days") == [
        ("work_year", "Lý Văn An", 2018, "Cao cấp lý luận chính trị, 12 tháng, Khá", None, None),
        ("work_year", "Hà Thị Bé", 2018, "Bồi dưỡng chuyên viên", None, None),
    ]
    assert (reading.problems, reading.decisions) == ((), ())


@pytest.mark.parametrize(
    "heading",
    [
        "DANH SÁCH ĐỀ NGHỊ CỬ ĐI ĐÀO TẠO, BỒI DƯỠNG NĂM 2018",
        "KẾ HOẠCH ĐÀO TẠO, BỒI DƯỠNG NĂM 2018",
        "DANH SÁCH GIÁO VIÊN BỒI DƯỠNG HỌC SINH GIỎI NĂM 2018",
    ],
)
def test_training_planned_or_of_others_is_told_once(tmp_path, heading):
    header = ("STT", "Họ và tên", "Đơn vị", "Nội dung bồi dưỡng")
    rows = ((place, "Lý Văn An", "Phòng Nội vụ", "Tin học") for place in (1, 2))
    reading = read(tmp_path, (heading,), header, *rows)
    assert (reading.yearly, len(reading.problems)) == ((), 1)


@pytest.mark.parametrize("title", ["Trình độ đào tạo", "Chuyên ngành đào tạo", "Hình thức đào tạo"])
def test_what_somebody_once_learnt_is_no_training_of_a_year(tmp_path, title):
    header = ("STT", "Họ và tên", "Đơn vị", title)
    reading = read(
        tmp_path, ("DANH SÁCH CÁN BỘ NĂM 2018",), header, (1, "Lý Văn An", "Phòng Nội vụ", "Đại học")
    )
    assert reading.yearly == ()
