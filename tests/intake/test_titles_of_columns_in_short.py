"""Titles of columns written short with dots and strokes, and columns of numbers beside collectives."""

from pathlib import Path

import pytest

from tests.intake.short_lists import SCHOOL, awarded, awards, placed, reasons, sheet, told
from thidua_desktop.intake.columns import role_of

_DECISION = "QĐ số 1500/QĐ-UBND ngày 16/8/2017 của CT UBND huyện Bạch Thông"
_COLLECTIVES = "DANH SÁCH TẬP THỂ LAO ĐỘNG TIÊN TIẾN NĂM 2017"


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("T/T", "place"),
        ("N.sinh", "birth"),
        ("C.vụ", "post"),
        ("Đ.vị", "unit_or_name"),
        ("DH/HTKT", "title"),
        ("Danh hiệu/HTKT", "title"),
        ("DH thi đua", "title"),
        ("HTKT", "title"),
        ("DH", "title"),
        ("ĐH", ""),
        ("G.chú", "note"),
    ],
)
def test_a_title_written_short_tells_its_role(title: str, role: str) -> None:
    assert role_of(title) == role


def test_a_list_whose_titles_are_all_short_is_read(tmp_path: Path) -> None:
    rows = (("1", "Tẩn Đình Lâm", "1961", "Giáo viên", SCHOOL, "L.Đ.T.T", ""),)
    header = ("T/T", "Họ & tên", "N.sinh", "C.vụ", "Đ.vị", "DH/HTKT", "G.chú")

    read = sheet(tmp_path, ("TỔNG HỢP DANH SÁCH KT NĂM HỌC 2016 - 2017",), (_DECISION,), header, *rows)

    assert told(read) == [("Tẩn Đình Lâm", "DH_LDTT", 2017)]
    assert placed(read) == [("Tẩn Đình Lâm", "Giáo viên", SCHOOL)]
    assert awards(read)[0].birth


def test_the_studies_of_people_are_no_column_of_awards(tmp_path: Path) -> None:
    header = ("STT", "Họ và tên", "Chức vụ", "Đơn vị", "ĐH", "CĐ")

    read = sheet(
        tmp_path,
        ("DANH SÁCH CÁ NHÂN ĐẠT DANH HIỆU LAO ĐỘNG TIÊN TIẾN NĂM 2018",),
        (_DECISION,),
        header,
        ("1", "Tẩn Đình Lâm", "Giáo viên", SCHOOL, "x", ""),
    )

    assert awarded(read) == [("Tẩn Đình Lâm", "DH_LDTT")]


@pytest.mark.parametrize("titles", [("LĐTT/TS CBCC", "Tỷ lệ"), ("Số LĐTT",), ("Số lượng LĐTT", "Tỷ lệ %")])
def test_the_number_of_people_beside_a_collective_is_no_award(
    tmp_path: Path, titles: tuple[str, ...]
) -> None:
    numbers = ("18", "98%")[: len(titles)]

    read = sheet(
        tmp_path, (_COLLECTIVES,), (_DECISION,), ("STT", "Tên đơn vị", *titles), ("1", SCHOOL, *numbers)
    )

    assert awarded(read) == [(SCHOOL, "DH_TTLDTT")]
    assert not reasons(read)


def test_the_number_of_people_with_an_award_makes_no_award_of_their_unit(tmp_path: Path) -> None:
    read = sheet(
        tmp_path,
        ("TỔNG HỢP LAO ĐỘNG TIÊN TIẾN NĂM 2017",),
        (_DECISION,),
        ("STT", "Tên đơn vị", "Số LĐTT", "Tỷ lệ"),
        ("1", SCHOOL, "18", "98%"),
    )

    assert not awards(read)
    assert any("không dành cho tập thể" in reason for reason in reasons(read))


def test_hamlets_of_culture_are_collectives_of_their_communes(tmp_path: Path) -> None:
    read = sheet(
        tmp_path,
        ("DANH SÁCH THÔN, BẢN, TỔ DÂN PHỐ ĐẠT DANH HIỆU “THÔN, BẢN, TỔ DÂN PHỐ VĂN HÓA” NĂM 2018",),
        (_DECISION,),
        (
            "TT",
            "Tên thôn, bản, TDP",
            "Thuộc xã, thị trấn",
            "Số hộ",
            "Tỷ lệ GĐVH (%)",
            "Năm công nhận lần đầu",
        ),
        ("1", "Bản Nà Hin", "xã Cao Sơn", "70", "79", "2012"),
        ("2", "Khu phố 3", "TT Phủ Thông", "87", "74", "2014"),
    )

    assert told(read) == [("Bản Nà Hin", "DH_THON_VH", 2018), ("Khu phố 3", "DH_THON_VH", 2018)]
    assert [(one.recipient, one.unit) for one in awards(read)] == [
        ("collective", "xã Cao Sơn"),
        ("collective", "thị trấn Phủ Thông"),
    ]
