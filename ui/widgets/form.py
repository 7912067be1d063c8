"""A form built from fields: two columns, scrolled, each problem beside its field, saved by Ctrl+S."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.domain.errors import Problem
from ui.theme import GAP
from ui.widgets.editors import Editor, problem_parts
from ui.widgets.fields import CheckField, Field, Heading

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_LABEL_WIDTH = 112
_LABEL_DROP = 7  # pixels that put a label on the line of its input's text
_WARNING = "Chưa lưu. Bấm Esc lần nữa để bỏ những gì đã nhập."


class Form(QWidget):
    """Edits one record.

    Signals:
        changed: the user changed a field.
        saved: the values, when the user wants them kept and every field can be read.
        cancelled: the user wants the changes gone; the loaded values are shown again already.
    """

    changed = Signal()
    saved = Signal(object)
    cancelled = Signal()

    def __init__(
        self,
        fields: Sequence[Field | Heading],
        *,
        above: QWidget | None = None,
        below: QWidget | None = None,
        always_buttons: bool = True,
        cancel_text: str = "Bỏ thay đổi (Esc)",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._fields = {field.code: field for field in fields if isinstance(field, Field)}
        self._editors: dict[str, Editor] = {}
        self._loaded: dict[str, Any] = {}
        self._loaded_values: dict[str, Any] = {}
        self._always_buttons = always_buttons
        self._general = QLabel()
        self._general.setProperty("tone", "bad")
        self._general.setWordWrap(True)
        self._general.hide()
        self._scroll = self._make_scroll(self._make_body(fields, above, below))
        self._buttons = self._make_buttons(cancel_text)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self._buttons)
        self._add_shortcut("Ctrl+S", self.save)
        self._add_shortcut("Esc", self._escape)
        self.load({})
        self.refresh()

    @property
    def dirty(self) -> bool:
        """Whether something was changed since `load`."""
        return bool(self._loaded) and self._raw() != self._loaded

    def editor(self, code: str) -> Editor:
        """Return the input of a field, to connect or change it."""
        return self._editors[code]

    def values(self) -> dict[str, Any]:
        """Return what every field holds, by code."""
        return {code: editor.value() for code, editor in self._editors.items()}

    def load(self, values: Mapping[str, Any]) -> None:
        """Show these values as the unchanged ones; a field without a value is empty."""
        for code, editor in self._editors.items():
            editor.set_value(values.get(code))
        self._loaded_values = dict(values)
        self._loaded = self._raw()
        self.show_problems(())
        self._show_buttons()

    def refresh(self) -> None:
        """Read again what choices offer, after the records changed."""
        for editor in self._editors.values():
            editor.refresh()

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Put values into some fields as if the user had typed them."""
        for code, value in values.items():
            self._editors[code].set_value(value)
            self._editors[code].changed.emit()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say each problem beside its field, the rest on top; the first field with one gets the focus."""
        for editor in self._editors.values():
            editor.show_problem("")
        general = []
        first: Editor | None = None
        for problem in problems:
            code, part = problem_parts(problem)
            editor_ = self._editors.get(code)
            if editor_ is None:
                general.append(problem.message)
                continue
            first = first or editor_
            if part:
                editor_.show_part_problem(part, problem.message)
            else:
                editor_.show_problem(problem.message)
        self._general.setText("\n".join(general))
        self._general.setVisible(bool(general))
        if first:
            self._go_to(first)

    def shown_problems(self) -> list[str]:
        """Return the sentences on screen, those on top first."""
        texts = [self._general.text(), *(editor.shown_problem() for editor in self._editors.values())]
        return [text for text in texts if text]

    def save(self) -> None:
        """Emit `saved` with the values, or show what cannot be read."""
        problems = [*self._unread(), *self._missing()]
        self.show_problems(problems)
        if not problems:
            self.saved.emit(self.values())

    def cancel(self) -> None:
        """Show the loaded values again and emit `cancelled`."""
        self.load(self._loaded_values)
        self.cancelled.emit()

    def may_close(self) -> bool:
        """Whether nothing typed would be lost; otherwise say so, and agree at the second time."""
        if not self.dirty or self._general.text() == _WARNING:
            return True
        self.show_problems([Problem("", _WARNING)])
        self._scroll.ensureWidgetVisible(self._general)
        return False

    def focus_first(self) -> bool:
        """Put the cursor into the first field that can be changed; False when there is none."""
        for code, editor in self._editors.items():
            if not self._fields[code].read_only:
                self._go_to(editor)
                return True
        return False

    def natural_height(self, width: int = 0) -> int:
        """The height in pixels at which nothing needs scrolling, at a width where one is given."""
        body = self._scroll.widget()
        tall = body.heightForWidth(width) if width and body.hasHeightForWidth() else body.sizeHint().height()
        return tall + self._buttons.sizeHint().height() + GAP

    def scroll_to_top(self) -> None:
        """Show the beginning."""
        self._scroll.verticalScrollBar().setValue(0)

    def _unread(self) -> list[Problem]:
        told = ((code, editor.problem()) for code, editor in self._editors.items())
        return [Problem(code, text) for code, text in told if text]

    def _missing(self) -> list[Problem]:
        return [
            Problem(code, f"Chưa nhập {field.label[:1].lower()}{field.label[1:]}.")
            for code, field in self._fields.items()
            if field.required and not self._editors[code].raw()
        ]

    def _raw(self) -> dict[str, Any]:
        return {code: editor.raw() for code, editor in self._editors.items()}

    def _go_to(self, editor: Editor) -> None:
        self._scroll.ensureWidgetVisible(editor)
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _escape(self) -> None:
        if self.may_close():
            self.cancel()

    def _changed(self) -> None:
        if self._general.text() == _WARNING:
            self._general.clear()
            self._general.hide()
        self._show_buttons()
        self.changed.emit()

    def _show_buttons(self) -> None:
        self._buttons.setVisible(self._always_buttons or self.dirty)

    def _add_shortcut(self, keys: str, slot: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(slot)

    def _make_scroll(self, body: QWidget) -> QScrollArea:
        scroll = QScrollArea()
        scroll.setProperty("role", "plain")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(body)
        return scroll

    def _make_body(
        self, fields: Sequence[Field | Heading], above: QWidget | None, below: QWidget | None
    ) -> QWidget:
        body = QWidget()
        body.setProperty("role", "plain")
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, GAP, 0)
        layout.setSpacing(GAP)
        if above:
            layout.addWidget(above)
        layout.addWidget(self._general)
        layout.addLayout(self._make_grid(fields))
        if below:
            layout.addWidget(below)
        layout.addStretch(1)
        return body

    def _make_grid(self, fields: Sequence[Field | Heading]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(GAP - 2)
        grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        grid.setColumnStretch(1, 1)
        for field in fields:
            if isinstance(field, Heading):
                heading = QLabel(field.text)
                heading.setProperty("role", "heading")
                heading.setContentsMargins(0, GAP, 0, 2)
                grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
            else:
                self._add_field(grid, field)
        return grid

    def _add_field(self, grid: QGridLayout, field: Field) -> None:
        editor = field.make()
        editor.changed.connect(self._changed)
        self._editors[field.code] = editor
        row = grid.rowCount()
        if not isinstance(field, CheckField):
            label = QLabel(f"{field.label} *" if field.required else field.label)
            label.setWordWrap(True)
            label.setToolTip(field.tip)
            label.setBuddy(editor)
            label.setContentsMargins(0, 0 if field.wide else _LABEL_DROP, 0, 0)
            grid.addWidget(label, row, 0, 1, 2 if field.wide else 1, Qt.AlignmentFlag.AlignTop)
        if field.wide:
            grid.addWidget(editor, row + 1, 0, 1, 2)
        else:
            grid.addWidget(editor, row, 1)

    def _make_buttons(self, cancel_text: str) -> QWidget:
        bar = QWidget()
        layout = QHBoxLayout(bar)
        layout.setContentsMargins(0, GAP, GAP, 0)
        layout.addStretch(1)
        drop = QPushButton(cancel_text)
        drop.clicked.connect(self.cancel)
        keep = QPushButton("Lưu (Ctrl+S)")
        keep.setProperty("role", "primary")
        keep.clicked.connect(self.save)
        for button in (drop, keep):
            button.setAutoDefault(False)
            layout.addWidget(button)
        return bar
