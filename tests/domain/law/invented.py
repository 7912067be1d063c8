"""Invented careers for hypothesis: what may be known of a recipient, and one thing more entered later."""

import json
from dataclasses import replace
from datetime import date

from cases import ROOT
from hypothesis import strategies as st

from thidua_desktop.domain.law.facts import Discipline, Facts, Held, Idea

DATA = json.loads((ROOT / "resources" / "rules.json").read_text(encoding="utf-8"))
DAYS = [date(2016, 6, 1), date(2020, 3, 1), date(2024, 6, 1), date(2025, 9, 1), date(2026, 11, 1)]
AWARDS = ["DH_LDTT", "DH_CSTD_CS", "DH_CSTD_TINH", "DH_CSTD_TQ", "BK_TINH", "BK_TTG", "HC_LAO_DONG_3"]
TICKS = sorted({k for c in DATA["criteria"] for p in c.get("all_of", []) for k in p.get("attest", [])})
RATINGS = st.sampled_from(["KHT", "HT", "HTT", "HTXS"])

held = st.builds(Held, st.sampled_from(AWARDS), st.integers(2008, 2025), id=st.integers(1, 99))
ideas = st.builds(
    Idea,
    st.integers(2010, 2025),
    st.sampled_from(["co_so", "huyen", "tinh", "toan_quoc"]),
    st.sampled_from(["initiative", "research"]),
    st.sampled_from(["", "nghiem_thu", "nghiem_thu_ap_dung"]),
    st.sampled_from([None, True, False]),
)
known = st.fixed_dictionaries(
    {
        "awards": st.lists(held, max_size=12).map(tuple),
        "ideas": st.lists(ideas, max_size=6).map(tuple),
        "ratings": st.dictionaries(st.integers(2008, 2025), RATINGS, max_size=18),
        "kinds": st.sampled_from([None, frozenset({"cbccvc"}), frozenset({"nong_dan"})]),
        "employed_months": st.sampled_from([None, 5, 12]),
        "registered": st.sampled_from([None, True, False]),
        "discipline_whole": st.sampled_from([frozenset(), frozenset(range(2008, 2026))]),
        "ideas_whole": st.sampled_from([frozenset(), frozenset(range(2008, 2026))]),
        "register": st.sampled_from([None, (2015, 2025), (2000, 2025)]),
        "whole_register": st.booleans(),
        "stated": st.dictionaries(st.sampled_from(TICKS), st.booleans(), max_size=len(TICKS)),
    }
)
more = st.one_of(
    held.map(lambda one: ("awards", one)),
    ideas.map(lambda one: ("ideas", one)),
    st.tuples(st.integers(2008, 2025), RATINGS).map(lambda one: ("ratings", one)),
    st.tuples(st.sampled_from(TICKS), st.booleans()).map(lambda one: ("stated", one)),
    st.just(("disciplines", Discipline("khien_trach", date(2019, 5, 4)))),
    st.sampled_from([("employed_months", 12), ("registered", False), ("kinds", frozenset({"cbccvc"}))]),
)


def facts_on(day, values):
    return Facts(year=day.year - 1, day=day, **values)


def added(facts, one):
    """Enter one thing more; what is already known stays as it was."""
    name, value = one
    now = getattr(facts, name)
    if isinstance(now, tuple):
        return replace(facts, **{name: (*now, value)})
    if isinstance(now, dict):
        return replace(facts, **{name: {value[0]: value[1], **now}})
    return replace(facts, **{name: value}) if now is None else facts
