"""One door for every error: a sentence when the user or the machine must act, one calm dialog for a bug."""

from __future__ import annotations

import sys
import threading
import traceback
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
)

from thidua_desktop.domain.errors import Refused, Unavailable

if TYPE_CHECKING:
    import logging
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

    Show = Callable[["Told", Callable[[], None]], None]

LOG_NAME = "nhat-ky-loi.log"
_LOG_SIZE = 500_000  # bytes
_LOGS_KEPT = 3
_TITLE = "Thi đua Desktop"
_BUG = (
    "Chương trình gặp lỗi ngoài dự kiến. Số liệu vẫn nguyên như trước việc vừa làm, "
    "bạn có thể làm tiếp. Nếu lỗi lặp lại, hãy chép chi tiết bên dưới gửi người phụ trách."
)


@dataclass(frozen=True)
class Told:
    """What is shown: a sentence, and for a bug the details to copy."""

    sentence: str
    details: str = ""


class ErrorDoor(QObject):
    """Takes every error of the program, from any thread, and tells it once.

    show(told, closed) puts it on screen and calls closed when it is gone; tests give their own.
    """

    _come = Signal(object)

    def __init__(self, folder: Path, show: Show | None = None) -> None:
        super().__init__()
        self._show = show or show_told
        self._open: set[str] = set()
        self._file = folder / LOG_NAME
        self._come.connect(self._take)

    def install(self) -> None:
        """Take the errors nobody caught, of the window's thread and of all others."""
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook

    def uninstall(self) -> None:
        """Give the hooks back and let the log file go."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        if "_log" in vars(self):
            for handler in tuple(self._log.handlers):
                self._log.removeHandler(handler)
                handler.close()

    @cached_property
    def _log(self) -> logging.Logger:
        """The log; most days nothing is written to it, so that starting does not load what writes it."""
        import logging
        from logging.handlers import RotatingFileHandler

        handler = RotatingFileHandler(
            self._file, maxBytes=_LOG_SIZE, backupCount=_LOGS_KEPT, encoding="utf-8", delay=True
        )
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        log = logging.getLogger(f"thidua.{id(self)}")
        log.propagate = False
        log.addHandler(handler)
        return log

    def tell(self, error: BaseException) -> None:
        """Tell one error; may be called from any thread."""
        self._come.emit(error)

    @Slot(object)
    def _take(self, error: BaseException) -> None:
        if isinstance(error, Refused | Unavailable):
            self._log.info("%s: %s", type(error).__name__, error)
            self._tell_once(Told(str(error)), str(error))
            return
        details = _details(error)
        self._log.error("%s", details)
        self._tell_once(Told(_BUG, details), _BUG)

    def _tell_once(self, told: Told, key: str) -> None:
        """The same sentence is never on screen twice; a second bug is in the log only."""
        if key not in self._open:
            self._open.add(key)
            self._show(told, lambda: self._open.discard(key))

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            self.tell(error)

    def _thread_hook(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.tell(args.exc_value)


class ToldDialog(QDialog):
    """A calm window with a sentence, and for a bug its details to copy."""

    def __init__(self, told: Told) -> None:
        super().__init__(QApplication.activeWindow())
        self.setWindowTitle(_TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._told = told
        sentence = QLabel(told.sentence)
        sentence.setWordWrap(True)
        sentence.setMinimumWidth(420)
        sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(sentence)
        buttons = QHBoxLayout()
        if told.details:
            layout.addWidget(self._make_details())
            copy = QPushButton("Chép chi tiết")
            copy.setAutoDefault(False)
            copy.clicked.connect(self.copy)
            buttons.addWidget(copy)
        buttons.addStretch(1)
        close = QPushButton("Đóng")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons.addWidget(close)
        layout.addLayout(buttons)
        close.setFocus()

    def copy(self) -> None:
        """Put the details on the clipboard."""
        QGuiApplication.clipboard().setText(self._told.details)

    def _make_details(self) -> QPlainTextEdit:
        details = QPlainTextEdit(self._told.details)
        details.setReadOnly(True)
        details.setAccessibleName("Chi tiết lỗi")
        details.setTabChangesFocus(True)
        details.setMinimumSize(560, 160)
        return details


def show_told(told: Told, closed: Callable[[], None]) -> None:
    """Show it over the active window without stopping anything."""
    dialog = ToldDialog(told)
    # Without a window to be its parent nothing else would keep the dialog alive.
    dialog.finished.connect(lambda _result, _kept=dialog: closed())
    dialog.open()


def _details(error: BaseException) -> str:
    import platform

    trace = "".join(traceback.format_exception(error))
    return f"{platform.platform()} · Python {platform.python_version()} · Qt {qVersion()}\n{trace}"
