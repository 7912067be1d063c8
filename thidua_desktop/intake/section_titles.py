"""Lines that name the award of the rows below them: sections of a list, and headings between its rows."""

from typing import NamedTuple

from thidua_desktop.domain.titles import TitleBook
from thidua_desktop.intake import awards, line_kinds
from thidua_desktop.intake.decision_text import Reference
from thidua_desktop.intake.heading import read_heading, year_off
from thidua_desktop.intake.unit_words import names_block, starts_as_unit

_NO_QUOTES = str.maketrans("", "", '“”„‟«»″"')


class TitleTold(NamedTuple):
    """The award a line names: its words ("" for any), the kind of recipients, the year.

    Unclear: it may as well tell of the recipient above it.
    """

    title: str
    kind: str = ""
    year: int | None = None
    unclear: bool = False


def between_rows(text: str, book: TitleBook, issued: Reference, year_above: int | None) -> TitleTold | None:
    """Return what a line between the rows names, or may name, as the award of those below it."""
    words, says, unclear = line_kinds.title_alone(text)
    words, year = year_off(words.translate(_NO_QUOTES))
    heading = read_heading([words])
    known = _known((words, *(heading.titles if says else ())), book, issued) if words else ""
    if not known and not (words and line_kinds.heads_section(words)):
        return None
    other_year = bool(year and year_above and year != year_above)
    doubtful = unclear or (other_year and not words.isupper() and not says)
    return TitleTold(known or words, _one(heading.kinds), year or heading.year, doubtful)


def of_section(words: str, book: TitleBook, issued: Reference, *, beside: bool) -> TitleTold | None:
    """Return the award the words of a numbered heading name, known or to be asked.

    beside: a heading with such a numeral named an award before.
    """
    heading = read_heading([words])
    kind = _one(heading.kinds)
    if known := _known((words, *heading.titles), book, issued):
        return TitleTold(known, kind, heading.year)
    if starts_as_unit(words) or names_block(words):
        return None
    if line_kinds.is_general(words):
        return TitleTold("", kind, heading.year)
    return TitleTold(words, kind, heading.year) if beside or line_kinds.is_likely_title(words) else None


def _known(said: tuple[str, ...], book: TitleBook, issued: Reference) -> str:
    found = (one for one in said if one and awards.title_in(one, book, issued.level, issued.authority))
    return next(found, "")


def _one(kinds: tuple[str, ...]) -> str:
    return kinds[0] if len(kinds) == 1 else ""
