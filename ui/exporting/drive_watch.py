"""Keeps a list of drives fresh while somebody looks at it, asking off the window's thread."""

from collections.abc import Callable
from contextlib import suppress
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal

from ui.exporting.drives import Drive, drives

EVERY_MS = 2000


def in_background(work: Callable[[], None]) -> None:
    """Run work on a thread of its own, which a dying stick may hold without holding up the program."""
    Thread(target=work, daemon=True, name="drives").start()


class DriveWatch(QObject):
    """Looks for drives every two seconds.

    Signals:
        seen: the list of drives, when it was looked at and differs from the last.
    """

    seen = Signal(object)
    _arrived = Signal(object)

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
        self._arrived.connect(self._take)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.refresh)

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
            self._start(self._ask)

    def _ask(self) -> None:
        found: list[Drive] | None = None
        try:
            found = self._look()
        finally:
            with suppress(RuntimeError):  # the dialog was closed meanwhile
                self._arrived.emit(found)

    def _take(self, found: list[Drive] | None) -> None:
        self._looking = False
        if found is not None and found != self._last:
            self._last = found
            self.seen.emit(found)
