from datetime import date

import pytest

from tests.records.offices import ask, count, do, line, person, register, sql, unit
from thidua_desktop.domain.campaign import CampaignDraft
from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.domain.decision import Stated
from thidua_desktop.domain.person import HouseholdDraft
from thidua_desktop.domain.total import TotalDraft
from thidua_desktop.domain.unit import SuccessionDraft
from thidua_desktop.records import decisions as decision_records
from thidua_desktop.records import overview
from thidua_desktop.records.query import ListQuery
from thidua_desktop.services import campaigns, decisions, people, totals, units

TODAY = date(2020, 5, 10)
DAY = date(2019, 12, 20)


def test_an_empty_office_is_all_noughts(office):
    assert ask(office, overview.counts, TODAY) == overview.Counts(0, 0, 0, 0, 0, 0, 0)
    assert ask(office, overview.differing) == ask(office, overview.awards_by_year) == []
    assert ask(office, overview.open_questions) == 0
    assert ask(office, overview.inherited) == overview.Inherited(0, 0)


def test_what_is_kept_is_counted(office):
    first, second = unit(office, "Xã Một"), unit(office, "Xã Hai")
    do(office, units.succeed, SuccessionDraft("dissolved", date(2020, 2, 1), (first,)))
    unit(office, "Xã Ba", valid_to=date(2025, 7, 1))
    do(office, people.add_household, HouseholdDraft("Lý A Sinh"))
    register(office, "1/QĐ-UBND", date(2020, 1, 9), line("A", year=2019), line("B"), line("C"))
    by = register(
        office,
        "2/QĐ-UBND",
        date(2020, 3, 1),
        line("Xã Hai", "DH_TTLDTT", recipient="collective", unit_id=second),
    )
    do(office, decisions.revoke, [3], by)
    told = ask(office, overview.counts, TODAY)
    assert told == overview.Counts(
        units=2, people=3, households=1, campaigns=0, decisions=2, awards_this_year=2, awards=3
    )
    assert told.people == count(office, "SELECT count(*) FROM person")
    assert told.awards == count(office, "SELECT count(*) FROM award WHERE revoked_by IS NULL")


@pytest.mark.parametrize(
    ("starts", "ends", "running"),
    [
        ("", "", 1),
        ("2020", "", 1),
        ("06/2020", "", 0),
        ("10/05/2020", "10/05/2020", 1),
        ("11/05/2020", "", 0),
        ("", "2020", 1),
        ("", "05/2020", 1),
        ("", "04/2020", 0),
        ("", "09/05/2020", 0),
        ("2012", "2017", 0),
    ],
)
def test_a_campaign_runs_between_its_dates_as_far_as_they_are_known(office, starts, ends, running):
    first, last = (PartialDate.parse(text) if text else None for text in (starts, ends))
    do(office, campaigns.launch, CampaignDraft("Phong trào", starts=first, ends=last))
    assert ask(office, overview.counts, TODAY).campaigns == running


def test_decisions_that_do_not_match_their_paper_are_told_in_words(office):
    register(office, "1/QĐ-UBND", DAY, line("A"), stated=Stated(persons=1, total=1))
    short = register(office, "2/QĐ-UBND", DAY, line("A"), stated=Stated(persons=3))
    empty = register(office, "3/QĐ-UBND", date(2020, 1, 2), stated=Stated(collectives=1, households=0))
    register(office, "4/QĐ-UBND", DAY, line("A"))
    told = ask(office, overview.differing)
    assert [(one.id, one.number, one.decided_on) for one in told] == [
        (empty, "3/QĐ-UBND", date(2020, 1, 2)),
        (short, "2/QĐ-UBND", DAY),
    ]
    listed = ask(office, decision_records.ids, ListQuery(filters={"differing": "1"}))
    assert list(listed) == [one.id for one in told]
    assert told[0].words == ("Quyết định ghi 1 tập thể, đã nhập 0: thiếu 1.",)
    assert told[1].words == ("Quyết định ghi 3 cá nhân, đã nhập 1: thiếu 2.",)


def test_open_questions_and_waiting_totals_are_counted(office):
    for _ in range(3):
        person(office, "Nông Thị Hoa")
    assert ask(office, overview.open_questions) == 3
    do(office, people.tell_apart, 1)
    assert ask(office, overview.open_questions) == 2
    for times in (5, 7):
        do(office, totals.enter, TotalDraft(times, ("DH_LDTT",), "person", "district", DAY, DAY, "Báo cáo"))
    do(office, totals.replace, 1, DAY)
    assert ask(office, overview.inherited) == overview.Inherited(1, 7)


def test_awards_stand_under_the_year_they_were_earned_in_by_recipient(office):
    home = line("Lý A Sinh", "GK_HUYEN", recipient="household", year=2018)
    school = line("Trường Tiểu học", "GK_HUYEN", recipient="collective", year=2019)
    register(office, "1/QĐ-UBND", DAY, line("A"), line("B"), home, school)
    by = register(office, "2/QĐ-UBND", date(2020, 3, 1))
    do(office, decisions.revoke, [1], by)
    assert ask(office, overview.awards_by_year) == [
        overview.YearBar(2018, 0, 0, 1),
        overview.YearBar(2019, 1, 1, 0),
    ]
    raw = sql(office, "SELECT year, count(*) FROM award WHERE revoked_by IS NULL GROUP BY year ORDER BY year")
    assert raw == [(2018, 1), (2019, 2)]


def test_the_last_actions_come_newest_first(office):
    for name in ("A", "B", "C"):
        unit(office, f"Xã {name}")
    assert [row.touched for row in ask(office, overview.last_actions, 2)] == [("1 đơn vị",), ("1 đơn vị",)]
