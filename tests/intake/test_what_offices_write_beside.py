"""What offices write beside names, posts and numbers goes where it belongs."""

import pytest

from tests.intake.making import REFERENCE
from tests.intake.short_lists import ADVANCED, GIVEN, HEADER, SCHOOL, awards, in_word, sheet, typed, units
from thidua_desktop.intake.item_text import from_line, split_joined


@pytest.mark.parametrize(
    ("name", "note"),
    [
        ("Hoàng Văn Páo (truy tặng)", "truy tặng"),
        ("Hoàng Văn Páo (Đã mất)", "Đã mất"),
        ("Hoàng Văn Páo - đã từ trần", "đã từ trần"),
        ("Ông Hoàng Văn Páo (đã chết)", "đã chết"),
    ],
)
def test_what_became_of_somebody_is_a_note(tmp_path, name, note):
    reading = sheet(
        tmp_path, (GIVEN,), (REFERENCE,), (*HEADER, "Ghi chú"), ("1", name, "Bí thư", SCHOOL, "TS")
    )
    assert [(one.name, one.note) for one in awards(reading)] == [("Hoàng Văn Páo", f"{note}; TS")]
    assert reading.problems == ()


def test_a_gender_behind_a_name_is_one(tmp_path):
    reading = sheet(tmp_path, (GIVEN,), (REFERENCE,), HEADER, ("1", "Triệu Thị Lan (nữ)", "", SCHOOL))
    assert [(one.name, one.gender) for one in awards(reading)] == [("Triệu Thị Lan", "female")]


def test_how_an_award_is_given_does_not_take_the_place_of_the_award(tmp_path):
    reading = sheet(
        tmp_path,
        (GIVEN,),
        (REFERENCE,),
        (*HEADER, "Hình thức"),
        ("1", "Hoàng Văn Páo", "", SCHOOL, "Truy tặng"),
    )
    assert [(one.award, one.note) for one in awards(reading)] == [("GK_HUYEN", "Truy tặng")]


def test_titles_parted_by_a_stroke_are_two(tmp_path):
    header = (*HEADER, "Danh hiệu")
    reading = sheet(
        tmp_path, (ADVANCED,), (REFERENCE,), header, ("1", "Lý Thị Na", "", SCHOOL, "LĐTT/CSTĐCS")
    )
    assert [one.award for one in awards(reading)] == ["DH_LDTT", "DH_CSTD_CS"]


def test_the_party_s_commendation_is_not_that_of_the_province(tmp_path):
    reading = sheet(
        tmp_path,
        ("DANH SÁCH NĂM 2018",),
        (REFERENCE,),
        (*HEADER, "Hình thức khen"),
        ("1", "Lý Thị Na", "", SCHOOL, "Bằng khen của Tỉnh ủy"),
    )
    assert awards(reading) == []
    assert len(reading.problems) == 1


def test_parts_of_a_numbered_line_may_stand_behind_tabs(tmp_path):
    texts = (ADVANCED, REFERENCE, "TT\tHọ và tên\tChức vụ\tĐơn vị", f"1.\tLý Thị Na\tKế toán\t{SCHOOL}")
    reading = in_word(tmp_path, *texts)
    assert [(one.name, one.post, one.unit, one.award) for one in awards(reading)] == [
        ("Lý Thị Na", "Kế toán", SCHOOL, "DH_LDTT")
    ]


def test_a_label_before_a_collective_is_no_part_of_its_name(tmp_path):
    texts = ("DANH SÁCH TẶNG GIẤY KHEN CỦA CHỦ TỊCH UBND HUYỆN NĂM 2018", REFERENCE, f"1. Tập thể: {SCHOOL};")
    reading = typed(tmp_path, *texts)
    assert [(one.name, one.recipient) for one in awards(reading)] == [(SCHOOL, "collective")]


def test_few_known_columns_are_enough_where_rows_are_counted(tmp_path):
    header = ("STT", "Họ và tên học sinh", "Lớp", "Trường", "Môn thi", "Giải")
    second = "Đạt giải trong Kỳ thi chọn học sinh giỏi cấp tỉnh năm học 2017 - 2018"
    row = ("1", "Nguyễn Hoàng Anh", "9A", "Trường THCS Quân Hà", "Toán", "Giải Nhất")
    reading = sheet(
        tmp_path,
        ("DANH SÁCH HỌC SINH ĐƯỢC TẶNG GIẤY KHEN CỦA CHỦ TỊCH UBND HUYỆN",),
        (second,),
        (REFERENCE,),
        header,
        row,
    )
    assert [(one.name, one.unit, one.award, one.year) for one in awards(reading)] == [
        ("Nguyễn Hoàng Anh", "Trường THCS Quân Hà", "GK_HUYEN", 2018)
    ]


def test_a_school_below_the_title_is_everybody_s(tmp_path):
    reading = sheet(
        tmp_path, (ADVANCED,), ("TRƯỜNG TIỂU HỌC VĂN MINH",), (REFERENCE,), HEADER[:3], ("1", "Lý Thị Na", "")
    )
    assert units(reading) == ["Trường Tiểu học Văn Minh"]


def test_a_label_gives_any_unit_but_the_committee_over_all(tmp_path):
    def under(label):
        rows = ((ADVANCED,), (label,), (REFERENCE,), HEADER[:3], ("1", "Lý Thị Na", ""))
        return units(sheet(tmp_path, *rows))

    assert under("Đơn vị: Phòng Giáo dục và Đào tạo") == ["Phòng Giáo dục và Đào tạo"]
    assert under("Đơn vị: UBND huyện Bạch Thông") == [""]


@pytest.mark.parametrize(
    ("line", "post", "unit"),
    [
        (
            f"A B C, Hiệu trưởng {SCHOOL}, xã Cẩm Giàng, huyện Bạch Thông",
            "Hiệu trưởng",
            f"{SCHOOL}, xã Cẩm Giàng",
        ),
        (
            "A B C, Giám đốc Công ty TNHH Mẫu, thị trấn Phủ Thông",
            "Giám đốc",
            "Công ty TNHH Mẫu, thị trấn Phủ Thông",
        ),
        (
            "A B C, Công chức Tư pháp - Hộ tịch xã Cư Lễ, huyện Na Rì",
            "Công chức Tư pháp - Hộ tịch",
            "xã Cư Lễ",
        ),
        ("A B C, giáo viên trường Mầm non Yến Lạc", "giáo viên", "trường Mầm non Yến Lạc"),
        ("A B C, Chuyên viên Văn phòng HĐND và UBND huyện", "Chuyên viên", "Văn phòng HĐND và UBND huyện"),
        ("A B C, Chủ tịch Hội Nông dân, xã Cư Lễ", "Chủ tịch Hội Nông dân", "xã Cư Lễ"),
        ("A B C, Công chức Văn hóa - Xã hội, xã Cư Lễ", "Công chức Văn hóa - Xã hội", "xã Cư Lễ"),
    ],
)
def test_post_and_unit_part_where_the_unit_begins(line, post, unit):
    item = from_line(line)
    assert (item.name, item.post, item.unit) == ("A B C", post, unit)


def test_a_dash_before_a_unit_parts_it_from_the_post():
    assert split_joined("Chủ tịch Hội Cựu chiến binh - xã Văn Lang")[:2] == (
        "Chủ tịch Hội Cựu chiến binh",
        "xã Văn Lang",
    )
    assert split_joined("Công chức Địa chính - Xây dựng xã Văn Lang")[:2] == (
        "Công chức Địa chính - Xây dựng",
        "xã Văn Lang",
    )


def test_births_stand_in_columns_for_men_and_women_without_another_title(tmp_path):
    header = ("STT", "Họ và tên", "Nam", "Nữ", "Chức vụ", "Đơn vị")
    rows = (("1", "Hoàng Văn Páo", "1970", "", "", SCHOOL), ("2", "Lý Thị Na", "", "02/03/1980", "", SCHOOL))
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), header, *rows)
    assert [(one.gender, one.birth and one.birth.year) for one in awards(reading)] == [
        ("male", 1970),
        ("female", 1980),
    ]


def test_a_letterhead_broken_behind_a_dash_is_no_plan(tmp_path):
    reading = sheet(
        tmp_path,
        ("PHÒNG TÀI CHÍNH -",),
        ("KẾ HOẠCH",),
        (ADVANCED,),
        (REFERENCE,),
        HEADER,
        ("1", "Lý Thị Na", "", SCHOOL),
    )
    assert (len(awards(reading)), reading.problems) == (1, ())
