"""Columns known by their cells: what a council decided beside what was proposed, the level of each award."""

import re
from collections.abc import Iterable
from dataclasses import replace

from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.intake.header import Columns, NamesAward
from thidua_desktop.intake.source import Row

_DECIDED = re.compile(r"\b(?:hoi dong|hd)\b.*\b(?:xet|duyet|cong nhan)\b(?!.*\b(?:de nghi|khong|chua)\b)")
_LEVEL_TITLES = frozenset(("cap", "cap khen", "cap khen thuong"))
_LEVEL = re.compile(r"\W*(?:cap )?(?:tinh|huyen|xa|thanh pho|thi xa|quan|phuong|thi tran)\W*")


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
    return _known(columns, found[0], "title")


def with_levels(columns: Columns, below: Iterable[Row]) -> Columns:
    """Return the columns with the one titled Cấp as who gave each award, where each cell tells that."""
    found = [place for place, title in columns.unknown if fold(title).strip(" .:") in _LEVEL_TITLES]
    if len(found) != 1 or "authority" in columns.places:
        return columns
    rows = [row for row in below if columns.cell(row.cells, "name") and found[0] < len(row.cells)]
    cells = {row.cells[found[0]] for row in rows if row.cells[found[0]]}
    if not cells or not all(_LEVEL.fullmatch(fold(cell)) for cell in cells):
        return columns
    return _known(columns, found[0], "authority")


def _known(columns: Columns, found: int, role: str) -> Columns:
    unknown = tuple((place, title) for place, title in columns.unknown if place != found)
    return replace(columns, places=columns.places | {role: found}, unknown=unknown)
