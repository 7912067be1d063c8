"""What every connection is set to, and transactions that take back everything, tables included."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sample_rows import add_person, named
from sqlalchemy import Engine, func, select

from thidua_desktop.db.engine import is_local, open_engine
from thidua_desktop.db.tables import person
from thidua_desktop.db.trouble import cause, told
from thidua_desktop.db.verify import content_hash, verify
from thidua_desktop.domain.errors import Unavailable
from thidua_desktop.workspace import Workspace


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    made = open_engine(tmp_path / "Huyện Thử, 100% số 1 #2.thidua")
    yield made
    made.dispose()


def test_every_connection_keeps_links_and_waits_for_the_disk(engine: Engine) -> None:
    wanted = {"foreign_keys": 1, "busy_timeout": 5000, "synchronous": 2, "journal_mode": "wal"}
    with engine.connect() as first, engine.connect() as second:
        for connection in (first, second):
            for pragma, value in wanted.items():
                assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value


def test_a_failing_transaction_takes_its_tables_back_too(engine: Engine) -> None:
    with pytest.raises(ZeroDivisionError), engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE passing (id INTEGER)")
        connection.exec_driver_sql("INSERT INTO passing VALUES (1)")
        _ = 1 / 0
    with engine.begin() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar() == 0


def test_a_writer_holds_the_file_from_its_first_moment(office: Workspace) -> None:
    with office.write("Giữ"), closing(sqlite3.connect(office.path, timeout=0)) as other:
        with pytest.raises(sqlite3.OperationalError) as held:
            other.execute("BEGIN IMMEDIATE")
        assert (
            cause(held.value)
            == "tệp đang bị chương trình khác giữ. Đóng chương trình đó hoặc đợi một lát rồi làm lại."
        )


def test_readers_see_the_last_commit_while_a_writer_writes(office: Workspace) -> None:
    with office.write("Thêm") as writing:
        add_person(writing)
        with office.read() as reading:
            assert reading.value(select(func.count()).select_from(person)) == 0
    with office.read() as reading:
        assert reading.value(select(func.count()).select_from(person)) == 1


@pytest.mark.parametrize("name", ["Văn phòng – Thi đua.thidua", "50% #1 'a' %20.thidua"])
def test_an_office_may_have_any_name(template: Path, tmp_path: Path, name: str) -> None:
    Workspace.create(tmp_path / "mới" / name).close()
    workspace = Workspace.open(tmp_path / "mới" / name)
    assert workspace.backups.is_dir()
    workspace.close()
    assert content_hash(tmp_path / "mới" / name) != ""


def test_a_full_disk_is_told_and_loses_nothing(office: Workspace) -> None:
    with office.write("Trước khi đầy") as session:
        add_person(session)
    before = content_hash(office.path)
    with (
        pytest.raises(Unavailable, match=r"Việc vừa rồi chưa được ghi: ổ đĩa đã đầy\. Xóa bớt tệp"),
        office.write("Khi đầy") as session,
    ):
        session.raw("PRAGMA max_page_count = 1")  # the pages there are, and not one more
        session.insert_many(person, [named(f"Người {n}") for n in range(5000)])
    assert content_hash(office.path) == before
    assert office.undoable() == "Trước khi đầy"
    assert verify(office.path).problems == ()
    with office.read() as session:
        session.raw("PRAGMA max_page_count = 1000000")  # room was made
    with office.write("Sau khi dọn") as session:
        session.insert_many(person, [named(f"Người {n}") for n in range(5000)])
    assert office.undoable() == "Sau khi dọn"


def test_a_mistake_of_ours_is_not_told_as_trouble_of_the_machine(office: Workspace) -> None:
    with office.read() as session, pytest.raises(Exception, match="no such table") as bug:
        session.raw("SELECT * FROM no_such_table")
    assert cause(bug.value) is None
    assert cause(ValueError("bug")) is None
    with pytest.raises(sqlite3.OperationalError), told("Đọc"):
        sqlite3.connect(":memory:").execute("SELECT nothing")


@pytest.mark.parametrize(
    ("folder", "local"),
    [
        ("/home/officer", True),
        ("/mnt/share/huyen", False),
        ("/media/USB STICK/so lieu", False),
        ("/media/USB", True),
        ("/mnt/cloud", False),
    ],
)
def test_only_a_fixed_local_disk_gets_a_write_ahead_log(tmp_path: Path, folder: str, local: bool) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(
        "/dev/sda1 / ext4 rw 0 0\n"
        "//server/share /mnt/share cifs rw 0 0\n"
        "/dev/sdb1 /media/USB\\040STICK vfat rw 0 0\n"
        "gdrive: /mnt/cloud fuse.rclone rw 0 0\n",
        encoding="utf-8",
    )
    assert is_local(Path(folder), mounts) == local
