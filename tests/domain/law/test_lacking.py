"""What a card lacks names each condition once, a choice as a choice, and nothing that is not needed."""

from dataclasses import replace
from datetime import date

from cases import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import DATA, DAYS, besides, facts_on, known

from thidua_desktop.domain.law.card import Law
from thidua_desktop.domain.law.facts import MET, NOT_MET, UNKNOWN, Facts, Idea
from thidua_desktop.domain.law.lacking import Lack, Lacking
from thidua_desktop.domain.law.rules_file import load_rules, read_rules

LAW = Law(load_rules(ROOT / "resources"))
LACKING = Lacking(LAW.book)
WHO = st.sampled_from(["person", "collective", "household"])
DAY = date(2024, 6, 1)


def ruled(*grounds):
    """The law with an invented article for a title, a ground an entry."""
    first = next(one for one in DATA["criteria"] if (one["award"], one["regime"]) == ("DH_LDTT", "B1"))
    entry = {key: value for key, value in first.items() if key not in ("all_of", "recipient_kind")}
    return Law(read_rules({**DATA, "criteria": [{**entry, "status": "seen", **one} for one in grounds]}))


def lacks(law, **facts):
    card = law.card("DH_LDTT", Facts(2023, DAY, "person", **facts))
    return card.verdict, [(lack.ways, lack.failed) for lack in Lacking(law.book).of(card)]


def test_of_alternatives_one_is_enough_and_an_open_one_is_named_before_a_closed_one():
    idea, months = {"initiative": {"level": "co_so"}}, {"employed_months": {"min": 10}}
    tick = {"attest": ["dao_duc"]}
    law = ruled({"all_of": [{"any_of": [idea, months, tick]}, {"registered": True}]})
    verdict, (pledged, choice) = lacks(law)
    assert verdict == UNKNOWN
    assert pledged == ((("registered:True",),), False)
    assert [len(way) for way in choice[0]] == [1, 1, 1]
    assert lacks(law, employed_months=12) == (UNKNOWN, [pledged])
    assert lacks(law, employed_months=12, registered=True) == (MET, [])
    assert len(lacks(law, employed_months=5)[1][1][0]) == 2, "months are known not to be enough"
    verdict, (choice,) = lacks(
        law,
        employed_months=5,
        registered=True,
        ideas_whole=frozenset({2023}),
        stated={"dao_duc": False},
    )
    assert (verdict, choice[1], len(choice[0])) == (NOT_MET, True, 3)


def test_of_several_grounds_what_all_ask_stands_alone():
    months, tick = {"employed_months": {"min": 10}}, {"attest": ["dao_duc"]}
    law = ruled(
        {"all_of": [{"registered": True}, months]},
        {"all_of": [{"registered": True}, tick]},
    )
    _, (pledged, choice) = lacks(law)
    assert pledged[0] == (("registered:True",),)
    assert [len(way) for way in choice[0]] == [1, 1]
    assert lacks(law, stated={"dao_duc": True}) == (UNKNOWN, [pledged])


def test_a_choice_is_told_in_one_sentence():
    words = {"a": "Điều một\nthêm", "b": "Điều hai", "c": "Điều ba"}.__getitem__
    assert Lack((("a",),)).words(words) == "Điều một"
    assert Lack((("a",), ("b", "c"))).words(words) == "một trong: Điều một, hoặc Điều hai và Điều ba"


def test_an_initiative_stands_for_the_topic_of_the_article():
    facts = Facts(2019, date(2020, 3, 1), "person", ideas=(Idea(2019, "co_so", "initiative", "", True),))
    card = LAW.card("DH_CSTD_CS", facts)
    assert card.verdict == UNKNOWN
    codes = {code for lack in LACKING.of(card) for code in lack.codes()}
    assert codes
    assert not {code for code in codes if code.startswith(("initiative", "research"))}


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(DAYS), WHO, known, besides)
def test_whatever_is_known_a_lack_is_not_met_named_once_and_told_of_every_card_not_met(
    day, who, values, others
):
    facts = replace(facts_on(day, {**values, **others}), recipient=who)
    for award in LAW.awards(day, who):
        card = LAW.card(award, facts)
        found = LACKING.of(card)
        open_ = {one.finding.code for one in card.criteria if one.finding.verdict != MET}
        alone = [lack.ways[0][0] for lack in found if len(lack.ways) == 1 and len(lack.ways[0]) == 1]
        assert all(way for lack in found for way in lack.ways)
        assert {code for lack in found for code in lack.codes()} <= open_
        assert len(alone) == len(set(alone))
        assert not found or card.verdict != MET
        if card.verdict == NOT_MET and card.criteria:
            assert found, award
