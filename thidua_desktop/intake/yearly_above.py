"""What stands above a list of a year: the unit, the commune, the decision and the year of all its rows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.intake import yearly_values as values
from thidua_desktop.intake.columns import hamlet_word
from thidua_desktop.intake.communes import commune_above
from thidua_desktop.intake.heading_unit import ending_title, unit_above
from thidua_desktop.intake.source import Sheet
from thidua_desktop.intake.yearly_header import YearlyHeader
from thidua_desktop.intake.yearly_levels import HeadingLevels, levels_above
from thidua_desktop.intake.yearly_own_office import own_office

_NUMBERED = re.compile(r"^(?:[IVXLC]+|\d{1,3})\s*[.)/:]+\s*")
_DATED = re.compile(r"\bngay\b.*\bthang\b")
_YEAR = re.compile(r"\bnăm(?:\s+học)?\s+((?:19|20)\d\d)(?:\s*[-–]\s*((?:19|20)\d\d))?", re.IGNORECASE)
_SENTENCE = re.compile(r"^(?!ket qua|bao cao|thong bao).*\b(?:thong bao|bao cao|nhu sau|duoi day)\b")
_OWN = "Không có cột đơn vị: lấy theo đầu danh sách là “{}”"
_BARE_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass
class Above:
    """What holds for the rows below, until another unit or year stands above them.

    Attributes:
        hamlet: the word for hamlets that titles the column of units.
        document: the decision the list comes with, in words.
        levels: what the heading says of the level of initiatives.
        of_list: the unit of the whole list, whatever section begins.
        level: the level that stands over the rows below, in words.
        rating: the same of a rating.
        concluded: how the unit of the list was concluded, where no line says it surely.

    """

    unit: str
    commune: str
    hamlet: str
    document: str
    year: int | None
    levels: HeadingLevels = field(default_factory=HeadingLevels)
    of_list: str = ""
    level: str = ""
    rating: str = ""
    concluded: str = ""


def above(sheet: Sheet, header: YearlyHeader) -> Above:
    """Read the lines over the header of a list, and the name of its sheet."""
    lines = [row.text() for row in sheet.rows[: header.place]]
    unit = "" if {"unit", "joined", "collective"} & header.columns.keys() else _unit_over(lines)
    below = sheet.rows[header.place + len(header.rows) :]
    office = "" if unit else own_office(lines, below, header)
    unit = unit or office
    named = _BARE_YEAR.fullmatch(sheet.name.strip())
    return Above(
        unit=unit,
        commune=commune_above((sheet.name, *lines)),
        hamlet=hamlet_word(header.title("unit")),
        document="" if header.subjects == ("pledge",) else values.document_above(lines),
        year=year_told("\n".join(lines)) or (int(named[0]) if named else None),
        levels=levels_above(lines),
        of_list=unit,
        concluded=_OWN.format(office) if office else "",
    )


def _unit_over(lines: Sequence[str]) -> str:
    """The unit above a list, in a line of its own, numbered right over the table, or behind the title."""
    lines = [line for line in lines if not _SENTENCE.search(fold(line))]
    numbered = [_NUMBERED.sub("", line) for line in lines[-1:]]
    return unit_above([*lines[:-1], *numbered]) or ending_title(lines)


def year_told(text: str) -> int | None:
    """Return the year a heading is of, that of its day only where it tells no other."""
    lines = [line for line in text.splitlines() if not _DATED.search(fold(line))]
    found = _YEAR.search("\n".join(lines)) or _YEAR.search(text)
    return int(found[2] or found[1]) if found else None
