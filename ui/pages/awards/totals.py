"""Số liệu kế thừa: figures without names, until their detailed rows arrive."""

from array import array
from collections.abc import Mapping, Sequence

from thidua_desktop.db import Session
from thidua_desktop.domain.dates import show
from thidua_desktop.domain.recipient import RECIPIENTS
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.records import catalogue, totals
from thidua_desktop.records.query import ListQuery
from thidua_desktop.records.totals import TotalRow
from thidua_desktop.services import totals as services
from thidua_desktop.services.recipients import today
from ui.forms.filters import LEVEL_SHORT
from ui.forms.record_sections import history_section
from ui.forms.total_fields import draft_of, total_fields, values_of
from ui.pages.awards.lines import recipient_word
from ui.widgets.page import Context, Follow
from ui.widgets.page_spec import Filter, Line, Loaded, PageSpec, Section
from ui.widgets.record_model import Column
from ui.widgets.record_page import RecordPage
from ui.widgets.spec_parts import count_column, keeping, loading, one_by_one

_COUNTED, _REPLACED = "Đang tính", "Đã nhập chi tiết"
_REPLACE, _TAKE_BACK = "replace", "take_back"


class TotalsView(RecordPage["_Shown"]):
    """The inherited totals."""

    def __init__(self, context: Context) -> None:
        super().__init__(_spec(context), context)
        self.panel.followed.connect(self._act)

    def _act(self, follow: Follow) -> None:
        if follow.id is None or follow.kind not in {_REPLACE, _TAKE_BACK}:
            return
        total_id, back = follow.id, follow.kind == _TAKE_BACK

        def turn(session: Session) -> None:
            if back:
                services.take_back(session, total_id)
            else:
                services.replace(session, total_id, today())

        name = "Tính lại số liệu kế thừa" if back else "Đã nhập chi tiết thay số liệu kế thừa"
        self.context.tasks.write(name, turn, owner=self)


class _Shown:
    """A total with the names of its awards, as a row of the list."""

    def __init__(self, row: TotalRow, labels: Mapping[str, str]) -> None:
        self.row = row
        self.awards = " + ".join(labels.get(code, code) for code in row.awards)

    @property
    def id(self) -> int:
        return self.row.id


def _spec(context: Context) -> PageSpec[_Shown]:
    return PageSpec(
        code="totals",
        follows="total",
        noun="số liệu kế thừa",
        title="Số liệu kế thừa",
        kinds=frozenset({"total", "award_kind", "event", "unit", "campaign"}),
        columns=(
            Column("awards", "Danh hiệu, hình thức", lambda one: one.awards, 180, sort="awards"),
            count_column("times", "Số lượt", lambda one: one.row.times, 72, sort="times"),
            Column("recipient", "Đối tượng", lambda one: recipient_word(one.row.recipient), 82),
            Column("level", "Cấp khen", lambda one: LEVEL_SHORT[one.row.level], 100),
            Column("period", "Kỳ", _period, 182, sort="start"),
            Column("source", "Nguồn", lambda one: one.row.source, 110),
            Column("state", "Trạng thái", _state, 170, tone=_tone),
            Column("event", "Hội nghị, sự kiện", lambda one: one.row.event, 170, shown=False),
            Column("unit", "Đơn vị", lambda one: one.row.unit, 150, shown=False),
            Column("campaign", "Phong trào", lambda one: one.row.campaign, 170, shown=False),
        ),
        filters=(
            Filter("recipient", "Đối tượng", tuple(RECIPIENTS.items())),
            Filter("level", "Cấp", tuple(LEVEL_SHORT.items())),
            Filter("state", "Trạng thái", (("counted", _COUNTED), ("replaced", _REPLACED))),
        ),
        fields=total_fields(context.tasks),
        ids=_ids,
        rows=_rows,
        count_text=_count,
        load=loading(_rows, _loaded),
        save=keeping(services.enter, services.change, draft_of),
        remove=one_by_one(services.remove),
        called=lambda values: str(values["source"]),
        row_name=lambda one: one.awards,
        new_values=lambda: {"recipient": "person", "level": "district", "type": ""},
        empty_hint="Chưa có số liệu kế thừa. Những năm chưa có danh sách chi tiết thì nhập con số của báo "
        "cáo cũ: bấm “+ Số liệu kế thừa mới”. Báo cáo để riêng con số này cạnh số liệu chi tiết.",
        sort="start",
    )


def _ids(session: Session, query: ListQuery) -> "array[int]":
    found = totals.ids(session, query)
    state = query.filters.get("state")
    if not state:
        return found
    rows = totals.rows(session, found)
    return array("q", [row.id for row in rows if (row.replaced_on is not None) == (state == "replaced")])


def _rows(session: Session, ids: Sequence[int]) -> list[_Shown]:
    labels = _labels(session)
    return [_Shown(row, labels) for row in totals.rows(session, ids)]


def _labels(session: Session) -> dict[str, str]:
    return {row.code: row.label for row in catalogue.list_(session)}


def _count(session: Session, query: ListQuery) -> str:
    rows = totals.rows(session, _ids(session, query))
    counted = sum(row.times for row in rows if row.replaced_on is None)
    replaced = sum(row.times for row in rows) - counted
    rest = f" · {number(replaced)} lượt đã có chi tiết, không tính nữa" if replaced else ""
    return f"{number(len(rows))} dòng · {number(counted)} lượt đang tính{rest}"


def _loaded(session: Session, one: _Shown) -> Loaded:
    past = history_section(session, "total", one.row.id)
    subtitle = f"{number(one.row.times)} lượt · {_period(one)}"
    return Loaded(one.awards, subtitle, values_of(one.row, _labels(session)), [_told(one.row), past])


def _told(row: TotalRow) -> Section:
    if row.replaced_on is None:
        note = "Báo cáo tính con số này cạnh các dòng chi tiết. Khi đã nhập đủ danh sách của kỳ, bấm nút này."
        return Section(
            "Trạng thái", [Line((note,), tone="warn")], actions=[(_REPLACED, Follow(_REPLACE, row.id))]
        )
    note = f"Đã nhập chi tiết từ ngày {show(row.replaced_on)}: báo cáo chỉ tính các dòng chi tiết."
    return Section(
        "Trạng thái", [Line((note,), tone="good")], actions=[("Tính lại", Follow(_TAKE_BACK, row.id))]
    )


def _period(one: _Shown) -> str:
    return f"{show(one.row.start)} – {show(one.row.end)}"


def _state(one: _Shown) -> str:
    return f"{_REPLACED} {show(one.row.replaced_on)}" if one.row.replaced_on else _COUNTED


def _tone(one: _Shown) -> str:
    return "good" if one.row.replaced_on else "warn"
