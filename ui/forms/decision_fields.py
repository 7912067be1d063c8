"""The head of a decision as fields, for the panel and for the form, and its way to the records and back."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from thidua_desktop.db import Session
from thidua_desktop.domain.campaign import CampaignDraft
from thidua_desktop.domain.catalogue import AWARD_TYPES
from thidua_desktop.domain.decision import AwardDraft, DecisionDraft, Stated
from thidua_desktop.domain.level import LEVELS
from thidua_desktop.records.decisions import DecisionRow
from thidua_desktop.services import campaigns
from ui.forms.stated_field import StatedField
from ui.forms.suggestions import suggest_campaigns, suggest_events
from ui.tasks import Tasks
from ui.widgets.fields import ChoiceField, DateField, Field, LookupField, NumberField, TextField
from ui.widgets.suggest import Picked, asking

_LAUNCHED = "Chưa có trong sổ: sẽ thêm phong trào mới khi lưu."
_LEVELS_OF_CAMPAIGNS = {"commune", "district", "province", "ministry", "pm"}


def head_fields(tasks: Tasks) -> tuple[Field, ...]:
    """What stands on the paper before its list."""
    return (
        TextField("number", "Số quyết định", required=True, placeholder="215/QĐ-UBND"),
        DateField("decided_on", "Ngày ký", required=True),
        ChoiceField("level", "Cấp ban hành", options=tuple(LEVELS.items()), empty=None),
        TextField("authority", "Cơ quan ban hành", placeholder="Chủ tịch UBND huyện …"),
        TextField("signer", "Người ký"),
        TextField("signer_post", "Chức vụ người ký", placeholder="Chủ tịch"),
        ChoiceField("type", "Loại hình", options=tuple(AWARD_TYPES.items()), empty=None),
        NumberField("year", "Năm đạt thành tích", grouped=False, tip="Để trống: lấy năm ký quyết định"),
        LookupField(
            "campaign",
            "Phong trào",
            suggest=asking(tasks, suggest_campaigns),
            allow_new=True,
            new_note=_LAUNCHED,
        ),
        LookupField("event", "Hội nghị, sự kiện", suggest=asking(tasks, suggest_events)),
    )


def list_fields(label: str = "Số ghi trên quyết định") -> tuple[Field, ...]:
    """What the paper states of its list, so that what is missing is seen; and a note."""
    return (StatedField("stated", label, wide=True), TextField("note", "Ghi chú"))


def stated_fields() -> tuple[Field, ...]:
    """The same totals one under the other, for a form of a single column."""
    tip = "Con số ghi trên quyết định; để trống khi giấy không ghi"
    return (
        NumberField("persons", "Ghi số cá nhân", tip=tip),
        NumberField("collectives", "Ghi số tập thể", tip=tip),
        NumberField("households", "Ghi số hộ", tip=tip),
        NumberField("total", "Ghi tổng số lượt", tip=tip),
    )


def stated(values: Mapping[str, Any]) -> Stated:
    """The totals of stated_fields."""
    return Stated(values["persons"], values["collectives"], values["households"], values["total"])


def head_values(row: DecisionRow) -> dict[str, Any]:
    """What the fields show of a decision kept."""
    return {
        "number": row.number,
        "decided_on": row.decided_on,
        "level": row.level,
        "authority": row.authority,
        "signer": row.signer,
        "signer_post": row.signer_post,
        "type": row.type,
        "year": row.year,
        "campaign": Picked(row.campaign_id, row.campaign),
        "event": Picked(row.event_id, row.event),
        "stated": row.stated,
        "note": row.note,
    }


def decision_draft(values: Mapping[str, Any], awards: tuple[AwardDraft, ...] = ()) -> DecisionDraft:
    """The head as typed, over these awards; a campaign not known yet is left out."""
    return DecisionDraft(
        number=values["number"],
        decided_on=values["decided_on"],
        level=values["level"],
        authority=values["authority"],
        signer=values["signer"],
        signer_post=values["signer_post"],
        type=values["type"],
        year=values["year"],
        campaign_id=values["campaign"].id,
        event_id=values["event"].id,
        stated=values["stated"],
        note=values["note"],
        awards=awards,
    )


def with_campaign(session: Session, draft: DecisionDraft, campaign: Picked) -> DecisionDraft:
    """The same draft under its campaign, launched now when nobody has entered it yet."""
    if campaign.id is not None or not campaign.text:
        return draft
    level = draft.level if draft.level in _LEVELS_OF_CAMPAIGNS else "district"
    launched = campaigns.launch(session, CampaignDraft(campaign.text, level=level))
    return replace(draft, campaign_id=launched)


def following_year(before: DecisionDraft, after: DecisionDraft) -> Callable[[AwardDraft], AwardDraft]:
    """What makes awards that bore the decision's old year bear its new one; others keep their own."""
    old = before.year or (before.decided_on.year if before.decided_on else None)
    new = after.year or (after.decided_on.year if after.decided_on else None)

    def follow(award: AwardDraft) -> AwardDraft:
        return replace(award, year=new) if award.year == old else award

    return follow
