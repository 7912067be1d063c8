"""Ratings and titles ticked in one table: both are read, each as what it is."""

import pytest

from tests.intake.short_lists import SCHOOL, sheet

FLAT = (("STT", "Họ và tên", "Đơn vị", "HTXSNV", "HTTNV", "HTNV", "LĐTT", "CSTĐCS"),)
GROUPED = (
    ("STT", "Họ và tên", "Đơn vị", "Kết quả xếp loại", "", "", "Danh hiệu đăng ký", ""),
    ("", "", "", "HTXSNV", "HTTNV", "HTNV", "LĐTT", "CSTĐCS"),
)
ROWS = (
    (1, "Nguyễn Văn An", SCHOOL, "x", "", "", "x", "x"),
    (2, "Lý Thị Bé", SCHOOL, "", "x", "", "x", ""),
)
BY = ("(Kèm theo Quyết định số 95/QĐ-UBND ngày 8 tháng 2 năm 2019 của Chủ tịch UBND huyện Bạch Thông)",)
BOTH = "ĐĂNG KÝ DANH HIỆU THI ĐUA VÀ KẾT QUẢ XẾP LOẠI NĂM 2018"
RATED = [("rating", "Nguyễn Văn An", "HTXS"), ("rating", "Lý Thị Bé", "HTT")]
PLEDGED = [
    ("pledge", "Nguyễn Văn An", "DH_LDTT"),
    ("pledge", "Nguyễn Văn An", "DH_CSTD_CS"),
    ("pledge", "Lý Thị Bé", "DH_LDTT"),
]
AWARDED = [("Nguyễn Văn An", "DH_LDTT"), ("Nguyễn Văn An", "DH_CSTD_CS"), ("Lý Thị Bé", "DH_LDTT")]


def facts(reading):
    return sorted((row.subject, row.name, row.code) for row in reading.yearly)


def awarded(reading):
    return [(row.name, row.award) for decision in reading.decisions for row in decision.awards]


@pytest.mark.parametrize("header", [FLAT, GROUPED])
def test_ratings_and_pledges_ticked_are_both_read(tmp_path, header):
    reading = sheet(tmp_path, (BOTH,), *header, *ROWS)
    assert facts(reading) == sorted([*RATED, *PLEDGED])
    assert (reading.problems, reading.rows_read, len(reading.tables)) == ((), 2, 1)


def test_a_rating_pledged_is_no_result(tmp_path):
    reading = sheet(tmp_path, ("ĐĂNG KÝ DANH HIỆU THI ĐUA NĂM 2018",), *FLAT, *ROWS)
    assert facts(reading) == sorted(PLEDGED)
    assert ["đăng ký, chưa phải kết quả" in one.reason for one in reading.problems] == [True]


def test_a_row_wrong_for_both_is_told_once(tmp_path):
    reading = sheet(tmp_path, (BOTH,), *FLAT, (1, "", SCHOOL, "x", "", "", "x", ""), *ROWS)
    assert [one.row for one in reading.problems] == [3]
    assert len(facts(reading)) == 5


def test_a_row_ticked_in_one_half_alone_tells_that_and_what_is_missing(tmp_path):
    reading = sheet(tmp_path, (BOTH,), *FLAT, (1, "Nguyễn Văn An", SCHOOL, "x", "", "", "", ""))
    assert facts(reading) == [("rating", "Nguyễn Văn An", "HTXS")]
    assert reading.problems == ()


def test_titles_given_by_a_decision_are_awards_beside_ratings(tmp_path):
    reading = sheet(tmp_path, ("KẾT QUẢ ĐÁNH GIÁ VÀ DANH HIỆU THI ĐUA NĂM 2018",), BY, *FLAT, *ROWS)
    assert (facts(reading), awarded(reading)) == (sorted(RATED), AWARDED)
    assert (reading.problems, reading.rows_read, len(reading.tables)) == ((), 2, 1)


def test_without_a_decision_it_is_told_that_titles_are_not_read(tmp_path):
    reading = sheet(tmp_path, ("KẾT QUẢ ĐÁNH GIÁ NĂM 2018",), *FLAT, *ROWS)
    assert (facts(reading), awarded(reading)) == (sorted(RATED), [])
    assert [one.reason for one in reading.problems] == [
        f"Cột “{title}” chưa đọc: danh hiệu đã tặng chỉ nhập từ danh sách kèm quyết định."
        for title in ("LĐTT", "CSTĐCS")
    ]
