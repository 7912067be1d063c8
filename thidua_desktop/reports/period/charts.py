"""The charts of a period report: by year stacked by award, by unit, the share of each award."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from thidua_desktop.db import Session
from thidua_desktop.domain.figures import ONE_FIGURE, ChartFigures, Filters, GroupRow, Kind
from thidua_desktop.domain.period import Period
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.records import counting
from thidua_desktop.records.totals import TotalRow
from thidua_desktop.reports.period.groups import of_year

_MOST_UNITS = 15
_MOST_AWARDS = 7  # the eighth look of a series is for the rest
_OTHERS = "Khác"
_NO_YEAR = ""

_Group = tuple[str, ...]  # codes said as one figure


@dataclass
class Awards:
    """Times by year and group of codes: of detailed awards, and with the inherited totals."""

    detailed: Counter[tuple[str, _Group]] = field(default_factory=Counter)
    all: Counter[tuple[str, _Group]] = field(default_factory=Counter)

    def count(self, years: Iterable[str], groups: Iterable[_Group]) -> int:
        """Times of these groups in these years, inherited ones with them."""
        some = tuple(groups)
        return sum(self.all[year, group] for year in years for group in some)

    def filters(self, shared: Filters, years: Iterable[str], groups: Iterable[_Group]) -> Filters | None:
        """The filters that open the detailed awards of these groups; None when there are none."""
        given = [group for group in groups if any(self.detailed[year, group] for year in years)]
        codes = dict.fromkeys(code for group in given for code in group)
        return {**shared, "awards": "+".join(codes)} if codes else None

    def years(self) -> list[str]:
        """Years with awards; the empty one for totals of several years."""
        return sorted({year for year, _ in self.all})

    def largest(self) -> list[list[_Group]]:
        """The groups worth a series of their own, one by one, then the rest together."""
        counts: Counter[_Group] = Counter()
        for (_, group), count in self.all.items():
            counts[group] += count
        order = sorted(counts, key=lambda group: (-counts[group], group))
        rest = order[_MOST_AWARDS:]
        return [*([group] for group in order[:_MOST_AWARDS]), *([rest] if rest else [])]


def counted(session: Session, shared: Filters, inherited: Iterable[TotalRow], period: Period) -> Awards:
    """Count what the charts of awards show."""
    codes = counting.kind_codes(session)
    found = Awards()
    by = ("year" if period.basis == "earned" else "decided", "award")
    for figure in counting.figures(session, by, shared, decisions=False):
        found.detailed[str(figure.keys[0]), _group((codes[figure.keys[1]],))] += figure.times
    found.all.update(found.detailed)
    for total in inherited:
        year = str(total.start.year) if total.start.year == total.end.year else _NO_YEAR
        found.all[year, _group(total.awards)] += total.times
    return found


_YEARS = {"decided": "năm quyết định", "earned": "năm thành tích"}


def by_year(awards: Awards, shared: Filters, kinds: Mapping[str, Kind], period: Period) -> ChartFigures:
    """Each year's awards stacked by title and form; inherited totals of several years stand by themselves."""
    years = [str(year) for year in period.years()]
    years += [_NO_YEAR] if _NO_YEAR in awards.years() else []
    series = awards.largest()

    def opened(year: str, groups: list[_Group]) -> Filters | None:
        return awards.filters(of_year(shared, int(year), period), [year], groups) if year else None

    return ChartFigures(
        f"Số lượt khen thưởng theo {_YEARS[period.basis]}, {period.label}",
        "stacked",
        tuple(year or "Không chia theo năm" for year in years),
        tuple(_name(groups, kinds) for groups in series),
        tuple(tuple(awards.count([year], groups) for year in years) for groups in series),
        tuple(tuple(opened(year, groups) for year in years) for groups in series),
    )


def share(awards: Awards, shared: Filters, kinds: Mapping[str, Kind]) -> ChartFigures:
    """What part of all awards each title and form makes."""
    years, series = awards.years(), awards.largest()
    return ChartFigures(
        "Cơ cấu danh hiệu, hình thức khen thưởng",
        "share",
        tuple(_name(groups, kinds) for groups in series),
        ("Lượt",),
        (tuple(awards.count(years, groups) for groups in series),),
        (tuple(awards.filters(shared, years, groups) for groups in series),),
    )


def by_unit(groups: Sequence[GroupRow]) -> ChartFigures:
    """The units with the most awards; the title tells the rest, whose one bar would dwarf them."""
    largest = sorted((group for group in groups if group.total), key=lambda group: -group.total)
    shown, rest = largest[:_MOST_UNITS], largest[_MOST_UNITS:]
    title = "Số lượt khen thưởng theo đơn vị"
    if rest:
        others = number(sum(group.total for group in rest))
        title += f" ({len(shown)} đơn vị nhiều nhất; {len(rest)} đơn vị khác: {others} lượt)"
    return ChartFigures(
        title,
        "bar",
        tuple(group.name for group in shown),
        ("Lượt",),
        (tuple(group.total for group in shown),),
        (tuple(group.filters for group in shown),),
    )


def drawn(
    awards: Awards, units: Sequence[GroupRow], shared: Filters, kinds: Mapping[str, Kind], period: Period
) -> tuple[ChartFigures, ...]:
    """The charts of the report: by year, by unit, shares."""
    return by_year(awards, shared, kinds, period), by_unit(units), share(awards, shared, kinds)


def _name(groups: Sequence[_Group], kinds: Mapping[str, Kind]) -> str:
    """A group is called by its titles, several groups together by nothing in particular."""
    return ", ".join(kinds[code].label for code in groups[0]) if len(groups) == 1 else _OTHERS


def _group(codes: Sequence[str]) -> _Group:
    for group in ONE_FIGURE:
        if group & set(codes):
            return tuple(sorted({*group, *codes}, reverse=True))
    return tuple(sorted(codes))
