"""Rows of lists of a year taken in: matched like any other row, and kept once."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from thidua_desktop.db import Session
from thidua_desktop.domain.about import About
from thidua_desktop.domain.attested import MEMBERS, AttestedDraft
from thidua_desktop.domain.decision import AwardDraft
from thidua_desktop.domain.discipline import DisciplineDraft
from thidua_desktop.domain.idea import IdeaDraft
from thidua_desktop.domain.pledge import PledgeDraft
from thidua_desktop.domain.rating import RatingDraft
from thidua_desktop.domain.vietnamese import clean, same_key
from thidua_desktop.domain.work_year import WorkYearDraft, completed
from thidua_desktop.intake.reading import CandidateYear, FileReading, IntakeProblem
from thidua_desktop.records import attested, catalogue, disciplines, ideas, pledges, ratings, work_years
from thidua_desktop.records.pledges import Pledged
from thidua_desktop.records.query import ListQuery
from thidua_desktop.services.matching import Line, Listed
from thidua_desktop.services.recipients import Links
from thidua_desktop.services.yearly_clashes import clashes

NOUNS: dict[str, str] = {
    "rating": "xếp loại",
    "idea": "sáng kiến, đề tài",
    "discipline": "kỷ luật",
    "work_year": "thời gian làm việc",
    "pledge": "đăng ký thi đua",
    "members": "số thành viên",
}


class Written(NamedTuple):
    """What came of the rows: kept, there already just so, and those the book says otherwise of."""

    kept: int
    known: int
    differing: tuple[IntakeProblem, ...]


def listed(reading: FileReading) -> Listed:
    """The rows as lines to be matched; no decision gives them a day."""
    return Listed(tuple(map(_line, reading.yearly)))


def _line(row: CandidateYear) -> AwardDraft:
    return AwardDraft(
        "",
        row.recipient,
        row.name,
        row.year or (row.starts.year if row.starts else None),
        gender=row.gender,
        birth=row.birth,
        post=row.post,
        unit_written=row.unit,
    )


def look(session: Session, reading: FileReading, lines: Sequence[Line]) -> Written:
    """What keeping the rows would come to; nothing is written."""
    return _run(_Desk(session, reading.name, dry=True), reading, map(_who, lines))


def write(session: Session, reading: FileReading, links: Sequence[Links]) -> Written:
    """Keep the rows; what the book says otherwise stays as it is and is told."""
    return _run(
        _Desk(session, reading.name, dry=False),
        reading,
        ((link.person_id, link.unit_id, link.household_id) for link in links),
    )


def _who(line: Line) -> "_Whose":
    """The records of a line; somebody still to be made counts as nobody, a number below zero."""
    person = line.person.id or -id(line.person) if line.person else None
    return person, line.unit_id, line.household_id


_Whose = tuple[int | None, int | None, int | None]


def _run(desk: "_Desk", reading: FileReading, whose: Iterable[_Whose]) -> Written:
    abouts = [_about(row, *ids) for row, ids in zip(reading.yearly, whose, strict=True)]
    clashing = clashes(reading.yearly, abouts, NOUNS)
    for place, (row, about) in enumerate(zip(reading.yearly, abouts, strict=True)):
        if place in clashing:
            desk.differs(row, clashing[place])
        else:
            _KEEPERS[row.subject](desk, row, about)
    desk.finish()
    return Written(desk.kept, desk.known, tuple(desk.differing))


def _about(row: CandidateYear, person_id: int | None, unit_id: int | None, household_id: int | None) -> About:
    return About(
        row.recipient,
        person_id if row.recipient == "person" else None,
        unit_id,
        household_id if row.recipient == "household" else None,
    )


@dataclass
class _NewIdea:
    row: CandidateYear
    authors: list[int]


class _Desk:
    def __init__(self, session: Session, file: str, *, dry: bool) -> None:
        self._session, self._file, self._dry = session, file, dry
        self._met: dict[tuple[object, ...], tuple[object, ...]] = {}
        self.kept = self.known = 0
        self.differing: list[IntakeProblem] = []
        self._kinds = {code: kind.id for code, kind in catalogue.by_code(session).items()}
        self._pledged: dict[int, set[Pledged]] = {}
        self._ideas: dict[tuple[str, int], _NewIdea] = {}
        self._works: dict[tuple[int | None, int], tuple[int | None, WorkYearDraft | None]] = {}

    def rating(self, row: CandidateYear, about: About) -> None:
        draft = RatingDraft(about, row.year or 0, row.code, row.document, row.note)
        there = ratings.find(self._session, about, draft.year)
        kept = ratings.rows(self._session, [there])[0].rating if there else None
        if self._is_new(row, about, (draft.year,), (kept,), (draft.rating,)) and not self._dry:
            ratings.add(self._session, [draft])

    def work_year(self, row: CandidateYear, about: About) -> None:
        told = WorkYearDraft(about.person_id, row.year or 0, row.months, row.leave_days, row.text, row.note)
        key = about.person_id, told.year
        if key not in self._works:
            self._works[key] = self._kept_work(about.person_id or 0, told.year)
        place, kept = self._works[key]
        whole = completed(kept, told) if kept else told
        if whole is None or whole == kept:
            self._again(row, same=whole is not None)
            return
        self.kept += 1
        if self._dry:
            place = None
        elif place is None:
            [place] = work_years.add(self._session, [whole])
        else:
            work_years.change(self._session, place, whole)
        self._works[key] = place, whole

    def _kept_work(self, person_id: int, year: int) -> tuple[int | None, WorkYearDraft | None]:
        there = work_years.find(self._session, person_id, year)
        if there is None:
            return None, None
        return there, work_years.draft_of(work_years.rows(self._session, [there])[0])

    def discipline(self, row: CandidateYear, about: About) -> None:
        if row.starts is None:
            raise ValueError("a discipline without its first day is no candidate")
        draft = DisciplineDraft(about, row.code, row.starts, row.ends, row.document, row.note)
        whose = {"person": about.person_id} if about.person_id else {"unit": about.unit_id or 0}
        found = disciplines.ids(self._session, ListQuery(filters={**whose, "recipient": row.recipient}))
        kept: tuple[object, ...] = (None,)
        for one in disciplines.rows(self._session, found):
            if (one.form, one.starts) == (draft.form, draft.starts):
                kept = ("until", one.ends)
        told = ("until", draft.ends)
        if self._is_new(row, about, (draft.form, draft.starts), kept, told) and not self._dry:
            disciplines.add(self._session, [draft])

    def pledge(self, row: CandidateYear, about: About) -> None:
        draft = PledgeDraft(about, row.year or 0, row.code, note=row.note)
        kept = self._pledged.setdefault(draft.year, pledges.kept(self._session, draft.year))
        key = about.key, self._kinds[draft.award]
        there = "pledged" if key in kept else None
        if self._is_new(row, about, (draft.year, draft.award), (there,), ("pledged",)) and not self._dry:
            pledges.add(self._session, [draft], self._kinds)

    def members(self, row: CandidateYear, about: About) -> None:
        draft = AttestedDraft(about, MEMBERS, row.code, row.year, row.document)
        found = attested.of(self._session, about) if about.unit_id else []
        kept = next((one.value for one in found if (one.key, one.year) == (MEMBERS, row.year)), None)
        if self._is_new(row, about, (row.year,), (kept,), (draft.value,)) and not self._dry:
            attested.add(self._session, [draft])

    def _is_new(
        self,
        row: CandidateYear,
        about: About,
        key: tuple[object, ...],
        kept: tuple[object, ...],
        told: tuple[object, ...],
    ) -> bool:
        """Whether neither the book (kept: None) nor a row before says anything of the same thing."""
        whole = row.subject, about.key, *key
        before = self._met.get(whole) if kept == (None,) else kept
        self._met.setdefault(whole, told)
        if before is None:
            self.kept += 1
            return True
        self._again(row, same=before == told)
        return False

    def idea(self, row: CandidateYear, about: About) -> None:
        key = same_key(clean(row.text)), row.year or 0
        new = self._ideas.setdefault(key, _NewIdea(row, []))
        if about.person_id and about.person_id not in new.authors:
            new.authors.append(about.person_id)

    def finish(self) -> None:
        """Keep the initiatives, each with all the authors its rows name."""
        for (_, year), new in self._ideas.items():
            row = new.row
            there = ideas.find(self._session, row.text, year)
            if there is None:
                self._keep(row, year, new.authors)
                continue
            kept = ideas.rows(self._session, [there])[0]
            authors = [author.id for author in kept.authors]
            fresh = [person_id for person_id in new.authors if person_id not in authors]
            if kept.level != row.code:
                self._again(row, same=False)
            elif fresh:
                self.kept += 1
                if not self._dry:
                    draft = replace(ideas.draft_of(kept), authors=(*authors, *fresh))
                    ideas.change(self._session, there, draft)
            else:
                self.known += 1

    def _keep(self, row: CandidateYear, year: int, authors: Sequence[int]) -> None:
        self.kept += 1
        if not self._dry:
            ideas.add(self._session, _idea(row, year, authors))

    def _again(self, row: CandidateYear, *, same: bool) -> None:
        if same:
            self.known += 1
            return
        year = f" năm {row.year}" if row.year else ""
        reason = f"Trong sổ đã có {NOUNS[row.subject]}{year} khác của {row.name}: giữ như trong sổ."
        self.differs(row, reason)

    def differs(self, row: CandidateYear, reason: str) -> None:
        """Tell of a row that is not kept, once for all it names."""
        last = self.differing[-1] if self.differing else None
        if last is None or (last.sheet, last.row, last.reason) != (row.sheet, row.row, reason):
            self.differing.append(IntakeProblem(self._file, row.sheet, row.row, row.name, reason))


_KEEPERS: dict[str, Callable[[_Desk, CandidateYear, About], None]] = {
    "rating": _Desk.rating,
    "idea": _Desk.idea,
    "discipline": _Desk.discipline,
    "work_year": _Desk.work_year,
    "pledge": _Desk.pledge,
    "members": _Desk.members,
}


def _idea(row: CandidateYear, year: int, authors: Sequence[int]) -> IdeaDraft:
    kind = "research" if row.research else "initiative"
    return IdeaDraft(
        row.text,
        kind,
        year,
        row.code,
        tuple(authors),
        row.state,
        row.applied,
        row.document,
        note=row.note,
    )
