"""The header of a list of a year: what it is of, and its columns, as its titles or the officer tell."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import zip_longest

from thidua_desktop.domain.titles import TitleBook
from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.intake import line_kinds
from thidua_desktop.intake.columns import role_of
from thidua_desktop.intake.decision_text import reference_in
from thidua_desktop.intake.header import Columns, find_columns, rest_of_name_in, titles_over
from thidua_desktop.intake.headers import Headers
from thidua_desktop.intake.layouts import READ, Layout, layout_key
from thidua_desktop.intake.name_columns import part_before, settle_unit, tells_years
from thidua_desktop.intake.result_columns import tells_result
from thidua_desktop.intake.roles import MARK, SKIP, subject_said
from thidua_desktop.intake.source import Row, Sheet
from thidua_desktop.intake.yearly_columns import DECIDING, columns_of_year, yearly_role
from thidua_desktop.intake.yearly_marks import marked_columns
from thidua_desktop.intake.yearly_other_ratings import of_another_rating
from thidua_desktop.intake.yearly_values import rating_in

NAMES = ("name", "authors", "household", "collective", "unit")
_REACHED = re.compile(r"\b(?:dat|ket qua|duoc tang|cong nhan|da tang)\b")
_HEADER_ROWS = 40
_COUNTED = 2  # columns that number and name the rows, over which no further title stands
_YEARS = re.compile(r"\b(?:19|20)\d\d\b")
_YEAR_TITLE = re.compile(r"(?:năm(?:\s+học)?\s+)?(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?", re.IGNORECASE)
_BY_ONESELF = re.compile(r"\btu (?:nhan|danh gia|xep|cham)\b")
_COMMENDS = re.compile(r"\b(?:khen thuong|giay khen|bang khen|danh hieu|tang thuong)\b")
_RATED = re.compile(r"\bhoan thanh xuat sac\b")
_PLEDGES = re.compile(r"\bdang ky\b.*\b(?:thi dua|danh hieu)\b")


@dataclass(frozen=True)
class YearlyHeader:
    """Where such a list begins.

    Attributes:
        subject: what it is of, as CandidateYear has it.
        columns: the column of each role.
        marks: the words over columns whose cells are marked, by place.
        place: of its first row in the sheet.
        rows: the rows it takes, none where the officer named the columns of a list without one.
        key: of its layout.
        titles: what stands over each column, from top to bottom.
        said: whether the officer named its columns.
        alike: the columns of a role that tells what the list is of, with the year each is of, where there
            are several, or one of a year of its own.

    """

    subject: str
    columns: dict[str, int]
    marks: Mapping[int, str]
    place: int
    rows: Sequence[Row] = ()
    key: str = ""
    titles: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    alike: Mapping[str, Mapping[int, int | None]] = field(default_factory=dict)
    said: bool = False

    def title(self, role: str) -> str:
        """What stands next over the column of a role."""
        return (self.titles.get(self.columns.get(role, -1)) or ("",))[-1]

    def deciding(self) -> Mapping[int, str]:
        """The columns that tell what the list is of, with all that stands over each."""
        roles = [role for role, subject in DECIDING.items() if subject == self.subject]
        places = {self.columns[role] for role in roles if role in self.columns} | set(self.marks)
        return {place: " ".join(self.titles.get(place, ())) for place in sorted(places)}

    def unread(self, below: Sequence[Row], book: TitleBook) -> list[str]:
        """The titles of columns of awards that were given, which are not read from such a list."""
        places = [place for place in self.titles if place not in {*self.columns.values(), *self.marks}]
        places = [place for place in places if not any(place in alike for alike in self.alike.values())]
        return [
            " ".join(self.titles[place])
            for place in places
            if role_of(" ".join(self.titles[place][-1:])) == "title"
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
        if self.subject == "pledge":
            roles |= {place: "pledge" for place, role in roles.items() if role == "title"}
        roles |= dict.fromkeys(self.marks, MARK)
        roles |= {place: role for role, places in self.alike.items() for place in places}
        name, rest = self.columns.get("name", -1), rest_of_name_in(self.rows, self.columns.get("name", -1))
        if rest >= 0:
            roles |= {name: "family", rest: "name"}
        return tuple(roles.get(place, "") for place in range(max(roles, default=-1) + 1))

    def is_repeated(self, row: Row) -> bool:
        """Whether a row is its header again, below the break of a page."""
        return any(row.cells == head.cells for head in self.rows) or columns_in((row,)) == self.columns


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
        columns = columns_in(block)
        subject = _subject(columns, " ".join(above)) if columns else ""
        marks = marked_columns(row, below, subject, bool(_PLEDGES.search(fold(" ".join(above)))), book)
        if subject == "pledge" and _gives(sheet.rows, place + len(block), block, above, book):
            return None
        if columns and (subject or marks.columns):
            block = sheet.rows[place : place + max(marks.rows + 1, len(block))]
            return _header(subject or marks.subject, columns, marks.columns, place, block)
        if not columns_of_year(columns) and find_columns(row.cells):
            return None  # a list of awards, whatever stands below it
        above.append(row.text())
    if of_shape := headers.said_of_shape(sheet):
        return _said(*of_shape, ())
    return None


def _gives(
    rows: Sequence[Row], below: int, block: Sequence[Row], above: Sequence[str], book: TitleBook
) -> bool:
    """Whether what was reached stands beside the pledges, by a decision named above: a list of awards."""
    if not any(map(reference_in, above)):
        return False
    results = [place for place, path in titles_over(block).items() if tells_result(" ".join(path))]
    return any(
        book.knows(row.cells[place]) for row in rows[below:] for place in results if place < len(row.cells)
    )


def _said(layout: Layout, place: int, rows: Sequence[Row]) -> YearlyHeader | None:
    """A list of a year where the officer named its columns so, None for one of awards."""
    subject = subject_said(layout.roles)
    if not subject:
        return None
    titles = titles_over(rows)
    marks = {
        column: (titles.get(column) or ("",))[-1] for column, role in enumerate(layout.roles) if role == MARK
    }
    if subject == MARK:
        subject = "rating" if any(map(rating_in, marks.values())) else "pledge"
    columns = {role: column for column, role in enumerate(layout.roles) if role not in {"", SKIP, MARK}}
    settle_unit(columns)
    alike = _alike(dict(enumerate(layout.roles)), rows)
    return YearlyHeader(subject, columns, marks, place, rows, layout.key, titles, alike, said=True)


def _header(
    subject: str, columns: dict[str, int], marks: Mapping[int, str], place: int, rows: Sequence[Row]
) -> YearlyHeader:
    alike = {} if marks else _alike(_roles(rows), rows)
    return YearlyHeader(subject, columns, marks, place, rows, layout_key(rows), titles_over(rows), alike)


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
        place for place in own if yearly_role(paired[place][1]) or _YEAR_TITLE.fullmatch(paired[place][1])
    }
    return titled | wide >= set(own)


def _roles(rows: Sequence[Row]) -> dict[int, str]:
    """The role the titles over each column tell; what one says of oneself is left out.

    So are ratings of something else, where a column beside them is of the year.
    """
    paths = titles_over(rows)
    roles = {
        place: _role(path)
        for place, path in paths.items()
        if path and not _BY_ONESELF.search(fold(" ".join(path)))
    }
    rated = [place for place, role in roles.items() if role == "rating"]
    others = [place for place in rated if of_another_rating(" ".join(paths[place]))]
    if len(others) < len(rated):
        roles |= dict.fromkeys(others, "")
    return roles


def _role(path: Sequence[str]) -> str:
    own = yearly_role(path[-1])
    if len(path) == 1:
        return own
    over = yearly_role(path[-2])
    if own in {"male", "female"} and over == "birth":
        return f"birth_{own}"
    return over if _YEAR_TITLE.fullmatch(path[-1]) else own or over


def _alike(roles: Mapping[int, str], rows: Sequence[Row]) -> dict[str, dict[int, int | None]]:
    found: dict[str, dict[int, int | None]] = {}
    paths = titles_over(rows)
    for place, role in roles.items():
        if role in DECIDING:
            years = _YEARS.findall(" ".join(paths.get(place, ())))
            found.setdefault(role, {})[place] = int(years[-1]) if years else None
    return {role: places for role, places in found.items() if len(places) > 1 or any(places.values())}


def columns_in(rows: Sequence[Row]) -> dict[str, int]:
    """The columns of a header, none for rows that are no header of a list with names."""
    columns: dict[str, int] = {}
    for place, role in _roles(rows).items():
        if role:
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


def _subject(columns: Mapping[str, int], above: str) -> str:
    """What the list is of, "" for a list of awards, whatever else its columns tell."""
    plain = fold(above)
    if "title" in columns:
        return "pledge" if _PLEDGES.search(plain) else ""
    found = next((subject for role, subject in DECIDING.items() if role in columns), "")
    if found == "members" and {"name", "authors", "household"} & columns.keys():
        return ""  # beside names it counts something else
    if found in {"rating", "work_year", "idea", "discipline", "members"} and line_kinds.is_likely_title(
        _RATED.sub("", plain)
    ):
        return ""
    return "" if found in {"rating", "work_year", "members"} and _COMMENDS.search(plain) else found
