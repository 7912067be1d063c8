"""How charts look: fonts carried with the program, colours that differ in grey too, hatches, wrapping."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties

FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"
INK = "#1F2328"
PAPER = "#FFFFFF"
MM_PER_INCH = 25.4


class Fill(NamedTuple):
    """One series' look: colour for the screen, matplotlib's hatch and Excel's pattern for the paper."""

    color: str
    hatch: str
    pattern: str


FILLS = (
    Fill("#B3261E", "", "solid"),
    Fill("#F1C9A5", "////", "wide_upward_diagonal"),
    Fill("#6F8FAF", "..", "percent_20"),
    Fill("#E3E8EE", "\\\\\\\\", "wide_downward_diagonal"),
    Fill("#8E9F62", "xxx", "trellis"),
    Fill("#F7EBC3", "---", "narrow_horizontal"),
    Fill("#8A7391", "++", "small_grid"),
    Fill("#CFE3D4", "|||", "narrow_vertical"),
)


def fill(series: int) -> Fill:
    """The look of the nth series; after the eighth they begin again."""
    return FILLS[series % len(FILLS)]


@cache
def font_file(*, bold: bool = False) -> str:
    """The font file that draws Vietnamese alike on every PC."""
    return str(FONTS / ("Arimo-Bold.ttf" if bold else "Arimo-Regular.ttf"))


def font(size: float, *, bold: bool = False) -> "FontProperties":
    """The charts' font at a size in points."""
    from matplotlib.font_manager import FontProperties

    return FontProperties(fname=font_file(bold=bold), size=size)


def wrapped(text: str, width: float, lines: int, measure: Callable[[str], float]) -> str:
    """The text broken at spaces into lines no wider than width; what does not fit ends in an ellipsis."""
    done: list[str] = []
    words = text.split()
    while words and len(done) < lines:
        line = words.pop(0)
        while words and measure(f"{line} {words[0]}") <= width:
            line = f"{line} {words.pop(0)}"
        done.append(line)
    if words and done:
        done[-1] = f"{done[-1]} …"
    return "\n".join(_cut(line, width, measure) for line in done)


def _cut(line: str, width: float, measure: Callable[[str], float]) -> str:
    """The line, shortened to an ellipsis when even alone it is too wide."""
    if measure(line) <= width:
        return line
    kept = line.removesuffix(" …")
    while len(kept) > 1 and measure(f"{kept}…") > width:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"
