"""Where pages end: pieces are taken in reading order and put on page after page."""

from bisect import bisect_right

from ui.printing.blocks import Flow
from ui.printing.fonts import POINT
from ui.printing.pieces import Content, Drawing, Line, Placed, Rows, Stack
from ui.printing.tables import MeasuredTable

_GAP = 8 * POINT
_ROWS_WITH_SIGNATURE = 2


class Paginator:
    """Fills pages of one body height; what must stay together moves to the next page together."""

    def __init__(self, room: float) -> None:
        self.room = room
        self.pages: list[list[Placed]] = [[]]
        self._y = 0.0
        self._held: list[Flow] = []

    def flow(self, piece: Flow) -> None:
        """Take one line; a line that keeps with what follows waits for it."""
        if piece.keep:
            self._held.append(piece)
            return
        self._begin(piece.line.height)
        self._put(piece.line, piece.after)

    def block(self, content: Drawing | Stack, after: float = _GAP) -> None:
        """Take a piece that stays whole."""
        self._begin(content.height)
        self._put(content, after)

    def table(self, measured: MeasuredTable) -> None:
        """Take a table: rows stay whole, the header stands above them on every page."""
        count = len(measured.places)
        self._begin(measured.height(0, _first_part(measured)))
        place = 0
        while True:
            last = self._fitting(measured, place)
            self._put(Rows(measured, place, last), _GAP)
            place = last
            if place == count:
                return
            self.new_page()

    def signatures(self, stack: Stack) -> None:
        """Take the signatures, which never stand alone at the top of a page."""
        self._y += _GAP if self._y else 0.0
        if not self._held and self._y > 0 and self._y + stack.height > self.room:
            tail = self._take_tail(self.room - stack.height - _GAP)
            self.new_page()
            for content, after in tail:
                self._put(content, after)
        self.block(stack)

    def new_page(self) -> None:
        """End the page, unless nothing stands on it."""
        if self.pages[-1]:
            self.pages.append([])
        self._y = 0.0

    def finish(self) -> list[list[Placed]]:
        """Put down what still waits and return the pages."""
        self._begin(0.0)
        if len(self.pages) > 1 and not self.pages[-1]:
            self.pages.pop()
        return self.pages

    def _begin(self, height: float) -> None:
        """Make room for height below the lines that wait for it, and put these lines down."""
        waiting = sum(p.line.height + p.after for p in self._held)
        if self._y + waiting + height > self.room and self._y > 0:
            self.new_page()
        held, self._held = self._held, []
        for piece in held:
            if self._y + piece.line.height > self.room:
                self.new_page()
            self._put(piece.line, piece.after)
        if self._y + height > self.room:
            self.new_page()

    def _put(self, content: Content, after: float) -> None:
        self.pages[-1].append(Placed(self._y, content))
        self._y += content.height + after

    def _fitting(self, measured: MeasuredTable, first: int) -> int:
        """The place up to which rows fit on this page; no section row stays, no last row goes alone."""
        offsets = measured.offsets
        room = self.room - self._y - measured.header_height
        last = bisect_right(offsets, offsets[first] + room + 0.01) - 1
        end = last - 1 if last == len(measured.places) - 1 and last - first > _ROWS_WITH_SIGNATURE else last
        while first < end < len(measured.places) and measured.is_section(end - 1):
            end -= 1
        return max(end if end > first else last, first + 1)

    def _take_tail(self, room: float) -> list[tuple[Content, float]]:
        """Take from the page's end what shall accompany the signatures: two rows or the last lines."""
        page = self.pages[-1]
        last = page[-1].content
        if isinstance(last, Rows):
            split = last.last - _ROWS_WITH_SIGNATURE
            while split > last.first and last.measured.is_section(split - 1):
                split -= 1
            if split <= last.first or last.measured.height(split, last.last) > room:
                return []
            page[-1] = Placed(page[-1].top, Rows(last.measured, last.first, split))
            return [(Rows(last.measured, split, last.last), _GAP)]
        if isinstance(last, Line):
            return _take_lines(page, room)
        return []


def _first_part(measured: MeasuredTable) -> int:
    """How many places must stand together where a table begins: sections, and the first row below them."""
    count = 1
    while count < len(measured.places) and measured.is_section(count - 1):
        count += 1
    return count


def _take_lines(page: list[Placed], room: float) -> list[tuple[Content, float]]:
    """Take the last two lines of text from a page on which something else remains."""
    tail: list[tuple[Content, float]] = []
    height = 0.0
    while len(tail) < _ROWS_WITH_SIGNATURE and len(page) > 1 and isinstance(page[-1].content, Line):
        height += page[-1].content.height
        if height > room:
            break
        tail.insert(0, (page.pop().content, 0.0))
    if tail:
        tail[-1] = (tail[-1][0], _GAP)
    return tail
