"""An article that names whom it commends in a sentence: "Điều 1. Tặng Giấy khen cho ông A, Trưởng thôn …"."""

import re

from thidua_desktop.intake.item_text import Item, from_line
from thidua_desktop.intake.line_kinds import given_by_article
from thidua_desktop.intake.unit_words import names_unit

_NAMED = r"(?:ông|bà|anh|chị|em|cháu|đồng\s+chí|đ/c|hộ\s+ông|hộ\s+bà)"
_GIVEN = (
    r"(?:tặng(?:\s+thưởng)?|công\s+nhận(?:\s+(?:và\s+)?(?:tặng|trao\s+tặng)(?:\s+thưởng)?)?|khen\s+thưởng)"
)
_GIVES = re.compile(
    rf"^(?:truy\s+)?{_GIVEN}\s+(?:danh\s+hiệu\s+)?(.+?)\s+cho\s+"
    rf"(?:[^,;:]{{0,60}}:\s*)?({_NAMED}\s*:?\s+.+)$",
    re.IGNORECASE,
)
_GIVES_UNIT = re.compile(
    rf"^{_GIVEN}\s+(?:danh\s+hiệu\s+)?(.+?)\s+cho\s*:?\s+(?:tập\s+thể\s*:?\s+)?([^,;:]+)$", re.IGNORECASE
)
_MORE = re.compile(r";|\b(?:ông|bà|em)\s+[A-ZĐ]|\d{3}|\b(?:trong|đạt|đóng góp|có nhiều)\b")
_SEVERAL_UNITS = re.compile(r"\s+và\s+\S*[A-ZĐ]|\b(?:có tên|như sau|sau đây|các)\b")
_UNCLEAR = "Chưa tách được từng người trong câu của điều này: ghi mỗi người một dòng có số thứ tự rồi nhập."
_NEXT = re.compile(rf"\s*(?:;|,?\s+và)\s+(?={_NAMED}\s)", re.IGNORECASE)
_CITATION = re.compile(
    r"\s*[,;.]?\s*(?:(?:đã|vì|do)\s+(?:đã\s+)?(?:có|lập|đạt|dũng|tích)|có\s+(?:nhiều\s+)?thành\s+tích)\b.*$",
    re.IGNORECASE,
)


def named_in(text: str) -> tuple[Item, ...]:
    """Return those an article commends by name in its own sentence, nothing for any other line."""
    given = given_by_article(text)
    found = _GIVES.match(given)
    if found is None:
        return _unit_named(given)
    cited = _CITATION.search(found[2])
    named = found[2][: cited.start()] if cited else found[2]
    citation = cited[0].strip(" ,;.") if cited else ""
    title = found[1].strip(' “”"')
    items = [from_line(one)._replace(title=title, citation=citation) for one in _NEXT.split(named)]
    bare = len(items) > 1 and any(not item.post and not item.unit for item in items)
    return tuple(
        item._replace(doubt=_UNCLEAR) if bare or _MORE.search(f"{item.post} {item.unit}") else item
        for item in items
    )


def _unit_named(given: str) -> tuple[Item, ...]:
    """Return the one unit an article commends: "… cho: Phòng Nội vụ huyện."."""
    cited = _CITATION.search(given)
    found = _GIVES_UNIT.match((given[: cited.start()] if cited else given).rstrip(" ./"))
    if found is None or not names_unit(found[2]) or _SEVERAL_UNITS.search(found[2]):
        return ()
    citation = cited[0].strip(" ,;.") if cited else ""
    return (from_line(found[2])._replace(title=found[1].strip(' “”"'), citation=citation),)
