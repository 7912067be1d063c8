"""The figures of a period report, counted in the records."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from thidua_desktop.db import Session
from thidua_desktop.domain.figures import (
    Counted,
    Filters,
    Heading,
    Kind,
    ReportLine,
    ReportRow,
    lines_of,
    ordered,
)
from thidua_desktop.records import catalogue, counting
from thidua_desktop.records.totals import TotalRow


def kinds(session: Session) -> dict[str, Kind]:
    """The catalogue as figures need it, by code."""
    return {
        row.code: Kind(row.code, row.name, row.label, row.category, row.annual, place)
        for place, row in enumerate(catalogue.list_(session))
    }


class Counting:
    """Counts rows and lines under shared filters; at_events keeps what was given at each event apart."""

    def __init__(
        self, session: Session, shared: Filters, known: Mapping[str, Kind], *, at_events: bool = False
    ) -> None:
        self._session = session
        self._shared = dict(shared)
        self._kinds = known
        self._at_events = at_events

    def rows(self, inherited: Iterable[TotalRow]) -> tuple[ReportRow, ...]:
        """Detailed figures by code, the inherited totals put to them or standing as rows of their own."""
        rows = self._detailed()
        for total in inherited:
            heading = self._heading_of(total)
            row = rows.get(heading) or self._row(heading, Counted())
            counted = replace(row.counted, inherited=row.counted.inherited + total.times)
            rows[heading] = replace(row, counted=counted, totals=(*row.totals, total.id))
        return ordered(rows.values(), self._kinds)

    def lines(self, rows: Iterable[ReportRow], events: Mapping[int, str]) -> tuple[ReportLine, ...]:
        """The rows as a reader adds them up."""
        return lines_of(tuple(rows), self._kinds, self._recount, events)

    def _detailed(self) -> dict[Heading, ReportRow]:
        by = ("level", "award", "recipient", *(("event",) if self._at_events else ()))
        codes = counting.kind_codes(self._session)
        rows = {}
        for figure in counting.figures(self._session, by, self._shared):
            level, kind_id, recipient, *event = figure.keys
            heading = Heading(level, codes[kind_id], recipient, *event)
            counted = Counted(figure.times, figure.distinct, figure.decisions)
            rows[heading] = self._row(heading, counted)
        return rows

    def _row(self, heading: Heading, counted: Counted) -> ReportRow:
        title = ", ".join(self._kinds[code].called(heading.level) for code in heading.codes)
        return ReportRow(heading, title, counted, self._filters(heading))

    def _filters(self, heading: Heading) -> dict[str, str | int]:
        event = {"event": heading.event_id} if heading.event_id else {}
        narrowed = {"level": heading.level, "awards": heading.award, "recipient": heading.recipient}
        shared = {code: value for code, value in self._shared.items() if not (event and code == "gathered")}
        return {**shared, **narrowed, **event}

    def _recount(self, heading: Heading) -> Counted:
        found = counting.figures(self._session, (), self._filters(heading))[0]
        return Counted(found.times, found.distinct, found.decisions)

    def _heading_of(self, total: TotalRow) -> Heading:
        codes = sorted(total.awards, key=lambda code: self._kinds[code].place)
        return Heading(
            total.level, "+".join(codes), total.recipient, total.event_id if self._at_events else None
        )
