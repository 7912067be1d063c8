"""Inherited totals (số liệu kế thừa): figures without names, standing beside detailed rows."""

from dataclasses import dataclass
from datetime import date

from thidua_desktop.domain.decision import MOST
from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.level import LEVELS
from thidua_desktop.domain.recipient import RECIPIENTS


@dataclass(frozen=True)
class TotalDraft:
    """A total as typed: times (lượt) of one award or a group of awards given one figure.

    start..end is the period the figure speaks of; a report counts it when that period lies wholly in its own.
    """

    times: int
    awards: tuple[str, ...]
    recipient: str
    level: str
    start: date
    end: date
    source: str
    event_id: int | None = None
    unit_id: int | None = None
    campaign_id: int | None = None
    type: str = ""
    note: str = ""


def check(draft: TotalDraft) -> tuple[Problem, ...]:
    """What is wrong with an inherited total as typed."""
    problems = []
    if draft.times <= 0:
        problems.append(Problem("times", "Số lượt phải lớn hơn 0."))
    elif draft.times > MOST:
        problems.append(Problem("times", "Số lượt quá lớn: xem lại các chữ số."))
    if not draft.awards:
        problems.append(Problem("awards", "Chưa chọn danh hiệu hoặc hình thức khen thưởng."))
    if draft.recipient not in RECIPIENTS:
        problems.append(Problem("recipient", "Chọn cá nhân, tập thể hoặc hộ gia đình."))
    if draft.level not in LEVELS:
        problems.append(Problem("level", "Chưa chọn cấp khen."))
    if draft.end < draft.start:
        problems.append(Problem("end", "Ngày cuối kỳ trước ngày đầu kỳ."))
    if not draft.source.strip():
        problems.append(Problem("source", "Chưa ghi nguồn số liệu: tên báo cáo, ngày tháng."))
    return tuple(problems)
