"""Tổng quan: how much is kept, what is doubtful, what was done last; what stands behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from ui.pages.overview.home import Home
from ui.widgets.page import Context, Follow, Page

if TYPE_CHECKING:
    from ui.forms.view_head import BehindPage

_BEHIND = frozenset({"questions", "history", "imports"})


def make(context: Context) -> Page:
    """The first page of the window."""
    return OverviewPage(context)


class OverviewPage(Page):
    """The first page, with views behind it that lead back to it."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.home = Home(context)
        self.stack = QStackedWidget()
        self._views: dict[str, BehindPage] = {}
        self.stack.addWidget(self.home)
        self.home.followed.connect(self.followed)
        self.home.said.connect(self.said)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.stack)

    def go(self, follow: Follow) -> bool:
        """Show the questions, the history or the imports."""
        if follow.kind not in _BEHIND:
            return False
        view = self._view(follow.kind)
        self.stack.setCurrentWidget(view)
        return view.go(follow)

    def entered(self) -> None:
        """Read what changed meanwhile."""
        if self.isVisible():
            page = self.stack.currentWidget()
            if isinstance(page, Page):
                page.entered()

    def show_home(self) -> None:
        """Go back to the first page."""
        self.stack.setCurrentWidget(self.home)
        self.home.entered()
        self.home.setFocus()

    def _make(self, kind: str) -> BehindPage:
        """Loaded when first asked for: most mornings begin without them."""
        if kind == "questions":
            from ui.forms.questions_view import QuestionsView

            return QuestionsView(self.context)
        if kind == "imports":
            from ui.forms.imports_view import ImportsView

            return ImportsView(self.context)
        from ui.forms.history_view import HistoryView

        return HistoryView(self.context)

    def _view(self, kind: str) -> BehindPage:
        if kind not in self._views:
            view = self._make(kind)
            view.left.connect(self.show_home)
            view.followed.connect(self.followed)
            view.said.connect(self.said)
            view.document_asked.connect(self.document_asked)
            self._views[kind] = view
            self.stack.addWidget(view)
        return self._views[kind]
