"""Our window as ui.app.run and ui.desk.start make it, an office opened in it; arguments: the file, a folder.

Tells when it was painted, when the list of people stood on screen, to which it turns as soon as the file is
open, and, back on the first page, when all was done, its chart too.
"""

import gc
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.clock import since_start, tell
from ui import errors, theme
from ui.desk import Desk
from ui.state import State

HEAVY = ("openpyxl", "docx", "lxml", "xlsxwriter", "matplotlib", "python_calamine", "rapidfuzz", "alembic")
PEOPLE = 2  # the tab


class Start:
    """Follows one start."""

    def __init__(self, path: Path, folder: Path) -> None:
        self.found: dict[str, float] = {}
        self.busy = True
        state = folder / "state.ini"
        state.unlink(missing_ok=True)
        door = errors.ErrorDoor(folder)
        door.install()
        self.desk = Desk(folder, State(state), door.tell)
        self.desk.window.painted.connect(self.painted)
        self.desk.opened.connect(self.opened)
        self.desk.begin(path)

    def painted(self) -> None:
        self.found["painted"] = since_start()
        self.found["early"] = sum(name in sys.modules for name in HEAVY)

    def opened(self) -> None:
        if self.desk.tasks is not None:
            self.desk.tasks.busy.connect(self.hear)
        self.desk.window.show_page(PEOPLE)
        self.found["opened"] = since_start()
        self.look_at_list()

    def look_at_list(self) -> None:
        from ui.widgets.record_table import RecordTable  # the pages bring it, not the first paint

        table = next(iter(self.desk.window.page(PEOPLE).findChildren(RecordTable)), None)
        if table is None or not table.ids or table.record(table.ids[0]) is None:
            QTimer.singleShot(1, self.look_at_list)
            return
        self.desk.window.grab()
        self.found["rows"] = since_start()
        self.desk.window.show_page(0)
        self.finish()

    def hear(self, busy: bool) -> None:  # noqa: FBT001 - as the signal has it
        self.busy = busy
        self.finish()

    def finish(self) -> None:
        if self.busy or "rows" not in self.found:
            return
        tell(**self.found, all=since_start())
        self.desk.window.close()
        app.quit()


gc.disable()
theme.set_scaling()
app = QApplication([*theme.ARGUMENTS])
theme.apply(app)
start = Start(Path(sys.argv[1]), Path(sys.argv[2]))
app.exec()
