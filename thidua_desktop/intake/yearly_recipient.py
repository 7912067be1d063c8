"""Who a row of a list of a year is about, and what it says of each."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from thidua_desktop.domain.titles import TitleBook
from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.intake import yearly_values as values
from thidua_desktop.intake.award_row import gender_of
from thidua_desktop.intake.commune_offices import beside, named, of_paper, stands_under
from thidua_desktop.intake.item_text import split_joined, who
from thidua_desktop.intake.name_case import post_with_capital, unit_with_capitals, with_capitals
from thidua_desktop.intake.name_cell import gender_and_birth
from thidua_desktop.intake.reading import CandidateYear
from thidua_desktop.intake.serial_dates import birth_written
from thidua_desktop.intake.source import Row
from thidua_desktop.intake.unit_words import starts_as_unit
from thidua_desktop.intake.yearly_above import Above
from thidua_desktop.intake.yearly_header import YearlyHeader
from thidua_desktop.intake.yearly_rows import READERS

_NO_HOUSEHOLD = "Hộ gia đình chỉ đăng ký thi đua, không có xếp loại, kỷ luật, ngày công: xem lại dòng này."

_NO_OWN_NAME = re.compile(
    r"(?:tap the|don vi|co quan|nha truong|ca nhan)(?: (?:don vi|co quan|nha truong|phong))?\W*"
)
_NAMES_NOBODY = "“{}” không phải tên riêng của ai: ghi họ tên hoặc tên đơn vị{}."


def concluded(
    row: Row,
    sheet: str,
    name: str,
    cells: Mapping[str, str],
    year: int | None,
    around: Above,
    header: YearlyHeader,
    book: TitleBook,
    *,
    subject: str,
) -> Iterator[tuple[CandidateYear, str]]:
    """The candidates of one recipient in a row, each with why it cannot be taken."""
    told, doubt = _recipient(row, name, cells, around, header)
    base = replace(
        told,
        sheet=sheet,
        subject=subject,
        year=year,
        document=_document_of(cells, around, header, subject),
    )
    alien = _NO_HOUSEHOLD if base.recipient == "household" and subject != "pledge" else ""
    if _NO_OWN_NAME.fullmatch(fold(base.name)):
        of_list = f" (đầu danh sách là “{around.unit}”)" if around.unit else ""
        alien = _NAMES_NOBODY.format(base.name, of_list)
    for candidate, reason in READERS[subject](base, cells, book):
        yield candidate, alien or doubt or reason


def _recipient(
    row: Row, name: str, cells: Mapping[str, str], around: Above, header: YearlyHeader
) -> tuple[CandidateYear, str]:
    """Return whom a row names, and why that cannot be told."""
    post, unit = cells.get("post", ""), cells.get("unit", "")
    doubt = ""
    unit, _ = beside(unit, cells.get("commune", ""), around.hamlet)
    if "joined" in cells:
        post, unit, _, doubt = split_joined(cells["joined"])
    known = who(name, unit or around.unit)
    name, told, gender, birth, unit, rank, _ = known
    post = ", ".join(filter(None, (rank, post)))
    home = told == "household" or (name == cells.get("household") and not starts_as_unit(name))
    only = not {"name", "authors", "household"} & header.columns.keys()
    collective = told == "collective" or only or (not told and starts_as_unit(name) and not post)
    if row.repaired:
        name = unit_with_capitals(name) if collective else with_capitals(name)
        post, unit = post_with_capital(post), unit_with_capitals(unit)
    told_gender, told_birth = gender_and_birth(cells)
    born, unread = birth_written(told_birth or birth) if told_birth or birth else (None, "")
    kind = "household" if home else "collective" if collective else "person"
    told_apart = cells.get("unit") or cells.get("commune") or stands_under(name, around.unit)
    own = "" if collective and not told_apart else unit  # the one above is none it is a part of
    unit, placed = of_paper(own, name, around.commune, kind) if around.commune else (own, "")
    name = named(name, unit) if collective else name
    found = CandidateYear(
        sheet="",
        row=row.number,
        subject="",
        recipient=kind,
        name=name,
        year=None,
        gender=gender_of(told_gender) or gender,
        birth=born,
        post=post,
        unit=unit,
        note=cells.get("note", ""),
        inferred=tuple(filter(None, (unread, placed, around.concluded))),
    )
    return found, doubt


def _document_of(cells: Mapping[str, str], around: Above, header: YearlyHeader, subject: str) -> str:
    """The decision of a row, that of the list only for what a list of several things is first of."""
    number = cells.get("number", "") or cells.get("decision", "")
    first = "rating" if "rating" in header.subjects else header.subjects[0]
    of_list = around.document if subject == first else ""
    return values.document_in(number, cells.get("date", ""))[0] or of_list
