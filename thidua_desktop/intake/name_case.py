"""Capital letters of names: those an old font could not type, and text typed all in capitals."""

import re
from functools import lru_cache

from thidua_desktop.domain.vietnamese import same_key
from thidua_desktop.intake.case_words import BEFORE_NUMERAL, KEPT, LONGEST, OPENS_NAME, PHRASES
from thidua_desktop.intake.encodings.syllables import is_syllable

_WITH_CAPITALS = frozenset("đăâêôơư")
_WORD = re.compile(r"[^\W\d_]+")
_ROMAN = re.compile(r"[IVXLC]+")
_CLUSTER = re.compile(r"[^AEIOUY]{3}")


def with_capitals(name: str) -> str:
    """Write capital the first letters a font without them left small: "Hà Thị ánh", "nguyễn văn an"."""
    words = name.split()
    typed = any(word[:1].isupper() for word in words)
    return " ".join(_capital(word) if not typed or not word[:1].isascii() else word for word in words)


@lru_cache(maxsize=8192)
def unit_with_capitals(name: str) -> str:
    """Write capital such letters in a unit where names of units have them: "ủy ban xã", "xã Nậm ún"."""
    words = name.split()
    usual = _cased(name.upper(), named=True).split()
    return " ".join(
        as_usual if word[:1].islower() and not word[:1].isascii() and word[:1] not in _WITH_CAPITALS else word
        for word, as_usual in zip(words, usual, strict=True)
    )


def post_with_capital(post: str) -> str:
    """Write capital such a letter at the beginning of a post: "ủy viên"."""
    return post if post[:1].isascii() or post[:1] in _WITH_CAPITALS else _capital(post)


def name_case(name: str) -> str:
    """Return a name typed all in capitals as names are written; any other stays as it is."""
    return " ".join(map(_named, name.split())) if name.isupper() else name


@lru_cache(maxsize=8192)
def unit_case(name: str) -> str:
    """Return the name of a unit typed all in capitals as units are written; any other stays as it is."""
    return _cased(name, named=True) if name.isupper() else name


@lru_cache(maxsize=8192)
def post_case(post: str) -> str:
    """Return a post typed all in capitals as posts are written; any other stays as it is."""
    return _cased(post, named=False) if post.isupper() else post


def _cased(text: str, *, named: bool) -> str:
    """Write words as the phrases they belong to; others are names, in a post only behind words like xã."""
    found = list(_WORD.finditer(text))
    words = [same_key(word[0]) for word in found]
    written: dict[int, str] = {}
    in_name, place = named, 0
    while place < len(found):
        count = next((n for n in range(LONGEST, 0, -1) if tuple(words[place : place + n]) in PHRASES), 0)
        if place and not named and "," in text[found[place - 1].end() : found[place].start()]:
            in_name = False
        if _is_kept(found[place][0], words[place - 1] if place else ""):
            written[place], count = found[place][0], 1
        elif count:
            capitals = PHRASES[tuple(words[place : place + count])]
            for at, capital in enumerate(capitals, place):
                written[at] = _capital(found[at][0].lower()) if capital else found[at][0].lower()
            in_name = in_name or " ".join(words[place : place + count]) in OPENS_NAME
        else:
            word = found[place][0].lower()
            written[place], count = _capital(word) if in_name else word, 1
        place += count
    written[0] = _capital(written[0]) if written else ""
    whole = iter(written[at] for at in range(len(found)))
    return _WORD.sub(lambda _: next(whole), text)


def _is_kept(word: str, before: str) -> bool:
    """Tell whether a word is an abbreviation or a Roman numeral: THCS, UBND, HĐND, II."""
    if _ROMAN.fullmatch(word) and (not is_syllable(word) or before in BEFORE_NUMERAL):
        return True
    if not word.replace("Đ", "D").isascii() or is_syllable(word):
        return word in KEPT
    return word in KEPT or bool(_CLUSTER.search(word)) or not re.search("[AEIOUY]", word)


def _named(word: str) -> str:
    """Capitals begin each part of K'BRÊU and of double names with a dash."""
    for mark in ("'", "-"):
        if mark in word:
            return mark.join(map(_named, word.split(mark)))
    return _capital(word.lower())


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
