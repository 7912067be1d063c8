"""An annex in Excel: a heading, a header row anywhere, one recipient a row; one decision a sheet or many."""

from thidua_desktop.intake.collector import Collector
from thidua_desktop.intake.headers import Headers
from thidua_desktop.intake.source import Source
from thidua_desktop.intake.table import read_table

NAME = "annex"


def recognise(source: Source, headers: Headers) -> int:
    """Count the rows of the sheets that have a header."""
    if source.kind != "workbook":
        return 0
    return sum(len(sheet.rows) for sheet in source.sheets if headers.first(sheet))


def read(source: Source, headers: Headers, collector: Collector) -> None:
    """Read sheet after sheet."""
    for sheet in source.sheets:
        read_table(sheet, headers, collector)
