"""The list of nomination dossiers, and the way of each from its receipt to the decision."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from thidua_desktop.db import Session
from thidua_desktop.domain.catalogue import AWARD_TYPES
from thidua_desktop.domain.dates import show
from thidua_desktop.domain.dossier import DAYS, STANDINGS, STATES, VOTED_DOWN, PaperDraft
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.records import days_off, dossiers, nominations
from thidua_desktop.records.dossiers import DossierRow
from thidua_desktop.records.nominations import NominationRow
from thidua_desktop.records.query import ListQuery
from thidua_desktop.services import dossier_days
from thidua_desktop.services import dossiers as services
from thidua_desktop.services.dossier_terms import of_dossier
from thidua_desktop.services.recipients import today
from ui.forms import laws
from ui.forms.about_fields import recent_years
from ui.forms.day_form import DayDialog
from ui.forms.dossier_form import dossier_draft, head_fields, head_values, open_dossier
from ui.forms.filters import unit_names
from ui.forms.record_sections import history_section
from ui.forms.term_lines import term_lines
from ui.forms.unsaved_strip import UnsavedStrip
from ui.widgets.fields import ChoiceField, DateField, TableField
from ui.widgets.form_dialog import FormDialog
from ui.widgets.grid_model import GridColumn
from ui.widgets.page import Context, Follow
from ui.widgets.page_spec import Filter, Line, Loaded, PageSpec, Section
from ui.widgets.record_model import Column
from ui.widgets.record_page import RecordPage
from ui.widgets.spec_parts import count_column, counting, day_column, loading, year_column

_SHOWN = 200
_BRING, _DAYS = "dossier-bring", "dossier-days"
_DAYS_TITLE = "Ghi ngày hiệp y, công khai, thông báo"
_NEXT: dict[str, str] = {
    "received": "appraised",
    "appraised": "council",
    "council": "submitted",
    "submitted": "decided",
    "returned": "received",
}
_RESULTS: dict[str, str] = {
    "granted": "Cấp trên đồng ý khen",
    "refused": "Cấp trên không khen",
    VOTED_DOWN: "Hội đồng không đồng ý",
}
_YES = (("1", "Có"), ("0", "Chưa có"))
_MIND = frozenset({"dossier", "dossier_step", "dossier_paper", "nomination", "unit", "award_kind"})
_MIND |= {"attested", "local_rule", "day_off"}  # what its terms are counted from


class DossiersView(RecordPage[DossierRow]):
    """Receives dossiers, appraises them, brings them forward."""

    def __init__(self, context: Context) -> None:
        super().__init__(_spec(context), context)
        self.new_asked.connect(lambda: open_dossier(context, self, self._kept))
        self.opened.connect(self._appraise)
        self.add_button(
            "Thẩm định…", self._appraise_chosen, tip="Đối chiếu tiêu chuẩn từng người (Enter)", main=True
        )
        self.add_button("Sửa danh sách…", self._edit_chosen, tip="Thêm, bớt người được đề nghị")
        self.panel.followed.connect(self._act)
        self.unsaved = UnsavedStrip(context, self, received=self._kept)
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(1, self.unsaved)

    def entered(self) -> None:
        """Look again also whether a dossier left unsaved was taken up elsewhere."""
        super().entered()
        self.unsaved.refresh()

    def _kept(self, dossier_id: int) -> None:
        self.list.show_record(dossier_id)

    def _appraise_chosen(self) -> None:
        if (chosen := self._chosen_row()) is not None:
            self._open_appraisal(chosen)

    def _appraise(self, dossier_id: int) -> None:
        row = self.list.table.record(dossier_id)
        if row is not None:
            self._open_appraisal(row)

    def _open_appraisal(self, row: DossierRow) -> None:
        from ui.forms.appraisal import AppraisalDialog

        AppraisalDialog(self.context, row, self).open()

    def _edit_chosen(self) -> None:
        if (chosen := self._chosen_row()) is not None:
            open_dossier(self.context, self, self._kept, dossier_id=chosen.id)

    def _act(self, follow: Follow) -> None:
        if follow.kind == _BRING and follow.id is not None:
            self._ask_state(follow.id, str(follow.filters["state"]))
        elif follow.kind == _DAYS and follow.id is not None:
            self._ask_days(follow.id)

    def _ask_state(self, dossier_id: int, state: str) -> None:
        field = ChoiceField("state", "Bước", options=tuple(STATES.items()), empty=None)

        def bring(session: Session, values: Mapping[str, Any]) -> None:
            services.bring(session, dossier_id, values["state"], values["on"], values["note"])

        dialog = DayDialog(self.context, "Chuyển bước hồ sơ đề nghị", bring, (field,), self)
        dialog.load({**dialog.form.values(), "state": state})
        dialog.open()

    def _ask_days(self, dossier_id: int) -> None:
        fields = tuple(DateField(code, label) for code, label in DAYS.items())
        dialog = FormDialog(_DAYS_TITLE, fields, self.context.state, _DAYS, self)

        def keep(values: Mapping[str, Any]) -> None:
            noting = partial(dossier_days.note, dossier_id=dossier_id, days=values)
            dialog.write(self.context.tasks, _DAYS_TITLE, noting)

        dialog.saved.connect(keep)
        self.context.tasks.read(partial(dossiers.days, dossier_id=dossier_id), dialog.load, owner=dialog)
        dialog.open()

    def _chosen_row(self) -> DossierRow | None:
        chosen = self.list.table.chosen_id
        row = self.list.table.record(chosen) if chosen is not None else None
        if row is None:
            self.said.emit("Chọn một hồ sơ trong danh sách trước.")
        return row


_PAPERS = TableField(
    "papers",
    "Giấy tờ của hồ sơ",
    wide=True,
    lines=4,
    columns=(
        GridColumn("name", "Giấy tờ", 190),
        GridColumn("there", "Đã có", 74, "choice", options=_YES),
        GridColumn("cite", "Căn cứ", 100),
    ),
)


def _spec(context: Context) -> PageSpec[DossierRow]:
    return PageSpec(
        code="dossiers",
        follows="dossier",
        noun="hồ sơ đề nghị",
        title="Hồ sơ đề nghị khen thưởng",
        kinds=_MIND,
        columns=(
            Column("number", "Số tờ trình", lambda row: row.number, 112),
            Column("unit", "Đơn vị trình", lambda row: row.unit, 188, sort="unit"),
            day_column("received_on", "Ngày nhận", lambda row: row.received_on, 100, sort="received_on"),
            year_column(lambda row: row.year),
            count_column("proposed", "Đề nghị", lambda row: row.proposed, 76),
            count_column("appraised", "Đã thẩm định", lambda row: row.appraised, 108),
            Column("state", "Bước", lambda row: STATES[row.state], 160, tone=_tone),
            Column("lacking", "Thiếu giấy tờ", _lacking, 96, tone=lambda row: "warn" if row.lacking else ""),
            Column("campaign", "Phong trào", lambda row: row.campaign, 170, shown=False),
            Column("note", "Ghi chú", lambda row: row.note, 200, shown=False),
        ),
        filters=(
            Filter("year", "Năm", recent_years),
            Filter("unit", "Đơn vị", unit_names),
            Filter("state", "Bước", tuple(STATES.items())),
            Filter("type", "Loại hình", tuple(AWARD_TYPES.items())),
        ),
        fields=(*head_fields(context.tasks), _PAPERS),
        ids=dossiers.ids,
        rows=dossiers.rows,
        count_text=counting(dossiers.ids, "hồ sơ"),
        load=loading(dossiers.rows, _loaded),
        save=_save,
        remove=services.remove,
        called=lambda values: str(values["unit"].text),
        row_name=lambda row: f"hồ sơ của {row.unit}",
        adds=False,
        empty_hint="Chưa có hồ sơ đề nghị nào. Đơn vị gửi tờ trình đến thì bấm “+ Hồ sơ đề nghị mới”, dán "
        "danh sách người được đề nghị, rồi thẩm định cả hồ sơ trên một màn hình.",
        sort="received_on",
        descending=True,
    )


def _tone(row: DossierRow) -> str:
    return {"decided": "good", "returned": "bad"}.get(row.state, "")


def _lacking(row: DossierRow) -> str:
    return number(row.lacking) if row.lacking else ""


def _loaded(session: Session, row: DossierRow) -> Loaded:
    papers = [
        {"name": paper.name, "there": str(int(paper.there)), "cite": paper.cite}
        for paper in dossiers.papers(session, row.id)
    ]
    title = f"Hồ sơ {row.number}" if row.number else "Hồ sơ đề nghị"
    subtitle = f"{row.unit} · {number(row.proposed)} đề nghị · {STATES[row.state]}"
    return Loaded(title, subtitle, {**head_values(row), "papers": papers}, _sections(session, row))


def _sections(session: Session, row: DossierRow) -> list[Section]:
    rows = nominations.rows(
        session, nominations.ids(session, ListQuery(filters={"dossier": row.id}))[:_SHOWN]
    )
    listed = [Line((one.name, f"{_outcome(one)} – {one.title}")) for one in rows]
    went = [(one.on, STATES[one.state], one.note) for one in dossiers.steps(session, row.id)]
    went += [(on, DAYS[code], "") for code, on in dossiers.days(session, row.id).items() if on]
    steps = [Line((show(on), told, note)) for on, told, note in sorted(went, key=lambda step: step[0])]
    following = _NEXT.get(row.state)
    actions = []
    if following is not None:
        actions.append((f"→ {STATES[following]}…", Follow(_BRING, row.id, {"state": following})))
    if row.state not in {"returned", "decided"}:
        actions.append(("Trả lại…", Follow(_BRING, row.id, {"state": "returned"})))
    actions.append(("Hiệp y, công khai…", Follow(_DAYS, row.id)))
    return [
        Section("Các bước", [*_terms(session, row), *steps], actions=actions),
        Section(f"Được đề nghị ({number(row.proposed)})", listed, empty="Chưa có ai trong hồ sơ."),
        history_section(session, "dossier", row.id),
    ]


def _outcome(row: NominationRow) -> str:
    """What became of a nomination, else what was said of it so far."""
    if row.award_id is not None:
        return "Đã có quyết định khen"
    return _RESULTS.get(row.result) or STANDINGS[row.standing]


def _terms(session: Session, row: DossierRow) -> list[Line]:
    """Until when each step must be done, and whether it is or was late."""
    calendar = days_off.calendar(session)
    found = of_dossier(session, laws.book(session), row, today(), calendar)
    return term_lines(found)


def _save(session: Session, dossier_id: int | None, values: Mapping[str, Any]) -> int:
    """Keep the head and the papers; the list has a form of its own."""
    if dossier_id is None:
        raise ValueError("a new dossier is entered with its list")
    papers = tuple(
        PaperDraft(paper["name"], paper["there"] == "1", paper["cite"]) for paper in values["papers"]
    )
    listed = tuple(map(nominations.draft_of, nominations.of(session, dossier_id)))
    services.correct(session, dossier_id, dossier_draft(values, listed, papers))
    return dossier_id
