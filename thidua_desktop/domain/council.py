"""The council (Hội đồng Thi đua - Khen thưởng): its members, its meetings, the ballots."""

from dataclasses import dataclass
from datetime import date

from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.level import LEVELS

ROLES: dict[str, str] = {
    "chair": "Chủ tịch Hội đồng",
    "first_vice": "Phó Chủ tịch thứ nhất",
    "vice": "Phó Chủ tịch",
    "standing": "Ủy viên thường trực",
    "member": "Ủy viên",
    "secretary": "Thư ký",
}


@dataclass(frozen=True)
class MemberDraft:
    """A member with the office held and the role in the council."""

    name: str
    post: str = ""
    role: str = "member"


@dataclass(frozen=True)
class CouncilDraft:
    """A council as typed; document is the decision that set it up."""

    name: str
    level: str = "district"
    document: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    members: tuple[MemberDraft, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class MeetingDraft:
    """A meeting as typed; members is the total membership on that day, present those who came.

    absent: who did not come, and why, one a line.
    """

    council_id: int | None
    held_on: date | None
    members: int | None
    present: int | None = None
    place: str = ""
    note: str = ""
    absent: str = ""

    @property
    def absentees(self) -> tuple[str, ...]:
        """Who did not come, a line each."""
        return tuple(filter(None, map(str.strip, self.absent.splitlines())))


@dataclass(frozen=True)
class BallotDraft:
    """The votes on one nomination: in the room, and written ones of absent members; None: not counted yet."""

    nomination_id: int
    yes: int | None = None
    no: int | None = None
    written_yes: int | None = None
    written_no: int | None = None

    @property
    def for_(self) -> int | None:
        """All votes in favour; None before they are counted."""
        return None if self.yes is None else self.yes + (self.written_yes or 0)

    @property
    def cast(self) -> int:
        """All votes cast."""
        return sum(count or 0 for count in (self.yes, self.no, self.written_yes, self.written_no))


def check_council(draft: CouncilDraft) -> tuple[Problem, ...]:
    """What is wrong with a council as typed."""
    problems = []
    if not draft.name.strip():
        problems.append(Problem("name", "Chưa nhập tên Hội đồng."))
    if draft.level not in LEVELS:
        problems.append(Problem("level", "Chưa chọn cấp."))
    if draft.valid_from and draft.valid_to and draft.valid_to < draft.valid_from:
        problems.append(Problem("valid_to", "Ngày hết hiệu lực trước ngày thành lập."))
    for place, member in enumerate(draft.members):
        if not member.name.strip():
            problems.append(Problem(f"members.{place}.name", f"Dòng {place + 1}: chưa có họ tên."))
        if member.role not in ROLES:
            problems.append(Problem(f"members.{place}.role", f"Dòng {place + 1}: chưa chọn vai trò."))
    return tuple(problems)


def check_meeting(draft: MeetingDraft) -> tuple[Problem, ...]:
    """What is wrong with a meeting as typed."""
    problems = []
    if not draft.council_id:
        problems.append(Problem("council", "Chọn Hội đồng."))
    if draft.held_on is None:
        problems.append(Problem("held_on", "Chưa nhập ngày họp."))
    if not draft.members or draft.members < 1:
        problems.append(Problem("members", "Nhập tổng số thành viên Hội đồng."))
    elif draft.present is not None and not 0 <= draft.present <= draft.members:
        problems.append(Problem("present", "Số có mặt lớn hơn tổng số thành viên."))
    elif draft.absentees and (gap := _absence_gap(draft, draft.members)):
        problems.append(Problem("absent", gap))
    return tuple(problems)


def _absence_gap(draft: MeetingDraft, members: int) -> str:
    named = len(draft.absentees)
    away = members if draft.present is None else members - draft.present
    if named > away or (draft.present is not None and named < away):
        return f"Ghi {named} người vắng mặt mà có mặt {draft.present or 0}/{members}: sửa một trong hai chỗ."
    return ""


def check_ballot(ballot: BallotDraft, members: int, present: int | None) -> tuple[Problem, ...]:
    """What is wrong with the votes on one nomination."""
    counts = (ballot.yes, ballot.no, ballot.written_yes, ballot.written_no)
    if any(count is not None and count < 0 for count in counts):
        return (Problem("yes", "Số phiếu không thể âm."),)
    room = (ballot.yes or 0) + (ballot.no or 0)
    if present is not None and room > present:
        return (Problem("yes", f"Có {room} phiếu tại cuộc họp mà chỉ {present} thành viên có mặt."),)
    if ballot.cast > members:
        return (Problem("yes", f"Có {ballot.cast} phiếu mà Hội đồng chỉ có {members} thành viên."),)
    return ()
