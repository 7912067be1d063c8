"""A document as a PDF file, with or without a window."""

import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QPagedPaintDevice, QPageLayout, QPainter, QPdfWriter

from thidua_desktop.documents.document import Document
from thidua_desktop.documents.target import replacing
from thidua_desktop.domain.errors import Unavailable
from ui.printing.fonts import UNITS_PER_INCH
from ui.printing.layout import Layout, Prepared, lay_out, prepare

_CREATOR = "Thi đua Desktop"
_REFUSED = "Máy in không nhận bản in – kiểm tra máy in hoặc lưu thành tệp PDF."


def ensure_gui_app() -> None:
    """Have Qt ready for fonts and painting where no window is open, as in the terminal."""
    if QGuiApplication.instance() is None:
        _own_app()


@cache
def _own_app() -> QGuiApplication:
    if sys.platform.startswith("linux"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QGuiApplication([_CREATOR])


def pdf_bytes(document: Document | Prepared, page: QPageLayout | None = None) -> bytes:
    """Return the document as a PDF, on the document's own paper unless another is given."""
    ensure_gui_app()
    prepared = prepare(document)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(UNITS_PER_INCH)
    writer.setCreator(_CREATOR)
    writer.setTitle(prepared.document.title)
    writer.setPageLayout(page or prepared.layout.page)
    paint(lay_out(prepared, writer), writer)
    return bytes(buffer.data().data())


def write_pdf(document: Document | Prepared, path: Path, page: QPageLayout | None = None) -> None:
    """Write the document as a PDF file, whole or not at all.

    Raises Unavailable when the file cannot be written: open elsewhere, drive full, folder missing.
    """
    content = pdf_bytes(document, page)
    with replacing(path) as temporary:
        temporary.write_bytes(content)


def paint(
    layout: Layout, device: QPagedPaintDevice, wanted: Callable[[int], bool] = lambda _page: True
) -> None:
    """Draw the wanted pages (0 for the first) on a printer or PDF writer.

    Raises Unavailable when the device does not take them.
    """
    painter = QPainter()
    if not painter.begin(device):
        raise Unavailable(_REFUSED)
    try:
        pages = [page for page in range(layout.page_count) if wanted(page)]
        for index, page in enumerate(pages):
            if index and not device.newPage():
                raise Unavailable(_REFUSED)
            layout.draw(painter, page)
    finally:
        painter.end()
