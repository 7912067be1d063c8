"""What is known of a year is typed, corrected and taken back in the window."""

from datetime import date

import pytest

from tests.records.offices import do, sql
from tests.ui.at_a_page import press, save, shown
from tests.ui.awards_office import enter
from thidua_desktop.domain.council import CouncilDraft
from thidua_desktop.domain.person import HouseholdDraft
from thidua_desktop.records import days_off
from thidua_desktop.services import councils
from thidua_desktop.services import people as people_services
from ui.forms.days_off_form import DaysOffDialog
from ui.forms.rules_reader import RulesReader
from ui.pages import awards, people
from ui.widgets.form_dialog import FormDialog
from ui.widgets.page import Follow
from ui.widgets.suggest import Picked


@pytest.fixture(scope="module")
def fill():
    def fill(office):
        with office.write("Nhập số liệu thử") as session:
            return enter(session)

    return fill


@pytest.fixture
def view(show, kept, context, tasks):
    def view(module, kind):
        page = show(module.make(context))
        assert page.go(Follow(kind))
        tasks.drain()
        return page.view(page.current)

    return view


def add(view, tasks, button, **values):
    press(view, button)
    dialog = next(found for found in view.findChildren(FormDialog) if found.isVisible())
    dialog.form.set_values(values)
    dialog.form.save()
    tasks.drain()
    return dialog.form.shown_problems()


def test_a_rating_is_typed_corrected_and_taken_back(view, tasks, kept, office):
    ratings = view(people, "rating")
    who = {"recipient": "person", "person": Picked(kept["duc"], "Đức"), "unit": Picked(None, "")}
    assert add(ratings, tasks, "+ Xếp loại mới", **who, year=2019, rating="HTT") == []
    assert sql(office, "SELECT person_id, year, rating FROM rating") == [(kept["duc"], 2019, "HTT")]
    [row] = shown(ratings)
    ratings.go(Follow("rating", row.id))
    tasks.drain()
    save(ratings, rating="HTXS")
    assert sql(office, "SELECT rating FROM rating") == [("HTXS",)]
    [problem] = add(ratings, tasks, "+ Xếp loại mới", **who, year=2019, rating="HT")
    assert "đã có xếp loại năm 2019" in problem
    tasks.undo()
    tasks.undo()
    tasks.drain()
    assert sql(office, "SELECT * FROM rating") == []


def test_an_initiative_names_its_authors(view, tasks, kept, office):
    ideas = view(people, "idea")
    values = {"name": "Một cửa", "kind": "initiative", "year": 2019, "level": "co_so", "applied": "1"}
    [problem] = add(
        ideas, tasks, "+ Sáng kiến, đề tài mới", **values, authors=[{"person": Picked(None, "Ai đó")}]
    )
    assert "Chưa có “Ai đó” trong sổ" in problem
    ideas.findChildren(FormDialog)[-1].reject()
    authors = [{"person": Picked(kept["duc"], "Đức")}]
    assert add(ideas, tasks, "+ Sáng kiến, đề tài mới", **values, authors=authors) == []
    assert sql(office, "SELECT name, applied FROM idea") == [("Một cửa", 1)]
    assert sql(office, "SELECT person_id FROM idea_author") == [(kept["duc"],)]


def test_a_pledge_must_be_of_the_catalogue(view, tasks, kept, office):
    pledges = view(awards, "pledge")
    who = {
        "recipient": "person",
        "person": Picked(kept["duc"], "Đức"),
        "unit": Picked(None, ""),
        "year": 2019,
    }
    [problem] = add(pledges, tasks, "+ Đăng ký thi đua mới", **who, award=Picked(None, "Người tốt"))
    assert "Chưa có “Người tốt”" in problem
    pledges.findChildren(FormDialog)[-1].reject()
    assert add(pledges, tasks, "+ Đăng ký thi đua mới", **who, award=Picked("DH_LDTT", "LĐTT")) == []
    assert sql(office, "SELECT person_id, year FROM pledge") == [(kept["duc"], 2019)]


def test_a_household_pledges_under_its_own_name(view, tasks, office):
    home = do(office, people_services.add_household, HouseholdDraft("Nông Văn Bằng", None))
    pledges = view(awards, "pledge")
    who = {"recipient": "household", "year": 2019, "award": Picked("DH_GDVH", "Gia đình văn hóa")}
    [problem] = add(pledges, tasks, "+ Đăng ký thi đua mới", **who, household=Picked(None, ""))
    assert "Chọn hộ trong danh sách gợi ý." in problem
    pledges.findChildren(FormDialog)[-1].reject()
    chosen = Picked(home, "Nông Văn Bằng")
    assert add(pledges, tasks, "+ Đăng ký thi đua mới", **who, household=chosen) == []
    assert sql(office, "SELECT household_id, year FROM pledge") == [(home, 2019)]


def test_who_was_absent_from_a_meeting_tells_how_many_came(view, tasks, office):
    council = do(office, councils.set_up, CouncilDraft("Hội đồng"))
    meetings = view(awards, "meeting")
    typed = {"council": Picked(council, "Hội đồng"), "held_on": date(2019, 12, 20), "members": 9}
    absent = "Hà Thị Bé\nLý Văn Thử (ốm)"
    assert add(meetings, tasks, "+ Cuộc họp Hội đồng mới", **typed, absent=absent) == []
    assert sql(office, "SELECT present, absent FROM meeting") == [(7, absent)]


def test_discipline_and_years_entered_whole(view, tasks, kept, office):
    disciplines = view(people, "discipline")
    who = {"recipient": "person", "person": Picked(kept["duc"], "Đức"), "unit": Picked(None, "")}
    assert add(disciplines, tasks, "+ Kỷ luật mới", **who, form="canh_cao", starts=date(2019, 3, 1)) == []
    assert sql(office, "SELECT form, starts, ends FROM discipline") == [("canh_cao", "2019-03-01", None)]
    whole = view(people, "whole")
    values = {"subject": "discipline", "first_year": 2018, "last_year": 2019, "from_start": True}
    assert add(whole, tasks, "+ Số liệu đã nhập đủ mới", **values) == []
    assert sql(office, "SELECT subject, first_year, last_year, from_start FROM whole") == [
        ("discipline", 2018, 2019, 1)
    ]
    works = view(people, "work_year")
    told = {"person": Picked(kept["duc"], "Đức"), "year": 2019, "months": 11}
    assert add(works, tasks, "+ Thời gian làm việc mới", **told) == []
    assert sql(office, "SELECT months, leave_days FROM work_year") == [(11, None)]


def test_the_rules_of_any_day_are_read_and_the_office_s_own_are_typed(view, tasks, kept, office, qtbot):
    rules = view(awards, "local_rule")
    press(rules, "Đọc, sửa quy định…")
    reader = next(found for found in rules.findChildren(RulesReader) if found.isVisible())
    tasks.drain()
    assert "Chiến sĩ thi đua cơ sở" in reader.text.toPlainText()
    reader.head.load(
        {"award": Picked("DH_CSTD_CS", "CSTĐCS"), "recipient": "person", "day": date(2019, 6, 1)}
    )
    reader.head.changed.emit()
    tasks.drain()
    said = reader.text.toPlainText()
    assert "NĐ 91/2017" in said
    assert "15 %" in said
    reader.head.load(
        {"award": Picked("DH_CSTD_CS", "CSTĐCS"), "recipient": "person", "day": date(1990, 6, 1)}
    )
    reader.head.changed.emit()
    tasks.drain()
    assert "Phần mềm không biết quy định nào" in reader.text.toPlainText()
    reader.close()
    conditions = [{"kind": "consecutive", "number": "2", "award": Picked("DH_LDTT", "LĐTT"), "text": ""}]
    typed = {"award": Picked("GK_HUYEN", "Giấy khen"), "conditions": conditions}
    [problem] = add(rules, tasks, "+ Quy định mới", **typed)
    assert "căn cứ" in problem
    rules.findChildren(FormDialog)[-1].reject()
    assert add(rules, tasks, "+ Quy định mới", **typed, cite="QĐ 12/2024") == []
    assert sql(office, "SELECT code, cite FROM local_rule") == [("DP.1", "QĐ 12/2024")]
    [row] = shown(rules)
    rules.list.table.choose(row.id)
    tasks.drain()
    save(rules, cite="QĐ 13/2024")
    assert sql(office, "SELECT cite FROM local_rule") == [("QĐ 13/2024",)]
    rules._days_off()
    days = next(found for found in rules.findChildren(DaysOffDialog) if found.isVisible())
    tasks.drain()
    days.form.save()
    tasks.drain()
    assert len(sql(office, "SELECT * FROM day_off")) == 4
    rules._days_off()
    days = next(found for found in rules.findChildren(DaysOffDialog) if found.isVisible())
    tasks.drain()
    before = days.form.values()["days"]
    worked = {"kind": "worked", "name": "Làm bù Tết"}
    days.form.set_values({"days": [*before, {**worked, "day": "02/02/2026"}]})
    days.form.save()
    tasks.drain()
    assert "không phải thứ bảy, chủ nhật" in " ".join(days.form.shown_problems())
    days.form.set_values({"days": [*before, {**worked, "day": "31/01/2026"}]})
    days.form.save()
    tasks.drain()
    with office.read() as session:
        calendar = days_off.calendar(session)
    assert (len(calendar.off), calendar.worked) == (4, {date(2026, 1, 31)})
    rules._days_off()
    days = next(found for found in rules.findChildren(DaysOffDialog) if found.isVisible())
    tasks.drain()
    assert [(one["kind"], one["name"]) for one in days.form.values()["days"]].count(
        ("worked", "Làm bù Tết")
    ) == 1
    days.reject()


def test_what_no_other_list_holds_is_stated_corrected_and_taken_back(view, tasks, kept, office):
    said = view(people, "attested")
    unit = {"recipient": "collective", "unit": Picked(kept["desk"], "Phòng Nội vụ"), "year": 2019}
    new = "+ Xác nhận mới"
    [problem] = add(said, tasks, new, **unit, what=Picked(None, "Số gì đó"))
    assert "trong danh sách gợi ý" in problem
    said.findChildren(FormDialog)[-1].reject()
    members = Picked("members", "Số thành viên của tập thể")
    [problem] = add(said, tasks, new, **unit, what=members)
    assert "cần một con số" in problem
    said.findChildren(FormDialog)[-1].reject()
    assert add(said, tasks, new, **unit, what=members, figure=12) == []
    assert sql(office, "SELECT unit_id, key, value, year FROM attested") == [
        (kept["desk"], "members", "12", 2019)
    ]
    [row] = shown(said)
    said.go(Follow("attested", row.id))
    tasks.drain()
    save(said, figure=14)
    assert sql(office, "SELECT value FROM attested") == [("14",)]
    [problem] = add(said, tasks, new, **unit, what=members, figure=15)
    assert "đã có điều này năm 2019" in problem
    tasks.undo()
    tasks.undo()
    tasks.drain()
    assert sql(office, "SELECT * FROM attested") == []


def test_a_kind_and_an_answer_are_stated_of_a_person(view, tasks, kept, office):
    said = view(people, "attested")
    who = {"recipient": "person", "person": Picked(kept["duc"], "Nông Văn Đức"), "unit": Picked(None, "")}
    new = "+ Xác nhận mới"
    assert add(said, tasks, new, **who, year=None, what=Picked("kind:nld", "người lao động")) == []
    [problem] = add(said, tasks, new, **who, year=2020, what=Picked("pending", "Đang xem xét"))
    assert "Có hoặc Không" in problem
    said.findChildren(FormDialog)[-1].reject()
    assert add(said, tasks, new, **who, year=2020, what=Picked("pending", "Đang xem xét"), answer="no") == []
    assert sql(office, "SELECT key, value, year FROM attested ORDER BY id") == [
        ("kind", "nld", None),
        ("pending", "no", 2020),
    ]
    texts = {said.spec.columns[4].text(row): said.spec.columns[5].text(row) for row in shown(said)}
    assert texts == {
        "Đối tượng theo luật: người lao động": "",
        "Đang xem xét kỷ luật, điều tra, xác minh đơn thư": "Không",
    }


def test_the_day_of_a_meeting_is_stated_of_a_household(view, tasks, kept, office):
    said = view(people, "attested")
    who = {"recipient": "household", "household": Picked(kept["home"], "Lý Văn Tài"), "year": 2019}
    what = Picked("meeting_on", "Ngày họp bình xét")
    [problem] = add(said, tasks, "+ Xác nhận mới", **who, what=what, figure=3)
    assert "cần một ngày" in problem
    said.findChildren(FormDialog)[-1].reject()
    assert add(said, tasks, "+ Xác nhận mới", **who, what=what, day=date(2019, 12, 5)) == []
    assert sql(office, "SELECT household_id, key, value FROM attested") == [
        (kept["home"], "meeting_on", "2019-12-05")
    ]
    [row] = shown(said)
    assert said.spec.columns[5].text(row) == "05/12/2019"
    said.go(Follow("attested", row.id))
    tasks.drain()
    save(said, day=date(2019, 12, 6))
    assert sql(office, "SELECT value FROM attested") == [("2019-12-06",)]
