"""Whom a row of a list of a year names: one, each of its authors, or lines that may be one or several."""

import re
from collections.abc import Mapping, Sequence

from thidua_desktop.intake.many_names import UNCLEAR, groups_of
from thidua_desktop.intake.name_lines import EDGES, LEAD, may_be_one_name, may_be_two_people
from thidua_desktop.intake.source import Row

_SEVERAL = re.compile(r"\s*[;\n]\s*|\s*,\s*|\s+(?:và|&)\s+")


def names_in(
    row: Row, columns: Mapping[str, int], name: str, *, of_authors: bool
) -> tuple[Sequence[str], str]:
    """Return the names of a row, or why it cannot be told how many people its lines are."""
    broken = dict(row.broken)
    lines = next(
        (broken[place] for place in map(columns.get, ("name", "authors", "household")) if place in broken), ()
    )
    groups = groups_of(lines)
    if of_authors and len(groups) > 1 and not may_be_one_name(lines):
        return [LEAD.sub("", " ".join(group)).strip(EDGES) for group in groups], ""
    names = list(filter(None, map(str.strip, _SEVERAL.split(name)))) if of_authors else [name]
    birth = columns.get("birth", -1)
    has_one_birth = 0 <= birth < len(row.cells) and bool(row.cells[birth]) and birth not in broken
    if len(names) > 1 or len(lines) < 2 or (has_one_birth and (len(groups) < 2 or may_be_one_name(lines))):
        return names, ""
    unclear = len(groups) > 1 or may_be_two_people(lines, more=False)
    return names, UNCLEAR.format(" / ".join(lines)[:60]) if unclear else ""
