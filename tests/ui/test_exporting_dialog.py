"""The dialog that writes to a stick, as an officer uses it."""

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt

from thidua_desktop.domain.errors import Unavailable
from ui.exporting.drives import Drive, drives, size_text
from ui.exporting.usb_dialog import UsbDialog
from ui.tasks import Immediate, Tasks

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)

GB = 1 << 30


def stick(path, label="KINGSTON (E:)", free=12 * GB, *, removable=True, read_only=False):
    return Drive(Path(path), label, free, 15 * GB, removable, read_only)


@pytest.fixture
def tasks(qapp):
    return Tasks(None, Immediate())


@pytest.fixture
def open_dialog(qtbot, tasks):
    def make(files, found, **options):
        options.setdefault("start", lambda work: work())
        options.setdefault("tasks", tasks)
        dialog = UsbDialog(
            files, "Phòng Nội vụ", "2015–2020", look=lambda: list(found), parent=None, **options
        )
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return make


def lines(dialog):
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_sticks_are_listed_with_name_and_room_and_the_first_is_chosen(open_dialog, tmp_path):
    dialog = open_dialog({}, [stick(tmp_path)])
    assert lines(dialog) == ["KINGSTON (E:) – trống 12 GB / 15 GB"]
    assert dialog.target == tmp_path
    assert dialog.write_button.isEnabled()


def test_the_files_are_written_below_office_and_period_and_then_it_may_be_pulled(
    open_dialog, tmp_path, qtbot
):
    dialog = open_dialog({"bao-cao.pdf": b"%PDF"}, [stick(tmp_path)])
    qtbot.mouseClick(dialog.write_button, Qt.MouseButton.LeftButton)
    assert (tmp_path / "phong-noi-vu" / "2015-2020" / "bao-cao.pdf").read_bytes() == b"%PDF"
    assert dialog.status.text().startswith("Đã ghi và đọc lại đúng 1 tệp. Có thể rút USB.")
    assert not dialog.bar.isVisible()


def test_files_may_be_made_when_asked_for(open_dialog, tmp_path):
    dialog = open_dialog(lambda: {"bao-cao.pdf": b"%PDF"}, [stick(tmp_path)])
    dialog.write()
    assert (tmp_path / "phong-noi-vu" / "2015-2020" / "bao-cao.pdf").exists()


def test_without_a_stick_the_dialog_says_what_to_do(open_dialog):
    dialog = open_dialog({}, [])
    assert "Hãy cắm USB" in dialog.hint.text()
    assert dialog.hint.isVisible()
    assert not dialog.write_button.isEnabled()


def test_a_stick_put_in_appears_and_is_chosen_and_one_pulled_out_goes(open_dialog, tmp_path):
    found = []
    dialog = open_dialog({}, found)
    found.append(stick(tmp_path))
    dialog._watch.refresh()
    assert dialog.target == tmp_path
    assert not dialog.hint.isVisible()
    found.clear()
    dialog._watch.refresh()
    assert dialog.target is None


def test_the_choice_survives_a_refresh(open_dialog, tmp_path):
    found = [stick(tmp_path / "a", "A"), stick(tmp_path / "b", "B")]
    dialog = open_dialog({}, found)
    dialog.list.setCurrentRow(1)
    found[0] = stick(tmp_path / "a", "A", free=GB)
    dialog._watch.refresh()
    assert dialog.target == tmp_path / "b"
    assert "1 GB" in lines(dialog)[0]


def test_a_disk_that_stays_in_the_computer_is_never_chosen_by_itself(open_dialog, tmp_path):
    dialog = open_dialog({}, [stick("C:/", "C:", removable=False)])
    assert dialog.target is None
    assert "ổ đĩa trong máy" in lines(dialog)[0]


def test_a_read_only_stick_is_shown_and_cannot_be_chosen(open_dialog, tmp_path):
    dialog = open_dialog({}, [stick(tmp_path, read_only=True)])
    assert lines(dialog)[0].endswith("chỉ cho đọc")
    assert dialog.target is None


def test_another_folder_can_be_chosen_and_not_choosing_changes_nothing(open_dialog, tmp_path):
    answers = ["", str(tmp_path / "khac")]
    (tmp_path / "khac").mkdir()
    dialog = open_dialog({"a.pdf": b"1"}, [stick(tmp_path)], choose_folder=lambda _parent: answers.pop(0))
    dialog.other_button.click()
    assert dialog.target == tmp_path
    dialog.other_button.click()
    assert dialog.target == tmp_path / "khac"
    dialog.write()
    assert (tmp_path / "khac" / "phong-noi-vu" / "2015-2020" / "a.pdf").exists()


def test_a_drive_that_stays_in_the_computer_is_not_said_to_be_pulled(open_dialog, tmp_path):
    dialog = open_dialog({"a.pdf": b"1"}, [stick(tmp_path, "D:", removable=False)])
    dialog.list.setCurrentRow(0)
    dialog.write()
    assert dialog.status.text().startswith("Đã ghi và kiểm tra xong 1 tệp.")
    assert "rút USB" not in dialog.status.text()


def test_a_folder_is_on_the_stick_it_lies_on(open_dialog, tmp_path):
    for folder in ("usb/khác", "máy"):
        (tmp_path / folder).mkdir(parents=True)
    answers = [str(tmp_path / "usb" / "khác"), str(tmp_path / "máy")]
    dialog = open_dialog(
        {"a.pdf": b"1"}, [stick(tmp_path / "usb")], choose_folder=lambda _parent: answers.pop(0)
    )
    for told in ("Có thể rút USB", "Đã ghi và kiểm tra xong"):
        dialog.other_button.click()
        dialog.write()
        assert told in dialog.status.text()


def test_a_pulled_stick_is_told_in_a_sentence_and_can_be_tried_again(open_dialog, tmp_path):
    dialog = open_dialog({"a.pdf": b"1"}, [stick(tmp_path / "usb")])
    dialog.write()
    assert "đã rút ra" in dialog.status.text()
    (tmp_path / "usb").mkdir()
    dialog.write()
    assert "Có thể rút USB" in dialog.status.text()


def test_a_bug_is_not_hidden_as_a_sentence_about_the_drive(open_dialog, tmp_path, qtbot):
    def broken():
        raise ZeroDivisionError

    dialog = open_dialog(broken, [stick(tmp_path)])
    with qtbot.capture_exceptions() as caught:
        dialog.write()
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]
    assert "lỗi của chương trình" in dialog.status.text()
    assert dialog.write_button.isEnabled()


class Paused:
    """A worker that holds the work until told."""

    def __init__(self, tasks):
        self.tasks, self.held = tasks, None

    def work(self, fn, then, *, failed=None, cancelled=None):
        from ui.tasks import Cancelled, Progress

        progress = Progress(self.tasks)

        def go():
            try:
                then(fn(progress))
            except Cancelled:
                cancelled()

        self.held = go
        return progress


def test_while_writing_closing_means_stopping(open_dialog, tmp_path, tasks):
    worker = Paused(tasks)
    dialog = open_dialog({"a.pdf": b"1"}, [stick(tmp_path)], tasks=worker)
    dialog.write()
    assert "Xin đừng rút USB" in dialog.status.text()
    assert not dialog.write_button.isEnabled()
    dialog.close_button.click()
    assert dialog.isVisible()
    worker.held()
    assert dialog.status.text().startswith("Đã dừng")
    assert list(tmp_path.iterdir()) == []
    dialog.close_button.click()
    assert not dialog.isVisible()


def test_progress_is_shown_by_name(open_dialog, tmp_path, tasks):
    worker = Paused(tasks)
    dialog = open_dialog({"a.pdf": b"1"}, [stick(tmp_path)], tasks=worker)
    dialog.write()
    dialog._progress.say(500, 1000, "a.pdf")
    assert dialog.bar.value() == 500
    assert "a.pdf" in dialog.status.text()


def test_drives_are_looked_at_off_the_windows_thread(qtbot, tmp_path, tasks):
    from threading import current_thread, main_thread

    seen = []

    def look():
        seen.append(current_thread() is main_thread())
        return [stick(tmp_path)]

    dialog = UsbDialog({}, "Phòng", "2020", tasks, look=look)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.target == tmp_path, timeout=2000)
    assert seen == [False]


def test_every_control_has_a_name_for_the_ear_and_the_dialog_fits_a_small_screen(open_dialog, tmp_path):
    dialog = open_dialog({}, [stick(tmp_path)])
    assert dialog.list.accessibleName()
    assert dialog.bar.accessibleName()
    assert dialog.width() <= 1366
    assert dialog.height() <= 700


def volume(root, name="", *, ready=True):
    return SimpleNamespace(
        isValid=lambda: True,
        isReady=lambda: ready,
        isReadOnly=lambda: False,
        rootPath=lambda: root,
        name=lambda: name,
        bytesAvailable=lambda: GB,
        bytesTotal=lambda: 2 * GB,
    )


def test_sticks_stand_before_disks_and_cd_and_network_drives_are_left_out():
    volumes = [
        volume("C:/", "Windows"),
        volume("E:/", "KINGSTON"),
        volume("D:/"),
        volume("Z:/"),
        volume("F:/", ready=False),
    ]
    kinds = {"C:/": 3, "E:/": 2, "D:/": 5, "Z:/": 4, "F:/": 2}
    found = drives(volumes, kinds.__getitem__)
    assert [(d.label, d.removable) for d in found] == [("KINGSTON (E:)", True), ("Windows (C:)", False)]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows says itself what a drive is")
def test_on_linux_sticks_are_what_is_mounted_where_sticks_are():
    volumes = [volume("/"), volume("/media/can-bo/USB", "USB"), volume("/run"), volume("/mnt/usb")]
    assert [str(d.path) for d in drives(volumes)] == ["/media/can-bo/USB", "/mnt/usb"]


def test_the_real_list_of_drives_can_be_asked_for():
    assert all(drive.total >= drive.free >= 0 for drive in drives())


@pytest.mark.parametrize(
    ("size", "text"),
    [(0, "0 byte"), (1023, "1023 byte"), (1536, "1,5 KB"), (16 * GB - 1, "16 GB"), (3 << 40, "3 TB")],
)
def test_sizes_are_written_for_people(size, text):
    assert size_text(size) == text


def test_the_error_says_what_to_do(open_dialog, tmp_path):
    dialog = open_dialog(lambda: (_ for _ in ()).throw(Unavailable("Hãy cắm lại USB.")), [stick(tmp_path)])
    dialog.write()
    assert dialog.status.text() == "Hãy cắm lại USB."
