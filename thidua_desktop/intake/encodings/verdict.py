"""Which encoding the texts of a column were typed in, and how each of them is read then."""

from collections.abc import Collection, Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from thidua_desktop.intake.encodings.scoring import as_is, decoded, is_plain, is_sound, is_unicode
from thidua_desktop.intake.encodings.tables import AS_IS, NAMES, decode

_COMMONEST = ("tcvn3", "vni")


@dataclass(frozen=True, slots=True)
class Weighed:
    """The texts of a column no letter of which is beyond Windows-1252, weighed in one encoding."""

    encoding: str
    gain: int  # how much better than as they stand
    common: int
    changed: int  # texts that read better


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one text may be read.

    Attributes:
        codes: the encodings that read it best, "" for as it stands.
        everyday: which of these give it most everyday words; none where no reading can be trusted.
        lead: how many everyday words the others lack at least.
        is_plain: whether it has an everyday word as it stands, or no other reading gives it one.

    """

    codes: frozenset[str]
    everyday: frozenset[str]
    lead: int = 0
    is_plain: bool = True

    def within(self, met: AbstractSet[str]) -> "Verdict":
        """Return the verdict where only some encodings are met, unless another gives more everyday words."""
        if not self.everyday & met:
            return self
        return replace(self, codes=self.codes & met, everyday=self.everyday & met)


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


def alone(text: str) -> str:
    """Return the encoding one text seems to be in, whatever stands around it; "" where it can be Unicode."""
    if is_plain(text):
        return ""
    if not is_sound(text):
        best = weigh([text])
        return best.encoding if best else ""
    verdict = judge(text, ())
    return "" if verdict.is_plain else min(verdict.everyday)


def judge(text: str, codes: Collection[str]) -> Verdict:
    """Return the encodings one text reads best in, of those named and the commonest; "" is as it stands."""
    read = {"": as_is(text)}
    for code in {*codes, *_COMMONEST} - {"", AS_IS}:
        if decode(text, code) != text:
            read[code] = decoded(text, code)
    best = max(reading.score for reading in read.values())
    leading = {code: reading.common for code, reading in read.items() if reading.score == best}
    most = max(leading.values())
    everyday = frozenset(code for code, common in leading.items() if common == most)
    is_open = "" in leading and len(leading) > 1 and not is_sound(text)
    others = [common for code, common in leading.items() if code not in everyday]
    lead = most - max(others) if others else 0
    meant = "" in everyday or read[""].common > 0
    return Verdict(frozenset(leading), frozenset() if is_open else everyday, lead, meant)


def _weighed(texts: Collection[str], encoding: str) -> Weighed:
    gain = common = changed = 0
    for text in texts:
        stands, reads = as_is(text), decoded(text, encoding)
        better = reads.score - stands.score
        gain += better
        common += reads.common
        changed += better > 0
    return Weighed(encoding, gain, common, changed)
