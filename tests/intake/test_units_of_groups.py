"""The unit of people where no cell of theirs names it: in the title, over a group, on its first row."""

from pathlib import Path

import pytest

from tests.intake.generated import BOOK
from tests.intake.making import workbook
from tests.intake.short_lists import GIVEN, SCHOOL, awards, names, placed, reasons, sheet, typed, units
from thidua_desktop.intake.read import read_file

_DECISION = "(Kèm theo Quyết định số 66/QĐ-UBND ngày 20/01/2015 của Chủ tịch UBND huyện Bạch Thông)"
_ADVANCED = "DANH SÁCH LAO ĐỘNG TIÊN TIẾN NĂM 2014"
_OTHER = "Trường THCS Vũ Muộn"


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        (f"{_ADVANCED} - TRƯỜNG THCS THỊ TRẤN NẬM PHA", "Trường THCS thị trấn Nậm Pha"),
        ("TỔNG HỢP KẾT QUẢ KHEN THƯỞNG NĂM 2014 - XÃ NẬM LÀNH", "Xã Nậm Lành"),
        ("DANH SÁCH NĂM 2014 ĐẠT LAO ĐỘNG TIÊN TIẾN - XÃ NẬM LÀNH", "Xã Nậm Lành"),
        (f"{_ADVANCED} - KHỐI CÁC TRƯỜNG", ""),
        (f"{_ADVANCED} - HỘI NGHỊ TỔNG KẾT PHONG TRÀO", ""),
        (f"{_ADVANCED} - TRƯỜNG HỌC THÂN THIỆN", ""),
        (f"{_ADVANCED} - TRƯỜNG TIỂU HỌC", ""),
        (f"{_ADVANCED} - XÃ NÔNG THÔN MỚI", ""),
        ("DANH SÁCH CÁN BỘ XÃ - THỊ TRẤN ĐẠT LAO ĐỘNG TIÊN TIẾN NĂM 2014", ""),
        ("DANH SÁCH LAO ĐỘNG TIÊN TIẾN NĂM 2014 KHỐI XÃ - THỊ TRẤN", ""),
    ],
)
def test_a_unit_that_ends_the_title_is_that_of_all(tmp_path: Path, title: str, unit: str) -> None:
    header = ("TT", "Họ và tên", "Chức vụ", "Danh hiệu")

    read = sheet(tmp_path, (title,), (_DECISION,), header, ("1", "Nguyễn Văn An", "Giáo viên", "LĐTT"))

    assert units(read) == [unit]


def test_the_heading_names_in_full_what_the_sheet_names_in_short(tmp_path: Path) -> None:
    rows = (
        ("PHÒNG GD&ĐT BẠCH THÔNG",),
        ("TRƯỜNG TIỂU HỌC NẬM BÚNG",),
        (_ADVANCED,),
        (_DECISION,),
        ("TT", "Họ và tên", "Chức vụ"),
        ("1", "Nguyễn Văn An", "Giáo viên"),
    )

    read = read_file(workbook(tmp_path / "cac truong.xlsx", rows, names=["TH Nậm Búng"]), BOOK)

    assert units(read) == ["Trường Tiểu học Nậm Búng"]


def test_another_unit_over_the_list_does_not_take_the_place_of_the_sheet(tmp_path: Path) -> None:
    rows = (
        ("TRƯỜNG THCS NẬM BÚNG",),
        (_ADVANCED,),
        (_DECISION,),
        ("TT", "Họ và tên", "Chức vụ"),
        ("1", "Nguyễn Văn An", "Giáo viên"),
    )

    read = read_file(workbook(tmp_path / "cac truong.xlsx", rows, names=["TH Nậm Búng"]), BOOK)

    assert units(read) == ["TH Nậm Búng"]


def test_numbered_units_over_people_behind_dashes_are_their_units(tmp_path: Path) -> None:
    read = sheet(
        tmp_path,
        (GIVEN,),
        (_DECISION,),
        ("STT", "Họ và tên", "Chức vụ"),
        ("1", SCHOOL, ""),
        ("-", "Nguyễn Văn An", "Hiệu trưởng"),
        ("2", _OTHER, ""),
        ("-", "Lý Văn Thử", "Giáo viên"),
        ("-", "Hoàng Thị Mẫu", "Văn thư"),
    )

    assert placed(read) == [
        ("Nguyễn Văn An", "Hiệu trưởng", SCHOOL),
        ("Lý Văn Thử", "Giáo viên", _OTHER),
        ("Hoàng Thị Mẫu", "Văn thư", _OTHER),
    ]
    assert not reasons(read)


def test_so_are_they_where_the_list_is_typed_in_lines(tmp_path: Path) -> None:
    read = typed(
        tmp_path,
        GIVEN,
        _DECISION,
        f"1. {SCHOOL}",
        "- Ông Nguyễn Văn An, Giáo viên",
        f"2. {_OTHER}",
        "- Bà Lý Thị Thử, Nhân viên y tế",
    )

    assert placed(read) == [
        ("Nguyễn Văn An", "Giáo viên", SCHOOL),
        ("Lý Thị Thử", "Nhân viên y tế", _OTHER),
    ]
    assert not reasons(read)


def test_a_collective_with_people_behind_dashes_stays_commended(tmp_path: Path) -> None:
    read = sheet(
        tmp_path,
        ("DANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN CỦA CHỦ TỊCH UBND HUYỆN NĂM 2018",),
        (_DECISION,),
        ("STT", "Tên tập thể, cá nhân", "Chức vụ"),
        ("1", SCHOOL, ""),
        ("-", "Nguyễn Văn An", "Hiệu trưởng"),
    )

    assert SCHOOL in names(read)


_ONCE = (
    ("Trường MN Hoa Mai", "Nguyễn Văn An", "Giáo viên"),
    ("", "Lý Văn Thử", "Văn thư"),
    ("Trường MN Hoa Ban", "Hoàng Thị Mẫu", "Giáo viên"),
    ("", "Nông Thị Ví", "Văn thư"),
)


def test_a_unit_written_on_the_first_row_of_its_group_is_carried_down_and_that_is_said(
    tmp_path: Path,
) -> None:
    rows = [(str(number), *row) for number, row in enumerate(_ONCE, 1)]

    read = sheet(tmp_path, (_ADVANCED,), (_DECISION,), ("STT", "Đơn vị", "Họ và tên", "Chức vụ"), *rows)

    assert units(read) == ["Trường MN Hoa Mai"] * 2 + ["Trường MN Hoa Ban"] * 2
    assert "để trống được hiểu là “Trường MN Hoa Ban”" in "; ".join(awards(read)[3].inferred)


def test_right_of_the_names_a_blank_unit_is_asked(tmp_path: Path) -> None:
    rows = [(str(number), name, post, unit) for number, (unit, name, post) in enumerate(_ONCE, 1)]

    read = sheet(tmp_path, (_ADVANCED,), (_DECISION,), ("STT", "Họ và tên", "Chức vụ", "Đơn vị"), *rows)

    assert names(read) == ["Nguyễn Văn An", "Hoàng Thị Mẫu"]
    assert all("Ô đơn vị để trống" in reason for reason in reasons(read))


def test_one_unit_left_out_of_many_is_left_blank(tmp_path: Path) -> None:
    read = sheet(
        tmp_path,
        (_ADVANCED,),
        (_DECISION,),
        ("STT", "Họ và tên", "Chức vụ", "Đơn vị"),
        ("1", "Nguyễn Văn An", "Giáo viên", SCHOOL),
        ("2", "Lý Văn Thử", "Văn thư", ""),
        ("3", "Hoàng Thị Mẫu", "Giáo viên", _OTHER),
    )

    assert units(read) == [SCHOOL, "", _OTHER]
