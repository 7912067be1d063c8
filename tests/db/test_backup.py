"""A backup is opened, checked and counted before it bears its name, and old ones go by the calendar."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from multiprocessing.context import BaseContext
from pathlib import Path
from shutil import copyfile

import pytest
from other_process import back_up_until_killed, processes
from sample_rows import add_person, named

from thidua_desktop.db import backup
from thidua_desktop.db.tables import person
from thidua_desktop.db.verify import content_hash, counts, verify
from thidua_desktop.domain.errors import Refused, Unavailable
from thidua_desktop.workspace import Workspace

NOW = datetime(2026, 3, 17, 16, 45, 9).astimezone()


def test_a_backup_holds_every_row_committed_so_far(office: Workspace) -> None:
    with office.write("Thêm") as session:
        session.insert_many(person, [named(f"Người {n}") for n in range(100)])
    made = backup.make(office.path, office.backups, NOW)
    assert made.path == office.backups / "office-20260317-164509.thidua"
    assert made.counts["person"] == 100
    assert made.size == made.path.stat().st_size
    assert content_hash(made.path) == content_hash(office.path)
    assert verify(made.path).problems == ()
    with closing(sqlite3.connect(office.path)) as connection:
        assert made.counts == counts(connection)


def test_a_backup_is_one_file_that_opens_as_an_office(office: Workspace, tmp_path: Path) -> None:
    made = office.back_up()
    assert list(office.backups.iterdir()) == [made.path]
    carried = copyfile(made.path, tmp_path / "carried.thidua")
    Workspace.open(carried, backed_up=False).close(backed_up=False)
    assert content_hash(carried) == content_hash(office.path)


def test_a_backup_is_read_where_nothing_can_be_written(office: Workspace) -> None:
    read_version = office.back_up().path.read_bytes()[18:20]
    assert read_version == b"\x01\x01", "a file in WAL mode wants to write beside itself even to be read"


def test_what_a_killed_backup_left_is_swept_away(office: Workspace) -> None:
    office.backups.mkdir()
    for ending in ("", "-journal"):  # the second is what a full disk leaves
        (office.backups / f"office-20260101-080000.thidua.dang-ghi{ending}").touch()
    made = office.back_up()
    assert list(office.backups.iterdir()) == [made.path]


def test_an_office_is_backed_up_when_opened_and_when_closed(office: Workspace) -> None:
    office.close()
    (at_closing,) = backup.kept(office.backups, "office")
    at_closing.unlink()
    Workspace.open(office.path).close(backed_up=False)
    (at_opening,) = backup.kept(office.backups, "office")
    assert content_hash(at_opening) == content_hash(office.path)


def test_nothing_new_is_written_while_nothing_changes(office: Workspace) -> None:
    first = backup.make(office.path, office.backups, NOW)
    assert backup.make(office.path, office.backups, NOW + timedelta(days=1)) == first
    with office.write("Thêm") as session:
        add_person(session)
    second = backup.make(office.path, office.backups, NOW + timedelta(days=1))
    assert second.path != first.path
    office.undo()
    third = backup.make(office.path, office.backups, NOW + timedelta(days=2))
    assert third.path != second.path
    office.redo()
    office.undo()
    assert backup.make(office.path, office.backups, NOW + timedelta(days=3)) == third


def test_two_backups_of_one_second_are_both_kept(office: Workspace) -> None:
    first = backup.make(office.path, office.backups, NOW)
    with office.write("Thêm") as session:
        add_person(session)
    second = backup.make(office.path, office.backups, NOW)
    assert second.path.name == "office-20260317-164510.thidua"
    assert first.path != second.path


def test_days_weeks_and_months_keep_their_newest(office: Workspace) -> None:
    office.backups.mkdir()
    for days in range(800):
        for hour in (8, 17):
            moment = (NOW - timedelta(days=days + 1)).replace(hour=hour)
            (office.backups / f"office-{moment:%Y%m%d-%H%M%S}.thidua").touch()
    made = backup.make(office.path, office.backups, NOW)
    left = [path.stem.removeprefix("office-") for path in backup.kept(office.backups, "office")]
    days = ["20260317-164509", *(f"202603{day}-174509" for day in range(16, 10, -1))]
    weeks = ["20260317-164509", "20260315-174509", "20260308-174509", "20260301-174509"]
    months = [
        "20260317-164509",
        *(
            f"{day}-174509"
            for day in ("20260228", "20260131", "20251231", "20251130", "20251031", "20250930")
        ),
        *(f"{day}-174509" for day in ("20250831", "20250731", "20250630", "20250531", "20250430")),
    ]
    assert left == sorted({*days, *weeks, *months}, reverse=True)
    assert made.path.stem.removeprefix("office-") == left[0]


def test_rotation_leaves_alone_what_it_did_not_name(office: Workspace) -> None:
    office.backups.mkdir()
    strangers = [
        "office.thidua",
        "office-2001.thidua",
        "office-20010101-080000.thidua.bak",
        "office-2-20010101-080000.thidua",
        "huyen-20010101-080000.thidua",
        "office-truoc-khoi-phuc-20010101-080000.thidua",
        "giấy tờ.docx",
    ]
    for name in strangers:
        (office.backups / name).write_text("của người khác", encoding="utf-8")
    for day in range(1, 29):
        (office.backups / f"office-200101{day:02}-080000.thidua").touch()
    backup.make(office.path, office.backups, NOW)
    assert {name for name in strangers if (office.backups / name).exists()} == set(strangers)
    assert len(backup.kept(office.backups, "office")) < 28


def test_a_clock_set_back_does_not_cost_the_backup_just_made(office: Workspace) -> None:
    office.backups.mkdir()
    for year in (2024, 2025):
        for month in range(1, 13):
            (office.backups / f"office-{year}{month:02}28-164509.thidua").touch()
    made = backup.make(office.path, office.backups, datetime(2000, 1, 1, tzinfo=UTC))
    assert made.path.exists()
    assert content_hash(made.path) == content_hash(office.path)


def test_a_damaged_file_is_not_backed_up_and_its_old_backups_stay(office: Workspace) -> None:
    good = backup.make(office.path, office.backups, NOW)
    with office.write("Thêm") as session:
        add_person(session)
    office.close(backed_up=False)
    _spoil(office.path)
    with pytest.raises(Refused, match="đã hỏng"):
        backup.make(office.path, office.backups, NOW + timedelta(days=1))
    assert list(office.backups.iterdir()) == [good.path]


def test_an_unreadable_newest_backup_does_not_stop_the_next(office: Workspace) -> None:
    first = backup.make(office.path, office.backups, NOW)
    first.path.write_text("hỏng", encoding="utf-8")
    second = backup.make(office.path, office.backups, NOW + timedelta(hours=1))
    assert content_hash(second.path) == content_hash(office.path)


def test_a_folder_that_cannot_be_is_told_and_the_office_still_opens(office: Workspace) -> None:
    office.backups.write_text("một tệp, không phải thư mục", encoding="utf-8")
    with pytest.raises(Unavailable, match=r"^Chưa sao lưu được: thư mục chỉ đọc"):
        office.back_up()
    with pytest.raises(Unavailable):
        office.close()
    again = Workspace.open(office.path)
    assert again.warning.startswith("Chưa sao lưu được")
    again.close(backed_up=False)


def test_a_disk_that_takes_no_more_leaves_no_half_backup(office: Workspace) -> None:
    resource = pytest.importorskip("resource")
    first = backup.make(office.path, office.backups, NOW)
    with office.write("Thêm") as session:
        session.insert_many(person, [named(f"Người {n}") for n in range(500)])
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    try:
        with pytest.raises(Unavailable, match=r"^Chưa sao lưu được: ổ đĩa"):
            backup.make(office.path, office.backups, NOW + timedelta(days=1))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list(office.backups.iterdir()) == [first.path]


def test_a_process_killed_while_backing_up_leaves_only_whole_backups(
    template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    context = processes(monkeypatch)
    path = copyfile(template, tmp_path / "office.thidua")
    for round_ in range(10):
        _kill_while_backing_up(context, path, round_ * 0.003)
    backups = backup.kept(backup.folder_of(path), "office")
    assert backups
    for made in backups:
        assert verify(made).problems == ()


def _kill_while_backing_up(context: BaseContext, path: Path, after: float) -> None:
    heard, telling = context.Pipe(duplex=False)
    process = context.Process(target=back_up_until_killed, args=(path, telling))
    process.start()
    telling.close()
    with heard:
        heard.recv()
        process.join(timeout=after)
        process.kill()
        process.join()
        process.close()


def _spoil(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(4096 * 3)
        file.write(b"\xff" * 4096 * 4)
