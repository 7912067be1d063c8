"""A field for speeches: who spoke, and the words in as many lines as they take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from thidua_desktop.domain.vietnamese import clean, nfc
from ui.theme import GAP
from ui.widgets.editors import Editor
from ui.widgets.fields import Field

_LINES = 5


@dataclass(frozen=True)
class SpeechesField(Field):
    """Several speeches; its value is a list of dicts with "speaker" and "text"."""

    def editor(self) -> SpeechesEditor:
        return SpeechesEditor()


class SpeechesEditor(Editor):
    """One block for each speech, and a button for one more."""

    def __init__(self) -> None:
        body = QWidget()
        super().__init__(body)
        self._more = QPushButton("+ Bài phát biểu, chỉ đạo")
        self._more.clicked.connect(self.add_one)
        self._blocks = QVBoxLayout()
        self._blocks.setSpacing(GAP)
        rows = QVBoxLayout(body)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(self._blocks)
        bar = QHBoxLayout()
        bar.addWidget(self._more)
        bar.addStretch(1)
        rows.addLayout(bar)
        body.setFocusProxy(self._more)

    @property
    def speeches(self) -> list[Speech]:
        """The blocks on screen."""
        found = (self._blocks.itemAt(place).widget() for place in range(self._blocks.count()))
        return [block for block in found if isinstance(block, Speech)]

    def value(self) -> Any:
        told = (block.value() for block in self.speeches)
        return [value for value in told if value["speaker"] or value["text"]]

    def set_value(self, value: Any) -> None:
        while self._blocks.count():
            block = self._blocks.takeAt(0).widget()
            block.hide()
            block.deleteLater()
        for speech in value or ():
            self._add(speech["speaker"], speech["text"])

    def add_one(self) -> None:
        """Make an empty block and put the cursor into it."""
        self._add("", "").speaker.setFocus()

    def _add(self, speaker: str, text: str) -> Speech:
        block = Speech(speaker, text)
        block.speaker.textEdited.connect(self.changed)
        block.text.textChanged.connect(self.changed)
        self._blocks.addWidget(block)
        return block


class Speech(QWidget):
    """Who spoke, over what was said."""

    def __init__(self, speaker: str, text: str) -> None:
        super().__init__()
        self.speaker = QLineEdit(speaker)
        self.speaker.setPlaceholderText("Người phát biểu, chức vụ")
        self.speaker.setAccessibleName("Người phát biểu")
        self.text = QPlainTextEdit(text)
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText("Nội dung phát biểu, chỉ đạo")
        self.text.setAccessibleName("Nội dung phát biểu")
        self.text.setFixedHeight(self.text.fontMetrics().lineSpacing() * _LINES + 22)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GAP // 2)
        rows.addWidget(self.speaker)
        rows.addWidget(self.text)

    def value(self) -> dict[str, str]:
        """The speaker and the words; paragraphs stay paragraphs."""
        lines = (clean(line) for line in nfc(self.text.toPlainText()).split("\n"))
        return {"speaker": clean(self.speaker.text()), "text": "\n".join(lines).strip()}
