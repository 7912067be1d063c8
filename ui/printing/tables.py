"""A table measured for paper: column widths, wrapped cells and the height of every row."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from thidua_desktop.documents.cells import section_text
from thidua_desktop.documents.cells import widths as shares
from thidua_desktop.documents.document import Cell, Table
from ui.printing.fonts import MM, POINT, Face, face
from ui.printing.text import cell_text, plain, wrap

PAD_X = 1.4 * MM
PAD_Y = 0.7 * MM
_SIZES = (12, 11, 10, 9, 8, 7)
_LONGEST_WORD = 9  # in ems: a longer one may be broken rather than widen its column
_SAMPLE = 200  # rows whose words are looked at
_SAMPLE_OF_HEIGHTS = 40
_COMFORTABLE = 10
_LINES_A_ROW = 1.8
_NOTHING = "(Không có dòng nào)"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some lines of a row too tall for one page."""

    row: int
    first_line: int
    line_count: int


@dataclass(slots=True)
class MeasuredTable:
    """A table whose places on paper are known; offsets[i] is where row i begins below the header.

    Places, not rows, are counted: a row taller than a page takes several places (pieces), every other one.
    """

    table: Table
    size: float
    edges: list[float]  # x of the vertical lines, one more than the columns
    header: tuple[tuple[str, ...], ...]
    header_height: float
    offsets: list[float] = field(default_factory=lambda: [0.0])
    wrapped: dict[tuple[int, int], tuple[str, ...]] = field(default_factory=dict)
    pieces: dict[int, Piece] = field(default_factory=dict)
    places: Sequence[int] = ()  # the row in each place

    @property
    def regular(self) -> Face:
        return face(self.size)

    @property
    def bold(self) -> Face:
        return face(self.size, bold=True)

    def height(self, first: int, last: int) -> float:
        """Height of the places from first up to, not including, last, under a repeated header."""
        return self.header_height + self.offsets[last] - self.offsets[first]

    def is_section(self, place: int) -> bool:
        return self.places[place] in self.table.sections

    def lines(self, row: int, column: int) -> tuple[str, ...]:
        """The lines of one cell; a section row's text is its first cell."""
        kept = self.wrapped.get((row, column))
        if kept is not None:
            return kept
        text = cell_text(self.table.rows[row][column], self.table.columns[column])
        return (text,) if text else ()


@dataclass(frozen=True)
class FittedTable:
    """A table with the size its letters take in a width, in points, and what its columns need."""

    table: Table
    width: float
    needs: list[float]
    size: float
    widths: list[float]

    def at_most(self, size: float) -> "FittedTable":
        """The same in smaller letters, where it would stand in larger ones."""
        if size >= self.size:
            return self
        widths = _shared([need * size for need in self.needs], shares(self.table, 100.0), self.width)
        return replace(self, size=size, widths=widths)


def fit(table: Table, width: float) -> FittedTable:
    """Find the size of a table alone in a width."""
    if not table.rows:
        table = Table(table.columns, [(_NOTHING,)], table.title, sections=frozenset({0}), name=table.name)
    needs = _needs(table)
    return FittedTable(table, width, needs, *_size_and_widths(table, needs, width))


def in_one_size(fitted: Sequence[FittedTable]) -> list[FittedTable]:
    """Give the tables of a document letters of one size; one that must go below ten points goes alone."""
    comfortable = [one.size for one in fitted if one.size >= _COMFORTABLE]
    return [one.at_most(min(comfortable)) if one.size >= _COMFORTABLE else one for one in fitted]


def measure(fitted: FittedTable, room: float) -> MeasuredTable:
    """Measure the rows of a table; room is the height of an empty page, which no place may exceed."""
    table, size, widths = fitted.table, fitted.size, fitted.widths
    edges = [0.0]
    for column_width in widths:
        edges.append(edges[-1] + column_width)
    bold = face(size, bold=True)
    header = tuple(
        wrap(plain(c.title), bold, w - 2 * PAD_X) for c, w in zip(table.columns, widths, strict=True)
    )
    height = max(map(len, header), default=0) * bold.line_height + 2 * PAD_Y
    measured = MeasuredTable(table, size, edges, header, height)
    _place_rows(measured, [w - 2 * PAD_X for w in widths], room - height)
    return measured


def _needs(table: Table) -> list[float]:
    """The least width of each column for each point of size: its longest word, and every figure whole."""
    regular, bold = face(_SIZES[0]), face(_SIZES[0], bold=True)
    most = _LONGEST_WORD * _SIZES[0] * POINT
    needs = [max((bold.width(w) for w in plain(c.title).split()), default=0.0) for c in table.columns]
    for index, row in enumerate(table.rows):
        if index in table.sections:
            continue
        used = bold if index in table.strong else regular
        for at, cell in enumerate(row[: len(needs)]):
            if cell is not None and not isinstance(cell, str):
                needs[at] = max(needs[at], used.width(cell_text(cell, table.columns[at])))
            elif cell and index < _SAMPLE:
                longest = max(map(used.width, cell_text(cell, table.columns[at]).split()), default=0.0)
                needs[at] = max(needs[at], min(longest, most))
    pad = 2 * PAD_X / _SIZES[-1]
    return [need / _SIZES[0] * 1.01 + pad for need in needs]


def _size_and_widths(table: Table, needs: list[float], width: float) -> tuple[float, list[float]]:
    """The largest size at which most cells stand on a line or two; below ten points only if words demand."""
    weights = shares(table, 100.0)
    size, widths = float(_SIZES[-1]), [need / sum(needs) * width for need in needs]
    for smaller in reversed([s for s in _SIZES if sum(needs) * s <= width]):
        wider = _shared([need * smaller for need in needs], weights, width)
        if smaller > _COMFORTABLE and _lines_a_row(table, smaller, wider) > _LINES_A_ROW:
            break
        size, widths = float(smaller), wider
    return size, widths


def _lines_a_row(table: Table, size: float, widths: list[float]) -> float:
    """The height of an average row in lines, judged by the first rows."""
    used = face(size)
    counts = [
        max(
            len(wrap(cell_text(cell, column), used, width - 2 * PAD_X))
            for cell, column, width in zip(row, table.columns, widths, strict=False)
        )
        for index, row in enumerate(table.rows[:_SAMPLE_OF_HEIGHTS])
        if row and index not in table.sections
    ]
    return sum(counts) / max(len(counts), 1)


def _shared(needs: list[float], weights: list[float], width: float) -> list[float]:
    """Share the width by weight; a column that would be narrower than its need gets its need first."""
    if sum(needs) >= width:
        return [need / sum(needs) * width for need in needs]
    fixed: set[int] = set()
    while True:
        spare = width - sum(needs[i] for i in fixed)
        weight = sum(w for i, w in enumerate(weights) if i not in fixed) or 1.0
        short = {i for i, w in enumerate(weights) if i not in fixed and spare * w / weight < needs[i]}
        if not short:
            return [needs[i] if i in fixed else spare * w / weight for i, w in enumerate(weights)]
        fixed |= short


def _place_rows(measured: MeasuredTable, inner: list[float], room: float) -> None:
    """Find the height of every row, keeping the lines of the few cells that do not fit on one."""
    table, offsets = measured.table, measured.offsets
    line_height = measured.regular.line_height
    places: list[int] = []
    bottom = 0.0
    for index, row in enumerate(table.rows):
        lines = _line_count(measured, index, row, inner)
        for piece in _pieces(index, lines, int((room - 2 * PAD_Y) // line_height)):
            if piece.line_count < lines:
                measured.pieces[len(places)] = piece
            bottom += piece.line_count * line_height + 2 * PAD_Y
            offsets.append(bottom)
            places.append(index)
    measured.places = places


def _line_count(measured: MeasuredTable, index: int, row: Sequence[Cell], inner: list[float]) -> int:
    table = measured.table
    if index in table.sections:
        whole = measured.edges[-1] - 2 * PAD_X
        lines = wrap(plain(section_text(tuple(row))), measured.bold, whole)
        measured.wrapped[index, 0] = lines
        return len(lines)
    used = measured.bold if index in table.strong else measured.regular
    most = 1
    for at, (cell, width) in enumerate(zip(row, inner, strict=False)):
        if cell is None:
            continue
        text = cell_text(cell, table.columns[at])
        if used.width(text) > width or "\n" in text:
            lines = measured.wrapped[index, at] = wrap(text, used, width)
            most = max(most, len(lines))
    return most


def _pieces(row: int, lines: int, most: int) -> Iterator[Piece]:
    """The row as one piece, or as several when it is taller than a page."""
    for first in range(0, lines, max(most, 1)):
        yield Piece(row, first, min(max(most, 1), lines - first))
