from datetime import date

from tests.records.offices import ask, count, do, line, person, register, sql, unit
from thidua_desktop.domain.unit import SuccessionDraft, UnitDraft
from thidua_desktop.records import unit_days, units
from thidua_desktop.records.query import ListQuery
from thidua_desktop.services import decisions
from thidua_desktop.services import units as unit_services

DAY = date(2019, 12, 20)


def names(office, **query):
    ids = ask(office, units.ids, ListQuery(**query))
    return [row.name for row in ask(office, units.rows, ids)]


def test_a_list_tells_units_of_one_name_apart_by_what_stands_above_them(office):
    communes = [unit(office, name) for name in ("Xã Cao Sơn", "Xã Vũ Muộn")]
    schools = [unit(office, "Trường Mầm non Hoa Sen", "school", parent_id=one) for one in communes]
    written = ("Trường Mầm non Hoa Sen, xã Vũ Muộn", "Trường Mầm non Hoa Sen, xã Lạ")
    made = register(office, "9/QĐ-UBND", DAY, *(line(f"Hà Thị {n}", unit_written=n) for n in written))
    placed = "SELECT unit_id, unit_written FROM award WHERE decision_id = ? ORDER BY place"
    there, elsewhere = sql(office, placed, made)
    assert there == (schools[1], written[0])  # with the words of the paper
    assert elsewhere[0] not in schools


def test_units_are_narrowed_by_what_was_given_to_them_as_collectives(office):
    praised, silent = (unit(office, name) for name in ("Xã Cao Sơn", "Xã Vũ Muộn"))
    teacher = person(office, "Hà Thị Đào", silent)
    given = line("Xã Cao Sơn", "DH_TTLDTT", recipient="collective", unit_id=praised, year=2018)
    register(
        office, "9/QĐ-UBND", DAY, given, line("Hà Thị Đào", person_id=teacher, unit_id=silent, year=2018)
    )
    assert names(office, filters={"year": 2018}) == ["Xã Cao Sơn"]
    assert names(office, filters={"level": "district", "year": 2018}) == ["Xã Cao Sơn"]
    assert names(office, filters={"level": "province"}) == []
    kind = count(office, "SELECT id FROM award_kind WHERE code = 'DH_LDTT'")
    assert names(office, filters={"award": kind}) == []


def test_a_unit_comes_back_as_typed(office):
    top = unit(office, "Huyện Bạch Thông", "district")
    draft = UnitDraft(
        "Xã Cao Sơn", "commune", top, "Khối xã", date(1990, 1, 1), date(2025, 6, 30), "Vùng cao"
    )
    made = do(office, unit_services.add, draft)
    row = ask(office, units.get, made)
    assert (units.draft_of(row), row.parent, row.awards) == (draft, "Huyện Bạch Thông", 0)
    changed = UnitDraft("Xã Cao Sơn", "commune")
    do(office, unit_services.change, made, changed)
    assert units.draft_of(ask(office, units.get, made)) == changed


def test_units_are_searched_filtered_and_sorted(office):
    top = unit(office, "Huyện Bạch Thông", "district")
    for name, kind, block, end in (
        ("Xã Đôn Phong", "commune", "Khối xã", None),
        ("Xã Dương Phong", "commune", "Khối xã", date(2025, 7, 1)),
        ("Trường THCS 10", "school", "Khối trường", None),
        ("Trường THCS 9", "school", "Khối trường", None),
    ):
        unit(office, name, kind, parent_id=top, block=block, valid_to=end)
    assert names(office) == [
        "Huyện Bạch Thông",
        "Trường THCS 9",
        "Trường THCS 10",
        "Xã Dương Phong",
        "Xã Đôn Phong",
    ]
    assert names(office, descending=True) == names(office)[::-1]
    assert names(office, search="don phong") == names(office, search="ĐÔN") == ["Xã Đôn Phong"]
    assert names(office, search="dương") == ["Xã Dương Phong"]
    assert names(office, filters={"kind": "school"}) == ["Trường THCS 9", "Trường THCS 10"]
    assert names(office, filters={"block": "Khối xã"}) == ["Xã Dương Phong", "Xã Đôn Phong"]
    assert names(office, filters={"active": "0"}) == ["Xã Dương Phong"]
    assert len(names(office, filters={"active": "1"})) == 4
    assert len(names(office, filters={"parent": top, "kind": "commune"})) == 2
    assert names(office, sort="kind")[0].startswith("Xã")
    assert names(office, sort="valid_to", descending=True)[0] == "Xã Dương Phong"
    assert names(office, sort="block")[0] == "Huyện Bạch Thông"
    assert ask(office, units.blocks) == ["Khối trường", "Khối xã"]
    assert list(ask(office, units.names).values()) == names(office)
    assert [row.name for row in ask(office, units.list_)] == names(office)


def test_a_unit_is_found_by_its_exact_name_when_there_is_one(office):
    first = unit(office, "Xã Cao Sơn")
    unit(office, "Trường Mầm non", "school", parent_id=first)
    unit(office, "Trường Mầm non", "school")
    assert ask(office, units.find, "xã  cao sơn") == first
    assert ask(office, units.find, "Trường Mầm non") is None
    assert ask(office, units.find, "Xã Cao") is None


def test_the_awards_of_units_are_those_given_to_them_as_collectives(office):
    many = [unit(office, f"Xã {number}") for number in range(15)]
    lines = [
        line("", "DH_TTLDTT", recipient="collective", unit_id=one) for one in (many[0], many[0], many[1])
    ]
    register(office, "1/QĐ-UBND", DAY, *lines, line("A", unit_id=many[0]))
    by = register(office, "2/QĐ-UBND", date(2020, 3, 1))
    do(office, decisions.revoke, [1], by)
    expected = {many[0]: 1, many[1]: 1}
    assert {row.id: row.awards for row in ask(office, units.list_) if row.awards} == expected
    assert {row.id: row.awards for row in ask(office, units.rows, many[:3]) if row.awards} == expected
    raw = "SELECT count(*) FROM award WHERE recipient = 'collective' AND revoked_by IS NULL"
    assert count(office, raw) == sum(expected.values())


def test_the_people_of_a_unit_are_those_still_in_post(office):
    commune = unit(office, "Xã Cao Sơn")
    hoa = person(office, "Nông Thị Hoa", commune, "Chủ tịch")
    person(office, "Lý A Sinh", unit(office, "Xã Khác"), "Chủ tịch")
    assert ask(office, units.people_in, commune) == [(hoa, "Nông Thị Hoa", "Chủ tịch")]


def test_the_name_of_a_unit_on_a_day_is_the_one_it_bore_then(office):
    commune = unit(office, "Xã A")
    for name, day in (("Xã B", date(2018, 1, 1)), ("Xã C", date(2021, 1, 1))):
        draft = SuccessionDraft("renamed", day, (commune,), (), (UnitDraft(name, "commune"),))
        do(office, unit_services.succeed, draft)
    told = {
        day: ask(office, unit_days.names_on, [commune], day)[commune]
        for day in (
            date(2017, 12, 31),
            date(2018, 1, 1),
            date(2020, 12, 31),
            date(2021, 1, 1),
            date(2030, 1, 1),
        )
    }
    assert list(told.values()) == ["Xã A", "Xã B", "Xã B", "Xã C", "Xã C"]
