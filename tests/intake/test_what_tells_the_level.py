"""Decisions whose level only the words of their awards tell, or a column of levels."""

from pathlib import Path

import pytest

from tests.intake.short_lists import AN, HEADER, SCHOOL, awarded, sheet

_COLUMNS = ("STT", "Họ và tên", "Chức vụ", "Đơn vị", "Hình thức khen", "Năm", "Số, ngày QĐ")


@pytest.mark.parametrize(
    ("title", "number", "level"),
    [
        ("Bằng khen của Chủ tịch UBND tỉnh", "456/QĐ-UBND ngày 03/3/2017", "province"),
        ("Bằng khen của Bộ trưởng Bộ Giáo dục và Đào tạo", "1011/QĐ-X ngày 13/7/2017", "ministry"),
        ("Bằng khen của Ban Dân vận Trung ương", "88-QĐ/BDVTW ngày 15/10/2016", "ministry"),
        ("Lao động tiên tiến", "456/QĐ-UBND ngày 03/3/2017", ""),
        ("Chiến sĩ thi đua cơ sở", "456/QĐ-UBND ngày 03/3/2017", ""),
    ],
)
def test_the_words_of_an_award_tell_the_level_where_they_name_who_gives_it(
    tmp_path: Path, title: str, number: str, level: str
) -> None:
    row = ("1", "Nguyễn Văn An", "Giáo viên", SCHOOL, title, "2016", number)

    read = sheet(tmp_path, ("DANH SÁCH CÁ NHÂN ĐƯỢC KHEN CAO",), _COLUMNS, row)

    assert [(one.level, len(one.awards)) for one in read.decisions] == [(level, 1)]


def test_the_title_of_the_list_tells_it_too(tmp_path: Path) -> None:
    read = sheet(
        tmp_path,
        ("DANH SÁCH ĐƯỢC TẶNG BẰNG KHEN CỦA BỘ TRƯỞNG BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI",),
        ("(Quyết định số 1011/QĐ-LĐTBXH ngày 13/7/2017)",),
        HEADER,
        AN,
    )

    assert [one.level for one in read.decisions] == ["ministry"]


def test_a_column_of_levels_tells_who_gave_a_form(tmp_path: Path) -> None:
    header = ("STT", "Họ và tên", "Chức vụ", "Đơn vị", "Hình thức", "Cấp", "Số QĐ", "Ngày QĐ")

    read = sheet(
        tmp_path,
        ("SỔ THEO DÕI KHEN THƯỞNG NĂM 2018",),
        header,
        (*AN, "Bằng khen", "Tỉnh", "456/QĐ-UBND", "15/03/2019"),
        ("2", "Lý Văn Thử", "Văn thư", SCHOOL, "Giấy khen", "Huyện", "403/QĐ-UBND", "11/02/2019"),
        ("3", "Hoàng Thị Mẫu", "Văn thư", SCHOOL, "Giấy khen", "Xã", "31/QĐ-UBND", "25/01/2019"),
    )

    assert awarded(read) == [
        ("Nguyễn Văn An", "BK_TINH"),
        ("Lý Văn Thử", "GK_HUYEN"),
        ("Hoàng Thị Mẫu", "GK_XA"),
    ]
    assert [one.level for one in read.decisions] == ["province", "district", "commune"]


def test_a_column_of_ranks_is_no_column_of_levels(tmp_path: Path) -> None:
    read = sheet(
        tmp_path,
        ("DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN NĂM 2018",),
        ("(Kèm theo Quyết định số 998/QĐ-UBND ngày 11/5/2018 của Chủ tịch UBND huyện Bạch Thông)",),
        ("STT", "Họ và tên", "Cấp", "Chức vụ", "Đơn vị"),
        ("1", "Nguyễn Văn An", "Thiếu tá", "Đội trưởng", "Công an huyện"),
    )

    assert [(one.level, one.authority) for one in read.decisions] == [
        ("district", "Chủ tịch UBND huyện Bạch Thông")
    ]
