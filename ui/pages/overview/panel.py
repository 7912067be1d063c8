"""A white panel with a heading; its lines are written anew each time."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.theme import GAP, WIDE_GAP


class Panel(QFrame):
    """Holds lines: words at the left, something to press at the right."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setAccessibleName(title)
        heading = QLabel(title)
        heading.setProperty("role", "heading")
        self.head = QHBoxLayout()
        self.head.addWidget(heading)
        self.head.addStretch(1)
        self.body = QVBoxLayout()
        self.body.setSpacing(GAP // 2)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(WIDE_GAP, GAP + 2, GAP, GAP + 2)
        rows.setSpacing(GAP // 2)
        rows.addLayout(self.head)
        rows.addLayout(self.body)

    def clear(self) -> None:
        """Drop the lines."""
        while self.body.count():
            widget = self.body.takeAt(0).widget()
            widget.hide()
            widget.deleteLater()

    def add_line(self, *parts: QWidget) -> None:
        """Write a line; the first label that wraps takes the room."""
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        for part in parts:
            wraps = isinstance(part, QLabel) and part.wordWrap()
            row.addWidget(part, int(wraps), Qt.AlignmentFlag.AlignVCenter)
        self.body.addWidget(line)
        line.show()

    def texts(self) -> list[str]:
        """The words on screen, from top to bottom."""
        return [label.text() for label in self.findChildren(QLabel) if label.isVisibleTo(self)]


def words(text: str, role: str = "", tone: str = "") -> QLabel:
    """Words of a line; long ones go on in the next."""
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if role:
        label.setProperty("role", role)
    if tone:
        label.setProperty("tone", tone)
    return label
