"""What a list says from top to bottom: headings hold until others come, rows become awards or problems."""

from dataclasses import dataclass, field, replace

from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.domain.decision import Stated
from thidua_desktop.domain.titles import TitleBook
from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.intake import awards, line_kinds
from thidua_desktop.intake.decision_text import Reference, date_written, number_written, reference_in
from thidua_desktop.intake.heading import Heading, is_letterhead, read_heading, starts_list
from thidua_desktop.intake.item_text import Item
from thidua_desktop.intake.name_case import with_capitals
from thidua_desktop.intake.reading import CandidateAward, CandidateDecision, IntakeProblem
from thidua_desktop.intake.recipients import kind_of
from thidua_desktop.intake.source import Row
from thidua_desktop.intake.totals import discrepancies

_UNREAD_LINE = "Không hiểu dòng này: không phải đầu đề, không phải dòng khen thưởng."
_FEMALE = frozenset(("nu", "f", "ba", "female"))
_MALE = frozenset(("nam", "m", "ong", "male"))
_LONGEST_NAME = 300


@dataclass
class _Open:
    """A decision being gathered."""

    sheet: str
    reference: Reference
    heading: Heading
    stated: Stated = field(default_factory=Stated)
    awards: list[CandidateAward] = field(default_factory=list)
    remarks: dict[str, None] = field(default_factory=dict)


class Collector:
    """Takes the lines and items of a source in order, gives decisions and problems at the end."""

    def __init__(self, file: str, book: TitleBook) -> None:
        self.rows_read = 0
        self.problems: list[IntakeProblem] = []
        self._file, self._book = file, book
        self._decisions: dict[tuple[object, ...], _Open] = {}
        self.start("")

    def start(self, sheet: str) -> None:
        """Begin a sheet: nothing said on another holds here."""
        self._sheet = sheet
        self._reference = Reference()
        self._current: _Open | None = None
        self._begin_block()

    def _begin_block(self) -> None:
        self._lines: list[str] = []
        self._heading: Heading | None = None
        self._section = ""
        self._title = ""
        self._stated = Stated()
        self._listing = False
        self.signing = False

    def line(self, row: Row, text: str, *, heading: bool = True) -> bool:
        """Take a line that is no recipient; tell whether it was understood.

        Where a heading may stand (`heading`), before the first recipient, any line is part of it.
        """
        if row.doubt:
            self._problem(row, row.doubt)
            return True
        if stated := line_kinds.stated_in(text):
            self._state(stated)
            return True
        if reference := reference_in(text):
            return self._refer(row, reference)
        if kind := line_kinds.section_of(text):
            self._section, self.signing = kind, False
            return True
        if self._opens_title(text):
            return True
        if starts_list(text):
            heading = True
            if self._listing:
                self._begin_block()
        elif line_kinds.is_signature(text) and (self._listing or self._lines):
            self.signing = True
            return True
        if self._listing or not heading:
            return self.signing or line_kinds.is_empty_total(text) or (heading and is_letterhead(text))
        self._lines.append(text)
        self._heading = None
        return True

    def _refer(self, row: Row, reference: Reference) -> bool:
        if self._listing:
            self._begin_block()
        if reference.number != self._reference.number or reference.decided_on != self._reference.decided_on:
            self._current = None
        self._reference = reference
        self._heading = None
        if reference.rest:
            self.line(row, reference.rest)
        return True

    def _opens_title(self, text: str) -> bool:
        """A section may name the title of its rows: "II. CHIẾN SĨ THI ĐUA CƠ SỞ"."""
        words = line_kinds.section_title(text)
        if not words or not (self._listing or self._reference.number):
            return False
        heading = read_heading([words])
        level, authority = self._reference.level, self._reference.authority
        for said in (words, *heading.titles):
            if awards.title_in(said, self._book, level, authority):
                self._title, self.signing = said, False
                self._section = heading.kinds[0] if len(heading.kinds) == 1 else ""
                return True
        return False

    def _state(self, stated: Stated) -> None:
        if self._current and self._listing:
            self._current.stated = line_kinds.merged(self._current.stated, stated)
        else:
            self._stated = line_kinds.merged(self._stated, stated)

    def unread_sheet(self) -> None:
        """Show a sheet without a header row."""
        reason = "Trang tính không có hàng tiêu đề cột (Họ và tên, Đơn vị …) nên chưa đọc."
        self.problems.append(IntakeProblem(self._file, self._sheet, None, "", reason))

    def unread(self, row: Row) -> None:
        """Show a row that is neither a recipient nor any line known."""
        self._problem(row, _UNREAD_LINE)

    def remark(self, text: str) -> None:
        """Say something of the decision being read."""
        if self._current:
            self._current.remarks[text] = None

    def item(self, row: Row, item: Item, column_kind: str = "") -> None:
        """Take a row that names a recipient: an award, or a problem with what was understood of it."""
        self.rows_read += 1
        self._listing, self.signing = True, False
        decision = self._decision_of(item)
        award, reason = self._award(row, item, column_kind, decision)
        reason = row.doubt or reason
        if reason:
            self._problem(row, reason, award, decision)
        else:
            decision.awards.append(award)

    def _award(self, row: Row, item: Item, column_kind: str, decision: _Open) -> tuple[CandidateAward, str]:
        heading = self._read_heading()
        inferred = list(item.inferred)
        title, reason = self._title_of(item, decision)
        settled = awards.settle(title, self._book, item.unit) if title else awards.Settled(reason=reason)
        context = self._section or (heading.kinds[0] if len(heading.kinds) == 1 else "") or column_kind
        allowed = self._book.recipients(settled.code) if settled.code else ()
        kind, concluded, unclear = kind_of(item, context, allowed)
        name = with_capitals(item.name) if row.repaired and kind != "collective" else item.name
        year, no_year = self._year_of(item, heading, decision)
        birth, unread = _birth(item.birth)
        reason = _no_name(item) or item.doubt or settled.reason or unclear or no_year
        if not reason and kind not in allowed:
            reason = awards.not_for(settled.code, kind, self._book)
        award = CandidateAward(
            sheet=self._sheet,
            row=row.number,
            recipient=kind,
            name=name,
            award=settled.code or None,
            year=year,
            gender=_gender(item.gender),
            birth=birth,
            post=item.post,
            unit=item.unit,
            title_written=item.title or (title.written if title else ""),
            note=item.note,
            citation=item.citation,
            inferred=tuple(said for said in (*inferred, settled.inferred, concluded, unread) if said),
        )
        return award, reason

    def _title_of(self, item: Item, decision: _Open) -> tuple[awards.Title | None, str]:
        level, authority = decision.reference.level, decision.reference.authority
        heading = self._read_heading()
        named = [item.title] if item.title else [self._title] if self._title else [*heading.titles]
        for said in (*named, *(() if item.title else heading.listed)):
            if title := awards.title_in(said, self._book, level, authority):
                return title, ""
        return None, awards.unknown_title(next(iter(named), ""), self._book, level)

    def _year_of(self, item: Item, heading: Heading, decision: _Open) -> tuple[int | None, str]:
        if item.year:
            text = item.year.strip()
            return (
                (int(text), "")
                if text.isdecimal() and len(text) == 4
                else (None, f"Không hiểu năm “{text}”.")
            )
        if heading.year:
            return heading.year, ""
        decided_on = decision.reference.decided_on
        if any("nhiều năm" in said for said in heading.remarks):
            return None, "Đầu đề ghi nhiều năm: thêm cột Năm khen cho từng dòng."
        if decided_on is None:
            return None, "Không thấy năm đạt thành tích và ngày quyết định: ghi thêm vào đầu đề."
        decision.remarks[f"Đầu đề không ghi năm đạt: lấy năm ký quyết định {decided_on.year}."] = None
        return decided_on.year, ""

    def _read_heading(self) -> Heading:
        if self._heading is None:
            self._heading = read_heading(self._lines)
        return self._heading

    def _decision_of(self, item: Item) -> _Open:
        reference = self._reference
        if item.number:
            named = reference_in(f"Quyết định {item.number}") or Reference(number=number_written(item.number))
            signed = date_written(item.date) or named.decided_on
            same = named.number == reference.number
            reference = replace(
                reference, number=named.number, decided_on=signed or (reference.decided_on if same else None)
            )
        elif self._current:
            return self._current
        heading = self._read_heading()
        key = (
            reference.number,
            reference.decided_on,
            reference.level,
            "" if reference.number else self._sheet,
        )
        decision = self._decisions.setdefault(key, _Open(self._sheet, reference, heading))
        decision.stated = line_kinds.merged(decision.stated, self._stated)
        self._stated = Stated()
        if decision.heading.campaign != heading.campaign:
            decision.remarks["Quyết định có nhiều đầu đề ghi phong trào khác nhau: xem lại phong trào."] = (
                None
            )
        decision.remarks.update(dict.fromkeys(heading.remarks))
        if not item.number:
            self._current = decision
        return decision

    def finish(self) -> tuple[CandidateDecision, ...]:
        """Return the decisions in the order they were met, what differs or is missing said of each."""
        return tuple(_closed(decision) for decision in self._decisions.values())

    def _problem(
        self, row: Row, reason: str, award: CandidateAward | None = None, decision: _Open | None = None
    ) -> None:
        place = list(self._decisions.values()).index(decision) if decision else None
        sheet = f"Bảng {row.table}" if row.table else self._sheet
        self.problems.append(
            IntakeProblem(self._file, sheet, row.number, row.text()[:300], reason, award, place)
        )


def _closed(decision: _Open) -> CandidateDecision:
    reference, heading = decision.reference, decision.heading
    years = {award.year for award in decision.awards}
    return CandidateDecision(
        sheet=decision.sheet,
        number=reference.number,
        decided_on=reference.decided_on,
        level=reference.level,
        authority=reference.authority,
        campaign=heading.campaign,
        campaign_form=heading.campaign_form,
        event=heading.event,
        year=years.pop() if len(years) == 1 else None,
        type=heading.type,
        stated=decision.stated,
        awards=tuple(decision.awards),
        remarks=(*decision.remarks, *_missing(reference), *discrepancies(decision.stated, decision.awards)),
    )


def _missing(reference: Reference) -> list[str]:
    said = []
    if not reference.number:
        said.append("Không thấy số quyết định: ghi thêm trước khi nhập.")
    if reference.decided_on is None:
        said.append("Không thấy ngày ký quyết định, hoặc ngày viết sai: ghi thêm trước khi nhập.")
    if not reference.level:
        said.append("Chưa rõ cấp ban hành quyết định: chọn trước khi nhập.")
    return said


def _no_name(item: Item) -> str:
    if len(item.name) > _LONGEST_NAME:
        return "Tên dài bất thường: xem lại có nhiều dòng dồn vào một ô không."
    return (
        ""
        if any(map(str.isalpha, item.name))
        else "Dòng không có họ tên hoặc tên tập thể: ghi thêm rồi nhập lại."
    )


def _birth(text: str) -> tuple[PartialDate | None, str]:
    if not text:
        return None, ""
    try:
        return PartialDate.parse(text), ""
    except ValueError:
        return None, f"Ngày sinh “{text[:40]}” không hiểu nên để trống"


def _gender(text: str) -> str:
    plain = fold(text).strip(" .")
    return "female" if plain in _FEMALE else "male" if plain in _MALE else ""
