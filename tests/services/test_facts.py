"""What is kept of years becomes the facts of a card; what was not entered stays unknown."""

from datetime import date

import pytest

from tests.records.offices import ask, do, line, person, register, unit
from thidua_desktop.domain.about import About
from thidua_desktop.domain.attested import AttestedDraft
from thidua_desktop.domain.discipline import DisciplineDraft
from thidua_desktop.domain.idea import IdeaDraft
from thidua_desktop.domain.law.card import Law
from thidua_desktop.domain.law.facts import MAY_HAVE_ENDED, Facts
from thidua_desktop.domain.law.rules_file import load_rules
from thidua_desktop.domain.pledge import PledgeDraft
from thidua_desktop.domain.rating import RatingDraft
from thidua_desktop.domain.whole import WholeDraft
from thidua_desktop.domain.work_year import WorkYearDraft
from thidua_desktop.records import catalogue
from thidua_desktop.services import attesting, disciplines, ideas, pledges, ratings, whole, work_years
from thidua_desktop.services.eligibility import eligible
from thidua_desktop.services.facts import Known
from thidua_desktop.workspace import RESOURCES

LAW = Law(load_rules(RESOURCES))
ON = date(2023, 12, 1)


def facts(office, recipient, who, year=2023, on=ON):
    return ask(office, lambda session: Known(session, recipient, [who], year, on).of(who))


def pledged(office, who, award, year=2023):
    return ask(office, lambda s: Known(s, "person", [who], year, ON).pledged(who, award).registered)


@pytest.fixture
def school(office):
    return unit(office, "Trường Tiểu học Cao Sơn", "school", valid_from=date(2010, 9, 1))


@pytest.fixture
def someone(office, school):
    return person(office, "Nguyễn Thị Mai", school, "Giáo viên")


def test_of_somebody_nothing_is_entered_about_only_the_unit_tells(office, someone):
    of_a_school = Facts(2023, ON, kinds=frozenset({"cbccvc"}), kinds_by_unit=True, shares_whole=False)
    assert facts(office, "person", someone) == of_a_school
    assert pledged(office, someone, "DH_LDTT") is None


def test_everything_entered_about_a_person_is_known(office, someone):
    about = About("person", someone)
    for year, rating in ((2021, "HTT"), (2022, "HTXS"), (2024, "HT")):
        do(office, ratings.enter, RatingDraft(about, year, rating))
    do(office, ideas.enter, IdeaDraft("A", "initiative", 2022, "co_so", (someone,), applied=True))
    do(office, disciplines.enter, DisciplineDraft(about, "canh_cao", date(2019, 5, 1), date(2020, 5, 1)))
    do(office, work_years.enter, WorkYearDraft(someone, 2023, 11, 5))
    do(office, work_years.enter, WorkYearDraft(someone, 2022, 3, 50))
    do(office, attesting.state, AttestedDraft(about, "kind", "cbccvc"))
    do(office, attesting.state, AttestedDraft(about, "dao_duc", "yes", 2023))
    do(office, attesting.state, AttestedDraft(about, "dao_duc", "no", 2022))
    do(office, attesting.state, AttestedDraft(about, "pending", "no", 2023))
    do(office, pledges.enter, PledgeDraft(about, 2023, "DH_LDTT"))
    found = facts(office, "person", someone)
    assert dict(found.ratings) == {2021: "HTT", 2022: "HTXS"}
    assert [(idea.year, idea.level, idea.applied, idea.used_for) for idea in found.ideas] == [
        (2022, "co_so", True, "")
    ]
    assert [(one.form, one.end) for one in found.disciplines] == [("canh_cao", date(2020, 5, 1))]
    assert (found.employed_months, found.leave_days) == (11, 5)
    assert (found.kinds, found.stated["dao_duc"], found.pending) == (frozenset({"cbccvc"}), True, False)
    assert pledged(office, someone, "DH_LDTT") is True
    assert pledged(office, someone, "DH_CSTD_CS") is None
    do(office, whole.say, WholeDraft("pledge", 2023, 2023))
    assert pledged(office, someone, "DH_CSTD_CS") is False


def test_who_registered_another_title_has_perhaps_registered(office, someone):
    """Luật 2003 Điều 10 k1b asks to register to take part; offices mostly ask it of each title."""
    about = About("person", someone)
    do(office, whole.say, WholeDraft("pledge", 2022, 2022))

    def said():
        card = ask(office, eligible, LAW, "DH_CSTD_TINH", 2022, date(2023, 3, 1))[0].card
        [one] = [judged for judged in card.criteria if judged.entry == "registration"]
        return one.finding.verdict, one.finding.found

    assert said() == ("not_met", "không đăng ký")
    do(office, pledges.enter, PledgeDraft(about, 2022, "DH_LDTT"))
    assert said() == ("unknown", "đã đăng ký danh hiệu khác, chưa đăng ký danh hiệu này")
    do(office, pledges.enter, PledgeDraft(about, 2022, "DH_CSTD_TINH"))
    assert said() == ("met", "có đăng ký")


@pytest.mark.parametrize(
    ("said", "register", "from_start"),
    [
        ([], None, False),
        ([(2015, 2018, False), (2019, 2022, False)], (2015, 2022), False),
        ([(2015, 2018, True), (2019, 2023, False)], (2015, 2023), True),
        ([(2010, 2012, True), (2019, 2022, False)], (2019, 2022), False),
        ([(2030, 2031, True)], None, False),
    ],
)
def test_the_register_reaches_as_far_back_as_it_is_entered_whole(office, someone, said, register, from_start):
    for first, last, start in said:
        do(office, whole.say, WholeDraft("award", first, last, from_start=start))
    found = facts(office, "person", someone)
    assert (found.register, found.whole_register) == (register, from_start)


def test_the_shares_of_a_unit_are_known_only_with_its_members(office, school, someone):
    other = person(office, "Lý Văn An", school)
    names = (("Nguyễn Thị Mai", someone), ("Lý Văn An", other))
    lines = [line(name, person_id=who, unit_id=school) for name, who in names]
    register(office, "1/QĐ", date(2023, 12, 20), *lines)
    assert facts(office, "collective", school).shares == {}
    do(office, attesting.state, AttestedDraft(About("collective", unit_id=school), "members", "3", 2023))
    found = facts(office, "collective", school, on=date(2023, 12, 20))
    assert (found.shares["DH_LDTT"], found.shares["DH_CSTD_CS"], found.shares_whole) == (
        (2, 3),
        (0, 3),
        False,
    )
    assert (found.founded, found.dissolved) == (2010, None)
    do(office, whole.say, WholeDraft("award", 2023, 2023))
    assert facts(office, "collective", school, on=date(2023, 12, 20)).shares_whole
    # The day before none of them was given yet: too few, but not surely too few.
    before = facts(office, "collective", school, on=date(2023, 12, 19))
    assert (before.shares["DH_LDTT"], before.shares_whole) == ((0, 3), False)


def test_the_lowest_rating_is_known_when_every_member_is_rated(office, school, someone):
    do(office, attesting.state, AttestedDraft(About("collective", unit_id=school), "members", "2", 2023))
    do(office, ratings.enter, RatingDraft(About("person", someone), 2023, "HTXS"))
    assert facts(office, "collective", school).members_lowest is None
    do(office, ratings.enter, RatingDraft(About("person", person(office, "Lý Văn An", school)), 2023, "HT"))
    assert facts(office, "collective", school).members_lowest == "HT"


def test_discipline_of_members_is_clean_only_when_all_of_it_is_entered(office, school, someone):
    assert facts(office, "collective", school).members_discipline is None
    do(office, whole.say, WholeDraft("discipline", 2023, 2023))
    assert facts(office, "collective", school).members_discipline == ""
    for form, start, end in (
        ("canh_cao", date(2022, 5, 1), date(2023, 5, 1)),
        ("khien_trach", date(2023, 5, 1), None),
    ):
        do(office, disciplines.enter, DisciplineDraft(About("person", someone), form, start, end))
    assert facts(office, "collective", school).members_discipline == "canh_cao"


def test_an_old_discipline_without_an_end_decides_nothing(office, school, someone):
    for form, start in (("canh_cao", date(2015, 5, 1)), ("khien_trach", date(2023, 5, 1))):
        do(office, disciplines.enter, DisciplineDraft(About("person", someone), form, start))
    assert facts(office, "collective", school).members_discipline == MAY_HAVE_ENDED
    do(office, whole.say, WholeDraft("discipline", 2023, 2023))
    assert facts(office, "collective", school).members_discipline == "canh_cao"


def test_where_an_initiative_was_used_is_known_with_its_year(office, someone):
    kind = ask(office, catalogue.by_code)["DH_CSTD_CS"].id
    draft = IdeaDraft(
        "Sổ tay ghi chép", "initiative", 2023, "co_so", (someone,), used_for=kind, used_year=2022
    )
    do(office, ideas.enter, draft)
    (idea,) = facts(office, "person", someone).ideas
    assert (idea.used_for, idea.used_year) == ("DH_CSTD_CS", 2022)


@pytest.mark.parametrize(
    ("award", "on", "said"),
    [
        ("DH_LDTT", date(2016, 3, 1), ["NĐ 65/2014 Điều 5 k3", "NĐ 65/2014 Điều 2 k2"]),
        ("DH_LDTT", date(2020, 3, 1), ["NĐ 91/2017 Điều 10 k3"]),
        ("DH_LDTT", date(2025, 3, 1), []),
        ("HC_LAO_DONG_3", date(2020, 3, 1), ["NĐ 91/2017 Điều 3 k2"]),
        ("HC_LAO_DONG_3", date(2026, 3, 1), ["NĐ 152/2025 Điều 4 k7"]),
    ],
)
def test_what_the_law_has_the_officer_look_at_in_a_person_is_warned_of(office, school, award, on, said):
    """Training of a year and more, the head by the collective's result, the tenure of women who lead."""
    who = person(office, "Nguyễn Thị Mai", school, "Hiệu trưởng", gender="female")
    teacher = person(office, "Lý Văn An", school, "Giáo viên", gender="male")
    draft = WorkYearDraft(who, on.year - 1, 12, 0, "Cao cấp lý luận chính trị, 18 tháng, loại khá")
    do(office, work_years.enter, draft)
    judged = ask(office, eligible, LAW, award, on.year - 1, on)
    cards = {one.id: one.card for one in judged if one.recipient == "person"}
    words = ("Có đào tạo", "Chức vụ", "Cán bộ nữ")
    found = [one for one in cards[who].warnings if one.startswith(words)]
    assert [next((cite for cite in said if cite in one), one) for one in found] == said
    assert not [one for one in cards[teacher].warnings if one.startswith(words)]
