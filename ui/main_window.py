"""The main window: the office, a search over everything, the tabs, and a line that tells what was saved."""

from datetime import datetime

from PySide6.QtCore import QSize, Qt, Slot
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
from ui.theme import GAP, WIDE_GAP
from ui.widgets.page import Context, Follow, Page
from ui.widgets.search_everywhere import SearchEverywhere

_FIRST_SIZE = QSize(1366, 728)  # a 1366×768 screen less the task bar


class MainWindow(QMainWindow):
    """Holds the pages and knows nothing of what they do."""

    def __init__(self, context: Context, menu: "tuple[QAction, ...]" = ()) -> None:
        super().__init__()
        self._context = context
        self._pages: dict[int, Page] = {}
        self._tabs = QTabBar()
        self._stack = QStackedWidget()
        self._saved = QLabel()
        self._backed_up = QLabel()
        self.search = SearchEverywhere(context.tasks)
        self._build(menu)
        self._connect()
        self.show_page(0)

    def page(self, place: int) -> Page:
        """The page of a tab, made when first asked for."""
        if place not in self._pages:
            page = PAGES[place].make(self._context)
            page.followed.connect(self.follow)
            page.said.connect(self.say)
            self._pages[place] = page
            self._stack.addWidget(page)
        return self._pages[place]

    @Slot(int)
    def show_page(self, place: int) -> None:
        """Bring a tab into sight."""
        if self._tabs.currentIndex() != place:
            self._tabs.setCurrentIndex(place)
            return
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
        self.statusBar().showMessage(line, 8000)

    def tell_backup(self, line: str) -> None:
        """Show when the last backup was made."""
        self._backed_up.setText(line)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window's place before it goes."""
        self._context.state.put_window("main", self)
        self._context.state.flush()
        super().closeEvent(event)

    def _build(self, menu: "tuple[QAction, ...]") -> None:
        office = self._context.office
        self.setWindowTitle(f"Thi đua Desktop – {office.settings.get('office', '')} – {office.file.name}")
        for entry in PAGES:
            self._tabs.addTab(entry.title)
        self._tabs.setExpanding(False)
        self._tabs.setDrawBase(False)
        self._tabs.setAccessibleName("Các trang")
        body = QWidget()
        rows = QVBoxLayout(body)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._top(menu))
        rows.addWidget(self._tabs)
        rows.addWidget(self._stack, 1)
        self.setCentralWidget(body)
        self.statusBar().addPermanentWidget(self._saved)
        self.statusBar().addPermanentWidget(self._backed_up)
        self.resize(_FIRST_SIZE)
        self._context.state.restore_window("main", self)

    def _top(self, menu: "tuple[QAction, ...]") -> QWidget:
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, GAP)
        row.setSpacing(WIDE_GAP)
        settings = self._context.office.settings
        name = QLabel(settings.get("office", ""))
        name.setProperty("role", "heading")
        row.addWidget(name)
        if settings.get("practice"):
            practice = QLabel("Huyện thực hành – số liệu giả định")
            practice.setProperty("tone", "warn")
            row.addWidget(practice)
        row.addStretch(1)
        self.search.setMinimumWidth(420)
        row.addWidget(self.search)
        row.addWidget(self._menu_button(menu))
        return bar

    def _menu_button(self, actions: "tuple[QAction, ...]") -> QToolButton:
        button = QToolButton()
        button.setText("☰  Công việc")
        button.setProperty("role", "button")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        for name, keys, done in (
            ("Hoàn tác", QKeySequence.StandardKey.Undo, self._context.tasks.undo),
            ("Làm lại", QKeySequence("Ctrl+Y"), self._context.tasks.redo),
        ):
            action = QAction(name, self)
            action.setShortcut(keys)
            action.triggered.connect(done)
            menu.addAction(action)
            self.addAction(action)
        for action in actions:
            menu.addAction(action)
            self.addAction(action)
        button.setMenu(menu)
        return button

    def _connect(self) -> None:
        tasks = self._context.tasks
        self._tabs.currentChanged.connect(self.show_page)
        tasks.saved.connect(self._tell_saved)
        tasks.undone.connect(
            lambda name: self.say(f"Đã hoàn tác: {name}" if name else "Không còn gì để hoàn tác.")
        )
        tasks.redone.connect(
            lambda name: self.say(f"Đã làm lại: {name}" if name else "Không còn gì để làm lại.")
        )
        tasks.busy.connect(self._tell_busy)
        self.search.followed.connect(self.follow)
        find = QAction(self)
        find.setShortcut(QKeySequence("Ctrl+K"))
        find.triggered.connect(lambda: self.search.setFocus(Qt.FocusReason.ShortcutFocusReason))
        self.addAction(find)
        for place in range(len(PAGES)):
            action = QAction(self)
            action.setShortcut(QKeySequence(f"Alt+{place + 1}"))
            action.triggered.connect(lambda _checked=False, at=place: self.show_page(at))
            self.addAction(action)

    @Slot(str)
    def _tell_saved(self, name: str) -> None:
        self._saved.setText(f"Đã lưu {datetime.now().astimezone():%H:%M}")
        self.say(f"{name} – đã lưu. Hoàn tác: Ctrl+Z")

    @Slot(bool)
    def _tell_busy(self, busy: bool) -> None:  # noqa: FBT001 - the signal carries one bool
        if busy:
            self.setCursor(Qt.CursorShape.BusyCursor)
        else:
            self.unsetCursor()
