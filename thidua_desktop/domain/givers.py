"""Forms named by who gives them: "Bằng khen của Bộ Tài chính" is the catalogue's Bằng khen of ministries.

The catalogue names each form after a kind of giver, papers name the giver himself.
"""

import re

_CENTRAL = (
    r"(?:bo(?: truong bo)? (?!chi huy\b|chqs\b|tu lenh\b|doi\b)\w+"
    r"|(?:(?:bch|ban chap hanh|ban thuong vu|uy ban) )?(?:trung uong|tw)\b"
    r"|(?:ban (?:dan van|to chuc|tuyen giao|noi chinh|kinh te)|uy ban kiem tra) (?:trung uong|tw)\b"
    r"|tong (?:lien doan|ldld|thanh tra)\b|tandtc\b|vksndtc\b|\w+ (?:\w+ )*toi cao\b"
    r"|ngan hang nha nuoc viet nam|bao hiem xa hoi viet nam)"
)
_COMPANY = r"(?:cong ty|tong cong ty|htx|hop tac xa|doanh nghiep|xi nghiep)\b"
_HEAD_OF_COMPANY = r"(?:(?:tong )?giam doc|gd|tgd|chu tich (?:hdqt|hdtv|hoi dong (?:quan tri|thanh vien)))"
_FORMS = (
    ("BK_TINH", rf"(?:bang khen|bk) (?:cua )?{_CENTRAL}.*"),
    ("KNC_BO_TINH", rf"(?:ky niem chuong|knc) (?:cua )?{_CENTRAL}.*"),
    ("KNC_BO_TINH", r"(?:ky niem chuong|knc) vi (?:su nghiep|su phat trien|the he tre)\b.*"),
    ("GK_SO", r"(?:giay khen|gk) (?:cua )?(?:(?:giam doc|gd) )?so (?!\d)\w+.*"),
    ("GK_CQ_BO", r"(?:giay khen|gk) (?:cua )?(?:cuc|vu) truong\b.*"),
    ("GK_DN", rf"(?:giay khen|gk) (?:cua )?{_HEAD_OF_COMPANY} {_COMPANY}.*"),
)
_ANOTHER = re.compile(
    r"\b(?:khen|gk|bk|co thi dua|chien si|cstd\w*|ldtt|tien tien|xuat sac|(?:huan|huy) chuong)\b"
)
_PATTERNS = tuple((code, re.compile(pattern)) for code, pattern in _FORMS)


def form_by_giver(key: str) -> str:
    """Return the code of the form words name with their giver, "" for others; key: folded words.

    Where another award is named behind it the words are of two.
    """
    if _ANOTHER.search(key, key.find(" ") + 6):
        return ""
    return next((code for code, pattern in _PATTERNS if pattern.fullmatch(key)), "")
