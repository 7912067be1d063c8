"""What the rows of a list of a year come to: records, problems, initiatives held with all their authors."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.intake.reading import CandidateYear, IntakeProblem
from thidua_desktop.intake.source import Row
from thidua_desktop.intake.yearly_rows import NOT_RECOGNISED

_HELD = "Sáng kiến này còn tác giả ở dòng {} chưa nhập được: sửa dòng ấy rồi nhập lại tệp."


@dataclass
class Kept:
    """The records and problems of a sheet."""

    file: str
    sheet: str
    found: list[CandidateYear] = field(default_factory=list)
    problems: list[IntakeProblem] = field(default_factory=list)
    _held: dict[str, int] = field(default_factory=dict)

    def problem(self, row: Row, reason: str, asked: CandidateYear | None = None) -> None:
        """Show a row not taken; asked is one that lacks nothing but the year of its list."""
        text = row.text()[:300]
        told = IntakeProblem(self.file, self.sheet, row.number, text, reason, yearly=asked)
        self.problems.append(replace(told, lacks_year=asked is not None))

    def hold(self, idea: str, row: Row) -> None:
        """Hold an initiative back wherever it stands: an author of it could not be taken from this row."""
        self._held.setdefault(fold(" ".join(idea.split())), row.number)

    def keep(
        self, row: Row, found: Sequence[tuple[CandidateYear, str]], no_year: str, *, asked: bool
    ) -> None:
        """Keep what was found, an initiative only with all its authors."""
        wrong = next((why for one, why in found if why and one.subject == "idea"), "")
        if wrong:
            if not wrong.endswith(NOT_RECOGNISED):
                self.hold(found[0][0].text, row)
            self.problem(row, wrong)
            return
        for one, why in found:
            if why or no_year:
                self.problem(row, why or no_year, one if asked and not why else None)
            else:
                self.found.append(one)

    def settle(self, rows: Iterable[Row]) -> None:
        """Tell of initiatives of which another row holds an author that could not be taken."""
        numbered = {row.number: row for row in rows}
        left, self.found = self.found, []
        for one in left:
            other = self._held.get(fold(one.text)) if one.subject == "idea" and one.text else None
            if other and other != one.row:
                self.problem(numbered[one.row], _HELD.format(other))
            else:
                self.found.append(one)
