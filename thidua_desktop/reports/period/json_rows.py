"""The period report for other programs."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from thidua_desktop.domain.figures import GroupRow, ReportRow
from thidua_desktop.records.totals import TotalRow
from thidua_desktop.reports.period.notes import notes
from thidua_desktop.reports.period.value import Options, PeriodRows


def as_json(rows: PeriodRows, sentence: str, options: Options) -> dict[str, Any]:
    """Plain values; times counts detailed awards, inherited totals stand beside, total is both."""
    period = options.period
    first, last = period.decision_dates()
    return {
        "period": {
            "from": period.start.isoformat(),
            "to": period.end.isoformat(),
            "label": period.label,
            "decided_from": first.isoformat() if first else None,
            "decided_to": last.isoformat() if last else None,
        },
        "basis": period.basis,
        "events": options.gathered,
        "scope": rows.scope,
        "rows": [_row(row) for row in rows.rows],
        "event_rows": [{**_row(row), "event": _event(rows, row)} for row in rows.event_rows],
        "sentence": sentence,
        "total": _group(rows.total),
        "event_total": _group(rows.event_total),
        "by_year": [_group(group) for group in rows.by_year],
        "by_unit": [_group(group) for group in rows.by_unit],
        "by_campaign": [_group(group) for group in rows.by_campaign],
        "by_type": [_group(group) for group in rows.by_type],
        "inherited": {fate: [_total(total) for total in totals] for fate, totals in _fates(rows).items()},
        "notes": list(notes(rows, options)),
    }


def _row(row: ReportRow) -> dict[str, Any]:
    heading, counted = row.heading, row.counted
    return {
        "level": heading.level,
        "award": heading.award,
        "title": row.title,
        "recipient": heading.recipient,
        **asdict(counted),
        "total": counted.total,
    }


def _event(rows: PeriodRows, row: ReportRow) -> str:
    return next(
        (line.event for line in rows.event_lines if line.heading.event_id == row.heading.event_id), ""
    )


def _group(group: GroupRow) -> dict[str, Any]:
    kept = {code: value for code, value in vars(group).items() if code not in {"filters", "totals"}}
    return {**kept, "distinct": group.distinct, "total": group.total}


def _fates(rows: PeriodRows) -> Mapping[str, tuple[TotalRow, ...]]:
    return vars(rows.inherited)


def _total(total: TotalRow) -> dict[str, Any]:
    return {
        "award": "+".join(total.awards),
        "recipient": total.recipient,
        "level": total.level,
        "times": total.times,
        "from": total.start.isoformat(),
        "to": total.end.isoformat(),
        "source": total.source,
    }
