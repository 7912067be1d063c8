"""Sheets that are lists of a year, found among those of a file and read; the others are left."""

from dataclasses import dataclass, replace

from thidua_desktop.domain.titles import TitleBook
from thidua_desktop.intake.headers import Headers
from thidua_desktop.intake.reading import CandidateYear, IntakeProblem, TableRead
from thidua_desktop.intake.source import Sheet, Source
from thidua_desktop.intake.yearly import Reader
from thidua_desktop.intake.yearly_broken_titles import with_joined_titles
from thidua_desktop.intake.yearly_header import YearlyHeader
from thidua_desktop.intake.yearly_header import yearly_header as header_in
from thidua_desktop.intake.yearly_heads import units_and_heads, without_promises
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
    rows: list[CandidateYear] = []
    problems: list[IntakeProblem] = []
    tables: list[TableRead] = []
    rest, read = [], 0
    for sheet in source.sheets:
        found = _header_of(sheet, book, headers)
        if found is None:
            rest.append(sheet)
            continue
        sheet, header = found  # noqa: PLW2901 - the same sheet, broken titles put together
        below = sheet.rows[header.place + len(header.rows) :]
        kept, reasons = guarded(header, sheet.rows[: header.place], below)
        row = sheet.rows[min(header.place, len(sheet.rows) - 1)]
        kept = with_awards(kept, sheet.rows[: header.place], book) if kept else None
        kept = without_promises(kept, below, book) if kept else None
        awarded = kept is not None and gives_awards(kept)
        if awarded:
            rest.append(sheet)
        else:
            shown = (kept or header).roles()
            tables.append(headers.told(sheet, header.place, header.rows, header.key, shown))
        problems += [IntakeProblem(file, sheet.name, row.number, row.text()[:300], why) for why in reasons]
        if kept is None:
            continue
        readers = [Reader(sheet, one, book, file) for half in halves(kept) for one in units_and_heads(half)]
        told: dict[tuple[int | None, str], IntakeProblem] = {}
        for reader in readers:
            reader.run()
            rows += reader.kept.found
            for problem in reader.kept.problems:
                told.setdefault((problem.row, problem.reason), problem)
        problems += told.values()
        read += 0 if awarded else max((reader.rows_read for reader in readers), default=0)
    rest_of_source = replace(source, sheets=tuple(rest))
    return YearlyRead(tuple(rows), tuple(problems), tuple(tables), read, rest_of_source)


def _header_of(sheet: Sheet, book: TitleBook, headers: Headers) -> tuple[Sheet, YearlyHeader] | None:
    """The sheet with its header, broken titles put together where it has none otherwise."""
    if header := header_in(sheet, book, headers):
        return sheet, header
    joined = with_joined_titles(sheet)
    header = header_in(joined, book, headers) if joined else None
    return (joined, header) if joined and header else None
