"""What can be a Vietnamese syllable: an onset, a rime and a tone that go together."""

import json
import unicodedata
from functools import lru_cache

from thidua_desktop.domain.tone import TONES, move_tones
from thidua_desktop.intake.encodings.tables import FOLDER

_PARTS = {
    name: tuple(part.split())
    for name, part in json.loads((FOLDER / "syllables.json").read_text(encoding="utf-8")).items()
}
_RIMES, _AFTER_QU = frozenset(_PARTS["rimes"]), frozenset(_PARTS["rimes_after_qu"])
_BEFORE_FRONT = frozenset(("gh", "ngh"))
_NEVER_BEFORE_FRONT = frozenset(("c", "ng"))
_LOOSE = {"oà": "òa", "oả": "ỏa", "oã": "õa", "oá": "óa", "oạ": "ọa"} | {
    "oè": "òe", "oẻ": "ỏe", "oẽ": "õe", "oé": "óe", "oẹ": "ọe",
    "uỳ": "ùy", "uỷ": "ủy", "uỹ": "ũy", "uý": "úy", "uỵ": "ụy",
}  # fmt: skip
_STOPS = ("c", "ch", "p", "t")
_CLOSING_TONES = frozenset("\u0301\u0323")  # sắc, nặng


@lru_cache(maxsize=65536)
def is_syllable(word: str) -> bool:
    """Tell whether a word, written small, Capital or in CAPITALS, can be a Vietnamese syllable."""
    lower = word.lower()
    if word not in {lower, lower[:1].upper() + lower[1:], lower.upper()}:
        return False
    letters = unicodedata.normalize("NFD", lower)
    tones = [mark for mark in letters if mark in TONES]
    if len(tones) > 1:
        return False
    bare = unicodedata.normalize("NFC", letters.replace(tones[0], "") if tones else letters)
    if not _is_built(bare):
        return False
    if not tones:
        return not bare.endswith(_STOPS) or bare.isascii()
    closed = not bare.endswith(_STOPS) or tones[0] in _CLOSING_TONES
    return closed and _canonical(lower) == move_tones(lower)


def _canonical(word: str) -> str:
    """Return the word with the tone of oa, oe, uy on its second letter, where either place is right."""
    for new, old in _LOOSE.items():
        if word.endswith(old) and not word.startswith("q"):
            return word[: -len(old)] + new
    return word


def _is_built(bare: str) -> bool:
    return any(
        _goes(onset, bare[len(onset) :]) for onset in ("", *_PARTS["onsets"]) if bare.startswith(onset)
    )


def _goes(onset: str, rime: str) -> bool:
    if onset == "qu":
        return rime in _AFTER_QU
    if onset == "gi":
        return rime in _RIMES and rime[0] not in "iy"
    if rime not in _RIMES or onset == "q":
        return False
    front = rime[0] in "eêi"
    if onset in _BEFORE_FRONT:
        return front
    return not (front and onset in _NEVER_BEFORE_FRONT)
