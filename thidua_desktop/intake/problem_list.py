"""What of a file was not understood, as many as one can look at: the first of a sheet show the cause."""

from dataclasses import replace

from thidua_desktop.intake.reading import IntakeProblem
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
        self._together: tuple[object, int] | None = None  # the list told as one, its place

    def start(self, sheet: str) -> None:
        """Begin a sheet."""
        self.close()
        self._sheet, self._of_sheet = sheet, 0

    def add_of_list(self, row: Row, reason: str, which: object) -> None:
        """Add a row that is refused like all others of its list, which is told as one."""
        if self._together is None or self._together[0] is not which:
            before = len(self._found)
            self.add(row, IntakeProblem("", "", None, "", reason, refused=True))
            self._together = which, before if len(self._found) > before else -1
            return
        place = self._together[1]
        if place >= 0:
            told = self._found[place]
            text = f"{told.rows + 1} dòng, từ dòng {told.row} đến dòng {row.number}"
            self._found[place] = replace(told, rows=told.rows + 1, text=text)

    def add(self, row: Row, problem: IntakeProblem) -> None:
        """Add what is wrong with a row; its place and text are put in."""
        award = problem.candidate
        self._of_sheet += 1
        if self._of_sheet > (_MOST_ASKED if award else _MOST_PROBLEMS):
            self._suppressed += 1
            return
        sheet = f"Bảng {row.table}" if row.table else self._sheet
        text = row.text()[:300]
        self._found.append(replace(problem, file=self._file, sheet=sheet, row=row.number, text=text))

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
