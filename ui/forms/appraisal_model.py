"""The rows of an appraisal: nominations with what their cards came to, ticked to be concluded together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from thidua_desktop.domain.dossier import STANDINGS
from thidua_desktop.domain.law.facts import MET, NOT_MET, VERDICTS
from thidua_desktop.services.appraising import Appraised
from ui.theme import BAD, GOOD, WARN

Words = Callable[[str], str]
Index = QModelIndex | QPersistentModelIndex
_TONES = {MET: GOOD, NOT_MET: BAD}
_COLUMNS: tuple[tuple[str, int], ...] = (
    ("Tên", 172),
    ("Chức vụ, đơn vị", 150),
    ("Đề nghị", 152),
    ("Đối chiếu", 100),
    ("Ý kiến", 132),
    ("Lý do", 0),
)
WIDTHS = tuple(width for _, width in _COLUMNS)


class AppraisalModel(QAbstractTableModel):
    """Shows nominations; the first column is ticked.

    Signals:
        ticked: how many rows are ticked has changed.
    """

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: Words = str
        self._all: list[Appraised] = []
        self._rows: list[Appraised] = []
        self._ticked: set[int] = set()
        self._verdict = self._standing = ""

    def show(self, rows: Sequence[Appraised], words: Words) -> None:
        """Show these, conditions in words; what was ticked and is still there stays ticked."""
        self._all, self._words = list(rows), words
        self._ticked &= {row.id for row in rows}
        self._filter()

    def narrow(self, verdict: str, standing: str) -> None:
        """Show only rows of a verdict and an opinion, "" for any."""
        self._verdict, self._standing = verdict, standing
        self._filter()

    def row(self, place: int) -> Appraised | None:
        """The nomination in a row."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def everything(self) -> list[Appraised]:
        """All nominations, those not shown too."""
        return self._all

    def ticks(self) -> list[int]:
        """Ids of the ticked nominations in sight, in their order: what a filter hides is not acted on."""
        return [row.id for row in self._rows if row.id in self._ticked]

    def hidden_ticks(self) -> int:
        """How many ticked nominations a filter hides."""
        return len(self._ticked) - len(self.ticks())

    def tick_shown(self, *, on: bool) -> None:
        """Tick every row shown, or none of them."""
        shown = {row.id for row in self._rows}
        self._ticked = self._ticked | shown if on else self._ticked - shown
        if self._rows:
            last = self.index(len(self._rows) - 1, 0)
            self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.CheckStateRole])
        self.ticked.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(_COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _COLUMNS[section][0]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() and index.column() == 0 else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(row, index.column())
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            return Qt.CheckState.Checked if row.id in self._ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 3:
            return QColor(_TONES.get(row.card.stands, WARN))
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.CheckStateRole or index.column() != 0:
            return False
        row_id = self._rows[index.row()].id
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._ticked.add(row_id)
        else:
            self._ticked.discard(row_id)
        self.dataChanged.emit(index, index, [role])
        self.ticked.emit()
        return True

    def _filter(self) -> None:
        self.beginResetModel()
        self._rows = [
            row
            for row in self._all
            if self._verdict in ("", row.card.stands)
            and (not self._standing or row.row.standing == self._standing.replace("open", ""))
        ]
        self.endResetModel()
        self.ticked.emit()

    def _text(self, row: Appraised, column: int) -> str:
        one = row.row
        if column == 0:
            return one.name
        if column == 1:
            return ", ".join(filter(None, (one.post, one.unit)))
        if column == 2:
            return one.title if one.award == one.asked else f"{one.asked_title} → {one.title}"
        if column == 3:
            return VERDICTS[row.card.stands] + (" *" if row.card.decided is not None else "")
        if column == 4:
            return STANDINGS[one.standing] + (f": {one.reason}" if one.reason else "")
        return why(row, self._words)


def why(row: Appraised, words: Callable[[str], str]) -> str:
    """What decides a card, in one line: what is known not to hold, else what is not known."""
    card = row.card
    if card.decided is not None:
        return f"Cơ quan quyết định: {card.reason}"
    if card.verdict == MET:
        return ""
    deciding = [one for one in row.lacks if one.failed == (card.verdict == NOT_MET)]
    told = [one.words(words) for one in deciding]
    return "; ".join(dict.fromkeys(told)) or "; ".join(card.warnings)
