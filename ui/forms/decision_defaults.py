"""What new rows of a decision begin with, chosen once for the whole list."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from thidua_desktop.domain.recipient import RECIPIENTS
from ui.forms.decision_lines import Titles
from ui.theme import GAP
from ui.widgets.combo import Combo
from ui.widgets.elided import ElidedLabel
from ui.widgets.suggest import SuggestEdit, among

_HINT = "Dán cả bảng từ Excel, Word: Ctrl+V · điền xuống: Ctrl+D · sửa ô: F2 · xóa dòng: Ctrl+-"
_TITLE_WIDTH = 240


class DefaultsBar(QWidget):
    """Kind and title for rows where none was typed.

    Signals:
        changed: the recipient's code ("": by the name) and the title as typed.
    """

    changed = Signal(str, str)

    def __init__(self, titles: Titles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.recipient = Combo()
        self.recipient.setAccessibleName("Đối tượng của dòng mới")
        for code, label in (("", "Theo tên gọi"), *RECIPIENTS.items()):
            self.recipient.addItem(label, code)
        self.recipient.activated.connect(self._tell)
        self.title = SuggestEdit(among([(label, label) for _code, label in titles.options]))
        self.title.setPlaceholderText("Danh hiệu, hình thức chung")
        self.title.setAccessibleName("Danh hiệu, hình thức của dòng mới")
        self.title.setMaximumWidth(_TITLE_WIDTH)
        self.title.editingFinished.connect(self._tell)
        hint = ElidedLabel(_HINT)
        hint.setToolTip(_HINT)
        hint.setProperty("role", "soft")
        hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(QLabel("Dòng mới:"))
        layout.addWidget(self.recipient)
        layout.addWidget(self.title, 1)
        layout.addWidget(hint, 2)

    def _tell(self) -> None:
        self.changed.emit(self.recipient.currentData(), self.title.text())
