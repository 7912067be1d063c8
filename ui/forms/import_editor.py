"""One decision of a file, to look at and correct before it is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from thidua_desktop.domain.campaign import CAMPAIGN_FORMS
from thidua_desktop.domain.catalogue import AWARD_TYPES
from thidua_desktop.domain.decision import Stated, discrepancies
from thidua_desktop.domain.level import LEVELS
from thidua_desktop.domain.titles import TitleBook
from thidua_desktop.intake.reading import CandidateAward, CandidateDecision
from ui.forms import import_rows
from ui.theme import GAP, WIDE_GAP
from ui.widgets.fields import ChoiceField, DateField, Field, NumberField, TextField
from ui.widgets.form import Form
from ui.widgets.grid import EntryGrid

_FORM_HEIGHT = 186  # five fields, none scrolled away
_HEAD: tuple[Field, ...] = (
    TextField("number", "Số quyết định", required=True),
    DateField("decided_on", "Ngày ký", required=True),
    ChoiceField("level", "Cấp ban hành", options=tuple(LEVELS.items()), empty=None),
    TextField("authority", "Cơ quan ban hành"),
    NumberField("stated", "Tổng trên giấy", tip="Tổng số ghi trên giấy, để đối chiếu với số dòng"),
)
_PLACE: tuple[Field, ...] = (
    TextField("campaign", "Phong trào", placeholder="để trống nếu không theo phong trào"),
    ChoiceField("campaign_form", "Là", options=tuple(CAMPAIGN_FORMS.items()), empty="Không theo phong trào"),
    TextField("event", "Trao tại hội nghị"),
    ChoiceField("type", "Loại hình", options=tuple(AWARD_TYPES.items()), empty=None),
    NumberField("year", "Năm thành tích", grouped=False),
)


class ImportEditor(QWidget):
    """Shows a candidate decision with its rows.

    Signals:
        changed: the officer corrected something; read it by `decision`.
    """

    changed = Signal()

    def __init__(self, kinds: Sequence[tuple[str, str]], book: TitleBook) -> None:
        super().__init__()
        self._shown: CandidateDecision | None = None
        self._loading = False
        self.head, self.place = (self._form(fields) for fields in (_HEAD, _PLACE))
        self.grid = EntryGrid(import_rows.columns(kinds, book))
        self.remarks = QLabel()
        self.remarks.setWordWrap(True)
        self.remarks.setProperty("tone", "warn")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GAP)
        columns = QHBoxLayout()
        columns.setSpacing(WIDE_GAP)
        columns.addWidget(self.head, 1)
        columns.addWidget(self.place, 1)
        rows.addLayout(columns)
        rows.addWidget(self.remarks)
        rows.addWidget(self.grid, 1)
        self.grid.changed.connect(self._edited)

    def show_decision(self, decision: CandidateDecision) -> None:
        """Show a decision."""
        self._loading = True
        self._shown = decision
        shown = {field.code: getattr(decision, field.code) for field in (*_HEAD, *_PLACE)}
        shown["stated"] = _stated(decision.stated)
        for form in (self.head, self.place):
            form.load(shown)
        self.grid.set_rows([import_rows.to_row(award) for award in decision.awards])
        self._loading = False
        self._mark()

    def add_row(self, award: CandidateAward) -> None:
        """Put a row that was not understood at the end, to be completed."""
        self.grid.set_rows([*self.grid.rows(), import_rows.to_row(award)])
        place = len(self.grid.rows()) - 1
        self.grid.go_to(place, "award" if award.name else "name")
        self._edited()

    def decision(self) -> CandidateDecision | None:
        """The decision as corrected; None before one is shown."""
        if self._shown is None:
            return None
        values: dict[str, Any] = self.head.values() | self.place.values()
        stated = self._shown.stated
        if values["stated"] != _stated(stated):
            stated = Stated(total=values["stated"])
        awards = import_rows.to_awards(self.grid.rows(), self._shown.awards, self._shown.sheet)
        return replace(self._shown, **values | {"stated": stated, "awards": awards})

    def _form(self, fields: tuple[Field, ...]) -> Form:
        form = Form(fields, always_buttons=False)
        form.setFixedHeight(_FORM_HEIGHT)
        form.changed.connect(self._edited)
        return form

    def _edited(self) -> None:
        if not self._loading:
            self._mark()
            self.changed.emit()

    def _mark(self) -> None:
        self.grid.show_problems(import_rows.problems(self.grid.rows()))
        decision = self.decision()
        if decision is None:
            return
        counts = Counter(award.recipient for award in decision.awards)
        counted = Stated(counts["person"], counts["collective"], counts["household"], len(decision.awards))
        inferred = {words for award in decision.awards for words in award.inferred}
        lines = [*discrepancies(decision.stated, counted), *decision.remarks, *sorted(inferred)]
        self.remarks.setText("\n".join(dict.fromkeys(lines)))
        self.remarks.setVisible(bool(lines))


def _stated(stated: Stated) -> int | None:
    if stated.total is not None:
        return stated.total
    parts = [part for part in (stated.persons, stated.collectives, stated.households) if part is not None]
    return sum(parts) if parts else None
