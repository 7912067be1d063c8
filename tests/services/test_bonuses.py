"""The money of a decision: which of several titles of one year is paid, by the decree of the day."""

from datetime import date
from pathlib import Path

import pytest

from tests.records.offices import ask, do, line, person, register
from thidua_desktop.domain.about import About
from thidua_desktop.domain.attested import AttestedDraft
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.law.rules_file import load_rules
from thidua_desktop.services import attesting, bonuses, fund_dues, funds

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


@pytest.mark.parametrize(
    ("day", "other", "paid"),
    [
        (date(2020, 1, 10), date(2020, 1, 10), 0),  # NĐ 91/2017 Điều 66 k2c: at the same time
        (date(2020, 1, 10), date(2020, 1, 11), 450_000),
        (date(2025, 12, 20), date(2025, 12, 20), 0),  # NĐ 152/2025 Điều 49 k5: of the same period
        (date(2025, 12, 20), date(2025, 12, 21), 0),
    ],
)
def test_a_higher_title_of_the_year_in_another_decision(office, day, other, paid):
    given = decide(office, "9/QĐ-UBND", day, "DH_LDTT")
    decide(office, "10/QĐ-UBND", other, "DH_CSTD_CS")
    assert amounts(office, given) == [("DH_LDTT", paid, "seen")]


@pytest.mark.parametrize("second", ["DH_LDTT", "DH_CSTT"])
@pytest.mark.parametrize("turned", [False, True])
def test_of_two_titles_of_one_amount_the_one_decided_first_is_paid(office, second, turned):
    """NĐ 152/2025 Điều 49 k5: of the same period once, whichever decision was entered first."""
    given = [("3/QĐ-UBND", date(2025, 12, 20), "DH_LDTT"), ("4/QĐ-UBND", date(2025, 12, 21), second)]
    ids = {one[0]: decide(office, *one) for one in (reversed(given) if turned else given)}
    assert [amounts(office, ids[number])[0][1:] for number, *_ in given] == [(710_000, "seen"), (0, "seen")]


@pytest.mark.parametrize(
    ("award", "day", "found", "cite"),
    [
        ("HCH_KHANG_CHIEN_2", date(2020, 1, 10), (0, "seen"), "NĐ 91/2017 Điều 66 k1"),
        ("HC_KHANG_CHIEN_1", date(2020, 1, 10), (0, "seen"), "NĐ 91/2017 Điều 66 k1"),
        ("HCH_HUU_NGHI", date(2020, 1, 10), (0, "seen"), "NĐ 91/2017 Điều 66 k3"),
        ("HCH_KHANG_CHIEN_2", date(2024, 7, 1), (None, "unverified"), "NĐ 73/2024/NĐ-CP"),
    ],
)
def test_what_the_decree_pays_nothing_for_is_told_with_its_article(office, award, day, found, cite):
    given = decide(office, "9/QĐ-CTN", day, award)
    [(_, money)] = ask(office, bonuses.of_decision, given, BOOK)
    assert ((money.amount, money.status), money.cite) == (found, cite)
    assert money.reason


def test_a_foreigner_is_given_a_souvenir_and_no_money(office):
    """NĐ 91/2017 Điều 66 k3, by the kind entered of the person."""
    who = person(office, NAME)
    given = register(office, "9/QĐ-UBND", date(2020, 1, 10), line(NAME, "GK_HUYEN", person_id=who))
    assert amounts(office, given) == [("GK_HUYEN", 450_000, "seen")]
    do(office, attesting.state, AttestedDraft(About("person", who), "kind", "nguoi_nuoc_ngoai"))
    assert amounts(office, given) == [("GK_HUYEN", 0, "seen")]
    do(office, funds.plan, 2020, 1_000_000)
    assert ask(office, fund_dues.of_years, BOOK, [2020])[0].due == 0


def test_the_product_is_kept_to_the_dong_when_asked(office):
    given = decide(office, "9/QĐ-UBND", date(2020, 1, 10), "DH_LDTT")
    assert amounts(office, given, round_up=False) == [("DH_LDTT", 447_000, "seen")]


def test_a_day_no_law_is_known_for_is_refused(office):
    given = decide(office, "9/QĐ-UBND", date(2013, 5, 31), "DH_LDTT")
    with pytest.raises(Refused, match="không biết quy định nào"):
        amounts(office, given)
