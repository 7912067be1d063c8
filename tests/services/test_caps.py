"""A cap is counted over what others were given too: what is entered of them never leaves a card undecided."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from thidua_desktop.domain.correction import CorrectionDraft, entry_of, shown
from thidua_desktop.domain.law.card import Law
from thidua_desktop.domain.law.facts import Facts, Held, Idea
from thidua_desktop.domain.law.figures import figures
from thidua_desktop.domain.law.lines import line_of
from thidua_desktop.domain.law.local_rules import with_local
from thidua_desktop.domain.law.rules_file import load_rules
from thidua_desktop.domain.law.stated import CAPS
from thidua_desktop.records.eligibility import GivenInUnit
from thidua_desktop.services.caps import UnitCaps, capped
from thidua_desktop.workspace import RESOURCES

LAW = Law(load_rules(RESOURCES))
ON = date(2020, 3, 1)
BEFORE, LATER = date(2019, 12, 20), date(2020, 6, 10)
CARD = Facts(2019, ON, awards=(Held("DH_LDTT", 2019),), ideas=(Idea(2019, "co_so", id=1),), registered=True)
"""Somebody of whom all but the cap is known and met."""
award = st.builds(
    GivenInUnit,
    st.integers(1, 9),
    st.integers(1, 3),
    st.sampled_from(["DH_LDTT", "DH_CSTT", "DH_CSTD_CS"]),
    st.sampled_from([BEFORE, LATER]),
)
TITLES = [GivenInUnit(one, 1, "DH_LDTT", BEFORE) for one in range(1, 8)]
ELSEWHERE = [GivenInUnit(one, 2, "DH_LDTT", BEFORE) for one in range(8, 30)]


def card(entered):
    shares = UnitCaps(entered, capped(LAW, ON), ON).of(1)
    return LAW.card("DH_CSTD_CS", replace(CARD, shares=shares))


@settings(max_examples=300, deadline=None)
@given(st.lists(award, max_size=30), st.lists(award, min_size=1, max_size=5))
@example([*TITLES, *ELSEWHERE], [GivenInUnit(2, 1, "DH_CSTD_CS", BEFORE)])
@example([*TITLES, GivenInUnit(9, 1, "DH_LDTT", LATER)], [GivenInUnit(2, 1, "DH_CSTD_CS", BEFORE)])
@example(TITLES, [GivenInUnit(1, 2, "DH_CSTD_CS", BEFORE)])
def test_awards_of_others_entered_later_never_turn_met_into_not_enough_data(entered, more):
    assert (card(entered).verdict, card([*entered, *more]).verdict) != ("met", "unknown")


@settings(max_examples=100, deadline=None)
@given(st.lists(award, max_size=30))
def test_of_a_year_not_entered_whole_no_cap_decides(entered):
    shares = UnitCaps(entered, capped(LAW, ON), ON).of(1)
    part = LAW.card("DH_CSTD_CS", replace(CARD, shares=shares, shares_whole=False))
    assert part.verdict == "unknown"
    [found] = [one.finding for one in part.criteria if one.finding.code.startswith("ratio_cap")]
    counted = [shares.get(f"{way}:DH_CSTD_CS", (0, 0)) for way in CAPS]
    assert not any(of for _, of in counted) or "mục Đã nhập đủ" in found.found


@settings(max_examples=60, deadline=None)
@given(st.lists(award, max_size=20), st.randoms(use_true_random=False))
def test_the_order_in_which_awards_are_entered_never_changes_a_cap(entered, chance):
    assert card(entered) == card(chance.sample(entered, len(entered)))


def test_over_the_cap_by_every_count_is_not_met_and_by_some_counts_is_met_with_a_warning():
    """NĐ 91/2017 Điều 9 k3 names 15 % and leaves to ministries and provinces of whom it is counted."""
    every = card([*TITLES, GivenInUnit(2, 1, "DH_CSTD_CS", BEFORE)])
    assert (every.verdict, every.warnings) == ("not_met", ())
    some = card([*TITLES, *ELSEWHERE, GivenInUnit(2, 1, "DH_CSTD_CS", BEFORE)])
    assert some.verdict == "met"
    [warning] = some.warnings
    assert "trong đơn vị 2/7 (28,57 %), toàn cơ quan 2/29 (6,90 %)" in warning
    assert "NĐ 91/2017 Điều 9 k3" in warning
    none = card([*ELSEWHERE, *[GivenInUnit(one, 2, "DH_LDTT", BEFORE) for one in range(1, 8)]])
    assert (none.verdict, none.warnings) == ("met", ())


def test_without_anybody_to_count_against_the_cap_is_not_known():
    assert card([]).verdict == card([GivenInUnit(1, 1, "DH_CSTD_CS", BEFORE)]).verdict == "unknown"
    assert card([GivenInUnit(1, 1, "DH_LDTT", LATER)]).verdict == "unknown"


@pytest.mark.parametrize(("within", "verdict"), [("don_vi", "not_met"), ("co_quan", "met")])
def test_an_office_that_read_of_which_units_a_cap_is_counted_corrects_it_and_it_decides(within, verdict):
    entered = [*TITLES, *ELSEWHERE, GivenInUnit(2, 1, "DH_CSTD_CS", BEFORE)]
    line = line_of(LAW.book, "criteria:A.DH_CSTD_CS.1", "DH_CSTD_CS", "person", ON).entry
    named = figures(line, {})
    values = tuple(within if figure.value == "bo_tinh" else shown(figure) for figure in named)
    assert within in values
    draft = CorrectionDraft(line, "change", "QĐ 63/2019/QĐ-UBND", date(2019, 1, 1), values=values)
    law = Law(with_local(LAW.book, [entry_of(draft, "DP.1")]))
    shares = UnitCaps(entered, capped(law, ON), ON).of(1)
    found = law.card("DH_CSTD_CS", replace(CARD, shares=shares))
    assert (found.verdict, found.warnings) == (verdict, ())
