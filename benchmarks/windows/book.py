"""The book of awards in a window; arguments: the file, a folder.

Tells the seconds from asking for the page to its first rows on screen (or to its empty list), to the whole
list, of one step of scrolling, the memory taken and the rows.
"""

import sys
import time
from pathlib import Path
from statistics import quantiles

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.clock import tell
from benchmarks.measure import memory_now
from thidua_desktop.workspace import Workspace
from ui import theme
from ui.pages.awards.book import BookView
from ui.state import State
from ui.tasks import Tasks
from ui.widgets.page import Context, Office

STEPS = 200


class Opening:
    """Follows the book from the question to the last row."""

    def __init__(self, path: Path, folder: Path) -> None:
        state = folder / "state.ini"
        state.unlink(missing_ok=True)
        self.workspace = Workspace.open(path, backed_up=False)
        with self.workspace.read() as session:
            session.raw("SELECT count(*) FROM decision")
        office = Office(path, self.workspace.papers, self.workspace.backups, {})
        self.tasks = Tasks(self.workspace)
        self.page = BookView(Context(self.tasks, State(state), office))
        self.page.resize(1366, 640)
        self.page.show()
        self.page.grab()
        self.table = self.page.list.table
        self.before = memory_now()
        self.found: dict[str, float] = {}
        self.page.list.settled.connect(self.settled)
        self.began = time.perf_counter()
        self.page.entered()
        self.look()

    def look(self) -> None:
        """See whether the first row is there."""
        if len(self.table.ids) and self.table.record(self.table.ids[0]) is None:
            QTimer.singleShot(0, self.look)
        elif len(self.table.ids) or "all" in self.found:
            self.painted()
        else:
            QTimer.singleShot(0, self.look)

    def painted(self) -> None:
        self.page.grab()
        self.found["painted"] = time.perf_counter() - self.began
        self.finish()

    def settled(self) -> None:
        self.found["all"] = time.perf_counter() - self.began
        self.finish()

    def finish(self) -> None:
        """Scroll once all is there, then tell."""
        if not {"painted", "all"} <= self.found.keys() or "step" in self.found:
            return
        self.tasks.drain()
        self.found["step"] = self.scroll()
        self.tasks.drain()
        tell(**self.found, memory=memory_now() - self.before, rows=len(self.table.ids))
        self.tasks.close()
        self.workspace.close(backed_up=False)
        app.quit()

    def scroll(self) -> float:
        """The time nineteen of twenty steps stay under, each from the bar moved to the rows painted."""
        bar, times = self.table.verticalScrollBar(), []
        for step in range(STEPS):
            began = time.perf_counter()
            bar.setValue(bar.maximum() * step // STEPS)
            self.table.viewport().repaint()
            times.append(time.perf_counter() - began)
        return quantiles(times, n=20, method="inclusive")[-1]


theme.set_scaling()
app = QApplication([*theme.ARGUMENTS])
theme.apply(app)
opening = Opening(Path(sys.argv[1]), Path(sys.argv[2]))
app.exec()
