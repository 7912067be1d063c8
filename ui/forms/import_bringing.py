"""Lists brought to the import by hand: files dropped or copied, a table copied from Excel or Word."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTemporaryDir, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from ui.widgets.clipboard import read_block
from ui.widgets.dropping import dropped

_NOTHING = "Chưa chép gì để dán: chép bảng trong Excel, Word hoặc chép tệp rồi bấm Ctrl+V ở đây."


class Bringing(QObject):
    """Takes what is dropped on a window or pasted into it, while that is `ready`."""

    def __init__(
        self,
        window: QWidget,
        button: QPushButton,
        ready: Callable[[], bool],
        take: Callable[[Sequence[Path]], None],
        tell: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._ready, self._take, self._tell = ready, take, tell
        self._folder = QTemporaryDir()
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        button.clicked.connect(self.paste)
        QShortcut(QKeySequence("Ctrl+V"), window).activated.connect(self.paste)

    def paste(self) -> None:
        """Take in what was copied elsewhere, a table as a file of its own."""
        if not self._ready():
            return
        paths = _pasted(Path(self._folder.path()))
        if paths:
            self._take(paths)
        else:
            self._tell(_NOTHING)

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            if dropped(event) and self._ready():
                event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self._take(dropped(event))
            return True
        return False


def _pasted(folder: Path) -> list[Path]:
    """Files on the clipboard, or the table there as a file in the folder; none for neither."""
    clipboard = QGuiApplication.clipboard()
    urls: list[QUrl] = getattr(clipboard.mimeData(), "urls", list)()  # a cleared clipboard may hold None
    files = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    rows = read_block(clipboard.text())
    if files or not any(any(row) for row in rows):
        return files
    path = folder / f"Bảng dán lúc {datetime.now().astimezone():%H.%M.%S}.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter="\t").writerows(rows)
    return [path]
