"""What is due at the office is told with its day, its working days and its article."""

from datetime import date
from pathlib import Path

import pytest

from tests.records.offices import ask, count, do, line, person, register, unit
from thidua_desktop.domain.about import About
from thidua_desktop.domain.dossier import DossierDraft, NominationDraft
from thidua_desktop.domain.drafted import DraftedDraft
from thidua_desktop.domain.law.card import Law
from thidua_desktop.domain.law.rules_file import load_rules
from thidua_desktop.domain.pledge import PledgeDraft
from thidua_desktop.records import days_off, sending, settings
from thidua_desktop.reports import reminder
from thidua_desktop.services import agenda, decisions, dossiers, drafting, forecast_report, handing, pledges

BOOK = load_rules(Path(__file__).resolve().parents[2] / "resources")


@pytest.fixture
def school(office):
    return unit(office, "Trường Tiểu học Cao Sơn", "school")


@pytest.fixture
def dossier(office, school):
    rows = (NominationDraft("DH_LDTT", name="Lý Văn An"),)
    return do(
        office, dossiers.receive, DossierDraft(school, date(2020, 6, 1), 2019, "3/TTr", nominations=rows)
    )


def due(office, today):
    return ask(office, agenda.due, BOOK, today)


def test_a_dossier_is_to_be_appraised_in_the_working_days_of_the_law(office, dossier):
    [one] = due(office, date(2020, 6, 15))
    assert (one.text, one.on, one.left, one.late) == (
        "Thẩm định hồ sơ 3/TTr của Trường Tiểu học Cao Sơn",
        date(2020, 6, 29),
        10,
        False,
    )
    assert one.cite == "NĐ 91/2017 Điều 48 k2a"
    assert one.follow == ("dossier", dossier, {})
    assert due(office, date(2020, 7, 1))[0].late


def test_days_off_of_the_office_move_the_day(office, dossier):
    do(office, days_off.keep, {date(2020, 6, 10): "Nghỉ bù", date(2020, 6, 11): "Nghỉ bù"})
    assert due(office, date(2020, 6, 15))[0].on == date(2020, 7, 1)
    do(office, days_off.keep, {date(2020, 6, 10): "Nghỉ"})
    assert count(office, "SELECT count(*) FROM day_off") == 1


def test_an_appraised_dossier_is_not_due_and_a_draft_waits_for_its_signature(office, dossier):
    do(office, dossiers.appraise, [1], "kept")
    do(office, dossiers.bring, dossier, "appraised", date(2020, 6, 10))
    [one] = due(office, date(2020, 6, 15))
    assert (one.text, one.follow) == (
        "1 hồ sơ đã thẩm định chờ họp Hội đồng",
        ("dossier", None, {"state": "appraised"}),
    )
    do(office, drafting.draft, DraftedDraft("Khen thưởng năm 2019", 2019), [1])
    [one] = due(office, date(2020, 6, 15))
    assert (one.text, one.on) == ("Ký dự thảo “Khen thưởng năm 2019” (1 lượt khen)", None)


def test_the_yearly_report_is_named_two_months_before(office):
    assert due(office, date(2024, 6, 1)) == []
    [one] = due(office, date(2024, 11, 1))
    assert (one.on, one.checked) == (date(2024, 12, 15), False)
    assert due(office, date(2024, 12, 16)) == []


def test_the_yearly_report_is_named_under_a_law_nobody_read_as_not_checked(office):
    [one] = [one for one in due(office, date(2026, 11, 27)) if one.on is not None]
    assert (one.on, one.left, one.checked) == (date(2026, 12, 15), 12, False)


def test_awards_not_handed_over_and_money_not_returned_are_told(office, school):
    someone = person(office, "Nguyễn Thị Mai", school)
    register(office, "1/QĐ", date(2020, 1, 10), line("Nguyễn Thị Mai", person_id=someone, unit_id=school))
    [one] = due(office, date(2020, 6, 15))
    assert one.text == "1 lượt khen ký từ đầu năm 2019 chưa ghi đã trao"
    do(office, handing.pay, {1: 540_000}, date(2020, 1, 20))
    by = register(office, "2/QĐ", date(2020, 2, 1))
    do(office, decisions.revoke, [1], by)
    [one] = due(office, date(2020, 6, 15))
    assert one.text == "1 lượt khen bị thu hồi chưa nộp lại tiền thưởng"
    do(office, handing.give_back, [1], date(2020, 3, 1))
    assert due(office, date(2020, 6, 15)) == []


def test_units_that_have_not_registered_are_counted_once_somebody_has(office, school):
    unit(office, "Phòng Nội vụ", "office")
    unit(office, "Thôn Một", "hamlet")
    assert due(office, date(2024, 6, 1)) == []
    do(office, pledges.enter, PledgeDraft(About("collective", unit_id=school), 2024, "DH_TTLDTT"))
    [one] = due(office, date(2024, 6, 1))
    assert one.text == "1 đơn vị chưa đăng ký thi đua năm 2024"
    silent = ask(office, sending.units_for, 2024)
    assert [(row.unit, row.registered, row.proposed) for row in silent] == [
        ("Phòng Nội vụ", False, False),
        ("Trường Tiểu học Cao Sơn", True, False),
    ]


def test_the_reminder_lists_who_has_not_sent(office, school):
    do(office, pledges.enter, PledgeDraft(About("collective", unit_id=school), 2024, "DH_TTLDTT"))
    unit(office, "Phòng Nội vụ", "office")
    options = reminder.Options(2024)
    rows = ask(office, reminder.build, options)
    document = reminder.compose(rows, options, ask(office, settings.all_))
    table = next(block for block in document.content if hasattr(block, "rows"))
    assert list(table.rows) == [
        (1, "Phòng Nội vụ", "", "Chưa gửi", "Chưa gửi"),
        (2, "Trường Tiểu học Cao Sơn", "", "Đã gửi", "Chưa gửi"),
    ]


def test_the_forecast_is_a_document_with_its_shares(office, school):
    someone = person(office, "Nguyễn Thị Mai", school, gender="female")
    register(office, "1/QĐ", date(2019, 12, 10), line("Nguyễn Thị Mai", person_id=someone, unit_id=school))
    options = forecast_report.Options(2019, lambda _session: Law(BOOK), school)
    document = forecast_report.compose(
        ask(office, forecast_report.build, options), options, ask(office, settings.all_)
    )
    tables = {block.name: list(block.rows) for block in document.content if hasattr(block, "rows")}
    assert ("Nữ", 1, "100,0 %") in tables["Cơ cấu"]
    assert document.slug.startswith("du-bao-2019")
