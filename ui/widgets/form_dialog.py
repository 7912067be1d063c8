"""A form in a window of its own, for a new record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ui.theme import WIDE_GAP
from ui.widgets.form import Form

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from thidua_desktop.db.session import Session
    from thidua_desktop.domain.errors import Problem
    from ui.state import State
    from ui.tasks import Tasks
    from ui.widgets.fields import Field, Heading

_WIDTH = 580
_HEIGHT = 690  # fits 1366×768 with a task bar


class FormDialog(QDialog):
    """Asks for a new record; Esc closes it, twice when something was typed.

    Signals:
        saved: the values; keep them, then call `accept`, or `show_problems`.
    """

    saved = Signal(object)

    def __init__(
        self,
        title: str,
        fields: Sequence[Field | Heading],
        state: State,
        key: str,
        parent: QWidget | None = None,
        *,
        above: QWidget | None = None,
        below: QWidget | None = None,
        size: QSize | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._state = state
        self._key = key
        self.form = Form(fields, above=above, below=below, cancel_text="Thôi (Esc)")
        self.form.saved.connect(self.saved)
        self.form.cancelled.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE_GAP, WIDE_GAP, WIDE_GAP, WIDE_GAP)
        layout.addWidget(self.form)
        needed = self.form.natural_height(_WIDTH - 2 * WIDE_GAP) + 3 * WIDE_GAP
        self.resize(size or QSize(_WIDTH, min(_HEIGHT, needed)))
        state.restore_window(key, self)
        self.form.focus_first()

    def load(self, values: Mapping[str, Any]) -> None:
        """Fill in what is known beforehand."""
        self.form.load(values)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say what was refused; the window stays."""
        self.form.show_problems(problems)

    def write(self, tasks: Tasks, name: str, act: Callable[[Session], Any]) -> None:
        """Keep what was asked for in one action and close; what is refused is said and the window stays."""
        tasks.write(
            name,
            act,
            lambda _done: self.accept(),
            owner=self,
            refused=lambda refused: self.show_problems(refused.problems),
        )

    def reject(self) -> None:
        """Close, unless something typed would be lost: then say so first."""
        if self.form.may_close():
            super().reject()

    def done(self, result: int) -> None:
        self._state.put_window(self._key, self)
        super().done(result)
