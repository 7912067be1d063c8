"""Text typed all in capitals is written as names, units and posts are: only on wish, the original told."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.intake import making
from thidua_desktop.domain.titles import TitleBook
from thidua_desktop.intake.capitals import EVERYWHERE
from thidua_desktop.intake.case_words import PHRASES
from thidua_desktop.intake.name_case import post_case, unit_case
from thidua_desktop.intake.read import read_file
from thidua_desktop.intake.reading import Capitals, FileReading

ROWS = (
    (1, "HOÀNG THỊ MẪU", 1980, "PHÓ HIỆU TRƯỞNG", "TRƯỜNG THCS VÍ DỤ", making.TITLE),
    (2, "Lý Văn Thử", 1975, "KẾ TOÁN", "PHÒNG TÀI CHÍNH - KẾ HOẠCH", making.TITLE),
    (3, "LÝ A SÁNH", 1975, "Kế toán", "UBND", making.TITLE),
)
SHEET = "Sheet1"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return making.workbook(tmp_path_factory.mktemp("capitals") / "a.xlsx", (*making.GOOD[:4], *ROWS))


def words(reading: FileReading) -> list[tuple[str, str, str]]:
    return [(row.name, row.post, row.unit) for row in reading.decisions[0].awards]


def test_capitals_stay_unless_wished_and_are_told(path: Path, book: TitleBook) -> None:
    reading = read_file(path, book)

    assert words(reading) == [(row[1], row[3], row[4]) for row in ROWS]
    assert reading.capitals[0] == Capitals(
        SHEET, "name", 2, (("HOÀNG THỊ MẪU", "Hoàng Thị Mẫu"), ("LÝ A SÁNH", "Lý A Sánh"))
    )
    told = {one.field: (one.count, one.wished) for one in reading.capitals}
    assert told == {"name": (2, False), "unit": (2, False), "post": (2, False)}


def test_what_is_wished_of_a_sheet_is_done_there(path: Path, book: TitleBook) -> None:
    reading = read_file(path, book, name_case={(SHEET, "unit"), ("Khác", "name")})

    assert words(reading) == [
        ("HOÀNG THỊ MẪU", "PHÓ HIỆU TRƯỞNG", "Trường THCS Ví Dụ"),
        ("Lý Văn Thử", "KẾ TOÁN", "Phòng Tài chính - Kế hoạch"),
        ("LÝ A SÁNH", "Kế toán", "UBND"),
    ]
    assert {one.field: one.wished for one in reading.capitals} == {"name": False, "unit": True, "post": False}


def test_all_of_a_file_may_be_wished_collectives_and_rows_not_understood_too(
    tmp_path: Path, book: TitleBook
) -> None:
    rows = ((1, "LÝ VĂN MỘT", None, "GIÁO VIÊN", "XÃ HÀ VỊ", "Bông lúa vàng"),)
    collective = (2, "TRƯỜNG TIỂU HỌC XÃ HÀ VỊ", None, None, None, "Tập thể lao động tiên tiến")
    above = (("DANH SÁCH KHEN THƯỞNG NĂM 2018",), *making.GOOD[1:4])
    lists = making.workbook(tmp_path / "a.xlsx", (*above, *rows, collective))
    reading = read_file(lists, book, name_case=EVERYWHERE)

    [problem] = reading.problems
    assert problem.candidate
    assert (problem.candidate.name, problem.candidate.unit) == ("Lý Văn Một", "Xã Hà Vị")
    assert words(reading) == [("Trường Tiểu học xã Hà Vị", "", "")]
    assert {one.field: one.count for one in reading.capitals} == {"name": 1, "unit": 2, "post": 1}


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("TRƯỜNG TIỂU HỌC XÃ HÀ VỊ", "Trường Tiểu học xã Hà Vị"),
        ("TRƯỜNG PTDTBT THCS SỸ BÌNH", "Trường PTDTBT THCS Sỹ Bình"),
        ("TRƯỜNG TH&THCS ĐÔN PHONG", "Trường TH&THCS Đôn Phong"),
        ("TRƯỜNG MẦM NON SƠN CA", "Trường Mầm non Sơn Ca"),
        ("VĂN PHÒNG HĐND VÀ UBND HUYỆN", "Văn phòng HĐND và UBND huyện"),
        ("UỶ BAN NHÂN DÂN XÃ VI HƯƠNG", "Uỷ ban nhân dân xã Vi Hương"),
        ("TOÀ ÁN NHÂN DÂN HUYỆN", "Toà án nhân dân huyện"),
        ("PHÒNG LAO ĐỘNG-THƯƠNG BINH VÀ XÃ HỘI", "Phòng Lao động-Thương binh và Xã hội"),
        ("BAN CHQS HUYỆN BẠCH THÔNG", "Ban CHQS huyện Bạch Thông"),
        ("THỊ TRẤN PHỦ THÔNG", "Thị trấn Phủ Thông"),
        ("THÔN BẢN PIỀNG, XÃ VI HƯƠNG", "Thôn Bản Piềng, xã Vi Hương"),
        ("BUÔN KRÔNG ANA", "Buôn Krông Ana"),
        ("CÔNG TY TNHH MTV BẢY OANH", "Công ty TNHH MTV Bảy Oanh"),
        ("KHỐI VI", "Khối VI"),
        ("TỔ II", "Tổ II"),
        ("UBND", "UBND"),
        ("Trường THCS Ví Dụ", "Trường THCS Ví Dụ"),
    ],
)
def test_a_unit_is_written_as_units_are(typed: str, written: str) -> None:
    assert unit_case(typed) == written


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("PHÓ HIỆU TRƯỞNG", "Phó Hiệu trưởng"),
        ("GIÁO VIÊN", "Giáo viên"),
        ("CHỦ TỊCH UBND XÃ HÀ VỊ", "Chủ tịch UBND xã Hà Vị"),
        ("BÍ THƯ ĐOÀN TNCS HỒ CHÍ MINH", "Bí thư Đoàn TNCS Hồ Chí Minh"),
        ("TRƯỞNG THÔN NÀ PÁN, VĂN THƯ", "Trưởng thôn Nà Pán, văn thư"),
        ("CÔNG CHỨC VĂN HÓA - XÃ HỘI", "Công chức Văn hóa - Xã hội"),
    ],
)
def test_a_post_is_written_as_posts_are(typed: str, written: str) -> None:
    assert post_case(typed) == written


@given(
    st.lists(st.sampled_from([" ".join(words) for words in PHRASES] + ["hà", "nà", "II", "ubnd"]), min_size=1)
)
def test_nothing_but_the_case_of_letters_changes(parts: list[str]) -> None:
    typed = " ".join(parts).upper()

    for write in (unit_case, post_case):
        assert write(typed).upper() == typed
        assert write(write(typed)) == write(typed)
