"""Luật 06/2026/QH16 Điều 4 for what it finds open: nobody read it, so it is told and does not decide."""

from dataclasses import replace
from datetime import date
from functools import reduce

import pytest
from cases import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import AWARDS, added, besides, facts_on, known, more

from thidua_desktop.domain.correction import CorrectionDraft, entry_of
from thidua_desktop.domain.law.card import Law
from thidua_desktop.domain.law.facts import Facts, Held
from thidua_desktop.domain.law.lines import line_of
from thidua_desktop.domain.law.local_rules import with_local
from thidua_desktop.domain.law.rulebook import key_of
from thidua_desktop.domain.law.rules_file import load_rules
from thidua_desktop.domain.law.wording import by_code

BOOK = load_rules(ROOT / "resources")
LAW = Law(BOOK)
CAME, NOW = date(2026, 9, 15), date(2026, 10, 5)
WEAK = Facts(2025, CAME, kinds=frozenset({"cbccvc"}), ratings={2025: "HT"}, judged_on=NOW)


def favoured(card):
    return [one for one in card.criteria if one.entry == "transition_2026"]


def test_a_dossier_the_new_law_finds_open_is_told_of_it_and_stays_judged_by_the_old_one():
    card = LAW.card("DH_LDTT", WEAK)
    [told] = favoured(card)
    assert (card.verdict, card.regime.code) == ("not_met", "B2")
    assert (told.finding.verdict, told.status, told.cite) == (
        "unknown",
        "unverified",
        "Luật 06/2026/QH16 Điều 4",
    )
    assert "theo Luật 06/2022/QH15 (sửa đổi 06/2026/QH16): thiếu dữ liệu" in told.finding.found
    assert "Chưa đối chiếu: Luật 06/2026/QH16 Điều 4." in card.warnings
    assert by_code(BOOK)[told.finding.code] == "Luật mới có lợi hơn thì áp dụng luật mới"


@pytest.mark.parametrize(
    "facts",
    [
        replace(WEAK, judged_on=date(2026, 9, 30)),
        replace(WEAK, judged_on=None),
        replace(WEAK, day=date(2026, 10, 1)),
    ],
)
def test_others_are_told_nothing_of_it(facts):
    assert favoured(LAW.card("DH_LDTT", facts)) == []


@pytest.mark.parametrize("day", [date(2023, 12, 31), date(2020, 1, 10), date(2019, 5, 2)])
def test_a_dossier_of_a_law_gone_before_is_told_nothing_of_it(day):
    """Luật 06/2026/QH16 amends that of 2022: one left open since that of 2003 came under neither."""
    assert favoured(LAW.card("DH_LDTT", replace(WEAK, day=day))) == []


@pytest.mark.parametrize("day", [date(2025, 6, 30), date(2024, 3, 1), date(2024, 1, 1)])
def test_every_dossier_received_under_the_law_it_amends_and_still_open_is_told_of_it(day):
    """Luật 06/2026/QH16 Điều 4 k4 speaks of dossiers received before, under whichever decree that was."""
    card = LAW.card("DH_LDTT", replace(WEAK, day=day))
    [told] = favoured(card)
    assert "theo Luật 06/2022/QH15 (sửa đổi 06/2026/QH16)" in told.finding.found
    assert card.regime.covers(day)


@pytest.mark.parametrize("judged_on", [date(2026, 11, 14), date(2026, 11, 15), date(2027, 1, 5)])
def test_a_period_begun_later_leaves_what_the_law_found_open_as_it_was(judged_on):
    period = {"part": "regime", "law": "NĐ 10/2026/NĐ-CP", "id": "DP.1", "cite": "Công báo số 1"}
    law = Law(with_local(BOOK, [{**period, "valid_from": "2026-11-15"}]))
    facts = replace(WEAK, judged_on=judged_on)
    assert favoured(law.card("DH_LDTT", facts)) == favoured(LAW.card("DH_LDTT", facts)) != []
    assert favoured(law.card("DH_LDTT", replace(facts, day=date(2026, 10, 5)))) == []


def read(ref, award, **changes):
    line = line_of(BOOK, ref, award, "person", date(2026, 10, 1))
    draft = CorrectionDraft(
        line.entry,
        "confirm",
        "Luật 06/2026/QH16",
        line.start,
        line.end,
        checked_by="Hà Văn Nam",
        checked_on=NOW,
    )
    return {**entry_of(draft, f"DP.{changes.pop('n')}"), **changes}


def test_read_by_the_office_the_law_that_favours_decides():
    criterion = next(
        one for one in BOOK.criteria if one.award == "DH_LDTT" and one.regime == "B3" and not one.extra
    )
    rule = next(f"general:{key}" for key in general_keys())
    milder = read(f"criteria:{criterion.code}", "DH_LDTT", n=1, all_of=[{"rating": {"at_least": "HT"}}])
    months = [
        read(f"criteria:{one.code}", "DH_LDTT", n=10 + place)
        for place, one in enumerate(BOOK.criteria)
        if one.award == "DH_LDTT" and one.regime == "B3" and one.extra
    ]
    law = Law(with_local(BOOK, [milder, *months, read(rule, "DH_LDTT", n=2)]))
    facts = replace(WEAK, employed_months=12)
    card = law.card("DH_LDTT", facts)
    [told] = favoured(card)
    assert (card.verdict, told.finding.verdict, told.status) == ("met", "met", "local")
    assert law.card("DH_LDTT", replace(facts, ratings={2025: "KHT"})).verdict == "not_met"
    assert law.card("DH_LDTT", replace(facts, judged_on=None)).verdict == "not_met"


def general_keys():
    return [key_of(rule) for rule in BOOK.general if rule["id"] == "transition_2026"]


CONFIRMED = Law(with_local(BOOK, [read(f"general:{key}", "DH_LDTT", n=1) for key in general_keys()]))
"""The law of an office that read the rule of the new law and none of its criteria."""
FULL = replace(
    WEAK,
    ratings={2025: "HTT"},
    employed_months=12,
    asked_as="merit",
    registered=True,
    leave_days=0,
    register=(2020, 2025),
    discipline_whole=frozenset({2025}),
)
ENTERED = {
    "pending": {"pending": True},
    "given already": {"same_achievement": (Held("GK_XA", 2025, date(2026, 1, 1)),)},
    "rated lower": {"ratings": {2025: "KHT"}},
}


def met(law):
    """Somebody who has all the old law asks, every condition ticked."""
    codes = [one.finding.code for one in law.card("DH_LDTT", FULL).criteria]
    ticked = {key: True for code in codes for key in (code, *code.split(":")[-1].split("+"))}
    facts = replace(FULL, stated=ticked)
    assert law.card("DH_LDTT", facts).verdict == "met"
    return facts


@pytest.mark.parametrize("entered", list(ENTERED))
def test_where_nobody_read_the_new_law_what_is_entered_later_is_judged_by_the_old_one(entered):
    """What nobody read leaves nobody undecided: a card met before stays met or becomes not met."""
    card = CONFIRMED.card("DH_LDTT", replace(met(CONFIRMED), **ENTERED[entered]))
    assert card.verdict == LAW.card("DH_LDTT", replace(FULL, **ENTERED[entered])).verdict != "unknown"
    [told] = favoured(card)
    assert told.finding.verdict == "unknown"
    assert any("Luật 06/2022/QH15 (sửa đổi 06/2026/QH16)" in one for one in card.warnings)


@settings(max_examples=150, deadline=None)
@given(known, besides, st.lists(more, min_size=1, max_size=6), st.sampled_from(AWARDS))
def test_of_a_dossier_found_open_more_data_never_turns_met_into_not_enough(whole, others, entered, award):
    facts = replace(facts_on(CAME, {**whole, **others}), judged_on=NOW)
    after = reduce(added, entered, facts)
    for law in (LAW, CONFIRMED):
        assert (law.card(award, facts).verdict, law.card(award, after).verdict) != ("met", "unknown")
