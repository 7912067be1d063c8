"""Units written otherwise than in the book: certain ones pass, doubtful ones are asked once for all rows."""

from datetime import date

import pytest

from tests.records.offices import content, count, do, sql, unit
from tests.services.import_lists import decision, doubt, listed, plan, reading, row, take_in
from thidua_desktop.domain.unit import SuccessionDraft, UnitDraft
from thidua_desktop.services import units as units_service


def units(office):
    return [name for (name,) in sql(office, "SELECT name FROM unit ORDER BY id")]


@pytest.mark.parametrize(
    ("kept", "written"),
    [
        ("Trường THCS Cao Kỳ", "Trường Trung học cơ sở Cao Kì"),
        ("Trường Mầm non Hương Sĩ", "TRƯỜNG MN HƯƠNG SỸ"),
        ("Trường Tiểu học Cao Sơn", "tiểu học Cao Sơn"),
        ("Văn phòng HĐND và UBND huyện", "VP HĐND & UBND huyện Bạch Thông"),
        ("Phòng Giáo dục và Đào tạo", "Phòng GD-ĐT huyện"),
        ("Hội Cựu chiến binh huyện", "Hội CCB huyện Bạch Thông"),
        ("Ủy ban nhân dân xã Cao Sơn", "UBND xã Cao Sơn, huyện Bạch Thông, tỉnh Bắc Kạn"),
    ],
)
def test_a_name_that_only_writes_out_the_other_passes_and_is_said(office, kept, written):
    there = unit(office, kept)
    planned, _ = take_in(office, listed(row(unit=written), row("Lý A Páo", unit=written)))
    assert (units(office), planned.doubts, planned.new_units) == ([kept], (), 0)
    assert planned.passed == (f"“{written}” là “{kept}” (2 dòng).",)
    assert sql(office, "SELECT DISTINCT unit_id, unit_written FROM award") == [(there, written)]


@pytest.mark.parametrize(
    ("kept", "written"),
    [
        ("Trường Tiểu học Cao Sơn", "Trường TH Cao Sơn"),
        ("Thị trấn Phủ Thông", "TT Phủ Thông"),
        ("Trường THCS Vũ Muộn", "Trường PTCS Vũ Muộn"),
        ("Trường Tiểu học Quang Thuận", "Trường Tiểu học Quang Thuân"),
        ("Trường Tiểu học Nguyên Phúc", "Trường Tiểu hoc Nguyên Phúc"),
        ("Công an xã Lục Bình", "Công an Lục Bình"),
        ("Công an huyện", "Công an"),
    ],
)
def test_a_doubtful_name_is_asked_once_for_all_its_rows(office, kept, written):
    there = unit(office, kept)
    rows = [row(f"Nông Văn {name}", unit=written) for name in ("Bảo", "Cảnh", "Dũng")]
    lists = [reading(decision(*rows[:2]), decision(rows[2], number="10/QĐ-UBND"))]
    asked = doubt(office, *lists, kind="unit")
    assert (asked.rows, asked.question) == (3, f"3 dòng: “{written}” là “{kept}”?")
    assert (asked.left.name, asked.right.name, asked.right.kept) == (written, kept, there)
    assert [option.code for option in asked.options] == ["same", "different", "later"]
    planned, _ = take_in(office, *lists, answers={asked.key: "same"})
    assert (units(office), planned.doubts[0].answer, planned.answers) == ([kept], "same", {asked.key: "same"})
    assert sql(office, "SELECT DISTINCT unit_id, unit_written FROM award") == [(there, written)]
    later = plan(office, listed(row("Lý A Páo", unit=written), number="11/QĐ-UBND"))
    assert (later.doubts, later.new_units) == ((), 0)


@pytest.mark.parametrize("answer", ["different", "later", ""])
def test_another_unit_or_no_answer_enters_it_as_written_and_asks_no_more(office, answer):
    unit(office, "Trường Tiểu học Cao Sơn")
    lists = listed(row(unit="Trường TH Cao Sơn"))
    asked = doubt(office, lists, kind="unit")
    take_in(office, lists, answers={asked.key: answer})
    assert units(office) == ["Trường Tiểu học Cao Sơn", "Trường TH Cao Sơn"]
    assert plan(office, listed(row("Lý A Páo", unit="Trường TH Cao Sơn"), number="11")).doubts == ()


@pytest.mark.parametrize(
    ("kept", "written"),
    [
        ("Trường Tiểu học số 1", "Trường Tiểu học số 2"),
        ("Thôn Nà Lốc I", "Thôn Nà Lốc II"),
        ("Công an huyện", "Công an tỉnh"),
        ("Phòng Nội vụ huyện Bạch Thông", "Phòng Nội vụ huyện Ba Bể"),
        ("Trường Tiểu học Cao Sơn", "Trường Mầm non Cao Sơn"),
        ("Xã Cao Sơn", "Xã Cao Tân"),
        ("Văn phòng Huyện ủy", "Văn phòng"),
    ],
)
def test_names_that_tell_two_units_apart_are_never_asked(office, kept, written):
    unit(office, kept)
    planned = plan(office, listed(row(unit=written)))
    assert (planned.doubts, planned.passed, planned.new_units) == ((), (), 1)


def test_two_names_of_one_new_unit_become_one_and_the_other_name_is_remembered(office):
    lists = listed(row(unit="Trường Tiểu học Dương Phong"), row("Lý A Páo", unit="Trường TH Dương Phong"))
    asked = doubt(office, lists, kind="unit")
    assert (asked.rows, asked.right.kept, asked.right.name) == (1, None, "Trường Tiểu học Dương Phong")
    take_in(office, lists, answers={asked.key: "same"})
    assert units(office) == ["Trường Tiểu học Dương Phong"]
    assert sql(office, "SELECT name, until FROM unit_name") == [("Trường TH Dương Phong", None)]
    assert plan(office, listed(row("Lý A Tủa", unit="TRƯỜNG TH DƯƠNG PHONG"), number="10")).doubts == ()


def test_several_units_are_offered_by_name(office):
    unit(office, "Trường Tiểu học Cao Sơn")
    other = unit(office, "Trường Trung học Cao Sơn")
    lists = listed(row(unit="Trường TH Cao Sơn"))
    asked = doubt(office, lists, kind="unit")
    assert f"#{other}" in [option.code for option in asked.options]
    take_in(office, lists, answers={asked.key: f"#{other}"})
    assert sql(office, "SELECT unit_id FROM award") == [(other,)]


def test_a_former_name_is_known_however_it_is_written(office):
    there = unit(office, "Trường PTCS Vi Hương")
    renamed = SuccessionDraft("renamed", date(2018, 9, 1), (there,), (), (UnitDraft("Trường THCS Hương Nà"),))
    do(office, units_service.succeed, renamed)
    planned, _ = take_in(office, listed(row(unit="Trường Phổ thông cơ sở Vi Hương, huyện Bạch Thông")))
    assert (planned.doubts, sql(office, "SELECT unit_id FROM award")) == ((), [(there,)])


def test_a_collective_is_a_unit_like_any_other(office):
    there = unit(office, "Trường Tiểu học Cao Sơn")
    lists = listed(row("Trường TH Cao Sơn", "DH_TTLDTT", "collective"))
    asked = doubt(office, lists, kind="unit")
    take_in(office, lists, answers={asked.key: "same"})
    assert sql(office, "SELECT unit_id, name_written FROM award") == [(there, "Trường TH Cao Sơn")]


def test_the_question_that_settles_most_rows_comes_first_and_one_undo_takes_all_back(office):
    unit(office, "Trường Tiểu học Cao Sơn")
    unit(office, "Thị trấn Phủ Thông")
    lists = listed(
        row(unit="TT Phủ Thông"), *(row(f"Lý A {n}", unit="Trường TH Cao Sơn") for n in ("Bảo", "Cần"))
    )
    planned = plan(office, lists)
    assert [one.rows for one in planned.doubts] == [2, 1]
    before = content(office)
    take_in(office, lists, answers={one.key: "same" for one in planned.doubts})
    assert count(office, "SELECT count(*) FROM unit_name") == 2
    office.undo()
    assert content(office) == before


def test_one_answer_settles_the_same_name_with_and_without_its_district(office):
    there = unit(office, "Trạm Y tế xã Lục Bình")
    lists = listed(
        row(unit="Trạm Y tế Lục Bình"), row("Lý A Páo", unit="TRẠM Y TẾ LỤC BÌNH huyện Bạch Thông")
    )
    asked = doubt(office, lists, kind="unit")
    assert asked.right.kept == there
    take_in(office, lists, answers={asked.key: "same"})
    assert sql(office, "SELECT DISTINCT unit_id FROM award") == [(there,)]


def test_a_question_stays_the_same_when_another_is_answered(office):
    unit(office, "Trường Tiểu học Cao Sơn")
    lists = listed(
        row(unit="Trường TH Cao Sơn"),
        row("Lý A Páo", unit="Trường TH Cao Sơn huyện Bạch Thông"),
        row("Lý A Tủa", unit="TH Cao Sơn"),
    )
    first = plan(office, lists).doubts
    assert len({one.right.kept for one in first}) == 1
    for one in first:
        left = plan(office, lists, answers={one.key: "different"}).doubts
        assert {other.key for other in left} == {other.key for other in first}


def test_an_answer_nobody_offered_changes_nothing(office):
    unit(office, "Trường Tiểu học Cao Sơn")
    lists = listed(row(unit="Trường TH Cao Sơn"))
    asked = doubt(office, lists, kind="unit")
    planned = plan(office, lists, answers={asked.key: "#999", "unit:gì đó=#1": "same"})
    assert (planned.new_units, planned.answers) == (1, {})
