"""A table in Word with a header row; the lines outside it are its heading, its end, or further recipients."""

import re

from thidua_desktop.intake.collector import Collector
from thidua_desktop.intake.forms.numbered import item_text
from thidua_desktop.intake.headers import Headers
from thidua_desktop.intake.item_text import from_line
from thidua_desktop.intake.name_lines import is_whole_name
from thidua_desktop.intake.several_in_line import recipients_named, unlabelled
from thidua_desktop.intake.source import Row, Source
from thidua_desktop.intake.table import read_table
from thidua_desktop.intake.unit_words import names_unit

NAME = "word_table"

_NAMED = re.compile(r"(?:[Ôô]ng|[Bb]à|Đ/c|đ/c|[Đđ]ồng chí|[Hh]ộ(?: gia đình)?)\s+[^\W\d_]")
_LONGEST = 200


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
        read_table(sheet, headers, collector, beside=lambda row: _takes(row, collector))


def _takes(row: Row, collector: Collector) -> bool:
    """Take a line outside the tables that names a recipient: "1. Trường Mầm non …" over those of people."""
    text = " ".join(row.filled())
    if row.table or collector.signing or not collector.is_listing or len(text) > _LONGEST:
        return False
    item = item_text(row)
    named = _is_person(item, text) or (collector.section == "collective" and names_unit(item))
    for one in recipients_named(item or text) if named else ():
        collector.item(row, from_line(one))
    return named


def _is_person(item: str, text: str) -> bool:
    if text.rstrip().endswith(":"):
        return False
    first, *more = unlabelled(item or text).split(",")
    return bool(more and _NAMED.match(first)) or (bool(item) and is_whole_name(first.strip(" .;")))
