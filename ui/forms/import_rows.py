"""The rows of a list understood, as lines of a grid to correct, and back."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.domain.recipient import GENDERS, RECIPIENTS
from thidua_desktop.domain.titles import TitleBook
from thidua_desktop.intake.reading import CandidateAward
from ui.widgets.grid_model import GridColumn

Row = dict[str, Any]


def columns(kinds: Sequence[tuple[str, str]], book: TitleBook) -> tuple[GridColumn, ...]:
    """The columns of the grid; kinds are the catalogue's codes and labels."""

    def match(text: str) -> str:
        found = book.find(text)
        return found.code if found else ""

    return (
        GridColumn("row", "Dòng", 50, tip="Số dòng trong tệp"),
        GridColumn("recipient", "Đối tượng", 90, "choice", tuple(RECIPIENTS.items()), default="person"),
        GridColumn("name", "Họ và tên, tên tập thể", 220),
        GridColumn(
            "gender", "Giới", 70, "choice", tuple((code, label) for code, label in GENDERS.items() if code)
        ),
        GridColumn("birth", "Năm sinh", 80),
        GridColumn("post", "Chức vụ", 170),
        GridColumn("unit", "Đơn vị", 230),
        GridColumn("award", "Danh hiệu, hình thức", 210, "choice", tuple(kinds), match),
        GridColumn("year", "Năm", 60),
    )


def to_row(award: CandidateAward) -> Row:
    """A candidate as a line of the grid."""
    return {
        "row": str(award.row),
        "recipient": award.recipient,
        "name": award.name,
        "gender": award.gender,
        "birth": str(award.birth or ""),
        "post": award.post,
        "unit": award.unit,
        "award": award.award or "",
        "year": str(award.year or ""),
    }


def problems(rows: Sequence[Mapping[str, Any]]) -> dict[tuple[int, str], str]:
    """Cells that cannot be read, each with a sentence."""
    found: dict[tuple[int, str], str] = {}
    for place, row in enumerate(rows):
        if not row["name"].strip():
            found[place, "name"] = "Chưa có tên người hoặc tập thể được khen."
        if not row["award"]:
            found[place, "award"] = "Chưa rõ danh hiệu, hình thức khen thưởng."
        if row["year"] and not row["year"].isdigit():
            found[place, "year"] = "Năm gồm bốn chữ số."
        try:
            _birth(row["birth"])
        except ValueError as error:
            found[place, "birth"] = str(error)
    return found


def to_awards(
    rows: Sequence[Mapping[str, Any]], known: Sequence[CandidateAward], sheet: str
) -> tuple[CandidateAward, ...]:
    """Lines of the grid as candidates; what the grid does not show stays as it was read."""
    by_row = {str(award.row): award for award in known}
    return tuple(_award(row, by_row.get(row["row"]), sheet) for row in rows)


def _award(row: Mapping[str, Any], known: CandidateAward | None, sheet: str) -> CandidateAward:
    before = known or CandidateAward(sheet, 0, "person", "", None, None)
    return replace(
        before,
        recipient=row["recipient"],
        name=row["name"],
        gender=row["gender"],
        birth=_birth_or_none(row["birth"]),
        post=row["post"],
        unit=row["unit"],
        award=row["award"] or None,
        year=int(row["year"]) if row["year"].isdigit() else None,
    )


def _birth(text: str) -> PartialDate | None:
    return PartialDate.parse(text) if text.strip() else None


def _birth_or_none(text: str) -> PartialDate | None:
    try:
        return _birth(text)
    except ValueError:
        return None
