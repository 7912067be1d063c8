"""What households pledge, and what the office states of them, is kept and judged as that of people is."""

from datetime import date

import pytest

from tests.intake.making import workbook
from tests.records.offices import ask, content, count, do, line, register, sql, unit
from thidua_desktop.domain.about import About
from thidua_desktop.domain.attested import AttestedDraft
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.law.card import Law
from thidua_desktop.domain.law.rules_file import load_rules
from thidua_desktop.domain.person import HouseholdDraft
from thidua_desktop.domain.pledge import PledgeDraft
from thidua_desktop.domain.rating import RatingDraft
from thidua_desktop.intake.read import read_file
from thidua_desktop.records import history
from thidua_desktop.records import pledges as records
from thidua_desktop.records.query import ListQuery
from thidua_desktop.services import attesting, importing, people, pledges, ratings, registration_form
from thidua_desktop.services.eligibility import eligible, prospects
from thidua_desktop.services.facts import Known
from thidua_desktop.workspace import RESOURCES

LAW = Law(load_rules(RESOURCES))
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
    assert known(office, home).pledged(home, "DH_GDVH").registered is None
    about = About("household", household_id=home)
    do(office, attesting.state, AttestedDraft(about, "guong_mau", "yes", 2023))
    do(office, attesting.state, AttestedDraft(about, "guong_mau", "no", 2022))
    do(office, pledges.enter, PledgeDraft(about, 2023, "DH_GDVH"))
    assert known(office, home).of(home).stated == {"guong_mau": True}
    assert known(office, home).pledged(home, "DH_GDVH").registered is True


@pytest.mark.parametrize(
    ("pledged_on", "met_on", "verdict"),
    [
        (date(2019, 1, 29), "2019-12-19", "met"),
        (date(2019, 2, 15), "2019-12-19", "not_met"),
        (date(2019, 1, 29), "2019-12-20", "not_met"),
        (None, None, "met"),
    ],
)
def test_a_household_registered_or_judged_too_late_is_not_enough(office, home, pledged_on, met_on, verdict):
    """NĐ 122/2018 Điều 4 k1, Điều 9 k3: registered before 30 January, the meeting before 20 December."""
    about = About("household", household_id=home)
    do(office, pledges.enter, PledgeDraft(about, 2019, "DH_GDVH", pledged_on))
    good = ("guong_mau_chap_hanh", "tham_gia_thi_dua_dia_phuong", "gia_dinh_hoa_thuan", "lao_dong_hieu_qua")
    answers = dict.fromkeys((*good, "area:khac"), "yes")
    answers |= {"score": "90", "score_weakest": "0.6", "meeting_came": "1", "meeting_agreed": "1"}
    do(office, attesting.state_all, about, 2019, {**answers, "meeting_on": met_on or ""})
    [one] = ask(office, eligible, LAW, "DH_GDVH", 2019, date(2019, 12, 28))
    assert one.card.verdict == verdict
    [at_once] = ask(office, prospects, LAW, "household", 2019, date(2019, 12, 28))
    assert at_once.verdicts["DH_GDVH"] == verdict


def test_the_day_of_a_meeting_is_a_day(office, home):
    with pytest.raises(Refused, match="Ngày họp bình xét: ghi ngày"):
        about = About("household", household_id=home)
        do(office, attesting.state, AttestedDraft(about, "meeting_on", "yes", 2019))


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
