"""What a period report is asked: the period, events apart or inside, the scope; and what to do with it."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from thidua_desktop.domain.level import LEVELS
from thidua_desktop.reports.period import GATHERED, Options
from ui.forms.suggestions import suggest_campaigns, suggest_units
from ui.theme import GAP
from ui.widgets.page import Context
from ui.widgets.period_picker import PeriodPicker
from ui.widgets.suggest import SuggestEdit, asking

_SCOPE_WIDTH = 190


class Choices(QWidget):
    """The bar above the report.

    Signals:
        changed: the choice changed.
        preview_asked, export_asked, usb_asked: what to do with the report.
    """

    changed = Signal()
    preview_asked = Signal()
    export_asked = Signal()
    usb_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        year = datetime.now().astimezone().year
        practice = bool(context.office.settings.get("practice"))
        self.period = PeriodPicker(2015 if practice else year - year % 5)
        self.gathered = QComboBox()
        self.gathered.setAccessibleName("Khen thưởng tại hội nghị")
        for code, label in GATHERED.items():
            self.gathered.addItem(f"Tại hội nghị: {label.lower()}", code)
        self.unit = _scope("Đơn vị: toàn huyện", SuggestEdit(asking(context.tasks, suggest_units)))
        self.campaign = _scope("Phong trào: tất cả", SuggestEdit(asking(context.tasks, suggest_campaigns)))
        self.level = QComboBox()
        self.level.setAccessibleName("Cấp khen")
        self.level.addItem("Cấp khen: tất cả", "")
        for code, label in LEVELS.items():
            self.level.addItem(label, code)
        self._lay_out()
        self._connect()

    def options(self) -> Options | None:
        """The question as chosen; None while the period cannot be read."""
        period = self.period.period()
        if period is None:
            return None
        return Options(
            period,
            self.gathered.currentData(),
            _id(self.unit),
            _id(self.campaign),
            self.level.currentData(),
        )

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GAP)
        first = QHBoxLayout()
        first.setSpacing(GAP)
        first.addWidget(self.period, 1)
        for text, tip, slot in (
            ("Xem trước khi in", "Ctrl+P", self.preview_asked),
            ("Xuất…", "Excel, Word, PDF (Ctrl+E)", self.export_asked),
        ):
            first.addWidget(_button(text, tip, slot.emit))
        usb = _button("Xuất ra USB…", "Ghi, đọc lại, so khớp rồi mới báo rút được USB", self.usb_asked.emit)
        usb.setProperty("role", "primary")
        first.addWidget(usb)
        second = QHBoxLayout()
        second.setSpacing(GAP)
        second.addWidget(QLabel("Phạm vi"))
        for widget in (self.unit, self.campaign, self.level, self.gathered):
            second.addWidget(widget)
        second.addStretch(1)
        rows.addLayout(first)
        rows.addLayout(second)

    def _connect(self) -> None:
        self.period.changed.connect(self.changed)
        self.gathered.currentIndexChanged.connect(self.changed)
        self.level.currentIndexChanged.connect(self.changed)
        for edit in (self.unit, self.campaign):
            edit.picked.connect(self.changed)
            edit.editingFinished.connect(self.changed)


def _scope(hint: str, edit: SuggestEdit) -> SuggestEdit:
    edit.setPlaceholderText(hint)
    edit.setAccessibleName(hint.split(":", maxsplit=1)[0])
    edit.setClearButtonEnabled(True)
    edit.setFixedWidth(_SCOPE_WIDTH)
    return edit


def _id(edit: SuggestEdit) -> int | None:
    found = edit.value().id
    return found if isinstance(found, int) else None


def _button(text: str, tip: str, slot: Callable[[], None]) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(tip)
    # The signal's own argument stays here: the slots are signals without one.
    button.clicked.connect(lambda _checked: slot())
    return button
