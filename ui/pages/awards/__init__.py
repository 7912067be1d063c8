"""Khen thưởng: decisions, the book of awards, inherited totals, the catalogue of titles and forms."""

from collections.abc import Callable
from functools import partial

from ui.pages.awards.book import BookView
from ui.pages.awards.catalogue import CatalogueView
from ui.pages.awards.decisions import DecisionsView
from ui.pages.awards.totals import TotalsView
from ui.widgets.page import Context, Follow, Page
from ui.widgets.views import View, ViewsPage


def make(context: Context) -> Page:
    """The page of commendations."""
    return AwardsPage(context)


class AwardsPage(ViewsPage):
    """Four lists; imports from Excel and Word begin here."""

    def __init__(self, context: Context) -> None:
        bring = self._import
        views = (
            View("decision", "Quyết định", partial(_make, DecisionsView, bring)),
            View("award", "Sổ khen thưởng", partial(_make, BookView, bring)),
            View("total", "Số liệu kế thừa", TotalsView),
            View("award_kind", "Danh mục", CatalogueView),
        )
        super().__init__(context, views)

    def go(self, follow: Follow) -> bool:
        """Show what is asked for; an import is asked for like a record."""
        if follow.kind == "import":
            self._import()
            return True
        return super().go(follow)

    def _import(self) -> None:
        from ui.forms.import_dialog import ImportDialog

        ImportDialog(self.context, self).open()


def _make(view: type[DecisionsView] | type[BookView], bring: Callable[[], None], context: Context) -> Page:
    page = view(context)
    page.add_button("Nhập từ Excel, Word…", bring, tip="Ctrl+I")
    return page
