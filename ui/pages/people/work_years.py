"""The list of months worked and days of leave."""

from collections.abc import Mapping
from typing import Any

from thidua_desktop.db import Session
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.domain.work_year import WorkYearDraft
from thidua_desktop.records import work_years
from thidua_desktop.records.work_years import WorkYearRow
from thidua_desktop.services import work_years as services
from thidua_desktop.services.recipients import today
from ui.forms.about_fields import recent_years, year_field
from ui.forms.record_sections import history_section
from ui.forms.suggestions import suggest_people
from ui.widgets.fields import LongTextField, LookupField, NumberField, TextField
from ui.widgets.page import Context
from ui.widgets.page_spec import Filter, Loaded, PageSpec
from ui.widgets.record_model import Column
from ui.widgets.record_page import RecordPage
from ui.widgets.spec_parts import counting, keeping, loading, year_column
from ui.widgets.suggest import Picked, asking


class WorkYearsView(RecordPage[WorkYearRow]):
    """Searches and edits how much of each year people worked."""

    def __init__(self, context: Context) -> None:
        super().__init__(_spec(context), context)


def _spec(context: Context) -> PageSpec[WorkYearRow]:
    return PageSpec(
        code="work_years",
        follows="work_year",
        noun="thời gian làm việc",
        title="Thời gian làm việc, nghỉ, đào tạo trong năm",
        kinds=frozenset({"work_year", "person"}),
        columns=(
            Column("name", "Họ và tên", lambda row: row.name, 220, sort="name"),
            year_column(lambda row: row.year),
            Column("months", "Số tháng làm việc", lambda row: _figure(row.months), 130, "right"),
            Column("leave", "Số ngày nghỉ", lambda row: _figure(row.leave_days), 110, "right"),
            Column("training", "Đào tạo, bồi dưỡng", lambda row: row.training, 240),
            Column("note", "Ghi chú", lambda row: row.note, 200, shown=False),
        ),
        filters=(Filter("year", "Năm", recent_years),),
        fields=(
            LookupField("person", "Cá nhân", suggest=asking(context.tasks, suggest_people), required=True),
            year_field(),
            NumberField("months", "Số tháng làm việc"),
            NumberField("leave_days", "Số ngày nghỉ", tip="Ngày làm việc; không tính nghỉ thai sản"),
            TextField("training", "Đào tạo", placeholder="Thời gian, kết quả đào tạo, bồi dưỡng"),
            LongTextField("note", "Ghi chú", lines=2),
        ),
        ids=work_years.ids,
        rows=work_years.rows,
        count_text=counting(work_years.ids, "dòng thời gian làm việc"),
        load=loading(work_years.rows, _loaded),
        save=keeping(services.enter, services.correct, _draft),
        remove=services.remove,
        called=lambda values: f"{values['person'].text} năm {values['year']}",
        row_name=lambda row: f"{row.name} năm {row.year}",
        new_values=lambda: {"year": today().year},
        empty_hint="Chưa có thời gian làm việc nào. Nhập danh sách (Họ tên, Đơn vị, Năm, Số tháng làm việc, "
        "Số ngày nghỉ) ở trang Khen thưởng, hoặc bấm “+ Thời gian làm việc mới”.",
        sort="year",
        descending=True,
    )


def _figure(figure: int | None) -> str:
    return "" if figure is None else number(figure)


def _loaded(session: Session, row: WorkYearRow) -> Loaded:
    values = {
        "person": Picked(row.person_id, row.name),
        "year": row.year,
        "months": row.months,
        "leave_days": row.leave_days,
        "training": row.training,
        "note": row.note,
    }
    return Loaded(row.name, f"Năm {row.year}", values, [history_section(session, "work_year", row.id)])


def _draft(values: Mapping[str, Any]) -> WorkYearDraft:
    return WorkYearDraft(
        values["person"].id,
        values["year"],
        values["months"],
        values["leave_days"],
        values["training"],
        values["note"],
    )
