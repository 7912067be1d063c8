"""What taking in files would do: which decisions are new, what is not understood; nothing is written."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from types import MappingProxyType

from thidua_desktop.db import Session
from thidua_desktop.domain.vietnamese import same_key
from thidua_desktop.intake.reading import FileReading
from thidua_desktop.records import campaigns, events
from thidua_desktop.services import identities, import_columns, import_yearly
from thidua_desktop.services.import_capitals import settle_capitals
from thidua_desktop.services.import_desk import Desk
from thidua_desktop.services.import_doubts import ordered
from thidua_desktop.services.import_levels import settle_levels
from thidua_desktop.services.import_people import settle_people
from thidua_desktop.services.import_titles import settle_titles
from thidua_desktop.services.import_units import settle_units
from thidua_desktop.services.import_years import settle_years
from thidua_desktop.services.matching import Known, Line, Listed, match
from thidua_desktop.services.planned import Plan, PlannedFile

_NO_ANSWERS: Mapping[str, str] = MappingProxyType({})


def preview(
    session: Session,
    readings: Sequence[FileReading],
    left_out: Collection[tuple[int, int]] = (),
    answers: Mapping[str, str] = _NO_ANSWERS,
) -> Plan:
    """What would be written of these readings, and what is to be asked.

    left_out names decisions by place of file and decision; answers are codes by the keys of doubts.
    """
    levels = settle_levels(session, readings, answers)
    years = settle_years(levels.readings, answers)
    titles = settle_titles(session, years.readings, answers)
    desk = Desk(session, answers)
    listed, written = settle_capitals(session, titles.readings)
    for at, reading in enumerate(listed):
        desk.take(reading, {place for file, place in left_out if file == at})
    files = desk.files
    chosen = [planned for file in files for planned in file.decisions if planned.draft]
    lists = [Listed(planned.draft.awards, planned.draft.decided_on) for planned in chosen if planned.draft]
    of_years = [import_yearly.listed(reading) for reading in listed]
    lists += of_years
    places = settle_units(session, lists, answers)
    matched = match(session, lists, Known(places.known, shared=places.shared))
    who = settle_people(session, lists, matched, answers)
    known = Known(places.known, tuple(who.pairs), places.shared)
    identities.apply(session, matched, known.people)
    asked = (levels, years, titles, desk, places, who)
    rows_of_years = matched.lines[-len(of_years) :] if of_years else []
    return Plan(
        tuple(_with_years(session, file, lines) for file, lines in zip(files, rows_of_years, strict=True)),
        _unknown(session, campaigns.find, (planned.candidate.campaign for planned in chosen)),
        _unknown(session, events.find, (planned.candidate.event for planned in chosen)),
        len(matched.people),
        len(matched.units),
        len(matched.questions),
        doubts=ordered(chain.from_iterable(one.doubts for one in asked)),
        passed=(*import_columns.said(readings), *written, *places.passed, *who.passed),
        known=known,
        other_names=tuple(places.other_names),
        learnt=tuple(titles.learnt),
        answers=dict(chain.from_iterable(one.answers.items() for one in asked)),
    )


def _unknown(
    session: Session, find: Callable[[Session, str], int | None], names: Iterable[str]
) -> tuple[str, ...]:
    """The names no record has, each once."""
    each = {same_key(name): name for name in names if name}
    return tuple(name for name in each.values() if find(session, name) is None)


def _with_years(session: Session, file: PlannedFile, lines: Sequence[Line]) -> PlannedFile:
    """A file with what its lists of a year come to."""
    if not file.reading.yearly:
        return file
    found = import_yearly.look(session, file.reading, lines)
    return replace(file, problems=(*file.problems, *found.differing), yearly_to_write=found.kept)
