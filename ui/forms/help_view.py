"""The help inside the program, read offline."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from ui.theme import WIDE_GAP

_HELP = Path(__file__).resolve().parents[2] / "resources" / "help" / "tro-giup.html"


class HelpView(QDialog):
    """Shows the help beside the window, so that one can read and work."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Trợ giúp")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        text = QTextBrowser()
        text.setAccessibleName("Trợ giúp")
        text.setProperty("role", "story")
        text.setOpenExternalLinks(False)
        text.document().setDocumentMargin(2 * WIDE_GAP)
        text.setHtml(_HELP.read_text(encoding="utf-8"))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(text)
        self.resize(self.screen().availableSize().boundedTo(QSize(760, 660)))
