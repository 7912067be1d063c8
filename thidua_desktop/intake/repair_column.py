"""One column of a foreign list: what its texts were typed in, and what each becomes."""

from collections import Counter
from collections.abc import Collection, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import NamedTuple

from thidua_desktop.intake.columns import is_title
from thidua_desktop.intake.encodings.scoring import as_is, decoded, is_unicode
from thidua_desktop.intake.encodings.tables import AS_IS, NAMES, Typed, decode
from thidua_desktop.intake.encodings.verdict import Verdict, Weighed, alone, judge, weigh
from thidua_desktop.intake.old_encodings import looks_old
from thidua_desktop.intake.plain_text import mended
from thidua_desktop.intake.source import Mark

Cell = tuple[str, Mark]
_SHARING_CAPITALS = {"tcvn3", "vps"}
USUAL = "usual"
"""Stands for what each column usually is in."""

_SELDOM = 0.2
_CLEAR = 2  # everyday words more than in any other reading
_OLD = "Dòng có chữ trông như bảng mã cũ (TCVN3, VNI): chọn bảng mã của cột, hoặc sửa lại dòng này."


class Beside(NamedTuple):
    """What the cells of a row say of one that may be read in several ways.

    Attributes:
        encoding: what they are in, or USUAL; None where that says nothing.
        strictly: whether everyday words must say the same, as they are silent or some cells were retyped.

    """

    encoding: str | None
    strictly: bool = False


NOTHING = Beside(None)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a cell becomes, from which encoding ("" where it stands), and why it cannot be trusted."""

    text: str
    encoding: str = ""
    doubt: str = ""

    @property
    def has_no_capitals(self) -> bool:
        """Whether it was decoded from letters that have no capitals."""
        return self.encoding in _SHARING_CAPITALS


class Column:
    """The different cells of a column and how often each comes.

    Attributes:
        encoding: what its texts seem to be in; "" where nothing needs decoding.
        how: "font", "score" or "chosen".
        told: the encoding of each accented cell that can be read in one way only, "" for as it stands.
        usual: what most of these are in.
        open: how each other accented cell may be read, for its row to settle.
        changes: each text decoded and what it became, and how often it comes.
        doubts: the texts that cannot be trusted, and how often each comes.

    """

    def __init__(self, cells: Counter[Cell], chosen: str) -> None:
        self._cells = cells
        self._unmarked = [text for text, mark in cells if mark is None and _is_foreign(text)]
        self._typed = self._trusted_fonts()
        self._mixed = {mark for text, mark in cells if isinstance(mark, Typed) and is_unicode(text)}
        self._has_unicode = any(not text.isascii() and is_unicode(text) for text, _ in cells)
        self.stray = ""  # what a few texts of a Unicode column seem to be in
        self.how = "chosen" if chosen else ""
        self.encoding = chosen or self._told_by_font() or self._told_by_words()
        self.told: dict[Cell, str] = {}
        self.usual = ""
        self._counts = Counter[str]()
        self._strays: AbstractSet[str] = frozenset()
        self.open: dict[Cell, Verdict] = {}
        self._read: dict[tuple[Cell, Beside], Reading] = {}
        self.changes = Counter[tuple[str, str]]()
        self.doubts = Counter[str]()
        self._decoded_from = Counter[str]()

    def judge(self, told: AbstractSet[str], strays: AbstractSet[str]) -> None:
        """Judge every cell by what the columns of the sheet told, and by what a few texts seem to be in."""
        if not self.encoding and self.stray in told:
            self.encoding, self.how = self.stray, "score"
        elif not self.encoding and len(told) == 1 and not self._has_unicode:
            self.encoding, self.how = next(iter(told)), "score"
        if self.how == "chosen" or not (told or strays or self.encoding or self._typed):
            return
        self._strays = strays - told
        for cell in self._cells:
            self._judge(cell, told | strays)
        for cell, code in self.told.items():
            if not is_title(cell[0]):  # often typed again over an old list
                self._counts[code] += self._cells[cell]
        self.usual = self._counts.most_common(1)[0][0] if self._counts else self.encoding

    def _judge(self, cell: Cell, told: AbstractSet[str]) -> None:
        text, mark = cell
        trusted = isinstance(mark, Typed) and mark in self._typed
        if text.isascii() or isinstance(mark, tuple):
            if isinstance(mark, Typed) and trusted and mark.capitals:
                self.told[cell] = mark.encoding
            return
        if is_unicode(text):
            self.told[cell] = ""
        elif isinstance(mark, Typed) and trusted and mark not in self._mixed:
            self.told[cell] = mark.encoding
        else:
            own = mark.encoding if isinstance(mark, Typed) and trusted else self.encoding
            verdict = judge(text, {own, *told})
            self._take(cell, verdict, {own, *told})

    def _take(self, cell: Cell, verdict: Verdict, codes: AbstractSet[str]) -> None:
        """Keep a verdict; a text that is the same in an encoding of the sheet tells nothing of its row."""
        if len(verdict.codes) > 1:
            self.open[cell] = verdict
        elif verdict.codes != {""} or all(decode(cell[0], code) != cell[0] for code in codes - {""}):
            self.told[cell] = next(iter(verdict.codes))

    def settle(self, met: AbstractSet[str]) -> None:
        """Settle the cells that are open between encodings only one of which is met in the sheet."""
        for cell in [*self.open]:
            self._take(cell, self.open.pop(cell).within(met), met)

    @property
    def shown(self) -> str:
        """The encoding the officer is told: that chosen, or that most of its texts were decoded from."""
        if self.how == "chosen" or not self._decoded_from:
            return self.encoding if self.how == "chosen" else ""
        return self._decoded_from.most_common(1)[0][0]

    @property
    def is_uniform(self) -> bool:
        """Whether all its cells that can be read in one way only are in the same encoding."""
        return len(self._counts) < 2

    def is_seldom(self, encoding: str) -> bool:
        """Tell whether an encoding is an exception among such cells."""
        return self._counts[encoding] < _SELDOM * self._counts.total()

    def read(self, cell: Cell, beside: Beside) -> Reading:
        """Return what a cell becomes, one still open by what its row is in, None where that is unclear."""
        key = cell, beside if cell in self.open else NOTHING
        if key not in self._read:
            self._read[key] = self._reading(cell, beside)
        reading = self._read[key]
        if reading.encoding:
            self.changes[cell[0], reading.text] += 1
            self._decoded_from[reading.encoding] += 1
        if reading.doubt:
            self.doubts[cell[0]] += 1
        return reading

    def _reading(self, cell: Cell, beside: Beside) -> Reading:
        text, encoding, doubt = self._decoded(cell, beside)
        found = mended(text)
        if found == mended(cell[0]):
            encoding = ""
        if self.how != "chosen" and looks_old(found):
            doubt = doubt or _OLD
        return Reading(found, encoding, doubt)

    def _decoded(self, cell: Cell, beside: Beside) -> tuple[str, str, str]:
        """Return the text of a cell, the encoding it was decoded from, "" where it stands, and any doubt."""
        text, mark = cell
        if self.how == "chosen" and (title := _title(text)):
            return title, "", ""
        if isinstance(mark, tuple) and self.encoding != AS_IS:
            return *_by_pieces(text, mark), ""
        encoding, doubt = self.told.get(cell, ""), ""
        if self.how == "chosen":
            encoding = self._chosen(text)
        elif cell in self.open:
            encoding, doubt = self._by_row(cell, beside)
        if encoding in self._strays:
            return text, "", _OLD
        if not encoding:
            return text, "", doubt
        found = decode(text, encoding)
        return found.upper() if isinstance(mark, Typed) and mark.capitals else found, encoding, doubt

    def _chosen(self, text: str) -> str:
        """Return the encoding the officer chose, "" for a cell retyped since, which can only be lost."""
        if self.encoding == AS_IS or not _is_foreign(text):
            return ""
        return "" if as_is(text).score > decoded(text, self.encoding).score else self.encoding

    def _by_row(self, cell: Cell, beside: Beside) -> tuple[str, str]:
        """Return what a cell still open is in by the cells beside it, or why that cannot be told."""
        verdict = self.open[cell]
        wanted = self.usual if beside.encoding == USUAL else beside.encoding
        stands = wanted == "" and beside.encoding == USUAL and not beside.strictly and verdict.is_plain
        held = verdict.codes if stands else verdict.everyday
        if wanted in held and (len(held) == 1 or not beside.strictly):
            return wanted or "", ""
        if beside == NOTHING and len(verdict.everyday) == 1 and verdict.lead >= _CLEAR:
            return next(iter(verdict.everyday)), ""
        read = " hoặc ".join(f"“{decode(cell[0], code)[:60]}”" for code in sorted(verdict.codes - {""}))
        said = f"có thể đã là Unicode, hoặc là {read} gõ bằng bảng mã cũ"
        if "" not in verdict.codes:
            said = f"gõ bằng bảng mã cũ, có thể là {read}"
        return "", f"Chữ “{cell[0][:60]}” {said}: chọn bảng mã của cột, hoặc sửa lại dòng này."

    def _trusted_fonts(self) -> set[Typed]:
        """Return the fonts whose texts do not read worse as they tell than as they stand."""
        by_font: dict[Typed, list[str]] = {}
        for text, mark in self._cells:
            if isinstance(mark, Typed) and not text.isascii():
                by_font.setdefault(mark, []).append(text)
        return {font for font, texts in by_font.items() if _holds(font, texts)} | {
            mark for _, mark in self._cells if isinstance(mark, Typed) and mark not in by_font
        }

    def _told_by_font(self) -> str:
        told = Counter(
            font.encoding
            for text, mark in self._cells
            for font in _fonts(mark)
            if not text.isascii() and (isinstance(mark, tuple) or mark in self._typed)
        )
        self.how = self.how or ("font" if told else "")
        return told.most_common(1)[0][0] if told else ""

    def _told_by_words(self) -> str:
        """Return what the column's words show; strays in a Unicode column are left to the officer."""
        texts = self._unmarked + [
            text for text, mark in self._cells if isinstance(mark, Typed) and mark not in self._typed
        ]
        texts = [text for text in texts if _is_foreign(text)]
        best = weigh(texts)
        if best is None:
            found = Counter(filter(None, map(alone, texts)))
            self.stray = found.most_common(1)[0][0] if found else ""
            return ""
        if self._are_strays(best):
            self.stray = best.encoding
            return ""
        self.how = self.how or "score"
        return best.encoding

    def _are_strays(self, best: Weighed) -> bool:
        accented = sum(not text.isascii() for text, _ in self._cells)
        return best.changed <= 2 and best.changed * 2 < accented


def _title(text: str) -> str:
    """Return a title of a column however it was typed, as the officer's choice speaks of the cells below."""
    if text.isascii():
        return ""
    readings = (text, *(decode(text, encoding) for encoding in NAMES))
    return next((reading for reading in map(mended, readings) if is_title(reading)), "")


def _is_foreign(text: str) -> bool:
    return not text.isascii() and not is_unicode(text)


def _holds(font: Typed, texts: Collection[str]) -> bool:
    """Tell whether a font can be believed: text retyped in Unicode often keeps its old one."""
    gains = [decoded(text, font.encoding).score - as_is(text).score for text in texts if _is_foreign(text)]
    retyped = len(texts) - len(gains)
    return sum(gains) >= 0 and (not retyped or sum(gain > 0 for gain in gains) > retyped)


def _fonts(mark: Mark) -> Iterator[Typed]:
    if isinstance(mark, Typed):
        yield mark
    elif mark:
        yield from (font for _, font in mark if font)


def _by_pieces(text: str, pieces: tuple[tuple[int, Typed | None], ...]) -> tuple[str, str]:
    """Decode a text whose pieces have fonts of their own."""
    found, encoding, start = "", "", 0
    for length, font in pieces:
        piece = text[start : start + length]
        start += length
        if font and not is_unicode(piece):
            encoding = font.encoding
            piece = decode(piece, encoding)
            piece = piece.upper() if font.capitals else piece
        found += piece
    return found + text[start:], encoding
