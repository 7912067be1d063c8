"""Which encoding the texts of a column were typed in, and how each of them is read then."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from thidua_desktop.intake.encodings.scoring import as_is, decoded, is_sound, is_unicode
from thidua_desktop.intake.encodings.tables import AS_IS, NAMES

_COMMON_PAIR = ("tcvn3", "vni")


@dataclass(frozen=True, slots=True)
class Weighed:
    """The texts of a column no letter of which is beyond Windows-1252, weighed in one encoding."""

    encoding: str
    gain: int  # how much better than as they stand
    common: int
    changed: int  # texts that read better


def foreign(texts: Iterable[str]) -> list[str]:
    """Return the texts that may be of an old encoding: accented, with no letter of Unicode alone."""
    return [text for text in texts if not text.isascii() and not is_unicode(text)]


def guess(texts: Collection[str]) -> str:
    """Return the encoding the texts of a column read best in; as they stand unless one is strictly better."""
    best = weigh(foreign(texts))
    return best.encoding if best else AS_IS


def weigh(texts: Collection[str]) -> Weighed | None:
    """Return the encoding that reads foreign texts strictly better than they stand; None where none does."""
    if all(map(is_sound, texts)):
        return None
    found = [_weighed(texts, encoding) for encoding in NAMES]
    best = max(found, key=lambda each: (each.gain, each.common))
    return best if best.gain > 0 else None


def _weighed(texts: Collection[str], encoding: str) -> Weighed:
    gain = common = changed = 0
    for text in texts:
        stands, reads = as_is(text), decoded(text, encoding)
        better = reads.score - stands.score
        gain += better
        common += reads.common
        changed += better > 0
    return Weighed(encoding, gain, common, changed)
