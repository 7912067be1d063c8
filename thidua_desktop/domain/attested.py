"""What no record can tell and the officer states of a recipient: sub-kinds, ticks, figures."""

from dataclasses import dataclass
from datetime import date

from thidua_desktop.domain.about import About, check_about, check_year
from thidua_desktop.domain.errors import Problem

KIND = "kind"
"""The key of a sub-kind of recipient; its value is the code of the kind."""

MEMBERS = "members"
"""The key under which the number of a unit's members in a year is stated."""
MEETING_ON = "meeting_on"
"""The key for the day of the meeting that judged a household or a hamlet; its value is the ISO day."""
WOMEN = "women_share"
"""The key under which the part of a unit's members who are women is stated."""
REPORT_ON = "report_on"
"""The key for the day the report of what somebody did was made; its value is the ISO day."""
PENDING = "pending"
"""The key for a case of discipline, inquiry or complaint still open."""
KEYS: dict[str, str] = {
    KIND: "Đối tượng theo luật",
    MEMBERS: "Số thành viên của tập thể",
    MEETING_ON: "Ngày họp bình xét",
    REPORT_ON: "Ngày lập báo cáo thành tích",
    WOMEN: "Tỷ lệ nữ trong tập thể (%)",
    PENDING: "Đang xem xét kỷ luật, điều tra, xác minh đơn thư",
    "contribution_vnd": "Trị giá đóng góp (đồng)",
    "score": "Tổng số điểm",
    "score_weakest": "Tiêu chí thấp nhất đạt (%)",
    "meeting_came": "Tỷ lệ dự họp (%)",
    "meeting_agreed": "Tỷ lệ đồng ý (%)",
    "service_years": "Số năm phục vụ, công tác",
    "profession_years": "Số năm trong nghề",
    "contribution_years": "Số năm cống hiến, xây dựng",
    "model_years": "Số năm có mô hình sản xuất ổn định",
    "tenure": "Số năm giữ chức vụ",
    "direct_years": "Trong đó số năm trực tiếp làm nghề",
}
DAYS = frozenset({MEETING_ON, REPORT_ON})
"""The keys answered with a day."""


@dataclass(frozen=True)
class AttestedDraft:
    """One statement: key as the conditions of law name it, value as kept; year None: for every year."""

    about: About
    key: str
    value: str
    year: int | None = None
    document: str = ""


def read(value: str) -> bool | float | None:
    """A value as the conditions look at it: yes, no or a figure; None for anything else."""
    if value in ("yes", "no"):
        return value == "yes"
    try:
        return float(value)
    except ValueError:
        return None


def read_day(value: str) -> date | None:
    """A value as a day; None for anything else."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def check(draft: AttestedDraft) -> tuple[Problem, ...]:
    """What is wrong with a statement."""
    problems = list(check_about(draft.about, households=True))
    if draft.year is not None:
        problems += check_year(draft.year)
    if not draft.key:
        problems.append(Problem("key", "Chưa chọn điều cần xác nhận."))
    if draft.key in DAYS:
        if read_day(draft.value) is None:
            problems.append(Problem("value", f"{KEYS[draft.key]}: ghi ngày, tháng, năm."))
    elif draft.key != KIND and read(draft.value) is None:
        problems.append(Problem("value", "Trả lời có, không, hoặc ghi một con số."))
    return tuple(problems)
