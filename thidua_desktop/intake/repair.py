"""Text as it was meant: old encodings decoded column by column, hidden signs and look-alike letters mended.

Fonts decide where the file tells them, else the column's own words; what stays open is said of its row.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from thidua_desktop.intake.encodings.scoring import is_plain, is_sound, is_unicode
from thidua_desktop.intake.encodings.tables import AS_IS, decode
from thidua_desktop.intake.encodings.verdict import alone
from thidua_desktop.intake.header import find_columns
from thidua_desktop.intake.hidden import column_letters
from thidua_desktop.intake.plain_text import mended, unsymbolled
from thidua_desktop.intake.reading import Repair
from thidua_desktop.intake.repair_column import NOTHING, USUAL, Beside, Cell, Column
from thidua_desktop.intake.source import Mark, Row, Sheet, Source

_TURNING = frozenset("\u202d\u202e")  # signs that show letters in another order than they are kept
_TURNED = (
    "Dòng có ký hiệu ẩn đảo chiều chữ, chữ nhìn thấy khác chữ trong tệp: gõ lại các ô của dòng rồi nhập."
)
_SELDOM = 0.02  # of the rows with cells retyped: the other cells can still be told by their columns

Chosen = Mapping[tuple[str, str], str]
"""The encodings the officer chose, by sheet and column as a Repair names them."""


def repair(source: Source, chosen: Chosen) -> tuple[Source, tuple[Repair, ...]]:
    """Return the source with its text repaired, and what was repaired in which column."""
    sheets: list[Sheet] = []
    repairs: list[Repair] = []
    for sheet in source.sheets:
        plain = None if any(name == sheet.name for name, _ in chosen) else _cleaned(sheet)
        if plain is not None:
            sheets.append(plain)
            continue
        desk = _Desk(source.kind, sheet, chosen)
        sheets.append(desk.sheet)
        repairs += desk.repairs()
    return replace(source, sheets=tuple(sheets)), tuple(repairs)


def _cleaned(sheet: Sheet) -> Sheet | None:
    """Return a sheet in which nothing can be of an old encoding; None where something can."""
    if any(row.fonts for row in sheet.rows):
        return None
    texts = _Texts()
    cleaned = [(row, tuple([texts[cell] for cell in row.cells])) for row in sheet.rows]
    if not all(text.isascii() or is_unicode(text) or _stands(text) for text in texts):
        return None
    several = any("\n" in text for text in texts)
    turned = frozenset(filter(_is_turned, texts))
    rows = [
        Row(
            row.number,
            cells,
            row.table,
            row.spans,
            doubt="" if turned.isdisjoint(row.cells) else _TURNED,
            broken=_broken(row, cells) if several else (),
        )
        for row, cells in cleaned
        if any(cells)
    ]
    return Sheet(sheet.name, tuple(rows))


def _is_turned(text: str) -> bool:
    return not text.isprintable() and not _TURNING.isdisjoint(text)


def _stands(text: str) -> bool:
    return is_plain(text) or (is_sound(text) and not alone(text))


class _Texts(dict[str, str]):
    """What each text becomes once mended; units, posts and titles come back on thousands of rows."""

    def __missing__(self, text: str) -> str:
        found = self[text] = mended(text)
        return found


def _broken(
    row: Row, texts: Sequence[str], encodings: Sequence[str] = ()
) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """Return the lines of the cells that have several, where together they are what the cell was read as.

    `encodings` are those the cells were decoded from, "" where a cell stands.
    """
    found = []
    for place, cell in enumerate(row.cells):
        if "\n" not in cell:
            continue
        encoding = encodings[place] if encodings else ""
        read = decode(cell, encoding) if encoding else cell
        lines = tuple(filter(None, map(mended, read.splitlines())))
        if len(lines) > 1 and " ".join(lines) == texts[place]:
            found.append((place, lines))
    return tuple(found)


class _Desk:
    """One sheet under repair."""

    def __init__(self, kind: str, sheet: Sheet, chosen: Chosen) -> None:
        self._kind, self._name, self._chosen = kind, sheet.name, chosen
        self._columns = self._read(sheet)
        self._decide()
        self._retyped = self._share_retyped(sheet)
        self.sheet = Sheet(sheet.name, tuple(row for row in map(self._row, sheet.rows) if any(row.cells)))

    def _read(self, sheet: Sheet) -> dict[tuple[int, int], Column]:
        found: dict[tuple[int, int], Counter[Cell]] = {}
        for row in sheet.rows:
            for place, cell in _cells(row):
                if cell[0]:
                    found.setdefault((row.table, place), Counter())[cell] += 1
        return {key: Column(cells, self._choice(key)) for key, cells in found.items()}

    def _choice(self, key: tuple[int, int]) -> str:
        return self._chosen.get((self._name, _column_name(self._kind, *key)), "")

    def _decide(self) -> None:
        """Let each column judge its cells; what they agree on settles the columns that cannot."""
        columns = self._columns.values()
        told = {column.encoding for column in columns if column.encoding not in {"", AS_IS}}
        strays = Counter(column.stray for column in columns if column.stray)
        told |= {encoding for encoding, count in strays.items() if count > 1}
        for column in columns:
            column.judge(told, strays.keys())
        met = {"", *(code for column in columns for code in column.told.values())}
        for column in columns:
            column.settle(met)

    def _share_retyped(self, sheet: Sheet) -> float:
        """Return the share of rows in which single cells were retyped, where that matters."""
        if not any(column.open for column in self._columns.values()):
            return 0
        found = [_encoding_of(told) for row in sheet.rows if (told := _told(self._found(row)))]
        return found.count(None) / len(found) if found else 0

    def _row(self, row: Row) -> Row:
        cells: list[str] = []
        encodings: list[str] = []
        repaired, doubt = False, _TURNED if any(map(_is_turned, row.cells)) else ""
        found = self._found(row)
        for column, cell in found:
            if column is None:
                cells.append("")
                encodings.append("")
                continue
            reading = column.read(cell, self._beside(column, found) if cell in column.open else NOTHING)
            cells.append(reading.text)
            encodings.append(reading.encoding)
            repaired = repaired or reading.has_no_capitals
            doubt = doubt or reading.doubt
        broken = _broken(row, cells, encodings)
        return Row(row.number, tuple(cells), row.table, row.spans, (), repaired, doubt, broken)

    def _found(self, row: Row) -> "_Found":
        """Return the cells of a row with their columns, None for empty ones."""
        return [
            (self._columns.get((row.table, place)) if cell[0] else None, cell) for place, cell in _cells(row)
        ]

    def _beside(self, column: Column, found: "_Found") -> Beside:
        """Return what its row says of an open cell; cells retyped here and there say nothing of another."""
        told = _told(found)
        if self._retyped > _SELDOM or not (told or column.is_uniform):
            return NOTHING
        encoding = _encoding_of(told)
        if encoding == USUAL and not all(code == column.usual or column.is_seldom(code) for code, _ in told):
            return NOTHING  # its cells are half in this, half in that
        return Beside(encoding, strictly=not told or self._retyped > 0)

    def repairs(self) -> Iterator[Repair]:
        """Give what was changed in each column, left by the officer's choice, or left because in doubt."""
        titles = dict(_titles(self.sheet.rows))
        for key, column in sorted(self._columns.items()):
            unsure = not column.changes and column.how != "chosen"
            if unsure and not column.doubts:
                continue
            counted = column.changes or Counter({(text, text): n for text, n in column.doubts.items()})
            yield Repair(
                sheet=self._name,
                column=_column_name(self._kind, *key),
                title=titles.get(key, ""),
                encoding=column.shown or AS_IS,
                how="unsure" if unsure else column.how or "score",
                count=counted.total(),
                changes=tuple(counted),
            )


_Found = list[tuple[Column | None, Cell]]


def _told(found: _Found) -> list[tuple[str, str]]:
    """Return what each cell of a row is in that can be read in one way only, and what its column is."""
    return [(column.told[cell], column.usual) for column, cell in found if column and cell in column.told]


def _encoding_of(told: Sequence[tuple[str, str]]) -> str | None:
    """Return what a row is in as its cells told; None where they differ.

    A row pasted from elsewhere is in another encoding than its columns usually are.
    """
    if all(code == usual for code, usual in told):
        return USUAL
    codes = {code for code, _ in told}
    return codes.pop() if len(codes) == 1 else None


def _cells(row: Row) -> Iterator[tuple[int, Cell]]:
    fonts: Iterable[Mark] = row.fonts or (None,) * len(row.cells)
    yield from enumerate(zip(map(unsymbolled, row.cells), fonts, strict=True))


def _titles(rows: Iterable[Row]) -> Iterator[tuple[tuple[int, int], str]]:
    """Give the title over each column: of the first header of the sheet, of each table."""
    seen = set()
    for row in rows:
        if row.table not in seen and find_columns(row.cells):
            seen.add(row.table)
            yield from (((row.table, place), cell) for place, cell in enumerate(row.cells) if cell)


def _column_name(kind: str, table: int, place: int) -> str:
    if kind == "document":
        return f"bảng {table}, cột {place + 1}" if table else "đoạn văn"
    return column_letters(place)
