"""Random writes, undo, redo and reopening never part from a plain model of what the file should hold."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from shutil import copyfile
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sample_rows import named
from sqlalchemy import select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import person, post
from thidua_desktop.db.verify import content_hash
from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.workspace import Workspace

NAMES = st.sampled_from(["Đỗ Thị Ước", "Lò Văn Ỏn", "Ma Thị Nghiệm", "“trích” – \U0001f33e", "a\nb\t'\"\\"])
BIRTHS = st.sampled_from([None, PartialDate(1954), PartialDate(1954, 5), PartialDate(1954, 5, 3)])
PICKS = st.integers(0, 30)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("insert"), st.lists(st.tuples(NAMES, BIRTHS), min_size=1, max_size=4)),
        st.tuples(st.just("update"), PICKS, NAMES, BIRTHS),
        st.tuples(st.just("delete"), PICKS),
        st.tuples(st.just("post"), PICKS, NAMES),
    ),
    min_size=1,
    max_size=4,
)

People = dict[int, tuple[str, PartialDate | None]]
Posts = dict[int, tuple[int, str]]


class Office(RuleBasedStateMachine):
    """The model: every state the file went through, and which of them it should be in now."""

    def __init__(self, template: Path, folder: Path, numbers: Iterator[int]) -> None:
        super().__init__()
        path = copyfile(template, folder / f"{next(numbers)}.thidua")
        self.workspace = Workspace.open(path, backed_up=False)
        self.states: list[tuple[People, Posts]] = [({}, {})]
        self.hashes = [content_hash(path)]
        self.now = 0

    def teardown(self) -> None:
        self.workspace.close(backed_up=False)

    @rule(steps=STEPS)
    def write(self, steps: list[Any]) -> None:
        people, posts = (dict(part) for part in self.states[self.now])
        with self.workspace.write(f"Việc {self.now + 1}") as session:
            for step in steps:
                _STEPS[step[0]](session, people, posts, *step[1:])
        if session.touched:
            self.now += 1
            self.states[self.now :] = [(people, posts)]
            self.hashes[self.now :] = [content_hash(self.workspace.path)]

    @rule(steps=STEPS)
    def fail(self, steps: list[Any]) -> None:
        people, posts = (dict(part) for part in self.states[self.now])
        with self.abandoned(), self.workspace.write("Bỏ dở") as session:
            for step in steps:
                _STEPS[step[0]](session, people, posts, *step[1:])
            raise ZeroDivisionError

    @precondition(lambda self: self.now > 0)
    @rule()
    def undo(self) -> None:
        done = self.workspace.undo()
        assert done is not None
        assert done.name == f"Việc {self.now}"
        self.now -= 1

    @precondition(lambda self: self.now + 1 < len(self.states))
    @rule()
    def redo(self) -> None:
        done = self.workspace.redo()
        self.now += 1
        assert done is not None
        assert done.name == f"Việc {self.now}"

    @rule()
    def reopen(self) -> None:
        self.workspace.close(backed_up=False)
        self.workspace = Workspace.open(self.workspace.path, backed_up=False)

    @invariant()
    def holds_what_the_model_holds(self) -> None:
        with self.workspace.read() as session:
            people = {row.id: (row.name, row.birth) for row in session.all(select(person))}
            posts = {row.id: (row.person_id, row.title) for row in session.all(select(post))}
        assert (people, posts) == self.states[self.now]
        assert content_hash(self.workspace.path) == self.hashes[self.now]
        assert (self.workspace.undoable() is None) == (self.now == 0)
        assert (self.workspace.redoable() is None) == (self.now + 1 == len(self.states))

    @contextmanager
    def abandoned(self) -> Iterator[None]:
        with pytest.raises(ZeroDivisionError):
            yield


def _insert(
    session: Session, people: People, _posts: Posts, rows: list[tuple[str, PartialDate | None]]
) -> None:
    ids = session.insert_many(person, [named(name, birth=birth) for name, birth in rows])
    people.update(zip(ids, rows, strict=True))


def _update(
    session: Session, people: People, _posts: Posts, pick: int, name: str, birth: PartialDate | None
) -> None:
    if people:
        row_id = _picked(people, pick)
        changed = session.update(person, row_id, {**named(name), "birth": birth})
        assert changed == (people[row_id] != (name, birth))
        people[row_id] = (name, birth)


def _delete(session: Session, people: People, posts: Posts, pick: int) -> None:
    if people:
        row_id = _picked(people, pick)
        held = [post_id for post_id, (owner, _) in posts.items() if owner == row_id]
        session.delete(post, held)
        session.delete(person, row_id)
        del people[row_id]
        for post_id in held:
            del posts[post_id]


def _post(session: Session, people: People, posts: Posts, pick: int, title: str) -> None:
    if people:
        owner = _picked(people, pick)
        posts[session.insert(post, {"person_id": owner, "title": title})] = (owner, title)


_STEPS: dict[str, Any] = {"insert": _insert, "update": _update, "delete": _delete, "post": _post}


def _picked(people: People, pick: int) -> int:
    return sorted(people)[pick % len(people)]


def test_the_file_never_parts_from_the_model(template: Path, tmp_path: Path) -> None:
    numbers = count()
    run_state_machine_as_test(
        lambda: Office(template, tmp_path, numbers),
        settings=settings(
            max_examples=16,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
