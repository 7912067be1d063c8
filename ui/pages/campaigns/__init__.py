"""Phong trào: campaigns and drives, and the conferences that honour and launch."""

from ui.pages.campaigns.campaigns import CampaignsView
from ui.pages.campaigns.events import EventsView
from ui.widgets.page import Context, Page
from ui.widgets.views import View, ViewsPage


def make(context: Context) -> Page:
    """The page of campaigns and events."""
    views = (View("campaign", "Phong trào", CampaignsView), View("event", "Hội nghị", EventsView))
    return ViewsPage(context, views)
