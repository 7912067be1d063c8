"""Nhập từ Excel, Word…: choose files, see what was understood, correct it, write all of it in one action."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from thidua_desktop.services import importing
from ui.forms.import_bringing import Bringing
from ui.forms.import_choices import Choices, ChoicesDesk
from ui.forms.import_editor import ImportEditor
from ui.forms.import_files import book_and_kinds, choose_files, is_lent, numbers, read_again, read_files
from ui.forms.import_layout import ImportLayout
from ui.forms.import_summary import settled, summary
from ui.forms.new_kind import ask_new_kind
from ui.widgets.page import Context

if TYPE_CHECKING:
    from thidua_desktop.domain.errors import Refused
    from thidua_desktop.domain.titles import TitleBook
    from thidua_desktop.intake.reading import FileReading, IntakeProblem
    from thidua_desktop.services.importing import Imported, Plan
    from ui.forms.import_files import FilesRead, Found
    from ui.forms.import_lists import Place
    from ui.tasks import Progress

    ChooseFiles = Callable[[QWidget, str], list[str]]

_THINKING = 250  # ms after the last correction before the plan is made anew
_KEY = "import"
_UNREAD = "Có ô chưa đọc được (viền đỏ): sửa lại rồi hãy ghi."
_NEW_PROBLEMS = "Chưa ghi: vừa có thêm chỗ cần xem lại."
_LEAVING = "Chưa ghi vào sổ, những chỗ vừa sửa sẽ mất. Bấm “Đóng” lần nữa để bỏ."
_BROKEN = "Không đọc được vì lỗi của chương trình; trong sổ không có gì thay đổi."
_STOPPED = "Đã dừng, không đọc thêm tệp nào."
_READ_ANEW = "Đọc lại thì những chỗ vừa sửa tay trong tệp này sẽ mất. Chọn lại lần nữa để đọc lại."


class ImportDialog(QDialog):
    """From files to records, nothing written before the officer says so.

    Signals:
        written: the Imported and what the action is called, once everything is in the book.
        lent: paths of lists lent to units that came back, to be compared with the book.
    """

    written = Signal(object, str)
    lent = Signal(object)

    def __init__(
        self, context: Context, parent: QWidget | None = None, choose: ChooseFiles | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self.choose_files = choose or choose_files
        self._readings: list[FileReading] = []
        self._strangers: list[IntakeProblem] = []  # what lay beside the lists and only passes for one
        self._answers: dict[str, str] = {}
        self._awaited: list[Path] = []  # to be read once the book of titles is there
        self._book: TitleBook | None = None
        self._next: tuple[list[int], Choices] | None = None  # chosen while files were being read
        self._touched: set[int] = set()  # files corrected by hand since they were read
        self._progress: Progress | None = None
        self._at: Place | None = None
        self._reading = self._corrected = self._warned = self._closing = self._write_when_planned = False
        self.plan: Plan | None = None
        self.editor: ImportEditor | None = None
        self.setWindowTitle("Nhập từ Excel, Word")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.parts = ImportLayout(self)
        self._desk = ChoicesDesk(self.parts.columns, self.parts.repairs, lambda: self._readings, self)
        self._timer = QTimer(self, singleShot=True, interval=_THINKING)
        self._connect()
        self.parts.restore(context.state, _KEY)
        context.tasks.read(book_and_kinds, self._ready, owner=self)

    def choose(self) -> None:
        """Ask for files and read them."""
        folder = self._context.state.get("import/folder", str(Path.home()))
        names = self.choose_files(self, folder)
        if names:
            self._context.state.put("import/folder", str(Path(names[0]).parent))
            self.take([Path(name) for name in names])

    def take(self, paths: Sequence[Path]) -> None:
        """Read files and what lies in folders; their own bytes are never changed."""
        self._awaited = list(paths) if self._book is None else []
        if self._book is None or self._reading:
            return
        self._settle()
        read = partial(read_files, list(paths), self._book, self._desk.choices, tuple(self._readings))
        self._work(read)

    def _may_take(self) -> bool:
        return self._book is not None and not self._reading

    def _work(self, read: Callable[[Progress], FilesRead]) -> None:
        self._reading = True
        self.parts.show_reading(on=True)
        self._progress = self._context.tasks.work(
            read, self._read, owner=self, failed=self._broken, cancelled=partial(self._end_reading, _STOPPED)
        )
        self._progress.said.connect(self._tell_progress)

    def keep(self) -> None:
        """Write what is planned: one transaction, one undo."""
        if self._reading or self.editor is None:
            return
        self.editor.settle()
        if self.editor.unread():
            self.parts.tell(_UNREAD)
            return
        if self.plan is None:
            self._write_when_planned = True
            self._settle()
        elif self.plan.writes and not self.parts.asks_first():
            self._write(self.plan)

    def reject(self) -> None:
        """Close, unless files are being read, which stops first, or corrections would be lost."""
        if self._reading:
            self._closing = True
            self._stop()
        elif self._corrected and not self._warned:
            self._warned = True
            self.parts.tell(_LEAVING)
        else:
            super().reject()

    def done(self, result: int) -> None:
        self.parts.remember(self._context.state, _KEY, self.editor.grid if self.editor else None)
        super().done(result)

    def _ready(self, found: Found) -> None:
        self._book, kinds, layouts = found
        self._desk.choices = Choices(layouts)
        self.editor = ImportEditor(kinds, self._book, self._context.tasks)
        self.editor.changed.connect(self._edited)
        self.parts.add_editor(self.editor, self._context.state, _KEY)
        if self._awaited:
            self.take(self._awaited)

    def _read(self, read: FilesRead) -> None:
        for file, (before, now) in enumerate(zip(self._readings, read.readings, strict=False)):
            if numbers(before) != numbers(now):
                self.parts.tree.tick_all(file)
            if before is not now:
                self._touched.discard(file)
        self._readings = list(read.readings)
        self.parts.questions.order_anew()
        self._strangers += [one for one in read.strangers if one not in self._strangers]
        if self._at is not None and self._at[1] >= len(self._readings[self._at[0]].decisions):
            self._at = None  # the file read anew has no such decision
        self._end_reading(read.remark)
        if self._readings or self._strangers:
            self.parts.show_files(self._readings)
            if self._at is not None:
                self._show_decision(*self._at)

    def _broken(self, error: Exception) -> None:
        self._end_reading(_BROKEN)
        self._context.tasks.failed.emit(error)

    def _stop(self) -> None:
        if self._progress is not None:
            self._progress.cancel()

    def _end_reading(self, remark: str) -> None:
        self._reading = False
        self.parts.show_reading(on=False)
        self.parts.tell(remark)
        self._plan()
        if self._closing:
            self._closing = False
            self.reject()
        elif self._next is not None:
            places, self._next = self._next, None
            self._read_anew(*places)

    def _tell_progress(self, done: int, total: int, text: str) -> None:
        if self._reading:
            self.parts.tell_progress(done, total, text)

    def _plan(self) -> None:
        self.plan = None
        readings, left_out, answers = list(self._readings), self.parts.tree.left_out(), dict(self._answers)
        self._context.tasks.read(
            lambda session: importing.preview(session, readings, left_out, answers),
            self._planned,
            owner=self,
            key="plan",
        )

    def _planned(self, plan: Plan) -> None:
        before = self.parts.problems.rowCount()
        self.plan = plan
        self.parts.show_plan(plan, summary(plan), self._strangers)
        if self._at is None:
            self.parts.tree.choose_first()
        self._show_settled()
        if self._write_when_planned:
            self._write_when_planned = False
            if self.parts.problems.rowCount() > before:
                self.parts.tell(_NEW_PROBLEMS)
            elif plan.writes and not self.parts.asks_first():
                self._write(plan)

    def _write(self, plan: Plan) -> None:
        self._context.tasks.write(
            plan.name,
            lambda session: importing.write(session, plan),
            partial(self._kept, plan.name),
            owner=self,
            refused=self._refused,
        )
        self._plan()  # behind the write: a second press finds nothing to write, a failed one may be repeated

    def _kept(self, name: str, imported: Imported) -> None:
        self.written.emit(imported, name)
        self.accept()

    def _refused(self, refused: Refused) -> None:
        self.parts.tell(str(refused))

    def _show_decision(self, file: int, place: int) -> None:
        self._settle()
        decisions = self._readings[file].decisions
        self._at = (file, place) if place < len(decisions) else None
        if self.editor is not None and self._at is not None:
            self.editor.show_decision(decisions[place])
            self._show_settled()

    def _show_settled(self) -> None:
        """Tell of the rows that answers put to those read."""
        if self.editor is not None and self.plan is not None:
            self.editor.show_settled(*settled(self._readings, self.plan, self._at))

    def _read_anew(self, places: list[int], choices: Choices) -> None:
        """Read files as chosen; where corrections would be lost, that is said first."""
        if self._book is None:
            return
        if self._reading:
            before = self._next[0] if self._next else []
            self._next = (sorted({*before, *places}), choices)
            self._desk.choices = choices
            return
        self._settle()
        if self._touched & set(places):
            self._touched -= set(places)
            self.parts.tell(_READ_ANEW)
            self.parts.show_files(self._readings)
            return
        self._desk.choices = choices
        self._work(partial(read_again, places, self._book, choices, tuple(self._readings)))

    def _edited(self) -> None:
        self._corrected, self._warned = True, False
        self.plan = None
        self.parts.tell("")
        self._timer.start()

    def _ticked(self) -> None:
        self._settle()
        self._plan()

    def _answered(self, answers: dict[str, str]) -> None:
        """Take answers to questions, "" for one taken back, and plan with them."""
        self._corrected, self._warned = True, False
        self._answers.update(answers)
        self.parts.count_questions()
        self._settle()
        self._plan()

    def _open_file(self, file: int) -> None:
        """Go to the first decision of a file, or to why there is none."""
        if is_lent(self._readings[file]):
            self._take_templates()
        elif self._readings[file].decisions:
            self.parts.show_decisions()
            self.parts.tree.choose((file, 0))
        else:
            self.parts.show_page(self.parts.problems)
            self.parts.problems.go_to_file(file)

    def _take_templates(self) -> None:
        self.lent.emit([one.path for one in self._readings if is_lent(one)])

    def _settle(self) -> None:
        """Take a correction still waiting, before anything else is shown, read or written."""
        if self._timer.isActive():
            self._timer.stop()
            self._take_correction()

    def _take_correction(self) -> None:
        decision = self.editor.decision() if self.editor else None
        if self._at is None or decision is None:
            return
        file, place = self._at
        reading = self._readings[file]
        decisions = (*reading.decisions[:place], decision, *reading.decisions[place + 1 :])
        self._readings[file] = replace(reading, decisions=decisions)
        self._touched.add(file)
        self._plan()

    def _complete(self, file: int, problem: IntakeProblem) -> None:
        """Go to the decision of a row not understood and put the row there, to be completed."""
        if problem.decision is None:
            return
        self.parts.show_decisions()
        self.parts.tree.choose((file, problem.decision))
        reading = self._readings[file]
        if problem.candidate is None or self.editor is None:
            return
        if problem in reading.problems:
            left = tuple(other for other in reading.problems if other != problem)
            self._readings[file] = replace(reading, problems=left)
            self.editor.add_row(problem.candidate)
        else:
            self.editor.go_to(problem.candidate)

    def _connect(self) -> None:
        parts = self.parts
        self._timer.timeout.connect(self._take_correction)
        parts.choose_button.clicked.connect(self.choose)
        parts.stop_button.clicked.connect(self._stop)
        parts.close_button.clicked.connect(self.reject)
        parts.write_button.clicked.connect(self.keep)
        parts.tree.chosen.connect(self._show_decision)
        parts.tree.ticked.connect(self._ticked)
        parts.problems.opened.connect(self._complete)
        parts.overview.opened.connect(self._open_file)
        parts.template_button.clicked.connect(self._take_templates)
        parts.questions.answered.connect(self._answered)
        parts.questions.kind_asked.connect(partial(ask_new_kind, self._context, parts.questions, self))
        self._desk.asked.connect(self._read_anew)
        Bringing(self, parts.paste_button, self._may_take, self.take, parts.tell)
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(self.keep)
