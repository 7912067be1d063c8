"""What the filters of several lists offer."""

from thidua_desktop.db import Session
from thidua_desktop.domain.level import LEVELS
from thidua_desktop.records import awards, campaigns, catalogue, units
from ui.widgets.page_spec import Filter, FilterOptions

LEVEL_SHORT: dict[str, str] = {
    **LEVELS,
    "assembly": "UBTV Quốc hội",
    "pm": "Thủ tướng",
    "ministry": "Bộ, ngành",
    "grassroots": "Cơ sở",
}


def award_years(session: Session) -> FilterOptions:
    """Years any award was earned in."""
    return [(year, str(year)) for year in awards.years(session)]


def award_kinds(session: Session) -> FilterOptions:
    """Titles and forms of the catalogue, by id."""
    return [(row.id, row.label) for row in catalogue.list_(session)]


def unit_names(session: Session) -> FilterOptions:
    """Units by id."""
    return list(units.names(session).items())


def campaign_names(session: Session) -> FilterOptions:
    """Campaigns by id."""
    return list(campaigns.names(session).items())


def given_filters() -> tuple[Filter, ...]:
    """What lists of recipients are narrowed by: what was given to them."""
    return (
        Filter("year", "Năm", award_years),
        Filter("award", "Hình thức", award_kinds),
        Filter("campaign", "Phong trào", campaign_names),
        Filter("level", "Cấp khen", tuple(LEVEL_SHORT.items())),
    )
