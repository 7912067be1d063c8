"""What Windows does to files, told on any system: its error numbers, the names it cannot keep, its patience."""

import errno
import sqlite3
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from thidua_desktop import disk
from thidua_desktop.db.lock import FileLock
from thidua_desktop.db.trouble import cause
from thidua_desktop.domain.errors import Refused
from thidua_desktop.workspace import Workspace


@pytest.fixture
def on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "sys", SimpleNamespace(platform="win32"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "huyện.thidua"
    path.write_bytes(b"there")
    return path


def windows_error(winerror: int, number: int = errno.EACCES, *names: Path) -> OSError:
    """The error Python raises for a number of Windows."""
    error = OSError(number, "trouble", *names[:1], *((None, *names[1:]) if names[1:] else ()))
    error.winerror = winerror  # type: ignore[attr-defined,unused-ignore]  # there on Windows only
    return error


@pytest.mark.parametrize(
    ("winerror", "number", "sentence"),
    [
        (32, errno.EACCES, "chương trình khác giữ"),
        (33, errno.EACCES, "chương trình khác giữ"),
        (5, errno.EACCES, "chương trình khác giữ"),
        (19, errno.EACCES, "thư mục chỉ đọc"),
        (39, errno.EINVAL, "ổ đĩa đã đầy"),
        (112, errno.ENOSPC, "ổ đĩa đã đầy"),
        (21, errno.EACCES, "đã bị rút ra"),
        (1117, errno.EINVAL, "đã bị rút ra"),
        (1167, errno.EINVAL, "đã bị rút ra"),
        (23, errno.EACCES, "báo lỗi đọc, ghi"),
        (123, errno.EINVAL, "Windows không nhận tên"),
        (206, errno.ENOENT, "quá dài"),
    ],
)
def test_each_error_of_windows_about_a_file_has_its_sentence(
    winerror: int, number: int, sentence: str, file: Path
) -> None:
    assert sentence in str(cause(windows_error(winerror, number, file)))


@pytest.mark.usefixtures("on_windows")
def test_a_path_too_long_for_windows_is_not_a_missing_folder(tmp_path: Path) -> None:
    error = FileNotFoundError(errno.ENOENT, "No such file or directory", str(tmp_path / ("x" * 255)))
    assert "quá dài" in str(cause(error, tmp_path))
    assert "thư mục chỉ đọc" in str(cause(FileNotFoundError(errno.ENOENT, "gone", "x.thidua")))


def test_a_folder_that_denies_is_not_said_to_be_held(tmp_path: Path) -> None:
    assert "thư mục chỉ đọc" in str(cause(windows_error(5, errno.EACCES, tmp_path / "mới")))
    assert "thư mục chỉ đọc" in str(cause(windows_error(5, errno.EACCES, tmp_path)))


def test_a_move_is_judged_by_where_it_goes(file: Path, tmp_path: Path) -> None:
    assert "chương trình khác giữ" in str(cause(windows_error(5, errno.EACCES, tmp_path / "~", file)))


def test_a_denial_without_the_number_of_windows_names_both_causes(file: Path) -> None:
    told = str(cause(PermissionError(errno.EACCES, "denied", str(file))))
    assert "chương trình khác giữ, hoặc máy không cho ghi" in told


def test_a_file_marked_read_only_is_said_to_be_so(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mark_read_only(monkeypatch)
    assert "Bỏ dấu Read-only" in str(cause(windows_error(5, errno.EACCES, file)))


@pytest.mark.parametrize("kind", [sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY])
def test_a_database_that_is_there_and_does_not_open_is_held(kind: int, file: Path) -> None:
    error = sqlite3.OperationalError("unable to open database file")
    error.sqlite_errorcode = kind
    assert "chương trình khác giữ" in str(cause(error, file))
    assert "thư mục chỉ đọc" in str(cause(error, file.with_name("vắng.thidua")))
    assert "thư mục chỉ đọc" in str(cause(error))


def test_a_file_that_nobody_can_open_is_told_so_by_the_checks_that_know_its_name(
    office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object, **_options: object) -> None:
        error = sqlite3.OperationalError("unable to open database file")
        error.sqlite_errorcode = sqlite3.SQLITE_CANTOPEN
        raise error

    office.close(backed_up=False)
    monkeypatch.setattr("thidua_desktop.db.schema.sqlite3.connect", refuse)
    with pytest.raises(Exception, match=r"Không đọc được tệp “office\.thidua”: .*chương trình khác giữ"):
        Workspace.open(office.path)


def named(folder: Path, name: str) -> Path:
    """The path as somebody types it, where Windows itself would take "a:" for a drive."""
    return folder / (f"x{name}" if name[1:2] == ":" else name)


KEPT = ("Báo cáo – huyện.docx", "console.txt", "COM10.txt", ".thidua", "  a", "nulla.txt", "a.b.c")
NOT_KEPT = (
    "a?b.json", "a|b", "a:b.json", "CON.json", "nul", "con .txt", "COM¹.txt", "lpt³", "CONIN$", "conout$.x",
    "AUX.a.b", "ten. ", "ten.", "a<b", 'a"b', "a\tb",
)  # fmt: skip


@pytest.mark.parametrize("name", NOT_KEPT)
@pytest.mark.usefixtures("on_windows")
def test_a_name_windows_cannot_keep_is_no_name_for_an_office(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_file(path: Path) -> Path:
        raise windows_error(6, errno.EBADF, path)

    monkeypatch.setattr(Path, "resolve", no_file)
    with pytest.raises(Refused, match="Windows không nhận tên tệp"):
        Workspace.create(named(tmp_path, name))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", KEPT)
@pytest.mark.usefixtures("on_windows")
def test_every_other_name_is_kept(name: str, tmp_path: Path) -> None:
    assert disk.name_trouble(tmp_path / name) is None


@pytest.mark.skipif(sys.platform == "win32", reason="names others keep")
@pytest.mark.parametrize("name", NOT_KEPT)
def test_other_systems_keep_these_names(name: str, tmp_path: Path) -> None:
    assert disk.name_trouble(tmp_path / name) is None


@pytest.mark.parametrize("path", [Path(), Path(Path.cwd().anchor), Path("..")])
def test_a_folder_alone_is_no_name_of_a_file(path: Path) -> None:
    with pytest.raises(Refused, match="là thư mục – ghi thêm tên tệp"):
        FileLock(path).take()


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    waited: list[float] = []
    monkeypatch.setattr(time, "sleep", waited.append)
    return waited


@pytest.mark.parametrize("winerror", [5, 32])
def test_a_file_held_for_a_moment_is_asked_for_again(winerror: int, waits: list[float]) -> None:
    answers = iter([windows_error(winerror), windows_error(winerror), None])

    def act() -> str:
        if error := next(answers):
            raise error
        return "done"

    assert disk.patiently(act) == "done"
    assert waits == [0.1, 0.1]


@pytest.mark.parametrize(
    ("error", "tries"), [(windows_error(32), 5), (windows_error(112), 1), (PermissionError(13, "denied"), 1)]
)
def test_what_stays_refused_is_raised(error: OSError, tries: int, waits: list[float]) -> None:
    asked = []

    def act() -> None:
        asked.append(1)
        raise error

    with pytest.raises(OSError) as raised:
        disk.patiently(act)
    assert raised.value is error
    assert (len(asked), len(waits)) == (tries, tries - 1)


def mark_read_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("thidua_desktop.disk.write_protected", lambda _path: True)


def test_the_mark_of_windows_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert not disk.write_protected(tmp_path / "vắng")
    for attributes, protected in ((0x21, True), (0x20, False)):
        monkeypatch.setattr(Path, "stat", lambda _self, a=attributes: SimpleNamespace(st_file_attributes=a))
        assert disk.write_protected(tmp_path) is protected
        monkeypatch.undo()
