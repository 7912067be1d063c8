"""A document as an Excel workbook, written row by row so that long lists take no memory."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from thidua_desktop.documents import letterhead
from thidua_desktop.documents.document import Document, Table
from thidua_desktop.documents.target import replacing
from thidua_desktop.documents.xlsx_cells import Styles, plain
from thidua_desktop.documents.xlsx_charts import add_chart, chart_table
from thidua_desktop.documents.xlsx_pages import Page, pages, sheet_names
from thidua_desktop.documents.xlsx_sheet import Sheet

_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_format_properties": {"font_name": letterhead.FONT, "font_size": letterhead.TABLE_PT},
}


def write(document: Document, path: Path) -> None:
    """Write the workbook; Unavailable when the file cannot be put there."""
    from xlsxwriter import Workbook  # type: ignore[import-untyped]  # ships no marker of its annotations
    from xlsxwriter.exceptions import FileCreateError  # type: ignore[import-untyped]  # the same

    with replacing(path) as temporary:
        workbook = Workbook(str(temporary), _OPTIONS)
        try:
            _fill(workbook, document)
            workbook.close()
        except FileCreateError as error:
            raise error.args[0] from error
        finally:
            _let_go(workbook)


def _let_go(workbook: Any) -> None:
    """Close the sheets' row files, which a failure leaves open."""
    for sheet in workbook.worksheets():
        if sheet.row_data_fh is not None and not sheet.row_data_fh_closed:
            sheet.row_data_fh.close()


@dataclass(frozen=True)
class _Book:
    """The workbook being written, its cell styles, and the document it is made from."""

    workbook: Any
    styles: Styles
    document: Document

    def sheet(self, name: str, table: Table | None, *, free: bool = False) -> Sheet:
        """Begin a sheet: its paper, its footer, its columns; a free one is for working with, not a page."""
        worksheet = self.workbook.add_worksheet(name)
        landscape = None if free else self.document.landscape
        return Sheet(worksheet, self.styles, table, landscape=landscape, footer=self.document.footer)


def _fill(workbook: Any, document: Document) -> None:
    workbook.set_properties({"title": plain(document.title), "author": "", "company": ""})
    book = _Book(workbook, Styles(workbook), document)
    made = pages(document)
    extra = document.extra_sheets
    names = sheet_names([*(page.name for page in made), *(table.name or table.title for table in extra)])
    for index, page in enumerate(made):
        _write_page(book, names[index], page, first=index == 0)
    for name, table in zip(names[len(made) :], extra, strict=True):
        book.sheet(name, table, free=True).write_table(table, filtered=True)


def _write_page(book: _Book, name: str, page: Page, *, first: bool) -> None:
    body = page.body
    table = body if body is None or isinstance(body, Table) else chart_table(body)
    sheet = book.sheet(name, table)
    if first and book.document.letterhead:
        sheet.write_letterhead(book.document.letterhead)
    for paragraph in page.above:
        sheet.write_paragraph(paragraph)
    if table is not None:
        header = sheet.write_table(table)
        if body is not None and not isinstance(body, Table):
            sheet.skip(add_chart(book.workbook, sheet, body, name, header))
    for block in page.below:
        sheet.write_ending(block)
