"""What a reader of the figures must know: the basis, the cut-off, what stands apart, what is not counted."""

from collections.abc import Iterable, Mapping

from thidua_desktop.domain.dates import show
from thidua_desktop.domain.figures import Kind
from thidua_desktop.domain.level import LEVELS
from thidua_desktop.domain.period import Period
from thidua_desktop.domain.recipient import RECIPIENTS
from thidua_desktop.domain.vietnamese import count2
from thidua_desktop.records.totals import TotalRow
from thidua_desktop.reports.period.value import Options, PeriodRows

_COUNTERS = (
    "Lượt là số lần được khen có danh sách tên; cột người, tập thể, hộ đếm mỗi đối tượng một lần; "
    "kế thừa là số lượt chưa có danh sách tên, chỉ cộng vào lượt."
)


def notes(rows: PeriodRows, options: Options) -> tuple[str, ...]:
    """The notes below the tables, each one sentence."""
    return (
        f"{options.period.footing}.",
        *((f"Phạm vi: {rows.scope}.",) if rows.scope else ()),
        *_gathered(rows, options),
        _COUNTERS,
        *_inherited(rows),
    )


def _gathered(rows: PeriodRows, options: Options) -> tuple[str, ...]:
    if options.gathered == "inside":
        return ("Khen thưởng tại hội nghị đã tính chung trong các bảng.",)
    if not rows.event_rows:
        return ()
    count = count2(rows.event_total.total)
    return (
        f"Khen thưởng tại hội nghị ({count} lượt) ở bảng riêng, không cộng vào các bảng và biểu đồ khác.",
    )


def _inherited(rows: PeriodRows) -> Iterable[str]:
    inherited = rows.inherited
    for total in inherited.counted:
        yield f"Đã cộng số liệu kế thừa: {_said(total, rows.kinds)}, nguồn: {total.source}."
        detailed = rows.beside.get(total.id, 0)
        if detailed:
            yield (
                f"Cùng danh hiệu, cấp và năm với số liệu vừa nêu đã có {count2(detailed)} lượt chi tiết: "
                "nếu đó chính là danh sách của số liệu này, chọn “Đã nhập chi tiết” để không tính hai lần."
            )
    for total in inherited.overlapping:
        yield (
            f"Chưa cộng số liệu kế thừa: {_said(total, rows.kinds)}, "
            "vì kỳ của số liệu không nằm gọn trong kỳ báo cáo."
        )
    for total in inherited.unplaced:
        yield (
            f"Chưa cộng số liệu kế thừa: {_said(total, rows.kinds)}, "
            "vì số liệu không ghi đơn vị hoặc phong trào của báo cáo."
        )
    for total in inherited.replaced:
        if total.replaced_on:
            yield (
                f"Không cộng số liệu kế thừa: {_said(total, rows.kinds)}, "
                f"vì đã có danh sách chi tiết thay từ ngày {show(total.replaced_on)}."
            )


def _said(total: TotalRow, kinds: Mapping[str, Kind]) -> str:
    awards = ", ".join(kinds[code].called(total.level) for code in total.awards)
    who = RECIPIENTS[total.recipient].lower()
    when = Period(total.start, total.end).label
    return f"{count2(total.times)} lượt {who}, {awards}, {LEVELS[total.level]}, {when[:1].lower()}{when[1:]}"
