"""The list of campaigns and the record of the chosen one."""

from thidua_desktop.db import Session
from thidua_desktop.domain.campaign import CAMPAIGN_FORMS, CAMPAIGN_KINDS
from thidua_desktop.domain.level import LEVELS
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.records import awards, campaigns, events
from thidua_desktop.records.campaigns import CampaignRow
from thidua_desktop.records.query import ListQuery
from thidua_desktop.services import campaigns as services
from ui.forms.campaign_fields import NEW_VALUES, campaign_draft, campaign_fields, campaign_values
from ui.forms.filters import award_years
from ui.forms.record_sections import decision_section, figure_section, history_section
from ui.widgets.page import Context, Follow
from ui.widgets.page_spec import Filter, Line, Loaded, PageSpec, Section
from ui.widgets.record_model import Column
from ui.widgets.record_page import RecordPage
from ui.widgets.spec_parts import count_column, counting, keeping, loading, one_by_one

_KINDS = frozenset(
    {"campaign", "campaign_content", "campaign_unit", "milestone", "role_model"}
    | {"decision", "award", "event", "unit", "person", "household"}
)
_SHORT_FORMS = {"campaign": "Phong trào", "drive": "Cuộc vận động"}


class CampaignsView(RecordPage[CampaignRow]):
    """Searches and edits campaigns."""

    def __init__(self, context: Context) -> None:
        super().__init__(_spec(context), context)
        self.add_menu_action("Xem lượt khen trong sổ", self._show_awards)

    def _show_awards(self, ids: list[int]) -> None:
        row = self.list.table.record(ids[0])
        if row is not None:
            self.followed.emit(
                Follow("award", filters={"campaign": row.id}, note=f"Lượt khen trong “{row.name}”")
            )


def _spec(context: Context) -> PageSpec[CampaignRow]:
    return PageSpec(
        code="campaigns",
        follows="campaign",
        noun="phong trào",
        title="Danh sách phong trào, cuộc vận động",
        kinds=_KINDS,
        columns=(
            Column("name", "Tên phong trào, cuộc vận động", lambda row: row.name, 280, sort="name"),
            Column("form", "Hình thức", lambda row: _SHORT_FORMS[row.form], 118),
            Column("level", "Cấp", lambda row: LEVELS[row.level], 125, sort="level"),
            Column("kind", "Loại", lambda row: CAMPAIGN_KINDS[row.kind], 105),
            Column("time", "Thời gian", _time, 182, sort="starts"),
            count_column("decisions", "Quyết định", lambda row: row.decisions, 90),
            Column("parent", "Thuộc phong trào", lambda row: row.parent, 200, shown=False),
            Column("document", "Văn bản phát động", lambda row: row.document, 200, shown=False),
            Column("note", "Ghi chú", lambda row: row.note, 200, shown=False),
        ),
        filters=(
            Filter("form", "Hình thức", tuple(CAMPAIGN_FORMS.items())),
            Filter("level", "Cấp", tuple(LEVELS.items())),
            Filter("kind", "Loại", tuple(CAMPAIGN_KINDS.items())),
            Filter("year", "Năm", award_years),
        ),
        fields=campaign_fields(context.tasks),
        ids=campaigns.ids,
        rows=campaigns.rows,
        count_text=counting(campaigns.ids, "phong trào, cuộc vận động"),
        load=loading(campaigns.rows, _loaded),
        save=keeping(services.launch, services.change, campaign_draft),
        remove=one_by_one(services.remove),
        new_values=lambda: dict(NEW_VALUES),
        row_name=lambda row: row.name,
        empty_hint="Chưa có phong trào nào. Bấm “+ Phong trào mới”.",
        sort="name",
    )


def _time(row: CampaignRow) -> str:
    if row.starts is None and row.ends is None:
        return ""
    return f"{row.starts or '…'} – {row.ends or 'nay'}"


def _loaded(session: Session, row: CampaignRow) -> Loaded:
    subtitle = " · ".join(
        filter(None, (CAMPAIGN_FORMS[row.form], LEVELS[row.level], _time(row), _given(session, row)))
    )
    return Loaded(row.name, subtitle, campaign_values(session, row.id), _sections(session, row))


def _given(session: Session, row: CampaignRow) -> str:
    found = awards.summary(session, ListQuery(filters={"campaign": row.id}))
    return f"{number(found.times)} lượt khen" if found.times else ""


def _sections(session: Session, row: CampaignRow) -> list[Section]:
    filters = {"campaign": row.id}
    return [
        figure_section(session, "Kết quả khen thưởng", filters, f"Phong trào: {row.name}"),
        decision_section(session, filters),
        *_models(session, row.id),
        *_below(session, row.id),
        *_launched_at(session, row.id),
        history_section(session, "campaign", row.id),
    ]


def _models(session: Session, campaign_id: int) -> list[Section]:
    lines = [
        Line((model.name, model.citation), _to(model))
        for model in campaigns.role_models(session, campaign_id)
    ]
    return [Section(f"Điển hình tiên tiến ({len(lines)})", lines)] if lines else []


def _to(model: campaigns.RoleModelRow) -> Follow:
    if model.person_id is not None:
        return Follow("person", model.person_id)
    if model.unit_id is not None:
        return Follow("unit", model.unit_id)
    return Follow("household", model.household_id)


def _below(session: Session, campaign_id: int) -> list[Section]:
    every = campaigns.rows(session, campaigns.ids(session, ListQuery()))
    lines = [
        Line((row.name, LEVELS[row.level]), Follow("campaign", row.id))
        for row in every
        if row.parent_id == campaign_id
    ]
    return [Section(f"Phong trào cấp dưới ({len(lines)})", lines)] if lines else []


def _launched_at(session: Session, campaign_id: int) -> list[Section]:
    every = events.rows(session, events.ids(session, ListQuery()))
    lines = [
        Line((str(row.held_on or ""), row.name), Follow("event", row.id))
        for row in every
        if row.launched_campaign_id == campaign_id
    ]
    return [Section("Hội nghị phát động", lines)] if lines else []
