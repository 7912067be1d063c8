"""TT 12/2019/TT-BNV, in force 2020 – 2023: Điều 2 k2, k7 and Điều 3 k3."""

from dataclasses import replace
from datetime import date

import pytest
from cases import ROOT

from thidua_desktop.domain.law.asked import YES_NO, asked
from thidua_desktop.domain.law.card import Law
from thidua_desktop.domain.law.crowd import Crowd
from thidua_desktop.domain.law.facts import Facts, Held
from thidua_desktop.domain.law.rules_file import load_rules
from thidua_desktop.domain.law.wording import by_code, of_award

LAW = Law(load_rules(ROOT / "resources"))
PARTY = "to_chuc_dang_doan_the_htxs"
UNIT = Facts(2020, date(2021, 3, 1), "collective")
STATE = Held("BK_TTG", 2020, date(2021, 2, 1), id=7)
PERSON = Facts(2020, date(2021, 3, 1), asked_as="merit", awards=(STATE,))


def judged(award, facts, entry):
    """The criterion of a rule on a card, None where it is not asked; many come to the same as one."""
    card = LAW.card(award, facts)
    assert Crowd(LAW, [facts]).verdicts(award) == [card.verdict]
    found = [one for one in card.criteria if one.entry == entry]
    return found[0] if found else None


@pytest.mark.parametrize(
    ("stated", "verdict"), [({}, "unknown"), ({PARTY: True}, "met"), ({PARTY: False}, "not_met")]
)
def test_the_party_and_unions_of_a_collective_must_be_rated_best(stated, verdict):
    found = judged("BK_TINH", replace(UNIT, stated=stated), "party_and_unions")
    assert (found.finding.verdict, found.cite, found.status) == (
        verdict,
        "TT 12/2019/TT-BNV Điều 2 k7",
        "seen",
    )
    if verdict == "not_met":
        assert LAW.card("BK_TINH", replace(UNIT, stated=stated)).verdict == "not_met"


def test_the_officer_is_asked_and_may_say_that_there_is_neither_party_nor_union():
    code = judged("GK_HUYEN", UNIT, "party_and_unions").finding.code
    [question] = asked(code)
    assert (question.keys, question.form) == ((PARTY,), YES_NO)
    assert "không có tổ chức Đảng, đoàn thể" in by_code(LAW.book)[code]


@pytest.mark.parametrize(
    ("award", "facts"),
    [
        ("BK_TINH", replace(UNIT, recipient="person")),
        ("BK_TINH", replace(UNIT, day=date(2019, 12, 31))),
        ("BK_TINH", replace(UNIT, day=date(2024, 1, 1))),
        ("DH_TTLDTT", UNIT),
    ],
)
def test_others_and_other_days_are_not_asked_of_their_party(award, facts):
    assert judged(award, facts, "party_and_unions") is None


def test_beside_a_title_a_party_rated_lower_is_told_and_stops_nobody():
    """Whether "khen thưởng" there means titles too is not said."""
    told = LAW.card("DH_TTLDTT", replace(UNIT, stated={PARTY: False})).warnings
    assert [one for one in told if "TT 12/2019/TT-BNV Điều 2 k7" in one and "đoàn thể" in one]
    assert not [one for one in LAW.card("DH_TTLDTT", UNIT).warnings if "Điều 2 k7" in one]


def test_a_second_state_form_of_one_year_is_not_proposed():
    found = judged("HC_LAO_DONG_3", PERSON, "one_state_form_per_year")
    assert (found.finding.verdict, found.cite) == ("not_met", "TT 12/2019/TT-BNV Điều 3 k3")
    assert found.finding.ids == (("award", 7),)
    assert LAW.card("HC_LAO_DONG_3", PERSON).verdict == "not_met"


@pytest.mark.parametrize(
    "facts",
    [
        replace(PERSON, asked_as="sudden"),
        replace(PERSON, asked_as="dedication"),
        replace(PERSON, asked_as="seniority"),
        replace(PERSON, awards=(STATE._replace(award_type="sudden"),)),
        replace(PERSON, awards=(STATE._replace(award="DH_CSTD_TQ"),)),  # a title, no form: Điều 1 k1
        replace(PERSON, awards=(STATE._replace(year=2019, day=date(2020, 2, 1)),)),
        replace(PERSON, day=date(2019, 12, 31), year=2018, awards=(STATE._replace(year=2018),)),
        replace(PERSON, day=date(2024, 1, 1)),
    ],
)
def test_what_the_article_excepts_or_does_not_mean_stops_nobody(facts):
    assert judged("HC_LAO_DONG_3", facts, "one_state_form_per_year") is None
    assert not [one for one in LAW.card("HC_LAO_DONG_3", facts).warnings if "Điều 3 k3" in one]


@pytest.mark.parametrize(
    "facts",
    [
        replace(PERSON, awards=(STATE._replace(day=date(2020, 9, 2)),)),  # another year by the decision
        replace(PERSON, awards=(STATE._replace(year=2019),)),  # another year by the work
        replace(PERSON, awards=(STATE._replace(day=None),)),
        replace(PERSON, asked_as=""),  # nobody said what it is proposed for
    ],
)
def test_where_only_one_way_of_counting_the_year_finds_two_forms_it_is_told(facts):
    assert judged("HC_LAO_DONG_3", facts, "one_state_form_per_year") is None
    told = [one for one in LAW.card("HC_LAO_DONG_3", facts).warnings if "Điều 3 k3" in one]
    assert ["cấp Nhà nước" in one for one in told] == [True]


def test_a_dossier_for_the_state_not_made_public_is_told():
    def told(award, **known):
        found = LAW.card(award, replace(PERSON, awards=(), **known)).warnings
        return [one for one in found if "TT 12/2019/TT-BNV Điều 2 k2" in one and "công khai" in one]

    assert [bool(told(award)) for award in ("HC_LAO_DONG_3", "DH_CSTD_TQ", "BK_TTG")] == [True, True, False]
    assert told("HC_LAO_DONG_3", published_on=date(2021, 3, 5)) == []
    assert told("HC_LAO_DONG_3", asked_as="") == []
    assert told("HC_LAO_DONG_3", day=date(2019, 12, 31)) == []


def test_the_rules_page_tells_the_three():
    said = {one.cite: one.text for one in of_award(LAW.book, "HC_LAO_DONG_3", "collective", UNIT.day)}
    assert "đột xuất, quá trình cống hiến, niên hạn" in said["TT 12/2019/TT-BNV Điều 3 k3"]
    assert "Hoàn thành xuất sắc nhiệm vụ" in said["TT 12/2019/TT-BNV Điều 2 k7"]
    assert "trước khi Hội đồng" in said["TT 12/2019/TT-BNV Điều 2 k2"]
    cites = {one.cite for one in of_award(LAW.book, "DH_CSTD_TQ", "person", UNIT.day)}
    assert "TT 12/2019/TT-BNV Điều 3 k3" not in cites
