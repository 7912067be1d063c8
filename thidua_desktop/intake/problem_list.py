"""What of a file was not understood, as many as one can look at: the first of a sheet show the cause."""

from thidua_desktop.intake.reading import CandidateAward, IntakeProblem
from thidua_desktop.intake.source import Row

_MOST_PROBLEMS = 500  # of one sheet; more is one cause, which the first show
_MOST_ASKED = 100_000  # rows that one answer may settle, such as what a title means
_MORE = "Còn {} dòng nữa chưa hiểu, không kể ra: sửa những dòng trên rồi nhập lại."


class ProblemList:
    """Gathers the problems of a file, sheet after sheet."""

    def __init__(self, file: str) -> None:
        self._file, self._sheet = file, ""
        self._found: list[IntakeProblem] = []
        self._of_sheet = self._suppressed = 0

    def start(self, sheet: str) -> None:
        """Begin a sheet."""
        self.close()
        self._sheet, self._of_sheet = sheet, 0

    def add(self, row: Row, reason: str, award: CandidateAward | None, decision: int | None) -> None:
        """Add a row; what was understood of it, and the place of its decision, go with it."""
        self._of_sheet += 1
        if self._of_sheet > (_MOST_ASKED if award else _MOST_PROBLEMS):
            self._suppressed += 1
            return
        sheet = f"Bảng {row.table}" if row.table else self._sheet
        text = row.text()[:300]
        self._found.append(IntakeProblem(self._file, sheet, row.number, text, reason, award, decision))

    def add_of_sheet(self, reason: str) -> None:
        """Add what is wrong with the sheet as a whole."""
        self._found.append(IntakeProblem(self._file, self._sheet, None, "", reason))

    def close(self) -> None:
        """Say how many of the sheet are not told one by one."""
        if self._suppressed:
            self.add_of_sheet(_MORE.format(self._suppressed))
            self._suppressed = 0

    def all(self) -> tuple[IntakeProblem, ...]:
        """The problems met, in order."""
        return tuple(self._found)
