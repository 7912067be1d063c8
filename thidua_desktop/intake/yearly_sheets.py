"""Sheets that are lists of a year, found among those of a file and read; the others are left."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from thidua_desktop.domain.titles import TitleBook
from thidua_desktop.intake.headers import Headers
from thidua_desktop.intake.reading import CandidateYear, IntakeProblem, TableRead
from thidua_desktop.intake.source import Sheet, Source
from thidua_desktop.intake.yearly import Reader
from thidua_desktop.intake.yearly_broken_titles import with_joined_titles
from thidua_desktop.intake.yearly_header import YearlyHeader
from thidua_desktop.intake.yearly_header import yearly_header as header_in
from thidua_desktop.intake.yearly_heads import units_and_heads, without_promises
from thidua_desktop.intake.yearly_lines import as_table
from thidua_desktop.intake.yearly_refused import guarded
from thidua_desktop.intake.yearly_ticks import gives_awards, halves, with_awards


@dataclass(frozen=True)
class YearlyRead:
    """What was understood: the rows, what was not, and the source without the sheets that were such lists."""

    rows: tuple[CandidateYear, ...]
    problems: tuple[IntakeProblem, ...]
    tables: tuple[TableRead, ...]
    rows_read: int
    rest: Source


def read_yearly(source: Source, book: TitleBook, file: str, headers: Headers) -> YearlyRead:
    """Read the sheets that are lists of a year; the others are left in `rest`."""
    read = _Gathered(file)
    rest = []
    for sheet in source.sheets:
        parts = list(_parts(sheet, book, headers))
        awarded = [read.take(part, header, book, headers) for part, header in parts]
        if not parts or any(awarded):
            rest.append(sheet)
    rest_of_source = replace(source, sheets=tuple(rest))
    return YearlyRead(
        tuple(read.rows), tuple(read.problems), tuple(read.tables), read.rows_read, rest_of_source
    )


@dataclass
class _Gathered:
    file: str
    rows: list[CandidateYear] = field(default_factory=list)
    problems: list[IntakeProblem] = field(default_factory=list)
    tables: list[TableRead] = field(default_factory=list)
    rows_read: int = 0

    def take(self, sheet: Sheet, header: YearlyHeader, book: TitleBook, headers: Headers) -> bool:
        """Read a list; True where it is to be read as one of awards too."""
        below = sheet.rows[header.place + len(header.rows) :]
        kept, reasons = guarded(header, sheet.rows[: header.place], below)
        row = sheet.rows[min(header.place, len(sheet.rows) - 1)]
        kept = with_awards(kept, sheet.rows[: header.place], book) if kept else None
        kept = without_promises(kept, below, book) if kept else None
        awarded = kept is not None and gives_awards(kept)
        if not awarded:
            shown = (kept or header).roles()
            self.tables.append(headers.told(sheet, header.place, header.rows, header.key, shown))
        text = row.text()[:300]
        self.problems += [IntakeProblem(self.file, sheet.name, row.number, text, why) for why in reasons]
        halved = halves(kept) if kept else ()
        readers = [Reader(sheet, one, book, self.file) for half in halved for one in units_and_heads(half)]
        told: dict[tuple[int | None, str], IntakeProblem] = {}
        for reader in readers:
            reader.run()
            self.rows += reader.kept.found
            for problem in reader.kept.problems:
                told.setdefault((problem.row, problem.reason), problem)
        self.problems += told.values()
        self.rows_read += 0 if awarded else max((reader.rows_read for reader in readers), default=0)
        return awarded


def _parts(sheet: Sheet, book: TitleBook, headers: Headers) -> Iterator[tuple[Sheet, YearlyHeader]]:
    """The lists of a sheet with their headers: lines above a table, and the table; or lines alone."""
    found = _table_in(sheet, book, headers)
    above = sheet.rows[: found[1].place] if found else sheet.rows
    if found is None or {"rating", "pledge"} & set(found[1].subjects):
        in_lines = Sheet(sheet.name, as_table(above, book))
        if in_lines.rows and (header := header_in(in_lines, book, headers)):
            yield in_lines, header
    if found:
        yield found


def _table_in(sheet: Sheet, book: TitleBook, headers: Headers) -> tuple[Sheet, YearlyHeader] | None:
    """The sheet with its header, broken titles put together where it has none otherwise."""
    if header := header_in(sheet, book, headers):
        return sheet, header
    joined = with_joined_titles(sheet)
    header = header_in(joined, book, headers) if joined else None
    return (joined, header) if joined and header else None
