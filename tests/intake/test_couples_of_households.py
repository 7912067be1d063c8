"""A household is known by its couple: one household, however the two are written in its cell."""

import pytest

from tests.intake.making import REFERENCE
from tests.intake.short_lists import GIVEN, awards, names, reasons, sheet, typed

PLACE = "Thôn Nà Cù, xã Cẩm Giàng"
OF_HOUSEHOLDS = "DANH SÁCH HỘ GIA ĐÌNH ĐẠT DANH HIỆU GIA ĐÌNH VĂN HÓA NĂM 2018"
BY_AWARD = "DANH SÁCH TẶNG DANH HIỆU GIA ĐÌNH VĂN HÓA NĂM 2018"
IN_ONE_LINE = [
    ("Hộ ông Nguyễn Văn An và bà Trần Thị Bé", "Nguyễn Văn An và bà Trần Thị Bé"),
    ("Ông Nguyễn Văn An và bà Trần Thị Bé", "Nguyễn Văn An và bà Trần Thị Bé"),
    ("Nguyễn Văn An - Trần Thị Bé", "Nguyễn Văn An - Trần Thị Bé"),
    ("Nguyễn Văn An, Trần Thị Bé", "Nguyễn Văn An, Trần Thị Bé"),
    ("Nguyễn Văn An (vợ: Trần Thị Bé)", "Nguyễn Văn An (vợ: Trần Thị Bé)"),
    ("Hộ ông Nguyễn Văn An\nvà bà Trần Thị Bé", "Nguyễn Văn An và bà Trần Thị Bé"),
]
BELOW_EACH_OTHER = [
    ("Nguyễn Văn An\nTrần Thị Bé", "Nguyễn Văn An và Trần Thị Bé"),
    ("Ông Nguyễn Hồng An\nBà Trần Bé", "Nguyễn Hồng An và bà Trần Bé"),
    ("Bà Trần Thị Bé\nÔng Nguyễn Văn An", "Trần Thị Bé và ông Nguyễn Văn An"),
]


def homes(tmp_path, heading, title, cell):
    rows = ("1", cell, PLACE), ("2", "Lý Văn Cư", PLACE)
    return sheet(tmp_path, (heading,), (REFERENCE,), ("STT", title, "Địa chỉ"), *rows)


@pytest.mark.parametrize("heading", [OF_HOUSEHOLDS, BY_AWARD])
@pytest.mark.parametrize("title", ["Họ và tên", "Họ và tên chủ hộ", "Hộ gia đình"])
@pytest.mark.parametrize(("cell", "name"), [*IN_ONE_LINE, *BELOW_EACH_OTHER])
def test_a_couple_is_one_household(tmp_path, heading, title, cell, name):
    reading = homes(tmp_path, heading, title, cell)
    assert [(one.recipient, one.name) for one in awards(reading)] == [
        ("household", name),
        ("household", "Lý Văn Cư"),
    ]
    assert reading.problems == ()


@pytest.mark.parametrize(
    "cell",
    [
        "Nguyễn Hồng An\nTrần Bé Tư",
        "Nguyễn Văn An\nTrần Văn Bé",
        "Hộ ông Nguyễn Văn An\nHộ bà Trần Thị Bé",
        "Nguyễn Văn An\nTrần Thị Bé\nLý Văn Cư",
    ],
)
@pytest.mark.parametrize("heading", [OF_HOUSEHOLDS, BY_AWARD])
def test_two_who_may_be_two_households_are_asked(tmp_path, heading, cell):
    reading = homes(tmp_path, heading, "Họ và tên", cell)
    assert names(reading) == ["Lý Văn Cư"]
    assert "hộ" in reasons(reading)[0]


def test_heads_of_a_hamlet_in_one_cell_are_no_couple(tmp_path):
    header, row = ("STT", "Thôn", "Họ và tên chủ hộ"), ("1", "Thôn Nà Cù", "Nguyễn Văn An\nTrần Thị Bé")
    assert names(sheet(tmp_path, (OF_HOUSEHOLDS,), (REFERENCE,), header, row)) == []


@pytest.mark.parametrize("cell", ["Nguyễn Văn An - Trần Thị Bé", "Nguyễn Văn An và Trần Thị Bé"])
def test_a_couple_among_single_people_is_asked(tmp_path, cell):
    assert names(homes(tmp_path, GIVEN, "Họ và tên", cell)) == ["Lý Văn Cư"]


def test_a_couple_on_a_line(tmp_path):
    lines = (f"1. Hộ ông Nguyễn Văn An và bà Trần Thị Bé, {PLACE}", f"2. Hộ ông Lý Văn Cư, {PLACE}")
    reading = typed(tmp_path, OF_HOUSEHOLDS, REFERENCE, *lines)
    assert names(reading) == ["Nguyễn Văn An và bà Trần Thị Bé", "Lý Văn Cư"]
