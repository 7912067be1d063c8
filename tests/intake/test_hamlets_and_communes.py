"""A hamlet is named with the commune it lies in, by its column, the letterhead, the sheet or the decision."""

import pytest

from tests.intake.generated import BOOK
from tests.intake.making import REFERENCE, workbook
from tests.intake.short_lists import ADVANCED, names, reasons, sheet, typed, units
from thidua_desktop.intake.communes import commune_above
from thidua_desktop.intake.read import read_file

HOMES = "DANH SÁCH GIA ĐÌNH VĂN HÓA NĂM 2019"
HAMLETS = "DANH SÁCH THÔN, TỔ DÂN PHỐ ĐƯỢC CÔNG NHẬN DANH HIỆU THÔN VĂN HÓA NĂM 2017"
BY_COMMUNE = "(Kèm theo Quyết định số 15/QĐ-UBND ngày 06/12/2019 của Chủ tịch UBND xã{})"
HEADER = ("TT", "Họ và tên chủ hộ", "Thôn")
HOME = ("1", "Lê Văn Ẩn", "Thôn 1")


@pytest.mark.parametrize(
    ("above", "by"),
    [
        ("UBND XÃ BÌNH LỘC", ""),
        ("ỦY BAN NHÂN DÂN XÃ BÌNH LỘC", ""),
        (None, " Bình Lộc"),
        ("Đơn vị: Xã Bình Lộc", ""),
    ],
)
def test_the_paper_tells_the_commune(tmp_path, above, by):
    reading = sheet(tmp_path, (above,), (HOMES,), (BY_COMMUNE.format(by),), HEADER, HOME)
    assert units(reading) == ["Thôn 1, xã Bình Lộc"]


@pytest.mark.parametrize(
    "title", ["Thôn", "Thôn, bản", "Thôn, buôn", "Tổ dân phố", "Thôn/TDP", "Khu dân cư", "Ấp", "Khối phố"]
)
def test_any_title_of_hamlets_is_the_unit(tmp_path, title):
    reading = sheet(tmp_path, ("UBND XÃ BÌNH LỘC",), (HOMES,), (REFERENCE,), (*HEADER[:2], title), HOME)
    assert units(reading) == ["Thôn 1, xã Bình Lộc"]


@pytest.mark.parametrize(
    ("hamlet", "commune"), [("Thôn 1", "Xã Bình Lộc"), ("1", "Bình Lộc"), ("Thôn 1", "Bình Lộc")]
)
def test_two_columns_tell_hamlet_and_commune(tmp_path, hamlet, commune):
    header = (*HEADER, "Xã, thị trấn")
    reading = sheet(tmp_path, (HOMES,), (REFERENCE,), header, (*HOME[:2], hamlet, commune))
    assert [unit.lower() for unit in units(reading)] == ["thôn 1, xã bình lộc"]


def test_a_title_names_what_its_cells_lack(tmp_path):
    reading = sheet(tmp_path, ("UBND XÃ TÂN AN",), (HOMES,), (REFERENCE,), HEADER, (*HOME[:2], "Đồng Cám"))
    assert units(reading) == ["Thôn Đồng Cám, xã Tân An"]


def test_each_sheet_has_its_commune(tmp_path):
    rows = [
        ((f"UBND XÃ {name}",), (HOMES,), (BY_COMMUNE.format(""),), HEADER, HOME)
        for name in ("BÌNH LỘC", "ĐẮK HÀ")
    ]
    path = workbook(tmp_path / "hai xa.xlsx", *rows, names=("Xã Bình Lộc", "Xã Đắk Hà"))
    reading = read_file(path, BOOK)
    assert units(reading) == ["Thôn 1, xã Bình Lộc", "Thôn 1, xã Đắk Hà"]


def test_hamlets_commended_are_under_their_communes(tmp_path):
    header = ("TT", "Tên thôn, tổ dân phố", "Xã, thị trấn", "Tổng số hộ", "Số hộ đạt GĐVH", "Tỷ lệ %")
    row = ("1", "Thôn 5", "Xã Bình Lộc", "87", "80", "92")
    reading = sheet(tmp_path, (HAMLETS,), (REFERENCE,), header, row)
    assert (names(reading), units(reading)) == (["Thôn 5"], ["Xã Bình Lộc"])
    reading = sheet(tmp_path, ("UBND XÃ BÌNH LỘC",), (HAMLETS,), (REFERENCE,), ("TT", "Tên thôn"), row[:2])
    assert (names(reading), units(reading)) == (["Thôn 5"], ["xã Bình Lộc"])


def test_rows_that_open_communes_hold_for_the_hamlets_below_them(tmp_path):
    rows = ("I", "XÃ BÌNH LỘC", ""), HOME, ("II", "Xã Đắk Hà", ""), HOME, ("2", "Đỗ Văn Tấm", "Nà Cà")
    reading = sheet(tmp_path, (HOMES,), (REFERENCE,), HEADER, *rows)
    assert [unit.casefold() for unit in units(reading)] == [
        "thôn 1, xã bình lộc",
        "thôn 1, xã đắk hà",
        "thôn nà cà, xã đắk hà",
    ]
    assert reading.problems == ()


@pytest.mark.parametrize(
    ("title", "cell", "unit"),
    [
        ("Tổ", "5", "Tổ 5, xã Bình Lộc"),
        ("Đội", "2", "Đội 2"),
        ("Đội", "Kiểm tra", "Kiểm tra"),
        ("Khoa", "Khoa Nội", "Khoa Nội"),
    ],
)
def test_a_number_alone_is_no_unit(tmp_path, title, cell, unit):
    row = ("1", "Lý Thị Na", "Giáo viên", cell)
    header = ("TT", "Họ và tên", "Chức vụ", title)
    assert units(sheet(tmp_path, ("UBND XÃ BÌNH LỘC",), (ADVANCED,), (REFERENCE,), header, row)) == [unit]


def test_lines_too(tmp_path):
    reading = typed(
        tmp_path, "UBND XÃ BÌNH LỘC", HOMES, BY_COMMUNE.format(""), "1. Hộ ông Lê Văn Ẩn, thôn 1;"
    )
    assert units(reading) == ["thôn 1, xã Bình Lộc"]


@pytest.mark.parametrize(
    "unit", ["Thôn 1, xã Tân An", "Thôn 1 - Xã Tân An", "Thôn 1 xã Tân An", "Trường TH Kim Đồng"]
)
def test_what_names_its_commune_or_is_no_hamlet_stays(tmp_path, unit):
    header = ("STT", "Họ và tên", "Chức vụ", "Đơn vị")
    row = ("1", "Nguyễn Văn An", "Giáo viên", unit)
    assert units(sheet(tmp_path, ("UBND XÃ BÌNH LỘC",), (ADVANCED,), (REFERENCE,), header, row)) == [unit]


@pytest.mark.parametrize(
    ("lines", "commune"),
    [
        (["UBND XÃ BÌNH LỘC"], "xã Bình Lộc"),
        (["DANH SÁCH GIA ĐÌNH VĂN HÓA XÃ TÂN AN NĂM 2018"], "xã Tân An"),
        (["Chủ tịch UBND thị trấn Thanh Hòa", "UBND THỊ TRẤN THANH HÒA"], "thị trấn Thanh Hòa"),
        (["UBND PHƯỜNG 12"], "phường 12"),
        (["UBND XÃ BÌNH LỘC", "Xã Tân An"], ""),
        (["DANH SÁCH KHỐI XÃ, THỊ TRẤN NĂM 2018", "TIÊU CHÍ XÃ NÔNG THÔN MỚI", "văn hóa - xã hội"], ""),
        (["HTX XÃ VIÊN"], ""),
        (["ỦY BAN NHÂN DÂN XÃ CỘNG HÒA"], "xã Cộng Hòa"),
    ],
)
def test_the_commune_of_lines(lines, commune):
    assert commune_above(lines) == commune


def test_a_hamlet_of_a_number_without_any_commune_is_asked(tmp_path):
    reading = sheet(tmp_path, (HOMES,), (REFERENCE,), HEADER, HOME, ("2", "Đỗ Văn Tấm", "Nà Cà"))
    assert units(reading) == ["Thôn Nà Cà"]
    assert "của xã nào" in reasons(reading)[0]


def test_lists_of_a_year_too(tmp_path):
    title = "DANH SÁCH HỘ GIA ĐÌNH ĐĂNG KÝ THI ĐUA NĂM 2019"
    header = ("TT", "Họ và tên chủ hộ", "Thôn", "Danh hiệu đăng ký")
    reading = sheet(tmp_path, ("UBND XÃ BÌNH LỘC",), (title,), header, (*HOME, "Gia đình văn hóa"))
    assert [one.unit for one in reading.yearly] == ["Thôn 1, xã Bình Lộc"]


def test_an_address_beside_its_commune_is_in_it(tmp_path):
    header, row = (*HEADER[:2], "Địa chỉ", "Xã"), (*HOME[:2], "Nà Cà", "Cao Kỳ")
    assert units(sheet(tmp_path, (HOMES,), (REFERENCE,), header, row)) == ["Nà Cà, xã Cao Kỳ"]


@pytest.mark.parametrize(
    ("title", "cell", "unit"),
    [
        ("Khối", "Khối 1", "Khối 1, xã Bình Lộc"),
        ("Khối", 1, "Khối 1, xã Bình Lộc"),
        ("Khối phố", 2, "Khối phố 2, xã Bình Lộc"),
        ("Khối", "Khối Tiền Phong", "Khối Tiền Phong"),
    ],
)
def test_households_live_in_a_column_of_quarters(tmp_path, title, cell, unit):
    rows = ((*HEADER[:2], title), ("1", "Lê Văn Ẩn", cell))
    reading = sheet(tmp_path, ("UBND XÃ BÌNH LỘC",), (HOMES,), (BY_COMMUNE.format(""),), *rows)
    assert (units(reading), reading.problems) == ([unit], ())


def test_a_block_beside_people_is_none_of_their_units(tmp_path):
    rows = (("TT", "Họ và tên", "Chức vụ", "Khối"), ("1", "Lê Văn Ẩn", "Giáo viên", "Khối 1"))
    assert units(sheet(tmp_path, (ADVANCED,), (REFERENCE,), *rows)) == [""]
