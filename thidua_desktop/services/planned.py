"""What taking in files would do, as a value: shown, asked about, written."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from thidua_desktop.domain.decision import DecisionDraft, Stated, discrepancies
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.intake.reading import CandidateDecision, FileReading, IntakeProblem
from thidua_desktop.services.import_again import Difference
from thidua_desktop.services.import_doubts import Doubt
from thidua_desktop.services.matching import Known


def gaps(decision: CandidateDecision) -> tuple[str, ...]:
    """Where the rows of a decision differ from the totals its paper states, in words."""
    counts = Counter(award.recipient for award in decision.awards)
    counted = Stated(counts["person"], counts["collective"], counts["household"], len(decision.awards))
    return discrepancies(decision.stated, counted)


@dataclass(frozen=True)
class PlannedDecision:
    """A decision of a file and what will be written of it.

    Attributes:
        place: its place among the decisions of the reading.
        draft: None when nothing is written; campaign and event are still names, in the candidate.
            Of a decision in the book it holds only the rows to add, and those to change by their ids.
        kept: the decision of the book it already is.
        difference: how it differs from the decision it repeats, in the book or in a file before.
        answer: what was answered to that, "" for nothing to be written.

    """

    place: int
    candidate: CandidateDecision
    draft: DecisionDraft | None = None
    kept: int | None = None
    difference: Difference | None = None
    answer: str = ""


@dataclass(frozen=True)
class PlannedFile:
    """A file with its decisions and every problem, those of reading and those with the book.

    Attributes:
        yearly_to_write: the rows of its lists of a year that will be written.

    """

    reading: FileReading
    decisions: tuple[PlannedDecision, ...]
    problems: tuple[IntakeProblem, ...]
    yearly_to_write: int = 0

    @property
    def rows_to_write(self) -> int:
        """The awards that will be written."""
        return sum(len(planned.draft.awards) for planned in self.decisions if planned.draft)


@dataclass(frozen=True)
class Plan:
    """What taking in the files would do, with the records it would make in place.

    Attributes:
        doubts: what is to be asked, the answer that settles most rows first; answered ones too.
        passed: what was taken for certain though written otherwise, in words.
        known: the answers that say who is meant, for writing.
        other_names: names to remember, each with the unit (its id or its name in the lists) it means.
        learnt: wordings to learn, each with the code of its kind.
        answers: every answer that was heard, by the key of its doubt.

    """

    files: tuple[PlannedFile, ...]
    new_campaigns: tuple[str, ...]
    new_events: tuple[str, ...]
    new_people: int
    new_units: int
    questions: int
    doubts: tuple[Doubt, ...] = ()
    passed: tuple[str, ...] = ()
    known: Known = field(default_factory=Known)
    other_names: tuple[tuple[str, int | str], ...] = ()
    learnt: tuple[tuple[str, str], ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)

    @property
    def to_write(self) -> tuple[PlannedDecision, ...]:
        """The decisions that will be written, in order."""
        return tuple(planned for file in self.files for planned in file.decisions if planned.draft)

    @property
    def rows_to_write(self) -> int:
        """The awards that will be written."""
        return sum(file.rows_to_write for file in self.files)

    @property
    def yearly_to_write(self) -> int:
        """The rows of lists of a year that will be written."""
        return sum(file.yearly_to_write for file in self.files)

    @property
    def writes(self) -> bool:
        """Whether anything will be written."""
        return self.rows_to_write > 0 or self.yearly_to_write > 0

    @property
    def name(self) -> str:
        """What the action is called in undo and in the history."""
        files = sum(
            file.yearly_to_write > 0 or any(planned.draft for planned in file.decisions)
            for file in self.files
        )
        told = []
        if self.to_write or not self.yearly_to_write:
            told.append(f"{number(len(self.to_write))} quyết định, {number(self.rows_to_write)} lượt khen")
        if self.yearly_to_write:
            told.append(f"{number(self.yearly_to_write)} dòng xếp loại, sáng kiến, kỷ luật, đăng ký")
        return f"Nhập {number(files)} tệp: {', '.join(told)}"
