"""What the cells of lists of a year say: ratings, levels, forms of discipline, days and numbers."""

import re
from collections.abc import Iterable
from datetime import date

from thidua_desktop.domain.dates import show
from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.intake.decision_text import amends, number_written, reference_in
from thidua_desktop.intake.heading import is_ground
from thidua_desktop.intake.serial_dates import signed_on

_RATINGS = (
    ("KHT", r"k(?:hong)? ?(?:hoan thanh|ht)(?: ?n(?:hiem )?v(?:u)?)?|khong hoan thanh.*|kht(?:nv)?"),
    ("HTXS", r"(?:hoan thanh )?xuat sac(?: nhiem vu)?|ht ?xs(?: ?nv| nhiem vu)?"),
    ("HTT", r"(?:hoan thanh )?tot(?: nhiem vu)?|ht ?(?:t|tot)(?: ?nv| nhiem vu)?"),
    ("HT", r"(?:hoan thanh|ht)(?: ?nv| nhiem vu)?(?: nhung.*)?"),
)
_LEVELS = (
    ("toan_quoc", r"toan quoc|cap (?:nha nuoc|quoc gia|toan quoc)|nha nuoc"),
    ("toan_quan", r"toan quan|cap toan quan"),
    ("quan_khu", r"(?:cap )?quan khu"),
    ("bo", r"(?:cap )?(?:bo|nganh|bo nganh|bo ban nganh)(?: trung uong)?"),
    ("tinh", r"(?:cap )?tinh|cap thanh pho|thanh pho"),
    ("huyen", r"(?:cap )?huyen|cap quan|cap thi xa"),
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
_DENIED = re.compile(r"\b(?:khong|chua|de nghi|du kien|truot|xoa|het hieu luc|huy|rut)\b|^(?:bi )?loai$")
_NUMBER = re.compile(r"(\d{1,4})(?:[.,]0+)?(?: *(?:thang|ngay|t|nguoi))?")


def _told(table: tuple[tuple[str, str], ...], text: str) -> str:
    plain = " ".join(re.sub(r"[^\w,]", " ", fold(text)).split())
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
    return bool(_DENIED.search(fold(text)))


def state_in(text: str) -> str:
    """The code of what became of a topic of research, "" for words that are none."""
    return _told(_STATES, text)


def applied_in(text: str) -> bool | None:
    """Whether a cell says that something was put to use; None where it does not tell."""
    plain = " ".join(fold(text).split())
    return True if _YES.fullmatch(plain) else False if _NO.fullmatch(plain) else None


def day_in(text: str) -> date | None:
    """The day a cell holds, None where it holds none."""
    return signed_on(text)


def document_in(cell: str, day: str) -> tuple[str, date | None]:
    """What the cells of number and day name as the decision, in words, and its day."""
    told = reference_in(f"Quyết định {cell}") if cell else None
    number = number_written(cell) if cell else ""
    signed = day_in(day) or (told.decided_on if told else None)
    written = day or (show(signed) if signed else "")
    return " ngày ".join(filter(None, (number, written))), signed


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


def number_in(text: str) -> int | None:
    """The whole number of a cell ("12 tháng"), None where it holds none."""
    found = _NUMBER.fullmatch(" ".join(fold(text).split()))
    return int(found[1]) if found else None
