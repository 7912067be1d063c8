"""An annex in Excel: a heading, a header row anywhere, one recipient a row; one decision a sheet or many."""

from thidua_desktop.intake.collector import Collector
from thidua_desktop.intake.header import NamesAward, first_header
from thidua_desktop.intake.source import Source
from thidua_desktop.intake.table import read_table

NAME = "annex"


def recognise(source: Source, names_award: NamesAward) -> int:
    """Count the rows of the sheets that have a header."""
    if source.kind != "workbook":
        return 0
    return sum(len(sheet.rows) for sheet in source.sheets if first_header(sheet.rows, names_award))


def read(source: Source, collector: Collector) -> None:
    """Read sheet after sheet."""
    for sheet in source.sheets:
        read_table(sheet, collector)
