"""An article that names whom it commends in a sentence: "Điều 1. Tặng Giấy khen cho ông A, Trưởng thôn …"."""

import re

from thidua_desktop.intake.item_text import Item, from_line
from thidua_desktop.intake.line_kinds import given_by_article

_NAMED = r"(?:ông|bà|anh|chị|em|cháu|đồng\s+chí|đ/c|hộ\s+ông|hộ\s+bà)"
_GIVES = re.compile(
    rf"^(?:truy\s+)?(?:tặng(?:\s+thưởng)?|công\s+nhận|khen\s+thưởng)\s+(?:danh\s+hiệu\s+)?(.+?)\s+cho\s+"
    rf"(?:[^,;:]{{0,60}}:\s*)?({_NAMED}\s*:?\s+.+)$",
    re.IGNORECASE,
)
_MORE = re.compile(r";|\b(?:ông|bà|em)\s+[A-ZĐ]|\d{3}|\b(?:trong|đạt|đóng góp|có nhiều)\b")
_UNCLEAR = "Chưa tách được từng người trong câu của điều này: ghi mỗi người một dòng có số thứ tự rồi nhập."
_NEXT = re.compile(rf"\s*(?:;|,?\s+và)\s+(?={_NAMED}\s)", re.IGNORECASE)
_CITATION = re.compile(
    r"\s*[,;.]?\s*(?:(?:đã|vì|do)\s+(?:đã\s+)?(?:có|lập|đạt|dũng|tích)|có\s+(?:nhiều\s+)?thành\s+tích)\b.*$",
    re.IGNORECASE,
)


def named_in(text: str) -> tuple[Item, ...]:
    """Return those an article commends by name in its own sentence, nothing for any other line."""
    found = _GIVES.match(given_by_article(text))
    if found is None:
        return ()
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
