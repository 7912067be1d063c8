"""The list of conferences and the record of the chosen one."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from thidua_desktop.db import Session
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.records import campaigns, events
from thidua_desktop.records.events import EventRow
from thidua_desktop.records.query import ListQuery
from thidua_desktop.services import campaigns as services
from ui.forms import attached
from ui.forms.event_fields import event_draft, event_fields, event_values
from ui.forms.record_sections import decision_section, figure_section, history_section
from ui.widgets.page import Context, Follow
from ui.widgets.page_spec import Line, Loaded, PageSpec, Section
from ui.widgets.record_model import Column
from ui.widgets.record_page import RecordPage


class EventsView(RecordPage[EventRow]):
    """Searches and edits conferences, keeps their photographs and papers."""

    def __init__(self, context: Context) -> None:
        super().__init__(_spec(context), context)
        self.papers = attached.Attached(context, self, "event")
        self.add_button("Đính kèm ảnh, tài liệu…", self._attach, tip="Chép tệp vào thư mục của cơ quan")
        self.panel.followed.connect(self.papers.take)

    def go(self, follow: Follow) -> bool:
        """Show the conference asked for."""
        return follow.kind == "event" and super().go(follow)

    def _attach(self) -> None:
        if self.panel.record_id is not None:
            self.papers.take(Follow(attached.ATTACH, self.panel.record_id))
        else:
            self.said.emit("Chọn một hội nghị trong danh sách trước.")


def _spec(context: Context) -> PageSpec[EventRow]:
    return PageSpec(
        code="events",
        noun="hội nghị",
        title="Danh sách hội nghị",
        kinds=frozenset(
            {"event", "delegate", "speech", "attachment", "decision", "award", "campaign", "campaign_content"}
        ),
        columns=(
            Column("name", "Tên hội nghị", lambda row: row.name, 380, sort="name"),
            Column("held_on", "Ngày", lambda row: str(row.held_on or ""), 100, sort="held_on"),
            Column("host", "Chủ trì", lambda row: row.host, 170),
            Column("place", "Địa điểm", lambda row: row.place, 170, shown=False),
            Column("honourees", "Lượt biểu dương", _honourees, 130, "right", value=lambda row: row.honourees),
            Column("launched", "Phát động", lambda row: row.launched, 200, shown=False),
            Column("note", "Ghi chú", lambda row: row.note, 200, shown=False),
        ),
        fields=event_fields(context.tasks),
        ids=events.ids,
        rows=events.rows,
        count_text=_count,
        load=partial(_load, context.office.papers),
        save=_save,
        remove=_remove,
        row_name=lambda row: row.name,
        empty_hint="Chưa có hội nghị nào. Bấm “+ Hội nghị mới”.",
        sort="held_on",
        descending=True,
    )


def _honourees(row: EventRow) -> str:
    return number(row.honourees)


def _count(session: Session, query: ListQuery) -> str:
    return f"{number(len(events.ids(session, query)))} hội nghị"


def _load(folder: Path, session: Session, event_id: int) -> Loaded | None:
    found = events.rows(session, [event_id])
    if not found:
        return None
    row = found[0]
    honoured = f"{number(row.honourees)} lượt biểu dương" if row.honourees else ""
    subtitle = " · ".join(filter(None, (str(row.held_on or ""), row.host, honoured)))
    sections = _sections(session, row, folder)
    return Loaded(row.name, subtitle, event_values(session, event_id), sections)


def _sections(session: Session, row: EventRow, folder: Path) -> list[Section]:
    filters = {"event": row.id}
    return [
        figure_section(session, "Biểu dương, khen thưởng", filters, f"Khen thưởng tại: {row.name}"),
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


def _save(session: Session, event_id: int | None, values: Mapping[str, Any]) -> int:
    draft = event_draft(values)
    if event_id is None:
        return services.hold_event(session, draft)
    services.change_event(session, event_id, draft)
    return event_id


def _remove(session: Session, ids: Sequence[int]) -> None:
    for event_id in ids:
        services.remove_event(session, event_id)
