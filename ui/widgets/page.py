"""What every page of the window has: a context to work with, and signals to speak with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.working_period import WorkingPeriod

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ui.state import State
    from ui.tasks import Tasks


@dataclass(frozen=True)
class Office:
    """The open file as pages need it: its folders and the words for letterheads."""

    file: Path
    papers: Path
    backups: Path
    settings: Mapping[str, str]


@dataclass(frozen=True)
class Context:
    """What a page works with; pages never know the window or each other."""

    tasks: Tasks
    state: State
    office: Office
    period: WorkingPeriod = field(default_factory=WorkingPeriod)


@dataclass(frozen=True)
class Follow:
    """A wish to see something on another page: a record by kind and id, or a list by its filters."""

    kind: str  # unit, person, household, campaign, event, decision, award, total, import, imports, questions
    id: int | None = None
    filters: Mapping[str, str | int] = field(default_factory=dict)
    note: str = ""  # the filter in words, shown above the list


class Page(QWidget):
    """One tab of the window.

    Signals:
        followed: a Follow the window should bring into sight, whichever page holds it.
        said: one line for the status bar.
        document_asked: "preview" or "export", and the function that builds the Document in a session.
    """

    followed = Signal(object)
    said = Signal(str)
    document_asked = Signal(str, object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context

    def go(self, follow: Follow) -> bool:
        """Show what is asked for; False when this page does not hold that kind."""
        del follow
        return False

    def entered(self) -> None:
        """Called each time the page comes into sight."""

    def reveal(self, part: QWidget) -> None:
        """Bring a part of the page into sight, e.g. a record with unsaved changes."""
