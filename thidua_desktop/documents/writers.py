"""The formats a document can be written in without a window; PDF is drawn by the window's printing."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from thidua_desktop.documents import docx, html, json_writer, xlsx
from thidua_desktop.documents.document import Document


class Writer(NamedTuple):
    """One format: what the officer reads, how its files end, and what writes them."""

    label: str
    suffix: str
    write: Callable[[Document, Path], None]


WRITERS = {
    "xlsx": Writer("Bảng tính Excel", ".xlsx", xlsx.write),
    "docx": Writer("Văn bản Word", ".docx", docx.write),
    "html": Writer("Trang web", ".html", html.write),
    "json": Writer("Dữ liệu JSON", ".json", json_writer.write),
}
