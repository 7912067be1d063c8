"""What must hold for every card, whatever is entered and in whatever order."""

import json
import random
from dataclasses import replace
from datetime import date

import pytest
from cases import ROOT
from hypothesis import example, given, settings
from hypothesis import strategies as st
from invented import DATA, DAYS, added, besides, facts_on, known, more

from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.law.ballot import Votes, outcome
from thidua_desktop.domain.law.bonus import bonus
from thidua_desktop.domain.law.card import STOPS, Law, decided
from thidua_desktop.domain.law.compiled import UnknownConditionError, names_of
from thidua_desktop.domain.law.crowd import Crowd
from thidua_desktop.domain.law.deadlines import checklist, deadlines
from thidua_desktop.domain.law.facts import Discipline, Facts, Held, Idea
from thidua_desktop.domain.law.rules_file import load_rules, read_rules
from thidua_desktop.domain.law.wording import of_award

LAW = Law(load_rules(ROOT / "resources"))


WHO = st.sampled_from(["person", "collective", "household"])


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(DAYS), WHO, known, besides, st.lists(more, min_size=1, max_size=4))
@example(
    date(2024, 6, 1),
    "collective",
    {"ratings": {2023: "HTXS"}, "shares": {"DH_LDTT": (30, 40)}},
    {"members_discipline": "", "stated": {"phong_trao_thuong_xuyen": True, "noi_bo_doan_ket": True}},
    [("members_discipline", "khac")],
)
def test_entering_more_never_turns_met_into_not_enough_data(day, who, values, others, entries):
    facts = replace(facts_on(day, {**values, **others}), recipient=who)
    before = {award: LAW.card(award, facts).verdict for award in LAW.awards(day, who)}
    for one in entries:
        facts = added(facts, one)
    for award, verdict in before.items():
        assert (verdict, LAW.card(award, facts).verdict) != ("met", "unknown"), award


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(DAYS), WHO, known, besides, st.randoms(use_true_random=False))
def test_the_order_of_entry_never_changes_a_card(day, who, values, others, chance):
    values = {**values, **others, "awards": tuple({h.id: h for h in values["awards"]}.values())}
    facts, shuffled = replace(facts_on(day, values), recipient=who), dict(values)
    for name in ("awards", "ideas"):
        shuffled[name] = tuple(chance.sample(values[name], len(values[name])))
    shuffled["ratings"] = dict(chance.sample(list(values["ratings"].items()), len(values["ratings"])))
    other = replace(facts_on(day, shuffled), recipient=who)
    for award in LAW.awards(day, who):
        first, second = LAW.card(award, facts), LAW.card(award, other)
        assert (first.verdict, first.criteria) == (second.verdict, second.criteria), award
        assert sorted(first.warnings) == sorted(second.warnings)


@pytest.mark.parametrize("regime", [r["id"] for r in DATA["regimes"]])
def test_without_a_regimes_row_the_program_says_it_does_not_know(regime):
    less = Law(read_rules({**DATA, "regimes": [r for r in DATA["regimes"] if r["id"] != regime]}))
    day = date.fromisoformat(next(r["from"] for r in DATA["regimes"] if r["id"] == regime))
    for who in ("person", "collective", "household"):
        everything = Facts(
            day.year, day, who, awards=(Held("DH_LDTT", day.year),), ratings={day.year: "HTXS"}, pending=True
        )
        crowd = Crowd(less, [everything])
        for award in {criterion.award for criterion in LAW.book.criteria}:
            card = less.card(award, everything)
            assert (card.verdict, card.regime, card.criteria) == ("unknown", None, ())
            assert "không biết quy định nào" in card.warnings[0]
            assert crowd.verdicts(award) == ["unknown"]
            assert of_award(less.book, award, who, day) == ()
            assert deadlines(less.book, award, day) == checklist(less.book, award, day) == ()
            assert "không biết quy định nào" in outcome(less.book, award, day, Votes(9, 9, 9)).reason
    with pytest.raises(Refused, match="không biết quy định nào"):
        bonus(less.book, "DH_LDTT", "person", day)


@pytest.mark.parametrize("award", ["DH_CSTD_CS", "BK_TINH"])
def test_what_nobody_read_stops_nobody_and_is_warned_of(award):
    """Luật 06/2026/QH16 was not read: what stood in the law before it may have changed."""
    facts = Facts(2025, date(2026, 10, 1), same_achievement=(Held("GK_XA", 2025),), pending=True)
    card = LAW.card(award, facts)
    assert card.verdict == "unknown"
    stopped = {one.entry: one for one in card.criteria if one.entry in STOPS}
    assert {(one.finding.verdict, one.status) for one in stopped.values()} == {("unknown", "unverified")}
    assert set(stopped) == set(STOPS)
    assert Crowd(LAW, [facts]).verdicts(award) == ["unknown"]


@pytest.mark.parametrize(
    ("award", "kind", "asked", "entered"),
    [
        ("DH_CSTT", "cbccvc", "kind:llvt", "cán bộ, công chức, viên chức"),
        ("DH_LDTT", "quan_doi", "kind:cbccvc_nld", "quân đội"),
    ],
)
def test_a_kind_an_award_is_not_for_is_told_with_what_to_look_at(award, kind, asked, entered):
    facts = Facts(
        2024, date(2025, 1, 10), kinds=frozenset({kind}), ratings={2024: "HTXS"}, employed_months=12
    )
    card = LAW.card(award, facts)
    assert card.verdict == "not_met"
    assert Crowd(LAW, [facts]).verdicts(award) == ["not_met"]
    [told] = [one for one in card.criteria if one.finding.code == asked]
    assert told.finding.verdict == "not_met"
    assert entered in told.finding.found
    assert "Luật 06/2022/QH15 Điều 24" in told.cite


def test_a_case_still_open_warns_where_nobody_read_the_rule_and_decides_where_it_was_read():
    """NĐ 98/2023 was not read on it; TT 12/2019 Điều 2 and NĐ 152/2025 Điều 4 k4 were."""
    found = {}
    for day in (date(2021, 3, 1), date(2024, 3, 1), date(2025, 9, 1)):
        held = Held("DH_LDTT", day.year - 1)
        idea = Idea(day.year - 1, "co_so", id=1)
        shares = {"cap:DH_CSTD_CS": (1, 10)}
        facts = Facts(
            day.year - 1, day, awards=(held,), ideas=(idea,), pending=True, shares=shares, registered=True
        )
        card = LAW.card("DH_CSTD_CS", facts)
        assert Crowd(LAW, [facts]).verdicts("DH_CSTD_CS") == [card.verdict]
        found[day.year] = card.verdict, any("Chưa đối chiếu: NĐ 98/2023" in one for one in card.warnings)
    assert found == {2021: ("not_met", False), 2024: ("met", True), 2025: ("not_met", False)}


@pytest.mark.parametrize(
    ("award", "held", "day", "said"),
    [
        ("BK_TTG", "HC_LAO_DONG_3", "2020-01-01", "TT 12/2019/TT-BNV Điều 3 k3"),
        ("BK_TTG", "HC_LAO_DONG_3", "2019-12-31", ""),
        ("DH_CO_TINH", "DH_CO_CP", "2021-06-01", "TT 12/2019/TT-BNV Điều 8 k3"),
        ("DH_CO_TINH", "DH_CO_CP", "2024-06-01", ""),
        ("BK_TINH", "HC_LAO_DONG_3", "2021-06-01", ""),
    ],
)
def test_what_may_not_be_proposed_beside_another_award_is_warned_of(award, held, day, said):
    when = date.fromisoformat(day)
    facts = Facts(when.year - 1, when, "collective", awards=(Held(held, when.year - 1, id=4),))
    warned = [one for one in LAW.card(award, facts).warnings if "cùng năm" in one]
    assert [said in one for one in warned] == ([True] if said else [])


def test_every_condition_of_the_law_can_be_looked_at():
    named = {name for c in LAW.book.criteria for name in names_of(c.test)}
    glossary = {part for entry in DATA["predicates"] for part in entry.split(" / ")}
    assert not glossary - named - {"registered"}
    strange = {**DATA["criteria"][0], "all_of": [{"moon_phase": "full"}]}
    with pytest.raises(UnknownConditionError, match="moon_phase"):
        Law(read_rules({**DATA, "criteria": [strange]}))


def test_an_initiative_used_for_another_award_is_warned_of_and_does_not_decide():
    day = date(2024, 6, 1)
    used = Idea(2023, "co_so", used_for="BK_TINH", id=3)
    card = LAW.card("DH_CSTD_CS", Facts(2023, day, awards=(Held("DH_LDTT", 2023),), ideas=(used,)))
    assert card.verdict == "met"
    assert "CV 5007/BNV-TĐKT 2023" in card.warnings[0]


def test_an_initiative_used_for_the_same_award_of_another_year_is_warned_of():
    used = Idea(2023, "co_so", used_for="DH_CSTD_CS", id=3, used_year=2023)
    warned = LAW.card("DH_CSTD_CS", Facts(2024, date(2024, 12, 1), ideas=(used,))).warnings
    assert [one for one in warned if "đã dùng để xét" in one and "năm 2023" in one]
    own = LAW.card("DH_CSTD_CS", Facts(2023, date(2023, 12, 1), ideas=(used,))).warnings
    assert not [one for one in own if "đã dùng để xét" in one]


def test_an_award_given_for_the_year_already_is_warned_of():
    held = Held("BK_TINH", 2024, date(2025, 3, 20))
    facts = Facts(2024, date(2025, 6, 1), awards=(held,))
    said = "Đã được tặng “Bằng khen"
    assert [one for one in LAW.card("BK_TINH", facts).warnings if said in one and "20/03/2025" in one]
    assert not [one for one in LAW.card("BK_TINH", replace(facts, year=2025)).warnings if said in one]


def test_the_months_of_new_recruits_are_shown_until_their_circular_ended():
    def months(day):
        card = LAW.card("DH_LDTT", Facts(2025, day, kinds=frozenset({"cbccvc"}), employed_months=5))
        shown = [one for one in card.criteria if one.finding.code.startswith("employed_months")]
        return [(one.cite.split()[1], one.status) for one in shown]

    assert months(date(2025, 6, 30)) == [("01/2024/TT-BNV", "seen")]
    # The decree it guided had been replaced: nobody read whether it went on.
    assert months(date(2025, 8, 4)) == [("01/2024/TT-BNV", "unverified")]
    assert ("01/2024/TT-BNV", "unverified") not in months(date(2025, 8, 5))


@pytest.mark.parametrize(
    ("form", "start", "whole", "verdict"),
    [
        ("khien_trach", date(2015, 5, 1), False, "unknown"),
        ("khien_trach", date(2015, 5, 1), True, "not_met"),
        ("khien_trach", date(2020, 5, 1), False, "not_met"),
        ("khac", date(2020, 5, 1), False, "not_met"),
    ],
)
def test_a_discipline_without_an_end_stands_for_ever_only_when_all_is_entered(form, start, whole, verdict):
    discipline_whole = frozenset({2020}) if whole else frozenset()
    facts = Facts(
        2020,
        date(2020, 12, 1),
        disciplines=(Discipline(form, start),),
        discipline_whole=discipline_whole,
    )
    found = {
        one.finding.verdict
        for one in LAW.card("DH_LDTT", facts).criteria
        if one.finding.code.startswith("no_discipline")
    }
    assert found == {verdict}


@pytest.mark.parametrize(
    ("worst", "whole", "verdict"),
    [
        ("", False, "met"),
        ("khien_trach", False, "unknown"),
        ("khien_trach", True, "met"),
        ("khac", False, "unknown"),
        ("khac", True, "met"),
        ("may_have_ended", False, "unknown"),
        ("canh_cao", False, "not_met"),
    ],
)
def test_one_member_decides_and_what_is_not_known_of_the_others_does_not(worst, whole, verdict):
    discipline_whole = frozenset({2024}) if whole else frozenset()
    facts = Facts(
        2024,
        date(2024, 12, 1),
        "collective",
        members_discipline=worst,
        discipline_whole=discipline_whole,
    )
    (found,) = [
        one.finding
        for one in LAW.card("DH_TTLDTT", facts).criteria
        if one.finding.code.startswith("no_discipline")
    ]
    assert found.verdict == verdict
    assert bool(found.doubt) == (worst == "khac" and whole)


def test_awards_of_a_campaign_or_a_sudden_deed_are_no_step_upward():
    """NĐ 152/2025 Điều 4 k3; the decree of 2017 said so of state awards alone."""
    sudden = Held("BK_TINH", 2018, award_type="sudden")
    cstd = tuple(Held("DH_CSTD_CS", year) for year in (2022, 2023, 2024))
    rated = dict.fromkeys(range(2019, 2025), "HTT")
    facts = Facts(2024, date(2025, 9, 1), awards=(sudden, *cstd), ratings=rated)
    assert LAW.card("BK_TTG", facts).verdict == "unknown"
    merit = replace(facts, awards=(sudden._replace(award_type="merit"), *cstd))
    assert LAW.card("BK_TTG", merit).verdict == "met"


def test_the_officers_decision_stands_over_the_card_with_its_reason():
    card = LAW.card("DH_CSTD_TINH", Facts(2019, date(2020, 3, 1)))
    over = decided(card, fits=True, reason="Hồ sơ giấy có đủ ba quyết định")
    assert (over.verdict, over.stands, over.reason) == ("unknown", "met", "Hồ sơ giấy có đủ ba quyết định")
    with pytest.raises(Refused, match="lý do"):
        decided(card, fits=True, reason=" ")


def test_a_condition_keeps_its_name_however_its_figures_are_ordered():
    mixed = [json.loads(json.dumps(c)) for c in DATA["criteria"]]
    random.Random(4).shuffle(mixed)
    facts = Facts(2019, date(2020, 3, 1), awards=(Held("DH_LDTT", 2019),))
    codes = {
        j.finding.code
        for j in Law(read_rules({**DATA, "criteria": mixed})).card("DH_CSTD_CS", facts).criteria
    }
    assert codes == {j.finding.code for j in LAW.card("DH_CSTD_CS", facts).criteria}


@pytest.mark.parametrize(("held", "told"), [((), "sổ mới ghi 0 lần"), ((2016,), "sổ mới ghi 1 lần (2016)")])
def test_titles_in_a_row_ticked_without_the_awards_are_told_as_the_officers_word(held, told):
    """NĐ 91/2017 Điều 9 k1: twice in a row; the book holds fewer and is not whole."""
    code = "consecutive:award=DH_CSTD_TINH,n=2,times=True"
    awards = tuple(Held("DH_CSTD_TINH", year, id=4) for year in held)
    facts = Facts(2019, date(2020, 3, 1), awards=awards, stated={code: True})
    card = LAW.card("DH_CSTD_TQ", facts)
    [found] = [one.finding for one in card.criteria if one.finding.code == code]
    assert (found.verdict, found.found) == ("met", f"theo xác nhận của cơ quan; {told}")
    assert [one for one in card.warnings if one.startswith("Cơ quan xác nhận 2 lần liên tục mà " + told)]
    whole = replace(facts, awards=tuple(Held("DH_CSTD_TINH", year, id=4) for year in (2016, 2018)))
    assert not [one for one in LAW.card("DH_CSTD_TQ", whole).warnings if "xác nhận" in one]
