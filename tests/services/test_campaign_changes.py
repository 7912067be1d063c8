from dataclasses import replace
from datetime import date

import pytest

from tests.records.offices import ask, content, count, do, line, person, register, sql, unit
from thidua_desktop.domain.campaign import CampaignDraft, Milestone, RoleModel
from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.event import Delegate, EventDraft, Speech
from thidua_desktop.domain.person import HouseholdDraft
from thidua_desktop.domain.total import TotalDraft
from thidua_desktop.records import campaigns as campaign_records
from thidua_desktop.records import events as event_records
from thidua_desktop.records.query import ListQuery
from thidua_desktop.services import campaigns, decisions, people, totals

DAY = date(2019, 1, 5)
NAME = "Bạch Thông chung sức xây dựng nông thôn mới"


def whole(office):
    communes = tuple(unit(office, name) for name in ("Xã Một", "Xã Hai"))
    someone = person(office, "Nông Thị Hoa")
    home = do(office, people.add_household, HouseholdDraft("Lý A Sinh"))
    parent = do(office, campaigns.launch, CampaignDraft("Cả nước chung sức", level="pm"))
    return CampaignDraft(
        NAME,
        "drive",
        "district",
        "regular",
        parent,
        PartialDate(2012),
        PartialDate(2017, 12, 31),
        "Kế hoạch 15/KH-UBND",
        ("Làm đường", "Trồng rừng"),
        communes,
        (Milestone("launch", PartialDate(2012, 3), "Tại huyện"), Milestone("final")),
        (
            RoleModel(person_id=someone, citation="Hiến đất"),
            RoleModel(unit_id=communes[0]),
            RoleModel(household_id=home),
        ),
        "Ghi chú",
    )


def test_a_campaign_comes_back_as_typed(office):
    draft = whole(office)
    made = do(office, campaigns.launch, draft)
    assert ask(office, campaign_records.draft, made) == draft
    assert ask(office, campaign_records.get, made).parent == "Cả nước chung sức"
    models = ask(office, campaign_records.role_models, made)
    assert [(one.name, one.citation) for one in models] == [
        ("Nông Thị Hoa", "Hiến đất"),
        ("Xã Một", ""),
        ("Lý A Sinh", ""),
    ]
    bare = CampaignDraft(NAME + " 2")
    do(office, campaigns.change, made, bare)
    assert ask(office, campaign_records.draft, made) == bare
    for table in ("campaign_content", "campaign_unit", "milestone", "role_model"):
        assert count(office, f"SELECT count(*) FROM {table}") == 0


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": " "}, "name"),
        ({"name": "bạch thông  chung sức xây dựng nông thôn mới"}, "name"),
        ({"form": "?"}, "form"),
        ({"kind": "?"}, "kind"),
        ({"level": "?"}, "level"),
        ({"starts": PartialDate(2020), "ends": PartialDate(2019)}, "ends"),
    ],
)
def test_a_campaign_that_cannot_be_is_refused_beside_the_field(office, wrong, field):
    do(office, campaigns.launch, CampaignDraft(NAME))
    other = do(office, campaigns.launch, CampaignDraft("Phong trào khác"))
    before = content(office)
    draft = replace(CampaignDraft("Phong trào khác"), **wrong)
    new = replace(CampaignDraft("Phong trào mới"), **wrong)
    for act in (
        lambda: do(office, campaigns.change, other, draft),
        lambda: do(office, campaigns.launch, new),
    ):
        with pytest.raises(Refused) as refused:
            act()
        assert [problem.field for problem in refused.value.problems] == [field]
    assert content(office) == before


def test_no_campaign_is_above_itself(office):
    top, middle, low = (do(office, campaigns.launch, CampaignDraft(name)) for name in ("A", "B", "C"))
    do(office, campaigns.change, low, CampaignDraft("C", parent_id=middle))
    do(office, campaigns.change, middle, CampaignDraft("B", parent_id=top))
    for parent in (top, middle, low):
        with pytest.raises(Refused, match="cấp trên"):
            do(office, campaigns.change, top, CampaignDraft("A", parent_id=parent))
    assert ask(office, campaign_records.above, low) == [low, middle, top]


@pytest.mark.parametrize(
    "how", ["quyết định khen thưởng", "phong trào cấp dưới", "hội nghị phát động", "số liệu kế thừa"]
)
def test_a_campaign_in_use_is_not_removed_and_the_sentence_says_why(office, how):
    made = do(office, campaigns.launch, CampaignDraft(NAME))
    if how == "quyết định khen thưởng":
        register(office, "1/QĐ-UBND", DAY, campaign_id=made)
    elif how == "phong trào cấp dưới":
        do(office, campaigns.launch, CampaignDraft("Con", parent_id=made))
    elif how == "hội nghị phát động":
        do(office, campaigns.hold_event, EventDraft("Hội nghị", launched_campaign_id=made))
    else:
        total = TotalDraft(3, ("DH_LDTT",), "person", "district", DAY, DAY, "Báo cáo", campaign_id=made)
        do(office, totals.enter, total)
    with pytest.raises(Refused, match=f"đang có 1 {how}"):
        do(office, campaigns.remove, made)


def test_a_removed_campaign_takes_what_belongs_to_it_along(office):
    draft = whole(office)
    before = content(office)
    made = do(office, campaigns.launch, draft)
    do(office, campaigns.remove, made)
    assert content(office) == before


def found(office, **query):
    ids = ask(office, campaign_records.ids, ListQuery(**query))
    return [row.name for row in ask(office, campaign_records.rows, ids)]


def test_campaigns_are_found_by_what_they_are_and_the_year_they_run_in(office):
    for name, first, last, more in (
        ("Ánh sáng", "2012", "2017", {"form": "drive"}),
        ("Anh dũng", "10/2016", None, {"level": "province"}),
        ("Đất nước", None, "30/06/2016", {"kind": "regular"}),
        ("Dân vận", "15/01/2018", "15/01/2018", {}),
    ):
        starts, ends = (PartialDate.parse(text) if text else None for text in (first, last))
        do(office, campaigns.launch, CampaignDraft(name, starts=starts, ends=ends, **more))
    running = {year: found(office, filters={"year": year}) for year in (2011, 2012, 2016, 2017, 2018, 2019)}
    assert running == {
        2011: ["Đất nước"],
        2012: ["Ánh sáng", "Đất nước"],
        2016: ["Anh dũng", "Ánh sáng", "Đất nước"],
        2017: ["Anh dũng", "Ánh sáng"],
        2018: ["Anh dũng", "Dân vận"],
        2019: ["Anh dũng"],
    }
    assert found(office, filters={"form": "drive"}) == ["Ánh sáng"]
    assert found(office, filters={"level": "province"}) == ["Anh dũng"]
    assert found(office, filters={"kind": "regular"}) == ["Đất nước"]
    assert found(office, search="dat") == found(office, search="Đất") == ["Đất nước"]
    assert found(office) == ["Anh dũng", "Ánh sáng", "Dân vận", "Đất nước"]
    assert found(office, descending=True) == found(office)[::-1]
    assert found(office, sort="starts")[:2] == ["Đất nước", "Ánh sáng"]
    assert ask(office, campaign_records.find, "đất  NƯỚC") == 3
    assert list(ask(office, campaign_records.names).values()) == found(office)


CONFERENCE = EventDraft(
    "Hội nghị biểu dương điển hình tiên tiến",
    PartialDate(2020, 7, 23),
    "UBND huyện",
    "Hội trường huyện",
    (Delegate("Đồng Văn Minh", ("Tỉnh ủy viên", "Bí thư Huyện ủy")), Delegate("Hà Thị Lan")),
    (Speech("Đồng Văn Minh", "Ghi nhận.\nBiểu dương."),),
    None,
    "Đủ tài liệu",
)


def test_an_event_comes_back_as_typed(office):
    launched = do(office, campaigns.launch, CampaignDraft("Phong trào 2020 – 2025"))
    draft = replace(CONFERENCE, launched_campaign_id=launched)
    made = do(office, campaigns.hold_event, draft)
    assert ask(office, event_records.draft, made) == draft
    row = ask(office, event_records.get, made)
    assert (row.launched, row.honourees) == ("Phong trào 2020 – 2025", 0)
    do(office, campaigns.change_event, made, EventDraft("Hội nghị"))
    assert ask(office, event_records.draft, made) == EventDraft("Hội nghị")
    with pytest.raises(Refused, match="tên hội nghị"):
        do(office, campaigns.change_event, made, EventDraft(""))
    do(office, campaigns.remove_event, made)
    assert sql(office, "SELECT count(*) FROM event") == sql(office, "SELECT count(*) FROM delegate") == [(0,)]


def test_the_honourees_of_an_event_are_those_of_its_decisions_not_revoked(office):
    made = do(office, campaigns.hold_event, CONFERENCE)
    register(office, "1/QĐ-UBND", DAY, line("A"), line("B"), line("C"), event_id=made)
    register(office, "2/QĐ-UBND", DAY, line("D"))
    by = register(office, "3/QĐ-UBND", date(2020, 1, 5))
    do(office, decisions.revoke, [1], by)
    assert ask(office, event_records.get, made).honourees == 2
    with pytest.raises(Refused, match="đang có 1 quyết định"):
        do(office, campaigns.remove_event, made)


def test_events_are_found_and_sorted(office):
    names = (("Đại hội thi đua", "2020"), ("Đại hội cũ", "2015"), ("Hội nghị", "23/07/2020"))
    for name, day in names:
        do(office, campaigns.hold_event, EventDraft(name, PartialDate.parse(day)))

    def events(**query):
        ids = ask(office, event_records.ids, ListQuery(**query))
        return [row.name for row in ask(office, event_records.rows, ids)]

    assert events() == ["Hội nghị", "Đại hội thi đua", "Đại hội cũ"]
    assert events(search="dai hoi") == ["Đại hội thi đua", "Đại hội cũ"]
    assert events(sort="name") == ["Đại hội cũ", "Đại hội thi đua", "Hội nghị"]
    assert events(sort="name", descending=True) == ["Hội nghị", "Đại hội thi đua", "Đại hội cũ"]
    assert events(sort="held_on") == ["Đại hội cũ", "Đại hội thi đua", "Hội nghị"]
    assert ask(office, event_records.find, "HỘI  nghị") == 3
    assert list(ask(office, event_records.names).values()) == events()
