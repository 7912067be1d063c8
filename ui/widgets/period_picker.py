"""Choosing a report's period: five years, a year, half a year, a quarter or own dates; basis and cut-off."""

from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QSpinBox, QWidget

from thidua_desktop.domain.dates import parse_date, show
from thidua_desktop.domain.period import BASES, Basis, Period
from ui.theme import GAP

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
_DATE_WIDTH = 96


class PeriodPicker(QWidget):
    """Holds a period as the officer says it.

    Signals:
        changed: the period may have changed; read it by `period`.
    """

    changed = Signal()

    def __init__(self, first_year: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = _combo("Kỳ báo cáo", KINDS)
        self.year = QSpinBox()
        self.year.setRange(1945, 2199)
        self.year.setValue(first_year)
        self.year.setAccessibleName("Năm")
        self.last = QLabel()
        self.part = QComboBox()
        self.part.setAccessibleName("Phần của năm")
        self.start, self.end = _day("Từ ngày"), _day("Đến ngày")
        self.basis = _combo("Cách tính", dict(BASES))
        self.basis.setCurrentIndex(list(BASES).index("decided"))
        self.cutoff = _day("Chốt số liệu đến ngày")
        self.cutoff.setPlaceholderText("không chốt")
        self.problem = QLabel()
        self.problem.setProperty("role", "problem")
        self.problem.hide()
        self._lay_out()
        self._connect()
        self._show_parts()

    def period(self) -> Period | None:
        """The period chosen; None, with a sentence beside the fields, when it cannot be read."""
        try:
            period = self._read()
        except ValueError as error:
            self._say(str(error))
            return None
        problems = period.check()
        self._say(problems[0].message if problems else "")
        return None if problems else period

    def choose(self, kind: str, year: int, cutoff: date | None = None) -> None:
        """Choose a kind of period beginning with a year."""
        with QSignalBlocker(self):
            self.kind.setCurrentIndex(list(KINDS).index(kind))
            self.year.setValue(year)
            self.cutoff.setText(show(cutoff) if cutoff else "")
        self.changed.emit()

    def _read(self) -> Period:
        kind, year, part = self.kind.currentData(), self.year.value(), self.part.currentIndex() + 1
        basis: Basis = self.basis.currentData()
        cutoff = parse_date(self.cutoff.text()) if self.cutoff.text().strip() else None
        if kind == "five":
            return Period.five_years(year, basis, cutoff)
        if kind == "half":
            return Period.half(year, part, basis, cutoff)
        if kind == "quarter":
            return Period.quarter(year, part, basis, cutoff)
        if kind == "own":
            return Period(parse_date(self.start.text()), parse_date(self.end.text()), basis, cutoff)
        return Period.year(year, basis, cutoff)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        for widget in (self.kind, self.part, self.year, self.last, self.start, self.end, self.basis):
            row.addWidget(widget)
        row.addWidget(QLabel("Chốt đến"))
        row.addWidget(self.cutoff)
        row.addWidget(self.problem, 1)
        row.addStretch(1)

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(self._show_parts)
        self.part.currentIndexChanged.connect(self.changed)
        self.year.valueChanged.connect(self._year_changed)
        self.basis.currentIndexChanged.connect(self.changed)
        for edit in (self.start, self.end, self.cutoff):
            edit.editingFinished.connect(self.changed)

    def _show_parts(self) -> None:
        kind = self.kind.currentData()
        with QSignalBlocker(self.part):
            self.part.clear()
            self.part.addItems(list(_PARTS.get(kind, ())))
        self.part.setVisible(kind in _PARTS)
        self.year.setVisible(kind != "own")
        self.last.setVisible(kind == "five")
        for edit in (self.start, self.end):
            edit.setVisible(kind == "own")
            if kind == "own" and not edit.text():
                first = edit is self.start
                edit.setText(
                    show(date(self.year.value(), 1, 1) if first else date(self.year.value(), 12, 31))
                )
        self._year_changed()

    def _year_changed(self) -> None:
        self.last.setText(f"– {self.year.value() + 5}")
        self.changed.emit()

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setToolTip(sentence)
        self.problem.setVisible(bool(sentence))


def _combo(name: str, options: "dict[str, str] | dict[Basis, str]") -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(name)
    combo.setToolTip(name)
    for code, label in options.items():
        combo.addItem(label, code)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return combo


def _day(name: str) -> QLineEdit:
    edit = QLineEdit()
    edit.setAccessibleName(name)
    edit.setPlaceholderText("ngày/tháng/năm")
    edit.setToolTip(name)
    edit.setFixedWidth(_DATE_WIDTH)
    edit.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return edit
