"""The line that refers to the decision, and the level its authority stands on."""

from datetime import date

import pytest

from thidua_desktop.intake.decision_text import level_of, number_written, reference_in


@pytest.mark.parametrize(
    ("line", "number", "day", "authority"),
    [
        (
            "(Kèm theo Quyết định số 733/QĐ-UBND ngày 8 tháng 5 năm 2016 của Chủ tịch UBND huyện Bạch Thông)",
            "733/QĐ-UBND", date(2016, 5, 8), "Chủ tịch UBND huyện Bạch Thông",
        ),
        (
            "(Ban hành kèm theo Quyết định số: 09 /QĐ - UBND, ngày 08/5/2016 của UBND huyện Bạch Thông)./.",
            "09/QĐ-UBND", date(2016, 5, 8), "UBND huyện Bạch Thông",
        ),
        (
            "KÈM THEO QUYẾT ĐỊNH SỐ 129/QĐ–TTg NGÀY 21.3.2020 CỦA THỦ TƯỚNG CHÍNH PHỦ",
            "129/QĐ-TTg", date(2020, 3, 21), "THỦ TƯỚNG CHÍNH PHỦ",
        ),
        ("Quyết định 45/2015/QĐ-UBND ngày 1-2-2015", "45/2015/QĐ-UBND", date(2015, 2, 1), ""),
        ("(Kèm theo QĐ số 12/QĐ-PGD ngày     tháng     năm 2019)", "12/QĐ-PGD", None, ""),
        ("(Kèm theo Quyết định số 12/QĐ-UBND ngày 31 tháng 2 năm 2019 của UBND xã Ví Dụ)", "12/QĐ-UBND", None, "UBND xã Ví Dụ"),
    ],
)  # fmt: skip
def test_a_reference_gives_number_day_and_authority(
    line: str, number: str, day: date | None, authority: str
) -> None:
    found = reference_in(line)

    assert found
    assert (found.number, found.decided_on, found.authority) == (number, day, authority)


@pytest.mark.parametrize(
    "line",
    [
        "DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG BẰNG KHEN NĂM 2015",
        "Căn cứ Quyết định của Chủ tịch UBND huyện",
        "phong trào thi đua “Chào mừng 24/8/1949 – 24/8/2019”",
        "(Kèm theo Quyết định số     /QĐ-UBND ngày    tháng   năm 2020)",
        "(Kèm theo Quyết định số N0/QĐ-UBND ngày 5 tháng 1 năm 2020)",
        "",
    ],
)
def test_a_line_without_a_number_is_no_reference(line: str) -> None:
    assert reference_in(line) is None


def test_a_heading_in_the_same_cell_is_kept() -> None:
    found = reference_in(
        "DANH SÁCH CÁ NHÂN NĂM 2015 (Kèm theo Quyết định số 7/QĐ-UBND ngày 1/2/2016 của UBND tỉnh X)"
    )

    assert found
    assert (found.rest, found.authority) == ("DANH SÁCH CÁ NHÂN NĂM 2015", "UBND tỉnh X")


@pytest.mark.parametrize(
    ("authority", "level"),
    [
        ("Thủ tướng Chính phủ", "pm"),
        ("Chủ tịch nước", "president"),
        ("Chủ tịch Nước CHXHCN Việt Nam", "president"),
        ("Chính phủ", "government"),
        ("Ủy ban Thường vụ Quốc hội", "assembly"),
        ("Bộ trưởng Bộ Nội vụ", "ministry"),
        ("Bộ Giáo dục và Đào tạo", "ministry"),
        ("Ban Chấp hành Trung ương Đoàn", "ministry"),
        ("Chủ tịch UBND tỉnh Bắc Kạn", "province"),
        ("Ủy ban nhân dân tỉnh Thái Nguyên", "province"),
        ("UBND thành phố Hà Nội", "province"),
        ("UBND thành phố Bắc Kạn", "district"),
        ("Chủ tịch UBND huyện Bạch Thông", "district"),
        ("UBND thị xã Ví Dụ", "district"),
        ("Chủ tịch UBND xã Ví Dụ", "commune"),
        ("UBND phường Ví Dụ", "commune"),
        ("UBND thị trấn Phủ Thông", "commune"),
        ("Tư lệnh Quân khu 1", "military"),
        ("Giám đốc Sở Nội vụ", "grassroots"),
        ("Hiệu trưởng Trường Trung học cơ sở Ví Dụ", "grassroots"),
        ("Giám đốc Công ty Mẫu", "grassroots"),
        ("Bộ Chỉ huy Quân sự tỉnh", "grassroots"),
        ("ông Lý Văn Thử", ""),
        ("", ""),
    ],
)
def test_the_level_follows_the_authority(authority: str, level: str) -> None:
    assert level_of(authority) == level


def test_the_number_tells_the_level_where_no_authority_is_named() -> None:
    assert level_of("", "129/QĐ-TTg") == "pm"
    assert level_of("", "139/QĐ-CTN") == "president"
    assert level_of("", "7/QĐ-UBND") == ""


@pytest.mark.parametrize("text", ["N0/QĐ-UBND", "n0 /QĐ-UBND", "O0/QĐ-UBND", "số     /QĐ-UBND"])
def test_a_place_left_for_a_number_is_no_number(text: str) -> None:
    assert number_written(text) == ""


@pytest.mark.parametrize(
    "text", ["15/QĐ-UBND", "số15/QĐ-UBND", "No15/QĐ-UBND", "No.15 / QĐ–UBND", "N°15/QĐ-UBND"]
)
def test_a_number_is_read_however_it_is_introduced(text: str) -> None:
    assert number_written(text) == "15/QĐ-UBND"
