"""Whom a row of a list of a year names: one, or lines that may be one or several."""

from collections.abc import Mapping, Sequence

from thidua_desktop.intake.many_names import UNCLEAR, groups_of
from thidua_desktop.intake.name_lines import may_be_one_name, may_be_two_people
from thidua_desktop.intake.source import Row


def names_in(row: Row, columns: Mapping[str, int], name: str) -> tuple[Sequence[str], str]:
    """Return the name of a row, or why it cannot be told how many people its lines are."""
    broken = dict(row.broken)
    lines = next((broken[place] for place in map(columns.get, ("name", "household")) if place in broken), ())
    groups = groups_of(lines)
    birth = columns.get("birth", -1)
    has_one_birth = 0 <= birth < len(row.cells) and bool(row.cells[birth]) and birth not in broken
    if len(lines) < 2 or (has_one_birth and (len(groups) < 2 or may_be_one_name(lines))):
        return [name], ""
    unclear = len(groups) > 1 or may_be_two_people(lines, more=False)
    return [name], UNCLEAR.format(" / ".join(lines)[:60]) if unclear else ""
