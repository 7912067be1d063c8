"""The list of submissions to the authority above, what came back, and the decisions that came of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from thidua_desktop.db import Session
from thidua_desktop.documents.document import Document
from thidua_desktop.domain.dates import show
from thidua_desktop.domain.level import LEVELS
from thidua_desktop.domain.submission import RESULTS
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.records import days_off, nominations, settings, submissions
from thidua_desktop.records.query import ListQuery
from thidua_desktop.records.submissions import SubmissionRow
from thidua_desktop.services import nomination_choices, submitting
from thidua_desktop.services.dossier_terms import of_submission
from thidua_desktop.services.recipients import today
from thidua_desktop.services.submission_remarks import remarks
from ui.forms import laws
from ui.forms.about_fields import recent_years
from ui.forms.dossier_choice import ask_dossier
from ui.forms.filters import LEVEL_SHORT
from ui.forms.nomination_choice import ask_nominations
from ui.forms.record_sections import history_section
from ui.forms.submission_form import AnswerDialog, ask_decision, head_draft, head_fields, head_start
from ui.forms.term_lines import term_lines
from ui.widgets.page import Context, Follow
from ui.widgets.page_spec import Filter, Line, Loaded, PageSpec, Section
from ui.widgets.record_model import Column
from ui.widgets.record_page import RecordPage
from ui.widgets.spec_parts import count_column, counting, day_column, keeping, loading

_PUT, _CHOOSE = "submission-put", "submission-choose"
_ANSWER, _DECIDE = "submission-answer", "submission-decide"
_SHOWN = 200
_MIND = frozenset({"submission", "nomination", "dossier", "decision", "award", "attested", "local_rule"})
_ANSWERED = (("no", "Chờ kết quả"), ("yes", "Đã có kết quả"))


class SubmissionsView(RecordPage[SubmissionRow]):
    """Whom the office asks the province or the state to commend, and what they answered."""

    def __init__(self, context: Context) -> None:
        super().__init__(_spec(), context)
        self.add_button(
            "Tờ trình…", self._preview_letter, tip="Tờ trình kèm danh sách, để xem, in", main=True
        )
        self.panel.followed.connect(self._act)

    def _preview_letter(self) -> None:
        chosen = self.list.table.chosen_id
        if chosen is None:
            self.said.emit("Chọn một tờ trình trong danh sách trước.")
        else:
            self.document_asked.emit("preview", partial(_letter, submission_id=chosen))

    def _act(self, follow: Follow) -> None:
        row = self.list.table.record(follow.id) if follow.id is not None else None
        if row is None:
            return
        acts: dict[str, Callable[[], object]] = {
            _PUT: lambda: ask_dossier(
                self.context, self, "Đưa hồ sơ vào tờ trình", partial(submitting.put_agreed, row.id)
            ),
            _CHOOSE: lambda: self._choose(row.id),
            _ANSWER: lambda: AnswerDialog(self.context, row, self).open(),
            _DECIDE: lambda: ask_decision(self.context, row, self),
        }
        acts.get(follow.kind, lambda: None)()

    def _choose(self, submission_id: int) -> None:
        ask_nominations(
            self.context,
            self,
            "Chọn người vào tờ trình",
            lambda session: nomination_choices.for_submission(session, submission_id),
            lambda session, ids: submitting.choose(session, submission_id, ids),
        )


def _spec() -> PageSpec[SubmissionRow]:
    return PageSpec(
        code="submissions",
        follows="submission",
        noun="tờ trình cấp trên",
        title="Tờ trình đề nghị cấp trên khen thưởng",
        kinds=_MIND,
        columns=(
            Column("number", "Số tờ trình", lambda row: row.number, 98),
            day_column("sent_on", "Ngày trình", lambda row: row.sent_on, 92, sort="sent_on"),
            Column("level", "Trình cấp", lambda row: LEVEL_SHORT[row.level], 86),
            Column("addressee", "Nơi nhận", lambda row: row.addressee, 140),
            count_column("proposed", "Đề nghị", lambda row: row.proposed, 74),
            count_column("granted", "Được khen", lambda row: row.granted, 92),
            count_column("refused", "Không được", lambda row: row.refused, 96),
            Column("state", "Còn lại", _left, 126, tone=_tone),
            day_column("back_on", "Có kết quả", lambda row: row.back_on, 92),
            Column("note", "Ghi chú", lambda row: row.note, 200, shown=False),
        ),
        filters=(
            Filter("answered", "Kết quả", _ANSWERED),
            Filter("level", "Trình cấp", tuple(LEVEL_SHORT.items())),
            Filter("year", "Năm", recent_years),
        ),
        fields=head_fields(),
        ids=submissions.ids,
        rows=submissions.rows,
        count_text=counting(submissions.ids, "tờ trình"),
        load=loading(submissions.rows, _loaded),
        save=keeping(
            lambda session, draft: submitting.submit(session, draft, ()), submitting.correct, head_draft
        ),
        remove=submitting.remove,
        called=lambda values: str(values["number"]),
        row_name=lambda row: row.number,
        new_values=head_start,
        empty_hint="Chưa có tờ trình nào. Danh hiệu, hình thức do cấp trên tặng: cuộc họp Hội đồng đã kiểm "
        "phiếu có nút lập tờ trình; không qua Hội đồng thì bấm “+ Tờ trình cấp trên mới” rồi đưa hồ sơ vào. "
        "Có kết quả thì ghi lại, nhập quyết định là thành lượt khen.",
        sort="sent_on",
        descending=True,
    )


def _left(row: SubmissionRow) -> str:
    if row.open:
        return f"{number(row.open)} chưa có kết quả"
    return f"{number(row.undecided)} chưa nhập quyết định" if row.undecided else ""


def _tone(row: SubmissionRow) -> str:
    return "warn" if row.open or row.undecided else ""


def _loaded(session: Session, row: SubmissionRow) -> Loaded:
    values = {
        "number": row.number,
        "sent_on": row.sent_on,
        "level": row.level,
        "addressee": row.addressee,
        "note": row.note,
    }
    subtitle = f"{LEVELS[row.level]} · trình ngày {show(row.sent_on)} · {number(row.proposed)} đề nghị"
    title = f"Tờ trình {row.number}" if row.number else "Tờ trình cấp trên"
    return Loaded(title, subtitle, values, _sections(session, row))


def _sections(session: Session, row: SubmissionRow) -> list[Section]:
    ids = nominations.ids(session, ListQuery(filters={"submission": row.id}))
    listed = [
        Line((one.name, one.title, _told(one.result, one.result_reason, decided=one.award_id is not None)))
        for one in nominations.rows(session, ids[:_SHOWN])
    ]
    actions = [("+ Hồ sơ…", Follow(_PUT, row.id)), ("Chọn người…", Follow(_CHOOSE, row.id))]
    if listed:
        actions.append(("Ghi kết quả…", Follow(_ANSWER, row.id)))
    if row.undecided:
        actions.append(("Nhập quyết định…", Follow(_DECIDE, row.id)))
    title = f"Được đề nghị ({number(len(ids))})"
    looked_at = [Line(remark) for remark in remarks(session, laws.law(session), row.id)]
    terms = term_lines(of_submission(session, laws.book(session), row, today(), days_off.calendar(session)))
    return [
        *([Section("Cần xem lại", looked_at[:_SHOWN])] if looked_at else []),
        *([Section("Thời hạn của cấp trên", terms)] if terms else []),
        Section(title, listed, empty="Chưa có ai trong tờ trình.", actions=actions),
        history_section(session, "submission", row.id),
    ]


def _told(result: str, reason: str, *, decided: bool) -> str:
    said = "đã có quyết định" if decided else RESULTS[result]
    return f"{said}: {reason}" if reason else said


def _letter(session: Session, *, submission_id: int) -> Document:
    from thidua_desktop.reports import submission_letter

    options = submission_letter.Options(submission_id)
    rows = submission_letter.build(session, options)
    return submission_letter.compose(rows, options, settings.all_(session))
