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
        "registered_any": st.booleans(),
        "discipline_whole": st.sampled_from([frozenset(), frozenset(range(2008, 2026))]),
        "ideas_whole": st.sampled_from([frozenset(), frozenset(range(2008, 2026))]),
        "register": st.sampled_from([None, (2015, 2025), (2000, 2025)]),
        "whole_register": st.booleans(),
        "stated": st.dictionaries(st.sampled_from(TICKS), st.booleans(), max_size=len(TICKS)),
    }
)
HEAVIER = ["BK_TTG", "HC_LAO_DONG_2", "DH_CO_TINH", "DH_CO_CP", "DH_TTLDXS", "DHVD_NGUT", "DH_GDVH"]
share = st.tuples(st.integers(0, 30), st.integers(0, 40))
besides = st.fixed_dictionaries(
    {},
    optional={
        "awards": st.lists(
            st.builds(
                Held,
                st.sampled_from(HEAVIER),
                st.integers(1995, 2025),
                st.dates(date(1996, 1, 1), date(2026, 1, 1)),
                st.sampled_from(["merit", "thematic", "sudden"]),
            ),
            max_size=9,
        ).map(tuple),
        "disciplines": st.just((Discipline("canh_cao", date(2019, 5, 4), date(2020, 5, 4)),)),
        "leave_days": st.integers(0, 60),
        "founded": st.integers(1960, 2015),
        "shares": st.dictionaries(st.sampled_from(["DH_LDTT", "DH_CSTD_CS", "cap:DH_CSTD_CS"]), share),
        "shares_whole": st.booleans(),
        "members_lowest": st.sampled_from(["KHT", "HT"]),
        "members_discipline": st.sampled_from(["", "canh_cao"]),
        "same_achievement": st.just((Held("GK_HUYEN", 2019),)),
        "pending": st.booleans(),
        "asked_as": st.sampled_from(["", "merit", "sudden"]),
        "stated": st.dictionaries(
            st.sampled_from(["profession_years", "service_years", "exceeds_targets:True", "dao_duc"]),
            st.integers(1, 40),
        ),
    },
)
more = st.one_of(
    held.map(lambda one: ("awards", one)),
    ideas.map(lambda one: ("ideas", one)),
    st.tuples(st.integers(2008, 2025), RATINGS).map(lambda one: ("ratings", one)),
    st.tuples(st.sampled_from(TICKS), st.booleans()).map(lambda one: ("stated", one)),
    st.just(("disciplines", Discipline("khien_trach", date(2019, 5, 4)))),
    st.sampled_from(
        [
            ("employed_months", 12),
            ("registered", False),
            ("kinds", frozenset({"cbccvc"})),
            ("pending", False),
            ("leave_days", 40),
            ("founded", 2001),
            ("members_lowest", "HT"),
            ("members_discipline", ""),
            ("members_discipline", "khac"),
            ("disciplines", Discipline("khac", date(2019, 5, 4), date(2020, 5, 4))),
            ("shares", ("DH_LDTT", (30, 40))),
            ("shares", ("cap:DH_CSTD_CS", (1, 40))),
            ("stated", ("service_years", 25)),
            ("stated", ("cap_of:DH_CO_CP proposals", 10)),
            ("stated", ("cap_count:DH_CO_CP proposals", 3)),
            ("stated", ("to_chuc_dang_doan_the_htxs", False)),
            ("awards", Held("BK_TTG", 2014)),
            ("awards", Held("DH_CO_TINH", 2019)),
        ]
    ),
)


def facts_on(day, values):
    if values.get("members_discipline") == "":  # no member was disciplined: said only of years entered whole
        values = {**values, "discipline_whole": frozenset(range(2008, 2026))}
    return Facts(year=day.year - 1, day=day, **values)


def added(facts, one):
    """Enter one thing more; what is already known stays as it was."""
    name, value = one
    now = getattr(facts, name)
    if isinstance(now, tuple):
        return replace(facts, **{name: (*now, value)})
    if isinstance(now, dict):
        return replace(facts, **{name: {value[0]: value[1], **now}})
    known = now is not None and (name, now) != ("members_discipline", "")
    return facts if known else replace(facts, **{name: value})
