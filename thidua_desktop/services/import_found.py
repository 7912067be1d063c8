"""Rows that an answer made whole, put among the others of their list in the order of the file."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from thidua_desktop.intake.reading import CandidateAward, CandidateDecision, FileReading, IntakeProblem


def with_found(
    reading: FileReading, found: Mapping[int, Sequence[CandidateAward]], left: Sequence[IntakeProblem]
) -> FileReading:
    """Return a reading with rows found, by the place of their decision, and the problems left."""
    decisions = tuple(
        _with_rows(decision, found[place]) if place in found else decision
        for place, decision in enumerate(reading.decisions)
    )
    return replace(reading, decisions=decisions, problems=tuple(left))


def _with_rows(decision: CandidateDecision, found: Sequence[CandidateAward]) -> CandidateDecision:
    rows = _in_order([*decision.awards, *found])
    years = {row.year for row in rows}
    return replace(decision, awards=rows, year=decision.year or (years.pop() if len(years) == 1 else None))


def _in_order(rows: Collection[CandidateAward]) -> tuple[CandidateAward, ...]:
    sheets = list(dict.fromkeys(row.sheet for row in rows))
    return tuple(sorted(rows, key=lambda row: (sheets.index(row.sheet), row.row)))
