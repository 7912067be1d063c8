"""A numbered list: "1. Ông A, Giáo viên, Trường B, huyện C;" under TẬP THỂ, CÁ NHÂN, HỘ GIA ĐÌNH.

A line that names a unit and ends in a colon opens the people of that unit.
"""

import re
from dataclasses import dataclass

from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.intake import line_kinds
from thidua_desktop.intake.collector import Collector
from thidua_desktop.intake.commune_offices import stands_under
from thidua_desktop.intake.decision_text import reference_in
from thidua_desktop.intake.ditto import is_ditto
from thidua_desktop.intake.headers import Headers
from thidua_desktop.intake.heading import starts_list
from thidua_desktop.intake.heading_unit import is_label
from thidua_desktop.intake.headless import UNREAD
from thidua_desktop.intake.item_text import Item, from_line, split_joined, without_locality
from thidua_desktop.intake.sentence import named_in
from thidua_desktop.intake.several_in_line import is_labelled, recipients_named
from thidua_desktop.intake.source import Row, Source
from thidua_desktop.intake.table import LOST
from thidua_desktop.intake.unit_words import names_block, names_unit, starts_as_unit

NAME = "numbered"

_NUMBERED = re.compile(r"(?:\d{1,5}\s*[.)/]\s*)+(?=\D)(.+)|[a-zđ]\s*\)\s*(.+)")
_DASHED = re.compile(r"[-+•*–]\s*(?=[^\W\d_])(.+)")
_OPENING = re.compile(r"(?:ông|bà|đ/c|đồng chí|hộ)\b", re.IGNORECASE)
_TOLD_BELOW = re.compile(
    r"[-–+*•]?\s*(chức vụ|chức danh|đơn vị|nơi công tác|địa chỉ|sinh năm|năm sinh)\s*:\s*(.+)", re.IGNORECASE
)
_LETTERED = re.compile(r"(?:[a-zđ]\s*[.)]|[*+•])\s*(.+?)\s*[:.]?")
_NUMERAL = re.compile(r"[IVXLC]+|[A-HĐ]")
_NUMBER_AND_WORDS = 2
_TITLE_BEHIND = re.compile(r"([^:]+?)\s*:\s*([^:]+)")
_HEAD = re.compile(r"^(?:[IVXLC]+\s*[.)/]\s*|[A-HĐ]\s*[.)]\s*)?(.+?)\s*:$")


def recognise(source: Source, _headers: Headers) -> int:
    """Count the numbered lines, and the articles that name somebody themselves."""
    rows = (row for sheet in source.sheets for row in sheet.rows if _may_be_line(row))
    return sum(1 for row in rows if item_text(row) or named_in(row.text()))


def _may_be_line(row: Row) -> bool:
    return len(row.filled()) == 1 or bool(_beside_number(row))


def read(source: Source, headers: Headers, collector: Collector) -> None:
    """Read line after line; a line with no number is a heading, a section, a total or a signature."""
    for sheet in source.sheets:
        collector.start(sheet.name)
        reader = _Reader(collector)
        listed = {row.table for row in sheet.rows if item_text(row)}
        headless = headers.headless(sheet)
        for place, row in enumerate(sheet.rows):
            if place in headless and row.table not in listed:
                collector.unread(row, UNREAD)
            else:
                reader.take(row)
        reader.close()


@dataclass
class _Reader:
    collector: Collector
    unit: str = ""
    above: Item | None = None
    lost: str = ""  # a heading that may have opened another unit
    counted: bool = False  # the recipient above stands behind a number
    opened: Row | None = None  # a heading by its numeral alone, until somebody stands under it
    labelled: bool = False  # a line "Đơn vị: …" stood above the first recipient: it heads those below it
    lettered: bool = False  # a unit behind a letter or a sign stood above the first recipient under it
    untold: int = 0  # recipients under whom no line told of them
    held: tuple[Row, Item] | None = None  # the recipient above, until what is told of it below is read

    def close(self) -> None:
        """End the list: give the recipient held, show a unit nobody stands under."""
        self._give()
        self._show_opened()

    def _give(self) -> None:
        if self.held is not None:
            self.untold += 1
            self.collector.item(*self.held)
        self.held = None

    def _show_opened(self) -> None:
        """Show a unit nobody stands under: it may have been commended itself."""
        if self.opened is not None:
            self.collector.unread(self.opened)
        self.opened = None

    def take(self, row: Row) -> None:
        """Take a line: of a unit, of a recipient, or another."""
        text = _line_of(row)
        if self._told_below(text):
            return
        item = item_text(row)
        dashed = _DASHED.fullmatch(text)
        if item and dashed and self._stands_under_held(item, dashed[1]):
            self._open_held()
        self._give()
        if item and dashed and self.collector.signing:
            item = ""  # whom the paper goes to: "- Lưu: VT."
        headed = self._unit_alone(text, item)
        if self._opens_block(text, item):
            self.unit = self.lost = ""
            self.collector.group()
            return
        if item and dashed and not headed and self._tells_of_row_above(item, dashed[1]):
            self._tell_of_row_above(row, text)
            return
        unit = _unit_headed(item or text) if item or self.collector.is_listing else ""
        if unit or headed:
            self._show_opened()
            self.unit, self.above, self.opened = unit or headed, None, None if unit else row
            self.lost, self.counted = "", False
            self.collector.group()
        elif not item:
            self._line(row, text)
        else:
            self._item(row, text, item)

    def _told_below(self, text: str) -> bool:
        """Take a line under a recipient that tells of it: "Chức vụ: Chuyên viên", "Đơn vị: Phòng Y tế"."""
        told = _TOLD_BELOW.fullmatch(text)
        if told and self.held is None and not self.collector.section:
            self.labelled = self.labelled or is_label(text)
        if told is None or self.held is None or (is_label(text) and (self.labelled or self.untold > 0)):
            return False
        row, item = self.held
        more = _told_of(item, fold(told[1]), told[2].strip(" .;,"))
        for role in ("post", "unit", "birth"):
            said, before = getattr(more, role), getattr(item, role)
            if said and before not in {"", said, self.unit}:
                return False  # told twice, and not the same: the line is shown
        self.above = item._replace(
            post=more.post or item.post, unit=more.unit or item.unit, birth=more.birth or item.birth
        )
        self.held, self.untold = (row, self.above), -1  # he is told of, and so may those after him be
        return True

    def _unit_alone(self, text: str, item: str) -> str:
        """Return the unit a Roman numeral opens, or a letter or star where only people are commended."""
        if not item:
            return _roman_unit(text)
        words = _LETTERED.fullmatch(text)
        alone = words is not None and "," not in words[1] and starts_as_unit(words[1])
        if words is None or not alone or names_block(words[1]) or (self.counted and not self.lettered):
            return ""
        self.lettered = self.collector.only_people
        return words[1] if self.lettered else ""

    def _opens_block(self, text: str, item: str) -> bool:
        """Whether a line opens a block of units behind a numeral, a letter or a sign ("* Khối trường")."""
        lettered = _LETTERED.fullmatch(text)
        if not self.collector.is_listing or (item and not lettered) or line_kinds.section_of(text):
            return False
        words = line_kinds.section_title(text)[0] or (lettered[1] if lettered else "")
        return "," not in words and names_block(words)

    def _line(self, row: Row, text: str) -> None:
        if line_kinds.section_of(text) or starts_list(text) or reference_in(text):
            self.unit = self.lost = ""
        if not self.collector.line(row, text):
            self._unread(row, text)

    def _item(self, row: Row, text: str, item: str) -> None:
        may_be_told_of_the_row_above = bool(_DASHED.fullmatch(text)) and line_kinds.heads_section(item)
        if not may_be_told_of_the_row_above and self.collector.heads(item):
            self._show_opened()
            self.unit, self.lost, self.above, self.counted = "", "", None, False  # of a section
        elif may_be_told_of_the_row_above or item.rstrip().endswith(":"):  # it opens a group that is no unit
            if not self.collector.turns(text):
                self.collector.unread(row)
        else:
            self.opened, self.counted = None, bool(_NUMBERED.fullmatch(text))
            for one in recipients_named(item):
                self._give()
                words, title = self._title_off(one)
                told = from_line(words, under_unit=bool(self.unit))
                self.above = self._placed(told._replace(title=title) if title else told)
                self.held = row, self.above

    def _title_off(self, text: str) -> tuple[str, str]:
        """Part a line from the award behind its colon: "Nguyễn Văn An - Kế toán: Lao động tiên tiến"."""
        found = _TITLE_BEHIND.fullmatch(text)
        known = found is not None and bool(self.collector.codes(found[2].strip(" .;")))
        return (found[1], found[2].strip(" .;")) if found and known else (text, "")

    def _stands_under_held(self, item: str, words: str) -> bool:
        """Whether somebody behind a dash is of the unit that stands alone behind the number above."""
        if self.held is None or not self.counted or self._tells_of_row_above(item, words):
            return False
        above = self.held[1]
        return above == Item(name=above.name) and names_unit(above.name) and self.collector.only_people

    def _open_held(self) -> None:
        if self.held is not None:
            self.unit, self.above, self.held = self.held[1].name, None, None
            self.lost = ""
            self.collector.group()

    def _tells_of_row_above(self, item: str, words: str) -> bool:
        return self.counted and not _OPENING.match(words) and "," not in item

    def _tell_of_row_above(self, row: Row, text: str) -> None:
        """A line behind a dash under a numbered recipient tells of it, unless it opens a section."""
        if not self.collector.turns(text):
            self.collector.unread(row)

    def _unread(self, row: Row, text: str) -> None:
        """Show a line; hold a unit no longer below a heading, which may open another or head the rows."""
        if self.unit and line_kinds.section_title(text)[0]:
            self.collector.unread(row)
            self.unit, self.lost = "", text
        else:
            self.collector.unread_heading(row, text)

    def _placed(self, item: Item) -> Item:
        """Give an item the unit it stands under, and what its ditto marks repeat."""
        above = self.above
        if is_ditto(item.post) and not item.unit:
            return item._replace(doubt=f"Chưa rõ “{item.post}” lặp lại chức vụ hay đơn vị: ghi đủ chữ.")
        for role in ("post", "unit"):
            cell = getattr(item, role)
            if cell and is_ditto(cell) and above and getattr(above, role):
                said = f"“{cell}” được hiểu là “{getattr(above, role)}” như dòng trên"
                item = item._replace(**{role: getattr(above, role)}, inferred=(*item.inferred, said))
        if self.lost and not item.unit and not starts_as_unit(item.name):
            return item._replace(doubt=LOST.format(self.lost[:60]))
        is_unit = not item.told and starts_as_unit(item.name)
        if item.unit or not self.unit or (is_unit and not stands_under(item.name, self.unit)):
            return item
        return item._replace(unit=self.unit)


def _told_of(item: Item, label: str, words: str) -> Item:
    """Return what a labelled line under a recipient tells."""
    if label in {"sinh nam", "nam sinh"}:
        return Item(birth=words)
    if label in {"chuc vu", "chuc danh"}:
        joined = split_joined(words)
        return Item(post=words) if item.unit or joined.doubt else Item(post=joined.post, unit=joined.unit)
    return Item(unit=without_locality(words))


def item_text(row: Row) -> str:
    """Return what stands behind the number or the dash of a line, "" for any other line."""
    text = " ".join(row.filled())
    if line_kinds.section_of(text) or line_kinds.stated_in(text):
        return ""
    if told := _beside_number(row):
        return told
    if found := _NUMBERED.fullmatch(text):
        return found[1] or found[2]
    if is_labelled(text):
        return text
    dashed = _DASHED.fullmatch(text)
    named = dashed is not None and (dashed[1][0].isupper() or bool(_OPENING.match(dashed[1])))
    return dashed[1] if dashed and named else ""


def _line_of(row: Row) -> str:
    """Return a row on one line, its numeral as it is typed before words: "A. TẬP THỂ (02 tập thể)"."""
    first, *others = row.filled() or [""]
    return (
        " ".join((f"{first}.", *others))
        if others and _NUMERAL.fullmatch(first)
        else " ".join((first, *others))
    )


def _beside_number(row: Row) -> str:
    """Return the recipient that stands alone beside a number in the cells of a table without a header."""
    filled = row.filled()
    if len(filled) != _NUMBER_AND_WORDS or not filled[0].rstrip(" .)").isdecimal():
        return ""
    named = (_OPENING.match(filled[1]) and "," in filled[1]) or names_unit(filled[1])
    return filled[1] if named else ""


def _unit_headed(text: str) -> str:
    """Return the unit whose people a line opens ("Trường Tiểu học Cao Sơn:"), "" for any other line."""
    found = _HEAD.match(text)
    unit = found[1].strip() if found else ""
    return unit if starts_as_unit(unit) and not line_kinds.section_of(text) else ""


def _roman_unit(text: str) -> str:
    """Return the unit a Roman numeral opens ("II. Trường THCS Quân Hà"), "" for any other line."""
    words, roman = line_kinds.section_title(text)
    other = (
        names_block(words)
        or line_kinds.section_of(words)
        or line_kinds.is_general(words)
        or line_kinds.is_likely_title(words)
    )
    return words if roman and starts_as_unit(words) and not other else ""
