"""Waiting for slow work while the window goes on painting but takes no input."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QEventLoop, QTimer

_LOOKS = 15  # ms between two looks at the work


def wait_beside(work: Callable[[], object]) -> None:
    """Do the work on a thread of its own and return when it is done; raises what it raised."""
    with ThreadPoolExecutor(1, "closing") as threads:
        done = threads.submit(work)
        loop = QEventLoop()
        looking = QTimer(interval=_LOOKS)
        looking.timeout.connect(lambda: loop.quit() if done.done() else None)
        looking.start()
        if not done.done():
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        looking.stop()
        done.result()
