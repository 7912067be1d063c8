"""Sổ khen thưởng: every award, filtered and counted; what a figure of a report opens."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from thidua_desktop.db import Session
from thidua_desktop.domain.catalogue import AWARD_TYPES
from thidua_desktop.domain.dates import show
from thidua_desktop.domain.decision import AwardDraft
from thidua_desktop.domain.level import LEVELS
from thidua_desktop.domain.recipient import RECIPIENTS
from thidua_desktop.records import awards, catalogue, decisions, households, people, units
from thidua_desktop.records.awards import AwardRow
from thidua_desktop.records.query import ListQuery
from thidua_desktop.services import decisions as services
from ui.forms.after_signing import after_lines, ask_hand_over, ask_return, ask_return_artefacts, forget
from ui.forms.decision_form import open_decision
from ui.forms.decision_saving import Saved
from ui.forms.filters import LEVEL_SHORT, award_kinds, award_years, campaign_names, unit_names
from ui.forms.record_sections import history_section
from ui.forms.revoke_form import RevokeDialog
from ui.pages.awards.lines import history_lines, recipient_word, summary_text
from ui.widgets.fields import ChoiceField, Heading, LongTextField, NumberField, TextField
from ui.widgets.page import Context, Follow
from ui.widgets.page_spec import Filter, FilterOptions, Line, Loaded, PageSpec, Section
from ui.widgets.record_model import Column
from ui.widgets.record_page import RecordPage
from ui.widgets.spec_parts import day_column, loading, year_column
from ui.widgets.suggest import asking_options

_NUMBERS = frozenset({"year", "award", "unit", "campaign"})  # filters whose combos hold numbers
_MIND = frozenset({"award", "decision", "person", "unit", "household", "campaign", "award_kind"})
_MIND |= {"handover", "payment", "artefact"}
_REVOKED = "Kể cả lượt đã thu hồi"


class BookView(RecordPage[AwardRow]):
    """The book of awards."""

    def __init__(self, context: Context) -> None:
        super().__init__(_spec(context), context)
        self.new_asked.connect(self._new)
        self.add_menu_action("Trao thưởng…", lambda ids: ask_hand_over(context, ids, self))
        self.panel.followed.connect(lambda follow: forget(context, follow, self))
        self.add_menu_action("Thu hồi khen thưởng…", self._revoke)
        self.add_menu_action("Đã nộp lại tiền thưởng…", lambda ids: ask_return(context, ids, self))
        self.add_menu_action("Đã nộp lại hiện vật…", lambda ids: ask_return_artefacts(context, ids, self))
        self.add_button(
            _REVOKED,
            self._show_revoked,
            tip="Hiện cả những lượt đã thu hồi; bấm “Xem tất cả” để thôi",
            main=True,
        )

    def go(self, follow: Follow) -> bool:
        """Show an award, or exactly the awards a figure counted, with its words above the list."""
        wanted = follow.id
        if follow.kind != "award":
            return False
        if wanted is not None:
            self.context.tasks.read(
                lambda session: awards.rows(session, [wanted]), self._show_award, owner=self, key="wanted"
            )
            return True
        filters = {code: _plain(code, value) for code, value in follow.filters.items()}
        return super().go(replace(follow, filters=filters))

    def _show_award(self, rows: Sequence[AwardRow]) -> None:
        for row in rows:
            self.list.table.setFocus()
            if row.revoked_by is None or self.list.table.choose(row.id):
                self.list.show_record(row.id)
            else:
                self.list.want(row.id)
                self._show_revoked()

    def _new(self) -> None:
        open_decision(self.context, self, self._registered)

    def _revoke(self, ids: list[int]) -> None:
        RevokeDialog(self.context, chosen=ids, parent=self).open()

    def _show_revoked(self) -> None:
        self.go(Follow("award", filters={"revoked": "1"}, note=f"{_REVOKED}."))

    def _registered(self, saved: Saved) -> None:
        self.said.emit(saved.words)


def _plain(code: str, value: str | int) -> str | int:
    """The value as the filter's combo holds it: numbers as numbers."""
    return int(value) if code in _NUMBERS and str(value).isdigit() else value


class _Spec(PageSpec[AwardRow]):
    @property
    def new_text(self) -> str:
        return "+ Quyết định mới"


def _spec(context: Context) -> PageSpec[AwardRow]:
    return _Spec(
        code="awards",
        noun="lượt khen",
        title="Sổ khen thưởng",
        kinds=_MIND,
        columns=(
            Column("number", "Số quyết định", lambda row: row.number, 112, sort="number"),
            day_column("day", "Ngày", lambda row: row.decided_on, 92, sort="decided"),
            Column("name", "Người / tập thể được khen", _name, 190, sort="name", tone=_tone),
            Column("unit", "Đơn vị", lambda row: row.unit, 135, sort="unit"),
            Column("award", "Danh hiệu – hình thức", lambda row: row.title, 185, sort="award"),
            Column("campaign", "Phong trào", lambda row: row.campaign, 108, sort="campaign"),
            year_column(lambda row: row.year),
            Column("recipient", "Đối tượng", lambda row: recipient_word(row.recipient), 90, shown=False),
            Column("post", "Chức vụ", lambda row: row.post, 140, shown=False),
            Column("level", "Cấp khen", lambda row: LEVEL_SHORT[row.level], 110, shown=False),
            Column("authority", "Cơ quan ban hành", lambda row: row.authority, 190, shown=False),
            Column("type", "Loại hình", lambda row: AWARD_TYPES[row.type], 130, shown=False),
            Column("written", "Ghi trên quyết định", lambda row: row.title_written, 170, shown=False),
            Column("citation", "Thành tích", lambda row: row.citation, 200, shown=False),
        ),
        filters=_filters(),
        fields=_fields(context),
        ids=awards.ids,
        first_ids=awards.first_ids,
        rows=awards.rows,
        count_text=_count,
        load=loading(awards.rows, _loaded),
        save=_save,
        remove=_remove,
        called=lambda values: f"của {values['name']}",
        row_name=lambda row: f"{row.title} của {row.name}",
        adds=False,
        empty_hint="Sổ chưa có lượt khen nào. Bấm “+ Quyết định mới” để nhập một quyết định, "
        "hoặc “Nhập từ Excel, Word…” để nhập các danh sách đã có.",
        search_hint="Lọc: tên người, đơn vị, số quyết định; gõ không dấu cũng được",
        sort="decided",
        descending=True,
    )


def _filters() -> tuple[Filter, ...]:
    return (
        Filter("year", "Năm", award_years),
        Filter("award", "Hình thức", award_kinds),
        Filter("unit", "Đơn vị", _units),
        Filter("campaign", "Phong trào", _campaigns),
        Filter("level", "Cấp", tuple(LEVEL_SHORT.items())),
        Filter("recipient", "Đối tượng", tuple(RECIPIENTS.items())),
        Filter("handed", "Trao thưởng", (("no", "Chưa trao"), ("yes", "Đã trao"))),
    )


def _units(session: Session) -> FilterOptions:
    return [*unit_names(session), ("none", "Không ghi đơn vị")]


def _campaigns(session: Session) -> FilterOptions:
    return [*campaign_names(session), ("none", "Ngoài phong trào")]


def _fields(context: Context) -> tuple[Any, ...]:
    kinds = asking_options(
        context.tasks, lambda session: [(row.code, row.label) for row in catalogue.list_(session)]
    )
    return (
        ChoiceField("award", "Danh hiệu, hình thức", options=kinds, empty=None),
        NumberField("year", "Năm", grouped=False, required=True, tip="Năm đạt thành tích"),
        TextField("number", "Quyết định", read_only=True),
        TextField("level", "Cấp khen", read_only=True),
        TextField("type", "Loại hình", read_only=True),
        Heading("Ghi trên quyết định"),
        TextField("name", "Họ tên, tên gọi", required=True),
        TextField("post", "Chức vụ"),
        TextField("unit", "Đơn vị"),
        TextField("title_written", "Danh hiệu, hình thức"),
        LongTextField("citation", "Thành tích", lines=2),
    )


def _count(session: Session, query: ListQuery) -> str:
    return summary_text(awards.summary(session, query))


def _loaded(session: Session, row: AwardRow) -> Loaded:
    values = {
        "award": row.award,
        "year": row.year,
        "number": f"{row.number}, {show(row.decided_on)}",
        "level": " – ".join(filter(None, (LEVELS[row.level], row.authority))),
        "type": AWARD_TYPES[row.type],
        "name": row.name,
        "post": row.post,
        "unit": row.unit,
        "title_written": row.title_written,
        "citation": row.citation,
    }
    now, whose = _recipient(session, row)
    subtitle = " · ".join(filter(None, (row.post, row.unit, now)))
    return Loaded(row.name, subtitle or recipient_word(row.recipient), values, _sections(session, row, whose))


def _recipient(session: Session, row: AwardRow) -> tuple[str, Line]:
    """What tells the recipient today, and the line that opens its page."""
    if row.recipient == "person" and row.person_id is not None:
        person = people.get(session, row.person_id)
        born = f"sinh {person.birth}" if person.birth else ""
        return born, Line(("Cá nhân", person.name, born), Follow("person", row.person_id))
    if row.recipient == "household" and row.household_id is not None:
        home = households.get(session, row.household_id)
        return "", Line(("Hộ gia đình", home.name), Follow("household", row.household_id))
    unit = units.get(session, row.unit_id or 0)
    return "", Line(("Tập thể", unit.name), Follow("unit", row.unit_id))


def _sections(session: Session, row: AwardRow, whose: Line) -> list[Section]:
    paper = Line(("Quyết định", row.number, show(row.decided_on)), Follow("decision", row.decision_id))
    links = [paper, whose]
    if row.recipient != "collective" and row.unit_id is not None:
        unit = units.get(session, row.unit_id)
        links.append(Line(("Đơn vị", unit.name), Follow("unit", row.unit_id)))
    history = awards.of(session, **_whose(row), revoked="1")
    counted = sum(one.revoked_by is None for one in history)
    return [
        *_revocation(session, row),
        *after_lines(session, row.id),
        Section(f"Quá trình khen thưởng ({counted})", history_lines(history, row.id), empty="Chưa có."),
        Section("Mở xem", links),
        history_section(session, "award", row.id),
    ]


def _whose(row: AwardRow) -> dict[str, str | int]:
    if row.recipient == "person":
        return {"person": row.person_id or 0}
    if row.recipient == "household":
        return {"household": row.household_id or 0}
    return {"unit": row.unit_id or 0, "recipient": "collective"}


def _revocation(session: Session, row: AwardRow) -> list[Section]:
    if row.revoked_by is None:
        return []
    by = decisions.get(session, row.revoked_by)
    note = f"Đã thu hồi theo Quyết định số {by.number} ngày {show(by.decided_on)}: không tính vào số lượt."
    opens = Line((f"Xem quyết định {by.number}",), Follow("decision", by.id))
    return [Section("Thu hồi", [Line((note,), tone="bad"), opens])]


def _save(session: Session, award_id: int | None, values: Mapping[str, Any]) -> int:
    if award_id is None:
        raise ValueError("an award is added with its decision")
    row = awards.rows(session, [award_id])[0]

    def corrected(line: AwardDraft) -> AwardDraft:
        if line.id != award_id:
            return line
        return replace(
            line,
            award=values["award"],
            year=values["year"],
            name=values["name"],
            post=values["post"],
            unit_written=values["unit"],
            title_written=values["title_written"],
            citation=values["citation"],
        )

    draft = decisions.draft(session, row.decision_id)
    lines = tuple(corrected(line) for line in draft.awards)
    services.correct(session, row.decision_id, replace(draft, awards=lines))
    return award_id


def _remove(session: Session, ids: Sequence[int]) -> None:
    gone = set(ids)
    for decision_id in dict.fromkeys(row.decision_id for row in awards.rows(session, ids)):
        draft = decisions.draft(session, decision_id)
        left = tuple(line for line in draft.awards if line.id not in gone)
        services.correct(session, decision_id, replace(draft, awards=left))


def _name(row: AwardRow) -> str:
    return f"{row.name} (đã thu hồi)" if row.revoked_by is not None else row.name


def _tone(row: AwardRow) -> str:
    return "bad" if row.revoked_by is not None else ""
