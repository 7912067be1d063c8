"""What is entered whole (đã nhập đủ): only for those years a missing row means that there was none."""

from dataclasses import dataclass

from thidua_desktop.domain.about import check_year
from thidua_desktop.domain.errors import Problem

SUBJECTS: dict[str, str] = {
    "award": "Khen thưởng",
    "rating": "Mức độ hoàn thành nhiệm vụ",
    "idea": "Sáng kiến, đề tài",
    "discipline": "Kỷ luật",
    "pledge": "Đăng ký thi đua",
}


@dataclass(frozen=True)
class WholeDraft:
    """Years of a subject that are entered whole; from_start: nothing was before the first year either."""

    subject: str
    first_year: int
    last_year: int
    from_start: bool = False
    note: str = ""


def check(draft: WholeDraft) -> tuple[Problem, ...]:
    """What is wrong with such years as typed."""
    problems = [*check_year(draft.first_year, "first_year"), *check_year(draft.last_year, "last_year")]
    if draft.subject not in SUBJECTS:
        problems.append(Problem("subject", "Chọn loại số liệu đã nhập đủ."))
    if not problems and draft.last_year < draft.first_year:
        problems.append(Problem("last_year", "Năm cuối trước năm đầu."))
    return tuple(problems)
