"""A document laid out on pages: measured once, each page drawn on its own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter

from thidua_desktop.documents import letterhead as official
from thidua_desktop.documents.document import (
    Block,
    Chart,
    Document,
    PageBreak,
    Paragraph,
    Signatures,
    Table,
)
from ui.printing import blocks
from ui.printing.charts import DrawnChart, draw_charts
from ui.printing.drawing import begin, draw_footer, draw_page
from ui.printing.fonts import POINT, face
from ui.printing.paging import Paginator
from ui.printing.pieces import Drawing, Placed
from ui.printing.tables import FittedTable, fit, in_one_size, measure
from ui.printing.text import plain

_FOOTER_SIZE = 9
_FOOTER_GAP = 8 * POINT
_FOOTER_MM = 6  # of the bottom margin's height is used by the footer line


class Paper(Protocol):
    """A printer or PDF writer: anything that has a page layout."""

    def pageLayout(self) -> QPageLayout: ...


@dataclass(frozen=True)
class Layout:
    """The pages of a document for one paper; sizes in units of a tenth of a point."""

    page: QPageLayout
    footer: str
    width: float
    height: float  # of the printable page, with the footer
    room: float  # of the page's body, without the footer
    pages: list[list[Placed]]

    @property
    def page_count(self) -> int:
        return len(self.pages)

    def page_label(self, page: int) -> str:
        """Return what stands in the right corner below page (0 for the first): Trang 1/3."""
        return f"Trang {page + 1}/{self.page_count}"

    def draw(self, painter: QPainter, page: int) -> None:
        """Draw one page (0 for the first) on a device whose page begins at the printable corner."""
        painter.save()
        pen = begin(painter)
        draw_page(pen, self.pages[page], self.width)
        small = face(_FOOTER_SIZE, italic=True)
        top = self.height - small.line_height
        draw_footer(pen, self.footer, self.page_label(page), small, self.width, top)
        painter.restore()


def default_page(*, landscape: bool) -> QPageLayout:
    """A4 with the margins of official papers; the footer stands in the lower one."""
    turned = QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    edges = official.MARGINS
    margins = QMarginsF(edges.left, edges.top, edges.right, edges.bottom - _FOOTER_MM)
    return QPageLayout(QPageSize(QPageSize.PageSizeId.A4), turned, margins, QPageLayout.Unit.Millimeter)


@dataclass(frozen=True)
class Prepared:
    """A document with its charts drawn and laid out for its own paper."""

    document: Document
    charts: Mapping[Chart, DrawnChart]
    layout: Layout


def prepare(document: Document | Prepared) -> Prepared:
    """Do the slow part of printing: draw the charts and measure the rows; safe on a worker thread."""
    if isinstance(document, Prepared):
        return document
    charts = draw_charts(document)
    page = default_page(landscape=document.landscape)
    return Prepared(document, charts, _lay_out(document, charts, page))


def lay_out(document: Document | Prepared, paper: QPageLayout | Paper | None = None) -> Layout:
    """Lay a document out for a page layout, a printer or PDF writer, or A4 as the document wishes."""
    prepared = prepare(document)
    page = paper if paper is None or isinstance(paper, QPageLayout) else paper.pageLayout()
    if page is None or page.isEquivalentTo(prepared.layout.page):
        return prepared.layout
    return _lay_out(prepared.document, prepared.charts, page)


def _lay_out(document: Document, charts: Mapping[Chart, DrawnChart], page: QPageLayout) -> Layout:
    area = page.paintRect(QPageLayout.Unit.Point)
    width, height = area.width() * POINT, area.height() * POINT
    room = height - face(_FOOTER_SIZE, italic=True).line_height - _FOOTER_GAP
    paginator = Paginator(room)
    if document.letterhead is not None:
        paginator.block(blocks.letterhead(document.letterhead, width), after=16 * POINT)
    tables = iter(in_one_size([fit(block, width) for block in document.content if isinstance(block, Table)]))
    for block in document.content:
        _add(paginator, block, charts, tables, width)
    return Layout(page, plain(document.footer), width, height, room, paginator.finish())


def _add(
    paginator: Paginator,
    block: Block,
    charts: Mapping[Chart, DrawnChart],
    tables: Iterator[FittedTable],
    width: float,
) -> None:
    match block:
        case Paragraph():
            for flow in blocks.paragraph(block, width):
                paginator.flow(flow)
        case Table():
            for flow in blocks.caption(block.title, width):
                paginator.flow(flow)
            paginator.table(measure(next(tables), paginator.room))
        case Chart():
            paginator.block(_picture(charts[block], width, paginator.room))
        case Signatures():
            paginator.signatures(blocks.signatures(block, width))
        case PageBreak():
            paginator.new_page()


def _picture(drawn: DrawnChart, width: float, room: float) -> Drawing:
    """The chart at its drawn size, smaller where the paper is smaller than it was drawn for."""
    scale = min(1.0, width / drawn.width, room / drawn.height)
    return Drawing(drawn.picture, drawn.width * scale, drawn.height * scale, scale)
