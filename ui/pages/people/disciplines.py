"""The list of discipline."""

from collections.abc import Mapping
from typing import Any

from thidua_desktop.db import Session
from thidua_desktop.domain.dates import show
from thidua_desktop.domain.discipline import DISCIPLINE_FORMS, DisciplineDraft
from thidua_desktop.records import disciplines
from thidua_desktop.records.disciplines import DisciplineRow
from thidua_desktop.services import disciplines as services
from thidua_desktop.services.recipients import today
from ui.forms.about_fields import about_columns, about_fields, about_of, about_values, new_about, recent_years
from ui.forms.filters import unit_names
from ui.forms.record_sections import history_section
from ui.widgets.fields import ChoiceField, DateField, LongTextField, TextField
from ui.widgets.page import Context
from ui.widgets.page_spec import Filter, Loaded, PageSpec
from ui.widgets.record_model import Column
from ui.widgets.record_page import RecordPage
from ui.widgets.spec_parts import counting, day_column, keeping, loading

_EMPTY = (
    "Chưa có kỷ luật nào trong sổ. Nhập danh sách (Họ tên, Đơn vị, Hình thức kỷ luật, "
    "Từ ngày, Đến ngày) ở trang Khen thưởng, hoặc bấm “+ Kỷ luật mới”. Không ai bị kỷ luật cả năm thì "
    "ghi ở “Đã nhập đủ”."
)


class DisciplinesView(RecordPage[DisciplineRow]):
    """Searches and edits discipline."""

    def __init__(self, context: Context) -> None:
        super().__init__(_spec(context), context)


def _spec(context: Context) -> PageSpec[DisciplineRow]:
    return PageSpec(
        code="disciplines",
        follows="discipline",
        noun="kỷ luật",
        title="Kỷ luật",
        kinds=frozenset({"discipline", "person", "unit"}),
        columns=(
            *about_columns(DisciplineRow),
            Column("form", "Hình thức", lambda row: DISCIPLINE_FORMS[row.form], 130, sort="form"),
            day_column("starts", "Từ ngày", lambda row: row.starts, 96, sort="starts"),
            day_column("ends", "Đến ngày", lambda row: row.ends, 96, sort="ends"),
            Column("state", "Trạng thái", _state, 110, tone=_tone),
            Column("document", "Quyết định", lambda row: row.document, 150, shown=False),
            Column("note", "Ghi chú", lambda row: row.note, 200, shown=False),
        ),
        filters=(
            Filter("year", "Còn hiệu lực năm", recent_years),
            Filter("unit", "Đơn vị", unit_names),
            Filter("form", "Hình thức", tuple(DISCIPLINE_FORMS.items())),
        ),
        fields=(
            *about_fields(context.tasks),
            ChoiceField("form", "Hình thức", options=tuple(DISCIPLINE_FORMS.items()), empty="Chưa chọn"),
            DateField("starts", "Từ ngày", required=True),
            DateField("ends", "Đến ngày", tip="Ngày hết hiệu lực; chưa biết thì để trống"),
            TextField("document", "Quyết định"),
            LongTextField("note", "Ghi chú", lines=2),
        ),
        ids=disciplines.ids,
        rows=disciplines.rows,
        count_text=counting(disciplines.ids, "dòng kỷ luật"),
        load=loading(disciplines.rows, _loaded),
        save=keeping(services.enter, services.correct, _draft),
        remove=services.remove,
        called=lambda values: str(values["person"].text or values["unit"].text),
        row_name=lambda row: row.name,
        new_values=lambda: {"recipient": new_about()["recipient"]},
        empty_hint=_EMPTY,
        sort="starts",
        descending=True,
    )


def _stands(row: DisciplineRow) -> bool:
    return row.ends is None or row.ends >= today()


def _state(row: DisciplineRow) -> str:
    return "Còn hiệu lực" if _stands(row) else "Đã hết"


def _tone(row: DisciplineRow) -> str:
    return "bad" if _stands(row) else ""


def _loaded(session: Session, row: DisciplineRow) -> Loaded:
    values = {
        **about_values(session, row.about),
        "form": row.form,
        "starts": row.starts,
        "ends": row.ends,
        "document": row.document,
        "note": row.note,
    }
    until = f" đến {show(row.ends)}" if row.ends else ""
    subtitle = f"{DISCIPLINE_FORMS[row.form]} từ {show(row.starts)}{until}"
    return Loaded(row.name, subtitle, values, [history_section(session, "discipline", row.id)])


def _draft(values: Mapping[str, Any]) -> DisciplineDraft:
    return DisciplineDraft(
        about_of(values),
        values["form"],
        values["starts"],
        values["ends"],
        values["document"],
        values["note"],
    )
