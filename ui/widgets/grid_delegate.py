"""Cells of an entry grid: their editors, and the marks in their corners."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPolygon
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.theme import ACCENT, WARN
from ui.widgets.grid_model import PROBLEM, REMARK, GridModel
from ui.widgets.suggest import Picked, SuggestEdit, among

if TYPE_CHECKING:
    from ui.widgets.grid_model import Index
    from ui.widgets.suggest import Suggestion

_CORNER = 8
_MARK_WIDTH = 18
_LEAVING = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class GridDelegate(QStyledItemDelegate):
    """Opens a line of text in a cell, with known values offered under it.

    Signals:
        left: the key, Tab, Backtab or Enter, with which an editor was left.
        picked: line, column code and Suggestion, once the cell holds it.
    """

    left = Signal(object)
    picked = Signal(int, str, object)

    def __init__(self, model: GridModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._suggestion: Suggestion | None = None

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        column = self._model.columns[index.column()]
        self._suggestion = None
        if column.kind == "text":
            return QLineEdit(parent)
        suggest = among(column.options) if column.kind == "choice" else column.suggest
        if suggest is None:
            return QLineEdit(parent)
        editor = SuggestEdit(suggest, parent)
        editor.picked.connect(self._remember)
        editor.leave = lambda key: self._leave(editor, key)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        value = self._model.value(index.row(), self._model.columns[index.column()].code)
        if isinstance(editor, SuggestEdit) and isinstance(value, Picked):
            editor.set_value(value)
        else:
            cast("QLineEdit", editor).setText(index.data(Qt.ItemDataRole.EditRole))

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        editor.setGeometry(option.rect)  # type: ignore[attr-defined]  # missing in PySide's stubs

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        column = self._model.columns[index.column()]
        line = cast("QLineEdit", editor)
        if column.kind == "lookup" and isinstance(editor, SuggestEdit):
            model.setData(index, editor.value())
        else:
            model.setData(index, line.text())
        if self._suggestion and column.text(self._model.value(index.row(), column.code)):
            suggestion, self._suggestion = self._suggestion, None
            self.picked.emit(index.row(), column.code, suggestion)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Tab and Enter leave the cell as in a spreadsheet; everything else is Qt's."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if key in _LEAVING and isinstance(editor, QLineEdit):
                self._leave(editor, key)
                return True
        return super().eventFilter(editor, event)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        area = cast("QRect", option.rect)  # type: ignore[attr-defined]  # missing in PySide's stubs
        if index.data(PROBLEM):
            corner = area.topRight()
            triangle = [corner, corner - QPoint(_CORNER, 0), corner + QPoint(0, _CORNER)]
            painter.save()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ACCENT))
            painter.drawPolygon(QPolygon(triangle))
            painter.restore()
        elif index.data(REMARK):
            painter.save()
            painter.setPen(QColor(WARN))
            area.setLeft(area.right() - _MARK_WIDTH)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, "?")
            painter.restore()

    def _remember(self, suggestion: Suggestion) -> None:
        self._suggestion = suggestion

    def _leave(self, editor: QWidget, key: Qt.Key) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
        self.left.emit(key)
