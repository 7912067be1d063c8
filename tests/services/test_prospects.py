"""Everybody judged for every award at once comes to what each one's cards say."""

from datetime import date

import pytest

from tests.records.offices import ask, do, line, person, register, unit
from thidua_desktop.domain.about import About
from thidua_desktop.domain.attested import AttestedDraft
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.law.card import Law
from thidua_desktop.domain.law.rules_file import load_rules
from thidua_desktop.domain.pledge import PledgeDraft
from thidua_desktop.domain.rating import RatingDraft
from thidua_desktop.domain.whole import WholeDraft
from thidua_desktop.services import attesting, pledges, ratings, whole
from thidua_desktop.services.eligibility import eligible, prospects
from thidua_desktop.workspace import RESOURCES

LAW = Law(load_rules(RESOURCES))
ON = date(2020, 3, 1)


@pytest.fixture
def careers(office):
    """Three people of two units: one with three titles in a row, one unrated, one not pledged."""
    school, commune = unit(office, "Trường Tiểu học Bản Mẫu", "school"), unit(office, "Xã Cao Sơn")
    known = [("Nông Văn Đức", school), ("Triệu Thị Mây", commune), ("Lý Thị Na", commune)]
    ids = [person(office, name, where, "Công chức") for name, where in known]
    for year in (2017, 2018, 2019):
        register(
            office,
            f"{year}/QĐ-UBND",
            date(year, 12, 20),
            line("Nông Văn Đức", "DH_CSTD_CS", person_id=ids[0], unit_id=school),
        )
    for who, rating in zip(ids, ("HTXS", "HTT", "HT"), strict=True):
        do(office, ratings.enter, RatingDraft(About("person", who), 2019, rating))
        do(office, attesting.state, AttestedDraft(About("person", who), "kind", "cbccvc"))
    do(office, pledges.enter, PledgeDraft(About("person", ids[1]), 2019, "DH_CSTD_CS"))
    do(office, whole.say, WholeDraft("pledge", 2019, 2019))
    return ids


def test_the_verdicts_are_those_of_the_cards(office, careers):
    heard = []
    found = ask(
        office, lambda s: prospects(s, LAW, "person", 2019, ON, told=lambda *step: heard.append(step))
    )
    assert {one.id for one in found} == set(careers)
    verdicts = set()
    for award in LAW.awards(ON, "person"):
        if award in {"DH_LDTT", "DH_CSTD_CS", "DH_CSTD_TINH", "BK_TINH", "BK_TTG", "HC_LAO_DONG_3"}:
            cards = {
                c.id: c.card.verdict
                for c in ask(office, eligible, LAW, award, 2019, ON)
                if c.recipient == "person"
            }
            assert {one.id: one.verdicts[award] for one in found} == cards
            verdicts |= set(cards.values())
    assert verdicts == {"unknown", "not_met"}
    assert heard == [(done, len(LAW.awards(ON, "person"))) for done in range(1, len(heard) + 1)]


def test_units_and_households_are_judged_too_and_those_of_some_units_alone(office, careers):
    units = ask(office, prospects, LAW, "collective", 2019, ON)
    assert [one.name for one in units] == ["Trường Tiểu học Bản Mẫu", "Xã Cao Sơn"]
    assert ask(office, prospects, LAW, "household", 2019, ON) == []
    (school, *_) = (one.id for one in units)
    alone = ask(office, prospects, LAW, "person", 2019, ON, within=[school])
    assert [(one.name, one.unit) for one in alone] == [("Nông Văn Đức", "Trường Tiểu học Bản Mẫu")]


def test_a_day_no_law_is_known_for_is_refused(office):
    with pytest.raises(Refused, match="không biết quy định nào có hiệu lực ngày 01/03/2010"):
        ask(office, prospects, LAW, "person", 2009, date(2010, 3, 1))
