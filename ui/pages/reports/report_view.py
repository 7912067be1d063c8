"""What every report of the page has: a question that may not be answerable yet, and a document."""

from collections.abc import Callable

from thidua_desktop.db import Session
from thidua_desktop.documents.document import Document
from ui.widgets.page import Page

Build = Callable[[Session], Document]


class ReportView(Page):
    """One report of the list."""

    def build(self, *, all_rows: bool) -> Build | None:
        """What composes the document in a session; None, said beside the fields, while something is wrong.

        all_rows asks for every row behind the figures too, where the report has them.
        """
        raise NotImplementedError

    def folder(self) -> str:
        """The name of the report's folder on a stick."""
        raise NotImplementedError
