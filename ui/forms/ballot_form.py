"""Counting the votes of a meeting: every nomination of its agenda on one screen."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from thidua_desktop.db import Session
from thidua_desktop.domain.council import BallotDraft
from thidua_desktop.domain.errors import Problem, Refused
from thidua_desktop.records import meetings, nominations
from thidua_desktop.records.meetings import MeetingRow
from thidua_desktop.records.query import ListQuery
from thidua_desktop.services import concluding
from ui.forms import laws
from ui.widgets.fields import TableField
from ui.widgets.form_dialog import FormDialog
from ui.widgets.grid_model import GridColumn
from ui.widgets.page import Context
from ui.widgets.suggest import Picked

_COUNTS = ("yes", "no", "written_yes", "written_no")
_SIZE = QSize(1010, 620)
_HOW = "Phiếu đếm tại cuộc họp; thành viên vắng mặt gửi phiếu bằng văn bản thì ghi ở hai cột sau"


class BallotDialog(FormDialog):
    """Asks for the votes on each nomination; one save, one undo."""

    def __init__(self, context: Context, meeting: MeetingRow, parent: QWidget | None = None) -> None:
        table = TableField(
            "votes",
            f"{_HOW} (tổng số thành viên: {meeting.members})",
            wide=True,
            lines=14,
            fixed=True,
            columns=(
                GridColumn("name", "Được đề nghị", 224, "lookup", locked=True),
                GridColumn("title", "Danh hiệu, hình thức", 190, locked=True),
                GridColumn("yes", "Đồng ý", 78),
                GridColumn("no", "Không đồng ý", 112),
                GridColumn("written_yes", "Đồng ý bằng văn bản", 150),
                GridColumn("written_no", "Không, bằng văn bản", 150),
            ),
        )
        super().__init__("Kiểm phiếu", (table,), context.state, "ballot", parent, size=_SIZE)
        self._context, self._meeting = context, meeting
        self.saved.connect(self._keep)
        context.tasks.read(lambda session: _rows(session, meeting.id), self._fill, owner=self)

    def _fill(self, rows: Sequence[Mapping[str, Any]]) -> None:
        self.load({"votes": rows})

    def _keep(self, values: Mapping[str, Any]) -> None:
        try:
            votes = [_ballot(place, row) for place, row in enumerate(values["votes"]) if row["name"].id]
        except Refused as refused:
            self.show_problems(refused.problems)
            return
        meeting_id = self._meeting.id
        self.write(
            self._context.tasks,
            f"Kiểm phiếu cuộc họp {self._meeting.council}",
            lambda session: concluding.count(session, laws.book(session), meeting_id, votes),
        )


def _rows(session: Session, meeting_id: int) -> list[dict[str, Any]]:
    votes = meetings.ballots(session, meeting_id)
    agenda = nominations.rows(session, nominations.ids(session, ListQuery(filters={"meeting": meeting_id})))
    return [
        {
            "name": Picked(row.id, f"{row.name} – {row.unit}" if row.unit else row.name),
            "title": row.title,
            **{code: _shown(getattr(votes[row.id], code)) for code in _COUNTS},
        }
        for row in agenda
    ]


def _shown(count: int | None) -> str:
    return "" if count is None else str(count)


def _ballot(place: int, row: Mapping[str, Any]) -> BallotDraft:
    counts: dict[str, int | None] = {}
    for code in _COUNTS:
        text = str(row[code]).strip()
        if text and not text.isdecimal():
            raise Refused(Problem(f"votes.{place}.{code}", f"“{text}” không phải số phiếu."))
        counts[code] = int(text) if text else None
    return BallotDraft(int(row["name"].id), **counts)
