from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from tests.records.offices import count, do, line, paper, sql
from thidua_desktop.domain.person import PersonDraft
from thidua_desktop.domain.unit import UnitDraft
from thidua_desktop.records import awards
from thidua_desktop.services import decisions, people, units
from ui.main_window import MainWindow
from ui.pages import PAGES
from ui.widgets.page import Follow

NAME = "Nông Văn Đức"
TITLES = ["Tổng quan", "Đơn vị", "Cá nhân", "Phong trào", "Khen thưởng", "Báo cáo"]
SMALL = QSize(1366 * 2 // 3, 768 * 2 // 3 - 27)  # 1366×768 at 150 %, less the task bar
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def kept(office):
    """A unit, a person and a decision, each a single action."""
    unit = do(office, units.add, UnitDraft("Trường Mầm non Đôn Phong", "school"), name="Thêm đơn vị")
    given = line(NAME, year=2019, unit_id=unit)
    decision = do(office, decisions.register, paper("215/QĐ-UBND", date(2020, 1, 15), given), name="Thêm QĐ")
    person = sql(office, "SELECT id FROM person")[0][0]
    return {"unit": unit, "decision": decision, "person": person}


@pytest.fixture
def window(qtbot, kept, tasks, context):
    window = MainWindow(context.state)
    qtbot.addWidget(window)
    window.resize(1366, 728)
    window.open(context)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    tasks.drain()
    return window


@pytest.fixture
def undo_key(window, tasks):
    """The window with its undo and redo on their keys, as the desk gives them."""
    from ui.desk.menu import Menu

    menu = Menu(tasks, window.follow, practising=False, parent=window)
    window.addActions([action for action in menu.actions if action])
    return menu


def units_page(window, tasks):
    window.show_page(1)
    tasks.drain()
    return window.page(1)


# Tabs, search, follows


def test_the_tabs_stand_in_their_order(window):
    assert [window.tabs.tabText(place) for place in range(window.tabs.count())] == TITLES


def test_the_period_beside_the_offices_name_is_the_reports_and_leads_to_it(window, office, tasks, context):
    with office.read() as session:
        context.period.begin(awards.years(session))
    top = window.top.period
    assert top.currentText() == "2015 – 2020"
    top.setCurrentIndex(top.findText("2010 – 2015"))
    top.activated.emit(top.currentIndex())
    tasks.drain()
    report = window.page(5)
    assert report.isVisible()
    picker = report.period.choices.period
    assert (picker.kind.currentText(), picker.year.currentText()) == ("Giai đoạn 5 năm", "2010 – 2015")
    assert report.period.counted.options.period.label == "giai đoạn 2010 – 2015"
    picker.choose("five", 2015)
    assert top.currentText() == "2015 – 2020"
    picker.choose("year", 2019)
    top.activated.emit(top.currentIndex())  # the same one again
    tasks.drain()
    assert picker.kind.currentText() == "Giai đoạn 5 năm"
    assert report.period.counted.rows.total.times == 1


def test_alt_and_a_number_bring_each_page_into_sight(window, tasks):
    for place in (1, 2, 3, 4, 5, 0):
        QTest.keyClick(window, Qt.Key(Qt.Key.Key_1 + place), ALT)
        tasks.drain()
        assert window.tabs.currentIndex() == place
        assert window.page(place).isVisible()


def test_a_page_is_made_only_when_it_is_first_shown(window):
    assert list(window._pages) == [0]


def test_every_kind_of_record_has_one_page():
    kinds = [kind for page in PAGES for kind in page.kinds]
    assert sorted(kinds) == sorted(set(kinds))


def test_what_no_page_holds_is_asked_of_the_desk(qtbot, window):
    with qtbot.waitSignal(window.asked) as asked:
        window.follow(Follow("backup"))
    assert asked.args == [Follow("backup")]


# Undo and typing


def test_ctrl_z_in_a_list_takes_back_the_last_action_and_ctrl_y_does_it_again(
    window, tasks, undo_key, office
):
    page = units_page(window, tasks)
    tasks.write("Thêm", lambda session: people.add(session, PersonDraft("Lý A Sinh")))
    tasks.drain()
    page.list.table.setFocus()
    QTest.keyClick(page.list.table, Qt.Key.Key_Z, CONTROL)
    tasks.drain()
    assert count(office, "SELECT count(*) FROM person") == 1
    assert window.line.currentMessage() == "Đã hoàn tác: Thêm. Làm lại: Ctrl+Y"
    QTest.keyClick(page.list.table, Qt.Key.Key_Y, CONTROL)
    tasks.drain()
    assert count(office, "SELECT count(*) FROM person") == 2


def test_ctrl_z_in_a_field_takes_back_typing_first(window, tasks, undo_key, office):
    page = units_page(window, tasks)
    search = page.list.bar.search
    search.setFocus()
    QTest.keyClicks(search, "don")
    QTest.keyClick(search, Qt.Key.Key_Z, CONTROL)
    assert search.text() == ""
    assert count(office, "SELECT count(*) FROM decision") == 1


def test_ctrl_z_in_a_field_with_nothing_typed_takes_back_the_last_action(window, tasks, undo_key, office):
    page = units_page(window, tasks)
    search = page.list.bar.search
    search.setFocus()
    QTest.keyClick(search, Qt.Key.Key_Z, CONTROL)
    tasks.drain()
    assert count(office, "SELECT count(*) FROM decision") == 0


def test_ctrl_z_in_a_long_text_takes_back_typing_first(window, tasks, undo_key, office):
    page = units_page(window, tasks)
    page.list.table.choose_row(0)
    tasks.drain()
    note = page.panel.form.editor("note")
    edit = note.findChild(QPlainTextEdit)
    edit.setFocus()
    QTest.keyClicks(edit, "ghi")
    QTest.keyClick(edit, Qt.Key.Key_Z, CONTROL)
    tasks.drain()
    assert edit.toPlainText() == ""
    assert count(office, "SELECT count(*) FROM decision") == 1
    QTest.keyClick(edit, Qt.Key.Key_Z, CONTROL)
    tasks.drain()
    assert count(office, "SELECT count(*) FROM decision") == 0


def test_ctrl_z_beside_an_unsaved_field_leaves_the_records_alone(window, tasks, undo_key, office):
    page = units_page(window, tasks)
    page.list.table.choose_row(0)
    tasks.drain()
    page.panel.form.set_values({"block": "Khối trường học"})
    edit = page.panel.form.editor("note").findChild(QPlainTextEdit)
    edit.setFocus()
    QTest.keyClick(edit, Qt.Key.Key_Z, CONTROL)
    tasks.drain()
    assert count(office, "SELECT count(*) FROM decision") == 1


def test_nothing_left_to_undo_is_said(window, tasks):
    for _again in range(4):
        tasks.undo()
    tasks.drain()
    assert window.line.currentMessage() == "Không còn gì để hoàn tác."


# Saying and closing


def test_a_write_is_told_at_the_bottom(window, tasks):
    tasks.write("Thêm cá nhân Lý A Sinh", lambda session: people.add(session, PersonDraft("Lý A Sinh")))
    tasks.drain()
    assert window.line.currentMessage() == "Thêm cá nhân Lý A Sinh – đã lưu. Hoàn tác: Ctrl+Z"
    assert window.line.saved.text().startswith("Đã lưu ")


def test_closing_with_something_unsaved_says_so_once_then_closes(qtbot, window, tasks):
    page = units_page(window, tasks)
    page.list.table.choose_row(0)
    tasks.drain()
    page.panel.form.set_values({"block": "Khối trường học"})
    window.show_page(0)
    assert not window.close()
    assert window.tabs.currentIndex() == 1
    assert page.panel.bar.isVisible()
    assert "Chưa lưu thay đổi của “Trường Mầm non Đôn Phong”" in window.line.currentMessage()
    with qtbot.waitSignal(window.closing):
        assert window.close()


def test_closing_with_all_saved_closes_at_once(qtbot, window, tasks):
    units_page(window, tasks)
    with qtbot.waitSignal(window.closing):
        assert window.close()


# Small screens


@pytest.mark.parametrize("place", range(len(TITLES) - 1))
def test_each_page_fits_a_small_screen_at_150_percent(window, tasks, place):
    window.resize(SMALL)
    window.show_page(place)
    tasks.drain()
    window.grab()
    assert window.minimumSizeHint().width() <= SMALL.width()
    assert window.minimumSizeHint().height() <= SMALL.height()
    assert window.size() == SMALL


def test_the_frame_is_not_clipped_on_a_small_screen(window, tasks):
    window.top.show_office({"office": "UBND huyện Bạch Thông", "practice": "1"})
    window.resize(SMALL)
    window.grab()
    top = window.top
    parts = (top.office, top.practice, top.search, top.button)
    for left, right in pairwise(parts):
        assert left.geometry().right() < right.geometry().left()
    assert top.button.geometry().right() < top.width()
    assert top.practice.text() == "Thực hành"
    assert top.practice.width() >= top.practice.sizeHint().width()
    last = window.tabs.tabRect(window.tabs.count() - 1)
    assert last.right() < window.width()


def test_a_long_name_gives_way_and_is_told_by_its_tip(window):
    name = "Ủy ban nhân dân huyện Bạch Thông, tỉnh Bắc Kạn, " * 4
    window.top.show_office({"office": name})
    window.resize(SMALL)
    window.grab()
    assert window.width() == SMALL.width()
    assert window.top.office.toolTip() == name
    assert window.top.search.width() >= 200


def test_the_line_at_the_bottom_is_short_on_a_small_screen(window):
    window.tell_backup("Sao lưu gần nhất: hôm nay 08:00")
    assert window.line.backup.text().endswith("Cơ sở dữ liệu nguyên vẹn")
    window.resize(SMALL)
    window.grab()
    assert window.line.backup.text() == "Sao lưu gần nhất: hôm nay 08:00"
