"""Xuất mẫu cho đơn vị…: choose units, a year and a folder; one Excel file of a kind for each unit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.domain.errors import Refused, Unavailable
from thidua_desktop.domain.vietnamese import matches, number
from thidua_desktop.services.recipients import today
from ui.exporting.free_name import free_path
from ui.forms.lent_lists import PROPOSALS, Lent
from ui.theme import GAP, WIDE_GAP

if TYPE_CHECKING:
    from thidua_desktop.db.session import Session
    from ui.tasks import Progress
    from ui.widgets.page import Context

    ChooseFolder = Callable[[QWidget, str], str]

_SIZE = (620, 620)
_FIRST_YEAR, _FOLDER = 1990, "template/folder"
_ID = Qt.ItemDataRole.UserRole


class TemplateDialog(QDialog):
    """Writes the lists that units fill in; a file already in the folder is never overwritten."""

    def __init__(
        self,
        context: Context,
        chosen: Sequence[int] = (),
        parent: QWidget | None = None,
        choose_folder: ChooseFolder | None = None,
        lent: Lent[Any] = PROPOSALS,
    ) -> None:
        super().__init__(parent)
        self._lent = lent
        self._context, self._chosen = context, frozenset(chosen)
        self._choose_folder = choose_folder or _ask_for_folder
        self._progress: Progress | None = None
        self._running = False
        self._names: dict[int, str] = {}
        self.setWindowTitle("Xuất mẫu cho đơn vị")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self._build()
        context.state.restore_window("template", self)
        context.tasks.read(_units, self._show_units, owner=self)

    def units(self) -> list[int]:
        """The units ticked."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return [int(item.data(_ID)) for item in items if item.checkState() == Qt.CheckState.Checked]

    def write(self) -> None:
        """Write one file for each unit ticked, on the background threads."""
        ids, year, folder = self.units(), self.year.value(), Path(self.folder.text())
        if self._running or not ids:
            return
        if not self.folder.text() or not folder.is_dir():
            self._tell("Chọn thư mục hoặc USB để ghi các tệp mẫu.")
            self.folder_button.setFocus()
            return
        self._run(on=True)
        self._context.tasks.read(
            lambda session: [self._lent.read(session, one, year) for one in ids],
            lambda lists: self._write(list(zip(ids, lists, strict=True)), year, folder),
            owner=self,
            failed=self._fail,
        )

    def reject(self) -> None:
        """Close; while files are being written, stop first."""
        if self._progress is not None and self._running:
            self._progress.cancel()
        else:
            super().reject()

    def done(self, result: int) -> None:
        self._context.state.put_window("template", self)
        super().done(result)

    def _write(self, lists: Sequence[tuple[int, Any]], year: int, folder: Path) -> None:
        names, lent = dict(self._names), self._lent

        def write(progress: Progress) -> int:
            for place, (unit_id, one) in enumerate(lists):
                progress.say(place, len(lists), f"Đang ghi mẫu của {names[unit_id]}…")
                lent.write(one, free_path(folder, lent.name.format(year=year, unit=names[unit_id])))
            return len(lists)

        self._progress = self._context.tasks.work(
            write, self._written, owner=self, failed=self._fail, cancelled=self._stopped
        )
        self._progress.said.connect(self._show_progress)

    def _written(self, count: int) -> None:
        self._run(on=False)
        self._tell(f"Đã ghi {number(count)} tệp mẫu vào thư mục {self.folder.text()}")
        self.close_button.setFocus()

    def _stopped(self) -> None:
        self._run(on=False)
        self._tell("Đã dừng; các tệp mẫu đã ghi vẫn còn trong thư mục.")

    def _fail(self, error: Exception) -> None:
        self._run(on=False)
        if not isinstance(error, Refused | Unavailable):
            self._tell("Chưa ghi được vì lỗi của chương trình.")
            raise error
        self._tell(str(error))

    def _show_progress(self, done: int, total: int, text: str) -> None:
        if self._running:
            self.bar.setRange(0, total)
            self.bar.setValue(done)
            self._tell(text)

    def _run(self, *, on: bool) -> None:
        self._running = on
        self.bar.setVisible(on)
        self.close_button.setText("Dừng" if on else "Đóng")
        self._enable()

    def _tell(self, text: str) -> None:
        self.status.setText(text)

    def _show_units(self, units: Sequence[tuple[int, str, int]]) -> None:
        self._names = {unit_id: name for unit_id, name, _ in units}
        self.list.blockSignals(True)
        for unit_id, name, people in sorted(units, key=lambda unit: unit[0] not in self._chosen):
            item = QListWidgetItem(f"{name}  ·  {number(people)} người")
            item.setData(_ID, unit_id)
            ticked = unit_id in self._chosen
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self._enable()

    def _filter(self, typed: str) -> None:
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(not matches(typed, item.text()))

    def _tick_shown(self, *, on: bool) -> None:
        for row in range(self.list.count()):
            item = self.list.item(row)
            if not item.isHidden():
                item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def _enable(self) -> None:
        count = len(self.units())
        self.count.setText(f"{number(count)} đơn vị được chọn")
        self.write_button.setEnabled(count > 0 and not self._running)

    def _take_folder(self) -> None:
        folder = self._choose_folder(self, self.folder.text())
        if folder:
            self.folder.setText(folder)
            self._context.state.put(_FOLDER, folder)
            self._tell("")

    def _build(self) -> None:
        self.search = QLineEdit(placeholderText="Lọc đơn vị: gõ không dấu cũng được")
        self.search.setAccessibleName("Lọc đơn vị")
        self.search.textChanged.connect(self._filter)
        self.list = QListWidget()
        self.list.setAccessibleName("Các đơn vị nhận mẫu")
        self.list.itemChanged.connect(self._enable)
        self.count = QLabel()
        self.year = QSpinBox(minimum=_FIRST_YEAR, maximum=today().year + 1, value=today().year)
        self.year.setAccessibleName(self._lent.year)
        self.folder = QLineEdit(self._context.state.get(_FOLDER, ""), readOnly=True)
        self.folder.setPlaceholderText("Thư mục hoặc USB")
        self.folder.setAccessibleName("Thư mục ghi các tệp mẫu")
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName("Tiến độ ghi mẫu")
        self.bar.hide()
        self.status = _wrapped("")
        self.folder_button = _button("Chọn thư mục…", self._take_folder)
        self.close_button = _button("Đóng", self.reject)
        self.write_button = _button("Xuất mẫu", self.write)
        self.write_button.setProperty("role", "primary")
        all_, none = _button("Chọn tất cả", self._tick_all), _button("Bỏ chọn", self._tick_none)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE_GAP, WIDE_GAP, WIDE_GAP, WIDE_GAP)
        column.setSpacing(GAP)
        column.addWidget(_wrapped(self._lent.explained))
        column.addLayout(_row(self.search, all_, none))
        column.addWidget(self.list, 1)
        column.addLayout(_row(self.count, QLabel(f"{self._lent.year}:"), self.year))
        column.addLayout(_row(self.folder, self.folder_button))
        column.addWidget(self.bar)
        column.addWidget(self.status)
        column.addLayout(_row(QWidget(), self.close_button, self.write_button))
        self.search.setFocus()
        self._enable()

    def _tick_all(self) -> None:
        self._tick_shown(on=True)

    def _tick_none(self) -> None:
        self._tick_shown(on=False)


def _units(session: Session) -> list[tuple[int, str, int]]:
    """Units still existing, with how many people each has now."""
    from thidua_desktop.records import unit_templates, units

    return [
        (row.id, row.name, len(unit_templates.staff(session, row.id)))
        for row in units.list_(session)
        if row.valid_to is None
    ]


def _row(first: QWidget, *rest: QWidget) -> QHBoxLayout:
    """Widgets in a line, the first as wide as there is room."""
    row = QHBoxLayout()
    row.setSpacing(GAP)
    row.addWidget(first, 1)
    for widget in rest:
        row.addWidget(widget)
    return row


def _button(text: str, pressed: Callable[[], None]) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.clicked.connect(pressed)
    return button


def _wrapped(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    return label


def _ask_for_folder(parent: QWidget, folder: str) -> str:
    return QFileDialog.getExistingDirectory(parent, "Chọn thư mục ghi các tệp mẫu", folder)
