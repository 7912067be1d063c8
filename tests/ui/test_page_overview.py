from datetime import date, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from tests.records.offices import count, do, line, paper, person, sql
from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.domain.decision import Stated
from thidua_desktop.domain.person import PersonDraft, PostDraft
from thidua_desktop.domain.total import TotalDraft
from thidua_desktop.domain.unit import UnitDraft
from thidua_desktop.records import settings
from thidua_desktop.services import decisions, people, totals, units
from ui.forms import history_view, unsaved_store
from ui.forms import list_keeping as keeping
from ui.forms.decision_form import DecisionDialog
from ui.pages.overview import make
from ui.widgets.link_button import LinkButton
from ui.widgets.page import Follow

NAME = "Nông Thị Sang"
THIS_YEAR = datetime.now().astimezone().year


@pytest.fixture
def opened(show, context):
    """The page as it opens on what the file holds by then."""

    def opened():
        page = show(make(context))
        page.wishes = []
        page.followed.connect(page.wishes.append)
        return page

    return opened


def enter_awards(office):
    """Two decisions, the second one with a row less than it states."""
    commune = do(office, units.add, UnitDraft("Xã Đôn Phong", "commune"))
    one = line(NAME, year=2018)
    two = line("Xã Đôn Phong", "DH_TTLDTT", recipient="collective", unit_id=commune, year=THIS_YEAR)
    do(office, decisions.register, paper("12/QĐ-UBND", date(2019, 1, 9), one), name="Thêm quyết định 12")
    wrong = paper("215/QĐ-UBND", date(THIS_YEAR, 1, 1), two, stated=Stated(collectives=2))
    return do(office, decisions.register, wrong, name="Thêm quyết định 215")


def enter_namesakes(office, *births, name=NAME):
    return [do(office, people.add, PersonDraft(name, birth and PartialDate(birth))) for birth in births]


def links(panel):
    shown = [button for button in panel.findChildren(LinkButton) if button.isVisible()]
    return {button.accessibleName() or button.text(): button for button in shown}


def questions(page, tasks):
    page.go(Follow("questions"))
    tasks.drain()
    return page.stack.currentWidget()


def answers(office):
    return [row[0] for row in sql(office, "SELECT answer FROM identity ORDER BY id")]


# The first page


def test_the_office_is_greeted_by_name(opened, office):
    do(office, settings.change, {"office": "UBND huyện Bạch Thông", "desk": "Phòng Nội vụ"})
    assert opened().home.greeting.text() == "Chào Phòng Nội vụ, UBND huyện Bạch Thông"


def test_figures_count_what_the_file_holds_and_open_its_lists(opened, office, tasks):
    enter_awards(office)
    page = opened()
    told = {one.accessibleName(): one for one in page.home.figures.shown}
    assert list(told) == ["1 đơn vị", "1 cá nhân", "2 quyết định", f"1 lượt năm {THIS_YEAR}", "2 lượt tất cả"]
    assert count(office, "SELECT count(*) FROM award") == 2
    for one in told.values():
        QTest.keyClick(one, Qt.Key.Key_Return)
    assert [wish.kind for wish in page.wishes] == ["unit", "person", "decision", "award", "award"]
    assert page.wishes[3].filters == {"year": THIS_YEAR}


def test_a_decision_that_does_not_add_up_is_named_and_opens(opened, office, qtbot):
    number = enter_awards(office)
    page = opened()
    told = [text for text in page.home.review.texts() if "215/QĐ-UBND" in text]
    assert len(told) == 1
    assert f"01/01/{THIS_YEAR}" in told[0]
    assert "12/QĐ-UBND" not in " ".join(page.home.review.texts())
    qtbot.mouseClick(links(page.home.review)[f"Mở: {told[0]}"], Qt.MouseButton.LeftButton)
    assert page.wishes == [Follow("decision", number)]


def test_namesakes_and_inherited_totals_wait_on_the_first_page(opened, office):
    enter_namesakes(office, 1985, None)
    draft = TotalDraft(
        2281, ("DH_LDTT",), "person", "district", date(2015, 1, 1), date(2020, 7, 22), "Báo cáo"
    )
    do(office, totals.enter, draft)
    page = opened()
    assert page.home.review.texts()[1:] == [
        "1 cặp trùng họ tên: có phải cùng một người?",
        "1 dòng số liệu kế thừa (2.281 lượt) chưa có danh sách",
    ]
    for button in links(page.home.review).values():
        button.click()
    assert [wish.kind for wish in page.wishes] == ["questions", "total"]


def test_nothing_to_review_is_said(opened, office):
    do(office, decisions.register, paper("12/QĐ-UBND", date(2019, 1, 9), line(NAME, year=2018)))
    assert opened().home.review.texts() == ["Cần xem lại", "Không có gì phải xem lại."]


def test_many_differing_decisions_are_shortened_to_a_line_that_opens_them_all(opened, office):
    for number in range(8):
        one = paper(f"{number}/QĐ-UBND", date(2019, 1, 9), line(NAME, year=2018), stated=Stated(persons=9))
        do(office, decisions.register, one)
    page = opened()
    told = page.home.review.texts()[1:]
    assert len(told) == 6
    assert told[-1].startswith("… và 3 quyết định khác")
    links(page.home.review)[f"Xem: {told[-1]}"].click()
    [wish] = page.wishes
    assert (wish.kind, wish.filters) == ("decision", {"differing": "1"})


def test_the_newest_action_is_taken_back_and_done_again_from_the_first_page(opened, office, tasks):
    person(office, "Hà Thị Đào")
    do(office, people.add, PersonDraft(NAME), name=f"Thêm cá nhân {NAME}")
    page = opened()
    assert page.home.recent.texts()[1].startswith("hôm nay ")
    assert page.home.recent.texts()[2] == f"Thêm cá nhân {NAME}"
    links(page.home.recent)[f"Hoàn tác: Thêm cá nhân {NAME}"].click()
    tasks.drain()
    assert count(office, "SELECT count(*) FROM person") == 1
    assert f"Thêm cá nhân {NAME} (đã hoàn tác)" in page.home.recent.texts()
    assert "Hoàn tác: Làm thử" in links(page.home.recent)
    links(page.home.recent)[f"Làm lại: Thêm cá nhân {NAME}"].click()
    tasks.drain()
    assert count(office, "SELECT count(*) FROM person") == 2


def test_the_chart_is_not_drawn_while_another_page_is_looked_at(opened, office, tasks):
    page = opened()
    enter_awards(office)
    tasks.changed.emit(frozenset({"award"}))  # read again …
    page.hide()  # … and out of sight before the answer came
    tasks.drain()
    assert page.home.years.chart.accessibleName() == ""
    page.show()
    tasks.drain()
    assert "2018: 1" in page.home.years.chart.accessibleName()


def test_the_chart_tells_every_year_and_a_bar_opens_its_awards(opened, office, tasks, qtbot):
    enter_awards(office)
    page = opened()
    chart = page.home.years.chart
    assert "2018: 1" in chart.accessibleName()
    assert f"{THIS_YEAR}: 1" in chart.accessibleName()
    chart.opened.emit(len(page.home.years._bars) - 1, 1)
    assert page.wishes[0].filters == {"year": THIS_YEAR, "recipient": "collective"}
    assert page.wishes[0].note == f"Lượt khen năm {THIS_YEAR} – tập thể"


def test_a_bar_is_opened_by_the_mouse(opened, office, tasks, qtbot):
    do(office, decisions.register, paper("12/QĐ-UBND", date(2019, 1, 9), line(NAME, year=2018)))
    page = opened()
    chart = page.home.years.chart
    qtbot.waitUntil(lambda: chart.height() > 0)
    region, place = chart._picture.regions[0], chart._place()
    middle = QPoint(
        round((region.x0 + region.x1) / 2 * place.width()),
        round((region.y0 + region.y1) / 2 * place.height()),
    )
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=middle)
    assert page.wishes[0].filters == {"year": 2018, "recipient": "person"}


def test_the_last_backup_and_its_folder_are_told(opened, office, tasks):
    page = opened()
    assert page.home.backups.texts()[1:] == ["Chưa có bản sao lưu nào."]
    office.back_up()
    page.entered()
    tasks.drain()
    told = page.home.backups.texts()
    assert told[1].startswith("Gần nhất: hôm nay ")
    assert str(office.backups) in told[2]
    page.home.backups.now.click()
    assert page.wishes == [Follow("backup")]


def test_an_empty_office_is_shown_three_steps(opened, office):
    page = opened()
    home = page.home
    assert home.steps.isVisible()
    assert not home.figures.isVisible()
    assert not home.review.isVisible()
    assert not home.years.isVisible()
    home.steps.buttons["settings"].click()
    home.steps.buttons["import"].click()
    assert page.wishes == [Follow("settings"), Follow("import")]


def test_the_steps_give_way_once_there_is_a_decision(opened, office, tasks):
    page = opened()
    draft = paper("12/QĐ-UBND", date(2019, 1, 9), line(NAME, year=2018))
    tasks.write("Thêm quyết định", lambda session: decisions.register(session, draft))
    tasks.drain()
    assert not page.home.steps.isVisible()
    assert page.home.figures.shown[-1].accessibleName() == "1 lượt tất cả"


def test_a_new_decision_is_entered_from_the_first_page(opened, office, tasks, qtbot):
    page = opened()
    page.home.steps.buttons["decision"].click()
    tasks.drain()
    dialog = page.home.findChild(DecisionDialog)
    assert dialog.isVisible()
    assert dialog.windowTitle() == "Quyết định mới"
    dialog.reject()


def test_a_decision_left_unsaved_is_offered_as_soon_as_the_program_starts(opened, context, tasks):
    for slot in ("a", "b"):
        keeping.keep(context, keeping.Unsaved(slot, None, {"number": f"77{slot}/QĐ-UBND"}, [], []))
    page = opened()
    strip = page.home.unsaved
    assert strip.isVisible()
    assert strip.text.text().startswith("Quyết định 77b/QĐ-UBND đang nhập dở lúc")
    strip.more.click()
    tasks.drain()
    dialog = page.home.findChild(DecisionDialog)
    assert dialog.head.values()["number"] == "77b/QĐ-UBND"
    assert strip.text.text().startswith("Quyết định 77a/QĐ-UBND")
    page.home.entered()  # e.g. when a backup was made meanwhile: what stands in the open form is not offered
    assert strip.text.text().startswith("Quyết định 77a/QĐ-UBND")
    dialog.reject()
    dialog.reject()
    unsaved_store.forget(context.state, "a")  # taken up on another page
    page.home.entered()
    assert strip.isHidden()


# Có phải cùng một người?


def test_both_people_are_shown_side_by_side(opened, office, tasks):
    school = do(office, units.add, UnitDraft("Trường Tiểu học Đôn Phong", "school"))
    post = PostDraft("Giáo viên", school, since=PartialDate(2018, 8))
    do(office, people.add, PersonDraft(NAME, PartialDate(1985), "female", posts=(post,)))
    enter_namesakes(office, None)
    page = opened()
    view = questions(page, tasks)
    assert view.told.text() == "còn 1 câu"
    left, right = view.asked.people
    assert left.facts == "sinh 1985 · nữ · 0 lượt khen"
    assert right.facts == "chưa rõ ngày sinh · 0 lượt khen"
    cells = left.sections[0].lines[0].cells
    assert cells == ("Giáo viên", "Trường Tiểu học Đôn Phong", "từ 08/2018")


def test_the_fuller_record_is_kept_unless_the_officer_says_otherwise(opened, office, tasks):
    first, second = enter_namesakes(office, None, 1985)
    view = questions(opened(), tasks)
    assert [side.keep.isChecked() for side in view.sides] == [False, True]
    view.sides[0].keep.click()
    assert [side.keep.isChecked() for side in view.sides] == [True, False]
    QTest.keyClick(view, Qt.Key.Key_1)
    tasks.drain()
    assert sql(office, "SELECT id, birth FROM person") == [(first, "1985")]
    assert second not in [row[0] for row in sql(office, "SELECT id FROM person")]


def test_questions_are_answered_by_1_2_3_one_after_another(opened, office, tasks):
    enter_namesakes(office, 1985, None)
    enter_namesakes(office, 1970, None, name="Hà Thị Đào")
    enter_namesakes(office, 1960, 1961, name="Lý A Sinh")
    view = questions(opened(), tasks)
    assert view.asked.people[0].row.name == NAME
    QTest.keyClick(view, Qt.Key.Key_3)
    tasks.drain()
    assert view.asked.people[0].row.name == "Hà Thị Đào"
    QTest.keyClick(view, Qt.Key.Key_1)
    tasks.drain()
    assert count(office, "SELECT count(*) FROM person WHERE name = 'Hà Thị Đào'") == 1
    assert view.asked.people[0].row.name == "Lý A Sinh"
    QTest.keyClick(view, Qt.Key.Key_2)
    tasks.drain()
    assert answers(office) == ["", "different"]
    assert view.nothing.isVisible()
    assert view.nothing.text() == "Còn 1 câu để sau."
    view.again.click()
    tasks.drain()
    assert view.asked.people[0].row.name == NAME


def test_an_answer_taken_back_asks_the_same_question_again(opened, office, tasks):
    enter_namesakes(office, 1985, None)
    enter_namesakes(office, 1970, None, name="Hà Thị Đào")
    view = questions(opened(), tasks)
    QTest.keyClick(view, Qt.Key.Key_1)
    tasks.drain()
    assert view.asked.people[0].row.name == "Hà Thị Đào"
    tasks.undo()
    tasks.drain()
    assert view.asked.people[0].row.name == NAME
    assert count(office, "SELECT count(*) FROM person WHERE name = ?", NAME) == 2
    QTest.keyClick(view, Qt.Key.Key_2)
    tasks.drain()
    tasks.undo()
    tasks.drain()
    assert view.asked.people[0].row.name == NAME


def test_two_births_are_pointed_out_and_a_merger_is_refused_in_words(opened, office, tasks):
    enter_namesakes(office, 1960, 1961)
    view = questions(opened(), tasks)
    assert view.problem.text() == "Hai ngày sinh khác nhau: 1960 và 1961."
    QTest.keyClick(view, Qt.Key.Key_1)
    tasks.drain()
    assert "sửa ngày sinh sai trước khi gộp" in view.problem.text()
    assert view.problem.isVisible()
    assert answers(office) == [""]


def test_when_all_is_answered_the_view_says_so_and_esc_leads_back(opened, office, tasks):
    page = opened()
    view = questions(page, tasks)
    assert view.nothing.isVisible()
    assert "Không còn câu hỏi nào" in view.nothing.text()
    assert not view.same.isVisible()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert page.stack.currentWidget() is page.home


def test_a_question_can_be_asked_for_by_its_id(opened, office, tasks):
    enter_namesakes(office, 1985, None)
    enter_namesakes(office, 1970, None, name="Hà Thị Đào")
    second = sql(office, "SELECT max(id) FROM identity")[0][0]
    page = opened()
    page.go(Follow("questions", second))
    tasks.drain()
    assert page.stack.currentWidget().asked.id == second


def test_a_line_under_a_person_leads_to_the_decision(opened, office, tasks):
    given = paper("12/QĐ-UBND", date(2019, 1, 9), line(NAME, year=2018))
    number = do(office, decisions.register, given)
    enter_namesakes(office, 1985)
    page = opened()
    view = questions(page, tasks)
    view.sides[0].followed.emit(view.asked.people[0].sections[1].lines[0].follow)
    assert page.wishes == [Follow("decision", number)]


# Lịch sử thay đổi


def history(page, tasks, action_id=None):
    page.go(Follow("history", action_id))
    tasks.drain()
    return page.stack.currentWidget()


def shown(view):
    model = view.model
    return [tuple(model.index(row, column).data() for column in (1, 2)) for row in range(model.rowCount())]


def test_the_history_tells_every_action_with_its_state(opened, office, tasks):
    do(office, people.add, PersonDraft(NAME), name="Thêm một")
    do(office, people.add, PersonDraft("Lý A Sinh"), name="Thêm hai")
    office.undo()
    view = history(opened(), tasks)
    QAbstractItemModelTester(view.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert shown(view)[:2] == [("Thêm hai", "Đã hoàn tác"), ("Thêm một", "")]
    assert view.name.text() == "Thêm hai"
    assert view.lines.toPlainText() == "Thêm cá nhân: Lý A Sinh"
    QTest.keyClick(view.table, Qt.Key.Key_Down)
    tasks.drain()
    assert view.lines.toPlainText() == f"Thêm cá nhân: {NAME}"


def test_undo_and_redo_carry_the_names_of_what_they_do(opened, office, tasks):
    do(office, people.add, PersonDraft(NAME), name="Thêm một")
    view = history(opened(), tasks)
    assert view.undo.text() == "Hoàn tác: Thêm một"
    assert not view.redo.isEnabled()
    view.undo.click()
    tasks.drain()
    assert count(office, "SELECT count(*) FROM person") == 0
    assert shown(view)[0] == ("Thêm một", "Đã hoàn tác")
    assert not view.undo.isEnabled()
    view.redo.click()
    tasks.drain()
    assert count(office, "SELECT count(*) FROM person") == 1


def test_older_actions_are_read_when_one_goes_down(opened, office, tasks, monkeypatch):
    monkeypatch.setattr(history_view, "PAGE", 5)
    for place in range(12):
        do(office, people.add, PersonDraft(f"Người {place}"), name=f"Thêm {place}")
    view = history(opened(), tasks)
    while view.model.canFetchMore(view.table.rootIndex()):
        view.model.fetchMore(view.table.rootIndex())
        tasks.drain()
    names = [name for name, _state in shown(view)]
    assert names[:12] == [f"Thêm {place}" for place in reversed(range(12))]
    assert len(names) == count(office, "SELECT count(*) FROM action")


def test_an_action_done_meanwhile_comes_on_top_and_the_chosen_one_stays_chosen(opened, office, tasks):
    do(office, people.add, PersonDraft(NAME), name="Thêm một")
    do(office, people.add, PersonDraft("Lý A Sinh"), name="Thêm hai")
    view = history(opened(), tasks)
    QTest.keyClick(view.table, Qt.Key.Key_Down)
    tasks.write("Thêm ba", lambda session: people.add(session, PersonDraft("Hà Thị Đào")))
    tasks.drain()
    assert shown(view)[0] == ("Thêm ba", "")
    assert view.name.text() == "Thêm một"


def test_the_history_opens_at_the_action_asked_for(opened, office, tasks):
    do(office, people.add, PersonDraft(NAME), name="Thêm một")
    do(office, people.add, PersonDraft("Lý A Sinh"), name="Thêm hai")
    wanted = sql(office, "SELECT id FROM action WHERE name = 'Thêm một'")[0][0]
    view = history(opened(), tasks, wanted)
    assert view.name.text() == "Thêm một"
