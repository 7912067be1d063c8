"""Rows whose form is named in short ("Giấy khen"): awards once the level of their decision is known."""

from collections.abc import Sequence
from dataclasses import replace

from thidua_desktop.domain.titles import TitleBook
from thidua_desktop.intake import awards
from thidua_desktop.intake.awards import Title
from thidua_desktop.intake.reading import CandidateAward, FileReading, IntakeProblem
from thidua_desktop.intake.several import parted
from thidua_desktop.services.import_found import with_found

_NO_YEAR = "Danh hiệu, hình thức đã rõ, còn chưa rõ năm đạt: trả lời câu hỏi về năm của danh sách."


def held_back(problem: IntakeProblem) -> CandidateAward | None:
    """The row of a problem that answers about level, year or title make an award."""
    row = problem.candidate
    if problem.refused or problem.decision is None or row is None or not row.name.strip():
        return None
    return row if row.title_written.strip() or (row.award and problem.lacks_year) else None


def waiting(problem: IntakeProblem) -> CandidateAward | None:
    """The row of a problem that lacks nothing but its award, or the award and the year of its list."""
    row = held_back(problem)
    return row if row is not None and not row.award else None


def with_levels(reading: FileReading, book: TitleBook) -> FileReading:
    """Return a reading with the rows whose award the level of their decision tells."""
    titles = _Titles(book)
    left: list[IntakeProblem] = []
    found: dict[int, list[CandidateAward]] = {}
    for problem in reading.problems:
        row, place = waiting(problem), problem.decision
        level = reading.decisions[place].level if place is not None else ""
        if row is None or place is None or not level:
            left.append(problem)
            continue
        rows = titles.told(row, level, reading.decisions[place].authority)
        if not rows:
            left.append(problem)
        elif problem.lacks_year:
            left += (replace(problem, candidate=one, reason=_NO_YEAR) for one in rows)
        else:
            found.setdefault(place, []).extend(rows)
    return with_found(reading, found, left)


class _Titles:
    """What cells of awards tell by the level that gives them; the same words are looked up once."""

    def __init__(self, book: TitleBook) -> None:
        self._book = book
        self._known: dict[tuple[str, ...], Sequence[tuple[Title, str]]] = {}

    def told(self, row: CandidateAward, level: str, authority: str) -> Sequence[CandidateAward]:
        """The awards of a row, none where one of them stays unknown."""
        key = row.title_written, str(row.year or ""), level, authority
        if key not in self._known:
            self._known[key] = self._parts(*key)
        found = []
        for title, year in self._known[key]:
            settled = awards.settle(title, self._book, row.unit)
            if not settled.code:
                return ()
            allowed = self._book.recipients(settled.code)
            found.append(
                replace(
                    row,
                    award=settled.code,
                    year=int(year) if year else row.year,
                    recipient=row.recipient or (allowed[0] if len(allowed) == 1 else ""),
                    title_written=title.written,
                    inferred=tuple(filter(None, (*row.inferred, settled.inferred))),
                )
            )
        return found

    def _parts(self, text: str, year: str, level: str, authority: str) -> Sequence[tuple[Title, str]]:
        parts, doubt = parted(text, year, level, authority, self._book)
        if doubt:
            return ()
        found = [(awards.title_in(words, self._book, level, authority), each) for words, each in parts]
        known = [(title, each) for title, each in found if title is not None]
        return known if len(known) == len(found) else ()
