"""A field that holds some of many lines, ticked in a list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from ui.theme import ROW_HEIGHT
from ui.widgets.editors import Editor
from ui.widgets.fields import Field

_ID = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class TicksField(Field):
    """Its value is the tuple of ids ticked; it is loaded with {"lines": {id: text}, "ticked": ids}."""

    lines: int = 12

    def editor(self) -> Editor:
        return TicksEditor(self.lines)


class TicksEditor(Editor):
    """Lines to tick; Space ticks the one under the cursor."""

    input: QListWidget

    def __init__(self, lines: int) -> None:
        super().__init__(QListWidget())
        self.input.setFixedHeight(ROW_HEIGHT * lines)
        self.input.setWordWrap(True)
        self.input.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.input.itemChanged.connect(self.changed)

    def value(self) -> Any:
        items = (self.input.item(row) for row in range(self.input.count()))
        return tuple(item.data(_ID) for item in items if item.checkState() == Qt.CheckState.Checked)

    def set_value(self, value: Any) -> None:
        if not isinstance(value, Mapping):
            self._tick(frozenset(value or ()))
            return
        self.input.blockSignals(True)
        self.input.clear()
        for row_id, text in value["lines"].items():
            item = QListWidgetItem(text)
            item.setData(_ID, row_id)
            item.setToolTip(text)
            self.input.addItem(item)
        self.input.blockSignals(False)
        self._tick(frozenset(value["ticked"]))

    def _tick(self, ids: frozenset[int]) -> None:
        self.input.blockSignals(True)
        for row in range(self.input.count()):
            item = self.input.item(row)
            on = item.data(_ID) in ids
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.input.blockSignals(False)
