"""Offices every commune has - its health station, its police - are those of the commune beside or above them."""

import pytest

from tests.intake.making import REFERENCE
from tests.intake.short_lists import ADVANCED, awards, names, reasons, reasons_by_row, sheet, typed, units

HEADER = ("STT", "Họ và tên", "Chức vụ", "Đơn vị", "Xã")
OF_UNITS = "DANH SÁCH TẬP THỂ ĐƯỢC TẶNG GIẤY KHEN CỦA CHỦ TỊCH UBND HUYỆN NĂM 2018"


def in_two_communes(tmp_path, unit, *, header=HEADER):
    rows = ("1", "Nguyễn Văn An", "Cán bộ", unit, "Cao Kỳ"), ("2", "Lê Văn Ba", "Cán bộ", unit, "Xã Cư Lễ")
    return sheet(tmp_path, (ADVANCED,), (REFERENCE,), header, *rows)


@pytest.mark.parametrize(
    "office",
    [
        *("Trạm Y tế", "Công an", "Ban CHQS", "Ban Chỉ huy quân sự", "UBND", "UBMTTQ", "Đảng ủy"),
        *("Hội Phụ nữ", "Hội LHPN", "Hội Nông dân", "Đoàn Thanh niên"),
        *("Trường Mầm non", "Trường Tiểu học", "Trường THCS"),
    ],
)
def test_an_office_beside_a_commune_is_that_of_the_commune(tmp_path, office):
    reading = in_two_communes(tmp_path, office)
    assert units(reading) == [f"{office} xã Cao Kỳ", f"{office} xã Cư Lễ"]
    assert [remark for remark in reading.decisions[0].remarks if "chưa đọc" in remark] == []


@pytest.mark.parametrize(
    ("commune", "named"),
    [
        ("Xã Cao Kỳ", "xã Cao Kỳ"),
        ("X. Cao Kỳ", "xã Cao Kỳ"),
        ("Thị trấn Yến Lạc", "thị trấn Yến Lạc"),
        ("TT Yến Lạc", "thị trấn Yến Lạc"),
        ("TT. Yến Lạc", "thị trấn Yến Lạc"),
        ("P. 12", "phường 12"),
    ],
)
@pytest.mark.parametrize(("unit", "between"), [("Trạm Y tế", " "), ("Thôn 1", ", ")])
def test_communes_in_short_are_named_in_full(tmp_path, commune, named, unit, between):
    row = ("1", "Nguyễn Văn An", "Cán bộ", unit, commune)
    told = units(sheet(tmp_path, (ADVANCED,), (REFERENCE,), HEADER, row))
    assert [one.casefold() for one in told] == [f"{unit}{between}{named}".casefold()]


@pytest.mark.parametrize("unit", ["Trạm Y tế xã Cao Kỳ", "Trạm Y tế Cao Kỳ"])
def test_an_office_that_names_its_commune_stays(tmp_path, unit):
    row = ("1", "Nguyễn Văn An", "Cán bộ", unit, "Cao Kỳ")
    assert units(sheet(tmp_path, (ADVANCED,), (REFERENCE,), HEADER, row)) == [unit]


def test_a_school_of_one_name_in_two_communes_is_asked(tmp_path):
    reading = in_two_communes(tmp_path, "Trường Tiểu học Kim Đồng")
    assert units(reading) == ["Trường Tiểu học Kim Đồng"]
    [(row, reason)] = reasons_by_row(reading)
    assert row == 5
    assert "Cao Kỳ" in reason
    assert "Cư Lễ" in reason


def test_who_lives_in_another_commune_than_his_office_is_not_asked(tmp_path):
    assert units(in_two_communes(tmp_path, "Phòng Nội vụ")) == ["Phòng Nội vụ", "Phòng Nội vụ"]


def test_an_office_commended_itself_bears_its_commune(tmp_path):
    rows = ("1", "Trạm Y tế", "Cao Kỳ"), ("2", "Trạm Y tế", "Thị trấn Yến Lạc"), ("3", "Thôn 1", "Cao Kỳ")
    reading = sheet(tmp_path, (OF_UNITS,), (REFERENCE,), ("STT", "Tên đơn vị", "Xã"), *rows)
    assert names(reading) == ["Trạm Y tế xã Cao Kỳ", "Trạm Y tế thị trấn Yến Lạc", "Thôn 1"]
    assert units(reading)[2] == "xã Cao Kỳ"


def test_an_office_of_the_commune_the_paper_is_of(tmp_path):
    row = ("1", "Nguyễn Văn An", "Cán bộ", "Trạm Y tế")
    reading = sheet(tmp_path, ("UBND XÃ CAO KỲ",), (ADVANCED,), (REFERENCE,), HEADER[:4], row)
    assert units(reading) == ["Trạm Y tế xã Cao Kỳ"]
    assert any("theo đầu đề" in said for said in awards(reading)[0].inferred)


@pytest.mark.parametrize(
    "rows",
    [
        (("I", "Xã Cao Kỳ"), ("1", "Thôn 1"), ("2", "Tổ 3"), ("II", "XÃ CƯ LỄ"), ("1", "Thôn 1")),
        (("", "Xã Cao Kỳ"), ("1", "Thôn 1"), ("2", "Tổ 3"), ("", "Xã Cư Lễ"), ("1", "Thôn 1")),
        (("A", "Xã Cao Kỳ:"), ("1", "Thôn 1"), ("2", "Tổ 3"), ("B", "Xã Cư Lễ:"), ("1", "Thôn 1")),
    ],
    ids=["numerals", "alone", "letters"],
)
@pytest.mark.parametrize("title", ["Tên tập thể", "Tên thôn", "Đơn vị"])
def test_hamlets_commended_stand_under_the_commune_above_them(tmp_path, title, rows):
    reading = sheet(tmp_path, (OF_UNITS,), (REFERENCE,), ("STT", title), *rows)
    told = [(one.name, one.unit.casefold()) for one in awards(reading)]
    assert told == [("Thôn 1", "xã cao kỳ"), ("Tổ 3", "xã cao kỳ"), ("Thôn 1", "xã cư lễ")]
    assert reading.problems == ()


def test_offices_under_the_commune_above_them(tmp_path):
    rows = ("I", "Xã Cao Kỳ"), ("1", "Công an"), ("2", "Thôn Nà Cà"), ("II", "Xã Cư Lễ"), ("1", "Công an")
    reading = sheet(tmp_path, (OF_UNITS,), (REFERENCE,), ("STT", "Tên tập thể"), *rows)
    assert names(reading) == ["Công an xã Cao Kỳ", "Thôn Nà Cà", "Công an xã Cư Lễ"]


def test_people_of_offices_under_the_commune_above_them(tmp_path):
    people = ("1", "Nguyễn Văn An", "Cán bộ", "Trạm Y tế"), ("2", "Lê Văn Ba", "Nông dân", "Thôn 2")
    rows = ("I", "Xã Cao Kỳ"), *people, ("II", "Xã Cư Lễ"), ("1", "Lý Thị Na", "Cán bộ", "Trạm Y tế")
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), HEADER[:4], *rows)
    assert units(reading) == ["Trạm Y tế xã Cao Kỳ", "Thôn 2, Xã Cao Kỳ", "Trạm Y tế xã Cư Lễ"]
    assert reading.problems == ()


def test_a_row_without_a_unit_is_of_the_commune_above_it(tmp_path):
    people = ("1", "Nguyễn Văn An", "Chủ tịch", ""), ("2", "Lê Văn Ba", "Cán bộ", "Trạm Y tế")
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), HEADER[:4], ("I", "Xã Cao Kỳ"), *people)
    assert units(reading) == ["Xã Cao Kỳ", "Trạm Y tế xã Cao Kỳ"]
    assert reading.problems == ()


@pytest.mark.parametrize("other", [("II", "Khối cơ quan"), ("II", "Các phòng, ban")])
def test_a_block_ends_the_commune_above_it(tmp_path, other):
    rows = ("I", "Xã Cao Kỳ"), ("1", "Nguyễn Văn An", "Cán bộ", "Công an"), other
    reading = sheet(
        tmp_path, (ADVANCED,), (REFERENCE,), HEADER[:4], *rows, ("1", "Lê Văn Ba", "Cán bộ", "Phòng Y tế")
    )
    assert units(reading) == ["Công an xã Cao Kỳ", "Phòng Y tế"]


def test_communes_commended_themselves_are_no_headings(tmp_path):
    rows = ("I", "Xã Cao Kỳ"), ("II", "Xã Cư Lễ"), ("1", "Trường Tiểu học Cao Sơn")
    reading = sheet(tmp_path, (OF_UNITS,), (REFERENCE,), ("STT", "Tên tập thể"), *rows)
    assert names(reading) == ["Trường Tiểu học Cao Sơn"]
    assert units(reading) == [""]
    assert len(reading.problems) == 2


def test_lines_under_a_commune(tmp_path):
    lines = ("I. Xã Cao Kỳ", "1. Thôn 1", "2. Công an", "II. Xã Cư Lễ", "1. Thôn 1")
    reading = typed(tmp_path, OF_UNITS, REFERENCE, *lines)
    told = [(one.name, one.unit) for one in awards(reading)]
    assert told == [("Thôn 1", "Xã Cao Kỳ"), ("Công an xã Cao Kỳ", "Xã Cao Kỳ"), ("Thôn 1", "Xã Cư Lễ")]


def test_a_hamlet_of_no_commune_commended_is_asked(tmp_path):
    rows = ("1", "Thôn 1"), ("2", "Thôn Nà Cà")
    reading = sheet(tmp_path, (OF_UNITS,), (REFERENCE,), ("STT", "Tên tập thể"), *rows)
    assert names(reading) == ["Thôn Nà Cà"]
    assert "của xã nào" in reasons(reading)[0]


def test_a_team_is_of_the_school_whose_list_it_is(tmp_path):
    rows = ("1", "Tổ 1"), ("2", "Tổ Văn phòng")
    school = "Đơn vị: Trường Tiểu học Cao Sơn"
    reading = sheet(tmp_path, (school,), (OF_UNITS,), (REFERENCE,), ("STT", "Tên tập thể"), *rows)
    assert [(one.name, one.unit) for one in awards(reading)] == [
        ("Tổ 1", "Trường Tiểu học Cao Sơn"),
        ("Tổ Văn phòng", "Trường Tiểu học Cao Sơn"),
    ]


def test_lists_of_a_year_too(tmp_path):
    title, header = "DANH SÁCH ĐĂNG KÝ THI ĐUA NĂM 2019", ("TT", "Tên tập thể", "Xã", "Danh hiệu đăng ký")
    row = ("1", "Trạm Y tế", "Cao Kỳ", "Tập thể lao động tiên tiến")
    reading = sheet(tmp_path, (title,), header, row)
    assert [one.name for one in reading.yearly] == ["Trạm Y tế xã Cao Kỳ"]


@pytest.mark.parametrize("unit", ["Trạm Y tế", "Trường Mầm non", "Trường Tiểu học", "Trường THCS"])
def test_an_office_of_no_commune_that_every_commune_has_is_asked(tmp_path, unit):
    rows = ("1", "Nguyễn Văn An", "Cán bộ", unit), ("2", "Lê Văn Ba", "Cán bộ", "Công an")
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), HEADER[:4], *rows)
    assert names(reading) == ["Lê Văn Ba"]
    assert "của xã nào" in reasons(reading)[0]
    reading = sheet(tmp_path, (OF_UNITS,), (REFERENCE,), ("STT", "Tên tập thể"), ("1", unit))
    assert names(reading) == []
