"""The list of records: sorted by its header, columns chosen and remembered, copied to Excel, by keyboard."""

from array import array
from collections.abc import Iterable, Sequence
from itertools import chain, pairwise
from typing import Generic, TypeVar

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from thidua_desktop.domain.vietnamese import number
from ui.state import State
from ui.theme import HINT_COLOR, ROW_HEIGHT
from ui.widgets.column_widths import ColumnWidths
from ui.widgets.record_model import Column, Fetch, Index, Record, RecordModel

T = TypeVar("T", bound=Record)

COPIED_AT_MOST = 100_000
_KEPT_AT_MOST = 2_000  # selected rows found again after the list changed
_HINT_WIDTH = 420


class RecordTable(QTableView, Generic[T]):
    """Shows records by id and tells which one is chosen.

    Signals:
        chosen: the id of the current record, or None when there is none.
        opened: the id of a record on Enter or double click.
        sort_asked: a sort code and whether it is descending, after a click on a header.
        noticed: a Vietnamese line for the status bar.
    """

    chosen = Signal(object)
    opened = Signal(object)
    sort_asked = Signal(str, bool)
    noticed = Signal(str)

    def __init__(
        self,
        columns: Sequence[Column[T]],
        fetch: "Fetch[T]",
        state: State,
        key: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._state = state
        self._key = key
        self._hint = ""
        self._chosen: int | None = None
        self._sort = ("", False)
        self._settling = False
        self._model: RecordModel[T] = RecordModel(columns, fetch, self)
        self.setModel(self._model)
        self._codes = tuple(column.code for column in columns)
        self._set_look()
        self._set_header()
        self.doubleClicked.connect(self._open)

    @property
    def ids(self) -> "array[int]":
        """All records of the list, in its order."""
        return self._model.ids

    @property
    def chosen_id(self) -> int | None:
        """The current record."""
        return self._chosen

    def set_hint(self, text: str) -> None:
        """Say what to do next while the list is empty."""
        self._hint = text
        self.viewport().update()

    @property
    def top(self) -> int:
        """The line at the top."""
        return self.verticalScrollBar().value()

    def set_ids(self, ids: "array[int]", rows: Sequence[T] = ()) -> None:
        """Show these records; what was chosen, selected and in sight stays so where it is still there.

        Rows that were read with them are on screen at once, the others when they are looked at.
        """
        selected = self.selected_ids() if self._model.rowCount() else []
        top, in_sight = self.top, self._in_sight(self.currentIndex())
        self._settling = True
        same = ids == self.ids
        self._model.set_ids(ids, rows)
        if not same:
            self._select(selected, self._chosen)
            self.verticalScrollBar().setValue(top)
            if in_sight and self.currentIndex().isValid() and not self._in_sight(self.currentIndex()):
                self.scrollTo(self.currentIndex())  # a new name has moved the record
        self._settling = False
        self._tell_chosen()

    def refresh(self) -> None:
        """Read the visible rows again."""
        self._model.refresh()

    def choose(self, record_id: int) -> bool:
        """Make a record current and bring it into sight; False when it is not in the list."""
        return self.choose_row(self._model.row_of(record_id))

    def choose_row(self, row: int) -> bool:
        """Make the record on a line current; a line past the end is the last one."""
        row = min(row, len(self.ids) - 1)
        if row < 0:
            return False
        # selectRow() would toggle the line while the user still holds Ctrl
        place = self._model.index(row, self._first_visible())
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(place, flags)
        self.scrollTo(place)
        return True

    def record(self, record_id: int) -> T | None:
        """Return a record of the list when it has been read already."""
        row = self._model.row_of(record_id)
        return None if row < 0 else self._model.record(row)

    def selected_ids(self) -> list[int]:
        """Ids of the selected records in the order of the list."""
        rows: set[int] = set()
        for block in self.selectionModel().selection().toList():
            rows.update(range(block.top(), block.bottom() + 1))
        return [self.ids[row] for row in sorted(rows)]

    def visible_columns(self) -> tuple[Column[T], ...]:
        """The columns on screen, in their order on screen."""
        header = self.horizontalHeader()
        places = (header.logicalIndex(visual) for visual in range(header.count()))
        return tuple(self._model.columns[i] for i in places if not header.isSectionHidden(i))

    def set_sort(self, code: str, *, descending: bool) -> None:
        """Show by which column the list is sorted, without asking for it."""
        self._sort = (code, descending)
        codes = [column.sort for column in self._model.columns]
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        header = self.horizontalHeader()
        header.setSortIndicatorShown(code in codes)
        header.setSortIndicator(codes.index(code) if code in codes else -1, order)

    def copy(self) -> None:
        """Put the selected rows, or all when none is selected, on the clipboard with their header."""
        ids = array("q", self.selected_ids()) or self.ids
        if len(ids) > COPIED_AT_MOST:
            self.noticed.emit(f"Danh sách dài hơn {number(COPIED_AT_MOST)} dòng: hãy xuất ra Excel.")
        elif ids:
            self._fetch(ids, lambda rows: self._put(ids, rows))

    def column_menu(self) -> QMenu:
        """A menu to show and hide columns and to sort, for the header and for a menu button."""
        menu = QMenu(self)
        self._add_sorts(menu.addMenu("Sắp xếp theo"))
        menu.addSection("Cột hiện trên màn hình")
        for i, column in enumerate(self._model.columns):
            action = menu.addAction(column.title)
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(i))
            action.setEnabled(self.isColumnHidden(i) or len(self.visible_columns()) > 1)
            action.toggled.connect(lambda shown, i=i: self._show_column(i, shown=shown))
        menu.addSeparator()
        menu.addAction("Trả các cột về như ban đầu").triggered.connect(self._reset_columns)
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Nothing: looking through a million rows for a letter is the search box's work."""

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if not self._settling:
            self._tell_chosen()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._hint and not self._model.rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(HINT_COLOR)
            area = self.viewport().rect()
            margin = max(12, (area.width() - _HINT_WIDTH) // 2)
            area = area.adjusted(margin, 12, -margin, -12)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._hint)

    def _set_look(self) -> None:
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)

    def _set_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        # Painting a header asks its selection about every row of each column: it gets one that stays empty.
        header.setSelectionModel(QItemSelectionModel(self._model, header))
        header.setSectionsClickable(True)
        header.setSectionsMovable(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._lay_columns()
        self._widths = ColumnWidths(header, [column.width for column in self._model.columns])
        self._state.restore_header(self._key, header, self._codes)
        self._widths.changed.connect(self._remember)
        header.sectionClicked.connect(self._header_clicked)
        header.sectionMoved.connect(self._remember)
        header.customContextMenuRequested.connect(self._show_menu)

    def _lay_columns(self) -> None:
        header = self.horizontalHeader()
        for i, column in enumerate(self._model.columns):
            header.moveSection(header.visualIndex(i), i)
            header.resizeSection(i, column.width)
            header.setSectionHidden(i, not column.shown)

    def _reset_columns(self) -> None:
        self._lay_columns()
        self._widths.reset()
        self._remember()

    def _remember(self) -> None:
        self._state.put_header(self._key, self.horizontalHeader(), self._codes, self._widths.chosen)

    def _show_column(self, section: int, *, shown: bool) -> None:
        self.setColumnHidden(section, not shown)
        if shown and not self.columnWidth(section):
            self.setColumnWidth(section, self._model.columns[section].width)
        self._widths.spread(self.viewport().width())
        self._remember()

    def _show_menu(self, place: QPoint) -> None:
        self.column_menu().popup(self.horizontalHeader().mapToGlobal(place))

    def _add_sorts(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        for column in self._model.columns:
            if not column.sort:
                continue
            for descending, way in ((False, "tăng dần"), (True, "giảm dần")):
                action = QAction(f"{column.title} – {way}", menu, checkable=True)
                action.setChecked(self._sort == (column.sort, descending))
                action.triggered.connect(lambda _on, c=column.sort, d=descending: self._ask_sort(c, d))
                group.addAction(action)
                menu.addAction(action)

    def _header_clicked(self, section: int) -> None:
        code = self._model.columns[section].sort
        if code:
            self._ask_sort(code, self._sort == (code, False))
        else:
            self.set_sort(self._sort[0], descending=self._sort[1])

    def _ask_sort(self, code: str, descending: bool) -> None:  # noqa: FBT001 - as the signal has it
        self.set_sort(code, descending=descending)
        self.sort_asked.emit(code, descending)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._widths.spread(self.viewport().width())

    def _in_sight(self, index: QModelIndex) -> bool:
        return index.isValid() and self.viewport().rect().intersects(self.visualRect(index))

    def _first_visible(self) -> int:
        header = self.horizontalHeader()
        places = map(header.logicalIndex, range(header.count()))
        return next((i for i in places if not header.isSectionHidden(i)), 0)

    def _select(self, ids: Sequence[int], current: int | None) -> None:
        if len(ids) > _KEPT_AT_MOST:
            ids = [] if current is None else [current]
        wanted = set(ids) | ({current} if current is not None else set())
        rows = {i: row for row, i in enumerate(self.ids) if i in wanted} if wanted else {}
        selection = QItemSelection()
        last = len(self._codes) - 1
        for first, end in _runs(sorted(rows[i] for i in ids if i in rows)):
            selection.select(self._model.index(first, 0), self._model.index(end, last))
        if current in rows:
            place = self._model.index(rows[current], self._first_visible())
            self.selectionModel().setCurrentIndex(place, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _tell_chosen(self) -> None:
        index = self.currentIndex()
        chosen = self.ids[index.row()] if index.isValid() else None
        if chosen != self._chosen:
            self._chosen = chosen
            self.chosen.emit(chosen)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.ids[index.row()])

    def _put(self, ids: "array[int]", rows: Sequence[T]) -> None:
        from ui.widgets.clipboard import put_block

        columns = self.visible_columns()
        by_id = {row.id: row for row in rows}
        cells = [[column.text(by_id[i]) for column in columns] for i in ids if i in by_id]
        put_block(cells, [column.title for column in columns])
        self.noticed.emit(f"Đã chép {number(len(cells))} dòng, có thể dán vào Excel hoặc Word.")


def _runs(rows: Iterable[int]) -> Iterable[tuple[int, int]]:
    """Split ascending numbers into runs without a gap."""
    numbers = list(rows)
    if not numbers:
        return []
    breaks = [(a, b) for a, b in pairwise(numbers) if b != a + 1]
    starts = [numbers[0], *(b for _a, b in breaks)]
    ends = chain((a for a, _b in breaks), [numbers[-1]])
    return zip(starts, ends, strict=True)
