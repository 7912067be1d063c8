"""The totals written on a paper, four numbers in one line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from thidua_desktop.domain.decision import Stated
from thidua_desktop.domain.vietnamese import clean, number
from ui.theme import GAP
from ui.widgets.editors import Editor
from ui.widgets.fields import Field
from ui.widgets.figures import parse_number

_PARTS = (("persons", "Cá nhân"), ("collectives", "Tập thể"), ("households", "Hộ"), ("total", "Tổng lượt"))
_SHORT = "Giấy ghi: cá nhân"


@dataclass(frozen=True)
class StatedField(Field):
    """What the paper states of each recipient and in all; its value is a Stated, None where it is silent.

    Without a label of its own the boxes say what they are.
    """

    def editor(self) -> Editor:
        return StatedEditor("" if self.label else _SHORT)


class StatedEditor(Editor):
    """Four boxes under their names."""

    def __init__(self, first: str = "") -> None:
        body = QWidget()
        super().__init__(body)
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP // 2)
        grid.setVerticalSpacing(0)
        self.boxes: dict[str, QLineEdit] = {}
        for place, (code, label) in enumerate(_PARTS):
            box = QLineEdit()
            box.setMinimumWidth(40)
            box.setAccessibleName(f"{label} ghi trên quyết định")
            box.setToolTip(f"{label}: con số ghi trên quyết định; để trống khi giấy không ghi")
            box.textEdited.connect(self.changed)
            self.boxes[code] = box
            name = QLabel(first if first and place == 0 else label)
            name.setProperty("role", "soft")
            name.setBuddy(box)
            grid.addWidget(name, 0, place)
            grid.addWidget(box, 1, place)
        body.setFocusProxy(self.boxes["persons"])

    def value(self) -> Any:
        return Stated(**{code: _number(box.text()) for code, box in self.boxes.items()})

    def set_value(self, value: Any) -> None:
        for code, box in self.boxes.items():
            count = getattr(value, code) if value is not None else None
            box.setText("" if count is None else number(count))

    def raw(self) -> tuple[str, ...]:
        return tuple(clean(box.text()) for box in self.boxes.values())

    def problem(self) -> str:
        for box in self.boxes.values():
            try:
                if clean(box.text()):
                    parse_number(clean(box.text()))
            except ValueError as error:
                return str(error)
        return ""


def _number(text: str) -> int | None:
    try:
        return parse_number(clean(text)) if clean(text) else None
    except ValueError:
        return None
