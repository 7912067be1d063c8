"""The list of conferences and the record of the chosen one."""

from functools import partial
from pathlib import Path

from thidua_desktop.db import Session
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.records import campaigns, events
from thidua_desktop.records.events import EventRow
from thidua_desktop.services import campaigns as services
from ui.forms import attached
from ui.forms.after_signing import HAND_EVENT, ask_hand_over_event, event_section, received_section
from ui.forms.event_fields import event_draft, event_fields, event_values
from ui.forms.record_sections import decision_section, figure_section, history_section
from ui.widgets.page import Context, Follow
from ui.widgets.page_spec import Line, Loaded, PageSpec, Section
from ui.widgets.record_model import Column
from ui.widgets.record_page import RecordPage
from ui.widgets.spec_parts import count_column, counting, keeping, loading, one_by_one


class EventsView(RecordPage[EventRow]):
    """Searches and edits conferences, keeps their photographs and papers."""

    def __init__(self, context: Context) -> None:
        super().__init__(_spec(context), context)
        self.papers = attached.Attached(context, self, "event")
        self.add_button("Đính kèm ảnh, tài liệu…", self._attach, tip="Chép tệp vào thư mục của cơ quan")
        self.panel.followed.connect(self.papers.take)
        self.panel.followed.connect(self._hand_over)

    def _hand_over(self, follow: Follow) -> None:
        row = self.list.table.record(follow.id) if follow.id is not None else None
        if follow.kind == HAND_EVENT and row is not None:
            ask_hand_over_event(self.context, row.id, row.name, self)

    def _attach(self) -> None:
        if self.panel.record_id is not None:
            self.papers.take(Follow(attached.ATTACH, self.panel.record_id))
        else:
            self.said.emit("Chọn một hội nghị trong danh sách trước.")


def _spec(context: Context) -> PageSpec[EventRow]:
    return PageSpec(
        code="events",
        follows="event",
        noun="hội nghị",
        title="Danh sách hội nghị",
        kinds=frozenset(
            {
                *("event", "delegate", "speech", "attachment", "decision", "award", "handover"),
                *("campaign", "campaign_content"),
            }
        ),
        columns=(
            Column("name", "Tên hội nghị", lambda row: row.name, 380, sort="name"),
            Column("held_on", "Ngày", lambda row: str(row.held_on or ""), 100, sort="held_on"),
            Column("host", "Chủ trì", lambda row: row.host, 170),
            Column("place", "Địa điểm", lambda row: row.place, 170, shown=False),
            count_column("honourees", "Lượt biểu dương", lambda row: row.honourees, 130),
            Column("launched", "Phát động", lambda row: row.launched, 200, shown=False),
            Column("note", "Ghi chú", lambda row: row.note, 200, shown=False),
        ),
        fields=event_fields(context.tasks),
        ids=events.ids,
        rows=events.rows,
        count_text=counting(events.ids, "hội nghị"),
        load=loading(events.rows, partial(_loaded, context.office.papers)),
        save=keeping(services.hold_event, services.change_event, event_draft),
        remove=one_by_one(services.remove_event),
        row_name=lambda row: row.name,
        empty_hint="Chưa có hội nghị nào. Bấm “+ Hội nghị mới”.",
        sort="held_on",
        descending=True,
    )


def _loaded(folder: Path, session: Session, row: EventRow) -> Loaded:
    honoured = f"{number(row.honourees)} lượt biểu dương" if row.honourees else ""
    subtitle = " · ".join(filter(None, (str(row.held_on or ""), row.host, honoured)))
    sections = _sections(session, row, folder)
    return Loaded(row.name, subtitle, event_values(session, row.id), sections)


def _sections(session: Session, row: EventRow, folder: Path) -> list[Section]:
    filters = {"event": row.id}
    return [
        figure_section(session, "Biểu dương, khen thưởng", filters, f"Khen thưởng tại: {row.name}"),
        event_section(session, row.id, row.name),
        received_section(session, row.id),
        decision_section(session, filters),
        *_launched(session, row),
        attached.section(session, "event", row.id, folder),
        history_section(session, "event", row.id),
    ]


def _launched(session: Session, row: EventRow) -> list[Section]:
    if row.launched_campaign_id is None:
        return []
    draft, to = (
        campaigns.draft(session, row.launched_campaign_id),
        Follow("campaign", row.launched_campaign_id),
    )
    contents = [Line((f"{place}. {text}",), to) for place, text in enumerate(draft.contents, start=1)]
    return [Section("Phát động giai đoạn tiếp theo", [Line((draft.name,), to), *contents])]
