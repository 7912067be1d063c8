"""Keeps a list of drives fresh while somebody looks at it, asking off the window's thread."""

from collections import deque
from collections.abc import Callable
from functools import partial
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal

from ui.exporting.drives import Drive, drives

EVERY_MS = 2000
_COLLECT_MS = 50


def in_background(work: Callable[[], None]) -> None:
    """Run work on a thread of its own, which a dying stick may hold without holding up the program."""
    Thread(target=work, daemon=True, name="drives").start()


class DriveWatch(QObject):
    """Looks for drives every two seconds.

    The thread that looks may come back long after the dialog is gone, so it touches nothing of Qt: it leaves
    its answer in a queue, from which the window's thread collects.

    Signals:
        seen: the list of drives, when it was looked at and differs from the last.
    """

    seen = Signal(object)

    def __init__(
        self,
        parent: QObject,
        look: Callable[[], list[Drive]] = drives,
        start: Callable[[Callable[[], None]], None] = in_background,
    ) -> None:
        super().__init__(parent)
        self._look, self._start = look, start
        self._looking = False
        self._last: list[Drive] | None = None
        self._answers: deque[list[Drive] | None] = deque()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.refresh)
        self._collecting = QTimer(self, interval=_COLLECT_MS)
        self._collecting.timeout.connect(self._collect)

    def begin(self) -> None:
        """Look now and from now on."""
        self._timer.start()
        self.refresh()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def refresh(self) -> None:
        """Look once, unless the last look has not come back."""
        if not self._looking:
            self._looking = True
            self._collecting.start()
            self._start(partial(_ask, self._look, self._answers))
            self._collect()

    def _collect(self) -> None:
        if not self._answers:
            return
        found = self._answers.popleft()
        self._looking = False
        self._collecting.stop()
        if found is not None and found != self._last:
            self._last = found
            self.seen.emit(found)


def _ask(look: Callable[[], list[Drive]], answers: "deque[list[Drive] | None]") -> None:
    found: list[Drive] | None = None
    try:
        found = look()
    finally:
        answers.append(found)
