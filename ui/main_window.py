"""The main window: the office, a search over everything, the tabs, and a line that tells what was saved."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from ui.pages import PAGES
from ui.state import State
from ui.theme import WIDE_GAP
from ui.widgets.dropping import dropped
from ui.widgets.page import Context, Follow, Page
from ui.widgets.search_everywhere import SearchEverywhere
from ui.widgets.status_line import StatusLine
from ui.widgets.top_bar import TopBar
from ui.widgets.typing_undo import TypingUndo

_FIRST_SIZE = QSize(1366, 728)  # a 1366×768 screen less the task bar
_WARNED_FOR = 8000  # ms in which closing again drops what was not saved
_SMALLEST = QSize(760, 420)


class MainWindow(QMainWindow):
    """Holds the pages and knows nothing of what they do; painted before the office's file is open.

    Signals:
        document_asked: what a page asks to see on paper (see Page).
        asked: a Follow that no page holds.
        closing: the window goes; what is open must be let go.
        painted: it is on the screen for the first time.
    """

    document_asked = Signal(str, object)
    asked = Signal(object)
    closing = Signal()
    painted = Signal()

    def __init__(self, state: State) -> None:
        super().__init__()
        self._state = state
        self._context: Context | None = None
        self._painted = False
        self._pages: dict[int, Page] = {}
        self._actions: list[QAction] = []
        self._warned = QTimer(self, interval=_WARNED_FOR, singleShot=True)
        self.top = TopBar()
        self.tabs = QTabBar()
        self.line = StatusLine()
        self.choose = QPushButton("Chọn số liệu để làm việc…")
        self._stack = QStackedWidget()
        self._waiting = QLabel("Đang mở số liệu…")
        self._build()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            TypingUndo(app, self)

    @property
    def search(self) -> SearchEverywhere:
        """The search over everything."""
        return self.top.search

    def open(self, context: Context, menu: Sequence[QAction | None] = ()) -> None:
        """Fill the window with an open office; menu is what the office does beside its pages."""
        self._drop_pages()
        self._context = context
        self.line.clear()
        self.show_office(context.office.settings)
        self.top.show_period(context.period)
        self._fill_menu(menu)
        tasks = context.tasks
        tasks.saved.connect(self._tell_saved)
        tasks.undone.connect(self._tell_undone)
        tasks.redone.connect(self._tell_redone)
        tasks.busy.connect(self._tell_busy)
        self._enable(working=True)
        self.show_page(self.tabs.currentIndex())

    def show_office(self, settings: Mapping[str, str]) -> None:
        """Tell whose records these are."""
        self.top.show_office(settings)
        if self._context is not None:
            file = self._context.office.file.name
            self.setWindowTitle(f"Thi đua Desktop – {settings.get('office', '')} – {file}")

    @Slot()
    def show_closed(self) -> None:
        """Tell that nothing is open, and offer to choose."""
        self._drop_pages()
        self._context = None
        self._waiting.setText("Chưa mở số liệu nào.")
        self.choose.show()
        self._enable(working=False)
        self.choose.setFocus()

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
        if self.tabs.currentIndex() != place:
            self.tabs.setCurrentIndex(place)
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
        self.asked.emit(wish)

    @Slot(str)
    def say(self, line: str) -> None:
        """Show one line at the bottom."""
        self.line.say(line)

    @Slot(str)
    def tell_backup(self, line: str) -> None:
        """Show when the last backup was made."""
        self.line.tell_backup(line)
        self._enter_again()

    @Slot(str)
    def warn_backup(self, line: str) -> None:
        """Show that no backup could be made."""
        self.line.warn_backup(line)
        self._enter_again()

    def may_leave(self) -> bool:
        """Whether nothing typed would be lost; otherwise show it and say so, and agree at the second time."""
        from ui.widgets.detail_panel import DetailPanel  # forms are not needed to paint a window

        if self._warned.isActive():
            return True
        for place, page in self._pages.items():
            for panel in page.findChildren(DetailPanel):
                if panel.dirty:
                    self._warned.start()
                    self.show_page(place)
                    panel.bar.ask(panel.title)
                    self.say(f"Chưa lưu thay đổi của “{panel.title}”. Lưu, hoặc làm lần nữa để bỏ.")
                    return False
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Go once nothing typed would be lost, or when the user insists; remember the window's place."""
        if not self.may_leave():
            event.ignore()
            return
        self._state.put_window("main", self)
        self._state.flush()
        self.closing.emit()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Lists may be dropped anywhere on the window of an open office."""
        if self._context is not None and dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take in what was dropped, once the program it came from has gone on."""
        wish = Follow("import", filters={"paths": "\n".join(map(str, dropped(event)))})
        QTimer.singleShot(0, self, lambda: self.follow(wish))

    def _drop_pages(self) -> None:
        for page in self._pages.values():
            self._stack.removeWidget(page)
            page.deleteLater()
        self._pages = {}

    def _enable(self, *, working: bool) -> None:
        self.top.setEnabled(working)
        self.tabs.setEnabled(working)
        for action in self._actions:
            action.setEnabled(working)
        if not working:
            self._stack.setCurrentIndex(0)

    def _enter_again(self) -> None:
        page = self._stack.currentWidget()
        if isinstance(page, Page):
            page.entered()

    def _build(self) -> None:
        self.setWindowTitle("Thi đua Desktop")
        for place, entry in enumerate(PAGES):
            self.tabs.addTab(entry.title)
            self.tabs.setTabToolTip(place, f"Alt+{place + 1}")
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setProperty("role", "pages")
        self.tabs.setAccessibleName("Các trang")
        self.tabs.currentChanged.connect(self.show_page)
        self.top.search.followed.connect(self.follow)
        self.top.period_chosen.connect(lambda: self.follow(Follow("report")))
        self._stack.addWidget(self._make_waiting())
        strip = QWidget()
        strip.setProperty("role", "top")
        strip.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        across = QVBoxLayout(strip)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self.tabs)
        body = QWidget()
        rows = QVBoxLayout(body)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.top)
        rows.addWidget(strip)
        rows.addWidget(self._stack, 1)
        self.setCentralWidget(body)
        self.setStatusBar(self.line)
        self.setMinimumSize(_SMALLEST)
        self.setAcceptDrops(True)
        self.resize(_FIRST_SIZE)
        self._state.restore_window("main", self)
        self._add_keys()
        self._enable(working=False)

    def _make_waiting(self) -> QWidget:
        waiting = QWidget()
        self._waiting.setProperty("role", "soft")
        self.choose.clicked.connect(lambda: self.asked.emit(Follow("open")))
        self.choose.hide()
        rows = QVBoxLayout(waiting)
        rows.setSpacing(WIDE_GAP)
        rows.addStretch(1)
        rows.addWidget(self._waiting, 0, Qt.AlignmentFlag.AlignCenter)
        rows.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignCenter)
        rows.addStretch(1)
        return waiting

    def _add_keys(self) -> None:
        find = QAction(self)
        find.setShortcut(QKeySequence("Ctrl+K"))
        find.triggered.connect(lambda: self.top.search.setFocus(Qt.FocusReason.ShortcutFocusReason))
        self.addAction(find)
        for place in range(len(PAGES)):
            action = QAction(self)
            action.setShortcut(QKeySequence(f"Alt+{place + 1}"))
            action.triggered.connect(lambda _checked=False, at=place: self.show_page(at))
            self.addAction(action)

    def _fill_menu(self, actions: Sequence[QAction | None]) -> None:
        for old in self._actions:
            self.removeAction(old)
        self._actions = [action for action in actions if action is not None]
        self.top.fill_menu(actions)
        self.addActions(self._actions)

    @Slot(str)
    def _tell_saved(self, name: str) -> None:
        self._warned.stop()
        self.line.tell_saved()
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
