"""The same figures by year, unit, campaign and type."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from thidua_desktop.db import Session
from thidua_desktop.domain.catalogue import AWARD_TYPES
from thidua_desktop.domain.figures import Filters, GroupRow
from thidua_desktop.domain.period import Period
from thidua_desktop.domain.report_filters import within
from thidua_desktop.records import counting
from thidua_desktop.records.totals import TotalRow

Key = str | int | None
NOTHING = GroupRow("Tổng cộng")
_OF_THE_AWARD = {"unit", "year"}  # one decision may be of several of these


@dataclass(frozen=True)
class _Way:
    """A way to group: the key counted by, the names in order, the filters of a key, a total's key."""

    by: str
    names: Mapping[Any, str]
    narrowed: Callable[[Key], Filters]
    of_total: Callable[[TotalRow], Key]
    without: str
    always: Iterable[Key] = ()  # keys shown even when nothing was given
    read: Callable[[Any], Key] = lambda key: key


def overall(session: Session, shared: Filters, inherited: Iterable[TotalRow]) -> GroupRow:
    """Everything together."""
    way = _Way("", {None: NOTHING.name}, lambda _: shared, lambda _: None, "", (None,))
    return _grouped(session, shared, inherited, way)[0]


def by_year(
    session: Session, shared: Filters, inherited: Iterable[TotalRow], period: Period
) -> tuple[GroupRow, ...]:
    """By year earned or year decided, as the period's basis says; years without awards too."""
    earned = period.basis == "earned"
    years = [str(year) for year in period.years()]
    way = _Way(
        "year" if earned else "decided",
        {year: f"Năm {year}" for year in years},
        lambda key: of_year(shared, int(str(key)), period),
        lambda total: str(total.start.year) if total.start.year == total.end.year else None,
        "Không chia theo năm",
        years,
        str,  # years earned are numbers, years decided are cut from dates
    )
    return _grouped(session, shared, inherited, way)


def of_year(shared: Filters, year: int, period: Period) -> Filters:
    """The filters of one year of the period."""
    return {**shared, "year": year} if period.basis == "earned" else within(shared, year)


def by_unit(
    session: Session, shared: Filters, inherited: Iterable[TotalRow], names: Mapping[int, str]
) -> tuple[GroupRow, ...]:
    """By the unit commended, or where the person or household was on that day."""
    way = _Way(
        "unit",
        names,
        lambda key: {**shared, "unit": "none" if key is None else int(str(key))},
        lambda total: total.unit_id,
        "Không ghi đơn vị",
    )
    return _grouped(session, shared, inherited, way)


def by_campaign(
    session: Session, shared: Filters, inherited: Iterable[TotalRow], names: Mapping[int, str]
) -> tuple[GroupRow, ...]:
    """By the campaign of the decision, whatever that campaign's own dates."""
    way = _Way(
        "campaign",
        names,
        lambda key: {**shared, "campaign": "none" if key is None else int(str(key))},
        lambda total: total.campaign_id,
        "Không gắn phong trào",
    )
    return _grouped(session, shared, inherited, way)


def by_type(session: Session, shared: Filters, inherited: Iterable[TotalRow]) -> tuple[GroupRow, ...]:
    """By type of commendation (loại hình)."""
    way = _Way(
        "type",
        AWARD_TYPES,
        lambda key: {**shared, "type": str(key)},
        lambda total: total.type or None,
        "Không ghi loại hình",
    )
    return _grouped(session, shared, inherited, way)


def _grouped(
    session: Session, shared: Filters, inherited: Iterable[TotalRow], way: _Way
) -> tuple[GroupRow, ...]:
    groups: dict[Key, GroupRow] = {
        key: GroupRow(way.names[key], filters=way.narrowed(key)) for key in way.always
    }
    for key, counted in _counted(session, shared, way).items():
        groups[key] = replace(counted, name=way.names.get(key, way.without), filters=way.narrowed(key))
    for total in inherited:
        key = way.of_total(total)
        found = groups.get(key) or GroupRow(way.names.get(key, way.without))
        groups[key] = replace(
            found, inherited=found.inherited + total.times, totals=(*found.totals, total.id)
        )
    places = {key: place for place, key in enumerate(way.names)}
    return tuple(groups[key] for key in sorted(groups, key=lambda key: places.get(key, len(places))))


def _key(keys: tuple[Any, ...], way: _Way) -> Key:
    return None if not keys or keys[0] is None else way.read(keys[0])


def _counted(session: Session, shared: Filters, way: _Way) -> dict[Key, GroupRow]:
    """The three counters by key; distinct recipients are counted kind by kind, and no kind is another."""
    dimension = (way.by,) if way.by else ()
    times: Counter[Key] = Counter()
    distinct: dict[tuple[Key, str], int] = {}
    for figure in counting.figures(session, (*dimension, "recipient"), shared, decisions=False):
        key = _key(figure.keys[:-1], way)
        times[key] += figure.times
        distinct[key, figure.keys[-1]] = figure.distinct
    if way.by in _OF_THE_AWARD:
        papers = {figure.keys: figure.decisions for figure in counting.figures(session, dimension, shared)}
    else:
        papers = counting.decisions(session, dimension, shared)
    return {
        key: GroupRow(
            "",
            times[key],
            distinct.get((key, "collective"), 0),
            distinct.get((key, "person"), 0),
            distinct.get((key, "household"), 0),
            count,
        )
        for key, count in ((_key(keys, way), count) for keys, count in papers.items())
    }
