"""Sort keys: plain text whose BINARY order is the order of a Vietnamese dictionary.

A key is a row of words, each its letters, then its tones, then a space; so letters decide before the
tone, the tone before the next word, and numbers count by value. Capitals decide last, after a "!".
"""

import unicodedata
from functools import lru_cache

from thidua_desktop.domain.tone import TONES

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANKS = {letter: chr(ord("A") + rank) for rank, letter in enumerate(_ALPHABET)}
_RANKS |= {"ð": _RANKS["đ"], "ɖ": _RANKS["đ"]}
_TONE_RANKS = dict(zip(TONES, "12345", strict=True))
APOSTROPHES = "'`\u2019\u2018\u02bc\u02bb\u00b4\u2032"
"""Signs typed for the apostrophe of K'Brêu, Ba Na and H'Mông names."""

_LENGTHS = "6789:;<=>?@"  # between the tones and the letters: one for each length of a number


def text_key(text: str) -> str:
    """Sort key of any text, word by word from the left."""
    return _join(text.split())


def name_key(name: str) -> str:
    """Sort key of a person's name: given name (the last word), family name, then the middle names."""
    words = name.split()
    return _join([words[-1], *words[:-1]] if words else words)


def _join(words: list[str]) -> str:
    if not words:
        return ""
    pairs = [_word(word) for word in words]
    return f"{''.join([key for key, _ in pairs])}!{''.join([case for _, case in pairs])}"


@lru_cache(maxsize=65536)
def _word(word: str) -> tuple[str, str]:
    """Return the key of what stands between two spaces, and its capitals: 0 none, 1 the first, 2 more."""
    word = unicodedata.normalize("NFC", word)
    case = "0" if word == word.lower() else "1" if word[1:] == word[1:].lower() else "2"
    parts = "".join(_plain(mark) for mark in word).split()
    return "".join(f"{_part(part)} " for part in parts), case


def _plain(char: str) -> str:
    """Return a letter or digit in lower case, nothing for invisible signs and apostrophes, else a space."""
    if char in APOSTROPHES or unicodedata.category(char) in {"Cc", "Cf", "Cs"}:
        return ""
    lowered = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", char).casefold())
    return lowered if char.isalnum() or unicodedata.combining(char) else " "


def _part(part: str) -> str:
    """Return letters and numbers of one part by rank, then its tones wherever they stand."""
    key, tones, digits = "", "", ""
    for letter, tone in _letters(part):
        if letter.isdecimal():
            digits += str(int(letter))
            continue
        key += _number(digits) + _RANKS.get(letter, letter)
        tones += tone
        digits = ""
    return key + _number(digits) + tones


def _letters(part: str) -> list[tuple[str, str]]:
    """Split into letters (ă â đ ê ô ơ ư are letters of their own), each with the rank of its tone."""
    letters: list[tuple[str, str]] = []
    for mark in unicodedata.normalize("NFD", part):
        if not unicodedata.combining(mark):
            letters.append((mark, ""))
        elif letters:
            letter, tone = letters[-1]
            shaped = unicodedata.normalize("NFC", letter + mark)
            letters[-1] = (shaped if shaped in _RANKS else letter, tone + _TONE_RANKS.get(mark, ""))
    return letters


def _number(digits: str) -> str:
    """Return a number so that 2 comes before 10: its length first."""
    if not digits:
        return ""
    digits = digits.lstrip("0") or "0"
    return _LENGTHS[min(len(digits), len(_LENGTHS)) - 1] + digits
