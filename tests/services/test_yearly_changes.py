"""Ratings, initiatives, discipline, months worked and pledges come back as typed; what cannot be is refused."""

from dataclasses import replace
from datetime import date

import pytest

from tests.records.offices import ask, content, count, do, line, person, register, sql, unit
from thidua_desktop.domain.about import About
from thidua_desktop.domain.attested import AttestedDraft
from thidua_desktop.domain.discipline import DisciplineDraft
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.idea import IdeaDraft
from thidua_desktop.domain.pledge import PledgeDraft
from thidua_desktop.domain.rating import RatingDraft
from thidua_desktop.domain.whole import WholeDraft
from thidua_desktop.domain.work_year import WorkYearDraft
from thidua_desktop.records import catalogue, history
from thidua_desktop.records import disciplines as discipline_records
from thidua_desktop.records import ideas as idea_records
from thidua_desktop.records import pledges as pledge_records
from thidua_desktop.records import ratings as rating_records
from thidua_desktop.records import whole as whole_records
from thidua_desktop.records import work_years as work_year_records
from thidua_desktop.records.query import ListQuery
from thidua_desktop.services import (
    attesting,
    disciplines,
    ideas,
    people,
    pledges,
    ratings,
    units,
    whole,
    work_years,
)


@pytest.fixture
def school(office):
    return unit(office, "Trường Tiểu học Cao Sơn", "school")


@pytest.fixture
def someone(office, school):
    return person(office, "Nguyễn Thị Mai", school, "Giáo viên")


def kind_id(session, code):
    return catalogue.by_code(session)[code].id


def test_a_rating_comes_back_as_typed_with_the_unit_of_the_person(office, school, someone):
    draft = RatingDraft(About("person", someone), 2023, "HTXS", "QĐ số 5", "Ghi chú")
    do(office, ratings.enter, draft)
    (row,) = ask(office, rating_records.rows, ask(office, rating_records.ids, ListQuery()))
    assert rating_records.draft_of(row) == replace(draft, about=About("person", someone, school))
    assert (row.name, row.unit) == ("Nguyễn Thị Mai", "Trường Tiểu học Cao Sơn")
    changed = replace(draft, year=2022, rating="HT")
    do(office, ratings.correct, row.id, changed)
    assert sql(office, "SELECT person_id, unit_id, year, rating FROM rating") == [
        (someone, school, 2022, "HT")
    ]
    do(office, ratings.remove, [row.id])
    assert count(office, "SELECT count(*) FROM rating") == 0


def test_a_year_is_rated_once_for_a_person_and_once_for_a_unit(office, school, someone):
    whose = (About("person", someone), About("collective", unit_id=school))
    for about in whose:
        do(office, ratings.enter, RatingDraft(about, 2023, "HTT"))
    before = content(office)
    for about, name in zip(whose, ("Nguyễn Thị Mai", "Trường Tiểu học Cao Sơn"), strict=True):
        with pytest.raises(Refused, match=f"{name} đã có xếp loại năm 2023"):
            do(office, ratings.enter, RatingDraft(about, 2023, "HT"))
    assert content(office) == before


@pytest.mark.parametrize(
    ("act", "draft", "field"),
    [
        (ratings.enter, RatingDraft(About("person"), 2023, "HTT"), "person"),
        (ratings.enter, RatingDraft(About("collective"), 2023, "HTT"), "unit"),
        (ratings.enter, RatingDraft(About("nobody"), 2023, "HTT"), "recipient"),
        (ratings.enter, RatingDraft(About("person", 1), 23, "HTT"), "year"),
        (ratings.enter, RatingDraft(About("person", 1), 2023, "Tốt"), "rating"),
        (ideas.enter, IdeaDraft(" ", "initiative", 2023, "co_so", (1,)), "name"),
        (ideas.enter, IdeaDraft("A", "initiative", 2023, "xa", (1,)), "level"),
        (ideas.enter, IdeaDraft("A", "initiative", 2023, "co_so", ()), "authors"),
        (ideas.enter, IdeaDraft("A", "initiative", 2023, "co_so", (1, 1)), "authors"),
        (ideas.enter, IdeaDraft("A", "initiative", 2023, "co_so", (1,), used_for=1), "used_year"),
        (ideas.enter, IdeaDraft("A", "initiative", 2023, "co_so", (1,), used_year=2023), "used_for"),
        (disciplines.enter, DisciplineDraft(About("person", 1), "", date(2023, 1, 1)), "form"),
        (disciplines.enter, DisciplineDraft(About("person", 1), "canh_cao", None), "starts"),
        (
            disciplines.enter,
            DisciplineDraft(About("person", 1), "canh_cao", date(2023, 2, 1), date(2023, 1, 1)),
            "ends",
        ),
        (work_years.enter, WorkYearDraft(1, 2023, 13), "months"),
        (work_years.enter, WorkYearDraft(1, 2023), "months"),
        (work_years.enter, WorkYearDraft(None, 2023, 12), "person"),
        (pledges.enter, PledgeDraft(About("person", 1), 2023, ""), "award"),
        (pledges.enter, PledgeDraft(About("person", 1), 2023, "TTLĐTT"), "award"),
        (pledges.enter, PledgeDraft(About("person", 1), 2023, "DH_TTLDTT"), "award"),
        (whole.say, WholeDraft("award", 2023, 2020), "last_year"),
        (whole.say, WholeDraft("luck", 2020, 2023), "subject"),
        (attesting.state, AttestedDraft(About("person", 1), "members", "nhiều"), "value"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_kept(office, someone, act, draft, field):
    before = content(office)
    with pytest.raises(Refused) as refused:
        do(office, act, draft)
    assert [problem.field for problem in refused.value.problems] == [field]
    assert content(office) == before


def test_an_initiative_comes_back_with_its_authors_in_order(office, someone):
    other = person(office, "Lý Văn An")
    kind = ask(office, kind_id, "DH_CSTD_CS")
    draft = IdeaDraft(
        "Dạy đọc bằng truyện tranh",
        "initiative",
        2022,
        "co_so",
        (other, someone),
        "",
        True,
        "QĐ 7",
        kind,
        2022,
    )
    made = do(office, ideas.enter, draft)
    (row,) = ask(office, idea_records.rows, [made])
    assert idea_records.draft_of(row) == draft
    assert ([author.name for author in row.authors], row.used_title) == (
        ["Lý Văn An", "Nguyễn Thị Mai"],
        "Chiến sĩ thi đua cơ sở",
    )
    with pytest.raises(Refused, match="Đã có sáng kiến"):
        do(office, ideas.enter, replace(draft, name="dạy đọc bằng truyện tranh "))
    do(
        office,
        ideas.correct,
        made,
        replace(draft, authors=(someone,), applied=None, used_for=None, used_year=None),
    )
    assert sql(office, "SELECT person_id, place FROM idea_author") == [(someone, 1)]
    for filters, found in (({"person": someone}, [made]), ({"person": other}, []), ({"used": "yes"}, [])):
        assert list(ask(office, idea_records.ids, ListQuery(filters=filters))) == found
    for typed in ("truyện tranh", "mai", "doc bang"):
        assert list(ask(office, idea_records.ids, ListQuery(typed))) == [made]


def test_discipline_is_found_in_every_year_it_stood(office, someone):
    made = do(
        office,
        disciplines.enter,
        DisciplineDraft(About("person", someone), "canh_cao", date(2021, 6, 1), date(2022, 6, 1), "QĐ 3"),
    )
    for year, found in ((2020, []), (2021, [made]), (2022, [made]), (2023, [])):
        assert list(ask(office, discipline_records.ids, ListQuery(filters={"year": year}))) == found
    (row,) = ask(office, discipline_records.rows, [made])
    do(office, disciplines.correct, made, replace(discipline_records.draft_of(row), ends=None))
    assert list(ask(office, discipline_records.ids, ListQuery(filters={"year": 2025}))) == [made]


def test_a_pledge_is_achieved_when_the_title_was_given_for_that_year(office, school, someone):
    draft = PledgeDraft(About("person", someone), 2019, "DH_LDTT", date(2019, 1, 15))
    made = do(office, pledges.enter, draft)
    do(office, pledges.enter, replace(draft, award="DH_CSTD_CS"))
    assert not ask(office, pledge_records.rows, [made])[0].achieved
    register(office, "1/QĐ", date(2019, 12, 20), line("Nguyễn Thị Mai", person_id=someone, unit_id=school))
    (row,) = ask(office, pledge_records.rows, [made])
    assert row.achieved
    assert pledge_records.draft_of(row) == replace(draft, about=About("person", someone, school))
    assert len(ask(office, pledge_records.ids, ListQuery(filters={"achieved": "no", "year": 2019}))) == 1
    with pytest.raises(Refused, match="Nguyễn Thị Mai đã đăng ký danh hiệu này năm 2019"):
        do(office, pledges.enter, draft)
    do(office, pledges.correct, made, replace(draft, note="Bổ sung"))


def test_a_list_of_pledges_adds_only_what_is_new(office, school, someone):
    drafts = [
        PledgeDraft(About("person", someone), 2024, "DH_LDTT"),
        PledgeDraft(About("collective", unit_id=school), 2024, "DH_TTLDTT"),
    ]
    assert do(office, pledges.enter_list, [*drafts, drafts[0]]) == 2
    assert do(office, pledges.enter_list, drafts) == 0
    assert count(office, "SELECT count(*) FROM pledge WHERE unit_id = ?", school) == 2


def test_years_entered_whole_do_not_overlap(office):
    made = do(office, whole.say, WholeDraft("award", 2015, 2020, from_start=True))
    with pytest.raises(Refused, match="Khen thưởng 2015 – 2020 đã ghi là nhập đủ"):
        do(office, whole.say, WholeDraft("award", 2020, 2021))
    do(office, whole.correct, made, WholeDraft("award", 2016, 2021))
    assert [(row.first_year, row.last_year) for row in ask(office, whole_records.of, "award")] == [
        (2016, 2021)
    ]


def test_what_is_stated_again_takes_the_place_of_what_was_said(office, someone):
    about = About("person", someone)
    do(office, attesting.state_all, about, 2023, {"dao_duc": "yes", "members": "12"})
    do(office, attesting.state_all, about, 2023, {"dao_duc": "no", "members": ""})
    assert sql(office, "SELECT key, value, year FROM attested") == [("dao_duc", "no", 2023)]


def fill_years(office, whose, *, rating="HTT"):
    about = About("person", whose)
    do(office, ratings.enter, RatingDraft(about, 2021, rating))
    do(office, ideas.enter, IdeaDraft(f"Sáng kiến {whose}", "initiative", 2021, "co_so", (whose,)))
    do(office, disciplines.enter, DisciplineDraft(about, "khien_trach", date(2018, 1, 1), date(2019, 1, 1)))
    do(office, work_years.enter, WorkYearDraft(whose, 2021, 12, 3))
    do(office, pledges.enter, PledgeDraft(about, 2021, "DH_LDTT"))
    do(office, attesting.state, AttestedDraft(about, "kind", "cbccvc"))


COUNTS = {"rating": 1, "idea_author": 2, "discipline": 1, "work_year": 1, "pledge": 1, "attested": 1}


def test_merging_two_people_moves_their_years_and_doubles_nothing(office, someone):
    twin = person(office, "Nguyễn Thị Mai")
    fill_years(office, someone)
    fill_years(office, twin)
    before = content(office)
    do(office, people.merge, twin, someone)
    for table, many in COUNTS.items():
        assert sql(office, f"SELECT person_id, count(*) FROM {table} GROUP BY person_id") == [
            (someone, many)
        ], table
    office.undo()
    assert content(office) == before


def test_people_told_different_things_of_one_year_are_not_merged_unseen(office, someone):
    twin = person(office, "Nguyễn Thị Mai")
    fill_years(office, someone)
    fill_years(office, twin, rating="HTXS")
    before = content(office)
    with pytest.raises(Refused, match="xếp loại hoặc thời gian làm việc khác nhau năm 2021"):
        do(office, people.merge, twin, someone)
    assert content(office) == before


def test_a_person_is_removed_with_everything_of_the_years(office, someone):
    fill_years(office, someone)
    before = content(office)
    do(office, people.remove, someone)
    for table in COUNTS:
        assert count(office, f"SELECT count(*) FROM {table}") == 0, table
    office.undo()
    assert content(office) == before


def test_a_unit_spoken_of_in_a_year_is_not_removed(office):
    house = unit(office, "Phòng Y tế", "office")
    about = About("collective", unit_id=house)
    for act, draft, words in (
        (ratings.enter, RatingDraft(about, 2023, "HTT"), "dòng xếp loại"),
        (disciplines.enter, DisciplineDraft(about, "canh_cao", date(2023, 1, 1)), "dòng kỷ luật"),
        (pledges.enter, PledgeDraft(about, 2023, "DH_TTLDTT"), "dòng đăng ký thi đua"),
        (attesting.state, AttestedDraft(about, "members", "12", 2023), "điều đã xác nhận"),
    ):
        do(office, act, draft)
        with pytest.raises(Refused, match=words):
            do(office, units.remove, house)
        office.undo()
    do(office, units.remove, house)


def test_the_history_tells_of_a_person_s_years_in_words(office, someone):
    fill_years(office, someone)
    told = "\n".join(text for entry in ask(office, history.of, "person", someone) for text in entry.lines)
    for words in (
        "Thêm tác giả: Sáng kiến 1",
        "Thêm xác nhận của cơ quan: Đối tượng theo luật",
        "Thêm xếp loại: Trường Tiểu học Cao Sơn, năm 2021, Hoàn thành tốt nhiệm vụ",
        "Thêm kỷ luật: Trường Tiểu học Cao Sơn, Khiển trách, 01/01/2018",
        "Thêm đăng ký thi đua: Trường Tiểu học Cao Sơn, Lao động tiên tiến, năm 2021",
    ):
        assert words in told, told


def test_work_of_a_year_is_entered_once(office, someone):
    made = do(office, work_years.enter, WorkYearDraft(someone, 2021, 10, None, "Lớp chính trị", "Ghi chú"))
    (row,) = ask(office, work_year_records.rows, [made])
    assert work_year_records.draft_of(row) == WorkYearDraft(
        someone, 2021, 10, None, "Lớp chính trị", "Ghi chú"
    )
    with pytest.raises(Refused, match="đã có thời gian làm việc năm 2021"):
        do(office, work_years.enter, WorkYearDraft(someone, 2021, 9))
    do(office, work_years.correct, made, WorkYearDraft(someone, 2021, 9))
    do(office, work_years.remove, [made])
    assert count(office, "SELECT count(*) FROM work_year") == 0
