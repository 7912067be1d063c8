import errno
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
)

from thidua_desktop.domain.errors import Unavailable
from thidua_desktop.domain.vietnamese import fold
from ui import state, theme
from ui.theme.words import VietnameseWords


@pytest.fixture
def words(qapp):
    translator = VietnameseWords()
    QCoreApplication.installTranslator(translator)
    yield translator
    QCoreApplication.removeTranslator(translator)


def texts(buttons):
    return [button.text().replace("&", "") for button in buttons]


BUTTONS = (
    "Ok Save SaveAll Open Yes YesToAll No NoToAll Abort Retry Ignore Close Cancel Discard Help Apply Reset"
)


@pytest.mark.parametrize("box", [QDialogButtonBox, QMessageBox])
def test_standard_buttons_speak_vietnamese(qtbot, words, box):
    dialog = box()
    qtbot.addWidget(dialog)
    for name in BUTTONS.split():
        dialog.addButton(box.StandardButton[name])
    shown = texts(dialog.findChildren(QPushButton))
    assert len(shown) == len(BUTTONS.split())
    assert {"Đồng ý", "Lưu", "Thôi", "Không lưu"} <= set(shown)
    assert not set(BUTTONS.split()) & set(shown)


@pytest.mark.parametrize("field", [QLineEdit, QPlainTextEdit])
def test_the_menu_of_a_text_field_speaks_vietnamese(qtbot, words, field):
    widget = field()
    qtbot.addWidget(widget)
    menu = widget.createStandardContextMenu()
    shown = [action.text().split("\t")[0].replace("&", "") for action in menu.actions() if action.text()]
    assert shown == ["Hoàn tác", "Làm lại", "Cắt", "Chép", "Dán", "Xóa", "Chọn tất cả"]
    menu.deleteLater()


def test_other_words_are_left_to_other_translators(words):
    assert words.translate("QLineEdit", "Unknown") is None


def test_the_bundled_font_has_every_vietnamese_letter(qapp):
    family = theme._family()
    letters = "".join(chr(c) for c in range(0x1EA0, 0x1EFA)) + "ăâđêôơưĂÂĐÊÔƠƯ"
    assert all(fold(letter) for letter in letters)
    assert QFontDatabase.WritingSystem.Vietnamese in QFontDatabase.writingSystems(family)


def test_a_mark_beside_the_program_makes_it_portable(tmp_path):
    (tmp_path / state.PORTABLE_MARK).touch()
    assert state.data_folder(tmp_path) == tmp_path / "data"
    assert (tmp_path / "data").is_dir()


def test_without_the_mark_data_live_in_the_users_own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "home"))
    if sys.platform.startswith("linux"):
        assert state.data_folder(tmp_path) == tmp_path / "home" / "ThiDua" / "data"


@pytest.fixture
def write_protected(tmp_path, monkeypatch):
    """A stick whose folder can be listed and seems writable, as on Windows, and takes no file."""
    touch = Path.touch

    def refused(self, *arguments, **options):
        if tmp_path / "stick" in self.parents:
            raise PermissionError(errno.EACCES, "Access is denied", str(self))
        touch(self, *arguments, **options)

    (tmp_path / "stick" / "data").mkdir(parents=True)
    (tmp_path / "stick" / state.PORTABLE_MARK).touch()
    monkeypatch.setattr(Path, "touch", refused)
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_names, **_how: tmp_path / "home")
    return tmp_path / "stick"


def test_a_portable_copy_that_takes_no_files_keeps_data_in_the_users_own_folder(write_protected, tmp_path):
    assert state.data_folder(write_protected) == tmp_path / "home" / "data"
    assert list((tmp_path / "home" / "data").iterdir()) == []


def test_where_no_folder_takes_files_a_sentence_says_so(write_protected, tmp_path):
    (tmp_path / "home").write_bytes(b"a file where the folder should be")
    with pytest.raises(Unavailable, match=r"Không ghi được vào thư mục số liệu “.*data”: thư mục chỉ đọc"):
        state.data_folder(write_protected)


def test_the_font_is_set_after_the_style_sheet(qapp, monkeypatch):
    """Qt on Windows takes the system's fonts for lists, tables and menus anew with each style sheet."""
    done = []
    monkeypatch.setattr(QApplication, "setStyleSheet", lambda *_: done.append("style"))
    monkeypatch.setattr(QApplication, "setFont", lambda *_: done.append("font"))
    theme.apply(qapp)
    assert done == ["style", "font"]


def test_lists_tables_and_menus_have_the_font_of_the_program(qapp):
    before = qapp.font(), qapp.styleSheet()
    theme.apply(qapp)
    for kind in ("QAbstractItemView", "QHeaderView", "QMenu", "QMenuBar", "QStatusBar"):
        assert QApplication.font(kind) == qapp.font()
    qapp.setStyleSheet(before[1])
    qapp.setFont(before[0])


def test_what_was_put_is_there_on_the_next_day(qapp, tmp_path):
    kept = state.State(tmp_path / "cửa sổ.ini")
    kept.put("sort/units", ["tên", True])
    kept.flush()
    assert state.State(tmp_path / "cửa sổ.ini").get("sort/units", []) == ["tên", True]


def test_a_spoilt_or_foreign_value_is_forgotten(qapp, tmp_path):
    kept = state.State(tmp_path / "s.ini")
    kept._settings.setValue("a", "{spoilt")
    kept.put("b", "text")
    assert (kept.get("a", 3), kept.get("b", [])) == (3, [])


def test_recent_files_are_those_still_there_the_last_one_first(qapp, tmp_path):
    kept = state.State(tmp_path / "s.ini")
    for name in ("một.thidua", "hai.thidua", "ba.thidua", "một.thidua"):
        (tmp_path / name).touch()
        kept.opened_file(tmp_path / name)
    (tmp_path / "ba.thidua").unlink()
    assert [path.name for path in kept.recent_files()] == ["một.thidua", "hai.thidua"]
