from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.records.offices import ask, count, do, line, paper, person, register, sql, unit
from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.domain.unit import SuccessionDraft, UnitDraft
from thidua_desktop.records import people as people_records
from thidua_desktop.services import decisions, people, units
from thidua_desktop.services.recipients import Made, settle

NAME = "Nguyễn Văn Đức"
HOUSE = "DH_GDVH"


def born(text):
    return PartialDate.parse(text) if text else None


def given_to(office):
    return [row[0] for row in sql(office, "SELECT person_id FROM award ORDER BY id")]


def questions(office):
    return sql(office, "SELECT person_id, other_id, answer FROM identity ORDER BY id")


def lines_at(*places, **more):
    return [line(NAME, unit_written=place, **more) for place in places]


def test_the_same_name_in_the_same_unit_is_the_same_person(office):
    register(office, "1/QĐ-UBND", date(2018, 1, 5), *lines_at("Phòng Nội vụ"))
    again = line("nguyễn  văn đức", unit_written="phòng nội vụ")
    register(
        office, "2/QĐ-UBND", date(2019, 1, 5), again, line("NGUYỄN VĂN ĐỨC", unit_written="Phòng Nội Vụ")
    )
    assert given_to(office) == [1, 1, 1]
    assert count(office, "SELECT count(*) FROM person") == count(office, "SELECT count(*) FROM unit") == 1
    assert questions(office) == []
    assert sql(office, "SELECT DISTINCT name_written FROM award ORDER BY id") == [
        (NAME,),
        ("nguyễn văn đức",),
        ("NGUYỄN VĂN ĐỨC",),
    ]


def test_a_namesake_elsewhere_is_another_person_and_the_question_is_kept(office):
    register(office, "1/QĐ-UBND", date(2018, 1, 5), *lines_at("Phòng Nội vụ", "Xã Vi Hương", "Xã Vi Hương"))
    register(office, "2/QĐ-UBND", date(2019, 1, 5), *lines_at("Xã Tân Tú"))
    assert given_to(office) == [1, 2, 2, 3]
    assert questions(office) == [(1, 2, ""), (1, 3, ""), (2, 3, "")]


def test_a_pair_answered_is_never_asked_again(office):
    register(office, "1/QĐ-UBND", date(2018, 1, 5), *lines_at("Phòng Nội vụ", "Xã Vi Hương"))
    [(question, *_)] = ask(office, people_records.open_questions)
    do(office, people.tell_apart, question)
    register(office, "2/QĐ-UBND", date(2019, 1, 5), *lines_at("Xã Vi Hương", "Phòng Nội vụ", "Xã Tân Tú"))
    assert given_to(office) == [1, 2, 2, 1, 3]
    assert questions(office) == [(1, 2, "different"), (1, 3, ""), (2, 3, "")]
    asked = ask(office, people_records.open_questions)
    assert [(one.id, other.id) for _, one, other in asked] == [(1, 3), (2, 3)]


def test_births_that_disagree_keep_people_apart(office):
    births = ("1980", "1985", "03/1980", "05/1980", "02/03/1980", "04/02/1985")
    register(
        office,
        "1/QĐ-UBND",
        date(2018, 1, 5),
        *(line(NAME, unit_written="Phòng Nội vụ", birth=born(text)) for text in births),
    )
    assert given_to(office) == [1, 2, 1, 3, 1, 2]
    assert sql(office, "SELECT birth FROM person") == [("1980-03-02",), ("1985-02-04",), ("1980-05",)]
    assert len(questions(office)) == 3


def test_one_list_does_not_give_one_person_two_births(office):
    known = person(office, NAME, unit(office, "Phòng Nội vụ", "office"))
    lines = (line(NAME, unit_written="Phòng Nội vụ", birth=born(text)) for text in ("1980", "1985", "1980"))
    register(office, "1/QĐ-UBND", date(2018, 1, 5), *lines)
    assert given_to(office) == [known, known + 1, known]
    assert sql(office, "SELECT birth FROM person") == [("1980",), ("1985",)]


def test_a_line_that_fits_two_namesakes_of_one_unit_is_not_guessed(office):
    place = unit(office, "Phòng Nội vụ", "office")
    older, younger = (person(office, NAME, place, birth=born(text)) for text in ("1960", "1990"))
    register(office, "1/QĐ-UBND", date(2018, 1, 5), *lines_at("Phòng Nội vụ", "Phòng Nội vụ"))
    third = given_to(office)[0]
    assert third not in {older, younger}
    assert given_to(office) == [third, third]
    assert questions(office) == [(older, younger, ""), (older, third, ""), (younger, third, "")]
    register(office, "2/QĐ-UBND", date(2019, 1, 5), *lines_at("Phòng Nội vụ"))
    assert given_to(office)[2] == third


def test_what_a_list_knows_of_a_person_is_filled_in_and_nothing_known_is_changed(office):
    known = person(office, NAME, unit(office, "Phòng Nội vụ", "office"), birth=born("1980"), gender="male")
    told = line(NAME, unit_written="Phòng Nội vụ", birth=born("03/02/1980"), gender="female")
    register(office, "1/QĐ-UBND", date(2018, 1, 5), told)
    row = ask(office, people_records.get, known)
    assert (str(row.birth), row.gender) == ("03/02/1980", "male")


def test_a_person_made_in_place_bears_what_all_lines_tell(office):
    lines = [
        line(NAME, unit_written="Phòng Nội vụ", post="Chuyên viên"),
        line(NAME, unit_written="Phòng Nội vụ", gender="male", birth=born("1980")),
    ]
    register(office, "1/QĐ-UBND", date(2018, 1, 5), *lines)
    row = ask(office, people_records.get, 1)
    assert (row.post, row.unit, row.gender, str(row.birth)) == ("Chuyên viên", "Phòng Nội vụ", "male", "1980")


def test_a_person_awarded_in_a_unit_is_known_there_the_next_time(office):
    known = person(office, NAME, unit(office, "Phòng Nội vụ", "office"))
    elsewhere = unit(office, "Phòng Tài chính", "office")
    register(office, "1/QĐ-UBND", date(2018, 1, 5), line(NAME, person_id=known, unit_id=elsewhere))
    register(office, "2/QĐ-UBND", date(2019, 1, 5), *lines_at("Phòng Tài chính"))
    assert given_to(office) == [known, known]


def test_people_without_a_unit_are_one_by_name(office):
    register(office, "1/QĐ-UBND", date(2018, 1, 5), line(NAME), line(NAME))
    register(office, "2/QĐ-UBND", date(2019, 1, 5), line(NAME), *lines_at("Phòng Nội vụ"))
    assert given_to(office) == [1, 1, 1, 2]
    assert questions(office) == [(1, 2, "")]


def test_a_unit_is_found_by_the_name_it_had(office):
    commune = unit(office, "Xã Sĩ Bình")
    become = SuccessionDraft(
        "renamed", date(2020, 2, 1), (commune,), (), (UnitDraft("Xã Bình Sơn", "commune"),)
    )
    do(office, units.succeed, become)
    register(office, "1/QĐ-UBND", date(2018, 1, 5), *lines_at("Xã Sĩ Bình"))
    register(office, "2/QĐ-UBND", date(2021, 1, 5), *lines_at("Xã Bình Sơn"))
    assert given_to(office) == [1, 1]
    assert sql(office, "SELECT unit_id, unit_written FROM award ORDER BY id") == [
        (commune, "Xã Sĩ Bình"),
        (commune, "Xã Bình Sơn"),
    ]


def test_a_household_is_one_by_head_and_place(office):
    lines = [
        line("Triệu Văn Ba", HOUSE, recipient="household", unit_written=place)
        for place in ("Thôn Một", "Thôn Hai", "Thôn Một", "")
    ]
    register(office, "1/QĐ-UBND", date(2018, 1, 5), *lines, level="commune")
    register(office, "2/QĐ-UBND", date(2019, 1, 5), *lines[:1], level="commune")
    assert [row[0] for row in sql(office, "SELECT household_id FROM award ORDER BY id")] == [1, 2, 1, 3, 1]
    assert count(office, "SELECT count(*) FROM person") == 0


def test_what_was_made_in_place_is_told(office):
    person(office, NAME, unit(office, "Phòng Nội vụ", "office"))
    made = Made()
    do(office, settle, lines_at("Phòng Nội vụ", "Xã Vi Hương", "Xã Tân Tú"), made)
    assert (len(made.units), len(made.people), made.questions) == (2, 2, [(1, 2), (1, 3), (2, 3)])


def test_several_decisions_at_once_know_the_people_of_each_other(office):
    papers = [
        paper(f"{number}/QĐ-UBND", date(2018, 1, number), *lines_at("Phòng Nội vụ")) for number in (1, 2, 3)
    ]
    told = do(office, decisions.register_many, papers)
    assert given_to(office) == [1, 1, 1]
    assert [(one.awards, one.new_people, one.new_units) for one in told] == [(1, 1, 1), (1, 0, 0), (1, 0, 0)]


NAMES = ("Nông Thị Hoa", "Hoàng Đức", "Lý A Sinh")
PLACES = ("", "Xã Một", "Xã Hai")
BIRTHS = ("", "1980", "1985", "02/1980")
ROWS = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(PLACES), st.sampled_from(BIRTHS)), max_size=14
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=ROWS, cut=st.integers(0, 14))
def test_no_person_ever_has_two_names_two_units_or_two_births(office, rows, cut):
    lines = [line(name, unit_written=place, birth=born(birth)) for name, place, birth in rows]
    with pytest.raises(RollBack), office.write("Làm thử") as session:
        for some in (lines[:cut], lines[cut:]):
            settled = settle(session, some)
            check_settled(session, some, settled)
        raise RollBack


class RollBack(Exception):  # noqa: N818
    """Leaves the office as it was for the next example."""


def check_settled(session, asked, settled):
    for before, after in zip(asked, settled, strict=True):
        [(name, birth)] = session.raw("SELECT name, birth FROM person WHERE id = ?", [after.person_id])
        assert name == before.name
        if before.birth:
            assert birth.startswith(before.birth.iso())
        held = {
            row[0] for row in session.raw("SELECT unit_id FROM post WHERE person_id = ?", [after.person_id])
        }
        assert held == ({after.unit_id} if before.unit_written else set())
    same = "SELECT a.id, b.id FROM person a JOIN person b ON a.exact = b.exact AND a.id < b.id ORDER BY 1, 2"
    pairs = "SELECT person_id, other_id FROM identity ORDER BY 1, 2"
    assert session.raw(same) == session.raw(pairs)
