"""The row of figures; each opens the list it counts."""

from __future__ import annotations

from datetime import date
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from thidua_desktop.domain.vietnamese import number
from ui.theme import GAP
from ui.widgets.link_button import LinkButton
from ui.widgets.page import Follow

if TYPE_CHECKING:
    from thidua_desktop.records.overview import Counts


class Figure(LinkButton):
    """A number with its words below, pressed as one."""

    def __init__(self, count: int, noun: str, follow: Follow, figures: Figures) -> None:
        super().__init__("", partial(figures.followed.emit, follow))
        self.follow = follow
        self.setProperty("role", "figure")
        self.setAccessibleName(f"{number(count)} {noun}")
        self.setToolTip("Bấm để xem danh sách")
        value, name = QLabel(number(count)), QLabel(noun)
        value.setProperty("role", "number")
        name.setProperty("role", "soft")
        self._rows = rows = QVBoxLayout(self)
        rows.setContentsMargins(GAP + 4, GAP, GAP, GAP)
        rows.setSpacing(0)
        for label in (value, name):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            rows.addWidget(label)

    def sizeHint(self) -> QSize:
        """As large as its two lines."""
        return self._rows.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Never less than its two lines."""
        return self._rows.minimumSize()


class Figures(QWidget):
    """How much is kept.

    Signals:
        followed: the Follow of the figure pressed.
    """

    followed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: list[Figure] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)

    def show_counts(self, counts: Counts, today: date, after: QWidget) -> None:
        """Show these in place of the ones before, by Tab after a widget; the cursor stays where it was."""
        focused = next((place for place, one in enumerate(self.shown) if one.hasFocus()), None)
        for old in self.shown:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.shown = [Figure(*told, self) for told in _told(counts, today)]
        for one in self.shown:
            self._row.addWidget(one, 1)
        for before, following in pairwise([after, *self.shown]):
            QWidget.setTabOrder(before, following)
        if focused is not None:
            self.shown[min(focused, len(self.shown) - 1)].setFocus()


def _told(counts: Counts, today: date) -> list[tuple[int, str, Follow]]:
    year = today.year
    told = [
        (counts.units, "đơn vị", Follow("unit", filters={"active": "1"})),
        (counts.people, "cá nhân", Follow("person")),
        (counts.decisions, "quyết định", Follow("decision")),
        (
            counts.awards_this_year,
            f"lượt năm {year}",
            Follow("award", filters={"year": year}, note=f"Lượt khen thành tích năm {year}"),
        ),
        (counts.awards, "lượt tất cả", Follow("award")),
    ]
    if counts.households:
        told.insert(2, (counts.households, "hộ gia đình", Follow("household")))
    return told
