"""Asks for a day and a note, e.g. when a dossier is brought to its next state."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from thidua_desktop.db import Session
from thidua_desktop.services.recipients import today
from ui.widgets.fields import DateField, Field, LongTextField
from ui.widgets.form_dialog import FormDialog
from ui.widgets.page import Context

Act = Callable[[Session, Mapping[str, Any]], object]


class DayDialog(FormDialog):
    """One day, further fields, a note; then one act with one undo."""

    def __init__(
        self,
        context: Context,
        title: str,
        act: Act,
        fields: tuple[Field, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        whole = (DateField("on", "Ngày", required=True), *fields, LongTextField("note", "Ghi chú", lines=2))
        # each length has a height of its own to remember
        key = "-".join(("day", *(field.code for field in fields)))
        super().__init__(title, whole, context.state, key, parent)
        self._context, self._title, self._act = context, title, act
        self.load({"on": today()})
        self.saved.connect(self._keep)

    def _keep(self, values: Mapping[str, Any]) -> None:
        self.write(self._context.tasks, self._title, lambda session: self._act(session, values))
