"""Signs that text was typed in an old Vietnamese encoding (TCVN3/ABC, VNI), which must be decoded first.

Here such text is only noticed, so that no row is ever read wrong.
"""

import re
from collections.abc import Iterable

_UNICODE = re.compile(
    r"[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]"
)
_NEVER = "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·\u00b8¹º»¼½¾ÄÅÆÇËÎÏÑÖØÛÜÞßäåæçëîïñöøûüþÿ×÷"
_LETTER = r"[A-Za-zÀ-ÖØ-öø-ÿ]"
_SIGNS = re.compile(
    rf"{_LETTER}[{_NEVER}]|[{_NEVER}]{_LETTER}"  # a sign or letter no Vietnamese word has
    r"|[a-z][À-ÖØ-Ý]"  # a capital inside a word
    r"|[AEae][ÂÁÀÃÊÉÈÚÙÕâáàãêéèúùõ]|[Oo][âÂõÕùÙ]|[IUYiuy][ùÙ]"  # VNI: a letter, then its mark
)


def looks_old(text: str) -> bool:
    """Tell whether one text is typed in an old encoding."""
    return not text.isascii() and not _UNICODE.search(text) and bool(_SIGNS.search(text))


def without_soft_hyphens(text: str) -> str:
    """Drop the hyphens of word division, which in old encodings are the letter ư and stay."""
    return text if "\u00ad" not in text or looks_old(text) else text.replace("\u00ad", "")


def old_example(texts: Iterable[str]) -> str:
    """Return a text that shows the whole is in an old encoding; "" where old-looking texts are strays."""
    old, accented = [], 0
    for text in texts:
        if not text.isascii():
            accented += 1
            if looks_old(text):
                old.append(text)
    return max(old, key=len) if len(old) > 2 or (old and len(old) * 2 >= accented) else ""


def said_old(example: str) -> str:
    """Tell the user that a text cannot be read yet, and what to do."""
    shown = example[:60].replace("\u00ad", "-")
    return (
        f"Chữ gõ bằng bảng mã cũ (TCVN3, VNI), ví dụ “{shown}”, chưa đọc được: "
        "chuyển sang Unicode (Unikey, Ctrl+Shift+F6) rồi nhập lại."
    )
