"""The list of people and the record of the chosen one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from thidua_desktop.db import Session
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.person import PersonDraft
from thidua_desktop.domain.recipient import GENDERS
from thidua_desktop.records import people, settings
from thidua_desktop.records.people import PersonRow
from thidua_desktop.services import people as services
from ui.forms.filters import given_filters, unit_names
from ui.forms.person_fields import person_draft, person_fields, person_values
from ui.pages.people.sections import DIFFERENT, SAME, sections
from ui.widgets.page import Context, Follow
from ui.widgets.page_spec import Filter, Loaded, PageSpec
from ui.widgets.record_model import Column
from ui.widgets.record_page import RecordPage
from ui.widgets.spec_parts import count_column, counting, loading, one_by_one

if TYPE_CHECKING:
    from thidua_desktop.documents.document import Document

_GENDER_FILTER = (("male", "Nam"), ("female", "Nữ"), ("", "Chưa rõ"))


class PersonsView(RecordPage[PersonRow]):
    """Searches people, tells namesakes apart, merges records, prints the award record of one."""

    def __init__(self, context: Context, *, sensitive: bool) -> None:
        super().__init__(_spec(context, sensitive=sensitive), context)
        self.add_button("Gộp hai người…", self._merge_selected, tip="Hai hồ sơ là một người: gộp làm một")
        self.add_button(
            "Phiếu theo dõi", self._show_sheet, tip="Xem trước phiếu theo dõi khen thưởng của người đang chọn"
        )
        self.add_menu_action("Phiếu theo dõi khen thưởng", lambda ids: self._ask_sheet(ids[0]))
        self.add_menu_action("Xem lượt khen trong sổ", self._show_awards)
        self.add_menu_action("Gộp hai người…", self._merge)
        self.panel.followed.connect(self._act)

    def _show_sheet(self) -> None:
        if self.list.table.chosen_id is not None:
            self._ask_sheet(self.list.table.chosen_id)
        else:
            self.said.emit("Chọn một người trong danh sách trước.")

    def _ask_sheet(self, person_id: int) -> None:
        self.document_asked.emit("preview", partial(_sheet, person_id=person_id))

    def _show_awards(self, ids: list[int]) -> None:
        row = self.list.table.record(ids[0])
        if row is not None:
            note = f"Lượt khen của {row.name}"
            self.followed.emit(Follow("award", filters={"person": row.id, "revoked": "1"}, note=note))

    def _merge_selected(self) -> None:
        self._merge(self.list.table.selected_ids())

    def _merge(self, ids: list[int]) -> None:
        from ui.forms.merge_form import MergeDialog

        dialog = MergeDialog(self.context, ids[:2], self)
        dialog.merged.connect(self.list.show_record)
        dialog.open()

    def _act(self, follow: Follow) -> None:
        """Keep the answer to a question shown under the record."""
        shown, other = self.panel.record_id, follow.id
        if shown is None or other is None:
            return
        if follow.kind == SAME:
            self._answer(
                f"Gộp hai hồ sơ {self.panel.title}", lambda session: services.merge(session, other, shown)
            )
        elif follow.kind == DIFFERENT:
            self._answer(
                f"Ghi {self.panel.title} là hai người khác nhau",
                lambda session: services.tell_apart(session, other),
            )

    def _answer(self, name: str, answer: Callable[[Session], None]) -> None:
        self.context.tasks.write(name, answer, owner=self, refused=self._say_refused)

    def _say_refused(self, refused: Refused) -> None:
        self.panel.form.show_problems(refused.problems)


def _spec(context: Context, *, sensitive: bool) -> PageSpec[PersonRow]:
    return PageSpec(
        code="people",
        follows="person",
        noun="cá nhân",
        title="Danh sách cá nhân",
        kinds=frozenset(
            {"person", "post", "award", "decision", "unit", "identity", "role_model", "campaign"}
        ),
        columns=(
            Column("name", "Họ và tên", lambda row: row.name, 190, sort="name"),
            Column("birth", "Ngày sinh", lambda row: str(row.birth or ""), 100, sort="birth"),
            Column("gender", "Giới tính", _gender, 80),
            Column("post", "Chức vụ", lambda row: row.post, 165),
            Column("unit", "Đơn vị", lambda row: row.unit, 230),
            count_column("awards", "Lượt khen", lambda row: row.awards, 90, sort="awards"),
            Column(
                "family", "Họ và tên (xếp theo họ)", lambda row: row.name, 190, shown=False, sort="family"
            ),
            Column(
                "entered", "Thứ tự nhập", lambda row: str(row.id), 100, "right", shown=False, sort="entered"
            ),
            Column("note", "Ghi chú", lambda row: row.note, 200, shown=False),
        ),
        filters=(
            Filter("unit", "Đơn vị", unit_names),
            *given_filters(),
            Filter("gender", "Giới tính", _GENDER_FILTER),
        ),
        fields=person_fields(context.tasks, sensitive=sensitive),
        ids=people.ids,
        rows=people.rows,
        count_text=counting(people.ids, "cá nhân"),
        load=loading(people.rows, _loaded),
        save=_save,
        remove=one_by_one(services.remove),
        row_name=lambda row: row.name,
        empty_hint="Chưa có ai trong sổ. Bấm “+ Cá nhân mới”, hoặc nhập danh sách ở trang Khen thưởng: "
        "người trong danh sách được tạo theo.",
        search_hint="Lọc: gõ tên, không dấu cũng được",
        sort="name",
    )


def _gender(row: PersonRow) -> str:
    return GENDERS[row.gender] if row.gender else ""


def _loaded(session: Session, row: PersonRow) -> Loaded:
    where = ", ".join(filter(None, (row.post, row.unit))) or "Chưa ghi chức vụ, đơn vị"
    asked = (
        " · Có người trùng tên: trả lời câu hỏi bên dưới" if people.open_questions(session, row.id) else ""
    )
    values = person_values(session, people.draft(session, row.id))
    return Loaded(row.name, f"{where}{asked}", values, sections(session, row))


def _save(session: Session, person_id: int | None, values: Mapping[str, Any]) -> int:
    if person_id is None:
        return services.add(session, person_draft(values, PersonDraft("")))
    services.change(session, person_id, person_draft(values, people.draft(session, person_id)))
    return person_id


def _sheet(session: Session, *, person_id: int) -> Document:
    from thidua_desktop.reports import person_record

    options = person_record.Options(person=person_id)
    rows = person_record.build(session, options)
    return person_record.compose(rows, options, settings.all_(session))
