"""Nobody is taken from lists of others, from below lines that deny, or against what a column concludes."""

import pytest

from tests.intake.short_lists import (
    ADVANCED,
    AN,
    HEADER,
    SCHOOL,
    awards,
    in_word,
    names,
    reasons,
    sheet,
)

REFERENCE = "(Kèm theo Quyết định số 95/QĐ-UBND ngày 08/02/2019 của UBND huyện Bạch Thông)"
NA = ("2", "Lý Thị Na", "Kế toán", SCHOOL)

ROWS = (AN, NA)


@pytest.mark.parametrize(
    "heading",
    [
        "DANH SÁCH THÀNH VIÊN HỘI ĐỒNG XÉT DANH HIỆU CHIẾN SĨ THI ĐUA CƠ SỞ NĂM 2018",
        "PHÂN CÔNG THẨM ĐỊNH HỒ SƠ ĐỀ NGHỊ TẶNG DANH HIỆU LAO ĐỘNG TIÊN TIẾN NĂM 2018",
        "DANH SÁCH BAN TỔ CHỨC LỄ ĐÓN NHẬN HUÂN CHƯƠNG LAO ĐỘNG HẠNG BA NĂM 2018",
        "DANH SÁCH LẤY Ý KIẾN VỀ CÁ NHÂN ĐƯỢC XÉT DANH HIỆU LAO ĐỘNG TIÊN TIẾN NĂM 2018",
        "DANH SÁCH LAO ĐỘNG TIÊN TIẾN NĂM 2018 ĐI THAM QUAN, HỌC TẬP KINH NGHIỆM",
        "Về việc thành lập Hội đồng xét danh hiệu Lao động tiên tiến năm 2018",
    ],
)
def test_lists_of_others_that_name_an_award_give_nothing_and_say_so_once(tmp_path, heading):
    reading = sheet(tmp_path, (heading,), (REFERENCE,), HEADER, *ROWS)
    assert awards(reading) == []
    assert len(reading.problems) == 1


@pytest.mark.parametrize(
    "heading",
    [
        "DANH SÁCH BAN TỔ CHỨC HUYỆN ỦY ĐẠT DANH HIỆU LAO ĐỘNG TIÊN TIẾN NĂM 2018",
        "DANH SÁCH HỘI ĐỒNG NHÂN DÂN ĐẠT DANH HIỆU LAO ĐỘNG TIÊN TIẾN NĂM 2018",
        "DANH SÁCH THÀNH VIÊN HỘI ĐỒNG ĐƯỢC TẶNG DANH HIỆU LAO ĐỘNG TIÊN TIẾN NĂM 2018",
    ],
)
def test_offices_of_such_names_and_those_of_them_commended_are_taken(tmp_path, heading):
    assert len(awards(sheet(tmp_path, (heading,), (REFERENCE,), HEADER, *ROWS))) == 2


@pytest.mark.parametrize(
    "line",
    [
        "Không đề nghị khen thưởng",
        "Chưa đủ điều kiện xét",
        "II. Cá nhân bị kỷ luật",
        "Trường hợp nghỉ thai sản không bình xét",
        "Các trường hợp không xét:",
        "Hoàn thành nhiệm vụ",
        "B. LAO ĐỘNG KHÁ",
    ],
)
def test_below_a_line_that_denies_nobody_is_taken_until_a_section_opens(tmp_path, line):
    rows = (AN, (None, line), NA, (None, "III. CÁ NHÂN"), ("3", "Hà Thị Bé", *NA[2:]))
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), HEADER, *rows)
    assert names(reading) == [AN[1], "Hà Thị Bé"]
    assert any("Dòng này đứng dưới" in reason for reason in reasons(reading))


def test_below_a_heading_not_understood_rows_are_asked(tmp_path):
    rows = (AN, (None, "II. ZXQ ABC"), NA)
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), HEADER, *rows)
    assert names(reading) == [AN[1]]
    assert any("không hiểu được" in reason for reason in reasons(reading))


def test_what_only_announces_the_rows_below_is_no_such_heading(tmp_path):
    for line in ("Và các cá nhân sau:", "II. Bậc tiểu học", "Khối trường học:"):
        reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), HEADER, AN, (None, line), NA)
        assert names(reading) == [AN[1], NA[1]]


@pytest.mark.parametrize("proposed", ["Danh hiệu", "Danh hiệu đề nghị", "Danh hiệu đăng ký"])
@pytest.mark.parametrize(
    "result",
    ["Kết quả", "Kết quả bình xét", "HĐ xét", "Kết luận của Hội đồng", "Ý kiến của Hội đồng", "Huyện duyệt"],
)
def test_what_was_concluded_stands_over_what_was_proposed(tmp_path, proposed, result):
    header = (*HEADER[:4], proposed, result)
    rows = (
        (*AN[:4], "CSTĐCS", "LĐTT"),
        (*NA[:4], "LĐTT", "LĐTT"),
        ("3", "Hà Thị Bé", *NA[2:4], "LĐTT", "Không đạt"),
    )
    reading = sheet(tmp_path, ("DANH HIỆU THI ĐUA NĂM 2018",), (REFERENCE,), header, *rows)
    assert [(one.name, one.award) for one in awards(reading)] == [(AN[1], "DH_LDTT"), (NA[1], "DH_LDTT")]
    assert [problem.row for problem in reading.problems] == [6]


def test_two_columns_that_differ_are_asked_and_those_of_other_years_are_not(tmp_path):
    header = (*HEADER[:4], "Danh hiệu", "Tổ xét", "Trường xét")
    rows = ((*AN[:4], "CSTĐCS", "LĐTT", "CSTĐCS"), (*NA[:4], "LĐTT", "LĐTT", "Lao động tiên tiến"))
    reading = sheet(tmp_path, ("DANH HIỆU THI ĐUA NĂM 2018",), (REFERENCE,), header, *rows)
    assert names(reading) == [NA[1]]
    assert any("thẻ Cột" in reason for reason in reasons(reading))
    earlier = (*HEADER[:4], "Danh hiệu", "Danh hiệu năm trước", "Đã đạt")
    reading = sheet(tmp_path, ("DANH HIỆU THI ĐUA NĂM 2018",), (REFERENCE,), earlier, *rows)
    assert names(reading) == [AN[1], NA[1]]


@pytest.mark.parametrize(
    ("title", "cell"),
    [
        ("Lý do không đạt", "Nghỉ ốm 60 ngày"),
        ("Không đạt", "x"),
        ("Hình thức kỷ luật", "Cảnh cáo"),
        ("Xếp loại", "Không hoàn thành nhiệm vụ"),
        ("Ý kiến HĐ", "Không nhất trí"),
        ("Ghi chú", "Đưa ra khỏi danh sách theo CV 15"),
        ("Ghi chú", "Đang bị xem xét kỷ luật"),
        ("Ghi chú", "Đạt CSTĐCS"),
        ("Ghi chú", "Chuyển sang Giấy khen"),
        ("Ghi chú", "Bổ sung theo QĐ 150/QĐ-UBND ngày 22/02/2019"),
        ("Ghi chú", "Đã có tên ở QĐ số 60/QĐ-UBND"),
        (None, "bỏ"),
    ],
)
def test_a_cell_that_takes_the_award_back_is_heard(tmp_path, title, cell):
    header = (*HEADER[:4], title)
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), header, (*AN[:4], ""), (*NA[:4], cell))
    assert names(reading) == [AN[1]]
    assert [problem.row for problem in reading.problems] == [5]


@pytest.mark.parametrize(
    ("title", "cell"),
    [
        ("Hình thức kỷ luật", "Không"),
        ("Lý do không đạt", "không"),
        ("Xếp loại", "Hoàn thành tốt nhiệm vụ"),
        ("Ghi chú", "Không nhận tiền thưởng"),
        ("Ghi chú", "Chuyển công tác từ 01/3"),
        ("Ghi chú", "Đạt LĐTT"),
        ("Ghi chú", "Nghỉ hưu theo QĐ 12/QĐ-UBND"),
    ],
)
def test_a_cell_that_takes_nothing_back_is_not_asked(tmp_path, title, cell):
    header = (*HEADER[:4], title)
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), header, (*AN[:4], ""), (*NA[:4], cell))
    assert (names(reading), reading.problems) == ([AN[1], NA[1]], ())


TABLE = (HEADER[:4], AN[:4], NA[:4])


def test_collectives_numbered_over_the_table_of_people_are_commended_too(tmp_path):
    head = ("DANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN NĂM 2018", REFERENCE, "I. TẬP THỂ")
    reading = in_word(tmp_path, *head, "1. Trường Mầm non Tả Sín", "2. Phòng Y tế", "II. CÁ NHÂN", TABLE)
    assert [(one.recipient, one.name) for one in awards(reading)] == [
        ("collective", "Trường Mầm non Tả Sín"),
        ("collective", "Phòng Y tế"),
        ("person", AN[1]),
        ("person", NA[1]),
    ]


@pytest.mark.parametrize("lead", ["1. ", "- ", ""])
def test_one_named_in_a_line_over_or_under_a_table_is_not_lost(tmp_path, lead):
    line = f"{lead}Ông Phàn Thành Thắng, Kế toán, Phòng Y tế"
    over = in_word(tmp_path, ADVANCED, REFERENCE, line, "Và các cá nhân sau:", TABLE)
    assert names(over) == ["Phàn Thành Thắng", AN[1], NA[1]]
    under = in_word(tmp_path, ADVANCED, REFERENCE, TABLE, line)
    assert names(under) == [AN[1], NA[1], "Phàn Thành Thắng"]


def test_whom_the_paper_goes_to_and_who_signs_are_commended_nowhere(tmp_path):
    tail = ("Nơi nhận:", "- Ông Hà Văn Ký, Chủ tịch UBND huyện;", "- Lưu: VT.", "CHỦ TỊCH", "Triệu Văn Mẫu")
    assert names(in_word(tmp_path, ADVANCED, REFERENCE, TABLE, *tail)) == [AN[1], NA[1]]


@pytest.mark.parametrize(
    "heading",
    [
        "DANH SÁCH THÀNH VIÊN HỘI ĐỒNG XÉT DANH HIỆU CHIẾN SĨ THI ĐUA CƠ SỞ NĂM 2018",
        "DANH SÁCH HƯỞNG PHỤ CẤP THÂM NIÊN NĂM 2018",
    ],
)
def test_a_list_that_gives_nothing_brings_no_decision(tmp_path, heading):
    reading = sheet(tmp_path, (heading,), (REFERENCE,), HEADER, *ROWS)
    assert (reading.decisions, len(reading.problems)) == ((), 1)


@pytest.mark.parametrize(
    "section",
    [
        "II. Cán bộ không chuyên trách",
        "II. Những người hoạt động không chuyên trách cấp xã",
        "B. Lao động hợp đồng không xác định thời hạn",
        "II. Cán bộ không hưởng lương",
    ],
)
def test_a_heading_of_staff_with_a_no_in_it_denies_nothing(tmp_path, section):
    reading = sheet(
        tmp_path, (ADVANCED,), (REFERENCE,), HEADER, ("I. Cán bộ chuyên trách",), AN, (section,), NA
    )
    assert names(reading) == ["Nguyễn Văn An", "Lý Thị Na"]
    assert reasons(reading) == []
