"""One row of a list concluded: who is commended with what for which year, or why that cannot be told."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.domain.titles import TitleBook
from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.intake import awards
from thidua_desktop.intake.awards import Settled, Title
from thidua_desktop.intake.commune_offices import is_of_any_commune, is_part_of, named, of_paper
from thidua_desktop.intake.communes import is_hamlet, is_numbered
from thidua_desktop.intake.decision_text import Reference
from thidua_desktop.intake.heading import Heading
from thidua_desktop.intake.item_text import Item
from thidua_desktop.intake.name_case import post_with_capital, unit_with_capitals, with_capitals
from thidua_desktop.intake.post_words import AFTER_NAME, is_office
from thidua_desktop.intake.reading import CandidateAward, IntakeProblem
from thidua_desktop.intake.recipients import kind_of
from thidua_desktop.intake.serial_dates import birth_written
from thidua_desktop.intake.several import parted
from thidua_desktop.intake.source import Row

_FEMALE = frozenset(("nu", "f", "ba", "female"))
_MALE = frozenset(("nam", "m", "ong", "male"))
_LONGEST_NAME = 300
_INSIDE = re.compile(r"\(([^()]*)\)")
_ALSO_CALLED = re.compile(r"\s*(?:[a-z]{1,2}|(?:tuc|ten|bi danh|hay|con goi|biet danh)\b.*)\s*")
_HOW_GIVEN = frozenset(("tang", "tang thuong", "phong tang", "truy tang"))  # of a column Hình thức
_RANK = re.compile(r"(?:hang )?(?:(nhat|1|i)|(nhi|2|ii)|(ba|3|iii))")
_RANKS = ("Nhất", "Nhì", "Ba")
_OF_RANK = {"Nhất": "_1", "Nhì": "_2", "Ba": "_3"}  # how the codes of the catalogue end
_OTHER_RANK = "Cột hạng ghi “{}” khác với “{}”: sửa lại cho khớp rồi nhập."
_RANK_UNUSED = "Cột hạng ghi “{}” không dùng đến: danh hiệu đã rõ"
_NO_RANK = "Không hiểu hạng “{}”: ghi Nhất, Nhì hoặc Ba."
_NO_COMMUNE = "“{}” chưa rõ của xã nào, các xã đều có: ghi thêm xã vào ô đơn vị hoặc đầu danh sách rồi nhập."
_OFFICE = "“{}” là chức vụ, không phải họ tên: ghi họ tên rồi nhập, hoặc bỏ qua nếu là phần ký tên."
_MOST_WORDS = 5
_LEAST_WITH_MORE = 3
_NO_NAME = re.compile(  # words before a name that are no honorific
    r"(?:Em|Cháu|Học sinh|Vợ chồng|Già làng|Nghệ nhân|Liệt (?:sĩ|sỹ)|Việt Nam|VNAH|Bà mẹ"
    r"|Trưởng (?:thôn|bản)) "
)
_STRANGE = re.compile(r"[=|<>\\{}@#$%^~]")  # of formulas, programs and pages, never of a name


@dataclass(frozen=True)
class Above:
    """What the lines above a row say of it; year and title are told for rows that name none themselves."""

    sheet: str
    reference: Reference
    context: str  # the one kind of recipients the section, the heading or the column speaks of
    title: Title | None
    named: str  # the words that name it, known or not
    no_title: str
    year: int | None
    no_year: str
    year_is_asked: bool = False  # one year, though not known, is that of all rows
    no_annual_year: str = ""  # why the year, told by the day of the decision alone, holds for no annual title
    unit: str = ""  # of a sheet named after a unit, or of a heading that names its own
    unit_from: str = ""
    commune: str = ""  # the paper is of
    denied: str = ""  # why nobody below is commended, where the heading says so
    mixed: bool = False  # the heading speaks of several kinds of recipients
    remarks: tuple[str, ...] = ()  # what was concluded for the year


class Wrong(NamedTuple):
    """Why a row cannot be taken, "" where it can; the rest is as in reading.IntakeProblem."""

    reason: str = ""
    lacks_year: bool = False
    refused: bool = False

    def told(self, award: CandidateAward, decision: int) -> IntakeProblem:
        """Return the problem of a row; its place is put in by who lists it."""
        asked = self.lacks_year and not self.refused
        return IntakeProblem(
            "", "", None, "", self.reason, award, decision, lacks_year=asked, refused=self.refused
        )


_NOTHING = Wrong()


@dataclass
class RowReader:
    """Concludes rows by one book of titles; the same words are looked up once."""

    book: TitleBook
    _titles: dict[tuple[str, str, str], Title | None] = field(default_factory=dict)
    _codes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _settled: dict[tuple[Title, str], Settled] = field(default_factory=dict)
    _parts: dict[tuple[str, str, str, str], tuple[Sequence[tuple[str, str]], str]] = field(
        default_factory=dict
    )

    def parts(self, item: Item, reference: Reference) -> Sequence[Item]:
        """Part an item whose cells tell several awards or years."""
        if not item.title and not item.year:
            return (item,)
        key = item.title, item.year, reference.level, reference.authority
        if key not in self._parts:
            self._parts[key] = parted(*key, self.book)
        parts, doubt = self._parts[key]
        if doubt:
            return (item._replace(doubt=doubt),)
        if len(parts) == 1 and parts[0] == (item.title, item.year):
            return (item,)
        return [item._replace(title=words, year=year) for words, year in parts]

    def read(self, row: Row, item: Item, above: Above) -> tuple[CandidateAward, Wrong]:
        """Return the award as far as it is understood, and what is wrong where it cannot be taken."""
        item = _noted(item) if above.title and item.title else item
        title, reason, unused = self._title(item, above)
        settled = self._settle(title, item.unit or above.unit) if title else Settled(reason=reason)
        allowed = self.book.recipients(settled.code) if settled.code else ()
        kind, concluded, unclear = kind_of(
            item._replace(of_people=item.of_people and not above.mixed), above.context, allowed
        )
        if kind == above.context == "collective" and kind not in allowed and not item.tells_of_people:
            settled, allowed = self._of_collective(settled, allowed)
        unit, placed = _unit_of(item, above, kind)
        codes = (settled.code,) if settled.code else self.book.called(item.title or above.named)
        year, no_year = _year_of(item, codes, above)
        birth, unread = _birth(item.birth) if item.birth else (None, "")
        concluded_too = filter(None, (settled.inferred, concluded, *placed, unread, unused))
        doubt, more = (
            row.doubt or above.denied or no_name(item.name) or item.doubt,
            _unclear(kind, unit, item),
        )
        if not more and not unclear and settled.code and kind not in allowed:
            more = awards.not_for(settled.code, kind, self.book)
        wrong = _NOTHING
        lacks_year = not item.year and above.year_is_asked and bool(no_year)
        doubt = doubt or ("" if lacks_year else no_year)
        if reason := doubt or settled.reason or unclear or no_year or more:
            wrong = Wrong(reason, lacks_year, bool(doubt or more or (settled.code and unclear)))
        name, post, unit = _written(row, item, unit, kind)
        award = CandidateAward(
            sheet=above.sheet,
            row=row.number,
            recipient=kind,
            name=name,
            award=settled.code or None,
            year=year,
            gender=gender_of(item.gender) if item.gender else "",
            birth=birth,
            post=post,
            unit=unit,
            title_written=item.title or above.named,
            note=item.note,
            citation=item.citation,
            inferred=(*item.inferred, *concluded_too),
        )
        return award, wrong

    def _title(self, item: Item, above: Above) -> tuple[Title | None, str, str]:
        """Return the title of a row, or why there is none, and a rank that is not used.

        A title known without a rank takes none from a column of its own.
        """
        title, reason = (above.title, above.no_title) if not item.title else self._title_of(item.title, above)
        if not item.rank:
            return title, reason, ""
        rank = rank_in(item.rank)
        if (
            title is not None
            and rank
            and (own := title.codes[0][-2:]) in _OF_RANK.values()
            and own != _OF_RANK[rank]
        ):
            return None, _OTHER_RANK.format(item.rank[:20], title.written[:60]), ""
        if title is not None:
            return title, reason, _RANK_UNUSED.format(item.rank[:20])
        if not rank:
            return None, _NO_RANK.format(item.rank[:20]), ""
        found, unknown = self._title_of(f"{item.title or above.named} hạng {rank}", above)
        return (found, "", "") if found else (None, reason or unknown, "")

    def _title_of(self, words: str, above: Above) -> tuple[Title | None, str]:
        level, authority = above.reference.level, above.reference.authority
        title = self.title_in(words, level, authority)
        return (title, "") if title else (None, awards.unknown_title(words, self.book, level))

    def _of_collective(self, settled: Settled, allowed: tuple[str, ...]) -> tuple[Settled, tuple[str, ...]]:
        """Return the title of collectives named as one of people is: Tập thể lao động tiên tiến."""
        if not settled.code:
            return settled, allowed
        name = self.book.name(settled.code)
        found = self.book.find(f"Tập thể {name}", recipient="collective")
        if found is None or not found.certain:
            return settled, allowed
        said = f"“{name}” của tập thể được hiểu là “{self.book.name(found.code)}”"
        return Settled(found.code, said), self.book.recipients(found.code)

    def names(self, words: str) -> bool:
        """Tell whether words name an award of the catalogue, of whatever level."""
        return bool(words) and self.book.knows(words)

    def codes(self, words: str) -> tuple[str, ...]:
        """Return the codes of the awards words name, the words where they leave its level open, else none."""
        if words not in self._codes:
            found = tuple(match.code for match in self.book.find_each(words))
            self._codes[words] = found or ((fold(words),) if self.names(words) else ())
        return self._codes[words]

    def title_in(self, words: str, level: str, authority: str) -> Title | None:
        """Return what words name in a decision of this level, None where that is unknown."""
        key = words, level, authority
        if key not in self._titles:
            self._titles[key] = awards.title_in(words, self.book, level, authority)
        return self._titles[key]

    def _settle(self, title: Title, unit: str) -> Settled:
        key = title, unit if len(title.codes) > 1 else ""
        if key not in self._settled:
            self._settled[key] = awards.settle(title, self.book, unit)
        return self._settled[key]


def _unit_of(item: Item, above: Above, kind: str) -> tuple[str, Sequence[str]]:
    """Return the unit of a recipient, its own or that of the whole list, and what was concluded."""
    unit, said = item.unit, ""
    if above.unit and not unit and (kind != "collective" or is_part_of(item.name, above.unit)):
        unit, said = above.unit, f"Đơn vị “{above.unit}” lấy theo {above.unit_from}"
    unit, placed = of_paper(unit, item.name, above.commune, kind) if above.commune else (unit, "")
    return unit, (said, placed)


def _written(row: Row, item: Item, unit: str, kind: str) -> tuple[str, str, str]:
    """Return name, post and unit of a row with the capitals a font could not type, if it could not."""
    name = named(item.name, unit) if kind == "collective" else item.name
    if not row.repaired:
        return name, item.post, unit
    name = unit_with_capitals(name) if kind == "collective" else with_capitals(name)
    return name, post_with_capital(item.post), unit_with_capitals(unit)


def _noted(item: Item) -> Item:
    """Take a cell that only says how an award is given (truy tặng) for a note."""
    if fold(item.title) not in _HOW_GIVEN:
        return item
    return item._replace(title="", note="; ".join(filter(None, (item.title, item.note))))


def year_above(
    heading: Heading, sheet_year: int | None, decided_on: date | None
) -> tuple[int | None, str, str]:
    """Return the year of rows that name none, else why there is none, and what was concluded."""
    if heading.year:
        return heading.year, "", ""
    if sheet_year:
        return sheet_year, "", f"Đầu đề không ghi năm đạt: lấy năm {sheet_year} theo tên trang tính."
    if any("nhiều năm" in said for said in heading.remarks):
        return None, "Đầu đề ghi nhiều năm: thêm cột Năm khen cho từng dòng.", ""
    if decided_on is None:
        return None, "Không thấy năm đạt thành tích và ngày quyết định: ghi thêm vào đầu đề.", ""
    return decided_on.year, "", f"Đầu đề không ghi năm đạt: lấy năm ký quyết định {decided_on.year}."


def _year_of(item: Item, codes: Sequence[str], above: Above) -> tuple[int | None, str]:
    """Return the year of a row, or why there is none."""
    if item.year:
        return _year(item.year)
    annual = not codes or any(code.startswith("DH_") for code in codes)
    return (None, above.no_annual_year) if annual and above.no_annual_year else (above.year, above.no_year)


@lru_cache(maxsize=1024)
def _year(text: str) -> tuple[int | None, str]:
    text = text.strip()
    known = text.isdecimal() and len(text) == 4 and text.isascii()
    return (int(text), "") if known else (None, f"Không hiểu năm “{text}”.")


def no_name(name: str) -> str:
    """Return why a text can be no name, "" when it can."""
    if len(name) > _LONGEST_NAME:
        return "Tên dài bất thường: xem lại có nhiều dòng dồn vào một ô không."
    if strange := _STRANGE.search(name):
        return f"Tên có ký tự lạ “{strange[0]}”: sửa lại tên rồi nhập."
    if name.isalpha() or any(map(str.isalpha, name)):
        return ""
    return "Dòng không có họ tên hoặc tên tập thể: ghi thêm rồi nhập lại."


def no_person(name: str) -> str:
    """Return why a text can be no name of a person alone, "" when it can."""
    more = f"“{name[:60]}” không chỉ là họ tên: tách chức vụ, đơn vị ra cột riêng rồi nhập."
    words = name.split()
    if is_office(name):
        return _OFFICE.format(name[:60])
    if AFTER_NAME.search(name) or (len(words) > _LEAST_WITH_MORE and _NO_NAME.match(name)):
        return more
    if name.replace(" ", "").isalpha():
        return more if len(words) > _MOST_WORDS else ""
    if any(map(str.isdecimal, name)):
        return f"Tên “{name[:60]}” có chữ số: tách năm sinh, số thứ tự ra cột riêng rồi nhập."
    if (inside := _INSIDE.search(name)) and not _ALSO_CALLED.fullmatch(fold(inside[1])):
        return f"“{inside[0][:40]}” không phải họ tên: chuyển sang cột Ghi chú rồi nhập."
    if "," in name or " - " in name or " – " in name:
        return more
    return ""


def _unclear(kind: str, unit: str, item: Item) -> str:
    if kind == "collective":
        return "" if unit else no_commune(item.name)
    wrong = (no_gender(item.gender) or no_person(item.name)) if kind == "person" else ""
    return no_commune(unit) or wrong


def no_commune(unit: str) -> str:
    """Return why it cannot be told where somebody is from: a Thôn 1, a Trạm Y tế of no commune named."""
    told_apart = not unit or not (is_of_any_commune(unit) or (is_hamlet(unit) and is_numbered(unit)))
    return "" if told_apart else _NO_COMMUNE.format(unit)


def no_gender(text: str) -> str:
    """Return why a cell of Ông/Bà, Nam/Nữ cannot be one, "": several words are a name of somebody else."""
    if " " not in text or gender_of(text):
        return ""
    return f"“{text[:40]}” ở cột giới tính, Ông/Bà không phải giới tính: chỉ tên cột ở thẻ Cột."


@lru_cache(maxsize=8192)
def _birth(text: str) -> tuple[PartialDate | None, str]:
    return birth_written(text)


@lru_cache(maxsize=256)
def rank_in(text: str) -> str:
    """Return the rank of an order as its name has it, "" for words that are none."""
    found = _RANK.fullmatch(fold(text).strip(" ."))
    return _RANKS[(found.lastindex or 1) - 1] if found else ""


@lru_cache(maxsize=256)
def gender_of(text: str) -> str:
    """Return the code of a gender as written, "" for none."""
    plain = fold(text).strip(" .")
    return "female" if plain in _FEMALE else "male" if plain in _MALE else ""
