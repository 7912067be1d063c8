"""The form of a title or form of commendation, and its way to the records and back."""

from collections.abc import Mapping
from typing import Any

from thidua_desktop.domain.catalogue import CATEGORIES, AwardKindDraft
from thidua_desktop.domain.level import LEVELS
from thidua_desktop.domain.recipient import RECIPIENTS
from thidua_desktop.records.catalogue import AwardKindRow
from ui.forms.checks_field import ChecksField
from ui.widgets.fields import (
    CheckField,
    ChoiceField,
    DateField,
    Field,
    Heading,
    LinesField,
    LongTextField,
    TextField,
)

STATUSES: dict[str, str] = {"seen": "Đã đối chiếu", "unverified": "Chưa đối chiếu"}
_LEVELS = {
    **LEVELS,
    "assembly": "UBTV Quốc hội",
    "pm": "Thủ tướng",
    "ministry": "Bộ, ngành",
    "military": "Quân khu",
    "grassroots": "Cơ sở",
}

FIELDS: tuple[Field | Heading, ...] = (
    TextField("name", "Tên đầy đủ", required=True, tip="Tên như văn bản pháp luật ghi"),
    TextField("short", "Tên trong danh sách", placeholder="Tên ngắn, để trống thì dùng tên đầy đủ"),
    ChoiceField("category", "Loại", options=tuple(CATEGORIES.items()), empty=None),
    ChecksField("recipients", "Đối tượng", options=tuple(RECIPIENTS.items()), columns=3),
    CheckField("annual", "Xét tặng hằng năm"),
    ChecksField("levels", "Cấp tặng", options=tuple(_LEVELS.items()), columns=2),
    LinesField(
        "synonyms",
        "Cách gọi khác",
        tip="Mỗi dòng một cách gọi gặp trên giấy tờ: CSTĐCS, Chiến sỹ thi đua cơ sở…",
    ),
    Heading("Căn cứ"),
    DateField("valid_from", "Áp dụng từ"),
    DateField("valid_to", "Đến hết ngày"),
    LongTextField("law", "Căn cứ pháp lý", lines=2),
    ChoiceField("status", "Đối chiếu", options=tuple(STATUSES.items()), empty=None),
)


def values_of(row: AwardKindRow) -> dict[str, Any]:
    """What the form shows of a kind kept."""
    return {
        "name": row.name,
        "short": row.short,
        "category": row.category,
        "recipients": row.recipients,
        "annual": row.annual,
        "levels": row.levels,
        "synonyms": list(row.synonyms),
        "valid_from": row.valid_from,
        "valid_to": row.valid_to,
        "law": row.law,
        "status": row.status,
    }


def draft_of(values: Mapping[str, Any], code: str, group: str = "") -> AwardKindDraft:
    """What the form holds, as a draft; no form shows the code and the group of the law."""
    return AwardKindDraft(
        code=code,
        name=values["name"],
        category=values["category"],
        recipients=values["recipients"],
        levels=values["levels"],
        short=values["short"],
        group=group,
        annual=values["annual"],
        valid_from=values["valid_from"],
        valid_to=values["valid_to"],
        law=values["law"],
        status=values["status"],
        synonyms=tuple(values["synonyms"]),
    )
