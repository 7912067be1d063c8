"""Cá nhân: people and households who are commended, whole award histories, namesakes told apart."""

from thidua_desktop.records import settings
from ui.pages.people.persons import PersonsView
from ui.widgets.page import Context, Page
from ui.widgets.views import View, ViewsPage


def make(context: Context) -> Page:
    """The page of people and households."""
    return PeoplePage(context)


def _make_households(context: Context) -> Page:
    from ui.pages.people.households import HouseholdsView

    return HouseholdsView(context)


class PeoplePage(ViewsPage):
    """People beside households; sensitive fields come and go as they are switched on and off."""

    def __init__(self, context: Context) -> None:
        self._sensitive = self._wanted = bool(context.office.settings.get("sensitive"))
        views = (
            View("person", "Cá nhân", self._make_persons),
            View("household", "Hộ gia đình", _make_households),
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
