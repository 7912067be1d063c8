"""The fund of each year: planned, to be paid, paid, come back, left; every figure opens its awards."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from thidua_desktop.db import Session
from thidua_desktop.domain.law.fund import organising_share
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.records import funds
from thidua_desktop.records.funds import FundRow
from thidua_desktop.services import funds as services
from thidua_desktop.services.recipients import today
from ui.forms import laws
from ui.forms.about_fields import year_field
from ui.forms.record_sections import history_section
from ui.widgets.fields import LongTextField, NumberField
from ui.widgets.page import Context, Follow
from ui.widgets.page_spec import Line, Loaded, PageSpec, Section
from ui.widgets.record_model import Column
from ui.widgets.record_page import RecordPage
from ui.widgets.spec_parts import count_column, counting, loading, some_column

_NO_SHARE = "Quy định đã đối chiếu không nêu phần dành cho tổ chức phong trào của năm này."
_PARTS = (
    ("owed", "Đã tính, chưa chi", "Tiền thưởng đã tính, chưa chi"),
    ("spent", "Đã chi trong năm", "Tiền thưởng đã chi"),
    ("returned", "Đã nộp lại", "Tiền thưởng đã nộp lại"),
    ("recover", "Chưa nộp lại", "Tiền thưởng phải nộp lại mà chưa nộp"),
)


class FundsView(RecordPage[FundRow]):
    """Plans the fund of a year and shows what became of it."""

    def __init__(self, context: Context) -> None:
        super().__init__(_spec(), context)


def _spec() -> PageSpec[FundRow]:
    return PageSpec(
        code="funds",
        follows="fund",
        noun="dự toán quỹ",
        title="Quỹ thi đua, khen thưởng theo năm (đồng)",
        kinds=frozenset({"fund", "payment", "award", "decision", "local_rule"}),
        columns=(
            Column(
                "year", "Năm", lambda row: str(row.id), 70, "right", value=lambda row: row.id, grouped=False
            ),
            some_column("planned", "Dự toán", lambda row: row.planned, 130),
            count_column("owed", "Đã tính, chưa chi", lambda row: row.owed, 140),
            count_column("spent", "Đã chi", lambda row: row.spent, 130),
            count_column("returned", "Đã nộp lại", lambda row: row.returned, 110),
            count_column("recover", "Chưa nộp lại", lambda row: row.recover, 110),
            Column("note", "Căn cứ, ghi chú", lambda row: row.note, 210),
        ),
        fields=(
            year_field("Năm"),
            NumberField("planned", "Dự toán (đồng)", required=True),
            LongTextField("note", "Căn cứ, ghi chú", lines=2),
        ),
        ids=funds.ids,
        rows=funds.rows,
        count_text=counting(funds.ids, "năm"),
        load=loading(funds.rows, _loaded),
        save=_save,
        remove=services.drop,
        called=lambda values: f"năm {values['year']}",
        row_name=lambda row: f"năm {row.id}",
        new_values=lambda: {"year": today().year},
        empty_hint="Chưa có năm nào. Bấm “+ Dự toán quỹ mới” để ghi dự toán của năm; tiền thưởng ghi ở trang "
        "Quyết định tự cộng vào năm chi.",
        sort="year",
        descending=True,
    )


def _loaded(session: Session, row: FundRow) -> Loaded:
    values = {"year": row.id, "planned": row.planned, "note": row.note}
    planned = f"dự toán {number(row.planned)} đồng" if row.planned is not None else "chưa có dự toán"
    sections = [_plan_section(session, row), _money_section(row)]
    if row.fund_id is not None:
        sections.append(history_section(session, "fund", row.fund_id))
    return Loaded(f"Quỹ thi đua, khen thưởng năm {row.id}", planned, values, sections)


def _plan_section(session: Session, row: FundRow) -> Section:
    """What the plan leaves for bonuses when the part for organising emulation is set aside."""
    if row.planned is None:
        return Section("Phân bổ dự toán", empty="Chưa có dự toán của năm này: ghi ở trên rồi lưu.")
    found = organising_share(laws.book(session), row.id)
    if found is None:
        left = Line(("Còn lại", _money(row.planned - row.spent + row.returned)))
        return Section("Phân bổ dự toán", [left, Line((_NO_SHARE,), tone="warn")])
    apart = round(found.share * row.planned)
    bonuses = row.planned - apart
    percent = number(float(found.share * Fraction(100)))
    cite = found.cite if found.status in ("seen", "local") else f"{found.cite}, chưa đối chiếu"
    lines = [
        Line((f"Tổ chức phong trào ({percent} %)", _money(apart))),
        Line(("Chi khen thưởng", _money(bonuses))),
        Line(("Còn lại cho khen thưởng", _money(bonuses - row.spent + row.returned))),
        Line((f"Căn cứ: {cite}.",), tone="good" if found.status in ("seen", "local") else "warn"),
    ]
    return Section("Phân bổ dự toán", lines)


def _money_section(row: FundRow) -> Section:
    lines = []
    for code, label, note in _PARTS:
        filters: dict[str, str | int] = {"money": f"{code} {row.id}", "revoked": "1"}
        follow = Follow("award", filters=filters, note=f"{note} năm {row.id}")
        lines.append(Line((label, _money(getattr(row, code))), follow if getattr(row, code) else None))
    if row.unset:
        of_year: dict[str, str | int] = {"decided_from": f"{row.id}-01-01", "decided_to": f"{row.id}-12-31"}
        follow = Follow(
            "award", filters={"paid": "no", **of_year}, note=f"Chưa ghi tiền thưởng, năm {row.id}"
        )
        lines.append(Line(("Chưa ghi tiền thưởng", f"{number(row.unset)} lượt"), follow))
    return Section("Tiền thưởng (bấm Enter để xem từng lượt)", lines)


def _money(amount: int) -> str:
    return f"{number(amount)} đồng"


def _save(session: Session, before: int | None, values: Mapping[str, Any]) -> int:
    if before is None:
        return services.plan(session, values["year"], values["planned"], values["note"])
    return services.replan(session, before, values["year"], values["planned"], values["note"])
