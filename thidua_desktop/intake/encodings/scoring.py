"""How well a text reads as Vietnamese, as it stands or decoded, so that readings can be compared."""

import json
import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from thidua_desktop.intake.encodings import tables
from thidua_desktop.intake.encodings.syllables import is_syllable

_BETWEEN = re.compile(r"[\s!-/:-@\[-`{-~\d“”‘’„–—…•№\x85]+")
_VIETNAMESE = re.compile(
    "[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]"
)
_OUTSIDE = re.compile(r"[^\x00-\u00ff]")
_SMALL = re.compile(r"[a-z]")
_SIGNS = "µªº"  # letters to Unicode, signs on paper
_NEVER = "ÄÅÆÇËÎÏÑÖØÛÜÞßäåæçëîïñöøûüþÿ"  # letters alone that no Vietnamese text has
_INVALID = 2  # an impossible word weighs against a reading twice what a possible one weighs for it


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a text: possible accented syllables less twice the impossible words."""

    score: int
    common: int  # how many of the words are met every day


def is_unicode(text: str) -> bool:
    """Tell whether a text has a letter or mark no font of an old encoding could show."""
    if _VIETNAMESE.search(text):
        return True
    return any(
        unicodedata.category(char)[0] in "LM" and not _in_windows_1252(char)
        for char in _OUTSIDE.findall(text)
    )


def _in_windows_1252(char: str) -> bool:
    try:
        char.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


def as_is(text: str) -> Reading:
    """Weigh a text as it stands."""
    return decoded(text, tables.AS_IS)


def decoded(text: str, encoding: str) -> Reading:
    """Weigh a text as an encoding reads it."""
    score = common = 0
    for word in _BETWEEN.split(tables.KEPT.sub(" ", text)):
        if not word.isascii():
            weight, everyday = _read(word, encoding)
            score += weight
            common += everyday
    return Reading(score, common)


def is_sound(text: str) -> bool:
    """Tell whether no word of a text is impossible, so that no old encoding can read better."""
    return all(word.isascii() or _weight(word) >= 0 for word in _BETWEEN.split(text))


def is_plain(text: str) -> bool:
    """Tell whether a text is sound and has a word met every day, so that it was meant as it stands."""
    words = [_read(word, tables.AS_IS) for word in _BETWEEN.split(text) if not word.isascii()]
    return all(weight >= 0 for weight, _ in words) and any(everyday for _, everyday in words)


@lru_cache(maxsize=65536)
def _read(word: str, encoding: str) -> tuple[int, bool]:
    if len(word) == 1 and (not word.isalpha() or word in _SIGNS):
        return 0, False  # a sign alone is no word in any encoding
    if encoding != tables.AS_IS:
        found = tables.decode(word, encoding)
        # capitals without a code of their own were typed as small letters
        word = found if _SMALL.search(word) or _is_abbreviation(found) else found.lower()
    weight = _weight(word)
    return weight, weight > 0 and word.lower() in _common()


@lru_cache(maxsize=65536)
def _weight(word: str) -> int:
    if len(word) > 1 and is_syllable(word):
        return 1
    if len(word) == 1:
        return -_INVALID if word in _NEVER else 0
    return 0 if _is_abbreviation(word) else -_INVALID


def _is_abbreviation(word: str) -> bool:
    """Tell whether a word is initials: QĐ, HĐND, TĐKT."""
    return word.isupper() and word.replace("Đ", "D").isascii() and len(word) <= 6


@cache
def _common() -> frozenset[str]:
    path = tables.FOLDER / "common.json"
    return frozenset(json.loads(path.read_text(encoding="utf-8"))["syllables"].split())
