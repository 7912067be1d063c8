"""Quyết định: the papers, their heads edited in place, their lists, scans and where they differ."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from thidua_desktop.db import Session
from thidua_desktop.domain.catalogue import AWARD_TYPES
from thidua_desktop.domain.dates import show
from thidua_desktop.domain.decision import discrepancies
from thidua_desktop.domain.level import LEVELS
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.records import awards, days_off, decisions
from thidua_desktop.records.decisions import DecisionRow
from thidua_desktop.records.query import ListQuery
from thidua_desktop.services import decisions as services
from thidua_desktop.services.dossier_terms import of_revocation
from thidua_desktop.services.recipients import today
from ui.forms import attached, laws
from ui.forms.after_signing import HAND, PAY, BonusDialog, after_section, ask_hand_over_decision
from ui.forms.decision_fields import (
    decision_draft,
    following_year,
    head_fields,
    head_values,
    list_fields,
    with_campaign,
)
from ui.forms.decision_form import open_decision
from ui.forms.decision_saving import Saved
from ui.forms.filters import LEVEL_SHORT, award_kinds, award_years, campaign_names, unit_names
from ui.forms.record_sections import history_section
from ui.forms.revoke_form import RevokeDialog
from ui.forms.term_lines import term_lines
from ui.forms.unsaved_strip import UnsavedStrip
from ui.pages.awards.lines import recipient_lines, revoked_lines, summary_text
from ui.widgets.page import Context, Follow
from ui.widgets.page_spec import Filter, Line, Loaded, PageSpec, Section
from ui.widgets.record_model import Column
from ui.widgets.record_page import RecordPage
from ui.widgets.spec_parts import day_column, loading, one_by_one, some_column, year_column

_EDIT, _REVOKE = "edit-list", "revoke"  # what the buttons under the form ask for


class DecisionsView(RecordPage[DecisionRow]):
    """The list of decisions."""

    def __init__(self, context: Context) -> None:
        super().__init__(_spec(context), context)
        self.scans = attached.Attached(context, self, "decision")
        self.panel.followed.connect(self.scans.take)
        self.panel.followed.connect(self._act)
        self.new_asked.connect(self._new)
        self.opened.connect(self._edit)
        self.unsaved = UnsavedStrip(context, self, self._registered)
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(1, self.unsaved)

    def entered(self) -> None:
        """Look again also whether a decision left unsaved was taken up elsewhere."""
        super().entered()
        self.unsaved.refresh()

    def _new(self) -> None:
        open_decision(self.context, self, self._registered)

    def _edit(self, decision_id: int) -> None:
        open_decision(self.context, self, self._registered, decision_id=decision_id)

    def _act(self, follow: Follow) -> None:
        if follow.id is None:
            return
        if follow.kind == _EDIT:
            self._edit(follow.id)
        elif follow.kind == _REVOKE:
            RevokeDialog(self.context, decision=follow.id, parent=self).open()
        elif follow.kind == HAND:
            ask_hand_over_decision(self.context, follow.id, self)
        elif follow.kind == PAY:
            BonusDialog(self.context, follow.id, self).open()

    def _registered(self, saved: Saved) -> None:
        self.said.emit(saved.words)
        self.list.show_record(saved.id)


_MIND = frozenset({"decision", "award", "campaign", "event", "attachment", "handover", "payment", "artefact"})


def _spec(context: Context) -> PageSpec[DecisionRow]:
    tasks = context.tasks
    return PageSpec(
        code="decisions",
        follows="decision",
        noun="quyết định",
        title="Danh sách quyết định khen thưởng",
        kinds=_MIND,
        columns=_columns(),
        filters=_filters(),
        fields=(*head_fields(tasks), *list_fields()),
        ids=decisions.ids,
        rows=decisions.rows,
        count_text=_count,
        load=loading(decisions.rows, partial(_loaded, context.office.papers)),
        save=_save,
        remove=one_by_one(services.remove),
        called=lambda values: str(values["number"]),
        row_name=lambda row: row.number,
        adds=False,
        empty_hint="Chưa có quyết định nào. Bấm “+ Quyết định mới” để nhập, hoặc “Nhập từ Excel, Word…” "
        "để nhập các danh sách đã có.",
        search_hint="Lọc: số, cơ quan, người ký, người được khen; gõ không dấu cũng được",
        sort="decided",
        descending=True,
    )


def _columns() -> tuple[Column[DecisionRow], ...]:
    return (
        Column("number", "Số quyết định", lambda row: row.number, 122, sort="number"),
        day_column("day", "Ngày", lambda row: row.decided_on, 92, sort="decided"),
        Column("level", "Cấp", lambda row: LEVEL_SHORT[row.level], 95, sort="level"),
        Column("authority", "Cơ quan ban hành", lambda row: row.authority, 190, shown=False),
        Column("type", "Loại hình", lambda row: AWARD_TYPES[row.type], 120, shown=False),
        Column("campaign", "Phong trào", lambda row: row.campaign, 163),
        some_column("persons", "Cá nhân", lambda row: row.counted.persons, 72),
        some_column("collectives", "Tập thể", lambda row: row.counted.collectives, 70),
        some_column("households", "Hộ", lambda row: row.counted.households, 42),
        year_column(_year),
        Column("gaps", "Lệch số ghi", _gaps, 120, tone=lambda _row: "warn"),
        Column("signer", "Người ký", lambda row: row.signer, 140, shown=False),
        Column("event", "Hội nghị, sự kiện", lambda row: row.event, 170, shown=False),
        some_column("scans", "Bản quét", lambda row: row.scans, 80, shown=False),
    )


def _filters() -> tuple[Filter, ...]:
    return (
        Filter("year", "Năm", award_years),
        Filter("level", "Cấp", tuple(LEVEL_SHORT.items())),
        Filter("type", "Loại hình", tuple(AWARD_TYPES.items())),
        Filter("campaign", "Phong trào", campaign_names),
        Filter("unit", "Đơn vị", unit_names),
        Filter("award", "Hình thức", award_kinds),
    )


def _count(session: Session, query: ListQuery) -> str:
    found = decisions.ids(session, query)
    if not query.search and not query.filters:
        return summary_text(replace(awards.summary(session, ListQuery()), decisions=len(found)))
    rows = decisions.rows(session, found)
    kinds = ("persons", "collectives", "households")
    people, units, homes = (sum(getattr(row.counted, kind) or 0 for row in rows) for kind in kinds)
    times = number(people + units + homes)
    return (
        f"{times} lượt: {number(people)} của cá nhân, {number(units)} của tập thể, {number(homes)} của hộ · "
        f"{number(len(found))} quyết định"
    )


def _loaded(papers: Path, session: Session, row: DecisionRow) -> Loaded:
    title = f"Quyết định số {row.number}"
    subtitle = " · ".join(
        filter(None, (show(row.decided_on), row.authority or LEVELS[row.level], row.campaign))
    )
    return Loaded(title, subtitle, head_values(row), _sections(session, row, papers))


def _sections(session: Session, row: DecisionRow, papers: Path) -> list[Section]:
    listed = awards.of_decision(session, row.id)
    taken_back = awards.revoked_by(session, row.id)
    revoked = f"Thu hồi theo quyết định này ({number(len(taken_back))})"
    gaps = [Line((gap,), tone="warn") for gap in discrepancies(row.stated, row.counted)]
    agreed = [Line(("Số dòng đã nhập đúng với số ghi trên quyết định.",), tone="good")]
    told = gaps or (agreed if any(_stated(row)) else [])
    links = [
        *(
            [Line(("Phong trào", row.campaign), Follow("campaign", row.campaign_id))]
            if row.campaign_id
            else []
        ),
        *([Line(("Hội nghị, sự kiện", row.event), Follow("event", row.event_id))] if row.event_id else []),
    ]
    return [
        *([Section("So với quyết định", told)] if told else []),
        Section(
            f"Danh sách khen thưởng ({number(len(listed))})",
            recipient_lines(listed, row.id),
            empty="Chưa nhập dòng nào.",
            actions=(
                ("Sửa danh sách…", Follow(_EDIT, row.id)),
                *([("Thu hồi khen thưởng…", Follow(_REVOKE, row.id))] if listed else []),
            ),
        ),
        *([Section(revoked, [*_due(session, row), *revoked_lines(taken_back)])] if taken_back else []),
        *([after_section(session, row.id)] if listed else []),
        attached.section(session, "decision", row.id, papers),
        *([Section("Mở xem", links)] if links else []),
        history_section(session, "decision", row.id),
    ]


def _due(session: Session, row: DecisionRow) -> list[Line]:
    """Until when what went with the awards taken back is to be given back."""
    calendar = days_off.calendar(session)
    return term_lines(of_revocation(session, laws.book(session), row.id, today(), calendar))


def _stated(row: DecisionRow) -> tuple[int | None, ...]:
    paper = row.stated
    return tuple(
        n for n in (paper.persons, paper.collectives, paper.households, paper.total) if n is not None
    )


def _save(session: Session, decision_id: int | None, values: Mapping[str, Any]) -> int:
    if decision_id is None:
        raise ValueError("a decision is added by its own form")
    before = decisions.draft(session, decision_id)
    after = with_campaign(session, decision_draft(values), values["campaign"])
    lines = tuple(map(following_year(before, after), before.awards))
    services.correct(session, decision_id, replace(after, awards=lines))
    return decision_id


def _gaps(row: DecisionRow) -> str:
    """The discrepancies in a few words: "cá nhân thiếu 2; lượt thừa 1"."""
    pairs = (
        ("cá nhân", row.stated.persons, row.counted.persons),
        ("tập thể", row.stated.collectives, row.counted.collectives),
        ("hộ", row.stated.households, row.counted.households),
        ("lượt", row.stated.total, row.counted.total),
    )
    gaps = [(words, (entered or 0) - paper) for words, paper, entered in pairs if paper is not None]
    told = [f"{words} {'thừa' if gap > 0 else 'thiếu'} {number(abs(gap))}" for words, gap in gaps if gap]
    return "⚠ " + "; ".join(told) if told else ""


def _year(row: DecisionRow) -> int:
    return row.year or row.decided_on.year
