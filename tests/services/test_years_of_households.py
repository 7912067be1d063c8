"""What households pledge, and what the office states of them, is kept and judged as that of people is."""

from datetime import date

import pytest

from tests.intake.making import workbook
from tests.records.offices import ask, content, count, do, line, register, sql, unit
from thidua_desktop.domain.about import About
from thidua_desktop.domain.attested import AttestedDraft
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.person import HouseholdDraft
from thidua_desktop.domain.pledge import PledgeDraft
from thidua_desktop.domain.rating import RatingDraft
from thidua_desktop.intake.read import read_file
from thidua_desktop.records import history
from thidua_desktop.records import pledges as records
from thidua_desktop.records.query import ListQuery
from thidua_desktop.services import attesting, importing, people, pledges, ratings, registration_form
from thidua_desktop.services.facts import Known

ON = date(2023, 12, 1)


@pytest.fixture
def commune(office):
    return unit(office, "Xã Cao Sơn")


@pytest.fixture
def home(office, commune):
    return do(office, people.add_household, HouseholdDraft("Nông Văn Bằng", commune, "Thôn Nà Mẫu"))


def known(office, home):
    return ask(office, lambda session: Known(session, "household", [home], 2023, ON))


def rows(office, **filters):
    return ask(office, lambda s: records.rows(s, records.ids(s, ListQuery(filters=filters))))


def test_a_pledge_of_a_household_is_kept_with_its_commune_and_achieved_by_its_award(office, home, commune):
    do(office, pledges.enter, PledgeDraft(About("household", household_id=home), 2023, "DH_GDVH"))
    [row] = rows(office, household=home)
    assert (row.name, row.unit, row.about) == (
        "Nông Văn Bằng",
        "Xã Cao Sơn",
        About("household", None, commune, home),
    )
    assert not row.achieved
    given = line("Nông Văn Bằng", "DH_GDVH", recipient="household", household_id=home, year=2023)
    register(office, "9/QĐ-UBND", ON, given)
    [row] = rows(office, achieved="yes")
    assert row.about.household_id == home
    assert [one.id for one in rows(office, recipient="household")] == [row.id]
    assert rows(office, recipient="collective") == []


def test_a_household_pledges_a_title_once_and_only_one_it_can_be_given(office, home):
    draft = PledgeDraft(About("household", household_id=home), 2023, "DH_GDVH")
    do(office, pledges.enter, draft)
    with pytest.raises(Refused, match="Nông Văn Bằng đã đăng ký danh hiệu này năm 2023"):
        do(office, pledges.enter, draft)
    with pytest.raises(Refused, match="không tặng cho đối tượng này"):
        do(office, pledges.enter, PledgeDraft(draft.about, 2023, "DH_LDTT"))
    with pytest.raises(Refused, match="Chọn hộ trong danh sách gợi ý"):
        do(office, pledges.enter, PledgeDraft(About("household"), 2023, "DH_GDVH"))


def test_no_household_is_rated(office, home):
    with pytest.raises(Refused, match="Chọn cá nhân hoặc tập thể"):
        do(office, ratings.enter, RatingDraft(About("household", household_id=home), 2023, "HT"))


def test_what_is_stated_and_pledged_is_known_to_the_card(office, home):
    assert known(office, home).of(home).stated == {}
    assert known(office, home).pledged(home, "DH_GDVH") is None
    about = About("household", household_id=home)
    do(office, attesting.state, AttestedDraft(about, "guong_mau", "yes", 2023))
    do(office, attesting.state, AttestedDraft(about, "guong_mau", "no", 2022))
    do(office, pledges.enter, PledgeDraft(about, 2023, "DH_GDVH"))
    assert known(office, home).of(home).stated == {"guong_mau": True}
    assert known(office, home).pledged(home, "DH_GDVH") is True


def test_its_years_go_with_a_household_and_stand_in_its_history(office, home):
    about = About("household", household_id=home)
    do(office, pledges.enter, PledgeDraft(about, 2023, "DH_GDVH"), name="Đăng ký")
    do(office, attesting.state, AttestedDraft(about, "guong_mau", "yes", 2023))
    told = [entry.action for entry in ask(office, history.of, "household", home)]
    assert "Đăng ký" in told
    before = content(office)
    do(office, people.remove_household, home)
    assert count(office, "SELECT (SELECT count(*) FROM pledge) + (SELECT count(*) FROM attested)") == 0
    office.undo()
    assert content(office) == before


def test_the_list_of_a_commune_does_not_take_the_pledge_of_a_household_for_its_own(office, home, commune):
    do(office, pledges.enter, PledgeDraft(About("household", household_id=home), 2023, "DH_GDVH"))
    form = ask(office, registration_form.form, commune, 2023, ON)
    assert [one.titles for one in form.collectives] == [""]


def test_a_list_of_households_pledging_comes_in_by_one_action(office, tmp_path):
    listed = workbook(
        tmp_path / "dang ky.xlsx",
        (
            ("DANH SÁCH HỘ GIA ĐÌNH ĐĂNG KÝ GIA ĐÌNH VĂN HÓA NĂM 2023",),
            ("STT", "Họ và tên chủ hộ", "Xã", "Danh hiệu đăng ký"),
            ("1", "Nông Văn Bằng", "Xã Cao Sơn", "Gia đình văn hóa"),
            ("2", "Hộ bà Lý Thị Na", "Xã Cao Sơn", "Gia đình văn hóa"),
        ),
    )
    before = content(office)

    def plan():
        with office.read() as session:
            book = importing.title_book(session)
            return importing.preview(session, [read_file(listed, book)], (), {})

    planned = plan()
    assert [problem.reason for file in planned.files for problem in file.problems] == []
    do(office, importing.write, planned)
    assert sql(
        office,
        "SELECT h.name, u.name, g.year FROM pledge g JOIN household h ON h.id = g.household_id "
        "JOIN unit u ON u.id = g.unit_id ORDER BY g.id",
    ) == [("Nông Văn Bằng", "Xã Cao Sơn", 2023), ("Lý Thị Na", "Xã Cao Sơn", 2023)]
    assert plan().yearly_to_write == 0
    office.undo()
    assert content(office) == before
