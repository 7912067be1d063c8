"""The fields of a campaign: phong trào thi đua or cuộc vận động, with all that belongs to it."""

from collections.abc import Mapping, Sequence
from typing import Any

from thidua_desktop.db import Session
from thidua_desktop.domain.campaign import (
    CAMPAIGN_FORMS,
    CAMPAIGN_KINDS,
    MILESTONES,
    CampaignDraft,
    Milestone,
    RoleModel,
)
from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.domain.errors import Problem, Refused
from thidua_desktop.domain.level import LEVELS
from thidua_desktop.records import campaigns, households, units
from thidua_desktop.records.query import ListQuery
from ui.forms.suggestions import suggest_campaigns, suggest_people, suggest_units
from ui.tasks import Tasks
from ui.widgets.fields import (
    ChoiceField,
    Field,
    LinesField,
    LongTextField,
    LookupField,
    PartialDateField,
    TableField,
    TextField,
)
from ui.widgets.grid_model import GridColumn
from ui.widgets.suggest import Picked, Suggestion, asking

_MOST = 6  # suggestions of one kind of recipient
_DAY_TIP = "Ngày, tháng hoặc chỉ năm"
NEW_VALUES = {"form": "campaign", "level": "district", "kind": "thematic"}


def campaign_fields(tasks: Tasks) -> tuple[Field, ...]:
    """The whole form, in the order of the launching document."""
    return (
        TextField("name", "Tên phong trào, cuộc vận động", required=True, wide=True),
        ChoiceField("form", "Hình thức", options=tuple(CAMPAIGN_FORMS.items()), empty=None),
        ChoiceField("level", "Cấp phát động", options=tuple(LEVELS.items()), empty=None),
        ChoiceField("kind", "Loại", options=tuple(CAMPAIGN_KINDS.items()), empty=None),
        LookupField("parent_id", "Thuộc phong trào", suggest=asking(tasks, suggest_campaigns), wide=True),
        PartialDateField("starts", "Bắt đầu", tip=_DAY_TIP),
        PartialDateField("ends", "Kết thúc", tip="Để trống khi còn tiếp tục"),
        TextField("document", "Văn bản phát động", placeholder="Số, ngày kế hoạch, chỉ thị"),
        LinesField("contents", "Nội dung (mỗi dòng một nội dung)", wide=True),
        TableField("milestones", "Các mốc", wide=True, lines=3, columns=_milestone_columns()),
        TableField("units", "Đơn vị tham gia", wide=True, lines=3, columns=_unit_columns(tasks)),
        TableField("role_models", "Điển hình tiên tiến", wide=True, lines=2, columns=_model_columns(tasks)),
        LongTextField("note", "Ghi chú", lines=2),
    )


def campaign_values(session: Session, campaign_id: int) -> dict[str, Any]:
    """What the fields show of a campaign kept."""
    draft = campaigns.draft(session, campaign_id)
    joined = units.rows(session, draft.unit_ids)
    parent = campaigns.get(session, campaign_id).parent
    return {
        "name": draft.name,
        "form": draft.form,
        "level": draft.level,
        "kind": draft.kind,
        "parent_id": Picked(draft.parent_id, parent),
        "starts": draft.starts,
        "ends": draft.ends,
        "document": draft.document,
        "contents": list(draft.contents),
        "units": [{"unit": Picked(row.id, row.name)} for row in joined],
        "milestones": [
            {"kind": step.kind, "on": str(step.on or ""), "note": step.note} for step in draft.milestones
        ],
        "role_models": [
            {"who": Picked(_who(model), model.name), "citation": model.citation}
            for model in campaigns.role_models(session, campaign_id)
        ],
        "note": draft.note,
    }


def campaign_draft(values: Mapping[str, Any]) -> CampaignDraft:
    """The campaign as typed.

    Raises Refused when a unit or role model is not in the records, or a day cannot be read.
    """
    problems: list[Problem] = []
    draft = CampaignDraft(
        name=values["name"],
        form=values["form"],
        level=values["level"],
        kind=values["kind"],
        parent_id=values["parent_id"].id,
        starts=values["starts"],
        ends=values["ends"],
        document=values["document"],
        contents=tuple(values["contents"]),
        unit_ids=_units(values["units"], problems),
        milestones=_milestones(values["milestones"], problems),
        role_models=_role_models(values["role_models"], problems),
        note=values["note"],
    )
    if problems:
        raise Refused(*problems)
    return draft


def suggest_recipients(session: Session, typed: str) -> Sequence[Suggestion]:
    """People, units and households by name; the id tells which: "person:12"."""
    homes = households.rows(session, households.ids(session, ListQuery(search=typed))[:_MOST])
    found = (
        ("person", suggest_people(session, typed)),
        ("unit", suggest_units(session, typed)),
        ("household", [Suggestion(row.id, row.name, f"Hộ gia đình · {row.unit}") for row in homes]),
    )
    return [
        Suggestion(f"{kind}:{one.id}", one.label, one.detail) for kind, some in found for one in some[:_MOST]
    ]


def _milestone_columns() -> tuple[GridColumn, ...]:
    return (
        GridColumn("kind", "Mốc", 92, "choice", options=tuple(MILESTONES.items())),
        GridColumn("on", "Ngày", 92, tip=_DAY_TIP),
        GridColumn("note", "Ghi chú", 140),
    )


def _unit_columns(tasks: Tasks) -> tuple[GridColumn, ...]:
    return (GridColumn("unit", "Đơn vị", 300, "lookup", suggest=asking(tasks, suggest_units)),)


def _model_columns(tasks: Tasks) -> tuple[GridColumn, ...]:
    return (
        GridColumn("who", "Người, đơn vị, hộ", 130, "lookup", suggest=asking(tasks, suggest_recipients)),
        GridColumn("citation", "Thành tích tiêu biểu", 150),
    )


def _who(model: campaigns.RoleModelRow) -> str:
    if model.person_id is not None:
        return f"person:{model.person_id}"
    return f"unit:{model.unit_id}" if model.unit_id is not None else f"household:{model.household_id}"


def _units(rows: Sequence[Mapping[str, Any]], problems: list[Problem]) -> tuple[int, ...]:
    found: dict[int, None] = {}
    for place, row in enumerate(rows):
        if row["unit"].id is None:
            problems.append(_unknown(f"units.{place}.unit", row["unit"].text, "đơn vị"))
        else:
            found[int(row["unit"].id)] = None
    return tuple(found)


def _milestones(rows: Sequence[Mapping[str, Any]], problems: list[Problem]) -> tuple[Milestone, ...]:
    found = []
    for place, row in enumerate(rows):
        on = None
        if not row["kind"]:
            problems.append(Problem(f"milestones.{place}.kind", "Chọn phát động, sơ kết hay tổng kết."))
        try:
            on = PartialDate.parse(row["on"]) if row["on"].strip() else None
        except ValueError as error:
            problems.append(Problem(f"milestones.{place}.on", str(error)))
        found.append(Milestone(row["kind"], on, row["note"]))
    return tuple(found)


def _role_models(rows: Sequence[Mapping[str, Any]], problems: list[Problem]) -> tuple[RoleModel, ...]:
    found = []
    for place, row in enumerate(rows):
        kind, _, record_id = str(row["who"].id or "").partition(":")
        if not record_id:
            field = f"role_models.{place}.who"
            problems.append(_unknown(field, row["who"].text, "cá nhân, đơn vị hay hộ"))
            continue
        link = {f"{kind}_id": int(record_id)}
        found.append(RoleModel(**link, citation=row["citation"]))
    return tuple(found)


def _unknown(field: str, text: str, nouns: str) -> Problem:
    if not text:
        return Problem(field, f"Chưa ghi {nouns} nào ở dòng này.")
    return Problem(field, f"Chưa có {nouns} nào tên “{text}”: chọn một dòng gợi ý, hoặc thêm vào sổ trước.")
