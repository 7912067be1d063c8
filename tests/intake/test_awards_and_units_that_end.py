"""An award, a unit, a decision holds for the rows below it until a line names, or may name, another."""

from datetime import date

import pytest

from tests.intake.making import REFERENCE
from tests.intake.short_lists import (
    ADVANCED,
    AN,
    HEADER,
    SCHOOL,
    awards,
    in_word,
    reasons,
    sheet,
    told,
    typed,
    units,
)

NA = ("1", "Lý Thị Na", "Kế toán", SCHOOL)
BOTH = [("Nguyễn Văn An", "DH_LDTT", 2018), ("Lý Thị Na", "DH_CSTD_CS", 2018)]


def tables(tmp_path, between, *, above=()):
    """A Word document of two tables with a line between them."""
    return in_word(tmp_path, ADVANCED, REFERENCE, *above, (HEADER, AN), between, (HEADER, NA))


OTHER = pytest.mark.parametrize(
    "line",
    [
        "Danh hiệu Chiến sĩ thi đua cơ sở",
        "2. Danh hiệu “Chiến sĩ thi đua cơ sở”:",
        "2. Chiến sĩ thi đua cơ sở",
        "b) Chiến sĩ thi đua cơ sở",
        "* Chiến sĩ thi đua cơ sở:",
        "2. Tặng danh hiệu Chiến sĩ thi đua cơ sở cho các cá nhân sau:",
        "CHIẾN SĨ THI ĐUA CƠ SỞ NĂM 2018",
        "Chiến sĩ thi đua cơ sở: 01 cá nhân",
    ],
)


@OTHER
def test_an_award_ends_where_a_line_between_two_tables_names_another(tmp_path, line):
    reading = tables(tmp_path, line)
    assert told(reading) == BOTH
    assert reasons(reading) == []


@OTHER
def test_it_ends_in_one_table_too(tmp_path, line):
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), HEADER, AN, (line,), HEADER, NA)
    assert told(reading) == BOTH


def test_a_line_in_a_list_of_lines_ends_it(tmp_path):
    people = (f"1. Ông Nguyễn Văn An, Giáo viên, {SCHOOL};", f"1. Bà Lý Thị Na, Kế toán, {SCHOOL};")
    reading = typed(tmp_path, ADVANCED, REFERENCE, people[0], "Chiến sĩ thi đua cơ sở", people[1])
    assert told(reading) == BOTH


def test_an_unknown_award_ends_the_one_before_and_is_asked(tmp_path):
    reading = tables(tmp_path, "Danh hiệu Chiến sĩ vẻ vang cơ sở")
    assert told(reading) == BOTH[:1]
    assert len(reading.problems) == 1


def test_a_line_behind_a_dash_may_tell_of_the_row_above_so_that_the_rows_below_are_asked(tmp_path):
    people = (f"1. Ông Nguyễn Văn An, Giáo viên, {SCHOOL};", f"2. Bà Lý Thị Na, Kế toán, {SCHOOL};")
    between = "- Giấy khen của Chủ tịch UBND huyện năm 2017"
    reading = typed(tmp_path, ADVANCED, REFERENCE, people[0], between, people[1])
    assert told(reading) == BOTH[:1]
    assert any("chưa rõ là danh hiệu của các dòng dưới nó" in reason for reason in reasons(reading))


def test_a_second_decision_under_one_title_keeps_the_award_and_says_so(tmp_path):
    second = "II. NĂM 2019 (Quyết định số 101/QĐ-UBND ngày 19/01/2020 của Chủ tịch UBND huyện Bạch Thông)"
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), HEADER, AN, (second,), NA)
    assert told(reading) == [BOTH[0], ("Lý Thị Na", "DH_LDTT", 2019)]
    _, found = reading.decisions
    assert (found.number, found.decided_on) == ("101/QĐ-UBND", date(2020, 1, 19))
    assert any("lấy theo đầu đề phía trên" in said for said in found.remarks)


def test_a_decision_named_by_its_bare_number_is_another(tmp_path):
    again = "DANH SÁCH CÁ NHÂN ĐẠT DANH HIỆU LAO ĐỘNG TIÊN TIẾN NĂM 2019"
    reading = sheet(
        tmp_path, (ADVANCED,), (REFERENCE,), HEADER, AN, (again,), ("(QĐ 101 ngày 19.01.2020)",), HEADER, NA
    )
    first, second = reading.decisions
    assert first.number == "95/QĐ-UBND"
    assert (second.number, second.decided_on, second.level) == ("101", date(2020, 1, 19), "")


def test_a_decision_still_without_its_number_lends_no_year(tmp_path):
    draft = "(Kèm theo Quyết định số         /QĐ-UBND ngày      tháng 01 năm 2019 của Chủ tịch UBND huyện)"
    reading = sheet(tmp_path, (ADVANCED,), (draft,), HEADER, AN)
    assert told(reading) == BOTH[:1]


@pytest.mark.parametrize("unit", ["BHXH HUYỆN", "LĐLĐ HUYỆN", "TAND HUYỆN", "KBNN NA RÌ", "MẦM NON YẾN LẠC"])
@pytest.mark.parametrize("numeral", [True, False])
def test_units_known_by_their_short_names_open_their_people(tmp_path, unit, numeral):
    heads = (("I", "PHÒNG NỘI VỤ"), ("II", unit)) if numeral else (("PHÒNG NỘI VỤ",), (unit,))
    rows = (heads[0], AN[:3], heads[1], NA[:3])
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), HEADER[:3], *rows)
    assert units(reading) == ["PHÒNG NỘI VỤ", unit]


def test_a_group_that_is_not_understood_ends_the_unit_before_it(tmp_path):
    rows = (
        ("I", "PHÒNG NỘI VỤ"),
        AN[:3],
        ("II", "ZXQ NA RÌ"),
        NA[:3],
        ("III", "HỘI NÔNG DÂN HUYỆN"),
        ("1", "Hà Thị Bé", ""),
    )
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), HEADER[:3], *rows)
    assert [(one.name, one.unit) for one in awards(reading)] == [
        ("Nguyễn Văn An", "PHÒNG NỘI VỤ"),
        ("Hà Thị Bé", "HỘI NÔNG DÂN HUYỆN"),
    ]
    assert any(reason.startswith("Chưa rõ đơn vị: dòng “ZXQ NA RÌ”") for reason in reasons(reading))


def test_so_it_does_in_a_list_of_lines(tmp_path):
    rows = (
        "I. PHÒNG NỘI VỤ",
        "1. Ông Nguyễn Văn An, Chuyên viên;",
        "II. ZXQ NA RÌ",
        "1. Bà Lý Thị Na, Kế toán;",
    )
    reading = typed(tmp_path, ADVANCED, REFERENCE, *rows)
    assert [(one.name, one.unit) for one in awards(reading)] == [("Nguyễn Văn An", "PHÒNG NỘI VỤ")]
    assert any(reason.startswith("Chưa rõ đơn vị") for reason in reasons(reading))


def test_how_many_follow_is_no_part_of_a_unit(tmp_path):
    rows = (("Phòng Nội vụ: 01 người",), AN[:3], (f"{SCHOOL} (01 người)",), NA[:3])
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), HEADER[:3], *rows)
    assert units(reading) == ["Phòng Nội vụ", SCHOOL]


def test_hamlets_open_their_households(tmp_path):
    reading = sheet(
        tmp_path,
        ("DANH SÁCH CÁC HỘ ĐƯỢC CÔNG NHẬN DANH HIỆU “GIA ĐÌNH VĂN HÓA” NĂM 2018",),
        ("(Kèm theo Quyết định số 48/QĐ-UBND ngày 05/12/2018 của UBND xã Liêm Thủy)",),
        ("TT", "Họ và tên chủ hộ", "Năm sinh"),
        ("I", "Thôn Nà Mẫu"),
        ("1", "Hoàng Văn Sình", "1968"),
        ("II", "Thôn Khuổi Tấy A"),
        ("1", "Lý Văn Hưng", "1959"),
    )
    assert [(one.name, one.unit, one.recipient) for one in awards(reading)] == [
        ("Hoàng Văn Sình", "Thôn Nà Mẫu, xã Liêm Thủy", "household"),
        ("Lý Văn Hưng", "Thôn Khuổi Tấy A, xã Liêm Thủy", "household"),
    ]
