"""The list of decisions drafted, and their signing."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from thidua_desktop.db import Session
from thidua_desktop.domain.catalogue import AWARD_TYPES
from thidua_desktop.domain.drafted import DraftedDraft
from thidua_desktop.domain.level import LEVELS
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.records import drafted, nominations
from thidua_desktop.records.drafted import DraftedRow
from thidua_desktop.records.query import ListQuery
from thidua_desktop.services import drafting, nomination_choices
from thidua_desktop.services.drafting import Signature
from thidua_desktop.services.recipients import today
from ui.forms.about_fields import recent_years, year_field
from ui.forms.day_form import DayDialog
from ui.forms.dossier_choice import ask_dossier
from ui.forms.filters import LEVEL_SHORT
from ui.forms.nomination_choice import ask_nominations
from ui.forms.record_sections import history_section
from ui.forms.suggestions import suggest_campaigns, suggest_events
from ui.widgets.fields import ChoiceField, LongTextField, LookupField, TextField
from ui.widgets.page import Context, Follow
from ui.widgets.page_spec import Filter, Line, Loaded, PageSpec, Section
from ui.widgets.record_model import Column
from ui.widgets.record_page import RecordPage
from ui.widgets.spec_parts import count_column, counting, keeping, loading, year_column
from ui.widgets.suggest import Picked, asking

_SIGN, _PUT, _CHOOSE = "drafted-sign", "drafted-put", "drafted-choose"
_SHOWN = 200
_SIGNED = (("no", "Chờ ký"), ("yes", "Đã ký"))


class DraftedView(RecordPage[DraftedRow]):
    """Drafts wait here for their number and day."""

    def __init__(self, context: Context) -> None:
        super().__init__(_spec(context), context)
        self.add_button(
            "Ký, ban hành…", self._sign_chosen, tip="Ghi số, ngày ký: lượt khen vào sổ", main=True
        )
        self.panel.followed.connect(self._act)

    def _sign_chosen(self) -> None:
        chosen = self.list.table.chosen_id
        if chosen is None:
            self.said.emit("Chọn một dự thảo trong danh sách trước.")
        else:
            self._ask_signature(chosen)

    def _act(self, follow: Follow) -> None:
        if follow.id is None:
            return
        if follow.kind == _SIGN:
            self._ask_signature(follow.id)
        elif follow.kind == _PUT:
            ask_dossier(self.context, self, "Đưa hồ sơ vào dự thảo", partial(drafting.put_agreed, follow.id))
        elif follow.kind == _CHOOSE:
            self._choose(follow.id)

    def _choose(self, drafted_id: int) -> None:
        ask_nominations(
            self.context,
            self,
            "Chọn người vào dự thảo",
            lambda session: nomination_choices.for_draft(session, drafted_id),
            lambda session, ids: drafting.choose(session, drafted_id, ids),
        )

    def _ask_signature(self, drafted_id: int) -> None:
        def sign(session: Session, values: Mapping[str, Any]) -> None:
            signature = Signature(
                values["number"], values["on"], values["signer"], values["signer_post"], values["event"].id
            )
            drafting.sign(session, drafted_id, signature)

        fields = (
            TextField("number", "Số quyết định", required=True, placeholder="215/QĐ-UBND"),
            TextField("signer", "Người ký", placeholder="Như dự thảo"),
            TextField("signer_post", "Chức vụ người ký", placeholder="Như dự thảo"),
            LookupField("event", "Hội nghị", suggest=asking(self.context.tasks, suggest_events)),
        )
        DayDialog(self.context, "Ký quyết định khen thưởng", sign, fields, self).open()


def _spec(context: Context) -> PageSpec[DraftedRow]:
    return PageSpec(
        code="drafted",
        follows="drafted",
        noun="dự thảo quyết định",
        title="Dự thảo quyết định",
        kinds=frozenset({"drafted", "nomination", "decision", "campaign"}),
        columns=(
            Column("name", "Trích yếu", lambda row: row.name, 330),
            year_column(lambda row: row.year),
            Column("level", "Cấp ban hành", lambda row: LEVEL_SHORT[row.level], 120),
            count_column("awards", "Lượt khen", lambda row: row.awards, 92),
            Column(
                "state", "Trạng thái", _state, 190, tone=lambda row: "good" if row.decision_id else "warn"
            ),
            Column("authority", "Cơ quan ban hành", lambda row: row.authority, 190, shown=False),
        ),
        filters=(
            Filter("signed", "Trạng thái", _SIGNED),
            Filter("year", "Năm", recent_years),
        ),
        fields=(
            LongTextField("name", "Trích yếu", lines=2, required=True),
            year_field("Năm đạt thành tích"),
            ChoiceField("level", "Cấp ban hành", options=tuple(LEVELS.items()), empty=None),
            TextField("authority", "Cơ quan ban hành", placeholder="Chủ tịch UBND huyện …"),
            TextField("signer", "Người ký"),
            TextField("signer_post", "Chức vụ người ký"),
            ChoiceField("type", "Loại hình", options=tuple(AWARD_TYPES.items()), empty=None),
            LookupField("campaign", "Phong trào", suggest=asking(context.tasks, suggest_campaigns)),
            LongTextField("note", "Ghi chú", lines=2),
        ),
        ids=drafted.ids,
        rows=drafted.rows,
        count_text=counting(drafted.ids, "dự thảo"),
        load=loading(drafted.rows, _loaded),
        save=keeping(lambda session, draft: drafting.draft(session, draft, ()), drafting.correct, _draft),
        remove=drafting.remove,
        row_name=lambda row: row.name,
        new_values=lambda: {"year": today().year - 1, "level": "district", "type": "merit"},
        empty_hint="Chưa có dự thảo nào. Ở trang Hội đồng, cuộc họp đã kiểm phiếu có nút lập dự thảo; không "
        "qua Hội đồng thì bấm “+ Dự thảo quyết định mới” rồi đưa hồ sơ vào. Ghi số và ngày ký là thành "
        "quyết định.",
    )


def _tone(row: DraftedRow) -> str:
    return "good" if row.decision_id else "warn"


def _state(row: DraftedRow) -> str:
    return f"Đã ký: {row.decision}" if row.decision_id else "Chờ ký"


def _loaded(session: Session, row: DraftedRow) -> Loaded:
    values = {
        "name": row.name,
        "year": row.year,
        "level": row.level,
        "authority": row.authority,
        "signer": row.signer,
        "signer_post": row.signer_post,
        "type": row.type,
        "campaign": Picked(row.campaign_id, row.campaign),
        "note": row.note,
    }
    return Loaded(
        row.name, f"{number(row.awards)} lượt khen · {_state(row)}", values, _sections(session, row)
    )


def _sections(session: Session, row: DraftedRow) -> list[Section]:
    ids = nominations.ids(session, ListQuery(filters={"drafted": row.id}))
    listed = [
        Line((one.name, one.title, one.dossier_unit)) for one in nominations.rows(session, ids[:_SHOWN])
    ]
    if row.decision_id is None:
        state = Section(
            "Trạng thái",
            [Line(("Chưa ký: chưa có lượt khen nào vào sổ.",), tone="warn")],
            actions=[
                ("Ký, ban hành…", Follow(_SIGN, row.id)),
                ("+ Hồ sơ…", Follow(_PUT, row.id)),
                ("Chọn người…", Follow(_CHOOSE, row.id)),
            ],
        )
    else:
        state = Section(
            "Trạng thái",
            [Line((f"Đã ký thành quyết định {row.decision}.",), tone="good")],
            actions=[("Xem quyết định", Follow("decision", row.decision_id))],
        )
    listed_section = Section(f"Danh sách ({number(len(ids))})", listed, empty="Chưa có ai trong dự thảo.")
    return [state, listed_section, history_section(session, "drafted", row.id)]


def _draft(values: Mapping[str, Any]) -> DraftedDraft:
    return DraftedDraft(
        values["name"],
        values["year"],
        values["level"],
        values["authority"],
        values["signer"],
        values["signer_post"],
        values["type"],
        values["campaign"].id,
        values["note"],
    )
