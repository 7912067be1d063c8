"""How much of a year a person worked: months employed, days of leave, training."""

from dataclasses import dataclass, replace

from thidua_desktop.domain.about import check_year
from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.vietnamese import same_key


@dataclass(frozen=True)
class WorkYearDraft:
    """A year of work as typed; None: not known. Maternity leave is not counted among the days of leave."""

    person_id: int | None
    year: int
    months: int | None = None
    leave_days: int | None = None
    training: str = ""
    note: str = ""


def completed(kept: WorkYearDraft, told: WorkYearDraft) -> WorkYearDraft | None:
    """What is kept of a year with what a list tells beside it; None where the two differ."""
    figures = ((kept.months, told.months), (kept.leave_days, told.leave_days))
    if any(None not in pair and pair[0] != pair[1] for pair in figures):
        return None
    months, leave = (there if there is not None else listed for there, listed in figures)
    return replace(
        kept,
        months=months,
        leave_days=leave,
        training=_joined(kept.training, told.training),
        note=_joined(kept.note, told.note),
    )


def _joined(kept: str, told: str) -> str:
    known = f"; {same_key(told)};" in f"; {same_key(kept)};"
    return kept if known else "; ".join(filter(None, (kept, told)))


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
