"""The history as rows of a table, read page by page as one goes down."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from thidua_desktop.domain.field_names import ACTION_STATES
from thidua_desktop.records.history import ActionRow
from ui.theme import INK_SOFT
from ui.widgets.moments import moment_words

HEADER = ("Lúc", "Việc đã làm", "Trạng thái")
_TIME, _NAME, _STATE = range(3)
_Index = QModelIndex | QPersistentModelIndex


class HistoryModel(QAbstractTableModel):
    """Actions, newest first; more asks for those before an id when the view comes near the end."""

    def __init__(self, more: Callable[[int], object]) -> None:
        super().__init__()
        self._more = more
        self._rows: list[ActionRow] = []
        self._whole = True
        self._asked = False
        self._today = date.min

    def row(self, place: int) -> ActionRow:
        """The action of a line."""
        return self._rows[place]

    def place_of(self, action_id: int) -> int | None:
        """Where an action stands, None when it was not read yet."""
        return next((place for place, row in enumerate(self._rows) if row.id == action_id), None)

    def show_rows(self, rows: list[ActionRow], today: date, *, whole: bool) -> None:
        """Show these from the top; whole says that there are no older ones."""
        self.beginResetModel()
        self._rows, self._today, self._whole, self._asked = list(rows), today, whole, False
        self.endResetModel()

    def add_rows(self, rows: list[ActionRow], *, whole: bool) -> None:
        """Put older ones below."""
        self._asked, self._whole = False, whole
        if rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()

    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and not self._whole and not self._asked

    def fetchMore(self, parent: _Index) -> None:
        if self.canFetchMore(parent):
            self._asked = True
            self._more(self._rows[-1].id)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(HEADER)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADER[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            if index.column() == _TIME:
                return moment_words(row.at, self._today)
            return row.name if index.column() == _NAME else ACTION_STATES.get(row.state, "")
        if role == Qt.ItemDataRole.ForegroundRole and ACTION_STATES.get(row.state):
            return QColor(INK_SOFT)
        return None
