import gc
import sqlite3
import threading
from contextlib import closing
from datetime import date

import pytest
import shiboken6
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from thidua_desktop.db import backup
from thidua_desktop.domain.decision import AwardDraft, DecisionDraft
from thidua_desktop.domain.errors import Refused, Unavailable
from thidua_desktop.domain.person import PersonDraft
from thidua_desktop.domain.unit import UnitDraft
from thidua_desktop.services import decisions, people, units
from thidua_desktop.workspace import Workspace
from ui.app import run
from ui.desk import Desk
from ui.desk.files import PRACTICE
from ui.errors import ErrorDoor, ToldDialog
from ui.forms.help_view import HelpView
from ui.forms.office_form import OfficeDialog
from ui.forms.start import Choosers, named
from ui.state import State

NAME = "Nông Văn Đức"


class Asked:
    """Answers the file dialogs."""

    new = None
    kept = None


@pytest.fixture
def asked():
    return Asked()


@pytest.fixture
def told():
    return []


@pytest.fixture
def make_desk(qtbot, tmp_path, told, asked):
    desks = []

    def make_desk(tell=told.append):
        choosers = Choosers(lambda _parent, _folder: asked.new, lambda _parent, _folder: asked.kept)
        (tmp_path / "data").mkdir(exist_ok=True)
        desk = Desk(tmp_path / "data", State(tmp_path / "state.ini"), tell, choosers)
        qtbot.addWidget(desk.window)
        desks.append(desk)
        return desk

    yield make_desk
    for desk in desks:
        desk.close()


@pytest.fixture
def desk(make_desk):
    return make_desk()


@pytest.fixture
def kept(template, tmp_path):
    """An office's file with one unit in it, closed."""
    path = tmp_path / "Phòng Nội vụ.thidua"
    path.write_bytes(template.read_bytes())
    workspace = Workspace.open(path, backed_up=False)
    with workspace.write("Thêm đơn vị") as session:
        units.add(session, UnitDraft("Xã Đôn Phong", "commune"))
    workspace.close(backed_up=False)
    return path


@pytest.fixture
def working(qtbot, desk, kept):
    """The desk with the office open and its window in front."""
    with qtbot.waitSignal(desk.backed_up):
        desk.begin(kept)
    with qtbot.waitActive(desk.window):
        desk.window.activateWindow()
    desk.tasks.drain()
    return desk


def ask(path, query):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def names(path, table):
    return [row[0] for row in ask(path, f"SELECT name FROM {table} ORDER BY id")]


def begin(qtbot, desk):
    """The first start of all: nothing was ever open."""
    desk.begin()
    qtbot.waitUntil(lambda: desk.start is not None)
    return desk.start


# Opening


def test_the_window_is_painted_before_a_file_is_opened(qtbot, desk, kept):
    order = []
    desk.window.painted.connect(lambda: order.append("painted"))
    desk.opened.connect(lambda _path: order.append("opened"))
    with qtbot.waitSignal(desk.backed_up):
        desk.begin(kept)
    assert order == ["painted", "opened"]


def test_the_collector_of_memory_rests_only_while_the_window_comes_up(qapp, kept, tmp_path, monkeypatch):
    (tmp_path / "portable.ini").touch()
    monkeypatch.setattr("ui.app._PROGRAM", tmp_path)
    monkeypatch.setattr("ui.desk.COMING_UP", 1)
    monkeypatch.setattr("ui.theme.set_scaling", lambda: None)  # too late, the application is there
    meanwhile = []
    monkeypatch.setattr(Desk, "begin", lambda _desk, _path: meanwhile.append(gc.isenabled()))
    QTimer.singleShot(20, qapp.quit)
    try:
        assert run([str(kept)]) == 0
        assert meanwhile == [False]
        assert gc.isenabled()
    finally:
        gc.unfreeze()
        gc.enable()


def test_the_first_start_offers_three_choices(qtbot, desk):
    start = begin(qtbot, desk)
    texts = [button.text() for button in start.findChildren(QPushButton)]
    assert texts == ["Tạo số liệu của cơ quan", "Mở huyện thực hành", "Mở tệp đã có…"]
    assert not desk.window.tabs.isEnabled()


def test_the_practice_district_opens_whole_and_cannot_be_undone(qtbot, desk, tmp_path):
    start = begin(qtbot, desk)
    with qtbot.waitSignal(desk.backed_up):
        start.practice.click()
    path = tmp_path / "data" / PRACTICE
    assert desk.start is None
    assert desk.window.top.office.text() == "UBND huyện Bạch Thông"
    assert desk.window.top.practice.isVisible()
    held = ask(path, "SELECT count(*) FROM award")
    desk.tasks.undo()
    desk.tasks.drain()
    assert ask(path, "SELECT count(*) FROM award") == held
    assert held[0][0] > 3000


def test_the_practice_district_is_begun_anew_and_its_backup_stays(qtbot, desk, tmp_path, told):
    desk.open_practice()
    path = tmp_path / "data" / PRACTICE
    desk.tasks.write("Thêm đơn vị", lambda session: units.add(session, UnitDraft("Xã Thử", "commune")))
    desk.tasks.drain()
    reset = next(one for one in desk.menu.actions if one and one.text() == "Làm lại huyện thực hành từ đầu")
    reset.trigger()
    assert ask(path, "SELECT count(*) FROM unit WHERE name = 'Xã Thử'") == [(0,)]
    newest = backup.kept(backup.folder_of(path), path.stem)[0]
    assert ask(newest, "SELECT count(*) FROM unit WHERE name = 'Xã Thử'") == [(1,)]
    assert told == []


def test_a_new_office_is_made_where_the_officer_says(qtbot, desk, asked, tmp_path):
    start = begin(qtbot, desk)
    asked.new = tmp_path / "Moi.thidua"
    with qtbot.waitSignal(desk.opened) as opened:
        start.new.click()
    assert opened.args == [asked.new]
    assert desk.window.tabs.isEnabled()
    assert not desk.window.top.practice.isVisible()
    assert ask(asked.new, "SELECT count(*) FROM award_kind")[0][0] > 50


def test_a_name_with_points_keeps_them(tmp_path):
    assert named(tmp_path / "TP. Bắc Kạn").name == "TP. Bắc Kạn.thidua"
    assert named(tmp_path / "Huyen.THIDUA").name == "Huyen.THIDUA"


def test_a_taken_name_is_refused_and_nothing_is_lost(qtbot, desk, asked, kept, told):
    start = begin(qtbot, desk)
    asked.new = kept
    start.new.click()
    assert isinstance(told[0], Refused)
    assert names(kept, "unit") == ["Xã Đôn Phong"]
    assert desk.start is start


def test_the_file_opened_last_is_opened_again(qtbot, make_desk, kept):
    first = make_desk()
    with qtbot.waitSignal(first.opened):
        first.begin(kept)
    first.window.close()
    second = make_desk()
    with qtbot.waitSignal(second.opened) as opened:
        second.begin()
    assert opened.args == [kept]


def test_another_file_never_takes_the_place_of_the_last_one(qtbot, make_desk, kept, told, tmp_path):
    first = make_desk()
    first.open_practice()
    first.open(kept)
    first.window.close()
    kept.unlink()
    second = make_desk()
    start = begin(qtbot, second)
    assert "Không thấy tệp" in str(told[0])
    links = [button.text() for button in start.findChildren(QPushButton)]
    assert links[-1] == "Huyen thuc hanh"


def test_a_file_in_use_elsewhere_is_told_in_a_sentence(qtbot, desk, kept, told):
    elsewhere = Workspace.open(kept, backed_up=False)
    desk.begin(kept)
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], Unavailable)
    assert "đang mở trong một cửa sổ Thi đua Desktop khác" in str(told[0])
    assert desk.start is not None
    elsewhere.close(backed_up=False)


def test_the_sentence_about_a_file_in_use_stands_before_the_question_not_behind_it(
    qtbot, make_desk, kept, tmp_path
):
    elsewhere = Workspace.open(kept, backed_up=False)
    door = ErrorDoor(tmp_path)
    desk = make_desk(door.tell)
    desk.begin(kept)
    qtbot.waitUntil(lambda: desk.start is not None)
    assert isinstance(QApplication.activeModalWidget(), ToldDialog)
    QApplication.activeModalWidget().accept()
    assert QApplication.activeModalWidget() is desk.start
    door.uninstall()
    elsewhere.close(backed_up=False)


def test_putting_the_question_off_leaves_a_way_to_ask_again(qtbot, desk):
    start = begin(qtbot, desk)
    start.reject()
    assert desk.start is None
    assert desk.window.choose.isVisible()
    desk.window.choose.click()
    assert desk.start is not None


def test_a_file_that_cannot_be_opened_leaves_the_present_one_open(
    qtbot, working, asked, kept, told, tmp_path
):
    asked.kept = tmp_path / "hong.thidua"
    asked.kept.write_bytes(b"khong phai so lieu" * 100)
    working.ask()
    working.start.kept.click()
    assert isinstance(told[0], Refused)
    working.start.reject()
    working.tasks.write("Thêm", lambda session: units.add(session, UnitDraft("Xã Vi Hương", "commune")))
    working.tasks.drain()
    assert names(kept, "unit") == ["Xã Đôn Phong", "Xã Vi Hương"]


def test_another_office_takes_the_window_over_and_the_first_is_let_go(qtbot, working, kept, tmp_path):
    page = working.window.page(1)
    working.open_practice()
    working.window.show_page(1)
    working.tasks.drain()
    qtbot.waitUntil(lambda: not shiboken6.isValid(page))
    assert working.window.top.office.text() == "UBND huyện Bạch Thông"
    Workspace.open(kept, backed_up=False).close(backed_up=False)


# Keeping


def test_the_status_bar_tells_the_last_backup(working, kept):
    assert working.window.line.backup.toolTip().startswith("Sao lưu gần nhất: hôm nay ")
    assert working.window.line.backup.toolTip().endswith("Cơ sở dữ liệu nguyên vẹn")
    assert len(backup.kept(backup.folder_of(kept), kept.stem)) == 1


def test_a_backup_that_cannot_be_made_warns_without_stopping_the_work(qtbot, desk, kept, told):
    backup.folder_of(kept).write_text("một tệp nằm ở chỗ của thư mục", encoding="utf-8")
    desk.begin(kept)
    qtbot.waitUntil(desk.window.line.warning.isVisible)
    assert "Chưa sao lưu được" in desk.window.line.warning.toolTip()
    assert told == []
    assert desk.window.tabs.isEnabled()


def test_closing_the_window_backs_up_and_lets_the_file_go(working, kept):
    working.tasks.write("Thêm", lambda session: people.add(session, PersonDraft(NAME)))
    working.window.close()
    newest = backup.kept(backup.folder_of(kept), kept.stem)[0]
    assert names(newest, "person") == [NAME]
    Workspace.open(kept, backed_up=False).close(backed_up=False)


def test_the_window_goes_on_painting_while_it_backs_up_before_closing(working, kept, monkeypatch):
    painted, back_up, said = threading.Event(), Workspace.back_up, []

    def slow(self):
        assert painted.wait(10), "the window stood still"
        return back_up(self)

    monkeypatch.setattr(Workspace, "back_up", slow)
    working.window.line.messageChanged.connect(said.append)
    QTimer.singleShot(0, painted.set)
    working.window.close()
    assert "Đang sao lưu trước khi đóng…" in said
    assert len(backup.kept(backup.folder_of(kept), kept.stem)) >= 1
    Workspace.open(kept, backed_up=False).close(backed_up=False)


def test_a_bug_in_a_write_gives_one_calm_dialog_and_the_records_stay(qtbot, make_desk, kept, tmp_path):
    door = ErrorDoor(tmp_path)
    desk = make_desk(door.tell)
    with qtbot.waitSignal(desk.backed_up):
        desk.begin(kept)

    def wrong(session):
        units.add(session, UnitDraft("Xã Thử", "commune"))
        raise ZeroDivisionError("chia cho không")

    for _again in range(2):
        desk.tasks.write("Làm hỏng", wrong)
        desk.tasks.drain()
    dialogs = [one for one in QApplication.topLevelWidgets() if isinstance(one, ToldDialog)]
    assert len(dialogs) == 1
    dialogs[0].copy()
    assert "ZeroDivisionError" in QGuiApplication.clipboard().text()
    assert names(kept, "unit") == ["Xã Đôn Phong"]
    dialogs[0].accept()
    door.uninstall()


# The search over everything


@pytest.mark.parametrize(
    ("typed", "kind", "tab"),
    [("mam non don phong", "unit", 1), ("nong van duc", "person", 2), ("215", "decision", 4)],
)
def test_ctrl_k_finds_and_goes_there(qtbot, working, type_text, typed, kind, tab):
    window, tasks = working.window, working.tasks

    def enter(session):
        school = units.add(session, UnitDraft("Trường Mầm non Đôn Phong", "school"))
        given = AwardDraft("DH_LDTT", "person", NAME, 2019, unit_id=school)
        decision = DecisionDraft("215/QĐ-UBND", date(2020, 1, 15), "district", awards=(given,))
        decisions.register(session, decision)

    tasks.write("Nhập", enter)
    tasks.drain()
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.search.hasFocus()
    type_text(window.search, typed)
    popup = window.search.completer().popup()
    qtbot.waitUntil(lambda: tasks.drain() is None and popup.isVisible())
    QTest.keyClick(popup, Qt.Key.Key_Down)
    with qtbot.waitSignal(window.search.followed) as followed:
        QTest.keyClick(popup, Qt.Key.Key_Return)
    assert followed.args[0].kind == kind
    assert window.tabs.currentIndex() == tab


# The menu


def entry(desk, text):
    return next(action for action in desk.menu.actions if action and action.text().startswith(text))


def test_undo_and_redo_carry_names_in_the_menu_and_work(working, kept):
    tasks = working.tasks
    tasks.write("Thêm cá nhân Nông Văn Đức", lambda session: people.add(session, PersonDraft(NAME)))
    tasks.drain()
    assert working.menu.undo.text() == "Hoàn tác: Thêm cá nhân Nông Văn Đức"
    working.menu.undo.trigger()
    tasks.drain()
    assert names(kept, "person") == []
    assert working.menu.redo.text() == "Làm lại: Thêm cá nhân Nông Văn Đức"
    working.menu.redo.trigger()
    tasks.drain()
    assert names(kept, "person") == [NAME]


def test_a_new_name_of_the_office_shows_at_once(working):
    entry(working, "Thông tin cơ quan").trigger()
    dialog = working.window.findChild(OfficeDialog)
    working.tasks.drain()
    dialog.form.set_values({"office": "UBND xã Vĩnh Thông"})
    dialog.form.save()
    working.tasks.drain()
    assert working.window.top.office.text() == "UBND xã Vĩnh Thông"
    assert "UBND xã Vĩnh Thông" in working.window.windowTitle()
    assert working.window.page(0).context.office.settings["office"] == "UBND xã Vĩnh Thông"


def test_a_backup_is_made_when_asked_for(qtbot, working, kept):
    working.tasks.write("Thêm", lambda session: people.add(session, PersonDraft(NAME)))
    with qtbot.waitSignal(working.backed_up) as made:
        entry(working, "Sao lưu ngay").trigger()
    assert names(made.args[0].path, "person") == [NAME]
    assert "Đã sao lưu" in working.window.line.currentMessage()


def test_f1_helps(qtbot, working):
    QTest.keyClick(working.window, Qt.Key.Key_F1)
    view = working.window.findChild(HelpView)
    assert view.isVisible()
    view.close()


def test_the_history_and_the_questions_open_from_the_menu(working):
    entry(working, "Lịch sử").trigger()
    assert working.window.page(0).stack.currentWidget().title.text() == "Lịch sử thay đổi"
    entry(working, "Có phải").trigger()
    assert working.window.page(0).stack.currentWidget().title.text() == "Có phải cùng một người?"
