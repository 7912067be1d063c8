"""The officer's desk: opens the office's file, fills the window, keeps backups, closes in order."""

from __future__ import annotations

import gc
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from thidua_desktop.domain.errors import Refused, Unavailable
from ui.main_window import MainWindow
from ui.state import State
from ui.widgets.page import Context, Follow, Office

if TYPE_CHECKING:
    from thidua_desktop.db.backup import Backup
    from thidua_desktop.db.session import Session
    from thidua_desktop.workspace import Workspace
    from ui.desk.menu import Menu
    from ui.forms.start import Choosers, StartDialog
    from ui.papers import Build, Papers
    from ui.tasks import Tasks
    from ui.widgets.search_everywhere import Hit

COMING_UP = 3000  # ms after which the first page, its chart too, is there
_RECENT_SHOWN = 4


class Desk(QObject):
    """One window, one open office at a time.

    Signals:
        opened: the path of the file, once its first page is in sight.
        backed_up: the Backup just made.
    """

    opened = Signal(object)
    backed_up = Signal(object)

    def __init__(
        self,
        folder: Path,
        state: State,
        tell: Callable[[Exception], None],
        choosers: Choosers | None = None,
    ) -> None:
        super().__init__()
        self._folder = folder
        self._state = state
        self._tell = tell
        self._choosers = choosers
        self._workspace: Workspace | None = None
        self._words: dict[str, str] = {}
        self.tasks: Tasks | None = None
        self.papers: Papers | None = None
        self.start: StartDialog | None = None
        self.menu: Menu | None = None
        self.window = MainWindow(state)
        self.window.asked.connect(self._asked)
        self.window.document_asked.connect(self._print)
        self.window.closing.connect(self.close)

    def begin(self, path: Path | None = None) -> None:
        """Paint the window, then open the file named, the last one, or ask."""
        chosen = path or self._state.last_file()
        then = partial(self.open, chosen) if chosen else self.ask
        self.window.painted.connect(then, Qt.ConnectionType.SingleShotConnection)
        self.window.show()

    def ask(self) -> None:
        """Ask which records to work with."""
        from ui.forms.start import StartDialog

        if self.start is not None or not self.window.may_leave():
            return
        if self._workspace is None:
            self.window.show_closed()
        here = self._workspace.path if self._workspace else None
        recent = [path for path in self._state.recent_files() if path != here]
        dialog = StartDialog(recent[:_RECENT_SHOWN], self.window)
        self.start = dialog
        dialog.new_asked.connect(self._make_new)
        dialog.practice_asked.connect(self.open_practice)
        dialog.open_asked.connect(self._open_other)
        dialog.recent_asked.connect(self.open)
        dialog.finished.connect(self._asked_enough)
        dialog.open()

    @Slot(object)
    def open(self, path: Path) -> None:
        """Open a file kept; a sentence and the first question when it cannot be opened."""
        from thidua_desktop.workspace import Workspace

        if not self._is_open(path):
            self._take(lambda: Workspace.open(path, backed_up=False))

    @Slot()
    def open_practice(self) -> None:
        """Open the practice district, made when it is not there yet."""
        from ui.desk.files import PRACTICE, open_practice

        path = self._folder / PRACTICE
        if not self._is_open(path):
            self._take(lambda: open_practice(path))

    def reset_practice(self) -> None:
        """Begin the practice district anew; what it was stays among its backups."""
        from ui.desk.files import PRACTICE, drop

        if not self.window.may_leave():
            return
        self.close()
        try:
            drop(self._folder / PRACTICE)
        except Unavailable as error:
            self._tell(error)
        self.open_practice()

    @Slot()
    def close(self) -> None:
        """Finish what was asked for, back up, let the file go."""
        tasks, workspace = self.tasks, self._workspace
        self.tasks = self._workspace = None
        if tasks is not None:
            tasks.close()
        if workspace is None:
            return
        from ui.desk.waiting import wait_beside

        self.window.say("Đang sao lưu trước khi đóng…")
        try:
            wait_beside(workspace.close)
        except (Refused, Unavailable) as error:
            self._tell(error)

    def _make_new(self) -> None:
        path = self._chosen_by().new(self.window, self._folder)
        if path is not None:
            from thidua_desktop.workspace import Workspace

            self._take(lambda: Workspace.create(path))

    def _open_other(self) -> None:
        path = self._chosen_by().kept(self.window, self._folder)
        if path is not None:
            self.open(path)

    def _chosen_by(self) -> Choosers:
        from ui.forms.start import Choosers

        return self._choosers or Choosers()

    def _take(self, make: Callable[[], Workspace]) -> None:
        """Have the new file before the old one is let go, so that a refusal changes nothing."""
        try:
            workspace = make()
        except Exception as error:  # noqa: BLE001 - told by the one door, and the choice is offered again
            if self._workspace is None:
                self.ask()  # first, or it would cover the sentence
            self._tell(error)
            return
        self.close()
        self._fill(workspace)
        self._answer()

    def _is_open(self, path: Path) -> bool:
        here = self._workspace is not None and self._workspace.path.resolve() == path.resolve()
        if here:
            self._answer()
        return here

    def _answer(self) -> None:
        if self.start is not None:
            self.start.accept()

    def _asked_enough(self) -> None:
        dialog, self.start = self.start, None
        if dialog is not None:
            dialog.deleteLater()
        if self._workspace is None:
            self.window.show_closed()

    def _fill(self, workspace: Workspace) -> None:
        from thidua_desktop.records import settings
        from ui.desk.files import PRACTICE
        from ui.desk.menu import Menu
        from ui.papers import Papers
        from ui.tasks import Tasks

        with workspace.read() as session:
            self._words = settings.all_(session)
        self._workspace = workspace
        self.tasks = tasks = Tasks(workspace)
        tasks.failed.connect(self._tell)
        tasks.changed.connect(self._changed)
        self._state.opened_file(workspace.path)
        if self.papers is not None:
            self.papers.deleteLater()
        self.papers = Papers(tasks, self._state, self.window)
        self.papers.said.connect(self.window.say)
        self._look_everywhere(tasks)
        office = Office(workspace.path, workspace.papers, workspace.backups, self._words)
        practising = workspace.path == self._folder / PRACTICE
        if self.menu is not None:
            self.menu.deleteLater()
        self.menu = Menu(tasks, self.window.follow, practising=practising, parent=self)
        context = Context(tasks, self._state, office)
        self.window.open(context, self.menu.actions)
        self.opened.emit(workspace.path)
        tasks.read(_years, context.period.begin, owner=self)  # after what the first page reads itself
        QTimer.singleShot(0, self, partial(self._back_up, asked=False))

    @Slot(str, object)
    def _print(self, verb: str, build: Build) -> None:
        if self.papers is not None:
            self.papers.take(verb, build)

    def _look_everywhere(self, tasks: Tasks) -> None:
        self.window.search.look_in(tasks, _hits)

    def _changed(self, kinds: frozenset[str]) -> None:
        if self.tasks is not None and "setting" in kinds:
            from thidua_desktop.records import settings

            self.tasks.read(settings.all_, self._show_words, owner=self)

    def _show_words(self, words: dict[str, str]) -> None:
        self._words.update(words)  # the pages hold this very mapping
        self.window.show_office(words)

    @Slot(object)
    def _asked(self, wish: Follow) -> None:
        """What no page holds."""
        wishes: dict[str, Callable[[], object]] = {
            "open": self.ask,
            "backup": partial(self._back_up, asked=True),
            "settings": self._settings,
            "help": self._help,
            "practice": self.reset_practice,
        }
        wishes.get(wish.kind, lambda: None)()

    def _back_up(self, *, asked: bool) -> None:
        if self.tasks is None or self._workspace is None:
            return
        workspace = self._workspace
        # In the records' own line, so that nothing is written while the backup is counted.
        self.tasks.read(
            lambda _session: workspace.back_up(),
            partial(self._told_backup, asked=asked),
            owner=self,
            failed=self._tell if asked else self._warn,
        )

    def _told_backup(self, made: Backup, *, asked: bool) -> None:
        from thidua_desktop.db.backup import taken_at
        from ui.widgets.moments import moment_words

        today = datetime.now().astimezone().date()
        self.window.tell_backup(f"Sao lưu gần nhất: {moment_words(taken_at(made.path), today)}")
        if asked:
            self.window.say(f"Đã sao lưu và kiểm tra: {made.path.name}")
        self.backed_up.emit(made)

    def _warn(self, error: Exception) -> None:
        """A full disk must not stand between the officer and the records each morning."""
        if isinstance(error, Unavailable):
            self.window.warn_backup(str(error))
        else:
            self._tell(error)

    def _settings(self) -> None:
        from ui.forms.office_form import OfficeDialog

        if self.tasks is not None:
            OfficeDialog(self.tasks, self._state, self.window).open()

    def _help(self) -> None:
        from ui.forms.help_view import HelpView

        HelpView(self.window).show()


def _hits(session: Session, typed: str) -> list[Hit]:
    from thidua_desktop.services import finding  # not before something is looked for
    from ui.widgets.search_everywhere import Hit

    return [Hit(found.text, Follow(found.kind, found.id)) for found in finding.everywhere(session, typed)]


def _years(session: Session) -> list[int]:
    from thidua_desktop.records import awards  # after the first list

    return awards.years(session)


def _collect_again() -> None:
    """What came with the start stays until the end: looking through it again and again would only cost."""
    gc.freeze()
    gc.enable()


def start(program: Path, path: Path | None = None) -> int:
    """Run the window until it is closed."""
    from ui import errors, theme
    from ui.state import data_folder

    theme.set_scaling()
    app = QApplication.instance() or QApplication([*theme.ARGUMENTS])
    if isinstance(app, QApplication):
        theme.apply(app)
    folder = data_folder(program)
    door = errors.ErrorDoor(folder)
    door.install()
    desk = Desk(folder, State(folder / "cua-so.ini"), door.tell)
    app.aboutToQuit.connect(desk.close)  # also when Windows itself ends the session
    desk.begin(path)
    QTimer.singleShot(COMING_UP, _collect_again)
    code = app.exec()
    desk.close()
    door.uninstall()
    return code
