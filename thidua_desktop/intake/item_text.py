"""One line of a list taken apart: "1. Ông A, Giáo viên, Trường B, huyện C;" gives name, post and unit."""

import re
from functools import lru_cache
from typing import NamedTuple

from thidua_desktop.domain.vietnamese import fold, strip_honorific
from thidua_desktop.intake.around_name import FIRST_WORDS, Bare, bare
from thidua_desktop.intake.post_words import head_of, starts_as_post
from thidua_desktop.intake.several_in_line import names_another, unlabelled
from thidua_desktop.intake.unit_words import (
    commas_before_units,
    holds_institution,
    is_locality,
    is_place,
    split_post_and_unit,
    starts_as_unit,
)

_END = " ;.,/"
_BIRTH = re.compile(
    r"\(?\s*(?:sinh\s+(?:ngày|năm)|năm sinh:?|ngày sinh:?|sn:?)\s*([\d/.\- ]*\d{4})\s*\)?"
    r"|\(\s*((?:19|20)\d\d)\s*\)|[,\-–]\s*((?:19|20)\d\d)(?=\s*,|$)",
    re.IGNORECASE,
)
_UNIT_INSIDE = re.compile(r"([^\W\d_][^()\d,]*?)\s*\(([^()]+)\)")
_DASH = re.compile(r"\s([-–])\s")
_LINE_NUMBER = re.compile(r"^(?:\d{1,4}\s*[.)/\-–]|[-–+*•'])\s*(?=[^\W\d])")  # or a sign before a name
_OPENERS = frozenset(("ông", "bà", "anh", "chị", "cụ", "cố", "mẹ", "đồng", "đc", "hộ", "gia")) | FIRST_WORDS
_SECOND = re.compile(
    r"(?:(?:và|cùng)\s+)?(?:ông|bà(?! mẹ)|anh(?! hùng)|chị|vợ|chồng)\s+\S+\s+\S", re.IGNORECASE
)
_TWO = "Dòng ghi hai người (“{}”): tách mỗi người thành một dòng."
_HOUSEHOLD = re.compile(
    r"(?:hộ gia đình|gia đình|hộ)\s+(?=\S)(?!văn hóa|kinh doanh|(?-i:sinh)\b)", re.IGNORECASE
)


class Item(NamedTuple):
    """The words of one row before anything is concluded from them.

    `told` is the kind they say; `doubt` is set where they cannot be taken apart.
    """

    name: str = ""
    told: str = ""  # "person" by Ông/Bà, "household" by Hộ, "collective" where the unit is the recipient
    gender: str = ""
    birth: str = ""
    post: str = ""
    unit: str = ""
    title: str = ""
    year: str = ""
    number: str = ""
    date: str = ""
    authority: str = ""
    note: str = ""
    citation: str = ""
    rank: str = ""  # of an order, in a column of its own
    of_people: bool = False  # the title of the column of names speaks of people alone
    counted: bool = False  # numbers of people stand beside the name
    inferred: tuple[str, ...] = ()
    doubt: str = ""

    @property
    def tells_of_people(self) -> bool:
        """Whether what stands beside the name is of people: a post, a birth, how many they are."""
        return bool(self.post or self.birth or self.counted)


class Who(NamedTuple):
    """The recipient as the cells of name and unit tell it."""

    name: str
    told: str
    gender: str
    birth: str
    unit: str
    rank: str = ""  # before the name: "Thượng tá", "ThS."
    fate: str = ""  # behind it: "truy tặng", "đã mất"


def from_line(text: str, *, under_unit: bool = False) -> Item:
    """Take apart a line of a numbered list, its number already removed.

    Under the heading of a unit, what names no unit itself is all post.
    """
    text, birth = _take_birth(unlabelled(text.rstrip(_END)))
    name, told, gender = _recipient(text)
    if not told and starts_as_unit(name):
        return Item(name=without_locality(name), birth=birth)
    parts = [part.strip() for part in _dashes_as_commas(name).split(",") if part.strip()]
    if not parts:
        return Item(told=told)
    alone = bare(parts[0])
    second = next(filter(_SECOND.match, parts[1:]), text if names_another(text) else "")
    doubt = _TWO.format(second[:60]) if second else ""
    post, unit = _post_and_unit(parts[1:])
    if under_unit and (len(parts) == 2 or not starts_as_unit(unit)) and not starts_as_unit(parts[-1]):
        post, unit = ", ".join(parts[1:]), ""
    if told == "household":
        post, unit = "", ", ".join(parts[1:])
    return ranked(
        Item(
            name=alone.name,
            told=told or ("person" if alone.gender or alone.rank else ""),
            gender=gender or alone.gender,
            birth=birth,
            post=post,
            unit=without_locality(unit),
            note=alone.fate,
            doubt=doubt,
        ),
        alone.rank,
    )


def ranked(item: Item, rank: str) -> Item:
    """Put what stood before a name to the post, and say so."""
    if not rank:
        return item
    said = f"“{rank}” đứng trước tên được ghi vào chức vụ"
    return item._replace(
        post=f"{rank.rstrip('.')}, {item.post}" if item.post else rank, inferred=(*item.inferred, said)
    )


def _dashes_as_commas(line: str) -> str:
    """Part a name from what a dash puts behind it, where no comma came before."""
    name, dash, rest = _DASH.split(line, maxsplit=1) if _DASH.search(line) else (line, "", "")
    return f"{name}, {rest}" if dash and "," not in name and name.strip() else line


def who(name: str, unit: str, *, is_family: bool = False) -> Who:
    """Take apart what the cells of a row still hold together: Ông/Bà, the birth, the place of a unit.

    is_family: the name begins with the family Ông.
    """
    unit = without_locality(unit)
    told = gender = birth = fate = ""
    if not is_family and not _is_bare(name):
        name, birth = _take_birth(_LINE_NUMBER.sub("", name))
        name, told, gender = _recipient(name)
        alone = bare(name) if told != "household" else Bare(name)
        name, gender, fate = alone.name, gender or alone.gender, alone.fate
        told = told or ("person" if alone.rank or alone.gender else "")
        if told:
            return Who(name, told, gender, birth, unit, alone.rank, fate)
    if not unit and (inside := _UNIT_INSIDE.fullmatch(name)) and starts_as_unit(inside[2]):
        return Who(inside[1], "person", gender, birth, without_locality(inside[2].strip()))
    is_unit = starts_as_unit(name)
    short = without_locality(name) if is_unit or "," in name else name
    if unit and (short.casefold() == unit.casefold() or (is_unit and fold(short) == fold(unit))):
        return Who(name, "collective", gender, birth, "")
    return Who(short if is_unit else name, "", gender, birth, unit, fate=fate)


def _is_bare(name: str) -> bool:
    """Tell quickly whether a name is letters alone, without Ông, Hộ, Thượng tá before it."""
    words = name.split(" ")
    return words[0].lower() not in _OPENERS and all(map(str.isalpha, words))


class Joined(NamedTuple):
    """Post and unit taken out of one cell; without a comma that is said, or doubted."""

    post: str = ""
    unit: str = ""
    said: str = ""
    doubt: str = ""


@lru_cache(maxsize=8192)
def split_joined(text: str) -> Joined:
    """Take apart a cell that holds both post and unit."""
    parts = [part.strip() for part in commas_before_units(text).split(",") if part.strip()]
    if len(parts) > 1:
        return Joined(*_post_and_unit(parts))
    if not text or starts_as_unit(text):
        return Joined(unit=text)
    inside = _UNIT_INSIDE.fullmatch(text)
    if inside and starts_as_unit(inside[2]):
        return Joined(inside[1], without_locality(inside[2].strip()))
    found = split_post_and_unit(text) or head_of(text)
    if found is None:
        return Joined(
            post=text,
            doubt=f"Chưa tách được chức vụ và đơn vị trong “{text}”: thêm dấu phẩy trước tên đơn vị.",
        )
    said = f"Tách “{text}” thành chức vụ “{found[0]}” và đơn vị “{found[1]}”"
    return Joined(found[0], found[1], said)


@lru_cache(maxsize=8192)
def without_locality(text: str) -> str:
    """Drop a trailing ", huyện …, tỉnh …" when something else is left."""
    parts = [part.strip() for part in text.split(",")]
    while len(parts) > 1 and is_locality(parts[-1]):
        parts.pop()
    return ", ".join(parts)


def _recipient(text: str) -> tuple[str, str, str]:
    """Return the name without Ông, Bà, Hộ …; the kind they tell; the gender they tell."""
    household = _HOUSEHOLD.match(text)
    name, gender = strip_honorific(text[household.end() :] if household else text)
    if household:
        return name, "household", gender
    return name, "person" if name != text else "", gender


def _take_birth(text: str) -> tuple[str, str]:
    found = _BIRTH.search(text)
    if not found:
        return text, ""
    return f"{text[: found.start()].rstrip(' ,')}{text[found.end() :]}", (
        found[1] or found[2] or found[3]
    ).strip()


def _post_and_unit(parts: list[str]) -> tuple[str, str]:
    """Split the parts after a name at the first that begins as a unit; else at the last but one."""
    while len(parts) > 1 and is_locality(parts[-1]) and (len(parts) > 2 or _holds_unit(parts[-2])):
        parts = parts[:-1]
    if len(parts) == 1 and not starts_as_unit(parts[0]):
        return split_post_and_unit(parts[0]) or head_of(parts[0]) or (parts[0], "")
    if not parts:
        return "", ""
    first = next((place for place, part in enumerate(parts) if starts_as_unit(part)), None)
    if first and is_place(parts[first]) and (inside := holds_institution(parts[first - 1])):
        return ", ".join((*parts[: first - 1], inside[0])), ", ".join((inside[1], *parts[first:]))
    if first is None and (inside := split_post_and_unit(parts[-1])) and inside[0]:
        return ", ".join((*parts[:-1], inside[0])), inside[1]
    if first is None and starts_as_post(parts[-1]):
        return ", ".join(parts), ""
    if first is None:
        first = max(1, len(parts) - 1)
    return ", ".join(parts[:first]), ", ".join(parts[first:])


def _holds_unit(text: str) -> bool:
    return starts_as_unit(text) or (split_post_and_unit(text) or head_of(text)) is not None
