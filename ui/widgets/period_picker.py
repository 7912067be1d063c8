"""Choosing a report's period: five years, a year, half a year, a quarter or own dates; basis and cut-off."""

from collections.abc import Mapping
from datetime import date, datetime

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from thidua_desktop.domain.dates import parse_date, show
from thidua_desktop.domain.period import BASES, Basis, Period
from ui.theme import GAP
from ui.widgets.combo import Combo
from ui.widgets.working_period import FIRST_YEAR, five_of, periods_of_five

KINDS: dict[str, str] = {
    "five": "Giai đoạn 5 năm",
    "year": "Năm",
    "half": "6 tháng",
    "quarter": "Quý",
    "own": "Khoảng ngày",
}
_PARTS: dict[str, tuple[str, ...]] = {
    "half": ("6 tháng đầu", "6 tháng cuối"),
    "quarter": ("Quý I", "Quý II", "Quý III", "Quý IV"),
}
_DATE_WIDTH = 98


class PeriodPicker(QWidget):
    """Holds a period as the officer says it.

    Signals:
        changed: the period may have changed; read it by `period`.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = _combo("Kỳ báo cáo", KINDS)
        self.part = _combo("Phần của năm", {})
        self.year = _combo("Năm", {})
        self.start, self.end = _day("Từ ngày"), _day("Đến ngày")
        self.basis = _combo("Cách tính", BASES)
        self.basis.setCurrentIndex(list(BASES).index("decided"))
        self.cutoff = _day("Chốt số liệu đến hết ngày")
        self.cutoff.setPlaceholderText("không chốt")
        self.problem = QLabel()
        self.problem.setProperty("role", "problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self._lay_out()
        self._connect()
        self._show_kind()

    def period(self) -> Period | None:
        """The period chosen; None, with a sentence below the field at fault, when it cannot be counted."""
        self._say("", None)
        own = self.kind.currentData() == "own"
        for edit in (self.start, self.end, self.cutoff) if own else (self.cutoff,):
            try:
                _day_in(edit, required=edit is not self.cutoff)
            except ValueError as error:
                self._say(str(error), edit)
                return None
        period = self._read()
        problems = period.check()
        if problems:
            fields = {"end": self.end, "basis": self.basis, "cutoff": self.cutoff}
            self._say(problems[0].message, fields.get(problems[0].field, self.start))
            return None
        return period

    def five_years(self) -> int:
        """The first of the five years chosen; 0 where another kind of period is."""
        return int(self.year.currentData()) if self.kind.currentData() == "five" else 0

    def choose(self, kind: str, year: int, cutoff: date | None = None) -> None:
        """Choose a kind of period beginning with a year."""
        with QSignalBlocker(self):
            self.kind.setCurrentIndex(list(KINDS).index(kind))
            self._show_year(year)
            self.cutoff.setText(show(cutoff) if cutoff else "")
        self.changed.emit()

    def _read(self) -> Period:
        kind, year, part = self.kind.currentData(), self.year.currentData(), self.part.currentIndex() + 1
        basis: Basis = self.basis.currentData()
        cutoff = _day_in(self.cutoff)
        if kind == "five":
            return Period.five_years(year, basis, cutoff)
        if kind == "half":
            return Period.half(year, part, basis, cutoff)
        if kind == "quarter":
            return Period.quarter(year, part, basis, cutoff)
        if kind == "own":
            start, end = parse_date(self.start.text()), parse_date(self.end.text())
            return Period(start, end, basis, cutoff)
        return Period.year(year, basis, cutoff)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for widget in (self.kind, self.part, self.year, self.start, self.end, self.basis):
            row.addWidget(widget)
        until = QLabel("Chốt đến")
        until.setBuddy(self.cutoff)
        row.addWidget(until)
        row.addWidget(self.cutoff)
        row.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        rows.addLayout(row)
        rows.addWidget(self.problem)

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(self._show_kind)
        for combo in (self.part, self.year, self.basis):
            combo.currentIndexChanged.connect(self.changed)
        for edit in (self.start, self.end, self.cutoff):
            edit.editingFinished.connect(self._date_typed)

    def _date_typed(self) -> None:
        """Only now may the text be changed: while typing it belongs to the keyboard."""
        for edit in (self.start, self.end, self.cutoff):
            try:
                day = _day_in(edit)
            except ValueError:
                continue
            edit.setText(show(day) if day else "")
        self.changed.emit()

    def _show_kind(self) -> None:
        kind, year = self.kind.currentData(), self.year.currentData()
        with QSignalBlocker(self.part), QSignalBlocker(self.year):
            _fill(self.part, dict(enumerate(_PARTS.get(kind, ()), 1)))
            _fill(self.year, _years(five=kind == "five"))
            if year is not None:
                self._show_year(year)
        self.part.setVisible(kind in _PARTS)
        self.year.setVisible(kind != "own")
        for edit, (month, day) in ((self.start, (1, 1)), (self.end, (12, 31))):
            edit.setVisible(kind == "own")
            if kind == "own" and not edit.text():
                edit.setText(show(date(self.year.currentData(), month, day)))
        self.changed.emit()

    def _show_year(self, year: int) -> None:
        """Choose a year, or the five years it lies in."""
        self.year.setCurrentIndex(max(self.year.findData(year), self.year.findData(five_of(year)), 0))

    def _say(self, sentence: str, at: QWidget | None) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        for widget in (self.start, self.end, self.cutoff, self.basis):
            if widget.property("problem") != (widget is at):
                widget.setProperty("problem", widget is at)
                widget.style().polish(widget)
            widget.setAccessibleDescription(sentence if widget is at else "")


def _day_in(edit: QLineEdit, *, required: bool = False) -> date | None:
    text = edit.text().strip()
    if not text and required:
        raise ValueError(f"{edit.accessibleName()}: chưa nhập (ngày/tháng/năm).")
    return parse_date(text) if text else None


def _years(*, five: bool) -> dict[int, str]:
    """The years to choose from, the latest first; with five, those that open a period of five years."""
    if five:
        return periods_of_five()
    now = datetime.now().astimezone().year
    return {year: str(year) for year in range(now, FIRST_YEAR - 1, -1)}


def _fill(combo: QComboBox, options: Mapping[int, str] | Mapping[str, str] | Mapping[Basis, str]) -> None:
    combo.clear()
    for code, label in options.items():
        combo.addItem(label, code)


def _combo(name: str, options: Mapping[str, str] | Mapping[Basis, str]) -> Combo:
    combo = Combo()
    combo.setAccessibleName(name)
    combo.setToolTip(name)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    combo.setMinimumContentsLength(0)
    _fill(combo, options)
    return combo


def _day(name: str) -> QLineEdit:
    edit = QLineEdit()
    edit.setAccessibleName(name)
    edit.setPlaceholderText("ngày/tháng/năm")
    edit.setToolTip(name)
    edit.setFixedWidth(_DATE_WIDTH)
    edit.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return edit
