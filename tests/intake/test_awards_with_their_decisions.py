"""Awards in one cell, each with its own decision behind it, are read where every one is told in full."""

from datetime import date

import pytest

from tests.intake.short_lists import AN, HEADER, sheet

BOTH = [("12/QĐ-UBND", date(2018, 1, 5), "DH_LDTT"), ("13/QĐ-UBND", date(2018, 1, 6), "DH_CSTD_CS")]


def read(tmp_path, cell, heading="SỔ THEO DÕI KHEN THƯỞNG NĂM 2017"):
    return sheet(tmp_path, (heading,), (*HEADER, "Danh hiệu"), (*AN, cell))


def found(reading):
    return [(one.number, one.decided_on, award.award) for one in reading.decisions for award in one.awards]


@pytest.mark.parametrize(
    "cell",
    [
        "LĐTT (QĐ 12/QĐ-UBND ngày 5/1/2018); CSTĐCS (QĐ 13/QĐ-UBND ngày 6/1/2018)",
        "LĐTT (QĐ số 12/QĐ-UBND ngày 05/01/2018), CSTĐCS (QĐ số 13/QĐ-UBND ngày 06/01/2018)",
        "LĐTT QĐ 12/QĐ-UBND ngày 5/1/2018\nCSTĐCS QĐ 13/QĐ-UBND ngày 6/1/2018",
        "- LĐTT theo Quyết định số 12/QĐ-UBND ngày 5/1/2018\n- CSTĐCS theo Quyết định số 13/QĐ-UBND ngày 6/1/2018",
    ],
)
def test_each_award_goes_to_its_decision(tmp_path, cell):
    reading = read(tmp_path, cell)
    assert found(reading) == BOTH
    assert {award.year for one in reading.decisions for award in one.awards} == {2017}
    assert reading.problems == ()


def test_each_may_name_its_year(tmp_path):
    cell = "LĐTT năm 2016 (QĐ 12/QĐ-UBND ngày 5/1/2017); CSTĐCS năm 2017 (QĐ 13/QĐ-UBND ngày 6/1/2018)"
    reading = read(tmp_path, cell, "SỔ THEO DÕI KHEN THƯỞNG")
    assert [award.year for one in reading.decisions for award in one.awards] == [2016, 2017]


def test_one_alone(tmp_path):
    assert found(read(tmp_path, "LĐTT (QĐ số 12/QĐ-UBND ngày 5/1/2018)")) == BOTH[:1]


@pytest.mark.parametrize(
    "cell",
    [
        "LĐTT (QĐ 12/QĐ-UBND ngày 5/1/2018); CSTĐCS",
        "LĐTT (QĐ 12/QĐ-UBND); CSTĐCS (QĐ 13/QĐ-UBND ngày 6/1/2018)",
        "LĐTT (QĐ 12/QĐ-UBND ngày 5/1/2018, QĐ 14/QĐ-UBND ngày 7/1/2018)",
        "LĐTT (QĐ 12/QĐ-UBND ngày 5/1/2018 đã thu hồi)",
        "Danh hiệu lạ (QĐ 12/QĐ-UBND ngày 5/1/2018); CSTĐCS (QĐ 13/QĐ-UBND ngày 6/1/2018)",
    ],
)
def test_what_is_not_told_in_full_is_asked(tmp_path, cell):
    reading = read(tmp_path, cell)
    assert found(reading) == []
    assert reading.problems


def test_a_column_of_decisions_beside_them_that_says_otherwise_is_asked(tmp_path):
    cell = "LĐTT (QĐ 12/QĐ-UBND ngày 5/1/2018)"
    row = (*AN, cell, "77/QĐ-UBND")
    reading = sheet(tmp_path, ("SỔ KHEN THƯỞNG NĂM 2017",), (*HEADER, "Danh hiệu", "Số QĐ"), row)
    assert found(reading) == []
    assert reading.problems
