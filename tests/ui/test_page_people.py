from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMenu, QPushButton, QTableWidget

from tests.records.offices import sql
from tests.ui.at_a_page import choose, filter_by, names, press, section, shown, table_of, tables
from thidua_desktop.documents.document import Paragraph, Table
from thidua_desktop.domain.campaign import CampaignDraft
from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.domain.decision import AwardDraft, DecisionDraft
from thidua_desktop.domain.person import HouseholdDraft, PersonDraft, PostDraft
from thidua_desktop.domain.unit import UnitDraft
from thidua_desktop.records import awards, settings
from thidua_desktop.services import campaigns, decisions, people, units
from ui.forms.merge_form import MergeDialog
from ui.pages.people import make
from ui.widgets.form_dialog import FormDialog
from ui.widgets.page import Follow
from ui.widgets.suggest import Picked


def enter(session):
    school = units.add(session, UnitDraft("Trường Tiểu học Đôn Phong", "school"))
    commune = units.add(session, UnitDraft("Xã Đôn Phong", "commune"))
    teacher = PostDraft("Giáo viên", school)
    sang = people.add(session, PersonDraft("Nông Thị Sang", PartialDate(1985), "female", posts=(teacher,)))
    an = people.add(session, PersonDraft("Triệu Văn Ân", PartialDate(1979, 3, 2), "male"))
    dao = people.add(
        session, PersonDraft("Hà Thị Đào", gender="female", posts=(PostDraft("Kế toán", commune),))
    )
    other = people.add(session, PersonDraft("Nông Thị Sang", None, "female"))
    home = people.add_household(session, HouseholdDraft("Lý Văn Tài", commune, "Thôn Nà Lồm"))
    given = [
        AwardDraft("DH_LDTT", "person", "Nông Thị Sang", 2018, person_id=sang, unit_id=school),
        AwardDraft("DH_LDTT", "person", "Nông Thị Sang", 2019, person_id=other, unit_id=commune),
        AwardDraft("GK_HUYEN", "household", "Lý Văn Tài", 2019, household_id=home),
    ]
    draft = DecisionDraft("12/QĐ-UBND", date(2020, 1, 9), "district", awards=tuple(given))
    decisions.register(session, draft)
    return {"sang": sang, "other": other, "an": an, "dao": dao, "home": home, "school": school}


@pytest.fixture(scope="module")
def fill():
    def fill(office):
        with office.write("Nhập số liệu thử") as session:
            return enter(session)

    return fill


@pytest.fixture
def page(show, kept, context):
    return show(make(context))


@pytest.fixture
def persons(page):
    return page.view("person")


def test_people_stand_in_the_order_of_their_own_names(persons):
    assert names(persons) == ["Triệu Văn Ân", "Hà Thị Đào", "Nông Thị Sang", "Nông Thị Sang"]
    assert persons.list._count.text() == "4 cá nhân"


def test_the_model_of_people_keeps_the_rules_of_models(qtmodeltester, persons):
    QAbstractItemModelTester(persons.list.table.model())
    qtmodeltester.check(persons.list.table.model())


def test_people_can_stand_by_family_name(persons, tasks):
    persons.list._sort_by("family", descending=False)
    tasks.drain()
    assert names(persons)[0] == "Hà Thị Đào"


def test_people_can_stand_in_the_order_they_were_entered(persons, tasks):
    persons.list._sort_by("entered", descending=False)
    tasks.drain()
    assert names(persons)[0] == "Nông Thị Sang"


def test_d_without_its_bar_finds_it(qtbot, persons, tasks):
    with qtbot.waitSignal(persons.list.settled):
        qtbot.keyClicks(persons.list.bar.search, "dao")
    tasks.drain()
    assert names(persons) == ["Hà Thị Đào"]


def test_the_unit_filter_shows_who_works_there(persons, tasks, kept):
    filter_by(persons, "unit", kept["school"])
    assert names(persons) == ["Nông Thị Sang"]
    assert persons.panel.title == "Nông Thị Sang"


def test_year_and_gender_filters_work_together(persons, tasks):
    filter_by(persons, "year", 2019)
    assert len(persons.list.table.ids) == 1
    filter_by(persons, "gender", "male")
    assert len(persons.list.table.ids) == 0


def test_campaign_and_level_of_what_was_given_narrow_the_list(persons, kept, office):
    with office.write("Phong trào") as session:
        drive = campaigns.launch(session, CampaignDraft("Chung sức xây dựng nông thôn mới"))
        of_drive = AwardDraft("GK_HUYEN", "person", "Triệu Văn Ân", 2020, person_id=kept["an"])
        decisions.register(
            session, DecisionDraft("5/QĐ-UBND", date(2020, 3, 1), campaign_id=drive, awards=(of_drive,))
        )
    persons.context.tasks.changed.emit(frozenset({"campaign", "award"}))
    persons.context.tasks.drain()
    filter_by(persons, "campaign", drive)
    assert names(persons) == ["Triệu Văn Ân"]
    filter_by(persons, "campaign", None)
    filter_by(persons, "level", "district")
    assert len(names(persons)) == 3
    filter_by(persons, "level", "province")
    assert names(persons) == []


def test_a_person_shows_the_whole_award_history_and_leads_to_the_decision(qtbot, persons, tasks, kept):
    choose(persons, kept["sang"])
    assert section(persons, "Khen thưởng (1)") == [["2018", "12/QĐ-UBND", "Lao động tiên tiến"]]
    table = table_of(persons, "Khen")
    table.setCurrentCell(0, 0)
    with qtbot.waitSignal(persons.followed) as asked:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert asked.args[0].kind == "decision"


def test_a_revoked_award_is_marked_and_not_counted(persons, tasks, kept, office):
    with office.write("Thu hồi") as session:
        row = awards.of(session, person=kept["sang"])[0]
        awards.revoke(session, [row.id], row.decision_id)
    choose(persons, kept["sang"])
    assert section(persons, "Khen thưởng (0)")[0][2] == "Lao động tiên tiến – đã thu hồi"


def test_the_history_tells_what_was_done_in_words(persons, tasks, kept):
    choose(persons, kept["an"])
    lines = section(persons, "Lịch sử thay đổi")
    assert lines[0][1] == "Nhập số liệu thử"
    assert ["", "• Ngày sinh: 02/03/1979"] in lines


def test_a_year_of_birth_alone_is_kept_as_a_year(persons, tasks, kept, office):
    choose(persons, kept["dao"])
    persons.panel.form.set_values({"birth": PartialDate(1990)})
    persons.panel.form.save()
    tasks.drain()
    assert sql(office, "SELECT birth FROM person WHERE id = ?", kept["dao"]) == [("1990",)]
    assert persons.panel.form.editor("birth").input.text() == "1990"


def test_a_post_typed_in_the_table_is_kept_and_undone(persons, tasks, kept, office):
    choose(persons, kept["an"])
    post = {
        "title": "Hiệu trưởng",
        "unit": Picked(None, "Trường Tiểu học Đôn Phong"),
        "since": "9/2015",
        "until": "",
    }
    persons.panel.form.set_values({"posts": [post]})
    tasks.drain()
    persons.panel.form.save()
    tasks.drain()
    found = sql(office, "SELECT title, unit_id, since FROM post WHERE person_id = ?", kept["an"])
    assert found == [("Hiệu trưởng", kept["school"], "2015-09")]
    assert shown(persons)[0].unit == "Trường Tiểu học Đôn Phong"
    tasks.undo()
    tasks.drain()
    assert sql(office, "SELECT title FROM post WHERE person_id = ?", kept["an"]) == []


def test_a_unit_not_in_the_records_stays_as_written_on_the_post(persons, tasks, kept, office):
    choose(persons, kept["an"])
    post = {"title": "Chiến sĩ", "unit": Picked(None, "Đồn Biên phòng 5"), "since": "", "until": "1999"}
    persons.panel.form.set_values({"posts": [post]})
    persons.panel.form.save()
    tasks.drain()
    found = sql(office, "SELECT unit_id, unit_written, until FROM post WHERE person_id = ?", kept["an"])
    assert found == [(None, "Đồn Biên phòng 5", "1999")]


def test_a_day_of_a_post_that_is_none_is_refused_beside_its_table(persons, tasks, kept, office):
    choose(persons, kept["an"])
    post = {"title": "Hiệu trưởng", "unit": Picked(), "since": "31/02/2015", "until": ""}
    persons.panel.form.set_values({"posts": [post]})
    persons.panel.form.save()
    tasks.drain()
    told = persons.panel.form.editor("posts").shown_problem()
    assert told.startswith("Dòng 1: Tháng 2 năm 2015 chỉ có 28 ngày")
    assert sql(office, "SELECT title FROM post WHERE person_id = ?", kept["an"]) == []


def test_an_unreadable_birth_is_told_beside_the_field(persons, tasks, kept):
    choose(persons, kept["an"])
    persons.panel.form.editor("birth").input.setText("tháng ba")
    persons.panel.form.save()
    assert "Không hiểu" in persons.panel.form.editor("birth").shown_problem()


def new_person(qtbot, page, tasks):
    dialog = page.view("person").add_record()
    assert isinstance(dialog, FormDialog)
    tasks.drain()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_a_known_name_is_asked_about_before_anything_is_saved(qtbot, page, tasks, type_text):
    dialog = new_person(qtbot, page, tasks)
    name = dialog.form.editor("name")
    type_text(name.input, "Nông Thị Sang")
    qtbot.keyClick(name.input, Qt.Key.Key_Tab)
    tasks.drain()
    assert name.question.isVisible()
    assert name.question.text().startswith("Có phải cùng một người?")
    assert "sinh 1985 · Giáo viên, Trường Tiểu học Đôn Phong · 1 lượt khen" in name.question.text()


def test_a_namesake_can_be_saved_all_the_same_and_the_question_is_kept(qtbot, page, tasks, office):
    dialog = new_person(qtbot, page, tasks)
    dialog.form.set_values({"name": "Triệu Văn Ân"})
    dialog.form.save()
    tasks.drain()
    assert sql(office, "SELECT count(*) FROM person WHERE name = 'Triệu Văn Ân'") == [(2,)]
    assert page.view("person").panel.title == "Triệu Văn Ân"
    assert len(section(page.view("person"), "Có phải cùng một người?")) == 6


def test_a_name_nobody_has_is_not_asked_about(qtbot, page, tasks, type_text):
    dialog = new_person(qtbot, page, tasks)
    name = dialog.form.editor("name")
    type_text(name.input, "Mã Thị Lụa")
    qtbot.keyClick(name.input, Qt.Key.Key_Tab)
    tasks.drain()
    assert not name.question.isVisible()


def test_a_person_without_a_name_is_refused_beside_the_name(qtbot, page, tasks):
    dialog = new_person(qtbot, page, tasks)
    dialog.form.save()
    assert dialog.form.shown_problems() == ["Chưa nhập họ và tên."]


def test_both_sides_of_a_question_are_shown(persons, tasks, kept):
    choose(persons, kept["sang"])
    lines = [text for _label, text in section(persons, "Có phải cùng một người?")]
    assert lines == [
        "sinh 1985",
        "Giáo viên, Trường Tiểu học Đôn Phong",
        "Lao động tiên tiến 2018",
        "chưa rõ ngày sinh",
        "chưa ghi chức vụ, đơn vị",
        "Lao động tiên tiến 2019",
    ]


def test_the_same_person_is_merged_into_the_record_shown_and_undo_parts_them(persons, tasks, kept, office):
    choose(persons, kept["sang"])
    press(persons, "Cùng một người (gộp)")
    tasks.drain()
    assert sql(office, "SELECT DISTINCT person_id FROM award WHERE person_id > 0") == [(kept["sang"],)]
    assert names(persons).count("Nông Thị Sang") == 1
    assert len(section(persons, "Khen thưởng (2)")) == 2
    tasks.undo()
    tasks.drain()
    assert names(persons).count("Nông Thị Sang") == 2


def test_different_people_are_not_asked_about_again(persons, tasks, kept, office):
    choose(persons, kept["sang"])
    press(persons, "Khác người")
    tasks.drain()
    assert sql(office, "SELECT answer FROM identity") == [("different",)]
    assert not any(name.startswith("Có phải") for name in tables(persons))


def test_merging_two_of_different_birth_is_refused_in_a_sentence(persons, tasks, kept, office):
    with office.write("Sửa") as session:
        people.change(session, kept["other"], PersonDraft("Nông Thị Sang", PartialDate(1991), "female"))
    choose(persons, kept["sang"])
    press(persons, "Cùng một người (gộp)")
    tasks.drain()
    assert "ngày sinh khác nhau" in persons.panel.form.shown_problems()[0]
    assert sql(office, "SELECT count(*) FROM person WHERE name = 'Nông Thị Sang'") == [(2,)]


def test_two_chosen_lines_are_compared_and_merged(persons, tasks, kept, office):
    persons._merge([kept["other"], kept["sang"]])
    tasks.drain()
    dialog = persons.findChild(MergeDialog)
    [compared] = dialog.findChildren(QTableWidget)
    assert [compared.item(0, column).text() for column in range(3)] == ["Ngày sinh", "1985", ""]
    dialog.form.set_values(
        {"kept": Picked(kept["sang"], "Nông Thị Sang"), "other": Picked(kept["other"], "Nông Thị Sang")}
    )
    tasks.drain()
    dialog.form.save()
    tasks.drain()
    assert sql(office, "SELECT id FROM person WHERE name = 'Nông Thị Sang'") == [(kept["sang"],)]
    assert persons.panel.record_id == kept["sang"]
    assert sql(office, "SELECT name FROM action ORDER BY id DESC LIMIT 1") == [
        ("Gộp Nông Thị Sang vào Nông Thị Sang",)
    ]


def test_merging_a_person_with_itself_is_refused_in_the_window(persons, tasks, kept):
    persons._merge([])
    tasks.drain()
    dialog = persons.findChild(MergeDialog)
    same = Picked(kept["an"], "Triệu Văn Ân")
    dialog.form.set_values({"kept": same, "other": same})
    dialog.form.save()
    tasks.drain()
    assert dialog.form.shown_problems() == ["Chọn hai người khác nhau để gộp."]


def test_the_sheet_of_the_chosen_person_is_built(qtbot, persons, tasks, kept, office):
    choose(persons, kept["sang"])
    button = next(b for b in persons.findChildren(QPushButton) if b.text() == "Phiếu theo dõi")
    with qtbot.waitSignal(persons.document_asked) as asked:
        button.click()
    how, build = asked.args
    with office.read() as session:
        document = build(session)
    assert how == "preview"
    told = [block.text for block in document.blocks if isinstance(block, Paragraph)]
    assert "Họ và tên: Nông Thị Sang" in told
    assert [len(block.rows) for block in document.blocks if isinstance(block, Table)] == [1, 1]


def test_the_context_menu_offers_what_can_be_done_with_a_person(persons, tasks, kept):
    choose(persons, kept["sang"])
    persons.list.table.customContextMenuRequested.emit(persons.list.table.viewport().rect().center())
    menu = persons.findChild(QMenu)
    offered = [action.text() for action in menu.actions()]
    menu.close()
    assert offered[:3] == ["Phiếu theo dõi khen thưởng", "Xem lượt khen trong sổ", "Gộp hai người…"]


def test_a_person_with_awards_is_not_deleted(persons, tasks, kept, office):
    refused = []
    tasks.failed.disconnect()
    tasks.failed.connect(refused.append)
    choose(persons, kept["sang"])
    persons.remove_selected()
    tasks.drain()
    assert "có 1 lượt khen" in str(refused[0])
    assert sql(office, "SELECT count(*) FROM person WHERE id = ?", kept["sang"]) == [(1,)]


def test_a_person_without_awards_is_deleted_at_once_and_comes_back(qtbot, persons, tasks, kept, office):
    choose(persons, kept["an"])
    persons.list.table.setFocus()
    qtbot.keyClick(persons.list.table, Qt.Key.Key_Delete)
    tasks.drain()
    assert "Triệu Văn Ân" not in names(persons)
    tasks.undo()
    tasks.drain()
    assert names(persons)[0] == "Triệu Văn Ân"


def test_sensitive_fields_appear_once_they_are_switched_on(page, tasks, kept, office):
    with pytest.raises(KeyError):
        page.view("person").panel.form.editor("citizen_id")
    tasks.write("Sửa thông tin cơ quan", lambda session: settings.change(session, {"sensitive": "1"}))
    tasks.drain()
    persons = page.view("person")
    choose(persons, kept["an"])
    persons.panel.form.set_values({"citizen_id": "012 345 678 901", "ethnicity": "Tày", "party_member": "1"})
    persons.panel.form.save()
    tasks.drain()
    found = sql(office, "SELECT citizen_id, ethnicity, party_member FROM person WHERE id = ?", kept["an"])
    assert found == [("012345678901", "Tày", 1)]
    texts = [column.text(row) for row in shown(persons) for column in persons.spec.columns]
    assert "012345678901" not in "".join(texts)


def test_switching_sensitive_fields_on_waits_for_what_is_being_typed(page, tasks, kept):
    persons = page.view("person")
    choose(persons, kept["dao"])
    persons.panel.form.set_values({"note": "Đang gõ"})
    tasks.write("Sửa thông tin cơ quan", lambda session: settings.change(session, {"sensitive": "1"}))
    tasks.drain()
    assert page.view("person").panel.form.values()["note"] == "Đang gõ"
    persons.panel.form.save()
    tasks.drain()
    now = page.view("person").panel
    assert "citizen_id" in now.form.values()
    assert (now.title, now.form.values()["note"]) == ("Hà Thị Đào", "Đang gõ")


def test_what_the_form_does_not_show_is_not_lost(persons, tasks, kept, office):
    with office.write("Sửa") as session:
        people.change(session, kept["an"], PersonDraft("Triệu Văn Ân", citizen_id="012345678901"))
    choose(persons, kept["an"])
    persons.panel.form.set_values({"note": "Nghỉ hưu"})
    persons.panel.form.save()
    tasks.drain()
    assert sql(office, "SELECT citizen_id, note FROM person WHERE id = ?", kept["an"]) == [
        ("012345678901", "Nghỉ hưu")
    ]


def test_households_are_a_list_of_their_own(qtbot, page, tasks, kept):
    persons = page.view("person")
    button = next(b for b in persons.findChildren(QPushButton) if b.text() == "Hộ gia đình")
    button.click()
    tasks.drain()
    homes = page.view("household")
    assert homes.isVisible()
    assert not persons.isVisible()
    assert names(homes) == ["Lý Văn Tài"]
    assert section(homes, "Khen thưởng (1)")[0] == ["2019", "12/QĐ-UBND", "Giấy khen của Chủ tịch UBND huyện"]
    with qtbot.waitActive(page):
        qtbot.keyClick(page, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert persons.isVisible()


def test_a_household_is_added_changed_and_undone(page, tasks, office, kept):
    page.show_view("household")
    homes = page.view("household")
    dialog = homes.add_record()
    dialog.form.set_values({"name": "Hoàng Văn Páo", "address": "Thôn Bản Chiêng"})
    dialog.form.save()
    tasks.drain()
    assert homes.panel.title == "Hoàng Văn Páo"
    homes.panel.form.set_values({"address": "Thôn Nà Váng"})
    homes.panel.form.save()
    tasks.drain()
    found = "SELECT address FROM household WHERE name = 'Hoàng Văn Páo'"
    assert sql(office, found) == [("Thôn Nà Váng",)]
    tasks.undo()
    tasks.drain()
    assert sql(office, found) == [("Thôn Bản Chiêng",)]
    assert homes.panel.form.values()["address"] == "Thôn Bản Chiêng"


def test_households_are_filtered_by_what_they_were_given(page, tasks, kept, office):
    page.show_view("household")
    tasks.drain()
    homes = page.view("household")
    kinds = dict(sql(office, "SELECT code, id FROM award_kind"))
    filter_by(homes, "award", kinds["GK_HUYEN"])
    assert names(homes) == ["Lý Văn Tài"]
    filter_by(homes, "award", kinds["DH_LDTT"])
    assert names(homes) == []


def test_a_wish_for_a_household_or_a_person_brings_the_right_list(page, tasks, kept):
    assert page.go(Follow("household", kept["home"]))
    tasks.drain()
    assert page.current == "household"
    assert page.view("household").panel.title == "Lý Văn Tài"
    assert page.go(Follow("person", filters={"unit": kept["school"]}, note="Cá nhân ở trường"))
    tasks.drain()
    assert names(page.view("person")) == ["Nông Thị Sang"]
    assert not page.go(Follow("decision", 1))
