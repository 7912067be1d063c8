"""One page on a painter: the same strokes for the preview, the printer and the PDF."""

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from thidua_desktop.documents.cells import aligned
from ui.printing.fonts import MM, POINT, UNITS_PER_INCH, Face
from ui.printing.pieces import Content, Drawing, Line, Placed, Rows, Stack, Words
from ui.printing.tables import PAD_X, PAD_Y, MeasuredTable, Piece
from ui.printing.text import elided

_INK = QColor("black")
_SHADE = QColor("#ececec")
_GRID = 0.5 * POINT
_SHORT_RULE = 0.4  # of the widest line above it


class Pen:
    """A painter that writes text in units and changes its font only when it must."""

    def __init__(self, painter: QPainter) -> None:
        self.painter = painter
        self._face: Face | None = None

    def write(self, text: str, face: Face, x: float, top: float) -> None:
        """Write one line whose top left corner is given."""
        if face is not self._face:
            self.painter.setFont(face.font)
            self._face = face
        self.painter.drawText(QPointF(x, top + face.ascent), text)

    def write_aligned(self, text: str, face: Face, box: tuple[float, float], top: float, align: str) -> None:
        """Write one line between two x."""
        left, right = box
        if align == "right":
            left = right - face.width(text)
        elif align == "center":
            left = (left + right - face.width(text)) / 2
        self.write(text, face, left, top)


def begin(painter: QPainter) -> Pen:
    """Set a painter to units; the caller restores it."""
    device = painter.device()
    painter.scale(device.logicalDpiX() / UNITS_PER_INCH, device.logicalDpiY() / UNITS_PER_INCH)
    painter.setPen(QPen(_INK, _GRID))
    return Pen(painter)


def draw_page(pen: Pen, page: list[Placed], width: float) -> None:
    """Draw what stands on one page."""
    for placed in page:
        _draw(pen, placed.content, placed.top, width)


def draw_footer(pen: Pen, left: str, right: str, face: Face, width: float, top: float) -> None:
    """Write the footer's two corners, shortening the left one where they would meet."""
    label = face.width(right)
    pen.write(right, face, width - label, top)
    if left:
        pen.write(elided(left, face, width - label - 5 * MM), face, 0.0, top)


def _draw(pen: Pen, content: Content, top: float, width: float) -> None:
    match content:
        case Line():
            box = (content.indent, width)
            pen.write_aligned(content.text, content.face, box, top, content.align)
        case Rows():
            _draw_rows(pen, content, top)
        case Drawing():
            _draw_chart(pen, content, top, width)
        case Stack():
            _draw_side(pen, content.left, (0.0, content.split - 2 * MM), top, content.left_align)
            _draw_side(pen, content.right, (content.split, width), top, "center")


def _draw_chart(pen: Pen, drawing: Drawing, top: float, width: float) -> None:
    painter = pen.painter
    # play() enlarges by the device's resolution over the picture's; a page is already in units.
    enlarged = painter.device().logicalDpiX() / drawing.picture.logicalDpiX()
    scale = drawing.scale / enlarged
    painter.save()
    painter.translate((width - drawing.width) / 2, top)
    painter.scale(scale, scale)
    drawing.picture.play(painter)
    painter.restore()


def _draw_side(pen: Pen, side: tuple[Words, ...], box: tuple[float, float], top: float, align: str) -> None:
    for words in side:
        for index, line in enumerate(words.lines):
            pen.write_aligned(line, words.face, box, top + index * words.face.line_height, align)
        if words.rule != "none" and words.lines:
            _draw_rule(pen, words, box, top + len(words.lines) * words.face.line_height)
        top += words.height


def _draw_rule(pen: Pen, words: Words, box: tuple[float, float], y: float) -> None:
    share = _SHORT_RULE if words.rule == "short" else 1.0
    half = max(map(words.face.width, words.lines)) * share / 2
    middle = sum(box) / 2
    pen.painter.drawLine(QLineF(middle - half, y + POINT, middle + half, y + POINT))


def _draw_rows(pen: Pen, rows: Rows, top: float) -> None:
    measured = rows.measured
    body = top + measured.header_height - measured.offsets[rows.first]
    _shade(pen, rows, top, body)
    _draw_grid(pen, rows, top, body)
    for at, lines in enumerate(measured.header):
        box = (measured.edges[at] + PAD_X, measured.edges[at + 1] - PAD_X)
        free = measured.header_height - len(lines) * measured.bold.line_height
        for index, line in enumerate(lines):
            y = top + free / 2 + index * measured.bold.line_height
            pen.write_aligned(line, measured.bold, box, y, "center")
    for place in range(rows.first, rows.last):
        _draw_place(pen, measured, place, body)


def _shade(pen: Pen, rows: Rows, top: float, body: float) -> None:
    measured, width = rows.measured, rows.measured.edges[-1]
    pen.painter.fillRect(QRectF(0, top, width, measured.header_height), _SHADE)
    for place in range(rows.first, rows.last):
        if measured.is_section(place):
            start, end = measured.offsets[place], measured.offsets[place + 1]
            pen.painter.fillRect(QRectF(0, body + start, width, end - start), _SHADE)


def _draw_grid(pen: Pen, rows: Rows, top: float, body: float) -> None:
    """Draw the lines; vertical ones are interrupted by section rows, which span the table."""
    measured, width = rows.measured, rows.measured.edges[-1]
    levels = [top] + [body + y for y in measured.offsets[rows.first : rows.last + 1]]
    strokes = [QLineF(0, y, width, y) for y in levels]
    runs: list[tuple[float, float]] = []
    start = top
    for place in range(rows.first, rows.last):
        if measured.is_section(place):
            runs.append((start, body + measured.offsets[place]))
            start = body + measured.offsets[place + 1]
    runs.append((start, levels[-1]))
    for begin_y, end_y in runs:
        if end_y > begin_y:
            strokes += [QLineF(x, begin_y, x, end_y) for x in measured.edges[1:-1]]
    strokes += [QLineF(x, top, x, levels[-1]) for x in (0.0, width)]
    pen.painter.drawLines(strokes)


def _draw_place(pen: Pen, measured: MeasuredTable, place: int, body: float) -> None:
    row = measured.places[place]
    top = body + measured.offsets[place] + PAD_Y
    room = measured.offsets[place + 1] - measured.offsets[place] - 2 * PAD_Y
    table, piece = measured.table, measured.pieces.get(place)
    if row in table.sections:
        box = (PAD_X, measured.edges[-1] - PAD_X)
        _draw_cell(pen, measured.lines(row, 0), measured.bold, box, (top, room), "left", piece)
        return
    face = measured.bold if row in table.strong else measured.regular
    for at, (cell, column) in enumerate(zip(table.rows[row], table.columns, strict=False)):
        lines = measured.lines(row, at)
        if lines:
            box = (measured.edges[at] + PAD_X, measured.edges[at + 1] - PAD_X)
            _draw_cell(pen, lines, face, box, (top, room), aligned(column, cell), piece)


def _draw_cell(
    pen: Pen,
    lines: tuple[str, ...],
    face: Face,
    box: tuple[float, float],
    span: tuple[float, float],
    align: str,
    piece: Piece | None,
) -> None:
    """Write one cell's lines in the middle of its height, or from the top where a row was cut."""
    top, room = span
    if piece is not None:
        lines = lines[piece.first_line : piece.first_line + piece.line_count]
    else:
        top += max(room - len(lines) * face.line_height, 0.0) / 2
    for index, line in enumerate(lines):
        pen.write_aligned(line, face, box, top + index * face.line_height, align)
