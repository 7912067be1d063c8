"""Votes of the council against the threshold of the day, over the membership the article names."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from cases import ROOT
from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.law.ballot import Votes, outcome
from thidua_desktop.domain.law.local_rules import with_local
from thidua_desktop.domain.law.rules_file import load_rules

BOOK = load_rules(ROOT / "resources")
A, A_BEFORE, B1, B2 = date(2021, 3, 1), date(2019, 12, 31), date(2024, 3, 1), date(2025, 9, 1)


@pytest.mark.parametrize(
    ("award", "day", "votes", "verdict", "needed", "cite"),
    [
        ("DH_CSTD_TINH", A_BEFORE, Votes(20, 20, 18, 2), "met", 18, "NĐ 91/2017 Điều 45 k8"),
        ("DH_CSTD_TINH", A_BEFORE, Votes(20, 20, 17, 3), "not_met", 18, "NĐ 91/2017 Điều 45 k8"),
        ("DH_CSTD_TINH", A_BEFORE, Votes(11, 11, 9, 2), "not_met", 10, "NĐ 91/2017 Điều 45 k8"),  # 81,8 %
        ("DH_CSTD_TINH", A_BEFORE, Votes(11, 11, 10, 1), "met", 10, "NĐ 91/2017 Điều 45 k8"),  # 90,9 %
        # all who came agreed, but of the whole membership they are too few
        ("DH_CSTD_TQ", A_BEFORE, Votes(20, 15, 15), "not_met", 18, "NĐ 91/2017 Điều 45 k8"),
        # the absent wrote
        ("DH_CSTD_TQ", A_BEFORE, Votes(20, 15, 15, 0, 3, 2), "met", 18, "NĐ 91/2017 Điều 45 k8"),
        ("DH_CSTD_CS", B1, Votes(15, 13, 12, 1), "met", 12, "NĐ 98/2023 Điều 30 k7"),  # 80 % exactly
        ("DH_CSTD_CS", B1, Votes(15, 13, 11, 2), "not_met", 12, "NĐ 98/2023 Điều 30 k7"),
        ("DH_CO_TINH", B1, Votes(9, 9, 8, 1), "met", 8, "NĐ 98/2023 Điều 30 k7"),
        ("DH_CO_TINH", B1, Votes(9, 9, 7, 2), "not_met", 8, "NĐ 98/2023 Điều 30 k7"),  # 77,8 %
        ("DH_CSTD_TINH", date(2025, 6, 30), Votes(10, 10, 9, 1), "met", 9, "NĐ 98/2023 Điều 30 k7"),
    ],
)
def test_the_threshold_is_of_the_whole_membership(award, day, votes, verdict, needed, cite):
    found = outcome(BOOK, award, day, votes)
    assert (found.verdict, found.needed, found.status) == (verdict, needed, "seen")
    assert found.cite.startswith(cite)
    assert found.base == votes.members
    assert found.base_name == "tổng số thành viên Hội đồng"


def test_from_2020_a_meeting_needs_two_thirds_of_its_members():
    """TT 12/2019/TT-BNV Điều 11 k2."""
    few = Votes(20, 13, 13, 0, 7)
    assert outcome(BOOK, "DH_CSTD_TINH", A_BEFORE, few).verdict == "met"
    found = outcome(BOOK, "DH_CSTD_TINH", A, few)
    assert (found.verdict, found.quorum) == ("not_met", 14)
    assert found.reason == (
        "20/20 phiếu đồng ý trên tổng số thành viên Hội đồng, cần ít nhất 18; 13 thành viên dự họp, cần ít nhất 14."
    )
    assert outcome(BOOK, "DH_CSTD_TINH", A, Votes(20, 14, 14, 0, 6)).verdict == "met"


def test_a_quorum_nobody_read_decides_nothing():
    row = {"regimes": ["B1"], "awards": "*", "quorum": "2/3", "cite": "NĐ 98/2023", "status": "unverified"}
    book = replace(BOOK, councils=(row, *BOOK.councils))
    found = outcome(book, "DH_CSTD_CS", B1, Votes(15, 5, 5, 0, 10))
    assert (found.verdict, found.quorum) == ("met", 10)
    assert "cần ít nhất 10" in found.reason
    assert outcome(book, "DH_LDTT", B1, Votes(15, 5, 5)).verdict == "unknown"


def test_where_the_law_names_no_share_the_officer_decides():
    open_ = outcome(BOOK, "DH_LDTT", A, Votes(9, 9, 5, 4))
    assert (open_.verdict, open_.needed, open_.share, open_.quorum) == ("unknown", None, None, 6)
    assert outcome(BOOK, "DH_LDTT", A, Votes(9, 5, 5)).verdict == "not_met"  # no quorum
    flag = outcome(BOOK, "DH_CO_CP", A_BEFORE, Votes(9, 9, 9))
    assert (flag.verdict, flag.cite, flag.status) == ("unknown", "NĐ 91/2017 Điều 51 k3c", "seen")
    assert outcome(BOOK, "DH_LDTT", A_BEFORE, Votes(9, 9, 9)).verdict == "unknown"


def test_what_nobody_read_decides_nothing_and_is_shown():
    found = outcome(BOOK, "DH_CO_TINH", B2, Votes(10, 10, 10))
    assert (found.verdict, found.status, found.needed, found.share) == (
        "unknown",
        "unverified",
        8,
        Fraction(1),
    )
    assert "chưa đối chiếu" in found.reason
    assert outcome(BOOK, "DH_CSTD_TINH", date(2026, 10, 1), Votes(10, 10, 1, 9)).verdict == "unknown"
    nothing = outcome(BOOK, "DH_CSTD_TINH", date(2014, 5, 31), Votes(10, 10, 10))
    assert "không biết quy định nào" in nothing.reason


def test_where_the_province_decides_its_threshold_does():
    """NĐ 152/2025 Điều 6 k2c."""
    votes = Votes(13, 12, 11, 1)
    before = outcome(BOOK, "DH_CSTD_CS", B2, votes)
    assert (before.verdict, before.cite) == (
        "unknown",
        "NĐ 152/2025 Điều 6 k2c (hồ sơ, thủ tục do bộ, tỉnh quy định)",
    )
    assert "nhập ở Khen thưởng, Quy định" in before.reason
    entry = {
        "part": "council",
        "awards": ["DH_CSTD_CS"],
        "min_ratio": 0.8,
        "cite": "QĐ 20/2025/QĐ-UBND Điều 7",
    }
    ours = with_local(BOOK, [entry])
    assert outcome(ours, "DH_CSTD_CS", B2, votes).verdict == "met"
    found = outcome(ours, "DH_CSTD_CS", B2, Votes(13, 12, 10, 2))
    assert (found.verdict, found.needed, found.status) == ("not_met", 11, "local")
    there = with_local(BOOK, [{**entry, "base": "attending"}])
    found = outcome(there, "DH_CSTD_CS", B2, Votes(13, 12, 10, 2))
    assert (found.verdict, found.base, found.base_name) == ("met", 12, "số thành viên dự họp")


@pytest.mark.parametrize(
    ("votes", "sentence"),
    [
        (Votes(0, 0, 0), "phải có thành viên"),
        (Votes(9, 9, -1), "không thể âm"),
        (Votes(9, 10, 5), "10 thành viên dự họp mà Hội đồng chỉ có 9"),
        (Votes(9, 5, 5, 1), "6 phiếu tại cuộc họp mà chỉ 5"),
        (Votes(9, 7, 7, 0, 3), "3 ý kiến bằng văn bản mà chỉ 2 thành viên vắng"),
    ],
)
def test_votes_that_cannot_be_are_refused(votes, sentence):
    with pytest.raises(Refused, match=sentence):
        outcome(BOOK, "DH_CSTD_CS", B1, votes)


@given(st.integers(1, 200), st.data())
def test_no_vote_more_is_needed_than_the_share_and_none_less_is_enough(members, data):
    yes = data.draw(st.integers(0, members))
    found = outcome(BOOK, "DH_CSTD_TINH", B1, Votes(members, members, yes))
    assert (found.verdict == "met") == (yes * 10 >= members * 9)
    assert found.share == Fraction(yes, members)
    assert found.needed * 10 >= members * 9 > (found.needed - 1) * 10


@given(st.integers(1, 60), st.data())
def test_another_vote_in_favour_never_loses_it(members, data):
    present = data.draw(st.integers(0, members))
    yes = data.draw(st.integers(0, present))
    written = data.draw(st.integers(0, members - present))
    order = ["not_met", "met"]
    fewer = outcome(BOOK, "DH_CSTD_CS", B1, Votes(members, present, max(0, yes - 1), 0, written))
    more = outcome(BOOK, "DH_CSTD_CS", B1, Votes(members, present, yes, 0, written))
    assert order.index(more.verdict) >= order.index(fewer.verdict)
