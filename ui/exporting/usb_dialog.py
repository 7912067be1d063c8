"""The dialog "Xuất ra USB…": choose a drive, write, read back, and say when it may be pulled out."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.domain.errors import Refused, Unavailable
from thidua_desktop.domain.vietnamese import slug
from ui.exporting.drive_watch import DriveWatch, in_background
from ui.exporting.drives import Drive, drives, size_text
from ui.exporting.safe_copy import Exported, Source, copy_out
from ui.tasks import Progress

Files = Mapping[str, Source]
_STEPS = 1000
_NO_DRIVE = "Chưa thấy ổ USB nào. Hãy cắm USB, danh sách tự cập nhật; hoặc chọn thư mục khác."


class Worker(Protocol):
    """The part of ui.tasks.Tasks that does long work without records."""

    def work(
        self,
        fn: Callable[[Progress], Any],
        then: Callable[[Any], None],
        *,
        failed: Callable[[Exception], None] | None = None,
        cancelled: Callable[[], None] | None = None,
    ) -> Progress: ...


class UsbDialog(QDialog):
    """Writes files below a folder of the office and the period on a drive the officer chooses.

    files may be a function: it is then called on the background thread, where slow writers belong.
    """

    def __init__(
        self,
        files: Files | Callable[[], Files],
        office: str,
        period_label: str,
        tasks: Worker,
        parent: QWidget | None = None,
        *,
        look: Callable[[], list[Drive]] = drives,
        choose_folder: Callable[[QWidget], str] | None = None,
        start: Callable[[Callable[[], None]], None] = in_background,
    ) -> None:
        super().__init__(parent)
        self._files, self._tasks = files, tasks
        self._below = f"{slug(office)}/{slug(period_label)}"
        self._choose_folder = choose_folder or _ask_for_folder
        self._others: list[Path] = []
        self._wanted: Path | None = None
        self._progress: Progress | None = None
        self._running = False
        self._watch = DriveWatch(self, look, start)
        self._watch.seen.connect(self.show_drives)
        self._found: list[Drive] = []
        self.setWindowTitle("Xuất ra USB")
        self.resize(QSize(560, 420))
        self._build()
        self.show_drives([])

    def _build(self) -> None:
        self.list = QListWidget()
        self.list.setAccessibleName("Ổ đĩa để ghi ra")
        self.list.setSpacing(4)
        self.list.currentItemChanged.connect(self._remember)
        self.list.itemDoubleClicked.connect(self.write)
        self.hint = QLabel(_NO_DRIVE)
        self.hint.setWordWrap(True)
        self.status = QLabel()
        self.status.setWordWrap(True)
        self.status.setMinimumHeight(3 * self.fontMetrics().height())
        self.status.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.bar = QProgressBar()
        self.bar.setRange(0, _STEPS)
        self.bar.setAccessibleName("Tiến độ ghi")
        self.bar.hide()
        self.other_button = _button("&Chọn thư mục khác…", self._take_other)
        self.write_button = _button("&Ghi ra USB", self.write)
        self.write_button.setDefault(True)
        self.write_button.setProperty("role", "primary")
        self.close_button = _button("Đó&ng", self.reject)
        where = QLabel(f"Các tệp được ghi vào thư mục <b>{self._below}</b> trên ổ đĩa đã chọn:")
        where.setWordWrap(True)
        where.setBuddy(self.list)
        buttons = QHBoxLayout()
        buttons.addWidget(self.other_button)
        buttons.addStretch()
        buttons.addWidget(self.write_button)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        for widget in (where, self.list, self.hint, self.bar, self.status):
            column.addWidget(widget)
        column.addLayout(buttons)

    def show_drives(self, found: list[Drive]) -> None:
        """Show the drives there are and the folders chosen, keeping the choice."""
        self._found = found
        self.list.blockSignals(True)
        self.list.clear()
        for drive in found:
            self._add(_line(drive), drive.path, usable=not drive.read_only)
        for folder in self._others:
            self._add(str(folder), folder, usable=True)
        self.list.blockSignals(False)
        if self.target is None:
            self._choose_first()
        self.hint.setVisible(self.list.count() == 0)
        self._enable()

    @property
    def target(self) -> Path | None:
        """The drive or folder chosen."""
        if self.list.currentRow() < 0:
            return None
        return Path(self.list.currentItem().data(Qt.ItemDataRole.UserRole))

    def write(self) -> None:
        """Write the files to the chosen place, on the background thread."""
        target, files, below = self.target, self._files, self._below
        if target is None or self._running:
            return

        def copy(progress: Progress) -> Exported:
            def tell(done: int, total: int, name: str) -> None:
                progress.say(done * _STEPS // max(total, 1), _STEPS, name)

            return copy_out(files() if callable(files) else files, target, below, tell)

        self._begin()
        self._progress = self._tasks.work(copy, self._finish, failed=self._fail, cancelled=self._cancelled)
        self._progress.said.connect(self._show_progress)

    def reject(self) -> None:
        """Close; while files are being written, stop the writing first."""
        if self._running and self._progress is not None:
            self.status.setText("Đang dừng… Xin đừng rút USB.")
            self._progress.cancel()
            return
        super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._watch.begin()

    def hideEvent(self, event: QHideEvent) -> None:
        self._watch.stop()
        super().hideEvent(event)

    def _begin(self) -> None:
        self._running = True
        self._watch.stop()
        self.bar.setValue(0)
        self.bar.show()
        self.status.setText("Đang chuẩn bị tệp… Xin đừng rút USB.")
        self._enable()

    def _end(self, told: str) -> None:
        self._running = False
        self.bar.hide()
        self.status.setText(told)
        self._watch.begin()
        self._enable()

    def _show_progress(self, done: int, _total: int, name: str) -> None:
        if self._running:
            self.bar.setValue(done)
            self.status.setText(f"Đang ghi và kiểm tra {name}… Xin đừng rút USB.")

    def _finish(self, exported: Exported) -> None:
        told = replace(exported, removable=self._is_on_stick(exported.folder))
        self._end(f"{told.sentence}\nThư mục: {told.folder}")

    def _is_on_stick(self, folder: Path) -> bool:
        return any(drive.removable and folder.is_relative_to(drive.path) for drive in self._found)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Refused | Unavailable):
            self._end("Không ghi được vì lỗi của chương trình; trên ổ đĩa không có gì thay đổi.")
            raise error
        self._end(str(error))

    def _cancelled(self) -> None:
        self._end("Đã dừng theo yêu cầu; trên ổ đĩa không có gì thay đổi.")

    def _take_other(self) -> None:
        chosen = self._choose_folder(self)
        if chosen:
            folder = self._wanted = Path(chosen)
            self._others = [*(other for other in self._others if other != folder), folder]
            self.show_drives(self._found)

    def _add(self, text: str, path: Path, *, usable: bool) -> None:
        item = QListWidgetItem(text)
        item.setData(Qt.ItemDataRole.UserRole, str(path))
        if not usable:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.list.addItem(item)
        if usable and path == self._wanted:
            self.list.setCurrentItem(item)

    def _choose_first(self) -> None:
        """Choose the first stick; a disk that stays in the computer is chosen by the officer only."""
        for row, drive in enumerate(self._found):
            if drive.removable and not drive.read_only:
                self.list.setCurrentRow(row)
                return

    def _remember(self) -> None:
        self._wanted = self.target
        self._enable()

    def _enable(self) -> None:
        self.write_button.setEnabled(self.target is not None and not self._running)
        self.other_button.setEnabled(not self._running)
        self.list.setEnabled(not self._running)
        self.close_button.setText("&Dừng" if self._running else "Đó&ng")


def _line(drive: Drive) -> str:
    room = f"{drive.label} – trống {size_text(drive.free)} / {size_text(drive.total)}"
    if drive.read_only:
        return f"{room} – chỉ cho đọc"
    return room if drive.removable else f"{room} – ổ đĩa trong máy hoặc ổ cứng rời"


def _button(text: str, pressed: Callable[[], None]) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.clicked.connect(pressed)
    return button


def _ask_for_folder(parent: QWidget) -> str:
    return QFileDialog.getExistingDirectory(parent, "Chọn thư mục để ghi ra")
