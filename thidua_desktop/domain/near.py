"""When two spellings of a unit are surely one name, and what two names must share to be worth comparing."""

import re
import unicodedata
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from thidua_desktop.domain.tone import TONES
from thidua_desktop.domain.vietnamese import clean, fold, same_key

_SHORT: dict[str, tuple[str, ...]] = {
    "th": ("tiểu học", "trung học"),
    "thcs": ("trung học cơ sở",),
    "ptcs": ("phổ thông cơ sở",),
    "thpt": ("trung học phổ thông",),
    "pt": ("phổ thông",),
    "ptdtbt": ("phổ thông dân tộc bán trú",),
    "ptdtnt": ("phổ thông dân tộc nội trú",),
    "dtnt": ("dân tộc nội trú",),
    "dtbt": ("dân tộc bán trú",),
    "mn": ("mầm non",),
    "mg": ("mẫu giáo",),
    "tt": ("thị trấn", "trung tâm"),
    "ttr": ("thị trấn", "thanh tra"),
    "p": ("phòng", "phường"),
    "x": ("xã",),
    "tp": ("thành phố",),
    "vp": ("văn phòng",),
    "ub": ("ủy ban",),
    "ubnd": ("ủy ban nhân dân",),
    "hđnd": ("hội đồng nhân dân",),
    "bch": ("ban chỉ huy", "ban chấp hành"),
    "chqs": ("chỉ huy quân sự",),
    "bchqs": ("ban chỉ huy quân sự",),
    "qs": ("quân sự",),
    "ca": ("công an",),
    "mttq": ("mặt trận tổ quốc",),
    "ubmttq": ("ủy ban mặt trận tổ quốc",),
    "lđlđ": ("liên đoàn lao động",),
    "lhpn": ("liên hiệp phụ nữ",),
    "hlhpn": ("hội liên hiệp phụ nữ",),
    "ccb": ("cựu chiến binh",),
    "hccb": ("hội cựu chiến binh",),
    "tncs": ("thanh niên cộng sản",),
    "hcm": ("hồ chí minh",),
    "gd": ("giáo dục",),
    "đt": ("đào tạo",),
    "gdđt": ("giáo dục đào tạo",),
    "pgd": ("phòng giáo dục",),
    "gdtx": ("giáo dục thường xuyên",),
    "gdnn": ("giáo dục nghề nghiệp",),
    "tc": ("tài chính",),
    "kh": ("kế hoạch",),
    "tckh": ("tài chính kế hoạch",),
    "tnmt": ("tài nguyên môi trường",),
    "tn": ("tài nguyên",),
    "mt": ("môi trường",),
    "nn": ("nông nghiệp",),
    "ptnt": ("phát triển nông thôn",),
    "vhtt": ("văn hóa thông tin",),
    "ktht": ("kinh tế hạ tầng",),
    "lđtbxh": ("lao động thương binh xã hội",),
    "yt": ("y tế",),
    "ttyt": ("trung tâm y tế",),
    "htx": ("hợp tác xã",),
    "cty": ("công ty",),
    "tnhh": ("trách nhiệm hữu hạn",),
    "cp": ("cổ phần",),
}
"""Abbreviations of unit names; where there are several readings, none is taken without asking."""

_READINGS = 8  # readings of one name looked at
_WORD = re.compile(r"[^\W_]+")
_JOINING = {"và"}
_SCHOOL = re.compile(
    r"^trường (?=(?:tiểu học|trung học|phổ thông|mầm non|mẫu giáo|dân tộc|liên cấp|chính trị|dạy nghề)\b)"
)
_PLACE = r"(?:huyện|tỉnh|thị xã|thành phố)(?: (?!uỷ|ủy|đoàn|đội|huyện|tỉnh|thị xã|thành phố)\S+){0,3}"
_TAIL = re.compile(rf"(?P<rest>.+?)(?: {_PLACE})+")
_LEVEL = re.compile(r"(huyện|tỉnh|thị xã|thành phố)((?: (?!huyện|tỉnh|thị xã|thành phố)\S+)*)")
_OF_A_DISTRICT = re.compile(
    r"^(?:tiểu học|trung học|mầm non|mẫu giáo|phổ thông|phòng|trạm y tế \S+)\b|\b(?:xã|thị trấn|thôn)\b"
)  # these need not say so
_OPEN_Y = re.compile(r"^(?:b|c|ch|d|đ|g|gh|h|k|kh|l|m|n|ng|nh|ph|qu|r|s|t|th|tr|v|x)?y$")
_ROMAN = re.compile(r"[ivx]+")
OPTIONAL_IN_NAMES = frozenset(("van", "thi"))
"""Middle names often left out."""


@dataclass(frozen=True)
class UnitName:
    """A name of a unit written out.

    Attributes:
        readings: the name without abbreviations, capitals and what only says where it lies.
        ambiguous: it holds an abbreviation with several readings.
        level: what it says it is of (huyện, tỉnh …), "" where silent; place: the name of that.
        plain: the first reading without accents, for comparing.

    """

    readings: tuple[str, ...]
    ambiguous: bool
    level: str
    place: str
    plain: str

    @property
    def marks(self) -> tuple[str, ...]:
        """Numbers in the name: units that differ in one are never near."""
        words = self.plain.split()
        return tuple(word for word in words if any(map(str.isdigit, word)) or _ROMAN.fullmatch(word))

    def agrees(self, other: "UnitName") -> bool:
        """Tell whether what the two say of where they lie can be one."""
        alike = ((self.level, other.level), (self.place, other.place))
        return all(not one or not two or one == two for one, two in alike)

    def surely(self, other: "UnitName") -> bool:
        """Tell whether both are one name, written out."""
        if self.ambiguous or other.ambiguous or self.readings != other.readings or not self.agrees(other):
            return False
        return self.level == other.level or bool(_OF_A_DISTRICT.search(self.readings[0]))


@lru_cache(maxsize=65536)
def unit_name(text: str) -> UnitName:
    """Write a unit's name out."""
    words = [_plain_i(word) for word in _WORD.findall(same_key(clean(text)))]
    choices = [_SHORT.get(word, (word,)) for word in words if word not in _JOINING]
    ambiguous = any(len(choice) > 1 for choice in choices)
    readings = []
    level = place = ""
    for chosen in list(product(*choices))[:_READINGS] if choices else [()]:
        rest, level, place = _without_tail(" ".join(map(_spelt, chosen)))
        readings.append(_SCHOOL.sub("", rest))
    return UnitName(tuple(readings), ambiguous, level, place, fold(readings[0]))


@lru_cache(maxsize=1024)
def _spelt(words: str) -> str:
    return " ".join(_plain_i(word) for word in same_key(words).split())


def _without_tail(name: str) -> tuple[str, str, str]:
    """A name without "huyện Bạch Thông" behind it, and what that said; the nearest of several levels."""
    found = _TAIL.fullmatch(name)
    if found is None:
        return name, "", ""
    level, place = _LEVEL.findall(name[found.end("rest") :])[0]
    return found["rest"], level, place.strip()


@lru_cache(maxsize=65536)
def _plain_i(word: str) -> str:
    """Write sĩ for sỹ, lí for lý: one word in two spellings."""
    if "y" not in fold(word):
        return word
    letters = unicodedata.normalize("NFD", word)
    bare = "".join(letter for letter in letters if letter not in TONES)
    if _OPEN_Y.fullmatch(bare) is None or len(bare) < 2 or bare == "quy":
        return word
    return unicodedata.normalize("NFC", letters.replace("y", "i"))


@lru_cache(maxsize=65536)
def spelt_name(name: str) -> str:
    """Return a person's name in one spelling: small letters, tones in their place, i for y."""
    return " ".join(_plain_i(word) for word in same_key(clean(name)).split())


def near_names(one: str, other: str, alike: Callable[[str, str], bool]) -> bool:
    """Tell whether two spelt names are a slip of one hand apart.

    One word may have another mark, one word behind the family name another letter (`alike` decides), a
    middle name may be lacking, or all marks of one of the two.
    """
    mine, theirs = one.split(), other.split()
    if len(mine) != len(theirs):
        lacking = differing(one, other)
        return lacking is not None and fold(lacking[0]) in OPTIONAL_IN_NAMES
    pairs = [(at, *pair) for at, pair in enumerate(zip(mine, theirs, strict=True)) if pair[0] != pair[1]]
    if len(pairs) == 1:
        at, word, written = pairs[0]
        return fold(word) == fold(written) or (at > 0 and alike(fold(word), fold(written)))
    return fold(one) == fold(other) and (one.isascii() or other.isascii())


def blocks(plain: str, optional: Container[str] | None = None) -> Iterator[str]:
    """Yield the keys under which near names meet: whole, with any one word open, without one word.

    Only the words of `optional` are left out, where it is given.
    """
    words = plain.split()
    yield plain
    for place, word in enumerate(words):
        before, after = words[:place], words[place + 1 :]
        yield " ".join((*before, "*", *after))
        if len(words) > 2 and (len(word) > 1 if optional is None else word in optional):
            yield " ".join((*before, *after))


def differing(one: str, other: str) -> tuple[str, str] | None:
    """Return the one word in which two plain names differ, "" where it is lacking; None for more than one."""
    mine, theirs = one.split(), other.split()
    if len(mine) == len(theirs):
        pairs = [pair for pair in zip(mine, theirs, strict=True) if pair[0] != pair[1]]
        return None if len(pairs) > 1 else pairs[0] if pairs else ("", "")
    longer, shorter = (mine, theirs) if len(mine) > len(theirs) else (theirs, mine)
    if len(longer) - len(shorter) != 1:
        return None
    lacking = next((p for p, word in enumerate(shorter) if word != longer[p]), len(shorter))
    return (longer[lacking], "") if longer[lacking + 1 :] == shorter[lacking:] else None
