"""Nothing is asked, and no article named, before the text that says so was in force."""

import json
import re
from datetime import date

import pytest
from cases import ROOT

from thidua_desktop.domain.law.card import Law
from thidua_desktop.domain.law.facts import Facts, Held
from thidua_desktop.domain.law.rules_file import load_rules

LAW = Law(load_rules(ROOT / "resources"))
DATA = json.loads((ROOT / "resources" / "rules.json").read_text(encoding="utf-8"))
IN_FORCE = {
    "Luật 2003": ("2004-07-01", "2023-12-31"),
    "NĐ 42/2010": ("2010-05-01", "2017-09-30"),
    "NĐ 65/2014": ("2014-08-20", "2017-09-30"),
    "NĐ 91/2017": ("2017-10-01", "2023-12-31"),
    "NĐ 122/2018": ("2018-11-05", "2024-01-29"),
    "TT 12/2019": ("2020-01-01", "2023-12-31"),
    "Luật 06/2022": ("2024-01-01", "9999"),
    "NĐ 98/2023": ("2024-01-01", "2025-06-30"),
    "NĐ 86/2023": ("2024-01-30", "9999"),
    "TT 01/2024": ("2024-04-15", "2025-08-04"),
    "NĐ 152/2025": ("2025-07-01", "9999"),
    "TT 15/2025": ("2025-08-05", "9999"),
    "Luật 06/2026": ("2026-10-01", "9999"),
}


def worker(day, **known):
    """A civil servant of whom all that the law alone asks is known."""
    return Facts(
        2013,
        day,
        kinds=frozenset({"cbccvc"}),
        ratings={2013: "HTT"},
        registered=True,
        stated=dict.fromkeys(
            (
                "nang_suat_chat_luong_cao",
                "chap_hanh_chu_truong_phap_luat",
                "hoc_tap_thuong_xuyen",
                "dao_duc_loi_song",
                "tich_cuc_thi_dua",
            ),
            True,
        ),
        **known,
    )


PARTS = ["criteria", "general_rules", "council", "deadlines", "dossier", "fund"]


@pytest.mark.parametrize("part", PARTS)
def test_no_rule_names_a_text_outside_the_days_it_was_in_force(part):
    days = {r["id"]: (r["from"], r["to"] or "9999") for r in DATA["regimes"]}
    wrong = []
    for entry in DATA[part]:
        rule = entry.get("council", entry)
        for regime in rule.get("regimes") or [rule["regime"]]:
            begins = max(days[regime][0], rule.get("valid_from") or "")
            cite = re.sub(r"NĐ [0-9/]+ \(từ [0-9/]+\)", "", rule["cite"])  # named with its first day
            if any(text in cite and not first <= begins <= last for text, (first, last) in IN_FORCE.items()):
                wrong.append((regime, rule.get("award") or rule.get("id"), rule["cite"]))
    assert wrong == []


def test_the_decree_of_2014_asks_nothing_before_it_was_in_force():
    """Nghị định 65/2014 Điều 5 k6 (40 ngày nghỉ) có hiệu lực từ 20/8/2014."""
    months = {"employed_months": 12, "leave_days": 40, "discipline_whole": frozenset({2013})}
    before = LAW.card("DH_LDTT", worker(date(2014, 8, 19), **months))
    assert before.verdict == "met"
    assert not [one for one in before.criteria if "NĐ 65/2014" in one.cite]
    assert "Chưa đối chiếu: NĐ 42/2010 (chưa đọc được điều khoản)." in before.warnings
    after = LAW.card("DH_LDTT", worker(date(2014, 8, 20), **months))
    assert after.verdict == "not_met"
    assert [one.cite for one in after.criteria if one.finding.verdict == "not_met"] == [
        "NĐ 65/2014 Điều 5 k6"
    ]


def test_an_award_whose_rules_came_later_says_from_which_day_they_were_read():
    card = LAW.card("BK_TTG", Facts(2013, date(2014, 7, 15)))
    assert (card.verdict, card.criteria) == ("unknown", ())
    said = "Chưa đối chiếu quy định của ngày 15/07/2014: NĐ 65/2014 Điều 23 k1 chỉ có hiệu lực từ ngày 20/08/2014."
    assert card.warnings == (said,)


def test_no_citation_holds_a_word_of_english():
    cites = re.findall(r'"cite": "([^"]+)"', (ROOT / "resources" / "rules.json").read_text(encoding="utf-8"))
    english = re.compile(r"\b(reply|window|see|not|of|the|from|details|by|draft|article|weak)\b")
    assert [cite for cite in cites if english.search(cite)] == []


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2016-07-01", "chưa đối chiếu quy định của ngày này"),
        ("2019-07-01", "NĐ 91/2017 Điều 45 k5"),
        ("2024-07-01", "chưa đối chiếu quy định của ngày này"),
        ("2025-09-01", "Chưa đối chiếu: TT 15/2025/TT-BNV (chưa đọc được điều khoản)"),
    ],
)
def test_a_dissolved_body_is_warned_of_by_the_law_of_the_day(day, said):
    when = date.fromisoformat(day)
    warned = LAW.card("DH_TTLDTT", Facts(when.year - 1, when, "collective", dissolved=True)).warnings
    assert [one for one in warned if "giải thể" in one and said in one]
    assert not [one for one in warned if "TT 15/2025" in one and when < date(2025, 8, 5)]


@pytest.mark.parametrize(
    ("day", "cite"),
    [
        ("2016-03-01", "Luật 2003 Điều 6 k2b (sđ 2013, từ 01/6/2014)"),
        ("2020-03-01", "Luật 2003 Điều 6 k2b (sđ 2013, từ 01/6/2014); NĐ 91/2017 Điều 3 k2"),
        ("2024-03-01", "Luật 06/2022/QH15 Điều 5 k2c"),
    ],
)
def test_one_form_for_one_achievement_is_cited_from_the_law_of_the_day(day, cite):
    when = date.fromisoformat(day)
    facts = Facts(when.year - 1, when, same_achievement=(Held("GK_XA", when.year - 1),))
    found = [
        one.cite for one in LAW.card("BK_TINH", facts).criteria if one.entry == "one_achievement_one_form"
    ]
    assert found == [cite]
