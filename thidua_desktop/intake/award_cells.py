"""Columns that tell awards by marks: a column a year (LĐTT, CSTĐCS), a column a title (x, 2017), or both."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.intake.decision_text import reference_in
from thidua_desktop.intake.header import AwardColumn, Columns, NamesAward
from thidua_desktop.intake.heading import year_off
from thidua_desktop.intake.item_text import Item
from thidua_desktop.intake.several import years_in
from thidua_desktop.intake.source import Row

_TICKS = frozenset("xX×✓✔✗☑√vV+*1") | {"có", "Có", "đạt", "Đạt"}
_NOTHING = frozenset(("", "-", "–", "0", "o", "khong", "ko", "k", "/", "khong co", "khong dat"))
_LEAST_COUNT, _LEAST_YEAR = 2, 1900
_NO_MARK = "Không có danh hiệu nào được ghi hay đánh dấu ở dòng này."


def is_tick(cell: str) -> bool:
    """Tell whether a cell is a mark in a column of one title."""
    return cell.strip() in _TICKS


def line_by_line(row: Row, columns: Columns, names_award: NamesAward) -> Row:
    """Return the row with the lines of cells of awards parted where each is an award of its own."""
    cells = list(row.cells)
    places = {one.place for one in columns.awards} | {columns.places.get("title", -1)}
    for place, lines in row.broken:
        if place in places and all(names_award(year_off(line)[0].strip(" .;,(")) for line in lines):
            cells[place] = "; ".join(line.strip(" ;,") for line in lines)
    return row._replace(cells=tuple(cells))


def counting(columns: Columns, rows: Iterable[Row]) -> Columns:
    """Return the columns of awards as columns of counts where a row below holds more than one in any.

    Right of an empty column such numbers are those of another table.
    """
    rows = list(rows)
    if _stand_apart(columns, rows):
        titles = ((one.place, one.title or str(one.year)) for one in columns.awards)
        return replace(columns, awards=(), unknown=(*columns.unknown, *titles))
    places = [column.place for column in columns.awards]
    for row in rows:
        for place in places:
            cell = row.cells[place] if place < len(row.cells) else ""
            if cell.isdecimal() and _LEAST_COUNT <= int(cell) < _LEAST_YEAR:
                return replace(columns, awards=tuple(replace(one, counts=True) for one in columns.awards))
    return columns


def _stand_apart(columns: Columns, rows: Sequence[Row]) -> bool:
    """Tell whether the columns of awards hold numbers alone and an empty column parts them from the list."""
    first, last = min(one.place for one in columns.awards), max(columns.places.values())
    empty = [place for place, title in columns.unknown if not title and last < place < first]
    cells = [row.cells[one.place] for row in rows for one in columns.awards if one.place < len(row.cells)]
    return (
        any(not any(place < len(row.cells) and row.cells[place] for row in rows) for place in empty)
        and all(cell.isdecimal() for cell in cells if cell)
        and any(int(cell) >= _LEAST_COUNT for cell in cells if cell)
    )


def only_counts(columns: Columns, rows: Iterable[Row]) -> bool:
    """Tell whether columns of awards hold nothing but how many there were, in any row below the header."""
    if "title" in columns.places or not any(one.counts for one in columns.awards):
        return False
    places = [one.place for one in columns.awards]
    cells = (row.cells[place] for row in rows for place in places if place < len(row.cells))
    return all(cell.replace(".", "").isdecimal() or fold(cell) in _NOTHING for cell in cells)


def told_by_columns(item: Item, row: Row, columns: Columns, names_award: NamesAward) -> tuple[Item, ...]:
    """Return an item for each award the columns of a row tell; a doubt where a cell cannot be understood."""
    found = [item] if item.title else []
    for column in columns.awards:
        cell = row.cells[column.place] if column.place < len(row.cells) else ""
        if fold(cell) not in _NOTHING:
            found.append(_told(item, column, cell, names_award))
    return tuple(found) or (item._replace(doubt=item.doubt or _NO_MARK),)


def _told(item: Item, column: AwardColumn, cell: str, names_award: NamesAward) -> Item:
    year = str(column.year) if column.year else item.year
    if column.decision and not item.number:
        item = item._replace(number=column.decision, date="")
    if cell in _TICKS and not (column.counts and cell.isdecimal()):
        return item._replace(title=column.title, year=year)
    if not column.title:
        return item._replace(title=cell, year=year)
    if years_in(cell):
        if column.year and years_in(cell) != (str(column.year),):
            return _unclear(item, column, cell)
        return item._replace(title=column.title, year=cell)
    if reference_in(f"Quyết định {cell}"):
        return item._replace(title=column.title, year=year, number=cell, date="")
    if names_award(cell):
        return item._replace(title=cell, year=year)
    return _unclear(item, column, cell)


def _unclear(item: Item, column: AwardColumn, cell: str) -> Item:
    title = column.title or str(column.year)
    doubt = f"“{cell[:60]}” ở cột “{title}” không rõ nghĩa: ghi x, năm, hoặc tên danh hiệu."
    return item._replace(title=column.title, doubt=item.doubt or doubt)
