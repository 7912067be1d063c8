"""A report's period and scope as the filters lists of awards understand."""

from collections.abc import Mapping
from datetime import date

from thidua_desktop.domain.period import Period

Filters = dict[str, str | int]


def shared(
    period: Period | None, *, under: int | None = None, campaign: int | None = None, level: str = ""
) -> Filters:
    """The filters every figure of a report shares; no period means all years."""
    found = _of_period(period) if period else {}
    for code, value in (("under", under), ("campaign", campaign), ("level", level)):
        if value:
            found[code] = value
    return found


def within(filters: Mapping[str, str | int], year: int) -> Filters:
    """The filters narrowed to decisions of one year."""
    first, last = date(year, 1, 1).isoformat(), date(year, 12, 31).isoformat()
    return {
        **filters,
        "decided_from": max(first, str(filters.get("decided_from", first))),
        "decided_to": min(last, str(filters.get("decided_to", last))),
    }


def _of_period(period: Period) -> Filters:
    found: Filters = {}
    if period.basis == "earned":
        found = {"year_from": period.start.year, "year_to": period.end.year}
    for code, day in zip(("decided_from", "decided_to"), period.decision_dates(), strict=True):
        if day:
            found[code] = day.isoformat()
    return found
