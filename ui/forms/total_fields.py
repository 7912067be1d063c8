"""The form of an inherited total, and its way to the records and back."""

from collections.abc import Mapping
from typing import Any

from thidua_desktop.domain.catalogue import AWARD_TYPES
from thidua_desktop.domain.errors import Problem, Refused
from thidua_desktop.domain.level import LEVELS
from thidua_desktop.domain.recipient import RECIPIENTS
from thidua_desktop.domain.total import TotalDraft
from thidua_desktop.records.totals import TotalRow
from ui.forms.suggestions import suggest_campaigns, suggest_events, suggest_titles, suggest_units
from ui.tasks import Tasks
from ui.widgets.fields import (
    ChoiceField,
    DateField,
    Field,
    Heading,
    LongTextField,
    LookupField,
    NumberField,
    TableField,
    TextField,
)
from ui.widgets.grid_model import GridColumn
from ui.widgets.suggest import Picked, asking


def total_fields(tasks: Tasks) -> tuple[Field | Heading, ...]:
    """What is known of a figure without names."""
    title = GridColumn("title", "Danh hiệu, hình thức", 300, "lookup", suggest=asking(tasks, suggest_titles))
    return (
        NumberField("times", "Số lượt", required=True),
        TableField(
            "awards",
            "Danh hiệu, hình thức",
            tip="Nhiều dòng khi báo cáo cũ gộp chung một con số, ví dụ LĐTT và CSTT",
            columns=(title,),
            lines=2,
            required=True,
            wide=True,
        ),
        ChoiceField("recipient", "Đối tượng", options=tuple(RECIPIENTS.items()), empty=None),
        ChoiceField("level", "Cấp khen", options=tuple(LEVELS.items()), empty=None),
        DateField("start", "Từ ngày", required=True),
        DateField("end", "Đến ngày", required=True),
        TextField("source", "Nguồn số liệu", required=True, placeholder="Báo cáo số …, ngày …"),
        Heading("Nếu biết"),
        LookupField("event", "Hội nghị, sự kiện", suggest=asking(tasks, suggest_events)),
        LookupField("unit", "Đơn vị", suggest=asking(tasks, suggest_units)),
        LookupField("campaign", "Phong trào", suggest=asking(tasks, suggest_campaigns)),
        ChoiceField("type", "Loại hình", options=tuple(AWARD_TYPES.items()), empty="Chưa rõ"),
        LongTextField("note", "Ghi chú", lines=2),
    )


def values_of(row: TotalRow, labels: Mapping[str, str]) -> dict[str, Any]:
    """What the form shows of a total kept; labels are the catalogue's names by code."""
    return {
        "times": row.times,
        "awards": [{"title": Picked(code, labels.get(code, code))} for code in row.awards],
        "recipient": row.recipient,
        "level": row.level,
        "start": row.start,
        "end": row.end,
        "source": row.source,
        "event": Picked(row.event_id, row.event),
        "unit": Picked(row.unit_id, row.unit),
        "campaign": Picked(row.campaign_id, row.campaign),
        "type": row.type,
        "note": row.note,
    }


def draft_of(values: Mapping[str, Any]) -> TotalDraft:
    """What the form holds, as a draft; Refused where a title is not one of the catalogue."""
    titles = [row["title"] for row in values["awards"]]
    unknown = [
        Problem(f"awards.{place}.title", f"Không có “{title.text}” trong danh mục: chọn một dòng gợi ý.")
        for place, title in enumerate(titles)
        if title.id is None
    ]
    if unknown:
        raise Refused(*unknown)
    return TotalDraft(
        times=values["times"],
        awards=tuple(str(title.id) for title in titles),
        recipient=values["recipient"],
        level=values["level"],
        start=values["start"],
        end=values["end"],
        source=values["source"],
        event_id=values["event"].id,
        unit_id=values["unit"].id,
        campaign_id=values["campaign"].id,
        type=values["type"],
        note=values["note"],
    )
