"""The tabs of the window, left to right; a page is loaded when it is first shown."""

from dataclasses import dataclass
from importlib import import_module

from ui.widgets.page import Context, Page


@dataclass(frozen=True)
class PageEntry:
    """One tab: its title, the module that holds it, and the kinds of record it can show."""

    title: str
    module: str
    kinds: frozenset[str] = frozenset()

    def make(self, context: Context) -> Page:
        """Load the module and make the page."""
        made: Page = import_module(f"ui.pages.{self.module}").make(context)
        return made


_PEOPLE = frozenset({"person", "household", "rating", "idea", "discipline", "work_year", "attested", "whole"})
_FLOW = frozenset({"pledge", "dossier", "meeting", "submission", "drafted", "decision", "award"})
_AWARDS = _FLOW | {"fund", "total", "award_kind", "local_rule", "import"}

PAGES: tuple[PageEntry, ...] = (
    PageEntry("Tổng quan", "overview", frozenset({"questions", "history", "imports"})),
    PageEntry("Đơn vị", "units", frozenset({"unit"})),
    PageEntry(
        "Cá nhân",
        "people",
        _PEOPLE,
    ),
    PageEntry("Phong trào", "campaigns", frozenset({"campaign", "event"})),
    PageEntry("Khen thưởng", "awards", _AWARDS),
    PageEntry("Báo cáo", "reports", frozenset({"report"})),
)
