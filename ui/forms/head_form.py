"""Fields laid side by side with their labels above, for the head of a paper over its list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from thidua_desktop.domain.errors import Problem
from ui.theme import GAP
from ui.widgets.editors import Editor
from ui.widgets.fields import CheckField, Field

Place = tuple[int, int, int]  # row, column, columns spanned


class HeadForm(QWidget):
    """Edits a few fields in a grid of columns; problems are told beside them.

    Signals:
        changed: the user changed a field.
    """

    changed = Signal()

    def __init__(
        self, fields: Sequence[Field], places: Mapping[str, Place], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._fields = {field.code: field for field in fields}
        self._editors: dict[str, Editor] = {}
        self._general = QLabel()
        self._general.setProperty("tone", "bad")
        self._general.setWordWrap(True)
        self._general.hide()
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(2)
        for field in fields:
            self._add(grid, field, places[field.code])
        for column in range(grid.columnCount()):
            grid.setColumnStretch(column, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP // 2)
        layout.addWidget(self._general)
        layout.addLayout(grid)

    def editor(self, code: str) -> Editor:
        """Return the input of a field."""
        return self._editors[code]

    def values(self) -> dict[str, Any]:
        """Return what every field holds, by code."""
        return {code: editor.value() for code, editor in self._editors.items()}

    def raw(self) -> dict[str, Any]:
        """Return what stands in every input, to tell whether it was changed."""
        return {code: editor.raw() for code, editor in self._editors.items()}

    def load(self, values: Mapping[str, Any]) -> None:
        """Show these values; a field without one is empty."""
        for code, editor in self._editors.items():
            editor.set_value(values.get(code))
            editor.refresh()

    def unread(self) -> list[Problem]:
        """Return what cannot be read or is missing."""
        told = [(code, editor.problem()) for code, editor in self._editors.items()]
        missing = [
            Problem(code, f"Chưa nhập {field.label[:1].lower()}{field.label[1:]}.")
            for code, field in self._fields.items()
            if field.required and not self._editors[code].raw()
        ]
        return [Problem(code, text) for code, text in told if text] + missing

    def show_problems(self, problems: Sequence[Problem]) -> bool:
        """Say each problem beside its field, the rest on top; True when a field has the focus for it."""
        for editor in self._editors.values():
            editor.show_problem("")
        beside = [problem for problem in problems if problem.field in self._editors]
        self.say("\n".join(problem.message for problem in problems if problem not in beside))
        for problem in beside:
            self._editors[problem.field].show_problem(problem.message)
        if beside:
            self._editors[beside[0].field].setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(beside)

    def say(self, text: str) -> None:
        """Show a sentence on top; "" takes it away."""
        self._general.setText(text)
        self._general.setVisible(bool(text))

    def said(self) -> str:
        """The sentence on top."""
        return self._general.text()

    def _add(self, grid: QGridLayout, field: Field, place: Place) -> None:
        editor = field.make()
        editor.changed.connect(self.changed)
        self._editors[field.code] = editor
        row, column, span = place
        if isinstance(field, CheckField) or not field.label:
            grid.addWidget(editor, row * 2, column, 2, span, Qt.AlignmentFlag.AlignTop)
            return
        label = QLabel(f"{field.label} *" if field.required else field.label)
        label.setProperty("role", "soft")
        label.setToolTip(field.tip)
        label.setBuddy(editor)
        grid.addWidget(label, row * 2, column, 1, span)
        grid.addWidget(editor, row * 2 + 1, column, 1, span, Qt.AlignmentFlag.AlignTop)
