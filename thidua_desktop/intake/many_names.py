"""A cell that names several recipients, one below the other, as a table of units has them."""

import re
from collections.abc import Callable, Iterator, Sequence

from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.intake.couples import couple_in
from thidua_desktop.intake.header import Columns
from thidua_desktop.intake.name_cell import NAMING
from thidua_desktop.intake.name_lines import EDGES, LEAD, is_whole_name, may_be_one_name, may_be_two_people
from thidua_desktop.intake.post_words import starts_as_post
from thidua_desktop.intake.source import Row
from thidua_desktop.intake.unit_words import is_locality, starts_as_unit

_NUMBERED = re.compile(r"(\d{1,3})\s*[.)/]\s*(?=[^\W\d])")
_LED = re.compile(
    r"(?:[-–+*•]\s*)?(?:(?:ông|bà|đ/c|đồng chí|anh|chị)\b\.?:?\s+|hộ (?:ông|bà)\s+)", re.IGNORECASE
)
_BETWEEN = re.compile(r"\s*[,;]\s*|\s+[-–]\s+")
_COUPLE = "Ô chủ hộ ghi nhiều tên (“{}”) mà chưa rõ là một hay nhiều hộ: tách mỗi hộ thành một dòng."
UNCLEAR = "Ô họ tên ghi nhiều dòng (“{}”) mà chưa rõ là một hay nhiều người: tách mỗi người thành một dòng."

_NOT_DEALT = (
    "Ô “{}” có nhiều dòng bên cạnh nhiều tên mà chưa rõ dòng nào của ai: tách mỗi người thành một dòng."
)
_OF_WHOM = (
    "Ô họ tên ghi nhiều người mà “{}” bên cạnh chỉ có một, chưa rõ của ai: tách mỗi người thành một dòng."
)
_ONE_HOUSEHOLD = "Vợ chồng ghi trong một ô được hiểu là một hộ"
_BIRTHS = ("birth", "birth_male", "birth_female")
_OF_ONE = (*_BIRTHS, "gender")  # no two people of a row have them in common
_OF_ALL = frozenset(("", "note", "citation"))
_WRAPPED = frozenset(("post", "unit", "joined"))  # cells one text of which may take several lines
_SIDE_BY_SIDE = (
    "Hai ô cạnh nhau đều có các dòng đánh số, như hai danh sách: tách mỗi danh sách thành một bảng rồi nhập."
)


def recipients_in(row: Row, columns: Columns, *, of_households: bool) -> Sequence[tuple[Row, str]]:
    """Return the rows of the recipients a row names, with what was concluded; the row alone where it has one.

    Lines that go on with the recipient above them (post, unit) stay with him. The other cells hold for all of
    them, or, where they have as many lines that are each whole, each line for one.
    """
    place = next((columns.places[role] for role in NAMING if role in columns.places), -1)
    lines = dict(row.broken).get(place, ())
    groups = groups_of(lines)
    couple = of_households or columns.kind == "household"
    if len(groups) > 1 and couple and not _NUMBERED.match(lines[0]):
        return (_as_household(row, columns, place, lines),)
    if len(groups) < 2 or (may_be_one_name(lines) and not _dealt_births(row, columns, len(groups))):
        unclear = not row.doubt and not _has_one_birth(row, columns) and _may_be_several(lines, columns)
        return ((row._replace(doubt=UNCLEAR.format(" / ".join(lines)[:60])) if unclear else row, ""),)
    dealt, unclear_ = _dealt(row, columns, place, len(groups))
    if unclear_:
        return ((row._replace(doubt=row.doubt or unclear_), ""),) * len(groups)
    said = f"Ô ghi {len(groups)} đối tượng, mỗi dòng một đối tượng"
    return [(_alone(row, place, group, number, dealt), said) for number, group in enumerate(groups)]


def _as_household(row: Row, columns: Columns, place: int, lines: Sequence[str]) -> tuple[Row, str]:
    """Return the row of a couple as one household where its number stands beside it, else asked."""
    couple = couple_in(lines)
    if not couple or columns.places.get("place", -2) + 1 != place:
        return row._replace(doubt=row.doubt or _COUPLE.format(" / ".join(lines)[:60])), ""
    cells = (*row.cells[:place], couple, *row.cells[place + 1 :])
    broken = tuple(one for one in row.broken if one[0] != place)
    return row._replace(cells=cells, broken=broken), _ONE_HOUSEHOLD


def _has_one_birth(row: Row, columns: Columns) -> bool:
    """Whether the one birth of a row shows that it is one person's."""
    births = [
        place for role in _BIRTHS if columns.cell(row.cells, role) and (place := columns.places[role]) >= 0
    ]
    return len(births) == 1 and births[0] not in dict(row.broken)


def _dealt_births(row: Row, columns: Columns, count: int) -> bool:
    """Whether there is a birth for each of the lines of names."""
    births = dict(row.broken).get(columns.places.get("birth", -1), ())
    return len(births) == count and all(map(_DEALT["birth"], births))


def _dealt(row: Row, columns: Columns, place: int, count: int) -> tuple[frozenset[int], str]:
    """Return the columns beside several names whose lines are each for one, or why that is not known."""
    roles = {column: role for role, column in columns.places.items()}
    found = set()
    for column, lines in _others(row, place):
        role = roles.get(column, "")
        if all(map(_NUMBERED.match, lines)):
            return frozenset(), _SIDE_BY_SIDE
        if len(lines) == count and role in _DEALT and all(map(_DEALT[role], lines)):
            found.add(column)
        elif role in _WRAPPED and not all(map(_DEALT[role], lines[1:])):
            continue  # one text over several lines
        elif role not in _OF_ALL:
            return frozenset(), _NOT_DEALT.format(" / ".join(lines)[:60])
    of_one = (columns.cell(row.cells, role) for role in _OF_ONE if columns.places.get(role, -1) not in found)
    alone = next(filter(None, of_one), "")
    return frozenset(found), _OF_WHOM.format(alone[:20]) if alone else ""


def _is_own_unit(line: str) -> bool:
    return starts_as_unit(line) and not is_locality(line)


_DEALT: dict[str, Callable[[str], bool]] = {
    "post": starts_as_post,
    "unit": _is_own_unit,
    "joined": starts_as_post,
    "birth": lambda line: line[-4:].isdecimal(),
    "gender": lambda line: fold(line).strip(" .") in {"nam", "nu"},
    "year": str.isdecimal,
}
"""What a line of a cell beside several names looks like where it is one man's whole."""


def groups_of(lines: Sequence[str]) -> list[list[str]]:
    """Part lines at those that begin a recipient by its number, by Ông or Bà, or by being a whole name."""
    if len(lines) < 2:
        return []
    numbers = [int(found[1]) if (found := _NUMBERED.match(line)) else 0 for line in lines]
    counted = [number for number in numbers if number]
    if numbers[0] and counted == list(range(numbers[0], numbers[0] + len(counted))):
        return _parted(lines, [bool(number) for number in numbers])
    if _LED.match(lines[0]):
        return _parted(lines, [bool(_LED.match(line)) for line in lines])
    return [[line] for line in lines] if all(map(is_whole_name, lines)) else []


def _may_be_several(lines: Sequence[str], columns: Columns) -> bool:
    """Tell whether the lines of a name may be those of two people: none is surely a part of the other."""
    if len(lines) < 2:
        return False
    if columns.kind == "collective":
        return all(map(starts_as_unit, lines)) and len({fold(line.split()[0]) for line in lines}) == 1
    return may_be_two_people(lines, more=columns.more_in_name)


def _parted(lines: Sequence[str], begins: Sequence[bool]) -> list[list[str]]:
    groups: list[list[str]] = []
    for line, first in zip(lines, begins, strict=True):
        if first:
            groups.append([])
        groups[-1].append(line)
    return groups


def _alone(row: Row, place: int, group: Sequence[str], number: int, dealt: frozenset[int]) -> Row:
    """Return the row as that of one recipient: its name in one line, what else is told of it below."""
    first = LEAD.sub("", group[0]).strip(EDGES)
    name, *more = _BETWEEN.split(first, maxsplit=1)
    own = (name, *more, *group[1:])
    cells, broken = list(row.cells), []
    for column, lines in _others(row, place):
        if column in dealt:
            cells[column] = lines[number].strip(EDGES)
        else:
            broken.append((column, lines))
    cells[place] = " ".join(own) if len(own) == 1 else f"{name}, {', '.join(own[1:])}"
    if len(own) > 1:
        broken.append((place, own))
    return row._replace(cells=tuple(cells), broken=tuple(sorted(broken)))


def _others(row: Row, place: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    return ((column, lines) for column, lines in row.broken if column != place)
