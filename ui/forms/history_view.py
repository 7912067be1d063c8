"""Lịch sử thay đổi: every action with its time and state, the chosen one in words; undo and redo by name."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
)

from thidua_desktop.db import Session
from thidua_desktop.domain.field_names import ACTION_STATES
from thidua_desktop.records import history
from thidua_desktop.records.history import ActionRow, Standing
from ui.forms.history_model import HistoryModel
from ui.forms.view_head import BehindPage
from ui.theme import GAP, ROW_HEIGHT, WIDE_GAP
from ui.widgets.elided import ElidedLabel
from ui.widgets.page import Context, Follow

PAGE = 100
_TIME_WIDTH, _STATE_WIDTH = 140, 110
_SIZES = [3, 2]
_SCALE = 250  # pixels; only the proportion counts
_NOTHING = "Chưa có việc nào được ghi."
_LONGEST = 34  # letters of a name on a button


@dataclass(frozen=True)
class _Read:
    rows: list[ActionRow]
    standing: Standing


class HistoryView(BehindPage):
    """The list of actions beside what the chosen one did."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "Lịch sử thay đổi", "Tổng quan")
        self._stale = True
        self._wanted: int | None = None
        self.model = HistoryModel(self._read_more)
        self.table = QTableView()
        self.undo = QPushButton("Hoàn tác")
        self.redo = QPushButton("Làm lại")
        self.name = QLabel()
        self.state = ElidedLabel()
        self.lines = QPlainTextEdit()
        self._lay_out()
        self.undo.clicked.connect(lambda _checked=False: context.tasks.undo())
        self.redo.clicked.connect(lambda _checked=False: context.tasks.redo())
        self.table.selectionModel().currentRowChanged.connect(self._chosen)
        context.tasks.changed.connect(self._changed)

    def go(self, follow: Follow) -> bool:
        """Show the list, at an action when one is named."""
        if follow.kind != "history":
            return False
        self._wanted = follow.id
        self._read()
        self.table.setFocus()
        return True

    def entered(self) -> None:
        """Read again what was done while the view was out of sight."""
        if self._stale and self.isVisible():
            self._read()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.entered()

    def _changed(self, _kinds: frozenset[str]) -> None:
        self._stale = True
        self.entered()

    def _read(self) -> None:
        self._stale = False
        count = max(PAGE, self.model.rowCount())

        def read(session: Session) -> _Read:
            return _Read(history.actions(session, count), history.standing(session))

        self.context.tasks.read(read, partial(self._show, count), owner=self, key="history")

    def _read_more(self, before: int) -> None:
        self.context.tasks.read(
            lambda session: history.actions(session, PAGE, before), self._add, owner=self, key="older"
        )

    def _show(self, count: int, read: _Read) -> None:
        chosen = self._wanted if self._wanted is not None else self._chosen_id()
        self._wanted = None
        today = datetime.now().astimezone().date()
        self.model.show_rows(read.rows, today, whole=len(read.rows) < count)
        place = self.model.place_of(chosen) if chosen is not None else None
        if read.rows:
            self.table.selectRow(place or 0)
        else:
            self._show_action(None, ())
        _name(self.undo, "Hoàn tác", read.standing.undo)
        _name(self.redo, "Làm lại", read.standing.redo)

    def _add(self, rows: list[ActionRow]) -> None:
        self.model.add_rows(rows, whole=len(rows) < PAGE)

    def _chosen_id(self) -> int | None:
        """The chosen action; None while the newest is, so that the next newest is shown."""
        place = self.table.currentIndex().row()
        return self.model.row(place).id if place > 0 else None

    def _chosen(self, now: QModelIndex, _before: QModelIndex) -> None:
        if not now.isValid():
            return
        row = self.model.row(now.row())
        self.context.tasks.read(
            lambda session: history.of_action(session, row.id),
            partial(self._show_action, row),
            owner=self,
            key="action",
        )

    def _show_action(self, row: ActionRow | None, lines: tuple[str, ...]) -> None:
        if row is None:
            self.name.setText(_NOTHING)
            self.state.setText("")
            self.lines.clear()
            return
        self.name.setText(row.name)
        at = f"{row.at.astimezone():%d/%m/%Y %H:%M:%S}"
        told = (at, ACTION_STATES.get(row.state, ""), ", ".join(row.touched))
        self.state.setText(" · ".join(filter(None, told)))
        self.lines.setPlainText("\n".join(lines))

    def _lay_out(self) -> None:
        for button in (self.undo, self.redo):
            self.head.addWidget(button)
        self._dress_table()
        self.name.setProperty("role", "title")
        self.name.setWordWrap(True)
        self.state.setProperty("role", "soft")
        self.lines.setReadOnly(True)
        self.lines.setTabChangesFocus(True)
        self.lines.setFrameShape(QFrame.Shape.NoFrame)
        self.lines.document().setDocumentMargin(0)
        self.lines.setProperty("role", "story")
        self.lines.setAccessibleName("Chi tiết việc đã làm")
        panel = QFrame()
        panel.setProperty("role", "panel")
        rows = QVBoxLayout(panel)
        rows.setContentsMargins(WIDE_GAP, GAP, GAP, GAP)
        rows.setSpacing(GAP // 2)
        for part in (self.name, self.state):
            rows.addWidget(part)
        rows.addWidget(self.lines, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(GAP)
        splitter.addWidget(self.table)
        splitter.addWidget(panel)
        for place, size in enumerate(_SIZES):
            splitter.setStretchFactor(place, size)
        splitter.setSizes([size * _SCALE for size in _SIZES])
        self.context.state.follow_splitter("history", splitter)
        self.rows.addWidget(splitter, 1)

    def _dress_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setAccessibleName("Các việc đã làm")
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setAlternatingRowColors(True)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(0, _TIME_WIDTH)
        header.resizeSection(2, _STATE_WIDTH)


def _name(button: QPushButton, verb: str, name: str) -> None:
    """Say on a button what it would do."""
    shown = name if len(name) <= _LONGEST else f"{name[:_LONGEST].rstrip()}…"
    button.setText(f"{verb}: {shown}".replace("&", "&&") if name else verb)
    button.setToolTip(f"{verb}: {name}" if name else "")
    button.setEnabled(bool(name))
