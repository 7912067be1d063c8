"""The white bar on top: whose records, the search over everything, what the office does beside its pages."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from ui.theme import GAP, WIDE_GAP
from ui.widgets.combo import Combo
from ui.widgets.elided import ElidedLabel
from ui.widgets.search_everywhere import SearchEverywhere
from ui.widgets.working_period import WorkingPeriod, periods_of_five

_WIDE = 1100  # from here on there is room for whole sentences
_SEARCH_NARROWEST, _SEARCH_WIDEST = 220, 486
_PRACTICE, _PRACTICE_SHORT = "Huyện thực hành – số liệu giả định", "Thực hành"


class TopBar(QWidget):
    """Shrinks gracefully: first the note of the practice district, then the search, then the name.

    Signals:
        period_chosen: the user chose five years to look at.
    """

    period_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "top")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.office = ElidedLabel()
        self._period = WorkingPeriod()
        self.period_word = QLabel("Giai đoạn")
        self.period = Combo()
        self.practice = QLabel(_PRACTICE)
        self.search = SearchEverywhere()
        self.menu = QMenu(self)
        self.button = QToolButton()
        self.office.setProperty("role", "heading")
        self.practice.setProperty("tone", "warn")
        self.practice.setToolTip(_PRACTICE)
        self.practice.hide()
        self.search.setMinimumWidth(_SEARCH_NARROWEST)
        self.search.setMaximumWidth(_SEARCH_WIDEST)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._make_button()
        self._make_period()
        row = QHBoxLayout(self)
        row.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, GAP)
        row.setSpacing(WIDE_GAP)
        row.addWidget(self.office)
        row.addWidget(self.period_word)
        row.addSpacing(GAP - WIDE_GAP)
        row.addWidget(self.period)
        row.addWidget(self.practice)
        row.addStretch(1)
        row.addWidget(self.search, 2)
        row.addWidget(self.button)

    def show_office(self, settings: Mapping[str, str]) -> None:
        """Tell whose records these are."""
        self.office.setText(settings.get("office", ""))
        self.practice.setVisible(bool(settings.get("practice")))

    def show_period(self, period: WorkingPeriod) -> None:
        """Tell the five years worked on, and let others be chosen."""
        self._period = period
        period.changed.connect(self._show_first)
        self._show_first(period.first)

    def fill_menu(self, actions: Sequence[QAction | None]) -> None:
        """Offer these; None is a line between two groups."""
        self.menu.clear()
        for action in actions:
            if action is None:
                self.menu.addSeparator()
            else:
                self.menu.addAction(action)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.practice.setText(_PRACTICE if event.size().width() >= _WIDE else _PRACTICE_SHORT)
        self.period_word.setVisible(event.size().width() >= _WIDE)
        self.search.show_hint(short=event.size().width() < _WIDE)
        super().resizeEvent(event)

    def _show_first(self, first: int) -> None:
        self.period.setCurrentIndex(self.period.findData(first))

    def _choose(self) -> None:
        self._period.choose(self.period.currentData())
        self.period_chosen.emit()

    def _make_period(self) -> None:
        self.period_word.setProperty("role", "soft")
        self.period_word.setBuddy(self.period)
        self.period.setAccessibleName("Giai đoạn")
        self.period.setToolTip("Giai đoạn đang làm việc: chọn để xem báo cáo của giai đoạn ấy")
        for first, words in periods_of_five().items():
            self.period.addItem(words, first)
        self.period.setMinimumContentsLength(0)
        self.period.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToContents)
        self.period.setCurrentIndex(-1)
        self.period.activated.connect(self._choose)

    def _make_button(self) -> None:
        self.button.setText("☰  Công việc")
        self.button.setAccessibleName("Công việc")
        self.button.setToolTip("Alt+C")
        self.button.setShortcut("Alt+C")
        self.button.setProperty("role", "button")
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.button.setMenu(self.menu)
