"""The line at the bottom: what was said last, when things were saved and backed up."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

_SAID_FOR = 8000  # ms
_MARGIN = 40
_WIDE = 1100  # from here on there is room for whole sentences
_SOUND = "Cơ sở dữ liệu nguyên vẹn"


class StatusLine(QStatusBar):
    """Says short things that nobody has to answer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.saved = QLabel()
        self.backup = QLabel()
        self.warning = QLabel("Chưa sao lưu được")
        self.warning.setProperty("tone", "warn")
        self.warning.hide()
        self._backed_up = ""
        self.addPermanentWidget(self.saved)
        self.addPermanentWidget(self.backup)
        self.addPermanentWidget(self.warning)

    def say(self, line: str) -> None:
        """Show one line for a while, shortened to the room there is and whole in its tip."""
        taken = sum(label.sizeHint().width() for label in (self.saved, self.backup) if label.text())
        room = self.width() - taken - _MARGIN
        self.setToolTip(line)
        self.showMessage(self.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, room), _SAID_FOR)

    def clear(self) -> None:
        """Forget what was said of another office."""
        self.clearMessage()
        self.saved.clear()
        self.tell_backup("")

    def tell_saved(self) -> None:
        """Show that the records were written just now."""
        self.saved.setText(f"Đã lưu {datetime.now().astimezone():%H:%M}")

    def tell_backup(self, line: str) -> None:
        """Show when the last backup, checked when it was made, was taken."""
        self._backed_up = line
        self.warning.hide()
        self._fit()

    def warn_backup(self, line: str) -> None:
        """Show that no backup could be made, and why."""
        self.tell_backup("")
        self.warning.setToolTip(line)
        self.warning.show()
        self.say(line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        whole = f"{self._backed_up} · {_SOUND}" if self._backed_up else ""
        self.backup.setText(whole if self.width() >= _WIDE else self._backed_up)
        self.backup.setToolTip(whole)
