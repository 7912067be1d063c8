"""Nhận mẫu…: lists units filled in are compared three ways, answered, written in one action."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.services import unit_templates as services
from thidua_desktop.services.unit_proposals import proposals
from ui.forms.template_changes import ChangesTable
from ui.theme import GAP, WIDE_GAP

if TYPE_CHECKING:
    from thidua_desktop.db.session import Session
    from thidua_desktop.domain.unit_template import Returned
    from thidua_desktop.intake.reading import FileReading
    from thidua_desktop.services.unit_template_plan import TemplatePlan
    from ui.forms.proposals_dialog import ProposalsDialog
    from ui.tasks import Progress
    from ui.widgets.page import Context

    ChooseFiles = Callable[[QWidget, str], list[str]]

_SIZE = (1180, 640)
_KEY, _FOLDER = "template-merge", "template/returned"
_NOTES_HEIGHT = 130
_FILTER = "Mẫu của đơn vị (*.xlsx *.ods *.xls);;Mọi tệp (*)"
_INVITATION = (
    "Chọn các tệp mẫu đơn vị gửi lại. Chỗ chỉ đơn vị sửa thì lấy của đơn vị, chỗ chỉ ta sửa thì giữ của ta; "
    "chỗ hai bên cùng sửa thì hỏi. Không ai bị xóa khỏi sổ."
)


@dataclass(frozen=True)
class Read:
    """The files that are lists of ours, and a sentence for each that is not."""

    returned: tuple[Returned, ...]
    refused: tuple[str, ...]


class TemplateMergeDialog(QDialog):
    """From files a stick brought to corrections in the book, and proposals to the preview of an import.

    Signals:
        written: the Taken, once it is in the book.
    """

    written = Signal(object)

    def __init__(
        self, context: Context, parent: QWidget | None = None, choose_files: ChooseFiles | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._choose_files = choose_files or _ask_for_files
        self._plans: tuple[TemplatePlan, ...] = ()
        self._busy = False
        self.proposals: ProposalsDialog | None = None
        self.setWindowTitle("Nhận mẫu của đơn vị")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.resize(*_SIZE)
        self._build()
        context.state.restore_window(_KEY, self)

    def choose(self) -> None:
        """Ask for files and compare them with the book."""
        names = self._choose_files(self, self._context.state.get(_FOLDER, str(Path.home())))
        if names:
            self._context.state.put(_FOLDER, str(Path(names[0]).parent))
            self.take([Path(name) for name in names])

    def take(self, paths: Sequence[Path]) -> None:
        """Read files; their own bytes are never changed."""
        if not self._busy:
            self._work(on=True)
            self._context.tasks.work(partial(_read, list(paths)), self._compare, owner=self)

    def keep(self) -> None:
        """Write what was decided in one action, then show what is proposed."""
        if self._busy or not self._plans:
            return
        plans, answers = self._plans, self.table.answers()
        if services.unanswered(plans, answers):
            self.status.setText("Còn chỗ hai bên cùng sửa chưa chọn: chọn ở cột “Lấy” rồi ghi.")
            self.table.go_to_first_open()
            return
        told = services.counted(plans, answers)
        if not told.corrected and not told.added:
            self._kept(services.Taken(0, 0), answers)
            return
        self._work(on=True)
        self._context.tasks.write(
            services.name_of(plans, answers),
            lambda session: services.take(session, plans, answers),
            lambda taken: self._kept(taken, answers),
            owner=self,
            refused=self._refused,
        )

    def done(self, result: int) -> None:
        self._context.state.put_window(_KEY, self)
        super().done(result)

    def _compare(self, read: Read) -> None:
        self._context.tasks.read(partial(_plans, read=read), self._show, owner=self)

    def _show(self, found: tuple[tuple[TemplatePlan, ...], tuple[str, ...]]) -> None:
        self._plans, refused = found
        self._work(on=False)
        self.table.show_plans(self._plans)
        self.notes.clear()
        self.notes.addItems([*refused, *(note for plan in self._plans for note in _notes(plan))])
        self.notes.setVisible(self.notes.count() > 0)
        self._count()
        self.table.go_to_first_open()

    def _count(self) -> None:
        answers = self.table.answers()
        told, waiting = services.counted(self._plans, answers), services.unanswered(self._plans, answers)
        proposed = sum(plan.proposed for plan in self._plans)
        parts = [
            f"{number(len(self._plans))} mẫu",
            f"sửa {number(told.corrected)} người",
            f"thêm {number(told.added)} người",
            f"{number(proposed)} người có đề nghị",
        ]
        if waiting:
            parts.append(f"{number(len(waiting))} chỗ chưa chọn")
        self.status.setText(" · ".join(parts) if self._plans else "")
        writes = bool(told.corrected or told.added or waiting)
        self.write_button.setText("Ghi vào sổ" if writes or not proposed else "Xem đề nghị…")
        self.write_button.setEnabled(bool(self._plans) and bool(writes or proposed) and not self._busy)
        for button in (self.ours_button, self.theirs_button):
            button.setEnabled(any(change.asks for plan in self._plans for change in plan.changes))

    def _kept(self, taken: services.Taken, answers: services.Answers) -> None:
        plans = self._plans
        self.written.emit(taken)
        self._context.tasks.read(
            lambda session: [reading for plan in plans if (reading := proposals(session, plan, answers))],
            self._propose,
            owner=self,
        )

    def _propose(self, readings: list[FileReading]) -> None:
        if readings:
            from ui.forms.proposals_dialog import ProposalsDialog

            parent = self.parent()
            owner = parent if isinstance(parent, QWidget) else None
            self.proposals = ProposalsDialog(self._context, readings, owner)
            self.proposals.open()
        self.accept()

    def _refused(self, refused: Refused) -> None:
        """The book changed meanwhile: compare again, so that nothing is written unseen."""
        returned = tuple(plan.returned for plan in self._plans)
        self._compare(Read(returned, (str(refused),)))

    def _work(self, *, on: bool) -> None:
        self._busy = on
        self.choose_button.setEnabled(not on)
        self.write_button.setEnabled(False)
        if on:
            self.status.setText("Đang đọc và so với sổ…")

    def _answer_all(self, side: Any) -> None:
        self.table.answer(services.answer_all(self._plans, side))

    def _build(self) -> None:
        self.table = ChangesTable()
        self.table.decided.connect(self._count)
        self.notes = QListWidget()
        self.notes.setAccessibleName("Những điều cần biết")
        self.notes.setWordWrap(True)
        self.notes.setMaximumHeight(_NOTES_HEIGHT)
        self.notes.hide()
        self.status = QLabel(wordWrap=True)
        self.choose_button = _button("Chọn tệp…", self.choose)
        self.ours_button = _button("Giữ tất cả của ta", lambda: self._answer_all("ours"))
        self.theirs_button = _button("Lấy tất cả của đơn vị", lambda: self._answer_all("theirs"))
        self.close_button = _button("Đóng", self.reject)
        self.write_button = _button("Ghi vào sổ", self.keep)
        self.write_button.setProperty("role", "primary")
        self.write_button.setToolTip("Ctrl+S. Ghi tất cả trong một lần; Ctrl+Z lấy lại được cả lần ghi")
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE_GAP, WIDE_GAP, WIDE_GAP, WIDE_GAP)
        column.setSpacing(GAP)
        column.addWidget(QLabel(_INVITATION, wordWrap=True))
        column.addLayout(_row(self.choose_button, None, self.ours_button, self.theirs_button))
        column.addWidget(self.table, 1)
        column.addWidget(self.notes)
        column.addLayout(_row(self.status, self.close_button, self.write_button))
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(self.keep)
        self.choose_button.setFocus()
        self._count()


def _read(paths: Sequence[Path], progress: Progress) -> Read:
    from thidua_desktop.intake.unit_template import read_template
    from thidua_desktop.intake.unreadable import Unreadable

    returned, refused = [], []
    for place, path in enumerate(paths):
        progress.say(place, len(paths), f"Đang đọc {path.name}…")
        try:
            returned.append(read_template(path))
        except Unreadable as error:
            refused.append(f"{path.name}: {error}")
    return Read(tuple(returned), tuple(refused))


def _plans(session: Session, *, read: Read) -> tuple[tuple[TemplatePlan, ...], tuple[str, ...]]:
    """The plans of the lists that can be taken together, and why the others cannot."""
    good, refused = [], list(read.refused)
    for one in read.returned:
        try:
            services.plan(session, [one])
            good.append(one)
        except Refused as error:
            refused.append(str(error))
    try:
        return services.plan(session, good), tuple(refused)
    except Refused as error:
        return (), (*refused, str(error))


def _notes(plan: TemplatePlan) -> list[str]:
    left_out = [f"{plan.unit}: {name} không còn trong mẫu; vẫn giữ trong sổ." for name in plan.missing]
    return [*(f"{plan.unit}: {problem}" for problem in plan.problems), *left_out]


def _row(*widgets: QWidget | None) -> QHBoxLayout:
    """Widgets in a line; None is the empty room, else the first one takes it."""
    row = QHBoxLayout()
    row.setSpacing(GAP)
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
    if None not in widgets:
        row.setStretch(0, 1)
    return row


def _button(text: str, pressed: Callable[[], None]) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.clicked.connect(lambda: pressed())  # noqa: PLW0108 - clicked carries a bool
    return button


def _ask_for_files(parent: QWidget, folder: str) -> list[str]:
    names, _ = QFileDialog.getOpenFileNames(parent, "Chọn các mẫu đơn vị gửi lại", folder, _FILTER)
    return names
