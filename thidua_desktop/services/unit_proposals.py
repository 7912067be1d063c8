"""What units propose in the lists they sent back: decisions to be completed in the preview of an import."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from thidua_desktop.db import Session
from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.domain.titles import TitleBook, entry_of
from thidua_desktop.domain.unit_template import SHEET
from thidua_desktop.intake.reading import CandidateAward, CandidateDecision, FileReading, IntakeProblem
from thidua_desktop.intake.unit_template import FORM
from thidua_desktop.records import catalogue
from thidua_desktop.records import unit_templates as records
from thidua_desktop.services.unit_template_plan import PersonPlan, TemplatePlan
from thidua_desktop.services.unit_templates import Answers, resolved

_LEVEL = "district"
_UNKNOWN = "Không có danh hiệu, hình thức này trong danh mục: chọn lại trong bản xem trước."
_GIVEN = "đã có trong sổ năm"


@dataclass(frozen=True)
class _Desk:
    """What rows are looked up in."""

    book: TitleBook
    levels: Mapping[str, tuple[str, ...]]
    given: set[tuple[int, str]]


def proposals(session: Session, plan: TemplatePlan, answers: Answers) -> FileReading | None:
    """The proposals of one list, people as they are after the list was taken; None when there are none.

    What somebody already holds for the year is told, not proposed again.
    """
    ids = [person.person_id for person in plan.people if person.person_id]
    kinds = catalogue.list_(session)
    desk = _Desk(
        TitleBook(entry_of(catalogue.draft_of(row)) for row in kinds),
        {row.code: row.levels for row in kinds},
        records.given(session, ids, plan.returned.mark.year),
    )
    returned = plan.returned
    by_level: dict[str, list[CandidateAward]] = {}
    problems: list[IntakeProblem] = []
    for person in plan.people:
        for award in _awards(plan, person, answers, desk):
            if award.award is None:
                problems.append(_problem(plan, award, _UNKNOWN))
            elif not _stands_apart(person, answers) and (person.person_id, award.award) in desk.given:
                told = f"{desk.book.short(award.award)} {_GIVEN} {award.year}."
                problems.append(_problem(plan, award, told, offered=False))
            else:
                by_level.setdefault(_level(desk, award.award), []).append(award)
    rows = sum(map(len, by_level.values())) + len(problems)
    if not rows:
        return None
    decisions = tuple(_decision(plan, level, tuple(awards)) for level, awards in by_level.items())
    decisions = decisions or (_decision(plan, _LEVEL, ()),)
    return FileReading(
        Path(returned.path), returned.file, returned.sha256, FORM, decisions, tuple(problems), rows
    )


def _awards(
    plan: TemplatePlan, person: PersonPlan, answers: Answers, desk: _Desk
) -> Iterator[CandidateAward]:
    """One candidate for each title and form written beside a person; award None where it is unknown."""
    texts = person.row.texts
    values = person.theirs if _stands_apart(person, answers) else resolved(person, answers)
    birth = PartialDate.from_iso(values["birth"]) if values["birth"] else None
    note = "; ".join(filter(None, (texts["rating"], texts["note"])))
    for text in filter(None, (texts["title"], texts["form"])):
        codes: list[str | None] = [match.code for match in desk.book.find_each(text, recipient="person")]
        for code in codes or [None]:
            yield CandidateAward(
                SHEET,
                person.row.row,
                "person",
                values["name"],
                code,
                plan.returned.mark.year,
                gender=values["gender"],
                birth=birth,
                post=values["post"],
                unit=plan.unit,
                title_written=text,
                note=note,
            )


def _stands_apart(person: PersonPlan, answers: Answers) -> bool:
    """Whether a row written over another person's speaks of somebody else: no award may go to the first."""
    return any(change.kind == "another" and answers.get(change.key) != "theirs" for change in person.changes)


def _level(desk: _Desk, code: str) -> str:
    """Who would decide: the district where it may, else the lowest that may."""
    levels = desk.levels.get(code, ())
    return _LEVEL if _LEVEL in levels or not levels else levels[-1]


def _decision(plan: TemplatePlan, level: str, awards: tuple[CandidateAward, ...]) -> CandidateDecision:
    mark = plan.returned.mark
    told = f"Đề nghị của {plan.unit} năm {mark.year}: ghi số, ngày quyết định khi đã có."
    return CandidateDecision(SHEET, "", None, level, "", year=mark.year, awards=awards, remarks=(told,))


def _problem(
    plan: TemplatePlan, award: CandidateAward, reason: str, *, offered: bool = True
) -> IntakeProblem:
    candidate, decision = (award, 0) if offered else (None, None)
    return IntakeProblem(
        plan.returned.file,
        SHEET,
        award.row,
        f"{award.name}: {award.title_written}",
        reason,
        candidate,
        decision,
    )
