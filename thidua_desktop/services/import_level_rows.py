"""Rows whose form is named in short ("Giấy khen"): awards once the level of their decision is known."""

import re
from collections.abc import Iterator
from dataclasses import replace

from thidua_desktop.domain.titles import TitleBook
from thidua_desktop.intake import awards
from thidua_desktop.intake.reading import CandidateAward, FileReading, IntakeProblem
from thidua_desktop.intake.several import parted
from thidua_desktop.services.import_found import with_found

_BETWEEN = re.compile(r"[,;+/&\n]|\s(?:và|hoặc)\s")
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
    left: list[IntakeProblem] = []
    found: dict[int, list[CandidateAward]] = {}
    for problem in reading.problems:
        row, place = waiting(problem), problem.decision
        level = reading.decisions[place].level if place is not None else ""
        if row is None or place is None or not level:
            left.append(problem)
            continue
        rows = tuple(_told(row, level, reading.decisions[place].authority, book))
        if not rows:
            left.append(problem)
        elif problem.lacks_year:
            left += (replace(problem, candidate=one, reason=_NO_YEAR) for one in rows)
        else:
            found.setdefault(place, []).extend(rows)
    return with_found(reading, found, left)


def _told(row: CandidateAward, level: str, authority: str, book: TitleBook) -> Iterator[CandidateAward]:
    """The awards of a row by the level that gives them, none where one of them stays unknown."""
    parts, doubt = parted(row.title_written, str(row.year or ""), level, authority, book)
    if len(parts) > 1 and not _BETWEEN.search(row.title_written):
        return  # a form and a title in one breath: whether it is both or one of them is asked
    for words, year in () if doubt else parts:
        title = awards.title_in(words, book, level, authority)
        settled = awards.settle(title, book, row.unit) if title else awards.Settled()
        if not settled.code:
            return
        said = filter(None, (*row.inferred, settled.inferred))
        allowed = book.recipients(settled.code)
        yield replace(
            row,
            award=settled.code,
            year=int(year) if year else row.year,
            recipient=row.recipient or (allowed[0] if len(allowed) == 1 else ""),
            title_written=words,
            inferred=tuple(said),
        )
