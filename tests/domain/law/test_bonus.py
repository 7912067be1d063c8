"""Bonus money of the day: coefficient, base salary, the raw product and the rounding up."""

from datetime import date
from pathlib import Path

import pytest

from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.law.bonus import Paid, bonus, payable
from thidua_desktop.domain.law.rules_file import load_rules

RESOURCES = Path(__file__).resolve().parents[3] / "resources"


@pytest.fixture(scope="module")
def book():
    return load_rules(RESOURCES)


@pytest.mark.parametrize(
    ("award", "who", "day", "raw", "amount"),
    [
        ("DH_LDTT", "person", "2016-07-15", 363000, 370000),  # Bến Tre's own figures of 2016
        ("DH_CO_TINH", "collective", "2016-07-15", 18755000, 18760000),
        ("DH_CO_CP", "collective", "2016-04-30", 28175000, 28180000),  # 24,5 × 1 150 000
        ("DH_CSTD_CS", "person", "2017-09-30", 1300000, 1300000),
        ("DH_CO_CP", "collective", "2017-10-01", 15600000, 15600000),  # NĐ 91: 12 × 1 300 000
        ("GK_XA", "person", "2018-06-30", 195000, 200000),  # 0,15 × 1 300 000
        ("GK_XA", "person", "2018-07-01", 208500, 210000),  # 0,15 × 1 390 000
        ("DH_LDTT", "person", "2019-06-30", 417000, 420000),
        ("DH_LDTT", "person", "2019-07-01", 447000, 450000),
        ("BK_TINH", "collective", "2020-01-01", 2980000, 2980000),
        ("DH_TTLDTT", "collective", "2023-06-30", 1192000, 1200000),
        ("DH_CSTD_CS", "person", "2023-07-01", 1800000, 1800000),
        ("DH_CSTD_TINH", "person", "2024-06-30", 5400000, 5400000),
        ("DH_CSTD_TINH", "person", "2024-07-01", 7020000, 7020000),
        ("BK_TTG", "person", "2025-07-01", 8190000, 8190000),
        ("GK_XA", "household", "2025-07-01", 1053000, 1060000),  # NĐ 152: 0,45 × 2 340 000
    ],
)
def test_the_bonus_is_that_of_the_decisions_day(book, award, who, day, raw, amount):
    found = bonus(book, award, who, date.fromisoformat(day))
    assert (found.raw, found.amount) == (raw, amount)


def test_rounding_can_be_switched_off(book):
    assert bonus(book, "DH_LDTT", "person", date(2019, 1, 1), round_up=False).amount == 417000


def test_money_that_rests_on_what_was_not_read_is_marked(book):
    assert bonus(book, "DH_LDTT", "person", date(2019, 1, 1)).status == "seen"
    assert bonus(book, "BK_TINH", "person", date(2024, 3, 1)).status == "unverified"  # NĐ 98 Điều 58 not read
    assert bonus(book, "DH_LDTT", "person", date(2016, 1, 1)).status == "unverified"  # NĐ 42 not read
    assert bonus(book, "DH_LDTT", "person", date(2026, 10, 1)).status == "unverified"


def test_no_sum_is_made_up_where_the_decree_names_none(book):
    gone = bonus(book, "GK_HUYEN", "person", date(2025, 7, 1))  # no district any more
    household = bonus(book, "BK_TINH", "household", date(2019, 1, 1))  # none in NĐ 91
    assert gone.amount is household.amount is gone.coefficient is None
    assert household.reason


def test_a_day_no_law_is_known_for_is_refused(book):
    with pytest.raises(Refused, match="không biết quy định nào có hiệu lực ngày 31/05/2014"):
        bonus(book, "DH_LDTT", "person", date(2014, 5, 31))


def test_two_titles_of_one_year_are_paid_once_and_a_form_beside_them(book):
    ldtt, cstd = Paid(2019, "title", 450000), Paid(2019, "title", 1490000)
    form, other = Paid(2019, "form", 450000), Paid(2018, "title", 450000)
    for day in (date(2020, 1, 10), date(2025, 7, 1)):
        assert payable(book, day, [ldtt, cstd, form, other]) == (False, True, True, True)


def test_where_no_sentence_on_one_period_was_read_the_officer_is_asked(book):
    two = [Paid(2024, "title", 540000), Paid(2024, "title", 1800000)]
    assert payable(book, date(2024, 3, 1), two) == (None, None)
    assert payable(book, date(2016, 3, 1), two[:1]) == (None,)


@pytest.mark.parametrize(("award", "most"), [("KNC_BO_TINH", 1_410_000), ("KNC_UBTVQH", 1_880_000)])
def test_the_sum_of_a_commemorative_medal_is_told_as_the_most_allowed(book, award, most):
    """NĐ 152/2025 Điều 54 k1c, k1d: no more than 0.8 and 0.6 times the base salary."""
    paid = bonus(book, award, "person", date(2025, 8, 1))
    assert (paid.amount, paid.status) == (most, "seen")
    assert paid.reason.startswith("Mức tối đa theo quy định")


def test_a_rule_on_several_titles_that_nobody_read_leaves_the_officer_to_decide(book):
    """Luật 06/2026/QH16 was not read: whether one of two titles is paid under it is not known."""
    two = [Paid(2026, "title", 760000), Paid(2026, "title", 2530000)]
    assert payable(book, date(2026, 9, 30), two) == (False, True)
    assert payable(book, date(2026, 10, 1), two) == (None, None)
