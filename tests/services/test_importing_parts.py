"""Parts of units - teams, classes, hamlets - of one name in two units stay two, each under its own."""

from tests.records.offices import content, do, sql
from tests.services.import_lists import decision, listed, plan, reading, row, take_in
from thidua_desktop.domain.unit import UnitDraft
from thidua_desktop.services import units

TEAM, LOI, DONG = "Tổ Văn phòng", "Trường THCS Lê Lợi", "Trường TH Kim Đồng"


def team(name=TEAM, unit=LOI):
    return row(name, "DH_TTLDTT", "collective", unit=unit)


def under(office):
    """Each unit commended, with the unit above it."""
    return sql(
        office,
        "SELECT u.name, p.name FROM award a JOIN unit u ON u.id = a.unit_id "
        "LEFT JOIN unit p ON p.id = u.parent_id ORDER BY a.id",
    )


def test_teams_of_one_name_are_two_units_under_their_schools(office):
    before = content(office)
    planned, _ = take_in(office, listed(team(), team(unit=DONG)))
    assert planned.new_units == 4
    assert planned.doubts == ()
    assert under(office) == [(TEAM, LOI), (TEAM, DONG)]
    office.undo()
    assert content(office) == before


def test_they_are_found_again_under_their_schools(office):
    take_in(office, listed(team(), team(unit=DONG)))
    planned, _ = take_in(office, listed(team(unit=DONG), team(), number="10/QĐ-UBND"))
    assert (planned.new_units, planned.doubts) == (0, ())
    assert under(office) == [(TEAM, LOI), (TEAM, DONG), (TEAM, DONG), (TEAM, LOI)]


def test_the_school_above_is_the_one_of_the_book_however_it_is_written(office):
    school = do(office, units.add, UnitDraft("Trường Trung học cơ sở Lê Lợi", "school"))
    do(office, units.add, UnitDraft(TEAM, "other", school))
    planned, _ = take_in(office, listed(team()))
    assert planned.new_units == 0
    assert under(office) == [(TEAM, "Trường Trung học cơ sở Lê Lợi")]


def test_a_school_spelt_in_two_ways_has_one_team(office):
    rows = team(unit="Trường THCS Lê Lợi"), team(unit="Trường Trung học cơ sở Lê Lợi")
    planned, _ = take_in(office, reading(decision(rows[0]), decision(rows[1], number="10/QĐ-UBND")))
    assert planned.new_units == 2


def test_a_whole_unit_is_known_by_its_own_name_whatever_stands_beside_it(office):
    do(office, units.add, UnitDraft("Trường Mầm non Sơn Ca", "school"))
    planned, _ = take_in(office, listed(team("Trường Mầm non Sơn Ca", "Phòng Giáo dục và Đào tạo")))
    assert planned.new_units == 0


def test_hamlets_and_households_of_two_communes_stay_apart(office):
    homes = [
        row("Lê Văn Ẩn", "DH_GDVH", "household", unit=f"Thôn 1, xã {commune}")
        for commune in ("Bình Lộc", "Đắk Hà")
    ]
    planned, _ = take_in(office, reading(decision(*homes, level="commune")))
    assert planned.new_units == 2
    assert sql(office, "SELECT count(*) FROM household") == [(2,)]


def test_a_hamlet_called_ban_is_one_of_its_commune_and_a_board_is_whole(office):
    hamlet = row("Bản Nà Cà", "DH_THON_VH", "collective", unit="Xã Cao Kỳ")
    board = team("Ban Quản lý dự án", "UBND huyện Bạch Thông")
    take_in(office, reading(decision(hamlet), decision(board, number="10/QĐ-UBND")))
    assert under(office) == [("Bản Nà Cà", "Xã Cao Kỳ"), ("Ban Quản lý dự án", None)]


def test_a_hamlet_commended_is_the_one_its_people_are_of(office):
    hamlet = row("Thôn 1", "DH_THON_VH", "collective", unit="xã Bình Lộc")
    home = row("Lê Văn Ẩn", "DH_GDVH", "household", unit="Thôn 1, xã Bình Lộc")
    planned = plan(office, reading(decision(hamlet), decision(home, number="10/QĐ-UBND")))
    assert planned.new_units == 2
