"""The yearly rating (mức độ hoàn thành nhiệm vụ) of a person or a unit."""

from dataclasses import dataclass

from thidua_desktop.domain.about import About, check_about, check_year
from thidua_desktop.domain.errors import Problem

RATINGS: dict[str, str] = {
    "HTXS": "Hoàn thành xuất sắc nhiệm vụ",
    "HTT": "Hoàn thành tốt nhiệm vụ",
    "HT": "Hoàn thành nhiệm vụ",
    "KHT": "Không hoàn thành nhiệm vụ",
}


@dataclass(frozen=True)
class RatingDraft:
    """A rating as typed; document is the paper it stands on."""

    about: About
    year: int
    rating: str
    document: str = ""
    note: str = ""


def check(draft: RatingDraft) -> tuple[Problem, ...]:
    """What is wrong with a rating as typed."""
    problems = [*check_about(draft.about), *check_year(draft.year)]
    if draft.rating not in RATINGS:
        problems.append(Problem("rating", "Chưa chọn mức độ hoàn thành nhiệm vụ."))
    return tuple(problems)
