"""Các lần nhập: every import with its files and answers; its protocol on paper, and the latest taken back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from thidua_desktop.domain.vietnamese import number
from thidua_desktop.records import imports, settings
from ui.forms.view_head import BehindPage
from ui.theme import GAP, ROW_HEIGHT, WIDE_GAP
from ui.widgets.page import Context, Follow

if TYPE_CHECKING:
    from thidua_desktop.db.session import Session
    from thidua_desktop.documents.document import Document
    from thidua_desktop.records.imports import ImportRun, KeptRepair

    Found = tuple[list[ImportRun], int | None]

_NOTHING = "Chưa nhập tệp nào. Bấm “Nhập từ Excel, Word…” ở trang Khen thưởng, hoặc kéo thả tệp vào cửa sổ."
_NOT_LAST = "Sau lần nhập này đã có việc khác: hoàn tác lần lượt bằng Ctrl+Z, hoặc xem Lịch sử thay đổi."
_WIDTHS = (460, 860)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ImportsView(BehindPage):
    """The imports, the latest first, beside what the chosen one read, asked and wrote."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "Các lần nhập", "Tổng quan")
        self._runs: list[ImportRun] = []
        self._last: int | None = None  # the import that undo would take back
        self._wanted: int | None = None
        self._stale = True
        self.table = _table()
        self.lines = QPlainTextEdit()
        self.nothing = QLabel(_NOTHING)
        self.preview = QPushButton("Xem trước biên bản")
        self.export = QPushButton("Xuất biên bản…")
        self.undo = QPushButton("Hoàn tác lần nhập này")
        self._lay_out()
        self.table.currentCellChanged.connect(self._show_run)
        for button, keys, done in (
            (self.preview, "Ctrl+P", partial(self._take, "preview")),
            (self.export, "Ctrl+E", partial(self._take, "export")),
        ):
            button.setToolTip(keys)
            button.clicked.connect(lambda _checked=False, act=done: act())
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(done)
        self.undo.clicked.connect(lambda _checked=False: context.tasks.undo())
        context.tasks.changed.connect(self._changed)

    def go(self, follow: Follow) -> bool:
        """Show the list, at an import when one is named."""
        if follow.kind != "imports":
            return False
        self._wanted = follow.id
        self._read()
        self.table.setFocus()
        return True

    def entered(self) -> None:
        """Read again what was imported while the view was out of sight."""
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
        self.context.tasks.read(_found, self._show, owner=self, key="imports")

    def _show(self, found: Found) -> None:
        chosen = self._chosen()
        wanted = self._wanted if self._wanted is not None else chosen.id if chosen else None
        self._wanted = None
        self._runs, self._last = found
        self.table.blockSignals(True)
        self.table.setRowCount(len(self._runs))
        for row, run in enumerate(self._runs):
            for column, text in enumerate(_cells(run)):
                item = QTableWidgetItem(text)
                if column:
                    item.setTextAlignment(_RIGHT)
                self.table.setItem(row, column, item)
        places = [row for row, run in enumerate(self._runs) if run.id == wanted]
        self.table.setCurrentCell(places[0] if places else 0, 0)
        self.table.blockSignals(False)
        self.nothing.setVisible(not self._runs)
        self._show_run()

    def _chosen(self) -> ImportRun | None:
        row = self.table.currentRow()
        return self._runs[row] if 0 <= row < len(self._runs) else None

    def _show_run(self) -> None:
        run = self._chosen()
        for button in (self.preview, self.export):
            button.setEnabled(run is not None)
        last = run is not None and run.id == self._last
        self.undo.setEnabled(last)
        self.undo.setToolTip("Ctrl+Z" if last or run is None else _NOT_LAST)
        self.lines.setPlainText("\n".join(_told(run)) if run else "")

    def _take(self, verb: str) -> None:
        run = self._chosen()
        if run is not None:
            self.document_asked.emit(verb, partial(_protocol, run.id))

    def _lay_out(self) -> None:
        for button in (self.undo, self.preview, self.export):
            self.head.addWidget(button)
        self.nothing.setProperty("role", "soft")
        self.lines.setReadOnly(True)
        self.lines.setTabChangesFocus(True)
        self.lines.setFrameShape(QFrame.Shape.NoFrame)
        self.lines.document().setDocumentMargin(0)
        self.lines.setProperty("role", "story")
        self.lines.setAccessibleName("Lần nhập đang chọn")
        panel = QFrame()
        panel.setProperty("role", "panel")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(WIDE_GAP, GAP, GAP, GAP)
        inside.addWidget(self.lines)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.setHandleWidth(GAP)
        split.addWidget(self.table)
        split.addWidget(panel)
        split.setSizes(_WIDTHS)
        split.setStretchFactor(1, 1)
        self.context.state.follow_splitter("imports", split)
        self.rows.addWidget(self.nothing)
        self.rows.addWidget(split, 1)


def _found(session: Session) -> Found:
    return imports.runs(session), imports.undoable(session)


def _protocol(run_id: int, session: Session) -> Document:
    from thidua_desktop.reports import import_record

    options = import_record.Options(run_id)
    return import_record.compose(import_record.build(session, options), options, settings.all_(session))


def _cells(run: ImportRun) -> tuple[str, ...]:
    at = datetime.fromisoformat(run.read_at)
    written = sum(file.rows_written for file in run.files)
    return f"{at:%d/%m/%Y %H:%M}", number(len(run.files)), number(written), number(len(run.answers))


def _told(run: ImportRun) -> list[str]:
    told = ["Các tệp:"]
    for file in run.files:
        told.append(f"• {file.name}: đọc {number(file.rows_read)} dòng, ghi {number(file.rows_written)}")
        told += [f"    chưa nhập: {line}" for line in file.problems.splitlines()]
        told += [
            f"    {number(repair.count)} ô ở {_where(repair)} chuyển từ {repair.encoding}"
            for repair in file.repairs
        ]
    if run.answers:
        told += ["", "Câu hỏi và trả lời:"]
        told += [f"• {one.question} – {one.answer or 'để sau'}" for one in run.answers]
    if run.passed:
        told += ["", "Hiểu chắc chắn dù viết khác:", *(f"• {words}" for words in run.passed)]
    return told


def _where(repair: KeptRepair) -> str:
    """The column as the file names it; letters are columns of a sheet."""
    column = repair.column or repair.sheet
    return f"cột {column}" if column.isascii() and column.isupper() else column


def _table() -> QTableWidget:
    titles: Sequence[str] = ("Lúc", "Tệp", "Lượt đã ghi", "Câu hỏi")
    table = QTableWidget(0, len(titles))
    table.setAccessibleName("Các lần nhập")
    table.setHorizontalHeaderLabels(list(titles))
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    for column, width in ((1, 70), (2, 110), (3, 90)):
        table.setColumnWidth(column, width)
    return table
