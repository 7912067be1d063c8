"""The right side of a page: the chosen record, edited in place, and what hangs on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from ui.theme import GAP, WIDE_GAP
from ui.widgets.form import Form
from ui.widgets.sections import Sections

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.widgets.fields import Field, Heading
    from ui.widgets.page_spec import Loaded

_MARKS_BELOW = 3  # pixels: the dot under ọ is lower than the font says
_NOTHING = "Chọn một dòng trong danh sách để xem."


class UnsavedBar(QFrame):
    """Says that the record shown was changed, while another one is chosen.

    Signals:
        kept, dropped: what the user wants with the changes.
    """

    kept = Signal()
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("tone", "warn")
        self._text = QLabel()
        self._text.setWordWrap(True)
        keep, drop = QPushButton("Lưu"), QPushButton("Bỏ")
        keep.clicked.connect(self.kept)
        drop.clicked.connect(self.dropped)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GAP, GAP // 2, GAP, GAP // 2)
        layout.addWidget(self._text, 1)
        layout.addWidget(keep)
        layout.addWidget(drop)
        self.hide()

    def ask(self, title: str) -> None:
        """Ask about the changes of a record."""
        self._text.setText(f"Chưa lưu thay đổi của “{title}”.")
        self.show()


class DetailPanel(QFrame):
    """Shows one record.

    Signals:
        followed: the Follow of a line under the form.
        remove_asked: the user wants the record deleted.
    """

    followed = Signal(object)
    remove_asked = Signal()

    def __init__(
        self, fields: Sequence[Field | Heading], *, removable: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.record_id: int | None = None
        self.bar = UnsavedBar()
        self._title = _label("title")
        self._subtitle = _label("soft")
        self._sections = Sections()
        self._sections.followed.connect(self.followed)
        self.form = Form(fields, below=self._sections, always_buttons=False)
        self._nothing = _label("soft")
        self._nothing.setText(_NOTHING)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._layers = QStackedLayout(self)
        self._layers.addWidget(self._nothing)
        self._layers.addWidget(self._make_record(removable=removable))

    @property
    def title(self) -> str:
        """The name of the record shown."""
        return self._title.text()

    @property
    def dirty(self) -> bool:
        """Whether the record shown was changed and not saved."""
        return self.record_id is not None and self.form.dirty

    def show_record(self, record_id: int, loaded: Loaded) -> None:
        """Show a record; the same one again keeps the cursor where it is."""
        same = record_id == self.record_id
        self.record_id = record_id
        self.bar.hide()
        self._title.setText(loaded.title)
        self._subtitle.setText(loaded.subtitle)
        self._subtitle.setVisible(bool(loaded.subtitle))
        self.form.load(loaded.values)
        self._sections.show_sections(loaded.sections)
        if not same:
            self.form.scroll_to_top()
        self._layers.setCurrentIndex(1)

    def show_nothing(self) -> None:
        """Show that no record is chosen."""
        self.record_id = None
        self.bar.hide()
        self._layers.setCurrentIndex(0)

    def focus_first(self) -> None:
        """Put the cursor into the form, or onto the first list when there is no form."""
        if not self.form.focus_first():
            self._sections.focus_first()

    def _make_record(self, *, removable: bool) -> QWidget:
        record = QWidget()
        layout = QVBoxLayout(record)
        layout.setContentsMargins(WIDE_GAP, GAP + 4, GAP, GAP)
        layout.setSpacing(GAP // 2)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        if removable:
            remove = QPushButton("Xóa")
            remove.setProperty("role", "link")
            remove.setToolTip("Xóa (Del trong danh sách); lấy lại bằng Ctrl+Z")
            remove.clicked.connect(self.remove_asked)
            top.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(top)
        layout.addWidget(self._subtitle)
        layout.addWidget(self.bar)
        layout.addSpacing(GAP // 2)
        layout.addWidget(self.form, 1)
        return record


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setWordWrap(True)
    if role == "title":
        label.setContentsMargins(0, 0, 0, _MARKS_BELOW)
    else:
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
