"""Inherited totals of a period: counted, or left out for a reason the report says."""

from collections.abc import Iterable

from thidua_desktop.db import Session
from thidua_desktop.domain.period import Period
from thidua_desktop.records import awards, totals, units
from thidua_desktop.records.query import ListQuery
from thidua_desktop.records.totals import TotalRow
from thidua_desktop.reports.period.value import Inherited, Options


def sort_out(session: Session, options: Options) -> Inherited:
    """Tell the inherited totals that count from those that do not."""
    below = frozenset(units.within(session, options.under)) if options.under else None
    found = totals.rows(session, totals.ids(session, ListQuery(sort="start")))
    touching = [t for t in found if _touches(t, options.period) and options.level in ("", t.level)]
    return _sorted(touching, options, below)


def beside(session: Session, total: TotalRow) -> int:
    """Detailed times of a total's awards, recipient, authority and years: perhaps its very list."""
    filters: dict[str, str | int] = {
        "awards": "+".join(total.awards),
        "recipient": total.recipient,
        "level": total.level,
        "year_from": total.start.year,
        "year_to": total.end.year,
    }
    scope = {"under": total.unit_id, "campaign": total.campaign_id, "event": total.event_id}
    filters |= {code: value for code, value in scope.items() if value is not None}
    if total.event_id is None:
        filters["gathered"] = "apart"
    return awards.summary(session, ListQuery(filters=filters)).times


def _sorted(found: Iterable[TotalRow], options: Options, below: frozenset[int] | None) -> Inherited:
    kept: dict[str, list[TotalRow]] = {"counted": [], "overlapping": [], "unplaced": [], "replaced": []}
    for total in found:
        fate = _fate(total, options, below)
        if fate:
            kept[fate].append(total)
    return Inherited(**{fate: tuple(rows) for fate, rows in kept.items()})


def _fate(total: TotalRow, options: Options, below: frozenset[int] | None) -> str:
    """Where a total goes; empty when it is of another unit or campaign."""
    if below is not None and total.unit_id is not None and total.unit_id not in below:
        return ""
    if options.campaign and total.campaign_id not in (None, options.campaign):
        return ""
    if total.replaced_on:
        return "replaced"
    unplaced = below is not None and total.unit_id is None
    if unplaced or (options.campaign and total.campaign_id is None):
        return "unplaced"
    return "counted" if _inside(total, options.period) else "overlapping"


def _touches(total: TotalRow, period: Period) -> bool:
    if period.basis == "earned":
        return total.start.year <= period.end.year and total.end.year >= period.start.year
    return total.start <= period.end and total.end >= period.start


def _inside(total: TotalRow, period: Period) -> bool:
    """Whether all a total speaks of belongs to the period, and nothing of it comes after the cut-off."""
    last = period.decision_dates()[1]
    if last and total.end > last:
        return False
    if period.basis == "earned":
        return period.start.year <= total.start.year and total.end.year <= period.end.year
    return period.start <= total.start and total.end <= period.end
