"""The list on screen as a document: for the preview, PDF, Excel and Word alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from thidua_desktop.documents import document as paper
from thidua_desktop.domain.vietnamese import slug
from ui.widgets.record_model import Record

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from thidua_desktop.db.session import Session
    from thidua_desktop.records.query import ListQuery
    from ui.widgets.page_spec import PageSpec
    from ui.widgets.record_model import Column

T = TypeVar("T", bound=Record)

_CHUNK = 2000
_PORTRAIT = 720  # pixels of columns that still fit an upright sheet
_CHARACTER_WIDTH = 100


def list_document(
    spec: PageSpec[T], columns: Sequence[Column[T]], query: ListQuery, words: str, session: Session
) -> paper.Document:
    """Build the document of a list: these columns in this order, all rows, the filter in words."""
    table = paper.Table(
        tuple(paper.Column(c.title, c.width / _CHARACTER_WIDTH, c.align, c.grouped) for c in columns),
        tuple(tuple(_cell(c, row) for c in columns) for row in _rows(spec, query, session)),
        name=spec.title[:31],
    )
    note = paper.Paragraph(spec.count_text(session, query), "note")
    top = (paper.Paragraph(words, "subtitle"),) if words else ()
    return paper.Document(
        spec.title,
        (*top, table, note),
        landscape=sum(column.width for column in columns) > _PORTRAIT,
        slug=slug(spec.title),
    )


def _rows(spec: PageSpec[T], query: ListQuery, session: Session) -> Iterator[T]:
    ids = spec.ids(session, query)
    for start in range(0, len(ids), _CHUNK):
        chunk = ids[start : start + _CHUNK]
        by_id = {row.id: row for row in spec.rows(session, chunk)}
        yield from (by_id[i] for i in chunk if i in by_id)


def _cell(column: Column[T], row: T) -> paper.Cell:
    return column.value(row) if column.value else column.text(row)
