"""Whether an office that gathers the lists of others, named above a list, lists its own people there."""

import re
from collections.abc import Sequence

from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.intake import yearly_sections as sections
from thidua_desktop.intake.name_case import unit_case
from thidua_desktop.intake.source import Row
from thidua_desktop.intake.unit_words import starts_as_unit
from thidua_desktop.intake.yearly_header import YearlyHeader

_GATHERS = re.compile(r"phong (?:noi vu|gd|giao duc)\b")
_OF_ANY = r"van thu|ke toan(?: vien| truong)?|nhan vien|can su|thu quy|lai xe|tap vu|bao ve|phuc vu"
_OF_OFFICE = r"(?:pho )?truong phong|chuyen vien(?: chinh| cao cap)?|thanh tra vien(?: chinh)?"
_POST = re.compile(rf"{_OF_ANY}|{_OF_OFFICE}")
_SURE = re.compile(_OF_OFFICE)
_HEADS = 1  # of one office
_TOLD_APART = frozenset(("unit", "joined", "collective", "commune", "household"))


def own_office(above: Sequence[str], below: Sequence[Row], header: YearlyHeader) -> str:
    """Return the office above a list whose every post is one of such an office, "" for any other list."""
    name, post = (header.columns.get(role, -1) for role in ("name", "post"))
    if name < 0 or post < 0 or _TOLD_APART & header.columns.keys():
        return ""
    named = [line.split(" | ")[0].strip(" .:;") for line in above]
    office = next((line for line in named if starts_as_unit(line) and _GATHERS.match(fold(line))), "")
    if not office or any(map(_opens, below)):
        return ""
    posts: dict[str, set[str]] = {}
    for row in below:
        if post < len(row.cells) and row.cells[name] and not sections.heads_rows(row):
            posts.setdefault(row.cells[name], set()).add(fold(row.cells[post]).strip(" ."))
    told = [(found - {""}) or {""} for found in posts.values()]
    own = all(_POST.fullmatch(one) for found in told for one in found)
    sure = any(_SURE.fullmatch(one) for found in told for one in found)
    heads = sum("truong phong" in found for found in told)
    return unit_case(office) if own and sure and heads <= _HEADS else ""


def _opens(row: Row) -> bool:
    return sections.heads_rows(row) and starts_as_unit(row.filled()[-1])
