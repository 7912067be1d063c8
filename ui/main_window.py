"""The main window: the office, a search over everything, the tabs, and a line that tells what was saved."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.pages import PAGES
from ui.state import State
from ui.theme import GAP, WIDE_GAP
from ui.widgets.page import Context, Follow, Page
from ui.widgets.search_everywhere import SearchEverywhere

_FIRST_SIZE = QSize(1366, 728)  # a 1366×768 screen less the task bar
_SAID_FOR = 8000  # ms


class MainWindow(QMainWindow):
    """Holds the pages and knows nothing of what they do; painted before the office's file is open.

    Signals:
        document_asked: what a page asks to see on paper (see Page).
    """

    document_asked = Signal(str, object)

    def __init__(self, state: State) -> None:
        super().__init__()
        self._state = state
        self._context: Context | None = None
        self._pages: dict[int, Page] = {}
        self._tabs = QTabBar()
        self._stack = QStackedWidget()
        self._office = QLabel("Đang mở số liệu…")
        self._practice = QLabel("Huyện thực hành – số liệu giả định")
        self._saved = QLabel()
        self._backed_up = QLabel()
        self._menu = QMenu(self)
        self.search = SearchEverywhere()
        self._build()

    def open(self, context: Context, menu: Sequence[QAction] = ()) -> None:
        """Fill the window with an open office; menu holds what the office does beside its pages."""
        self._context = context
        settings = context.office.settings
        self._office.setText(settings.get("office", ""))
        self._practice.setVisible(bool(settings.get("practice")))
        self.setWindowTitle(f"Thi đua Desktop – {settings.get('office', '')} – {context.office.file.name}")
        self._fill_menu(menu)
        self._listen()
        self.centralWidget().setEnabled(True)
        self.show_page(self._tabs.currentIndex())

    def page(self, place: int) -> Page:
        """The page of a tab, made when first asked for; raises RuntimeError before an office is open."""
        if self._context is None:
            raise RuntimeError("no office is open")
        if place not in self._pages:
            page = PAGES[place].make(self._context)
            page.followed.connect(self.follow)
            page.said.connect(self.say)
            page.document_asked.connect(self.document_asked)
            self._pages[place] = page
            self._stack.addWidget(page)
        return self._pages[place]

    @Slot(int)
    def show_page(self, place: int) -> None:
        """Bring a tab into sight."""
        if self._tabs.currentIndex() != place:
            self._tabs.setCurrentIndex(place)
        elif self._context is not None:
            page = self.page(place)
            self._stack.setCurrentWidget(page)
            page.entered()

    @Slot(object)
    def follow(self, wish: Follow) -> None:
        """Show a record or a list on whichever page holds it."""
        for place, entry in enumerate(PAGES):
            if wish.kind in entry.kinds:
                self.show_page(place)
                self.page(place).go(wish)
                return

    @Slot(str)
    def say(self, line: str) -> None:
        """Show one line at the bottom."""
        self.statusBar().showMessage(line, _SAID_FOR)

    @Slot(str)
    def tell_backup(self, line: str) -> None:
        """Show when the last backup was made."""
        self._backed_up.setText(line)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window's place before it goes."""
        self._state.put_window("main", self)
        self._state.flush()
        super().closeEvent(event)

    def _build(self) -> None:
        self.setWindowTitle("Thi đua Desktop")
        for entry in PAGES:
            self._tabs.addTab(entry.title)
        self._tabs.setExpanding(False)
        self._tabs.setDrawBase(False)
        self._tabs.setAccessibleName("Các trang")
        self._tabs.currentChanged.connect(self.show_page)
        body = QWidget()
        rows = QVBoxLayout(body)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._top())
        rows.addWidget(self._tabs)
        rows.addWidget(self._stack, 1)
        body.setEnabled(False)
        self.setCentralWidget(body)
        self.statusBar().addPermanentWidget(self._saved)
        self.statusBar().addPermanentWidget(self._backed_up)
        self.resize(_FIRST_SIZE)
        self._state.restore_window("main", self)
        self._add_keys()

    def _top(self) -> QWidget:
        bar = QWidget()
        bar.setProperty("role", "top")
        row = QHBoxLayout(bar)
        row.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, GAP)
        row.setSpacing(WIDE_GAP)
        self._office.setProperty("role", "heading")
        self._practice.setProperty("tone", "warn")
        self._practice.hide()
        button = QToolButton()
        button.setText("☰  Công việc")
        button.setProperty("role", "button")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(self._menu)
        row.addWidget(self._office)
        row.addWidget(self._practice)
        row.addStretch(1)
        self.search.setMinimumWidth(420)
        row.addWidget(self.search)
        row.addWidget(button)
        return bar

    def _add_keys(self) -> None:
        find = QAction(self)
        find.setShortcut(QKeySequence("Ctrl+K"))
        find.triggered.connect(lambda: self.search.setFocus(Qt.FocusReason.ShortcutFocusReason))
        self.addAction(find)
        for place in range(len(PAGES)):
            action = QAction(self)
            action.setShortcut(QKeySequence(f"Alt+{place + 1}"))
            action.triggered.connect(lambda _checked=False, at=place: self.show_page(at))
            self.addAction(action)

    def _fill_menu(self, actions: Sequence[QAction]) -> None:
        for action in actions:
            self._menu.addAction(action)
            self.addAction(action)

    def _listen(self) -> None:
        if self._context is None:
            return
        tasks = self._context.tasks
        tasks.saved.connect(self._tell_saved)
        tasks.undone.connect(self._tell_undone)
        tasks.redone.connect(self._tell_redone)
        tasks.busy.connect(self._tell_busy)
        self.search.followed.connect(self.follow)

    @Slot(str)
    def _tell_saved(self, name: str) -> None:
        self._saved.setText(f"Đã lưu {datetime.now().astimezone():%H:%M}")
        self.say(f"{name} – đã lưu. Hoàn tác: Ctrl+Z")

    @Slot(str)
    def _tell_undone(self, name: str) -> None:
        self.say(f"Đã hoàn tác: {name}. Làm lại: Ctrl+Y" if name else "Không còn gì để hoàn tác.")

    @Slot(str)
    def _tell_redone(self, name: str) -> None:
        self.say(f"Đã làm lại: {name}" if name else "Không còn gì để làm lại.")

    @Slot(bool)
    def _tell_busy(self, busy: bool) -> None:  # noqa: FBT001 - the signal carries one bool
        if busy:
            self.setCursor(Qt.CursorShape.BusyCursor)
        else:
            self.unsetCursor()
