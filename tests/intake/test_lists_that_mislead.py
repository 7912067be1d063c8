"""What stands beside awards and looks like one: citations, earlier awards, other decisions, other tables."""

import pytest

from tests.intake.making import REFERENCE
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
    told,
    typed,
    units,
)
from thidua_desktop.intake.item_text import from_line, split_joined

GIVEN = "DANH SÁCH TẬP THỂ, CÁ NHÂN, HỘ GIA ĐÌNH ĐƯỢC TẶNG GIẤY KHEN CỦA CHỦ TỊCH UBND HUYỆN NĂM 2018"
NA = ("2", "Lý Thị Na", "Kế toán", SCHOOL)
LINES = (f"1. Ông Nguyễn Văn An, Giáo viên, {SCHOOL};", f"2. Bà Lý Thị Na, Kế toán, {SCHOOL};")


FIRST = [("Nguyễn Văn An", "DH_LDTT", 2018)]


@pytest.mark.parametrize(
    "citation",
    [
        "Đã được tặng Bằng khen của Chủ tịch UBND tỉnh năm 2017.",
        "Giấy khen của Chủ tịch UBND huyện năm 2017",
        "Khen thưởng: Giấy khen của Chủ tịch UBND huyện năm 2018",
        "(Chiến sĩ thi đua cơ sở năm 2017)",
        "(Đã được tặng Bằng khen theo Quyết định số 455/QĐ-UBND ngày 28/3/2017)",
    ],
)
def test_what_was_given_before_opens_no_section_and_no_decision(tmp_path, citation):
    reading = typed(tmp_path, ADVANCED, REFERENCE, LINES[0], citation, LINES[1])
    assert told(reading) in (FIRST, [*FIRST, ("Lý Thị Na", "DH_LDTT", 2018)])
    assert {each.number for each in reading.decisions} == {"95/QĐ-UBND"}


def test_a_citation_that_goes_on_in_its_own_column_is_no_heading(tmp_path):
    header = (*HEADER, "Thành tích")
    more = (None, None, None, None, "Chiến sĩ thi đua cơ sở năm 2017")
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), header, (*AN, "Dạy giỏi"), more, (*NA, ""))
    assert told(reading) == [*FIRST, ("Lý Thị Na", "DH_LDTT", 2018)]


def test_lines_behind_dashes_under_a_numbered_person_are_nobody(tmp_path):
    reading = typed(tmp_path, ADVANCED, REFERENCE, LINES[0], "- Hoàn thành tốt nhiệm vụ", LINES[1])
    assert told(reading) == [*FIRST, ("Lý Thị Na", "DH_LDTT", 2018)]


@pytest.mark.parametrize(
    "column", ["Danh hiệu, hình thức khen thưởng đã đạt được", "Danh hiệu đạt được các năm trước"]
)
def test_a_column_of_what_was_reached_before_gives_nothing(tmp_path, column):
    rows = ((*HEADER, column), (*AN, "Chiến sĩ thi đua cơ sở"))
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), *rows)
    assert told(reading) == FIRST


def test_what_was_asked_for_beside_what_was_given_gives_nothing(tmp_path):
    header = (*HEADER, "Danh hiệu đề nghị", "Danh hiệu được công nhận")
    reading = sheet(
        tmp_path, ("KẾT QUẢ NĂM 2018",), (REFERENCE,), header, (*AN, "CSTĐCS", "LĐTT"), (*NA, "LĐTT", "")
    )
    assert told(reading) == FIRST


def test_the_award_of_a_heading_is_what_is_given_not_what_was_reached(tmp_path):
    heading = "DANH SÁCH TẶNG GIẤY KHEN CỦA CHỦ TỊCH UBND HUYỆN CHO CÁC HỘ ĐẠT DANH HIỆU “GIA ĐÌNH VĂN HÓA” NĂM 2018"
    reading = sheet(
        tmp_path,
        (heading,),
        (REFERENCE,),
        ("STT", "Họ tên chủ hộ", "Thôn"),
        ("1", "Lý Văn Hưng", "Thôn Nà Mẫu"),
    )
    assert [one.award for one in awards(reading)] == ["GK_HUYEN"]


def test_two_whole_decisions_of_one_file_keep_their_own(tmp_path):
    def whole(number, title, person):
        return (
            "UBND HUYỆN BẠCH THÔNG",
            f"Số: {number}/QĐ-UBND",
            "Bạch Thông, ngày 15 tháng 01 năm 2019",
            "QUYẾT ĐỊNH",
            "Thực hiện Quyết định số 35/2018/QĐ-UBND ngày 01/10/2018 của UBND tỉnh Bắc Kạn;",
            f"Điều 1. {title} năm 2018 cho các cá nhân có tên sau:",
            person,
            "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.",
        )

    first = whole(840, "Công nhận danh hiệu Lao động tiên tiến", LINES[0])
    second = whole(841, "Tặng Giấy khen của Chủ tịch UBND huyện", LINES[1])
    reading = typed(tmp_path, *first, *second)
    assert [(each.number, told_of.award) for each in reading.decisions for told_of in each.awards] == [
        ("840/QĐ-UBND", "DH_LDTT"),
        ("841/QĐ-UBND", "GK_HUYEN"),
    ]


def test_a_heading_broken_before_thuc_hien_keeps_its_campaign(tmp_path):
    heading = (
        ("DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN CỦA CHỦ TỊCH UBND HUYỆN ĐÃ CÓ THÀNH TÍCH TRONG",),
        ("THỰC HIỆN PHONG TRÀO “CHUNG SỨC XÂY DỰNG NÔNG THÔN MỚI” NĂM 2018",),
    )
    reading = sheet(tmp_path, *heading, (REFERENCE,), HEADER, AN)
    [decision] = reading.decisions
    assert decision.campaign == "CHUNG SỨC XÂY DỰNG NÔNG THÔN MỚI"
    assert [(one.award, one.year) for one in decision.awards] == [("GK_HUYEN", 2018)]


def test_two_numbers_in_one_reference_are_asked(tmp_path):
    both = (
        "(Kèm theo QĐ số 98/QĐ-UBND ngày 8/2/2019 và QĐ số 99/QĐ-UBND ngày 8/2/2019 của Chủ tịch UBND huyện)"
    )
    reading = sheet(tmp_path, (ADVANCED,), (both,), HEADER, AN)
    assert [each.number for each in reading.decisions] == [""]
    assert any("nhiều số quyết định" in reason for reason in reasons(reading))


def test_a_line_that_names_only_a_year_holds_for_the_rows_below(tmp_path):
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), HEADER, AN, ("NĂM HỌC 2016 - 2017",), NA)
    assert told(reading) == [*FIRST, ("Lý Thị Na", "DH_LDTT", 2017)]


@pytest.mark.parametrize("words", ["Mang sang", "Chuyển trang sau", "Toàn trường"])
def test_sums_carried_over_are_nobody(tmp_path, words):
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), HEADER, AN, (None, words, None, "3"))
    assert told(reading) == FIRST


def test_offices_that_sign_side_by_side_are_nobody(tmp_path):
    signing = ((None, "KẾ TOÁN", None, "HIỆU TRƯỞNG"), (None, "Triệu Thị Lan", None, "Hà Văn Nam"))
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), HEADER, AN, *signing)
    assert told(reading) == FIRST


def test_a_post_written_kt_signs_nothing(tmp_path):
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), HEADER[1:], ("Nguyễn Văn An", "KT", SCHOOL), NA[1:])
    assert names(reading) == ["Nguyễn Văn An", "Lý Thị Na"]


def test_signed_for_money_is_no_signature_of_the_list(tmp_path):
    header = (*HEADER[1:], "Số tiền", "Ký nhận")
    rows = ((*row[1:], "447000", "Đã ký") for row in (AN, NA))
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), header, *rows)
    assert names(reading) == ["Nguyễn Văn An", "Lý Thị Na"]


def test_a_table_of_discipline_below_awards_gives_none_and_loses_none(tmp_path):
    punished = (
        ("STT", "Họ và tên", "Đơn vị", "Hình thức kỷ luật"),
        ("1", "Hà Thị Bé", SCHOOL, "Khiển trách"),
    )
    reading = in_word(tmp_path, ADVANCED, REFERENCE, (HEADER, AN), "", punished, "")
    assert told(reading) == FIRST
    assert any("xếp loại, sáng kiến hoặc kỷ luật" in reason for reason in reasons(reading))


def test_units_numbered_in_a_list_of_people_are_asked(tmp_path):
    heading = "DANH SÁCH ĐẠT DANH HIỆU LAO ĐỘNG TIÊN TIẾN NĂM 2018"
    reading = sheet(tmp_path, (heading,), (REFERENCE,), HEADER, ("1", SCHOOL, None, None), AN)
    assert names(reading) == ["Nguyễn Văn An"]


@pytest.mark.parametrize("name", ["Ban Văn Hội", "Đoàn Thị Trấn"])
def test_family_names_that_are_words_of_units_are_people(tmp_path, name):
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), HEADER, ("1", name, None, SCHOOL))
    assert [(one.name, one.recipient) for one in awards(reading)] == [(name, "person")]


@pytest.mark.parametrize(
    ("section", "kind"),
    [
        ("II. CÁN BỘ, GIÁO VIÊN", "person"),
        ("II. CÁ NHÂN NGƯỜI LAO ĐỘNG", "person"),
        ("III. CÁC HỘ DÂN", "household"),
        ("3. Hộ", "household"),
        ("PHẦN II: CÁ NHÂN", "person"),
    ],
)
def test_sections_are_known_by_other_words_too(tmp_path, section, kind):
    reading = typed(
        tmp_path, GIVEN, REFERENCE, "I. TẬP THỂ", f"1. {SCHOOL}", section, "1. Lý Văn Hưng, thôn Nà Mẫu"
    )
    assert [one.recipient for one in awards(reading)] == ["collective", kind]


def test_a_recipient_without_a_number_under_a_section_is_never_swallowed(tmp_path):
    reading = typed(tmp_path, GIVEN, REFERENCE, "I. TẬP THỂ", SCHOOL, "II. CÁ NHÂN", *LINES)
    assert len(awards(reading)) == 2
    assert [problem.text for problem in reading.problems] == [SCHOOL]


def test_two_people_on_one_line_are_asked(tmp_path):
    reading = typed(tmp_path, ADVANCED, REFERENCE, f"1. Ông Ma Thế Vinh, bà Hà Thị Y, {SCHOOL}", LINES[1])
    assert names(reading) == ["Lý Thị Na"]
    assert any("hai người" in reason for reason in reasons(reading))


@pytest.mark.parametrize(
    ("line", "post", "unit"),
    [
        (f"A B C, Bí thư Chi bộ, Hiệu trưởng {SCHOOL}", "Bí thư Chi bộ, Hiệu trưởng", SCHOOL),
        ("A B C, Bí thư Chi bộ, Trưởng thôn Nà Mẫu", "Bí thư Chi bộ, Trưởng thôn Nà Mẫu", ""),
        ("A B C, Xã đội trưởng, xã Cư Lễ", "Xã đội trưởng", "xã Cư Lễ"),
        ("A B C, Hiệu trưởng, Trường TH - THCS Văn Minh", "Hiệu trưởng", "Trường TH - THCS Văn Minh"),
    ],
)
def test_posts_held_together_keep_to_the_post(line, post, unit):
    item = from_line(line)
    assert (item.post, item.unit) == (post, unit)


@pytest.mark.parametrize(
    "cell", ["Ông Lý Văn Hưng, bà Bàn Thị Mai", "Hoàng Thị Mười, Nông Văn Quyến - Giáo viên"]
)
def test_two_people_in_one_cell_are_asked(tmp_path, cell):
    header = ("STT", "Họ và tên, chức vụ")
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), header, ("1", cell), ("2", "Lý Thị Na - Kế toán"))
    assert [(one.name, one.post) for one in awards(reading)] == [("Lý Thị Na", "Kế toán")]
    assert len(reading.problems) == 1


def test_how_many_live_in_a_household_is_no_part_of_its_name(tmp_path):
    reading = typed(
        tmp_path, GIVEN, REFERENCE, "III. HỘ GIA ĐÌNH", "1. Hộ ông Lý Văn Hưng (4 người), thôn Nà Mẫu"
    )
    assert [(one.name, one.recipient) for one in awards(reading)] == [("Lý Văn Hưng", "household")]


def test_a_wrapped_cell_is_one_text(tmp_path):
    header = ("STT", "Họ và tên", "Chức vụ, đơn vị")
    cells = {f"{SCHOOL[:15]}\n{SCHOOL[16:]}": SCHOOL, "Giáo viên\nTrường THCS Quân Hà": "Trường THCS Quân Hà"}
    for cell, unit in cells.items():
        reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), header, ("1", "Nguyễn Văn An", cell))
        assert units(reading) == [unit]
    assert split_joined("Trường TH - THCS Văn Minh").unit == "Trường TH - THCS Văn Minh"


@pytest.mark.parametrize("last", ["Trường", "Hội", "Vụ", "Đội"])
def test_a_name_broken_before_a_word_of_units_stays_whole(tmp_path, last):
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), HEADER, ("1", f"Nguyễn Xuân\n{last}", None, SCHOOL))
    assert names(reading) == [f"Nguyễn Xuân {last}"]
