"""The period report in a window; arguments: the file, a folder.

Tells the seconds from the counted figures to the painted tables, of drawing the charts on the worker with all
it has to import, and the longest time the window stood still meanwhile.
"""

import sys
import time
from datetime import date
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.clock import tell
from thidua_desktop.domain.period import Period
from thidua_desktop.reports import period
from thidua_desktop.workspace import Workspace
from ui import theme
from ui.pages.reports.period_view import Counted, PeriodView
from ui.state import State
from ui.tasks import Tasks
from ui.widgets.chart_view import ChartView
from ui.widgets.page import Context, Office

OPTIONS = period.Options(Period(date(2015, 1, 1), date(2020, 7, 22)))
WORDS = {"office": "UBND huyện Đo Lường"}


class Look:
    """Follows one report onto the screen."""

    def __init__(self, path: Path, folder: Path) -> None:
        state = folder / "state.ini"
        state.unlink(missing_ok=True)
        self.workspace = Workspace.open(path, backed_up=False)
        self.tasks = Tasks(self.workspace)
        office = Office(path, self.workspace.papers, self.workspace.backups, WORDS)
        self.view = PeriodView(Context(self.tasks, State(state), office))
        self.view.resize(1366, 640)
        self.view.show()
        self.view.grab()
        with self.workspace.read() as session:
            rows = period.build(session, OPTIONS)
        said = period.sentence(rows, OPTIONS, WORDS)
        began = time.perf_counter()
        self.view._show(Counted(OPTIONS, rows, said, period.notes(rows, OPTIONS)))  # noqa: SLF001 - no other door
        self.view.grab()
        self.tables = time.perf_counter() - began
        self.began = self.last = time.perf_counter()
        self.still = 0.0
        tabs = self.view.results.tabs
        tabs.setCurrentIndex(tabs.count() - 1)
        self.pulse = QTimer(interval=2)
        self.pulse.timeout.connect(self.beat)
        self.pulse.start()

    def beat(self) -> None:
        now = time.perf_counter()
        self.still, self.last = max(self.still, now - self.last), now
        if not self.view.results.charts.findChildren(ChartView):
            return
        self.pulse.stop()
        tell(tables=self.tables, charts=now - self.began, still=self.still)
        self.tasks.close()
        self.workspace.close(backed_up=False)
        app.quit()


theme.set_scaling()
app = QApplication([*theme.ARGUMENTS])
theme.apply(app)
look = Look(Path(sys.argv[1]), Path(sys.argv[2]))
app.exec()
