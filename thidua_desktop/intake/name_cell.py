"""The cell of a name: its parts in several columns, or together with post and unit in one."""

import re
from collections.abc import Mapping, Sequence

from thidua_desktop.intake.header import Columns
from thidua_desktop.intake.item_text import Item, split_joined
from thidua_desktop.intake.post_words import starts_as_post
from thidua_desktop.intake.source import Row
from thidua_desktop.intake.unit_words import names_unit, starts_as_unit

NAMING = {"name": "person", "collective": "collective", "household": "household"}
_AFTER_NAME = re.compile(r"\s*(?:[,;]|\s[-–]\s)\s*")
_BIRTH = re.compile(
    r"\(?(?:(?:sinh|ngày|năm|sn)[\s:.]*)*((?:\d{1,2}[/.\-]){0,2}(?:19|20)\d\d)\b\)?", re.IGNORECASE
)
_IN_PARENTHESES = re.compile(r"([^()]+?)\s*\(([^()]+)\)")
_ANOTHER = re.compile(
    r"(?:và\s+|cùng\s+)?(?:(?:[Ôô]ng|[Bb]à|[Vv]ợ|[Cc]hồng)\s+\S|(?:[^\W\d_a-z]\w*\s+){2}[^\W\d_a-z]\w*)"
)
_BORN = re.compile(r"(?:\d{1,2}[/.-]){0,2}(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d")
_EDGES = " ,;-–"
_GIVEN_ONLY = "Cột Tên chỉ ghi “{}”, cột bên trái ghi “{}” mà chưa rõ là gì: chỉ tên cột ở thẻ Cột."


def move_out_of_name(row: Row, cells: dict[str, str], columns: Columns) -> tuple[str, ...]:
    """Move what a name cell tells of birth, post and unit to their own cells, and say what was concluded.

    What the title of the column does not announce counts only on a line of its own that begins as a post or
    a unit does.
    """
    broken = dict(row.broken)
    if joined := broken.get(columns.places.get("joined", -1), ()):
        cells["joined"] = _unwrapped(joined)
    lines = broken.get(columns.places["name"], ())
    name = cells.get("name", "")
    first, rest = (lines[0].strip(_EDGES), " ".join(lines[1:])) if lines else _at_dash_or_comma(name)
    if not rest or starts_as_unit(first) or len(first.split()) < 2:
        return ()
    told = starts_as_post(rest) or names_unit(rest)
    more = columns.more_in_name or (told and not lines and columns.tells_no_unit)
    if (lines and not told and not more) or not (lines or more):
        return ()
    if not told and _ANOTHER.match(rest):
        return ()  # a second person, to be asked
    born = _BIRTH.match(rest)
    others = (rest[born.end() :] if born else rest).strip(_EDGES)
    if lines and not told and not born and "," not in rest:
        return ()  # a long name goes on in its second line
    post, unit, said, doubt = split_joined(others)
    if born and not cells.get("birth"):
        cells["birth"] = born[1].strip()
    cells["name"] = first
    cells["post"] = cells.get("post") or (others if doubt else post)
    cells["unit"] = cells.get("unit") or unit
    if not columns.more_in_name:
        said = f"“{rest[:60]}” ở dòng dưới họ tên được hiểu là chức vụ, đơn vị"
    return (said,) if said else ()


def _unwrapped(lines: Sequence[str]) -> str:
    """Return a cell of several lines as one: a comma only where a line begins with a unit of its own."""
    told = lines[0].strip(_EDGES)
    for line in lines[1:]:
        apart = line[0].isupper() and (names_unit(line) or starts_as_post(line))
        told += f", {line.strip(_EDGES)}" if apart else f" {line.strip()}"
    return told


def _at_dash_or_comma(name: str) -> tuple[str, str]:
    if inside := _IN_PARENTHESES.fullmatch(name):
        return inside[1], inside[2]
    found = _AFTER_NAME.search(name)
    return (name[: found.start()], name[found.end() :]) if found else (name, "")


def name_of(row: Row, cells: dict[str, str], columns: Columns) -> tuple[str, str, str]:
    """Return the name, the kind its column tells, and why the name cannot be told."""
    named = [role for role in NAMING if cells.get(role)]
    role = named[0] if named else "name"
    several = len(columns.places.keys() & NAMING.keys()) > 1
    name = cells.get(role, "")
    if family := cells.get("family", ""):
        name = f"{family} {name}".strip()
    beside = columns.rest_of_name if columns.rest_of_name >= 0 else columns.beside_name
    rest = row.cells[beside] if 0 <= beside < len(row.cells) else ""
    if rest and columns.rest_of_name >= 0:
        name = f"{name} {rest}"
    elif (
        " " not in name and (before := columns.before_given) >= 0 and any(map(str.isalpha, row.cells[before]))
    ):
        return name, "", _GIVEN_ONLY.format(name, row.cells[before][:40])
    elif rest and any(map(str.isalpha, rest)):
        return (
            name,
            "",
            f"Cột bên phải cột họ tên không có tiêu đề mà ghi “{rest[:40]}”: ghi tiêu đề (Tên, …).",
        )
    if len(named) > 1 and (set(named) != {"name", "collective"} or cells.get("unit")):
        return name, "", "Dòng ghi nhiều đối tượng (cá nhân, tập thể, hộ): tách mỗi đối tượng thành một dòng."
    kind = columns.kind if role == "name" else ""
    return name, kind or NAMING[role] if several else "", ""


def gender_and_birth(cells: Mapping[str, str]) -> tuple[str, str]:
    """Return what columns of their own for men and women tell, by marks or by the birth written there."""
    gender, birth = cells.get("gender", ""), cells.get("birth", "")
    for role, said in (("male", "nam"), ("female", "nữ")):
        other = "female" if role == "male" else "male"
        if (told := cells.get(role)) and not cells.get(other):
            gender = said
            birth = birth or (told if _BORN.fullmatch(told) else "")
        if (born := cells.get(f"birth_{role}")) and not cells.get(f"birth_{other}"):
            gender, birth = said, born
    return gender, birth


def of_collective(item: Item, kind: str, cells: Mapping[str, str]) -> Item:
    """Take a collective beside a person for the unit."""
    if kind != "person" or item.unit or not cells.get("collective"):
        return item
    said = f"“{cells['collective']}” ở cột tập thể được hiểu là đơn vị"
    return item._replace(unit=cells["collective"], inferred=(*item.inferred, said))
