"""Whether the name of a row of a list of a year is one, where its cell has several lines."""

from collections.abc import Mapping

from thidua_desktop.intake.many_names import UNCLEAR, groups_of
from thidua_desktop.intake.name_lines import may_be_one_name, may_be_two_people
from thidua_desktop.intake.source import Row


def names_unclear(row: Row, columns: Mapping[str, int]) -> str:
    """Say why it cannot be told how many people the lines of a name are, "" where it is one."""
    broken = dict(row.broken)
    lines = next((broken[place] for place in map(columns.get, ("name", "household")) if place in broken), ())
    groups = groups_of(lines)
    birth = columns.get("birth", -1)
    has_one_birth = 0 <= birth < len(row.cells) and bool(row.cells[birth]) and birth not in broken
    if len(lines) < 2 or (has_one_birth and (len(groups) < 2 or may_be_one_name(lines))):
        return ""
    unclear = len(groups) > 1 or may_be_two_people(lines, more=False)
    return UNCLEAR.format(" / ".join(lines)[:60]) if unclear else ""
