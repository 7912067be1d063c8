"""Headings whose award is followed by whom or when it is for, or preceded by who gives it; years told elsewhere."""

import pytest

from tests.intake.generated import BOOK
from tests.intake.making import workbook
from tests.intake.short_lists import AN, HEADER, SCHOOL, awards, reasons, sheet, told, units
from thidua_desktop.intake.read import read_file

REFERENCE = "(Kèm theo Quyết định số 95/QĐ-UBND ngày 15/8/2019 của Chủ tịch UBND huyện Bạch Thông)"
EARLY = "(Kèm theo Quyết định số 95/QĐ-UBND ngày 15/01/2019 của Chủ tịch UBND huyện Bạch Thông)"


@pytest.mark.parametrize(
    ("heading", "award"),
    [
        ("DANH SÁCH LAO ĐỘNG TIÊN TIẾN NGÀNH GIÁO DỤC NĂM HỌC 2018-2019", "DH_LDTT"),
        ("DANH SÁCH CHIẾN SĨ THI ĐUA CẤP CƠ SỞ NGÀNH GD&ĐT NĂM 2019", "DH_CSTD_CS"),
        ("DANH SÁCH LAO ĐỘNG TIÊN TIẾN TRƯỜNG THCS LÊ LỢI NĂM 2019", "DH_LDTT"),
        ("DANH SÁCH ĐƯỢC TẶNG GIẤY KHEN CỦA CHỦ TỊCH UBND HUYỆN TẠI HỘI NGHỊ SƠ KẾT NĂM 2019", "GK_HUYEN"),
        ("DANH SÁCH TẶNG GIẤY KHEN CỦA CHỦ TỊCH UBND HUYỆN NHÂN NGÀY GIA ĐÌNH VIỆT NAM 2019", "GK_HUYEN"),
        ("DANH SÁCH CÁ NHÂN ĐƯỢC CHỦ TỊCH UBND HUYỆN TẶNG GIẤY KHEN NĂM 2019", "GK_HUYEN"),
    ],
)
def test_the_award_is_found_among_other_words(tmp_path, heading, award):
    reading = sheet(tmp_path, (heading,), (REFERENCE,), HEADER, AN)
    assert told(reading) == [("Nguyễn Văn An", award, 2019)]


def test_v_v_is_no_roman_numeral(tmp_path):
    title = "V/v tặng Giấy khen của Chủ tịch UBND huyện năm 2019"
    assert told(sheet(tmp_path, (title,), (REFERENCE,), HEADER, AN)) == [("Nguyễn Văn An", "GK_HUYEN", 2019)]


@pytest.mark.parametrize(
    "above",
    ["Về việc công nhận danh hiệu Lao động tiên tiến năm 2018", "Điều 1. Công nhận danh hiệu năm 2018"],
)
def test_an_annex_without_a_year_has_that_of_the_decision_above_it(tmp_path, above):
    reading = sheet(tmp_path, (above,), ("DANH SÁCH LAO ĐỘNG TIÊN TIẾN",), (EARLY,), HEADER, AN)
    assert told(reading) == [("Nguyễn Văn An", "DH_LDTT", 2018)]
    assert "Năm 2018 lấy theo đầu đề" in " ".join(reading.decisions[0].remarks)


def test_an_annual_title_decided_early_in_a_year_has_no_year_of_its_own(tmp_path):
    reading = sheet(tmp_path, ("DANH SÁCH LAO ĐỘNG TIÊN TIẾN",), (EARLY,), HEADER, AN)
    assert told(reading) == []
    [reason] = reasons(reading)
    assert "ký đầu năm 2019" in reason
    assert "của năm 2018" in reason
    in_a_column = sheet(tmp_path, ("DANH SÁCH",), (EARLY,), (*HEADER, "Danh hiệu"), (*AN, "LĐTT"))
    assert reasons(in_a_column) == [reason]


@pytest.mark.parametrize("reference", [REFERENCE, EARLY])
def test_a_form_or_a_later_day_still_tells_the_year(tmp_path, reference):
    title = "DANH SÁCH TẶNG GIẤY KHEN CỦA CHỦ TỊCH UBND HUYỆN"
    assert told(sheet(tmp_path, (title,), (reference,), HEADER, AN)) == [("Nguyễn Văn An", "GK_HUYEN", 2019)]
    late = sheet(tmp_path, ("DANH SÁCH LAO ĐỘNG TIÊN TIẾN",), (REFERENCE,), HEADER, AN)
    assert told(late) == [("Nguyễn Văn An", "DH_LDTT", 2019)]


def test_a_sheet_named_after_a_year_tells_it(tmp_path):
    rows = [("DANH SÁCH LAO ĐỘNG TIÊN TIẾN",), (EARLY,), HEADER, AN]
    reading = read_file(workbook(tmp_path / "a.xlsx", rows, names=["Năm 2018"]), BOOK)
    assert told(reading) == [("Nguyễn Văn An", "DH_LDTT", 2018)]


def test_year_and_unit_of_the_title_hold_for_every_decision_below_it(tmp_path):
    header = ("TT", "Họ tên", "Chức vụ")
    reading = sheet(
        tmp_path,
        ("TỔNG HỢP KHEN THƯỞNG NĂM 2018 XÃ CAO SƠN",),
        header,
        ("I. LAO ĐỘNG TIÊN TIẾN (QĐ số 77/QĐ-UBND ngày 20/01/2019 của UBND huyện)",),
        ("1", "Nguyễn Văn An", "Công chức"),
        ("II. CHIẾN SĨ THI ĐUA CƠ SỞ (QĐ số 78/QĐ-UBND ngày 20/01/2019 của UBND huyện)",),
        ("1", "Lý Thị Na", "Công chức"),
        ("III. BẰNG KHEN CỦA CHỦ TỊCH UBND TỈNH (QĐ số 402/QĐ-UBND ngày 10/3/2019 của UBND tỉnh)",),
        ("1", "Hà Văn Tư", "Công chức"),
    )
    assert told(reading) == [
        ("Nguyễn Văn An", "DH_LDTT", 2018),
        ("Lý Thị Na", "DH_CSTD_CS", 2018),
        ("Hà Văn Tư", "BK_TINH", 2018),
    ]
    assert set(units(reading)) == {"Xã Cao Sơn"}


@pytest.mark.parametrize(
    ("reference", "number", "day"),
    [
        ("(QĐ số 08/QĐ-NHNo.TH ngày 18-01-2020 của Giám đốc Agribank)", "08/QĐ-NHNo.TH", "2020-01-18"),
        ("(QĐ 990/QĐ-UBND, 24/3/2020 của UBND huyện)", "990/QĐ-UBND", "2020-03-24"),
        ("(QĐ số 990/QĐ-UBND (24/3/2020))", "990/QĐ-UBND", "2020-03-24"),
        ("(Kèm theo Quyết định số 412-QĐ/HU ngày 22/01/2020 của Huyện ủy)", "412-QĐ/HU", "2020-01-22"),
        ("Kèm theo Quyết định số 95/QĐ-UBND. Ngày 15/8/2019", "95/QĐ-UBND", None),
    ],
)
def test_numbers_and_days_as_they_are_written(tmp_path, reference, number, day):
    reading = sheet(tmp_path, ("DANH SÁCH LAO ĐỘNG TIÊN TIẾN NĂM 2019",), (reference,), HEADER, AN)
    [decision] = reading.decisions
    assert decision.number == number
    assert day is None or decision.decided_on.isoformat() == day


@pytest.mark.parametrize(
    ("number", "authority", "level"),
    [
        ("321/QĐ-SGDĐT", "", "grassroots"),
        ("17/QĐ-SYT", "", "grassroots"),
        ("5/QĐ-BCA", "", "ministry"),
        ("56/QĐ-CAH", " của Trưởng Công an huyện", "grassroots"),
        ("9/QĐ-TA", " của Chánh án Tòa án nhân dân huyện", "grassroots"),
    ],
)
def test_the_level_follows_from_who_signs_or_from_the_number(tmp_path, number, authority, level):
    reference = f"(Kèm theo Quyết định số {number} ngày 15/8/2019{authority})"
    reading = sheet(tmp_path, ("DANH SÁCH LAO ĐỘNG TIÊN TIẾN NĂM 2019",), (reference,), HEADER, AN)
    assert [decision.level for decision in reading.decisions] == [level]
    assert len(awards(reading)) == 1
    assert units(reading) == [SCHOOL]
