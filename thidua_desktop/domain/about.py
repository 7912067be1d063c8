"""Whom a record of a year is about: a person, with the unit of that day where known, or a unit itself."""

from dataclasses import dataclass

from thidua_desktop.domain.dates import FIRST_YEAR, LAST_YEAR
from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.recipient import RECIPIENTS

ABOUT: dict[str, str] = {code: RECIPIENTS[code] for code in ("person", "collective")}


@dataclass(frozen=True)
class About:
    """A person (unit_id: where the person worked then) or a collective (unit_id alone)."""

    recipient: str
    person_id: int | None = None
    unit_id: int | None = None


def check_about(about: About) -> tuple[Problem, ...]:
    """What is missing of whom a record is about."""
    if about.recipient == "person":
        return () if about.person_id else (Problem("person", "Chọn cá nhân trong danh sách gợi ý."),)
    if about.recipient == "collective":
        return () if about.unit_id else (Problem("unit", "Chọn đơn vị trong danh sách gợi ý."),)
    return (Problem("recipient", "Chọn cá nhân hoặc tập thể."),)


def check_year(year: int | None, field: str = "year") -> tuple[Problem, ...]:
    """What is wrong with a year as typed."""
    if year is None:
        return (Problem(field, "Chưa nhập năm."),)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return (Problem(field, f"Năm {year} không hợp lệ: gõ năm từ {FIRST_YEAR} đến {LAST_YEAR}."),)
    return ()
