"""A column that says of each recipient whether it is a person, a collective or a household."""

from collections.abc import Sequence
from dataclasses import replace

from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.intake.columns import role_of
from thidua_desktop.intake.header import Columns
from thidua_desktop.intake.source import Row

_KINDS = {
    "ca nhan": "person",
    "cn": "person",
    "tap the": "collective",
    "tt": "collective",
    "ho gia dinh": "household",
    "gia dinh": "household",
    "ho": "household",
    "hgd": "household",
}
_NAMING = frozenset(("name", "collective", "household", "unit_or_name"))
_LEAST = 2


def kind_said(row: Row, columns: Columns) -> str:
    """Return the kind the column of kinds says of a row, "" where there is none."""
    place = columns.kind_at
    return _KINDS.get(_plain(row.cells[place]), "") if 0 <= place < len(row.cells) else ""


def with_kinds(columns: Columns, below: Sequence[Row]) -> Columns:
    """Return the columns with that of kinds set apart; where it was taken for the names, these are found."""
    name = columns.places["name"]
    told = [row for row in below if len(row.filled()) > _LEAST]
    for place in (name, *(place for place, _ in columns.unknown)):
        if not _tells_kinds(place, told):
            continue
        left = tuple(one for one in columns.unknown if one[0] != place)
        if place != name:
            return replace(columns, kind_at=place, unknown=left)
        real = next((at for at, title in left if role_of(title) in _NAMING), -1)
        if real >= 0:
            left = tuple(one for one in left if one[0] != real)
            return replace(
                columns, places={**columns.places, "name": real}, kind="", kind_at=place, unknown=left
            )
    return columns


def _tells_kinds(place: int, rows: Sequence[Row]) -> bool:
    filled = [row.cells[place] for row in rows if place < len(row.cells) and row.cells[place]]
    return bool(filled) and all(_plain(cell) in _KINDS for cell in filled)


def _plain(cell: str) -> str:
    return fold(cell).strip(" .:")
