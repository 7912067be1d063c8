"""What a submission to the authority above asks of the officer: its head, what came back, the decision."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from thidua_desktop.db import Session
from thidua_desktop.domain.level import LEVELS
from thidua_desktop.domain.submission import RESULTS, AnswerDraft, SubmissionDraft
from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.records import nominations, submissions
from thidua_desktop.records.query import ListQuery
from thidua_desktop.records.submissions import SubmissionRow
from thidua_desktop.services import submitting
from thidua_desktop.services.drafting import Signature
from thidua_desktop.services.recipients import today
from ui.forms.day_form import DayDialog
from ui.forms.suggestions import suggest_events
from ui.widgets.fields import ChoiceField, DateField, Field, LongTextField, LookupField, TableField, TextField
from ui.widgets.form_dialog import FormDialog
from ui.widgets.grid_model import GridColumn
from ui.widgets.page import Context
from ui.widgets.suggest import Picked, asking

_SIZE = QSize(980, 600)
_ANSWERS = tuple((code, label.capitalize()) for code, label in RESULTS.items() if code)
_SHORT = {"duoc": "granted", "co": "granted", "x": "granted", "khong": "refused"}


def head_fields() -> tuple[Field, ...]:
    """The fields of a submission's head."""
    return (
        TextField("number", "Số tờ trình", placeholder="40/TTr-UBND"),
        DateField("sent_on", "Ngày trình", required=True),
        ChoiceField("level", "Trình cấp", options=tuple(LEVELS.items()), empty=None),
        TextField("addressee", "Nơi nhận", placeholder="Chủ tịch UBND tỉnh …"),
        LongTextField("note", "Ghi chú", lines=2),
    )


def head_start() -> dict[str, Any]:
    """What the fields of a new submission hold."""
    return {"sent_on": today(), "level": "province"}


def head_draft(values: Mapping[str, Any]) -> SubmissionDraft:
    """A submission as its fields hold it."""
    return SubmissionDraft(
        values["level"], values["sent_on"], values["addressee"], values["number"], values["note"]
    )


class AnswerDialog(FormDialog):
    """Asks what came back on each nomination of a submission; one save, one undo."""

    def __init__(self, context: Context, submission: SubmissionRow, parent: QWidget | None = None) -> None:
        table = TableField(
            "answers",
            "Kết quả từng đề nghị; chưa có trả lời thì để trống",
            wide=True,
            lines=12,
            fixed=True,
            columns=(
                GridColumn("name", "Được đề nghị", 260, "lookup", locked=True),
                GridColumn("title", "Danh hiệu, hình thức", 220, locked=True),
                GridColumn("result", "Kết quả", 150, "choice", options=_ANSWERS, match=_result),
                GridColumn("reason", "Lý do không được khen", 240),
            ),
        )
        fields = (DateField("back_on", "Ngày có kết quả"), table)
        super().__init__("Kết quả trình cấp trên", fields, context.state, "answer", parent, size=_SIZE)
        self._context, self._submission = context, submission
        self.saved.connect(self._keep)
        context.tasks.read(partial(_answers, submission_id=submission.id), self._fill, owner=self)

    def _fill(self, rows: Sequence[Mapping[str, Any]]) -> None:
        self.load({"back_on": self._submission.back_on, "answers": rows})

    def _keep(self, values: Mapping[str, Any]) -> None:
        submission_id, back_on = self._submission.id, values["back_on"]
        answers = [AnswerDraft(row["name"].id, row["result"], row["reason"]) for row in values["answers"]]
        self.write(
            self._context.tasks,
            f"Ghi kết quả tờ trình {self._submission.number}".strip(),
            lambda session: submitting.answer(session, submission_id, back_on, answers),
        )


def ask_decision(context: Context, submission: SubmissionRow, parent: QWidget) -> None:
    """Ask for the decision that came back; those granted at its level get their awards."""

    def decide(session: Session, values: Mapping[str, Any]) -> None:
        signature = Signature(
            values["number"], values["on"], values["signer"], values["signer_post"], values["event"].id
        )
        submitting.decide(session, submission.id, values["level"], values["authority"], signature)

    fields = (
        TextField("number", "Số quyết định", required=True, placeholder="815/QĐ-UBND"),
        ChoiceField("level", "Cấp ban hành", options=tuple(LEVELS.items()), empty=None),
        TextField("authority", "Cơ quan ban hành", placeholder="Chủ tịch UBND tỉnh …"),
        TextField("signer", "Người ký"),
        TextField("signer_post", "Chức vụ người ký"),
        LookupField("event", "Hội nghị", suggest=asking(context.tasks, suggest_events)),
    )
    dialog = DayDialog(context, "Nhập quyết định của cấp trên", decide, fields, parent)
    dialog.load(
        {
            "on": submission.back_on or today(),
            "level": submission.level,
            "authority": submission.addressee,
        }
    )
    dialog.open()


def _answers(session: Session, *, submission_id: int) -> list[dict[str, Any]]:
    ids = nominations.ids(session, ListQuery(filters={"submission": submission_id}))
    kept = submissions.answers(session, submission_id)
    return [
        {
            "name": Picked(row.id, f"{row.name} – {row.unit}" if row.unit else row.name),
            "title": row.title,
            "result": kept[row.id].result,
            "reason": kept[row.id].reason,
        }
        for row in nominations.rows(session, ids)
    ]


def _result(text: str) -> str:
    """Other spellings of an answer."""
    return _SHORT.get(fold(text).split(" ")[0], "") if text else ""
