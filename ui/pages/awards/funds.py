"""The fund of each year: planned, to be paid, paid, come back, left; every figure opens its awards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from thidua_desktop.db import Session
from thidua_desktop.domain.dates import show
from thidua_desktop.domain.level import LEVELS
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.records import funds
from thidua_desktop.services import fund_dues
from thidua_desktop.services import funds as services
from thidua_desktop.services.fund_dues import YearFund
from thidua_desktop.services.recipients import today
from ui.forms import laws
from ui.forms.about_fields import year_field
from ui.forms.record_sections import history_section
from ui.widgets.fields import LongTextField, NumberField
from ui.widgets.page import Context, Follow
from ui.widgets.page_spec import Line, Loaded, PageSpec, Section
from ui.widgets.record_model import Column
from ui.widgets.record_page import RecordPage
from ui.widgets.spec_parts import count_column, counting, loading, some_column, year_column

_NO_SHARE = "Quy định đã đối chiếu không nêu phần dành cho tổ chức phong trào của năm này."
_PARTS = (
    ("owed", "Đã tính, chưa chi", "Tiền thưởng đã tính, chưa chi"),
    ("spent", "Đã chi trong năm", "Tiền thưởng đã chi"),
    ("returned", "Đã nộp lại", "Tiền thưởng đã nộp lại"),
    ("recover", "Chưa nộp lại", "Tiền thưởng phải nộp lại mà chưa nộp"),
)


class FundsView(RecordPage["YearFund"]):
    """Plans the fund of a year and shows what became of it."""

    def __init__(self, context: Context) -> None:
        super().__init__(_spec(), context)


def _spec() -> PageSpec[YearFund]:
    return PageSpec(
        code="funds",
        follows="fund",
        noun="dự toán quỹ",
        title="Quỹ thi đua, khen thưởng theo năm (đồng)",
        kinds=frozenset({"fund", "payment", "award", "decision", "local_rule", "setting"}),
        columns=(
            year_column(lambda one: one.id),
            some_column("planned", "Dự toán", lambda one: one.row.planned, 112),
            count_column("spent", "Đã chi", lambda one: one.row.spent, 108),
            _left_column(),
            count_column("due", "Theo quyết định", lambda one: one.due, 124),
            count_column("unpaid", "Còn phải chi", lambda one: one.unpaid, 110),
            count_column("recover", "Chưa nộp lại", lambda one: one.row.recover, 108),
            some_column("organising", "Tổ chức phong trào", lambda one: one.organising, 138),
            count_column("owed", "Đã tính, chưa chi", lambda one: one.row.owed, 140, shown=False),
            count_column("returned", "Đã nộp lại", lambda one: one.row.returned, 110, shown=False),
            Column("note", "Căn cứ, ghi chú", lambda one: one.row.note, 210, shown=False),
        ),
        fields=(
            year_field("Năm"),
            NumberField("planned", "Dự toán (đồng)", required=True),
            LongTextField("note", "Căn cứ, ghi chú", lines=2),
        ),
        ids=funds.ids,
        rows=_rows,
        count_text=counting(funds.ids, "năm; số tiền tính bằng đồng"),
        load=loading(_rows, _loaded),
        save=_save,
        remove=services.drop,
        called=lambda values: f"năm {values['year']}",
        row_name=lambda one: f"năm {one.id}",
        new_values=lambda: {"year": today().year},
        empty_hint="Chưa có năm nào. Bấm “+ Dự toán quỹ mới” để ghi dự toán của năm; tiền thưởng ghi ở trang "
        "Quyết định tự cộng vào năm chi.",
        sort="year",
        descending=True,
    )


def _rows(session: Session, years: Sequence[int]) -> list[YearFund]:
    return fund_dues.of_years(session, laws.book(session), years)


def _left_column() -> Column[YearFund]:
    return Column(
        "left",
        "Còn lại",
        lambda one: "" if one.row.left is None else number(one.row.left),
        112,
        "right",
        value=lambda one: one.row.left,
        tone=lambda one: "bad" if (one.row.left or 0) < 0 else "",
    )


def _loaded(session: Session, one: YearFund) -> Loaded:
    row = one.row
    values = {"year": row.id, "planned": row.planned, "note": row.note}
    planned = "Chưa có dự toán"
    if row.planned is not None and row.left is not None:
        planned = f"Dự toán {_money(row.planned)} · còn lại {_money(row.left)}"
        if one.left_after is not None and one.left_after < 0:
            planned += f" · thiếu {_money(-one.left_after)} nếu chi đủ và dành phần tổ chức phong trào"
    sections = [_money_section(one), _plan_section(one), _decision_section(one)]
    if row.fund_id is not None:
        sections.append(history_section(session, "fund", row.fund_id))
    return Loaded(f"Quỹ thi đua, khen thưởng năm {row.id}", planned, values, sections)


def _plan_section(one: YearFund) -> Section:
    """What the plan leaves for bonuses when the part for organising emulation is set aside."""
    row, found = one.row, one.share
    if row.planned is None or row.left is None or one.left_after is None:
        return Section("Phân bổ dự toán", empty="Chưa có dự toán của năm này: ghi ở trên rồi lưu.")
    if found is None:
        left = Line(("Còn lại", _money(row.left)))
        return Section("Phân bổ dự toán", [left, *_after(one.left_after), Line((_NO_SHARE,), tone="warn")])
    apart = round(found.share * row.planned)
    bonuses = row.planned - apart
    percent = number(float(found.share * Fraction(100)))
    cite = found.cite if found.status in ("seen", "local") else f"{found.cite}, chưa đối chiếu"
    lines = [
        Line((f"Tổ chức phong trào ({percent} %)", _money(apart))),
        Line(("Chi khen thưởng", _money(bonuses))),
        Line(("Còn lại cho khen thưởng", _money(row.left - apart))),
        *_after(one.left_after),
        Line((f"Căn cứ: {cite}.",), tone="good" if found.status in ("seen", "local") else "warn"),
    ]
    return Section("Phân bổ dự toán", lines)


def _after(left: int) -> list[Line]:
    """What stays when all that is due is paid, with a warning when the plan does not reach."""
    lines = [Line(("Còn lại khi chi đủ", _money(left)))]
    if left < 0:
        told = f"Dự toán thiếu {_money(-left)} để chi đủ các quyết định đã ký."
        lines.append(Line((told,), tone="warn"))
    return lines


def _money_section(one: YearFund) -> Section:
    row = one.row
    lines = []
    for code, label, note in _PARTS:
        filters: dict[str, str | int] = {"money": f"{code} {row.id}", "revoked": "1"}
        follow = Follow("award", filters=filters, note=f"{note} năm {row.id}")
        lines.append(Line((label, _money(getattr(row, code))), follow if getattr(row, code) else None))
    of_year: dict[str, str | int] = {"decided_from": f"{row.id}-01-01", "decided_to": f"{row.id}-12-31"}
    level = LEVELS[one.level]
    if one.unset:
        ours: dict[str, str | int] = {"paid": "no", **of_year, "level": one.level}
        follow = Follow("award", filters=ours, note=f"Chưa ghi tiền thưởng, {level}, năm {row.id}")
        lines.append(Line((f"Chưa ghi, {level} quyết định", f"{number(one.unset)} lượt"), follow))
        lines.append(Line(("Chưa ghi, tính theo quy định", _money(one.reckoned)), follow))
    if others := row.unset - one.unset:
        follow = Follow(
            "award", filters={"paid": "no", **of_year}, note=f"Chưa ghi tiền thưởng, năm {row.id}"
        )
        lines.append(Line(("Chưa ghi, cấp khác quyết định", f"{number(others)} lượt"), follow))
    lines += [Line((text,), tone="warn") for text in _doubts(one)]
    return Section("Tiền thưởng (bấm Enter để xem từng lượt)", lines)


def _doubts(one: YearFund) -> list[str]:
    found = []
    if one.reckoned:
        found.append(
            f"{_money(one.reckoned)} chưa ghi ở quyết định nào: tính theo hệ số và lương cơ sở ngày ký của "
            f"quyết định của {LEVELS[one.level]}. Khoản do đơn vị khác chi thì không thuộc quỹ này."
        )
    if one.unsure:
        found.append(
            f"{number(one.unsure)} lượt chưa ghi tiền thưởng, mức thưởng chưa đối chiếu được: không cộng vào."
        )
    return found


def _decision_section(one: YearFund) -> Section:
    lines = [
        Line(
            (row.number, show(row.decided_on), number(row.due), number(row.unpaid)),
            Follow("decision", row.id),
        )
        for row in one.decisions
    ]
    return Section(
        f"Quyết định cơ quan chi thưởng, ký năm {one.id} ({number(len(lines))})",
        lines,
        header=("Số", "Ngày", "Tiền thưởng", "Còn phải chi"),
        empty="Chưa có quyết định nào.",
    )


def _money(amount: int) -> str:
    return f"{number(amount)} đồng"


def _save(session: Session, before: int | None, values: Mapping[str, Any]) -> int:
    if before is None:
        return services.plan(session, values["year"], values["planned"], values["note"])
    return services.replan(session, before, values["year"], values["planned"], values["note"])
