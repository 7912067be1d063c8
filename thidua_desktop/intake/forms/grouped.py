"""A table grouped by unit: a row of the unit's name alone opens its people, and there is no unit column."""

import re
from collections.abc import Collection
from functools import partial
from itertools import pairwise

from thidua_desktop.intake import line_kinds
from thidua_desktop.intake.collector import Collector
from thidua_desktop.intake.commune_offices import stands_under
from thidua_desktop.intake.communes import is_commune
from thidua_desktop.intake.header import Columns, NamesAward
from thidua_desktop.intake.headers import Headers
from thidua_desktop.intake.source import Row, Sheet, Source
from thidua_desktop.intake.table import read_table
from thidua_desktop.intake.unit_words import names_block, starts_as_unit

NAME = "grouped"

_ALONE = 2  # cells of a heading: its numeral and its words
_ROMAN = re.compile(r"(?:[IVXLC]+|[A-HĐ])\s*[.)]?")
_NUMBERING = re.compile(r"^(?:(?:[IVXLC]+|[A-HĐ]|\d{1,3}(?:\.\d{1,3})*)\s*[.)/\-:]+\s*)+")


def recognise(source: Source, headers: Headers) -> int:
    """Count the rows of the sheets that open units; more than a table counts, so that it goes first."""
    return sum(len(sheet.rows) + 1 for sheet in source.sheets if _opens_units(sheet, headers))


def read(source: Source, headers: Headers, collector: Collector) -> None:
    """Read sheet after sheet, each unit holding until the next."""
    for sheet in source.sheets:
        opened = partial(
            _unit_opened, names_award=headers.names_award, communes=_communes_over_their_own(sheet, headers)
        )
        read_table(sheet, headers, collector, opened)


def _opens_units(sheet: Sheet, headers: Headers) -> bool:
    header = headers.first(sheet)
    if _communes_over_their_own(sheet, headers):
        return True
    if header is None or _has_units(header.columns) or header.columns.kind == "collective":
        return False
    return any(_unit_opened(row, header.columns, names_award=headers.names_award) for row in sheet.rows)


def _has_units(columns: Columns) -> bool:
    """Whether columns tell the units; where they tell hamlets, rows may still open their communes."""
    return "joined" in columns.places or ("unit" in columns.places and not columns.hamlet)


def _communes_over_their_own(sheet: Sheet, headers: Headers) -> frozenset[tuple[int, int]]:
    """The rows, by table and number, that name a commune over hamlets and offices to be told apart by it.

    In a list of units such a row may name one commended itself: there the row below it must show that.
    """
    found, columns = set(), None
    known = headers.of(sheet)
    for place, (row, below) in enumerate(pairwise(sheet.rows)):
        columns = known[place].columns if place in known else columns
        if columns is None or not 0 < sum(map(bool, row.cells)) <= _ALONE or row.table != below.table:
            continue
        counted = columns.cell(below.cells, "place").rstrip(" .)").isdecimal()
        told = columns.cell(below.cells, "unit") or columns.cell(below.cells, "name")
        heading = _heading(row, columns)
        if counted and (stands_under(told, heading) or (columns.of_people and is_commune(heading))):
            found.add((row.table, row.number))
    return frozenset(found)


def _heading(row: Row, columns: Columns) -> str:
    """The words of a row that may be a heading, without its numeral and how many follow."""
    place, filled = columns.cell(row.cells, "place"), row.filled()
    if len(filled) > 1 and not _ROMAN.fullmatch(place):
        return ""
    return line_kinds.counted_off(_NUMBERING.sub("", filled[-1]).rstrip(" :;."))


def _unit_opened(
    row: Row,
    columns: Columns,
    *,
    names_award: NamesAward,
    communes: Collection[tuple[int, int]] = (),
) -> str | None:
    if row.cells and sum(map(bool, row.cells)) > 2:
        return None
    filled = row.filled()
    if communes and filled:
        heading = _heading(row, columns)
        if (row.table, row.number) in communes:
            return heading
        if names_block(heading):
            return ""
    if not filled or _has_units(columns) or columns.kind == "collective":
        return None
    place, name = columns.cell(row.cells, "place"), columns.cell(row.cells, "name")
    if len(filled) == 2:
        heads = filled[1] == name and (bool(_ROMAN.fullmatch(place)) or name.endswith(":"))
        text = name
    else:
        text = _NUMBERING.sub("", filled[0])
        heads = "place" in columns.places or text != filled[0] or text.endswith(":")
    text = line_kinds.counted_off(text.rstrip(" :;."))
    if (
        not heads
        or line_kinds.section_of(text)
        or line_kinds.stated_in(text)
        or line_kinds.is_signature(text)
    ):
        return None
    if columns.hamlet:
        return text if is_commune(text) else None
    if names_block(text):
        return ""
    return text if starts_as_unit(text) and not names_award(text) else None
