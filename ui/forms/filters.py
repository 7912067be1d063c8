"""What the filters of several lists offer."""

from thidua_desktop.db import Session
from thidua_desktop.records import awards, catalogue
from ui.widgets.page_spec import FilterOptions


def award_years(session: Session) -> FilterOptions:
    """Years any award was earned in."""
    return [(year, str(year)) for year in awards.years(session)]


def award_kinds(session: Session) -> FilterOptions:
    """Titles and forms of the catalogue, by id."""
    return [(row.id, row.label) for row in catalogue.list_(session)]
