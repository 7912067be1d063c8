"""What the cells of lists of a year say: ratings, levels, forms of discipline, days and numbers."""

import re
from calendar import monthrange
from collections.abc import Collection, Iterable
from datetime import date

from thidua_desktop.domain.dates import show
from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.intake.decision_text import amends, number_written, reference_in
from thidua_desktop.intake.heading import is_ground
from thidua_desktop.intake.serial_dates import signed_on

_DONE = r"(?:hoan thanh|ht)"
_TASK = r"(?: (?:chuc trach|cong viec))?(?:,? ?(?:nhiem vu|nv))?(?: duoc giao| nam)?"
_OF_MARK = rf"{_DONE}(?: nhiem vu| nv)? (?:o )?muc (?:do )?"
_RATINGS = (
    ("KHT", rf"k(?:hong)? ?{_DONE}(?! ?(?:tot|xuat sac|day du)\b).*|khtnv"),
    ("HTXS", rf"(?:{_DONE} )?xuat sac{_TASK}|ht ?xs(?: ?nv| nhiem vu)?|{_OF_MARK}xuat sac"),
    ("HTT", rf"(?:{_DONE} )?tot{_TASK}|ht ?t(?: ?nv| nhiem vu)?|{_OF_MARK}tot"),
    ("HT", rf"{_DONE}{_TASK}(?: nhung.*)?|htnv(?: nhung.*)?"),
)
_AS_WRITTEN = ((r"\bh ?thanh\b", "hoan thanh"), (r"(?<!ht )\bxs(?=\b|nv\b)", "xuat sac "))
_LEVELS = (
    ("toan_quoc", r"toan quoc|cap (?:nha nuoc|quoc gia|toan quoc)|nha nuoc"),
    ("toan_quan", r"toan quan|cap toan quan"),
    ("quan_khu", r"(?:cap )?quan khu"),
    ("bo", r"(?:cap )?(?:bo|nganh|bo nganh|bo ban nganh)(?: trung uong)?"),
    ("tinh", r"(?:cap |toan |trong |trong pham vi )?tinh|cap thanh pho|thanh pho"),
    ("huyen", r"(?:cap |toan |trong |trong pham vi )?huyen|cap quan|cap thi xa"),
    ("co_so", r"(?:cap )?(?:co so|truong|xa|don vi|co quan)"),
)
_FORMS = (
    ("khien_trach", r"khien trach"),
    ("canh_cao", r"canh cao"),
    ("ha_bac_luong", r"ha (?:bac|bac )?luong|ha bac luong"),
    ("giang_chuc", r"giang chuc|ha (?:tang )?chuc vu"),
    ("cach_chuc", r"cach chuc(?: .*)?|cach (?:tat ca )?(?:cac )?chuc vu.*"),
    ("buoc_thoi_viec", r"buoc thoi viec|sa thai"),
)
_STATES = (
    ("nghiem_thu_ap_dung", r"(?:da )?nghiem thu(?:,? va)?,? (?:da |duoc )?ap dung.*"),
    ("xuat_sac_tieu_bieu", r"xuat sac.*"),
    ("nghiem_thu", r"(?:da )?nghiem thu"),
    ("ap_dung", r"(?:da |duoc )?ap dung.*"),
)
_YES = re.compile(r"co|x|v|da|da ap dung|duoc ap dung|ap dung")
_NO = re.compile(r"khong|chua|chua ap dung|0")
_NOTHING = re.compile(r"khong(?: co| bi ky luat| dang ky| vi pham)?|0")
_DENIED = re.compile(
    r"\b(?:khong|chua|ko|de nghi|du kien|truot|xoa|het hieu luc|huy|rut)\b|^(?:bi )?loai$"
    r"|^k\W*(?:d|dat)?$|^[0\-–]$"
)
_NOT_GRANTED = re.compile(
    r"\b(?:khong|chua|ko) (?:duoc )?(?:cong nhan|dat|xet|duyet|nghiem thu|xep loai|thong qua)\b"
    r"|\b(?:truot|bi loai|xin rut|huy)\b|^rut\b"
)
_UNDER_WAY = re.compile(r"\bdang (?:duoc )?(?:thuc hien|trien khai|nghien cuu|tien hanh|viet)\b")
_NUMBER = re.compile(r"(\d{1,4})(?:[.,]0+)?(?: *([a-z]+))?")
_SHORT_DAY = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{2})")
_LATEST_SHORT_YEAR = 40
_BETWEEN_DAYS = re.compile(r"\s+(?:[-–]|đến(?: hết)?(?: ngày)?)\s+|(?<=\d{4})\s*[-–]\s*(?=\d)", re.IGNORECASE)
_MONTHS = re.compile(r"(\d{1,3}) *(?:thang|th|t)")
_NO_IDEA = re.compile(
    r"(?:khong|chua|ko|k)(?: (?:co|dang ky|viet|lam|nop|tham gia|duoc|xet|cong nhan|nao"
    r"|gi|sang kien|de tai|skkn"
    r"|sk|giai phap))*|0?"
)
_NO_WORDS = re.compile(r"[\W\d_]*|co|x|v|da co|dat", re.IGNORECASE)


def _told(table: tuple[tuple[str, str], ...], text: str) -> str:
    plain = " ".join(re.sub(r"[^\w,]", " ", fold(text)).split())
    for written, meant in _AS_WRITTEN:
        plain = " ".join(re.sub(written, meant, plain).split())
    return next((code for code, pattern in table if re.fullmatch(pattern, plain)), "")


def rating_in(text: str) -> str:
    """The code of a rating, "" for words that are none."""
    return _told(_RATINGS, text)


def level_in(text: str) -> str:
    """The code of a level of recognition, "" for words that are none."""
    return _told(_LEVELS, text)


def form_in(text: str) -> str:
    """The code of a form of discipline, "khac" for another; "" for an empty cell."""
    return _told(_FORMS, text) or ("khac" if text.strip() else "")


def is_none(text: str) -> bool:
    """Whether a cell says that there is nothing: no discipline, no pledge."""
    return bool(_NOTHING.fullmatch(" ".join(re.sub(r"[^\w]", " ", fold(text)).split())))


def is_denied(text: str) -> bool:
    """Whether a cell says that something was not granted, only asked for, or taken back."""
    return bool(_DENIED.search(fold(text))) or is_under_way(text)


def says_no_idea(text: str) -> bool:
    """Whether a cell says that there is no initiative."""
    return bool(_NO_IDEA.fullmatch(" ".join(re.sub(r"[^\w]", " ", fold(text)).split())))


def names_no_idea(text: str) -> bool:
    """Whether a cell holds a mark or a number where the name of an initiative should stand."""
    return bool(_NO_WORDS.fullmatch(fold(text).strip()))


def is_not_granted(note: str) -> bool:
    """Whether a note says that an initiative was not recognised."""
    return bool(_NOT_GRANTED.search(fold(note))) or is_under_way(note)


def is_under_way(text: str) -> bool:
    """Whether words say that a work is not finished yet."""
    return bool(_UNDER_WAY.search(fold(text)))


def state_in(text: str) -> str:
    """The code of what became of a topic of research, "" for words that are none."""
    return _told(_STATES, text)


def applied_in(text: str) -> bool | None:
    """Whether a cell says that something was put to use; None where it does not tell."""
    plain = " ".join(fold(text).split())
    return True if _YES.fullmatch(plain) else False if _NO.fullmatch(plain) else None


def day_in(text: str) -> date | None:
    """The day a cell holds, None where it holds none."""
    if short := _SHORT_DAY.fullmatch(text.strip()):
        day, month, year = short.groups()
        century = "20" if int(year) <= _LATEST_SHORT_YEAR else "19"
        return signed_on(f"{day}/{month}/{century}{year}")
    return signed_on(text)


def days_in(text: str) -> tuple[date | None, date | None]:
    """The first and the last day a cell holds ("01/02/2022 - 01/02/2023"), None twice for any other."""
    days = [
        day_in(part)
        for part in _BETWEEN_DAYS.split(re.sub(r"^\s*từ(?: ngày)?\s+", "", text, flags=re.IGNORECASE))
    ]
    return (days[0], days[1]) if len(days) == 2 and all(days) else (None, None)


def term_in(text: str) -> int | None:
    """How many months a term has ("12 tháng", "1 năm"), None where a cell does not tell."""
    plain = " ".join(fold(text).strip(" ()").split())
    if found := _MONTHS.fullmatch(plain):
        return int(found[1])
    years = re.fullmatch(r"(\d) *nam", plain)
    return int(years[1]) * 12 if years else None


def months_after(day: date, months: int) -> date:
    """The same day so many months later, the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def document_in(cell: str, day: str) -> tuple[str, date | None]:
    """What the cells of number and day name as the decision, in words, and its day."""
    told = reference_in(f"Quyết định {cell}") if cell else None
    number = number_written(cell) if cell else ""
    signed = day_in(day) or (told.decided_on if told else None)
    written = day or (show(signed) if signed else "")
    return f"{number} ngày {written}" if number and written else number, signed


def document_above(lines: Iterable[str]) -> str:
    """The one decision the lines above a list come with, in words, "" for none or several."""
    found = {
        reference: None
        for line in lines
        if not (is_ground(line) or amends(line)) and (reference := reference_in(line))
    }
    if len(found) != 1:
        return ""
    [one] = found
    return " ngày ".join(filter(None, (one.number, show(one.decided_on) if one.decided_on else "")))


def number_in(text: str, words: Collection[str] = ("thang", "ngay", "t", "nguoi")) -> int | None:
    """The whole number of a cell ("12 tháng"), None where it holds none or counts something else."""
    found = _NUMBER.fullmatch(" ".join(fold(text).split()))
    return int(found[1]) if found and (not found[2] or found[2] in words) else None
