"""A cell that tells more than one award: "LĐTT, CSTĐCS", "CSTĐCS 2017, 2018; LĐTT 2019"."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from thidua_desktop.domain.titles import TitleBook
from thidua_desktop.intake import awards

_BETWEEN = re.compile(r"\s*[;,\n+•]\s*|\s+(?:và|&)\s+|(?:^|\s)[-–]\s+", re.IGNORECASE)
_BETWEEN_TITLES = re.compile(rf"{_BETWEEN.pattern}|\s*/\s*", re.IGNORECASE)
_SCHOOL_YEAR = re.compile(
    r"^(.*?)[\s(,–-]*năm\s+học\s+((?:19|20)\d\d)\s*[-–]\s*((?:19|20)\d\d)\)?$", re.IGNORECASE
)
_YEAR = re.compile(r"^(.*?)[\s(,–:-]*(?:các\s+năm|năm)?[\s:]*\b((?:19|20)\d\d)\)?$", re.IGNORECASE)
_UNCLEAR_YEARS = (
    "“{}” ghi nhiều danh hiệu mà chưa rõ năm của từng danh hiệu: tách mỗi danh hiệu thành một dòng."
)

_ONE_OR_TWO = (
    "“{}” chưa rõ là một hay hai hình thức, danh hiệu: nếu là hai thì ngăn bằng dấu phẩy, nếu là một thì chỉ "
    "ghi tên của nó, rồi nhập lại."
)
_MOST_WORDS = 24


@dataclass(frozen=True)
class Told:
    """The words of one award in a cell and its year, "" where the cell names none."""

    words: str
    year: str = ""


def parted(
    title: str, year: str, level: str, authority: str, book: TitleBook
) -> tuple[list[tuple[str, str]], str]:
    """Return the titles and years the two cells of a row tell together, or why that cannot be told."""
    told, reason = told_in(title, book, level, authority) if title else ((), "")
    years = (year,) if len(year) == 4 and year.isdecimal() else years_in(year) if year else ()
    if reason or (years and any(one.year and (one.year,) != years for one in told)):
        return [], reason or f"Năm ở “{title}” khác cột năm “{year}”."
    if not told:
        return [(title, each) for each in years or (year,)], ""
    return [(one.words, each) for one in told for each in ((one.year,) if one.year else years or (year,))], ""


def told_in(text: str, book: TitleBook, level: str, authority: str) -> tuple[tuple[Told, ...], str]:
    """Return the awards a cell tells, or why it cannot be told which; nothing for words not known."""
    whole = _dated(text)
    if _is_one(whole.words, book, level, authority):
        return (whole,), ""
    found: list[Told] = []
    for part in filter(None, _BETWEEN_TITLES.split(text.strip())):
        told = _dated(part)
        if not told.words and found:
            if found[-1].year:
                found.append(Told(found[-1].words, told.year))
            else:
                found[-1] = Told(found[-1].words, told.year)
        elif _is_one(told.words, book, level, authority):
            found.append(told)
        elif run := _run_together(part.split(), lambda words: _is_one(words, book, level, authority)):
            if _may_be_one(run, book, level, authority):
                return (), _ONE_OR_TWO.format(part[:60])
            found += run
        else:
            return (), ""
    if len({bool(told.year) for told in found}) > 1:
        return (), _UNCLEAR_YEARS.format(text[:60])
    return tuple(found), ""


def _run_together(words: list[str], is_one: Callable[[str], bool]) -> list[Told]:
    """Part titles with only a line break between them, where there is one way to do it."""
    ways = []
    for length in range(1, min(len(words), _MOST_WORDS)):
        first = _dated(" ".join(words[:length]))
        if not first.words or not is_one(first.words):
            continue
        rest = _dated(" ".join(words[length:]))
        if rest.words and is_one(rest.words):
            ways.append([first, rest])
        elif more := _run_together(words[length:], is_one):
            ways.append([first, *more])
    return ways[0] if len(ways) == 1 else []


def _may_be_one(run: list[Told], book: TitleBook, level: str, authority: str) -> bool:
    """Tell whether a form is followed by a title it may be given for: "Giấy khen Lao động tiên tiến"."""
    titles = [awards.title_in(told.words, book, level, authority) for told in run]
    kinds = [book.category(title.codes[0]) for title in titles if title]
    return ("form", "title") in pairwise(kinds)


def years_in(text: str) -> tuple[str, ...]:
    """Return the years a cell lists ("2017, 2018", "Năm 2017"); nothing where it says anything else."""
    found = [_dated(part) for part in filter(None, _BETWEEN.split(text.strip()))]
    return tuple(told.year for told in found) if all(told.year and not told.words for told in found) else ()


def _dated(text: str) -> Told:
    """Part words from the year that ends them; a school year counts by its end."""
    text = text.strip(" .;,")
    if school := _SCHOOL_YEAR.match(text):
        return Told(school[1].strip(), school[3]) if int(school[3]) == int(school[2]) + 1 else Told(text)
    found = _YEAR.match(text)
    return Told(found[1].strip(), found[2]) if found and not re.search(r"\d{4}$", found[1]) else Told(text)


def _is_one(words: str, book: TitleBook, level: str, authority: str) -> bool:
    title = awards.title_in(words, book, level, authority) if words else None
    return title is not None and (len(title.codes) == 1 or awards.is_pair(title))
