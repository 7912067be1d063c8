"""Đơn vị: the units of the district, what they were called, what they and their people were given."""

from collections.abc import Mapping, Sequence
from typing import Any

from thidua_desktop.db import Session
from thidua_desktop.domain.unit import SUCCESSIONS, UNIT_KINDS, UnitDraft
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.records import awards, units
from thidua_desktop.records.query import ListQuery
from thidua_desktop.records.units import UnitRow
from thidua_desktop.services import units as services
from ui.forms.succession_form import SuccessionDialog
from ui.forms.suggestions import suggest_units
from ui.widgets.fields import ChoiceField, DateField, LongTextField, LookupField, TextField
from ui.widgets.page import Context, Follow, Page
from ui.widgets.page_spec import Filter, Line, Loaded, PageSpec, Section
from ui.widgets.record_model import Column
from ui.widgets.record_page import RecordPage
from ui.widgets.suggest import Picked, asking

_SHOWN = 200  # lines of one section


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

    def go(self, follow: Follow) -> bool:
        """Show the unit asked for."""
        return follow.kind == "unit" and super().go(follow)

    def _succeed(self) -> None:
        dialog = SuccessionDialog(self.context, self.list.table.selected_ids(), self)
        dialog.open()


def _spec(context: Context) -> PageSpec[UnitRow]:
    return PageSpec(
        code="units",
        noun="đơn vị",
        title="Danh sách đơn vị",
        kinds=frozenset({"unit", "unit_name", "succession", "award", "decision", "post", "person"}),
        columns=(
            Column("name", "Tên đơn vị", lambda row: row.name, 300, sort="name"),
            Column("kind", "Loại", lambda row: UNIT_KINDS[row.kind], 190, sort="kind"),
            Column("block", "Khối thi đua", lambda row: row.block, 130, sort="block"),
            Column("parent", "Trực thuộc", lambda row: row.parent, 150),
            Column("awards", "Lượt khen", lambda row: number(row.awards), 90, align="right"),
            Column("until", "Kết thúc", lambda row: _day(row.valid_to), 100, sort="valid_to"),
        ),
        filters=(
            Filter("kind", "Loại", tuple(UNIT_KINDS.items())),
            Filter("block", "Khối", lambda session: [(block, block) for block in units.blocks(session)]),
            Filter("active", "Tình trạng", (("1", "Đang hoạt động"), ("0", "Đã kết thúc"))),
        ),
        fields=(
            TextField("name", "Tên đơn vị", required=True),
            ChoiceField("kind", "Loại", options=tuple(UNIT_KINDS.items()), empty=None),
            LookupField("parent", "Trực thuộc", suggest=asking(context.tasks, suggest_units)),
            TextField("block", "Khối thi đua", placeholder="Khối xã, khối trường học…"),
            DateField("valid_from", "Từ ngày"),
            DateField("valid_to", "Đến ngày"),
            LongTextField("note", "Ghi chú"),
        ),
        ids=units.ids,
        rows=units.rows,
        count_text=_count,
        load=_load,
        save=_save,
        remove=_remove,
        new_values=lambda: {"kind": "other"},
        row_name=lambda row: row.name,
        empty_hint="Chưa có đơn vị nào. Bấm “+ Đơn vị mới”, hoặc nhập danh sách ở trang Khen thưởng: "
        "đơn vị trong danh sách được tạo theo.",
        sort="name",
    )


def _count(session: Session, query: ListQuery) -> str:
    found = units.ids(session, query)
    return f"{number(len(found))} đơn vị"


def _load(session: Session, unit_id: int) -> Loaded | None:
    found = units.rows(session, [unit_id])
    if not found:
        return None
    row = found[0]
    until = f" · đến {_day(row.valid_to)}" if row.valid_to else ""
    values = {
        "name": row.name,
        "kind": row.kind,
        "parent": Picked(row.parent_id, row.parent),
        "block": row.block,
        "valid_from": row.valid_from,
        "valid_to": row.valid_to,
        "note": row.note,
    }
    return Loaded(row.name, f"{UNIT_KINDS[row.kind]}{until}", values, _sections(session, unit_id))


def _sections(session: Session, unit_id: int) -> list[Section]:
    own = awards.of(session, unit=unit_id, recipient="collective")
    theirs = awards.of(session, unit=unit_id, recipient="person")
    former = [
        Line((name, f"đến {_day(until)}" if until else ""))
        for name, until in units.former_names(session, unit_id)
    ]
    changes = [
        Line(
            (_day(step.on), SUCCESSIONS[step.kind], f"{step.old} → {step.new}" if step.new else step.old),
            Follow("unit", step.new_id if step.old_id == unit_id else step.old_id),
        )
        for step in units.successions(session, unit_id)
    ]
    people = [
        Line((name, post), Follow("person", person_id))
        for person_id, name, post in units.people_in(session, unit_id)
    ]
    return [
        Section(f"Khen thưởng của đơn vị ({len(own)})", _lines(own), empty="Chưa có lượt khen nào."),
        *([Section("Tên cũ", former)] if former else []),
        *([Section("Đổi tên, sáp nhập", changes)] if changes else []),
        Section(f"Khen thưởng của cá nhân ({len(theirs)})", _lines(theirs, named=True), empty="Chưa có."),
        Section(f"Cá nhân đang công tác ({len(people)})", people, empty="Chưa có."),
    ]


def _lines(rows: Sequence[awards.AwardRow], *, named: bool = False) -> list[Line]:
    latest = sorted(rows, key=lambda row: row.decided_on, reverse=True)[:_SHOWN]
    return [
        Line(
            (str(row.year), *((row.name,) if named else ()), row.title_written or row.title, row.number),
            Follow("decision", row.decision_id),
        )
        for row in latest
    ]


def _save(session: Session, unit_id: int | None, values: Mapping[str, Any]) -> int:
    draft = UnitDraft(
        name=values["name"],
        kind=values["kind"],
        parent_id=values["parent"].id,
        block=values["block"],
        valid_from=values["valid_from"],
        valid_to=values["valid_to"],
        note=values["note"],
    )
    if unit_id is None:
        return services.add(session, draft)
    services.change(session, unit_id, draft)
    return unit_id


def _remove(session: Session, ids: Sequence[int]) -> None:
    for unit_id in ids:
        services.remove(session, unit_id)


def _day(day: Any) -> str:
    return f"{day:%d/%m/%Y}" if day else ""
