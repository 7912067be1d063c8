"""The award catalogue: titles (danh hiệu) and forms (hình thức) kept apart, and the types of commendation."""

from dataclasses import dataclass
from datetime import date

from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.recipient import RECIPIENTS

AWARD_TYPES: dict[str, str] = {
    "merit": "Công trạng",
    "thematic": "Phong trào thi đua (chuyên đề)",
    "sudden": "Đột xuất",
    "dedication": "Quá trình cống hiến",
    "seniority": "Niên hạn",
    "foreign": "Đối ngoại",
    "resistance": "Kháng chiến",
}
CATEGORIES: dict[str, str] = {"title": "Danh hiệu thi đua", "form": "Hình thức khen thưởng"}


@dataclass(frozen=True)
class AwardKindDraft:
    """A title or form as typed; law is the citation, status "seen" or "unverified" (chưa đối chiếu)."""

    code: str
    name: str
    category: str
    recipients: tuple[str, ...]
    levels: tuple[str, ...] = ()
    short: str = ""
    group: str = ""
    annual: bool = False
    valid_from: date | None = None
    valid_to: date | None = None
    law: str = ""
    status: str = "unverified"
    synonyms: tuple[str, ...] = ()


def check(draft: AwardKindDraft) -> tuple[Problem, ...]:
    """What is wrong with a title or form as typed."""
    problems = []
    if not draft.code or not all(c.isascii() and (c.isalnum() or c == "_") for c in draft.code):
        problems.append(Problem("code", "Mã chỉ gồm chữ không dấu, số và dấu gạch dưới, ví dụ GK_XA."))
    if not draft.name.strip():
        problems.append(Problem("name", "Chưa nhập tên danh hiệu hoặc hình thức."))
    if draft.category not in CATEGORIES:
        problems.append(Problem("category", "Chọn danh hiệu thi đua hoặc hình thức khen thưởng."))
    if not draft.recipients or any(r not in RECIPIENTS for r in draft.recipients):
        problems.append(Problem("recipients", "Chọn ít nhất một đối tượng: cá nhân, tập thể, hộ gia đình."))
    return tuple(problems)
