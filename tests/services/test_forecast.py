"""Who may be proposed this year and next, what each lacks, who has waited; proven a second way in plain SQL."""

from datetime import date
from pathlib import Path

import pytest

from tests.records.offices import ask, count, do, line, person, register, unit
from thidua_desktop.domain.about import About
from thidua_desktop.domain.attested import AttestedDraft
from thidua_desktop.domain.idea import IdeaDraft
from thidua_desktop.domain.law.card import Law
from thidua_desktop.domain.law.rules_file import load_rules
from thidua_desktop.domain.leaders import leads
from thidua_desktop.domain.person import HouseholdDraft
from thidua_desktop.domain.pledge import PledgeDraft
from thidua_desktop.services import attesting, decisions, ideas, people, pledges
from thidua_desktop.services.forecast import forecast

LAW = Law(load_rules(Path(__file__).resolve().parents[2] / "resources"))


@pytest.fixture
def school(office):
    return unit(office, "Trường Tiểu học Cao Sơn", "school", block="Khối trường học")


@pytest.fixture
def someone(office, school):
    """Emulation fighter of 2017 and 2018, with an initiative."""
    who = person(office, "Nguyễn Thị Mai", school, "Giáo viên", gender="female")
    for year in (2017, 2018):
        row = line("Nguyễn Thị Mai", "DH_CSTD_CS", person_id=who, unit_id=school, post="Giáo viên")
        register(office, f"{year}/QĐ", date(year, 12, 20), row)
    do(office, attesting.state, AttestedDraft(About("person", who), "kind", "cbccvc"))
    do(office, ideas.enter, IdeaDraft("A", "initiative", 2018, "tinh", (who,), applied=True))
    return who


def look(office, year, **more):
    return ask(office, lambda session: forecast(session, LAW, year, **more))


def test_whoever_is_on_the_way_is_named_with_what_is_lacking(office, someone):
    found = look(office, 2018)
    chances = {(one.award, one.year): one for one in found.chances if one.id == someone}
    next_year = chances["DH_CSTD_TINH", 2019]
    assert next_year.verdict == "unknown"
    assert any(code.startswith("consecutive:") for lack in next_year.lacks for code in lack.codes())
    assert not any(one.award == "DH_CSTD_CS" and one.year == 2018 for one in found.chances), "it was given"


def test_nobody_is_named_of_whom_nothing_is_known(office, school):
    person(office, "Lý Văn An", school, "Bảo vệ")
    assert look(office, 2018).chances == ()


def test_only_the_units_asked_for_are_looked_at(office, someone, school):
    other = unit(office, "Phòng Nội vụ", "office")
    assert look(office, 2018, within={other}).chances == ()
    assert look(office, 2018, within={school}).chances != ()


def test_of_the_units_asked_for_alone_who_waits_and_the_shares_are_told(office, someone, school):
    other = unit(office, "Phòng Nội vụ", "office")
    person(office, "Lý Văn An", other, "Chuyên viên")
    found = look(office, 2024, within={school})
    assert [one.id for one in found.people] == [someone]
    assert [one.id for one in found.units] == [school]
    assert look(office, 2018, within={school}).of == 1
    none = look(office, 2018, within={other})
    assert (none.of, [one.count for one in none.shares]) == (0, [0, 0, 0])


def test_a_household_may_be_proposed_too(office):
    commune = unit(office, "Xã Cao Sơn")
    home = do(office, people.add_household, HouseholdDraft("Nông Văn Bằng", commune))
    about = About("household", household_id=home, unit_id=commune)
    for year in range(2015, 2021):
        row = line("Nông Văn Bằng", "DH_GDVH", recipient="household", household_id=home, unit_id=commune)
        register(office, f"{year}/QĐ", date(year, 11, 18), row)
        do(office, pledges.enter, PledgeDraft(about, year, "DH_GDVH", date(year, 1, 5)))
    found = look(office, 2019)
    chances = {(one.recipient, one.award, one.year) for one in found.chances}
    assert chances, "what was given years in a row is on record"
    assert {recipient for recipient, *_ in chances} == {"household"}
    assert look(office, 2019, within={commune + 1}).chances == ()


def test_who_was_not_commended_for_years_is_named(office, someone, school):
    never = person(office, "Lý Văn An", school, "Bảo vệ")
    assert [(one.id, one.last) for one in look(office, 2019).people] == [(never, None)]
    found = look(office, 2024)
    assert {(one.id, one.last) for one in found.people} == {(never, None), (someone, 2018)}
    assert [(one.name, one.last) for one in found.units] == [("Trường Tiểu học Cao Sơn", None)]
    assert [one.id for one in look(office, 2024, patience=10).people] == [never]
    missed = """SELECT count(*) FROM person p WHERE NOT EXISTS (SELECT 1 FROM award a WHERE a.person_id = p.id
        AND a.revoked_by IS NULL AND a.year > 2019)"""
    assert count(office, missed) == len(found.people)


def test_a_revoked_award_is_no_commendation(office, someone):
    by = register(office, "9/QĐ", date(2020, 1, 1))
    do(office, decisions.revoke, [1, 2], by)
    assert [one.last for one in look(office, 2019).people] == [None]


def test_shares_are_of_people_commended_in_the_year(office, someone, school):
    head = person(office, "Lý Văn An", school, "Hiệu trưởng", gender="male")
    register(
        office,
        "8/QĐ",
        date(2018, 12, 25),
        line("Lý Văn An", person_id=head, unit_id=school, post="Hiệu trưởng"),
    )
    found = look(office, 2018)
    assert (found.of, {one.code: one.count for one in found.shares}) == (
        2,
        {"leaders": 1, "workers": 1, "women": 1, "area:Khối trường học": 2},
    )


@pytest.mark.parametrize(
    ("post", "leading"),
    [
        ("Hiệu trưởng", True),
        ("Phó Trưởng phòng Nội vụ", True),
        ("Chủ tịch UBND xã", True),
        ("Chỉ huy trưởng", True),
        ("Giáo viên", False),
        ("Nhân viên Văn phòng", False),
        ("Chuyên viên", False),
        ("", False),
    ],
)
def test_posts_of_leadership(post, leading):
    assert leads(post) is leading
