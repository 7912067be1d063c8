import sys
import threading

import pytest
import shiboken6
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton

from thidua_desktop.domain.errors import Problem, Refused, Unavailable
from ui.errors import LOG_NAME, ErrorDoor, Told, ToldDialog


class Screen:
    """Remembers what was shown; closes when told to."""

    def __init__(self):
        self.shown = []
        self.closers = []

    def __call__(self, told, closed):
        self.shown.append(told)
        self.closers.append(closed)


@pytest.fixture
def screen():
    return Screen()


@pytest.fixture
def door(qapp, tmp_path, screen):
    door = ErrorDoor(tmp_path, screen)
    yield door
    door.uninstall()


def log(tmp_path):
    return (tmp_path / LOG_NAME).read_text(encoding="utf-8")


def test_a_refusal_is_told_in_its_own_sentence(door, screen):
    door.tell(Refused(Problem("name", "Chưa nhập tên."), Problem("", "Trùng số quyết định.")))
    assert screen.shown == [Told("Chưa nhập tên. Trùng số quyết định.")]


def test_the_machines_trouble_is_told_in_its_own_sentence(door, screen):
    door.tell(Unavailable("Tệp đang mở trong Excel."))
    assert screen.shown == [Told("Tệp đang mở trong Excel.")]


def test_a_bug_is_told_calmly_with_details_and_logged(door, screen, tmp_path):
    try:
        {}["quyết định"]
    except KeyError as error:
        door.tell(error)
    told = screen.shown[0]
    assert told.sentence.startswith("Chương trình gặp lỗi ngoài dự kiến. Số liệu vẫn nguyên")
    assert "KeyError: 'quyết định'" in told.details
    assert "KeyError: 'quyết định'" in log(tmp_path)


def test_there_is_never_more_than_one_bug_dialog(door, screen, tmp_path):
    door.tell(ValueError("một"))
    door.tell(TypeError("hai"))
    assert len(screen.shown) == 1
    assert "TypeError: hai" in log(tmp_path)
    screen.closers[0]()
    door.tell(ValueError("ba"))
    assert len(screen.shown) == 2


def test_an_error_nobody_caught_comes_to_the_door(door, screen):
    door.install()
    sys.excepthook(ValueError, ValueError("lạc"), None)
    assert "ValueError: lạc" in screen.shown[0].details


def test_an_error_on_another_thread_is_told_on_the_windows_thread(qtbot, door, screen):
    door.install()

    def fail():
        raise ValueError("ở xa")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert screen.shown == []
    qtbot.waitUntil(lambda: len(screen.shown) == 1)
    assert "ValueError: ở xa" in screen.shown[0].details


def test_the_log_is_kept_small(door, tmp_path):
    for _ in range(40):
        door.tell(ValueError("x" * 20_000))
    assert len(list(tmp_path.glob(f"{LOG_NAME}*"))) == 2


def test_the_details_of_a_bug_can_be_copied(qtbot):
    dialog = ToldDialog(Told("Lỗi.", "chi tiết của lỗi"))
    qtbot.addWidget(dialog)
    buttons = {button.text(): button for button in dialog.findChildren(QPushButton)}
    buttons["Chép chi tiết"].click()
    assert QGuiApplication.clipboard().text() == "chi tiết của lỗi"


def test_a_refusal_has_nothing_to_copy(qtbot):
    dialog = ToldDialog(Told("Chưa nhập tên."))
    qtbot.addWidget(dialog)
    assert dialog.findChildren(QPlainTextEdit) == []


def test_the_dialog_goes_away_and_the_next_error_can_come(qtbot, tmp_path):
    door = ErrorDoor(tmp_path)
    for _ in range(2):
        door.tell(Refused("Chưa nhập tên."))
        dialog = next(
            w for w in QApplication.topLevelWidgets() if isinstance(w, ToldDialog) and w.isVisible()
        )
        dialog.accept()
        qtbot.waitUntil(lambda dialog=dialog: not shiboken6.isValid(dialog))
    door.uninstall()


def test_a_closed_door_leaves_no_open_file(door):
    door.tell(ValueError("một"))
    door.uninstall()
    assert sys.excepthook is sys.__excepthook__
    assert threading.excepthook is threading.__excepthook__
    assert not door._log.handlers
