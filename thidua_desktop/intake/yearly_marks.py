"""Lists of a year whose answers are marks: a column each for HTXS, HTT, HT, or for each title pledged."""

from collections.abc import Mapping
from typing import NamedTuple

from thidua_desktop.domain.titles import TitleBook
from thidua_desktop.intake.source import Row
from thidua_desktop.intake.yearly_values import rating_in

_LEAST_RATINGS = 2  # one alone may be a heading of something else


class Marked(NamedTuple):
    """What such columns tell of, their words by place, and how many rows further down they stand."""

    subject: str = ""
    columns: Mapping[int, str] = {}
    rows: int = 0


def other_marks(marks: Marked, row: Row, below: Row | None, pledges: bool, book: TitleBook) -> Marked:  # noqa: FBT001 - what the heading says, not a switch
    """Find the titles pledged beside ratings that are marked, or the ratings beside titles."""
    other = {"pledge": "rating", "rating": "pledge" if pledges else ""}.get(marks.subject, "")
    found = marked_columns(row, below, other, pledges, book) if other else Marked()
    apart = found.subject == other and not marks.columns.keys() & found.columns.keys()
    return found if apart and found.rows == marks.rows else Marked()


def _is_header(above: Row, row: Row) -> bool:
    """Tell whether a row goes on with a header: nothing but merged titles stands below its first two."""
    return all(cell in {"", title} for title, cell in zip(above.cells[:2], row.cells[:2], strict=True))


def marked_columns(row: Row, below: Row | None, subject: str, pledges: bool, book: TitleBook) -> Marked:  # noqa: FBT001 - what the heading says, not a switch
    """Find them in a header, or in the row below a title that stands over all of them."""
    for rows, titles in enumerate((row, below)):
        if titles is None or (rows and (subject not in {"rating", "pledge"} or not _is_header(row, titles))):
            continue
        ratings = {place: cell for place, cell in enumerate(titles.cells) if rating_in(cell)}
        if len(ratings) >= _LEAST_RATINGS and subject in {"", "rating"}:
            return Marked("rating", ratings, rows)
        titles_named = {place: cell for place, cell in enumerate(titles.cells) if cell and book.knows(cell)}
        if pledges and titles_named and subject in {"", "pledge"}:
            return Marked("pledge", titles_named, rows)
    return Marked()
