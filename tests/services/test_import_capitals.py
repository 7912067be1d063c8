"""Units headed in capitals are written as the book or another list writes them; wishes are logged."""

from tests.records.offices import ask, content, sql, unit
from tests.services.import_lists import decision, listed, plan, reading, row, take_in
from thidua_desktop.intake.reading import Capitals
from thidua_desktop.records import imports

TYPED, WRITTEN = "TRƯỜNG TIỂU HỌC XÃ HÀ VỊ", "Trường Tiểu học xã Hà Vị"


def units_of(office):
    return {name for (name,) in sql(office, "SELECT name FROM unit")}


def words_of(office):
    return [words for (words,) in sql(office, "SELECT unit_written FROM award ORDER BY id")]


def test_a_unit_in_capitals_is_written_as_in_the_book(office):
    unit(office, WRITTEN, kind="other")
    planned, told = take_in(office, listed(row(unit=TYPED), row("Lý A Páo", unit=TYPED)))

    assert (words_of(office), units_of(office)) == ([WRITTEN] * 2, {WRITTEN})
    [words] = planned.passed
    assert words == f"“{TYPED}” ghi là “{WRITTEN}” như trong sổ (2 dòng)."
    assert ask(office, imports.run, told.run).passed == (words,)


def test_a_unit_in_capitals_is_written_as_elsewhere_in_the_import(office):
    lists = listed(row(unit=TYPED)), listed(row("Lý A Páo", unit=WRITTEN), number="10/QĐ-UBND")
    planned, _ = take_in(office, *lists)

    assert (words_of(office), units_of(office)) == ([WRITTEN] * 2, {WRITTEN})
    assert "như ở chỗ khác của danh sách (1 dòng)" in planned.passed[0]


def test_a_collective_in_capitals_too(office):
    unit(office, WRITTEN, kind="other")
    take_in(office, listed(row(TYPED, "DH_TTLDTT", "collective")))

    assert sql(office, "SELECT name_written FROM award") == [(WRITTEN,)]


def test_a_unit_known_only_in_capitals_stays_as_typed(office):
    planned, _ = take_in(office, listed(row(unit=TYPED), row("Lý A Páo", unit="UBND")))

    assert (words_of(office), planned.passed) == ([TYPED, "UBND"], ())


def test_what_was_written_on_wish_is_kept_with_its_original(office):
    changes = (("LÝ A PÁO", "Lý A Páo"),)
    wished = Capitals("Sheet1", "name", 1, changes, wished=True)
    offered = Capitals("Sheet1", "unit", 1, ((TYPED, WRITTEN),))
    before = content(office)
    _, told = take_in(office, reading(decision(row("Lý A Páo", unit=TYPED)), capitals=(wished, offered)))

    [kept] = ask(office, imports.run, told.run).files[0].repairs
    assert (kept.column, kept.encoding, kept.changes) == ("Họ và tên", "chữ in hoa", changes)
    office.undo()
    assert content(office) == before


def test_looking_again_does_not_change_what_was_written(office):
    unit(office, WRITTEN, kind="other")
    lists = listed(row(unit=TYPED))
    assert plan(office, lists).passed == plan(office, lists).passed
