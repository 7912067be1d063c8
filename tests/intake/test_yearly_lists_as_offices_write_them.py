"""Lists of a year in the words and shapes of offices: read without asking where they are sure."""

import pytest

from tests.intake.making import workbook
from tests.intake.test_yearly import BOOK, told
from thidua_desktop.intake.read import read_file

RATED = ("KẾT QUẢ XẾP LOẠI CÔNG CHỨC NĂM 2022",)
WHO = ("STT", "Họ và tên", "Chức vụ")
ROW = (1, "Lý Văn An", "Chuyên viên")


def read(tmp_path, *rows):
    return read_file(workbook(tmp_path / "so-lieu.xlsx", rows), BOOK)


@pytest.mark.parametrize(
    "last", ["Thủ trưởng xếp loại", "Thủ trưởng đơn vị đánh giá", "Hiệu trưởng xếp loại"]
)
def test_of_three_who_rate_the_head_decides(tmp_path, last):
    header = (*WHO, "Cá nhân tự xếp loại", "Tập thể đánh giá", last)
    reading = read(tmp_path, RATED, header, (*ROW, "HTXSNV", "HTTNV", "HTNV"))
    assert (told(reading, "code"), reading.problems) == ([("HT",)], ())


@pytest.mark.parametrize("title", ["Mức HTNV", "Mức độ HTNV", "HTNV"])
def test_a_rating_of_people_stands_beside_that_of_an_initiative(tmp_path, title):
    heading = ("SÁNG KIẾN CẤP HUYỆN NĂM 2022",)
    header = (("STT", "Họ và tên", "Sáng kiến", "", title), ("", "", "Tên", "Xếp loại", ""))
    reading = read(tmp_path, heading, *header, (1, "Lý Văn An", "Vườn rau", "A", "HTTNV"))
    assert sorted(told(reading, "subject", "code")) == [("idea", "huyen"), ("rating", "HTT")]


def test_what_colleagues_say_is_no_rating(tmp_path):
    reading = read(tmp_path, RATED, (*WHO, "Cá nhân tự xếp loại", "Tập thể đánh giá"), (*ROW, "HTT", "HTT"))
    assert (reading.yearly, len(reading.problems)) == ((), 1)


def test_discipline_may_be_titled_in_short(tmp_path):
    header = ("STT", "Họ và tên", "Đơn vị", "Hình thức KL", "QĐ số", "Từ ngày", "Đến ngày")
    row = (1, "Lý Văn An", "Phòng Y tế", "Khiển trách", "7/QĐ-PYT", "01/03/2019", "01/03/2020")
    reading = read(tmp_path, ("THEO DÕI KỶ LUẬT VIÊN CHỨC",), header, row)
    assert (told(reading, "subject", "code", "document"), reading.problems) == (
        [("discipline", "khien_trach", "7/QĐ-PYT")],
        (),
    )


def test_titles_broken_over_three_rows_are_read_together(tmp_path):
    header = (
        ("Số", "Họ", "Chức", "Kết quả"),
        ("thứ", "và", "vụ, chức", "xếp"),
        ("tự", "tên", "danh", "loại"),
        (1, 2, 3, 4),
    )
    rows = ((*ROW, "HTTNV"), (2, "Lò Thị Mai", "Văn thư", "HTNV"))
    reading = read(tmp_path, ("PHÒNG Y TẾ",), RATED, *header, *rows)
    assert told(reading, "row", "name", "post", "unit", "code") == [
        (7, "Lý Văn An", "Chuyên viên", "Phòng Y tế", "HTT"),
        (8, "Lò Thị Mai", "Văn thư", "Phòng Y tế", "HT"),
    ]
    assert reading.problems == ()


def test_what_one_promises_beside_a_title_is_no_title(tmp_path):
    header = ("STT", "Họ và tên", "Nội dung đăng ký", "Danh hiệu thi đua", "Ký tên")
    row = (1, "Lý Văn An", "Hoàn thành tốt nhiệm vụ được giao", "Lao động tiên tiến", "")
    reading = read(tmp_path, ("BẢN ĐĂNG KÝ GIAO ƯỚC THI ĐUA NĂM 2022",), header, row)
    assert (told(reading, "subject", "code", "text"), reading.problems) == (
        [("pledge", "DH_LDTT", "Lao động tiên tiến")],
        (),
    )
    both = (1, "Lý Văn An", "CSTĐCS", "Lao động tiên tiến", "")
    reading = read(tmp_path, ("BẢN ĐĂNG KÝ GIAO ƯỚC THI ĐUA NĂM 2022",), header, both)
    assert told(reading, "code") == [("DH_CSTD_CS",), ("DH_LDTT",)]


@pytest.mark.parametrize("words", ["Hoàn thành XSNV", "HT XSNV", "Hoàn thành XS NV"])
def test_a_rating_may_be_half_in_short(tmp_path, words):
    reading = read(tmp_path, RATED, (*WHO, "Xếp loại"), (*ROW, words))
    assert told(reading, "code") == [("HTXS",)]


def test_the_result_of_a_course_rates_nobody(tmp_path):
    header = (*WHO, "Đào tạo, bồi dưỡng", "Xếp loại tốt nghiệp")
    heading = ("DANH SÁCH CÁN BỘ HOÀN THÀNH LỚP BỒI DƯỠNG NĂM 2018",)
    reading = read(tmp_path, heading, header, (*ROW, "Bồi dưỡng ngạch chuyên viên", "Giỏi"))
    assert (told(reading, "subject", "year", "text"), reading.problems) == (
        [("work_year", 2018, "Bồi dưỡng ngạch chuyên viên, Giỏi")],
        (),
    )


def test_who_was_sent_to_study_is_training_of_that_year(tmp_path):
    header = (*WHO, "Khóa đào tạo", "Thời gian")
    heading = ("DANH SÁCH VIÊN CHỨC ĐƯỢC CỬ ĐI HỌC NĂM 2018",)
    reading = read(tmp_path, heading, header, (*ROW, "Đại học Sư phạm Toán", "Tháng 3 - 12/2018"))
    assert told(reading, "subject", "year") == [("work_year", 2018)]
    assert reading.problems == ()


OWN = ((*ROW, "HTTNV"), (2, "Lò Thị Mai", "Trưởng phòng", "HTNV"))


@pytest.mark.parametrize("office", ["PHÒNG NỘI VỤ", "PHÒNG GD&ĐT"])
def test_an_office_that_gathers_lists_may_list_its_own_people(tmp_path, office):
    heading = (("UBND HUYỆN SƠN HÀ",), (office,), RATED)
    reading = read(tmp_path, *heading, (*WHO, "Xếp loại"), *OWN)
    assert {row.unit.upper() for row in reading.yearly} == {office}
    assert all("đầu danh sách" in " ".join(row.inferred) for row in reading.yearly)


@pytest.mark.parametrize(
    "rows",
    [
        ((1, "Lý Văn An", "Giáo viên", "HTTNV"), (2, "Lò Thị Mai", "Chuyên viên", "HTNV")),
        ((1, "Lý Văn An", "Trưởng phòng", "HTTNV"), (2, "Lò Thị Mai", "Trưởng phòng", "HTNV")),
        ((1, "Lý Văn An", "Chủ tịch UBND xã", "HTTNV"), *OWN),
        (("I", "Phòng Y tế"), *OWN),
        ((1, "Lý Văn An", "Chuyên viên Phòng Y tế", "HTTNV"), *OWN),
        ((1, "Lý Văn An", "", "HTTNV"), (2, "Lò Thị Mai", "", "HTNV")),
    ],
)
def test_an_office_above_a_list_of_others_is_no_unit_of_theirs(tmp_path, rows):
    reading = read(tmp_path, ("PHÒNG NỘI VỤ",), RATED, (*WHO, "Xếp loại"), *rows)
    assert "Phòng Nội vụ" not in {row.unit for row in reading.yearly}


def test_a_unit_and_its_head_are_rated_in_one_row(tmp_path):
    header = ("STT", "Cơ quan, đơn vị", "Xếp loại tập thể", "Người đứng đầu", "Xếp loại người đứng đầu")
    rows = (
        (1, "Phòng Y tế", "HTTNV", "Lý Văn An", "HTTNV"),
        (2, "Phòng Tư pháp", "HTXSNV", "Lò Thị Mai", "HTNV"),
    )
    reading = read(tmp_path, ("XẾP LOẠI TẬP THỂ VÀ NGƯỜI ĐỨNG ĐẦU NĂM 2022",), header, *rows)
    assert sorted(told(reading, "row", "recipient", "name", "unit", "code")) == [
        (3, "collective", "Phòng Y tế", "", "HTT"),
        (3, "person", "Lý Văn An", "Phòng Y tế", "HTT"),
        (4, "collective", "Phòng Tư pháp", "", "HTXS"),
        (4, "person", "Lò Thị Mai", "Phòng Tư pháp", "HT"),
    ]
    assert reading.problems == ()


@pytest.mark.parametrize(
    "section", ["Người hoạt động không chuyên trách", "Hợp đồng không xác định thời hạn", "CÔNG CHỨC"]
)
def test_a_section_of_staff_denies_nothing(tmp_path, section):
    rows = (("I", "Cán bộ"), (*ROW, "HTTNV"), ("II", section), (1, "Lò Thị Mai", "Văn thư", "HTNV"))
    reading = read(tmp_path, RATED, (*WHO, "Xếp loại"), *rows)
    assert told(reading, "name") == [("Lý Văn An",), ("Lò Thị Mai",)]
    assert reading.problems == ()


@pytest.mark.parametrize(
    "note", ["Chuyển lên huyện từ tháng 9", "Nâng mức lương", "Xuống xã công tác", "Hạ sĩ quan dự bị"]
)
def test_a_note_of_a_move_or_of_pay_is_not_against_a_rating(tmp_path, note):
    reading = read(tmp_path, RATED, (*WHO, "Xếp loại", "Ghi chú"), (*ROW, "HTTNV", note))
    assert (told(reading, "code"), reading.problems) == ([("HTT",)], ())


def test_what_came_of_using_an_initiative_denies_nothing(tmp_path):
    header = ("STT", "Tác giả", "Tên sáng kiến", "Kết quả áp dụng", "Đánh giá hiệu quả")
    row = (1, "Lý Văn An", "Vườn rau", "Chưa áp dụng", "Không tốn kém")
    reading = read(tmp_path, ("SÁNG KIẾN CẤP HUYỆN NĂM 2022",), header, row)
    assert (told(reading, "name"), reading.problems) == ([("Lý Văn An",)], ())


def test_a_sentence_above_a_list_is_no_unit(tmp_path):
    sentence = ("Phòng Y tế thông báo kết quả xếp loại công chức năm 2022 như sau:",)
    reading = read(tmp_path, ("PHÒNG Y TẾ",), RATED, sentence, (*WHO, "Xếp loại"), (*ROW, "HTTNV"))
    assert told(reading, "unit") == [("Phòng Y tế",)]
    reading = read(tmp_path, RATED, sentence, (*WHO, "Xếp loại"), (*ROW, "HTTNV"))
    assert told(reading, "unit") == [("",)]


def test_counts_of_ratings_below_a_list_are_no_rows(tmp_path):
    counts = (("", "Tổng hợp:"), ("", "Hoàn thành tốt nhiệm vụ", "", "1"), ("", "HTNV", "", "02 người"))
    reading = read(tmp_path, RATED, (*WHO, "Xếp loại"), (*ROW, "HTTNV"), (), *counts)
    assert (told(reading, "name"), reading.problems) == ([("Lý Văn An",)], ())
