"""One decision of a file, to look at and correct before it is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from thidua_desktop.domain.campaign import CAMPAIGN_FORMS
from thidua_desktop.domain.catalogue import AWARD_TYPES
from thidua_desktop.domain.level import LEVELS
from thidua_desktop.domain.titles import TitleBook
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.intake.reading import CandidateAward, CandidateDecision
from thidua_desktop.services.importing import gaps
from ui.forms.decision_fields import stated, stated_fields
from ui.forms.head_form import HeadForm
from ui.forms.import_rows import ImportGrid
from ui.forms.suggestions import suggest_campaigns, suggest_events
from ui.tasks import Tasks
from ui.theme import GAP
from ui.widgets.fields import ChoiceField, DateField, Field, LookupField, NumberField, TextField
from ui.widgets.listed_dialog import ListedDialog
from ui.widgets.suggest import Picked, asking

_WHEN_READ = "Văn bản ghi "  # totals that differed when the file was read: the gaps of now are said instead
_SETTLED = ", thêm {} dòng theo câu trả lời ở trang “Câu hỏi”"
_LEFT_OUT = ""  # the campaign form of a decision outside any campaign
_NEW_CAMPAIGN = "Chưa có trong sổ: sẽ thêm khi ghi."
_PLACES = {
    "number": (0, 0, 1),
    "decided_on": (0, 1, 1),
    "level": (0, 2, 2),
    "authority": (0, 4, 2),
    "campaign_form": (1, 0, 1),
    "campaign": (1, 1, 3),
    "event": (1, 4, 2),
    "type": (2, 0, 1),
    "year": (2, 1, 1),
    "persons": (2, 2, 1),
    "collectives": (2, 3, 1),
    "households": (2, 4, 1),
    "total": (2, 5, 1),
}


class ImportEditor(QWidget):
    """Shows a candidate decision with its rows.

    Signals:
        changed: the officer corrected something; read it by `decision`.
    """

    changed = Signal()

    def __init__(self, kinds: Sequence[tuple[str, str]], book: TitleBook, tasks: Tasks) -> None:
        super().__init__()
        self._shown: CandidateDecision | None = None
        self._loading = False
        self._settled: Sequence[CandidateAward] = ()
        self._told: Sequence[str] | None = None
        self.head = HeadForm(_fields(tasks), _PLACES)
        self.grid = ImportGrid(kinds, book)
        self.remarks = QLabel()
        self.remarks.setWordWrap(True)
        self.remarks.setProperty("tone", "warn")
        self.remarks.hide()
        self._others: Sequence[str] = ()
        self.see_all = QPushButton("Xem cả…")
        self.see_all.clicked.connect(self.show_remarks)
        self.see_all.hide()
        self.count = QLabel()
        self.count.setProperty("role", "soft")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GAP // 2)
        said = QHBoxLayout()
        said.setSpacing(GAP)
        said.addWidget(self.remarks, 1)
        said.addWidget(self.see_all, 0, Qt.AlignmentFlag.AlignTop)
        rows.addWidget(self.head)
        rows.addLayout(said)
        rows.addWidget(self.count)
        rows.addWidget(self.grid, 1)
        self._enable(on=False)
        self.grid.changed.connect(self._edited)
        self.head.changed.connect(self._edited)
        self.head.editor("campaign").changed.connect(self._name_follows)
        self.head.editor("campaign_form").changed.connect(self._form_follows)

    def show_decision(self, decision: CandidateDecision) -> None:
        """Show a decision."""
        self._loading = True
        self._shown, self._settled, self._told = decision, (), None
        self._enable(on=True)
        paper = decision.stated
        self.head.show_problems(())
        self.head.load(
            {
                **{code: getattr(decision, code) for code in _AS_READ},
                "campaign": Picked(None, decision.campaign),
                "campaign_form": (decision.campaign_form or "campaign") if decision.campaign else _LEFT_OUT,
                "event": Picked(None, decision.event),
                "persons": paper.persons,
                "collectives": paper.collectives,
                "households": paper.households,
                "total": paper.total,
            }
        )
        self.grid.load(decision.awards)
        self._loading = False
        self._mark()

    def show_settled(self, rows: Sequence[CandidateAward], remarks: Sequence[str] | None) -> None:
        """Tell what answers put to the decision shown: rows, remarks in the place of those read."""
        self._settled, self._told = rows, remarks
        self._mark()

    def add_row(self, award: CandidateAward) -> None:
        """Put a row that was not understood at the end, to be completed."""
        self.grid.add(award)
        self._edited()

    def go_to(self, award: CandidateAward) -> None:
        """Put the cursor on what a row lacks."""
        decision = self.decision()
        if decision is not None and award in decision.awards:
            self.grid.go_to(decision.awards.index(award), "award" if award.name else "name")

    @property
    def concluded(self) -> Sequence[str]:
        """What was concluded beside what was read, in words."""
        return self._others

    def settle(self) -> None:
        """Take a cell still open as it stands."""
        if self.grid.state() == self.grid.State.EditingState:
            self.grid.setFocus()

    def unread(self) -> bool:
        """Whether something stands here that cannot be read; it is said beside it."""
        problems = [problem for problem in self.head.unread() if self.head.raw()[problem.field]]
        if problems:
            self.head.show_problems(problems)
        return bool(problems) or self.grid.unread()

    def decision(self) -> CandidateDecision | None:
        """The decision as corrected; None before one is shown."""
        if self._shown is None:
            return None
        unread = {problem.field for problem in self.head.unread() if self.head.raw()[problem.field]}
        values = self.head.values()
        paper = stated(values)
        return replace(
            self._shown,
            **{code: values[code] for code in _AS_READ if code not in unread},
            campaign=values["campaign"].text,
            campaign_form=values["campaign_form"],
            event=values["event"].text,
            stated=self._shown.stated if unread & set(_STATED) else paper,
            awards=self.grid.awards(self._shown.sheet),
        )

    def _edited(self) -> None:
        if not self._loading:
            self._mark()
            self.changed.emit()

    def _enable(self, *, on: bool) -> None:
        for widget in (self.head, self.grid):
            widget.setEnabled(on)

    def _name_follows(self) -> None:
        """A name typed is a campaign's until the officer says that it is a drive's."""
        form, name = self.head.editor("campaign_form"), self.head.editor("campaign").value()
        if bool(name) != bool(form.value()):
            form.set_value("campaign" if name else _LEFT_OUT)

    def _form_follows(self) -> None:
        if self.head.editor("campaign_form").value() == _LEFT_OUT:
            self.head.editor("campaign").set_value(None)

    def _mark(self) -> None:
        self.grid.mark()
        decision = self.decision()
        if decision is None:
            return
        more = _SETTLED.format(number(len(self._settled))) if self._settled else ""
        self.count.setText(f"Danh sách: {number(len(decision.awards))} dòng{more}")
        whole = replace(decision, awards=(*decision.awards, *self._settled))
        self._say_remarks(gaps(whole), decision)

    def _say_remarks(self, gaps: Sequence[str], decision: CandidateDecision) -> None:
        """Say where the totals differ now, and in short what was concluded; the rows need the room."""
        told = decision.remarks if self._told is None else self._told
        remarks = [words for words in told if not words.startswith(_WHEN_READ)]
        inferred = sorted({words for award in decision.awards for words in award.inferred})
        others = list(dict.fromkeys((*remarks, *inferred)))
        rest = len(others) - 1
        first = [f"{others[0]} (và {rest} điều khác)" if rest else others[0]] if others else []
        self.remarks.setText("\n".join((*gaps, *first)))
        self._others = others
        self.see_all.setVisible(bool(rest > 0))
        self.remarks.setVisible(bool(gaps or others))

    def show_remarks(self) -> None:
        """Open the list of all that was concluded."""
        ListedDialog("Những điều chương trình đã hiểu thêm", self._others, self).open()


_AS_READ = ("number", "decided_on", "level", "authority", "type", "year")
_STATED = ("persons", "collectives", "households", "total")


def _fields(tasks: Tasks) -> tuple[Field, ...]:
    found: dict[str, Any] = {"allow_new": True, "new_note": _NEW_CAMPAIGN}
    return (
        TextField("number", "Số quyết định", required=True),
        DateField("decided_on", "Ngày ký", required=True),
        ChoiceField("level", "Cấp ban hành", options=tuple(LEVELS.items()), empty=None),
        TextField("authority", "Cơ quan ban hành"),
        ChoiceField(
            "campaign_form", "Khen theo", options=tuple(CAMPAIGN_FORMS.items()), empty="Ngoài phong trào"
        ),
        LookupField(
            "campaign",
            "Tên phong trào, cuộc vận động",
            suggest=asking(tasks, suggest_campaigns),
            placeholder="để trống nếu không theo phong trào",
            **found,
        ),
        LookupField("event", "Trao tại hội nghị", suggest=asking(tasks, suggest_events), **found),
        ChoiceField("type", "Loại hình", options=tuple(AWARD_TYPES.items()), empty=None),
        NumberField("year", "Năm thành tích", grouped=False),
        *stated_fields(),
    )
