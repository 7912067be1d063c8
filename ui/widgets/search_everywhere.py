"""The search over everything (Ctrl+K): units, people, campaigns and decisions while typing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from ui.widgets.page import Follow

if TYPE_CHECKING:
    from thidua_desktop.db.session import Session
    from ui.tasks import Tasks

_NOTHING = "Không thấy gì có “{}”"
_DELAY = 180  # ms without a key before the records are asked


@dataclass(frozen=True)
class Hit:
    """Something found: the line shown and where it leads."""

    text: str
    follow: Follow


class SearchEverywhere(QLineEdit):
    """A search field whose answers lead to the record chosen.

    Signals:
        followed: the Follow of the answer chosen.
    """

    followed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks: Tasks | None = None
        self._hits: tuple[Hit, ...] = ()
        self._find: Callable[[Session, str], Sequence[Hit]] | None = None
        self.show_hint(short=False)
        self.setAccessibleName("Tìm trong toàn bộ số liệu")
        self.setClearButtonEnabled(True)
        self._model = QStringListModel(self)
        completer = QCompleter(self._model, self)
        # Inline completion eats the backspaces Vietnamese keyboards send.
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(14)
        completer.activated.connect(self._chosen)
        self.setCompleter(completer)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_DELAY)
        self._wait.timeout.connect(self._ask)
        self.textEdited.connect(self._typed)

    def show_hint(self, *, short: bool) -> None:
        """Say what can be looked for, in fewer words where there is little room."""
        self.setPlaceholderText("Tìm… (Ctrl+K)" if short else "Tìm người, đơn vị, quyết định… (Ctrl+K)")

    def look_in(self, tasks: Tasks, find: Callable[[Session, str], Sequence[Hit]]) -> None:
        """Say where and how answers are found."""
        self._tasks, self._find = tasks, find

    @Slot()
    def _typed(self) -> None:
        self._wait.start()

    @Slot()
    def _ask(self) -> None:
        typed, find, tasks = self.text().strip(), self._find, self._tasks
        if not typed or find is None or tasks is None:
            self._show([])
            return
        tasks.read(lambda session: list(find(session, typed)), self._show, owner=self, key="search")

    def _show(self, hits: list[Hit]) -> None:
        self._hits = tuple(hits)
        typed = self.text().strip()
        self._model.setStringList([hit.text for hit in hits] or ([_NOTHING.format(typed)] if typed else []))
        if not typed:
            self.completer().popup().hide()
        elif self.hasFocus():
            self.completer().complete()

    @Slot(str)
    def _chosen(self, text: str) -> None:
        for hit in self._hits:
            if hit.text == text:
                QTimer.singleShot(0, self.clear)
                self.followed.emit(hit.follow)
                return
        QTimer.singleShot(0, self.clear)  # the line that says that nothing was found
