from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event, current_thread, main_thread

import pytest
import shiboken6
from PySide6.QtCore import QObject

from thidua_desktop.domain.errors import Refused
from ui.tasks import Immediate, Progress, Tasks


class Paper:
    """A session of the pretended file."""

    def __init__(self, lines):
        self.lines = lines
        self.touched = set()

    def add(self, line):
        self.lines.append(line)
        self.touched.add("line")


@dataclass(frozen=True)
class Action:
    name: str
    touched: frozenset[str]


class Desk:
    """A pretended workspace: committed lines and the names of actions."""

    def __init__(self):
        self.lines = []
        self.done = []

    @contextmanager
    def read(self) -> Iterator[Paper]:
        yield Paper(list(self.lines))

    @contextmanager
    def write(self, name) -> Iterator[Paper]:
        paper = Paper(list(self.lines))
        yield paper
        self.lines = paper.lines
        self.done.append(name)

    def undo(self):
        return Action(self.done.pop(), frozenset({"line"})) if self.done else None

    redo = undo


@pytest.fixture
def desk():
    return Desk()


@pytest.fixture
def tasks(qapp, desk):
    tasks = Tasks(desk)
    yield tasks
    tasks.close()


def heard(signal):
    words = []
    signal.connect(words.append)
    return words


def test_reading_happens_away_from_the_window_and_the_answer_comes_back_to_it(qtbot, tasks):
    threads = []

    def read(_session):
        threads.append(current_thread() is main_thread())

    with qtbot.waitSignal(tasks.busy, check_params_cb=lambda busy: not busy):
        tasks.read(read, lambda _none: threads.append(current_thread() is main_thread()))
    assert threads == [False, True]


def test_a_write_tells_its_name_and_the_tables_it_touched(tasks, desk):
    changed, saved, answers = heard(tasks.changed), heard(tasks.saved), []
    tasks.write("Thêm dòng", lambda s: s.add("một") or 7, answers.append)
    tasks.drain()
    assert (desk.lines, answers, changed, saved) == (["một"], [7], [frozenset({"line"})], ["Thêm dòng"])


def test_a_write_that_changed_nothing_is_not_told_as_saved(tasks):
    changed, saved = heard(tasks.changed), heard(tasks.saved)
    tasks.write("Sửa dòng", lambda _s: None)
    tasks.drain()
    assert changed == saved == []


def test_a_refusal_goes_to_the_form_that_asked(tasks, desk):
    failed, refused = heard(tasks.failed), []

    def refuse(session):
        session.add("dở")
        raise Refused("Chưa nhập tên.")

    tasks.write("Thêm dòng", refuse, refused=refused.append)
    tasks.drain()
    assert [str(error) for error in refused] == ["Chưa nhập tên."]
    assert (failed, desk.lines) == ([], [])


def test_a_refusal_nobody_takes_and_a_bug_go_to_the_one_door(tasks):
    failed = heard(tasks.failed)
    tasks.write("Thêm dòng", lambda _s: (_ for _ in ()).throw(Refused("Không được.")))
    tasks.read(lambda _s: 1 // 0, lambda _n: None)
    tasks.drain()
    assert [type(error) for error in failed] == [Refused, ZeroDivisionError]


def test_an_answer_whose_owner_is_gone_is_dropped(tasks):
    owner, answers = QObject(), []
    tasks.read(lambda _s: 1, answers.append, owner=owner)
    shiboken6.delete(owner)
    tasks.drain()
    assert answers == []


def test_the_owner_is_known_from_a_bound_method(tasks):
    class Widget(QObject):
        answers = []

        def show(self, answer):
            self.answers.append(answer)

    widget, kept = Widget(), Widget.answers
    tasks.read(lambda _s: 1, widget.show)
    shiboken6.delete(widget)
    tasks.drain()
    assert kept == []


def test_typing_on_shows_only_the_last_question(tasks):
    answers, gate = [], Event()
    tasks.read(lambda _s: gate.wait(5), lambda _n: None)
    for text in ("n", "ng", "ngu"):
        tasks.read(lambda _s, text=text: text, answers.append, key="search")
    tasks.read(lambda _s: "khác", answers.append, key="other")
    gate.set()
    tasks.drain()
    assert answers == ["ngu", "khác"]


def test_long_work_tells_how_far_it_is(tasks):
    said, answers, gate = [], [], Event()

    def write(progress: Progress):
        gate.wait(5)
        progress.say(1, 2, "Đang ghi")
        return "xong"

    progress = tasks.work(write, answers.append)
    progress.said.connect(lambda *words: said.append(words))
    gate.set()
    tasks.drain()
    assert answers == ["xong"]


def test_cancelled_work_stops_at_its_next_word(tasks):
    answers, stopped, gate = [], [], Event()

    def write(progress: Progress):
        gate.wait(5)
        progress.say(1, 2)
        return "xong"

    progress = tasks.work(write, answers.append, cancelled=lambda: stopped.append(True))
    progress.cancel()
    gate.set()
    tasks.drain()
    assert (answers, stopped) == ([], [True])


def test_long_work_does_not_hold_up_a_read(tasks):
    gate, answers = Event(), []
    tasks.work(lambda _p: gate.wait(5), lambda _n: answers.append("tệp"))
    tasks.read(lambda _s: gate.set(), lambda _n: answers.append("sổ"))
    tasks.drain()
    assert sorted(answers) == ["sổ", "tệp"]


def test_undo_tells_the_action_and_what_it_touched(tasks):
    tasks.write("Thêm dòng", lambda s: s.add("một"))
    tasks.drain()
    changed, undone = heard(tasks.changed), heard(tasks.undone)
    tasks.undo()
    tasks.undo()
    tasks.drain()
    assert (changed, undone) == ([frozenset({"line"})], ["Thêm dòng", ""])


def test_closing_finishes_what_was_asked_and_takes_no_more(qapp, desk):
    tasks = Tasks(desk)
    tasks.write("Thêm dòng", lambda s: s.add("một"))
    tasks.close()
    tasks.write("Thêm dòng", lambda s: s.add("hai"))
    assert desk.lines == ["một"]


def test_immediate_work_is_done_when_the_call_returns(qapp, desk):
    tasks, answers = Tasks(desk, Immediate()), []
    tasks.read(lambda _s: 1, lambda n: tasks.read(lambda _s: n + 1, answers.append))
    assert answers == [2]


def test_busy_is_told_once_for_work_that_overlaps(tasks):
    busy = heard(tasks.busy)
    tasks.read(lambda _s: 1, lambda _n: None)
    tasks.read(lambda _s: 1, lambda _n: None)
    tasks.drain()
    assert busy == [True, False]
