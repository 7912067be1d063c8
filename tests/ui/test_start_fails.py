"""A start that fails says why, even where there is no window, no terminal and no log yet."""

import ctypes
import sys
from types import SimpleNamespace

import pytest

from thidua_desktop.domain.errors import Unavailable
from ui.app import run


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    yield
    import gc

    gc.enable()


@pytest.fixture
def boxes(monkeypatch):
    """What Windows is asked to show, under pythonw: no standard streams."""
    shown = []
    user32 = SimpleNamespace(MessageBoxW=lambda *words: shown.append(words))
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(user32=user32), raising=False)
    monkeypatch.setattr("ui.app.sys", SimpleNamespace(platform="win32", stderr=None, version=sys.version))
    return shown


def fail(monkeypatch, error):
    def start(*_paths):
        raise error

    monkeypatch.setattr("ui.desk.start", start)


def test_a_bug_at_the_start_is_shown_by_windows_and_logged(monkeypatch, boxes, tmp_path):
    fail(monkeypatch, ImportError("DLL load failed while importing QtWidgets"))
    assert run([]) == 1
    ((_owner, sentence, title, _icon),) = boxes
    log = tmp_path / "thi-dua-khong-mo-duoc.log"
    assert title == "Thi đua Desktop"
    assert sentence.startswith("Không mở được Thi đua Desktop: lỗi ngoài dự kiến “ImportError: DLL load")
    assert sentence.endswith(f"Gửi tệp “{log}” cho người phụ trách.")
    assert "Traceback" in log.read_text(encoding="utf-8")


def test_what_the_machine_refuses_is_told_without_a_log(monkeypatch, boxes, tmp_path):
    fail(monkeypatch, Unavailable("Ổ đĩa đã đầy."))
    assert run(["phòng.thidua"]) == 1
    assert boxes[0][1] == "Không mở được Thi đua Desktop. Ổ đĩa đã đầy."
    assert list(tmp_path.iterdir()) == []


def test_where_not_even_a_log_can_be_written_the_sentence_still_comes(monkeypatch, boxes, tmp_path):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "gone"))
    fail(monkeypatch, OSError("trouble"))
    assert run([]) == 1
    assert boxes[0][1].endswith("Chụp lại màn hình này gửi người phụ trách.")


def test_elsewhere_the_terminal_is_told(monkeypatch, capsys, tmp_path):
    fail(monkeypatch, ZeroDivisionError("chia cho không"))
    monkeypatch.setattr(
        "ui.app.sys", SimpleNamespace(platform="linux", stderr=sys.stderr, version=sys.version)
    )
    assert run([]) == 1
    assert "ZeroDivisionError: chia cho không" in capsys.readouterr().err
