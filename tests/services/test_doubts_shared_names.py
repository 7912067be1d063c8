"""A name two units of the book share is asked, never given to one of them unseen."""

from datetime import date

import pytest

from tests.records.offices import content, do, sql
from tests.services.import_lists import decision, doubt, listed, plan, reading, row, take_in
from thidua_desktop.domain.unit import UnitDraft
from thidua_desktop.services import units

NAME = "Trường Mầm non Sao Mai"


@pytest.fixture
def shared(office):
    """Two communes with a kindergarten of one name each; ids of the kindergartens by commune."""
    found = {}
    for commune in ("Xã Đôn Phong", "Xã Vũ Muộn"):
        above = do(office, units.add, UnitDraft(commune, "commune"))
        found[commune] = do(office, units.add, UnitDraft(NAME, "school", above))
    return found


def test_one_question_for_all_rows_offers_both_with_what_stands_above_them(office, shared):
    rows = [row(f"Nông Thị {name}", unit=NAME) for name in ("Hoa", "Huệ")]
    group = row(NAME, "DH_TTLDTT", "collective")
    asked = doubt(office, reading(decision(*rows), decision(group, number="10/QĐ-UBND")), kind="shared")
    assert (asked.rows, asked.question) == (3, f"3 dòng: “{NAME}” là đơn vị nào trong 2 đơn vị cùng tên?")
    assert [option.label for option in asked.options] == [
        f"Là “{NAME}”, Xã Đôn Phong",
        f"Là “{NAME}”, Xã Vũ Muộn",
        "Để sau: ghi vào đơn vị thứ nhất",
    ]
    assert [words for _, words in asked.right.facts] == ["Xã Đôn Phong", "Xã Vũ Muộn"]


@pytest.mark.parametrize(("place", "commune"), [(0, "Xã Đôn Phong"), (1, "Xã Vũ Muộn"), (2, "Xã Đôn Phong")])
def test_every_row_goes_to_the_unit_answered(office, shared, place, commune):
    before = content(office)
    lists = listed(row(unit=NAME), row(NAME, "DH_TTLDTT", "collective"))
    asked = doubt(office, lists, kind="shared")
    planned, _ = take_in(office, lists, answers={asked.key: asked.options[place].code})
    assert planned.new_units == 0
    assert sql(office, "SELECT DISTINCT unit_id FROM award") == [(shared[commune],)]
    assert sql(office, "SELECT unit_id FROM post") == [(shared[commune],)]
    office.undo()
    assert content(office) == before


def test_what_the_list_says_above_it_needs_no_question(office, shared):
    lists = listed(row(unit=f"{NAME}, xã Vũ Muộn"))
    planned, _ = take_in(office, lists)
    assert planned.doubts == ()
    assert sql(office, "SELECT unit_id FROM award") == [(shared["Xã Vũ Muộn"],)]


def test_the_key_stays_when_other_lists_come_along(office, shared):
    first = listed(row(unit=NAME))
    more = listed(row("Vi Văn Khởi", unit="Phòng Nội vụ"), row("Lò A Páo", unit=NAME), number="10/QĐ-UBND")
    assert doubt(office, first, kind="shared").key == doubt(office, first, more, kind="shared").key
    assert plan(office, listed(row(unit="Xã Vũ Muộn"))).doubts == ()


def test_an_answer_holds_for_the_units_asked_about_and_for_no_others_of_the_name(office, shared):
    """In 2020 a third unit takes the name: lists before and after are two questions."""
    third = do(office, units.add, UnitDraft(NAME, "school", valid_from=date(2020, 6, 1)))
    before, after = (
        listed(row(name, unit=NAME), number=f"{day.year}/QĐ-UBND", day=day)
        for name, day in (("Lò A Páo", date(2019, 12, 20)), ("Vi Văn Khởi", date(2020, 12, 20)))
    )
    asked = plan(office, before, after).doubts
    assert [len(one.options) for one in asked] == [3, 4]
    answers = {asked[0].key: f"#{shared['Xã Vũ Muộn']}", asked[1].key: f"#{shared['Xã Đôn Phong']}"}
    take_in(office, before, after, answers=answers)
    found = dict(sql(office, "SELECT name_written, unit_id FROM award"))
    assert found == {"Lò A Páo": shared["Xã Vũ Muộn"], "Vi Văn Khởi": shared["Xã Đôn Phong"]}
    assert third not in found.values()


def test_the_question_shows_who_is_listed_so(office, shared):
    people = [row(f"Nông Thị {name}", post="Giáo viên", unit=NAME) for name in "ABCDEFGHI"]
    asked = doubt(office, listed(*people), kind="shared")
    facts = dict(asked.left.facts)
    assert facts["Trong danh sách"] == "9 dòng"
    assert facts["Gồm"].startswith("Nông Thị A, Giáo viên; Nông Thị B, Giáo viên; ")
    assert facts["Gồm"].endswith(" … và 3 dòng nữa")


def test_a_decision_that_comes_again_differs_from_neither_bearer(office, shared):
    lists = listed(row(unit=NAME))
    asked = doubt(office, lists, kind="shared")
    take_in(office, lists, answers={asked.key: asked.options[1].code})
    again = plan(office, listed(row(unit=NAME)))
    assert (again.rows_to_write, [one.kind for one in again.doubts if one.kind == "decision"]) == (0, [])
