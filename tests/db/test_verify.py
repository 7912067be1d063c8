"""What verify finds: torn pages, lost links, and what no constraint of the file can say."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from shutil import copyfile

import pytest
from sample_rows import add_award, add_person, add_unit, named

from thidua_desktop.db.tables import campaign, role_model, succession, total
from thidua_desktop.db.verify import content_hash, damage, verify
from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.workspace import Workspace

TOTAL = {"times": 7, "awards": "DH_LDTT", "recipient": "person", "level": "district", "source": "Báo cáo"}


@pytest.fixture
def path(office: Workspace) -> Path:
    with office.write("Nhập mẫu") as session:
        add_award(session, add_person(session, birth=PartialDate(1954)))
        top = add_unit(session, "Huyện")
        low = add_unit(session, parent_id=top)
        day = date(2020, 2, 1)
        session.insert(succession, {"old_id": low, "new_id": top, "kind": "merged", "on_day": day})
        session.insert(total, {**TOTAL, "start": date(2015, 1, 1), "end": day})
        made = session.insert(
            campaign, named("Phong trào", form="movement", level="district", kind="regular")
        )
        session.insert(role_model, {"campaign_id": made, "person_id": 1})
    office.close(backed_up=False)
    return office.path


def test_a_sound_file_is_counted(path: Path) -> None:
    checked = verify(path)
    assert checked.ok
    assert checked.problems == ()
    assert (checked.counts["person"], checked.counts["award"], checked.counts["unit"]) == (1, 1, 2)


@pytest.mark.parametrize(
    ("spoiling", "sentence"),
    [
        ("UPDATE award SET person_id = 99", "Bảng award, dòng 1: trỏ tới dòng không còn trong bảng person."),
        ("UPDATE unit SET parent_id = 2 WHERE id = 1", "Đơn vị “Huyện” (mã 1) trực thuộc chính nó."),
        ("UPDATE person SET birth = '1954-02-30'", "“1954-02-30” không phải ngày có thật."),
        ("UPDATE person SET birth = '54'", "“54” không phải ngày có thật."),
        ("UPDATE decision SET decided_on = '2019-13-01'", "“2019-13-01” không phải ngày có thật."),
        ("UPDATE sqlite_sequence SET seq = 0 WHERE name = 'person'", "mã lớn nhất (1) vượt bộ đếm mã."),
        ("UPDATE succession SET new_id = old_id", "đơn vị kế thừa chính nó."),
        ("UPDATE total SET \"end\" = '2014-12-31'", "kỳ từ 2015-01-01 đến 2014-12-31 bị ngược."),
        ("UPDATE role_model SET person_id = NULL", "không gắn với cá nhân, tập thể hay hộ gia đình nào."),
    ],
)
def test_records_that_cannot_be_are_found(path: Path, spoiling: str, sentence: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(spoiling)
    checked = verify(path)
    assert not checked.ok
    assert any(sentence in problem for problem in checked.problems), checked.problems


def test_an_award_without_a_recipient_is_found(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("UPDATE award SET person_id = NULL")
    assert any("award" in problem for problem in verify(path).problems)


@pytest.mark.parametrize("thorough", [True, False])
def test_a_torn_page_is_found(path: Path, thorough: bool) -> None:
    assert damage(path, thorough=thorough) == []
    with path.open("r+b") as file:
        file.seek(4096 * 5)
        file.write(b"\x00\xff" * 2048 * 6)
    assert damage(path, thorough=thorough)


def test_an_index_short_of_a_row_is_found_by_the_thorough_check(path: Path) -> None:
    _without_row("person_by_exact", path)
    assert any("person_by_exact" in problem for problem in damage(path))
    assert any("person_by_exact" in problem for problem in verify(path).problems)


def _without_row(index: str, path: Path) -> None:
    """Empty an index by making it partial for a moment, behind SQLite's back."""
    narrow = f"UPDATE sqlite_master SET sql = sql || ' WHERE id < 0' WHERE name = '{index}'"
    wide = f"UPDATE sqlite_master SET sql = replace(sql, ' WHERE id < 0', '') WHERE name = '{index}'"
    for statements in (
        ["PRAGMA writable_schema = ON", narrow],
        [f"REINDEX {index}"],
        ["PRAGMA writable_schema = ON", wide],
    ):
        with closing(sqlite3.connect(path)) as connection, connection:
            for statement in statements:
                connection.execute(statement)


def test_one_hash_for_the_same_records_and_another_for_any_other(path: Path, tmp_path: Path) -> None:
    same = copyfile(path, tmp_path / "same.thidua")
    assert content_hash(same) == content_hash(path)
    with closing(sqlite3.connect(same)) as connection, connection:
        connection.execute("VACUUM")
        connection.execute("UPDATE action SET name = 'tên khác'")
        connection.commit()
        assert content_hash(connection) == content_hash(path)
        connection.execute("UPDATE person SET note = ' '")
        assert content_hash(connection) != content_hash(path)
