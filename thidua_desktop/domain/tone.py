"""Where the tone mark of a Vietnamese syllable stands: hòa and hoà are one word, written here as hoà."""

import re
import unicodedata

TONES = "\u0300\u0309\u0303\u0301\u0323"
"""Combining marks in the order of the dictionary: huyền, hỏi, ngã, sắc, nặng (ngang has none)."""

_ONSETS = "ngh|ng|nh|gh|gi(?=[aăâeêioôơuưy])|qu(?=[aăâeêioôơuưy])|kh|ch|th|tr|ph|[bcdđghklmnpqrstvxfjwz]"
_SYLLABLE = re.compile(rf"(?:{_ONSETS})?([aăâeêioôơuưy]{{1,3}})(ch|ng|nh|[cmnpt])?")
_WORD = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f])+")
_SECOND_OF_TWO = frozenset(("oa", "oe", "uy"))


def move_tones(text: str) -> str:
    """Put the tone of every Vietnamese syllable of lower-case NFC text in its canonical place.

    Words that are not Vietnamese syllables, or carry more than one tone, stay as they are.
    """
    return _WORD.sub(lambda match: _move(match[0]), text)


def _move(word: str) -> str:
    letters = unicodedata.normalize("NFD", word)
    tones = [mark for mark in letters if mark in TONES]
    if len(tones) != 1:
        return word
    bare = unicodedata.normalize("NFC", letters.replace(tones[0], ""))
    syllable = _SYLLABLE.fullmatch(bare)
    if syllable is None:
        return word
    place = syllable.start(1) + _toned_vowel(syllable[1], closed=syllable[2] is not None)
    return unicodedata.normalize("NFC", bare[: place + 1] + tones[0] + bare[place + 1 :])


def _toned_vowel(vowels: str, *, closed: bool) -> int:
    """Index of the vowel that carries the tone."""
    marked = [index for index, vowel in enumerate(vowels) if vowel in "ăâêôơư"]
    if marked:
        return marked[-1]
    if closed or vowels in _SECOND_OF_TWO:
        return len(vowels) - 1
    return (len(vowels) - 1) // 2
