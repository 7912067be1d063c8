"""Units typed all in capitals, as headings are: written as the book or another list writes them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from thidua_desktop.db import Session
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.intake.reading import CandidateAward, CandidateDecision, FileReading
from thidua_desktop.records import side_by_side
from thidua_desktop.services.matching import name_key


@dataclass
class _Unit:
    """A unit met in capitals: how it was typed first, how it is written, where that was found."""

    typed: str
    written: str
    where: str
    rows: int = 0


def settle_capitals(
    session: Session, readings: Sequence[FileReading]
) -> tuple[list[FileReading], tuple[str, ...]]:
    """Return the readings with units of known writing written so, and what was done in words."""
    met = {
        name_key(words): words for words in map(_unit, _rows(readings)) if words.isupper() and " " in words
    }
    if not met:
        return list(readings), ()
    units = _known(session, readings, met)
    if not units:
        return list(readings), ()
    found = [
        replace(reading, decisions=tuple(_written(decision, units) for decision in reading.decisions))
        for reading in readings
    ]
    said = (
        f"“{one.typed}” ghi là “{one.written}” {one.where} ({number(one.rows)} dòng)."
        for one in units.values()
    )
    return found, tuple(said)


def _rows(readings: Sequence[FileReading]) -> Iterator[CandidateAward]:
    return (row for reading in readings for decision in reading.decisions for row in decision.awards)


def _unit(row: CandidateAward) -> str:
    return row.name if row.recipient == "collective" else row.unit


def _known(session: Session, readings: Sequence[FileReading], met: dict[str, str]) -> dict[str, _Unit]:
    """The units met that are written otherwise in the book, or else most often in the lists."""
    found: dict[str, _Unit] = {}
    for _, words in side_by_side.unit_names(session):
        key = name_key(words)
        if key in met and not words.isupper():
            found.setdefault(key, _Unit(met[key], words, "như trong sổ"))
    listed: dict[str, Counter[str]] = {}
    for words in map(_unit, _rows(readings)):
        if words and not words.isupper() and (key := name_key(words)) in met:
            listed.setdefault(key, Counter())[words] += 1
    for key, writings in listed.items():
        often = writings.most_common(1)[0][0]
        found.setdefault(key, _Unit(met[key], often, "như ở chỗ khác của danh sách"))
    return found


def _written(decision: CandidateDecision, units: dict[str, _Unit]) -> CandidateDecision:
    rows = [_row(row, units) for row in decision.awards]
    same = all(row is before for row, before in zip(rows, decision.awards, strict=True))
    return decision if same else replace(decision, awards=tuple(rows))


def _row(row: CandidateAward, units: dict[str, _Unit]) -> CandidateAward:
    words = _unit(row)
    unit = units.get(name_key(words)) if words.isupper() else None
    if unit is None:
        return row
    unit.rows += 1
    if row.recipient == "collective":
        return replace(row, name=unit.written)
    return replace(row, unit=unit.written)
