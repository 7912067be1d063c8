"""Lists of what is known of a year - ratings, initiatives, discipline, work, pledges - read row by row."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from thidua_desktop.domain.titles import TitleBook
from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.intake import line_kinds
from thidua_desktop.intake import yearly_values as values
from thidua_desktop.intake.award_cells import is_tick
from thidua_desktop.intake.award_row import gender_of, no_name, no_person
from thidua_desktop.intake.columns import hamlet_word, is_column_numbers
from thidua_desktop.intake.commune_offices import beside, named, of_paper, stands_under
from thidua_desktop.intake.communes import commune_above
from thidua_desktop.intake.ditto import is_ditto
from thidua_desktop.intake.header import find_columns
from thidua_desktop.intake.heading_unit import is_label, unit_above
from thidua_desktop.intake.item_text import split_joined, who
from thidua_desktop.intake.name_case import post_with_capital, unit_with_capitals, with_capitals
from thidua_desktop.intake.name_columns import settle_unit
from thidua_desktop.intake.reading import CandidateYear, IntakeProblem
from thidua_desktop.intake.serial_dates import birth_written
from thidua_desktop.intake.source import Row, Sheet, Source
from thidua_desktop.intake.unit_words import starts_as_unit
from thidua_desktop.intake.yearly_columns import DECIDING, yearly_role
from thidua_desktop.intake.yearly_marks import marked_columns
from thidua_desktop.intake.yearly_names import names_in
from thidua_desktop.intake.yearly_rows import READERS

_DATED = re.compile(r"\bngay\b.*\bthang\b")
_BY_ONESELF = re.compile(r"\btu (?:nhan|danh gia|xep|cham)\b")
_NO_HOUSEHOLD = "Hộ gia đình chỉ đăng ký thi đua, không có xếp loại, kỷ luật, ngày công: xem lại dòng này."
_SECOND_TABLE = (
    "Một bảng khác bắt đầu ở dòng này nên phần dưới chưa đọc: tách mỗi bảng ra một trang tính hoặc tệp."
)
_NAMES = ("name", "authors", "household", "collective", "unit")
_COMMENDS = re.compile(r"\b(?:khen thuong|giay khen|bang khen|danh hieu|tang thuong)\b")
_RATED = re.compile(r"\bhoan thanh xuat sac\b")
_PLEDGES = re.compile(r"\bdang ky\b.*\b(?:thi dua|danh hieu)\b")
_YEAR = re.compile(r"\bnăm(?:\s+học)?\s+((?:19|20)\d\d)(?:\s*[-–]\s*((?:19|20)\d\d))?", re.IGNORECASE)
_BARE_YEAR = re.compile(r"(?:19|20)\d\d")
_PLACE = re.compile(r"\d{1,6}\s*[.)]?")
_REPEATED = ("unit", "level", "document", "number", "date", "year", "state")
_HEADER_ROWS = 40
_SEVERAL_TICKS = "Dòng đánh dấu nhiều cột: {}."
_NO_TICK = "Không có mức hoàn thành nào được đánh dấu ở dòng này."


@dataclass(frozen=True)
class YearlyRead:
    """What was understood: the rows, what was not, and the source without the sheets that were such lists."""

    rows: tuple[CandidateYear, ...]
    problems: tuple[IntakeProblem, ...]
    rows_read: int
    rest: Source


def read_yearly(source: Source, book: TitleBook, file: str) -> YearlyRead:
    """Read the sheets that are lists of a year; the others are left in `rest`."""
    rows: list[CandidateYear] = []
    problems: list[IntakeProblem] = []
    rest, read = [], 0
    for sheet in source.sheets:
        reader = _reader(sheet, book, file)
        if reader is None:
            rest.append(sheet)
            continue
        reader.run()
        rows += reader.found
        problems += reader.problems
        read += reader.rows_read
    return YearlyRead(tuple(rows), tuple(problems), read, replace(source, sheets=tuple(rest)))


def _reader(sheet: Sheet, book: TitleBook, file: str) -> "_Reader | None":
    """A reader for the sheet where one of its first rows is the header of such a list."""
    above: list[str] = []
    for place, row in enumerate(sheet.rows[:_HEADER_ROWS]):
        columns = _columns(row)
        subject = _subject(columns, " ".join(above)) if columns else ""
        below = sheet.rows[place + 1] if place + 1 < len(sheet.rows) else None
        marks = marked_columns(row, below, subject, bool(_PLEDGES.search(fold(" ".join(above)))), book)
        if columns and (subject or marks.columns):
            told = subject or marks.subject
            return _Reader(
                sheet, place + marks.rows, columns, told, "\n".join(above), book, file, marks.columns
            )
        if not columns_of_year(columns) and find_columns(row.cells):
            return None  # a list of awards, whatever stands below it
        above.append(row.text())
    return None


def columns_of_year(columns: Mapping[str, int]) -> bool:
    """Tell whether a header has a column only lists of a year have."""
    return any(role in columns for role in DECIDING)


def _columns(row: Row) -> dict[str, int]:
    columns: dict[str, int] = {}
    for place, cell in enumerate(row.cells):
        if (role := yearly_role(cell)) and not _BY_ONESELF.search(fold(cell)):
            columns.setdefault(role, place)
    if "honorific" in columns:
        columns.setdefault("gender" if "name" in columns else "name", columns.pop("honorific"))
    if "unit_or_name" in columns:
        named = columns.keys() & {"name", "authors", "household", "collective"}
        columns.setdefault("unit" if named else "collective", columns.pop("unit_or_name"))
    people = columns.keys() & {"name", "authors", "household"}
    settle_unit(columns, of_collectives="collective" in columns and not people)
    return columns if len(columns) > 1 and any(role in columns for role in _NAMES) else {}


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


@dataclass
class _Reader:
    sheet: Sheet
    header: int
    columns: dict[str, int]
    subject: str
    above: str
    book: TitleBook
    file: str
    marks: Mapping[int, str]
    found: list[CandidateYear] = field(default_factory=list)
    problems: list[IntakeProblem] = field(default_factory=list)
    rows_read: int = 0
    _idea_title: str = ""
    _unit: str = ""
    _commune: str = ""
    _hamlet: str = ""
    _document: str = ""
    _last: dict[str, str] = field(default_factory=dict)

    def run(self) -> None:
        """Read every row below the header until the block of signatures."""
        place = self.columns.get("idea", -1)
        self._idea_title = self.sheet.rows[self.header].cells[place] if place >= 0 else ""
        if not {"unit", "joined", "collective"} & self.columns.keys():
            self._unit = unit_above(self.above.splitlines())
        if self.subject != "pledge":
            self._document = values.document_above(self.above.splitlines())
        title = self.columns.get("unit", -1)
        self._hamlet = hamlet_word(_at(self.sheet.rows[self.header], title))
        self._commune = commune_above((self.sheet.name, *self.above.splitlines()))
        heading = _year_of(self.above) or (
            int(self.sheet.name) if _BARE_YEAR.fullmatch(self.sheet.name.strip()) else None
        )
        for row in self.sheet.rows[self.header + 1 :]:
            filled = row.filled()
            if not filled or is_column_numbers(row.cells) or _columns(row) == self.columns:
                continue
            if _columns(row) and find_columns(row.cells):
                self._problem(row, _SECOND_TABLE)
                break
            whole, name = " ".join(filled), self._name(row)
            if line_kinds.stated_in(whole) or any(map(line_kinds.is_empty_total, (whole, name))):
                continue
            if self._signs(row):
                break
            if self._opens_unit(row, filled):
                continue
            if len(filled) == 1 and (year := _year_of(filled[0])):
                heading = year
                continue
            self._take(row, heading)

    def _name(self, row: Row) -> str:
        return next(filter(None, (self._cell(row, role) for role in _NAMES)), "")

    def _signs(self, row: Row) -> bool:
        """Whether the signatures begin; "KT" beside a name is a post."""
        named = any(self._cell(row, role) for role in ("name", "authors", "household"))
        post = self.columns.get("post", -1) if named else -1
        cells = [cell for place, cell in enumerate(row.cells) if cell and place != post]
        return any(map(line_kinds.is_signing, cells)) and not (cells and _PLACE.fullmatch(cells[0]))

    def _opens_unit(self, row: Row, filled: list[str]) -> bool:
        text = re.sub(r"^(?:[IVXLC]+|[A-HĐ]|\d{1,3})\s*[.)/\-:]+\s*", "", filled[-1]).rstrip(" :;.")
        if len(filled) == 1 and is_label(text):
            text = unit_above([text])
        alone = len(filled) == 1 or (len(filled) == 2 and not _PLACE.fullmatch(filled[0]))
        name = self._cell(row, "name")
        marked = filled[-1].isupper() or filled[-1].rstrip().endswith(":") or len(filled) > 1
        if not alone or not starts_as_unit(text) or (name and not (marked and name == filled[-1])):
            return False
        self._unit, self._last = text, {}
        return True

    def _cell(self, row: Row, role: str) -> str:
        return _at(row, self.columns.get(role, -1))

    def _take(self, row: Row, heading: int | None) -> None:
        cells = {role: self._cell(row, role) for role in self.columns}
        cells["idea_title"] = self._idea_title
        ticked = [words for place, words in self.marks.items() if is_tick(_at(row, place))]
        if self.marks:
            cells[self.subject] = "; ".join(ticked)
        inferred = self._repeat(cells)
        name = next(filter(None, map(cells.get, _NAMES[:-1])), "")
        if not name and not {"name", "authors", "household"} & self.columns.keys():
            name = cells.get("unit", "")
        if not name:
            self._problem(row, "Dòng không có họ tên hoặc tên đơn vị: ghi thêm rồi nhập lại.")
            return
        self.rows_read += 1
        if self.marks and self.subject == "rating" and len(ticked) != 1:
            self._problem(row, _SEVERAL_TICKS.format(", ".join(ticked)) if ticked else _NO_TICK)
            return
        year, no_year = self._year(cells, heading)
        names, doubt = names_in(row, self.columns, name, of_authors=self.subject == "idea")
        if doubt:
            self._problem(row, row.doubt or doubt)
            return
        for one in filter(None, map(str.strip, names)):
            for candidate, wrong in self._concluded(row, one, cells, year):
                reason = row.doubt or no_name(one) or wrong
                if candidate.recipient == "person":
                    reason = reason or no_person(candidate.name)
                told = replace(candidate, inferred=(*inferred, *candidate.inferred))
                if reason or no_year:
                    self._problem(row, reason or no_year, None if reason or self._tells_year(cells) else told)
                else:
                    self.found.append(told)

    def _repeat(self, cells: dict[str, str]) -> tuple[str, ...]:
        said: list[str] = []
        merged = "place" in self.columns and not cells.get("place")
        for role in (*_REPEATED, "idea"):
            cell = cells.get(role, "")
            above = self._last.get(role, "")
            if cell and is_ditto(cell) and above:
                said.append(f"“{cell}” được hiểu là “{above}” như dòng trên")
                cells[role] = above
            elif not cell and above and role == "idea" and merged:
                cells[role] = above  # one cell merged over the rows of its authors
        self._last = dict(cells)
        return tuple(said)

    @staticmethod
    def _tells_year(cells: Mapping[str, str]) -> bool:
        return bool(cells.get("year") or cells.get("school_year"))

    def _year(self, cells: Mapping[str, str], heading: int | None) -> tuple[int | None, str]:
        if self.subject == "discipline":
            return None, ""
        text = cells.get("year", "") or cells.get("school_year", "")
        if text:
            found = re.findall(r"(?:19|20)\d\d", text)
            return (int(found[-1]), "") if found else (None, f"Không hiểu năm “{text[:20]}”.")
        day = values.day_in(cells.get("date", ""))
        if heading is None and day is None:
            return None, "Không thấy năm: thêm cột Năm hoặc ghi năm ở đầu đề."
        return heading or (day.year if day else None), ""

    def _concluded(
        self, row: Row, name: str, cells: Mapping[str, str], year: int | None
    ) -> Iterator[tuple[CandidateYear, str]]:
        """The candidates of one recipient in a row, each with why it cannot be taken."""
        post, unit = cells.get("post", ""), cells.get("unit", "")
        doubt = ""
        unit, _ = beside(unit, cells.get("commune", ""), self._hamlet)
        if "joined" in cells:
            post, unit, _, doubt = split_joined(cells["joined"])
        known = who(name, unit or self._unit)
        name, told, gender, birth, unit, rank, _ = known
        post = ", ".join(filter(None, (rank, post)))
        home = told == "household" or (name == cells.get("household") and not starts_as_unit(name))
        only = not {"name", "authors", "household"} & self.columns.keys()
        collective = told == "collective" or only or (not told and starts_as_unit(name) and not post)
        if row.repaired:
            name = unit_with_capitals(name) if collective else with_capitals(name)
            post, unit = post_with_capital(post), unit_with_capitals(unit)
        born, unread = (
            birth_written(cells.get("birth", "") or birth) if cells.get("birth") or birth else (None, "")
        )
        kind = "household" if home else "collective" if collective else "person"
        told_apart = cells.get("unit") or cells.get("commune") or stands_under(name, self._unit)
        own = "" if collective and not told_apart else unit  # the one above is none it is a part of
        unit, placed = of_paper(own, name, self._commune, kind) if self._commune else (own, "")
        name = named(name, unit) if collective else name
        base = CandidateYear(
            sheet=self.sheet.name,
            row=row.number,
            subject=self.subject,
            recipient=kind,
            name=name,
            year=year,
            gender=gender_of(cells.get("gender", "")) or gender,
            birth=born,
            post=post,
            unit=unit,
            document=self._document_of(cells),
            note=cells.get("note", ""),
            inferred=tuple(filter(None, (unread, placed))),
        )
        alien = _NO_HOUSEHOLD if home and self.subject != "pledge" else ""
        for candidate, reason in READERS[self.subject](base, cells, self.book):
            yield candidate, alien or doubt or reason

    def _document_of(self, cells: Mapping[str, str]) -> str:
        number = cells.get("number", "") or cells.get("decision", "")
        return values.document_in(number, cells.get("date", ""))[0] or self._document

    def _problem(self, row: Row, reason: str, asked: CandidateYear | None = None) -> None:
        """Show a row not taken; asked is one that lacks nothing but the year of its list."""
        text = row.text()[:300]
        told = IntakeProblem(self.file, self.sheet.name, row.number, text, reason, yearly=asked)
        self.problems.append(replace(told, lacks_year=asked is not None))


def _year_of(text: str) -> int | None:
    lines = [line for line in text.splitlines() if not _DATED.search(fold(line))]
    found = _YEAR.search("\n".join(lines)) or _YEAR.search(text)
    return int(found[2] or found[1]) if found else None


def _at(row: Row, place: int) -> str:
    return row.cells[place].strip() if 0 <= place < len(row.cells) else ""


def subjects(rows: Sequence[CandidateYear]) -> tuple[str, ...]:
    """The subjects of rows, each once, in the order met."""
    return tuple(dict.fromkeys(row.subject for row in rows))
