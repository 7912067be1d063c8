"""Cá nhân: people and households, their award histories, and what is known of each of their years."""

from collections.abc import Callable
from importlib import import_module

from thidua_desktop.records import settings
from ui.pages.people.persons import PersonsView
from ui.widgets.page import Context, Page
from ui.widgets.views import View, ViewsPage


def make(context: Context) -> Page:
    """The page of people and households."""
    return PeoplePage(context)


def _later(module: str, view: str) -> Callable[[Context], Page]:
    """A view whose module is loaded when it is first asked for."""

    def make(context: Context) -> Page:
        made: Page = getattr(import_module(f"ui.pages.people.{module}"), view)(context)
        return made

    return make


class PeoplePage(ViewsPage):
    """People beside households; sensitive fields come and go as they are switched on and off."""

    def __init__(self, context: Context) -> None:
        self._sensitive = self._wanted = bool(context.office.settings.get("sensitive"))
        views = (
            View("person", "Cá nhân", self._make_persons),
            View("household", "Hộ gia đình", _later("households", "HouseholdsView")),
            View("rating", "Xếp loại", _later("ratings", "RatingsView")),
            View("idea", "Sáng kiến", _later("ideas", "IdeasView")),
            View("discipline", "Kỷ luật", _later("disciplines", "DisciplinesView")),
            View("work_year", "Ngày công", _later("work_years", "WorkYearsView")),
            View("attested", "Xác nhận", _later("attested", "AttestedView")),
            View("whole", "Đã nhập đủ", _later("whole", "WholeView")),
        )
        super().__init__(context, views)
        context.tasks.changed.connect(self._records_changed)
        self._ask_settings()

    def entered(self) -> None:
        """Show what changed meanwhile, other fields too."""
        super().entered()
        self._follow_settings()

    def _make_persons(self, context: Context) -> Page:
        return PersonsView(context, sensitive=self._sensitive)

    def _records_changed(self, kinds: frozenset[str]) -> None:
        if "setting" in kinds:
            self._ask_settings()
        else:
            self._follow_settings()

    def _ask_settings(self) -> None:
        self.context.tasks.read(settings.all_, self._show_settings, owner=self, key="settings")

    def _show_settings(self, values: dict[str, str]) -> None:
        self._wanted = bool(values["sensitive"])
        self._follow_settings()

    def _follow_settings(self) -> None:
        """Make the list of people anew when other fields are wanted, but never over unsaved changes."""
        before = self.view("person")
        if self._wanted == self._sensitive or not isinstance(before, PersonsView) or before.panel.dirty:
            return
        self._sensitive = self._wanted
        self.remake("person")
        after = self.view("person")
        if isinstance(after, PersonsView):
            after.list.want(before.panel.record_id)
