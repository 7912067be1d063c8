from datetime import date

from tests.records.offices import ask, do, line, person, register, unit
from thidua_desktop.domain.campaign import CampaignDraft
from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.domain.event import EventDraft
from thidua_desktop.domain.person import HouseholdDraft
from thidua_desktop.domain.unit import SuccessionDraft, UnitDraft
from thidua_desktop.services import campaigns, finding, people, units


def found(office, typed):
    return [(one.kind, one.id, one.text) for one in ask(office, finding.everywhere, typed)]


def test_one_search_finds_people_units_campaigns_and_decisions(office):
    commune = unit(office, "Xã Cao Sơn")
    someone = person(office, "Nông Cao Sơn", commune, "Chủ tịch", birth=PartialDate(1983))
    campaign = do(office, campaigns.launch, CampaignDraft("Cao Sơn sạch đẹp"))
    decision = register(office, "215/QĐ-UBND", date(2019, 12, 20), line("A"), authority="UBND huyện Cao Sơn")
    expected = [
        ("person", someone, "Nông Cao Sơn · sinh 1983 · Chủ tịch · Xã Cao Sơn"),
        ("unit", commune, "Xã Cao Sơn"),
        ("campaign", campaign, "Cao Sơn sạch đẹp"),
    ]
    assert found(office, "cao son") == found(office, "Cao Sơn") == expected
    assert found(office, "215") == [
        ("decision", decision, "215/QĐ-UBND ngày 20/12/2019 · UBND huyện Cao Sơn")
    ]
    assert found(office, "cao sờn") == []


def test_households_and_events_are_found_too(office):
    commune = unit(office, "Xã Cao Sơn")
    home = do(office, people.add_household, HouseholdDraft("Hoàng Thị Biên", commune))
    held = do(
        office, campaigns.hold_event, EventDraft("Hội nghị biểu dương điển hình", PartialDate(2020, 7, 22))
    )
    assert found(office, "hoang thi bien") == [("household", home, "Hộ Hoàng Thị Biên · Xã Cao Sơn")]
    assert found(office, "dien hinh") == [("event", held, "Hội nghị biểu dương điển hình · 22/07/2020")]


def test_a_unit_that_has_ended_says_so_and_is_found_by_its_old_name(office):
    old, renamed = unit(office, "Xã Vi Hương"), unit(office, "Xã Sĩ Bình")
    do(office, units.succeed, SuccessionDraft("dissolved", date(2025, 7, 1), (old,)))
    new = (UnitDraft("Xã Bình Sơn", "commune"),)
    do(office, units.succeed, SuccessionDraft("renamed", date(2020, 2, 1), (renamed,), (), new))
    assert found(office, "vi huong") == [("unit", old, "Xã Vi Hương · đến 01/07/2025")]
    assert found(office, "sĩ bình") == [("unit", renamed, "Xã Bình Sơn")]


def test_of_each_kind_a_few_are_shown(office):
    for number in range(9):
        person(office, f"Nông Thị Hoa {number}")
        unit(office, f"Trường Hoa {number}", "school")
    kinds = [kind for kind, *_ in found(office, "hoa")]
    assert kinds == ["person"] * 6 + ["unit"] * 6
