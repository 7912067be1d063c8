"""The headers of a file: those the titles tell, and before them those the officer pointed out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from thidua_desktop.intake.header import (
    Header,
    NamesAward,
    columns_said,
    header_at,
    roles_told,
    titles_over,
)
from thidua_desktop.intake.headless import data_rows, looks_like_table
from thidua_desktop.intake.layouts import (
    GUESS,
    READ,
    Layout,
    Layouts,
    layout_key,
    shape_key,
    start_of,
    starts,
)
from thidua_desktop.intake.reading import TableRead
from thidua_desktop.intake.roles import subject_said, wrong
from thidua_desktop.intake.source import Row, Sheet, Source

_HEADER_ROWS = (1, 2, 3)
_ABOVE, _BELOW = 6, 200  # rows shown with a table, the header among them wherever it really is
_FURTHER_ABOVE = 20  # rows of several cells above these, where a header may be
_EXAMINED = 2_000  # rows that show whether a table without a header is one, and of what make


class Headers:
    """Finds the headers of each sheet once.

    Attributes:
        names_award: tells whether words name an award of the catalogue.
        used: the layouts said that some table of the file has.
        refused: why layouts said were not heard.

    """

    def __init__(self, source: Source, names_award: NamesAward, said: Layouts) -> None:
        self._source = source
        self.names_award = names_award
        self.used: dict[str, Layout] = {}
        self.refused = [
            reason
            for layout in said.values()
            if layout.use == READ and (reason := wrong(layout.roles, layout.key.split("|")))
        ]
        self._said = {
            key: layout for key, layout in said.items() if layout.use != READ or not wrong(layout.roles)
        }
        self._starts = starts(key for key, layout in self._said.items() if not layout.is_shape)
        self._found: dict[str, dict[int, Header]] = {}

    def of(self, sheet: Sheet) -> Mapping[int, Header]:
        """Return the headers of a sheet by the place of their first row."""
        if sheet.name not in self._found:
            self._found[sheet.name] = self._look(sheet)
        return self._found[sheet.name]

    def first(self, sheet: Sheet) -> Header | None:
        """Return the first header of a sheet."""
        return next(iter(self.of(sheet).values()), None)

    def headless(self, sheet: Sheet) -> frozenset[int]:
        """Return the places of the rows in Word tables that look like lists and have no header."""
        tables = self._tables(sheet, self.of(sheet)) if self._source.kind == "document" else ()
        return frozenset(place for places in tables for place in places)

    def untold(self, sheets: Iterable[Sheet]) -> Iterator[tuple[str, Row, int]]:
        """Tell of each table without a header: its sheet, the first row of its data, how many there are."""
        for sheet in sheets:
            for places in self._tables(sheet, self.of(sheet)):
                rows = [sheet.rows[place] for place in places]
                data = data_rows(rows)
                yield sheet.name, rows[data[0]], len(data)

    def tables(self, sheets: Iterable[Sheet]) -> Iterator[TableRead]:
        """Tell of each table of these sheets what was understood, each layout of a sheet once."""
        for sheet in sheets:
            told = set()
            found = self.of(sheet)
            for place, header in found.items():
                if header.layout not in told:
                    told.add(header.layout)
                    yield self._told(sheet, place, header)
            for places in self._tables(sheet, found):
                yield self._untold(sheet, places)

    def _look(self, sheet: Sheet) -> dict[int, Header]:
        found: dict[int, Header] = {}
        place = 0
        while place < len(sheet.rows):
            header = self._at(sheet.rows, place)
            if header:
                found[place] = header
            place += header.rows if header else 1
        headless = [layout for layout in self._said.values() if layout.is_shape]
        if headless:
            found |= dict(self._without_header(sheet, found))
        return dict(sorted(found.items()))

    def said_at(self, rows: Sequence[Row], place: int) -> tuple[Layout, Sequence[Row]] | None:
        """Return what was said of the header that begins at a place, and its rows; None where nothing was."""
        if not self._starts or start_of(rows[place]) not in self._starts:
            return None
        for count in _HEADER_ROWS:
            block = rows[place : place + count]
            layout = self._said.get(layout_key(block))
            if layout is not None and len(block) == count and block[-1].table == block[0].table:
                self.used[layout.key] = layout
                if layout.use != GUESS:
                    return layout, block
        return None

    def said_of_shape(self, sheet: Sheet) -> tuple[Layout, int] | None:
        """Return what was said of the columns of a sheet without headers, and where its rows begin."""
        if any(layout.is_shape for layout in self._said.values()):
            for layout, first in self._shapes(sheet, {}):
                return layout, first
        return None

    def _at(self, rows: Sequence[Row], place: int) -> Header | None:
        said = self.said_at(rows, place)
        if said is not None:
            layout, block = said
            of_awards = layout.use == READ and not subject_said(layout.roles)
            return self._header(layout, block) if of_awards else None
        found = header_at(rows, place, self.names_award)
        if found is None:
            return None
        return replace(found, layout=layout_key(rows[place : place + found.rows]))

    def _header(self, layout: Layout, block: Sequence[Row]) -> Header:
        return Header(columns_said(block, layout.roles, self.names_award), len(block), layout.key, said=True)

    def _without_header(self, sheet: Sheet, found: Mapping[int, Header]) -> Iterator[tuple[int, Header]]:
        """Give a header of no rows to tables of a shape the officer named the columns of."""
        for layout, first in self._shapes(sheet, found):
            if not subject_said(layout.roles):
                yield first, self._header(layout, ())

    def _shapes(self, sheet: Sheet, found: Mapping[int, Header]) -> Iterator[tuple[Layout, int]]:
        for places in self._tables(sheet, found):
            layout = self._said.get(self._shape(sheet, places))
            if layout is None:
                continue
            self.used[layout.key] = layout
            if layout.use == READ:
                yield layout, places[data_rows([sheet.rows[place] for place in places[:_EXAMINED]])[0]]

    def _told(self, sheet: Sheet, place: int, header: Header) -> TableRead:
        block = sheet.rows[place : place + header.rows]
        said = self.used[header.layout].roles if header.said else ()
        roles = roles_told(header.columns, max(_width(sheet, place, block), len(said)), said)
        return self.told(sheet, place, block, header.layout, roles)

    def told(
        self, sheet: Sheet, place: int, block: Sequence[Row], key: str, roles: Sequence[str]
    ) -> TableRead:
        """Tell of the table whose header begins at a place how its columns were read."""
        rows, below = sheet.rows, place + len(block)
        paths = titles_over(block)
        layout = self.used.get(key)
        said = layout.roles if layout and layout.use == READ else ()
        width = max(_width(sheet, place, block), len(said))
        return TableRead(
            sheet=sheet.name,
            table=rows[place].table,
            layout=key,
            header=tuple(block),
            titles=tuple(" / ".join(paths.get(column, ())) for column in range(width)),
            roles=(*roles, *("",) * width)[:width],
            how="guessed" if not said else "remembered" if layout and layout.remembered else "said",
            above=_above(rows, place),
            below=tuple(row for row in rows[below : below + _BELOW] if row.table == rows[place].table),
        )

    def _untold(self, sheet: Sheet, places: Sequence[int]) -> TableRead:
        rows = [sheet.rows[place] for place in places]
        first = data_rows(rows[:_EXAMINED])[0]
        rows = [*_above(rows, first), *rows[first : first + _BELOW]]
        width = max(len(row.cells) for row in rows)
        return TableRead(
            sheet=sheet.name,
            table=rows[0].table,
            layout=self._shape(sheet, places),
            header=(),
            titles=("",) * width,
            roles=("",) * width,
            how="unknown",
            below=tuple(rows),
        )

    def _shape(self, sheet: Sheet, places: Sequence[int]) -> str:
        rows = [sheet.rows[place] for place in places[:_EXAMINED]]
        return shape_key([rows[place] for place in data_rows(rows)], self.names_award)

    def _tables(self, sheet: Sheet, found: Mapping[int, Header]) -> Iterator[list[int]]:
        """Give the places of the rows of each table that has no header, where they look like a table."""
        headed = {sheet.rows[place].table for place in found}
        tables: dict[int, list[int]] = {}
        for place, row in enumerate(sheet.rows):
            if row.table not in headed and (row.table or self._source.kind != "document"):
                tables.setdefault(row.table, []).append(place)
        for places in tables.values():
            if looks_like_table([sheet.rows[place] for place in places[:_EXAMINED]]):
                yield places


def _width(sheet: Sheet, place: int, block: Sequence[Row]) -> int:
    """Return how many columns the shown part of a table has."""
    table = sheet.rows[place].table
    rows = sheet.rows[place : place + len(block) + _BELOW]
    return max((len(row.cells) for row in rows if row.table == table), default=0)


def _above(rows: Sequence[Row], place: int) -> tuple[Row, ...]:
    """Return the rows of a table shown above a place of it: the nearest, and those a header may be in."""
    over = [row for row in rows[max(0, place - _EXAMINED) : place] if row.table == rows[place].table]
    near, further = over[-_ABOVE:], over[:-_ABOVE]
    return (*[row for row in further if len(row.filled()) > 2][-_FURTHER_ABOVE:], *near)
