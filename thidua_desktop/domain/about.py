"""Whom a record of a year is about: a person or household with the unit of that day, or a unit itself."""

from dataclasses import dataclass

from thidua_desktop.domain.dates import FIRST_YEAR, LAST_YEAR
from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.recipient import RECIPIENTS

ABOUT: dict[str, str] = {code: RECIPIENTS[code] for code in ("person", "collective")}
"""Who is rated and disciplined."""


@dataclass(frozen=True)
class About:
    """A person or household (unit_id: where they belonged then) or a collective (unit_id alone)."""

    recipient: str
    person_id: int | None = None
    unit_id: int | None = None
    household_id: int | None = None

    @property
    def key(self) -> tuple[str, int | None]:
        """Whom it is about, whatever the unit of that day."""
        of = {"person": self.person_id, "household": self.household_id}
        return self.recipient, of.get(self.recipient, self.unit_id)


def check_about(about: About, *, households: bool = False) -> tuple[Problem, ...]:
    """What is missing of whom a record is about; households are there only where they count."""
    if households and about.recipient == "household":
        return () if about.household_id else (Problem("household", "Chọn hộ trong danh sách gợi ý."),)
    if about.recipient == "person":
        return () if about.person_id else (Problem("person", "Chọn cá nhân trong danh sách gợi ý."),)
    if about.recipient == "collective":
        return () if about.unit_id else (Problem("unit", "Chọn đơn vị trong danh sách gợi ý."),)
    others = ", tập thể hoặc hộ gia đình" if households else " hoặc tập thể"
    return (Problem("recipient", f"Chọn cá nhân{others}."),)


def check_year(year: int | None, field: str = "year") -> tuple[Problem, ...]:
    """What is wrong with a year as typed."""
    if year is None:
        return (Problem(field, "Chưa nhập năm."),)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return (Problem(field, f"Năm {year} không hợp lệ: gõ năm từ {FIRST_YEAR} đến {LAST_YEAR}."),)
    return ()
