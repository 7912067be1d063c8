"""What the lines above rows say of them, until others stand there: heading, section, title, the unit."""

import re
from dataclasses import dataclass, field, replace

from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.intake import awards, line_kinds
from thidua_desktop.intake.award_row import Above, RowReader, rank_in, year_above
from thidua_desktop.intake.awards import Title
from thidua_desktop.intake.communes import commune_above
from thidua_desktop.intake.decision_text import Reference
from thidua_desktop.intake.heading import (
    Heading,
    corrects,
    denies,
    is_of_another_matter,
    plans,
    proposes,
    read_heading,
    starts_list,
)
from thidua_desktop.intake.heading_of_others import is_of_others
from thidua_desktop.intake.heading_unit import (
    ending_title,
    in_full,
    is_school,
    labelled,
    names_committee_above,
    office_above,
    own_unit_above,
    unit_above,
)
from thidua_desktop.intake.unit_words import names_unit

PROPOSED = (
    "Danh sách này là đề nghị, bình xét, chưa phải quyết định khen thưởng: không nhập thành lượt khen. "
    "Lập hồ sơ ở trang Khen thưởng; nếu đã có quyết định thì ghi số vào đầu danh sách rồi nhập lại."
)
_PLANNED = (
    "Văn bản này là chương trình, kế hoạch, lịch, báo cáo hoặc giấy mời, không phải quyết định khen thưởng: "
    "không nhập gì từ đây; nếu có danh sách kèm quyết định thì ghi số quyết định vào đầu danh sách rồi nhập "
    "lại."
)
_OTHER_MATTER = (
    "Danh sách này về nâng lương, bổ nhiệm, quy hoạch …, không phải danh sách khen thưởng: không nhập gì từ "
    "đây; nếu là khen thưởng thì ghi danh hiệu, hình thức vào đầu đề rồi nhập lại."
)
_OF_OTHERS = (
    "Đầu đề nói đây là danh sách hội đồng, ban, tổ, đại biểu, lấy ý kiến …, không phải danh sách được khen: "
    "không nhập gì từ đây."
)
CORRECTED = (
    "Văn bản này đính chính, sửa thông tin của một quyết định trước, không tặng thêm gì: không nhập gì từ "
    "đây; mở quyết định trước ở trang Khen thưởng rồi sửa họ tên, thông tin của từng người ở đó."
)
TOLD_ONCE = frozenset((PROPOSED, CORRECTED, _PLANNED, _OTHER_MATTER, _OF_OTHERS))
"""Why nothing of a whole list is taken."""
_UNCLEAR = (
    "Dòng “{}” phía trên chưa rõ là danh hiệu của các dòng dưới nó hay thành tích của dòng trên: "
    "viết thành đề mục (“II. …” hoặc “…:”) rồi nhập lại."
)
_DENIED = "Đầu đề nói đây là danh sách không được khen, bị thu hồi: không nhập dòng này thành lượt khen."
_ORDERED = "Dòng này đứng dưới “{}”, điều không tặng, không công nhận gì: không nhập thành lượt khen."
_BELOW_DENIED = "Dòng này đứng dưới “{}” nên không nhập thành lượt khen."
_BELOW_UNREAD = (
    "Dòng “{}” phía trên không hiểu được nên chưa rõ các dòng dưới nó có được khen hay không: viết rõ lại, "
    "hoặc bỏ dòng ấy, rồi nhập lại."
)
_FAR = "Năm {} ở đầu quyết định khác xa ngày ký: ghi năm đạt vào đầu danh sách rồi nhập lại."
_INHERITED = "Danh hiệu “{}” lấy theo đầu đề phía trên: xem lại."
_YEAR_INHERITED = "Năm {} lấy theo đầu đề phía trên: xem lại."
_OF_DECISION = re.compile(r"(?:ve viec|v/v|dieu 1)\b")
_OPEN = (" -", " –")
_CITES = re.compile(
    r"(?:vi |do )?da (?:co (?:nhieu )?thanh tich|co cong|lap thanh tich|hoan thanh xuat sac)\b"
)
_ANY_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_HAS_RANK = re.compile(r"hạng\b", re.IGNORECASE)
_RANK_BEHIND = re.compile(r"\s+hạng\s+(?:nhất|nhì|ba)\W*$", re.IGNORECASE)
_MOST_YEARS = 5  # from the first year a decision tells of to its day
_EARLY = 3  # months at whose end annual titles of the year before have been decided
_WHICH_YEAR = "Không thấy năm đạt: quyết định ký đầu năm {}, danh hiệu có thể của năm {}. Ghi năm vào đầu đề."
_SHEET_YEAR = re.compile(r"(?:n[aă]m[ _-]*)?((?:19|20)\d\d)", re.IGNORECASE)


@dataclass
class Block:
    """The lines above rows.

    Attributes:
        section: the kind of recipients a section is of.
        title: the words of an award a section names; titles_are_roman: whether its numeral was Roman.
        title_year: the year that section names.
        unclear: a line that may name another award.
        refused, lost: why the rows below a line of their own are not taken.
        ordered: an article that gives nothing, below the list of one that does.
        before: the block above, where only the decision changed below it.
        proposed: the paper says that it only proposes.
        over: lines of the blocks above, which may name the commune the whole paper is of.

    """

    sheet: str
    lines: list[str] = field(default_factory=list)
    section: str = ""
    title: str = ""
    titles_are_roman: bool = False
    title_year: int | None = None
    unclear: str = ""
    refused: str = ""
    lost: str = ""
    ordered: str = ""
    before: "Block | None" = None
    proposed: bool = False
    over: tuple[str, ...] = ()
    _heading: Heading | None = None
    _above: dict[tuple[int, str], Above] = field(default_factory=dict)

    @property
    def heading(self) -> Heading:
        """What the lines say together."""
        if self._heading is None:
            self._heading = read_heading(self.lines)
        return self._heading

    def add(self, line: str) -> None:
        """Add a line of the heading; one that ends in a dash goes on in the next."""
        if self.lines and self.lines[-1].endswith(_OPEN):
            line = f"{self.lines.pop()} {line}"
        self.lines.append(line)
        self.proposed = self.proposed or proposes(line)
        self.forget()

    def pass_over(self, line: str) -> bool:
        """Pass over a line that names another decision, unless it says that the paper puts that one right."""
        if corrects(line):
            self.add(line)
        return True

    def forget(self) -> None:
        """Conclude anew for the next row: what was known of the decision has changed."""
        self._heading, self._above = None, {}

    @property
    def place(self) -> tuple[str, ...]:
        """The lines that may name the commune the paper is of: where none of its own does, those above it."""
        return tuple(self.lines) if commune_above(self.lines) else (*self.lines, *self.over)

    def open(self, section: str) -> None:
        """Open a section of a kind of recipients, "" for any."""
        self.section, self.refused, self.lost, self._above = section, "", "", {}

    def open_title(self, title: str, section: str, *, roman: bool, year: int | None = None) -> None:
        """Open a section of an award."""
        self.title, self.titles_are_roman, self.title_year, self.unclear = title, roman, year, ""
        self.open(section)

    def open_year(self, year: int) -> None:
        """Open the rows of another year: "NĂM 2019"."""
        self.title_year, self._above = year, {}

    def doubt(self, line: str) -> None:
        """Take no row below a line that may name another award, until one does."""
        self.unclear, self._above = line, {}

    def deny(self, line: str) -> None:
        """Take no row below a line that says they were not commended, until a section opens."""
        self.refused, self._above = _BELOW_DENIED.format(line[:60]), {}

    def lose(self, line: str) -> None:
        """Take no row below what may be a heading and was not understood, until a section or a unit opens."""
        self.lost, self._above = _BELOW_UNREAD.format(line[:60]), {}

    def find(self) -> None:
        """Take the rows below a line understood again."""
        if self.lost:
            self.lost, self._above = "", {}

    def order(self, line: str) -> None:
        """Take no row below an article that gives nothing."""
        self.ordered, self._above = line, {}

    def name_unit(self, line: str) -> None:
        """Take a line that names the unit of the rows below it, in place of one that named another."""
        self.lines = [*(one for one in self.lines if not labelled((one,))), line]
        self._above = {}

    def issued(self, reference: Reference) -> Reference:
        """Return the decision; who issued it by the head of the paper where nothing else tells."""
        by_committee = reference.number.upper().endswith("UBND")
        if reference.level or not by_committee or not (office := office_above(self.lines)):
            return reference
        return replace(reference, authority=office)

    def above(self, place: int, reference: Reference, column_kind: str, reader: RowReader) -> Above:
        """Return what holds for the rows of a decision, concluded once."""
        key = place, column_kind
        if key not in self._above:
            self._above[key] = self._conclude(reference, column_kind, reader)
        return self._above[key]

    def _conclude(self, reference: Reference, column_kind: str, reader: RowReader) -> Above:
        heading = self.heading
        year, no_year, remark, early = self._year(reference)
        title, words, inherited = self.award(reference, reader)
        remarks = [remark, _INHERITED.format(words) if inherited else ""]
        kinds = heading.kinds
        section = self.section
        if self.before and not kinds and not section:
            kinds, section = self.before.heading.kinds, self.before.section
        unit, unit_from = self.unit
        return Above(
            sheet=self.sheet,
            reference=reference,
            context=section or (kinds[0] if len(kinds) == 1 else "") or column_kind,
            title=title,
            named=words,
            no_title="" if title else self._no_title(words, reference, reader),
            year=year,
            no_year=no_year,
            year_is_asked=not any("nhiều năm" in said for said in heading.remarks),
            no_annual_year=early,
            unit=unit,
            unit_from=unit_from,
            commune=commune_above((self.sheet, reference.authority, *self.place)),
            mixed=len(kinds) > 1,
            denied=self._denied(reference),
            remarks=tuple(filter(None, remarks)),
        )

    def _no_title(self, words: str, reference: Reference, reader: RowReader) -> str:
        """Return why rows that name no award have none."""
        other = any(map(is_of_another_matter, self.lines)) and not any(
            map(line_kinds.is_likely_title, self.lines)
        )
        return _OTHER_MATTER if other else awards.unknown_title(words, reader.book, reference.level)

    def _year(self, reference: Reference) -> tuple[int | None, str, str, str]:
        """Return the year, why there is none, what was concluded, and why an annual title has none."""
        own = self.heading.year
        if self.title_year:
            return self.title_year, "", "", ""
        if not own and self.before and (above := self.before.said_year):
            return above, "", _YEAR_INHERITED.format(above), ""
        if not own and not self._sheet_year and (said := self._year_of_decision):
            signed = reference.decided_on
            if signed and not signed.year - _MOST_YEARS <= said <= signed.year:
                return None, _FAR.format(said), "", ""
            return said, "", _YEAR_INHERITED.format(said), ""
        year, no_year, remark = year_above(self.heading, self._sheet_year, reference.decided_on)
        signed = reference.decided_on
        by_day = signed is not None and not own and not self._sheet_year and not no_year
        early = signed is not None and by_day and signed.month <= _EARLY
        unclear = _WHICH_YEAR.format(signed.year, signed.year - 1) if signed and early else ""
        return year, no_year, remark, unclear

    def _denied(self, reference: Reference) -> str:
        if any(map(corrects, self.lines)):
            return CORRECTED
        denied = any(map(denies, self.lines))
        if (denied or not reference.number) and any(map(plans, self.lines)):
            return _PLANNED
        if denied:
            return _DENIED
        if any(map(is_of_others, self.lines)):
            return _OF_OTHERS
        if self.refused or self.lost:
            return self.refused or self.lost
        if self.proposed and not reference.number:
            return PROPOSED
        if self.ordered:
            return _ORDERED.format(self.ordered[:60])
        return _UNCLEAR.format(self.unclear[:60]) if self.unclear else ""

    def award(self, reference: Reference, reader: RowReader) -> tuple[Title | None, str, bool]:
        """Return the award of rows that name none, its words, and whether they stand above another block."""
        heading = self.heading
        told = (words for words in heading.titles if not line_kinds.is_general(words))
        named = (self.title,) if self.title else tuple(told)
        listed = () if self.title else heading.listed
        titles = (reader.title_in(said, reference.level, reference.authority) for said in (*named, *listed))
        title = next(filter(None, titles), None)
        if title is None and not self.title:
            alone = {
                found.codes: found
                for line in heading.lines
                if (found := reader.title_in(line, reference.level, reference.authority))
            }
            title = next(iter(alone.values())) if len(alone) == 1 else None
        words = title.written if title else next(iter(named), "")
        if not words and self.before and not any(map(starts_list, self.lines)):
            title, words, _ = self.before.award(reference, reader)
            return title, words, bool(words)
        return title, words, False

    def ranked(self, words: str, reference: Reference, reader: RowReader) -> str:
        """Return the award above with the rank a heading names alone ("HẠNG NHẤT"), else its words."""
        rank = rank_in(words) if _HAS_RANK.match(words) else ""
        over = _RANK_BEHIND.sub("", self.award(reference, reader)[1]) if rank else ""
        return f"{over} hạng {rank}" if over else words

    def is_cited_by(self, line: str) -> bool:
        """Whether a line below the rows only says for what, and no year that may be theirs."""
        return bool(_CITES.match(fold(line))) and bool(self.heading.year or not _ANY_YEAR.search(line))

    def is_of(self, kind: str) -> bool:
        """Whether the section or the heading speaks of one kind of recipients alone."""
        return (self.section or self.heading.kinds) in (kind, (kind,))

    @property
    def said_year(self) -> int | None:
        """The year its lines say, or those of the blocks above it whose decision alone changed."""
        return self.heading.year or (self.before.said_year if self.before else None)

    @property
    def _year_of_decision(self) -> int | None:
        """The year the decision's own title or first article says above an annex that says none."""
        return read_heading([line for line in self.lines if _OF_DECISION.match(fold(line))]).year

    @property
    def _sheet_year(self) -> int | None:
        found = _SHEET_YEAR.fullmatch(self.sheet.strip())
        return int(found[1]) if found else None

    @property
    def unit(self) -> tuple[str, str]:
        """The unit of rows without one, and where it was found; a label says it in full, a sheet in short."""
        own = unit_above(labelled(self.lines))
        if own and not names_committee_above(own):
            return own, "đầu đề"
        if names_unit(self.sheet):
            full = in_full(self.sheet, self.lines)
            return (full, "đầu đề") if full else (self.sheet.strip(), "tên trang tính")
        above = own_unit_above(_over_list(self.lines)) or ending_title(self.lines)
        return self.before.unit if self.before and not above else (above, "đầu đề")


def _over_list(lines: list[str]) -> list[str]:
    """The lines above a list that may be its own unit's, and those below its title that are a name alone."""
    first = next((place for place, line in enumerate(lines) if starts_list(line)), None)
    if first is None:
        decides = next((n for n, line in enumerate(lines) if fold(line) == "quyet dinh"), len(lines))
        return [line for line in lines[:decides] if is_school(line)]
    return [*lines[:first], *filter(is_school, lines[first + 1 :])]
