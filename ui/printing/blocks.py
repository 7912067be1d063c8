"""The blocks of a document measured for a page width, except tables: paragraphs, letterhead, signatures."""

from collections.abc import Iterator
from dataclasses import dataclass

from thidua_desktop.documents import letterhead as official
from thidua_desktop.documents.document import Align, Letterhead, Paragraph, Signatures
from ui.printing.fonts import MM, POINT, Face, face
from ui.printing.pieces import Line, Stack, Words
from ui.printing.text import plain, wrap

_ROOM_TO_SIGN = 22 * MM


@dataclass(frozen=True)
class _Style:
    face: Face
    align: Align = "left"
    indent: float = 0.0
    after: float = 4 * POINT
    keep: bool = False  # with what follows


def _style(name: str) -> _Style:
    body = official.BODY_PT
    return {
        "title": _Style(face(body + 1, bold=True), "center", after=6 * POINT, keep=True),
        "subtitle": _Style(face(body, italic=True), "center", after=6 * POINT, keep=True),
        "heading": _Style(face(body, bold=True), keep=True),
        "note": _Style(face(official.SMALL_PT, italic=True)),
        "body": _Style(face(body), indent=10 * MM),
    }[name]


@dataclass(frozen=True, slots=True)
class Flow:
    """A line on its way to a page: the gap after it, and whether it must stay with what follows."""

    line: Line
    after: float = 0.0
    keep: bool = False


def paragraph(block: Paragraph, width: float) -> Iterator[Flow]:
    """The lines of a paragraph; its first two stay together, a title stays with what it names."""
    style = _style(block.style)
    lines = wrap(plain(block.text), style.face, width, style.indent)
    for index, text in enumerate(lines):
        is_last = index == len(lines) - 1
        line = Line(text, style.face, style.align, style.indent if index == 0 else 0.0)
        yield Flow(line, style.after if is_last else 0.0, style.keep or (index == 0 and not is_last))


def caption(text: str, width: float) -> Iterator[Flow]:
    """The title of a table, which stays with it."""
    bold = face(official.TABLE_PT, bold=True)
    lines = wrap(plain(text), bold, width) if text else ()
    for index, line in enumerate(lines):
        yield Flow(Line(line, bold), 3 * POINT if index == len(lines) - 1 else 0.0, keep=True)


def letterhead(block: Letterhead, width: float) -> Stack:
    """The two upper corners of an official paper."""
    split = width * official.LEFT_SHARE
    parent, body = official.corner(block)
    small, bold = face(12), face(12, bold=True)
    left = [
        Words(_lines(parent, small, split - 2 * MM), small),
        Words(_lines(body, bold, split - 2 * MM), bold, "short", 2.5 * MM),
    ]
    right = [
        Words((official.NATION,), bold),
        Words((official.MOTTO,), face(13, bold=True), "long", 2.5 * MM),
    ]
    if block.number:
        left.append(Words(_lines(block.number, face(13), split), face(13)))
    if block.place_date:
        italic = face(13, italic=True)
        right.append(Words(_lines(block.place_date, italic, width - split), italic))
    return Stack(block, split, tuple(left), tuple(right))


def signatures(block: Signatures, width: float) -> Stack:
    """Recipients of copies, or another signer, on the left; place, date and the signer on the right."""
    split = width * (0.5 if block.second_role else official.LEFT_SHARE)
    room = width - split
    italic = face(13, italic=True)
    right = [Words(_lines(block.place_date, italic, room), italic)] if block.place_date else []
    right += _signer(block.role, block.name, room)
    if block.second_role:
        left = tuple(_signer(block.second_role, block.second_name, split))
        return Stack(block, split, left, tuple(right))
    return Stack(block, split, _copies(block, split - 4 * MM), tuple(right), "left")


def _signer(role: str, name: str, room: float) -> list[Words]:
    bold = face(13, bold=True)
    return [
        Words(_lines(role, bold, room), bold, after=_ROOM_TO_SIGN),
        Words(_lines(name, bold, room), bold),
    ]


def _copies(block: Signatures, room: float) -> tuple[Words, ...]:
    small = face(official.SMALL_PT)
    lines = [text for copy in official.copies(block) for text in _lines(copy, small, room)]
    if not lines:
        return ()
    return Words(("Nơi nhận:",), face(12, bold=True, italic=True)), Words(tuple(lines), small)


def _lines(text: str, used: Face, room: float) -> tuple[str, ...]:
    return wrap(plain(text), used, room) if text else ()
