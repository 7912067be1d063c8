"""The least window PySide6 can paint: a line of text."""

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from benchmarks.clock import since_start, tell


class Window(QMainWindow):
    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's own name
        super().paintEvent(event)
        tell(painted=since_start())
        app.quit()


app = QApplication([])
window = Window()
window.setCentralWidget(QLabel("Thi đua"))
window.resize(1366, 728)
window.show()
app.exec()
