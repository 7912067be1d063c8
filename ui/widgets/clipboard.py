"""Tables on the clipboard, as Excel and Word write and read them: tab-separated text and HTML."""

import csv
import io
from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QStandardItemModel

from thidua_desktop.domain.vietnamese import nfc


def read_block(text: str) -> list[list[str]]:
    """Split tab-separated text as Excel puts it: quoted cells may hold line ends, tabs and doubled quotes."""
    lines = io.StringIO(nfc(text).replace("\r\n", "\n").replace("\r", "\n"))
    return [[cell.strip() for cell in row] or [""] for row in csv.reader(lines, delimiter="\t")]


def block_text(rows: Iterable[Sequence[str]]) -> str:
    """Write cells as tab-separated text that Excel takes apart again as they were."""
    text = io.StringIO()
    csv.writer(text, delimiter="\t", lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def block_html(rows: Iterable[Sequence[str]], header: Sequence[str] = ()) -> str:
    """Write cells as an HTML table; every cell is text to Excel, so that 01/02 stays what it is."""
    head = "".join(f"<th>{escape(title)}</th>" for title in header)
    body = "".join("<tr>" + "".join(map(_cell, row)) + "</tr>" for row in rows)
    return (
        '<html><head><meta charset="utf-8"></head><body>'
        f'<table border="1">{head and f"<tr>{head}</tr>"}{body}</table></body></html>'
    )


def _cell(text: str) -> str:
    return f"<td style=\"mso-number-format:'\\@'\">{escape(text)}</td>".replace("\n", "<br>")


def put_block(rows: Sequence[Sequence[str]], header: Sequence[str] = ()) -> None:
    """Put a table on the clipboard, for a spreadsheet and for a text at once."""
    data = _mime_data()
    data.setText(block_text([header, *rows] if header else rows))
    data.setHtml(block_html(rows, header))
    QGuiApplication.clipboard().setMimeData(data)


def _mime_data() -> QMimeData:
    # The clipboard may outlive Python: a QMimeData made in Python then crashes the exit, one made by Qt not.
    model = QStandardItemModel(1, 1)
    data = model.mimeData([model.index(0, 0)])
    for kind in data.formats():
        data.removeFormat(kind)
    return data
