"""Which encoding the texts of a column were typed in, and how each of them is read then."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from thidua_desktop.intake.encodings.scoring import Reading, as_is, decoded, is_sound, is_unicode
from thidua_desktop.intake.encodings.tables import AS_IS, NAMES, decode

_COMMONEST = ("tcvn3", "vni")


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


def judge(text: str, own: str, told: AbstractSet[str], *, mixed: bool) -> str | None:
    """Return the encoding one text of a column is in, "" where it stands; None where that stays open.

    `own` is the encoding of the column, `told` are those met in the sheet, `mixed` tells that Unicode is
    met too.
    """
    stands = as_is(text)
    read = {code: decoded(text, code) for code in {own, *told, *_COMMONEST} if decode(text, code) != text}
    best = max((reading.score for reading in read.values()), default=stands.score)
    leaders = [code for code, reading in read.items() if reading.score == best]
    if best > stands.score:
        return _leading(own, leaders, read)
    leaders = [code for code in leaders if code in {own, *told}]
    if best < stands.score or not leaders:
        return ""
    if not is_sound(text):
        return None
    most = max(read[code].common for code in leaders)
    if mixed and most <= stands.common:
        return "" if most < stands.common else None
    return _leading(own, leaders, read) if most >= stands.common else None


def _leading(own: str, leaders: Sequence[str], read: Mapping[str, Reading]) -> str | None:
    """Return the reading of most everyday words among those that are equally possible."""
    most = max(read[code].common for code in leaders)
    top = [code for code in leaders if read[code].common == most]
    if own in top:
        return own
    return top[0] if len(top) == 1 else None


def _weighed(texts: Collection[str], encoding: str) -> Weighed:
    gain = common = changed = 0
    for text in texts:
        stands, reads = as_is(text), decoded(text, encoding)
        better = reads.score - stands.score
        gain += better
        common += reads.common
        changed += better > 0
    return Weighed(encoding, gain, common, changed)
