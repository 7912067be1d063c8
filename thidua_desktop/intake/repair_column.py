"""One column of a foreign list: what its texts were typed in, and what each becomes."""

from collections import Counter
from collections.abc import Collection, Iterator

from thidua_desktop.intake.columns import is_title
from thidua_desktop.intake.encodings.scoring import as_is, decoded, is_unicode
from thidua_desktop.intake.encodings.tables import AS_IS, NAMES, Typed, decode
from thidua_desktop.intake.encodings.verdict import Weighed, weigh
from thidua_desktop.intake.old_encodings import looks_old
from thidua_desktop.intake.plain_text import mended
from thidua_desktop.intake.source import Mark

Cell = tuple[str, Mark]
_SHARING_CAPITALS = {"tcvn3", "vps"}
_OLD = "Dòng có chữ trông như bảng mã cũ (TCVN3, VNI): chọn bảng mã của cột, hoặc sửa lại dòng này."


class Column:
    """The different cells of a column and how often each comes.

    Attributes:
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
        self.how = "chosen" if chosen else ""
        self.encoding = chosen or self._told_by_font() or self._told_by_words()
        self.texts: dict[Cell, str] = {}
        self.changes: dict[Cell, int] = {}
        self.doubts: dict[Cell, str] = {}
        self.without_capitals: set[Cell] = set()

    def settle(self, told: str) -> None:
        """Decide every cell; `told` is what the other columns of the sheet agree on."""
        if not self.encoding and told and not self._has_unicode():
            self.encoding, self.how = told, "score"
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
            if is_unicode(text) or (mark in self._mixed and not self._reads_better(cell, encoding)):
                return text, ""
        elif not self._is_to_decode(cell):
            return text, ""
        found = decode(text, encoding)
        return found.upper() if isinstance(mark, Typed) and mark.capitals else found, encoding

    def _is_to_decode(self, cell: Cell) -> bool:
        if self.encoding in {"", AS_IS} or not _is_foreign(cell[0]):
            return False
        return self.how == "chosen" or self._reads_better(cell, self.encoding)

    def _reads_better(self, cell: Cell, encoding: str) -> bool:
        stands, reads = as_is(cell[0]), decoded(cell[0], encoding)
        if reads.score != stands.score:
            return reads.score > stands.score
        found = decode(cell[0], encoding)
        if reads.common >= stands.common or found == cell[0]:
            return True
        self.doubts[cell] = (
            f"Chữ “{cell[0][:60]}” có thể đã là Unicode, hoặc là “{found[:60]}” gõ bằng bảng mã cũ: "
            "chọn bảng mã của cột, hoặc sửa lại dòng này."
        )
        return False

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
        if best is None or self._are_strays(best):
            return ""
        self.how = self.how or "score"
        return best.encoding

    def _are_strays(self, best: Weighed) -> bool:
        accented = sum(not text.isascii() for text, _ in self._cells)
        return best.changed <= 2 and best.changed * 2 < accented

    def _has_unicode(self) -> bool:
        return any(not text.isascii() and is_unicode(text) for text, _ in self._cells)


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
