"""Decisions whose number and authority do not tell their level: asked, the answer put on all their rows."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from thidua_desktop.db import Session
from thidua_desktop.domain.decision import check
from thidua_desktop.domain.level import LEVELS, own_level
from thidua_desktop.domain.vietnamese import same_key
from thidua_desktop.intake.closing import NO_LEVEL
from thidua_desktop.intake.reading import CandidateAward, CandidateDecision, FileReading
from thidua_desktop.records import catalogue, settings
from thidua_desktop.services.import_doubts import LATER, Doubt
from thidua_desktop.services.import_level_doubt import Asked, ask
from thidua_desktop.services.import_level_kinds import Kinds
from thidua_desktop.services.import_level_rows import held_back, waiting, with_levels
from thidua_desktop.services.import_rows import draft_of
from thidua_desktop.services.recipients import today

_ANSWERED = "Cấp ban hành “{}” theo câu trả lời."
_ONLY = "Cấp ban hành “{}” suy từ danh hiệu, hình thức và ngày ký: xem lại trước khi nhập."


@dataclass
class LevelsSettled:
    """Readings with the levels answered, and what is asked."""

    readings: list[FileReading]
    doubts: list[Doubt] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)


def settle_levels(
    session: Session, readings: Sequence[FileReading], answers: Mapping[str, str]
) -> LevelsSettled:
    """Ask who gave the awards of decisions that do not tell it; give the forms named in short their level."""
    settled = LevelsSettled(list(readings))
    if not any(_concerned(reading) for reading in readings):
        return settled
    kinds = Kinds([row for row in catalogue.list_(session) if not row.retired])
    own = own_level(settings.all_(session)["office"])
    met: Counter[str] = Counter()
    for at, reading in enumerate(readings):
        met[reading.name] += 1
        if not _concerned(reading):
            continue
        file = reading.name if met[reading.name] == 1 else f"{reading.name}#{met[reading.name]}"
        chosen: dict[int, tuple[str, str]] = {}
        for asked in _asked(reading, file, kinds):
            if len(asked.possible) == 1:
                [level] = asked.possible
                chosen |= dict.fromkeys(asked.places, (level, _ONLY.format(LEVELS[level])))
                continue
            doubt = ask(asked, reading, kinds, own, answers.get(asked.key, ""))
            settled.doubts.append(doubt)
            if doubt.answer:
                settled.answers[doubt.key] = doubt.answer
            if doubt.answer not in {"", LATER}:
                said = _ANSWERED.format(LEVELS[doubt.answer])
                chosen |= dict.fromkeys(asked.places, (doubt.answer, said))
        decisions = tuple(
            _with_level(decision, *chosen[place]) if place in chosen else decision
            for place, decision in enumerate(reading.decisions)
        )
        settled.readings[at] = with_levels(replace(reading, decisions=decisions), kinds.book)
    return settled


def _concerned(reading: FileReading) -> bool:
    return any(not decision.level for decision in reading.decisions) or any(map(waiting, reading.problems))


def _with_level(decision: CandidateDecision, level: str, said: str) -> CandidateDecision:
    remarks = (*(remark for remark in decision.remarks if remark != NO_LEVEL), said)
    return replace(decision, level=level, remarks=remarks)


def _asked(reading: FileReading, file: str, kinds: Kinds) -> Iterator[Asked]:
    """What is to be asked of a file: of each decision, or of all at once that one office gave."""
    rows: dict[int, list[CandidateAward]] = {
        place: list(decision.awards)
        for place, decision in enumerate(reading.decisions)
        if not decision.level and _lacks_only_level(decision)
    }
    for problem in reading.problems:
        row = held_back(problem)
        if row is not None and problem.decision in rows:
            rows[problem.decision].append(row)
    found = [Asked.of(reading, file, place, rows[place], kinds) for place in rows if rows[place]]
    by_office: dict[str, list[Asked]] = {}
    for asked in found:
        office = same_key(reading.decisions[asked.places[0]].authority)
        by_office.setdefault(office or asked.key, []).append(asked)
    for office, some in by_office.items():
        common = frozenset.intersection(*(asked.possible for asked in some))
        if len(some) == 1 or not common:
            yield from some
            continue
        lawful = frozenset.intersection(*(asked.lawful for asked in some)) & common
        yield Asked(
            f"level:{file}:{office}",
            tuple(place for asked in some for place in asked.places),
            tuple(row for asked in some for row in asked.rows),
            common,
            lawful or common,
        )


def _lacks_only_level(decision: CandidateDecision) -> bool:
    return not check(draft_of(replace(decision, level=next(iter(LEVELS))), ()), today())
