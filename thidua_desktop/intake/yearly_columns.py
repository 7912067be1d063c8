"""The columns of lists of a year - ratings, ideas, discipline, work, pledges - by their titles."""

import re
from collections.abc import Mapping
from functools import lru_cache

from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.intake.columns import role_of
from thidua_desktop.intake.roles import DECIDING

_STAFF = r"(?:cbccvc\w*|cbgv\w*|can bo|cong chuc|vien chuc|giao vien|nguoi|thanh vien|lao dong|bien che)"
_ROLES: dict[str, tuple[str, ...]] = {
    "pledge": (
        r"(?:dang ky )?danh hieu(?: thi dua)? dang ky.*",
        r"dang ky (?:danh hieu|thi dua|tdkt).*",
        r"noi dung dang ky",
    ),
    "rating": (
        r"muc (?:do )?hoan thanh.*",
        r"(?:ket qua |muc )?(?:danh gia |xep )+(?:loai|chat luong).*",
        r"ket qua danh gia.*",
        r"hoan thanh nhiem vu",
    ),
    "idea": (
        r"(?:ten )?(?:sang kien|de tai|giai phap|de an|cong trinh)\b.*",
        r"noi dung sang kien.*",
        r"(?:ten )?skkn",
    ),
    "form": (
        r"(?:hinh thuc|muc) (?:xu ly )?(?:ky luat|kl)\b.*",
        r"hinh thuc xu ly.*",
        r"(?:muc )?ky luat(?:(?: ve)? (?:chinh quyen|hanh chinh))?",
    ),
    "level": (r"cap(?: (?:cong nhan|xet|danh gia|sang kien|de tai|ap dung))*", r"pham vi.*", r"cap quan ly"),
    "kind": (r"loai(?: hinh)?", r"phan loai"),
    "state": (r"ket qua(?: nghiem thu)?", r"xep loai nghiem thu", r"nghiem thu"),
    "applied": (r"(?:da )?ap dung", r"hieu qua ap dung"),
    "starts": (
        r"(?:thoi gian (?:thi hanh )?)?tu(?: ngay.*)?",
        r"(?:ngay )?(?:co )?hieu luc(?! den| het).*",
        r"(?:(?:thoi gian|ngay) )?bat dau.*",
        r"(?:ngay|thoi diem) (?:bi )?ky luat",
    ),
    "ends": (
        r"(?:thoi (?:han|gian (?:thi hanh )?))?den(?: ngay)?.*",
        r"(?:ngay )?het (?:hieu luc|han).*",
        r"(?:ngay )?ket thuc.*",
        r"(?:co )?hieu luc den.*",
    ),
    "term": (
        r"thoi han(?: (?:ky luat|thi hanh|hieu luc).*)?",
        r"thoi gian(?: (?:ky luat|thi hanh|hieu luc)(?: ky luat)?)?",
    ),
    "months": (r"so thang.*", r"thang (?:lam viec|cong tac).*", r"thoi gian (?:lam viec|cong tac)"),
    "leave": (
        r"(?:tong )?(?:so )?ngay (?:da )?nghi.*",
        r"nghi phep.*",
        (
            r"(?:trong do )?nghi (?:om|viec rieng|(?:viec )?(?:co|khong) (?:phep|ly do)"
            r"|khong (?:huong )?luong|che do|khac)\b.*"
        ),
    ),
    "members": (rf"(?:tong )?so {_STAFF}\b(?! (?:duoc|dat|de nghi|hoan thanh|khen)\b).*",),
    "training": (
        r"(?:dao tao|boi duong|hoc tap).*",
        r"(?:ten |noi dung |viec )?(?:(?:khoa|lop|chuong trinh) )?(?:dao tao|boi duong|tap huan)\b.*",
    ),
    "coauthors": (
        r"thanh vien(?: (?:tham gia|thuc hien|de tai|khac))*",
        r"(?:cac |nhom )?cong su.*",
        r"(?:cac )?dong tac gia khac",
    ),
    "authors": (r"(?:(?:ho (?:va )?)?ten )?(?:dong |cac )*tac gia.*", r"chu nhiem.*", r"nguoi thuc hien.*"),
    "unit_or_name": (r"ten truong(?: hoc)?",),
    "year": (r"nam(?: (?:danh gia|xep loai|cong nhan|cong tac|dang ky|ap dung|nghiem thu|bao ve))?",),
}
_PATTERNS = tuple((role, re.compile("|".join(patterns))) for role, patterns in _ROLES.items())
_LONGEST = 80


def columns_of_year(columns: Mapping[str, int]) -> bool:
    """Tell whether a header has a column only lists of a year have."""
    return any(role in columns for role in DECIDING)


@lru_cache(maxsize=4096)
def yearly_role(cell: str) -> str:
    """Return the role a title of a column tells in such a list, "" for none."""
    if not cell or len(cell) > _LONGEST:
        return ""
    if (own := role_of(cell)) == "male":
        return own  # folded, Nam would be Năm
    plain = " ".join(re.sub(r"\([^)]*\)|[^\w]", " ", fold(cell)).split())
    return next((role for role, pattern in _PATTERNS if pattern.fullmatch(plain)), "") or own
