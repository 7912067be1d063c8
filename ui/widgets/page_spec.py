"""A page of records, as data: what a page author fills in to get a whole RecordPage."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

from ui.widgets.record_model import Column, Record

if TYPE_CHECKING:
    from array import array

    from thidua_desktop.db.session import Session
    from thidua_desktop.records.query import ListQuery
    from ui.widgets.fields import Field, Heading
    from ui.widgets.page import Follow

T = TypeVar("T", bound=Record)

Tone = Literal["", "good", "warn", "bad"]
Values = dict[str, Any]
FilterOptions = Sequence[tuple[str | int, str]]


@dataclass(frozen=True)
class Filter:
    """A combo over the list; nothing chosen shows as "Năm: Tất cả" and is absent from the query."""

    code: str
    label: str
    options: FilterOptions | Callable[[Session], FilterOptions]
    all_text: str = "Tất cả"


@dataclass(frozen=True)
class Line:
    """One line under a record: cells side by side; with a follow it opens another record.

    A line with a tone stands alone as a coloured note and shows its first cell only.
    """

    cells: tuple[str, ...]
    follow: Follow | None = None
    tone: Tone = ""


@dataclass(frozen=True)
class Section:
    """A titled block of lines under the form; empty is said when there are none.

    Actions are (text, Follow) pairs shown as buttons under the lines; a page takes those of its own kinds.
    """

    title: str
    lines: Sequence[Line] = ()
    header: tuple[str, ...] = ()
    empty: str = ""
    actions: Sequence[tuple[str, Follow]] = ()


@dataclass(frozen=True)
class Loaded:
    """One record as the panel shows it: its name, a grey line, the form's values, what hangs on it."""

    title: str
    subtitle: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    sections: Sequence[Section] = ()


def _named(values: Mapping[str, Any]) -> str:
    return str(values.get("name", ""))


def _nothing() -> Values:
    return {}


@dataclass(frozen=True)
class PageSpec(Generic[T]):
    """A list of records and what can be done with them; every callable runs on the background thread.

    Attributes:
        code: ASCII name under which columns, sizes and sort are remembered.
        follows: the kind of Follow this list answers; "" for any.
        noun: the thing in lower case, "đơn vị": "+ Đơn vị mới", "Thêm đơn vị …".
        kinds: tables whose change makes the list read again.
        ids: the whole list in its order, as an array("q").
        rows: rows of some ids, in any order.
        first_ids: the beginning of a list so long that all its ids take a while; shown until they are there.
        count_text: the line under the list.
        load: one record for the panel, None when it is gone.
        title: the heading on paper.
        fields: the form in the panel and for a new record; empty for a list that is only read.
        save: keeps values under an id (None: a new record) and returns the id; may raise Refused.
        remove: deletes; undo takes it back.
        called: the record's name in the name of an action, from the form's values.
        row_name: the record's name in "Xóa …", from its row.
        new_values: what a new record's form starts with (runs on the window's thread).
        adds: whether RecordPage itself asks for a new record; otherwise it emits new_asked.

    """

    code: str
    noun: str
    kinds: frozenset[str]
    columns: tuple[Column[T], ...]
    ids: Callable[[Session, ListQuery], array[int]]
    rows: Callable[[Session, Sequence[int]], Sequence[T]]
    count_text: Callable[[Session, ListQuery], str]
    load: Callable[[Session, int], Loaded | None]
    title: str
    filters: tuple[Filter, ...] = ()
    fields: tuple[Field | Heading, ...] = ()
    save: Callable[[Session, int | None, Values], int] | None = None
    remove: Callable[[Session, Sequence[int]], None] | None = None
    called: Callable[[Mapping[str, Any]], str] = _named
    row_name: Callable[[T], str] = lambda _row: ""
    new_values: Callable[[], Values] = _nothing
    adds: bool = True
    empty_hint: str = ""
    search_hint: str = "Lọc: gõ không dấu cũng được"
    sort: str = ""
    descending: bool = False
    first_ids: Callable[[Session, ListQuery], array[int]] | None = None
    follows: str = ""

    @property
    def new_text(self) -> str:
        """The words on the button for a new record."""
        return f"+ {self.noun[:1].upper()}{self.noun[1:]} mới"
