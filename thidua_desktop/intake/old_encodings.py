"""Signs that text is still in an old Vietnamese encoding after repair, so that no row is ever read wrong."""

import re

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
