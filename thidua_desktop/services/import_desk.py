"""Decisions of files looked at one after the other: what may be written, what is refused and why."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from thidua_desktop.db import Session
from thidua_desktop.domain.dates import show
from thidua_desktop.domain.decision import AwardDraft, check, number_key, one_authority
from thidua_desktop.intake.reading import CandidateAward, CandidateDecision, FileReading, IntakeProblem
from thidua_desktop.records import catalogue, decisions, unit_days
from thidua_desktop.services import import_again
from thidua_desktop.services.import_again import BOTH, TAKE, Difference, compare
from thidua_desktop.services.import_doubts import Doubt
from thidua_desktop.services.import_rows import award_of, draft_of, notes, sorted_rows
from thidua_desktop.services.matching import name_key
from thidua_desktop.services.planned import PlannedDecision, PlannedFile
from thidua_desktop.services.recipients import today

_NO_LEVEL = "Chưa rõ cấp ban hành: trả lời câu hỏi về cấp của quyết định này, hoặc chọn cấp ở bản xem trước."


@dataclass
class _Before:
    """A decision that is there: in the book, or in a file looked at before, with its rows by now."""

    authority: str
    rows: tuple[AwardDraft, ...]
    kept: int | None = None
    file: str = ""
    at: tuple[int, int] = (0, 0)  # its place among the files and decisions, where it is not kept

    @property
    def words(self) -> str:
        return f"đã có ở tệp “{self.file}”" if self.file else "đã có trong sổ"


@dataclass
class _File:
    """A file being looked at."""

    reading: FileReading
    decisions: list[PlannedDecision] = field(default_factory=list)
    problems: list[IntakeProblem] = field(default_factory=list)


class Desk:
    """Looks at decisions one after the other and remembers in which file it saw each."""

    def __init__(self, session: Session, answers: Mapping[str, str]) -> None:
        self._session, self._given = session, answers
        self._rows = catalogue.by_code(session)
        self._files: list[_File] = []
        self._before: dict[tuple[object, ...], list[_Before]] = {}
        self._names: unit_days.Names | None = None
        self.doubts: list[Doubt] = []
        self.answers: dict[str, str] = {}

    @property
    def files(self) -> tuple[PlannedFile, ...]:
        """The files with their decisions as they will be written, and what is wrong with them."""
        return tuple(
            PlannedFile(file.reading, tuple(file.decisions), tuple(file.problems)) for file in self._files
        )

    def take(self, reading: FileReading, left_out: Collection[int]) -> None:
        """Look at the decisions of a file but those left out."""
        file = _File(reading, problems=list(reading.problems))
        self._files.append(file)
        for place, candidate in enumerate(reading.decisions):
            if place in left_out:
                file.decisions.append(PlannedDecision(place, candidate))
                continue
            before = self._there(candidate)
            wrong = "" if before and before.kept else _wrong(candidate)
            if wrong:
                _refuse(file, place, candidate, wrong)
                file.decisions.append(PlannedDecision(place, candidate))
            elif before is None:
                self._first(file, place, candidate)
            else:
                self._again(file, place, candidate, before)

    def _there(self, candidate: CandidateDecision) -> _Before | None:
        """The decision in the book, or in a file before."""
        if candidate.decided_on is None or not candidate.number.strip():
            return None
        known = self._before.setdefault(_head(candidate), [])
        for before in known:
            if one_authority(candidate.level, before.authority, candidate.authority):
                return before
        kept = decisions.find(
            self._session,
            candidate.number,
            candidate.decided_on,
            candidate.level,
            authority=candidate.authority,
        )
        if kept is None:
            return None
        draft = decisions.draft(self._session, kept)
        known.append(_Before(draft.authority, draft.awards, kept))
        return known[-1]

    def _first(self, file: _File, place: int, candidate: CandidateDecision) -> None:
        """A decision not met before: all its rows that can be are to be written."""
        rows = self._sorted(file, place, candidate)
        draft = draft_of(candidate, rows) if rows else None
        file.decisions.append(PlannedDecision(place, candidate, draft))
        written, at = draft.awards if draft else (), (len(self._files) - 1, place)
        before = _Before(candidate.authority, written, file=file.reading.name, at=at)
        self._before.setdefault(_head(candidate), []).append(before)

    def _again(self, file: _File, place: int, candidate: CandidateDecision, before: _Before) -> None:
        """A decision that is there: nothing is written of it but what is answered."""
        rows = self._sorted(file, place, candidate)
        listed = [award_of(row) for row in rows]
        year = candidate.year or (candidate.decided_on.year if candidate.decided_on else 0)
        difference = compare(before.rows, listed, year, self._same_unit)
        answer = self._asked(file, candidate, before, difference)
        planned = PlannedDecision(place, candidate, kept=before.kept, difference=difference, answer=answer)
        written = difference.to_write(answer, self._same_unit)
        if written:
            told = [row for row, award in zip(rows, listed, strict=True) if award in difference.listed()]
            planned = self._added(planned, before, written, tuple(notes(told)))
        else:
            once = "không nhập lại" if before.kept else "chỉ nhập một lần"
            gap = f" Tệp này có {difference.words}." if difference.words else ""
            _refuse(file, place, candidate, f"{_said(candidate)} {before.words}: {once}.{gap}")
        file.decisions.append(planned)

    def _added(
        self,
        planned: PlannedDecision,
        before: _Before,
        written: tuple[AwardDraft, ...],
        note: tuple[str, ...],
    ) -> PlannedDecision:
        """Put rows to those there: in the book by a draft of their own, in a file before to its draft."""
        assert planned.difference is not None
        taken = planned.difference.changed if planned.answer == TAKE else ()
        replaced = [there for there, _ in taken]
        stay = tuple(row for row in before.rows if not any(row is there for there in replaced))
        before.rows = (*stay, *written)
        if before.kept is not None:
            draft = draft_of(planned.candidate, ())
            return replace(planned, draft=replace(draft, awards=tuple(written), note="\n".join(note)))
        file, place = self._files[before.at[0]], before.at[1]
        first = file.decisions[place]
        draft = first.draft or draft_of(first.candidate, ())
        lines = "\n".join(filter(None, (draft.note, *note)))
        file.decisions[place] = replace(first, draft=replace(draft, awards=before.rows, note=lines))
        return planned

    def _asked(
        self, file: _File, candidate: CandidateDecision, before: _Before, difference: Difference
    ) -> str:
        """The answer to a decision that came again; asked only where the list has something to write."""
        if not difference.rows:
            return ""
        day = candidate.decided_on.isoformat() if candidate.decided_on else ""
        key = f"decision:{number_key(candidate.number)}|{day}|{candidate.level}"
        by = f"|{name_key(candidate.authority)}" if candidate.authority else ""
        times = sum(doubt.key.startswith(f"{key}{by}@{file.reading.name}") for doubt in self.doubts)
        key = f"{key}{by}@{file.reading.name}{f'#{times + 1}' if times else ''}"
        said = f"{_said(candidate)} {before.words}"
        doubt = import_again.ask(key, said, file.reading.name, difference, self._label)
        answer = self._given.get(key, "")
        if answer in {option.code for option in doubt.options}:
            doubt = replace(doubt, answer=answer)
            self.answers[key] = answer
        self.doubts.append(doubt)
        return doubt.answer if doubt.answer in {TAKE, BOTH} else ""

    def _label(self, code: str) -> str:
        return self._rows[code].label if code in self._rows else code

    def _same_unit(self, there: AwardDraft, listed: AwardDraft) -> bool:
        if import_again.surely_one_unit(there, listed):
            return True
        if there.unit_id is None:
            return False
        if self._names is None:
            self._names = unit_days.Names(self._session)
        return there.unit_id in self._names.bearers(name_key(listed.unit_written))

    def _sorted(self, file: _File, place: int, candidate: CandidateDecision) -> list[CandidateAward]:
        """The rows that can be written; the others become problems."""
        rows, wrong = sorted_rows(candidate, self._rows)
        name = file.reading.name
        file.problems += (
            IntakeProblem(name, row.sheet, row.row, row.name, reason, row, place) for row, reason in wrong
        )
        return rows


def _head(candidate: CandidateDecision) -> tuple[object, ...]:
    day = candidate.decided_on or id(candidate)  # without a day it can be no other's
    return number_key(candidate.number), day, candidate.level


def _wrong(candidate: CandidateDecision) -> str:
    """What the head of a decision lacks, "" when it may be written."""
    problems = check(draft_of(candidate, ()), today())
    if [problem.field for problem in problems] == ["level"]:
        return _NO_LEVEL
    wrong = " ".join(problem.message for problem in problems)
    return f"{wrong} Sửa ở bản xem trước rồi nhập." if wrong else ""


def _said(candidate: CandidateDecision) -> str:
    day = show(candidate.decided_on) if candidate.decided_on else ""
    return f"Quyết định số {candidate.number} ngày {day}"


def _refuse(file: _File, place: int, candidate: CandidateDecision, reason: str) -> None:
    name = file.reading.name
    problem = IntakeProblem(name, candidate.sheet, None, candidate.number, reason, decision=place)
    file.problems.append(problem)
