"""A restored file is the backup to the letter; what was there before is still there, aside."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest
from sample_rows import add_person, named

from thidua_desktop.db import backup
from thidua_desktop.db.tables import person
from thidua_desktop.db.verify import content_hash
from thidua_desktop.domain.errors import Refused, Unavailable
from thidua_desktop.workspace import Workspace


@pytest.fixture
def good(office: Workspace, tmp_path: Path) -> Path:
    """A backup of the morning; the office has gone on since, and is closed."""
    with office.write("Buổi sáng") as session:
        add_person(session, "Có trong bản sao")
    made = copyfile(office.back_up().path, tmp_path / "sáng.thidua")
    with office.write("Buổi chiều") as session:
        add_person(session, "Không có trong bản sao")
    office.close(backed_up=False)
    return made


def test_restoring_brings_the_backup_back_and_keeps_the_present_aside(good: Path, office: Workspace) -> None:
    wanted, present = content_hash(good), content_hash(office.path)
    aside = backup.restore(good, office.path)
    assert content_hash(office.path) == wanted
    assert aside is not None
    assert content_hash(aside) == present
    again = Workspace.open(office.path)
    assert again.undoable() == "Buổi sáng"
    again.close()
    assert aside.exists(), "rotation does not take what was set aside"
    assert content_hash(office.path) == wanted
    assert _leavings(office.path) == set()


def test_a_log_left_by_a_killed_process_does_not_spoil_the_restored_file(
    good: Path, office: Workspace, template: Path, tmp_path: Path
) -> None:
    wanted = content_hash(good)
    other = Workspace.open(copyfile(template, tmp_path / "other.thidua"), backed_up=False)
    with other.write("Chưa gộp") as session:
        session.insert_many(person, [named(f"Người {n}") for n in range(2000)])
    office.path.unlink()
    for ending in ("-wal", "-shm"):
        copyfile(tmp_path / f"other.thidua{ending}", office.path.with_name(office.path.name + ending))
    other.close(backed_up=False)
    assert backup.restore(good, office.path) is None
    assert content_hash(office.path) == wanted
    with closing(sqlite3.connect(office.path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_a_damaged_file_is_replaced_and_kept_as_it_was(good: Path, office: Workspace) -> None:
    broken = b"\xff" * 20_000
    office.path.write_bytes(broken)
    aside = backup.restore(good, office.path)
    assert content_hash(office.path) == content_hash(good)
    assert aside is not None
    assert aside.read_bytes() == broken


def test_a_file_that_is_open_is_not_replaced(good: Path, office: Workspace) -> None:
    open_ = Workspace.open(office.path, backed_up=False)
    before = content_hash(office.path)
    with pytest.raises(Unavailable, match="đang mở"):
        backup.restore(good, office.path)
    assert content_hash(office.path) == before
    open_.close(backed_up=False)


def test_only_a_sound_backup_of_ours_is_restored(good: Path, office: Workspace, tmp_path: Path) -> None:
    before = content_hash(office.path)
    broken = tmp_path / "hỏng.thidua"
    whole = good.read_bytes()
    broken.write_bytes(whole[: len(whole) // 2])
    foreign = tmp_path / "lạ.thidua"
    foreign.write_text("không phải", encoding="utf-8")
    for wrong in (broken, foreign, tmp_path / "không có.thidua"):
        with pytest.raises(Refused, match=f"Không khôi phục từ “{wrong.name}”"):
            backup.restore(wrong, office.path)
    assert content_hash(office.path) == before
    assert _leavings(office.path) == set()


def test_an_office_is_restored_where_there_was_none(good: Path, tmp_path: Path) -> None:
    target = tmp_path / "máy mới" / "office.thidua"
    assert backup.restore(good, target) is None
    assert content_hash(target) == content_hash(good)


def test_a_disk_that_takes_no_more_leaves_the_present_file(good: Path, office: Workspace) -> None:
    resource = pytest.importorskip("resource")
    before = content_hash(office.path)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    try:
        with pytest.raises(Unavailable, match=r"Chưa khôi phục được tệp “office\.thidua”: ổ đĩa"):
            backup.restore(good, office.path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert content_hash(office.path) == before
    assert _leavings(office.path) == set()


@pytest.fixture
def held(good: Path, office: Workspace) -> Iterator[sqlite3.Connection]:
    """Another program has the file open, and records written meanwhile are in the log beside it only."""
    with closing(sqlite3.connect(office.path)) as other:
        other.execute("SELECT count(*) FROM person").fetchone()
        again = Workspace.open(office.path, backed_up=False)
        with again.write("Buổi tối") as session:
            add_person(session, "Chỉ có trong nhật ký")
        again.close(backed_up=False)
        assert office.path.with_name(office.path.name + "-wal").stat().st_size
        yield other


def _windows_refuses(monkeypatch: pytest.MonkeyPatch, what: str, where: Path) -> None:
    """Windows takes no file from its place while another program has it open."""
    real = getattr(Path, what)

    def refused(self: Path, *arguments: Any, **options: Any) -> Any:
        if where in {self, *arguments}:
            error = PermissionError(errno.EACCES, "Access is denied", str(self), None, str(where))
            error.winerror = 5  # type: ignore[attr-defined,unused-ignore]  # there on Windows only
            raise error
        return real(self, *arguments, **options)

    monkeypatch.setattr(Path, what, refused)
    monkeypatch.setattr("thidua_desktop.disk._PAUSE", 0)


@pytest.mark.usefixtures("held")
def test_a_file_another_program_holds_keeps_every_record(
    good: Path, office: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, asides = content_hash(office.path), _asides(office.path)
    _windows_refuses(monkeypatch, "replace", office.path)
    with pytest.raises(Unavailable, match=r"^Chưa khôi phục được.*chương trình khác giữ. Đóng chương trình"):
        backup.restore(good, office.path)
    assert _as_on_the_disk(office.path, tmp_path / "khác") == before
    assert _asides(office.path) == asides, "what was set aside for nothing is taken away"


@pytest.mark.usefixtures("held")
def test_a_log_another_program_holds_keeps_every_record(
    good: Path, office: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, asides = content_hash(office.path), _asides(office.path)
    _windows_refuses(monkeypatch, "unlink", office.path.with_name(office.path.name + "-wal"))
    with pytest.raises(Unavailable, match="chương trình khác giữ"):
        backup.restore(good, office.path)
    assert _as_on_the_disk(office.path, tmp_path / "khác") == before
    assert _asides(office.path) == asides


def test_a_file_another_program_is_reading_is_not_replaced(
    good: Path, office: Workspace, held: sqlite3.Connection, tmp_path: Path
) -> None:
    before, asides = content_hash(office.path), _asides(office.path)
    held.execute("BEGIN")
    held.execute("SELECT count(*) FROM person").fetchone()
    with pytest.raises(Unavailable, match=r"“office\.thidua”: tệp đang mở trong chương trình khác"):
        backup.restore(good, office.path)
    assert _as_on_the_disk(office.path, tmp_path / "khác") == before
    assert _asides(office.path) == asides
    held.close()
    backup.restore(good, office.path)


def test_a_damaged_file_that_cannot_be_replaced_is_where_it_was(
    good: Path, office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken, asides = b"\xff" * 20_000, _asides(office.path)
    office.path.write_bytes(broken)
    fresh = office.path.with_name(office.path.name + ".khoi-phuc")
    real = Path.replace

    def full(self: Path, target: Path) -> Path:
        if self == fresh:
            raise OSError(errno.EIO, "Input/output error")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(Unavailable, match="báo lỗi đọc, ghi"):
        backup.restore(good, office.path)
    assert office.path.read_bytes() == broken
    assert _asides(office.path) == asides


def _asides(path: Path) -> set[Path]:
    folder = backup.folder_of(path)
    return {one for one in folder.glob("*") if "-truoc-khoi-phuc-" in one.name}


def _as_on_the_disk(path: Path, folder: Path) -> str:
    """The records another PC would find, without what some process still remembers of a log taken away."""
    folder.mkdir()
    for ending in ("", "-wal"):
        if (beside := path.with_name(path.name + ending)).exists():
            copyfile(beside, folder / beside.name)
    return content_hash(folder / path.name)


def _leavings(path: Path) -> set[str]:
    kept = {path.name, path.name + ".khoa"}
    return {beside.name for beside in path.parent.glob(path.name + "*")} - kept
