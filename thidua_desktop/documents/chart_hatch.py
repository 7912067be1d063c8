"""The strokes of hatches, cut off at their bars: always lines, never an image a printer blurs."""

from collections.abc import Callable, Iterator
from math import ceil, floor

Stroke = tuple[float, float, float, float]
"""From x, y to x, y, in points."""

_STEP = 3.0  # points between two lines, measured along the bar's edge
_DIAGONAL = 4.0
_DOT_STEP = 3.6
_DOT = 0.01  # so short that only the round ends of the pen are seen


def strokes(hatch: str, x: float, y: float, width: float, height: float) -> Iterator[Stroke]:
    r"""Give the strokes of a hatch over a bar, y downwards; hatches of neighbouring bars meet.

    A hatch is any of the signs / \ x - | + and a dot, as FILLS has them; without one there are none.
    """
    for sign in dict.fromkeys(hatch):
        yield from _DRAWN[sign](x, y, x + width, y + height)


def _level(x0: float, y0: float, x1: float, y1: float) -> Iterator[Stroke]:
    return ((x0, y, x1, y) for y in _steps(y0, y1, _STEP))


def _upright(x0: float, y0: float, x1: float, y1: float) -> Iterator[Stroke]:
    return ((x, y0, x, y1) for x in _steps(x0, x1, _STEP))


def _rising(x0: float, y0: float, x1: float, y1: float) -> Iterator[Stroke]:
    """Lines where x + y stays the same."""
    for both in _steps(x0 + y0, x1 + y1, _DIAGONAL):
        left, right = max(x0, both - y1), min(x1, both - y0)
        yield left, both - left, right, both - right


def _falling(x0: float, y0: float, x1: float, y1: float) -> Iterator[Stroke]:
    """Lines where x - y stays the same."""
    for apart in _steps(x0 - y1, x1 - y0, _DIAGONAL):
        left, right = max(x0, apart + y0), min(x1, apart + y1)
        yield left, left - apart, right, right - apart


def _dots(x0: float, y0: float, x1: float, y1: float) -> Iterator[Stroke]:
    """Dots whole within the bar, every other row moved by half a step."""
    for row in range(ceil(y0 / _DOT_STEP), floor(y1 / _DOT_STEP) + 1):
        aside = _DOT_STEP / 2 if row % 2 else 0.0
        for x in _steps(x0 - aside, x1 - aside, _DOT_STEP):
            if x + aside + _DOT < x1:
                yield x + aside, row * _DOT_STEP, x + aside + _DOT, row * _DOT_STEP


def _steps(first: float, last: float, step: float) -> Iterator[float]:
    """Give the multiples of a step between two numbers, neither of them included."""
    for count in range(floor(first / step) + 1, ceil(last / step)):
        yield count * step


_Draw = Callable[[float, float, float, float], Iterator[Stroke]]
_DRAWN: dict[str, _Draw] = {
    "/": _rising,
    "\\": _falling,
    "x": lambda *box: iter((*_rising(*box), *_falling(*box))),
    "-": _level,
    "|": _upright,
    "+": lambda *box: iter((*_level(*box), *_upright(*box))),
    ".": _dots,
}
