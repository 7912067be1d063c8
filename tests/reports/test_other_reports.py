"""The roster of a unit, the record of a person, the list of a decision, people by number of awards."""

from datetime import date

import pytest

from tests.reports.district import OFFICE, YEARS, do, person, register
from thidua_desktop import reports
from thidua_desktop.documents.document import Paragraph, Table
from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.domain.decision import Stated
from thidua_desktop.domain.period import Period
from thidua_desktop.domain.person import PersonDraft, PostDraft
from thidua_desktop.records import awards
from thidua_desktop.records.query import ListQuery
from thidua_desktop.reports import decision_list, people_by_awards, person_record, unit_roster
from thidua_desktop.services import decisions, people


def made(office, report, *args, **options):
    """Rows and document of a report."""
    asked = report.Options(*args, **options)
    with office.read() as session:
        rows = report.build(session, asked)
    return rows, report.compose(rows, asked, OFFICE)


def tables(document):
    return [block for block in document.blocks if isinstance(block, Table)]


def notes(document):
    return [block.text for block in document.blocks if isinstance(block, Paragraph) and block.style == "note"]


def named(office, name):
    with office.read() as session:
        return next(
            row.person_id for row in awards.first_rows(session, ListQuery(search=name)) if row.name == name
        )


def test_every_report_offered_is_complete():
    for module in reports.all_():
        assert module.TITLE
        assert all(hasattr(module, name) for name in ("Options", "build", "compose"))


def test_a_roster_lists_staff_without_awards_too(office, ids):
    do(office, people.add, PersonDraft("Hà Thị Yên", posts=(PostDraft("Giáo viên", ids["school"]),)))
    rows, _ = made(office, unit_roster, ids["school"])
    assert [(row.name, len(row.awards)) for row in rows.people] == [
        ("Lò Văn An", 5),
        ("Bế Thị Bình", 2),
        ("Hà Thị Yên", 0),
    ]
    assert [(row.name, len(row.awards)) for row in rows.others] == [("Trường Tiểu học Đồng Cao", 2)]


def test_a_roster_takes_in_the_units_below_or_leaves_them_out(office, ids):
    whole, _ = made(office, unit_roster, ids["cao"])
    alone, _ = made(office, unit_roster, ids["cao"], below=False)
    assert {row.name for row in whole.people} == {"Lò Văn An", "Bế Thị Bình", "Dương Văn Giàu"}
    assert {row.name for row in alone.people} == {"Dương Văn Giàu"}


def test_rows_of_a_roster_open_their_awards(office, ids):
    rows, _ = made(office, unit_roster, ids["root"], Period.year(2019))
    for row in (*rows.people, *rows.others):
        with office.read() as session:
            assert len(awards.ids(session, ListQuery(filters=row.filters))) == len(row.awards)
    assert sum(len(row.awards) for row in (*rows.people, *rows.others)) == 9


def test_the_roster_is_the_kept_one(office, ids, same_as_kept):
    same_as_kept(made(office, unit_roster, ids["root"], YEARS)[1], "unit-roster")


def test_a_person_s_record_tells_posts_and_every_award_in_order_of_year(office, ids, same_as_kept):
    posts = (
        PostDraft("Giáo viên", ids["school"], since=PartialDate(2010), until=PartialDate(2018, 8)),
        PostDraft("Hiệu trưởng", ids["school"], since=PartialDate(2018, 9)),
    )
    person_id = named(office, "Lò Văn An")
    do(office, people.change, person_id, PersonDraft("Lò Văn An", PartialDate(1985, 3), "male", posts=posts))
    rows, document = made(office, person_record, person_id)
    assert [award.year for award in rows.awards] == [2017, 2018, 2019, 2019, 2020]
    assert rows.posts[0] == ("Giáo viên", "Trường Tiểu học Đồng Cao", "2010", "08/2018")
    same_as_kept(document, "person-record")


def test_a_revoked_award_stands_on_the_record_but_is_not_counted(office, ids):
    person_id = named(office, "Bế Thị Bình")
    by = register(office, "99/QĐ-UBND", date(2020, 9, 9), person("Nông Thị Hoa", ids["cao"], "GK_HUYEN"))
    with office.read() as session:
        award_id = awards.of(session, person=person_id)[0].id
    do(office, decisions.revoke, [award_id], by)
    rows, document = made(office, person_record, person_id)
    assert len(rows.awards) == 2
    assert notes(document) == ["Tổng cộng 1 lượt khen thưởng theo 1 quyết định."]
    assert "(đã thu hồi)" in tables(document)[-1].rows[0][2]


def test_there_is_no_record_of_nobody(office):
    with pytest.raises(LookupError):
        made(office, person_record, 999)


def test_the_list_of_a_decision_is_the_kept_one(office, ids, same_as_kept):
    same_as_kept(made(office, decision_list, 5)[1], "decision-list")


def test_the_list_of_a_decision_says_what_lacks_to_the_totals_on_the_paper(office, ids):
    lines = [person("Lò Thị Mến", ids["cao"], "GK_HUYEN"), person("Lò Thị Na", ids["cao"], "GK_HUYEN")]
    decision_id = register(office, "215/QĐ-UBND", date(2020, 3, 3), *lines, stated=Stated(persons=3))
    rows, document = made(office, decision_list, decision_id)
    assert [award.name for award in rows.awards] == ["Lò Thị Mến", "Lò Thị Na"]
    assert notes(document) == ["Danh sách gồm 2 cá nhân.", "Quyết định ghi 3 cá nhân, đã nhập 2: thiếu 1."]


def test_people_are_listed_by_how_often_they_were_commended(office, ids, same_as_kept):
    rows, document = made(office, people_by_awards, YEARS)
    assert [(row.name, row.times, row.decisions) for row in rows.people] == [
        ("Lò Văn An", 5, 5), ("Ma Văn Chí", 4, 3), ("Bế Thị Bình", 2, 2),
    ]  # fmt: skip
    assert rows.people[0].kinds == (
        ("Chiến sĩ thi đua cơ sở", 1), ("Lao động tiên tiến", 3), ("Giấy khen của Chủ tịch UBND huyện", 1),
    )  # fmt: skip
    same_as_kept(document, "people-by-awards")


def test_people_by_number_of_awards_open_their_awards(office, ids):
    for options in (
        {},
        {"period": Period.year(2019, "earned")},
        {"under": ids["cao"]},
        {"level": "district"},
    ):
        rows, _ = made(office, people_by_awards, least=1, **options)
        assert rows.people
        for row in rows.people:
            with office.read() as session:
                assert len(awards.ids(session, ListQuery(filters=row.filters))) == row.times
            assert sum(times for _, times in row.kinds) == row.times


def test_nobody_commended_often_enough_is_said(office, ids):
    _, document = made(office, people_by_awards, least=50)
    assert notes(document) == ["Không có cá nhân nào được khen đủ số lần đã chọn."]
