"""The first question: a new office, the practice district, or a file kept elsewhere."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.theme import GAP, WIDE_GAP

FILE_FILTER = "Số liệu thi đua (*.thidua)"


def ask_open(parent: QWidget | None, folder: Path) -> Path | None:
    """Ask for a kept file."""
    name, _ = QFileDialog.getOpenFileName(parent, "Mở số liệu", str(folder), FILE_FILTER)
    return Path(name) if name else None


def ask_new(parent: QWidget | None, folder: Path) -> Path | None:
    """Ask where a new office's file shall lie."""
    suggested = str(folder / "So lieu thi dua.thidua")
    name, _ = QFileDialog.getSaveFileName(parent, "Tạo số liệu mới", suggested, FILE_FILTER)
    return Path(name).with_suffix(".thidua") if name else None


class StartDialog(QDialog):
    """Shown when no file was open before, or the last one is gone.

    Signals:
        new_asked, practice_asked, open_asked: which of the three was chosen.
    """

    new_asked = Signal()
    practice_asked = Signal()
    open_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Thi đua Desktop")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(WIDE_GAP * 2, WIDE_GAP * 2, WIDE_GAP * 2, WIDE_GAP * 2)
        rows.setSpacing(GAP)
        title = QLabel("Bắt đầu với số liệu nào?")
        title.setProperty("role", "title")
        rows.addWidget(title)
        soft = QLabel("Mọi số liệu nằm trong một tệp trên máy này, không cần Internet, tự sao lưu mỗi ngày.")
        soft.setProperty("role", "soft")
        soft.setWordWrap(True)
        rows.addWidget(soft)
        rows.addSpacing(GAP)
        new, practice, kept = (
            self._choice(rows, *words)
            for words in (
                (
                    "Tạo số liệu của cơ quan",
                    "Tệp mới, đã có sẵn danh mục danh hiệu và hình thức khen thưởng.",
                ),
                ("Mở huyện thực hành", "Số liệu giả định của một huyện, giai đoạn 2015 – 2020, để làm quen."),
                ("Mở tệp đã có…", "Tệp .thidua trên máy hoặc bản sao lưu."),
            )
        )
        new.setProperty("role", "primary")
        new.clicked.connect(self.new_asked)
        practice.clicked.connect(self.practice_asked)
        kept.clicked.connect(self.open_asked)
        self.setMinimumWidth(460)

    def _choice(self, rows: QVBoxLayout, text: str, detail: str) -> QPushButton:
        button = QPushButton(text)
        note = QLabel(detail)
        note.setProperty("role", "soft")
        note.setWordWrap(True)
        rows.addWidget(button)
        rows.addWidget(note)
        rows.addSpacing(GAP)
        return button


Chooser = Callable[[QWidget | None, Path], Path | None]
