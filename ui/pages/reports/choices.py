"""What a period report is asked: the period, events apart or inside, the scope."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from thidua_desktop.domain.level import LEVELS
from thidua_desktop.reports.period import GATHERED, Options
from ui.forms.suggestions import suggest_campaigns, suggest_units
from ui.theme import GAP
from ui.widgets.filters import FilterCombo
from ui.widgets.page import Context
from ui.widgets.period_picker import PeriodPicker
from ui.widgets.suggest import SuggestEdit, asking

_SCOPE_WIDTHS = (110, 240)
_UNKNOWN = "Chưa có “{}” trong sổ: chọn một dòng gợi ý hiện ra khi gõ, hoặc xóa chữ trong ô."


class Choices(QWidget):
    """The bar above the report.

    Signals:
        changed: the choice may have changed.
    """

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.period = PeriodPicker()
        self.unit = _scope("Đơn vị: tất cả", SuggestEdit(asking(context.tasks, suggest_units)))
        self.campaign = _scope("Phong trào: tất cả", SuggestEdit(asking(context.tasks, suggest_campaigns)))
        self.level = FilterCombo("Cấp khen", "Tất cả")
        self.level.fill(tuple(LEVELS.items()))
        first, *rest = GATHERED.items()
        self._apart = first[0]
        self.gathered = FilterCombo("Tại hội nghị", first[1])
        self.gathered.setToolTip("Khen thưởng trao tại hội nghị: để bảng riêng, hay tính chung")
        self.gathered.fill(rest)
        self.problem = QLabel()
        self.problem.setProperty("role", "problem")
        self.problem.hide()
        self._lay_out()
        self._connect()

    def options(self) -> Options | None:
        """The question as chosen; None, with a sentence beside the fields, while it cannot be read."""
        period, unknown = self.period.period(), self._unknown()
        self.problem.setText(_UNKNOWN.format(unknown))
        self.problem.setVisible(bool(unknown))
        if period is None or unknown:
            return None
        return Options(
            period,
            str(self.gathered.value() or self._apart),
            _id(self.unit),
            _id(self.campaign),
            str(self.level.value() or ""),
        )

    def show_five_years(self, first: int) -> None:
        """Choose five years, unless they are chosen already."""
        if self.period.five_years() != first:
            self.period.choose("five", first)

    def _unknown(self) -> str:
        """A scope typed that is no record."""
        typed = (edit.value() for edit in (self.unit, self.campaign))
        return next((value.text for value in typed if value and value.id is None), "")

    def _lay_out(self) -> None:
        second = QHBoxLayout()
        second.setSpacing(GAP)
        second.addWidget(QLabel("Phạm vi"))
        for edit in (self.unit, self.campaign):
            second.addWidget(edit, 1)
        for combo in (self.level, self.gathered):
            second.addWidget(combo)
        second.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GAP)
        rows.addWidget(self.period)
        rows.addLayout(second)
        rows.addWidget(self.problem)

    def _connect(self) -> None:
        self.period.changed.connect(self.changed)
        for combo in (self.gathered, self.level):
            combo.activated.connect(self.changed)
        for edit in (self.unit, self.campaign):
            edit.picked.connect(self.changed)
            edit.editingFinished.connect(self.changed)
            edit.textChanged.connect(self._cleared)

    def _cleared(self, text: str) -> None:
        if not text:
            self.changed.emit()


def _scope(hint: str, edit: SuggestEdit) -> SuggestEdit:
    edit.setPlaceholderText(hint)
    edit.setAccessibleName(hint.split(":", maxsplit=1)[0])
    edit.setClearButtonEnabled(True)
    edit.setMinimumWidth(_SCOPE_WIDTHS[0])
    edit.setMaximumWidth(_SCOPE_WIDTHS[1])
    return edit


def _id(edit: SuggestEdit) -> int | None:
    found = edit.value().id
    return found if isinstance(found, int) else None
