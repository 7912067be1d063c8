"""A column of kinds is none of names; headings of units beside a column of units head nobody twice."""

import pytest

from tests.intake.short_lists import ADVANCED, HEADER, SCHOOL, awards, sheet

REFERENCE = "(Kèm theo Quyết định số 95/QĐ-UBND ngày 08/02/2019 của Chủ tịch UBND huyện Bạch Thông)"
GIVEN = "DANH SÁCH TẬP THỂ, CÁ NHÂN, HỘ GIA ĐÌNH ĐƯỢC TẶNG GIẤY KHEN CỦA CHỦ TỊCH UBND HUYỆN NĂM 2018"


def units(reading):
    return [(one.name, one.unit) for one in awards(reading)]


@pytest.mark.parametrize("first", [True, False])
def test_kinds_in_a_column_of_their_own_are_no_names(tmp_path, first):
    header = ["STT", "Tên tập thể, cá nhân, hộ gia đình", "Chức vụ", "Đơn vị"]
    rows = [
        ["1", "Trần Thị Bích Chi", "", "Xã Hương Sơn"],
        ["2", "Trường THCS Nghĩa Phúc", "", ""],
        ["3", "Lý Văn An", "Giáo viên", SCHOOL],
    ]
    for row, word in zip((header, *rows), ("Đối tượng", "Hộ gia đình", "Tập thể", "Cá nhân"), strict=True):
        row.insert(1 if first else 4, word)
    reading = sheet(tmp_path, (GIVEN,), (REFERENCE,), header, *rows)
    assert [(one.recipient, one.name) for one in awards(reading)] == [
        ("household", "Trần Thị Bích Chi"),
        ("collective", "Trường THCS Nghĩa Phúc"),
        ("person", "Lý Văn An"),
    ]
    assert reading.problems == ()


def test_headings_of_units_beside_a_column_of_units_hold_for_its_blank_cells(tmp_path):
    rows = (
        ("I", "Phòng Nội vụ", "", ""),
        ("1", "Lý Văn An", "Chuyên viên", "Phòng Nội vụ"),
        ("II", "Phòng Tư pháp", "", ""),
        ("1", "Lý Văn Ba", "Chuyên viên", ""),
    )
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), HEADER, *rows)
    assert units(reading) == [("Lý Văn An", "Phòng Nội vụ"), ("Lý Văn Ba", "Phòng Tư pháp")]
    assert reading.problems == ()


def test_numbered_units_over_people_counted_from_one_are_their_units(tmp_path):
    rows = (
        ("I", "KHỐI MẦM NON", ""),
        ("1", "Trường Mầm non Nghĩa Hành", ""),
        ("1", "Lý Thị An", "Giáo viên"),
        ("2", "Lý Thị Ba", "Giáo viên"),
        ("2", "Trường Mầm non Cao Sơn", ""),
        ("1", "Lý Thị Ca", "Giáo viên"),
    )
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), HEADER[:3], *rows)
    assert [unit for _, unit in units(reading)] == [
        "Trường Mầm non Nghĩa Hành",
        "Trường Mầm non Nghĩa Hành",
        "Trường Mầm non Cao Sơn",
    ]
    assert reading.problems == ()


def test_a_number_with_an_ampersand_is_whole(tmp_path):
    said = "(Kèm theo Quyết định số 980/QĐ-SGD&ĐT ngày 12 tháng 7 năm 2019 của Giám đốc Sở GD&ĐT)"
    reading = sheet(tmp_path, (ADVANCED,), (said,), HEADER, ("1", "Lý Thị An", "Giáo viên", SCHOOL))
    [decision] = reading.decisions
    assert (decision.number, str(decision.decided_on), len(decision.awards)) == (
        "980/QĐ-SGD&ĐT",
        "2019-07-12",
        1,
    )


@pytest.mark.parametrize("title", ["Trường", "Tên trường", "Cơ quan"])
def test_units_alone_are_the_collectives_commended(tmp_path, title):
    heading = "DANH SÁCH TẬP THỂ LAO ĐỘNG TIÊN TIẾN NĂM 2018"
    reading = sheet(tmp_path, (heading,), (REFERENCE,), ("TT", title, "Ghi chú"), ("1", SCHOOL, ""))
    assert [(one.recipient, one.name, one.award) for one in awards(reading)] == [
        ("collective", SCHOOL, "DH_TTLDTT")
    ]
    unsure = sheet(tmp_path, (heading,), (REFERENCE,), ("TT", "Thầy cô", title), ("1", "Lý An", SCHOOL))
    assert awards(unsure) == []


def test_the_number_of_a_committee_leaves_one_level_of_its_awards(tmp_path):
    heading = "DANH SÁCH TẬP THỂ LAO ĐỘNG XUẤT SẮC NĂM 2018"
    reading = sheet(
        tmp_path,
        (heading,),
        ("(Kèm theo Quyết định số 321/QĐ-UBND ngày 08/02/2019)",),
        ("TT", "Tập thể"),
        ("1", SCHOOL),
    )
    assert [decision.level for decision in reading.decisions] == ["province"]


def test_businesses_in_short_are_collectives(tmp_path):
    rows = (
        ("I", "Doanh nghiệp", ""),
        ("1", "DNTN Hồng Thái", ""),
        ("2", "Công ty TNHH Hải Âu", ""),
        ("II", "Cá nhân", ""),
        ("1", "Lý Văn An", "Giám đốc"),
    )
    reading = sheet(tmp_path, (GIVEN,), (REFERENCE,), ("TT", "Tên tổ chức, cá nhân", "Chức vụ"), *rows)
    assert [(one.recipient, one.name) for one in awards(reading)] == [
        ("collective", "DNTN Hồng Thái"),
        ("collective", "Công ty TNHH Hải Âu"),
        ("person", "Lý Văn An"),
    ]
    assert reading.problems == ()
