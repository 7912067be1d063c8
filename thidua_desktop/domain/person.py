"""People and households who are commended, and the posts people hold."""

from dataclasses import dataclass

from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.recipient import GENDERS


@dataclass(frozen=True)
class PostDraft:
    """A post held: title, unit (kept or only written) and dates as precisely as known."""

    title: str
    unit_id: int | None = None
    unit_written: str = ""
    since: PartialDate | None = None
    until: PartialDate | None = None


@dataclass(frozen=True)
class PersonDraft:
    """A person as typed; citizen_id, ethnicity and party_member stay empty unless switched on in settings."""

    name: str
    birth: PartialDate | None = None
    gender: str = ""
    note: str = ""
    posts: tuple[PostDraft, ...] = ()
    citizen_id: str = ""
    ethnicity: str = ""
    party_member: bool | None = None


@dataclass(frozen=True)
class HouseholdDraft:
    """A household as typed: the name of its head as on the decision, where it lives."""

    name: str
    unit_id: int | None = None
    address: str = ""
    note: str = ""


def check(draft: PersonDraft) -> tuple[Problem, ...]:
    """What is wrong with a person as typed, field by field."""
    problems = []
    if not draft.name.strip():
        problems.append(Problem("name", "Chưa nhập họ và tên."))
    if len(draft.name) > 200:
        problems.append(Problem("name", "Họ và tên dài quá 200 chữ: xem lại có dán nhầm ô không."))
    if draft.gender not in GENDERS:
        problems.append(Problem("gender", "Giới tính chỉ nhận Nam, Nữ hoặc để trống."))
    if draft.citizen_id and not (draft.citizen_id.isdigit() and len(draft.citizen_id) in {9, 12}):
        problems.append(Problem("citizen_id", "Số CCCD gồm 12 chữ số (CMND 9 chữ số)."))
    for post in draft.posts:
        if post.since and post.until and post.until.surely_before(post.since):
            problems.append(Problem("posts", f"Chức vụ “{post.title}”: ngày thôi trước ngày giữ."))
    return tuple(problems)


def check_household(draft: HouseholdDraft) -> tuple[Problem, ...]:
    """What is wrong with a household as typed."""
    return () if draft.name.strip() else (Problem("name", "Chưa nhập tên chủ hộ."),)


def births_agree(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Tell whether two births can be of one person: what both tell is the same."""
    if one is None or other is None:
        return True
    pairs = ((one.year, other.year), (one.month, other.month), (one.day, other.day))
    return all(a == b for a, b in pairs if a is not None and b is not None)


def finer_birth(known: PartialDate | None, told: PartialDate | None) -> PartialDate | None:
    """Return the birth known, or the one told where it says more and nothing else."""
    if known is None or (
        told is not None and births_agree(known, told) and len(told.iso()) > len(known.iso())
    ):
        return told
    return known
