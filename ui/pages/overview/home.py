"""The first page itself: read at once, shown in panels, read again when the records changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from thidua_desktop.db import backup
from ui.forms.unsaved_strip import UnsavedStrip
from ui.pages.overview.backups import Backups
from ui.pages.overview.due import DuePanel
from ui.pages.overview.figures import Figures
from ui.pages.overview.recent import Recent
from ui.pages.overview.review import Review
from ui.pages.overview.steps import Steps
from ui.pages.overview.years import Years
from ui.theme import GAP, WIDE_GAP
from ui.widgets.moments import day_words
from ui.widgets.page import Context, Follow, Page

if TYPE_CHECKING:
    from thidua_desktop.db import Session
    from thidua_desktop.services.agenda import Due
    from ui.forms.decision_saving import Saved
    from ui.pages.overview.gathered import Gathered


class Home(Page):
    """What the office sees first."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        tasks = context.tasks
        self._stale = True
        self.greeting = QLabel()
        self.greeting.setProperty("role", "title")
        self.day = QLabel()
        self.day.setProperty("role", "soft")
        self.unsaved = UnsavedStrip(context, self, self._entered, self._received)
        self.figures = Figures()
        self.steps = Steps(self._begin)
        self.due = DuePanel()
        self.review = Review()
        self.recent = Recent(tasks.undo, tasks.redo)
        self.years = Years(tasks)
        self.backups = Backups(context.office.backups)
        for part in (self.figures, self.due, self.review, self.recent, self.years, self.backups):
            part.followed.connect(self.followed)
        self._lay_out()
        tasks.changed.connect(self._changed)

    def entered(self) -> None:
        """Read again what changed while the page was out of sight; backups are looked at each time."""
        if not self.isVisible():
            return
        self.unsaved.refresh()
        today = _today()
        if self._stale:
            self._stale = False
            self.context.tasks.read(
                lambda session: _gathered(session, today), self._show, owner=self, key="first page"
            )
        office = self.context.office
        self.context.tasks.work(
            lambda _progress: backup.kept(office.backups, office.file.stem),
            partial(self._show_backups, today),
            owner=self,
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.entered()

    def _changed(self, _kinds: frozenset[str]) -> None:
        self._stale = True
        self.entered()

    def _show(self, found: Gathered) -> None:
        if not self.isVisible():  # the officer has turned to a list, which must not wait for a chart
            self._stale = True
            return
        today = _today()
        self.greeting.setText(_greeting(found.words))
        self.day.setText(day_words(today))
        counts = found.counts
        self.figures.setVisible(found.begun or bool(counts.units or counts.people))
        self.steps.setVisible(not found.begun)
        for button in (self.bring, self.enter):
            button.setVisible(found.begun)
        self.review.setVisible(found.begun or bool(found.questions))
        self.figures.show_counts(counts, today, self.enter)
        self.review.show_gathered(found)
        self.recent.show_actions(found.actions, today)
        self.years.show_years(found.years)
        self._ask_due(today)

    def _ask_due(self, today: date) -> None:
        """Look at what is due behind everything else: the law is read for it."""

        def due(session: Session) -> tuple[Due, ...]:
            from thidua_desktop.services import agenda
            from ui.forms import laws

            return tuple(agenda.due(session, laws.book(session), today))

        self.context.tasks.read(due, self.due.show_due, owner=self, key="due")

    def _show_backups(self, today: date, kept: list[Path]) -> None:
        self.backups.show_kept(kept, today)

    def _begin(self, code: str) -> None:
        if code == "decision":
            self._enter_decision()
        else:
            self.followed.emit(Follow(code))

    def _enter_decision(self) -> None:
        from ui.forms.decision_form import open_decision

        open_decision(self.context, self, self._entered)

    def _entered(self, saved: Saved) -> None:
        self.followed.emit(Follow("decision", saved.id))
        self.said.emit(saved.words)

    def _received(self, dossier_id: int) -> None:
        self.followed.emit(Follow("dossier", dossier_id))

    def _lay_out(self) -> None:
        self.bring = QPushButton("Nhập từ Excel, Word…")
        self.enter = QPushButton("+ Quyết định mới")
        self.enter.setProperty("role", "primary")
        self.bring.setToolTip("Ctrl+I")
        self.bring.clicked.connect(lambda: self._begin("import"))
        self.enter.clicked.connect(self._enter_decision)
        top = QHBoxLayout()
        for part in (self.greeting, self.day):
            top.addWidget(part)
        top.addStretch(1)
        for button in (self.bring, self.enter):
            top.addWidget(button)
        body = QWidget()
        body.setProperty("role", "plain")
        rows = QVBoxLayout(body)
        rows.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, GAP)
        rows.setSpacing(GAP)
        rows.addLayout(top)
        rows.addWidget(self.unsaved)
        rows.addWidget(self.figures)
        rows.addWidget(self.steps)
        rows.addLayout(self._columns())
        rows.addStretch(1)
        scroll = QScrollArea()
        scroll.setProperty("role", "plain")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setWidget(body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _columns(self) -> QHBoxLayout:
        columns = QHBoxLayout()
        columns.setSpacing(GAP)
        for parts in ((self.due, self.review, self.recent), (self.years, self.backups)):
            column = QVBoxLayout()
            column.setSpacing(GAP)
            for part in parts:
                column.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
            column.addStretch(1)
            columns.addLayout(column, 1)
        return columns


def _greeting(words: Mapping[str, str]) -> str:
    desk, office = words.get("desk", ""), words.get("office", "")
    return f"Chào {desk}, {office}" if desk else f"Chào {office}"


def _today() -> date:
    return datetime.now().astimezone().date()


def _gathered(session: Session, today: date) -> Gathered:
    from ui.pages.overview.gathered import gather  # with the history in words, after the first list

    return gather(session, today)
