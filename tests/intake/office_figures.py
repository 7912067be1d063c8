"""What was read of the invented archive against what its papers say."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from tests.intake.office_papers import Paper
from thidua_desktop.domain.titles import TitleBook
from thidua_desktop.domain.vietnamese import same_key
from thidua_desktop.intake.read import read_file


@dataclass
class Figures:
    """Rows read right without help, left to the officer, and read wrong or lost; what was wrong, in words."""

    right: int = 0
    asked: int = 0
    wrong: int = 0
    expected_asked: int = 0
    told: list[str] = field(default_factory=list)

    def add(self, other: "Figures") -> None:
        """Count another file too."""
        self.right += other.right
        self.asked += other.asked
        self.wrong += other.wrong
        self.expected_asked += other.expected_asked
        self.told += other.told


def compared(path: Path, paper: Paper, book: TitleBook) -> Figures:
    """Count a file's rows: each right with its decision, asked with its place, or wrong."""
    reading = read_file(path, book)
    truth = Counter(
        _key(each.recipient, each.name, each.post, each.unit, each.title, each.year, each.birth, each.gender,
             each.number or paper.number, each.day or paper.day)
        for each in paper.awards
    )  # fmt: skip
    read = Counter(
        _key(row.recipient, row.name, row.post, row.unit, book.short(row.award or ""), row.year,
             str(row.birth or ""), row.gender, decision.number, decision.decided_on)
        for decision in reading.decisions
        for row in decision.awards
    )  # fmt: skip
    right, wrong = (truth & read).total(), [*(read - truth).elements()]
    asked = sum(problem.row is not None for problem in reading.problems)
    lost = paper.asked + truth.total() - right - len(wrong) - asked
    told = [f"{path.name}: {row}" for row in wrong]
    if lost > 0:
        told.append(f"{path.name}: {lost} lost of {[*(truth - read)][:3]}")
    return Figures(right, asked, len(wrong) + max(0, lost), paper.asked, told)


def _key(*parts: object) -> tuple[object, ...]:
    return tuple(same_key(part) if isinstance(part, str) else part for part in parts)
