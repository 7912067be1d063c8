"""The list of yearly ratings."""

from collections.abc import Mapping
from typing import Any

from thidua_desktop.db import Session
from thidua_desktop.domain.about import ABOUT
from thidua_desktop.domain.rating import RATINGS, RatingDraft
from thidua_desktop.records import ratings
from thidua_desktop.records.ratings import RatingRow
from thidua_desktop.services import ratings as services
from ui.forms.about_fields import (
    about_columns,
    about_fields,
    about_of,
    about_values,
    new_about,
    recent_years,
    year_field,
)
from ui.forms.filters import unit_names
from ui.forms.record_sections import history_section
from ui.widgets.fields import ChoiceField, LongTextField, TextField
from ui.widgets.page import Context
from ui.widgets.page_spec import Filter, Loaded, PageSpec
from ui.widgets.record_model import Column
from ui.widgets.record_page import RecordPage
from ui.widgets.spec_parts import counting, keeping, loading, year_column


class RatingsView(RecordPage[RatingRow]):
    """Searches and edits the ratings of people and units."""

    def __init__(self, context: Context) -> None:
        super().__init__(_spec(context), context)


def _spec(context: Context) -> PageSpec[RatingRow]:
    return PageSpec(
        code="ratings",
        follows="rating",
        noun="xếp loại",
        title="Mức độ hoàn thành nhiệm vụ hằng năm",
        kinds=frozenset({"rating", "person", "unit"}),
        columns=(
            *about_columns(RatingRow),
            year_column(lambda row: row.year),
            Column(
                "rating", "Mức độ hoàn thành", lambda row: RATINGS[row.rating], 220, sort="rating", tone=_tone
            ),
            Column("document", "Văn bản", lambda row: row.document, 140),
            Column("note", "Ghi chú", lambda row: row.note, 200, shown=False),
        ),
        filters=(
            Filter("year", "Năm", recent_years),
            Filter("unit", "Đơn vị", unit_names),
            Filter("rating", "Mức độ", tuple(RATINGS.items())),
            Filter("recipient", "Đối tượng", tuple(ABOUT.items())),
        ),
        fields=(
            *about_fields(context.tasks),
            year_field(),
            ChoiceField("rating", "Mức độ", options=tuple(RATINGS.items()), empty="Chưa chọn"),
            TextField("document", "Văn bản", placeholder="Thông báo, quyết định xếp loại"),
            LongTextField("note", "Ghi chú", lines=2),
        ),
        ids=ratings.ids,
        rows=ratings.rows,
        count_text=counting(ratings.ids, "dòng xếp loại"),
        load=loading(ratings.rows, _loaded),
        save=keeping(services.enter, services.correct, _draft),
        remove=services.remove,
        called=lambda values: f"{values['person'].text or values['unit'].text} năm {values['year']}",
        row_name=lambda row: f"{row.name} năm {row.year}",
        new_values=new_about,
        empty_hint="Chưa có xếp loại nào. Nhập danh sách (Họ tên, Đơn vị, Năm, Mức độ hoàn thành) ở trang "
        "Khen thưởng, hoặc bấm “+ Xếp loại mới”. Có xếp loại thì phần mềm mới xét được ai đủ tiêu chuẩn.",
        sort="year",
        descending=True,
    )


def _tone(row: RatingRow) -> str:
    return {"HTXS": "good", "KHT": "bad"}.get(row.rating, "")


def _loaded(session: Session, row: RatingRow) -> Loaded:
    values = {
        **about_values(session, row.about),
        "year": row.year,
        "rating": row.rating,
        "document": row.document,
        "note": row.note,
    }
    subtitle = f"Năm {row.year} · {RATINGS[row.rating]}"
    return Loaded(row.name, subtitle, values, [history_section(session, "rating", row.id)])


def _draft(values: Mapping[str, Any]) -> RatingDraft:
    return RatingDraft(about_of(values), values["year"], values["rating"], values["document"], values["note"])


def _rating(row: RatingRow) -> str:
    return RATINGS[row.rating]
