"""Vừa làm: the last actions, the newest with a button that takes it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from ui.pages.overview.panel import Panel, words
from ui.widgets.link_button import LinkButton
from ui.widgets.moments import moment_words
from ui.widgets.page import Follow

if TYPE_CHECKING:
    from thidua_desktop.records.history import ActionRow

_TIME_WIDTH = 118


class Recent(Panel):
    """What was done last.

    Signals:
        followed: the history was asked for.
    """

    followed = Signal(object)

    def __init__(self, undo: Callable[[], object], redo: Callable[[], object]) -> None:
        super().__init__("Vừa làm")
        self._undo = undo
        self._redo = redo
        self.whole = LinkButton("Lịch sử thay đổi", partial(self.followed.emit, Follow("history")))
        self.head.addWidget(self.whole)

    def show_actions(self, actions: Sequence[ActionRow], today: date) -> None:
        """Write the lines anew."""
        self.clear()
        newest = next((row.id for row in actions if row.state == "done"), None)
        undone = [row.id for row in actions if row.state == "undone"]
        for row in actions:
            told = QLabel(moment_words(row.at, today))
            told.setProperty("role", "soft")
            told.setFixedWidth(_TIME_WIDTH)
            parts: list[QWidget] = [told, _named(row)]
            if row.id == newest:
                parts.append(self._button("Hoàn tác", row, self._undo))
            elif undone and row.id == undone[-1]:
                parts.append(self._button("Làm lại", row, self._redo))
            self.add_line(*parts)

    def _button(self, verb: str, row: ActionRow, slot: Callable[[], object]) -> LinkButton:
        button = LinkButton(verb, slot)
        button.setAccessibleName(f"{verb}: {row.name}")
        button.setToolTip("Ctrl+Z" if slot == self._undo else "Ctrl+Y")
        return button


def _named(row: ActionRow) -> QLabel:
    from thidua_desktop.domain.field_names import ACTION_STATES  # with the actions, after the first list

    state = ACTION_STATES.get(row.state, "").lower()
    return words(f"{row.name} ({state})" if state else row.name, role="soft" if state else "")
