"""Lines of a list that are not recipients: totals, sections, signatures."""

import re
from collections.abc import Iterable, Sequence

from thidua_desktop.domain.decision import Stated
from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.intake.decision_text import is_unfilled
from thidua_desktop.intake.heading import is_ground
from thidua_desktop.intake.unit_words import names_unit

_TOTAL = re.compile(
    r"^\W*(?:tong (?:cong|so)\b|(?:tong|cong)(?: nhom| don vi| truong)? ?:? ?(?=\d)|an dinh danh sach"
    r"|danh sach (?:nay )?(?:gom|co(?! thi dua\b)|an dinh)\b)"
)
_PART = re.compile(r"^\W*cong\b(?! chung\b)")
_COUNT = re.compile(
    r"(\d[\d.]*)\s*(?:luot\s*)?"
    r"(tap the,? (?:va )?ca nhan|tap the|don vi|ca nhan|nguoi|dong chi|ho gia dinh|gia dinh|ho\b|truong hop)?"
)
_PROMISE = re.compile(r"(\d{1,5}) (tap the|ca nhan|nguoi|dong chi|ho gia dinh|gia dinh|ho)\b")
_PROMISED = re.compile(rf"\bcho (?:cho )?((?:,? ?(?:va )?{_PROMISE.pattern})+)")
_FIELDS = {
    "tap the": "collectives",
    "don vi": "collectives",
    "ca nhan": "persons",
    "nguoi": "persons",
    "dong chi": "persons",
    "ho gia dinh": "households",
    "gia dinh": "households",
    "ho": "households",
}
_NUMBERING = re.compile(
    r"^(?![Vv]/[Vv]\b)(?:(?:(?:PHẦN|Phần|MỤC|Mục)\s+)?(?:[IVX]+|[A-HĐ]|\d{1,2})\s*[.)/\-:|]+\s*)+"
)
_SIGN = re.compile(r"^(?:[*+•]+|[-–](?=[^\d:]*:\s*$))\s*")
_SECTION = re.compile(
    r"^(?:(?:doi voi|danh sach|cac|ve|phan)\s+)*(tap the|doanh nghiep|to chuc|hop tac xa|ca nhan"
    r"|ho kinh doanh|ho gia dinh|gia dinh|ho dan|ho|can bo|giao vien|nguoi lao dong|hoc sinh"
    r"|doanh nhan|nha giao|hoi vien|cong chuc|vien chuc|nhan vien"
    r"|nhung nguoi hoat dong|nguoi hoat dong|lao dong hop dong)"
    r"(?:\s+(?:tieu bieu|dien hinh|nong dan|cap xa|xa|hop dong)"
    r"|\s+(?:khong )?(?:chuyen trach|huong luong|xac dinh thoi han|co thoi han)"
    r"|,? (?:va )?(?:can bo|giao vien|nhan vien|cong chuc|vien chuc|nguoi lao dong))*"
    r"\s*[:.]?\s*(?:\(?\s*\d+(?!\d*\s*[.)/]\s*[^\W\d])\s*[^);]*\)?)?\s*[:.]?$"
)
_SECTION_KINDS = {
    **dict.fromkeys(("tap the", "doanh nghiep", "to chuc", "hop tac xa"), "collective"),
    **dict.fromkeys(("cong chuc", "vien chuc", "nhan vien"), "person"),
    **dict.fromkeys(("nhung nguoi hoat dong", "nguoi hoat dong", "lao dong hop dong"), "person"),
    "ca nhan": "person",
    "ho kinh doanh": "household",
    "ho gia dinh": "household",
    "gia dinh": "household",
    "ho dan": "household",
    "ho": "household",
    **dict.fromkeys(
        ("can bo", "giao vien", "nguoi lao dong", "hoc sinh", "doanh nhan", "nha giao", "hoi vien"), "person"
    ),
}
_NUMBERED = re.compile(r"^(?![Vv]/[Vv]\b)([IVX]+|[A-HĐ])\s*[.)/\-:|]+\s*(.+?)\s*:?$")
_COUNTED = r"\d[\d.]*\s*(?:tập thể|cá nhân|hộ(?: gia đình)?|gia đình|người|đồng chí|đ/c|đơn vị)"
_HOW_MANY = re.compile(
    rf"\s*[:(–-]\s*{_COUNTED}(?:\s*[,;và]+\s*{_COUNTED})*\s*\)?[\s.:]*$",
    re.IGNORECASE,
)
_BARE_COUNT = re.compile(r"(?:\s*\(\d{1,4}\)|\s*:\s*\d{1,4})[\s.:]*$")
_LEAD = re.compile(r"\s*(?:([-–+*•])|\d{1,2}(?:\.\d{1,2})*\s*[.)/]|[a-zđ]\s*[.)])\s*(?=\D)")
_TELLS_OF_BEFORE = re.compile(r"(?:da|duoc|tung|co|nam|khen thuong|thanh tich)\b(?! khen\b)")
_SAYS_AWARD = re.compile(r"(?:truy tang|tang|cong nhan|danh hieu|hinh thuc|khen|bieu duong)\b")
_NUMBER_DASH = re.compile(r"^\d{1,3}\s*[-–]\s*")
_NAMED = re.compile(r"(?:\d{1,3}\s*[-–]\s*)?(?:hộ |gia đình )?(?:ông|bà|đ/c|đồng chí)\b", re.IGNORECASE)
_TO_ONE = re.compile(
    r"\bcho\s+(?:(?:hộ|gia đình)\s+)?(?:ông|bà|đ/c|đồng chí|em|trường|phòng|ban|xã|trạm)\b", re.IGNORECASE
)
_PAGE = re.compile(r"\W*(?:trang|page)\s*\d+(?:\s*/\s*\d+)?\W*")
_ANNOUNCES = re.compile(
    r"\W*(?:va|cung(?: voi)?|gom)? ?(?:cac|nhung|\d+) (?:ca nhan|tap the|don vi|ong,? ?\(?ba\)?|dong chi"
    r"|ho)\b.{0,30}\b(?:sau|duoi day|kem theo)\b.{0,10}"
)
_NOTE = re.compile(r"\W*(?:ghi chu|luu y|chu thich)\s*:")
_OF_SOMEBODY = re.compile(
    r"\b(?:khong|chua|rut|huy|thu hoi|tru\b|bo\b|xoa|loai|gach|hoan|ky luat|ong|ba|d/c|dong chi|em|so|nam|qd"
    r"|quyet dinh|thay|sua|dinh chinh|bo sung|danh hieu|khen|stt)\b"
)
_LONGEST_TITLE_LINE = 160
_ROMAN = re.compile(r"[IVX]+")
_TITLE_WORDS = re.compile(
    r"\b(?:danh hieu|chien s[iy]|lao dong (?:gioi|sang tao)|tien tien|xuat sac|(?:giay|bang|thu) khen"
    r"|co thi dua|(?:huan|huy) chuong|ky niem chuong|huy hieu|gia dinh van hoa|anh hung|dien hinh|guong)\b"
)
_TITLE_FIRST = re.compile(
    r"(?:(?:tang|danh hieu|hinh thuc|tap the|ca nhan|cac)\s+)*(?:chien s[iy] |lao dong (?:tien|xuat)|don vi "
    r"(?:tien tien|quyet thang)|(?:giay|bang|thu) khen\b|co thi dua\b|(?:huan|huy) chuong\b|ky niem chuong\b"
    r"|gia dinh van hoa\b|(?:guong )?dien hinh\b|(?:guong )?nguoi tot\b)"
)
_GENERAL = re.compile(
    r"\b(?:danh hieu|hinh thuc|thi dua|khen thuong|duoc|de nghi|tang|cac|cho|doi voi|va|tap the|ca nhan"
    r"|ho gia dinh|gia dinh|don vi)\b"
)
_SIGNING = re.compile(
    r"^(?:t/?m\b|kt\b|k/t\b|tl\b|tuq\b|noi nhan\b|nguoi (?:lap|tong hop)\b|xac nhan\b|thu truong don vi\b"
    r"|\(ky\b|ky ten\b|\(?da ky\b|luu ?: ?vt)"
)
_OFFICE = re.compile(
    r"(?:can bo|chuyen vien|(?:pho )?(?:chu tich|giam doc|hieu truong|bi thu|truong)|ke toan|thu truong"
    r"|thu ky|to truong|nguoi lap|xac nhan|tm|kt)\b"
)
_SIGNER = re.compile(r"^(?:(?:pho )?chu tich\b|(?:pho )?giam doc\b|hieu truong\b|thu tuong\b|truong phong\b)")
_EMPTY_TOTAL = re.compile(
    r"^\W*(?:(?:tong (?:cong|so)|cong)|toan (?:huyen|truong|xa|tinh|co quan|don vi|nganh)|(?:cong )?mang sang"
    r"|cong (?:chuyen|mang) sang|chuyen (?:sang )?trang (?:sau|truoc))\W*$"
    r"|^\W*cong (?:trang|to)(?: so)?(?: \d+)?\W*\d*\W*$"
    r"|^\W*(?:so tien )?(?:viet )?bang chu\b"
    r"|^\W*(?:tong|cong)\b(?:(?! ca nhan| tap the| ho\b).)*"
    r"\b(?:tien|kinh phi|tri gia|gia tri|dong(?! chi)|m2|\d+ ?d)\b"
)
_OTHER_MEASURE = re.compile(  # money, areas, points and years are no recipients
    r"\W*(?:dong(?! chi)|d\b|vnd|nghin|ngan|trieu|ty\b|m2|m²|ha\b|kg\b|diem|%|ngay|tien|nam\b)"
)
_ARTICLE = re.compile(r"^dieu \d{1,2}\s*[.:]|^quyet dinh nay co hieu luc\b")
_ARTICLE_NUMBER = re.compile(r"^\s*điều\s+\d{1,2}\s*[.:]\s*", re.IGNORECASE)
_GIVES = re.compile(
    r"(?:nay )?(?:truy tang|tang(?: thuong)?|cong nhan|khen thuong|bieu duong)\b"
    r"(?! (?:muc|tien|thuong|kem theo)\b)"
)


def stated_in(text: str) -> Stated | None:
    """Return the totals a line states ("Tổng cộng: 60 cá nhân./."), None for any other line."""
    plain = fold(text)
    if not _TOTAL.match(plain):
        return None
    totals, bare = {}, []
    for found in _COUNT.finditer(plain):
        number = int(found[1].replace(".", "") or 0)
        if found[2]:
            totals[_FIELDS.get(found[2], "total")] = number
        elif not (plain[: found.start()].endswith("nam ") or _OTHER_MEASURE.match(plain, found.end())):
            bare.append(number)
    if bare and (not totals or bare[0] == sum(totals.values())) and not is_empty_total(text):
        totals.setdefault("total", bare[0])
    return Stated(**totals) if totals else None


def promised_in(text: str) -> Stated | None:
    """Return for how many an article gives an award: "Tặng Giấy khen cho 03 tập thể và 05 cá nhân …"."""
    order = _ARTICLE_NUMBER.sub("", text)
    gives = not order.isupper() and bool(_GIVES.match(fold(order)))
    found = _PROMISED.search(fold(order)) if gives else None
    if found is None:
        return None
    counted = ((_FIELDS[what], int(count)) for count, what in _PROMISE.findall(found[1]))
    return summed(Stated(**{name: count}) for name, count in counted)


def summed(parts: Iterable[Stated]) -> Stated:
    """Return several totals added up."""
    told = [part for part in parts if part != Stated()]
    names = ("persons", "collectives", "households", "total")
    counted = {name: [count for part in told if (count := getattr(part, name)) is not None] for name in names}
    return Stated(**{name: sum(counts) for name, counts in counted.items() if counts})


def is_part(text: str) -> bool:
    """Tell whether a sum is that of a group of rows ("Cộng: 5 người"), not of the whole list."""
    return bool(_PART.match(fold(text)))


def merged(first: Stated, second: Stated) -> Stated:
    """Return both totals together; where both speak, the later line."""
    names = ("persons", "collectives", "households", "total")
    later = {name: getattr(second, name) for name in names}
    return Stated(**{name: getattr(first, name) if value is None else value for name, value in later.items()})


def section_of(text: str) -> str:
    """Return the kind of recipients a section heading opens ("I. TẬP THỂ"), "" for any other line."""
    found = _SECTION.match(fold(_NUMBERING.sub("", _SIGN.sub("", text))))
    return _SECTION_KINDS[found[1]] if found else ""


def opens_roman_section(text: str) -> bool:
    """Tell whether a section of recipients begins that stands as high as any other: "II. CÁ NHÂN"."""
    words, roman = section_title(text)
    return roman and bool(section_of(words))


def section_title(text: str) -> tuple[str, bool]:
    """Return the words of a numbered heading, which may name a title, and whether its numeral is Roman.

    How many rows follow is no part of them: "II. Chiến sĩ thi đua cơ sở: 02 cá nhân".
    """
    found = _NUMBERED.match(text)
    return (counted_off(found[2]), bool(_ROMAN.fullmatch(found[1]))) if found else ("", False)


def counted_off(words: str) -> str:
    """Return the words of a heading without how many rows follow: "Giấy khen: 02 cá nhân"."""
    left = _BARE_COUNT.sub("", words)
    return left if left != words and (is_likely_title(left) or names_unit(left)) else _HOW_MANY.sub("", words)


def title_alone(text: str) -> tuple[str, bool, bool]:
    """Return the words of a line that may name the award of the rows below it, "" where it cannot.

    Also whether it says so itself ("2. Danh hiệu …:", "Tặng … cho các cá nhân sau:"), and whether it may as
    well tell of a recipient what was given before: a line behind a dash without a colon.
    """
    lead = _LEAD.match(text)
    words = (text[lead.end() :] if lead else text).strip()
    if not words or len(words) > _LONGEST_TITLE_LINE:
        return "", False, False
    bare = counted_off(words.rstrip(" :.;,"))
    heads = words.endswith(":") or bare != words.rstrip(" :.;,")
    tells = words.startswith("(") or bool(_TELLS_OF_BEFORE.match(fold(words)))
    unclear = tells or (bool(lead and lead[1]) and not heads)
    return bare, bool(_SAYS_AWARD.match(fold(words))), unclear


def is_recipient(text: str) -> bool:
    """Tell whether a line without a number names somebody all the same: "Hộ ông …", "Trường …"."""
    return bool(_NAMED.match(text)) or names_unit(_NUMBER_DASH.sub("", text))


def says_nothing(text: str) -> bool:
    """Tell whether a line says nothing of a list: what it rests on, a number still open, that of a page."""
    return is_ground(text) or is_unfilled(text) or is_page_number(text) or _is_note(text)


def begins_note(text: str) -> bool:
    """Tell whether a line is a note by its first words: "Ghi chú: …", "Lưu ý: …"."""
    return bool(_NOTE.match(fold(text)))


def _is_note(text: str) -> bool:
    """Whether a line is a note on the sheet that speaks of nobody and takes nothing back."""
    return begins_note(text) and not _OF_SOMEBODY.search(fold(text))


def announces(text: str) -> bool:
    """Tell whether a line only announces the rows below it: "Và các cá nhân sau:"."""
    return bool(_ANNOUNCES.fullmatch(fold(text)))


def is_page_number(text: str) -> bool:
    """Tell whether a line only numbers a page."""
    return bool(_PAGE.fullmatch(fold(text)))


def heads_section(words: str) -> bool:
    """Tell whether words alone behind a number have the look of a heading: an award, or how many follow."""
    if "," in words or _NAMED.match(words) or _TO_ONE.search(words):
        return False
    return bool(_TITLE_FIRST.match(fold(words)) or _HOW_MANY.search(words))


def is_likely_title(text: str) -> bool:
    """Tell whether words have the look of a title or a form, known or not."""
    return bool(_TITLE_WORDS.search(fold(text)))


def is_general(text: str) -> bool:
    """Tell whether a heading only says that titles or forms follow, or for whom: DANH HIỆU THI ĐUA."""
    return not _GENERAL.sub("", fold(text)).strip(" :.,")


def is_empty_total(text: str) -> bool:
    """Tell whether a line announces a total and gives none."""
    return bool(_EMPTY_TOTAL.match(fold(text)))


def is_article(text: str) -> bool:
    """Tell whether a line begins an article of a decision: "Điều 2. …", or says when it takes effect."""
    return bool(_ARTICLE.match(fold(text)))


def given_by_article(text: str) -> str:
    """Return what an article gives ("Tặng Giấy khen cho 02 cá nhân:"), "" where it orders other things."""
    order = _ARTICLE_NUMBER.sub("", text)
    return order if order != text and _GIVES.match(fold(order)) and is_likely_title(order) else ""


def is_signing(text: str) -> bool:
    """Tell whether a cell begins the block of signatures: TM. ỦY BAN NHÂN DÂN, Nơi nhận, Người lập biểu."""
    return len(text) < 80 and bool(_SIGNING.match(fold(text)))


def is_signing_row(cells: Sequence[str]) -> bool:
    """Tell whether cells side by side are the offices that sign: KẾ TOÁN | HIỆU TRƯỞNG."""
    return len(cells) > 1 and all(cell.isupper() and _OFFICE.match(fold(cell)) for cell in cells)


def is_signature(text: str) -> bool:
    """Tell whether a line standing alone begins the signatures, by such words or by an office in capitals."""
    return is_signing(text) or (len(text) < 80 and text.isupper() and bool(_SIGNER.match(fold(text))))
