"""Many judged at once come to what each one's card says."""

from dataclasses import fields, replace
from datetime import date

import pytest
from cases import ROOT, worked
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import DAYS, besides, facts_on, held, known

from thidua_desktop.domain.law.card import STOPS, Law
from thidua_desktop.domain.law.compiled import PREDICATES, compiled, reads_of
from thidua_desktop.domain.law.crowd import Crowd
from thidua_desktop.domain.law.facts import Facts, Pledge, Span
from thidua_desktop.domain.law.rules_file import load_rules

LAW = Law(load_rules(ROOT / "resources"))
CASES = list(worked(LAW))


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(DAYS),
    st.sampled_from(["person", "collective", "household"]),
    st.lists(st.tuples(known, besides), min_size=1, max_size=5),
    held,
)
def test_the_verdicts_on_a_crowd_are_those_of_the_cards(day, who, people, one):
    crowd = [replace(facts_on(day, {**some, **other}), recipient=who) for some, other in people]
    crowd += [replace(crowd[0], awards=(*crowd[0].awards, one)), replace(crowd[-1], whole_register=True)]
    together = Crowd(LAW, crowd)
    for award in LAW.awards(day, who):
        assert together.verdicts(award) == [LAW.card(award, facts).verdict for facts in crowd], award


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(DAYS[:2]),
    st.lists(st.tuples(known, st.sampled_from([None, True, False]), st.booleans()), min_size=1, max_size=5),
)
def test_what_was_registered_is_told_award_by_award(day, people):
    crowd = [facts_on(day, {**some, "registered": None}) for some, *_ in people]
    ours = {"DH_LDTT": [Pledge(one) for _, one, _ in people]}
    ours["DH_CSTD_CS"] = [Pledge(other) for *_, other in people]
    together = Crowd(LAW, crowd, lambda award: ours.get(award, [Pledge()] * len(crowd)))
    for award in ("DH_CSTD_CS", "DH_LDTT", "DH_CSTD_TINH"):
        said = ours.get(award, [Pledge()] * len(crowd))
        told = [one.laid_over(facts) for facts, one in zip(crowd, said, strict=True)]
        assert together.verdicts(award) == [LAW.card(award, facts).verdict for facts in told], award


def test_the_day_of_a_registration_is_told_award_by_award():
    stated = dict.fromkeys(
        ("guong_mau_chap_hanh", "tham_gia_thi_dua_dia_phuong", "gia_dinh_hoa_thuan", "lao_dong_hieu_qua"),
        True,
    )
    stated |= {"score": 90, "score_weakest": 0.5, "area:khac": True, "meeting_came": 1, "meeting_agreed": 1}
    homes = [Facts(2021, date(2022, 1, 10), "household", stated=stated)] * 3
    pledged = [Pledge(registered=True, on=day) for day in (date(2021, 1, 29), date(2021, 1, 30), None)]
    found = Crowd(LAW, homes, lambda _award: pledged).verdicts("DH_GDVH")
    assert found == ["met", "not_met", "met"]
    assert found == [LAW.card("DH_GDVH", one.laid_over(homes[0])).verdict for one in pledged]


def test_every_worked_case_comes_out_the_same_in_a_crowd():
    for award, _, _, _, verdict, facts, _ in CASES:
        assert Crowd(LAW, [facts, facts]).verdicts(award) == [verdict, verdict]


class Watched(Facts):
    """Facts that keep which of their fields were looked at."""

    NAMES = frozenset(field.name for field in fields(Facts)) - {"day", "year", "recipient"}
    read = set()

    def __getattribute__(self, name):
        if name in Watched.NAMES:
            Watched.read.add(name)
        return super().__getattribute__(name)


def conditions(test):
    for name, value in test.items():
        for part in value if name in ("all_of", "any_of") else []:
            yield from conditions(part)
        if name in ("after_award", "window"):
            yield from conditions({"all_of": value["all_of"]})
        if name not in ("all_of", "any_of"):
            yield {name: value}


def test_a_condition_reads_no_more_of_the_facts_than_it_says():
    watched, seen = [], set()
    for _, _, _, _, _, facts, _ in CASES:
        kept = {field.name: getattr(facts, field.name) for field in fields(Facts)}
        watched.append(Watched(**kept))
    for criterion in LAW.book.criteria:
        for test in conditions(criterion.test):
            (name,) = test
            seen.add(name)
            function, said = (
                compiled(test, lambda facts, award: LAW.card(award, facts).verdict),
                {part.partition(":")[0] for part in reads_of(test)},
            )
            said |= {"awards"} if "all_awards" in said else set()
            for facts in watched[:: len(watched) // 7]:
                Watched.read.clear()
                function(facts, Span(facts.year, facts.year))
                assert Watched.read <= said, (test, Watched.read - said)
    assert seen - {"after_award", "window", "meets"} == set(PREDICATES)


def test_what_stops_everyone_reads_what_it_says():
    for reads, stops, _ in STOPS.values():
        Watched.read.clear()
        stops(Watched(2019, date(2020, 3, 1)))
        assert Watched.read == {reads}


def test_a_crowd_is_of_one_year_and_day():
    with pytest.raises(ValueError, match="one year"):
        Crowd(LAW, [Facts(2019, date(2020, 3, 1)), Facts(2018, date(2020, 3, 1))])
    assert Crowd(LAW, []).verdicts("DH_LDTT") == []
    assert Crowd(LAW, [Facts(2013, date(2014, 3, 1))]).verdicts("DH_LDTT") == ["unknown"]
