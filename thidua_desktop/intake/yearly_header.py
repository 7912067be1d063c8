"""The header of a list of a year: what it is of, and its columns, as its titles or the officer tell."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import zip_longest

from thidua_desktop.domain.titles import TitleBook
from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.intake.columns import role_of
from thidua_desktop.intake.header import Columns, find_columns, rest_of_name_in, titles_over
from thidua_desktop.intake.headers import Headers
from thidua_desktop.intake.layouts import READ, Layout, layout_key
from thidua_desktop.intake.name_columns import part_before, settle_unit, tells_years
from thidua_desktop.intake.roles import DECIDING, MARK, SKIP, subjects_said
from thidua_desktop.intake.source import Row, Sheet
from thidua_desktop.intake.yearly_columns import columns_of_year, yearly_role
from thidua_desktop.intake.yearly_levels import level_columns
from thidua_desktop.intake.yearly_marks import Marked, marked_columns, other_marks
from thidua_desktop.intake.yearly_roles import YEAR_TITLE, roles_of
from thidua_desktop.intake.yearly_sections import has_rated_sections
from thidua_desktop.intake.yearly_subjects import (
    PLEDGES,
    gives,
    is_of,
    subjects_of,
    tells_work,
    without_others,
)
from thidua_desktop.intake.yearly_values import rating_in

NAMES = ("name", "authors", "household", "collective", "unit")
_REACHED = re.compile(r"\b(?:dat|ket qua|duoc tang|cong nhan|da tang)\b")
_HEADER_ROWS = 40
_NEAR = 30  # rows below a header that show what sections its list has
_COUNTED = 2  # columns that number and name the rows, over which no further title stands
_YEARS = re.compile(r"\b(?:19|20)\d\d\b")
_RATES_PEOPLE = re.compile(r"\bhoan thanh\b|\bk?ht\w*\b")
_OF_DECISIONS = ("number", "date", "decision")
_BESIDE_YEARS = frozenset((*_OF_DECISIONS, "level", "kind", "state", "applied", "starts", "ends", "term"))


@dataclass(frozen=True)
class YearlyHeader:
    """Where such a list begins.

    Attributes:
        subjects: what it is of, as CandidateYear has it, one or several at once.
        columns: the column of each role.
        marks: the words over columns whose cells are marked, by place.
        mark_of: the subject they tell of.
        place: of its first row in the sheet.
        rows: the rows it takes, none where the officer named the columns of a list without one.
        key: of its layout.
        titles: what stands over each column, from top to bottom.
        said: whether the officer named its columns.
        told: the role of each column by its place.
        levels: the columns titled by one level of initiatives each, with their titles.
        authors: the columns of further authors.
        alike: the columns of a role that tells what the list is of, with the year each is of, where there
            are several, or one of a year of its own.
        also: columns marked for something else, read apart.

    """

    subjects: tuple[str, ...]
    columns: dict[str, int]
    marks: Mapping[int, str]
    place: int
    rows: Sequence[Row] = ()
    key: str = ""
    titles: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    alike: Mapping[str, Mapping[int, int | None]] = field(default_factory=dict)
    said: bool = False
    mark_of: str = ""
    told: Mapping[int, str] = field(default_factory=dict)
    levels: Mapping[int, str] = field(default_factory=dict)
    authors: tuple[int, ...] = ()
    also: Marked = field(default_factory=Marked)

    def own(self, subject: str) -> Mapping[str, int]:
        """The columns of decisions that stand behind what a subject is of, before the next subject begins."""
        begins = {
            place: of for role, of in DECIDING.items() for place in [self.columns.get(role, -1)] if place >= 0
        }
        begins |= dict.fromkeys(self.marks, self.mark_of)
        found: dict[str, int] = {}
        for place, role in self.told.items():
            if role in _OF_DECISIONS and begins:
                before = [begin for begin in begins if begin < place]
                if begins[max(before) if before else min(begins)] == subject:
                    found.setdefault(role, place)
        return found

    def title(self, role: str) -> str:
        """What stands next over the column of a role."""
        return (self.titles.get(self.columns.get(role, -1)) or ("",))[-1]

    def deciding(self, subject: str) -> Mapping[int, str]:
        """The columns that tell what the list is of, with all that stands over each."""
        roles = [role for role, of in DECIDING.items() if of == subject]
        places = {self.columns[role] for role in roles if role in self.columns}
        places |= set(self.marks if self.mark_of == subject else ())
        places |= set(self.also.columns if self.also.subject == subject else ())
        return {place: " ".join(self.titles.get(place, ())) for place in sorted(places)}

    def unread(self, below: Sequence[Row], book: TitleBook) -> list[str]:
        """The titles of columns of awards that were given, which are not read from such a list."""
        read = {*self.columns.values(), *self.marks, *self.also.columns}
        places = [place for place in self.titles if place not in read]
        places = [place for place in places if not any(place in alike for alike in self.alike.values())]
        return [
            " ".join(self.titles[place])
            for place in places
            if role_of(title := " ".join(self.titles[place][-1:])) == "title"
            or book.knows(title)
            or any(book.knows(row.cells[place]) for row in below if place < len(row.cells))
        ]

    @cached_property
    def names(self) -> Columns | None:
        """Where the parts of names stand, None where no column is of names of people."""
        name = self.columns.get("name", -1)
        if name < 0:
            return None
        paths = titles_over(self.rows)
        rest = rest_of_name_in(self.rows, name)
        beside = name + 1 if rest < 0 and not paths.get(name + 1, ("",)) else -1
        before = part_before(paths, self.columns)
        return Columns(self.columns, rest_of_name=rest, beside_name=beside, before_given=before)

    def roles(self) -> tuple[str, ...]:
        """The role of each column as the officer is shown it."""
        roles = {place: role for role, place in self.columns.items()}
        roles |= {place: "coauthors" for place in self.authors if place not in roles}
        if "pledge" in self.subjects:
            roles |= {place: "pledge" for place, role in roles.items() if role == "title"}
        roles |= dict.fromkeys((*self.marks, *self.also.columns), MARK)
        roles |= {place: role for role, places in self.alike.items() for place in places}
        name, rest = self.columns.get("name", -1), rest_of_name_in(self.rows, self.columns.get("name", -1))
        if rest >= 0:
            roles |= {name: "family", rest: "name"}
        return tuple(roles.get(place, "") for place in range(max(roles, default=-1) + 1))

    def is_repeated(self, row: Row) -> bool:
        """Whether a row is its header again, below the break of a page."""
        return any(row.cells == head.cells for head in self.rows) or columns_in((row,)) == self.columns


_OF_AWARDS = YearlyHeader((), {}, {}, -1)


def yearly_header(sheet: Sheet, book: TitleBook, headers: Headers) -> YearlyHeader | None:
    """Find the header of a list of a year among the first rows of a sheet; None where it has none."""
    above: list[str] = []
    for place, row in enumerate(sheet.rows[:_HEADER_ROWS]):
        if said := headers.said_at(sheet.rows, place):
            layout, rows = said
            if layout.use == READ:
                return _said(layout, place, rows)
            above.append(row.text())
            continue
        below = sheet.rows[place + 1] if place + 1 < len(sheet.rows) else None
        block = sheet.rows[place : place + (2 if below and _goes_on(row, below) else 1)]
        if found := _told(sheet.rows, place, block, above, book):
            return None if found.place < 0 else found
        columns = columns_in(block)
        if not columns_of_year(columns) and find_columns(row.cells):
            return None  # a list of awards, whatever stands below it
        above.append(row.text())
    if of_shape := headers.said_of_shape(sheet):
        return _said(*of_shape, ())
    return None


def _told(
    rows: Sequence[Row], place: int, block: Sequence[Row], above: Sequence[str], book: TitleBook
) -> YearlyHeader | None:
    """The header that begins at a place, None where none does; one at no place where it is of awards."""
    heading, under = fold(" ".join(above)), rows[place + len(block) :]
    columns = columns_in(block, heading, under)
    if not columns:
        return None
    subjects = subjects_of(columns, heading)
    if subjects == ("work_year",) and not tells_work(columns, titles_over(block), heading, under):
        return None
    below = rows[place + 1] if place + 1 < len(rows) else None
    pledged = subjects[:1] == ("pledge",)
    of = "pledge" if pledged else "rating" if "rating" in subjects else ""
    marks = marked_columns(rows[place], below, of, bool(PLEDGES.search(heading)), book)
    if not marks.columns and of == "rating" and PLEDGES.search(heading):
        marks = marked_columns(rows[place], below, "pledge", True, book)
    if "idea" in subjects and not all(map(_RATES_PEOPLE.search, map(fold, marks.columns.values()))):
        marks = Marked()
    if pledged and gives(rows, place + len(block), block, above, book):
        return _OF_AWARDS
    if not subjects and not marks.columns and has_rated_sections(under[:_NEAR], heading, columns):
        subjects = ("rating",)
    if not subjects and not marks.columns:
        return None
    block = rows[place : place + max(marks.rows + 1, len(block))]
    also = other_marks(marks, rows[place], below, bool(PLEDGES.search(heading)), book)
    found = _built(rows, place, block, heading, subjects, columns, marks)
    return with_others(found, also) if found and also.columns else found


def _built(
    rows: Sequence[Row],
    place: int,
    block: Sequence[Row],
    heading: str,
    subjects: tuple[str, ...],
    columns: dict[str, int],
    marks: Marked,
) -> YearlyHeader | None:
    """Put the header together; None where nothing is left that it tells."""
    roles = roles_of(block, heading, rows[place + len(block) :])
    levels = level_columns(titles_over(block)) if "idea" in subjects else {}
    if marks.columns:
        subjects = (marks.subject, *(one for one in subjects if one != marks.subject))
    columns = {role: at for role, at in columns.items() if at not in marks.columns and at not in levels}
    if levels:
        columns["level"] = min(levels)
        roles |= dict.fromkeys(levels, "")
    subjects = tuple(
        one for one in subjects if is_of(one, subjects, columns, marks.columns, rows[place + len(block) :])
    )
    columns = without_others(columns, subjects, marks.columns)
    header = YearlyHeader(
        subjects,
        columns,
        marks.columns,
        place,
        block,
        layout_key(block),
        titles_over(block),
        _alike({at: role for at, role in roles.items() if at not in marks.columns}, block, columns),
        mark_of=marks.subject,
        told=roles,
        levels=levels,
        authors=_further_authors(roles, columns),
    )
    return header if subjects else None


def with_others(header: YearlyHeader, also: Marked) -> YearlyHeader:
    """Return a header with columns marked for something else beside its own."""
    subjects = (*(one for one in header.subjects if one != also.subject), also.subject)
    columns = {role: at for role, at in header.columns.items() if at not in also.columns}
    return replace(header, subjects=subjects, columns=columns, also=also)


def _further_authors(roles: Mapping[int, str], columns: Mapping[str, int]) -> tuple[int, ...]:
    main = next((columns[role] for role in ("name", "authors") if role in columns), -1)
    return tuple(
        place for place, role in sorted(roles.items()) if role in {"authors", "coauthors"} and place != main
    )


def _said(layout: Layout, place: int, rows: Sequence[Row]) -> YearlyHeader | None:
    """A list of a year where the officer named its columns so, None for one of awards."""
    subjects = subjects_said(layout.roles)
    if not subjects:
        return None
    titles = titles_over(rows)
    marks = {
        column: (titles.get(column) or ("",))[-1] for column, role in enumerate(layout.roles) if role == MARK
    }
    mark_of = ""
    if marks:
        mark_of = "rating" if any(map(rating_in, marks.values())) else "pledge"
        subjects = tuple(dict.fromkeys((mark_of, *(one for one in subjects if one != MARK))))
    told = {column: role for column, role in enumerate(layout.roles) if role not in {"", SKIP}}
    columns = {role: column for column, role in reversed(told.items()) if role not in {MARK, "coauthors"}}
    settle_unit(columns)
    levels = level_columns(titles) if "idea" in subjects else {}
    levels = {
        at: words for at, words in levels.items() if layout.roles[at : at + 1] in {(), ("",), ("level",)}
    }
    return YearlyHeader(
        subjects,
        columns,
        marks,
        place,
        rows,
        layout.key,
        titles,
        _alike(told, rows, columns),
        said=True,
        mark_of=mark_of,
        told=told,
        levels=levels,
        authors=_further_authors(told, columns),
    )


def _goes_on(row: Row, below: Row) -> bool:
    """Whether a row goes on with the header above it: titles or years, or what stands under a wide title."""
    paired = list(zip_longest(row.cells, below.cells, fillvalue=""))
    own = [place for place, (title, cell) in enumerate(paired) if cell not in {"", title}]
    if not own or any(place < _COUNTED for place in own):
        return False
    wide = set()
    for place in own:
        if not paired[place][0] and place and (place - 1 in wide or paired[place - 1][0]):
            wide |= {place - 1, place}
    titled = {
        place for place in own if yearly_role(paired[place][1]) or YEAR_TITLE.fullmatch(paired[place][1])
    }
    return titled | wide >= set(own)


def _alike(
    roles: Mapping[int, str], rows: Sequence[Row], columns: Mapping[str, int]
) -> dict[str, dict[int, int | None]]:
    """The columns that tell the same thing, or each of its year; beside them what is told of each."""
    found: dict[str, dict[int, int | None]] = {}
    paths = titles_over(rows)
    for place, role in roles.items():
        if (role in DECIDING and role in columns) or role in _BESIDE_YEARS:
            years = _YEARS.findall(" ".join(paths.get(place, ())))
            found.setdefault(role, {})[place] = int(years[-1]) if years else None
    return {
        role: places
        for role, places in found.items()
        if any(places.values()) or (len(places) > 1 and role in DECIDING)
    }


def columns_in(rows: Sequence[Row], above: str = "", below: Sequence[Row] = ()) -> dict[str, int]:
    """The columns of a header, none for rows that are no header of a list with names."""
    columns: dict[str, int] = {}
    for place, role in roles_of(rows, above, below).items():
        if role and role != "coauthors":
            columns.setdefault(role, place)
    if "pledge" in columns and _REACHED.search(
        fold(" ".join(titles_over(rows).get(columns.get("title", -1), ())))
    ):
        del columns["title"]
    if tells_years(titles_over(rows), columns):
        columns["year"] = columns.pop("male")
    if "honorific" in columns:
        columns.setdefault("gender" if "name" in columns else "name", columns.pop("honorific"))
    if "unit_or_name" in columns:
        named = columns.keys() & {"name", "authors", "household", "collective"}
        columns.setdefault("unit" if named else "collective", columns.pop("unit_or_name"))
    people = columns.keys() & {"name", "authors", "household"}
    settle_unit(columns, of_collectives="collective" in columns and not people)
    return columns if len(columns) > 1 and any(role in columns for role in NAMES) else {}
