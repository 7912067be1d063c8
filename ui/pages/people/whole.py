"""What is entered whole: for which years a missing row means that there was none."""

from collections.abc import Mapping
from typing import Any

from thidua_desktop.db import Session
from thidua_desktop.domain.whole import SUBJECTS, WholeDraft
from thidua_desktop.records import whole
from thidua_desktop.records.whole import WholeRow
from thidua_desktop.services import whole as services
from thidua_desktop.services.recipients import today
from ui.forms.record_sections import history_section
from ui.widgets.fields import CheckField, ChoiceField, LongTextField, NumberField
from ui.widgets.page import Context
from ui.widgets.page_spec import Line, Loaded, PageSpec, Section
from ui.widgets.record_model import Column
from ui.widgets.record_page import RecordPage
from ui.widgets.spec_parts import counting, keeping, loading

_MEANS = (
    "Chỉ với những năm ghi ở đây, phần mềm mới coi điều không có trong sổ là không có thật. Những năm khác, "
    "điều chưa nhập luôn hiện là thiếu dữ liệu, không bao giờ là chưa đủ tiêu chuẩn."
)


class WholeView(RecordPage[WholeRow]):
    """Says which years of which records are complete."""

    def __init__(self, context: Context) -> None:
        super().__init__(_spec(), context)


def _spec() -> PageSpec[WholeRow]:
    return PageSpec(
        code="whole",
        follows="whole",
        noun="số liệu đã nhập đủ",
        title="Số liệu đã nhập đủ",
        kinds=frozenset({"whole"}),
        columns=(
            Column("subject", "Loại số liệu", lambda row: SUBJECTS[row.subject], 240),
            Column("first_year", "Từ năm", lambda row: str(row.first_year), 80, "right"),
            Column("last_year", "Đến năm", lambda row: str(row.last_year), 80, "right"),
            Column("from_start", "Trước đó", lambda row: "không có" if row.from_start else "chưa rõ", 100),
            Column("note", "Ghi chú", lambda row: row.note, 300),
        ),
        fields=(
            ChoiceField("subject", "Loại số liệu", options=tuple(SUBJECTS.items()), empty=None),
            NumberField("first_year", "Từ năm", grouped=False, required=True),
            NumberField("last_year", "Đến năm", grouped=False, required=True),
            CheckField("from_start", "Trước năm đầu không có gì"),
            LongTextField("note", "Ghi chú", lines=2),
        ),
        ids=whole.ids,
        rows=whole.rows,
        count_text=counting(whole.ids, "khoảng năm đã nhập đủ"),
        load=loading(whole.rows, _loaded),
        save=keeping(services.say, services.correct, _draft),
        remove=services.take_back,
        called=lambda values: f"{SUBJECTS[values['subject']]} {values['first_year']} – {values['last_year']}",
        row_name=lambda row: f"{SUBJECTS[row.subject]} {row.first_year} – {row.last_year}",
        new_values=lambda: {"subject": "award", "last_year": today().year - 1},
        empty_hint=f"{_MEANS} Nhập xong trọn năm nào thì bấm “+ Số liệu đã nhập đủ mới”.",
    )


def _loaded(session: Session, row: WholeRow) -> Loaded:
    values = {
        "subject": row.subject,
        "first_year": row.first_year,
        "last_year": row.last_year,
        "from_start": row.from_start,
        "note": row.note,
    }
    shown = [Section("Ý nghĩa", [Line((_MEANS,), tone="good")]), history_section(session, "whole", row.id)]
    return Loaded(SUBJECTS[row.subject], f"{row.first_year} – {row.last_year}", values, shown)


def _draft(values: Mapping[str, Any]) -> WholeDraft:
    return WholeDraft(
        values["subject"],
        values["first_year"],
        values["last_year"],
        bool(values["from_start"]),
        values["note"],
    )
