"""The officer's desk: opens the office's file, fills the window, keeps backups, closes in order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication

from thidua_desktop.domain.errors import Refused, Unavailable
from ui.forms.start import StartDialog, ask_new, ask_open
from ui.main_window import MainWindow
from ui.papers import Papers
from ui.state import State
from ui.tasks import Tasks
from ui.widgets.page import Context, Follow, Office

if TYPE_CHECKING:
    from thidua_desktop.db.backup import Backup
    from thidua_desktop.workspace import Workspace

PRACTICE = "Huyen thuc hanh.thidua"


class Desk(QObject):
    """One open office at a time.

    Signals:
        opened: the path of the file, once its first page is in sight.
    """

    opened = Signal(object)

    def __init__(self, folder: Path, state: State, tell: Callable[[Exception], None]) -> None:
        super().__init__()
        self._folder = folder
        self._state = state
        self._tell = tell
        self._workspace: Workspace | None = None
        self._tasks: Tasks | None = None
        self.window = MainWindow(state)
        self.papers: Papers | None = None
        self._start: StartDialog | None = None

    def begin(self, path: Path | None = None) -> None:
        """Paint the window, then open the file named, the last one, or ask."""
        self.window.show()
        recent = self._state.recent_files()
        chosen = path or (recent[0] if recent else None)
        QTimer.singleShot(0, partial(self.open, chosen) if chosen else self.ask)

    def ask(self) -> None:
        """Ask which records to begin with."""
        dialog = StartDialog(self.window)
        self._start = dialog
        dialog.new_asked.connect(self._make_new)
        dialog.practice_asked.connect(self.open_practice)
        dialog.open_asked.connect(self._open_other)
        dialog.open()

    def open(self, path: Path) -> None:
        """Open a file kept; a sentence and the first question when it cannot be opened."""
        from thidua_desktop.workspace import Workspace

        self._take(lambda: Workspace.open(path, backed_up=False))

    @Slot()
    def open_practice(self) -> None:
        """Open the practice district, made anew when it is not there yet."""
        from thidua_desktop.services import practice
        from thidua_desktop.workspace import Workspace

        path = self._folder / PRACTICE

        def made() -> Workspace:
            if path.exists():
                return Workspace.open(path, backed_up=False)
            workspace = Workspace.create(path)
            with workspace.write("Tạo huyện thực hành") as session:
                practice.build(session)
            return workspace

        self._take(made)

    def close(self) -> None:
        """Finish what was asked for, back up, let the file go."""
        tasks, workspace = self._tasks, self._workspace
        self._tasks = self._workspace = None
        if tasks is not None:
            tasks.close()
        if workspace is None:
            return
        try:
            workspace.close()
        except Unavailable as error:
            self._tell(error)

    @Slot()
    def _make_new(self) -> None:
        path = ask_new(self.window, self._folder)
        if path is None:
            return
        from thidua_desktop.workspace import Workspace

        self._take(lambda: Workspace.create(path))

    @Slot()
    def _open_other(self) -> None:
        path = ask_open(self.window, self._folder)
        if path is not None:
            self.open(path)

    def _take(self, make: Callable[[], Workspace]) -> None:
        try:
            workspace = make()
        except (Refused, Unavailable) as error:
            self._tell(error)
            if self._start is None:
                self.ask()
            return
        if self._start is not None:
            self._start.accept()
            self._start = None
        self._fill(workspace)

    def _fill(self, workspace: Workspace) -> None:
        from thidua_desktop.records import settings

        if self._workspace is not None:
            self.close()
            self.window.close()
            self.window = MainWindow(self._state)
            self.window.show()
        with workspace.read() as session:
            words = settings.all_(session)
        office = Office(workspace.path, workspace.papers, workspace.backups, words)
        self._workspace = workspace
        tasks = Tasks(workspace)
        tasks.failed.connect(self._tell)
        self._tasks = tasks
        self._state.opened_file(workspace.path)
        self.papers = Papers(tasks, self._state, self.window)
        self.papers.said.connect(self.window.say)
        self.window.document_asked.connect(self.papers.take)
        self._look_everywhere(tasks)
        self.window.open(Context(tasks, self._state, office), self._menu(tasks))
        self.opened.emit(workspace.path)
        QTimer.singleShot(0, self._back_up)

    def _look_everywhere(self, tasks: Tasks) -> None:
        from thidua_desktop.services import finding
        from ui.widgets.search_everywhere import Hit

        self.window.search.look_in(
            tasks,
            lambda session, typed: [
                Hit(found.text, Follow(found.kind, found.id)) for found in finding.everywhere(session, typed)
            ],
        )

    def _menu(self, tasks: Tasks) -> list[QAction]:
        window = self.window
        entries: tuple[tuple[str, str, Callable[[], object]], ...] = (
            ("Hoàn tác", "Ctrl+Z", tasks.undo),
            ("Làm lại", "Ctrl+Y", tasks.redo),
            ("Lịch sử thay đổi", "Ctrl+H", lambda: window.follow(Follow("history"))),
            ("Nhập từ Excel, Word…", "Ctrl+I", lambda: window.follow(Follow("import"))),
            ("Danh mục danh hiệu, hình thức", "", lambda: window.follow(Follow("award_kind"))),
            ("Số liệu kế thừa", "", lambda: window.follow(Follow("total"))),
            ("Cần xem lại", "", lambda: window.follow(Follow("questions"))),
            ("Sao lưu ngay", "Ctrl+B", self._back_up),
            ("Thông tin cơ quan…", "", self._settings),
            ("Mở tệp khác…", "Ctrl+O", self.ask),
            ("Trợ giúp", "F1", self._help),
        )
        actions = []
        for text, keys, slot in entries:
            action = QAction(text, window)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(lambda _checked=False, run=slot: run())
            actions.append(action)
        return actions

    @Slot()
    def _back_up(self) -> None:
        if self._tasks is None or self._workspace is None:
            return
        workspace = self._workspace
        # In the records' own line, so that nothing is written while the backup is counted.
        self._tasks.read(lambda _session: workspace.back_up(), self._backed_up, owner=self.window)

    def _backed_up(self, _backup: Backup) -> None:
        now = datetime.now().astimezone()
        self.window.tell_backup(f"Sao lưu gần nhất: hôm nay {now:%H:%M} · Cơ sở dữ liệu nguyên vẹn")

    def _settings(self) -> None:
        from ui.forms.office_form import OfficeDialog

        if self._tasks is not None:
            OfficeDialog(self._tasks, self._state, self.window).open()

    def _help(self) -> None:
        from ui.forms.help_view import HelpView

        HelpView(self.window).show()


def start(program: Path, path: Path | None = None) -> int:
    """Run the window until it is closed."""
    from ui import errors, theme
    from ui.state import data_folder

    theme.set_scaling()
    app = QApplication.instance() or QApplication(["Thi đua Desktop"])
    if isinstance(app, QApplication):
        theme.apply(app)
    folder = data_folder(program)
    door = errors.ErrorDoor(folder)
    door.install()
    desk = Desk(folder, State(folder / "cua-so.ini"), door.tell)
    desk.begin(path)
    code = app.exec()
    desk.close()
    return code
