"""Sao lưu: when the last backup was taken and where the backups lie."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices

from thidua_desktop.db import backup
from ui.pages.overview.panel import Panel, words
from ui.widgets.link_button import LinkButton
from ui.widgets.moments import moment_words
from ui.widgets.page import Follow


class Backups(Panel):
    """The last backup, checked when it was made.

    Signals:
        followed: a backup was asked for.
    """

    followed = Signal(object)

    def __init__(self, folder: Path) -> None:
        super().__init__("Sao lưu")
        self._folder = folder
        self.now = LinkButton("Sao lưu ngay", partial(self.followed.emit, Follow("backup")))
        self.look = LinkButton("Mở thư mục", self._open_folder)
        self.head.addWidget(self.look)
        self.head.addWidget(self.now)

    def show_kept(self, kept: list[Path], today: date) -> None:
        """Write the lines anew; the newest backup comes first."""
        self.clear()
        self.look.setEnabled(bool(kept))
        if not kept:
            self.add_line(words("Chưa có bản sao lưu nào.", tone="warn"))
            return
        newest = moment_words(backup.taken_at(kept[0]), today)
        self.add_line(words(f"Gần nhất: {newest}, đã mở ra kiểm tra. Đang giữ {len(kept)} bản."))
        self.add_line(words(f"Thư mục: {self._folder}", role="soft"))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
