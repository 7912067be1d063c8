"""What stands behind the title of an award: the occasion it was given on, its decision in brackets."""

from datetime import date
from pathlib import Path

import pytest

from tests.intake.short_lists import AN, HEADER, SCHOOL, awarded, awards, reasons, sheet, told, typed, units

_DECISION = "(Kèm theo Quyết định số 998/QĐ-UBND ngày 11/5/2018 của Chủ tịch UBND huyện Bạch Thông)"


@pytest.mark.parametrize(
    "title",
    [
        "Danh sách cá nhân được tặng Giấy khen của Chủ tịch UBND huyện đợt Tổng kết 10 năm thực hiện Chỉ thị 05",
        "DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN THỰC HIỆN CHƯƠNG TRÌNH XÂY DỰNG NÔNG THÔN MỚI",
        "DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN TỔNG KẾT PHONG TRÀO TOÀN DÂN BẢO VỆ AN NINH",
    ],
)
def test_the_occasion_is_no_part_of_the_award(tmp_path: Path, title: str) -> None:
    read = sheet(tmp_path, (title,), (_DECISION,), HEADER, AN)

    assert awarded(read) == [("Nguyễn Văn An", "GK_HUYEN")]


@pytest.mark.parametrize(
    "title", ["BIỂU TỔNG HỢP LAO ĐỘNG TIÊN TIẾN NĂM 2012", "TỔNG HỢP LAO ĐỘNG TIÊN TIẾN NĂM 2012"]
)
def test_a_summary_may_be_of_an_award(tmp_path: Path, title: str) -> None:
    read = sheet(tmp_path, (title,), (_DECISION,), HEADER, AN, ("", "Cộng trang", "1", ""))

    assert told(read) == [("Nguyễn Văn An", "DH_LDTT", 2012)]
    assert not reasons(read)


def test_the_title_of_a_section_holds_its_year_and_decision(tmp_path: Path) -> None:
    read = sheet(
        tmp_path,
        ("TỔNG HỢP KHEN THƯỞNG PHÒNG TƯ PHÁP",),
        HEADER,
        ("I", "CSTĐCS năm 2016 (QĐ số 121/QĐ-UBND ngày 19/01/2017)", "", ""),
        AN,
        ("II", "LĐTT năm 2016 (QĐ số 122/QĐ-UBND ngày 19/01/2017)", "", ""),
        ("1", "Lý Văn Thử", "Giáo viên", SCHOOL),
    )

    assert told(read) == [("Nguyễn Văn An", "DH_CSTD_CS", 2016), ("Lý Văn Thử", "DH_LDTT", 2016)]
    assert [(one.number, one.decided_on) for one in read.decisions] == [
        ("121/QĐ-UBND", date(2017, 1, 19)),
        ("122/QĐ-UBND", date(2017, 1, 19)),
    ]


def test_so_does_one_behind_a_plain_number(tmp_path: Path) -> None:
    read = typed(
        tmp_path,
        "TỔNG HỢP KHEN THƯỞNG PHÒNG TƯ PHÁP NĂM 2019",
        "1. Chiến sĩ thi đua cơ sở (Quyết định số 131/QĐ-UBND ngày 17/01/2020 của Chủ tịch UBND huyện):",
        "- Bà Hoàng Thị Mẫu, Chuyên viên, Phòng Tư pháp",
        "2. Giấy khen của Chủ tịch UBND huyện (Quyết định số 132/QĐ-UBND ngày 17/01/2020):",
        "- Ông Lý Văn Thử, Chuyên viên, Phòng Tư pháp",
    )

    assert told(read) == [("Hoàng Thị Mẫu", "DH_CSTD_CS", 2019), ("Lý Văn Thử", "GK_HUYEN", 2019)]
    assert [one.number for one in read.decisions if one.awards] == ["131/QĐ-UBND", "132/QĐ-UBND"]
    assert not reasons(read)


def test_a_person_with_a_decision_in_brackets_is_no_section(tmp_path: Path) -> None:
    read = typed(
        tmp_path,
        "DANH SÁCH CÁ NHÂN ĐẠT DANH HIỆU LAO ĐỘNG TIÊN TIẾN NĂM 2018",
        _DECISION,
        "1. Ông Lý Văn Thử, Chuyên viên, Phòng Tư pháp",
        "2. Bà Hoàng Thị Mẫu, Chuyên viên, Phòng Nội vụ",
    )

    assert [one.number for one in read.decisions] == ["998/QĐ-UBND"]
    assert len(awards(read)) == 2


def test_columns_of_years_hold_their_decisions(tmp_path: Path) -> None:
    read = sheet(
        tmp_path,
        ("BẢNG THEO DÕI DANH HIỆU THI ĐUA PHÒNG TNMT",),
        (
            "TT",
            "Họ tên",
            "Chức vụ",
            "Năm 2017\n(QĐ 101/QĐ-UBND ngày 15/01/2018 của UBND huyện)",
            "Năm 2018 (QĐ số 95/QĐ-UBND ngày 14/01/2019 của UBND huyện)",
        ),
        ("1", "Nguyễn Văn An", "Văn thư", "LĐTT", "CSTĐCS"),
        ("2", "Lý Văn Thử", "Kế toán", "", "LĐTT"),
    )

    assert [(one.number, one.decided_on, one.level) for one in read.decisions] == [
        ("101/QĐ-UBND", date(2018, 1, 15), "district"),
        ("95/QĐ-UBND", date(2019, 1, 14), "district"),
    ]
    assert told(read) == [
        ("Nguyễn Văn An", "DH_LDTT", 2017),
        ("Nguyễn Văn An", "DH_CSTD_CS", 2018),
        ("Lý Văn Thử", "DH_LDTT", 2018),
    ]
    assert units(read) == ["Phòng TNMT"] * 3


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("TỔNG HỢP KHEN THƯỞNG PHÒNG TƯ PHÁP NĂM 2018", "Phòng Tư pháp"),
        ("TỔNG HỢP DANH HIỆU THI ĐUA PHÒNG DÂN TỘC 2018", "Phòng Dân tộc"),
        ("DANH SÁCH KHEN THƯỞNG PHONG TRÀO LAO ĐỘNG GIỎI NĂM 2018", ""),
        ("DANH SÁCH KHEN THƯỞNG PHÒNG CHỐNG DỊCH NĂM 2018", ""),
        ("DANH SÁCH KHEN THƯỞNG TRƯỜNG HỢP ĐỘT XUẤT NĂM 2018", ""),
        ("DANH SÁCH KHEN THƯỞNG XÃ ĐẠT CHUẨN NÔNG THÔN MỚI NĂM 2018", ""),
    ],
)
def test_the_office_whose_awards_are_summed_is_that_of_all(tmp_path: Path, title: str, unit: str) -> None:
    header = ("TT", "Họ và tên", "Chức vụ", "Năm", "Danh hiệu")

    read = sheet(tmp_path, (title,), (_DECISION,), header, ("1", "Nguyễn Văn An", "Văn thư", "2018", "LĐTT"))

    assert units(read) == [unit]
