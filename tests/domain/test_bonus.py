"""Money by the law of the decision's day: worked cases, each with the article it comes from; what is unknown."""

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import given

from thidua_desktop.domain import bonus
from thidua_desktop.domain.bonus import EXACT, Given
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.regimes import regime_on

RESOURCES = Path(__file__).parents[2] / "resources"
LAW = bonus.load(RESOURCES)
PRACTICE = "QĐ 1628 ngày 14/7/2016 của tỉnh Bến Tre, áp dụng NĐ 42/2010"

# award, recipient, day, coefficient, base salary, raw, amount, the article of the coefficient
CASES = [
    ("DH_LDTT", "person", date(2016, 7, 15), "0.3", 1_210_000, 363_000, 370_000, PRACTICE),
    ("DH_GDVH", "household", date(2016, 7, 15), "0.1", 1_210_000, 121_000, 130_000, PRACTICE),
    ("DH_LDTT", "person", date(2017, 9, 30), "0.3", 1_300_000, 390_000, 390_000, PRACTICE),
    ("DH_LDTT", "person", date(2017, 10, 1), "0.3", 1_300_000, 390_000, 390_000, "NĐ 91/2017 Điều 69 k1d"),
    ("DH_CO_TINH", "collective", date(2017, 9, 30), "15.5", 1_300_000, 20_150_000, 20_150_000, PRACTICE),
    ("DH_CO_TINH", "collective", date(2017, 10, 1), "8.0", 1_300_000, 10_400_000, 10_400_000, "NĐ 91/2017 Điều 69 k2đ"),
    ("GK_HUYEN", "collective", date(2020, 5, 1), "0.6", 1_490_000, 894_000, 900_000, "NĐ 91/2017 Điều 73 k1c, k2b"),
    ("GK_XA", "person", date(2018, 7, 1), "0.15", 1_390_000, 208_500, 210_000, "NĐ 91/2017 Điều 73 k1d, k2b"),
    ("DH_CSTD_CS", "person", date(2019, 6, 30), "1.0", 1_390_000, 1_390_000, 1_390_000, "NĐ 91/2017 Điều 69 k1c"),
    ("DH_CSTD_CS", "person", date(2019, 7, 1), "1.0", 1_490_000, 1_490_000, 1_490_000, "NĐ 91/2017 Điều 69 k1c"),
    ("DH_TTLDTT", "collective", date(2023, 7, 1), "0.8", 1_800_000, 1_440_000, 1_440_000, "NĐ 91/2017 Điều 69 k2b"),
    ("BK_TINH", "person", date(2023, 12, 31), "1.0", 1_800_000, 1_800_000, 1_800_000, "NĐ 91/2017 Điều 73 k1b, k2a"),
    ("DH_LDTT", "person", date(2024, 1, 1), "0.3", 1_800_000, 540_000, 540_000, "NĐ 98/2023 Điều 54"),
    ("DH_TTLDXS", "collective", date(2025, 6, 30), "1.5", 2_340_000, 3_510_000, 3_510_000, "NĐ 98/2023 Điều 54"),
    ("BK_TINH", "household", date(2025, 7, 1), "2.25", 2_340_000, 5_265_000, 5_270_000, "NĐ 152/2025 Điều 54 k1b"),
    ("GK_XA", "collective", date(2026, 6, 30), "0.6", 2_340_000, 1_404_000, 1_410_000, "NĐ 152/2025 Điều 54 k1e"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("award", "recipient", "day", "coefficient", "salary", "raw", "amount", "cite"), CASES
)
def test_worked_cases(award, recipient, day, coefficient, salary, raw, amount, cite):
    found = LAW.of(award, recipient, day)
    assert (found.coefficient, found.base_salary) == (Decimal(coefficient), salary)
    assert (found.raw, found.amount, found.status) == (raw, amount, "seen")
    assert found.cites[0] == cite


def test_a_product_in_the_way_of_before_is_kept_to_the_dong_when_asked():
    found = LAW.of("GK_HUYEN", "collective", date(2020, 5, 1), EXACT)
    assert (found.raw, found.amount) == (894_000, 894_000)
    assert "Điều 68" not in " ".join(found.cites)


@pytest.mark.parametrize(
    ("last", "before", "after"),
    [
        (date(2017, 9, 30), "A0", "A"),
        (date(2023, 12, 31), "A", "B1"),
        (date(2025, 6, 30), "B1", "B2"),
        (date(2026, 9, 30), "B2", "B3"),
    ],
)
def test_every_regime_ends_on_its_last_day_and_the_next_begins_the_day_after(last, before, after):
    assert regime_on(LAW.regimes, last).id == before
    assert regime_on(LAW.regimes, last + timedelta(days=1)).id == after


def test_what_nobody_read_is_said_to_be_unverified():
    assert LAW.of("DH_LDTT", "person", date(2026, 10, 1)).status == "unverified"
    assert LAW.of("DH_LDTT", "person", date(2026, 7, 1)).status == "unverified"  # the salary of that month
    unknown = LAW.of("BK_TINH", "person", date(2016, 7, 15))
    assert (unknown.amount, unknown.status) == (None, "unverified")
    assert unknown.note == "Chưa có hệ số đã dẫn nguồn cho danh hiệu, hình thức này ở ngày 15/07/2016."
    early = LAW.of("DH_LDTT", "person", date(2014, 5, 31))
    assert (early.amount, early.note) == (
        None,
        "Chưa có quy định về tiền thưởng của ngày 31/05/2014 trong dữ liệu.",
    )


def test_awards_of_the_resistance_bring_no_money_under_the_decree_of_2017():
    found = LAW.of("HCH_KHANG_CHIEN_2", "person", date(2018, 5, 5))
    assert (found.amount, found.cites) == (0, ("NĐ 91/2017 Điều 66 k1",))


def line(place, award, year=2025, who="person 1", decision=1, *, title=True):
    return Given(place, award, award, "person", who, year, decision, title)


LDTT, CSTDCS, LATER = line(1, "DH_LDTT"), line(2, "DH_CSTD_CS"), line(3, "DH_CSTD_CS", decision=2)


@pytest.mark.parametrize(
    ("day", "here", "others", "paid"),
    [
        # NĐ 152/2025 Điều 49 k5: titles of one year, the highest only, whatever decision gave it
        (date(2025, 12, 20), [LDTT, CSTDCS], [], {1: 0, 2: 2_340_000}),
        (date(2025, 12, 20), [LDTT], [LATER], {1: 0}),
        (date(2025, 12, 20), [LDTT, line(2, "DH_CSTD_CS", 2024)], [], {1: 710_000, 2: 2_340_000}),
        (date(2025, 12, 20), [LDTT, line(2, "DH_CSTD_CS", who="person 2")], [], {1: 710_000, 2: 2_340_000}),
        (date(2025, 12, 20), [LDTT, line(2, "GK_XA", title=False)], [], {1: 710_000, 2: 710_000}),
        # NĐ 91/2017 Điều 66 k2c: of one time and one achievement
        (date(2020, 1, 10), [LDTT, CSTDCS], [], {1: 0, 2: 1_490_000}),
        (date(2020, 1, 10), [LDTT], [LATER], {1: 450_000}),
        # NĐ 98/2023: no such sentence
        (date(2024, 7, 1), [LDTT, CSTDCS], [], {1: 710_000, 2: 2_340_000}),
    ],
)
def test_several_titles_of_one_recipient(day, here, others, paid):
    found = LAW.of_decision(here, others, day)
    assert {place: one.amount for place, one in found.items()} == paid
    for one in found.values():
        assert bool(one.note) == (one.amount == 0)


@given(
    st.sampled_from([(row["award"], row["recipient"]) for row in LAW.tables["coefficients"]]),
    st.dates(date(2014, 6, 1), date(2026, 12, 31)),
)
def test_an_amount_is_the_next_ten_thousand_above_the_product(kind, day):
    found = LAW.of(*kind, day)
    if found.coefficient:
        assert found.raw == found.coefficient * found.base_salary
        assert 0 <= found.amount - found.raw < 10_000
        assert found.amount % 10_000 == 0
    else:
        assert not found.amount


@given(st.sampled_from(LAW.regimes), st.dates(date(2014, 6, 1), date(2026, 12, 31)))
def test_without_the_row_of_a_regime_nothing_is_said_of_its_days(gone, day):
    poorer = bonus.BonusRules(tuple(one for one in LAW.regimes if one != gone), LAW.tables)
    found = poorer.of("DH_LDTT", "person", day)
    assert (found.amount is None) == gone.holds(day)


@pytest.mark.parametrize("table", ["base_salary", "rounding", "highest_title", "not_paid", "coefficients"])
def test_a_rule_without_its_citation_is_not_loaded(table):
    data = {name: list(rows) for name, rows in LAW.tables.items()}
    data[table] = [*data[table], {**data[table][0], "cite": ""}]
    with pytest.raises(Refused, match="không dẫn nguồn"):
        bonus.rules({**data, "regimes": []})
