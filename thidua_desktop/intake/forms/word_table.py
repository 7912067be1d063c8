"""A table in Word with a header row; the lines outside it are its heading and its end."""

from thidua_desktop.intake.collector import Collector
from thidua_desktop.intake.headers import Headers
from thidua_desktop.intake.source import Source
from thidua_desktop.intake.table import read_table

NAME = "word_table"


def recognise(source: Source, headers: Headers) -> int:
    """Count the rows of the tables that have a header."""
    if source.kind != "document":
        return 0
    count = 0
    for sheet in source.sheets:
        headed = {sheet.rows[place].table for place in headers.of(sheet)} - {0}
        count += sum(row.table in headed for row in sheet.rows)
    return count


def read(source: Source, headers: Headers, collector: Collector) -> None:
    """Read the document from top to bottom."""
    for sheet in source.sheets:
        read_table(sheet, headers, collector)
