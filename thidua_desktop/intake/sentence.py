"""An article that names whom it commends in a sentence: "Điều 1. Tặng Giấy khen cho ông A, Trưởng thôn …"."""

import re

from thidua_desktop.domain.titles import TitleBook
from thidua_desktop.domain.unit_words import is_part
from thidua_desktop.intake import awards
from thidua_desktop.intake.heading import year_off
from thidua_desktop.intake.item_text import Item, from_line
from thidua_desktop.intake.line_kinds import given_by_article
from thidua_desktop.intake.unit_words import is_locality, is_place, names_unit, starts_as_unit

_NAMED = r"(?:ông|bà|anh|chị|em|cháu|đồng\s+chí|đ/c|hộ\s+ông|hộ\s+bà)"
_GIVEN = (
    r"(?:tặng(?:\s+thưởng)?|công\s+nhận(?:\s+(?:và\s+)?(?:tặng|trao\s+tặng)(?:\s+thưởng)?)?|khen\s+thưởng)"
)
_GIVES = re.compile(
    rf"^(?:truy\s+)?{_GIVEN}\s+(?:danh\s+hiệu\s+)?(.+?)\s+cho\s+"
    rf"(?:[^,;:]{{0,60}}:\s*)?({_NAMED}\s*:?\s+.+)$",
    re.IGNORECASE,
)
_PERSON = re.compile(rf"{_NAMED}\s", re.IGNORECASE)
_GIVES_TO_UNITS = re.compile(rf"^{_GIVEN}\s+(?:danh\s+hiệu\s+)?(.+?)\s+cho\s*:?\s+(.+)$", re.IGNORECASE)
_OVER_A_LIST = re.compile(r":\s*$|\b(?:danh sách|sau đây|như sau|có tên|gồm|kèm theo)\b", re.IGNORECASE)
_COLLECTIVE = re.compile(r"(?:các\s+)?tập\s+thể\s*:?\s+(?=\S)", re.IGNORECASE)
_MORE = re.compile(r";|\b(?:ông|bà|em)\s+[A-ZĐ]|\d{3}|\b(?:trong|đạt|đóng góp|có nhiều)\b")
_COUNTED = re.compile(r"\b\d+\s+(?:tập thể|cá nhân|hộ)\b")
_AND = re.compile(r"\s+và\s+(?=(\S.*))")
_UNCLEAR = "Chưa tách được từng người trong câu của điều này: ghi mỗi người một dòng có số thứ tự rồi nhập."
_NEXT = re.compile(rf"\s*(?:;|,?\s+và)\s+(?={_NAMED}\s|tập\s+thể\s)|\s*;\s*", re.IGNORECASE)
_THEN_PERSON = re.compile(rf"\s*(?:,|,?\s+và)\s+(?={_NAMED}\s)", re.IGNORECASE)
_BETWEEN_UNITS = re.compile(r"\s*(,|\bvà\b)\s*")
_ALSO = re.compile(r"\bvà\s+(?:câu lạc bộ|clb|nhóm|gia đình|các|toàn thể|một số)\b|\(", re.IGNORECASE)
_CITATION = re.compile(
    r"\s*[,;.]?\s*(?:(?:đã|vì|do)\s+(?:đã\s+)?(?:có|lập|đạt|dũng|tích)|có\s+(?:nhiều\s+)?thành\s+tích)\b.*$",
    re.IGNORECASE,
)


def named_in(text: str, book: TitleBook | None = None) -> tuple[Item, ...]:
    """Return those an article commends by name in its own sentence, nothing for any other line.

    By the book a unit named alone beside a title of people heads a list of its own.
    """
    given = given_by_article(text)
    found = _GIVES.match(given) or _gives_to_units(given)
    if found is None:
        return ()
    cited = _CITATION.search(found[2])
    named = found[2][: cited.start()] if cited else found[2]
    citation = cited[0].strip(" ,;.") if cited else ""
    title = found[1].strip(' “”"')
    items = [one for part in _NEXT.split(named) for one in _items(part.strip(" .;,"))]
    people = [item for item in items if item.told or not starts_as_unit(item.name)]
    if not people and book is not None and not _can_go_to_collectives(title, book):
        return ()
    bare = len(people) > 1 and any(not item.post and not item.unit for item in people)
    return tuple(
        item._replace(
            title=title, citation=citation, doubt=_UNCLEAR if bare and item in people else _doubt(item)
        )
        for item in items
    )


def _can_go_to_collectives(words: str, book: TitleBook) -> bool:
    title = awards.title_in(year_off(words)[0], book, "", "")
    return title is None or any("collective" in book.recipients(code) for code in title.codes)


def _gives_to_units(given: str) -> re.Match[str] | None:
    """Match a sentence that names a collective first, none that stands over a list."""
    found = _GIVES_TO_UNITS.match(given)
    if found is None or _OVER_A_LIST.search(given):
        return None
    return found if names_unit(_COLLECTIVE.sub("", found[2], count=1)) else None


def _items(part: str) -> list[Item]:
    """Return whom a part of the sentence names: a person, or collectives and perhaps one behind them."""
    led = _COLLECTIVE.match(part)
    text = part[led.end() :] if led else part
    if not starts_as_unit(text):
        return [from_line(text) if _PERSON.match(text) else Item(name=text, doubt=_UNCLEAR)]
    person = _THEN_PERSON.search(text)
    units = text[: person.start()] if person else text
    found = _units(units)
    return [*found, from_line(text[person.end() :])] if person else found


def _units(text: str) -> list[Item]:
    """Return the collectives a text names; in doubt where one may be a part of another or lie in it.

    A comma between two may say just that: "Phòng Tổng hợp, Văn phòng UBND huyện".
    """
    first, *others = _BETWEEN_UNITS.split(text)
    names, signs = [first], []
    for sign, piece in zip(others[::2], others[1::2], strict=True):
        bare = _COLLECTIVE.sub("", piece, count=1)
        if is_locality(piece) or not names_unit(bare):
            names[-1] += f"{sign} {piece}" if sign == "," else f" {sign} {piece}"
        else:
            names.append(bare)
            signs.append(sign)
    unclear = "," in signs or (len(names) > 1 and any(is_place(name) or is_part(name) for name in names))
    return [from_line(name)._replace(doubt=_UNCLEAR if unclear else "") for name in names]


def _doubt(item: Item) -> str:
    """Return why one of a sentence may be more than one."""
    told = f"{item.name} {item.post} {item.unit}"
    several = any(starts_as_unit(rest) for rest in _AND.findall(told))
    unclear = several or _MORE.search(f"{item.post} {item.unit}") or _COUNTED.search(told)
    of_unit = starts_as_unit(item.name) and not item.told and ("," in item.name or _ALSO.search(item.name))
    return _UNCLEAR if unclear or of_unit else item.doubt
