"""Nhập từ Excel, Word…: choose files, see what was understood, correct it, write all of it in one action."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.domain.vietnamese import number
from thidua_desktop.records import catalogue
from thidua_desktop.services import importing
from ui.forms.import_editor import ImportEditor
from ui.forms.import_lists import DecisionTree, ProblemTable
from ui.theme import GAP, WIDE_GAP
from ui.widgets.page import Context

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from thidua_desktop.db.session import Session
    from thidua_desktop.domain.errors import Refused
    from thidua_desktop.domain.titles import TitleBook
    from thidua_desktop.intake.reading import FileReading, IntakeProblem
    from thidua_desktop.services.importing import Imported, Plan
    from ui.tasks import Progress

    ChooseFiles = Callable[[QWidget, str], list[str]]
    Kinds = list[tuple[str, str]]

SUFFIXES = (".xlsx", ".xlsm", ".docx", ".xls", ".ods", ".csv", ".doc")
_FILTER = "Excel, Word (*.xlsx *.xlsm *.docx *.xls *.ods *.csv *.doc);;Mọi tệp (*)"
_THINKING = 250  # ms after the last correction before the plan is made anew
_SIZE = (1280, 680)
_HINT = (
    "Chọn hoặc kéo thả các tệp Excel, Word vào đây. Chưa có gì được ghi vào sổ cho đến khi bấm “Ghi vào sổ”."
)


class ImportDialog(QDialog):
    """From files to records, nothing written before the officer says so.

    Signals:
        written: the Imported, once everything is in the book.
    """

    written = Signal(object)

    def __init__(
        self, context: Context, parent: QWidget | None = None, choose_files: ChooseFiles | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._choose_files = choose_files or _choose_files
        self._readings: list[FileReading] = []
        self._book: TitleBook | None = None
        self._progress: Progress | None = None
        self._editor: ImportEditor | None = None
        self._at: tuple[int, int] | None = None
        self.plan: Plan | None = None
        self._build()
        self._connect()
        context.tasks.read(_book_and_kinds, self._ready, owner=self)

    @property
    def editor(self) -> ImportEditor | None:
        """The editor of the chosen decision, once the catalogue is read."""
        return self._editor

    def choose(self) -> None:
        """Ask for files and read them."""
        folder = self._context.state.get("import/folder", str(Path.home()))
        names = self._choose_files(self, folder)
        if names:
            self._context.state.put("import/folder", str(Path(names[0]).parent))
            self.take([Path(name) for name in names])

    def take(self, paths: Sequence[Path]) -> None:
        """Read files and what lies in folders; their own bytes are never changed."""
        book = self._book
        if book is None:
            return
        files = [file for path in paths for file in _files_in(path)]
        known = {(reading.name, reading.sha256) for reading in self._readings}
        self._show_progress(len(files))
        self._progress = self._context.tasks.work(
            partial(_read, files, book, known), self._read, owner=self, cancelled=self._stopped
        )
        self._progress.said.connect(self._tell_progress)

    def keep(self) -> None:
        """Write what is planned: one transaction, one undo."""
        plan = self.plan
        if plan is None or not plan.rows_to_write:
            return
        self.write_button.setEnabled(False)
        self._context.tasks.write(
            plan.name,
            lambda session: importing.write(session, plan),
            self._kept,
            owner=self,
            refused=self._refused,
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped here."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped."""
        self.take([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def _ready(self, found: tuple[TitleBook, Kinds]) -> None:
        self._book, kinds = found
        self._editor = ImportEditor(kinds, self._book)
        self._editor.changed.connect(self._corrected)
        self._editor.setEnabled(False)
        self._right.insertWidget(0, self._editor)
        self._right.setSizes([430, 150])
        self.choose_button.setEnabled(True)

    def _read(self, readings: list[FileReading]) -> None:
        self._stopped()
        self._readings += readings
        self._plan()

    def _plan(self) -> None:
        readings, left_out = list(self._readings), self.tree.left_out()
        self._context.tasks.read(
            lambda session: importing.preview(session, readings, left_out),
            self._planned,
            owner=self,
            key="plan",
        )

    def _planned(self, plan: Plan) -> None:
        self.plan = plan
        self.tree.show_plan(plan)
        self.problems.show_problems([problem for file in plan.files for problem in file.problems])
        waiting = self.problems.rowCount()
        self.tabs.setTabText(0, f"Cần sửa ({waiting})" if waiting else "Không có gì phải sửa")
        self.summary.setText(_summary(plan))
        self.write_button.setEnabled(plan.rows_to_write > 0)
        if self._at is None and plan.to_write:
            self.tree.choose_first()

    def _show_decision(self, file: int, place: int) -> None:
        self._at = (file, place)
        if self._editor is not None:
            self._editor.setEnabled(True)
            self._editor.show_decision(self._readings[file].decisions[place])

    def _corrected(self) -> None:
        self._timer.start()

    def _take_correction(self) -> None:
        decision = self._editor.decision() if self._editor else None
        if self._at is None or decision is None:
            return
        file, place = self._at
        reading = self._readings[file]
        decisions = (*reading.decisions[:place], decision, *reading.decisions[place + 1 :])
        self._readings[file] = replace(reading, decisions=decisions)
        self._plan()

    def _complete(self, problem: IntakeProblem) -> None:
        """Go to the decision of a row not understood and put the row there, to be completed."""
        found = [at for at, reading in enumerate(self._readings) if reading.name == problem.file]
        if not found or problem.decision is None:
            return
        self.tree.choose(found[0], problem.decision)
        reading = self._readings[found[0]]
        if problem.candidate is not None and self._editor is not None and problem in reading.problems:
            left = tuple(other for other in reading.problems if other != problem)
            self._readings[found[0]] = replace(reading, problems=left)
            self._editor.add_row(problem.candidate)

    def _kept(self, imported: Imported) -> None:
        self.written.emit(imported)
        self.accept()

    def _refused(self, refused: Refused) -> None:
        self.summary.setText(str(refused))
        self._plan()

    def _show_progress(self, files: int) -> None:
        self.bar.setRange(0, max(files, 1))
        self.bar.setValue(0)
        self.bar.show()
        self.stop_button.show()

    def _tell_progress(self, done: int, _total: int, text: str) -> None:
        self.bar.setValue(done)
        self.summary.setText(text)

    def _stop(self) -> None:
        if self._progress is not None:
            self._progress.cancel()

    def _stopped(self) -> None:
        self._progress = None
        self.bar.hide()
        self.stop_button.hide()

    def _build(self) -> None:
        self.setWindowTitle("Nhập từ Excel, Word")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.resize(*_SIZE)
        self.choose_button = _button("Chọn tệp…", self.choose)
        self.choose_button.setEnabled(False)
        self.stop_button = _button("Dừng", self._stop)
        self.stop_button.hide()
        self.write_button = _button("Ghi vào sổ", self.keep)
        self.write_button.setProperty("role", "primary")
        self.write_button.setEnabled(False)
        self.bar = QProgressBar()
        self.bar.setAccessibleName("Tiến độ đọc tệp")
        self.bar.hide()
        self.summary = QLabel(_HINT)
        self.summary.setWordWrap(True)
        self.tree = DecisionTree()
        self.problems = ProblemTable()
        self.tabs = QTabWidget()
        self.tabs.addTab(self.problems, "Cần sửa")
        self._right = QSplitter(Qt.Orientation.Vertical)
        self._right.addWidget(self.tabs)
        self._lay_out()

    def _lay_out(self) -> None:
        body = QSplitter()
        body.setChildrenCollapsible(False)
        body.addWidget(self.tree)
        body.addWidget(self._right)
        body.setSizes([400, 880])
        top, foot = QHBoxLayout(), QHBoxLayout()
        for widget in (self.choose_button, self.bar, self.stop_button):
            top.addWidget(widget)
        top.addStretch(1)
        foot.addWidget(self.summary, 1)
        foot.addWidget(_button("Đóng", self.reject))
        foot.addWidget(self.write_button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(WIDE_GAP, WIDE_GAP, WIDE_GAP, WIDE_GAP)
        rows.setSpacing(GAP)
        rows.addLayout(top)
        rows.addWidget(body, 1)
        rows.addLayout(foot)

    def _connect(self) -> None:
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_THINKING)
        self._timer.timeout.connect(self._take_correction)
        self.tree.chosen.connect(self._show_decision)
        self.tree.ticked.connect(self._plan)
        self.problems.opened.connect(self._complete)


def _book_and_kinds(session: Session) -> tuple[TitleBook, Kinds]:
    return importing.title_book(session), [(row.code, row.label) for row in catalogue.list_(session)]


def _read(
    files: Sequence[Path], book: TitleBook, known: set[tuple[str, str]], progress: Progress
) -> list[FileReading]:
    from thidua_desktop.intake.read import read_file

    readings = []
    for place, file in enumerate(files):
        progress.say(place, len(files), f"Đang đọc {file.name} ({place + 1}/{len(files)})…")
        reading = read_file(file, book)
        if (reading.name, reading.sha256) not in known:
            readings.append(reading)
    return readings


def _files_in(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    inside = sorted(file for file in path.rglob("*") if file.suffix.lower() in SUFFIXES)
    return [file for file in inside if not file.name.startswith("~$")]


def _summary(plan: Plan) -> str:
    parts = [
        f"{number(len(plan.files))} tệp",
        f"{number(len(plan.to_write))} quyết định",
        f"{number(plan.rows_to_write)} lượt khen sẽ ghi",
    ]
    for count, words in (
        (plan.new_people, "cá nhân mới"),
        (plan.new_units, "đơn vị mới"),
        (len(plan.new_campaigns), "phong trào mới"),
        (len(plan.new_events), "hội nghị mới"),
        (plan.questions, "trường hợp trùng tên để xem lại sau"),
    ):
        if count:
            parts.append(f"{number(count)} {words}")
    return " · ".join(parts)


def _button(text: str, slot: Callable[[], object]) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.clicked.connect(lambda _checked: slot())
    return button


def _choose_files(parent: QWidget, folder: str) -> list[str]:
    names, _ = QFileDialog.getOpenFileNames(parent, "Chọn các danh sách", folder, _FILTER)
    return names
