"""Unicode text as a reader sees it: composed letters, no hidden signs, no letters of other alphabets."""

import re

from thidua_desktop.domain.vietnamese import clean
from thidua_desktop.intake.old_encodings import without_soft_hyphens

_SYMBOL_FONT = re.compile("[\uf020-\uf0ff]")
_LOOK_ALIKE = str.maketrans(
    # Cyrillic capitals, Cyrillic small letters, Greek
    "\u0410\u0412\u0415\u0405\u0406\u0408\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425"
    "\u0430\u0435\u0455\u0456\u0458\u043e\u0440\u0441\u0443\u0445"
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf",
    "ABESIJKMHOPCTYXaesijopcyxABEZHIKMNOPTYXo",
)
_LETTERS = (
    "!-~\u00c0-\u00cf\u00d1-\u00ef\u00f1-\u00ff\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169"
    "\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u2013\u201c\u201d"
)
_SIMPLE = re.compile(rf"[{_LETTERS}]+(?: [{_LETTERS}]+)*")  # what needs no mending
_WORD = re.compile(r"[^\W\d_]+")
_OTHER_ALPHABET = re.compile("[\u0370-\u03ff\u0400-\u04ff]")
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


def unsymbolled(text: str) -> str:
    """Return text whose font called itself a symbol font with the characters its letters stand for."""
    return text if text.isascii() else _SYMBOL_FONT.sub(lambda sign: chr(ord(sign[0]) - 0xF000), text)


def mended(text: str) -> str:
    """Return Unicode text cleaned; Cyrillic and Greek letters among Latin ones become what they look like."""
    if _SIMPLE.fullmatch(text):
        return text
    text = clean(text)
    if text.isascii():
        return text
    if _OTHER_ALPHABET.search(text):
        text = _WORD.sub(_latin, text)
    return without_soft_hyphens(text.translate(_FULL_WIDTH))


def _latin(word: re.Match[str]) -> str:
    changed = word[0].translate(_LOOK_ALIKE)
    return word[0] if _OTHER_ALPHABET.search(changed) else changed
