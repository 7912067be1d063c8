"""Cần xem lại: decisions that do not add up, namesakes not yet told apart, totals still without rows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from thidua_desktop.domain.dates import show
from thidua_desktop.domain.vietnamese import number
from ui.pages.overview.panel import Panel, words
from ui.widgets.link_button import LinkButton
from ui.widgets.page import Follow

if TYPE_CHECKING:
    from thidua_desktop.records.overview import Differing
    from ui.pages.overview.gathered import Gathered

_SHOWN = 5
_DIFFERING = "Quyết định có số dòng đã nhập khác số ghi trên giấy"


class Review(Panel):
    """What the officer should look at again.

    Signals:
        followed: where a line leads.
    """

    followed = Signal(object)

    def __init__(self) -> None:
        super().__init__("Cần xem lại")

    def show_gathered(self, found: Gathered) -> None:
        """Write the lines anew."""
        self.clear()
        for one in found.differing[:_SHOWN]:
            self._differing(one)
        more = len(found.differing) - _SHOWN
        if more > 0:
            whole = Follow("decision", filters={"differing": "1"}, note=_DIFFERING)
            self._line(f"… và {number(more)} quyết định khác lệch so với số ghi trên giấy", "Xem", whole)
        if found.questions:
            told = f"{number(found.questions)} cặp trùng họ tên: có phải cùng một người?"
            self._line(told, "Trả lời", Follow("questions"))
        if found.inherited.lines:
            held = found.inherited
            told = f"{number(held.lines)} dòng số liệu kế thừa ({number(held.times)} lượt) chưa có danh sách"
            self._line(told, "Xem", Follow("total", filters={"state": "counted"}))
        if not self.body.count():
            self.add_line(words("Không có gì phải xem lại.", tone="good"))

    def _differing(self, one: Differing) -> None:
        told = f"QĐ {one.number} ngày {show(one.decided_on)}: {'; '.join(one.words)}"
        self._line(told, "Mở", Follow("decision", one.id))

    def _line(self, told: str, verb: str, follow: Follow) -> None:
        link = LinkButton(verb, partial(self.followed.emit, follow))
        link.setAccessibleName(f"{verb}: {told}")
        self.add_line(words(told), link)
