"""Vietnamese text: cleaning, keys for equality and search, honorifics, file names.

Sort keys and numbers are told in their own modules and offered here too, so that this is the one door.
"""

import re
import unicodedata
from functools import lru_cache

from thidua_desktop.domain.accents import accents_typed
from thidua_desktop.domain.tone import move_tones
from thidua_desktop.domain.vietnamese_numbers import count2, number, words
from thidua_desktop.domain.vietnamese_order import APOSTROPHES, name_key, text_key

__all__ = [
    "accents_typed",
    "clean",
    "count2",
    "fold",
    "matches",
    "name_key",
    "nfc",
    "number",
    "same_key",
    "says",
    "search_terms",
    "slug",
    "strip_honorific",
    "text_key",
    "words",
]

_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_SOFT_HYPHEN = "\u00ad"
_ETH = str.maketrans("ÐðƉɖ", "ĐđĐđ")
_SIGNS = str.maketrans(
    dict.fromkeys(APOSTROPHES, "'")
    | dict.fromkeys(_DASHES, "-")
    | dict.fromkeys("“”„", '"')
    | {_SOFT_HYPHEN: ""}
)
_AROUND_DASH = re.compile(r" ?- ?")
_SLUG_LENGTH = 80
_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")
_RESERVED_BY_WINDOWS = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
_COMRADE = re.compile(r"(?:đồng chí|đ ?[/.] ?c\.?|đc)[ :.]+(?=\w)", re.IGNORECASE)
_TITLE = re.compile(
    r"(ông ?[/,(] ?bà\)?|ông|bà(?: mẹ)?(?! con\b)"
    r"|cụ(?: ông| bà)?|(?:mẹ|cố)(?=[ :]+\S+ \S+ \S)|anh(?=[ :]+\S+ \S)|chị)"
    r"[ :.]+(?=\w)",
    re.IGNORECASE,
)
_GENDERS = {
    "ông": "male",
    "mẹ": "female",
    "bà mẹ": "female",
    "anh": "male",
    "bà": "female",
    "chị": "female",
    "cụ ông": "male",
    "cụ bà": "female",
}


def says(text: str) -> bool:
    """Whether a text says anything: it has a letter or a digit."""
    return any(letter.isalnum() for letter in text)


def nfc(text: str) -> str:
    """Return text with every letter composed (Unicode NFC), the form in which all text is kept."""
    return unicodedata.normalize("NFC", text)


def clean(text: str) -> str:
    """Return text as it is kept: NFC, single spaces, no invisible signs, Ð (eth) as Đ.

    Text in an old encoding must be decoded before: there the soft hyphen is the letter ư, so it stays.
    """
    text = " ".join(nfc(text).split())
    if text.isascii() and text.isprintable():
        return text
    text = text.translate(_ETH)
    if text.isprintable():
        return text
    return " ".join(nfc("".join(char for char in text if not _is_invisible(char))).split())


def _is_invisible(char: str) -> bool:
    return char != _SOFT_HYPHEN and unicodedata.category(char) in {"Cc", "Cf", "Cs"}


def same_key(text: str) -> str:
    """Return the key two spellings of the same text share: case, spaces, signs, place of the tone."""
    key = " ".join(filter(None, map(_same_word, text.split())))
    return _AROUND_DASH.sub("-", key) if "-" in key else key


@lru_cache(maxsize=65536)
def _same_word(word: str) -> str:
    return move_tones(nfc(clean(word).casefold().translate(_SIGNS)))


class _Folds(dict[int, str]):
    """What each character becomes in a search; worked out at its first use."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        plain = char if char in APOSTROPHES else unicodedata.normalize("NFKD", char).translate(_ETH)
        plain = unicodedata.normalize("NFKD", plain.casefold()).casefold()
        folded = self[code] = "".join(map(_folded, plain))
        return folded


def _folded(char: str) -> str:
    if char == "đ":
        return "d"
    if char in _DASHES or char.isspace():
        return " "
    hidden = char in APOSTROPHES or unicodedata.category(char) in {"Mn", "Cc", "Cf", "Cs"}
    return "" if hidden else char


_FOLDS = _Folds()


def fold(text: str) -> str:
    """Return text for a search without accents: lower case, no marks, đ as d, dashes as spaces."""
    return " ".join(text.translate(_FOLDS).split())


def search_terms(query: str) -> tuple[str, bool]:
    """Return the needle and whether it has accents: then sought in `same_key` text, else in `fold` text.

    Accents may be typed in part: where the needle is not found, `accents_typed` tells what it stands for.
    """
    exact = same_key(query)
    if any(char.isalpha() and char.translate(_FOLDS) != char for char in exact):
        return exact, True
    return fold(query), False


def matches(query: str, text: str) -> bool:
    """Tell whether a search box holding the query shows the text; accents typed are meant, others free."""
    needle, accented = search_terms(query)
    if not accented:
        return needle in fold(text)
    key = same_key(text)
    return needle in key or (fold(query) in fold(text) and bool(re.search(accents_typed(needle), key)))


def strip_honorific(name: str) -> tuple[str, str]:
    """Return the name without a leading Ông, Bà, Cụ, Anh, Chị, Đ/c; the gender told: male, female or ""."""
    name = clean(name)
    comrade = _COMRADE.match(name)
    name = name[comrade.end() :] if comrade else name
    title = _TITLE.match(name)
    return (name[title.end() :], _GENDERS.get(title[1].lower(), "")) if title else (name, "")


def slug(text: str) -> str:
    """Return a file name of a to z, 0 to 9 and "-", at most 80 characters, allowed by Windows."""
    name = _NOT_IN_SLUG.sub("-", fold(text)).strip("-")[:_SLUG_LENGTH].rstrip("-")
    if not name:
        return "khong-ten"
    return f"{name}-1" if _RESERVED_BY_WINDOWS.fullmatch(name) else name
