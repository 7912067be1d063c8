"""Lists of what is known of a year - ratings, initiatives, discipline, work, pledges - read row by row."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from thidua_desktop.domain.titles import TitleBook
from thidua_desktop.intake import line_kinds
from thidua_desktop.intake import yearly_sections as sections
from thidua_desktop.intake import yearly_values as values
from thidua_desktop.intake.award_cells import is_tick
from thidua_desktop.intake.award_row import no_name, no_person
from thidua_desktop.intake.columns import is_column_numbers
from thidua_desktop.intake.ditto import is_ditto
from thidua_desktop.intake.header import find_columns
from thidua_desktop.intake.heading_unit import is_label, unit_above
from thidua_desktop.intake.name_cell import name_of
from thidua_desktop.intake.reading import CandidateYear
from thidua_desktop.intake.roles import DECIDING
from thidua_desktop.intake.source import Row, Sheet
from thidua_desktop.intake.unit_words import starts_as_unit
from thidua_desktop.intake.yearly_above import above, year_told
from thidua_desktop.intake.yearly_authors import Authors, authors_in
from thidua_desktop.intake.yearly_columns_alike import DOUBT, several_columns
from thidua_desktop.intake.yearly_denied import Sections, denied_beside
from thidua_desktop.intake.yearly_header import NAMES, YearlyHeader, columns_in
from thidua_desktop.intake.yearly_kept import Kept
from thidua_desktop.intake.yearly_levels import (
    LEVEL_DOUBT,
    LEVEL_SAID,
    level_marked,
    level_of_section,
    level_settled,
)
from thidua_desktop.intake.yearly_names import names_unclear
from thidua_desktop.intake.yearly_recipient import concluded
from thidua_desktop.intake.yearly_rows import DENIED, MARKED
from thidua_desktop.intake.yearly_years import tells_year, year_of

_SECOND_TABLE = (
    "Một bảng khác bắt đầu ở dòng này nên phần dưới chưa đọc: tách mỗi bảng ra một trang tính hoặc tệp."
)
_PLACE = re.compile(r"\d{1,6}\s*[.)]?")
_REPEATED = (
    *("post", "unit", "commune", "joined", "rating", "pledge", "title", "level", "kind", "state", "form"),
    *("starts", "ends", "months", "leave", "number", "date", "decision", "year", "school_year"),
)
_OF_IDEA = ("level", "number", "date", "decision", "year", "school_year", "kind", "state", "applied", "note")
_MERGED = "merged"
_OF_DECISIONS = ("number", "date", "decision")
_MAY_BE_BLANK = frozenset(("idea", "discipline", "pledge", "work_year"))
_NOTHING_TOLD = "Dòng không ghi gì ở các cột cần đọc: ghi thêm rồi nhập lại, hoặc bỏ qua."
_GIVEN = "Cột “{}” chưa đọc: danh hiệu đã tặng chỉ nhập từ danh sách kèm quyết định."
_SEVERAL_TICKS = "Dòng đánh dấu nhiều cột: {}."
_NO_TICK = "Không có mức hoàn thành nào được đánh dấu ở dòng này."


@dataclass
class Reader:
    """Reads the rows of one list of a year."""

    sheet: Sheet
    header: YearlyHeader
    book: TitleBook
    file: str
    rows_read: int = 0
    _last: dict[str, str] = field(default_factory=dict)
    _depth: int = sections.DEEPEST

    def __post_init__(self) -> None:
        self._above = above(self.sheet, self.header)
        self.kept = Kept(self.file, self.sheet.name)
        self._sections = Sections(self.header.subjects)
        if numbered := sections.numbered_above(self.sheet.rows[: self.header.place]):
            self._sections.heads(numbered)

    def run(self) -> None:
        """Read every row below the header until the block of signatures."""
        place = self.header.place
        below = self.sheet.rows[place + len(self.header.rows) :]
        for title in self.header.unread(below, self.book):
            self.kept.problem(self.sheet.rows[place], _GIVEN.format(title[:60]))
        for at, row in enumerate(below):
            filled = row.filled()
            if not filled or is_column_numbers(row.cells) or self.header.is_repeated(row):
                continue
            if columns_in((row,)) and find_columns(row.cells):
                self.kept.problem(row, _SECOND_TABLE)
                break
            whole, name = " ".join(filled), self._name(row)
            if line_kinds.stated_in(whole) or any(map(line_kinds.is_empty_total, (whole, name))):
                continue
            if self._signs(row) or sections.ends_list(below, at):
                break
            if not self._heads(row, filled):
                self._take(row)
        self.kept.settle(self.sheet.rows)

    def _heads(self, row: Row, filled: list[str]) -> bool:
        """Whether a row holds for those below it, or says nothing of anybody."""
        if self._sections.heads(row):
            self._last = {}
            return True
        if sections.opens_kind(row):
            if sections.depth(filled) <= self._depth:
                self._above.unit, self._depth = self._above.of_list, sections.DEEPEST
            self._last = {}
            return True
        if (
            "idea" in self.header.subjects
            and sections.heads_rows(row)
            and (level := level_of_section(filled[-1]))
        ):
            self._above.level, self._last = level, {}
            return True
        if (
            "rating" in self.header.subjects
            and not self._rated_by_column
            and (rating := sections.rating_over(row))
        ):
            self._above.rating = rating
            return True
        if sections.says_nothing(row) or self._opens_unit(row, filled):
            return True
        self._ends_unit(row)
        year = year_told(filled[0]) if len(filled) == 1 else None
        self._above.year = year or self._above.year
        return year is not None

    @property
    def _rated_by_column(self) -> bool:
        return "rating" in self.header.columns or bool(self.header.marks)

    def _name(self, row: Row) -> str:
        return next(filter(None, (self._cell(row, role) for role in NAMES)), "")

    def _signs(self, row: Row) -> bool:
        """Whether the signatures begin; "KT" beside a name is a post."""
        named = any(self._cell(row, role) for role in ("name", "authors", "household"))
        post = self.header.columns.get("post", -1) if named else -1
        cells = [cell for place, cell in enumerate(row.cells) if cell and place != post]
        return any(map(line_kinds.is_signing, cells)) and not (cells and _PLACE.fullmatch(cells[0]))

    def _opens_unit(self, row: Row, filled: list[str]) -> bool:
        text = re.sub(r"^(?:[IVXLC]+|[A-HĐ]|\d{1,3})\s*[.)/\-:]+\s*", "", filled[-1]).rstrip(" :;.")
        if len(filled) == 1 and is_label(text):
            text = unit_above([text])
        alone = sections.heads_rows(row)
        name = self._cell(row, "name")
        marked = filled[-1].isupper() or filled[-1].rstrip().endswith(":") or len(filled) > 1
        if not alone or not starts_as_unit(text) or (name and not (marked and name == filled[-1])):
            return False
        self._above.unit, self._last, self._depth = text, {}, sections.depth(filled)
        return True

    def _cell(self, row: Row, role: str) -> str:
        return _at(row, self.header.columns.get(role, -1))

    def _take(self, row: Row) -> None:
        cells = {role: self._cell(row, role) for role in self.header.columns}
        doubt = self._join_name(row, cells)
        cells["idea_title"] = self.header.title("idea")
        ticked = [words for place, words in self.header.marks.items() if is_tick(_at(row, place))]
        if self.header.marks:
            cells[self.header.mark_of] = "; ".join(ticked)
            cells[MARKED] = "\n".join(ticked)
        cells |= level_marked(row, self.header.levels) if self.header.levels else {}
        if self._above.rating and not self._rated_by_column:
            cells["rating"] = self._above.rating
        inferred = self._repeat(cells)
        name = next(filter(None, map(cells.get, NAMES[:-1])), "")
        if not name and not {"name", "authors", "household"} & self.header.columns.keys():
            name = cells.get("unit", "")
        if not name:
            self.kept.problem(row, "Dòng không có họ tên hoặc tên đơn vị: ghi thêm rồi nhập lại.")
            return
        self.rows_read += 1
        if why := self._sections.why():
            self.kept.problem(row, why)
            return
        half = bool(self.header.also.columns)
        several = half or len(self.header.subjects) > 1
        said = False
        for subject in self.header.subjects:
            if several and subject in _MAY_BE_BLANK and not self._filled(row, cells, subject):
                continue
            said = True
            if subject == "rating" == self.header.mark_of and len(ticked) != 1:
                self.kept.problem(row, _SEVERAL_TICKS.format(", ".join(ticked)) if ticked else _NO_TICK)
            else:
                self._take_subject(row, subject, name, cells, doubt, inferred)
        if not said and not half:
            self.kept.problem(row, _NOTHING_TOLD)

    def _ends_unit(self, row: Row) -> None:
        """Let no unit hold below a heading that stands as high and is not understood."""
        if sections.heads_rows(row) and sections.depth(row.filled()) <= self._depth < sections.DEEPEST:
            self._above.unit = self._above.of_list

    def _filled(self, row: Row, cells: Mapping[str, str], subject: str) -> bool:
        roles = [role for role, of in DECIDING.items() if of == subject]
        told = several_columns(row, self.header, subject)
        return any(map(cells.get, roles)) or any(more.get(role) for _, more in told for role in roles)

    def _take_subject(
        self,
        row: Row,
        subject: str,
        name: str,
        cells: Mapping[str, str],
        doubt: str,
        inferred: tuple[str, ...],
    ) -> None:
        cells = self._of_subject(row, subject, cells)
        none = cells.get("idea", "") if subject == "idea" and "idea" not in self.header.alike else ""
        if none and values.says_no_idea(none):
            return
        authors = self._authors(row, subject, name)
        if unclear := authors.unclear:
            self.kept.hold(cells.get("idea", ""), row)
            self.kept.problem(row, row.doubt or unclear)
            return
        for of_column, told in several_columns(row, self.header, subject):
            whole = cells | told
            if subject == "idea":
                whole |= self._level(whole) | {DENIED: denied_beside(row, self.header)}
            year, no_year = year_of(whole, of_column or self._above.year, subject)
            reason = row.doubt or doubt or told.get(DOUBT, "")
            found = [
                one
                for each, own in zip(authors.names, authors.apart, strict=True)
                for one in self._conclude(row, each, whole | dict(own), year, subject)
            ]
            more = tuple(filter(None, (*inferred, authors.left_out)))
            told_of = [(replace(one, inferred=(*more, *one.inferred)), reason or why) for one, why in found]
            self.kept.keep(row, told_of, no_year, asked=not tells_year(whole))

    def _authors(self, row: Row, subject: str, name: str) -> Authors:
        """Whom a row tells something of: the authors of an initiative, else the one it names."""
        columns = self.header.columns
        if subject == "idea" or ("authors" in columns and "name" not in columns):
            return authors_in(row, name, columns, self.header.authors if subject == "idea" else ())
        return Authors((name.strip(),), names_unclear(row, columns), apart=({},))

    def _of_subject(self, row: Row, subject: str, cells: Mapping[str, str]) -> dict[str, str]:
        """The cells of one of several subjects: of decisions only those beside it."""
        if len(self.header.subjects) == 1:
            return dict(cells)
        own = self.header.own(subject)
        left = {role: cell for role, cell in cells.items() if role not in _OF_DECISIONS or role in own}
        beside = {role: place for role, place in own.items() if place != self.header.columns.get(role)}
        told = left | {role: _at(row, place) for role, place in beside.items()}
        return (
            told | level_marked(row, self.header.levels) if subject == "idea" and self.header.levels else told
        )

    def _level(self, cells: Mapping[str, str]) -> dict[str, str]:
        if cells.get(LEVEL_DOUBT):
            return {}
        above = self._above
        level, said, doubt = level_settled(
            cells.get("level", ""), above.level, above.levels, has_column="level" in self.header.columns
        )
        return {"level": level, LEVEL_SAID: said, LEVEL_DOUBT: doubt}

    def _conclude(
        self, row: Row, name: str, cells: Mapping[str, str], year: int | None, subject: str
    ) -> Iterator[tuple[CandidateYear, str]]:
        around = self._above, self.header, self.book
        for candidate, wrong in concluded(row, self.sheet.name, name, cells, year, *around, subject=subject):
            reason = no_name(name) or wrong
            if candidate.recipient == "person":
                reason = reason or no_person(candidate.name)
            yield candidate, reason

    def _join_name(self, row: Row, cells: dict[str, str]) -> str:
        """Put a name in two columns together; say why it cannot be told."""
        names = self.header.names
        if names is None:
            return ""
        name, _, doubt = name_of(row, cells, names)
        if cells.get("name") or cells.get("family"):
            cells["name"] = name
        return doubt

    def _goes_on(self, cells: Mapping[str, str]) -> bool:
        """Whether a row without a number is of one more author of the initiative numbered above it."""
        if self.header.subjects != ("idea",) or "place" not in self.header.columns or cells.get("place"):
            return False
        return bool(self._last.get("place") or self._last.get(_MERGED))

    def _repeat(self, cells: dict[str, str]) -> tuple[str, ...]:
        said: list[str] = []
        merged = self._goes_on(cells)
        for role in (*_REPEATED, "idea"):
            cell = cells.get(role, "")
            above = self._last.get(role, "")
            if cell and is_ditto(cell) and above:
                said.append(f"“{cell}” được hiểu là “{above}” như dòng trên")
                cells[role] = above
            elif not cell and above and role == "idea" and merged:
                cells[role] = above  # one cell merged over the rows of its authors
                cells |= {one: self._last.get(one, "") for one in _OF_IDEA if not cells.get(one)}
                cells[_MERGED] = above
        self._last = dict(cells)
        return tuple(said)


def _at(row: Row, place: int) -> str:
    return row.cells[place].strip() if 0 <= place < len(row.cells) else ""


def subjects(rows: Sequence[CandidateYear]) -> tuple[str, ...]:
    """The subjects of rows, each once, in the order met."""
    return tuple(dict.fromkeys(row.subject for row in rows))
