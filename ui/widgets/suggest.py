"""Offering what is already known while a user types: a popup only, never letters put into the text.

Inline completion and anything else that changes the text while it is typed breaks Vietnamese keyboards.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QModelIndex, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from thidua_desktop.domain.vietnamese import clean, matches, same_key

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QFocusEvent

    from thidua_desktop.db.session import Session
    from ui.tasks import Tasks

    Suggest = Callable[[str, Callable[[Sequence["Suggestion"]], None]], None]
    Options = Sequence[tuple[str, str]]
    AskOptions = Callable[[Callable[[Options], None]], None]

DELAY = 150  # milliseconds of silence before the records are asked
_SHOWN = 12
_POPUP_WIDTH = 340
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_LEAVING = _ENTER | {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}


@dataclass(frozen=True)
class Suggestion:
    """Something known that may be meant: its id, its name, a grey word to tell it from its namesakes.

    extra is for the page alone, e.g. the unit of a suggested person; also are other names it goes by.
    """

    id: int | str
    label: str
    detail: str = ""
    extra: Any = None
    also: tuple[str, ...] = ()

    def is_called(self, text: str) -> bool:
        """Whether the text is one of its names, whole."""
        key = same_key(text)
        return any(same_key(name) == key for name in (self.label, *self.also))


@dataclass(frozen=True)
class Picked:
    """What a lookup holds: a known record, or with id None a text that is not known yet."""

    id: int | str | None = None
    text: str = ""

    def __bool__(self) -> bool:
        return bool(self.text)


def asking(tasks: Tasks, search: Callable[[Session, str], Sequence[Suggestion]]) -> Suggest:
    """Make a Suggest that looks in the records on the background thread; newer questions win."""

    def suggest(text: str, then: Callable[[Sequence[Suggestion]], None]) -> None:
        tasks.read(lambda session: search(session, text), then, key="suggest")

    return suggest


def asking_options(tasks: Tasks, read: Callable[[Session], Options]) -> AskOptions:
    """Make the options of a choice come from the records."""
    return lambda then: tasks.read(read, then, key="options")


def among(options: Sequence[tuple[str, str]]) -> Suggest:
    """Make a Suggest out of fixed (code, label) options."""

    def suggest(text: str, then: Callable[[Sequence[Suggestion]], None]) -> None:
        then([Suggestion(code, label) for code, label in options if matches(text, label)])

    return suggest


class SuggestEdit(QLineEdit):
    """A line of text that offers known records under itself; Down asks for them before a letter is typed.

    With leave set, Tab and Enter over an open popup take what is highlighted and then call it.

    Signals:
        picked: the Suggestion chosen in the popup or met exactly by the text.
    """

    picked = Signal(object)

    def __init__(self, suggest: Suggest, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._suggest = suggest
        self.leave: Callable[[Qt.Key], None] | None = None
        self._offered: list[Suggestion] = []
        self._chosen = Picked()
        self._names = QStringListModel(self)
        self._completer = QCompleter(self._names, self)
        self._completer.setWidget(self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(_SHOWN)
        chosen = self._completer.activated[QModelIndex]  # type: ignore[index]  # missing in PySide's stubs
        chosen.connect(self._activated)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY)
        self._timer.timeout.connect(self._ask)
        self.textEdited.connect(self._timer.start)

    def value(self) -> Picked:
        """Return what is chosen; the id is there only while the text is the chosen one's."""
        text = clean(self.text())
        return Picked(self._chosen.id if text == clean(self._chosen.text) else None, text)

    def set_value(self, value: Picked) -> None:
        """Show a value without offering anything."""
        self._timer.stop()
        self._chosen = value
        self.setText(value.text)
        self.setCursorPosition(0)

    def offered(self) -> list[str]:
        """The names in the popup."""
        return self._names.stringList()

    def popup_open(self) -> bool:
        """Whether the popup is on screen."""
        return self._completer.popup().isVisible()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self.popup_open():
            key = Qt.Key(event.key())
            if key in _LEAVING and (self.leave or key in _ENTER):
                self._take_highlighted()
                if self.leave:
                    self.leave(key)
                event.accept()
                return True
            if key in _LEAVING:
                self._take_highlighted()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self._suggest(clean(self.text()), self._show)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._timer.isActive():
            self._timer.stop()
            self._ask()

    def _ask(self) -> None:
        text = clean(self.text())
        if text:
            self._suggest(text, self._show)
        else:
            self._completer.popup().hide()

    def _show(self, suggestions: Sequence[Suggestion]) -> None:
        self._offered = list(suggestions)
        self._names.setStringList([_line(suggestion) for suggestion in suggestions])
        same = [suggestion for suggestion in suggestions if suggestion.is_called(self.text())]
        if len(same) == 1 and self.value().id is None:
            self._chosen = Picked(same[0].id, self.text())
            self.picked.emit(same[0])
        if suggestions and self.hasFocus():
            room = self.rect()
            room.setWidth(max(room.width(), _POPUP_WIDTH))
            self._completer.complete(room)
        else:
            self._completer.popup().hide()

    def _take_highlighted(self) -> None:
        index = self._completer.popup().currentIndex()
        self._completer.popup().hide()
        if index.isValid():
            self._activated(index)

    def _activated(self, index: QModelIndex) -> None:
        suggestion = self._offered[index.row()]
        self.set_value(Picked(suggestion.id, suggestion.label))
        self.picked.emit(suggestion)


def _line(suggestion: Suggestion) -> str:
    return f"{suggestion.label}  ·  {suggestion.detail}" if suggestion.detail else suggestion.label
