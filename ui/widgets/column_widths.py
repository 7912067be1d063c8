"""The widths of the columns of a list: those chosen, and the room left over for the one that can use it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHeaderView


class ColumnWidths(QObject):
    """Gives the room the chosen widths leave to the widest column the user has not sized by hand.

    Signals:
        changed: the user chose another width.
    """

    changed = Signal()

    def __init__(self, header: QHeaderView, widths: Sequence[int]) -> None:
        super().__init__(header)
        self._header = header
        self._usual = tuple(widths)
        self.chosen = list(widths)
        self._by_hand: set[int] = set()
        self._room = 0
        self._settling = False
        header.setStretchLastSection(False)
        header.sectionResized.connect(self._resized)

    def reset(self) -> None:
        """Give every column its usual width."""
        self.chosen, self._by_hand = list(self._usual), set()
        self.spread(self._room)

    def spread(self, room: int) -> None:
        """Fill the room, in pixels, where the chosen widths leave some."""
        self._room = room
        shown = [i for i in range(len(self.chosen)) if not self._header.isSectionHidden(i)]
        if not shown:
            return
        spare = max(0, room - sum(self.chosen[i] for i in shown))
        wide = self._wide(shown)
        with self._quietly():
            for i in shown:
                self._header.resizeSection(i, self.chosen[i] + (spare if i == wide else 0))

    def _wide(self, shown: Sequence[int]) -> int:
        free = [i for i in shown if i not in self._by_hand]
        if free:
            return max(free, key=lambda i: self.chosen[i])
        return max(shown, key=self._header.visualIndex)

    def _resized(self, section: int, before: int, width: int) -> None:
        if self._settling or not before or not width:  # it was hidden or shown
            return
        self.chosen[section] = width
        self._by_hand.add(section)
        self.changed.emit()

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        self._settling = True
        try:
            yield
        finally:
            self._settling = False
