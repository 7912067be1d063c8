"""One of the two records a question of an import is about, beside the other."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QVBoxLayout

from ui.theme import GAP, WIDE_GAP

if TYPE_CHECKING:
    from thidua_desktop.services.importing import Side


class SidePanel(QFrame):
    """One of two records side by side."""

    def __init__(self, heading: str) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)  # answers get room first
        self.heading, self.name, self.facts = QLabel(heading), QLabel(), QLabel()
        self.heading.setProperty("role", "soft")
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.facts.setTextFormat(Qt.TextFormat.RichText)
        self.facts.setAlignment(Qt.AlignmentFlag.AlignTop)
        for label in (self.name, self.facts):
            label.setWordWrap(True)
        font = self.name.font()
        font.setBold(True)
        self.name.setFont(font)
        scroll = QScrollArea()
        scroll.setProperty("role", "plain")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        self.facts.setProperty("role", "plain")
        scroll.setWidget(self.facts)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(WIDE_GAP, GAP, GAP, GAP)
        rows.setSpacing(GAP // 2)
        for part in (self.heading, self.name):
            rows.addWidget(part)
        rows.addWidget(scroll, 1)

    def show_record(self, side: Side) -> None:
        """Show a record's name and what helps to say who or what it is."""
        self.name.setText(side.name)
        told = (
            f"<p style='margin: 0 0 4px 0'><b>{escape(label)}:</b> {escape(words).replace('; ', '<br>')}</p>"
            for label, words in side.facts
        )
        self.facts.setText("".join(told))
