"""Rows that may easily be taken for what they are not: each is asked or left out, never taken silently."""

import pytest

from tests.intake.making import REFERENCE
from tests.intake.short_lists import (
    ADVANCED,
    GIVEN,
    HEADER,
    SCHOOL,
    awards,
    in_word,
    names,
    placed,
    reasons,
    sheet,
    typed,
)

HEAD = (
    "ỦY BAN NHÂN DÂN HUYỆN BẠCH THÔNG",
    "Số: 123/QĐ-UBND",
    "Bạch Thông, ngày 15 tháng 8 năm 2019",
    "QUYẾT ĐỊNH",
    "Về việc công nhận danh hiệu thi đua năm học 2018-2019",
    "QUYẾT ĐỊNH:",
)
FIRST = (
    "Điều 1. Công nhận danh hiệu Lao động tiên tiến cho 02 cá nhân có tên sau:",
    f"1. Ông Nguyễn Văn An, Giáo viên, {SCHOOL}",
    f"2. Bà Lý Thị Na, Giáo viên, {SCHOOL}",
)
BOTH = ["Nguyễn Văn An", "Lý Thị Na"]


@pytest.mark.parametrize(
    "second",
    [
        "Điều 2. Không công nhận danh hiệu Lao động tiên tiến đối với:",
        "Điều 2. Thu hồi danh hiệu Lao động tiên tiến năm học 2017-2018 của cá nhân sau:",
        "Điều 2. Giao các đồng chí sau tổ chức trao thưởng:",
        "Điều 2. Khen thưởng các cá nhân có tên tại Điều 1 với số tiền như sau:",
    ],
)
def test_who_stands_under_an_article_that_gives_nothing_is_given_nothing(tmp_path, second):
    reading = typed(tmp_path, *HEAD, *FIRST, second, "1. Ông Lê Văn Ba, Trưởng phòng, Phòng Nội vụ")
    assert names(reading) == BOTH
    assert any("Điều 2" in reason for reason in reasons(reading))


@pytest.mark.parametrize(
    ("post", "unit"),
    [
        ("Phó\nHiệu trưởng", SCHOOL),
        ("Chủ tịch\nPhó Chủ tịch\nThư ký", SCHOOL),
        ("Giáo viên\nKế toán", "UBND xã Cẩm Giàng\nhuyện Bạch Thông"),
    ],
)
def test_lines_beside_several_names_are_dealt_out_only_where_each_is_whole(tmp_path, post, unit):
    row = ("1", "Nguyễn Văn An\nTrần Thị Bé", post, unit)
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), HEADER, row)
    assert all(one in {"", "Giáo viên", "Kế toán"} for _, one, _ in placed(reading))
    assert all(one != "huyện Bạch Thông" for _, _, one in placed(reading))
    assert len(awards(reading)) + len(reading.problems) == 2


def test_titles_line_by_line_beside_names_are_asked(tmp_path):
    row = (
        "1",
        "Nguyễn Văn An\nTrần Thị Bé",
        "Giáo viên",
        SCHOOL,
        "Lao động tiên tiến\nChiến sĩ thi đua cơ sở",
    )
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), (*HEADER, "Danh hiệu"), row)
    assert names(reading) == []


def test_two_collectives_in_one_cell_are_asked(tmp_path):
    title = "DANH SÁCH TẬP THỂ ĐẠT DANH HIỆU TẬP THỂ LAO ĐỘNG TIÊN TIẾN NĂM 2018"
    row = ("1", "Trường TH Hà Hiệu\nTrường TH Cao Sơn")
    assert names(sheet(tmp_path, (title,), (REFERENCE,), ("STT", "Tên đơn vị"), row)) == []


def test_a_unit_behind_a_sign_under_a_person_is_no_heading(tmp_path):
    lines = ("1. Nguyễn Văn An, Giáo viên", "+ Trường Tiểu học Cẩm Giàng", "2. Trần Thị Bé, Giáo viên")
    reading = typed(tmp_path, ADVANCED, REFERENCE, *lines)
    assert [unit for _, _, unit in placed(reading)] in ([], ["", ""], [""])
    assert reading.problems


def test_a_block_behind_a_sign_ends_the_unit_above_it(tmp_path):
    title = "DANH SÁCH CÁ NHÂN ĐẠT DANH HIỆU CHIẾN SĨ THI ĐUA CƠ SỞ NĂM 2018"
    lines = ("+ Trường Tiểu học Cẩm Giàng", "1. Ông Nguyễn Văn An, Giáo viên", "* Khối cơ quan")
    reading = typed(tmp_path, title, REFERENCE, *lines, "2. Ông Lê Văn Ba, Chuyên viên")
    units = {name: unit for name, _, unit in placed(reading)}
    assert units["Nguyễn Văn An"] == "Trường Tiểu học Cẩm Giàng"
    assert units.get("Lê Văn Ba", "") == ""


def test_a_label_after_two_without_one_heads_those_below_it(tmp_path):
    lines = ("1. Ông Nguyễn Văn An, Giáo viên", "2. Bà Trần Thị Bé, Giáo viên", "Đơn vị: Trường THCS Quân Hà")
    reading = typed(tmp_path, ADVANCED, REFERENCE, *lines, "3. Ông Lê Văn Ba, Giáo viên")
    units = {name: unit for name, _, unit in placed(reading)}
    assert units.get("Trần Thị Bé", "") == ""
    assert units.get("Lê Văn Ba") in {None, "Trường THCS Quân Hà"}


@pytest.mark.parametrize("ending", ["PHÒNG GD&ĐT BẠCH THÔNG", ": KHỐI CƠ QUAN HUYỆN"])
def test_an_office_above_or_a_block_at_the_end_of_a_title_is_nobodys_unit(tmp_path, ending):
    title = f"DANH SÁCH GIÁO VIÊN ĐẠT DANH HIỆU LAO ĐỘNG TIÊN TIẾN NĂM HỌC 2017-2018 {ending}"
    row = ("1", "Nguyễn Văn An", "Giáo viên")
    reading = sheet(tmp_path, (title,), (REFERENCE,), ("STT", "Họ và tên", "Chức vụ"), row)
    assert [unit for _, _, unit in placed(reading)] in ([""], [])


def test_a_year_far_from_the_signature_in_the_decisions_title_is_asked(tmp_path):
    title = "Về việc tặng Giấy khen có thành tích trong kỷ niệm Quốc khánh năm 1945"
    listed = "DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN CỦA CHỦ TỊCH UBND HUYỆN"
    reading = in_word(
        tmp_path, title, listed, REFERENCE, (HEADER, ("1", "Nguyễn Văn An", "Giáo viên", SCHOOL))
    )
    assert names(reading) == []
    assert "1945" in reasons(reading)[0]


def test_the_place_of_an_event_is_no_commune_of_a_hamlet(tmp_path):
    title = (
        "DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN CỦA CHỦ TỊCH UBND HUYỆN CHỮA CHÁY RỪNG TẠI XÃ QUÂN HÀ NĂM 2018"
    )
    row = ("1", "Nguyễn Văn An", "Thôn Nà Cù")
    reading = sheet(tmp_path, (title,), (REFERENCE,), ("STT", "Họ và tên", "Địa chỉ"), row)
    assert [unit for _, _, unit in placed(reading)] in (["Thôn Nà Cù"], [])


@pytest.mark.parametrize("office", ["TRƯỜNG TIỂU HỌC XÃ CẨM GIÀNG", "CÔNG AN XÃ CẨM GIÀNG"])
def test_a_team_of_a_school_or_of_the_police_lies_in_no_commune(tmp_path, office):
    row = ("1", "Nguyễn Văn An", "Cán bộ", "Tổ 1")
    reading = sheet(tmp_path, (office,), (ADVANCED,), (REFERENCE,), HEADER, row)
    assert all(unit != "Tổ 1, xã Cẩm Giàng" for _, _, unit in placed(reading))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("1", "Nguyễn Văn An", "", "Phòng Nội vụ,"), ("", "", "", "Trường THCS Quân Hà")),
        (
            ("1", "Nguyễn Văn An", "Chuyên viên", "Phòng Nội vụ -"),
            ("", "", "giáo viên", "trường tiểu học Cẩm Giàng"),
        ),
    ],
)
def test_a_row_that_lost_its_name_is_not_joined_to_the_one_above(tmp_path, first, second):
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), HEADER, first, second)
    assert all("rường" not in unit for _, _, unit in placed(reading))
    assert reading.problems


@pytest.mark.parametrize("note", ["Xin rút", "đề nghị không khen", "nghỉ hưu, ko khen", "Hủy", "Thu hồi"])
def test_notes_that_say_not_commended_are_heard(tmp_path, note):
    row = ("1", "Nguyễn Văn An", "Giáo viên", SCHOOL, note)
    assert names(sheet(tmp_path, (GIVEN,), (REFERENCE,), (*HEADER, "Ghi chú"), row)) == []


@pytest.mark.parametrize(
    "note", ["Huy chương Vàng", "Bỏ thuốc lá, gương mẫu", "Hủy QĐ cũ 12/QĐ, thay bằng QĐ này"]
)
def test_notes_that_only_sound_so_take_nothing_away(tmp_path, note):
    row = ("1", "Nguyễn Văn An", "Giáo viên", SCHOOL, note)
    assert names(sheet(tmp_path, (GIVEN,), (REFERENCE,), (*HEADER, "Ghi chú"), row)) == ["Nguyễn Văn An"]


def test_two_columns_of_names_lose_nobody_unasked(tmp_path):
    row = ("1", "Nguyễn Văn An", "Trần Thị Bé", "Thôn Nà Cù, xã Cẩm Giàng")
    reading = sheet(tmp_path, (GIVEN,), (REFERENCE,), ("STT", "Ông", "Bà", "Đơn vị"), row)
    assert names(reading) == []
    assert reading.problems


def test_sums_and_blocks_are_no_units_of_a_list_of_members(tmp_path):
    rows = (("1", SCHOOL, "25"), ("2", "Cộng", "25"), ("II", "Khối cơ quan", "60"), ("", "Toàn huyện", "99"))
    header = ("STT", "Đơn vị", "Số CBCCVC")
    reading = sheet(tmp_path, ("SỐ LƯỢNG CBCCVC NĂM 2018",), header, *rows)
    assert [(one.name, one.code) for one in reading.yearly] == [(SCHOOL, "25")]


def test_a_table_of_money_below_a_list_gives_no_second_award(tmp_path):
    listed, money = (HEADER, ("1", "Nguyễn Văn An", "Giáo viên", SCHOOL)), ("STT", "Họ và tên", "Số tiền")
    paid = (money, ("1", "Nguyễn Văn An", "345.000"))
    reading = in_word(tmp_path, GIVEN, REFERENCE, listed, "Mức tiền thưởng kèm theo:", paid)
    assert names(reading) == ["Nguyễn Văn An"]


@pytest.mark.parametrize("form", ["Bằng khen của Bộ Chỉ huy quân sự tỉnh", "Bằng khen Bộ đội Biên phòng"])
def test_a_command_is_no_ministry(tmp_path, form):
    row = ("1", "Nguyễn Văn An", "Cán bộ", "Phòng Nội vụ", form)
    reading = sheet(
        tmp_path, ("DANH SÁCH KHEN THƯỞNG NĂM 2018",), (REFERENCE,), (*HEADER, "Hình thức khen"), row
    )
    assert names(reading) == []


def test_a_numbered_sentence_is_never_lost(tmp_path):
    lines = (
        "1. Tặng Giấy khen cho ông Nguyễn Văn An, Giáo viên.",
        "2. Tặng Giấy khen cho Trường THCS Quân Hà.",
    )
    reading = typed(tmp_path, GIVEN, REFERENCE, *lines)
    told = " ".join((*names(reading), *(problem.text for problem in reading.problems)))
    assert "Nguyễn Văn An" in told
    assert "Trường THCS Quân Hà" in told


@pytest.mark.parametrize(
    ("cell", "codes"),
    [
        ("Giấy khen Lao động tiên tiến", []),
        ("Giấy khen, Lao động tiên tiến", ["GK_HUYEN", "DH_LDTT"]),
        ("Giấy khen\nLao động tiên tiến", ["GK_HUYEN", "DH_LDTT"]),
        ("Giấy khen của Chủ tịch\nUBND huyện", ["GK_HUYEN"]),
        ("Lao động tiên tiến Giấy khen", ["DH_LDTT", "GK_HUYEN"]),
    ],
)
def test_a_form_and_the_title_it_may_be_for_are_two_awards_only_where_something_parts_them(
    tmp_path, cell, codes
):
    reading = sheet(tmp_path, (REFERENCE,), (*HEADER, "Hình thức, danh hiệu", "Năm"),
                    ("1", "Nguyễn Văn An", "Giáo viên", SCHOOL, cell, "2018"))  # fmt: skip
    assert [one.award for one in awards(reading)] == codes
    assert ("một hay hai" in "".join(reasons(reading))) is (codes == [])
