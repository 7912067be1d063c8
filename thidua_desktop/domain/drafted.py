"""A decision drafted from what the council agreed to: it has neither number nor day until it is signed."""

from dataclasses import dataclass

from thidua_desktop.domain.about import check_year
from thidua_desktop.domain.catalogue import AWARD_TYPES
from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.level import LEVELS


@dataclass(frozen=True)
class DraftedDraft:
    """The head of a decision to be signed."""

    name: str
    year: int
    level: str = "district"
    authority: str = ""
    signer: str = ""
    signer_post: str = ""
    type: str = "merit"
    campaign_id: int | None = None
    note: str = ""


def check(draft: DraftedDraft) -> tuple[Problem, ...]:
    """What is wrong with a draft."""
    problems = list(check_year(draft.year))
    if not draft.name.strip():
        problems.append(Problem("name", "Chưa nhập trích yếu của dự thảo."))
    if draft.level not in LEVELS:
        problems.append(Problem("level", "Chưa chọn cấp ban hành."))
    if draft.type not in AWARD_TYPES:
        problems.append(Problem("type", "Chưa chọn loại hình khen thưởng."))
    return tuple(problems)
