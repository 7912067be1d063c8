"""Who is it: near names, people who moved, namesakes of one year; asked with both sides, never merged alone."""

from datetime import date

import pytest

from tests.records.offices import content, count, person, sql, unit
from tests.services.import_lists import decision, doubt, listed, plan, reading, row, take_in


@pytest.fixture
def school(office):
    office.school = unit(office, "Trường THCS Cao Kỳ", "school")
    office.known = person(office, "Hoàng Thị Lan", office.school, "Giáo viên")
    return office


HERE = "Trường THCS Cao Kỳ"


@pytest.mark.parametrize("written", ["Hoàng Thị Loan", "Hoàng Thị Lân", "Hoang Thi Lan", "Hoàng Lan"])
def test_a_near_name_in_the_same_unit_is_asked_and_same_means_one_person(school, written):
    lists = listed(row(written, unit=HERE, post="Giáo viên"))
    asked = doubt(school, lists, kind="person")
    assert (asked.left.name, asked.right.name, asked.right.kept) == (written, "Hoàng Thị Lan", school.known)
    assert [option.code for option in asked.options] == ["same", "different", "later"]
    take_in(school, lists, answers={asked.key: "same"})
    assert sql(school, "SELECT person_id, name_written FROM award") == [(school.known, written)]
    assert count(school, "SELECT count(*) FROM person") == 1
    again = plan(school, listed(row(written, unit=HERE), number="10/QĐ-UBND"))
    assert (again.doubts, again.new_people, len(again.passed)) == ((), 0, 1)


@pytest.mark.parametrize(
    "written", ["Hoàng Thị Nga", "Hoàng Văn Lan", "Đoàn Thị Lan", "Hoàng Thị Mai Lan", "Hoàng Thị Hoa"]
)
def test_other_names_are_other_people_without_asking(school, written):
    planned = plan(school, listed(row(written, unit=HERE)))
    assert (planned.doubts, planned.new_people, planned.questions) == ((), 1, 0)


def test_different_is_remembered_and_later_keeps_the_question_open(school):
    lists = listed(row("Hoàng Thị Loan", unit=HERE))
    asked = doubt(school, lists, kind="person")
    _, told = take_in(school, lists, answers={asked.key: "different"})
    assert (told.questions, sql(school, "SELECT answer FROM identity")) == (0, [("different",)])
    school.undo()
    planned, told = take_in(school, lists, answers={asked.key: "later"})
    assert (planned.questions, told.questions) == (1, 1)
    assert sql(school, "SELECT answer FROM identity") == [("",)]


def test_nobody_waits_for_an_answer(school):
    lists = listed(row("Hoàng Thị Loan", unit=HERE))
    planned, told = take_in(school, lists)
    assert (told.awards, told.new_people, told.questions) == (1, 1, planned.questions)
    assert sql(school, "SELECT answer FROM identity") == [("",)]


def test_two_near_names_on_one_decision_are_two_people(school):
    planned = plan(school, listed(row("Lý Thị Loan", unit=HERE), row("Lý Thị Lan", unit=HERE)))
    assert planned.doubts == ()


def test_a_namesake_elsewhere_of_the_same_year_is_asked_with_both_sides(office):
    there = unit(office, "Trường Tiểu học Tân Tiến", "school")
    take_in(office, listed(row("Nông Văn Đức", unit="Trường Tiểu học Tân Tiến", birth="1979")))
    [(known,)] = sql(office, "SELECT id FROM person")
    lists = listed(row("Nông Văn Đức", unit=HERE, birth="05/1979", post="Hiệu trưởng"), number="10/QĐ-UBND")
    asked = doubt(office, lists, kind="person")
    assert "năm sinh" in asked.question
    right = dict(asked.right.facts)
    assert (right["Ngày sinh"], right["Đơn vị"]) == ("1979", "Trường Tiểu học Tân Tiến")
    assert right["Khen thưởng"] == "2019: Lao động tiên tiến"
    assert dict(asked.left.facts)["Chức vụ"] == "Hiệu trưởng"
    take_in(office, lists, answers={asked.key: "same"})
    assert sql(office, "SELECT id, birth FROM person") == [(known, "1979-05")]
    [(here,)] = sql(office, "SELECT id FROM unit WHERE name = ?", HERE)
    assert sql(office, "SELECT unit_id, title FROM post ORDER BY id") == [(there, ""), (here, "Hiệu trưởng")]
    assert sql(office, "SELECT DISTINCT person_id FROM award") == [(known,)]
    assert count(office, "SELECT count(*) FROM identity") == 0


def test_a_person_who_moved_is_asked_by_the_sequence_of_posts(office):
    before = decision(
        row("Nông Văn Đức", unit="Trường Tiểu học Tân Tiến", post="Giáo viên", year=2017),
        number="1/QĐ-UBND",
        day=date(2017, 12, 1),
    )
    after = decision(row("Nông Văn Đức", unit=HERE, post="Giáo viên"))
    asked = doubt(office, reading(before, after), kind="person")
    take_in(office, reading(before, after), answers={asked.key: "same"})
    assert count(office, "SELECT count(*) FROM person") == 1
    assert count(office, "SELECT count(*) FROM post") == 2


@pytest.mark.parametrize(
    "other",
    [
        {"birth": "1985", "post": "Giáo viên", "year": 2017},  # another year of birth
        {"birth": "", "post": "Kế toán", "year": 2017},  # another post
        {"birth": "", "post": "Giáo viên", "year": 2019},  # the same year in both units
    ],
)
def test_namesakes_in_different_units_are_never_merged_by_themselves(office, other):
    birth = {"birth": other["birth"]} if other["birth"] else {}
    first = row("Nông Văn Đức", unit="Trường Tiểu học Tân Tiến", post="Giáo viên", year=2019, birth="1979")
    second = row("Nông Văn Đức", unit=HERE, post=other["post"], year=other["year"], **birth)
    lists = reading(decision(first), decision(second, number="10/QĐ-UBND"))
    planned, told = take_in(office, lists)
    assert (planned.doubts, told.new_people, told.questions) == ((), 2, 1)


def test_keys_are_the_same_at_every_run_and_one_undo_takes_the_answers_back(school):
    lists = [
        listed(row("Hoàng Thị Loan", unit=HERE), number="1/QĐ-UBND"),
        listed(row("Nông Văn Đức", unit=HERE, birth="1979"), number="2/QĐ-UBND"),
        listed(row("Nông Văn Đức", unit="Trạm Y tế", birth="1979"), number="3/QĐ-UBND"),
    ]
    keys = [one.key for one in plan(school, *lists).doubts]
    assert len(keys) == 2
    assert keys == [one.key for one in plan(school, *reversed(lists)).doubts] or len(set(keys)) == 2
    assert keys == [one.key for one in plan(school, *lists).doubts]
    before = content(school)
    take_in(school, *lists, answers=dict.fromkeys(keys, "same"))
    assert count(school, "SELECT count(*) FROM person") == 2
    school.undo()
    assert content(school) == before


def test_three_records_answered_to_be_one_become_one(school):
    lists = [
        listed(row("Hoàng Thị Loan", unit=HERE, birth="1979"), number="1/QĐ-UBND"),
        listed(row("Hoàng Thị Loan", unit="Trạm Y tế", birth="1979"), number="2/QĐ-UBND"),
    ]
    keys = [one.key for one in plan(school, *lists).doubts]
    _, told = take_in(school, *lists, answers=dict.fromkeys(keys, "same"))
    assert (len(keys), told.new_people) == (2, 0)
    assert sql(school, "SELECT DISTINCT person_id FROM award") == [(school.known,)]
