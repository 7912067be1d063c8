"""Khen thưởng: the year's work from registration to the book of awards, totals, catalogue, rules."""

from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer

from ui.pages.awards.book import BookView
from ui.pages.awards.decisions import DecisionsView
from ui.pages.awards.pledges import PledgesView
from ui.widgets.page import Context, Follow, Page
from ui.widgets.record_page import RecordPage
from ui.widgets.views import View, ViewsPage

_WRITTEN = "{} – đã lưu. Hoàn tác: Ctrl+Z. Biên bản: ☰ Công việc, mục “Các lần nhập”"


def make(context: Context) -> Page:
    """The page of commendations."""
    return AwardsPage(context)


class AwardsPage(ViewsPage):
    """The lists of the year's work; imports from Excel and Word begin here."""

    def __init__(self, context: Context) -> None:
        bring = partial(self._import)
        views = (
            View("pledge", "Đăng ký", partial(_make, PledgesView, bring)),
            View("dossier", "Hồ sơ", _later("dossiers", "DossiersView")),
            View("meeting", "Hội đồng", _later("meetings", "MeetingsView")),
            View("submission", "Trình cấp trên", _later("submissions", "SubmissionsView"), seldom=True),
            View("drafted", "Dự thảo", _later("drafted", "DraftedView")),
            View("decision", "Quyết định", partial(_make, DecisionsView, bring)),
            View("award", "Sổ khen thưởng", partial(_make, BookView, bring)),
            View("fund", "Quỹ", _later("funds", "FundsView"), seldom=True),
            View("total", "Số liệu kế thừa", _later("totals", "TotalsView"), seldom=True),
            View("award_kind", "Danh mục", _later("catalogue", "CatalogueView"), seldom=True),
            View("local_rule", "Quy định", _later("rules", "RulesView"), seldom=True),
        )
        super().__init__(context, views, first="decision")

    def go(self, follow: Follow) -> bool:
        """Show what is asked for; an import is asked for like a record."""
        if follow.kind == "import":
            self._import(tuple(filter(None, str(follow.filters.get("paths", "")).split("\n"))))
            return True
        return super().go(follow)

    def _import(self, paths: Sequence[str] = ()) -> None:
        from ui.forms.import_dialog import ImportDialog
        from ui.forms.template_menu import take_back

        dialog = ImportDialog(self.context, self)
        dialog.written.connect(self._tell_written)
        dialog.lent.connect(lambda lists: take_back(self.context, lists, dialog))
        dialog.open()
        if paths:
            dialog.take([Path(path) for path in paths])

    def _tell_written(self, _imported: object, name: str) -> None:
        """Say it after the window has said that it was saved."""
        line = _WRITTEN.format(name)
        QTimer.singleShot(0, self, lambda: self.said.emit(line))


def _later(module: str, view: str) -> Callable[[Context], Page]:
    """A view whose module is loaded when it is first asked for."""

    def make(context: Context) -> Page:
        made: Page = getattr(import_module(f"ui.pages.awards.{module}"), view)(context)
        return made

    return make


def _make(view: Callable[[Context], RecordPage[Any]], bring: Callable[[], None], context: Context) -> Page:
    page = view(context)
    page.add_button("Nhập từ Excel, Word…", bring, tip="Ctrl+I", main=True)
    return page
