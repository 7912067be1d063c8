"""Units: communes, offices, schools, forces … with their names of each day."""

from dataclasses import dataclass
from datetime import date

from thidua_desktop.domain.errors import Problem

UNIT_KINDS: dict[str, str] = {
    "district": "Huyện",
    "commune": "Xã, phường, thị trấn",
    "office": "Cơ quan, phòng, ban, đoàn thể",
    "school": "Trường học",
    "force": "Lực lượng vũ trang",
    "hamlet": "Thôn, tổ dân phố",
    "enterprise": "Doanh nghiệp, hợp tác xã",
    "other": "Khác",
}
SUCCESSIONS: dict[str, str] = {
    "renamed": "Đổi tên",
    "merged": "Sáp nhập",
    "split": "Chia tách",
    "dissolved": "Giải thể",
}


@dataclass(frozen=True)
class UnitDraft:
    """A unit as typed."""

    name: str
    kind: str = "other"
    parent_id: int | None = None
    block: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    note: str = ""


@dataclass(frozen=True)
class SuccessionDraft:
    """Old units becoming new ones on a day: renamed, merged, split or dissolved.

    new_ids name units already kept; new_units are made by the act. A dissolved unit may have no successor.
    """

    kind: str
    on: date
    old_ids: tuple[int, ...]
    new_ids: tuple[int, ...] = ()
    new_units: tuple[UnitDraft, ...] = ()
    document: str = ""


def check(draft: UnitDraft) -> tuple[Problem, ...]:
    """What is wrong with a unit as typed, field by field."""
    problems = []
    if not draft.name.strip():
        problems.append(Problem("name", "Chưa nhập tên đơn vị."))
    if draft.kind not in UNIT_KINDS:
        problems.append(Problem("kind", "Chưa chọn loại đơn vị."))
    if draft.valid_from and draft.valid_to and draft.valid_to < draft.valid_from:
        problems.append(Problem("valid_to", "Ngày kết thúc trước ngày bắt đầu: xem lại hai ngày."))
    return tuple(problems)


def check_succession(draft: SuccessionDraft) -> tuple[Problem, ...]:
    """What is wrong with a succession as typed."""
    problems = []
    news = len(draft.new_ids) + len(draft.new_units)
    if draft.kind not in SUCCESSIONS:
        problems.append(Problem("kind", "Chưa chọn hình thức: đổi tên, sáp nhập, chia tách hay giải thể."))
    if not draft.old_ids:
        problems.append(Problem("old_ids", "Chưa chọn đơn vị cũ."))
    if draft.kind != "dissolved" and not news:
        problems.append(Problem("new_ids", "Chưa chọn hoặc nhập đơn vị mới."))
    if draft.kind == "split" and news < 2:
        problems.append(Problem("new_ids", "Chia tách phải có từ hai đơn vị mới trở lên."))
    if draft.kind == "renamed" and (len(draft.old_ids) != 1 or news != 1):
        problems.append(Problem("new_ids", "Đổi tên là một đơn vị cũ thành một tên mới."))
    return tuple(problems)
