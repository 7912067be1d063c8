"""How much of a year a person worked: months employed, days of leave, training."""

from dataclasses import dataclass

from thidua_desktop.domain.about import check_year
from thidua_desktop.domain.errors import Problem


@dataclass(frozen=True)
class WorkYearDraft:
    """A year of work as typed; None: not known. Maternity leave is not counted among the days of leave."""

    person_id: int | None
    year: int
    months: int | None = None
    leave_days: int | None = None
    training: str = ""
    note: str = ""


def check(draft: WorkYearDraft) -> tuple[Problem, ...]:
    """What is wrong with a year of work as typed."""
    problems = list(check_year(draft.year))
    if not draft.person_id:
        problems.append(Problem("person", "Chọn cá nhân trong danh sách gợi ý."))
    if draft.months is not None and not 0 <= draft.months <= 12:
        problems.append(Problem("months", "Số tháng làm việc trong năm từ 0 đến 12."))
    if draft.leave_days is not None and not 0 <= draft.leave_days <= 366:
        problems.append(Problem("leave_days", "Số ngày nghỉ trong năm từ 0 đến 366."))
    if draft.months is None and draft.leave_days is None and not draft.training.strip():
        problems.append(Problem("months", "Nhập số tháng làm việc, số ngày nghỉ hoặc việc đào tạo."))
    return tuple(problems)
