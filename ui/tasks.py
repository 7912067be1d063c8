"""The two verbs between window and data, read and write, on one background thread; results come back here.

Functions given to a task run on the background thread and touch no widget; what they return is handed to
`then` on the window's thread. Work without the records (parsing a file, writing a workbook) has a thread
of its own, so that a long export never holds up the search box.
"""

from __future__ import annotations

from collections import deque
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from threading import Event
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Signal, Slot

from thidua_desktop.domain.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable
    from contextlib import AbstractContextManager

    from thidua_desktop.db.session import Session

T = TypeVar("T")


class Done(Protocol):
    """What undo and redo tell: the action's name and the tables it touched."""

    @property
    def name(self) -> str: ...

    @property
    def touched(self) -> frozenset[str]: ...


class Workspace(Protocol):
    """The part of thidua_desktop.workspace.Workspace that tasks need."""

    def read(self) -> AbstractContextManager[Session]: ...
    def write(self, name: str, /) -> AbstractContextManager[Session]: ...
    def undo(self) -> Done | None: ...
    def redo(self) -> Done | None: ...


class Immediate(Executor):
    """Does the work at once on the calling thread, for tests."""

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        future: Future[T] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


class Cancelled(Exception):  # noqa: N818 - reads as what happened
    """The user asked long work to stop."""


class Progress(QObject):
    """How far long work has come, told from the background thread and shown in the window.

    Signals:
        said: steps done, steps in all (0 when unknown), a Vietnamese line of text.
    """

    said = Signal(int, int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = Event()

    def say(self, done: int, total: int, text: str = "") -> None:
        """Tell how far the work is; raises Cancelled once the user has asked to stop."""
        if self.cancelled:
            raise Cancelled
        self.said.emit(done, total, text)

    def cancel(self) -> None:
        """Ask the work to stop at its next word."""
        self._stop.set()

    @property
    def cancelled(self) -> bool:
        """Whether the user asked to stop."""
        return self._stop.is_set()


@dataclass(frozen=True)
class _Job:
    run: Callable[[], Any]
    then: Callable[[Any], None]
    failed: Callable[[Exception], bool]
    owner: QObject | None = None
    key: Hashable = None
    number: int = 0


@dataclass(frozen=True)
class _Result:
    job: _Job
    value: Any = None
    error: Exception | None = None


class Tasks(QObject):
    """Runs reads and writes away from the window, in the order they were asked for.

    Signals:
        changed: frozenset of the names of tables a write, undo or redo touched.
        failed: an exception nobody else took.
        busy: True when the first task starts, False when none is left.
        saved: the name of a write that was committed.
        undone, redone: the name of the action taken back or done again, "" when there was none.
    """

    changed = Signal(object)
    failed = Signal(object)
    busy = Signal(bool)
    saved = Signal(str)
    undone = Signal(str)
    redone = Signal(str)
    _arrived = Signal()

    def __init__(self, workspace: Workspace, executor: Executor | None = None) -> None:
        super().__init__()
        self._workspace = workspace
        self._records = executor or ThreadPoolExecutor(1, "records")
        self._files = executor or ThreadPoolExecutor(1, "files")
        self._results: deque[_Result] = deque()
        self._latest: dict[Hashable, int] = {}
        self._futures: set[Future[None]] = set()
        self._running = 0
        self._count = 0
        self._closed = False
        self._arrived.connect(self._deliver)

    def read(
        self,
        fn: Callable[[Session], T],
        then: Callable[[T], None],
        *,
        owner: QObject | None = None,
        failed: Callable[[Exception], None] | None = None,
        key: Hashable = None,
    ) -> None:
        """Read the records; the answer is dropped when its owner is gone or a newer read has the same key."""
        owner = owner or _widget_of(then)
        if key is not None:
            key = (id(owner), key)
        self._start(_Job(partial(self._read, fn), then, partial(_take, failed), owner, key))

    def write(
        self,
        name: str,
        fn: Callable[[Session], T],
        then: Callable[[T], None] | None = None,
        *,
        owner: QObject | None = None,
        refused: Callable[[Refused], None] | None = None,
    ) -> None:
        """Change the records in one transaction, kept in the history under its Vietnamese name."""
        owner = owner or _widget_of(then)
        done = partial(self._after_write, name, then, owner)
        self._start(_Job(partial(self._write, name, fn), done, partial(_take_refused, refused, owner)))

    def work(
        self,
        fn: Callable[[Progress], T],
        then: Callable[[T], None],
        *,
        owner: QObject | None = None,
        failed: Callable[[Exception], None] | None = None,
        cancelled: Callable[[], None] | None = None,
    ) -> Progress:
        """Do long work that needs no records; show the returned progress and let the user cancel it."""
        progress = Progress(self)
        take = partial(_take_cancelled, cancelled, failed)
        self._start(_Job(partial(fn, progress), then, take, owner or _widget_of(then)), self._files)
        return progress

    def undo(self) -> None:
        """Take back the last action; `undone` tells its name."""
        done = partial(self._after_undo, self.undone)
        self._start(_Job(self._workspace.undo, done, partial(_take, None)))

    def redo(self) -> None:
        """Do again what was undone last; `redone` tells its name."""
        done = partial(self._after_undo, self.redone)
        self._start(_Job(self._workspace.redo, done, partial(_take, None)))

    def drain(self) -> None:
        """Wait for all that was asked for, and for what that asks for in turn, and deliver it."""
        while self._futures or self._results:
            for future in tuple(self._futures):
                future.exception()
            while self._results:
                self._deliver()

    def close(self) -> None:
        """Finish what was asked for, then take no more."""
        self.drain()
        self._closed = True
        self._records.shutdown()
        self._files.shutdown()

    def _start(self, job: _Job, executor: Executor | None = None) -> None:
        if self._closed:
            return
        self._count += 1
        job = _Job(job.run, job.then, job.failed, job.owner, job.key, self._count)
        if job.key is not None:
            self._latest[job.key] = job.number
        self._running += 1
        if self._running == 1:
            self.busy.emit(True)
        future = (executor or self._records).submit(self._run, job)
        if not future.done():
            self._futures.add(future)
            future.add_done_callback(self._futures.discard)

    def _run(self, job: _Job) -> None:
        """On the background thread: only the deque and the signal are touched here."""
        if self._superseded(job):
            result = _Result(job)
        else:
            try:
                result = _Result(job, job.run())
            except Exception as error:  # noqa: BLE001 - told on the window's thread, nothing is swallowed
                result = _Result(job, error=error)
        self._results.append(result)
        self._arrived.emit()

    def _superseded(self, job: _Job) -> bool:
        return job.key is not None and self._latest.get(job.key) != job.number

    @Slot()
    def _deliver(self) -> None:
        """One result a signal: a bug in one `then` must not hold back the next."""
        if not self._results:
            return
        result = self._results.popleft()
        try:
            self._hand_over(result)
        finally:
            self._running -= 1
            if not self._running:
                self.busy.emit(False)

    def _hand_over(self, result: _Result) -> None:
        job = result.job
        if self._superseded(job):
            return
        self._latest.pop(job.key, None)
        gone = job.owner is not None and not shiboken6.isValid(job.owner)
        if result.error is None:
            if not gone:
                job.then(result.value)
        elif gone or not job.failed(result.error):
            self.failed.emit(result.error)

    def _read(self, fn: Callable[[Session], T]) -> T:
        with self._workspace.read() as session:
            return fn(session)

    def _write(self, name: str, fn: Callable[[Session], T]) -> tuple[T, frozenset[str]]:
        with self._workspace.write(name) as session:
            value = fn(session)
        return value, frozenset(session.touched)

    def _after_write(
        self,
        name: str,
        then: Callable[[Any], None] | None,
        owner: QObject | None,
        outcome: tuple[Any, frozenset[str]],
    ) -> None:
        value, touched = outcome
        try:
            if then and (owner is None or shiboken6.isValid(owner)):
                then(value)
        finally:
            if touched:
                self.changed.emit(touched)
                self.saved.emit(name)

    def _after_undo(self, told: Any, done: Done | None) -> None:
        if done is not None:
            self.changed.emit(done.touched)
        told.emit(done.name if done else "")


def _widget_of(then: Any) -> QObject | None:
    owner = getattr(then, "__self__", None)
    return owner if isinstance(owner, QObject) else None


def _take(failed: Callable[[Exception], None] | None, error: Exception) -> bool:
    if failed is None:
        return False
    failed(error)
    return True


def _take_refused(refused: Callable[[Refused], None] | None, owner: QObject | None, error: Exception) -> bool:
    if refused is None or not isinstance(error, Refused) or (owner and not shiboken6.isValid(owner)):
        return False
    refused(error)
    return True


def _take_cancelled(
    cancelled: Callable[[], None] | None, failed: Callable[[Exception], None] | None, error: Exception
) -> bool:
    if not isinstance(error, Cancelled):
        return _take(failed, error)
    if cancelled:
        cancelled()
    return True
