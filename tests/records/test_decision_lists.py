from datetime import date

import pytest

from tests.records.offices import ask, do, fresh_copy, line, register, sql
from thidua_desktop.domain.campaign import CampaignDraft
from thidua_desktop.domain.decision import Stated
from thidua_desktop.domain.event import EventDraft
from thidua_desktop.records import catalogue, decisions, imports, settings
from thidua_desktop.records.query import ListQuery
from thidua_desktop.services import campaigns


@pytest.fixture(scope="module")
def office(template, tmp_path_factory):
    workspace = fresh_copy(template, tmp_path_factory.mktemp("quyet-dinh"))
    do(workspace, campaigns.launch, CampaignDraft("Phong trào Một"))
    do(workspace, campaigns.hold_event, EventDraft("Hội nghị"))
    head = {"authority": "UBND huyện Bạch Thông", "signer": "Đinh Quang Hưng"}
    one = line("Nông Thị Hoa", unit_written="Trường Tiểu học Cao Sơn")
    register(workspace, "9/QĐ-UBND", date(2018, 3, 1), one, year=2017, **head)
    school = line("Trường Tiểu học Cao Sơn", "GK_HUYEN", recipient="collective")
    register(
        workspace, "10/QĐ-UBND", date(2017, 5, 1), school, level="province", campaign_id=1, type="thematic"
    )
    register(workspace, "215/QĐ-CTN", date(2019, 1, 1), level="president", event_id=1, year=2018)
    yield workspace
    workspace.close(backed_up=False)


def numbers(office, **query):
    ids = ask(office, decisions.ids, ListQuery(**query))
    return [row.number.split("/")[0] for row in ask(office, decisions.rows, ids)]


def test_decisions_stand_the_latest_first_or_as_asked(office):
    assert numbers(office) == ["215", "9", "10"]
    assert numbers(office, sort="decided_on") == ["10", "9", "215"]
    assert numbers(office, sort="decided_on", descending=True) == ["215", "9", "10"]
    assert numbers(office, sort="number") == ["9", "10", "215"]
    assert numbers(office, sort="number", descending=True) == ["215", "10", "9"]
    assert numbers(office, sort="year") == ["10", "9", "215"]
    assert numbers(office, sort="level") == ["9", "215", "10"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("9/QĐ-UBND", {"9"}),
        ("09/QĐ", {"9"}),
        ("số 9/qđ", {"9"}),
        ("qd ubnd", {"9", "10"}),
        ("215", {"215"}),
        ("5/QĐ", {"215"}),
        ("số", set()),
        ("bach thong", {"9"}),
        ("Bạch Thông", {"9"}),
        ("hung", {"9"}),
        ("nong thi hoa", {"9"}),
        ("cao sơn", {"9", "10"}),
        ("không có", set()),
        ("  ", {"9", "10", "215"}),
    ],
)
def test_decisions_are_found_by_number_authority_signer_and_who_is_on_them(office, typed, found):
    assert set(numbers(office, search=typed)) == found


def test_decisions_are_filtered(office):
    kinds = {code: row.id for code, row in ask(office, catalogue.by_code).items()}
    [(unit,)] = sql(office, "SELECT id FROM unit")
    for filters, found in (
        ({"level": "province"}, {"10"}),
        ({"campaign": 1}, {"10"}),
        ({"event": 1}, {"215"}),
        ({"type": "merit"}, {"9", "215"}),
        ({"year": 2017}, {"9", "10"}),  # one says the year, one was only signed in it
        ({"award": kinds["DH_LDTT"]}, {"9"}),
        ({"unit": unit}, {"9", "10"}),
        ({"unit": unit, "level": "district"}, {"9"}),
        ({"award": kinds["BK_TTG"]}, set()),
    ):
        assert set(numbers(office, filters=filters)) == found, filters


def test_a_decision_tells_what_is_on_it(office):
    first, second, third = (ask(office, decisions.get, number) for number in (1, 2, 3))
    assert (first.counted, second.counted, third.counted) == (
        Stated(1, 0, 0, 1),
        Stated(0, 1, 0, 1),
        Stated(0, 0, 0, 0),
    )
    assert (second.campaign, third.event, first.scans) == ("Phong trào Một", "Hội nghị", 0)
    with pytest.raises(LookupError):
        ask(office, decisions.get, 99)


def test_a_decision_is_found_by_number_day_and_level(office):
    day = date(2018, 3, 1)
    assert ask(office, decisions.find, "Số 09/QĐ-UBND", day, "district") == 1
    assert ask(office, decisions.find, "9/QĐ-UBND", day, "province") is None
    assert ask(office, decisions.find, "9/QĐ-UBND", date(2018, 3, 2), "district") is None
    assert ask(office, decisions.find, "9/QĐ-UBND", day, "district", but=1) is None


def test_settings_are_kept_beside_their_defaults(office):
    assert ask(office, settings.all_) == settings.DEFAULTS
    do(office, settings.change, {"office": "UBND huyện Bạch Thông"})
    do(office, settings.change, {"office": "UBND huyện Bạch Thông", "place": "Bạch Thông"})
    kept = {**settings.DEFAULTS, "office": "UBND huyện Bạch Thông", "place": "Bạch Thông"}
    assert ask(office, settings.all_) == kept
    assert dict(sql(office, "SELECT key, value FROM setting")) == {
        key: kept[key] for key in ("office", "place")
    }


def test_files_taken_in_are_logged_the_latest_first(office):
    logged = [
        imports.ImportedFile(f"{n}.xlsx", "ab" * 32, "annex", "2024-05-01T10:00:00", 40, 39, "Dòng 7")
        for n in (1, 2)
    ]
    for file in logged:
        do(office, imports.add, file)
    assert ask(office, imports.list_) == logged[::-1]
