"""Whatever a write did, undo takes back to the letter and redo does again."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date

import pytest
from sample_rows import add_award, add_person, add_unit, named
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from thidua_desktop.db import Session
from thidua_desktop.db.tables import award, decision, person, post, total, unit
from thidua_desktop.db.verify import content_hash
from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.workspace import Workspace


def _insert(session: Session) -> None:
    add_person(session, "Nguyễn Thị Ươm", birth=PartialDate(1954), note="“ghi chú” – 100 % \U0001f33e")


def _insert_many(session: Session) -> None:
    session.insert_many(
        unit, [named(f"Thôn {n}", kind="hamlet", valid_from=date(2020, 2, n)) for n in range(1, 29)]
    )


def _update(session: Session) -> None:
    session.update(person, 1, {"name": "Hoàng Thị Đổi", "birth": PartialDate(1954, 5), "citizen_id": "0"})


def _update_to_nothing(session: Session) -> None:
    session.update(person, 1, {"birth": None, "gender": ""})


def _move_award(session: Session) -> None:
    session.update(award, 1, {"person_id": add_person(session, "Người Khác")})


def _delete(session: Session) -> None:
    session.delete(award, 1)


def _delete_child_then_parent(session: Session) -> None:
    session.delete(award, 1)
    session.delete(decision, [1])
    session.delete(post, [row.id for row in session.all(select(post))])
    session.delete(person, 1)


def _put_units_above(session: Session) -> None:
    passing = add_unit(session, "Tạm")
    session.update(unit, 1, {"parent_id": passing})
    session.update(unit, 1, {"parent_id": add_unit(session, "Huyện")})
    session.delete(unit, passing)


def _replace_children(session: Session) -> None:
    wanted = [{"title": "Hiệu trưởng"}, {"title": "Bí thư chi bộ"}, {"title": "Giáo viên"}]
    session.replace_children(post, "person_id", 1, wanted)
    session.replace_children(post, "person_id", 1, wanted[1:])


WRITES = [
    _insert,
    _insert_many,
    _update,
    _update_to_nothing,
    _move_award,
    _delete,
    _delete_child_then_parent,
    _put_units_above,
    _replace_children,
]


@pytest.fixture
def peopled(office: Workspace) -> Workspace:
    with office.write("Nhập mẫu") as session:
        person_id = add_person(session, birth=PartialDate(1954, 5, 3), gender="female")
        add_unit(session)
        session.insert(post, {"person_id": person_id, "title": "Giáo viên", "since": PartialDate(1987, 5)})
        add_award(session, person_id)
    return office


@pytest.mark.parametrize("write", WRITES)
def test_every_kind_of_write_is_undone_and_redone_to_the_letter(
    peopled: Workspace, write: Callable[[Session], None]
) -> None:
    before = content_hash(peopled.path)
    with peopled.write("Việc thử") as session:
        write(session)
    after = content_hash(peopled.path)
    assert after != before
    for _ in range(3):
        undone = peopled.undo()
        assert undone is not None
        assert undone.name == "Việc thử"
        assert undone.touched == session.touched
        assert content_hash(peopled.path) == before
        assert peopled.redo() == undone
        assert content_hash(peopled.path) == after


def test_undo_goes_back_action_by_action_and_redo_forward(office: Workspace) -> None:
    seen = [content_hash(office.path)]
    for name in ("Một", "Hai", "Ba"):
        with office.write(name) as session:
            add_person(session, name)
        seen.append(content_hash(office.path))
    for name, content in zip(("Ba", "Hai", "Một"), reversed(seen[:-1]), strict=True):
        assert office.undoable() == name
        office.undo()
        assert content_hash(office.path) == content
    assert office.undoable() is None
    assert office.undo() is None
    for name, content in zip(("Một", "Hai", "Ba"), seen[1:], strict=True):
        assert office.redoable() == name
        office.redo()
        assert content_hash(office.path) == content
    assert office.redoable() is None
    assert office.redo() is None


def test_a_new_action_drops_what_could_be_redone(office: Workspace) -> None:
    with office.write("Cũ") as session:
        old = add_person(session, "Cũ")
    office.undo()
    with office.write("Mới") as session:
        new = add_person(session, "Mới")
    assert office.redoable() is None
    assert office.redo() is None
    assert new > old, "an id once given is never given again"
    office.undo()
    assert office.undoable() is None
    assert office.redoable() == "Mới"


def test_undo_and_redo_survive_closing_the_program(office: Workspace) -> None:
    before = content_hash(office.path)
    with office.write("Thêm người") as session:
        add_person(session)
    after = content_hash(office.path)
    office.close(backed_up=False)
    again = Workspace.open(office.path, backed_up=False)
    again.undo()
    assert content_hash(office.path) == before
    again.close(backed_up=False)
    again = Workspace.open(office.path, backed_up=False)
    again.redo()
    assert content_hash(office.path) == after
    again.close(backed_up=False)


def test_a_write_that_fails_leaves_records_and_history_as_they_were(peopled: Workspace) -> None:
    before, history = content_hash(peopled.path), _history(peopled)
    with pytest.raises(IntegrityError), peopled.write("Hỏng") as session:
        add_person(session, "Không ở lại")
        session.update(person, 1, {"name": "Không đổi"})
        session.delete(person, 1)  # awards still point to it
    assert content_hash(peopled.path) == before
    assert _history(peopled) == history
    assert peopled.undoable() == "Nhập mẫu"


def test_an_error_of_the_caller_takes_the_whole_action_back(peopled: Workspace) -> None:
    before, history = content_hash(peopled.path), _history(peopled)
    with pytest.raises(ZeroDivisionError), peopled.write("Hỏng") as session:
        add_person(session)
        _ = 1 / 0
    assert (content_hash(peopled.path), _history(peopled)) == (before, history)


def test_a_failed_write_keeps_what_could_be_redone(office: Workspace) -> None:
    with office.write("Thêm") as session:
        add_person(session)
    office.undo()
    with pytest.raises(IntegrityError), office.write("Hỏng") as session:
        session.insert(post, {"person_id": 999, "title": "Không của ai"})
    assert office.redoable() == "Thêm"


def test_setting_what_is_already_so_writes_nothing(peopled: Workspace) -> None:
    history = _history(peopled)
    with peopled.write("Không đổi gì") as session:
        same = {"name": "Hoàng Thị Mẫu", "birth": PartialDate(1954, 5, 3), "gender": "female"}
        assert not session.update(person, 1, same)
        assert not session.update(person, 1, {})
        session.delete(person, [])
        session.delete(person, 999)
        session.insert_many(person, [])
        assert session.touched == set()
    assert _history(peopled) == history
    assert peopled.undoable() == "Nhập mẫu"


def test_only_the_columns_that_changed_are_kept_in_the_history(peopled: Workspace) -> None:
    with peopled.write("Sửa tên") as session:
        session.update(person, 1, {"name": "Hoàng Thị Mới", "gender": "female", "birth": PartialDate(1954)})
    before, after = _history(peopled)[-1][-2:]
    assert before == '{"name": "Hoàng Thị Mẫu", "birth": "1954-05-03"}'
    assert after == '{"name": "Hoàng Thị Mới", "birth": "1954"}'


def test_dates_come_back_as_precise_as_they_were_given(office: Workspace) -> None:
    known = [PartialDate(1954), PartialDate(1987, 5), PartialDate(1930, 2, 3), None]
    with office.write("Thêm") as session:
        ids = session.insert_many(person, [named(str(when), birth=when) for when in known])
        assert len(ids) == len(known)
    office.undo()
    office.redo()
    with office.read() as session:
        assert [row.birth for row in session.all(select(person).order_by(person.c.id))] == known


def test_whole_dates_and_lone_numbers_are_compared_as_they_are_kept(office: Workspace) -> None:
    values = {
        "times": 7,
        "awards": "DH_LDTT",
        "recipient": "person",
        "level": "district",
        "start": date(2015, 1, 1),
        "end": date(2020, 7, 22),
        "source": "Báo cáo",
    }
    with office.write("Thêm") as session:
        total_id = session.insert(total, values)
        assert not session.update(total, total_id, values)
        assert session.update(total, total_id, {**values, "end": date(2020, 7, 23)})


def test_a_run_of_rows_gets_a_run_of_ids_and_uids_of_their_own(office: Workspace) -> None:
    with office.write("Thêm") as session:
        first = session.insert_many(person, [named(str(n)) for n in range(50)])
        second = session.insert_many(person, [named(str(n)) for n in range(50)])
        uids = {row.uid for row in session.all(select(person))}
    assert (first, second) == (range(1, 51), range(51, 101))
    assert len(uids) == 100


def test_rows_with_other_columns_than_the_first_are_refused(office: Workspace) -> None:
    with pytest.raises(ValueError, match="different keys"), office.write("Hỏng") as session:
        session.insert_many(person, [named("A"), named("B", note="thừa")])
    with pytest.raises(KeyError), office.write("Hỏng") as session:
        session.insert(person, named("A", no_such_column=1))
    with pytest.raises(LookupError), office.write("Hỏng") as session:
        session.update(person, 999, {"name": "Không có ai"})


def test_a_session_for_reading_does_not_write(office: Workspace) -> None:
    before = content_hash(office.path)
    with pytest.raises(RuntimeError), office.read() as session:
        add_person(session)
    assert content_hash(office.path) == before


def test_the_catalogue_of_a_new_office_is_not_undone(office: Workspace) -> None:
    assert office.undoable() is None
    assert [row[2] for row in _history(office) if row[0] == "action"] == ["sealed"]


def _history(workspace: Workspace) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(workspace.path)) as connection:
        return [
            *connection.execute("SELECT 'action', id, state, name FROM action ORDER BY id"),
            *connection.execute("SELECT 'change', id, kind, subject, before, after FROM change ORDER BY id"),
        ]
