"""The row above a list: a search box that waits for a pause, and combos that say what they filter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QWidget,
)

from ui.theme import GAP
from ui.widgets.combo import Combo

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QStyleOptionComboBox

    from ui.widgets.page_spec import Filter, FilterOptions

DELAY = 180  # milliseconds of silence before the list is asked
_SEARCH_WIDTH = 330
_NARROWEST, _SEARCH_NARROWEST = 78, 120  # pixels; seven filters fit the narrowest window
_AROUND_TEXT = 42  # pixels for the frame and the arrow


class FilterCombo(Combo):
    """One filter; shows "Năm: 2019", or "Năm: Tất cả" when nothing is chosen."""

    def __init__(self, label: str, all_text: str) -> None:
        self._label = label  # Qt asks for the words while the combo is being made
        self._all_text = all_text
        super().__init__()
        self.setAccessibleName(label)
        self.currentIndexChanged.connect(lambda: self.setToolTip(self.words()))
        self.setMinimumContentsLength(min(len(label) + len(all_text) - 1, 18))
        self.fill(())

    def value(self) -> str | int | None:
        """The chosen option's code, None for all."""
        value: str | int | None = self.currentData()
        return value

    def fill(self, options: FilterOptions) -> None:
        """Offer these options and keep the one chosen while it is still there."""
        chosen = self.value()
        self.clear()
        self.addItem(self._all_text, None)
        for code, label in options:
            self.addItem(label, code)
        self.set_value(chosen)

    def set_value(self, value: str | int | None) -> None:
        """Choose an option by its code; one that is not offered is all."""
        codes = [self.itemData(place) for place in range(self.count())]
        self.setCurrentIndex(codes.index(value) if value in codes else 0)

    def words(self) -> str:
        """The filter in words: "Năm: 2019"."""
        return f"{self._label}: {self.currentText()}"

    def fitting_words(self) -> str:
        """The filter in words; where there is no room, what is chosen, or its name while nothing is."""
        metrics, room = self.fontMetrics(), self.width() - _AROUND_TEXT
        words = self.words()
        if metrics.horizontalAdvance(words) > room:
            words = self._label if self.value() is None else self.currentText()
        return metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for seven filters in the narrowest window."""
        return QSize(_NARROWEST, super().minimumSizeHint().height())

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """What Qt paints: the filter's name beside what is chosen."""
        super().initStyleOption(option)
        option.currentText = self.fitting_words()  # type: ignore[attr-defined]  # missing in PySide's stubs


class FilterBar(QWidget):
    """The search box and the filters of one list.

    Signals:
        changed: the list must be asked anew.
        left: the user wants to go down into the list.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, filters: Sequence[Filter], hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting: dict[str, str | int] = {}
        self.search = QLineEdit()
        self.search.setPlaceholderText(hint)
        self.search.setAccessibleName("Lọc danh sách")
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(_SEARCH_WIDTH)
        self.search.setMinimumWidth(_SEARCH_NARROWEST)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY)
        self._timer.timeout.connect(self.changed)
        self.search.textChanged.connect(self._search_changed)
        self.search.returnPressed.connect(self.left)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.search, _SEARCH_WIDTH)
        self.combos: dict[str, FilterCombo] = {}
        for filter_ in filters:
            combo = FilterCombo(filter_.label, filter_.all_text)
            combo.activated.connect(self._combo_chosen)
            self.combos[filter_.code] = combo
            layout.addWidget(combo)
        layout.addStretch()

    def values(self) -> dict[str, str | int]:
        """The chosen filters by code."""
        chosen = {code: combo.value() for code, combo in self.combos.items()}
        return {code: value for code, value in chosen.items() if value is not None} | self._waiting

    def set_values(self, values: Mapping[str, str | int]) -> None:
        """Choose exactly these filters, also those whose options are still being read."""
        self._waiting = {}
        for code, combo in self.combos.items():
            combo.set_value(values.get(code))
            if code in values and combo.value() is None:
                self._waiting[code] = values[code]

    def fill(self, code: str, options: FilterOptions) -> None:
        """Give a combo its options."""
        self.combos[code].fill(options)
        if code in self._waiting:
            self.combos[code].set_value(self._waiting.pop(code))

    def words(self) -> str:
        """All that is chosen, in words: "Năm: 2019; tìm “nguyen”"."""
        parts = [combo.words() for combo in self.combos.values() if combo.value() is not None]
        searched = self.search.text().strip()
        return "; ".join([*parts, f"tìm “{searched}”"] if searched else parts)

    def clear(self) -> None:
        """Choose nothing; `changed` is not emitted."""
        self.set_values({})
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _search_changed(self) -> None:
        self._timer.start()

    def _combo_chosen(self) -> None:
        self._waiting = {}
        self.changed.emit()
