"""A field that holds several of a few fixed options, ticked side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from ui.theme import GAP
from ui.widgets.editors import Editor
from ui.widgets.fields import Field


@dataclass(frozen=True)
class ChecksField(Field):
    """Options as (code, label), laid in columns; its value is the tuple of ticked codes, in their order."""

    options: tuple[tuple[str, str], ...] = ()
    columns: int = 1

    def editor(self) -> Editor:
        return ChecksEditor(self.options, self.columns)


class ChecksEditor(Editor):
    """Boxes to tick."""

    def __init__(self, options: tuple[tuple[str, str], ...], columns: int) -> None:
        body = QWidget()
        super().__init__(body)
        self._shown: tuple[str, ...] = ()
        self._boxes = {code: QCheckBox(label) for code, label in options}
        grid = QGridLayout(body)
        grid.setContentsMargins(0, GAP // 2, 0, 0)
        grid.setSpacing(GAP // 2)
        for place, box in enumerate(self._boxes.values()):
            box.clicked.connect(self.changed)
            grid.addWidget(box, place // columns, place % columns)
        body.setFocusProxy(next(iter(self._boxes.values())))

    def value(self) -> Any:
        ticked = tuple(code for code, box in self._boxes.items() if box.isChecked())
        return self._shown if set(ticked) == set(self._shown) else ticked  # in the order they were given

    def set_value(self, value: Any) -> None:
        self._shown = tuple(value or ())
        for code, box in self._boxes.items():
            box.setChecked(code in (value or ()))
