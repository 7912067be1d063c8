"""A pledge (đăng ký thi đua): the title a person or a unit strives for in a year."""

from dataclasses import dataclass
from datetime import date

from thidua_desktop.domain.about import About, check_about, check_year
from thidua_desktop.domain.errors import Problem


@dataclass(frozen=True)
class PledgeDraft:
    """A pledge as typed; award is the catalogue's code."""

    about: About
    year: int
    award: str
    pledged_on: date | None = None
    note: str = ""


def check(draft: PledgeDraft) -> tuple[Problem, ...]:
    """What is wrong with a pledge as typed."""
    problems = [*check_about(draft.about, households=True), *check_year(draft.year)]
    if not draft.award:
        problems.append(Problem("award", "Chọn danh hiệu đăng ký trong danh sách gợi ý."))
    return tuple(problems)
