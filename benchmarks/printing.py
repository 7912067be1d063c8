"""Printing a list of 5,000 rows: the PDF, and the first page of the preview."""

from html import escape

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPdfWriter, QTextDocument

from benchmarks import papers
from benchmarks.measure import Line, World, alone, compared, line, told
from thidua_desktop.documents.cells import shown
from thidua_desktop.documents.document import Document, Table
from ui.printing import ensure_gui_app, pdf_bytes

FIRST_PAGE = 0.2  # seconds


def lines(world: World) -> list[Line]:
    """Our paginator against Qt's rich text."""
    ensure_gui_app()
    count = world.rows(5_000)
    document = papers.document(count)
    pdf_bytes(papers.document(20))
    ours, limit = compared(lambda: pdf_bytes(document), lambda: qt_pdf(document), world.few_rounds)
    preview = alone("benchmarks.windows.preview", count)
    return [
        line(f"print list of {count:,} rows, PDF", ours, limit, "QTextDocument-HTML", 0.2),
        line("its preview, first page", preview["first"], FIRST_PAGE, "not felt", 1),
        Line("its pages measured before, on the worker", told(preview["prepared"]), "–"),
    ]


def qt_pdf(document: Document) -> bytes:
    """The list as Qt prints HTML."""
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    head = "".join(f"<th>{escape(column.title)}</th>" for column in table.columns)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(shown(cell))}</td>" for cell in row) + "</tr>" for row in table.rows
    )
    text = QTextDocument()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    text.setPageSize(writer.pageLayout().paintRectPoints().size())
    text.setHtml(f"<table border=1><thead><tr>{head}</tr></thead>{body}</table>")
    text.print_(writer)
    return bytes(buffer.data().data())
