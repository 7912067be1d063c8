"""What a title or form is called on paper, found in the catalogue; never a guess between two.

"CSTĐCS", "Chiến sỹ thi đua cơ sở" and "CSTĐ cấp cơ sở" are one title; "Giấy khen" alone is one only when
the level of the decision leaves one.
"""

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from thidua_desktop.domain.catalogue import AwardKindDraft
from thidua_desktop.domain.givers import form_by_giver
from thidua_desktop.domain.vietnamese import fold, same_key

FORCE_TITLES: dict[str, str] = {
    "DH_LDTT": "DH_CSTT",
    "DH_TTLDTT": "DH_DVTT",
    "DH_TTLDXS": "DH_DVQT",
}
"""A civil title and the one the armed forces hold in its place (Luật TĐKT 2022 Điều 24, 27, 28)."""

_FORCES = re.compile(
    r"\b(?:quan su|cong an|bien phong|canh sat|quan doi|bo doi|trung doan|tieu doan|dai doi|su doan|bo chqs"
    r"|ban chqs)\b(?! (?:vien|da nghi huu))"
)
_HAMLETS = (
    r"(?:thon|ban|buon|bon|lang|ap|xom|khu pho|khu dan cu|khoi pho|to dan pho|to nhan dan|tieu khu|tdp|kdc)"
)
_SAME_WORDS = (
    (re.compile(r"\b(?:uy ban nhan dan|ub nhan dan|ubnd)\b(?: cap\b)?"), "ubnd"),
    (re.compile(r"\bct ubnd\b"), "chu tich ubnd"),
    (re.compile(r"\bsy\b"), "si"),
    (re.compile(r"\bky\b(?= quyet thang)"), "ki"),
    (re.compile(r"\bchien si tt\b"), "chien si tien tien"),
    (re.compile(r"^gk (?=(?:cua )?(?:chu tich|ubnd)\b)"), "giay khen "),
    (re.compile(r"^bk (?=(?:cua )?(?:chu tich|ubnd)\b)"), "bang khen "),
    (re.compile(rf"^{_HAMLETS}(?: (?:va )?{_HAMLETS})+(?= van hoa\b)"), "thon"),
    (re.compile(r"\bhang (?:1|i|mot)\b"), "hang nhat"),
    (re.compile(r"\bhang (?:2|ii|hai)\b"), "hang nhi"),
    (re.compile(r"\bhang (?:3|iii)\b"), "hang ba"),
)
_AROUND = re.compile(
    r"^(?:(?:da |duoc )*(?:tang thuong|truy tang|tang|cong nhan|dat|nhan) )?"
    r"(?:(?:cac )?(?:danh hieu(?: thi dua)?|hinh thuc(?: khen thuong)?) )?"
    r"|(?: nam(?: hoc)? \d{4}(?: \d{4})?)$"
)
_INITIALS = re.compile(r"(?<=\b[^\W\d])\.(?=[^\W\d]\b)")  # L.Đ.T.T
_PLACE_AFTER = re.compile(r"\s*,\s*(?:tỉnh|huyện|thành phố|tp\.?|thị xã)\s[^,;+/&]*$", re.IGNORECASE)
_SEPARATOR = re.compile(r"[,;+/&\n]|\s(?:và|hoặc)\s", re.IGNORECASE)
_COMMA = re.compile(r"[,;+/&\n]")
_ANOTHER = re.compile(r"\b(?:khen|co thi dua|chien si|cstd\w*|ldtt|tien tien|xuat sac|(?:huan|huy) chuong)\b")
_OPEN = re.compile(r"\b(?:tinh|huyen|xa|phuong|tran|quan|pho|khu|doan|bo|(?<!co )so|ty|tac|truong|nghiep)$")
_OF_PARTY = {
    "uy",
    "doan",
    "chi",
    "chqs",
    "doi",
}  # Tỉnh ủy, Huyện đoàn, Bộ Chỉ huy: another giver
_NAME_WORDS = 8  # words a place or office may add after "của Chủ tịch UBND huyện"
_NEAR = 0.9


@dataclass(frozen=True)
class TitleEntry:
    """One kind of the catalogue with all it is called: the name in the law, the short one, the synonyms."""

    code: str
    category: str
    recipients: tuple[str, ...]
    levels: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True)
class Match:
    """A kind found; how is "exact", "synonym" or "inferred" (by level, recipient or nearness).

    Not certain means only near in spelling: to be offered, never to be taken.
    """

    code: str
    certain: bool
    how: str


def entry_of(kind: AwardKindDraft) -> TitleEntry:
    """Return the entry of a kind as the catalogue holds it."""
    names = (kind.name, kind.short or kind.name, *kind.synonyms)
    return TitleEntry(kind.code, kind.category, kind.recipients, kind.levels, names)


def is_force(unit: str) -> bool:
    """Tell whether a unit, by its name, belongs to the armed forces (army, police, border guards)."""
    return bool(_FORCES.search(fold(unit)))


class TitleBook:
    """The names and synonyms of all kinds, ready to be searched."""

    def __init__(self, entries: Iterable[TitleEntry]) -> None:
        self._entries = {entry.code: entry for entry in entries}
        self._index: dict[str, set[str]] = {}
        for entry in self._entries.values():
            for name in entry.names:
                self._index.setdefault(_key(name), set()).add(entry.code)
        self._cached = lru_cache(maxsize=4096)(self._find)

    def name(self, code: str) -> str:
        """Return the name in the law."""
        return self._entries[code].names[0]

    def short(self, code: str) -> str:
        """Return the short name for lists."""
        return self._entries[code].names[1]

    def recipients(self, code: str) -> tuple[str, ...]:
        """Return who may receive the kind."""
        return self._entries[code].recipients

    def levels(self, code: str) -> tuple[str, ...]:
        """The levels of authority that give an award."""
        return self._entries[code].levels

    def category(self, code: str) -> str:
        """Return "title" or "form"."""
        return self._entries[code].category

    def called(self, text: str) -> tuple[str, ...]:
        """Return the codes of all kinds called so, of whatever level or class."""
        return tuple(sorted(self._index.get(_key(text), ())))

    def is_shared(self, text: str) -> bool:
        """Tell whether several kinds are called so, of different levels or classes ("Giấy khen")."""
        return len(self.called(text)) > 1

    def knows(self, text: str) -> bool:
        """Tell whether some kind, of whatever level, is called so."""
        key = _key(text)
        return key in self._index or bool(self._open_ended(text, key)) or form_by_giver(key) in self._entries

    def find(self, text: str, level: str = "", recipient: str = "") -> Match | None:
        """Return the one kind the words can mean under this level and recipient, or None."""
        return self._cached(text, level, recipient)

    def find_each(self, text: str, level: str = "", recipient: str = "") -> tuple[Match, ...]:
        """Return what each of several titles written together is; empty when one of them is unknown."""
        whole = self.find(text, level, recipient)
        if whole and whole.certain:
            return (whole,)
        parts = [part for part in _SEPARATOR.split(text) if part.strip()]
        found = [self.find(part, level, recipient) for part in parts]
        certain = tuple(match for match in found if match and match.certain)
        return certain if len(certain) == len(parts) else ()

    def _find(self, text: str, level: str, recipient: str) -> Match | None:
        key = _key(text)
        codes = self._index.get(key) or self._open_ended(text, key)
        if not codes and (given := form_by_giver(key)) in self._entries and self._fits(given, recipient):
            return Match(given, certain=True, how="inferred")
        if not codes:
            return self._near(key, level, recipient)
        left = codes if len(codes) == 1 else self._narrowed(codes, level, recipient)
        if len(left) != 1:
            return None
        code = next(iter(left))
        if recipient and recipient not in self._entries[code].recipients:
            return None
        if len(codes) > 1:
            return Match(code, certain=True, how="inferred")
        exact = same_key(text) == same_key(self.name(code))
        return Match(code, certain=True, how="exact" if exact else "synonym")

    def _fits(self, code: str, recipient: str) -> bool:
        return not recipient or recipient in self._entries[code].recipients

    def _narrowed(self, codes: set[str], level: str, recipient: str) -> set[str]:
        return {
            code
            for code in codes
            if (not level or level in self._entries[code].levels)
            and (not recipient or recipient in self._entries[code].recipients)
        }

    def _open_ended(self, text: str, key: str) -> set[str]:
        """Find a name to which the paper adds a place: "Giấy khen của Chủ tịch UBND huyện Bạch Thông"."""
        if _COMMA.search(_PLACE_AFTER.sub("", text)):
            return set()
        words = key.split()
        for length in range(len(words) - 1, max(1, len(words) - _NAME_WORDS - 1), -1):
            start = " ".join(words[:length])
            if start in self._index and _OPEN.search(start) and words[length] not in _OF_PARTY:
                return set() if _ANOTHER.search(" ".join(words[length:])) else self._index[start]
        return set()

    def _near(self, key: str, level: str, recipient: str) -> Match | None:
        if not 8 < len(key) < 80:
            return None
        alike = [other for other in self._index if abs(len(other) - len(key)) <= len(key) // 5]
        keys = difflib.get_close_matches(key, alike, n=3, cutoff=_NEAR)
        codes = {code for near in keys for code in self._index[near]}
        left = self._narrowed(codes, level, recipient)
        return Match(next(iter(left)), certain=False, how="inferred") if len(left) == 1 else None


def _key(text: str) -> str:
    joined = _INITIALS.sub("", _PLACE_AFTER.sub("", text))
    key = re.sub(r"[\W_]+", " ", fold(joined)).strip()
    for pattern, word in _SAME_WORDS:
        key = pattern.sub(word, key)
    return _AROUND.sub("", key).strip() or key
