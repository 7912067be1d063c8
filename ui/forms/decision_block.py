"""A block copied from Excel or Word, brought into the columns of a decision's grid."""

from collections.abc import Mapping, Sequence

from thidua_desktop.domain.vietnamese import fold, same_key
from thidua_desktop.intake.columns import is_column_numbers
from thidua_desktop.intake.header import Columns, find_columns
from thidua_desktop.intake.item_text import split_joined
from ui.forms.decision_lines import recipient_code

Block = Sequence[Sequence[str]]
Cells = dict[str, str]  # texts by column code

_ROLES = {"birth": "birth", "post": "post", "unit": "unit", "title": "title"}
_OWN_AT_LEAST = 3  # titles of the grid's own header that make a row its header
_HONORIFIC = {"nam": "Ông ", "nu": "Bà "}


def arrange(block: Block, titles: Mapping[str, str], left: str) -> list[Cells]:
    """The rows of a block by column code.

    titles are the grid's own, by code; left is the column of the cursor, where a block without a header row
    begins. A leading column of running numbers is left out.
    """
    rows = [list(row) for row in block if any(row)]
    if not rows:
        return []
    own, header = _own_header(rows[0], titles), find_columns(tuple(rows[0]))
    if own and ("name" in own.values() or not header):
        return [_placed(row, own) for row in rows[1:]]
    if header:
        body = (tuple(row) for row in rows[1:])
        return [_named(row, header) for row in body if not is_column_numbers(row)]
    return _in_order(rows, list(titles), left)


def _own_header(row: Sequence[str], titles: Mapping[str, str]) -> dict[int, str]:
    codes = {same_key(title): code for code, title in titles.items()}
    found = {place: codes[same_key(cell)] for place, cell in enumerate(row) if same_key(cell) in codes}
    return found if len(found) >= _OWN_AT_LEAST else {}


def _placed(row: Sequence[str], places: Mapping[int, str]) -> Cells:
    return {code: row[place] for place, code in places.items() if place < len(row)}


def _named(row: tuple[str, ...], header: Columns) -> Cells:
    cells = {code: text for role, code in _ROLES.items() if (text := header.cell(row, role))}
    name = " ".join(filter(None, (header.cell(row, "family"), header.cell(row, "name"))))
    cells["name"] = _with_gender(name, row, header)
    if header.kind:
        cells["recipient"] = header.kind
    joined = header.cell(row, "joined")
    if joined:
        item = split_joined(joined)
        cells |= {"post": item.post, "unit": item.unit}
    said = [text for role in ("citation", "note") if (text := header.cell(row, role))]
    return cells | {"citation": "; ".join(said)}


def _with_gender(name: str, row: tuple[str, ...], header: Columns) -> str:
    """Put what a column of genders tells before the name, as a list without one has it."""
    told = fold(header.cell(row, "gender"))
    if header.cell(row, "female") and not header.cell(row, "male"):
        told = "nu"
    elif header.cell(row, "male") and not header.cell(row, "female"):
        told = "nam"
    return _HONORIFIC.get(told, "") + name if name else ""


def _in_order(rows: list[list[str]], codes: list[str], left: str) -> list[Cells]:
    """Cells as they stand, from the column of the cursor on; a birth is a number of its own."""
    start = codes.index(left)
    if len(rows[0]) > 1:
        if left != "birth" and _are_running_numbers([row[0] for row in rows]):
            rows = [row[1:] for row in rows]
        if start == 0 and not all(not row[0] or recipient_code(row[0]) for row in rows):
            start = 1
    return [dict(zip(codes[start:], row, strict=False)) for row in rows]


def _are_running_numbers(texts: Sequence[str]) -> bool:
    """Whether this is a column of STT; a row without one may stand among them."""
    told = [text.strip(" .)") for text in texts if text.strip()]
    return bool(told) and all(text.isdecimal() for text in told)
