"""The list of the council's meetings: agenda, votes, results, and the draft that comes of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from thidua_desktop.db import Session
from thidua_desktop.documents.document import Document
from thidua_desktop.domain.council import MeetingDraft
from thidua_desktop.domain.dates import show
from thidua_desktop.domain.law.facts import MET, NOT_MET, UNKNOWN
from thidua_desktop.domain.submission import SubmissionDraft, goes_up
from thidua_desktop.domain.vietnamese import matches, number
from thidua_desktop.records import catalogue, councils, meetings, settings
from thidua_desktop.records.meetings import MeetingRow
from thidua_desktop.records.query import ListQuery
from thidua_desktop.services import balloting, concluding, ties
from thidua_desktop.services import councils as services
from thidua_desktop.services.recipients import today
from ui.forms import laws
from ui.forms.about_fields import recent_years
from ui.forms.ballot_form import BallotDialog
from ui.forms.council_form import CouncilDialog
from ui.forms.dossier_choice import ask_dossier
from ui.forms.record_sections import history_section
from ui.forms.submission_form import head_draft, head_fields, head_start
from ui.widgets.fields import DateField, LongTextField, LookupField, NumberField, TextField
from ui.widgets.form_dialog import FormDialog
from ui.widgets.page import Context, Follow
from ui.widgets.page_spec import Filter, Line, Loaded, PageSpec, Section, Tone
from ui.widgets.record_model import Column
from ui.widgets.record_page import RecordPage
from ui.widgets.spec_parts import count_column, counting, day_column, keeping, loading
from ui.widgets.suggest import Picked, Suggestion, asking

_AGENDA, _COUNT = "meeting-agenda", "meeting-count"
_DRAFT, _SUBMIT = "meeting-draft", "meeting-submit"
_RESULTS = {MET: "đạt", NOT_MET: "không đạt"}
_TONES: dict[str, Tone] = {MET: "good", NOT_MET: "bad", UNKNOWN: "warn"}
_BEFORE = {MET: "Ưu tiên", NOT_MET: "Không thuộc diện ưu tiên", UNKNOWN: "Thiếu dữ liệu"}
_EVEN = "Khi phải chọn giữa những đề nghị bằng phiếu"
_MIND = frozenset({"meeting", "ballot", "council", "council_member", "nomination", "dossier", "local_rule"})
_MIND |= {"person", "attested"}  # who goes before of those even in votes


class MeetingsView(RecordPage[MeetingRow]):
    """Convenes the council, counts its votes, drafts the decision from what it agreed to."""

    def __init__(self, context: Context) -> None:
        super().__init__(_spec(context), context)
        self.add_button("Thành viên…", self._edit_council, tip="Hội đồng đang hoạt động và thành viên")
        self.add_button("Lập Hội đồng mới…", self._new_council, tip="Khi có quyết định thành lập khác")
        self.add_button(
            "Biên bản…", self._preview_minutes, tip="Biên bản cuộc họp, để xem, in, ghi Word", main=True
        )
        self.add_button("Phiếu…", self._preview_ballot, tip="Phiếu biểu quyết trống, in cho từng thành viên")
        self.panel.followed.connect(self._act)

    def _preview_minutes(self) -> None:
        self._preview(_minutes)

    def _preview_ballot(self) -> None:
        self._preview(_ballot)

    def _preview(self, build: Callable[[Session, int], Document]) -> None:
        chosen = self.list.table.chosen_id
        if chosen is None:
            self.said.emit("Chọn một cuộc họp trong danh sách trước.")
        else:
            self.document_asked.emit("preview", lambda session: build(session, chosen))

    def _edit_council(self) -> None:
        CouncilDialog(self.context, parent=self).open()

    def _new_council(self) -> None:
        CouncilDialog(self.context, new=True, parent=self).open()

    def _act(self, follow: Follow) -> None:
        row = self.list.table.record(follow.id) if follow.id is not None else None
        if row is None:
            return
        if follow.kind == _AGENDA:
            put = partial(services.put_dossier, row.id)
            ask_dossier(self.context, self, "Đưa hồ sơ vào chương trình họp", put)
        elif follow.kind == _COUNT:
            BallotDialog(self.context, row, self).open()
        elif follow.kind == _DRAFT:
            self._ask_draft(row)
        elif follow.kind == _SUBMIT:
            self._ask_submission(row)

    def _ask_draft(self, row: MeetingRow) -> None:
        """Draft a decision for what the council agreed to."""
        name = f"Về việc khen thưởng theo kết quả họp Hội đồng ngày {show(row.held_on)}"

        def draft(session: Session) -> int:
            return balloting.draft_agreed(session, laws.book(session), row.id, name)

        self.context.tasks.write(
            "Lập dự thảo quyết định",
            draft,
            lambda drafted_id: self.followed.emit(Follow("drafted", drafted_id)),
            owner=self,
            refused=lambda refused: self.panel.form.show_problems(refused.problems),
        )

    def _ask_submission(self, row: MeetingRow) -> None:
        """Submit what the council agreed to and only an authority above gives."""
        dialog = FormDialog("Lập tờ trình cấp trên", head_fields(), self.context.state, "submit", self)
        dialog.load(head_start())

        def submit(session: Session, head: SubmissionDraft) -> int:
            return balloting.submit_agreed(session, laws.book(session), row.id, head)

        def sent(submission_id: int) -> None:
            dialog.accept()
            self.followed.emit(Follow("submission", submission_id))

        def keep(values: Mapping[str, Any]) -> None:
            self.context.tasks.write(
                "Lập tờ trình cấp trên",
                lambda session: submit(session, head_draft(values)),
                sent,
                owner=dialog,
                refused=lambda refused: dialog.show_problems(refused.problems),
            )

        dialog.saved.connect(keep)
        dialog.open()


_ABSENT = "Mỗi người một dòng, có thể ghi lý do; in trong biên bản họp"


def _spec(context: Context) -> PageSpec[MeetingRow]:
    suggest = asking(context.tasks, _suggest_councils)
    return PageSpec(
        code="meetings",
        follows="meeting",
        noun="cuộc họp Hội đồng",
        title="Các cuộc họp Hội đồng Thi đua - Khen thưởng",
        kinds=_MIND,
        columns=(
            day_column("held_on", "Ngày họp", lambda row: row.held_on, 110, sort="held_on"),
            Column("council", "Hội đồng", lambda row: row.council, 290),
            Column("present", "Có mặt", _present, 90, "right"),
            count_column("agenda", "Đề nghị", lambda row: row.agenda, 90),
            count_column("counted", "Đã kiểm phiếu", lambda row: row.counted, 120),
            Column("place", "Địa điểm", lambda row: row.place, 180),
            Column("note", "Ghi chú", lambda row: row.note, 200, shown=False),
        ),
        filters=(Filter("year", "Năm", recent_years),),
        fields=(
            LookupField("council", "Hội đồng", suggest=suggest, required=True),
            DateField("held_on", "Ngày họp", required=True),
            NumberField("members", "Tổng thành viên", tip="Để trống: lấy số thành viên của Hội đồng"),
            NumberField("present", "Số có mặt", tip="Để trống mà ghi tên người vắng mặt: phần mềm tự tính"),
            LongTextField("absent", "Vắng mặt", lines=2, tip=_ABSENT),
            TextField("place", "Địa điểm"),
            LongTextField("note", "Ghi chú", lines=2),
        ),
        ids=meetings.ids,
        rows=meetings.rows,
        count_text=counting(meetings.ids, "cuộc họp"),
        load=loading(meetings.rows, _loaded),
        save=_save,
        remove=services.cancel,
        called=lambda values: f"ngày {show(values['held_on'])}" if values["held_on"] else "",
        row_name=lambda row: f"cuộc họp ngày {show(row.held_on)}",
        new_values=lambda: {"held_on": today()},
        empty_hint="Chưa có cuộc họp nào. Ghi thành viên Hội đồng ở “Thành viên…”, rồi bấm “+ Cuộc họp Hội "
        "đồng mới”: đưa hồ sơ vào chương trình, kiểm phiếu, lập dự thảo quyết định.",
        sort="held_on",
        descending=True,
    )


def _suggest_councils(session: Session, typed: str) -> Sequence[Suggestion]:
    rows = councils.rows(session, councils.ids(session, ListQuery()))
    return [
        Suggestion(row.id, row.name, f"{number(row.members)} thành viên")
        for row in rows
        if not typed.strip() or matches(typed, row.name)
    ]


def _present(row: MeetingRow) -> str:
    return f"{'?' if row.present is None else row.present}/{row.members}"


def _loaded(session: Session, row: MeetingRow) -> Loaded:
    values = {
        "council": Picked(row.council_id, row.council),
        "held_on": row.held_on,
        "members": row.members,
        "present": row.present,
        "absent": row.absent,
        "place": row.place,
        "note": row.note,
    }
    subtitle = f"{row.council} · có mặt {_present(row)}"
    return Loaded(f"Cuộc họp ngày {show(row.held_on)}", subtitle, values, _sections(session, row))


def _sections(session: Session, row: MeetingRow) -> list[Section]:
    book = laws.book(session)
    results = balloting.results(session, book, row.id)
    actions = [("+ Hồ sơ…", Follow(_AGENDA, row.id))]
    if results:
        actions.append(("Kiểm phiếu…", Follow(_COUNT, row.id)))
    levels = {kind.code: kind.levels for kind in catalogue.list_(session)}
    waiting = [one.row for one in results if one.ballot.for_ is not None and one.row.waits]
    upward = [goes_up(levels[one.award], row.level) for one in waiting]
    if not all(upward):
        actions.append(("Lập dự thảo", Follow(_DRAFT, row.id)))
    if any(upward):
        actions.append(("Lập tờ trình cấp trên…", Follow(_SUBMIT, row.id)))
    title = f"Chương trình và kết quả ({number(len(results))})"
    return [
        Section(
            title, [], empty="" if results else "Chưa có hồ sơ nào trong chương trình họp.", actions=actions
        ),
        *_results(results, row.members),
        *_even(ties.of_meeting(session, book, row.id, results)),
        history_section(session, "meeting", row.id),
    ]


def _results(results: Sequence[balloting.Result], members: int) -> Iterator[Section]:
    """What the votes came to, title by title, with how they are counted."""
    titled: dict[str, list[balloting.Result]] = {}
    for one in results:
        titled.setdefault(one.row.title, []).append(one)
    for title, found in titled.items():
        rules = {f"{one.reason} {one.cite}".strip(): _TONES[one.verdict] for one in found if one.cite}
        lines = [Line((one.row.name, _said(one, members))) for one in found]
        lines += [Line((text,), tone=tone) for text, tone in rules.items()]
        yield Section(f"{title} ({number(len(found))})", lines)


def _even(found: Sequence[ties.Tie]) -> Iterator[Section]:
    """Who goes before of those even in votes, where not all can be taken."""
    lines = []
    for one in found:
        told = []
        for verdict, said in _BEFORE.items():
            some = [
                f"{row.name} ({because.found})" for row, because in one.judged if because.verdict == verdict
            ]
            told += [f"{said}: {', '.join(some)}."] if some else []
        if told:
            tied = f"{one.title}, cùng {number(one.votes)} phiếu."
            lines.append(Line((" ".join((tied, *told, f"{_article(one)}.")),), tone="warn"))
    if lines:
        yield Section(_EVEN, lines)


def _article(one: ties.Tie) -> str:
    return f"{one.cite}, chưa đối chiếu" if one.status == "unverified" else one.cite


def _said(one: balloting.Result, members: int) -> str:
    """Votes in favour of all members, as the law counts them; the verdict where a checked rule gives one."""
    if one.ballot.for_ is None:
        return one.reason
    verdict = f" – {_RESULTS[one.verdict]}" if one.verdict in _RESULTS else ""
    return f"{one.ballot.for_}/{members} phiếu{verdict}"


def _save(session: Session, meeting_id: int | None, values: Mapping[str, Any]) -> int:
    def correct(session: Session, row_id: int, draft: MeetingDraft) -> None:
        concluding.correct_meeting(session, laws.book(session), row_id, draft)

    keep = keeping(services.convene, correct, lambda shown: _draft(session, shown))
    return keep(session, meeting_id, values)


def _minutes(session: Session, meeting_id: int) -> Document:
    from thidua_desktop.services import council_minutes

    options = council_minutes.Options(meeting_id, laws.book)
    rows = council_minutes.build(session, options)
    return council_minutes.compose(rows, options, settings.all_(session))


def _ballot(session: Session, meeting_id: int) -> Document:
    from thidua_desktop.reports import ballot_sheet

    options = ballot_sheet.Options(meeting_id, laws.book)
    return ballot_sheet.compose(ballot_sheet.build(session, options), options, settings.all_(session))


def _draft(session: Session, values: Mapping[str, Any]) -> MeetingDraft:
    council_id, members = values["council"].id, values["members"]
    if members is None and council_id is not None:
        members = len(councils.members(session, council_id))
    draft = MeetingDraft(
        council_id,
        values["held_on"],
        members,
        values["present"],
        values["place"],
        values["note"],
        values["absent"],
    )
    if draft.present is None and draft.absentees and members:
        return replace(draft, present=max(0, members - len(draft.absentees)))
    return draft
