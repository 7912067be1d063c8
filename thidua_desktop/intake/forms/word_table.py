"""A table in Word with a header row; the lines outside it are its heading and its end."""

from thidua_desktop.intake.collector import Collector
from thidua_desktop.intake.columns import find_columns
from thidua_desktop.intake.source import Source
from thidua_desktop.intake.table import read_table

NAME = "word_table"


def recognise(source: Source) -> int:
    """Count the rows of the tables that have a header."""
    if source.kind != "document":
        return 0
    rows = [row for sheet in source.sheets for row in sheet.rows if row.table]
    headed = {row.table for row in rows if find_columns(row.cells)}
    return sum(1 for row in rows if row.table in headed)


def read(source: Source, collector: Collector) -> None:
    """Read the document from top to bottom."""
    for sheet in source.sheets:
        read_table(sheet, collector)
