"""The figures of a report as values: rows by catalogue code, lines as a reader adds them up, groups."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from thidua_desktop.domain.level import LEVEL_ORDER

Filters = Mapping[str, str | int]

RECIPIENT_ORDER: dict[str, int] = {"collective": 0, "person": 1, "household": 2}
ONE_FIGURE: tuple[frozenset[str], ...] = (frozenset({"DH_LDTT", "DH_CSTT"}),)
"""Titles reports give as one number: the civil one and the one the armed forces hold in its place."""
_HAS_ITS_NAME_FROM_EITHER = "ministry"  # the short names of the catalogue say "tỉnh"


@dataclass(frozen=True)
class Kind:
    """What a figure needs to know of a title or form; place is its order in the catalogue."""

    code: str
    name: str
    label: str
    category: str
    annual: bool
    place: int

    def called(self, level: str) -> str:
        """The name under an authority: ministries and provinces share kinds whose short names say "tỉnh"."""
        return self.name if level == _HAS_ITS_NAME_FROM_EITHER else self.label


@dataclass(frozen=True)
class Heading:
    """What a row counts: who decided, which award, whom, and at which event (None: at none)."""

    level: str
    award: str  # a catalogue code; codes joined by "+" for an inherited total of a group
    recipient: str
    event_id: int | None = None

    @property
    def codes(self) -> tuple[str, ...]:
        """The catalogue codes counted."""
        return tuple(self.award.split("+"))


@dataclass(frozen=True)
class Counted:
    """Times, distinct recipients and decisions of detailed awards; times inherited without names."""

    times: int = 0
    distinct: int = 0
    decisions: int = 0
    inherited: int = 0

    @property
    def total(self) -> int:
        """Detailed and inherited times together: the figure a report says."""
        return self.times + self.inherited


@dataclass(frozen=True)
class ReportRow:
    """One figure by catalogue code; filters open its awards, totals names the inherited totals in it."""

    heading: Heading
    title: str
    counted: Counted
    filters: Filters
    totals: tuple[int, ...] = ()


@dataclass(frozen=True)
class ReportLine:
    """One figure as a reader adds it up: a row, or the rows that go under one number."""

    heading: Heading
    title: str
    counted: Counted
    filters: Filters
    kinds: tuple[Kind, ...]
    rows: tuple[ReportRow, ...]
    event: str = ""

    @property
    def annual(self) -> bool:
        """Whether these are titles of a year, which are counted in times."""
        return all(kind.annual for kind in self.kinds)

    @property
    def repeated(self) -> bool:
        """Whether somebody was, or may have been, commended more than once."""
        counted = self.counted
        return counted.times > counted.distinct or bool(counted.times and counted.inherited)


@dataclass(frozen=True)
class GroupRow:
    """A year, unit, campaign or type with its figures; the distinct recipients told apart by kind."""

    name: str
    times: int = 0
    collectives: int = 0
    people: int = 0
    households: int = 0
    decisions: int = 0
    inherited: int = 0
    filters: Filters | None = None  # None: only inherited totals, nothing to open
    totals: tuple[int, ...] = ()

    @property
    def total(self) -> int:
        """Detailed and inherited times together."""
        return self.times + self.inherited

    @property
    def distinct(self) -> int:
        """Distinct recipients of every kind."""
        return self.collectives + self.people + self.households


@dataclass(frozen=True)
class ChartFigures:
    """A chart before it is drawn: values and, bar by bar, the filters that open what it counts."""

    title: str
    kind: Literal["bar", "stacked", "share"]
    categories: tuple[str, ...]
    series: tuple[str, ...]
    values: tuple[tuple[int, ...], ...]  # by series, then category
    filters: tuple[tuple[Filters | None, ...], ...]


class Recount(Protocol):
    """Counts anew what several codes under one heading count together: people are not added up."""

    def __call__(self, heading: Heading) -> Counted: ...


def lines_of(
    rows: Sequence[ReportRow], kinds: Mapping[str, Kind], recount: Recount, events: Mapping[int, str]
) -> tuple[ReportLine, ...]:
    """Bracket rows that go under one number, in the order of a report."""
    lines = [_line(bracket, kinds, recount, events) for bracket in _brackets(rows)]
    return tuple(sorted(lines, key=lambda line: _order(line.heading, line.kinds)))


def ordered(rows: Iterable[ReportRow], kinds: Mapping[str, Kind]) -> tuple[ReportRow, ...]:
    """Rows by authority, titles before forms, the catalogue's order, collectives before people."""
    return tuple(
        sorted(rows, key=lambda row: _order(row.heading, [kinds[code] for code in row.heading.codes]))
    )


def _order(heading: Heading, kinds: Sequence[Kind]) -> tuple[int, int, bool, int, int, int]:
    return (
        heading.event_id or 0,
        LEVEL_ORDER[heading.level],
        kinds[0].category != "title",
        kinds[0].place,
        len(kinds),
        RECIPIENT_ORDER[heading.recipient],
    )


def _brackets(rows: Sequence[ReportRow]) -> list[list[ReportRow]]:
    """Rows of one authority, recipient and event that share a code or are said as one figure."""
    brackets: list[tuple[set[str], list[ReportRow]]] = []
    for row in rows:
        codes = set(row.heading.codes)
        codes |= {code for group in ONE_FIGURE if codes & group for code in group}
        joined = [b for b in brackets if b[0] & codes and _same_place(b[1][0].heading, row.heading)]
        for bracket in joined:
            codes |= bracket[0]
            brackets.remove(bracket)
        brackets.append((codes, [*(member for bracket in joined for member in bracket[1]), row]))
    return [members for _, members in brackets]


def _same_place(one: Heading, other: Heading) -> bool:
    return (one.level, one.recipient, one.event_id) == (other.level, other.recipient, other.event_id)


def _line(
    rows: Sequence[ReportRow], kinds: Mapping[str, Kind], recount: Recount, events: Mapping[int, str]
) -> ReportLine:
    first = rows[0].heading
    found = sorted({kinds[code] for row in rows for code in row.heading.codes}, key=lambda kind: kind.place)
    codes = "+".join(kind.code for kind in found)
    heading = Heading(first.level, codes, first.recipient, first.event_id)
    inherited = sum(row.counted.inherited for row in rows)
    detailed = [row.counted for row in rows if row.counted.times]
    counted = recount(heading) if len(detailed) > 1 else next(iter(detailed), Counted())
    return ReportLine(
        heading,
        ", ".join(kind.called(first.level) for kind in found),
        Counted(counted.times, counted.distinct, counted.decisions, inherited),
        {**rows[0].filters, "awards": codes},
        tuple(found),
        tuple(sorted(ordered(rows, kinds), key=lambda row: len(row.heading.codes))),
        events.get(first.event_id or 0, ""),
    )
