"""Cá nhân: people and households who are commended, whole award histories, namesakes told apart."""

from thidua_desktop.records import settings
from ui.pages.people.households import HouseholdsView
from ui.pages.people.persons import PersonsView
from ui.widgets.page import Context, Page
from ui.widgets.views import View, ViewsPage


def make(context: Context) -> Page:
    """The page of people and households."""
    return PeoplePage(context)


class PeoplePage(ViewsPage):
    """People beside households; sensitive fields appear as soon as they are switched on."""

    def __init__(self, context: Context) -> None:
        self._sensitive = bool(context.office.settings.get("sensitive"))
        views = (
            View("person", "Cá nhân", self._make_persons),
            View("household", "Hộ gia đình", HouseholdsView),
        )
        super().__init__(context, views)
        context.tasks.changed.connect(self._records_changed)
        self._ask_settings()

    def _make_persons(self, context: Context) -> Page:
        return PersonsView(context, sensitive=self._sensitive)

    def _records_changed(self, kinds: frozenset[str]) -> None:
        if "setting" in kinds:
            self._ask_settings()

    def _ask_settings(self) -> None:
        self.context.tasks.read(settings.all_, self._show_settings, owner=self, key="settings")

    def _show_settings(self, values: dict[str, str]) -> None:
        if bool(values["sensitive"]) != self._sensitive:
            self._sensitive = not self._sensitive
            self.remake("person")
