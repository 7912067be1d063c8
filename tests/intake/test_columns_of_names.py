"""Columns that are parts of a name or stand beside it: Ông/Bà, Họ và, Tên; none is taken for the name itself."""

import pytest

from tests.intake.making import REFERENCE
from tests.intake.short_lists import ADVANCED, SCHOOL, awarded, awards, names, placed, reasons, sheet, told


@pytest.mark.parametrize("title", ["Ông, Bà", "Ông/Bà", "Ông (Bà)", "Ông, bà", "Danh xưng"])
@pytest.mark.parametrize("name", ["Họ tên", "Họ và tên", "Tên"])
def test_a_column_of_ong_ba_beside_the_names_tells_the_gender(tmp_path, title, name):
    rows = (("1", "Bà", "Lý Thị Na", SCHOOL), ("2", "Ông", "Nguyễn Văn An", SCHOOL))
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), ("STT", title, name, "Đơn vị"), *rows)
    assert names(reading) == ["Lý Thị Na", "Nguyễn Văn An"]
    assert [one.gender for one in awards(reading)] == ["female", "male"]
    assert reading.problems == ()


@pytest.mark.parametrize("title", ["Ông, bà", "Ông/Bà", "Ông (Bà)"])
def test_alone_it_is_the_column_of_names(tmp_path, title):
    reading = sheet(
        tmp_path, (ADVANCED,), (REFERENCE,), ("STT", title, "Đơn vị"), ("1", "Bà Lý Thị Na", SCHOOL)
    )
    assert names(reading) == ["Lý Thị Na"]


def test_a_whole_name_in_a_column_of_ong_ba_is_asked(tmp_path):
    header = ("STT", "Ông, bà", "Họ tên vợ, chồng", "Đơn vị")
    row = ("1", "Nguyễn Văn An", "Lý Thị Na", SCHOOL)
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), header, row)
    assert names(reading) == []
    assert "không phải giới tính" in reasons(reading)[0]


@pytest.mark.parametrize(
    ("family", "given"), [("Họ và", "Tên"), ("Họ và", "tên"), ("Họ", "và tên"), ("Họ, đệm", "Tên")]
)
def test_a_title_parted_over_two_cells_heads_the_two_parts_of_a_name(tmp_path, family, given):
    header = ("TT", family, given, "Đơn vị")
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), header, ("1", "Lý Thị", "Na", SCHOOL))
    assert names(reading) == ["Lý Thị Na"]
    assert reading.problems == ()


def test_a_given_name_alone_is_asked_where_the_column_before_it_is_not_understood(tmp_path):
    header = ("TT", "Phần đầu", "Tên", "Đơn vị")
    rows = (("1", "Lý Thị", "Na", SCHOOL), ("2", "Hà", "Nguyễn Văn An", SCHOOL))
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), header, *rows)
    assert names(reading) == ["Nguyễn Văn An"]
    assert "“Lý Thị”" in reasons(reading)[0]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (
            "Ông Nguyễn Văn An, Giáo viên Trường TH Kim Đồng",
            ("Nguyễn Văn An", "Giáo viên", "Trường TH Kim Đồng"),
        ),
        ("Nguyễn Văn An, Trưởng phòng Nội vụ", ("Nguyễn Văn An", "Trưởng phòng", "Phòng Nội vụ")),
        ("Bà Lý Thị Na", ("Lý Thị Na", "", "")),
    ],
)
def test_where_no_column_tells_it_the_post_may_stand_behind_the_name(tmp_path, cell, expected):
    title = "DANH SÁCH LAO ĐỘNG TIÊN TIẾN NĂM 2018"
    reading = sheet(tmp_path, (title,), (REFERENCE,), ("TT", "Tập thể, cá nhân"), ("1", cell))
    assert placed(reading) == [expected]


def test_a_household_that_trades_is_an_enterprise_in_a_list_of_them(tmp_path):
    title = "DANH SÁCH DOANH NGHIỆP ĐƯỢC TẶNG GIẤY KHEN CỦA CHỦ TỊCH UBND HUYỆN NĂM 2019"
    header, row = (
        ("TT", "Tên doanh nghiệp", "Địa chỉ", "Giám đốc"),
        ("1", "Hộ kinh doanh Minh Châu", "Xã Tân An", "Hà A"),
    )
    reading = sheet(tmp_path, (title,), (REFERENCE,), header, row)
    assert placed(reading) == [("Hộ kinh doanh Minh Châu", "", "Xã Tân An")]


@pytest.mark.parametrize(
    ("rank", "code"), [("Nhì", "HC_LAO_DONG_2"), ("Ba", "HC_LAO_DONG_3"), ("hạng Nhất", "HC_LAO_DONG_1")]
)
def test_the_rank_of_an_order_may_have_a_column_of_its_own(tmp_path, rank, code):
    title = "DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG THƯỞNG HUÂN CHƯƠNG LAO ĐỘNG NĂM 2020"
    by = "(Kèm theo Quyết định số 1587/QĐ-CTN ngày 10/9/2020 của Chủ tịch nước)"
    header, row = (
        ("TT", "Họ và tên", "Chức vụ", "Đơn vị", "Hạng"),
        ("1", "Lý Thị Na", "Giáo viên", SCHOOL, rank),
    )
    assert awarded(sheet(tmp_path, (title,), (by,), header, row)) == [("Lý Thị Na", code)]
    reading = sheet(tmp_path, (title,), (by,), header, (*row[:4], "IV"))
    assert "hạng “IV”" in reasons(reading)[0]


def test_the_rank_of_a_teacher_is_none_of_the_award(tmp_path):
    header, row = ("TT", "Họ và tên", "Đơn vị", "Hạng"), ("1", "Lý Thị Na", SCHOOL, "III")
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), header, row)
    assert awarded(reading) == [("Lý Thị Na", "DH_LDTT")]
    assert "Cột hạng" in " ".join(awards(reading)[0].inferred)


@pytest.mark.parametrize(
    "title",
    ["Khoa/phòng", "Khoa, phòng, trạm", "Đội", "Đội sản xuất", "Phòng/PGD", "Chi bộ, đảng bộ", "Trú quán"],
)
def test_parts_of_a_unit_are_the_unit_where_no_other_column_tells_it(tmp_path, title):
    row = ("1", "Lý Thị Na", "ĐH", "Phòng Tổ chức")
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), ("TT", "Họ và tên", "Trình độ", title), row)
    assert placed(reading) == [("Lý Thị Na", "", "Phòng Tổ chức")]
    header = ("TT", "Họ và tên", "Khoa, phòng", "Đơn vị")
    assert (
        placed(sheet(tmp_path, (ADVANCED,), (REFERENCE,), header, (*row[:2], "Khoa Nội", SCHOOL)))[0][2]
        == SCHOOL
    )


@pytest.mark.parametrize(
    "header",
    [
        ("HoTen", "DonVi", "DanhHieu", "Nam", "SoQD", "NgayQD"),
        ("HO_TEN", "DON_VI", "DANH_HIEU", "NAM", "SO_QD", "NGAY_QD"),
    ],
)
def test_titles_of_glued_words_are_read(tmp_path, header):
    reading = sheet(tmp_path, header, ("Lý Thị Na", SCHOOL, "LĐTT", "2019", "15/QĐ-UBND", "25/12/2019"))
    assert told(reading) == [("Lý Thị Na", "DH_LDTT", 2019)]
    assert reading.decisions[0].number == "15/QĐ-UBND"


def test_a_rank_that_differs_from_the_title_is_asked(tmp_path):
    by = "(Kèm theo Quyết định số 1587/QĐ-CTN ngày 10/9/2020 của Chủ tịch nước)"
    header = ("TT", "Họ và tên", "Đơn vị", "Hình thức", "Hạng")
    row = ("1", "Lý Thị Na", SCHOOL, "Huân chương Lao động hạng Ba", "Nhì")
    reading = sheet(tmp_path, ("DANH SÁCH KHEN THƯỞNG NĂM 2020",), (by,), header, row)
    assert names(reading) == []
    assert "khác với" in reasons(reading)[0]
