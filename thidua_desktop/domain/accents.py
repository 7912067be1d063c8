"""What is typed with some of its accents only: "đuc" for Đức, "nguyên" for Nguyễn."""

import re
import unicodedata
from functools import cache, lru_cache

from thidua_desktop.domain.tone import TONES

_LETTERS = "".join(map(chr, (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))))
_STROKE = {"đ": "d"}


@lru_cache(maxsize=64)
def accents_typed(key: str) -> str:
    """Return the regular expression that finds what was typed, as `same_key` has it, in such keys.

    A letter without accents may have any; one with a hat, a breve or a horn may have any tone; a tone is
    meant as typed, though it may come later in the syllable, as in hoà while only "hò" has been typed.
    """
    return "'?".join(map(_letter, key))


@cache
def _letter(char: str) -> str:
    if char in "- ":
        return "[- ]"
    if not char.isalpha():
        return re.escape(char)
    base, tone = _untoned(char)
    if tone:
        later = "".join(letter for letter in _all() if _untoned(letter)[1] == tone)
        return rf"(?:{char}|{base}(?=\w*[{later}]))"
    plain = _plain(char)
    same = [letter for letter in _all() if (_plain(letter) if char == plain else _untoned(letter)[0]) == char]
    return f"[{char}{''.join(same)}]" if same else re.escape(char)


@cache
def _all() -> tuple[str, ...]:
    return tuple(char for char in _LETTERS if char.isalpha() and char.islower())


@cache
def _untoned(char: str) -> tuple[str, str]:
    """Return a letter without its tone, and the tone."""
    apart = unicodedata.normalize("NFD", char)
    tone = "".join(mark for mark in apart if mark in TONES)
    return unicodedata.normalize("NFC", "".join(mark for mark in apart if mark not in TONES)), tone


@cache
def _plain(char: str) -> str:
    return _STROKE.get(char, unicodedata.normalize("NFD", char)[0])
