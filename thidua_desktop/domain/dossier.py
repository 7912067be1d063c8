"""Nomination dossiers (hồ sơ đề nghị): whom a unit proposes for what, their papers and states."""

from dataclasses import dataclass
from datetime import date

from thidua_desktop.domain.about import check_year
from thidua_desktop.domain.catalogue import AWARD_TYPES
from thidua_desktop.domain.errors import Problem

STATES: dict[str, str] = {
    "received": "Đã nhận",
    "appraised": "Đã thẩm định",
    "council": "Trình Hội đồng",
    "submitted": "Trình cấp có thẩm quyền",
    "decided": "Đã có quyết định",
    "returned": "Trả lại",
}
DAYS: dict[str, str] = {
    "consulted": "Gửi lấy ý kiến hiệp y",
    "answered": "Nhận ý kiến hiệp y",
    "published": "Công khai lấy ý kiến",
    "notified": "Thông báo kết quả",
}
"""Days noted beside the steps; they bring a dossier to no state."""
FOLLOWS: dict[str, str] = {"answered": "consulted"}
"""The day that comes before another."""
STANDINGS: dict[str, str] = {
    "": "Chưa thẩm định",
    "kept": "Đồng ý như đề nghị",
    "raised": "Nâng mức",
    "lowered": "Hạ mức",
    "rejected": "Không đồng ý",
}
PROPOSED = frozenset({"kept", "raised", "lowered"})
"""Standings with which a nomination goes on."""
VOTED_DOWN = "voted_down"
"""The result of a nomination the council did not agree to."""


@dataclass(frozen=True)
class PaperDraft:
    """One paper of the checklist: whether it is there, and the article that asks for it."""

    name: str
    there: bool = False
    cite: str = ""
    note: str = ""


@dataclass(frozen=True)
class NominationDraft:
    """A recipient proposed; award is the catalogue's code, id that of a nomination already kept.

    For a collective unit_id is the collective itself, else where the recipient worked or lives.
    """

    award: str
    recipient: str = "person"
    name: str = ""
    person_id: int | None = None
    unit_id: int | None = None
    household_id: int | None = None
    post: str = ""
    unit_written: str = ""
    citation: str = ""
    id: int | None = None


@dataclass(frozen=True)
class DossierDraft:
    """A dossier as typed: number and day of the unit's submission, the day it came in, what for."""

    unit_id: int | None
    received_on: date | None
    year: int
    number: str = ""
    submitted_on: date | None = None
    type: str = "merit"
    campaign_id: int | None = None
    note: str = ""
    nominations: tuple[NominationDraft, ...] = ()
    papers: tuple[PaperDraft, ...] = ()


def check(draft: DossierDraft) -> tuple[Problem, ...]:
    """What is wrong with a dossier as typed; fields of nominations are "nominations.<row>.<field>"."""
    problems = list(check_year(draft.year))
    if not draft.unit_id:
        problems.append(Problem("unit", "Chọn đơn vị trình trong danh sách gợi ý."))
    if draft.received_on is None:
        problems.append(Problem("received_on", "Chưa nhập ngày nhận hồ sơ."))
    elif draft.submitted_on and draft.received_on < draft.submitted_on:
        problems.append(Problem("received_on", "Ngày nhận trước ngày của tờ trình."))
    if draft.type not in AWARD_TYPES:
        problems.append(Problem("type", "Chưa chọn loại hình khen thưởng."))
    for place, one in enumerate(draft.nominations):
        at, line = f"nominations.{place}", f"Dòng {place + 1}"
        if not one.award:
            problems.append(Problem(f"{at}.award", f"{line}: chưa chọn danh hiệu, hình thức."))
        if not (one.name.strip() or one.person_id or one.household_id or one.unit_id):
            problems.append(Problem(f"{at}.name", f"{line}: chưa có người, tập thể được đề nghị."))
    return tuple(problems)
