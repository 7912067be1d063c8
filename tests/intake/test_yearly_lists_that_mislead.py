"""Lists of a year that say of a row, a section or a whole table that it does not hold."""

import pytest

from tests.intake.making import workbook
from tests.intake.test_yearly import BOOK, told
from thidua_desktop.intake.read import read_file

IDEAS = ("KẾT QUẢ XÉT SÁNG KIẾN CẤP HUYỆN NĂM 2022",)
RATED = ("KẾT QUẢ XẾP LOẠI CÔNG CHỨC NĂM 2022",)
OF_IDEAS = ("STT", "Tác giả", "Đơn vị", "Tên sáng kiến")
SCHOOL = "Trường Tiểu học Ví Dụ"


def read(tmp_path, *rows):
    return read_file(workbook(tmp_path / "so-lieu.xlsx", rows), BOOK)


def asked(reading):
    return [problem.row for problem in reading.problems]


@pytest.mark.parametrize("title", ["Xếp loại", "Kết quả xếp loại", "Đánh giá", "Hội đồng duyệt", "Điểm"])
@pytest.mark.parametrize(
    "denial", ["Không đạt", "Không xếp loại", "Rút", "Không công nhận", "Đang thực hiện"]
)
def test_an_initiative_that_did_not_pass_is_not_kept_whatever_column_says_so(tmp_path, title, denial):
    reading = read(
        tmp_path,
        IDEAS,
        (*OF_IDEAS, title),
        (1, "Lý Văn An", SCHOOL, "Vườn trường xanh", "A"),
        (2, "Lò Thị Mai", SCHOOL, "Góc đọc sách", denial),
    )
    assert told(reading, "name", "text", "state") == [("Lý Văn An", "Vườn trường xanh", "")]
    assert asked(reading) == [4]
    assert denial in reading.problems[0].reason


@pytest.mark.parametrize("note", ["Không xếp loại", "Rút khỏi danh sách", "Đang thực hiện"])
def test_a_note_may_say_that_an_initiative_did_not_pass(tmp_path, note):
    reading = read(
        tmp_path, IDEAS, (*OF_IDEAS, "Ghi chú"), (1, "Lý Văn An", SCHOOL, "Vườn trường xanh", note)
    )
    assert (reading.yearly, asked(reading)) == ((), [3])


@pytest.mark.parametrize("section", ["Sáng kiến không được công nhận", "KHÔNG ĐẠT", "Đề tài đang thực hiện"])
def test_initiatives_below_a_section_that_denies_are_told_and_left(tmp_path, section):
    reading = read(
        tmp_path,
        IDEAS,
        OF_IDEAS,
        ("I", "Sáng kiến được công nhận"),
        (1, "Lý Văn An", SCHOOL, "Vườn trường xanh"),
        ("II", section),
        (1, "Lò Thị Mai", SCHOOL, "Góc đọc sách"),
        (2, "Vi Văn Bảy", SCHOOL, "Mái hiên"),
        ("III", "Sáng kiến được công nhận bổ sung"),
        (1, "Hà Văn Sáu", SCHOOL, "Lối đi"),
    )
    assert told(reading, "name") == [("Lý Văn An",), ("Hà Văn Sáu",)]
    assert asked(reading) == [6, 7]
    assert all(section in problem.reason for problem in reading.problems)


def test_a_section_that_is_not_rated_gives_no_ratings(tmp_path):
    reading = read(
        tmp_path,
        RATED,
        ("STT", "Họ và tên", "Xếp loại"),
        ("I", "Được xếp loại"),
        (1, "Lý Văn An", "HTTNV"),
        ("II", "Không xếp loại"),
        (1, "Lò Thị Mai", "HTTNV"),
    )
    assert told(reading, "name") == [("Lý Văn An",)]
    assert 6 in asked(reading)


def test_a_whole_list_of_initiatives_that_failed_gives_nothing(tmp_path):
    row = (1, "Lý Văn An", SCHOOL, "Vườn trường xanh")
    reading = read(tmp_path, ("DANH SÁCH SÁNG KIẾN KHÔNG ĐƯỢC CÔNG NHẬN NĂM 2022",), OF_IDEAS, row)
    assert (reading.yearly, len(reading.problems)) == ((), 1)
    both = "DANH SÁCH SÁNG KIẾN ĐƯỢC CÔNG NHẬN VÀ KHÔNG ĐƯỢC CÔNG NHẬN NĂM 2022"
    assert told(read(tmp_path, (both,), OF_IDEAS, row), "name") == [("Lý Văn An",)]


@pytest.mark.parametrize(
    "heading", ["ĐỀ TÀI KHOA HỌC CẤP HUYỆN ĐANG THỰC HIỆN NĂM 2022", "ĐỀ TÀI ĐANG TRIỂN KHAI NĂM 2022"]
)
def test_research_still_under_way_is_told_and_left(tmp_path, heading):
    header, row = ("STT", "Tên đề tài", "Chủ nhiệm"), (1, "Giống lúa nương", "Lý Văn An")
    reading = read(tmp_path, (heading,), header, row)
    assert (reading.yearly, len(reading.problems)) == ((), 1)
    assert "chưa phải kết quả" in reading.problems[0].reason


@pytest.mark.parametrize(
    "note",
    [
        "Không xếp loại do nghỉ ốm",
        "Chưa được đánh giá",
        "Không đủ điều kiện xếp loại",
        "Điều chỉnh thành HTNV",
        "Hạ xuống HTNV theo kết luận thanh tra",
        "Hoàn thành nhiệm vụ",
        "Nâng lên HTXSNV",
        "Xem xét lại",
    ],
)
def test_a_note_that_contradicts_a_rating_is_asked(tmp_path, note):
    rows = ((1, "Lý Văn An", "HTTNV", ""), (2, "Lò Thị Mai", "HTTNV", note))
    reading = read(tmp_path, RATED, ("STT", "Họ và tên", "Xếp loại", "Ghi chú"), *rows)
    assert told(reading, "name") == [("Lý Văn An",)]
    assert asked(reading) == [4]
    assert note[:20] in reading.problems[0].reason


@pytest.mark.parametrize(
    "note",
    [
        "Mới chuyển đến",
        "Hoàn thành tốt nhiệm vụ",
        "Tự xếp loại HTXSNV",
        "Nghỉ thai sản từ tháng 9",
        "Không xét thi đua",
        "Chưa tốt nghiệp",
    ],
)
def test_other_notes_leave_a_rating_as_it_is(tmp_path, note):
    reading = read(
        tmp_path, RATED, ("STT", "Họ và tên", "Xếp loại", "Ghi chú"), (1, "Lý Văn An", "HTTNV", note)
    )
    assert (told(reading, "code", "note"), reading.problems) == ([("HTT", note)], ())


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("KẾT QUẢ CHẤM ĐIỂM THI ĐUA KHỐI CÁC PHÒNG NĂM 2022", "Điểm"),
        ("KẾT QUẢ XẾP LOẠI PHONG TRÀO THI ĐUA NĂM 2022", "Điểm"),
        ("KẾT QUẢ THI ĐUA CỤM CÁC TRƯỜNG NĂM 2022", "Điểm"),
        ("KẾT QUẢ XẾP LOẠI CÁC ĐƠN VỊ NĂM 2022", "Xếp thứ"),
    ],
)
def test_ranks_in_emulation_are_no_ratings_of_work(tmp_path, heading, column):
    rows = ((1, "Phòng Y tế", 98, "Xuất sắc"), (2, "Phòng Tư pháp", 90, "Tốt"))
    reading = read(tmp_path, (heading,), ("STT", "Đơn vị", column, "Xếp loại"), *rows)
    assert (reading.yearly, len(reading.problems)) == ((), 1)
    assert "thi đua" in reading.problems[0].reason


def test_ratings_in_so_many_words_are_of_work_beside_emulation(tmp_path):
    heading = "KẾT QUẢ XẾP LOẠI VÀ PHONG TRÀO THI ĐUA NĂM 2022"
    rows = ((1, "Phòng Y tế", "Hoàn thành xuất sắc nhiệm vụ"), (2, "Phòng Tư pháp", "HTTNV"))
    reading = read(tmp_path, (heading,), ("STT", "Đơn vị", "Xếp loại"), *rows)
    assert told(reading, "code") == [("HTXS",), ("HTT",)]


@pytest.mark.parametrize("name", ["Tập thể", "Nhà trường", "Tập thể đơn vị"])
def test_a_word_for_any_unit_is_no_name_of_one(tmp_path, name):
    reading = read(tmp_path, RATED, ("STT", "Tập thể, cá nhân", "Xếp loại"), (1, name, "HTTNV"))
    assert (reading.yearly, asked(reading)) == ((), [3])
