"""Counts, programmes and other papers are no lists of awards: they are told once, not row by row."""

import pytest

from tests.intake.making import REFERENCE
from tests.intake.short_lists import (
    ADVANCED,
    AN,
    GIVEN,
    HEADER,
    SCHOOL,
    in_word,
    names,
    reasons,
    sheet,
    typed,
)

COUNTED = ("THỐNG KÊ KẾT QUẢ KHEN THƯỞNG NĂM 2018",)
UNITS = (
    ("1", "Trường Tiểu học Cao Sơn", "12", "3", "5"),
    ("2", "Phòng Nội vụ", "7", "1", "0"),
    ("3", "Phòng Y tế", "", "1", "2"),
)
PROGRAMME = (
    "1. Ổn định tổ chức, văn nghệ chào mừng",
    "2. Ông Nguyễn Văn An, Chủ tịch UBND huyện khai mạc",
    "3. Trao Giấy khen cho các tập thể, cá nhân",
)
NO_HEADER = (
    ("1", "Nguyễn Văn An", "Giáo viên", SCHOOL),
    ("2", "Lê Văn Ba", "Kế toán", SCHOOL),
    ("3", "Lý Thị Na", "Y sĩ", SCHOOL),
)


def told_once(reading, rows, words):
    [problem] = reading.problems
    assert problem.rows == rows
    assert words in problem.reason
    return not names(reading)


@pytest.mark.parametrize(
    "header",
    [
        ("STT", "Đơn vị", "LĐTT", "CSTĐCS", "Giấy khen"),
        ("STT", "Tên đơn vị", "Lao động tiên tiến", "Chiến sĩ thi đua cơ sở", "Giấy khen"),
    ],
)
def test_counts_of_units_are_told_once(tmp_path, header):
    reading = sheet(tmp_path, COUNTED, header, *UNITS, ("", "Tổng cộng", "19", "5", "7"))
    assert told_once(reading, 3, "con số")


def test_counts_in_word(tmp_path):
    header = ("STT", "Đơn vị", "LĐTT", "CSTĐCS", "Giấy khen")
    assert told_once(in_word(tmp_path, COUNTED[0], (header, *UNITS)), 3, "con số")


def test_marks_among_the_counts_are_still_told_row_by_row(tmp_path):
    header = ("STT", "Đơn vị", "LĐTT", "TTLĐXS")
    rows = ("1", "Trường Tiểu học Cao Sơn", "12", "x"), ("2", "Phòng Nội vụ", "7", "")
    reading = sheet(tmp_path, ("KẾT QUẢ KHEN THƯỞNG NĂM 2018",), (REFERENCE,), header, *rows)
    assert [problem.row for problem in reading.problems] == [4, 5]


@pytest.mark.parametrize(
    "title",
    [
        "CHƯƠNG TRÌNH HỘI NGHỊ ĐIỂN HÌNH TIÊN TIẾN NĂM 2018",
        "KỊCH BẢN LỄ TRAO GIẤY KHEN",
        "LỊCH CÔNG TÁC THÁNG 5",
    ],
)
def test_a_programme_is_told_once_as_what_it_is(tmp_path, title):
    assert told_once(typed(tmp_path, title, *PROGRAMME), 3, "chương trình")


@pytest.mark.parametrize(
    "title",
    [
        "DANH SÁCH ĐỀ NGHỊ NÂNG LƯƠNG TRƯỚC THỜI HẠN NĂM 2018",
        "DANH SÁCH QUY HOẠCH CÁN BỘ NĂM 2018",
        "DANH SÁCH BỔ NHIỆM LẠI NĂM 2018",
    ],
)
def test_lists_of_other_matters_are_told_once(tmp_path, title):
    header = ("STT", "Họ và tên", "Chức vụ", "Đơn vị", "Hệ số cũ", "Hệ số mới")
    rows = ((*row, "2,34", "2,67") for row in NO_HEADER)
    assert told_once(sheet(tmp_path, (title,), header, *rows), 3, "không phải danh sách khen thưởng")


def test_an_award_for_such_a_matter_stays_one(tmp_path):
    title = "DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN CỦA CHỦ TỊCH UBND HUYỆN CÓ THÀNH TÍCH QUY HOẠCH NĂM 2018"
    assert names(sheet(tmp_path, (title,), (REFERENCE,), HEADER, AN)) == ["Nguyễn Văn An"]


@pytest.mark.parametrize("title", ["Đề nghị nâng lương", "Đề nghị nâng lương trước thời hạn", "Xét bổ nhiệm"])
@pytest.mark.parametrize("said", ["Không", "Chưa đủ", "Không xét", "Có"])
def test_a_column_of_another_matter_denies_no_award(tmp_path, title, said):
    reading = sheet(tmp_path, (GIVEN,), (REFERENCE,), (*HEADER, title), (*AN, said))
    assert names(reading) == ["Nguyễn Văn An"]
    assert reading.problems == ()


@pytest.mark.parametrize(
    "note", ["Chưa được tặng BK lần nào", "Chưa được khen lần nào", "chưa được khen thưởng cấp tỉnh lần nào"]
)
def test_never_commended_before_is_no_denial(tmp_path, note):
    reading = sheet(tmp_path, (GIVEN,), (REFERENCE,), (*HEADER, "Ghi chú"), (*AN, note))
    assert names(reading) == ["Nguyễn Văn An"]


@pytest.mark.parametrize(
    "cell",
    [
        "Không đạt CSTĐ tỉnh, đạt LĐTT",
        "Không đạt CSTĐCS, chỉ đạt LĐTT",
        "Chưa đạt CSTĐCS; đạt danh hiệu LĐTT",
    ],
)
def test_the_title_reached_in_place_of_another_is_read(tmp_path, cell):
    heading = ("KẾT QUẢ XÉT THI ĐUA NĂM 2018",)
    reading = sheet(tmp_path, heading, (REFERENCE,), (*HEADER, "Danh hiệu"), (*AN, cell))
    [award] = reading.decisions[0].awards
    assert award.award == "DH_LDTT"
    assert any(cell in said for said in award.inferred)


@pytest.mark.parametrize(
    "cell", ["Không đạt CSTĐCS, LĐTT", "Không đạt CSTĐCS, không đạt LĐTT", "Không đạt LĐTT"]
)
def test_what_may_be_denied_too_is_not_read(tmp_path, cell):
    reading = sheet(tmp_path, ("KẾT QUẢ NĂM 2018",), (REFERENCE,), (*HEADER, "Danh hiệu"), (*AN, cell))
    assert names(reading) == []


@pytest.mark.parametrize("note", ["Không đạt CSTĐ tỉnh, đạt LĐTT", "Chưa được tặng"])
def test_a_note_that_says_not_given_is_still_heard(tmp_path, note):
    assert names(sheet(tmp_path, (GIVEN,), (REFERENCE,), (*HEADER, "Ghi chú"), (*AN, note))) == []


def test_a_table_without_a_header_is_told_with_its_rows(tmp_path):
    assert told_once(sheet(tmp_path, (ADVANCED,), (REFERENCE,), *NO_HEADER), 3, "thẻ Cột")
    assert told_once(in_word(tmp_path, ADVANCED, REFERENCE, NO_HEADER), 3, "thẻ Cột")
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), *NO_HEADER)
    assert (reading.problems[0].row, reading.tables[0].how) == (3, "unknown")


def test_what_holds_no_table_at_all_is_told_as_before(tmp_path):
    assert "Không nhận ra danh sách" in reasons(typed(tmp_path, "Kính gửi: UBND huyện", "Trân trọng."))[0]
