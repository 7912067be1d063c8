"""The first question: a new office, the practice district, a file kept elsewhere, or one opened lately."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.theme import GAP, WIDE_GAP
from ui.widgets.link_button import LinkButton

ENDING = ".thidua"
_FILTER = f"Số liệu thi đua (*{ENDING})"
_WIDTH = 480
Chooser = Callable[[QWidget | None, Path], Path | None]


def ask_open(parent: QWidget | None, folder: Path) -> Path | None:
    """Ask for a kept file."""
    name, _ = QFileDialog.getOpenFileName(parent, "Mở số liệu", str(folder), _FILTER)
    return Path(name) if name else None


def ask_new(parent: QWidget | None, folder: Path) -> Path | None:
    """Ask where a new office's file shall lie."""
    suggested = str(folder / f"So lieu thi dua{ENDING}")
    name, _ = QFileDialog.getSaveFileName(parent, "Tạo số liệu mới", suggested, _FILTER)
    return named(Path(name)) if name else None


def named(path: Path) -> Path:
    """Give a name its ending, also one with points in it."""
    return path if path.suffix.lower() == ENDING else path.with_name(path.name + ENDING)


@dataclass(frozen=True)
class Choosers:
    """How files are asked for; tests bring their own."""

    new: Chooser = ask_new
    kept: Chooser = ask_open


class StartDialog(QDialog):
    """Asks which records to work with.

    Signals:
        new_asked, practice_asked, open_asked: which of the three was chosen.
        recent_asked: the path of a file opened lately.
    """

    new_asked = Signal()
    practice_asked = Signal()
    open_asked = Signal()
    recent_asked = Signal(object)

    def __init__(self, recent: Sequence[Path] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Thi đua Desktop")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(WIDE_GAP * 2, WIDE_GAP, WIDE_GAP * 2, WIDE_GAP)
        rows.setSpacing(GAP // 2)
        title = QLabel("Làm việc với số liệu nào?")
        title.setProperty("role", "title")
        rows.addWidget(title)
        rows.addWidget(_soft("Mọi số liệu nằm trong một tệp trên máy này, không cần Internet."))
        rows.addSpacing(GAP)
        self.new = self._choice(
            rows,
            "Tạo số liệu của cơ quan",
            "Tệp mới, đã có sẵn danh mục danh hiệu và hình thức khen thưởng.",
        )
        self.practice = self._choice(
            rows,
            "Mở huyện thực hành",
            "Số liệu giả định của một huyện, giai đoạn 2015 – 2020, để làm quen.",
        )
        self.kept = self._choice(rows, "Mở tệp đã có…", f"Tệp {ENDING} trên máy hoặc bản sao lưu.")
        self.new.setProperty("role", "primary")
        self.new.clicked.connect(self.new_asked)
        self.practice.clicked.connect(self.practice_asked)
        self.kept.clicked.connect(self.open_asked)
        self._add_recent(rows, recent)
        self.setMinimumWidth(_WIDTH)
        self.new.setFocus()

    def _choice(self, rows: QVBoxLayout, text: str, detail: str) -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleDescription(detail)
        rows.addWidget(button)
        rows.addWidget(_soft(detail))
        rows.addSpacing(GAP)
        return button

    def _add_recent(self, rows: QVBoxLayout, recent: Sequence[Path]) -> None:
        if not recent:
            return
        heading = QLabel("Mở gần đây")
        heading.setProperty("role", "heading")
        rows.addWidget(heading)
        for path in recent:
            link = LinkButton(path.stem, partial(self.recent_asked.emit, path))
            link.setToolTip(str(path))
            link.setAutoDefault(False)
            rows.addWidget(link)


def _soft(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "soft")
    label.setWordWrap(True)
    return label
