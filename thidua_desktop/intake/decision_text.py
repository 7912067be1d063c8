"""What the reference line says: "(Kèm theo Quyết định số 7/QĐ-UBND ngày … của Chủ tịch UBND huyện …)"."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from thidua_desktop.domain.vietnamese import fold

# "N0/QĐ-UBND" is a place left for the number, "No15/QĐ-UBND" a number.
_OPEN = r"(?:(?<![A-Za-z])|(?<=\bno))"
_PARTY = r"\d+\s*[-–]\s*qđ\s*/\s*[^\W\d_]+"  # of the Party: 412-QĐ/HU
_NUMBER = (
    _OPEN + rf"(?:{_PARTY}|\d+[A-Za-z]?(?:\s*/\s*(?:19|20)\d\d)?\s*/\s*[^\W\d_]+"
    rf"(?:\s*[-–&]\s*[^\W\d_]+(?:\d{{1,2}}(?!\d))?)*"
    r"(?:\.[^\W\d_]{1,6}\b)?)"
)
_COMMITTEES = frozenset(("province", "district", "commune"))
_DAY = r"(\d{1,2})\s*(?:tháng|[/.\-])\s*(\d{1,2})\s*(?:năm|[/.\-])\s*(\d{4})"
_REFERENCE = re.compile(rf"(?:quyết\s+định|\bqđ)[^\d“\"]{{0,40}}?(?:số\s*:?\s*)?({_NUMBER})", re.IGNORECASE)
_NO_DATE = re.compile(r"\s*,?\s*(?:ký\s+)?ngày[\s.…_\d]*tháng[\s.…_\d]*năm[\s.…_\d]*", re.IGNORECASE)
_DATE = re.compile(rf"\s*[,(]?\s*(?:ký\s+)?(?:ngày\s*:?\s*)?{_DAY}\b", re.IGNORECASE)
_BARE_DATE = re.compile(rf"^\s*(?:ngày\s*)?{_DAY}(?:\s|$)", re.IGNORECASE)
_OWN_NUMBER = re.compile(rf"số\s*:?\s*({_NUMBER})", re.IGNORECASE)
_OF_DECISION = re.compile(r"[/-]Q[ĐD]", re.IGNORECASE)  # other papers - TTr, BB, TB, BC - bear numbers too
_BARE_REFERENCE = re.compile(
    r"(?:quyết\s+định|\bqđ)\s*(?:số\s*:?\s*)?(\d{1,5})(?=\s*,?\s*(?:ký\s+)?ngày\s*:?\s*\d)", re.IGNORECASE
)
_REFERS = re.compile(r"\(\s*(?:ban\s+hành\s+)?(?:kèm\s+)?(?:theo\s+)?(?:quyết\s+định|qđ)", re.IGNORECASE)
_OF_ANOTHER = re.compile(
    r"\bthay\s+thế|\bthay\s+cho|\bsửa\s+đổi|bổ\s+sung|bãi\s+bỏ|đính\s+chính|hủy\s+bỏ"
    r"|(?:về\s+việc|v/v)\s+(?:thành\s+lập|kiện\s+toàn|ban\s+hành|phê\s+duyệt|giao\b)",
    re.IGNORECASE,
)
_REPLACES = re.compile(r"\s*[,;]\s*(?:được\s+)?thay\s+(?:thế|cho)\s", re.IGNORECASE)
_UNFILLED = re.compile(r"\(?\s*kèm\s+theo\s+quyết\s+định\s+số[\s.…_:]*/", re.IGNORECASE)
_OWN_DAY = re.compile(rf"[^\d,:]{{2,40}},\s*ngày\s*{_DAY}", re.IGNORECASE)
_AUTHORITY = re.compile(
    r"\s*,?\s*(?:của|do)\s+([^)\n;]+?)\s*(?:(?=\s(?:về\s+việc|v/v|về)\s)|\)|;|\.\s|\./|\.?$)", re.IGNORECASE
)
_GIVER = re.compile(
    r"\s*(?:tặng\s+)?(?:giấy\s+khen|bằng\s+khen|gk|bk|kỷ\s+niệm\s+chương|cờ\s+thi\s+đua)\s+(?:của\s+)?(\S.*)",
    re.IGNORECASE,
)
_OPENING = re.compile(r"\(?\s*(?:ban hành\s+)?kèm\s+theo\s+$|\(\s*(?:theo\s+)?$", re.IGNORECASE)
_LOCAL = r"\b(?:ubnd|uy ban nhan dan|chu tich|hdnd) "
_CITIES = r"(?:thanh pho|tp\.?) (?:ha noi|hai phong|da nang|can tho|ho chi minh|hcm|hue)\b"
_LEVELS = tuple(
    (level, re.compile(pattern))
    for level, pattern in (
        ("pm", r"\bthu tuong\b"),
        ("president", r"\bchu tich nuoc\b"),
        ("assembly", r"\bthuong vu quoc hoi\b|\bubtvqh\b"),
        ("government", r"^chinh phu\b"),
        ("military", r"\bquan (?:khu|doan|chung)\b"),
        ("grassroots", r"\bbo (?:chi huy|chqs)\b|\b(?:cuc|vu) truong\b|\bso\b|\bhieu truong\b|\bcong ty\b"),
        ("commune", rf"{_LOCAL}(?:cap )?(?:xa|phuong|thi tran|dac khu)\b"),
        ("district", rf"{_LOCAL}(?:cap )?(?:huyen|quan|thi xa)\b"),
        ("province", rf"{_LOCAL}(?:(?:cap )?tinh\b|{_CITIES})"),
        ("district", rf"{_LOCAL}(?:thanh pho|tp)\b"),
        (
            "ministry",
            r"^bo\b|\bbo truong\b|\btrung uong\b|\b(?:ub)?tw\b|\btong lien doan\b|\bngan hang nha nuoc\b",
        ),
        (
            "grassroots",
            (
                r"\b(?:giam doc|thu truong|truong (?:phong|cong an|ban)|chanh an|vien truong|chi huy truong"
                r"|chi cuc truong|hat truong|doanh nghiep|hop tac xa|htx)\b"
            ),
        ),
    )
)
_BY_NUMBER = (
    ("pm", re.compile(r"qd ttg$")),
    ("president", re.compile(r"qd ctn$")),
    (
        "ministry",
        re.compile(r"qd b(?:ca|qp|gddt|yt|nv|tc|tp|ct|xd|khcn|khdt|tnmt|nnptnt|gtvt|ldtbxh|vhttdl|tttt|ng)$"),
    ),
    (
        "grassroots",
        re.compile(r"qd s(?:gddt|gd|yt|nv|tc|tp|ct|xd|khcn|khdt|tnmt|nn|nnptnt|gtvt|ldtbxh|vhttdl|tttt)$"),
    ),
)


@dataclass(frozen=True)
class Reference:
    """A decision as a line refers to it; rest is what the line says besides."""

    number: str = ""
    decided_on: date | None = None
    authority: str = ""
    rest: str = ""

    @property
    def level(self) -> str:
        """Return the level of the authority, "" when neither its name nor the number tells."""
        return level_of(self.authority, self.number)


def reference_in(text: str) -> Reference | None:
    """Find the decision a line refers to; None where it names no number."""
    found = _REFERENCE.search(text) or _BARE_REFERENCE.search(text)
    if found is None:
        return None
    end = found.end()
    dated = _DATE.match(text, end)
    passed = dated or _NO_DATE.match(text, end)
    end = passed.end() if passed else end
    signed = _AUTHORITY.match(text, end)
    end = signed.end() if signed else end
    before = _OPENING.sub("", text[: found.start()]).strip()
    return Reference(
        number=number_written(found[1]) or found[1],
        decided_on=_day(*dated.groups()) if dated else None,
        authority=signed[1].strip(" .,") if signed else "",
        rest=f"{before} {text[end:].lstrip(' )')}".strip(),
    )


def of_committee(number: str) -> frozenset[str]:
    """Return the levels whose committees number a decision so ("95/QĐ-UBND"), none for other numbers."""
    return _COMMITTEES if number.upper().endswith("UBND") else frozenset()


def own_number(line: str) -> tuple[str, date | None]:
    """Return the number a decision bears at its head ("Số: 95/QĐ-UBND"), "" for any other line.

    Its day may stand beside it, in another cell or behind a tab.
    """
    found = _OWN_NUMBER.match(line.strip())
    rest = line.strip()[found.end() :] if found else ""
    day = own_day(rest)
    if found is None or not _OF_DECISION.search(found[1]) or (rest and not day):
        return "", None
    return number_written(found[1]), day


def names_several(line: str) -> bool:
    """Tell whether a line refers to more than one decision."""
    return len({number_written(found[1]) for found in _REFERENCE.finditer(line)}) > 1


def amends(line: str) -> bool:
    """Tell whether a line names a decision a list changes or rests on, not its own."""
    return bool(_OF_ANOTHER.search(line))


def without_replaced(line: str) -> str:
    """Return a line that names a list's own decision without the one whose list it replaces."""
    found = _REPLACES.search(line)
    own = line[: found.start()] if found else ""
    return f"{own})" if own and _REFERS.match(own) and reference_in(own) else line


def tells_of_another(line: str) -> bool:
    """Tell whether a line in parentheses names a decision beside what it tells: "(nghỉ hưu theo QĐ 12 …)"."""
    return line.lstrip().startswith("(") and not _REFERS.match(line.lstrip())


def is_unfilled(line: str) -> bool:
    """Tell whether a line refers to a decision whose number is still to be filled in."""
    return bool(_UNFILLED.match(line))


def own_day(line: str) -> date | None:
    """Return the day at the head of a decision ("…, ngày 8 tháng 2 năm 2019"), None for other lines."""
    found = _OWN_DAY.fullmatch(line.strip())
    return _day(*found.groups()) if found else None


def number_written(text: str) -> str:
    """Return a number without the spaces and long dashes of the typist; "" where there is none."""
    found = re.search(_NUMBER, text, re.IGNORECASE)
    return re.sub(r"\s+", "", found[0]).replace("–", "-") if found else ""


def date_written(text: str) -> date | None:
    """Return the whole date a cell holds, or None."""
    found = _BARE_DATE.match(text)
    return _day(*found.groups()) if found else None


def giver_in(title: str) -> str:
    """Return who gives a form, as the words of its title say: "Bằng khen của Chủ tịch UBND tỉnh"."""
    found = _GIVER.match(title)
    return found[1] if found else ""


@lru_cache(maxsize=1024)
def level_of(authority: str, number: str = "") -> str:
    """Return the code of the level an authority stands on, "" when it cannot be told."""
    said = fold(authority)
    for level, pattern in _LEVELS:
        if said and pattern.search(said):
            return level
    plain = fold(number)
    return next((level for level, pattern in _BY_NUMBER if pattern.search(plain)), "")


def _day(day: str, month: str, year: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
