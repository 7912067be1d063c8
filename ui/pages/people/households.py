"""The list of households and the record of the chosen one."""

from collections.abc import Mapping
from typing import Any

from thidua_desktop.db import Session
from thidua_desktop.domain.person import HouseholdDraft
from thidua_desktop.records import households
from thidua_desktop.records.households import HouseholdRow
from thidua_desktop.services import people as services
from ui.forms.filters import given_filters, unit_names
from ui.forms.record_sections import award_section, history_section
from ui.forms.suggestions import suggest_units
from ui.widgets.fields import LongTextField, LookupField, TextField
from ui.widgets.page import Context
from ui.widgets.page_spec import Filter, Loaded, PageSpec, Section
from ui.widgets.record_model import Column
from ui.widgets.record_page import RecordPage
from ui.widgets.spec_parts import count_column, counting, keeping, loading, one_by_one
from ui.widgets.suggest import Picked, asking


class HouseholdsView(RecordPage[HouseholdRow]):
    """Searches and edits households."""

    def __init__(self, context: Context) -> None:
        super().__init__(_spec(context), context)


def _spec(context: Context) -> PageSpec[HouseholdRow]:
    return PageSpec(
        code="households",
        follows="household",
        noun="hộ gia đình",
        title="Danh sách hộ gia đình",
        kinds=frozenset({"household", "award", "decision", "unit", "role_model", "campaign"}),
        columns=(
            Column("name", "Tên chủ hộ", lambda row: row.name, 230, sort="name"),
            Column("unit", "Xã, đơn vị", lambda row: row.unit, 210),
            Column("address", "Địa chỉ", lambda row: row.address, 250),
            count_column("awards", "Lượt khen", lambda row: row.awards, 90, sort="awards"),
            Column("note", "Ghi chú", lambda row: row.note, 200, shown=False),
        ),
        filters=(
            Filter("unit", "Đơn vị", unit_names),
            *given_filters(),
        ),
        fields=(
            TextField("name", "Tên chủ hộ", required=True, tip="Như ghi trên quyết định"),
            LookupField("unit", "Xã, đơn vị", suggest=asking(context.tasks, suggest_units)),
            TextField("address", "Địa chỉ", placeholder="Thôn, tổ dân phố"),
            LongTextField("note", "Ghi chú", lines=2),
        ),
        ids=households.ids,
        rows=households.rows,
        count_text=counting(households.ids, "hộ gia đình"),
        load=loading(households.rows, _loaded),
        save=keeping(services.add_household, services.change_household, _draft),
        remove=one_by_one(services.remove_household),
        row_name=lambda row: row.name,
        empty_hint="Chưa có hộ gia đình nào. Bấm “+ Hộ gia đình mới”, hoặc nhập quyết định khen thưởng hộ "
        "ở trang Khen thưởng: hộ trong quyết định được tạo theo.",
        search_hint="Lọc: gõ tên chủ hộ, không dấu cũng được",
        sort="name",
    )


def _loaded(session: Session, row: HouseholdRow) -> Loaded:
    values = {
        "name": row.name,
        "unit": Picked(row.unit_id, row.unit),
        "address": row.address,
        "note": row.note,
    }
    subtitle = ", ".join(filter(None, (row.address, row.unit)))
    return Loaded(
        row.name, f"Hộ gia đình{' · ' if subtitle else ''}{subtitle}", values, _sections(session, row)
    )


def _sections(session: Session, row: HouseholdRow) -> list[Section]:
    note = f"Lượt khen của hộ {row.name}, kể cả lượt đã thu hồi"
    return [
        award_section(session, "Khen thưởng", {"household": row.id}, note),
        history_section(session, "household", row.id),
    ]


def _draft(values: Mapping[str, Any]) -> HouseholdDraft:
    return HouseholdDraft(values["name"], values["unit"].id, values["address"], values["note"])
