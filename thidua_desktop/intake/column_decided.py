"""A column of what a council decided, beside one of what was proposed: where each cell names an award."""

import re
from collections.abc import Iterable
from dataclasses import replace

from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.intake.header import Columns, NamesAward
from thidua_desktop.intake.source import Row

_DECIDED = re.compile(r"\b(?:hoi dong|hd)\b.*\b(?:xet|duyet|cong nhan)\b(?!.*\b(?:de nghi|khong|chua)\b)")


def with_decided(columns: Columns, below: Iterable[Row], names_award: NamesAward) -> Columns:
    """Return the columns with the one of awards a council decided, where none else tells them."""
    if columns.awards or "title" in columns.places:
        return columns
    found = [place for place, title in columns.unknown if _DECIDED.search(fold(title))]
    if len(found) != 1:
        return columns
    rows = [row for row in below if columns.cell(row.cells, "place") and columns.cell(row.cells, "name")]
    cells = [row.cells[found[0]] if found[0] < len(row.cells) else "" for row in rows]
    if not cells or not all(map(names_award, cells)):
        return columns
    unknown = tuple((place, title) for place, title in columns.unknown if place != found[0])
    return replace(columns, places=columns.places | {"title": found[0]}, unknown=unknown)
