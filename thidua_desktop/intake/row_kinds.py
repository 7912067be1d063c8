"""What a row of a table is: a recipient without a number, a signature, or more words on the row above."""

import re

from thidua_desktop.intake import line_kinds
from thidua_desktop.intake.columns import counts
from thidua_desktop.intake.header import Columns
from thidua_desktop.intake.name_cell import NAMING
from thidua_desktop.intake.name_lines import is_whole_name
from thidua_desktop.intake.post_words import is_office
from thidua_desktop.intake.source import Row
from thidua_desktop.intake.unit_words import names_block, names_unit, starts_as_unit

_FEW = 2  # cells of a line: its numeral and its words
_NUMERAL = re.compile(r"(?:[IVXLC]+|[A-HĐ])\s*[.)]?")
_NUMBERING = re.compile(r"^(?:[IVXLC]+|[A-HĐ])\s*[.)/\-:]+\s*")
_FIGURE = re.compile(r"\d[\d.,\s]*(?:đồng|đ|m2|ha)?", re.IGNORECASE)
_BULLET = re.compile(r"[-–+*•]")


def is_placed(row: Row, columns: Columns) -> bool:
    """Tell whether a name stands beside a unit: that is no signature."""
    return bool(columns.cell(row.cells, "name")) and starts_as_unit(columns.cell(row.cells, "unit"))


def is_unnumbered(row: Row, columns: Columns, *, of_collectives: bool) -> bool:
    """Tell whether a row without a number names a recipient; names abreast are signatures."""
    filled = row.filled()
    named = any(columns.cell(row.cells, role) for role in (*NAMING, "family"))
    if not named or (len(filled) > 1 and all(map(is_whole_name, filled))):
        return False
    if "place" not in columns.places:
        return True
    if len(filled) == 1 and of_collectives:
        return starts_as_unit(filled[0])
    place, words = columns.cell(row.cells, "place"), columns.cell(row.cells, "name").split()
    office = len(words) > 1 and not starts_as_unit(words[0]) and all(word.islower() for word in words[1:])
    return len(filled) > 1 and not office and (not place or bool(_BULLET.fullmatch(place)))


def signing(row: Row, columns: Columns) -> str:
    """Return the cell that begins the signatures; "KT" or "Đã ký" beside a name is none."""
    name = columns.cell(row.cells, "name")
    return next(filter(line_kinds.is_signing, (name,) if name else row.filled()), "")


def is_signed_below(row: Row, columns: Columns) -> bool:
    """Tell whether a row below a list holds nothing but offices, over the names of those who sign."""
    filled = row.filled()
    if not all(is_office(cell) or line_kinds.is_signing(cell) for cell in filled):
        return False
    if len(filled) > 1:
        return True
    own = {columns.places.get(role, -1) for role in ("post", "joined")}  # may go on with the row above
    place = next(place for place, cell in enumerate(row.cells) if cell)
    return "place" in columns.places and place not in own and not line_kinds.section_of(filled[0])


def tells_of_row_above(row: Row, columns: Columns) -> bool:
    """Tell whether the one filled cell goes on with what the row above says in a column of its own."""
    place = next(place for place, cell in enumerate(row.cells) if cell)
    own = {columns.places.get(role, -1) for role in ("citation", "note", "title", "decision", "number")}
    return place > columns.places.get("name", 0) and (place in own or place in dict(columns.unknown))


def without_measures(row: Row, columns: Columns) -> str:
    """Return the text of a row without the numbers of columns of money, areas, points."""
    measures = {place for place, title in columns.unknown if title and not counts(title)}
    return " ".join(
        cell
        for place, cell in enumerate(row.cells)
        if cell and not (place in measures and _FIGURE.fullmatch(cell))
    )


def unit_beside_units(row: Row, columns: Columns) -> str:
    """Return the unit a row names alone in a table that has a column of units, "" for any other row."""
    filled = row.filled()
    if "unit" not in columns.places or columns.kind or len(filled) > _FEW:
        return ""
    at = max((place for place, cell in enumerate(row.cells) if cell), default=-1)
    if at < 0 or at > columns.places["name"]:
        return ""  # a row that lost its name
    text = _NUMBERING.sub("", filled[-1]).strip(" :.;")
    alone = len(filled) == 1 or bool(_NUMERAL.fullmatch(filled[0]))
    if not alone or line_kinds.section_of(text) or line_kinds.is_signature(text) or names_block(text):
        return ""
    return text if names_unit(text) and not line_kinds.is_likely_title(text) else ""
