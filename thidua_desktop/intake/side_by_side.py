"""Two halves of a list side by side, numbered on from the left to the right: read one below the other."""

from collections.abc import Sequence
from dataclasses import replace

from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.intake.columns import role_of
from thidua_desktop.intake.header import find_columns
from thidua_desktop.intake.heading import is_letterhead, kinds_in, starts_list
from thidua_desktop.intake.line_kinds import is_likely_title
from thidua_desktop.intake.source import Row, Sheet, Source

_PLACES = frozenset(("tt", "stt", "s tt", "so tt", "so thu tu", "tt.", "stt."))
_LONGEST = 12
_OVER = 3  # rows above a header, in which each list may be named
_KINDS = 2  # people and collectives


def one_below_the_other(source: Source) -> Source:
    """Return a source with the right halves of such lists below the left ones; any other stays as it is."""
    sheets = tuple(map(_sheet, source.sheets))
    return replace(source, sheets=sheets) if sheets != source.sheets else source


def _sheet(sheet: Sheet) -> Sheet:
    for place, row in enumerate(sheet.rows):
        first = next(filter(None, row.cells), "")
        if (
            first[:1].isalpha()
            and len(first) <= _LONGEST
            and fold(first) in _PLACES
            and (rows := _apart(sheet.rows, place))
        ):
            return Sheet(sheet.name, rows)
    return sheet


def _apart(rows: Sequence[Row], header: int) -> tuple[Row, ...]:
    """Return all rows with what stands right of a list below it; none where nothing does, or not surely."""
    if at := _second_half(rows[header]):
        titled = _titles_over(rows, header, at)
        return _laid_below(rows, header, at, own_header=titled, titled=titled)
    at = _second_list(rows[header])
    over = [cell for row in rows[max(0, header - _OVER) : header] for cell in row.cells[at:] if cell]
    title = " ".join(row.text() for row in rows[:header] if starts_list(row.text()))
    if any(not is_letterhead(cell) for cell in over) or len(kinds_in(title)) != _KINDS:
        return ()  # each list may have a title of its own
    return _laid_below(rows, header, at, own_header=True) if at else ()


def _titles_over(rows: Sequence[Row], header: int, at: int) -> bool:
    """Whether the row above the header names an award over each half: LAO ĐỘNG TIÊN TIẾN | GIẤY KHEN."""
    if header == 0 or rows[header - 1].table != rows[header].table:
        return False
    cells = rows[header - 1].cells
    halves = ([cell for cell in cells[:at] if cell], [cell for cell in cells[at:] if cell])
    if any(len(half) != 1 for half in halves) or fold(halves[0][0]) == fold(halves[1][0]):
        return False
    return all(is_likely_title(half[0]) and not starts_list(half[0]) for half in halves)


def _second_list(row: Row) -> int:
    """Return where the titles of another list begin behind an empty column: of collectives beside people."""
    places = [place for place, cell in enumerate(row.cells) if cell and role_of(cell) == "place"]
    if len(places) != 2 or row.cells[places[1] - 1]:
        return 0
    halves = (row.cells[: places[1]], row.cells[places[1] :])
    return places[1] if all(map(find_columns, halves)) else 0


def _second_half(row: Row) -> int:
    """Return where the titles of a header begin again, 0 where they do not."""
    places = [place for place, cell in enumerate(row.cells) if cell and role_of(cell) == "place"]
    if len(places) != 2:
        return 0
    left, right = row.cells[places[0] : places[1]], row.cells[places[1] :]
    same = [fold(cell) for cell in left if cell] == [fold(cell) for cell in right if cell]
    return places[1] if same and left[: len(right)] == right[: len(left)] else 0


def _laid_below(
    rows: Sequence[Row], header: int, at: int, *, own_header: bool = False, titled: bool = False
) -> tuple[Row, ...]:
    """Return all rows with the right half of each below the left halves; none where that is not sure."""
    first = next(place for place, cell in enumerate(rows[header].cells) if cell)
    end = header + 1
    while end < len(rows) and rows[end].table == rows[header].table and _is_data(rows[end], first, at):
        end += 1
    left = [half for row in rows[header + 1 : end] if (half := _half(row, 0, at)).filled()]
    right = [half for row in rows[header + 1 : end] if (half := _half(row, at, len(row.cells))).filled()]
    halves = [*left, *right]
    below = [row for row in rows[end:] if row.table == rows[header].table]
    counted = all(map(_count_on, (left, right))) if own_header else _count_on(halves)
    if not counted or any(_number(row, first) or _number(row, at) for row in below):
        return ()
    top = header - titled
    between = [_half(row, at, len(row.cells)) for row in rows[top : header + 1]] if own_header else []
    over = (_half(row, 0, at) for row in rows[top : header + 1])
    return (*rows[:top], *over, *left, *between, *right, *rows[end:])


def _count_on(rows: Sequence[Row]) -> bool:
    """Tell whether rows are numbered one after the other."""
    numbers = [int(next(filter(None, row.cells)).rstrip(" .)")) for row in rows]
    return len(numbers) > 0 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _is_data(row: Row, first: int, at: int) -> bool:
    left, right = row.cells[first:at], row.cells[at:]
    counted = [half for half in (left, right) if any(half)]
    return bool(counted) and all(half[0].rstrip(" .)").isdecimal() for half in counted)


def _number(row: Row, place: int) -> bool:
    return place < len(row.cells) and row.cells[place].rstrip(" .)").isdecimal()


def _half(row: Row, start: int, end: int) -> Row:
    """Return the cells of a row from one column up to another."""
    return row._replace(
        cells=row.cells[start:end],
        spans=tuple((a - start, b - start) for a, b in row.spans if start <= a and b < end),
        broken=tuple((place - start, lines) for place, lines in row.broken if start <= place < end),
        fonts=row.fonts[start:end],
    )
