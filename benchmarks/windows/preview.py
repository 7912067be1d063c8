"""The print preview of a list; argument: rows.

Tells the seconds of measuring its pages (on the worker, in the program) and from there to its first page.
"""

import sys
import time

from PySide6.QtWidgets import QApplication

from benchmarks import papers
from benchmarks.clock import tell
from ui import theme
from ui.printing import prepare
from ui.printing.preview import preview

theme.set_scaling()
app = QApplication([*theme.ARGUMENTS])
theme.apply(app)
document = papers.document(int(sys.argv[1]))
preview(papers.document(3)).close()
started = time.perf_counter()
ready = prepare(document)
measured = time.perf_counter()
dialog = preview(ready)
dialog.grab()
tell(first=time.perf_counter() - measured, prepared=measured - started)
dialog.close()
