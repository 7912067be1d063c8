"""Periods of a report: basis, cut-off, names."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.period import Period

ARTICLE = Period(date(2015, 1, 1), date(2020, 7, 22))


@pytest.mark.parametrize(
    ("period", "label", "start", "end"),
    [
        (Period.year(2019), "năm 2019", date(2019, 1, 1), date(2019, 12, 31)),
        (Period.half(2019, 1), "6 tháng đầu năm 2019", date(2019, 1, 1), date(2019, 6, 30)),
        (Period.half(2019, 2), "6 tháng cuối năm 2019", date(2019, 7, 1), date(2019, 12, 31)),
        (Period.quarter(2020, 1), "quý I năm 2020", date(2020, 1, 1), date(2020, 3, 31)),
        (Period.quarter(2019, 2), "quý II năm 2019", date(2019, 4, 1), date(2019, 6, 30)),
        (Period.quarter(2019, 3), "quý III năm 2019", date(2019, 7, 1), date(2019, 9, 30)),
        (Period.quarter(2019, 4), "quý IV năm 2019", date(2019, 10, 1), date(2019, 12, 31)),
        (Period.five_years(2015), "giai đoạn 2015 – 2020", date(2015, 1, 1), date(2020, 12, 31)),
        (ARTICLE, "từ 01/01/2015 đến 22/07/2020", date(2015, 1, 1), date(2020, 7, 22)),
        (
            Period(date(2019, 1, 1), date(2019, 9, 30)),
            "9 tháng đầu năm 2019",
            date(2019, 1, 1),
            date(2019, 9, 30),
        ),
        (
            Period(date(2018, 1, 1), date(2019, 6, 30)),
            "từ 01/01/2018 đến 30/06/2019",
            date(2018, 1, 1),
            date(2019, 6, 30),
        ),
    ],
)
def test_a_period_has_its_days_and_its_name(period, label, start, end):
    assert (period.label, period.start, period.end) == (label, start, end)
    assert period.check() == ()


def test_a_quarter_or_half_that_does_not_exist_is_a_mistake_of_ours():
    for make, part in ((Period.quarter, 5), (Period.quarter, 0), (Period.half, 3), (Period.half, 0)):
        with pytest.raises(ValueError):
            make(2019, part)


def test_a_period_names_the_years_it_touches():
    assert list(ARTICLE.years()) == [2015, 2016, 2017, 2018, 2019, 2020]
    assert list(Period.quarter(2019, 3).years()) == [2019]


def test_titles_of_2019_decided_in_january_2020_depend_on_the_basis():
    decided_on = date(2020, 1, 15)
    assert not Period.year(2019, "decided").counts(2019, decided_on)
    assert Period.year(2019, "earned").counts(2019, decided_on)
    assert Period.year(2020, "decided").counts(2019, decided_on)
    assert not Period.year(2020, "earned").counts(2019, decided_on)


def test_decided_counts_from_the_first_day_to_the_last():
    assert ARTICLE.counts(2014, date(2015, 1, 1))
    assert ARTICLE.counts(2020, date(2020, 7, 22))
    assert not ARTICLE.counts(2014, date(2014, 12, 31))
    assert not ARTICLE.counts(2020, date(2020, 7, 23))
    assert ARTICLE.decision_dates() == (date(2015, 1, 1), date(2020, 7, 22))


def test_earned_in_an_unfinished_year_stops_at_the_end_of_the_period():
    earned = Period(ARTICLE.start, ARTICLE.end, "earned")
    assert earned.effective_cutoff() == date(2020, 7, 22)
    assert earned.counts(2020, date(2020, 7, 22))
    assert not earned.counts(2020, date(2020, 7, 23))
    assert not earned.counts(2014, date(2015, 2, 1))
    assert earned.decision_dates() == (None, date(2020, 7, 22))


def test_a_complete_year_earned_has_no_cutoff_unless_one_is_chosen():
    assert Period.year(2019, "earned").effective_cutoff() is None
    assert Period.year(2019, "earned").decision_dates() == (None, None)
    assert Period.year(2019, "earned").counts(2019, date(2023, 3, 1))
    chosen = Period.five_years(2015, "earned", date(2020, 7, 22))
    assert chosen.effective_cutoff() == date(2020, 7, 22)
    assert chosen.counts(2019, date(2020, 7, 22))
    assert not chosen.counts(2019, date(2020, 7, 23))


def test_the_cutoff_narrows_a_period_by_date_decided_and_never_widens_it():
    assert Period.year(2020, cutoff=date(2020, 7, 22)).decision_dates() == (
        date(2020, 1, 1),
        date(2020, 7, 22),
    )
    assert Period.year(2020, cutoff=date(2021, 3, 1)).decision_dates() == (
        date(2020, 1, 1),
        date(2020, 12, 31),
    )


@given(
    st.dates(date(2014, 1, 1), date(2021, 12, 31)),
    st.integers(2014, 2021),
    st.sampled_from(["earned", "decided"]),
    st.none() | st.dates(date(2015, 1, 1), date(2021, 12, 31)),
)
def test_the_years_of_a_period_add_up_to_the_period(decided_on, year_earned, basis, cutoff):
    parts = [Period.year(year, basis, cutoff).counts(year_earned, decided_on) for year in range(2015, 2021)]
    assert sum(parts) == Period.five_years(2015, basis, cutoff).counts(year_earned, decided_on)


@pytest.mark.parametrize(
    "period",
    [
        Period.half(2019, 2, "earned"),
        Period.quarter(2019, 3, "earned"),
        Period(date(2015, 1, 2), date(2015, 12, 31), "earned"),
    ],
)
def test_a_year_earned_cannot_be_split(period):
    with pytest.raises(Refused, match="chọn tính theo ngày quyết định") as refused:
        period.checked()
    assert [problem.field for problem in refused.value.problems] == ["basis"]


@pytest.mark.parametrize(
    ("period", "field"),
    [
        (Period(date(2020, 1, 1), date(2019, 12, 31)), "end"),
        (Period.year(2020, cutoff=date(2019, 12, 31)), "cutoff"),
        (Period(date(2020, 1, 1), date(2020, 12, 31), "someday"), "basis"),
    ],
)
def test_a_wrong_period_is_refused_beside_its_field(period, field):
    assert [problem.field for problem in period.check()] == [field]
    with pytest.raises(Refused):
        period.checked()


def test_a_sound_period_is_given_back():
    assert ARTICLE.checked() is ARTICLE


def test_the_footing_says_basis_and_cutoff():
    assert Period.year(2019, "earned").footing == "Theo năm thành tích"
    assert ARTICLE.footing == "Theo ngày quyết định, quyết định đến hết ngày 22/07/2020"
