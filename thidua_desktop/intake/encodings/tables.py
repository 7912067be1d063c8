"""The old encodings: their letters, their names for the user, and the fonts that tell them."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from thidua_desktop.domain.vietnamese import nfc

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "encodings"

NAMES = {
    "tcvn3": "TCVN3 (ABC)",
    "vni": "VNI-Windows",
    "viscii": "VISCII",
    "vps": "VPS",
}
"""Codes of the encodings text can be repaired from, with what the user calls them; the commonest first."""

AS_IS = "unicode"
"""The code of a column left as it was typed."""

KEPT = re.compile(
    r"(?<=\d)µ(?=(?:[mglAVFWs]|mol)\b)|(?<=\d )µ(?=(?:[mglAVFWs]|mol)\b)"  # a unit: 50 µm
    r"|(?<![^\s\d(])[¼½¾£](?![^\s\d).,;])"  # a sign of its own
)
_SHARED = ("tcvn3", "vps")  # some capitals have the code of the small letter
_PRIVATE = 0xE000  # code points no text has, for signs that must not be decoded
_TWO_CAPITALS = re.compile(r"[A-Z].*[A-Z]")
_CASED = re.compile(r"\S+")
_UPPER_FONT = re.compile(r"[a-z0-9]H$|^\.VN[A-Z0-9 -]*H$")
_FONTS = (
    ("tcvn3", re.compile(r"\.vn", re.IGNORECASE)),
    ("vni", re.compile(r"vni[- ]", re.IGNORECASE)),
    ("viscii", re.compile(r"vi[- ]|.*viscii", re.IGNORECASE)),
    ("vps", re.compile(r"vps[- ]", re.IGNORECASE)),
)


@dataclass(frozen=True)
class Typed:
    """How a font makes its text be read: the encoding, and whether it shows every letter as a capital."""

    encoding: str
    capitals: bool = False


@lru_cache(maxsize=256)
def typed_in(font: str) -> Typed | None:
    """Return what a font's name tells of its text; None for a font of Unicode."""
    font = font.strip()
    encoding = next((code for code, pattern in _FONTS if pattern.match(font)), "")
    if not encoding:
        return None
    return Typed(encoding, encoding == "tcvn3" and bool(_UPPER_FONT.search(font)))


@lru_cache(maxsize=65536)
def decode(text: str, encoding: str) -> str:
    """Return text of an old encoding as Unicode; text without a letter of it comes back equal."""
    kept = KEPT.search(text)
    if kept:
        text = KEPT.sub(lambda sign: chr(_PRIVATE + ord(sign[0])), text)
    found = _cased(text, _replacer(encoding)) if encoding in _SHARED else _replacer(encoding)(text)
    return nfc("".join(map(_unkept, found)) if kept else found)


def _unkept(char: str) -> str:
    return chr(ord(char) - _PRIVATE) if _PRIVATE <= ord(char) < _PRIVATE + 256 else char


def _cased(text: str, replace: Callable[[str], str]) -> str:
    """Decode, and write capital the letters that TCVN3 has no capitals for, where the text is in capitals."""
    if not any(_TWO_CAPITALS.search(word) for word in text.split() if not word.isascii()):
        return replace(text)
    if not re.search(r"[a-z]", text):
        return replace(text).upper()

    def word(match: re.Match[str]) -> str:
        capital = _TWO_CAPITALS.search(match[0]) and not re.search(r"[a-z]", match[0])
        return replace(match[0]).upper() if capital else replace(match[0])

    return _CASED.sub(word, text)


@cache
def _replacer(encoding: str) -> Callable[[str], str]:
    letters = _letters(encoding)
    if all(len(key) == 1 for key in letters):
        table = str.maketrans(letters)
        return lambda text: text.translate(table)
    longest_first = sorted(letters, key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, longest_first)))
    return lambda text: pattern.sub(lambda match: letters[match[0]], text)


@cache
def _letters(encoding: str) -> dict[str, str]:
    """Return what stands for what, as a program without the old font shows it (Windows-1252 or Latin-1)."""
    table = json.loads((FOLDER / f"{encoding}.json").read_text(encoding="utf-8"))
    if "decode" in table:
        return {key: str(letter) for key, letter in table["decode"].items()}
    letters: dict[str, str] = {}
    for letter, place in table["encode_bytes"].items():
        byte = bytes((place,))
        for shown in {byte.decode("latin-1"), byte.decode("cp1252", errors="replace")} - {"\ufffd"}:
            # a code shared by both cases is the small letter, as typists used an upper-case font
            if shown not in letters or letter.islower():
                letters[shown] = letter
    return letters
