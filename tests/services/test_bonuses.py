"""The money of a decision: which of several titles of one year is paid, by the decree of the day."""

from datetime import date
from pathlib import Path

import pytest

from tests.records.offices import ask, line, register
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.law.rules_file import load_rules
from thidua_desktop.services import bonuses

BOOK = load_rules(Path(__file__).parents[2] / "resources")
NAME = "Nông Thị Hoa"


def amounts(office, decision_id, **options):
    found = ask(office, bonuses.of_decision, decision_id, BOOK, **options)
    return [(row.award, bonus.amount, bonus.status) for row, bonus in found]


def decide(office, number, day, *given):
    return register(office, number, day, *(line(NAME, award, year=day.year - 1) for award in given))


@pytest.mark.parametrize(
    ("day", "paid"),
    [
        (date(2020, 1, 10), (0, 1_490_000, "seen")),  # NĐ 91/2017 Điều 66 k2c
        (date(2025, 12, 20), (0, 2_340_000, "seen")),  # NĐ 152/2025 Điều 49 k5
        (date(2024, 7, 1), (710_000, 2_340_000, "unverified")),  # NĐ 98/2023: no such sentence was read
    ],
)
def test_two_titles_of_a_year_in_one_decision(office, day, paid):
    given = decide(office, "9/QĐ-UBND", day, "DH_LDTT", "DH_CSTD_CS")
    lower, higher, status = paid
    assert amounts(office, given) == [("DH_LDTT", lower, status), ("DH_CSTD_CS", higher, status)]


@pytest.mark.parametrize(("day", "paid"), [(date(2020, 1, 10), 450_000), (date(2025, 12, 20), 0)])
def test_a_higher_title_of_the_year_in_another_decision(office, day, paid):
    given = decide(office, "9/QĐ-UBND", day, "DH_LDTT")
    decide(office, "10/QĐ-UBND", day, "DH_CSTD_CS")
    assert amounts(office, given) == [("DH_LDTT", paid, "seen")]


def test_the_product_is_kept_to_the_dong_when_asked(office):
    given = decide(office, "9/QĐ-UBND", date(2020, 1, 10), "DH_LDTT")
    assert amounts(office, given, round_up=False) == [("DH_LDTT", 447_000, "seen")]


def test_a_day_no_law_is_known_for_is_refused(office):
    given = decide(office, "9/QĐ-UBND", date(2013, 5, 31), "DH_LDTT")
    with pytest.raises(Refused, match="không biết quy định nào"):
        amounts(office, given)
