"""What a row of a list of a year says where several columns tell the same thing, each of its year or not."""

import re
from collections.abc import Collection, Iterator

from thidua_desktop.intake.roles import DECIDING, WORDS
from thidua_desktop.intake.source import Row
from thidua_desktop.intake.yearly_header import YearlyHeader
from thidua_desktop.intake.yearly_other_ratings import plain
from thidua_desktop.intake.yearly_rows import LEAVE_SAID
from thidua_desktop.intake.yearly_values import is_none, number_in

DOUBT = "doubt"
_KIND_OF_LEAVE = re.compile(r"\b(?:phep|om|luong|rieng|ly do|che do|khac)\b")
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
        if role == "leave" and _are_kinds(header, own or list(places)):
            cells |= _added_up(row, header, own or list(places))
            continue
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


def _are_kinds(header: YearlyHeader, places: list[int]) -> bool:
    """Whether columns of leave are of a kind each: phép, ốm, không lương."""
    titles = [plain(header.titles.get(place, ("",))[-1]) for place in places]
    return len(set(titles)) == len(titles) > 1 and all(map(_KIND_OF_LEAVE.search, titles))


def _added_up(row: Row, header: YearlyHeader, places: list[int]) -> dict[str, str]:
    """The days of all kinds of leave together, or the cell that is no number."""
    told = {header.titles[place][-1]: words for place in places if (words := _at(row, place))}
    days = {title: 0 if is_none(words) else number_in(words, ("ngay",)) for title, words in told.items()}
    unread = next((told[title] for title, count in days.items() if count is None), "")
    if unread or not told:
        return {"leave": unread}
    said = ", ".join(f"{title} {count}" for title, count in days.items())
    return {"leave": str(sum(filter(None, days.values()))), LEAVE_SAID: f"Số ngày nghỉ là tổng: {said}"}


def _sum(cells: list[str]) -> str:
    """The count the others are parts of, "" where none is their sum."""
    counts = [number_in(cell) or 0 for cell in cells]
    return cells[counts.index(max(counts))] if counts and max(counts) * 2 == sum(counts) else ""


def _at(row: Row, place: int) -> str:
    return row.cells[place] if place < len(row.cells) else ""
