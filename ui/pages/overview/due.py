"""Việc cần làm: what is due at the office, the nearest day on top."""

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
    from thidua_desktop.services.agenda import Due

_SHOWN = 8
_SOON = 5  # working days


class DuePanel(Panel):
    """What is to be done, and by when.

    Signals:
        followed: where a line leads.
    """

    followed = Signal(object)

    def __init__(self) -> None:
        super().__init__("Việc cần làm")
        self.hide()

    def show_due(self, found: tuple[Due, ...]) -> None:
        """Write the lines anew; without anything to do the panel is not there."""
        self.clear()
        self.setVisible(bool(found))
        for one in found[:_SHOWN]:
            self._line(one)
        if len(found) > _SHOWN:
            self.add_line(words(f"… và {number(len(found) - _SHOWN)} việc khác", role="soft"))

    def _line(self, one: Due) -> None:
        kind, record_id, filters = one.follow
        link = LinkButton("Mở", partial(self.followed.emit, Follow(kind, record_id, filters, one.text)))
        link.setAccessibleName(f"Mở: {one.text}")
        tone = "bad" if one.late else "warn" if one.left is not None and one.left <= _SOON else ""
        self.add_line(words(f"{one.text}{_when(one)}", tone=tone), link)


def _when(one: Due) -> str:
    if one.on is None or one.left is None:
        return ""
    days = (
        f"quá hạn {number(-one.left)} ngày làm việc" if one.late else f"còn {number(one.left)} ngày làm việc"
    )
    basis = ", ".join(filter(None, (one.cite, "" if one.checked else "chưa đối chiếu")))
    return f": hạn {show(one.on)}, {days}{f' ({basis})' if basis else ''}"
