"""Rows of one file that say different things of one year of one recipient: none of them is taken."""

from collections.abc import Iterator, Sequence

from thidua_desktop.domain.about import About
from thidua_desktop.domain.vietnamese import clean, same_key
from thidua_desktop.intake.reading import CandidateYear

_SAYS = "Tệp ghi {} của {} khác nhau ở các dòng {}: chưa ghi dòng nào, sửa cho khớp rồi nhập lại."


def clashes(rows: Sequence[CandidateYear], whose: Sequence[About], nouns: dict[str, str]) -> dict[int, str]:
    """Return why a row clashes with others of its file, by its place among them."""
    told: dict[tuple[object, ...], dict[object, list[int]]] = {}
    for place, (row, about) in enumerate(zip(rows, whose, strict=True)):
        for key, value in _told(row, about):
            told.setdefault((row.subject, *key), {}).setdefault(value, []).append(place)
    found: dict[int, str] = {}
    for values in told.values():
        places = sorted(place for same in values.values() for place in same)
        if len(values) > 1:
            found |= {place: _why(rows, places, place, nouns) for place in places}
    return found


def _told(row: CandidateYear, about: About) -> Iterator[tuple[tuple[object, ...], object]]:
    """What a row says of what, as far as two rows can differ in it."""
    if row.subject in {"rating", "members"}:
        yield (about.key, row.year), row.code
    elif row.subject == "discipline":
        yield (about.key, row.code, row.starts), row.ends
    elif row.subject == "idea":
        yield (same_key(clean(row.text)), row.year), row.code
    elif row.subject == "work_year":
        figures = {"months": row.months, "leave": row.leave_days}
        yield from (
            ((about.key, row.year, of), figure) for of, figure in figures.items() if figure is not None
        )


def _why(rows: Sequence[CandidateYear], places: Sequence[int], place: int, nouns: dict[str, str]) -> str:
    row = rows[place]
    sheets = {rows[other].sheet for other in places}
    named = (
        f"{rows[one].row} ({rows[one].sheet})" if len(sheets) > 1 else str(rows[one].row) for one in places
    )
    what = nouns[row.subject] + (f" năm {row.year}" if row.year else "")
    whom = f"“{row.text[:60]}”" if row.subject == "idea" else row.name
    return _SAYS.format(what, whom, ", ".join(dict.fromkeys(named)))
