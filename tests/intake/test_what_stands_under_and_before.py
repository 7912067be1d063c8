"""Signatures under a table are nobody commended; what stands before a name is none of it; units behind posts."""

import pytest

from tests.intake.making import REFERENCE
from tests.intake.short_lists import ADVANCED, AN, HEADER, SCHOOL, names, placed, reasons, sheet, typed, units
from thidua_desktop.intake.item_text import from_line, split_joined


@pytest.mark.parametrize(
    "below",
    [
        [("", "Kế toán", "", "Chủ tịch"), ("", "Vũ Thị Huệ", "", "Cao Thị Thu Liên")],
        [
            ("", "Cán bộ Văn hóa - Xã hội", "", "TM. UBND xã"),
            ("", "", "", "Chủ tịch"),
            ("", "Mạc Thị Lài", "", "Đỗ Văn Tấm"),
        ],
        [("", "Kế toán (Ký, họ tên)", "", "Hiệu trưởng (Ký, đóng dấu)"), ("", "Vũ Thị Huệ", "", "Hà Văn Tư")],
        [("", "Thường trực HĐTĐKT", "", "Chủ tịch Hội đồng"), ("", "Vũ Thị Huệ", "", "Hà Văn Tư")],
        [("", "Kế toán", "", ""), ("", "Vũ Thị Huệ", "", "")],
        [("", "Phụ trách kế toán", "", "Thủ trưởng đơn vị"), ("", "Vũ Thị Huệ", "", "Hà Văn Tư")],
        [("", "", "", "Hiệu trưởng"), ("", "", "", "Hà Văn Tư")],
    ],
)
def test_those_who_sign_are_not_commended(tmp_path, below):
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), HEADER, AN, (), *below)
    assert names(reading) == [AN[1]]
    assert reading.problems == ()


def test_names_side_by_side_under_an_office_not_known_are_asked(tmp_path):
    below = [("", "Trợ lý hành chính", "", "Quyền trưởng"), ("", "Vũ Thị Huệ", "", "Lò Văn Ơn")]
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), HEADER, AN, (), *below)
    assert names(reading) == [AN[1]]


def test_a_name_with_a_unit_below_an_office_is_told(tmp_path):
    below = [("", "Hiệu trưởng", "", ""), ("", "Lò Văn Ơn", "", SCHOOL)]
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), HEADER, AN, (), *below)
    assert names(reading) == [AN[1]]
    assert len(reasons(reading)) == 1


def test_in_a_table_without_numbers_too(tmp_path):
    header, below = HEADER[1:], [("Kế toán", "", "Chủ tịch"), ("Vũ Thị Huệ", "", "Cao Thị Thu Liên")]
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), header, AN[1:], (), *below)
    assert names(reading) == [AN[1]]


def test_an_office_in_place_of_a_name_is_asked(tmp_path):
    rows = ("2", "Kế toán trưởng", "", SCHOOL), ("3", "Phó Văn An", "", SCHOOL)
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), HEADER, AN, *rows)
    assert names(reading) == [AN[1], "Phó Văn An"]
    assert "là chức vụ" in reasons(reading)[0]


def test_a_post_that_goes_on_below_is_told_and_the_rows_after_it_are_read(tmp_path):
    rows = AN, ("", "", "Phó Hiệu trưởng", ""), ("2", "Lý Thị Na", "Kế toán", SCHOOL)
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), HEADER, *rows)
    assert names(reading) == [AN[1], "Lý Thị Na"]
    assert len(reasons(reading)) == 1


@pytest.mark.parametrize(
    "before",
    [
        "Ths.Bs",
        "ThS.BS.",
        "Bs.",
        "BS",
        "Bs",
        "BSCKI.",
        "CNĐD",
        "ĐDV",
        "Ds.",
        "DS.",
        "KTV.",
        "YS.",
        "Y sĩ",
        "Y sỹ",
        "NHS",
        "LM.",
        "ĐĐ.",
        "Em",
        "Linh mục",
        "Điều dưỡng",
        "Hộ sinh",
        "Ths.",
    ],
)
def test_a_profession_before_a_name_is_no_part_of_it(tmp_path, before):
    reading = sheet(
        tmp_path, (ADVANCED,), (REFERENCE,), HEADER, ("1", f"{before} Lý Thị Na", "Nhân viên", SCHOOL)
    )
    post = "Nhân viên" if before == "Em" else f"{before.rstrip('.')}, Nhân viên"
    assert placed(reading) == [("Lý Thị Na", post, SCHOOL)]
    assert reading.problems == ()


@pytest.mark.parametrize(
    "name", ["Y Sỹ Niê", "Em Ban", "Bs Hà", "Ds Ka", "Tsàn A Sáng", "Lmo Y Blăng", "Hòa Văn An"]
)
def test_a_name_that_only_begins_so_stays(tmp_path, name):
    assert names(sheet(tmp_path, (ADVANCED,), (REFERENCE,), HEADER, ("1", name, "Nhân viên", SCHOOL))) == [
        name
    ]


@pytest.mark.parametrize(
    ("line", "post", "unit"),
    [
        (
            "Chủ tịch Ủy ban nhân dân huyện Thanh Hòa, tỉnh Nam Bình",
            "Chủ tịch",
            "Ủy ban nhân dân huyện Thanh Hòa",
        ),
        (
            "Trưởng phòng Nội vụ huyện Thanh Hòa, tỉnh Nam Bình",
            "Trưởng phòng",
            "Phòng Nội vụ huyện Thanh Hòa",
        ),
        ("Trưởng phòng Nội vụ", "Trưởng phòng", "Phòng Nội vụ"),
        ("Phó Trưởng phòng Tài chính - Kế hoạch", "Phó Trưởng phòng", "Phòng Tài chính - Kế hoạch"),
        ("Chủ tịch HĐND xã Tân An, huyện Thanh Hòa", "Chủ tịch", "HĐND xã Tân An"),
        ("Trưởng phòng", "Trưởng phòng", ""),
    ],
)
def test_the_office_one_heads_is_the_unit_never_the_province(line, post, unit):
    item = from_line(f"Ông Nguyễn Văn An, {line}")
    assert (item.post, item.unit) == (post, unit)


@pytest.mark.parametrize(
    ("cell", "post", "unit"),
    [
        ("CN HTX Tân An", "CN", "HTX Tân An"),
        ("TP GD&ĐT huyện Thanh Hòa", "TP", "Phòng GD&ĐT huyện Thanh Hòa"),
        ("Phó TP Nội vụ", "Phó TP", "Phòng Nội vụ"),
    ],
)
def test_posts_in_short_are_parted_from_their_units(cell, post, unit):
    assert split_joined(cell)[:2] == (post, unit)
    assert split_joined("TP Thanh Hòa").doubt


@pytest.mark.parametrize("count", [": 02", ": 02 người", " (02)", ": 02 người."])
def test_a_unit_heading_is_none_with_its_count(tmp_path, count):
    rows = (
        ("I", f"Phòng Tư pháp{count}", ""),
        ("1", "Lý Thị Na", "CV"),
        ("II", f"Phòng Y tế{count}", ""),
        ("1", "Hà Văn Tư", "CV"),
    )
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), HEADER[:3], *rows)
    assert units(reading) == ["Phòng Tư pháp", "Phòng Y tế"]
    reading = typed(
        tmp_path, ADVANCED, REFERENCE, f"I. Phòng Tư pháp{count}", "1. Bà Lý Thị Na, Chuyên viên;"
    )
    assert units(reading) == ["Phòng Tư pháp"]


@pytest.mark.parametrize("note", ["Bỏ", "bỏ", "Bỏ tên", "Rút", "Xóa", "Bỏ, chuyển công tác"])
def test_a_row_crossed_out_in_the_notes_is_not_taken(tmp_path, note):
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), (*HEADER, "Ghi chú"), (*AN, note))
    assert names(reading) == []
    assert "không nhập" in reasons(reading)[0]


@pytest.mark.parametrize("note", ["Bộ phận một cửa", "Loại A", "Bỏ phiếu 100%", "Rút kinh nghiệm"])
def test_other_notes_are_notes(tmp_path, note):
    assert names(sheet(tmp_path, (ADVANCED,), (REFERENCE,), (*HEADER, "Ghi chú"), (*AN, note))) == [AN[1]]


def test_a_row_typed_over_two_lines_is_one(tmp_path):
    rows = (
        ("1", "Nguyễn Văn An", "Thanh tra viên,", "Thanh tra huyện"),
        ("", "", "Phó Chánh Thanh tra", "Thanh Hòa"),
    )
    more = ("2", "Lý Thị Na", "Giáo viên", "Trường Tiểu học"), ("", "", "", "và THCS Tân An")
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), HEADER, *rows, *more)
    assert placed(reading) == [
        ("Nguyễn Văn An", "Thanh tra viên, Phó Chánh Thanh tra", "Thanh tra huyện Thanh Hòa"),
        ("Lý Thị Na", "Giáo viên", "Trường Tiểu học và THCS Tân An"),
    ]
    assert reading.problems == ()
    assert "viết tiếp" in " ".join(reading.decisions[0].awards[0].inferred)


@pytest.mark.parametrize(
    "below",
    [
        "TM. ỦY BAN NHÂN DÂN",
        "Tổng cộng: 2 cá nhân./.",
        "Cộng:",
        "CHỦ TỊCH",
        "(Kèm theo Quyết định số 7/QĐ-UBND)",
    ],
)
@pytest.mark.parametrize(("unit", "expected"), [("-nt-", SCHOOL), (f"{SCHOOL} -", f"{SCHOOL} -")])
def test_a_unit_goes_on_neither_in_a_sum_nor_in_a_signature(tmp_path, below, unit, expected):
    last = ("2", "Lý Thị Na", "Kế toán", unit)
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), HEADER, AN, last, ("", "", "", below))
    assert names(reading) == [AN[1], "Lý Thị Na"]
    assert units(reading)[1].rstrip(" -") == expected.rstrip(" -")
