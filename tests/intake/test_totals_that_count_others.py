"""Totals of money, areas and points under a list are no counts of those commended."""

from pathlib import Path

import pytest

from tests.intake.short_lists import AN, GIVEN, HEADER, SCHOOL, sheet, typed
from thidua_desktop.domain.decision import Stated

_DECISION = "(Kèm theo Quyết định số 998/QĐ-UBND ngày 11/5/2019 của Chủ tịch UBND huyện Bạch Thông)"
_LI = ("2", "Lý Văn Thử", "Văn thư", SCHOOL)
_MONEY = (*HEADER, "Tiền thưởng")


@pytest.mark.parametrize(
    "last",
    [
        ("", "Tổng cộng", "", "", "894.000"),
        ("", "Cộng:", "", "", 894000),
        ("Tổng số tiền:", "", "", "", "894000"),
        ("Tổng cộng", "", "", "", "894.000 đồng"),
    ],
)
def test_a_sum_of_money_is_no_count(tmp_path: Path, last: tuple[object, ...]) -> None:
    read = sheet(tmp_path, (GIVEN,), (_DECISION,), _MONEY, (*AN, 447000), (*_LI, 447000), last)

    assert (read.problems, read.decisions[0].stated) == ((), Stated())
    assert not any("Văn bản ghi" in said for said in read.decisions[0].remarks)


def test_the_count_beside_it_is(tmp_path: Path) -> None:
    last = ("", "Cộng: 03 cá nhân", "", "", "1.341.000")
    read = sheet(tmp_path, (GIVEN,), (_DECISION,), _MONEY, (*AN, 447000), (*_LI, 447000), last)

    assert read.decisions[0].stated == Stated(persons=3)


def test_a_count_in_the_column_of_names_is_too(tmp_path: Path) -> None:
    last = ("Tổng cộng", "3", "", "", "894.000")
    read = sheet(tmp_path, (GIVEN,), (_DECISION,), _MONEY, (*AN, 447000), (*_LI, 447000), last)

    assert read.decisions[0].stated == Stated(total=3)


@pytest.mark.parametrize(
    ("line", "stated"),
    [
        ("Tổng số tiền thưởng: 894.000 đồng.", Stated()),
        ("Tổng cộng: 894.000đ", Stated()),
        ("Tổng diện tích đất đã hiến: 1.520 m2", Stated()),
        ("Danh sách này gồm 02 cá nhân năm 2018./.", Stated(persons=2)),
        ("Tổng cộng: 02 cá nhân, số tiền 894.000 đồng", Stated(persons=2)),
        ("Tổng số 02: 02 cá nhân", Stated(persons=2, total=2)),
        ("Tổng cộng: 2./.", Stated(total=2)),
    ],
)
def test_so_below_a_numbered_list(tmp_path: Path, line: str, stated: Stated) -> None:
    people = (f"1. Ông Nguyễn Văn An, Giáo viên, {SCHOOL};", f"2. Bà Lý Thị Thử, Văn thư, {SCHOOL}.")
    read = typed(tmp_path, GIVEN, _DECISION, *people, line)

    assert (read.problems, read.decisions[0].stated) == ((), stated)
