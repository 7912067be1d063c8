"""Discipline (kỷ luật) of a person or a unit, and how long it stands."""

from dataclasses import dataclass
from datetime import date

from thidua_desktop.domain.about import About, check_about
from thidua_desktop.domain.errors import Problem

DISCIPLINE_FORMS: dict[str, str] = {
    "khien_trach": "Khiển trách",
    "canh_cao": "Cảnh cáo",
    "ha_bac_luong": "Hạ bậc lương",
    "giang_chuc": "Giáng chức",
    "cach_chuc": "Cách chức",
    "buoc_thoi_viec": "Buộc thôi việc",
    "khac": "Hình thức khác",
}


@dataclass(frozen=True)
class DisciplineDraft:
    """A discipline as typed; ends None: not known to have ended."""

    about: About
    form: str
    starts: date | None
    ends: date | None = None
    document: str = ""
    note: str = ""


def check(draft: DisciplineDraft) -> tuple[Problem, ...]:
    """What is wrong with a discipline as typed."""
    problems = list(check_about(draft.about))
    if draft.form not in DISCIPLINE_FORMS:
        problems.append(Problem("form", "Chưa chọn hình thức kỷ luật."))
    if draft.starts is None:
        problems.append(Problem("starts", "Chưa nhập ngày quyết định kỷ luật có hiệu lực."))
    elif draft.ends is not None and draft.ends < draft.starts:
        problems.append(Problem("ends", "Ngày hết hiệu lực trước ngày có hiệu lực."))
    return tuple(problems)
