"""The left side of a page: the list, what filters it, and the line that counts it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from thidua_desktop.domain.vietnamese import clean
from thidua_desktop.records.query import ListQuery
from ui.theme import GAP
from ui.widgets.filters import FilterBar
from ui.widgets.record_model import IN_SIGHT, Record
from ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Mapping, Sequence

    from thidua_desktop.db.session import Session
    from thidua_desktop.documents.document import Document
    from ui.widgets.page import Context
    from ui.widgets.page_spec import PageSpec

    Ids = Callable[[Session, ListQuery], array[int]]

T = TypeVar("T", bound=Record)
Listed = tuple["array[int]", "Sequence[T]"]

_NOTHING_FOUND = (
    "Không có dòng nào hợp với điều kiện lọc. Bớt chữ trong ô lọc, chọn lại “Tất cả”, hoặc bấm “Xem tất cả”."
)


class RecordList(QWidget, Generic[T]):
    """Asks for the list whenever the question or the records change, and keeps the user's place in it.

    Signals:
        settled: the list has just been read; its table knows what is chosen.
    """

    settled = Signal()

    def __init__(self, spec: PageSpec[T], context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spec = spec
        self._context = context
        self._hidden_filters: dict[str, str | int] = {}
        self._sort = (spec.sort, spec.descending)
        self._wanted_id: int | None = None
        self._wanted_row: int | None = None
        self.bar = FilterBar(spec.filters, spec.search_hint)
        self.table: RecordTable[T] = RecordTable(spec.columns, self._fetch, context.state, spec.code)
        self.table.setAccessibleName(spec.title)
        self._note = _NoteStrip()
        self._count = QLabel()
        self._count.setProperty("role", "soft")
        self._count.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lay_out()
        self._restore_sort()
        self.bar.changed.connect(self.reload)
        self.bar.left.connect(self.table.setFocus)
        self.table.sort_asked.connect(self._sort_by)
        self._note.dropped.connect(self.show_all)

    def query(self) -> ListQuery:
        """The question as it stands on screen."""
        filters = self._hidden_filters | self.bar.values()
        return ListQuery(clean(self.bar.search.text()), filters, *self._sort)

    def words(self) -> str:
        """The filter in words, for the paper."""
        return "; ".join(filter(None, (self._note.text(), self.bar.words())))

    def reload(self) -> None:
        """Ask for the list and its counts again."""
        query, first = self.query(), self._spec.first_ids
        if first is not None and not len(self.table.ids):
            self._read_list(first, query, self._show_first)
        else:
            self._read_all(query)

    def _read_list(self, ids: Ids, query: ListQuery, then: Callable[[ListQuery, Listed[T]], None]) -> None:
        """Read ids and, in the same breath, the rows in sight: one wait, and no list of marks flashes by."""
        rows, top = self._spec.rows, self.table.top

        def read(session: Session) -> Listed[T]:
            found = ids(session, query)
            return found, rows(session, found[top : top + IN_SIGHT])

        self._context.tasks.read(read, partial(then, query), owner=self, key="ids")

    def _show_first(self, query: ListQuery, listed: Listed[T]) -> None:
        """Show the beginning before the long list of ids is asked for."""
        self.table.set_ids(*listed)
        self._read_all(query)

    def _read_all(self, query: ListQuery) -> None:
        spec = self._spec
        self._read_list(spec.ids, query, self._show_ids)
        self._context.tasks.read(
            lambda session: spec.count_text(session, query), self._count.setText, owner=self, key="count"
        )

    def reload_filters(self) -> None:
        """Read again what the filters offer."""
        for filter_ in self._spec.filters:
            if callable(filter_.options):
                fill = partial(self.bar.fill, filter_.code)
                self._context.tasks.read(filter_.options, fill, owner=self, key=filter_.code)
            else:
                self.bar.fill(filter_.code, filter_.options)

    def want(self, record_id: int | None = None, row: int | None = None) -> None:
        """Choose this record, or this line, when the list has been read next."""
        self._wanted_id, self._wanted_row = record_id, row

    def show_record(self, record_id: int) -> None:
        """Choose a record, dropping the filters when they hide it."""
        if not self.table.choose(record_id):
            self.want(record_id)
            self.show_all()

    def show_filtered(self, filters: Mapping[str, str | int], note: str) -> None:
        """Show what these filters leave; those without a combo are told by the note above the list."""
        self.bar.clear()
        self.bar.set_values({code: value for code, value in filters.items() if code in self.bar.combos})
        self._hidden_filters = {code: v for code, v in filters.items() if code not in self.bar.combos}
        self._note.say(note)
        self.reload()

    def show_all(self) -> None:
        """Drop every filter."""
        self.show_filtered({}, "")

    def document(self) -> Callable[[Session], Document]:
        """Return what builds, on the background thread, the document of the list as it is on screen."""
        from ui.widgets.list_document import list_document

        columns, query, words = self.table.visible_columns(), self.query(), self.words()
        return lambda session: list_document(self._spec, columns, query, words, session)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP // 2)
        layout.addWidget(self._note)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._count)

    def _fetch(self, ids: array[int], then: Callable[[Sequence[T]], None]) -> None:
        self._context.tasks.read(lambda session: self._spec.rows(session, ids), then, owner=self)

    def _show_ids(self, query: ListQuery, listed: Listed[T]) -> None:
        filtered = bool(query.search or query.filters)
        self.table.set_hint(_NOTHING_FOUND if filtered else self._spec.empty_hint)
        self.table.set_ids(*listed)
        wanted_id, wanted_row = self._wanted_id, self._wanted_row
        self.want()
        if wanted_id is not None:
            self.table.choose(wanted_id)
        elif wanted_row is not None and self.table.chosen_id is None:
            self.table.choose_row(wanted_row)
        self.settled.emit()

    def _restore_sort(self) -> None:
        sorts = {column.sort for column in self._spec.columns}
        code, descending = self._context.state.get(f"sort/{self._spec.code}", [*self._sort])
        if code in sorts:
            self._sort = (str(code), bool(descending))
        self.table.set_sort(self._sort[0], descending=self._sort[1])

    def _sort_by(self, code: str, descending: bool) -> None:  # noqa: FBT001 - as the signal has it
        self._sort = (code, descending)
        self._context.state.put(f"sort/{self._spec.code}", [code, descending])
        self.reload()


class _NoteStrip(QFrame):
    """Says what the list is narrowed to from elsewhere, with a way out."""

    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("tone", "warn")
        self._label = QLabel()
        self._label.setWordWrap(True)
        button = QPushButton("Xem tất cả")
        button.setProperty("role", "link")
        button.clicked.connect(self.dropped)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GAP, 2, GAP, 2)
        layout.addWidget(self._label, 1)
        layout.addWidget(button)
        self.hide()

    def say(self, text: str) -> None:
        """Show a text; "" hides the strip."""
        self._label.setText(text)
        self.setVisible(bool(text))

    def text(self) -> str:
        """The text shown."""
        return self._label.text()
