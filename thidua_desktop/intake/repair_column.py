"""One column of a foreign list: what its texts were typed in, and what each becomes."""

from collections import Counter
from collections.abc import Collection, Iterator
from collections.abc import Set as AbstractSet

from thidua_desktop.intake.columns import is_title
from thidua_desktop.intake.encodings.scoring import as_is, decoded, is_unicode
from thidua_desktop.intake.encodings.tables import AS_IS, NAMES, Typed, decode
from thidua_desktop.intake.encodings.verdict import Weighed, judge, weigh
from thidua_desktop.intake.old_encodings import looks_old
from thidua_desktop.intake.plain_text import mended
from thidua_desktop.intake.source import Mark

Cell = tuple[str, Mark]
_SHARING_CAPITALS = {"tcvn3", "vps"}
_OLD = "Dòng có chữ trông như bảng mã cũ (TCVN3, VNI): chọn bảng mã của cột, hoặc sửa lại dòng này."


class Column:
    """The different cells of a column and how often each comes.

    Attributes:
        has_unicode: whether some of its texts are Unicode beyond doubt.
        encoding: what its texts are decoded from; "" until settled, or where nothing needs it.
        how: "font", "score" or "chosen".
        texts: what each cell becomes.
        changes: the cells decoded, and how often each comes.
        doubts: why a cell cannot be trusted.
        without_capitals: cells decoded from letters that have no capitals.

    """

    def __init__(self, cells: Counter[Cell], chosen: str) -> None:
        self._cells = cells
        self._unmarked = [text for text, mark in cells if mark is None and _is_foreign(text)]
        self._typed = self._trusted_fonts()
        self._mixed = {mark for text, mark in cells if isinstance(mark, Typed) and is_unicode(text)}
        self.has_unicode = any(not text.isascii() and is_unicode(text) for text, _ in cells)
        self._stray = ""  # what a few texts of a Unicode column seem to be in
        self._mixed_sheet = False
        self._told: AbstractSet[str] = frozenset()
        self.how = "chosen" if chosen else ""
        self.encoding = chosen or self._told_by_font() or self._told_by_words()
        self.texts: dict[Cell, str] = {}
        self.changes: dict[Cell, int] = {}
        self.doubts: dict[Cell, str] = {}
        self.without_capitals: set[Cell] = set()

    def count(self, cell: Cell) -> int:
        """Return how often a cell comes."""
        return self._cells[cell]

    def settle(self, told: AbstractSet[str], *, mixed: bool) -> None:
        """Decide every cell by what the columns of the sheet told; `mixed` says that Unicode is met too."""
        if not self.encoding and self._stray in told:
            self.encoding, self.how = self._stray, "score"
        elif not self.encoding and len(told) == 1 and not self.has_unicode:
            self.encoding, self.how = next(iter(told)), "score"
        self._mixed_sheet, self._told = mixed, told
        for cell, count in self._cells.items():
            self._take(cell, count)
        if not self.changes and self.how != "chosen":
            self.encoding = ""

    def _take(self, cell: Cell, count: int) -> None:
        text, encoding = self._decoded(cell)
        found = self.texts[cell] = mended(text)
        if encoding and found != mended(cell[0]):
            self.changes[cell] = count
            if encoding in _SHARING_CAPITALS:
                self.without_capitals.add(cell)
        if self.how != "chosen" and cell not in self.doubts and looks_old(found):
            self.doubts[cell] = _OLD

    def _decoded(self, cell: Cell) -> tuple[str, str]:
        """Return the text of a cell, and the encoding it was decoded from, "" where it stands."""
        text, mark = cell
        if self.how == "chosen" and (title := _title(text)):
            return title, ""
        if isinstance(mark, tuple) and self.encoding != AS_IS:
            return _by_pieces(text, mark)
        encoding = self.encoding
        if isinstance(mark, Typed) and mark in self._typed and self.how != "chosen":
            encoding = mark.encoding
            if is_unicode(text) or (mark in self._mixed and not self._judged(cell, encoding)):
                return text, ""
        elif encoding in {"", AS_IS} or not _is_foreign(text):
            return text, ""
        elif self.how != "chosen":
            encoding = self._judged(cell, encoding)
        elif as_is(text).score > decoded(text, encoding).score:
            encoding = ""  # a cell retyped since: it can only be lost
        if not encoding:
            return text, ""
        found = decode(text, encoding)
        return found.upper() if isinstance(mark, Typed) and mark.capitals else found, encoding

    def _judged(self, cell: Cell, own: str) -> str:
        """Return the encoding that reads a cell best, the column's own before others; "" where it stands."""
        judged = judge(cell[0], own, self._told, mixed=self._mixed_sheet)
        if judged is None:
            self.doubts[cell] = (
                f"Chữ “{cell[0][:60]}” có thể đã là Unicode, hoặc là “{decode(cell[0], own)[:60]}” "
                "gõ bằng bảng mã cũ: chọn bảng mã của cột, hoặc sửa lại dòng này."
            )
        return judged or ""

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
        best = weigh([text for text in texts if _is_foreign(text)])
        if best is None:
            return ""
        if self._are_strays(best):
            self._stray = best.encoding
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
