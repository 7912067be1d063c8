"""One process per file: the second one hears why, and a dead one holds nothing."""

import sys
from importlib.util import find_spec, module_from_spec
from multiprocessing.context import BaseContext
from os import fstat
from pathlib import Path
from shutil import copyfile
from types import SimpleNamespace

import pytest
from other_process import processes, try_to_open, write_until_killed

from thidua_desktop.domain.errors import Unavailable
from thidua_desktop.workspace import Workspace


@pytest.fixture
def context(monkeypatch: pytest.MonkeyPatch) -> BaseContext:
    return processes(monkeypatch)


def test_a_second_process_is_told_which_file_is_open_elsewhere(
    office: Workspace, context: BaseContext
) -> None:
    sentence = _second_window(context, office.path)
    assert "“office.thidua” đang mở trong một cửa sổ Thi đua Desktop khác" in sentence
    assert "đóng nó rồi mở lại" in sentence


def test_a_second_window_of_the_same_process_is_refused_too(office: Workspace) -> None:
    with pytest.raises(Unavailable, match="đang mở"):
        Workspace.open(office.path)


@pytest.mark.skipif(sys.platform == "win32", reason="making a link needs a privilege there")
def test_a_link_to_an_open_file_is_refused_too(office: Workspace, tmp_path: Path) -> None:
    link = tmp_path / "link.thidua"
    link.symlink_to(office.path)
    with pytest.raises(Unavailable, match="đang mở"):
        Workspace.open(link)


def test_the_file_is_free_once_closed(office: Workspace, context: BaseContext) -> None:
    office.close(backed_up=False)
    assert _second_window(context, office.path) == ""


def test_the_file_is_free_once_its_process_is_killed(
    template: Path, tmp_path: Path, context: BaseContext
) -> None:
    path = copyfile(template, tmp_path / "office.thidua")
    heard, telling = context.Pipe(duplex=False)
    process = context.Process(target=write_until_killed, args=(path, telling))
    process.start()
    telling.close()
    with heard:
        heard.recv()
        with pytest.raises(Unavailable, match="đang mở"):
            Workspace.open(path)
        process.kill()
        process.join()
    Workspace.open(path, backed_up=False).close(backed_up=False)


def test_a_folder_that_takes_no_lock_file_gets_a_sentence(template: Path, tmp_path: Path) -> None:
    path = copyfile(template, tmp_path / "office.thidua")
    (tmp_path / "office.thidua.khoa").mkdir()
    with pytest.raises(Unavailable, match="Không khoá được tệp “office"):
        Workspace.open(path)


def test_on_windows_the_lock_is_let_go_before_the_file_is_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setitem(
        sys.modules,
        "msvcrt",
        SimpleNamespace(
            LK_NBLCK="lock",
            LK_UNLCK="unlock",
            locking=lambda handle, how, _size: told.append(how) or fstat(handle),
        ),
    )
    spec = find_spec("thidua_desktop.db.lock")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    with monkeypatch.context() as there:
        there.setattr(sys, "platform", "win32")
        spec.loader.exec_module(module)
    lock = module.FileLock(tmp_path / "office.thidua")
    lock.take()
    lock.release()
    lock.release()
    assert told == ["lock", "unlock"]


def _second_window(context: BaseContext, path: Path) -> str:
    heard, telling = context.Pipe(duplex=False)
    process = context.Process(target=try_to_open, args=(path, telling))
    process.start()
    telling.close()
    with heard:
        sentence = str(heard.recv())
    process.join()
    return sentence
