"""The headers of a file: those the titles tell, and before them those the officer pointed out."""

from collections.abc import Iterator, Mapping, Sequence
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
    NO_HEADER,
    READ,
    Layout,
    Layouts,
    layout_key,
    shape_key,
    start_of,
    starts,
)
from thidua_desktop.intake.reading import TableRead
from thidua_desktop.intake.roles import wrong
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

    def untold(self) -> Iterator[tuple[str, Row, int]]:
        """Tell of each table without a header: its sheet, the first row of its data, how many there are."""
        for sheet in self._source.sheets:
            for places in self._tables(sheet, self.of(sheet)):
                rows = [sheet.rows[place] for place in places]
                data = data_rows(rows)
                yield sheet.name, rows[data[0]], len(data)

    def tables(self) -> Iterator[TableRead]:
        """Tell of each table of the file what was understood, each layout of a sheet once."""
        for sheet in self._source.sheets:
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

    def _at(self, rows: Sequence[Row], place: int) -> Header | None:
        if self._starts and start_of(rows[place]) in self._starts:
            for count in _HEADER_ROWS:
                block = rows[place : place + count]
                layout = self._said.get(layout_key(block))
                if layout is None or len(block) < count or block[-1].table != block[0].table:
                    continue
                self.used[layout.key] = layout
                if layout.use == READ:
                    return self._header(layout, block)
                if layout.use == NO_HEADER:
                    return None
        found = header_at(rows, place, self.names_award)
        if found is None:
            return None
        return replace(found, layout=layout_key(rows[place : place + found.rows]))

    def _header(self, layout: Layout, block: Sequence[Row]) -> Header:
        return Header(columns_said(block, layout.roles, self.names_award), len(block), layout.key, said=True)

    def _without_header(self, sheet: Sheet, found: Mapping[int, Header]) -> Iterator[tuple[int, Header]]:
        """Give a header of no rows to tables of a shape the officer named the columns of."""
        for places in self._tables(sheet, found):
            layout = self._said.get(self._shape(sheet, places))
            if layout is None:
                continue
            self.used[layout.key] = layout
            if layout.use == READ:
                first = data_rows([sheet.rows[place] for place in places[:_EXAMINED]])[0]
                yield places[first], self._header(layout, ())

    def _told(self, sheet: Sheet, place: int, header: Header) -> TableRead:
        rows = sheet.rows
        table = rows[place].table
        block = rows[place : place + header.rows]
        paths = titles_over(block)
        below = [
            row for row in rows[place + header.rows : place + header.rows + _BELOW] if row.table == table
        ]
        layout = self.used.get(header.layout) if header.said else None
        said = layout.roles if layout else ()
        width = max([len(paths), len(said), *(len(row.cells) for row in below)])
        return TableRead(
            sheet=sheet.name,
            table=table,
            layout=header.layout,
            header=tuple(block),
            titles=tuple(" / ".join(paths.get(column, ())) for column in range(width)),
            roles=roles_told(header.columns, width, said),
            how="guessed" if layout is None else "remembered" if layout.remembered else "said",
            above=_above(rows, place),
            below=tuple(below),
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


def _above(rows: Sequence[Row], place: int) -> tuple[Row, ...]:
    """Return the rows of a table shown above a place of it: the nearest, and those a header may be in."""
    over = [row for row in rows[max(0, place - _EXAMINED) : place] if row.table == rows[place].table]
    near, further = over[-_ABOVE:], over[:-_ABOVE]
    return (*[row for row in further if len(row.filled()) > 2][-_FURTHER_ABOVE:], *near)
