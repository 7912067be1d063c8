"""Campaigns: phong trào thi đua and cuộc vận động, with their own dates whatever the report's period."""

from dataclasses import dataclass

from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.level import LEVELS

CAMPAIGN_FORMS: dict[str, str] = {"campaign": "Phong trào thi đua", "drive": "Cuộc vận động"}
CAMPAIGN_KINDS: dict[str, str] = {"regular": "Thường xuyên", "thematic": "Chuyên đề"}
MILESTONES: dict[str, str] = {"launch": "Phát động", "interim": "Sơ kết", "final": "Tổng kết"}


@dataclass(frozen=True)
class Milestone:
    """Launch, interim or final review of a campaign."""

    kind: str
    on: PartialDate | None = None
    note: str = ""


@dataclass(frozen=True)
class RoleModel:
    """A role model (điển hình tiên tiến) of a campaign: one of person, unit, household; and the citation."""

    person_id: int | None = None
    unit_id: int | None = None
    household_id: int | None = None
    citation: str = ""


@dataclass(frozen=True)
class CampaignDraft:
    """A campaign as typed."""

    name: str
    form: str = "campaign"
    level: str = "district"
    kind: str = "thematic"
    parent_id: int | None = None
    starts: PartialDate | None = None
    ends: PartialDate | None = None
    document: str = ""
    contents: tuple[str, ...] = ()
    unit_ids: tuple[int, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    role_models: tuple[RoleModel, ...] = ()
    note: str = ""


def check(draft: CampaignDraft) -> tuple[Problem, ...]:
    """What is wrong with a campaign as typed, field by field."""
    problems = []
    if not draft.name.strip():
        problems.append(Problem("name", "Chưa nhập tên phong trào."))
    if draft.form not in CAMPAIGN_FORMS:
        problems.append(Problem("form", "Chọn phong trào thi đua hoặc cuộc vận động."))
    if draft.kind not in CAMPAIGN_KINDS:
        problems.append(Problem("kind", "Chọn thường xuyên hoặc chuyên đề."))
    if draft.level not in LEVELS:
        problems.append(Problem("level", "Chưa chọn cấp phát động."))
    if draft.starts and draft.ends and draft.ends.surely_before(draft.starts):
        problems.append(Problem("ends", "Ngày kết thúc trước ngày bắt đầu: xem lại hai ngày."))
    return tuple(problems)
