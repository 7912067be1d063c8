"""Báo cáo: the period report with its sentence, tables and charts, and the other reports."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
)

from ui.pages.reports.others import OTHERS, OtherReport
from ui.pages.reports.period_view import PeriodView
from ui.theme import GAP, ROW_HEIGHT, WIDE_GAP
from ui.widgets.page import Context, Follow, Page

if TYPE_CHECKING:
    from collections.abc import Callable

    from thidua_desktop.documents.document import Document
    from ui.exporting.drives import Drive
    from ui.pages.reports.report_view import ReportView

_LIST_WIDTH = 184
_FRAME = 10


def make(context: Context) -> Page:
    """The page of reports."""
    return ReportsPage(context)


class ReportsPage(Page):
    """A list of reports with what is done with them on the left, the chosen one beside it.

    Attributes:
        look: finds the drives to offer for a stick, None for the machine's own.

    Signals:
        usb_opened: the UsbDialog, once it is on screen.

    """

    usb_opened = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.look: Callable[[], list[Drive]] | None = None
        self.names = QListWidget()
        self.stack = QStackedWidget()
        self.period = PeriodView(context)
        self.views: list[ReportView] = []
        self._add("Báo cáo kỳ", self.period)
        for other in OTHERS:
            self._add(other.title, OtherReport(context, other))
        self.preview_button = self._button("Xem trước khi in", "Ctrl+P", partial(self.ask, "preview"))
        self.export_button = self._button("Xuất…", "Ctrl+E", partial(self.ask, "export"))
        self.usb_button = self._button("Xuất ra USB…", "", self.take_to_usb)
        self.export_button.setToolTip("Excel, Word, PDF (Ctrl+E)")
        self.usb_button.setToolTip("Ghi, đọc lại, so khớp rồi mới báo rút được USB")
        self.usb_button.setProperty("role", "primary")
        self._lay_out()
        self.names.currentRowChanged.connect(self.stack.setCurrentIndex)
        self.names.setCurrentRow(0)

    def entered(self) -> None:
        """Count anew what changed while the page was out of sight."""
        self.period.entered()

    def go(self, follow: Follow) -> bool:
        """Show the report a wish names, else the one in sight."""
        modules = [other.module for other in OTHERS]
        wanted = follow.filters.get("report")
        if wanted in modules:
            self.names.setCurrentRow(1 + modules.index(str(wanted)))
        return follow.kind == "report"

    def ask(self, verb: str) -> None:
        """Ask for the preview or a file of the chosen report."""
        build = self._view().build(all_rows=verb == "export")
        if build is not None:
            self.document_asked.emit(verb, build)

    def take_to_usb(self) -> None:
        """Ask for a drive and write the report there as Excel, Word and PDF, read back and compared."""
        view = self._view()
        build = view.build(all_rows=True)
        if build is not None:
            self.said.emit("Đang lập văn bản…")
            show = partial(self._show_usb, view.folder())
            self.context.tasks.read(build, show, owner=self, key="usb")

    def _show_usb(self, folder: str, document: Document) -> None:
        from ui.exporting.drives import drives
        from ui.exporting.usb_dialog import UsbDialog

        self.said.emit("")
        office = self.context.office.settings.get("office", "")
        files = partial(_files, document)
        dialog = UsbDialog(files, office, folder, self.context.tasks, self, look=self.look or drives)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        self.usb_opened.emit(dialog)

    def _view(self) -> ReportView:
        return self.views[self.names.currentRow()]

    def _add(self, title: str, view: ReportView) -> None:
        item = QListWidgetItem(title)
        item.setSizeHint(QSize(0, ROW_HEIGHT))
        self.names.addItem(item)
        self.views.append(view)
        self.stack.addWidget(view)
        view.followed.connect(self.followed)
        view.said.connect(self.said)

    def _button(self, text: str, keys: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(keys)
        button.clicked.connect(lambda _checked: slot())
        if keys:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        return button

    def _lay_out(self) -> None:
        self.names.setAccessibleName("Các báo cáo")
        self.names.setFixedSize(_LIST_WIDTH, self.names.count() * ROW_HEIGHT + _FRAME)
        self.names.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        left = QVBoxLayout()
        left.setSpacing(GAP)
        left.addWidget(self.names)
        left.addSpacing(GAP)
        for button in (self.preview_button, self.export_button, self.usb_button):
            left.addWidget(button)
        left.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, GAP)
        row.setSpacing(WIDE_GAP)
        row.addLayout(left)
        row.addWidget(self.stack, 1)


def _files(document: Document) -> dict[str, bytes]:
    from ui.papers import in_formats

    return in_formats(document, ("xlsx", "docx", "pdf"))
