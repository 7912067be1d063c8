"""Ctrl+Z in a text field takes back typing as long as there is some; otherwise the window's undo has it."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget


class TypingUndo(QObject):
    """Follows the focus; a field claims undo and redo only while it has something to take back.

    Qt's fields claim the keys always, so that after saving a form Ctrl+Z would do nothing at all.
    """

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._followed: QWidget | None = None
        app.focusChanged.connect(self._focus_changed)
        self._focus_changed(None, app.focusWidget())

    def eventFilter(self, field: QObject, event: QEvent) -> bool:
        """Leave the keys to the window when the field has nothing to take back."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            left = _wanted(field, event) is False and not _in_changed_form(field)
            if left:
                event.ignore()
            return left
        return False

    def _focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._followed is not None and shiboken6.isValid(self._followed):
            self._followed.removeEventFilter(self)
        self._followed = now if isinstance(now, QLineEdit | QPlainTextEdit | QTextEdit | QComboBox) else None
        if self._followed is not None:
            self._followed.installEventFilter(self)


def _in_changed_form(field: QObject) -> bool:
    """Whether the form around was changed: who just typed in its other fields does not mean the records."""
    from ui.widgets.form import Form  # forms are not needed to paint a window

    if not isinstance(field, QWidget):
        return False
    return any(form.dirty for form in field.window().findChildren(Form) if form.isAncestorOf(field))


def _wanted(field: QObject, event: QKeyEvent) -> bool | None:
    """Whether the field has something to undo or redo; None when the key asks for neither."""
    line = field.lineEdit() if isinstance(field, QComboBox) else field
    if event.matches(QKeySequence.StandardKey.Undo):
        if isinstance(line, QLineEdit):
            return line.isUndoAvailable()
        return isinstance(line, QPlainTextEdit | QTextEdit) and line.document().isUndoAvailable()
    if event.matches(QKeySequence.StandardKey.Redo):
        if isinstance(line, QLineEdit):
            return line.isRedoAvailable()
        return isinstance(line, QPlainTextEdit | QTextEdit) and line.document().isRedoAvailable()
    return None
