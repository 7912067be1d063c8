"""What offices write around a name that is no part of it: a number, a rank, a degree, a footnote's mark."""

import re
from typing import NamedTuple

_NUMBER = re.compile(r"^\d{1,4}\s*[.)/\-–]\s*(?=[^\W\d])")
_MARK = re.compile(
    r"(?:\s*\((?:\d{1,2}(?: (?:người|khẩu|nhân khẩu))?|\*+"
    r"|chủ trì|chủ nhiệm|(?:đồng )?tác giả(?: chính)?|thành viên|thư ký)\)"
    r"|[\s*†‡…¹²³⁴⁵.,;:]+)+$",
    re.IGNORECASE,
)
_FATE = re.compile(
    r"\s*(?:\(\s*|[-–,]\s+)((?:truy tặng|đã (?:chết|mất|từ trần|hy sinh|qua đời)|liệt (?:sĩ|sỹ))[^()]{0,30}?)"
    r"\s*\)?$",
    re.IGNORECASE,
)
_KIN = re.compile(  # (vợ ông …): whose relative the one named is
    r"\s*\(\s*((?:vợ|chồng|con(?: trai| gái)?|mẹ|bố|cha)\s+(?:của\s+)?"
    r"(?:ông|bà|cụ|anh|chị|liệt s[ĩỹ]|đ/c|đồng chí)\s[^()]{1,40}?)\s*\)$",
    re.IGNORECASE,
)
_GENDER = re.compile(r"\s*\(\s*(nam|nữ)\s*\)$", re.IGNORECASE)
_RANK = (
    r"(?:đại|thượng|trung|thiếu)\s+(?:tướng|tá|úy|uý|sĩ|sỹ)|chuẩn\s+(?:đô\s+đốc|úy|uý)|hạ\s+(?:sĩ|sỹ)"
    r"|binh\s+nh(?:ất|ì)"
)
_CAREER = r"(?:\s+(?:QN)?CN\b|\s+chuyên\s+nghiệp)?"
_LEARNED = (
    r"(?-i:Y\s+(?:sĩ|sỹ|tá))|điều\s+dưỡng(?:\s+viên|\s+trưởng)?|(?-i:[Hh]ộ\s+sinh)(?:\s+viên)?|kỹ\s+thuật\s+viên"
    r"|linh\s+mục|đại\s+đức|thượng\s+tọa|hòa\s+thượng|ni\s+sư|sư\s+cô|mục\s+sư|"
    r"(?:phó\s+)?giáo\s+sư|tiến\s+(?:sĩ|sỹ)|thạc\s+(?:sĩ|sỹ)|bác\s+(?:sĩ|sỹ)|dược\s+(?:sĩ|sỹ)|kỹ\s+sư|cử\s+nhân|luật\s+sư"
    r"|(?:nhà\s+giáo|nghệ\s+(?:sĩ|sỹ)|thầy\s+thuốc|nghệ\s+nhân)\s+(?:nhân\s+dân|ưu\s+tú)"
)
_SHORT = (
    r"PGS|GS|TSKH|TS|Th[Ss]|THS|BSC?K\s?I{1,2}|B[Ss]|D[Ss]|K[Ss]|CN(?:ĐD|HS|YTCC)?|LS|CK\s?I{1,2}"
    r"|NSND|NSƯT|NGND|NGƯT|TTND|TTƯT|ĐD(?:V|T|TH|CĐ)?|KTV|YS|NHS|HS(?:TH|CĐ)|DSTH|DSĐH|LM|ĐĐ"
)
_DOTTED = r"(?i:pgs|gs|tskh|ts|ths|bscki{1,2}|bs|ds|ks|cn|cnđd|ls|đd|đdv|đdt|ktv|ys|nhs|lm|đđ|tt|ht)(?=\.)"
_WORDS = re.compile(rf"^(?:(?:{_RANK}){_CAREER}|{_LEARNED})\b[\s.,:]*", re.IGNORECASE)
_LETTERS = re.compile(
    rf"^(?:(?:{_SHORT}|{_DOTTED})(?:\.\s*|\s+))+"
)  # as they are written: "Ts" may begin a name
_PUPIL = re.compile(r"^(?:Em|Cháu)[\s.:]+(?:học\s+sinh\s+)?")
_TEACHER = re.compile(r"^(thầy|cô)(?:\s+giáo)?[\s.:]+", re.IGNORECASE)
FIRST_WORDS = frozenset(
    [
        *("y", "điều", "linh", "hòa", "ni", "sư", "mục", "em", "cháu", "cnđd", "cnhs", "cnytcc", "đd", "đdv"),
        *("đdt", "đdth", "đdcđ", "ktv", "ys", "nhs", "hsth", "hscđ", "dsth", "dsđh", "lm", "đđ"),
        "đại",
        "thượng",
        "trung",
        "thiếu",
        "chuẩn",
        "hạ",
        "binh",
        "phó",
        "giáo",
        "tiến",
        "thạc",
        "bác",
        "dược",
        "kỹ",
        "cử",
        "luật",
        "nhà",
        "nghệ",
        "thầy",
        "cô",
        "pgs",
        "gs",
        "tskh",
        "ts",
        "ths",
        "bs",
        "bsck",
        "bsc",
        "bscki",
        "bsckii",
        "ds",
        "ks",
        "cn",
        "ls",
        "ck",
        "cki",
        "ckii",
        "nsnd",
        "nsưt",
        "ngnd",
        "ngưt",
        "ttnd",
        "ttưt",
    ]
)
"""Words, in small letters, one of which begins whatever may stand before a name."""
_LEAST_WORDS = 2  # of what is left, to be a name
_LEAST_AFTER_TEACHER = 3  # Cô may be a family name too


class Bare(NamedTuple):
    """A name alone, the rank or degree before it, the gender it tells, and what became of the one named."""

    name: str
    rank: str = ""
    gender: str = ""
    fate: str = ""


def bare(name: str) -> Bare:
    """Take off what stands around a name, where a name is left."""
    left, ranks, fate, told = _MARK.sub("", _NUMBER.sub("", name)), [], "", ""
    if dead := _FATE.search(left) or _KIN.search(left):
        left, fate = left[: dead.start()].rstrip(" ,"), dead[1]
    if said := _GENDER.search(left):
        left, told = left[: said.start()].rstrip(), "male" if said[1].lower() == "nam" else "female"
    while found := _WORDS.match(left) or _LETTERS.match(left):
        rest = left[found.end() :].strip()
        if len(rest.split()) < _LEAST_WORDS:
            break
        ranks.append(found[0].strip(" ,:"))
        left = rest
    pupil = _PUPIL.match(left)
    if pupil and len(left[pupil.end() :].split()) >= _LEAST_WORDS:
        left = left[pupil.end() :].strip()
    teacher = _TEACHER.match(left)
    if teacher and len(left[teacher.end() :].split()) >= _LEAST_AFTER_TEACHER:
        gender = "male" if teacher[1].lower() == "thầy" else "female"
        return Bare(left[teacher.end() :].strip(), " ".join(ranks), gender, fate)
    return Bare(left, " ".join(ranks), told, fate)
