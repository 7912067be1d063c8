"""The fields of an event: hội nghị with its delegates, speeches and what was launched there."""

from collections.abc import Mapping
from typing import Any

from thidua_desktop.db import Session
from thidua_desktop.domain.errors import Problem, Refused
from thidua_desktop.domain.event import Delegate, EventDraft, Speech
from thidua_desktop.records import events
from ui.forms.speeches_field import SpeechesField
from ui.forms.suggestions import suggest_campaigns
from ui.tasks import Tasks
from ui.widgets.fields import Field, LongTextField, LookupField, PartialDateField, TableField, TextField
from ui.widgets.grid_model import GridColumn
from ui.widgets.suggest import Picked, asking

_BETWEEN = ";"


def event_fields(tasks: Tasks) -> tuple[Field, ...]:
    """The whole form."""
    return (
        TextField("name", "Tên hội nghị", required=True, wide=True),
        PartialDateField("held_on", "Ngày tổ chức"),
        TextField("host", "Đơn vị chủ trì", placeholder="UBND huyện"),
        TextField("place", "Địa điểm", wide=True),
        LookupField("launched", "Phát động phong trào", suggest=asking(tasks, suggest_campaigns), wide=True),
        TableField(
            "delegates",
            "Đại biểu (mỗi chức vụ cách nhau bằng dấu “;”)",
            wide=True,
            lines=5,
            columns=(GridColumn("name", "Họ và tên", 130), GridColumn("offices", "Chức vụ", 190)),
        ),
        SpeechesField("speeches", "Phát biểu, chỉ đạo", wide=True),
        LongTextField("note", "Ghi chú", lines=2),
    )


def event_values(session: Session, event_id: int) -> dict[str, Any]:
    """What the fields show of an event kept."""
    draft, row = events.draft(session, event_id), events.get(session, event_id)
    return {
        "name": draft.name,
        "held_on": draft.held_on,
        "host": draft.host,
        "place": draft.place,
        "launched": Picked(row.launched_campaign_id, row.launched),
        "delegates": [
            {"name": one.name, "offices": f"{_BETWEEN} ".join(one.offices)} for one in draft.delegates
        ],
        "speeches": [{"speaker": one.speaker, "text": one.text} for one in draft.speeches],
        "note": draft.note,
    }


def event_draft(values: Mapping[str, Any]) -> EventDraft:
    """The event as typed; raises Refused when a line has offices and nobody who holds them."""
    problems = [
        Problem(f"delegates.{place}.name", "Chưa ghi họ tên đại biểu.")
        for place, row in enumerate(values["delegates"])
        if not row["name"]
    ]
    if problems:
        raise Refused(*problems)
    return EventDraft(
        name=values["name"],
        held_on=values["held_on"],
        host=values["host"],
        place=values["place"],
        delegates=tuple(Delegate(row["name"], _offices(row["offices"])) for row in values["delegates"]),
        speeches=tuple(Speech(one["speaker"], one["text"]) for one in values["speeches"]),
        launched_campaign_id=values["launched"].id,
        note=values["note"],
    )


def _offices(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (part.strip() for part in text.split(_BETWEEN))))
