"""A period the office begins after a law that was read: that law decides until each line is read anew."""

import json
from dataclasses import replace
from datetime import date

import pytest
from cases import ROOT

from thidua_desktop.domain.correction import CorrectionDraft, entry_of
from thidua_desktop.domain.law.ballot import Votes, outcome
from thidua_desktop.domain.law.bonus import Paid, payable
from thidua_desktop.domain.law.card import Law
from thidua_desktop.domain.law.crowd import Crowd
from thidua_desktop.domain.law.facts import Facts, Held
from thidua_desktop.domain.law.lines import line_of
from thidua_desktop.domain.law.local_rules import with_local, with_periods
from thidua_desktop.domain.law.rules_file import load_rules, read_rules
from thidua_desktop.domain.law.wording import of_award

SHIPPED = load_rules(ROOT / "resources")
DATA = json.loads((ROOT / "resources" / "rules.json").read_text(encoding="utf-8"))
B2 = [{**one, "to": None} for one in DATA["regimes"] if one["id"] == "B2"]
READ = replace(read_rules({**DATA, "regimes": B2}), names=SHIPPED.names)
"""The law as if the last one shipped had been read."""
START, EVE = date(2027, 3, 1), date(2027, 2, 28)
PERIOD = {
    "part": "regime",
    "law": "NĐ 10/2027/NĐ-CP",
    "id": "DP.1",
    "cite": "Công báo số 1",
    "valid_from": START.isoformat(),
}
NEXT = {**PERIOD, "id": "DP.2", "law": "NĐ 20/2028/NĐ-CP", "valid_from": "2028-01-01"}
GOOD = Facts(
    2026,
    START,
    kinds=frozenset({"cbccvc"}),
    ratings={2026: "HTXS"},
    awards=(Held("DH_LDTT", 2026),),
)


def cards(book, award, facts):
    law = Law(book)
    found = law.card(award, facts)
    assert Crowd(law, [facts]).verdicts(award) == [found.verdict]
    return found


@pytest.mark.parametrize("rating", ["HTXS", "HT"])
def test_what_the_read_law_came_to_stays_and_is_told_as_not_read_anew(rating):
    facts = replace(GOOD, ratings={2026: rating}, ideas_whole=frozenset({2026}), stated={"dao_duc": True})
    before = cards(READ, "DH_CSTD_CS", replace(facts, day=EVE))
    after = cards(with_local(READ, [PERIOD]), "DH_CSTD_CS", facts)
    assert (after.verdict, after.regime.code) == (before.verdict, "DP.1")
    assert before.verdict == "met" if rating == "HTXS" else before.verdict == "unknown"
    assert {one.status for one in after.criteria} == {"unverified"}
    assert any("Chưa đối chiếu với NĐ 10/2027/NĐ-CP" in one for one in after.warnings)
    later = cards(with_local(READ, [PERIOD, NEXT]), "DH_CSTD_CS", replace(facts, day=date(2028, 2, 1)))
    assert later.verdict == before.verdict


def test_a_case_still_open_goes_on_stopping():
    facts = replace(GOOD, pending=True)
    found = cards(with_local(READ, [PERIOD]), "DH_CSTD_CS", facts)
    assert found.verdict == "not_met"


def test_after_a_law_nobody_read_nothing_decides():
    assert cards(with_local(SHIPPED, [PERIOD]), "DH_CSTD_CS", GOOD).verdict == "unknown"


@pytest.mark.parametrize(("act", "verdict"), [("confirm", "met"), ("strike", "unknown")])
def test_what_the_office_says_of_a_line_decides(act, verdict):
    ground = with_periods(READ, [PERIOD])
    refs = [one.ref for one in of_award(ground, "DH_CSTD_CS", "person", START) if one.kind == "ground"]
    entries = []
    for place, ref in enumerate(refs, 2):
        line = line_of(ground, ref, "DH_CSTD_CS", "person", START)
        draft = CorrectionDraft(
            line.entry, act, "NĐ 10/2027/NĐ-CP", line.start, line.end, checked_by="Hà", checked_on=START
        )
        entries.append(entry_of(draft, f"DP.{place}"))
    found = cards(with_local(READ, [PERIOD, *entries]), "DH_CSTD_CS", GOOD)
    assert found.verdict == verdict
    if act == "confirm":
        assert {one.status for one in found.criteria} == {"local"}
        assert not [one for one in found.warnings if "Chưa đối chiếu" in one]


def test_money_of_several_titles_and_votes_go_on_by_the_read_law():
    law = with_local(READ, [PERIOD])
    two = [Paid(2026, "title", 760000), Paid(2026, "title", 2530000)]
    assert payable(law, START, two) == payable(READ, START, two) == (False, True)
    row = {"regimes": ["B2"], "awards": ["DH_CSTD_CS"], "min_ratio": 0.8, "cite": "NĐ 152", "status": "seen"}
    law = with_local(replace(READ, councils=(row, *READ.councils)), [PERIOD])
    found = outcome(law, "DH_CSTD_CS", START, Votes(10, 10, 8, 2))
    assert (found.verdict, found.status) == ("met", "unverified")
