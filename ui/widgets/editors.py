"""The input behind each field of a form: shows a value, gives it back, tells what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.domain.vietnamese import clean, nfc
from ui.widgets.combo import Combo
from ui.widgets.suggest import Picked, SuggestEdit, Suggestion

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from thidua_desktop.domain.errors import Problem
    from ui.widgets.suggest import AskOptions, Options, Suggest


class Editor(QWidget):
    """An input with a line under it for what is wrong.

    Signals:
        changed: the user changed the value.
    """

    changed = Signal()

    def __init__(self, input_: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.input = input_
        self.setFocusProxy(input_)
        self._problem = QLabel()
        self._problem.setProperty("role", "problem")
        self._problem.setWordWrap(True)
        self._problem.hide()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        self._layout.addWidget(input_)
        self._layout.addWidget(self._problem)
        self.changed.connect(lambda: self.show_problem(""))

    def value(self) -> Any:
        """Return the value; nothing sensible while `problem` tells something."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show a value; `changed` is not emitted."""
        raise NotImplementedError

    def raw(self) -> Any:
        """Return what stands in the input, to tell whether it was changed."""
        return self.value()

    def problem(self) -> str:
        """Tell in a Vietnamese sentence why what stands in the input is no value; "" when it is."""
        return ""

    def refresh(self) -> None:
        """Read again what the input offers."""

    def set_read_only(self) -> None:
        """Show only."""
        self.input.setEnabled(False)

    def show_problem(self, text: str) -> None:
        """Say in red under the input what is wrong; "" takes it away."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        self.input.setAccessibleDescription(text)
        if bool(self.input.property("problem")) != bool(text):
            self.input.setProperty("problem", bool(text))
            self.input.style().polish(self.input)

    def show_part_problem(self, path: str, text: str) -> None:  # noqa: ARG002 - used by editors with parts
        """Say what is wrong with a part, e.g. "3.name" of a table."""
        self.show_problem(text)

    def shown_problem(self) -> str:
        """Return the sentence on screen."""
        return self._problem.text()


class TextEditor(Editor):
    """One line of text."""

    input: QLineEdit

    def __init__(self, placeholder: str = "") -> None:
        line = QLineEdit()
        line.setPlaceholderText(placeholder)
        super().__init__(line)
        line.textEdited.connect(self.changed)

    def value(self) -> Any:
        return clean(self.input.text())

    def set_value(self, value: Any) -> None:
        self.input.setText("" if value is None else str(value))
        self.input.setCursorPosition(0)

    def raw(self) -> str:
        return clean(self.input.text())

    def set_read_only(self) -> None:
        self.input.setReadOnly(True)


class ParsedEditor(TextEditor):
    """One line of text that must be read as something: a date, a number; empty is None.

    parse raises ValueError with a Vietnamese sentence; show writes the value back.
    """

    def __init__(
        self, parse: Callable[[str], Any], show: Callable[[Any], str], placeholder: str = ""
    ) -> None:
        super().__init__(placeholder)
        self._parse = parse
        self._show = show
        self.input.editingFinished.connect(self._finish)

    def value(self) -> Any:
        try:
            return self._parse(self.raw()) if self.raw() else None
        except ValueError:
            return None

    def set_value(self, value: Any) -> None:
        super().set_value("" if value is None else self._show(value))

    def problem(self) -> str:
        try:
            if self.raw():
                self._parse(self.raw())
        except ValueError as error:
            return str(error)
        return ""

    def _finish(self) -> None:
        """Only now may the text be changed: while typing it belongs to the keyboard."""
        problem = self.problem()
        self.show_problem(problem)
        if not problem and not self.input.isReadOnly():
            self.set_value(self.value())


class LongTextEditor(Editor):
    """Several lines of text; Tab leaves it."""

    input: QPlainTextEdit

    def __init__(self, lines: int = 3) -> None:
        text = QPlainTextEdit()
        text.setTabChangesFocus(True)
        text.setFixedHeight(text.fontMetrics().lineSpacing() * lines + 22)
        super().__init__(text)
        text.textChanged.connect(self.changed)

    def value(self) -> Any:
        lines = (clean(line) for line in nfc(self.input.toPlainText()).split("\n"))
        return "\n".join(lines).strip()

    def set_value(self, value: Any) -> None:
        with QSignalBlocker(self.input):
            self.input.setPlainText(value or "")

    def set_read_only(self) -> None:
        self.input.setReadOnly(True)


class LinesEditor(LongTextEditor):
    """A list of short texts, one a line."""

    def value(self) -> Any:
        return [line for line in super().value().split("\n") if line]

    def set_value(self, value: Any) -> None:
        super().set_value("\n".join(value or ()))


class CheckEditor(Editor):
    """Yes or no."""

    input: QCheckBox

    def __init__(self, label: str) -> None:
        super().__init__(QCheckBox(label))
        self.input.clicked.connect(self.changed)

    def value(self) -> Any:
        return self.input.isChecked()

    def set_value(self, value: Any) -> None:
        self.input.setChecked(bool(value))


class ChoiceEditor(Editor):
    """One of some options, given as (code, label), at once or from the records."""

    input: Combo

    def __init__(self, options: Options | AskOptions, empty: str | None) -> None:
        super().__init__(Combo())
        self._source = options
        self._empty = empty
        self._wanted = ""
        self.input.activated.connect(self._chosen)
        if not callable(options):
            self._fill(options)

    def value(self) -> Any:
        return self._wanted

    def set_value(self, value: Any) -> None:
        self._wanted = "" if value is None else value
        self._show()

    def refresh(self) -> None:
        if callable(self._source):
            self._source(self._fill)

    def _fill(self, options: Sequence[tuple[str, str]]) -> None:
        self.input.clear()
        if self._empty is not None:
            self.input.addItem(self._empty, "")
        for code, label in options:
            self.input.addItem(label, code)
        self._show()

    def _show(self) -> None:
        place = self.input.findData(self._wanted)
        if place < 0 and self._wanted != "" and self.input.count():
            self.input.addItem(str(self._wanted), self._wanted)
            place = self.input.count() - 1
        self.input.setCurrentIndex(place)

    def _chosen(self, place: int) -> None:
        if self.input.itemData(place) != self._wanted:
            self._wanted = self.input.itemData(place)
            self.changed.emit()


class LookupEditor(Editor):
    """A known record, offered while typing; its value is a Picked."""

    input: SuggestEdit

    def __init__(self, suggest: Suggest, new_note: str, *, allow_new: bool, placeholder: str = "") -> None:
        line = SuggestEdit(suggest)
        line.setPlaceholderText(placeholder)
        super().__init__(line)
        self._new_note = new_note
        self._allow_new = allow_new
        self._note = QLabel()
        self._note.setProperty("role", "soft")
        self._note.setWordWrap(True)
        self._note.hide()
        self._layout.insertWidget(1, self._note)
        line.textEdited.connect(self.changed)
        line.picked.connect(self._picked)
        line.editingFinished.connect(self._tell)

    def value(self) -> Any:
        return self.input.value()

    def set_value(self, value: Any) -> None:
        self.input.set_value(value or Picked())
        self._note.hide()

    def problem(self) -> str:
        value = self.value()
        if value and value.id is None and not self._allow_new:
            return f"Chưa có “{value.text}”: chọn một dòng trong danh sách gợi ý hiện ra khi gõ."
        return ""

    def set_read_only(self) -> None:
        self.input.setReadOnly(True)

    def _picked(self, suggestion: Suggestion) -> None:
        self.changed.emit()
        self._say(suggestion.detail)

    def _tell(self) -> None:
        value = self.value()
        if value and value.id is None and self._allow_new:
            self._say(self._new_note)
        elif not value:
            self._say("")

    def _say(self, text: str) -> None:
        self._note.setText(text)
        self._note.setVisible(bool(text))


def problem_parts(problem: Problem) -> tuple[str, str]:
    """Split a problem's field "awards.3.name" into the field and the part of it."""
    code, _, part = problem.field.partition(".")
    return code, part
