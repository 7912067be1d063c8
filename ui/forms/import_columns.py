"""The columns of the tables read, as they stand in the file: a click on a header says what it really is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QBrush, QColor, QFont, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.intake.layouts import GUESS, Layout
from thidua_desktop.intake.roles import ROLES, SKIP, WORDS, YEARLY
from ui.forms.import_said import Said
from ui.theme import GAP, INK_SOFT, ROW_HEIGHT, WARN_SOFT
from ui.widgets.combo import Combo

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QShowEvent

    from thidua_desktop.intake.reading import FileReading, TableRead
    from thidua_desktop.intake.source import Row

_WIDTH = 150
_HEADER = 70
_MOST_COLUMNS = 100  # shown; no list has as many
_UNCLEAR = "Chưa rõ, bấm để chọn"
_SELDOM = frozenset(
    ("school_year", "decision", "authority", "citation", "male", "female", "birth_male", "birth_female")
)
_HOW = {
    "guessed": "Vai trò các cột đoán theo tiêu đề. Cột nào sai thì bấm vào đầu cột để chọn lại.",
    "said": "Đọc theo cách vừa chỉ; khi ghi vào sổ, mẫu này được nhớ cho các tệp sau.",
    "remembered": "Đọc theo cách đã chỉ cho mẫu bảng này ở lần nhập trước.",
    "unknown": (
        "Chưa nhận ra hàng tiêu đề nên bảng này chưa đọc: bấm vào số của hàng tiêu đề ở bên trái, hoặc "
        "bấm vào đầu từng cột để chọn vai trò nếu bảng không có tiêu đề."
    ),
}
_EMPTY = "Chưa có bảng nào: danh sách đánh số trong văn bản không có cột."


class ColumnsPage(QWidget):
    """Shows a table of a file with its header; roles are chosen by mouse or keys.

    Signals:
        said: the place of the file and the layouts said of its tables.
    """

    said = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tables: list[tuple[int, FileReading, TableRead]] = []
        self._shown: Said | None = None
        self._rows: list[Row] = []
        self._in_sight: tuple[str, str, int] | None = None
        self.choice = Combo()
        self.choice.setAccessibleName("Bảng")
        self.state = QLabel()
        self.state.setWordWrap(True)
        self.trouble = QLabel()
        self.trouble.setWordWrap(True)
        self.trouble.setProperty("tone", "warn")
        self.trouble.hide()
        self.view = _view()
        self.role_button = _button("Vai trò của cột…", "Enter: chọn vai trò của cột đang đứng")
        self.row_button = _button("Hàng tiêu đề…", "Chọn hàng đang đứng làm hàng tiêu đề")
        self.guess_button = _button("Về như phỏng đoán", "Bỏ những gì đã chỉ cho các bảng của tệp này")
        self._lay_out()
        self._connect()
        self.show_readings(())

    def show_readings(self, readings: Sequence[FileReading]) -> None:
        """Show the tables of these files; the one in sight stays in sight."""
        at, before = self._at(), self._shown
        self._tables = [
            (file, reading, table) for file, reading in enumerate(readings) for table in reading.tables
        ]
        self.choice.blockSignals(True)
        self.choice.clear()
        self.choice.addItems([_named(reading, table) for _, reading, table in self._tables])
        self.choice.setCurrentIndex(self._start(at[0] if at else -1, before))
        self.choice.blockSignals(False)
        self._show_table()

    def show_file(self, file: int) -> None:
        """Show the first table of a file."""
        at = self._at()
        place = next((place for place, (each, _, _) in enumerate(self._tables) if each == file), -1)
        if place >= 0 and (at is None or at[0] != file):
            self.choice.setCurrentIndex(place)

    def choose_role(self, place: int, role: str) -> None:
        """Give a column a role, and have the file read so when it can be."""
        if self._shown is not None:
            self._take(self._shown.with_role(place, role))

    def choose_header(self, row: int, count: int = 1, *, further: bool = False) -> None:
        """Take rows shown for the header of the table, or of a further table that begins there."""
        if self._shown is not None:
            self._take(self._shown.with_header(self._rows[row : row + count], further=further))

    def forget(self) -> None:
        """Go back to what the titles tell."""
        at = self._at()
        if at is None:
            return
        file, reading, _ = at
        if reading.layouts:
            self.said.emit(file, tuple(Layout(layout.key, use=GUESS) for layout in reading.layouts))
        else:
            self._show_table()

    def _start(self, file: int, before: Said | None) -> int:
        """Return the table to show: the one that was in sight, the first not recognised, or the first."""
        if before is not None:
            said, table = before.layouts()[-1].key, before.table
            for alike in (
                lambda one: one.layout == said,
                lambda one: (one.sheet, one.table) == (table.sheet, table.table),
            ):
                for place, (each, _, one) in enumerate(self._tables):
                    if each == file and alike(one):
                        return place
        unknown = (place for place, (_, _, one) in enumerate(self._tables) if one.how == "unknown")
        return next(unknown, 0 if self._tables else -1)

    def _at(self) -> tuple[int, FileReading, TableRead] | None:
        place = self.choice.currentIndex()
        return self._tables[place] if 0 <= place < len(self._tables) else None

    def _take(self, said: Said) -> None:
        at = self._at()
        self._shown = said
        self._fill(said)
        self._tell(said.trouble)
        if at is not None and not said.trouble:
            self.said.emit(at[0], said.layouts())

    def _tell(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def _show_table(self) -> None:
        at = self._at()
        for widget in (self.choice, self.view, self.role_button, self.row_button, self.guess_button):
            widget.setEnabled(at is not None)
        self._tell("")
        if at is None:
            self._shown, self._rows = None, []
            self.view.setRowCount(0)
            self.view.setColumnCount(0)
            self.state.setText(_EMPTY)
            return
        _, reading, table = at
        self.state.setText(_HOW[table.how])
        told = any(layout.use != GUESS for layout in reading.layouts)
        self.guess_button.setEnabled(told or table.how == "unknown")
        self._shown, self._rows = Said.of(table), [*table.above, *table.header, *table.below]
        self._fill(self._shown)
        if self.isVisible():
            self._bring_header_in_sight()

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the header in sight, which needs the height the page is shown with."""
        super().showEvent(event)
        self._bring_header_in_sight()

    def _bring_header_in_sight(self) -> None:
        """Do it once for each table, so that the list does not jump when a column is put right."""
        at = self._at()
        if at is None:
            return
        _, reading, table = at
        if self._in_sight != (reading.sha256, table.sheet, table.table):
            self._in_sight = reading.sha256, table.sheet, table.table
            self.view.scrollTo(self.view.model().index(len(table.above), 0))

    def _fill(self, said: Said) -> None:
        at = max(0, self.view.currentRow()), max(0, self.view.currentColumn())
        roles = said.roles[:_MOST_COLUMNS]
        self.view.setColumnCount(len(roles))
        self.view.setRowCount(len(self._rows))
        titles = said.titles
        for column, role in enumerate(roles):
            words = WORDS.get(role, _UNCLEAR)
            label = said.table.label(column)
            head = QTableWidgetItem(f"{label[:1].upper()}{label[1:]} ▾\n{words}")
            head.setToolTip(f"{label} “{titles[column]}”: {words}. Bấm để chọn lại.")
            self.view.setHorizontalHeaderItem(column, head)
        self.view.clearSpans()
        for number, row in enumerate(self._rows):
            kind = self._kind(said, row)
            if kind != "header" and len(row.filled()) == 1 and row.cells[0] and len(roles) > 1:
                self.view.setSpan(number, 0, 1, len(roles))
            self.view.setVerticalHeaderItem(number, QTableWidgetItem(str(row.number)))
            for column, role in enumerate(roles):
                text = row.cells[column] if column < len(row.cells) else ""
                self.view.setItem(number, column, _cell(text, kind, skipped=role == SKIP))
        self.view.setCurrentCell(min(at[0], len(self._rows) - 1), min(at[1], len(roles) - 1))

    def _kind(self, said: Said, row: Row) -> str:
        if row in said.header:
            return "header"
        first = said.header[0].number if said.header else 0
        return "above" if row.number < first else "body"

    def _role_menu(self, place: int) -> None:
        if self._shown is None or not 0 <= place < len(self._shown.roles):
            return
        menu = QMenu(self)
        chosen = self._shown.roles[place]
        further, of_year = QMenu("Vai trò khác", menu), QMenu("Danh sách theo năm", menu)
        for role, words in (ROLES | YEARLY).items():
            of = of_year if role in YEARLY else further if role in _SELDOM else menu
            if role != SKIP:
                _offer(of, words, partial(self.choose_role, place, role), chosen=role == chosen)
        menu.addMenu(further)
        menu.addMenu(of_year)
        menu.addSeparator()
        _offer(menu, ROLES[SKIP], partial(self.choose_role, place, SKIP), chosen=chosen == SKIP)
        header = self.view.horizontalHeader()
        left = header.sectionViewportPosition(place)
        menu.popup(header.viewport().mapToGlobal(QPoint(max(0, left), header.height())))
        menu.setActiveAction(next(filter(QAction.isChecked, menu.actions()), menu.actions()[0]))

    def _row_menu(self, row: int) -> None:
        if self._shown is None or not 0 <= row < len(self._rows):
            return
        number = self._rows[row].number
        menu = QMenu(self)
        menu.addAction(f"Hàng {number} là hàng tiêu đề", partial(self.choose_header, row))
        if row + 1 < len(self._rows):
            both = f"Hàng {number} và {self._rows[row + 1].number} là tiêu đề"
            menu.addAction(both, partial(self.choose_header, row, 2))
        header_read = self._shown.table.header
        if header_read and number > header_read[-1].number + 1:
            below = f"Từ hàng {number} là một bảng khác, có tiêu đề riêng"
            menu.addAction(below, partial(self.choose_header, row, further=True))
        header = self.view.verticalHeader()
        top = header.sectionViewportPosition(row)
        menu.popup(header.viewport().mapToGlobal(QPoint(header.width(), max(0, top))))

    def _connect(self) -> None:
        self.choice.currentIndexChanged.connect(self._show_table)
        self.view.horizontalHeader().sectionClicked.connect(self._role_menu)
        self.view.verticalHeader().sectionClicked.connect(self._row_menu)
        self.role_button.clicked.connect(lambda: self._role_menu(self.view.currentColumn()))
        self.row_button.clicked.connect(lambda: self._row_menu(self.view.currentRow()))
        self.guess_button.clicked.connect(self.forget)
        for keys in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shortcut = QShortcut(QKeySequence(keys), self.view)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(self.role_button.click)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(GAP)
        for widget in (self.choice, self.role_button, self.row_button, self.guess_button):
            top.addWidget(widget)
        top.setStretch(0, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, GAP, 0, 0)
        rows.setSpacing(GAP)
        rows.addLayout(top)
        rows.addWidget(self.state)
        rows.addWidget(self.trouble)
        rows.addWidget(self.view, 1)


def _view() -> QTableWidget:
    view = QTableWidget()
    view.setAccessibleName("Bảng trong tệp")
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.setCornerButtonEnabled(False)
    header: Any = view.horizontalHeader()
    header.setDefaultSectionSize(_WIDTH)
    header.setFixedHeight(_HEADER)
    header.setHighlightSections(False)
    header.setSectionsClickable(True)
    flags: Any = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    header.setDefaultAlignment(flags | Qt.TextFlag.TextWordWrap)
    view.verticalHeader().setDefaultSectionSize(ROW_HEIGHT - 4)
    view.verticalHeader().setHighlightSections(False)
    return view


def _cell(text: str, kind: str, *, skipped: bool) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setToolTip(text)
    if kind == "header":
        font = QFont()
        font.setBold(True)
        item.setFont(font)
        item.setBackground(QBrush(QColor(WARN_SOFT)))
    if kind == "above" or skipped:
        item.setForeground(QBrush(QColor(INK_SOFT)))
    return item


def _offer(menu: QMenu, words: str, choose: Callable[[], None], *, chosen: bool) -> None:
    action = menu.addAction(words, choose)
    action.setCheckable(True)
    action.setChecked(chosen)


def _named(reading: FileReading, table: TableRead) -> str:
    place = f"bảng {table.table}" if table.table else table.sheet
    unknown = " (chưa nhận ra)" if table.how == "unknown" else ""
    return f"{reading.name} – {place}{unknown}" if place else f"{reading.name}{unknown}"


def _button(text: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.setToolTip(tip)
    return button
