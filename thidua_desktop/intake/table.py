"""Tables - of a sheet or of a Word document - read row by row under their header."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.intake import line_kinds, row_kinds
from thidua_desktop.intake.award_cells import counting, line_by_line, only_counts, told_by_columns
from thidua_desktop.intake.awards_with_decisions import with_decisions
from thidua_desktop.intake.collector import Collector
from thidua_desktop.intake.columns import is_column_numbers
from thidua_desktop.intake.commune_offices import Namesakes, beside
from thidua_desktop.intake.communes import is_commune
from thidua_desktop.intake.continued import SAID, continued
from thidua_desktop.intake.decision_text import reference_in
from thidua_desktop.intake.denied import denied
from thidua_desktop.intake.doubtful_tables import OF_COUNTS, doubt_of
from thidua_desktop.intake.family_ong import FamilyOng
from thidua_desktop.intake.header import Columns, Header
from thidua_desktop.intake.headers import Headers
from thidua_desktop.intake.heading import starts_list
from thidua_desktop.intake.headless import UNREAD, UNREAD_SHEET
from thidua_desktop.intake.item_text import Item, ranked, split_joined, who
from thidua_desktop.intake.kind_column import kind_said, with_kinds
from thidua_desktop.intake.level_column import with_levels
from thidua_desktop.intake.many_names import recipients_in
from thidua_desktop.intake.name_cell import gender_and_birth, move_out_of_name, name_of, of_collective
from thidua_desktop.intake.numbered_units import unit_opened
from thidua_desktop.intake.quarter_column import with_quarters
from thidua_desktop.intake.result_columns import differs, with_decided, with_results
from thidua_desktop.intake.row_above import RowAbove
from thidua_desktop.intake.row_item import item_told
from thidua_desktop.intake.source import Row, Sheet
from thidua_desktop.intake.unit_words import names_unit

_PLACE = re.compile(r"(?:\d{1,3}\.)*(\d{1,6})\s*[.)]?")
_PROPOSED = re.compile(r"\bde nghi\b|\bdu kien\b")
LOST = "Chưa rõ đơn vị: dòng “{}” phía trên có thể là tên một đơn vị khác, chưa hiểu được."
_NUMBER = 12  # letters, the longest cell that only numbers a column
_SPECIAL = {"family", "collective", "household", "male", "female", "birth_male", "birth_female"}

Section = Callable[[Row, Columns], str | None]
"""Returns the unit a row opens, "" for a block of units, None for any other row."""


def read_table(
    sheet: Sheet,
    headers: Headers,
    collector: Collector,
    section: Section | None = None,
    beside: Callable[[Row], bool] = lambda _row: False,
) -> None:
    """Read the rows of a sheet with the rows that open units, where its form has such rows.

    `beside` takes the rows outside tables that are recipients themselves.
    """
    collector.start(sheet.name)
    reader = _Reader(headers.of(sheet), headers.headless(sheet), collector, section, beside)
    place = 0
    while place < len(sheet.rows):
        place += reader.take(sheet.rows, place)
    if sheet.name and sheet.rows and not reader.headed:
        collector.unread_sheet(UNREAD_SHEET)


class _Reader:
    def __init__(
        self,
        headers: Mapping[int, Header],
        headless: frozenset[int],
        collector: Collector,
        section: Section | None,
        beside: Callable[[Row], bool],
    ) -> None:
        self._beside = beside
        self._headers, self._headless, self._collector, self._section = headers, headless, collector, section
        self._columns: Columns | None = None
        self.headed = False
        self._below_heading = False
        self._table = 0
        self._before: tuple[Columns, int, str] | None = None  # of the table above: its last number and unit
        self._last = 0
        self._unit = ""
        self._lost = ""  # a line that may have opened another unit
        self._beside_table = ""  # the unit that stands in the row of a table beside a table of its people
        self._above: RowAbove | None = None
        self._blank = ""  # why a row whose unit is left blank is asked
        self._is_simple, self._no_unit_column = True, False
        self._doubt = ""  # of every row of the table
        self._no_list = ""  # why nothing of the table is a list
        self._wrapped = ""  # said of a row that goes on in the one below it
        self._namesakes = Namesakes()
        self._ong = FamilyOng(())

    def take(self, rows: tuple[Row, ...], place: int) -> int:
        """Take the rows from a place that belong together; return how many."""
        row = rows[place]
        if row.table != self._table:
            self._begin_table(row.table)
        if header := self._headers.get(place):
            self._weigh(header, rows[place : place + header.rows])
            self._head(header, tuple(self._below(rows, place + header.rows)))
            if header.rows:
                return header.rows
        if self._columns is None and self._before and self._goes_on(row, *self._before):
            self._columns, _, self._unit = self._before
            self._above = RowAbove(self._columns, ())
        if self._columns is None and place in self._headless:
            self._collector.unread(row, UNREAD)
        elif self._columns is None and self._heads_table_within(rows, place):
            self._beside_table = row.filled()[0].strip(" .:;")
            self._collector.group()
        elif self._columns is None:
            self._lines(row)
        elif len(self._columns.cell(row.cells, "name")) > _NUMBER or not is_column_numbers(row.cells):
            if (unit := unit_opened(rows, place, self._columns)) and self._collector.only_people:
                self._open(unit)
                return 1
            whole = self._whole(rows, place, self._columns)
            self._body(whole or row, self._columns)
            return 2 if whole else 1
        return 1

    def _begin_table(self, table: int) -> None:
        if self._columns is not None:
            self._before = self._columns, self._last, self._unit
        self._table, self._columns, self._above, self._unit = table, None, None, self._beside_table
        self._beside_table = self._lost = ""

    def _heads_table_within(self, rows: tuple[Row, ...], place: int) -> bool:
        """Whether a row holds the name of a unit alone, beside a table that stands within it."""
        row, below = rows[place], place + 1
        alone = row.table > 0 and len(row.filled()) == 1 and names_unit(row.filled()[0])
        return alone and below in self._headers and rows[below].table not in {0, row.table}

    def _whole(self, rows: tuple[Row, ...], place: int, columns: Columns) -> Row | None:
        """A row with the one below it that goes on with it, None where none does."""
        row, at = rows[place], place + 1
        self._wrapped = ""
        if at == len(rows) or columns.cell(rows[at].cells, "name") or at in self._headers:
            return None
        if not _PLACE.fullmatch(columns.cell(row.cells, "place")):
            return None
        whole = continued(row, rows[at], columns)
        self._wrapped = SAID.format(rows[at].text()[:60]) if whole else ""
        return whole

    def _weigh(self, header: Header, rows: Iterable[Row]) -> None:
        """Take what the title of the awards says of the list: Danh hiệu đề nghị is no award given."""
        title = header.columns.places.get("title", -1)
        if any(0 <= title < len(row.cells) and _PROPOSED.search(fold(row.cells[title])) for row in rows):
            self._collector.propose()

    def _goes_on(self, row: Row, columns: Columns, last: int, _unit: str) -> bool:
        """Whether a table without a header counts on where the one above it ended: a page came between."""
        if not row.table:
            return False
        place = columns.cell(row.cells, "place").rstrip(" .)")
        return bool(last) and place.isdecimal() and int(place) == last + 1 and len(row.filled()) > 1

    def _below(self, rows: tuple[Row, ...], first: int) -> Iterator[Row]:
        """Give the rows of one table down to the next header."""
        for place in range(first, len(rows)):
            if place in self._headers or rows[place].table != rows[first].table:
                return
            yield rows[place]

    def _head(self, header: Header, below: Sequence[Row]) -> None:
        columns, codes = header.columns, self._collector.codes
        columns = columns if header.said else with_results(with_kinds(columns, below), below, codes)
        columns = counting(columns, below) if columns.awards else columns
        columns = with_levels(with_decided(columns, below, codes), below)
        of_households = self._collector.of_households or "household" in columns.places
        columns = with_quarters(columns) if of_households else columns
        self._no_list = OF_COUNTS if only_counts(columns, below) else ""
        further, self._columns, self.headed, self._below_heading = self.headed, columns, True, True
        self._doubt = doubt_of(columns, further=further)
        self._above = RowAbove(columns, below, self._above)
        self._ong = FamilyOng(columns.cell(row.cells, "name") for row in below)
        places = columns.rest_of_name, columns.beside_name, columns.before_given
        self._no_unit_column = columns.tells_no_unit
        self._is_simple = max(places) < 0 and not columns.places.keys() & _SPECIAL

    def _lines(self, row: Row) -> None:
        filled = row.filled()
        if self._beside(row):
            return
        if len(filled) > 2 and _PLACE.fullmatch(filled[0]):
            self._collector.unread(row)  # a row of data whose header was not found
            return
        for cell in filled:
            if starts_list(cell):
                self._before = None
            if not self._collector.line(row, cell):
                self._collector.unread(row)
                return

    def _body(self, row: Row, columns: Columns) -> None:
        place = columns.cell(row.cells, "place")
        counted = _PLACE.fullmatch(place) if place else None
        numbered = counted is not None
        if counted:
            self._last = int(counted[1])
        filled = row.filled()
        if numbered and len(filled) == 2 and self._collector.heads(filled[1]):
            self._unit = self._lost = ""
            return
        if not numbered or self._section:
            unit = self._section(row, columns) if self._section else None
            if unit is not None:
                self._open(line_kinds.counted_off(unit))
                return
        if not numbered:
            self._unnumbered(row, columns, filled)
        elif any(cell and cell != place for cell in row.cells):  # not left blank by the typist
            self._item(row, columns)

    def _open(self, unit: str) -> None:
        """Begin the rows of a unit, "" for a block of several."""
        self._unit, self._lost = unit, ""
        if self._above:
            self._above.forget()
        self._collector.group()

    def _unnumbered(self, row: Row, columns: Columns, filled: list[str]) -> None:
        if line_kinds.is_empty_total(columns.cell(row.cells, "name")) or self._is_line(row, columns, filled):
            return
        if unit := row_kinds.unit_beside_units(row, columns):
            self._open(unit)
        elif not self._collector.signing and row_kinds.is_unnumbered(
            row, columns, of_collectives=self._collector.section == "collective"
        ):
            self._item(row, columns)
        elif not self._collector.signing or len(filled) > 2 or row_kinds.is_placed(row, columns):
            self._unread(row, filled)

    def _unread(self, row: Row, filled: list[str]) -> None:
        """Show a row; hold a unit no longer below a line alone, which may open another or head the rows."""
        if len(filled) > 2:
            self._collector.unread(row)
        elif self._unit:
            self._collector.unread(row)
            self._unit, self._lost = "", filled[-1]
        else:
            self._collector.unread_heading(row, ". ".join(filled))

    def _is_line(self, row: Row, columns: Columns, filled: list[str]) -> bool:
        """Take headings, totals, sections and signatures that stand between or below the rows."""
        whole = " ".join(filled)
        if len(filled) == 1 and line_kinds.says_nothing(whole):
            return True
        if line_kinds.stated_in(whole):
            whole = row_kinds.without_measures(row, columns)
            return self._collector.line(row, whole)
        if line_kinds.is_signing_row(filled) or (
            self._collector.is_listing and row_kinds.is_signed_below(row, columns)
        ):
            self._collector.signing = True
            return True
        if signing := row_kinds.signing(row, columns):
            return self._collector.line(row, signing)
        if len(filled) == 1 and row_kinds.tells_of_row_above(row, columns):
            return False
        if starts_list(whole) or reference_in(whole):
            self._below_heading, self._unit, self._lost = False, "", ""
        elif is_commune(self._unit) and line_kinds.opens_roman_section(". ".join(filled)):
            self._unit = ""
        if len(filled) > 2 or row_kinds.is_placed(row, columns):
            return False
        text = whole if len(filled) == 1 else f"{filled[0]}. {filled[1]}"
        return self._collector.line(row, text, heading=not self._below_heading)

    def _item(self, row: Row, columns: Columns) -> None:
        if self._no_list:
            self._collector.refuse(row, self._no_list, columns)
            return
        row = line_by_line(row, columns, self._collector.names_award) if row.broken else row
        for one, said in (
            recipients_in(row, columns, of_households=self._collector.of_households)
            if row.broken
            else ((row, ""),)
        ):
            self._recipient(one, columns, tuple(filter(None, (said, self._wrapped))))

    def _recipient(self, row: Row, columns: Columns, inferred: tuple[str, ...]) -> None:
        width = len(row.cells)
        cells = {role: row.cells[place] for role, place in columns.places.items() if place < width}
        inferred += self._repeat(cells)
        get = cells.get
        if row.broken or columns.more_in_name or self._no_unit_column:
            inferred += move_out_of_name(row, cells, columns)
        if self._is_simple:
            name, kind, doubt, told_gender, told_birth = get("name", ""), "", "", "", get("birth", "")
        else:
            name, kind, doubt = name_of(row, cells, columns)
            told_gender, told_birth = gender_and_birth(cells)
        post, unit = get("post", ""), get("unit", "")
        if "joined" in cells:
            post, unit, said, unclear = split_joined(cells["joined"])
            inferred, doubt = (*inferred, said) if said else inferred, doubt or unclear
        commune, heading = get("commune", ""), self._unit if columns.hamlet or is_commune(self._unit) else ""
        if "commune" in cells or columns.hamlet or heading:
            doubt = doubt or self._namesakes.doubt(unit or name, commune)
            unit, unread = beside(unit, commune or heading, columns.hamlet)
            if unread and commune:
                self._collector.remark(unread)
        is_family, unclear = self._ong.told(name)
        known = who(name, unit or self._unit, is_family=is_family)
        item = item_told(cells, known, post, told_birth, told_gender)
        item = item._replace(
            of_people=columns.of_people,
            inferred=(*inferred, *item.inferred),
            doubt=self._doubt
            or doubt
            or unclear
            or denied(row, columns, get("note", ""), get("title", ""), self._collector)
            or differs(row, columns, get("title", ""), self._collector.codes)
            or self._no_unit(unit),
        )
        kind = kind_said(row, columns) or kind
        self._take(row, of_collective(ranked(item, known.rank), kind, cells), kind, columns)

    def _no_unit(self, unit: str) -> str:
        return self._blank or (LOST.format(self._lost[:60]) if self._lost and not unit else "")

    def _repeat(self, cells: dict[str, str]) -> tuple[str, ...]:
        said, self._blank = self._above.write_out(cells) if self._above else ((), "")
        return said

    def _take(self, row: Row, item: Item, kind: str, columns: Columns) -> None:
        names_award = self._collector.names_award
        item = item._replace(counted=columns.of_numbers) if columns.unknown else item
        if columns.awards:
            items = told_by_columns(item, row, columns, names_award)
        else:
            lines = dict(row.broken).get(columns.places.get("title", -1), ()) if row.broken else ()
            items = with_decisions(item, lines, names_award)
        self._collector.items(row, items, kind or columns.kind)
        width = len(row.cells)
        for place, title in columns.unknown:
            if place < width and row.cells[place]:
                self._collector.remark(_unread_column(title))


def _unread_column(title: str) -> str:
    if title:
        return f"Cột “{title[:60]}” không rõ là gì nên chưa đọc: xem lại hàng tiêu đề của bảng."
    return "Có cột không rõ tiêu đề nên chưa đọc: xem lại hàng tiêu đề của bảng."
