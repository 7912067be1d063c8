"""What a row of a list of a year says where several columns tell the same thing, each of its year or not."""

from collections.abc import Collection, Iterator

from thidua_desktop.intake.roles import DECIDING, WORDS
from thidua_desktop.intake.source import Row
from thidua_desktop.intake.yearly_header import YearlyHeader
from thidua_desktop.intake.yearly_values import number_in

DOUBT = "doubt"
_DIFFERENT = (
    "Dòng ghi khác nhau ở các cột cùng là “{}” ({}): giữ một cột, cột kia chọn “Bỏ qua” ở thẻ Cột, hoặc ghi "
    "năm trên từng cột."
)


def several_columns(
    row: Row, header: YearlyHeader, subject: str
) -> Iterator[tuple[int | None, dict[str, str]]]:
    """Give each year told by a column of its own, None where none is, with the cells of a subject by role.

    The columns are read together where none says its year: one that is filled, or all alike. Where they
    differ the cells hold a DOUBT.
    """
    deciding = {role for role, of in DECIDING.items() if of == subject}
    found = {
        year for role, places in header.alike.items() if role in deciding for year in places.values() if year
    }
    roles = {role for role in header.alike if role in deciding or (found and role not in DECIDING)}
    years: list[int | None] = [*sorted(found)]
    told = [(year, _of_year(row, header, year, roles)) for year in years or [None]]
    filled = [(year, cells) for year, cells in told if any(map(cells.get, deciding))]
    yield from filled or told[-1:]


def _of_year(row: Row, header: YearlyHeader, year: int | None, roles: Collection[str]) -> dict[str, str]:
    cells: dict[str, str] = {}
    for role in roles:
        places = header.alike[role]
        own = [place for place, of_year in places.items() if of_year == year]
        if role not in DECIDING:
            cells[role] = next(filter(None, (_at(row, place) for place in own)), "")
            continue
        said = {words: place for place in own or places if (words := _at(row, place))}
        joined = role == "pledge" and len(said) > 1
        cells[role] = "; ".join(said) if joined else next(iter(said), "")
        if role == "members" and (whole := _sum([_at(row, place) for place in places])):
            cells[role] = whole
        elif len(said) > 1 and not joined:
            cells[DOUBT] = _DIFFERENT.format(WORDS[role], "; ".join(said))
    return cells


def _sum(cells: list[str]) -> str:
    """The count the others are parts of, "" where none is their sum."""
    counts = [number_in(cell) or 0 for cell in cells]
    return cells[counts.index(max(counts))] if counts and max(counts) * 2 == sum(counts) else ""


def _at(row: Row, place: int) -> str:
    return row.cells[place] if place < len(row.cells) else ""
