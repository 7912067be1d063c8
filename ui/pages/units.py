"""Đơn vị: the units of the district, what they were called, what they and their people were given."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from thidua_desktop.db import Session
from thidua_desktop.documents.document import Document
from thidua_desktop.domain.unit import SUCCESSIONS, UNIT_KINDS, UnitDraft
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.records import settings, units
from thidua_desktop.records.query import ListQuery
from thidua_desktop.records.units import UnitRow
from thidua_desktop.services import units as services
from ui.forms.filters import award_kinds, award_years
from ui.forms.record_sections import award_section, history_section
from ui.forms.succession_form import SuccessionDialog
from ui.forms.suggestions import suggest_units
from ui.forms.template_menu import add_template_buttons
from ui.widgets.fields import ChoiceField, DateField, LongTextField, LookupField, TextField
from ui.widgets.page import Context, Follow, Page
from ui.widgets.page_spec import Filter, FilterOptions, Line, Loaded, PageSpec, Section
from ui.widgets.record_model import Column
from ui.widgets.record_page import RecordPage
from ui.widgets.spec_parts import count_column, counting, day_column, keeping, loading, one_by_one
from ui.widgets.suggest import Picked, asking

Filters = dict[str, str | int]

_SHORT_KINDS = {
    "district": "Huyện",
    "commune": "Xã, thị trấn",
    "office": "Cơ quan",
    "school": "Trường học",
    "force": "Vũ trang",
    "hamlet": "Thôn, tổ",
    "enterprise": "Doanh nghiệp",
    "other": "Khác",
}


_ROSTER_TIP = "Xem trước danh sách cá nhân, tập thể của đơn vị và kết quả khen thưởng"


def make(context: Context) -> Page:
    """The page of units."""
    return UnitsPage(context)


class UnitsPage(RecordPage[UnitRow]):
    """The list of units with the record of the chosen one."""

    def __init__(self, context: Context) -> None:
        super().__init__(_spec(context), context)
        self.add_button(
            "Đổi tên, sáp nhập…",
            self._succeed,
            tip="Đổi tên, sáp nhập, chia tách hoặc giải thể đơn vị từ một ngày",
        )
        self.add_button("Danh sách khen", self._show_roster, tip=_ROSTER_TIP)
        add_template_buttons(self, self.list.table.selected_ids)
        self.add_menu_action("Danh sách khen thưởng của đơn vị", lambda ids: self._ask_roster(ids[0]))
        self.add_menu_action("Đổi tên, sáp nhập…", lambda _ids: self._succeed())

    def _show_roster(self) -> None:
        if self.list.table.chosen_id is not None:
            self._ask_roster(self.list.table.chosen_id)
        else:
            self.said.emit("Chọn một đơn vị trong danh sách trước.")

    def _ask_roster(self, unit_id: int) -> None:
        self.document_asked.emit("preview", partial(_roster, unit_id=unit_id))

    def _succeed(self) -> None:
        dialog = SuccessionDialog(self.context, self.list.table.selected_ids(), self)
        dialog.open()


def _spec(context: Context) -> PageSpec[UnitRow]:
    return PageSpec(
        code="units",
        follows="unit",
        noun="đơn vị",
        title="Danh sách đơn vị",
        kinds=frozenset({"unit", "unit_name", "succession", "award", "decision", "post", "person"}),
        columns=(
            Column("name", "Tên đơn vị", lambda row: row.name, 275, sort="name"),
            Column("kind", "Loại", _kind, 100, sort="kind", tip=lambda row: UNIT_KINDS[row.kind]),
            Column("block", "Khối thi đua", lambda row: row.block, 185, sort="block"),
            Column("parent", "Trực thuộc", lambda row: row.parent, 145),
            count_column("awards", "Lượt khen", lambda row: row.awards, 85),
            day_column("until", "Kết thúc", lambda row: row.valid_to, 90, sort="valid_to"),
            Column("note", "Ghi chú", lambda row: row.note, 200, shown=False),
        ),
        filters=_filters(),
        fields=(
            TextField("name", "Tên đơn vị", required=True),
            ChoiceField("kind", "Loại", options=tuple(UNIT_KINDS.items()), empty=None),
            LookupField("parent_id", "Trực thuộc", suggest=asking(context.tasks, suggest_units)),
            TextField("block", "Khối thi đua", placeholder="Khối xã, khối trường học…"),
            DateField("valid_from", "Từ ngày"),
            DateField("valid_to", "Đến ngày"),
            LongTextField("note", "Ghi chú"),
        ),
        ids=units.ids,
        rows=units.rows,
        count_text=counting(units.ids, "đơn vị"),
        load=loading(units.rows, _loaded),
        save=keeping(services.add, services.change, _draft),
        remove=one_by_one(services.remove),
        new_values=lambda: {"kind": "other"},
        row_name=lambda row: row.name,
        empty_hint="Chưa có đơn vị nào. Bấm “+ Đơn vị mới”, hoặc nhập danh sách ở trang Khen thưởng: "
        "đơn vị trong danh sách được tạo theo.",
        sort="name",
    )


def _filters() -> tuple[Filter, ...]:
    return (
        Filter("kind", "Loại", tuple(UNIT_KINDS.items())),
        Filter("block", "Khối", lambda session: [(block, block) for block in units.blocks(session)]),
        Filter("parent", "Trực thuộc", _parents),
        Filter("active", "Tình trạng", (("1", "Đang hoạt động"), ("0", "Đã kết thúc"))),
        Filter("year", "Năm", award_years),
        Filter("award", "Hình thức", award_kinds),
    )


def _kind(row: UnitRow) -> str:
    return _SHORT_KINDS[row.kind]


def _parents(session: Session) -> FilterOptions:
    return list({row.parent_id: row.parent for row in units.list_(session) if row.parent_id}.items())


def _loaded(session: Session, row: UnitRow) -> Loaded:
    until = f" · đến {_day(row.valid_to)}" if row.valid_to else ""
    values = {
        "name": row.name,
        "kind": row.kind,
        "parent_id": Picked(row.parent_id, row.parent),
        "block": row.block,
        "valid_from": row.valid_from,
        "valid_to": row.valid_to,
        "note": row.note,
    }
    return Loaded(row.name, f"{UNIT_KINDS[row.kind]}{until}", values, _sections(session, row.id, row.name))


def _sections(session: Session, unit_id: int, name: str) -> list[Section]:
    own: Filters = {"unit": unit_id, "recipient": "collective"}
    theirs: Filters = {"unit": unit_id, "recipient": "person"}
    former = [
        Line((old, f"đến {_day(until)}" if until else ""))
        for old, until in units.former_names(session, unit_id)
    ]
    changes = [
        Line(
            (_day(step.on), SUCCESSIONS[step.kind], f"{step.old} → {step.new}" if step.new else step.old),
            Follow("unit", step.new_id if step.old_id == unit_id else step.old_id),
        )
        for step in units.successions(session, unit_id)
    ]
    return [
        award_section(session, "Khen thưởng của đơn vị", own, f"Lượt khen của {name}"),
        *([Section("Tên cũ", former)] if former else []),
        *([Section("Đổi tên, sáp nhập", changes)] if changes else []),
        award_section(
            session, "Khen thưởng của cá nhân", theirs, f"Lượt khen của cá nhân ở {name}", named=True
        ),
        _staff(session, unit_id, name),
        *_below(session, unit_id),
        history_section(session, "unit", unit_id),
    ]


def _staff(session: Session, unit_id: int, name: str) -> Section:
    lines = [
        Line((person, post), Follow("person", person_id))
        for person_id, person, post in units.people_in(session, unit_id)
    ]
    whole = Follow("person", filters={"unit": unit_id}, note=f"Cá nhân đang công tác ở {name}")
    return Section(
        f"Cá nhân đang công tác ({number(len(lines))})",
        lines,
        empty="Chưa có.",
        actions=[("Xem ở trang Cá nhân", whole)] if lines else [],
    )


def _below(session: Session, unit_id: int) -> list[Section]:
    found = units.rows(session, units.ids(session, ListQuery(filters={"parent": unit_id})))
    lines = [Line((row.name, _kind(row)), Follow("unit", row.id)) for row in found]
    return [Section(f"Đơn vị trực thuộc ({number(len(lines))})", lines)] if lines else []


def _draft(values: Mapping[str, Any]) -> UnitDraft:
    return UnitDraft(
        name=values["name"],
        kind=values["kind"],
        parent_id=values["parent_id"].id,
        block=values["block"],
        valid_from=values["valid_from"],
        valid_to=values["valid_to"],
        note=values["note"],
    )


def _roster(session: Session, *, unit_id: int) -> Document:
    from thidua_desktop.reports import unit_roster

    options = unit_roster.Options(unit=unit_id)
    return unit_roster.compose(unit_roster.build(session, options), options, settings.all_(session))


def _day(day: Any) -> str:
    return f"{day:%d/%m/%Y}" if day else ""
