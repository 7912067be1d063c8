"""A list of any length for a table view: all ids, but only the rows that are looked at."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, Generic, Literal, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from ui.theme import BAD, GOOD, WARN

if TYPE_CHECKING:
    from thidua_desktop.documents.document import Cell

Index = QModelIndex | QPersistentModelIndex

PAGE = 256
IN_SIGHT = 64  # rows that come with the list itself; no usual screen holds more
_PAGES_KEPT = 16
_WANTED_KEPT = 3
WAITING = "…"
_TOOLTIP_FROM = 24  # shorter texts are seen whole

_TONES = {"good": QColor(GOOD), "warn": QColor(WARN), "bad": QColor(BAD)}
_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}


class Record(Protocol):
    """A row of any list: it has an id."""

    @property
    def id(self) -> int: ...


T = TypeVar("T", bound=Record)


@dataclass(frozen=True)
class Column(Generic[T]):
    """One column of a list, as data.

    Attributes:
        code: short ASCII name under which width and order are remembered.
        text: what the cell shows.
        width: in pixels at 100 %.
        shown: whether it is on screen until the user chooses.
        sort: the code given to the source when its header is clicked; "" when it cannot be sorted by.
        tip: a longer text for the mouse; the cell's text by default.
        value: what Excel and paper get when it is more than the text: a number, a date.
        grouped: False for numbers that name rather than count: on paper a year is 2019, not 2.019.
        tone: "good", "warn" or "bad" colours the text, "" leaves it.

    """

    code: str
    title: str
    text: Callable[[T], str]
    width: int = 120
    align: Literal["left", "center", "right"] = "left"
    shown: bool = True
    sort: str = ""
    tip: Callable[[T], str] | None = None
    value: "Callable[[T], Cell] | None" = None
    grouped: bool = True
    tone: Callable[[T], str] | None = None


Fetch = Callable[["array[int]", Callable[[Sequence[T]], None]], None]


class RecordModel(QAbstractTableModel, Generic[T]):
    """Shows rows by id, fetched page by page when they are first looked at.

    fetch(ids, then) must hand the rows of those ids to then, in any order, at once or later; an id
    without a row is a record that is gone and shows as an empty line.
    """

    def __init__(
        self, columns: Sequence[Column[T]], fetch: "Fetch[T]", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.ids: array[int] = array("q")
        self._fetch = fetch
        self._rows: dict[int, T | None] = {}
        self._old: dict[int, T | None] = {}
        self._wanted: list[int] = []
        self._round = 0
        self._fetching = False

    def set_ids(self, ids: "array[int]", rows: Sequence[T] = ()) -> None:
        """Show these records in this order, rows with them when read; old ones stay until read anew."""
        if ids == self.ids:
            self.refresh(rows)
            return
        self.beginResetModel()
        self.ids = ids
        self._forget(rows)
        self.endResetModel()

    def refresh(self, rows: Sequence[T] = ()) -> None:
        """Read again what is looked at beside these rows; the old ones stay on screen meanwhile."""
        self._forget(rows)
        if self.ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.ids) - 1, len(self.columns) - 1))

    def row_of(self, record_id: int) -> int:
        """Return the line on which a record stands, -1 when it is not in the list."""
        try:
            return self.ids.index(record_id)
        except ValueError:
            return -1

    def record(self, row: int) -> T | None:
        """Return the record on a line if it is already here; otherwise ask for it and return None."""
        record_id = self.ids[row]
        if record_id in self._rows:
            return self._rows[record_id]
        self._want(row // PAGE)
        return self._rows.get(record_id) or self._old.get(record_id)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.ids)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGN[column.align] | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._color(column, index.row())
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        record = self.record(index.row())
        if role == Qt.ItemDataRole.ToolTipRole:
            return record and _tip(column, record)
        if record is None:
            return "" if self.ids[index.row()] in self._rows else WAITING
        return column.text(record)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGN[self.columns[section].align] | Qt.AlignmentFlag.AlignVCenter
        return None

    def _color(self, column: Column[T], row: int) -> QColor | None:
        record = self.record(row) if column.tone else None
        return _TONES.get(column.tone(record)) if column.tone and record is not None else None

    def _forget(self, rows: Sequence[T]) -> None:
        self._old = self._rows or self._old
        self._rows = {row.id: row for row in rows}
        self._wanted = []
        self._round += 1
        self._fetching = False

    def _want(self, page: int) -> None:
        """Note the page; the last ones looked at come first, those scrolled past are let go."""
        if page in self._wanted:
            return
        self._wanted = [*self._wanted[-_WANTED_KEPT + 1 :], page]
        if not self._fetching:
            self._fetch_next()

    def _fetch_next(self) -> None:
        self._fetching = True
        page, now = self._wanted[-1], self._round
        ids = self.ids[page * PAGE : (page + 1) * PAGE]
        self._fetch(ids, lambda rows: self._arrived(now, page, ids, rows))

    def _arrived(self, asked: int, page: int, ids: "array[int]", rows: Sequence[T]) -> None:
        if asked != self._round:
            return
        known: dict[int, T | None] = dict.fromkeys(ids)
        known.update((row.id, row) for row in rows)
        self._rows.update(known)
        for old in tuple(islice(self._rows, max(0, len(self._rows) - PAGE * _PAGES_KEPT))):
            del self._rows[old]
        self._wanted = [wanted for wanted in self._wanted if wanted != page]
        self._fetching = False
        first = page * PAGE
        self.dataChanged.emit(self.index(first, 0), self.index(first + len(ids) - 1, len(self.columns) - 1))
        if self._wanted and not self._fetching:
            self._fetch_next()


def _tip(column: Column[T], record: T) -> str | None:
    if column.tip:
        return column.tip(record)
    text = column.text(record)
    return text if len(text) >= _TOOLTIP_FROM else None
